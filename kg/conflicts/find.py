"""All contradictions, by every rule in turn."""

from __future__ import annotations

from kg.conflicts import denials, holders, values
from kg.conflicts.said import Conflict, Said

RULES = (
    values.different_values,
    holders.two_holders,
    denials.stated_and_denied,
    denials.memberships_denied,
)
"""Each is a function from all that was said to its contradictions."""

PREDICATES = tuple(dict.fromkeys((*values.PREDICATES, *holders.PREDICATES, *denials.PREDICATES)))
"""What the rules look at, beside everything that is denied somewhere."""


def find(said: Said) -> list[Conflict]:
    """Return what can't all be right, sorted by thing and kind; the same for the same announcements in any order."""
    found = [conflict for rule in RULES for conflict in rule(said)]
    return sorted(found, key=lambda one: one.place)
