"""Has belonged to it since its foundation: since the year in which the story has the body set up."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.syntax import Chunk, Clause, Sentence

_WORDS = cues("en").words
_FOUNDING, _BEGINNINGS = _WORDS["setting-up"], _WORDS["beginnings-of-bodies"]
_NEAR = 2  # sentences in which it is told when a body was set up


def date_by_foundation(sentences: list[Sentence]) -> None:
    """Give each membership that dates from a foundation the year that the sentences just before it tell."""
    founded: list[tuple[int, Chunk, Chunk]] = []
    for index, sentence in enumerate(sentences):
        for clause in sentence.clauses:
            if told := _founded(clause):
                founded.append((index, *told))
        lowers = [token.text.lower() for token in sentence.tokens]
        for clause in _since_it_began(sentence, lowers) if founded else ():
            body, day = founded[-1][1:]
            wholes = [*clause.having("to"), *(r.owner for r in clause.having("as", "Role") if r.owner is not None)]
            same = any(
                c.kind == "Pronoun" or c.rule == "pronoun" or c.label == body.label or not c.proper for c in wholes
            )
            if same and index - founded[-1][0] < _NEAR and not clause.having("date"):
                since = day.again("date")
                since.kind_of = "since"
                clause.chunks.append(since)


def _founded(clause: Clause) -> tuple[Chunk, Chunk] | None:
    bodies = [c for c in clause.subjects if c.kind == "Organization"]
    days = clause.having("date")
    told = clause.lemma in _FOUNDING and clause.passive and not clause.negated and clause.modality == "asserted"
    return (bodies[0], days[0]) if told and len(bodies) == len(days) == 1 else None


def _since_it_began(sentence: Sentence, lowers: list[str]) -> list[Clause]:
    began = any(
        low == "since" and lowers[at + 1] in ("its", "the", "their") and lowers[at + 2] in _BEGINNINGS
        for at, low in enumerate(lowers[:-2])
    )
    belonging = [c for c in sentence.clauses if "join" in c.concepts or c.having("as", "Role")]
    return belonging if began and len(belonging) == 1 else []
