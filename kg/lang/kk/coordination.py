"""Which chunks of a Kazakh sentence stand side by side, joined by commas and an and: X, Y және Z-пен."""

from __future__ import annotations

from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import Chunk

AND = frozenset({"және", "мен", "пен", "бен", "сондай-ақ", "әрі"})
_NEAR_ITS_OWNER = 4  # tokens from an owner to the encounter that it owns
_WHERE = frozenset({"Organization", "Place", "Country"})
_COMING = cues("kk").words["coming-and-going"]
_ACTORS = frozenset({"Person", "Organization", "Country", "Place", "Delegation", "Side", "Pronoun"})


def coordinate(phrase: Phrase, outer: list[Chunk]) -> None:
    """Give coordinated chunks the part that the last of them plays: X, Y және Z-пен."""
    # мен Испаниядағы Альменара университеті арасында: where the second is stands in the way of none
    outer = [c for k, c in enumerate(outer) if not (c.function == "attributive" and k + 1 < len(outer))]
    outer = [c for c, behind in pairwise([*outer, None]) if c and not (behind and _tells_of(phrase, c, behind))]
    group = 0
    linked = False
    for i in range(len(outer) - 2, -1, -1):
        one, two = outer[i], outer[i + 1]
        joint = _joint(phrase, one, two)
        alike = (one.kind in _ACTORS and two.kind in _ACTORS) or one.kind == two.kind
        if one.kind == "Person" and two.kind == "Organization" and two.function == "owner":
            behind = (
                outer[i + 2] if i + 2 < len(outer) else None
            )  # X мен Y қорының кездесуі, but X, Y қорының экологы Z
            alike = behind is not None and behind.kind == "Event" and behind.first - two.last <= _NEAR_ITS_OWNER
        if (
            alike
            and two.function not in ("attributive", "date")
            and (joint == "and" or (joint == "comma" and linked))
            and one.function in ("subject", two.function)
        ):
            if two.group < 0:
                two.group = group
                group += 1
            one.group, one.function = two.group, two.function
            linked = True
        else:
            linked = False


def _told_of_title(phrase: Phrase, begin: int, most: int) -> int:
    """X, Шаған галереясының | аға қызметкері Y: how many words of a body that is not known stand before a post."""
    at = begin
    while begin - at < most and phrase.taken[at - 1] is None and phrase.lower(at - 1) not in AND | {","}:
        first = phrase.first(at - 1)
        if phrase.tokens[at - 1].kind == "word" and (first is None or first.case not in ("", "Nom", "Gen")):
            break
        if first is not None and (first.pos in ("VERB", "AUX", "ADV", "PRON") or first.verb_form):
            break
        at -= 1
    return begin - at


def _begin(phrase: Phrase, chunk: Chunk, after: int) -> int:
    """Return where the phrase of a chunk begins, its posts, owners and theirs with it, behind a token."""
    parts = [p for p in (*chunk.posts, chunk.owner) if p is not None and after < p.first < chunk.first]
    begin = min([chunk.first, *(_begin(phrase, part, after) for part in parts)])
    come = _come_from(phrase, begin) if chunk.kind == "Person" else None
    return begin if come is None or come.first <= after else come.first


def _come_from(phrase: Phrase, begin: int) -> Chunk | None:
    """Харьковтен келген | хирург X: the place or body that a participle before somebody's phrase tells of them."""
    verb = phrase.verbal(begin - 1) if begin > 1 and phrase.taken[begin - 1] is None else None
    if verb is None or verb.verb_form != "Part" or verb.case not in ("", "Nom") or verb.lemma not in _COMING:
        return None
    where = phrase.taken[begin - 2]
    return where if where is not None and where.kind in _WHERE and where.function in ("from", "at", "to") else None


def _tells_of(phrase: Phrase, where: Chunk, person: Chunk) -> bool:
    if where.kind not in _WHERE or person.kind != "Person" or where.function not in ("from", "at", "to"):
        return False
    return _begin(phrase, person, where.first - 1) == where.first


def _joint(phrase: Phrase, one: Chunk, two: Chunk) -> str:
    begin = _begin(phrase, two, one.last)
    between = [
        phrase.lower(k)
        for k in range(one.last + 1, begin)
        if (taken := phrase.taken[k]) is not one and (taken is None or taken.function != "attributive")
    ]
    if not between:
        return ""
    if one.kind == two.kind == "Person" and two.posts and len(between) > 1:
        between = between[: len(between) - _told_of_title(phrase, begin, len(between) - 1)]
    words = [w for w in between if w not in ("»", "”", ")", ",")]
    if words and all(w in AND for w in words):
        return "and"
    return "comma" if not words and "," in between else ""
