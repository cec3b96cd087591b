"""Which posts of a Kazakh sentence are whose: those right before a name, behind it, or shared by several."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.lang.kk.alphabet import RELATIONAL
from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import Chunk

_LONGEST_TITLE = 5
_LONGEST_ASIDE = 8
_CHIEF = "Бас "
_BETWEEN_POSTS = frozenset({",", "және", "әрі", "»", "”", ")", "–", "—", "-"})  # Басқарма төрағасы – ректоры X
_TITLED = frozenset({"NOUN", "ADJ"})
# Nouns of people by what they do; before a name and behind a body such a noun is a post whatever word it is.
_AGENTS = ("шы", "ші", "гер", "кер", "ист", "лог", "тор", "граф", "ент", "ант")


def attach_posts(phrase: Phrase) -> None:
    """Give each person the posts that stand right before the name or behind it in brackets or between dashes."""
    chunks = sorted((c for c in phrase.chunks if "absorbed" not in c.flags), key=lambda c: c.first)
    for index, chunk in enumerate(chunks):
        if chunk.kind != "Person":
            continue
        _posts_before(phrase, chunks, index)
        _post_behind(phrase, chunks, index)
    _share_plural_posts(phrase, chunks)
    for person in chunks:
        if person.kind == "Person" and not person.posts:
            _post_by_suffix(phrase, person)
    _of_whoever_sent_them(phrase, chunks)
    body: Chunk | None = None
    for one, other in pairwise([c for c in chunks if c.kind == "Person"]):
        bodies = [p.owner for p in one.posts if p.owner is not None and p.owner.kind == "Organization"]
        body = bodies[0] if bodies else body if one.posts and _joined(phrase, one, other) else None
        _of_the_same_body(phrase, one, other, body)


def _owned(phrase: Phrase, post: Chunk) -> bool:
    """Tell whether a post bears the possessive and is not the one of a state that the gazetteer knows."""
    entry = phrase.known.gazetteer.by_id(post.known) if post.known else None
    return post.possessed or (entry is not None and not entry.parent and " " in post.label)


def _joined(phrase: Phrase, one: Chunk, other: Chunk) -> bool:
    between = [phrase.lower(i) for i in range(one.last + 1, _with_posts(other)) if phrase.taken[i] is None]
    return len(between) == 1 and between[0] in phrase.cues.words["joining"] | {","}


def _of_the_same_body(phrase: Phrase, one: Chunk, other: Chunk, body: Chunk | None) -> None:
    """Аурухананың бас дәрігері X пен аритмология бөлімшесінің меңгерушісі Y: a part of a body told with its head."""
    units = [p for p in other.posts if "unit" in p.flags and p.owner is None]
    serving = phrase.cues.words["serving"]
    chiefs = [p for p in other.posts if p.owner is None and (p.label.startswith(_CHIEF) or _owned(phrase, p))]
    # not where another noun owns the post: the vice-rector X and the project's coordinator Y
    chiefs = [p for p in chiefs if p.lemma not in serving and not p.plural and phrase.before(p.first) is None]
    if (units or chiefs) and body is not None and _joined(phrase, one, other):
        (units or chiefs)[0].owner = body  # банктің төрағасы X, бас экономист Y


def _of_whoever_sent_them(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Елшіліктен елші X мен кеңесші Y келді: posts without a body are at the one from which their holders came."""
    sender = None
    final = next((r for i in range(phrase.size - 1, -1, -1) if (r := phrase.verbal(i)) is not None), None)
    if final is None or final.lemma not in phrase.cues.words["coming"]:
        return
    for chunk in chunks:
        if chunk.kind == "Organization" and chunk.inside is None:
            sender = chunk if chunk.function == "from" and chunk.kind_of != "unit" else None
        elif chunk.kind == "Person" and sender is not None and chunk.function in ("subject", "with"):
            for post in chunk.posts:
                if post.owner is None and "of-unknown" not in post.flags:
                    post.owner = sender


def _posts_before(phrase: Phrase, chunks: list[Chunk], index: int) -> None:
    person, at = chunks[index], index - 1
    name = _aside_before(phrase, _rank_before(phrase, person.first))
    edge = _title_before(phrase, name)
    while at >= 0 and name <= chunks[at].first:
        chunks[at].function = "" if chunks[at].function == "at" else chunks[at].function
        at -= 1
    several = _followed_by_another(phrase, chunks, index)
    while (
        at >= 0
        and chunks[at].kind == "Role"
        and chunks[at].function == "subject"
        and (several or not chunks[at].plural)
        and not phrase.lower(chunks[at].first - 1).isdigit()  # мәслихаттың 11 депутаты, аудан әкімі X
    ):
        role = chunks[at]
        between = [phrase.lower(i) for i in range(role.last + 1, edge)]
        if len(between) == 2 and between[0] == "," and between[1].endswith(RELATIONAL) and not person.posts:
            between = []  # вице-президенті, қазақстандық X
        if between == [","] and edge == name < person.first and phrase.tokens[name].text != "(" and not person.posts:
            between = []  # академия ректоры, генерал-майор X
        if not all(word in _BETWEEN_POSTS for word in between):
            break
        titled = bool(person.posts) and not between and person.posts[-1].owner is None and role.possessed
        if bool(between) == (edge == name) and not titled:
            break  # the first post touches the name, a further one is joined by a comma or and; ректоры профессор X
        person.posts.append(role)
        role.inside = person
        body = chunks[at - 1] if at else None
        if role.owner is None and not role.possessed and body is not None and body.last == role.first - 1:
            sends = body.kind == "Organization" or (body.kind == "Place" and body.kind_of == "region")
            role.owner = body if sends and body.function == "from" else None
        own = role.owner is not None and role.owner.last < role.first and chunks[at - 1].kind != "Role"
        own = own and not _shared_with_another(chunks, role)
        edge = role.owner.first if role.owner is not None and own else role.first
        at -= 1
        while at >= 0 and chunks[at].first >= edge:
            at -= 1


def _shared_with_another(chunks: list[Chunk], role: Chunk) -> bool:
    """Елшісі, ЕҚЫҰ жанындағы Тұрақты өкілі X: tell whether another post stands between a post and whose it is."""
    begin = role.owner.first if role.owner is not None else role.first
    return any(c.kind == "Role" and begin < c.first < role.first for c in chunks)


def _rank_before(phrase: Phrase, first: int) -> int:
    """Return where the ranks right before a name begin, or the name's own place."""
    while first > 0 and phrase.taken[first - 1] is None and phrase.lower(first - 1) in phrase.cues.words["ranks"]:
        first -= 1
    begin = first
    if phrase.lower(first - 1) in phrase.cues.words["degrees"]:
        begin -= 1
        while begin > 0 and phrase.taken[begin - 1] is None and first - begin < _LONGEST_TITLE:
            if phrase.tokens[begin - 1].kind != "word" or phrase.pos(begin - 1) not in _TITLED:
                break
            begin -= 1
    comma = phrase.lower(begin - 1) == ","
    post = phrase.taken[begin - 1 - comma] if begin > comma else None
    return begin if post is not None and post.kind == "Role" else first


def _aside_before(phrase: Phrase, first: int) -> int:
    """Елшісі (резиденциясы Будапештте) X: where brackets between a post and a name begin, or the name."""
    opening = phrase.opens.get(first - 1)
    if opening is None or phrase.tokens[opening].text != "(" or first - opening > _LONGEST_ASIDE:
        return first
    inside = [c for i in range(opening, first) if (c := phrase.taken[i]) is not None]
    post = phrase.taken[opening - 1] if opening else None
    apart = all(c.kind in ("Place", "Country", "Date", "Number") and c.first > opening for c in inside)
    return opening if apart and post is not None and post.kind == "Role" and post.function == "subject" else first


def _title_before(phrase: Phrase, first: int) -> int:
    """Департамент бастығы, азаматтық қорғау полковнигі X: where a title begins that stands between post and name."""
    begin = first
    while (
        begin > 0
        and first - begin < _LONGEST_TITLE
        and phrase.taken[begin - 1] is None
        and phrase.pos(begin - 1) in _TITLED
    ):
        begin -= 1
    last = phrase.first(first - 1) if first else None
    titled = begin < first and last is not None and last.pos == "NOUN" and last.case == "Nom"
    post = phrase.taken[begin - 2] if begin > 1 and phrase.lower(begin - 1) == "," else None
    return begin if titled and post is not None and post.kind == "Role" else first


def _post_by_suffix(phrase: Phrase, person: Chunk) -> None:
    """Миссиясының үйлестірушісі Чжан Вэй: a post that no list has."""
    at = person.first - 1
    if at < 1 or phrase.taken[at] is not None or phrase.tokens[at].kind != "word" or phrase.tokens[at].capital:
        return
    reading = next((r for r in phrase.readings[at] if r.pos == "NOUN" and r.possessor == "3" and r.case == "Nom"), None)
    first = at
    while first > 0 and phrase.taken[first - 1] is None and at - first < 2:
        if phrase.pos(first - 1) != "ADJ" and phrase.lower(first - 1) not in ("бас", "аға"):
            break
        first -= 1
    body = phrase.before(first)
    if reading is None or not reading.lemma.endswith(_AGENTS) or body is None or body.kind != "Organization":
        return
    words = [*(phrase.tokens[i].text for i in range(first, at)), reading.lemma]
    label = " ".join(words)
    role = phrase.chunk(
        "Role",
        first,
        at,
        label=label[:1].upper() + label[1:],
        lemma=reading.lemma,
        rule="role.by-suffix",
        function="subject",
    )
    role.kind_of, role.possessed, role.owner, role.confidence = "staff", True, body, 0.75
    body.inside, role.inside = role, person
    person.posts.append(phrase.take(role))


def _followed_by_another(phrase: Phrase, chunks: list[Chunk], index: int) -> bool:
    """Судьялары Ж.Құрманбекова және О.Литвиненко: a post in the plural belongs to all of a list."""
    if index + 1 >= len(chunks) or chunks[index + 1].kind != "Person":
        return False
    between = [phrase.lower(i) for i in range(chunks[index].last + 1, chunks[index + 1].first)]
    return bool(between) and all(word in (",", "және", "мен", "пен", "бен") for word in between)


def _share_plural_posts(phrase: Phrase, chunks: list[Chunk]) -> None:
    for role in [c for c in chunks if c.kind == "Role" and c.plural and c.function == "subject" and c.inside is None]:
        _announced_post(phrase, chunks, role)
    for index, chunk in enumerate(chunks[:-1]):
        if chunk.kind == "Person" and _followed_by_another(phrase, chunks, index):
            following = chunks[index + 1]
            following.posts += [p for p in chunk.posts if p.plural and p not in following.posts]
    for role in [c for c in chunks if c.kind == "Role" and c.plural and c.owner is not None]:
        _each_at_his_own(phrase, chunks, role)


def _each_at_his_own(phrase: Phrase, chunks: list[Chunk], role: Chunk) -> None:
    """X банкі мен Y қорының басшылары А мен Б: as many bodies as people; without people the heads of all of them.

    Of other numbers nothing tells who is at which.
    """
    bodies = _joined_owners(phrase, chunks, role)
    if role.owner is None or not bodies or role.kind_of == "membership":
        return
    people = [c for c in chunks if c.kind == "Person" and role in c.posts]
    of_each = [*bodies, role.owner] if len(people) == len(bodies) + 1 else [None for _ in people]
    for person, body in zip(people, of_each, strict=False):
        own = replace(role, owner=body, plural=False, flags=role.flags | ({"of-unknown"} if body is None else set()))
        person.posts = [own if p is role and body is not role.owner else p for p in person.posts]
    role.parties = [*role.parties, *bodies]
    for body in bodies:
        body.function, body.inside = "owner", role


def _joined_owners(phrase: Phrase, chunks: list[Chunk], role: Chunk) -> list[Chunk]:
    """Return the bodies and states that are joined to the owner of a plural post, in the order of the text."""
    last = role.owner
    ministry = last if last is not None and last.rule == "organization.of-minister" else None
    last = ministry.owner if ministry is not None else last
    found: list[Chunk] = []
    for before in reversed([c for c in chunks if last is not None and c.last < last.first]):
        if last is None or before.kind not in ("Organization", "Country") or before.function != "subject":
            break
        begin = last.first if last.owner is None or last.owner.last > last.first else last.owner.first
        between = [phrase.lower(i) for i in range(before.last + 1, begin) if phrase.taken[i] is None]
        if len(between) != 1 or between[0] not in phrase.cues.words["joining"] | ({","} if found else frozenset()):
            break
        found.insert(0, before)
        last = before
    if ministry is None:
        return found
    theirs = [replace(ministry, owner=state, label=ministry.label, inside=role) for state in found]
    for state, body in zip(found, theirs, strict=True):
        state.function, state.inside = "owner", body
        phrase.chunks.append(body)
    return theirs


def _announced_post(phrase: Phrase, chunks: list[Chunk], role: Chunk) -> None:
    """Комиссияның тең төрағалары – X министрі А мен Y директоры Б: a plural post before a dash is that of all."""
    if role.last + 1 >= phrase.size or phrase.tokens[role.last + 1].kind != "dash":
        return
    people: list[Chunk] = []
    for person in (c for c in chunks if c.kind == "Person" and c.first > role.last):
        begin = people[-1].last if people else role.last + 1
        between = [phrase.lower(i) for i in range(begin + 1, _with_posts(person)) if phrase.taken[i] is None]
        if between not in ([], [","], ["және"], ["мен"], ["пен"], ["бен"]) or bool(between) != bool(people):
            break
        people.append(person)
    if len(people) > 1 and people[0].function == people[-1].function == "subject":
        for person in people:
            person.posts.append(role)
        role.inside = people[0]


def _with_posts(person: Chunk) -> int:
    """Return where the phrase of a person begins, the posts and their bodies with it."""
    parts = [p for post in person.posts for p in (post, post.owner, post.owner.owner if post.owner else None) if p]
    return min([person.first, *(p.first for p in parts)])


def _post_behind(phrase: Phrase, chunks: list[Chunk], index: int) -> None:
    """Аслан Бекмұратов (профессор) / – комитет төрағасы, ..."""
    person = chunks[index]
    nxt = chunks[index + 1] if index + 1 < len(chunks) else None
    if nxt is None:
        return
    role = nxt
    if nxt.kind == "Organization" and index + 2 < len(chunks) and chunks[index + 2].owner is nxt:
        role = chunks[index + 2]
    if role.kind != "Role" or role.function != "subject" or person.function != "subject" or role.inside:
        return
    mark = phrase.tokens[person.last + 1].text if person.last + 1 < phrase.size else ""
    begins = role.owner.first if role.owner and role.owner.last < role.first else role.first
    after = chunks[chunks.index(role) + 1] if chunks.index(role) + 1 < len(chunks) else None
    if after is not None and after.kind == "Person" and after.first == role.last + 1:
        return  # the post of the next name
    if begins == person.last + 2 and mark in ("(", "–", "—", "-", ","):
        closing = phrase.tokens[role.last + 1].text if role.last + 1 < phrase.size else "."
        if closing in ((",",) if mark == "," else (")", ".", ",", "–", "—", ";")):
            person.posts.append(role)
            role.inside = person
