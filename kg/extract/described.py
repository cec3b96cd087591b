"""Bodies that words of description name: a specialised economic court, the council of the district."""

from __future__ import annotations

from kg.extract.bodies import Body
from kg.extract.reader import Reader
from kg.lang.syntax import Chunk
from kg.names import fold
from kg.records import Name


def tells_which(chunk: Chunk) -> bool:
    """Tell whether the modifiers of a common noun single it out: two words, or a kind of region (аудандық мәслихат)."""
    return " " in chunk.value or "relational" in chunk.flags


def described_body(reader: Reader, chunk: Chunk) -> str:
    """Мамандандырылған ауданаралық экономикалық сот: words of description that someone is the head of are a name."""
    said = reader.text[chunk.start : chunk.end]
    behind = said.endswith(chunk.value) and said != chunk.value  # комитет по безопасности
    label = f"{chunk.label} {chunk.value}" if behind else f"{chunk.value} {chunk.label}"
    label = label[:1].upper() + label[1:]
    identity = ("Organization", fold(label))
    register = reader.register
    if identity not in register.named:
        key = reader.draft.thing("Organization", [Name(label, reader.draft.lang)])
        register.named[identity] = key
        register.bodies.add(Body(key, "Organization", {fold(label)}, lemmas={chunk.lemma}, seen=[chunk.start]))
    chunk.thing = register.named[identity]
    return chunk.thing
