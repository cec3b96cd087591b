"""Somebody as announcements tell of him, and what speaks for and against two such people being one.

Namesakes are common, so a full name alone makes two people one only where nothing is said of one of them; what else
speaks for and against it are the features below.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from kg.resolve import human_name
from kg.resolve.score import Feature

_AT_ONCE = 183
"""Days within which two posts that nobody is said to have left are held at once."""

NONE: frozenset[Any] = frozenset()  # of most people little is said, and there may be a million


@dataclass(slots=True)
class Person:
    """All that is said of a group of nodes that is one person; the sets hold groups.

    ``full`` tells whether given name and surname are known, ``telling`` has those of the names that tell most,
    ``seconds`` the initials of the father's name: М of Б.М. Имашев.
    """

    group: int
    names: tuple[str, ...]
    fathers: frozenset[str] = frozenset()
    posts: AbstractSet[tuple[int, int]] = NONE
    bodies: AbstractSet[int] = NONE
    wider: AbstractSet[int] = NONE
    states: AbstractSet[str] = NONE
    company: frozenset[str] = frozenset()
    first: str = ""
    last: str = ""
    appointed: str = ""
    left: bool = False
    full: bool = field(init=False)
    telling: tuple[str, ...] = field(init=False)
    seconds: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Work out what is asked in every comparison."""
        self.full = any(human_name.human_name(name).full for name in self.names)
        self.telling = _telling(self.names, self.full)
        self.seconds = _second_initials(self.names)


def same_full_name(one: Person, other: Person) -> float:
    """Given name and surname of the one are the other's: 1 by the same sounds, less where a foreign name is guessed."""
    return names_score(one, other) if one.full and other.full else 0.0


def initials_fit(one: Person, other: Person) -> float:
    """One is named with initials or with the surname alone, and the other's name can be shortened so."""
    return 0.0 if one.full and other.full else names_score(one, other)


def second_initial_fits(one: Person, other: Person) -> float:
    """One has two initials and the second begins the father's name in the other's patronymic: Б.М. and Мәжитұлы.

    Half for two whose second initials alone are one letter, if both are also named in full.
    """
    if not (_fitting_seconds(one, other) and names_score(one, other)):
        return 0.0
    if one.fathers or other.fathers:
        return float(not (one.fathers and other.fathers))
    return 0.5 if one.full and other.full else 0.0


def other_second_initial(one: Person, other: Person) -> float:
    """Both have a father's name or its initial, and these begin otherwise: Г.А. and Нұрланқызы."""
    return float(_fitting_seconds(one, other) is False)


def _fitting_seconds(one: Person, other: Person) -> bool | None:
    """Tell whether what is known of two fathers' names may be one where of one only the initial is; None if nothing."""
    if not (one.seconds or other.seconds):
        return None
    pairs = [(letter, name) for letter in one.seconds for name in (other.fathers or other.seconds)]
    pairs += [(letter, name) for letter in other.seconds for name in (one.fathers or one.seconds)]
    return any(human_name.initial_fits(*pair) for pair in pairs) if pairs else None


def same_father(one: Person, other: Person) -> float:
    """Both have a patronymic and it is formed from one name: Серікұлы and Серикович."""
    return float(any(human_name.same_father(mine, theirs) for mine in one.fathers for theirs in other.fathers))


def same_body(one: Person, other: Person) -> float:
    """Both have, or had, a post at the same body."""
    return float(bool(one.bodies & other.bodies))


def related_body(one: Person, other: Person) -> float:
    """The body of the one is part of the other's, or both are parts of a third; embassies are their ministry's."""
    if one.bodies & other.bodies:
        return 0.0
    return float(bool(one.bodies & other.wider or one.wider & other.bodies or one.wider & other.wider))


def nothing_else_said(one: Person, other: Person) -> float:
    """Of one of them no post at a body is told, so nothing speaks against it."""
    return float(not (one.bodies and other.bodies))


def same_company(one: Person, other: Person) -> float:
    """Two people or more are told of beside both of them; one of them counts half."""
    return min(1.0, len(one.company & other.company) / 2)


def moved_on(one: Person, other: Person) -> float:
    """One was appointed after the other was last seen: 0.4, and 1 if the other is said to have left."""
    if not (one.bodies and other.bodies) or one.bodies & other.bodies or not (one.last and other.last):
        return 0.0
    before, after = (one, other) if one.last <= other.last else (other, one)
    if before.last > after.first:
        return 0.0
    return (0.6 if before.left else 0.0) + (0.4 if after.appointed >= before.last and after.appointed else 0.0)


def other_state(one: Person, other: Person) -> float:
    """They serve bodies of different states."""
    return float(bool(one.states and other.states and one.states.isdisjoint(other.states)))


def posts_at_once(one: Person, other: Person) -> float:
    """They are seen within half a year at bodies that have nothing to do with each other."""
    if not (one.bodies and other.bodies) or one.bodies & other.bodies or related_body(one, other):
        return 0.0
    if one.left or other.left or not (one.first and other.first):
        return 0.0
    return float(days_between(one, other) < _AT_ONCE)


FEATURES = (
    Feature(0.6, same_full_name),
    Feature(0.45, initials_fit),
    Feature(0.25, second_initial_fits),
    Feature(0.3, same_father),
    Feature(0.35, same_body),
    Feature(0.2, related_body),
    Feature(0.15, nothing_else_said),
    Feature(0.15, same_company),
    Feature(0.2, moved_on),
    Feature(-0.3, other_second_initial),
    Feature(-0.3, other_state),
    Feature(-0.1, posts_at_once),
)


def names_score(one: Person, other: Person) -> float:
    """Score the names that tell most of each: full ones, with a patronymic where the other has only initials."""
    if one.fathers and other.fathers and not same_father(one, other):
        return 0.0
    return _named(one.telling, other.telling, one.full == other.full)


@lru_cache(maxsize=262_144)
def _named(mine: tuple[str, ...], theirs: tuple[str, ...], alike: bool) -> float:
    """Score names with names: the best pair where both are written ``alike``, in full or in short, else the worst."""
    scores = (human_name.name_score(m, t) for m in mine for t in theirs)
    return max(scores, default=0.0) if alike else min(scores, default=0.0)


@lru_cache(maxsize=65_536)
def _telling(names: tuple[str, ...], full: bool) -> tuple[str, ...]:
    apart = {name: human_name.human_name(name) for name in names}
    ranks = {name: (n.full, bool(n.father), len(n.initials) if not n.full else 0) for name, n in apart.items()}
    if full:
        kept = [name for name in names if ranks[name][0]]
        fathers = [name for name in kept if ranks[name][1]]
        return tuple(fathers or kept)
    most = max(ranks.values(), default=None)
    return tuple(name for name in names if ranks[name] == most)


@lru_cache(maxsize=65_536)
def _second_initials(names: tuple[str, ...]) -> frozenset[str]:
    initials = (human_name.human_name(name).initials for name in names)
    return frozenset(letters[1] for letters in initials if len(letters) > 1) or NONE


def days_between(one: Person, other: Person) -> int:
    """Return the days between what is told of two people, 0 if it overlaps."""
    before, after = (one, other) if one.first <= other.first else (other, one)
    try:
        return max(0, (date.fromisoformat(after.first) - date.fromisoformat(before.last)).days)
    except ValueError:
        return 0


def forget() -> None:
    """Let go of what is remembered of names."""
    for remembered in (_named, _telling, _second_initials):
        remembered.cache_clear()
