"""Which day a bare weekday or a day without its year means: the one past, or the one to come if its clause does."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.lang.syntax import DAY, Clause

_AHEAD = frozenset({"planned", "proposed"})
_DONE = frozenset({"hold", "take", "meet", "visit", "receive", "host", "sign", "gather", "attend", "arrive", "travel"})
_JUST_PAST = timedelta(days=31)
_YEAR = re.compile(r"\d{4}")


def choose_weekdays(clause: Clause) -> None:
    """Let a weekday be the one to come where its clause lies ahead: в понедельник состоится, will meet on Monday."""
    if not clause.future and clause.modality not in _AHEAD:
        return
    for chunk in clause.chunks:
        if "weekday" in chunk.flags:
            chunk.flags.discard("weekday")
            chunk.value = (date.fromisoformat(chunk.value) + timedelta(days=7)).isoformat()
            chunk.label = chunk.value


def choose_years(clause: Clause, text: str, published: str | None) -> None:
    """Let a day without its year be the one to come where its clause lies ahead, else the one past.

    In November: will visit on 12 January, held a session on 12 January.
    """
    ahead = clause.future or (clause.modality == "planned" and not clause.past)
    held = clause.form == "finite" and clause.past and clause.modality == "asserted" and clause.lemma in _DONE
    if published is None or not (ahead or held):
        return
    for chunk in clause.chunks:
        wrong = chunk.value < published if ahead else chunk.value > published
        if chunk.kind != "Date" or chunk.kind_of != "on" or len(chunk.value) != DAY or not wrong:
            continue
        if ahead and date.fromisoformat(published) - date.fromisoformat(chunk.value) < _JUST_PAST:
            continue  # on the 5th: 2 марта его приняли, 3 марта он посетит музей: the story's own future
        words = text[chunk.start : chunk.end]
        named = any(letter.isdigit() for letter in words) and not _YEAR.search(words)
        if named and chunk.rule == "date.absolute" and not chunk.value.endswith("-02-29"):
            year = int(published[:4]) + (chunk.value[5:] <= published[5:]) - (not ahead)
            chunk.value = chunk.label = f"{year}{chunk.value[4:]}"
            chunk.names = [f"{year}{end[4:]}" for end in chunk.names]
