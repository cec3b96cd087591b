"""Names that do not say which body is meant: what many bodies have, and what stands in many states.

The Legal Department, the Board of Directors and the Embassy of Kazakhstan are called so in many announcements, and are
another one in each, unless it is told whose they are or where.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.gazetteer import shipped
from kg.records import Name
from kg.resolve.body_name import ENVOYS, BodyName, body_name, name_score

PARTS = frozenset({
    "department", "division", "administration", "sector-of", "faculty", "chair", "laboratory", "studio",
    "workshop-house",
})  # fmt: skip
"""Kinds of bodies that are parts of others and are many in each."""

_BOARDS = frozenset({"board", "council", "collegium"})
_OF_BOARDS = frozenset({
    "director", "supervision", "control", "observer", "guardianship", "scientist", "expertise", "advisory",
    "policy", "coordination", "party", "company",
})  # fmt: skip
_TOLD_BY = frozenset({"regional", "city", "district"})
_OF_MANY = frozenset({
    "federation", "association", "agency", "committee", "commission", "union", "institute", "centre", "university",
    "fund", "service", "club", "council", "society", "network", "school", "hospital", "academy", "inspectorate",
})  # fmt: skip
"""Kinds of bodies of which a state has many, so that its name alone says not which: Agency of Azerbaijan."""

_OFFICES = frozenset({"representation-office", "branch"})
_SHORTER = 0.5  # a name and a shorter form of it


def is_part(names: Iterable[Name]) -> bool:
    """Tell whether a body is by its names what others have: a department, a chair, a board of directors.

    What bears a state, a number, a proper name or words in quotes is told from others by its name.
    """
    full = [name for name in names if name.kind == "full"]
    return bool(full) and all(_is_part(name.text, name.lang) for name in full)


def says_not_which(names: Iterable[Name], home: str) -> bool:
    """Tell whether none of a body's names says which one it is; ``home`` is the state that the news is of.

    A state's own embassies stand in many others; what another state has in the home state is one.
    """
    named = list(names)
    return is_part(named) or (
        all(name.kind == "full" and _one_of_its_kind(name.text, name.lang, home) for name in named)
    )


def is_embassy(name: BodyName) -> bool:
    """Tell whether a name is an embassy's or a consulate's."""
    return any(word.ids & ENVOYS for word in name.words)


def _one_of_its_kind(text: str, lang: str, home: str) -> bool:
    name = body_name(text, lang)
    placed = any(word.place or word.weight == "proper" for word in name.words)
    abroad = is_embassy(name) and not placed
    office = not placed and not name.states and any(word.ids & _OFFICES for word in name.words)
    return name.generic or office or (abroad and name.states <= {home}) or _of_many(name)


def _of_many(name: BodyName) -> bool:
    kinds = [word for word in name.words if not word.state]
    return bool(name.states) and len(kinds) == 1 and kinds[0].weight == "kind" and kinds[0].ids <= _OF_MANY


@lru_cache(maxsize=65_536)
def _is_part(text: str, lang: str) -> bool:
    name = body_name(text, lang)
    kinds = {id_ for word in name.words if word.weight == "kind" for id_ in word.ids}
    others = [word for word in name.words if not word.ids & _BOARDS]
    board = bool(kinds & _BOARDS) and all(word.ids & _OF_BOARDS for word in others)
    if "branch" in kinds:
        return not (name.quoted or name.numbers or name.states)
    placed = any(word.weight == "proper" and (word.ids or _is_place(word.text)) for word in name.words)
    standing = "commission" in kinds and any("standing" in word.ids for word in name.words)  # of some council
    whole = bool(kinds & {"national", "state"}) or name.wide  # National Laboratory of Rare Earths
    return bool(kinds & PARTS or board or standing) and not (
        whole or name.quoted or name.numbers or name.states or placed
    )


@lru_cache(maxsize=65_536)
def alias_of_many(name: Name, names: tuple[Name, ...]) -> bool:
    """Tell whether a name lacks what another of a body's names says of which one it is: whose it is, or where.

    The Cardiology Centre, of the hospital of one town; the Embassy of Kazakhstan, in Finland.
    """
    apart = body_name(name.text, name.lang)
    if name.kind == "acronym" or len(names) < 2 or not (apart.common or is_embassy(apart)):
        return False
    own = {word.bare for word in apart.words}
    return any(_says_more(own, body_name(n.text, n.lang)) for n in names if n.lang == name.lang and n.kind == "full")


def _says_more(own: set[str], longer: BodyName) -> bool:
    """Tell whether a longer name has the words of a shorter one and says where that body is or whose."""
    more = [word for word in longer.words if word.bare not in own]
    if not more or len(longer.words) - len(more) < len(own):
        return False
    return any((word.weight == "proper" or word.ids & _TOLD_BY) if not word.state else word.place for word in more)


@lru_cache(maxsize=65_536)
def contradict(one: tuple[Name, ...], other: tuple[Name, ...]) -> bool:
    """Tell whether two bodies that share a short name have full ones that cannot be one body's.

    «Байтақ» is both the «Байтақ» credit partnership and the «Байтақ» nature fund.
    """
    mine, theirs = _fullest(one), _fullest(other)
    return bool(mine and theirs) and all(
        name_score(m.text, m.lang, t.text, t.lang) < _SHORTER for m in mine for t in theirs
    )


@lru_cache(maxsize=65_536)
def _fullest(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the full names that are not short for another one in their language."""
    words = {name: {w.stem for w in body_name(name.text, name.lang).words} for name in names if name.kind == "full"}
    return tuple(n for n, own in words.items() if not any(o.lang == n.lang and own < more for o, more in words.items()))


def is_bare_place(name: BodyName) -> bool:
    """Tell whether a body's name is only that of the place where it is."""
    return len(name.words) == 1 and name.words[0].weight == "proper" and _is_place(name.words[0].text)


def _is_place(word: str) -> bool:
    return bool(shipped().find(word, None, "Place"))
