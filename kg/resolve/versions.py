"""Which announcements are one told in two languages: by their day, who is in them and what they are called.

A press service publishes an announcement in two or three languages, on one day or the next. What corresponds in the two
is then one thing, even if its names are translated and no table knows them (see kg.resolve.aligned).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.records import LANGUAGES
from kg.resolve.groups import Groups
from kg.resolve.human_name import human_name
from kg.resolve.score import Feature, compare
from kg.resolve.sound import loose, skeleton
from kg.resolve.told import Told, World

VERSIONS = 0.5
"""The least score with which two announcements are taken for versions of one."""

_CROWD = 60  # announcements of a day that share a key: more of them say nothing by it
_LANGUAGE = re.compile(
    rf"(?:^|(?<=[^a-z]))(?:{'|'.join((*LANGUAGES, 'kaz', 'rus', 'eng', 'kz'))})(?=$|[^a-z])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What of an announcement outlives translation: its people by sound, known things, the days it tells of, its id."""

    people: frozenset[str]
    known: frozenset[str]
    days: frozenset[str]
    stem: str


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


def same_but_for_language(one: Outline, other: Outline) -> float:
    """Whether their ids differ only in the name of the language: p01-kk and p01-ru."""
    return float(bool(one.stem) and one.stem == other.stem)


FEATURES = (
    Feature(0.6, shared_people),
    Feature(0.2, shared_known),
    Feature(0.1, shared_days),
    Feature(0.4, same_but_for_language),
)


def versions(world: World, groups: Groups) -> list[tuple[Told, Told]]:
    """Return the pairs of announcements in two languages that are one; each has at most one version in a language."""
    outlines: dict[int, Outline] = {}
    scored: dict[tuple[int, int], float] = {}
    for one, other in _candidates(world, groups, outlines):
        if (one, other) not in scored and world.told[one].lang != world.told[other].lang:
            scored[one, other] = compare(FEATURES, outlines[one], outlines[other]).total
    taken: set[tuple[int, str]] = set()
    found = []
    for (one, other), score in sorted(scored.items(), key=lambda pair: (-pair[1], pair[0])):
        mine, theirs = world.told[one], world.told[other]
        if score < VERSIONS:
            break
        if (one, theirs.lang) not in taken and (other, mine.lang) not in taken:
            taken |= {(one, theirs.lang), (other, mine.lang)}
            found.append((mine, theirs))
    return sorted(found, key=lambda pair: (pair[0].number, pair[1].number))


def _candidates(world: World, groups: Groups, outlines: dict[int, Outline]) -> Iterator[tuple[int, int]]:
    """Yield announcements of one day, or of one day and the next, that share a person, a known thing or an id."""
    by_day: dict[str, list[Told]] = defaultdict(list)
    for told in world.told:
        if told.day:
            by_day[told.day].append(told)
    for day, same in sorted(by_day.items()):
        after = by_day.get(_next(day), [])
        keys: dict[str, list[int]] = defaultdict(list)
        for told in (*same, *after):
            if told.number not in outlines:
                outlines[told.number] = outline(told, world, groups)
            mine = outlines[told.number]
            for key in sorted({*mine.people, *mine.known, *({mine.stem} - {""})}):
                keys[key].append(told.number)
        first_of_next = min((told.number for told in after), default=len(world.told))
        for sharing in keys.values():
            if len(sharing) <= _CROWD:
                yield from ((a, b) for i, a in enumerate(sharing) if a < first_of_next for b in sharing[i + 1 :])


def outline(told: Told, world: World, groups: Groups) -> Outline:
    """Return what of an announcement outlives translation."""
    people, known = set(), set()
    for number in told.things.values():
        node = world.nodes[number]
        if node.type == "Person":
            people |= {key for name in node.names[:1] if (key := _heard(name.text))}
        elif node.type not in ("Role", "Country") and (row := groups.known(number)):
            known.add(f"={row}")
    days = {met.day for met in told.met if met.day}
    stem = _LANGUAGE.sub("~", told.id) if _LANGUAGE.search(told.id) else ""
    stem = stem if any(c.isalnum() for c in stem) else ""
    return Outline(frozenset(people), frozenset(known), frozenset(days), stem)


def _heard(name: str) -> str:
    """Return the consonants of a name's words, which most spellings share; of a short name the surname's."""
    words = sorted(skeleton(loose(word)) for word in human_name(name).words)
    return " ".join(words[-1:] if len(words) == 1 else words)


def _next(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except ValueError:
        return ""
