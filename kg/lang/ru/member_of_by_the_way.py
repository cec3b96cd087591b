"""Bodies that are said by the way to be members: Институт зоологии, член Союза зоопарков с 2001 года, вырос.

The words between the commas say as much as a sentence of their own, so they become a clause of their own.
"""

from __future__ import annotations

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk, Clause, Sentence

_CLOSES = {",": (",", ".", ";", ""), "(": (")",), "–": ("–", "—"), "—": ("–", "—")}
_MEMBERS = ("Organization", "Country", "Place")


def members_by_the_way(phrase: Phrase, sentence: Sentence) -> None:
    """Make a clause of each membership that a body has in apposition, with its words out of the clause around it."""
    for role in [c for c in sentence.chunks if c.kind_of == "membership" and c.kind == "Role" and c.owner is not None]:
        if role.inside is None and (told := _of_whom(phrase, sentence, role)) is not None:
            _tell(phrase, sentence, role, *told)


def _of_whom(phrase: Phrase, sentence: Sentence, role: Chunk) -> tuple[list[Chunk], list[Chunk]] | None:
    """Return the body, or bodies, that a membership stands behind, and the date within the same marks."""
    opening = phrase.begin_of(role) - 1
    closing = _CLOSES.get(phrase.lower(opening))
    if closing is None or opening < 1:
        return None
    bodies = [c for c in sentence.chunks if c.kind in _MEMBERS and c.proper and phrase.ends[c] == opening - 1]
    bracket = phrase.lower(opening) == "(" and "Nom" in phrase.cases_of(role)
    member = next((c for c in bodies if c.inside is None or bracket), None)
    if member is None or not (bracket or set(phrase.cases_of(member)) & set(phrase.cases_of(role))):
        return None
    end = phrase.ends[role]
    dates = [c for c in sentence.chunks if c.kind == "Date" and 0 < c.first - end <= 2 and c.kind_of == "since"]
    end = dates[-1].last if dates else end
    if phrase.lower(end + 1) not in closing:
        return None
    if not role.plural:
        return [member], dates
    # A и B, члены союза, …: each of those who are named together
    members = [c for c in sentence.chunks if c.group == member.group and c.kind in _MEMBERS and c.proper]
    return (members, dates) if member.group >= 0 and not bracket and len(members) > 1 else None


def _tell(phrase: Phrase, sentence: Sentence, role: Chunk, members: list[Chunk], dates: list[Chunk]) -> None:
    for clause in sentence.clauses:
        clause.chunks = [c for c in clause.chunks if c is not role and c not in dates]
    sentence.clauses = [c for c in sentence.clauses if c.chunks or c.form != "nominal"]
    end = max(role.last, *(c.last for c in dates), role.last)
    clause = Clause(role.first, end, (end, end), frozenset(), "", "nominal")
    role.function = "as"
    again = [member.again("subject") for member in members]
    for copy, member in zip(again, members, strict=True):
        phrase.grammar[copy], phrase.ends[copy] = phrase.grammar[member], phrase.ends[member]
    clause.chunks = [*again, role, *dates]
    sentence.clauses.append(clause)
