"""Dates in a Russian sentence: which words they take, and which day a weekday means by the tense of its clause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kg.lang.dates import DateMention
from kg.lang.ru.phrase import Grammar, Phrase
from kg.lang.syntax import Clause

_AHEAD = frozenset({"planned", "proposed"})


def take_dates(phrase: Phrase, dates: Iterable[DateMention]) -> None:
    """Make a chunk of each date; a bare weekday is one behind в (в понедельник), the one past until its clause tells."""
    for mention in dates:
        inside = [i for i, t in enumerate(phrase.tokens) if mention.start < t.end and t.start < mention.end]
        if not inside or not phrase.free(inside[0], inside[-1]):
            continue
        if mention.coming and phrase.lower(inside[0] - 1) not in ("в", "во"):
            continue
        chunk = phrase.chunk("Date", inside[0], inside[-1], label=mention.value, lemma="", rule=f"date.{mention.kind}")
        chunk.function, chunk.start, chunk.end, chunk.value = "date", mention.start, mention.end, mention.value
        chunk.kind_of = mention.relation
        chunk.names = [mention.end_value] if mention.end_value else []
        if mention.coming:
            chunk.flags.add("weekday")
        if phrase.lower(chunk.first - 1) == "не":
            chunk.kind_of = "not"
        phrase.take(chunk, Grammar(()))


def choose_weekdays(clause: Clause) -> None:
    """Let a weekday be the one to come where its clause lies ahead: в понедельник состоится заседание."""
    if not clause.future and clause.modality not in _AHEAD:
        return
    for chunk in clause.chunks:
        if "weekday" in chunk.flags:
            chunk.flags.discard("weekday")
            chunk.value = (date.fromisoformat(chunk.value) + timedelta(days=7)).isoformat()
            chunk.label = chunk.value
