"""What a body is part of and which state it belongs to, as its name says: Қаржы министрлігінің Бюджет комитеті."""

from __future__ import annotations

from kg.extract.draft import cover
from kg.extract.reader import Reader


def find_structure(reader: Reader) -> None:
    """Claim the larger body or state that stands in the genitive before a body's name."""
    for sentence in reader.sentences:
        for chunk in sentence.chunks:
            owner = chunk.owner
            if (
                chunk.kind != "Organization"
                or owner is None
                or not chunk.thing
                or not owner.thing
                or chunk.thing == owner.thing
            ):
                continue
            if owner.kind == "Country":
                reader.draft.claim(chunk.thing, "kg:country", owner.thing, [cover(owner, chunk)], "structure.state")
            elif owner.kind == "Organization" and reader.draft.type_of(owner.thing) == "Organization":
                reader.draft.claim(
                    chunk.thing,
                    "org:subOrganizationOf",
                    owner.thing,
                    [cover(owner, chunk)],
                    "structure.part",
                    confidence=0.8,
                )
