"""The words that say each fact of an announcement, as the store has them: what kg.graph.trace finds in a store."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph import iris
from kg.graph.dataset import merged
from kg.graph.describe import confidence
from kg.graph.statements import Statement
from kg.graph.trace import Quote, Triple


def worded(said: Sequence[Statement], base: str) -> dict[Triple, list[Quote]]:
    """Return the words of each fact that one announcement states; they are all of that announcement."""
    found: dict[Triple, list[Quote]] = {}
    if not said:
        return found
    announcement = said[0].announcement
    iri, headline = iris.announcement(base, announcement.id).value, announcement.headline or ""
    about = (headline if headline.strip() else "", announcement.published or "", announcement.url or "")
    for one in merged(said):
        sure = float(confidence(one.confidence))
        found.setdefault(one.triple, []).extend(
            Quote(iri, span.start, span.end, span.of(announcement.text), one.rule, sure, "asserted", "", *about)
            for span in dict.fromkeys(one.evidence)
        )
    return found
