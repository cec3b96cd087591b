"""Which facts of two readers are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.facts import CANCELLED, PLANNED, Fact, Part, spelled

_STATUS = frozenset({PLANNED, CANCELLED})
# The part that may be named more or less fully: Астана, Астана қаласы; кафедра меңгерушісі, меңгеруші.
_MORE_OR_LESS = {"meeting.place": 0, "role": 1}


@dataclass(frozen=True)
class Difference:
    """How what was found differs from what was expected.

    ``right`` are the expected facts that were found. ``pairs`` are the keys of the meetings that are one: expected,
    found.
    """

    right: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    extra: tuple[Fact, ...]
    pairs: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        lines = [f"missed  {fact}" for fact in self.missed] + [f"extra   {fact}" for fact in self.extra]
        return "\n".join(lines)


def compare(wanted: Iterable[Fact], got: Iterable[Fact], *, exactly: bool = False) -> Difference:
    """Pair the facts of two readers: they are the same if each part has a name in common.

    Meetings are paired first, by what they share. Unless ``exactly``, a post or a place may be named more or less
    fully. A fact that stands twice counts twice.
    """
    wanted, got = list(wanted), list(got)
    pairs = _paired(wanted, got, exactly)
    fits = [
        [number for number, other in enumerate(got) if _at(other, fact, pairs) and same(fact, other, exactly=exactly)]
        for fact in wanted
    ]
    used = {number for numbers in fits for number in numbers}
    return Difference(
        tuple(fact for fact, numbers in zip(wanted, fits, strict=True) if numbers),
        tuple(fact for fact, numbers in zip(wanted, fits, strict=True) if not numbers),
        tuple(fact for number, fact in enumerate(got) if number not in used),
        tuple(sorted(pairs.items())),
    )


def counted(told: Difference, got: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the extra facts that count: not those of a meeting that is called off, nor whether one lies ahead."""
    off = _keys(got, CANCELLED)
    return tuple(fact for fact in told.extra if fact.relation not in _STATUS and fact.meeting not in off)


def hasty(negatives: Iterable[Fact], told: Difference, got: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return which of the facts that are not stated were given.

    One of a meeting is given if its meeting was found with it. Where the labels know nothing else of that meeting it
    must not have been at all; then any meeting that was taken for held and is none of theirs may give it. What is said
    to have ended is not given.
    """
    got = list(got)
    pairs = dict(told.pairs)
    known = {fact.meeting for fact in (*told.right, *told.missed) if fact.relation not in _STATUS}
    taken = set(pairs.values()) | _keys(got, PLANNED) | _keys(got, CANCELLED)
    free = {fact.meeting for fact in got} - taken

    def given(fact: Fact) -> bool:
        if not fact.meeting:
            return any(same(fact, other) for other in got if not other.ended)
        nobody: set[str] = set()
        suspects = {pairs[fact.meeting]} if fact.meeting in pairs else nobody if fact.meeting in known else free
        return any(other.meeting in suspects and same(fact, other, exactly=True) for other in got)

    return tuple(fact for fact in negatives if given(fact))


def same(one: Fact, other: Fact, *, exactly: bool = False) -> bool:
    """Say whether two facts are one, their meetings aside."""
    if one.relation != other.relation or len(one.parts) != len(other.parts):
        return False
    loose = None if exactly else _MORE_OR_LESS.get(one.relation)
    pairs = zip(one.parts, other.parts, strict=True)
    return all(_meet(a, b, loosely=number == loose) for number, (a, b) in enumerate(pairs))


def _meet(one: Part, other: Part, *, loosely: bool) -> bool:
    left, right = {spelled(name) for name in one}, {spelled(name) for name in other}
    if left & right:
        return True
    words = [set(name.split()) for name in right]
    return loosely and any(set(a.split()) <= b or b <= set(a.split()) for a in left for b in words)


def _at(got: Fact, wanted: Fact, pairs: Mapping[str, str]) -> bool:
    return got.meeting == (pairs.get(wanted.meeting) if wanted.meeting else "")


def _keys(facts: Iterable[Fact], status: str) -> set[str]:
    return {fact.meeting for fact in facts if fact.relation == status}


def _paired(wanted: Sequence[Fact], got: Sequence[Fact], exactly: bool) -> dict[str, str]:
    """Pair the meetings of two readers, those with the most in common first, then those of which both say "planned"."""
    ahead, planned = _keys(wanted, PLANNED), _keys(got, PLANNED)
    ranked = [
        (-common, (one in ahead) != (other in planned), one, other)
        for one, other, common in _in_common(_by_meeting(wanted), _by_meeting(got), exactly)
    ]
    pairs: dict[str, str] = {}
    for _, _, one, other in sorted(ranked):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _in_common(
    wanted: Mapping[str, list[Fact]], got: Mapping[str, list[Fact]], exactly: bool
) -> Iterator[tuple[str, str, int]]:
    for one, facts in wanted.items():
        for other, found in got.items():
            common = sum(any(same(fact, there, exactly=exactly) for there in found) for fact in facts)
            if common:
                yield one, other, common


def _by_meeting(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.meeting and fact.relation not in _STATUS:
            found[fact.meeting].append(fact)
    return found
