"""The Academy's Council is the Council of the Royal Academy of Sciences, where the text has named that in full."""

from __future__ import annotations

from kg.lang.syntax import Chunk, Sentence


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
