"""Two values where only one can be: a day, a number of members, the status of an agreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import combinations

from kg.conflicts.days import agree, at_one_time, earliest
from kg.conflicts.said import Conflict, Said, Saying, side

_DATES = ("schema:startDate", "schema:endDate", "schema:dateCreated")
_CHANGING = {"kg:memberCount": "different numbers", "kg:agreementStatus": "different statuses"}
PREDICATES = (*_DATES, *_CHANGING)

Clash = Callable[[Saying, Saying], bool]


def different_values(said: Said) -> Iterator[Conflict]:
    """Yield the things that bear two values at one time.

    Of a day said to be to come, the later word stands; a membership that began after the first announcement was
    written is another one; numbers and statuses change, so only what is said at one time contradicts itself.
    """
    about: defaultdict[tuple[str, str], list[Saying]] = defaultdict(list)
    for one in said.sayings:
        if one.modality == "asserted" and one.predicate in PREDICATES:
            about[one.subject, one.predicate].append(one)
    for (subject, predicate), sayings in sorted(about.items()):
        clash = _day_clash(said.type_of(subject)) if predicate in _DATES else _value_clash
        values = _by_value(sayings)
        wrong = {value for pair in combinations(sorted(values), 2) if _any(clash, values, *pair) for value in pair}
        if wrong:
            kind = _CHANGING.get(predicate, "different dates")
            yield Conflict(kind, subject, predicate, tuple(side(v, subject, values[v]) for v in sorted(wrong)))


def _by_value(sayings: Iterable[Saying]) -> dict[str, list[Saying]]:
    found: defaultdict[str, list[Saying]] = defaultdict(list)
    for one in sayings:
        found[one.value].append(one)
    return found


def _any(clash: Clash, values: dict[str, list[Saying]], one: str, other: str) -> bool:
    return any(clash(a, b) for a in _times(values[one]) for b in _times(values[other]))


def _times(sayings: list[Saying]) -> Iterable[Saying]:
    """Return one saying for each day and language: more of them prove nothing more."""
    return {(one.published, one.lang): one for one in sayings}.values()


def _value_clash(one: Saying, other: Saying) -> bool:
    return at_one_time(one.published, one.lang, other.published, other.lang)


def _day_clash(kind: str) -> Clash:
    def clash(one: Saying, other: Saying) -> bool:
        if agree(one.value, other.value):
            return False
        if _value_clash(one, other) or not (one.published and other.published):
            return True
        first, last = sorted((one, other), key=lambda saying: saying.published)
        written = date.fromisoformat(first.published)
        if earliest(first.value) > written:
            return False
        return kind != "Membership" or earliest(last.value) <= written

    return clash
