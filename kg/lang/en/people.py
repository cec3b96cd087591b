"""Names of people in English text, and the posts that stand beside them.

CEC Chairman Nurlan Abdirov; Mr. Lindgren; Jana Novak, Director of ...;
the Rector of the University, Askar Beken
"""

from __future__ import annotations

import re

from kg.lang.en.capitals import honorific_at
from kg.lang.en.morphology import closed_class, is_plural
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import PATRONYMIC, SURNAME
from kg.lang.syntax import Chunk

_LONGEST = 4
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "da", "di", "bin", "ibn", "al", "el", "la", "le", "dos", "del", "ter"}
)
_NAME = re.compile(r"^[^\W\d_]+(?:[-'’][^\W\d_]+)*$")
_NO_NAME = re.compile(r"(?:tion|ment|ness|ing|ism|ship|ities|ology|ics|ary|ive|ous|ful|ble)$")
_PLACING = frozenset({"in", "at", "from", "to", "near", "into", "via"})


def find_people(phrase: Phrase, *, certain: bool) -> None:
    """Take the people of a sentence: those that something beside the name tells, or every likely run of capitals."""
    at = 0
    while at < len(phrase):
        title = _title(phrase, at)
        begin = at + title
        if (
            begin < len(phrase)
            and phrase.taken[begin] is None
            and (_name_at(phrase, begin) or _short_initials(phrase, begin))
        ):
            last = _run(phrase, begin)
            if last >= begin and (
                title or _tells(phrase, begin, last) or (not certain and _likely(phrase, begin, last))
            ):
                last = _take(phrase, at, begin, last).last
            at = max(last, begin)
        at += 1


def _title(phrase: Phrase, at: int) -> int:
    """Return how many tokens of an honorific begin here: Mr., H.E., Dr."""
    token = phrase.tokens[at]
    if phrase.taken[at] is not None or token.kind not in ("initials", "word"):
        return 0
    if token.kind == "initials" and token.text.replace(" ", "") == "H.E.":
        return 1 + (_title(phrase, at + 1) if at + 1 < len(phrase) else 0)
    if token.kind == "word" and phrase.lower(at) in phrase.cues.words["honorific"] and phrase.taken[at] is None:
        length = 2 if phrase.lower(at + 1) == "." else 1
        return length + (_title(phrase, at + length) if at + length < len(phrase) else 0)  # Prof. Dr. İlker Sözen
    return 0


def _short_initials(phrase: Phrase, at: int) -> bool:
    """Ye. Zhaksybek, Zh. Kassymbek: an initial of two letters."""
    return (
        phrase.tokens[at].kind == "word"
        and len(phrase.tokens[at].text) == 2
        and phrase.tokens[at].text.istitle()
        and phrase.lower(at + 1) == "."
        and phrase.name(at + 2)
        and phrase.tokens[at + 1].start == phrase.tokens[at].end
    )


def _name_at(phrase: Phrase, at: int) -> bool:
    token = phrase.tokens[at]
    if token.kind == "initials":
        return token.text.replace(" ", "") != "H.E."
    if not phrase.name(at) and not (at == 0 and token.capital and token.text in phrase.known.names):
        return False
    word = phrase.bare(at)
    if word in phrase.known.names:
        return True
    return _NAME.match(word) is not None and not token.acronym and len(word) > 1 and phrase.taken[at] is None


def _run(phrase: Phrase, at: int) -> int:
    """Return the last token of a name that begins here, initials on either side included."""
    last = at
    if _short_initials(phrase, at):
        last = at + 2
    words = 1
    while last + 1 < len(phrase) and words < _LONGEST and not phrase.possessive(last):
        following = last + 1
        if honorific_at(phrase, following):
            break
        if phrase.taken[following] is None and _name_at(phrase, following):
            last, words = following, words + 1
        elif (
            phrase.lower(following) in _PARTICLES
            and phrase.name(following + 1)
            and phrase.taken[following + 1] is None
            and words >= 1
            and phrase.tags[following] != "D"
        ):
            last, words = following + 1, words + 1
        else:
            break
    return last


def _tells(phrase: Phrase, first: int, last: int) -> bool:
    """Tell whether a name is surely a person's: by its parts, or by a post beside it."""
    words = [phrase.bare(i) for i in range(first, last + 1) if phrase.tokens[i].kind == "word"]
    initials = any(phrase.tokens[i].kind == "initials" for i in range(first, last + 1)) or _short_initials(
        phrase, first
    )
    if initials and words:
        return True
    if all(word in phrase.known.names for word in words):
        return True
    before = phrase.taken[first - 1] if first else None
    if before is not None and before.kind == "Role" and before.last == first - 1:
        return len(words) > 1 or not _common(phrase, words[0])
    if len(words) < 2 or any(_common(phrase, word) for word in words):
        return False
    if any(PATRONYMIC.search(w) and len(w) > 5 for w in words[1:]):
        return True
    if SURNAME.search(words[-1]) and len(words[-1]) > 4 and phrase.lower(first - 1) not in _PLACING:
        return True
    return _post_beside(phrase, first, last)


def _post_beside(phrase: Phrase, first: int, last: int) -> bool:
    """Jana Novak, Director of ...: a post behind a comma or in brackets; the Rector, Askar Beken."""
    mark, following = phrase.lower(last + 1), last + 2
    if phrase.tag(following) == "D":
        following += 1
    after = phrase.taken[following] if following < len(phrase) else None
    if mark in (",", "(", "–", "—") and after is not None and after.top().kind == "Role":
        return True
    before = phrase.taken[first - 2] if first > 1 and phrase.lower(first - 1) == "," else None
    return before is not None and before.top().kind == "Role"


def _likely(phrase: Phrase, first: int, last: int) -> bool:
    """Tell whether a run of capitals may be a person's name: nothing speaks against it."""
    words = [phrase.bare(i) for i in range(first, last + 1) if phrase.tokens[i].kind == "word"]
    if not 2 <= len(words) <= 3 or any(_common(phrase, word) for word in words) or (phrase.title and first == 0):
        return len(words) in (2, 3) and phrase.title and not any(_common(phrase, w) for w in words)
    if phrase.lower(first - 1) in _PLACING or phrase.lower(first - 1) == "the" or phrase.tag(last + 1) in ("N",):
        return False
    return phrase.tokens[first - 1].kind != "quote" if first else True


def _common(phrase: Phrase, word: str) -> bool:
    low = word.lower()
    cues = phrase.cues
    return (
        low in closed_class()
        or low in cues.words["domains"]
        or low in cues.organizations
        or low in cues.places
        or low in cues.programs
        or low in cues.events
        or low in cues.roles
        or low in cues.words["occasions"]
        or _NO_NAME.search(low) is not None
        or (is_plural(low) and low.endswith(("ers", "ors", "ies", "ions", "ses", "als", "nts", "rds", "mes")))
        or phrase.known_as(word, "Country", "Place") is not None
    )


def _take(phrase: Phrase, title: int, first: int, last: int) -> Chunk:
    label = " ".join(phrase.bare(i) if phrase.tokens[i].kind == "word" else phrase.tokens[i].text.replace(" ", "")
                     for i in range(first, last + 1) if phrase.tokens[i].text != ".")  # fmt: skip
    if _short_initials(phrase, first):
        label = f"{phrase.tokens[first].text}. " + " ".join(phrase.bare(i) for i in range(first + 2, last + 1))
    chunk = phrase.chunk("Person", title, last, label=label, lemma=phrase.bare(last), rule="person.name")
    words = [
        phrase.bare(i) for i in range(first, last + 1) if phrase.tokens[i].kind == "word" and len(phrase.bare(i)) > 2
    ]
    phrase.known.names.update(w for w in words if w[0].isupper())
    if len(words) > 1:
        chunk.confidence = 0.9
    return phrase.take(chunk)


def attach_posts(phrase: Phrase) -> None:
    """Give each person the posts that stand right before the name, or behind it between commas or in brackets."""
    outer = sorted((c for c in phrase.chunks if c.inside is None or c.kind == "Role"), key=lambda c: c.first)
    people = [c for c in outer if c.kind == "Person"]
    roles = [c for c in outer if c.kind == "Role" and c.inside is None]
    for person in people:
        _before(phrase, person, roles)
    for role in roles:
        if role.inside is None:
            _beside(phrase, role, people)
    for role in roles:
        if role.plural and role.inside is None:
            _shared(phrase, role, people)
    for person in people:
        if len(person.posts) and person.posts[0].owner is None and not person.posts[0].flags & {"of-pronoun"}:
            _body_behind(phrase, person, person.posts[0])


def _body_behind(phrase: Phrase, person: Chunk, role: Chunk) -> None:
    """Professor Zhao Lihua of the Institute; the director, Mr. Weiguo (Huaxin Road & Bridge): where a post is."""
    at = person.last + 1
    if role.first > person.first or at >= len(phrase):
        return
    if phrase.lower(at) == "(" and phrase.pairs.get(at, 0) > at + 1:
        _in_brackets(phrase, role, at + 1, phrase.pairs[at] - 1)
    elif phrase.lower(at) in ("of", "from") and role.kind_of in ("staff", "member"):
        begin = at + 1 + (phrase.lower(at + 1) == "the")
        body = phrase.taken[begin] if begin < len(phrase) else None
        if body is not None and body.kind == "Organization" and body.proper and body.inside is None:
            role.owner, body.inside = body, role


def _in_brackets(phrase: Phrase, role: Chunk, first: int, last: int) -> None:
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
    parts = [chunk, *chunk.posts]
    parts += [p.owner for p in parts if p.owner is not None and p.owner.inside is p]
    parts += [p.owner for p in parts if p.owner is not None and p.owner.inside is p]
    first, last = min(p.first for p in parts), max(p.last for p in parts)
    return phrase.phrase_start(first), last


def _before(phrase: Phrase, person: Chunk, roles: list[Chunk]) -> None:
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
        if edge != person.first and "," in between and "and" not in between:
            break
        person.posts.append(role)
        role.inside = person
        edge = first


def _named_by_another(phrase: Phrase, person: Chunk) -> bool:
    """By order of the akim X was appointed: the one who orders is not X, or the clause would be about nobody."""
    role = phrase.taken[person.first - 1] if person.first else None
    if role is None or role.kind != "Role" or role.owner is not None or phrase.tokens[role.last].capital:
        return False
    start = phrase.phrase_start(role.first)
    opening = start - 3 >= 0 and (start == 3 or phrase.tag(start - 4) == "PUNCT") and phrase.lower(start - 3) == "by"
    return opening and phrase.lower(start - 1) == "of" and phrase.tag(person.last + 1) == "A"


def _beside(phrase: Phrase, role: Chunk, people: list[Chunk]) -> None:
    """Attach a post between commas to the name before it, or, in a list that begins with posts, to the next one."""
    first, last = extent(phrase, role)
    if role.plural:
        return
    previous = next((p for p in reversed(people) if p.last < first), None)
    following = next((p for p in people if p.first > last), None)
    behind = previous is not None and _comma_between(phrase, previous.last, first)
    ahead = following is not None and _comma_between(phrase, last, following.first)
    if behind and ahead and previous is not None and following is not None:
        # X, Director of A, Y, Director of B: the first post decides which way the list goes
        if previous.posts and previous.posts[0].first < previous.first:
            behind = bool(following.posts) or _role_follows(phrase, following)
        else:
            ahead = False
    if behind and previous is not None and _closed(phrase, last):
        previous.posts.append(role)
        role.inside = previous
    elif ahead and following is not None and not following.posts and _definite(phrase, role, first):
        following.posts.append(role)
        role.inside = following


def _comma_between(phrase: Phrase, last: int, first: int) -> bool:
    between = [phrase.lower(i) for i in range(last + 1, first)]
    return between in ([","], ["("], ["–"], ["—"], [",", "and"], [",", "the"], [",", "a"], [",", "an"]) and between != [
        ",",
        "and",
    ]


def _closed(phrase: Phrase, last: int) -> bool:
    """Tell whether a post that follows a name ends at a mark, a verb or a conjunction."""
    return phrase.lower(last + 1) in (",", ";", ".", ")", "and", "", "–", "—", ":", "as") or phrase.tag(last + 1) in (
        "V", "A", "M", "W", "I", "X", "PUNCT", "C", "ADV",
    )  # fmt: skip


def _definite(phrase: Phrase, role: Chunk, first: int) -> bool:
    return phrase.lower(first) == "the" or phrase.tags[first] == "O" or role.owner is not None


def _role_follows(phrase: Phrase, person: Chunk) -> bool:
    at = person.last + 2 + (phrase.tag(person.last + 2) == "D")
    after = phrase.taken[at] if phrase.lower(person.last + 1) == "," and at < len(phrase) else None
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
    role.plural = False
    for person in found:
        person.posts.append(role)
    role.inside = found[0]
