"""Elections and referendums with the day or month that the text gives them."""

from __future__ import annotations

from kg.extract.draft import cover
from kg.extract.reader import Reader
from kg.lang.dates import datatype
from kg.records import Literal


def find_elections(reader: Reader) -> None:
    """Claim the date of each election that is named in the same clause as one."""
    for sentence in reader.sentences:
        for chunk in (c for c in sentence.chunks if c.kind == "Election" and c.thing):
            clause = next((c for c in sentence.clauses if chunk.first <= c.predicate[1]), None)
            if clause is None or clause.negated or clause.modality in ("proposed", "denied", "hypothetical"):
                continue
            dates = [c for c in clause.chunks if c.kind == "Date" and c.kind_of == "on" and c.start < chunk.start]
            dates += [
                c
                for s in sentence.clauses
                if s.form == "relative" and s.head is chunk
                for c in s.chunks
                if c.kind == "Date"
            ]
            if not dates and clause.concepts & {"hold"} and chunk in clause.having("subject"):
                dates = [c for c in clause.chunks if c.kind == "Date" and c.kind_of == "on"]
            if dates:
                day = dates[-1]
                value = Literal(day.value, datatype(day.value))
                reader.draft.claim(
                    chunk.thing, "schema:startDate", value, [cover(day, chunk)], "election.day", confidence=0.85
                )
