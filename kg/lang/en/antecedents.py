"""Whom he, she, it and its take up: the subject of the clause before, of the right kind."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.lang.syntax import Chunk, Clause, Sentence

_BODIES = ("Organization", "Country", "Program")
_IMPERSONAL = frozenset({"speak", "agree", "discuss"})


@dataclass(slots=True)
class Discourse:
    """The phrases that a pronoun of the next clause may take up, the latest last."""

    people: list[Chunk] = field(default_factory=list)
    bodies: list[Chunk] = field(default_factory=list)
    mentioned: list[Chunk] = field(default_factory=list)
    events: list[Chunk] = field(default_factory=list)
    line: int = -1

    def read(self, sentence: Sentence) -> None:
        """Resolve the pronouns of a sentence, then remember whom it speaks of."""
        if sentence.title:
            return
        if self.line != sentence.line:
            self.events, self.line = [], sentence.line
        for clause in sentence.clauses:
            self._subjects(clause)
            self._others(sentence, clause)
            self._posts(clause)
            self._remember(clause)

    def _subjects(self, clause: Clause) -> None:
        inherited = [c for c in clause.inherited if c.kind == "Pronoun"]
        for pronoun in clause.having("subject", "Pronoun") + inherited:
            antecedent = self._antecedent(pronoun, clause)
            if pronoun in clause.chunks and (antecedent is not None or clause.passive):
                clause.chunks.remove(pronoun)
            clause.inherited = [c for c in clause.inherited if c is not pronoun]
            if antecedent is None:
                continue
            if antecedent.kind == "Event":
                clause.chunks.append(antecedent)
                antecedent.function = "subject"
            else:
                clause.inherited = [antecedent, *clause.inherited]

    def _antecedent(self, pronoun: Chunk, clause: Clause) -> Chunk | None:
        if pronoun.lemma in ("he", "she"):
            return self.people[-1] if self.people else None
        if pronoun.lemma != "it" or (clause.passive and clause.concepts & _IMPERSONAL):
            return None
        if self.events and clause.concepts & {"hold"} and (clause.passive or clause.lemma == "take"):
            return self.events[-1]
        return self.bodies[-1] if self.bodies else None

    def _others(self, sentence: Sentence, clause: Clause) -> None:
        """Belonged to it, thanked him: a phrase of its own that names what the pronoun means."""
        for index, chunk in enumerate(clause.chunks):
            if chunk.kind != "Pronoun" or chunk.function in ("subject", "object", ""):
                continue
            source: Chunk | None = None
            if chunk.lemma == "it":
                source = self._parallel(chunk, clause)
            elif chunk.lemma == "him" and self.people:
                source = next((c for c in reversed(self.people) if c not in clause.subjects), None)
            if source is None:
                continue
            taken = replace(
                source, first=chunk.first, last=chunk.last, start=chunk.start, end=chunk.end, function=chunk.function,
                rule="pronoun", confidence=0.7, owner=None, posts=[], names=[], flags=set(), inside=None, group=-1,
            )  # fmt: skip
            clause.chunks[index] = taken
            sentence.chunks.append(taken)

    def _parallel(self, pronoun: Chunk, clause: Clause) -> Chunk | None:
        """Return the body that the clause before has in the same part (joined X; came to it), else its subject."""
        alike = [c for c in self.mentioned[-3:] if c.function == pronoun.function and c not in clause.subjects]
        named = alike or [c for c in self.bodies if c not in clause.subjects]
        return named[-1] if named else None

    def _posts(self, clause: Clause) -> None:
        """Its Chairman, head of its council: the post is at the body spoken of."""
        for chunk in clause.chunks:
            for role in [chunk] if chunk.kind == "Role" else chunk.posts:
                if "of-pronoun" in role.flags and role.owner is None:
                    # the University joined the network and has been its member: its is not the subject's own
                    others = [c for c in self.mentioned if c not in clause.subjects]
                    own = [c for c in self.bodies if c not in clause.subjects] if role.function == "as" else self.bodies
                    pool = others if role.kind_of == "membership" else own or others
                    role.owner = pool[-1] if pool else None

    def _remember(self, clause: Clause) -> None:
        subjects = clause.subjects
        self.people += [c for c in subjects if c.kind == "Person"]
        self.mentioned += [c for c in clause.chunks if c.kind == "Organization"]
        if clause.form in ("finite", "nominal", "complement"):
            self.bodies += [c for c in subjects if c.kind in _BODIES and not c.plural]
            self.events += [c for c in clause.chunks if c.kind == "Event" and c.function in ("subject", "object", "to")]
        if not self.people:
            self.people += [c for c in clause.chunks if c.kind == "Person"]
