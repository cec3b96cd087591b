"""In what capacity someone acts: as head of the Group he met Y; it was signed by X, who chairs it."""

from __future__ import annotations

from kg.lang.syntax import Chunk, Clause, Sentence


def in_that_capacity(clause: Clause) -> None:
    """As head of the Group, he met Y: the post is that of the one who met Y."""
    roles = [c for c in clause.chunks if c.kind == "Role" and "capacity" in c.flags]
    people = [c for c in clause.subjects if c.kind == "Person"] if roles else []
    for role in roles:
        if len(people) == 1 and role.inside is None:
            people[0].posts.append(role)
            if role.owner is not None and role.kind_of in ("head", "deputy", "envoy"):
                role.kind_of = "staff"  # his body comes to this encounter, not to those where he had another part
                clause.chunks.append(role.owner.again("on-behalf"))


def led_by_its_head(sentence: Sentence, clause: Clause, pronoun: Chunk) -> Chunk | None:
    """For the Trust it was signed by X, who chairs it: the body named last before whoever leads it."""
    led = clause.form == "relative" and pronoun.lemma == "it" and pronoun.function == "object"
    if not led or "lead" not in clause.concepts or clause.past or clause.head is None or clause.head.kind != "Person":
        return None
    before = [
        c for c in sentence.chunks if c.kind == "Organization" and c.inside is None and c.last < clause.head.first
    ]
    return before[-1] if before and not before[-1].plural else None
