"""The report beside a graph, if there is one: contradictions and doubts that the picture shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def report_beside(source: Path) -> dict[str, Any]:
    """Return what report.json says in a build's folder; nothing when there is none or it can't be read."""
    try:
        found = json.loads((source / "report.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
