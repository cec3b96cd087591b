"""Which posts stand with which name: right before it, behind it between commas or in brackets, shared in a list."""

from __future__ import annotations

from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_NOW_OR_ONCE = cues("en").words["now-or-once"]
_FOR_A_TIME = frozenset({"until", "till", "since", "for", "still", "then", "long", "by", "at", "newly", "only", "just"})
_LONG = 7  # tokens of a comma and what tells for how long a post has been held


def attach_posts(phrase: Phrase) -> None:
    """Give each person the posts that stand right before the name, or behind it between commas or in brackets."""
    outer = sorted((c for c in phrase.chunks if c.inside is None or c.kind == "Role"), key=lambda c: c.first)
    people = [c for c in outer if c.kind == "Person"]
    roles = [c for c in outer if c.kind == "Role" and c.inside is None]
    for role in roles:
        _adviser_to(phrase, role, roles)
    for person in people:
        _before(phrase, person, roles, people)
    for role in roles:
        if role.inside is None:
            _beside(phrase, role, people)
    for role in roles:
        if role.plural and role.inside is None:
            _shared(phrase, role, people)
            _shared_behind(phrase, role, people)
    for person in people:
        _professor_of(phrase, person)
        _no_longer(phrase, person)
    for person in people:
        if person.posts and person.posts[0].owner is None and not person.posts[0].flags & {"of-pronoun"}:
            _body_behind(phrase, person, person.posts[0])
    for one, other in pairwise(people):
        _under_one_body(phrase, one, other)


def _under_one_body(phrase: Phrase, one: Chunk, other: Chunk) -> None:
    """MFPD President X and chief negotiator Y: the body before the first post is that of the second too."""
    first = next((p for p in one.posts if p.owner is not None and p.owner.last < p.first and p.last < one.first), None)
    second = next((p for p in other.posts if p.inside is other and p.last == other.first - 1), None)
    if first is None or second is None or second.owner is not None or first.owner.kind != "Organization":  # type: ignore[union-attr]
        return
    if phrase.lowers[one.last + 1 : second.first] == ["and"] and not second.flags & {
        "of-pronoun",
        "of-unknown",
        "of-us",
    }:
        second.owner = first.owner


def _adviser_to(phrase: Phrase, role: Chunk, roles: list[Chunk]) -> None:
    """Adviser to the Minister of Energy, assistant to the akim: at the body of the one who is advised."""
    start = phrase.phrase_start(role.first)
    before = next((r for r in roles if r.last == start - 2), None)
    if before is None or before.owner is not None or phrase.lower(start - 1) != "to" or phrase.tag(start) != "D":
        return
    if before.kind_of != "staff" or before.plural or role.plural:
        return
    before.owner, role.inside = role.owner, before
    before.last, before.end = role.last, role.end
    if role.owner is None:
        before.flags.add("of-unknown")
        before.parties = [role]  # the adviser to the Chief Inspector: where the inspector is


def _no_longer(phrase: Phrase, person: Chunk) -> None:
    """The early termination of the powers of Chairman X, the resignation of Minister Y: the post is held no more."""
    before = [post for post in person.posts if post.last < person.first]
    at = phrase.phrase_start(min([person.first, *(extent(phrase, post)[0] for post in before)])) - 1
    at = _before_aside(phrase, at)
    for i in range(at, max(-1, at - 6), -1):
        if phrase.tags[i] not in ("I", "D", "J", "N", "O", "ADV") or phrase.taken[i] is not None:
            return
        if phrase.lemma(i) in phrase.cues.words["endings"]:
            for post in before:
                post.flags.add("former")
            return


def _before_aside(phrase: Phrase, at: int) -> int:
    """The resignation, as of July 31, of Officer X; the dismissal on 3 May of Y: step over the day before of."""
    if phrase.lower(at) != "of" or at < 1:
        return at
    i = at - 1 - (phrase.lower(at - 1) == ",")
    day = phrase.taken[i] if i > 0 else None
    if day is None or day.kind != "Date":
        return at
    i = day.first - 1
    while i > 0 and phrase.taken[i] is None and (phrase.tags[i] in ("I", "S") or phrase.lower(i) == "as"):
        i -= 1
    return i - (phrase.lower(i) == ",")


def _professor_of(phrase: Phrase, person: Chunk) -> None:
    """Prof. Zhao Lihua of the University: the title before the name is a post where a body follows it."""
    title = phrase.lower(person.first)
    begin = person.last + 2 + (phrase.lower(person.last + 2) == "the")
    body = phrase.taken[begin] if phrase.lower(person.last + 1) in ("of", "from") and begin < phrase.size else None
    owned = any(post.owner is not None or post.last > person.first for post in person.posts)
    if title not in ("prof", "professor") or owned or body is None or body.kind != "Organization":
        return
    role = phrase.chunk("Role", person.first, person.first, label="Professor", lemma="professor", rule="role.title")
    role.kind_of, role.owner, role.inside = "staff", body, person
    body.inside = role
    phrase.chunks.append(role)
    person.posts.append(role)


def _body_behind(phrase: Phrase, person: Chunk, role: Chunk) -> None:
    """Professor Zhao Lihua of the Institute; the director, Mr. Weiguo (Huaxin Road & Bridge): where a post is."""
    at = person.last + 1
    if phrase.lower(at) == "(" and role.first == at + 1 and phrase.lower(role.last + 1) == ",":
        _in_brackets(phrase, role, role.last + 2, phrase.pairs.get(at, 0) - 1)  # (Director, Nura Fund)
    if role.first > person.first or at >= phrase.size:
        return
    if phrase.lower(at) == "(" and phrase.pairs.get(at, 0) > at + 1:
        _in_brackets(phrase, role, at + 1, phrase.pairs[at] - 1)
    elif phrase.lower(at) == "of" or (phrase.lower(at) == "from" and role.kind_of in ("staff", "member")):
        begin = at + 1
        while phrase.tag(begin) in ("D", "J") and phrase.taken[begin] is None:
            begin += 1
        body = phrase.taken[begin] if begin < phrase.size else None
        body = body.top() if body is not None and body.top().kind == "Organization" else body
        told = body is not None and (body.proper or "relational" in body.flags)
        if body is not None and body.kind == "Organization" and told and body.inside is None:
            role.owner, body.inside = body, role


def _in_brackets(phrase: Phrase, role: Chunk, first: int, last: int) -> None:
    if last < first:
        return  # a bracket that nothing closes
    body = phrase.taken[first]
    if (
        body is None
        and last > first
        and phrase.free(first, last)
        and all(phrase.name(i) or phrase.tokens[i].text == "&" for i in range(first, last + 1))
    ):
        label = phrase.words(first, last)
        body = phrase.chunk("Organization", first, last, label=label, lemma=label, rule="organization.in-brackets")
        body.core, body.confidence = label, 0.7
        phrase.take(body)
    if body is not None and body.kind == "Organization" and body.last == last:
        role.owner, body.inside = body, role


def extent(phrase: Phrase, chunk: Chunk) -> tuple[int, int]:
    """Return the first and last token of a chunk with its owners and posts, articles at its edge included."""
    if chunk.owner is None and not chunk.posts:
        return phrase.phrase_start(chunk.first), chunk.last
    parts = [chunk, *(p for p in chunk.posts if p.inside is None or p.inside is chunk)]  # not one shared with another
    parts += [p.owner for p in parts if p.owner is not None and p.owner.inside is p]
    parts += [p.owner for p in parts if p.owner is not None and p.owner.inside is p]
    first, last = min(p.first for p in parts), max(p.last for p in parts)
    return phrase.phrase_start(first), last


def _before(phrase: Phrase, person: Chunk, roles: list[Chunk], people: list[Chunk]) -> None:
    """Take the posts that end where the name begins, further ones joined by a dash, and or a comma."""
    edge = person.first
    if _named_by_another(phrase, person):
        return
    for role in reversed([r for r in roles if r.inside is None and r.first < person.first]):
        first, last = extent(phrase, role)
        between = [phrase.lower(i) for i in range(last + 1, edge)]
        if role.plural or not all(w in ("–", "—", "-", "and", ",", "the", ".") for w in between):
            break
        if edge == person.first and between:
            break
        if edge != person.first and "," in between and ("and" not in between or _named_before(people, phrase, first)):
            break
        if edge != person.first and _of_someone_else(phrase, role, person, first):
            break
        phrase.known.titled.setdefault(role.lemma, person.label.split(" ")[-1])
        person.posts.append(role)
        role.inside = person
        edge = first


def _of_someone_else(phrase: Phrase, role: Chunk, person: Chunk, first: int) -> bool:
    """The Ambassador and Rector X, where the ambassador has been named before as another: two people."""
    holder = phrase.known.titled.get(role.lemma, "")
    two = holder not in ("", person.label.split(" ")[-1])
    return two and phrase.lower(first) == "the" and role.owner is None


def _named_before(people: list[Chunk], phrase: Phrase, first: int) -> bool:
    """Ivan Pogrebnyak, Director of A, and Vice Minister X: the post behind a comma is that of the name before it."""
    at = first - 1
    return phrase.lower(at) == "," and any(p.last == at - 1 for p in people)


def _named_by_another(phrase: Phrase, person: Chunk) -> bool:
    """By order of the akim X was appointed: the one who orders is not X, or the clause would be about nobody."""
    role = phrase.taken[person.first - 1] if person.first else None
    if role is None or role.kind != "Role" or role.owner is not None or phrase.tokens[role.last].capital:
        return False
    start = phrase.phrase_start(role.first)
    opening = (
        start - 3 >= 0 and (start == 3 or phrase.tag(start - 4) in ("PUNCT", "S")) and phrase.lower(start - 3) == "by"
    )
    return opening and phrase.lower(start - 1) == "of" and phrase.tag(person.last + 1) == "A"


def _beside(phrase: Phrase, role: Chunk, people: list[Chunk]) -> None:
    """Attach a post between commas to the name before it, or, in a list that begins with posts, to the next one."""
    first, last = extent(phrase, role)
    if role.plural:
        return
    previous = next((p for p in reversed(people) if p.last < first), None)
    following = next((p for p in people if p.first > last), None)
    if previous is not None and _joins_a_post(phrase, previous, role, first):
        return
    behind = previous is not None and _comma_between(phrase, previous.last, first)
    ahead = following is not None and _comma_between(phrase, last, _after_titles(phrase, following))
    if behind and ahead and previous is not None and following is not None:
        # X, Director of A, Y, Director of B: the first post decides which way the list goes
        if previous.posts and previous.posts[0].first < previous.first:
            behind = bool(following.posts) or _role_follows(phrase, following)
        else:
            ahead = False
    if behind and previous is not None and _closed(phrase, last):
        previous.posts.append(role)
        role.inside = previous
    elif ahead and following is not None and _definite(phrase, role, first) and not _has_post(following):
        if _introductory(phrase, first, following.last):
            return
        following.posts.append(role)
        role.inside = following


def _introductory(phrase: Phrase, first: int, last: int) -> bool:
    """By decree of the President, X was appointed; on behalf of the Rector, X spoke: the comma only ends the opening.

    So it does in: answering a question about the head, X said.
    An apposition there has a second comma: according to the Rector, X, ...
    """
    stops = (i for i in range(first) if phrase.tokens[i].text in (";", ":") or _ends_a_day(phrase, i))
    start = max(stops, default=-1) + 1
    opening = start < first and phrase.tag(start) in ("I", "S", "G", "X") and phrase.taken[start] is None
    plain = all(phrase.tags[i] not in ("V", "A", "M", "PUNCT") for i in range(start + 1, first))
    sought = phrase.lower(first - 1) in ("become", "becoming", "be", "being")  # having failed to become president, X
    return ((opening and plain) or sought) and phrase.lower(last + 1) not in (",", "(", ")", "–", "—")


def _ends_a_day(phrase: Phrase, at: int) -> bool:
    """On 5 March, by order of the President, X was appointed: a comma behind nothing but a day."""
    day = phrase.taken[at - 1] if at > 1 and phrase.tokens[at].text == "," else None
    return day is not None and day.kind == "Date" and day.first <= 1


def _has_post(person: Chunk) -> bool:
    """Tell whether a name has a post, and not merely a title: the Dean, Professor X; the Director, Ambassador Y.

    To be a member is none: the Chairman of the Committee, Member of the Seimas X.
    """
    return any(
        post.kind_of != "membership" and (post.kind_of not in ("staff", "envoy") or post.owner is not None)
        for post in person.posts
    )


def _after_titles(phrase: Phrase, person: Chunk) -> int:
    """The Dean, Associate Professor X: a title of learning stands with the name."""
    return person.first if _has_post(person) else extent(phrase, person)[0]


def _joins_a_post(phrase: Phrase, person: Chunk, role: Chunk, first: int) -> bool:
    """X, CEO and Chairman of the Board of Kazyna: a second post behind a name, whose body is the first one's too."""
    prior = person.posts[-1] if person.posts else None
    if prior is None or prior.first < person.last:
        return False
    between = phrase.lowers[extent(phrase, prior)[1] + 1 : first]
    if between not in (["and"], ["and", "now"], ["and", "currently"], ["and", "also"]) or role.plural:
        return False
    person.posts.append(role)
    role.inside = person
    if "now" in between or "currently" in between:
        role.flags.discard("former")
    elif prior.owner is None and role.owner is not None and role.owner.rule != "organization.of-minister":
        prior.owner = role.owner
    return True


def _comma_between(phrase: Phrase, last: int, first: int) -> bool:
    between = [phrase.lower(i) for i in range(last + 1, first)]
    if len(between) > 1 and between[0] == "," and between[1] in _NOW_OR_ONCE:
        between = between[:1] + between[2:]  # X, now a researcher at Y
    if 1 < len(between) <= _LONG and between[1] in _FOR_A_TIME and _only_times(phrase, last + 2, first):
        article = between[-1] in ("the", "a", "an")
        between = between[:1] + between[-1:] if article else between[:1]  # X, until this week an adviser to Y
    return between in ([","], ["("], ["–"], ["—"], [",", "and"], [",", "the"], [",", "a"], [",", "an"]) and between != [
        ",",
        "and",
    ]


def _only_times(phrase: Phrase, first: int, end: int) -> bool:
    """Tell whether the words before a post tell for how long it has been held, and nobody else."""
    chunks = (phrase.taken[i] for i in range(first, end))
    return all(c is None or c.kind in ("Date", "Number") for c in chunks) and not {"W", "V", "A", "M"} & set(
        phrase.tags[first:end]
    )


def _closed(phrase: Phrase, last: int) -> bool:
    """Tell whether a post that follows a name ends at a mark, a verb or a conjunction."""
    return phrase.lower(last + 1) in (",", ";", ".", ")", "and", "", "–", "—", ":", "as") or phrase.tag(last + 1) in (
        "V", "A", "M", "W", "I", "X", "PUNCT", "C", "ADV",
    )  # fmt: skip


def _definite(phrase: Phrase, role: Chunk, first: int) -> bool:
    new = phrase.lower(first) == "a" and phrase.lower(first + 1) == "new"  # the Council has a new secretary, X
    whose = phrase.lower(first - 1) == "whose"  # the Association, whose president, X, greeted the guests
    return phrase.lower(first) == "the" or phrase.tags[first] == "O" or role.owner is not None or new or whose


def _role_follows(phrase: Phrase, person: Chunk) -> bool:
    at = person.last + 2 + (phrase.tag(person.last + 2) == "D")
    after = phrase.taken[at] if phrase.lower(person.last + 1) == "," and at < phrase.size else None
    return after is not None and after.top().kind == "Role"


def _shared(phrase: Phrase, role: Chunk, people: list[Chunk]) -> None:
    """CEC members Sabila Mustafina and Mukhtar Yerman: each of them bears the post."""
    edge = extent(phrase, role)[1]
    found = []
    for person in people:
        between = [phrase.lower(i) for i in range(edge + 1, person.first)]
        if person.first > edge and all(w in (",", "and", "–", ":") for w in between) and len(between) <= 2:
            found.append(person)
            edge = person.last
    if not found or found[0].first - extent(phrase, role)[1] > 2:
        return
    if role.lemma in ("participant", "guest", "observer") and phrase.lower(extent(phrase, role)[1] + 1) == ",":
        return  # greeting the participants, X spoke
    role.plural = False
    if role.kind_of == "head" and role.owner is None and len(found) > 1:
        role.flags.add("of-unknown")  # Presidents X and Y: each of a body of his own
    for person in found:
        person.posts.append(role)
    role.inside = found[0]


def _shared_behind(phrase: Phrase, role: Chunk, people: list[Chunk]) -> None:
    """X and Y, both members of the Committee, ...: a post behind a comma that each of those before it bears."""
    first, last = extent(phrase, role)
    if role.inside is not None or not _closed(phrase, last):
        return
    at = first - 1
    while phrase.lower(at) in ("both", "all", "also", "two", "three"):
        at -= 1
    found: list[Chunk] = []
    for person in reversed([p for p in people if p.last < first]):
        between = phrase.lowers[person.last + 1 : _own_start(phrase, found[-1]) if found else at + 1]
        if between not in ([","], ["and"], [",", "and"]) or (not found and between != [","]):
            break
        found.append(person)
    if len(found) > 1:
        role.plural = False
        for person in reversed(found):
            person.posts.append(role)
        role.inside = found[0]


def _own_start(phrase: Phrase, person: Chunk) -> int:
    """Return where a name begins with the posts before it that are this person's alone."""
    posts = [extent(phrase, post)[0] for post in person.posts if post.inside is person and post.last < person.first]
    return min([phrase.phrase_start(person.first), *posts])
