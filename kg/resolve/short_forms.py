"""Which names of bodies in one announcement may be short for others: Regional Court beside Tobyl Regional Court.

It depends on names alone, so it is told once for each announcement and kept (see kg.resolve.shortened for the rest).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.gazetteer import shipped
from kg.names import fold
from kg.records import Name
from kg.resolve.abbreviations import clipped
from kg.resolve.body_name import ENVOYS, WIDE, BodyName, body_name, name_score
from kg.resolve.body_word import Word
from kg.resolve.home import home_by_name

_BEHIND = re.compile(r"\(([^()]+)\)$")
"""Международный совет музеев (ICOM): what else is called ICOM in that announcement is the council."""

_MEANS = 0.85
_BRAND = 6  # letters
_CALLED_WITHOUT = frozenset({
    "theatre", "company", "corporation", "holding", "group", "club", "union", "trade-union", "association", "agency",
    "factory", "hotel", "airline",
})  # fmt: skip
"""Kinds of bodies that many call by what stands before: Astana Opera, IndustriALL."""

OF_ANOTHER = frozenset({
    "branch", "department", "division", "administration", "office", "representation-office", "faculty", "chair",
    "laboratory", "secretariat", "press-service", "service",
})  # fmt: skip
"""Kinds of bodies that are parts of the one whose name stands beside: the Mangystau Branch of Kazhydromet."""

_PARTS = frozenset({"department", "division", "administration"})
"""Kinds of bodies that are never called by the place alone: that of a city has a field."""

QUALITIES = frozenset({"state", "national", "central", "international", "port", "general", "supreme", "public"})
"""What names of kinds of bodies have in common with adjectives: the State Maritime and Port Agency."""

REGIONS = frozenset({"regional", "district", "county", "city"})
"""What regions are called by: a region is not short for its maslikhat or court."""

_TELL = WIDE | {"regional", "district", "city"}
"""What tells in one announcement, as a name does, which body is meant: Asian confederation, regional department."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body as an announcement tells of it: its names, the best first, and the state that it is told in."""

    names: tuple[Name, ...]
    home: str


SURELY, AS_BRAND, PERHAPS = "surely", "as brand", "perhaps"
"""How a name is short for another: whatever else is told of both; as its brand; unless they are told to be two."""

Short = tuple[int, int, str]
"""The places of a short name and of a longer one, and how it may stand for that."""


def short_forms(bodies: Mapping[int, Body]) -> tuple[Short, ...]:
    """Return which of the bodies of an announcement, by their places, may be called short for which.

    What is left over may be a proper name (Tobyl) or, where the short form has one itself, a state or a reach, a word
    such as Artisans; never a word for a kind of body, which would make it a part.
    """
    return tuple(
        (place, other, how)
        for place, body in bodies.items()
        for other, longer in bodies.items()
        if place != other and (how := _short_for(body, longer))
    )


def _short_for(body: Body, longer: Body) -> str:
    """Return how a body may be called short for another, "" if it is not."""
    if not body.names or _explained(body, longer):
        return SURELY if body.names else ""
    if _means_the_same(body, longer):
        return PERHAPS
    homes = {home_by_name(one.names, one.home) for one in (body, longer)} - {""}
    if len(homes) > 1:
        return ""  # Constitutional Court, told in Budapest, beside that of Kazakhstan
    if any(begins_clipped(name, other) for name in body.names for other in longer.names):
        return PERHAPS
    shorts = [body_name(name.text, name.lang) for name in body.names if name.kind == "full" or len(body.names) == 1]
    wholes = [body_name(name.text, name.lang) for name in longer.names if name.kind == "full"]
    if shorts and _is_region(shorts[0]) and not any(_is_region(whole) for whole in wholes):
        return ""
    if not shorts or not any(_lacks_words(shorts[0], whole) for whole in wholes):
        return ""
    return AS_BRAND if any(_is_brand_of(shorts[0], whole) for whole in wholes) else PERHAPS


def begins_clipped(name: Name, whole: Name) -> bool:
    """Tell whether a clipped word stands for how a longer name begins: Минтруда, Министерство труда и защиты."""
    if name.lang != whole.lang or not clipped(name.text, name.lang):
        return False
    mine, theirs = body_name(name.text, name.lang).words, body_name(whole.text, whole.lang).words
    return len(mine) < len(theirs) and all(
        one.stem == other.stem or one.ids & other.ids for one, other in zip(mine, theirs, strict=False)
    )


def _is_region(name: BodyName) -> bool:
    """Tell whether a name is that of a region or of its akimat, which are one: Бидайық ауданы."""
    kinds = [word.ids for word in name.words if word.weight == "kind"]
    return any(ids & REGIONS for ids in kinds) and all(ids & (REGIONS | {"akimat"}) for ids in kinds)


def _explained(body: Body, longer: Body) -> bool:
    """Tell whether the longer name ends with the other in brackets."""
    own = {fold(name.text) for name in body.names}
    return any(fold(match[1]) in own for name in longer.names for match in _BEHIND.finditer(name.text))


def _means_the_same(body: Body, other: Body) -> bool:
    """Tell whether the two have one name in one language but for the order of words and how letters are spelled out.

    ILO Moscow Office, the International Labour Organization's Office in Moscow.
    """
    pairs = [(m, t) for m in body.names[:1] for t in other.names[:1] if m.lang == t.lang and m.kind == t.kind == "full"]
    return any(
        name_score(m.text, m.lang, t.text, t.lang) >= _MEANS
        and not body_name(m.text, m.lang).generic
        and body_name(m.text, m.lang).states == body_name(t.text, t.lang).states
        for m, t in pairs
    )


def _is_brand_of(short: BodyName, whole: BodyName) -> bool:
    """Tell whether a name is the word that the other begins or ends with, and all else there says what kind it is.

    IndustriALL for IndustriALL Global Union, Atameken for the Atameken National Chamber of Entrepreneurs.
    """
    if len(short.words) != 1 or len(whole.words) < 2 or short.words[0].weight != "proper" or _is_place(short.words[0]):
        return False
    brand, own = short.words[0].text, [word.text for word in whole.words]
    if len(brand) < _BRAND and sum(letter.isupper() for letter in brand) > 1:  # KfW банкі; no NGO is an NGO School
        kinds = [word.ids for word in whole.words if word.text != brand]
        return len(own) == 2 and len(kinds) == 1 and bool(kinds[0] & (_CALLED_WITHOUT | {"bank"}))
    others = [word for word in whole.words if word.text != brand]
    if any(word.ids & OF_ANOTHER for word in others):
        return False
    return len(brand) >= _BRAND and brand in (own[0], own[-1]) and all(word.ids for word in others)


def _lacks_words(short: BodyName, whole: BodyName) -> bool:
    if _is_brand_of(short, whole):
        return True
    if not short.words or not any(word.ids for word in short.words) or short.numbers != whole.numbers:
        return False
    left = list(whole.words)
    for word in short.words:
        same = next(
            (w for w in left if (w.ids, w.place) == (word.ids, word.place) and (w.ids or w.stem == word.stem)), None
        )
        if same is None:
            return False
        left.remove(same)
    if _described(short) or _only_placed(short) or _of_a_state(short, left):
        return bool(left)
    if [w.weight for w in left] == ["kind"] and left[0].ids & _CALLED_WITHOUT and len(short.words) > 1:
        return not any(word.weight == "kind" for word in short.words)
    named = any(
        (word.weight == "proper" and not _is_place(word)) or word.state or word.ids & _TELL for word in short.words
    )
    return bool(left) and all(w.weight in ("proper", "light") or (named and w.weight == "heavy") for w in left)


def _described(short: BodyName) -> bool:
    """Tell whether words describe a body by its place or state rather than name it: the Mangystau department."""
    *others, head = short.words
    return (
        head.weight == "kind"
        and head.text.islower()
        and any(w.state or _is_place(w) or w.text.istitle() for w in others)
    )


def _of_a_state(short: BodyName, left: list[Word]) -> bool:
    """Tell whether a name is a kind of body and its state, all else being what the body is for: Агентство Азербайджана.

    What is left is no other kind of body, whose part it might be.
    """
    kinds = [word for word in short.words if word.weight == "kind"]
    return (
        bool(short.states)
        and len(short.words) == 2
        and len(kinds) == 1
        and not kinds[0].ids & (OF_ANOTHER | ENVOYS)
        and all(word.weight != "kind" or word.ids <= QUALITIES for word in left)
    )


def _only_placed(short: BodyName) -> bool:
    """Tell whether a name says what part of a whole is meant and where, not what for: Управление Астаны."""
    kinds = [word for word in short.words if word.ids & _PARTS]
    others = [word for word in short.words if not word.ids & _PARTS]
    return len(kinds) == 1 and bool(others) and all(w.weight == "proper" or w.state for w in others)


def _is_place(word: Word) -> bool:
    """Tell whether a proper name is a place's: the University of Warsaw is not the Warsaw University of Technology."""
    return bool(word.ids) or bool(shipped().find(word.text, None, "Place"))
