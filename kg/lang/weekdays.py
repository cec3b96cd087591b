"""Which day a bare weekday means: the one past, or the one to come where its clause lies ahead."""

from __future__ import annotations

from datetime import date, timedelta

from kg.lang.syntax import Clause

_AHEAD = frozenset({"planned", "proposed"})


def choose_weekdays(clause: Clause) -> None:
    """Let a weekday be the one to come where its clause lies ahead: в понедельник состоится, will meet on Monday."""
    if not clause.future and clause.modality not in _AHEAD:
        return
    for chunk in clause.chunks:
        if "weekday" in chunk.flags:
            chunk.flags.discard("weekday")
            chunk.value = (date.fromisoformat(chunk.value) + timedelta(days=7)).isoformat()
            chunk.label = chunk.value
