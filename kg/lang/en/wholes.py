"""The Academy's Council is the Council of the Royal Academy of Sciences, where the text has named that in full."""

from __future__ import annotations

from kg.lang.en.morphology import closed_class
from kg.lang.syntax import Chunk, Sentence

_DESCRIBING = 3  # tokens from a name to the noun that it describes: INTOSAI working group
_ADJECTIVE = frozenset({"J"})


def name_by_whole(sentences: list[Sentence]) -> None:
    """Name each body of an owner that is called by its noun alone after the owner's full name."""
    last: dict[str, Chunk] = {}
    for sentence in sentences:
        for chunk in sentence.chunks:
            if chunk.kind != "Organization":
                continue
            owner = chunk.owner
            whole = last.get(owner.lemma) if owner is not None and not owner.proper else None
            if chunk.rule == "organization.of-owner" and owner is not None and whole is not None:
                noun = chunk.label.removesuffix(f" of {owner.label}")
                chunk.label = chunk.core = f"{noun} of {_with_article(whole.label)}"
            elif chunk.proper and not chunk.plural and chunk.label != chunk.acronym and chunk.owner is None:
                last[chunk.lemma] = chunk


def _with_article(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"


def leave_modifiers(sentences: list[Sentence]) -> None:
    """The Chamber joins the INTOSAI working group: what is joined is the group, the letters only say whose it is."""
    for sentence in sentences:
        for clause in sentence.clauses:
            if "join" in clause.concepts:
                for body in clause.having("to", "Organization") + clause.having("object", "Organization"):
                    if body.proper and body.inside is None and (group := _noun_behind(sentence, body)) is not None:
                        body.function, body.inside = "owner", group


def _noun_behind(sentence: Sentence, body: Chunk) -> Chunk | None:
    """Return the common noun for a body that stands behind a name with no more than words that describe it between."""
    nouns = [c for c in sentence.chunks if c.kind == "Organization" and not c.proper and not c.plural and c.value]
    behind = next((c for c in nouns if 0 < c.last - body.last <= _DESCRIBING), None)
    between = sentence.tokens[body.last + 1 : behind.last + 1] if behind is not None else []
    plain = all(
        t.kind == "word" and not t.capital and closed_class().get(t.text.lower(), _ADJECTIVE) <= _ADJECTIVE
        for t in between
    )
    return behind if plain else None
