"""Subjects that a Russian clause does not name: those of the clause before it, or of the noun that it hangs on."""

from __future__ import annotations

from kg.lang.syntax import Chunk, Clause


def share_subjects(clauses: list[Clause]) -> None:
    """Let a clause without a subject have that of the clause before it, a relative one its head."""
    kinds = ("Person", "Organization", "Country", "Delegation", "Side", "Pronoun", "Place", "Role", "Speaker")
    previous: list[Chunk] = []
    for index, clause in enumerate(clauses):
        own = clause.having("subject", *kinds)
        if clause.form == "nominal":
            continue
        if clause.form == "relative":
            if (
                not clause.having("subject")
                and clause.head is not None
                and not clause.passive
                and "object-head" not in clause.flags
            ):
                clause.inherited = _with_group(clause.head, clauses)
            continue
        if not clause.having("subject"):
            later = clauses[index + 1] if index + 1 < len(clauses) else None
            if clause.form == "converb" and not previous and later is not None:
                clause.inherited = next(
                    (c.having("subject", *kinds) for c in clauses[index + 1 :] if c.form == "finite"), []
                )
            elif "reported" not in clause.flags or not clause.past:
                clause.inherited = list(previous)
            event = clauses[index - 1].having("subject", "Event") if index else []
            if (
                event
                and clause.concepts & {"hold"}
                and clauses[index - 1].form == "finite"
                and not clause.having("object", "Event")
            ):
                clause.chunks = [*event, *clause.chunks]  # Встреча не планировалась и не проводилась
        if own and "told-by-the-way" not in clause.flags:
            previous = own  # группа рабочих, уточняет газета, пришла: the paper did not


def _with_group(head: Chunk, clauses: list[Clause]) -> list[Chunk]:
    if head.group < 0:
        return [head]
    return [c for clause in clauses for c in clause.chunks if c.group == head.group] or [head]
