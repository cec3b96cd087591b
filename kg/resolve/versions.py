"""Which announcements are one told in two languages: by their day, who is in them and what they are called.

A press service publishes an announcement in two or three languages, on one day or in the next days, and the other side
tells of the same in its own; a guest from far away does so a week later, of an encounter of the same day and people.
What corresponds in two versions is then one thing, even if its names are translated and no table knows them (see
kg.resolve.aligned).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.lang.syntax import DAY
from kg.records import LANGUAGES
from kg.resolve.groups import Groups
from kg.resolve.human_name import human_name
from kg.resolve.score import Feature, compare
from kg.resolve.sound import loose, skeleton
from kg.resolve.told import Told, World

VERSIONS = 0.5
"""The least score with which two announcements are taken for versions of one."""

_WITHIN = 3  # days
LATER = 14  # days within which whoever was there tells of an encounter that both date alike
_AT_HAND = 10_000  # outlines
_CROWD = 60  # announcements of these days that share a key: more of them say nothing by it
_LANGUAGE = re.compile(
    rf"(?:^|(?<=[^a-z]))(?:{'|'.join((*LANGUAGES, 'kaz', 'rus', 'eng', 'kz'))})(?=$|[^a-z])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What of an announcement outlives translation: its people by sound, known things, the days it tells of, its id.

    ``met`` are the days on which somebody was at an encounter, with that person's sound.
    """

    people: frozenset[str]
    known: frozenset[str]
    days: frozenset[str]
    met: frozenset[str]
    stem: str
    published: int


def shared_people(one: Outline, other: Outline) -> float:
    """How many of the people of the one with fewer are in both; 0 with nobody in common."""
    fewer = min(len(one.people), len(other.people))
    common = len(one.people & other.people)
    return common / fewer * (1.0 if common > 1 else 0.6) if fewer else 0.0


def shared_known(one: Outline, other: Outline) -> float:
    """How many of the known bodies, places and programmes of the one with fewer are in both."""
    fewer = min(len(one.known), len(other.known))
    return len(one.known & other.known) / fewer if fewer > 1 else 0.0


def shared_days(one: Outline, other: Outline) -> float:
    """Whether they tell of meetings on the same days."""
    fewer = min(len(one.days), len(other.days))
    return len(one.days & other.days) / fewer if fewer else 0.0


def other_days(one: Outline, other: Outline) -> float:
    """Both tell of meetings, and of none on the same day."""
    return float(bool(one.days and other.days) and one.days.isdisjoint(other.days))


def days_apart(one: Outline, other: Outline) -> float:
    """How far apart they came out, from 0 for the same day or the next to 1 for three days and more."""
    return min(1.0, max(0.0, abs(one.published - other.published) - 1) / (_WITHIN - 1))


def same_but_for_language(one: Outline, other: Outline) -> float:
    """Whether their ids differ only in the name of the language: p01-kk and p01-ru."""
    return float(bool(one.stem) and one.stem == other.stem)


FEATURES = (
    Feature(0.6, shared_people),
    Feature(0.2, shared_known),
    Feature(0.1, shared_days),
    Feature(0.4, same_but_for_language),
    Feature(-0.3, other_days),
    Feature(-0.05, days_apart),
)


Alike = tuple[float, int, int]
"""Two announcements by their numbers, the lesser first, that may be versions, with their score."""


def alike(
    world: World, groups: Groups, among: Iterable[int] | None = None, beginning: Collection[int] | None = None
) -> list[Alike]:
    """Return the announcements in two languages that may be one.

    With ``among`` only these are compared, and of them only those pairs whose first is one of ``beginning``.
    """
    outlines: dict[int, _Packed] = {}
    outlined = lru_cache(maxsize=_AT_HAND)(lambda number: _unpacked(outlines[number]))
    seen: set[int] = set()  # numbers of pairs
    scored: list[Alike] = []
    for one, other in _candidates(
        [world.told[n] for n in among] if among is not None else world.told, world, groups, outlines
    ):
        if beginning is not None and one not in beginning:
            continue
        pair = one * len(world.told) + other
        if pair not in seen and world.told[one].lang != world.told[other].lang:
            seen.add(pair)
            if (score := compare(FEATURES, outlined(one), outlined(other)).total) >= VERSIONS:
                scored.append((score, one, other))
    return scored


def versions(world: World, scored: Iterable[Alike]) -> list[tuple[Told, Told]]:
    """Return the pairs of announcements in two languages that are one; each has at most one version in a language."""
    taken: set[tuple[int, str]] = set()
    found = []
    for _, one, other in sorted(scored, key=lambda row: (-row[0], *row[1:])):
        mine, theirs = world.told[one], world.told[other]
        if (one, theirs.lang) not in taken and (other, mine.lang) not in taken:
            taken |= {(one, theirs.lang), (other, mine.lang)}
            found.append((mine, theirs))
    return sorted(found, key=lambda pair: (pair[0].number, pair[1].number))


_Packed = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], str, int]
"""An outline as it is held: a set takes four times the memory of a tuple."""


def _packed(one: Outline) -> _Packed:
    return tuple(one.people), tuple(one.known), tuple(one.days), tuple(one.met), one.stem, one.published


def _unpacked(one: _Packed) -> Outline:
    return Outline(frozenset(one[0]), frozenset(one[1]), frozenset(one[2]), frozenset(one[3]), one[4], one[5])


def around(world: World, days: Iterable[str]) -> tuple[list[int], set[int]]:
    """Return the announcements that came out so near to some days that they may be versions of what came out then.

    Behind them are those which may be the first of a pair of which something that came out then decides whether it is
    compared: of those that share a key only few may come out within days of the first.
    """
    numbers = {number for day in days if (number := day_number(day))}
    near = {number + apart for number in numbers for apart in range(-LATER, LATER + 1)}
    before = {number - apart for number in numbers for apart in range(LATER + 1)}
    published = [(told.number, day_number(told.day)) for told in world.told]
    return [n for n, day in published if day in near], {n for n, day in published if day in before}


def _candidates(
    some: Iterable[Told], world: World, groups: Groups, outlines: dict[int, _Packed]
) -> Iterator[tuple[int, int]]:
    """Yield announcements that share a person, a known thing or an id and came out within days of each other.

    Those that tell of one person at an encounter of one day, or have one id, may be further apart.
    """
    near, later = _Sharing(), _Sharing()
    for told in some:
        if published := day_number(told.day):
            mine = outline(told, world, groups, published)
            outlines[told.number] = _packed(mine)
            near.take(told.number, {*mine.people, *mine.known, *({mine.stem} - {""})})
            later.take(told.number, {*mine.met, *({mine.stem} - {""})})
    for keys, within in ((near, _WITHIN), (later, LATER)):
        for sharing in keys.several():
            yield from _at_one_time(sharing, within, outlines)


class _Sharing:
    """The announcements that share a key, by number; most keys are one announcement's alone."""

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self._others: defaultdict[str, list[int]] = defaultdict(list)

    def take(self, number: int, keys: Iterable[str]) -> None:
        for key in keys:
            if self._first.setdefault(key, number) != number:
                self._others[key].append(number)

    def several(self) -> Iterator[list[int]]:
        return ([self._first[key], *others] for key, others in self._others.items())


def _at_one_time(sharing: list[int], within: int, outlines: dict[int, _Packed]) -> Iterator[tuple[int, int]]:
    sharing.sort(key=lambda number: (outlines[number][-1], number))
    end = 0
    for start, one in enumerate(sharing):
        while end < len(sharing) and outlines[sharing[end]][-1] - outlines[one][-1] <= within:
            end += 1
        if end - start <= _CROWD:
            yield from ((min(one, other), max(one, other)) for other in sharing[start + 1 : end])


def outline(told: Told, world: World, groups: Groups, published: int) -> Outline:
    """Return what of an announcement outlives translation."""
    known: set[str] = set()
    heard: dict[int, str] = {}
    for number in told.nodes:
        node = world.nodes[number]
        if node.type == "Person":
            for name in node.names[:1]:
                heard[number] = _heard(name.text)
        elif node.type not in ("Role", "Country") and (row := groups.known(number)):
            known.add(f"={row}")
    days = {met.day for met in told.met if met.day}
    present = {f"{met.day} {heard[n]}" for met in told.met if len(met.day) == DAY for n in met.present if heard.get(n)}
    stem = _LANGUAGE.sub("~", told.id) if _LANGUAGE.search(told.id) else ""
    stem = stem if any(c.isalnum() for c in stem) else ""
    return Outline(frozenset(heard.values()), frozenset(known), frozenset(days), frozenset(present), stem, published)


@lru_cache(maxsize=16_384)
def _heard(name: str) -> str:
    """Return the consonants of a name's words, which most spellings share; of a short name the surname's."""
    words = sorted(skeleton(loose(word)) for word in human_name(name).words)
    return " ".join(words[-1:] if len(words) == 1 else words)


def day_number(day: str) -> int:
    """Return the number of a day, 0 for what is none."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0
