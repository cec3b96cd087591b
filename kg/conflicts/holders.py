"""Two holders, on one day, of a post that one person at a time holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from kg.conflicts.days import agree, earliest, latest
from kg.conflicts.said import IN_ORDER, Conflict, Said, Saying, side
from kg.conflicts.sole import is_sole
from kg.lang.person_names import compatible, split_name
from kg.resolve.sound import sound_of_name

_PARTS = ("org:member", "org:organization", "org:role")
PREDICATES = (*_PARTS, "schema:startDate", "schema:endDate")

_DAY = timedelta(days=1)
_Days = tuple[date, date]  # from and to


@dataclass(slots=True)
class _Tenure:
    """A membership put together from what was asserted of it."""

    slug: str
    parts: dict[str, str] = field(default_factory=dict)
    sayings: list[Saying] = field(default_factory=list)
    starts: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    ended_in: set[str] = field(default_factory=set)

    def add(self, one: Saying) -> None:
        """Take up one claim."""
        if one.predicate in _PARTS:
            self.parts.setdefault(one.predicate, one.value)
        if one.predicate == "org:member":
            self.sayings.append(one)
        elif one.predicate == "schema:startDate":
            self.starts.add(one.value)
        elif one.predicate == "schema:endDate":
            self.ends.add(one.value)
            self.ended_in.add(one.announcement)

    def held(self) -> list[tuple[date, date]]:
        """Return the days, from and to, on which the post was surely held.

        Surely held it was when an announcement named it, and from its start to the last such day, or from the first
        to its end. Days of coming and going are left out: on them a post has two holders by nature.
        """
        start, end = _agreed(self.starts, latest), _agreed(self.ends, earliest)
        named = (
            date.fromisoformat(one.published)
            for one in self.sayings
            if one.published and one.announcement not in self.ended_in
        )
        days = sorted({day for day in named if self._inside(day)})
        spans = [(day, day) for day in days]
        first = start + _DAY if start else days[0] if days else None
        last = end - _DAY if end else days[-1] if days else None
        if (start or end) and first and last and first <= last:
            spans.append((first, last))
        return spans

    def _inside(self, day: date) -> bool:
        after = all(earliest(start) < day for start in self.starts)
        return after and all(latest(end) > day for end in self.ends)


def two_holders(said: Said) -> Iterator[Conflict]:
    """Yield the posts that two people surely held on one day.

    Left out are those whose names may be one person's: that is a doubt about who is who, not a contradiction.
    """
    posts: defaultdict[tuple[str, str], list[_Tenure]] = defaultdict(list)
    for tenure in _tenures(said):
        body, role = tenure.parts["org:organization"], tenure.parts["org:role"]
        if is_sole(said.things[role], said.things[body]):
            posts[body, role].append(tenure)
    for (body, role), tenures in sorted(posts.items()):
        held = {tenure.slug: tenure.held() for tenure in tenures}
        for one, other in combinations(tenures, 2):
            days = _common_days(held[one.slug], held[other.slug])
            if days and not _maybe_one(said, one.parts["org:member"], other.parts["org:member"]):
                yield _conflict(body, role, one, other, days)


def _tenures(said: Said) -> list[_Tenure]:
    found: dict[str, _Tenure] = {}
    for one in said.sayings:
        if one.modality == "asserted" and one.predicate in PREDICATES and said.type_of(one.subject) == "Membership":
            found.setdefault(one.subject, _Tenure(one.subject)).add(one)
    whole = (tenure for _, tenure in sorted(found.items()) if set(_PARTS) <= tenure.parts.keys())
    return [tenure for tenure in whole if said.type_of(tenure.parts["org:member"]) == "Person"]


def _agreed(values: set[str], bound: Callable[[str], date]) -> date | None:
    """Return the day that all the values give, by the bound that is sure; None when there is none or they differ."""
    ordered = sorted(values, key=len)
    if not ordered or not all(agree(ordered[-1], value) for value in ordered):
        return None
    return bound(ordered[-1])


def _common_days(one: Sequence[_Days], other: Sequence[_Days]) -> _Days | None:
    common = [(max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) <= min(b, d)]
    return min(common, key=lambda days: (days[0], -days[1].toordinal())) if common else None


def _maybe_one(said: Said, one: str, other: str) -> bool:
    mine, theirs = said.things[one].names, said.things[other].names
    sounds = {sound_of_name(name) for name in mine} & {sound_of_name(name) for name in theirs} - {""}
    return bool(sounds) or any(compatible(split_name(a), split_name(b)) for a in mine for b in theirs)


def _conflict(body: str, role: str, one: _Tenure, other: _Tenure, days: tuple[date, date]) -> Conflict:
    first, last = (day.isoformat() for day in days)
    sides = tuple(
        side(tenure.parts["org:member"], tenure.slug, _nearest(tenure.sayings, days[0])) for tenure in (one, other)
    )
    return Conflict("two holders", body, "org:role", sides, first if first == last else f"{first}/{last}", role)


def _nearest(sayings: list[Saying], day: date) -> list[Saying]:
    """Return what was said nearest to the day, before and after it."""
    dated = [one for one in sayings if one.published]
    ranked = sorted(dated, key=lambda one: (abs((date.fromisoformat(one.published) - day).days), IN_ORDER(one)))
    return ranked[:_QUOTES]


_QUOTES = 4
