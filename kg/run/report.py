"""report.json: what was read, found, refused, what contradicts what, and whether the graph is valid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from kg import __version__
from kg.graph.validate import Validation
from kg.records import Extraction, Refusal, Resolution


def report(
    extractions: Iterable[Extraction],
    resolution: Resolution,
    refused: Sequence[Refusal],
    entities: Counter[str],
    validation: Validation,
    conflicts: list[dict[str, Any]],
    retracted: Sequence[str],
    notices: Sequence[str],
) -> dict[str, Any]:
    """Return the report on a build; ``entities`` counts the things in the graph by their class."""
    modalities: Counter[str] = Counter()
    rows = []
    for extraction in extractions:
        modalities.update(claim.modality for claim in extraction.claims)
        rows.append(_row(extraction))
    return {
        "version": __version__,
        "announcements": rows,
        "refused": [{"source": one.source, "reason": one.reason} for one in refused],
        "retracted": list(retracted),
        "notices": list(notices),
        "entities": dict(sorted(entities.items())),
        "claims": dict(sorted(modalities.items())),
        "conflicts": conflicts,
        "doubts": [{**asdict(doubt), "features": dict(doubt.features)} for doubt in resolution.doubts],
        "idle judgements": [asdict(one) for one in resolution.idle],
        "validation": {**asdict(validation), "results": [asdict(result) for result in validation.results]},
    }


def _row(extraction: Extraction) -> dict[str, Any]:
    announcement = extraction.announcement
    return {
        "id": announcement.id,
        "source": announcement.source,
        "lang": announcement.lang,
        "published": announcement.published,
        "claims": len(extraction.claims),
        "notes": list(dict.fromkeys(announcement.notes + extraction.notes)),
    }
