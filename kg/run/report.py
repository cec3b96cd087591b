"""report.json: what was read, found, refused, what contradicts what, and whether the graph is valid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from kg import __version__
from kg.graph.validate import Validation
from kg.records import Doubt, Refusal, Resolution
from kg.run.parts import Head
from kg.run.understand import Entry


def report(
    announcements: Sequence[dict[str, Any]],
    claims: Counter[str],
    resolution: Resolution,
    refused: Sequence[Refusal],
    entities: Counter[str],
    validation: Validation,
    conflicts: list[dict[str, Any]],
    retracted: Sequence[str],
    notices: Sequence[str],
) -> dict[str, Any]:
    """Return the report on a build: a row for each announcement, how many claims there are, by modality, and so on.

    ``entities`` counts the things in the graph by their class.
    """
    return {
        "version": __version__,
        "announcements": list(announcements),
        "refused": [{"source": one.source, "reason": one.reason} for one in refused],
        "retracted": list(retracted),
        "notices": list(notices),
        "entities": dict(sorted(entities.items())),
        "claims": dict(sorted(claims.items())),
        "conflicts": conflicts,
        "doubts": [_doubt(one) for one in resolution.doubts],
        "idle judgements": [asdict(one) for one in resolution.idle],
        "validation": {**asdict(validation), "results": [asdict(result) for result in validation.results]},
    }


def row(entry: Entry, head: Head) -> dict[str, Any]:
    """Return what the report says of an announcement."""
    return {
        "id": entry.id,
        "source": entry.source,
        "lang": head.lang,
        "published": head.published or None,
        "claims": sum(head.claims.values()),
        "notes": list(head.notes),
    }


def _doubt(one: Doubt) -> dict[str, Any]:
    return {"one": one.one, "other": one.other, "score": one.score, "features": dict(one.features)}
