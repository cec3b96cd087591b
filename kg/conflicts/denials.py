"""What one announcement states and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from kg.conflicts.days import at_one_time, earliest, latest
from kg.conflicts.said import Conflict, Said, Saying, side

Key = tuple[str, str]


def stated_and_denied(said: Said) -> Iterator[Conflict]:
    """Yield the triples that one announcement states and another denies, as far as both can't be right.

    Who took part in a meeting doesn't change; a membership may begin and end, so a denial contradicts it only at one
    time, or when it is said to have begun before the denial. Of a membership the denial of its role alone is none.
    """
    denied = {(one.subject, one.predicate, one.value) for one in said.sayings if one.modality == "denied"}
    if not denied:
        return
    found: defaultdict[tuple[str, str, str], dict[str, list[Saying]]] = defaultdict(
        lambda: {"asserted": [], "denied": []}
    )
    for one in said.sayings:
        triple = (one.subject, one.predicate, one.value)
        if triple in denied and one.modality in ("asserted", "denied"):
            found[triple][one.modality].append(one)
    context = _Context(said, {subject for subject, _, _ in denied})
    for (subject, predicate, value), sides in sorted(found.items()):
        if _stands_for_its_parts(said, subject, predicate):
            continue
        pairs = [(a, d) for a in sides["asserted"] for d in sides["denied"] if context.clash(a, d)]
        if pairs:
            stated = side(value, subject, {a for a, _ in pairs})
            yield Conflict(
                "stated and denied",
                subject,
                predicate,
                (stated, side(value, subject, {d for _, d in pairs}, "denied")),
            )


def _stands_for_its_parts(said: Said, subject: str, predicate: str) -> bool:
    """Of a membership that is denied its member alone is listed, not its organisation and role as well."""
    return said.type_of(subject) == "Membership" and predicate in ("org:organization", "org:role")


class _Context:
    """The dates and roles of the things that something is denied of."""

    def __init__(self, said: Said, subjects: set[str]) -> None:
        self._said = said
        self._starts: defaultdict[str, set[str]] = defaultdict(set)
        self._roles: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
        for one in said.sayings:
            if one.subject in subjects and one.predicate == "schema:startDate" and one.modality == "asserted":
                self._starts[one.subject].add(one.value)
            if one.subject in subjects and one.predicate == "org:role":
                self._roles[one.subject, one.announcement, one.modality].add(one.value)

    def clash(self, stated: Saying, denied: Saying) -> bool:
        """Tell whether a statement and a denial of one triple can't both be right."""
        if stated.announcement == denied.announcement or self._other_role(stated, denied):
            return False
        if at_one_time(stated.published, stated.lang, denied.published, denied.lang):
            return True
        if not (stated.published and denied.published):
            return False
        kind, starts = self._said.type_of(stated.subject), self._starts[stated.subject]
        written = date.fromisoformat(stated.published)
        if kind == "Meeting":
            return not any(earliest(day) > written for day in starts)
        denial = date.fromisoformat(denied.published)
        return kind == "Membership" and any(latest(day) <= denial <= written for day in starts)

    def _other_role(self, stated: Saying, denied: Saying) -> bool:
        mine = self._roles[stated.subject, stated.announcement, "asserted"]
        theirs = self._roles[denied.subject, denied.announcement, "denied"]
        return bool(theirs) and not (mine & theirs)
