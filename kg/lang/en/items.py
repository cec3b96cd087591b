"""Items of a list behind a colon: what each says is said of the subject of the sentence that announces the list.

The Board decided:  1. To appoint X head of Y.     what was decided is done
The Council further:  (a) welcomed the accession of X;
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.lang.cues import cues
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.lang.tokens import Token

_DECIDING = cues("en").words["deciding"]
_BULLETS = frozenset({"•", "–", "—", "-", "*", "·"})


def marker(tokens: list[Token]) -> int:
    """Return how many tokens at the beginning of a sentence mark an item of a list: 1. or (a) or a bullet."""
    words = [token.text for token in tokens[:3]]
    if len(words) < 3:
        return 0
    if words[0] in _BULLETS:
        return 1
    if words[0] == "(" and words[2] == ")" and (words[1].isdigit() or len(words[1]) == 1):
        return 3
    letter = len(words[0]) == 1 and words[0].islower()
    return 2 if words[1] in (".", ")") and (letter or (words[0].isdigit() and len(words[0]) < len("100"))) else 0


@dataclass(slots=True)
class Lists:
    """The sentence that has announced a list, while its items are read."""

    subjects: tuple[Chunk, ...] = ()
    deciding: bool = False
    open: bool = False

    def read(self, sentence: Sentence) -> None:
        """Let the clauses of an item share the subject of the sentence that announced its list."""
        if sentence.title or not sentence.tokens:
            return
        if self.open and marker(sentence.tokens):
            self._fill(sentence)
            return
        self.open = sentence.tokens[-1].text == ":" and bool(sentence.clauses)
        told = [c for c in sentence.clauses if c.form == "finite"]
        self.subjects = tuple(told[-1].subjects) if told else self._lone(sentence)
        self.deciding = bool(told) and told[-1].lemma in _DECIDING and told[-1].modality == "asserted"

    @staticmethod
    def _lone(sentence: Sentence) -> tuple[Chunk, ...]:
        """The Council further: a subject whose verbs are in the items."""
        return tuple(c for clause in sentence.clauses for c in clause.having("subject", "Organization"))

    def _fill(self, sentence: Sentence) -> None:
        for clause in sentence.clauses[:1]:
            infinitive = sentence.tokens[clause.predicate[0]].text.lower() == "to"
            if infinitive and self.deciding:
                clause.form, clause.past = "finite", True
            if not clause.subjects and (self.deciding or not infinitive) and clause.form == "finite":
                clause.inherited = list(self.subjects)
        for clause in sentence.clauses:
            _join_the_subject(clause, sentence.clauses[0])


def _join_the_subject(clause: Clause, first: Clause) -> None:
    """Welcomed the accession of X: X has joined the one who welcomes it."""
    bodies = [c for c in first.inherited if c.kind == "Organization"]
    if clause.lemma == "admission" and not clause.having("to") and len(bodies) == 1:
        clause.chunks.append(bodies[0].again("to"))
