"""What announcements contradict each other in, and who may be one: rows of report.json as cards show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.view.things import clean


def disputes(report: Mapping[str, Any], iris: Sequence[str]) -> list[dict[str, Any]]:
    """Return the contradictions and doubts of a report that concern things of the picture, in the report's order.

    Each has ``kind`` ("different values", "stated and denied" or "maybe the same"), ``thing`` (a number in ``iris``),
    ``predicate``, and ``said``: rows of value (a text), thing (a number, or None) and the announcements' ids.
    """
    numbers = _by_slug(iris)
    found = []
    for row in report.get("conflicts") or ():
        number = numbers.get(str(row.get("subject")))
        if number is not None:
            said = [_said(one, numbers) for one in row.get("said") or ()]
            found.append(
                {
                    "kind": clean(row.get("kind")),
                    "thing": number,
                    "predicate": clean(row.get("predicate")),
                    "said": said,
                }
            )
    for doubt in report.get("doubts") or ():
        pair = [str(doubt.get("one")), str(doubt.get("other"))]
        for slug, other in (pair, pair[::-1]):
            if slug in numbers and other in numbers:
                said = [_said({"value": other}, numbers)]
                found.append({"kind": "maybe the same", "thing": numbers[slug], "predicate": "", "said": said})
    return found


def _by_slug(iris: Sequence[str]) -> dict[str, int]:
    """Return the number of each thing by the end of its IRI, which is its slug: person/berik-imashev."""
    return {"/".join(iri.rsplit("/", 2)[-2:]): number for number, iri in enumerate(iris)}


def _said(one: Mapping[str, Any], numbers: Mapping[str, int]) -> dict[str, Any]:
    value = str(one.get("value", ""))
    return {
        "value": clean(value),
        "thing": numbers.get(value) if "/" in value else None,
        "announcements": [clean(id_) for id_ in one.get("announcements") or one.get("stated") or ()],
        "denied": [clean(id_) for id_ in one.get("denied") or ()],
    }
