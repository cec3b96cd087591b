"""The words that say each fact of an announcement, as the store has them: what kg.graph.trace finds in a store."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph import iris
from kg.graph.dataset import merged
from kg.graph.describe import confidence
from kg.graph.statements import Statement
from kg.graph.trace import Quote, Triple


def worded(said: Iterable[Statement], base: str) -> dict[Triple, list[Quote]]:
    """Return the words of each fact that one announcement states."""
    found: dict[Triple, list[Quote]] = {}
    for one in merged(said):
        spans = dict.fromkeys(one.evidence)
        found.setdefault(one.triple, []).extend(_quote(one, span.start, span.end, base) for span in spans)
    return found


def _quote(statement: Statement, start: int, end: int, base: str) -> Quote:
    announcement = statement.announcement
    headline = announcement.headline or ""
    return Quote(
        announcement=iris.announcement(base, announcement.id).value,
        start=start,
        end=end,
        text=announcement.text[start:end],
        rule=statement.rule,
        confidence=float(confidence(statement.confidence)),
        headline=headline if headline.strip() else "",
        published=announcement.published or "",
        url=announcement.url or "",
    )
