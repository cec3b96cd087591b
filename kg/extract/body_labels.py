"""What a body is called as the text has it: with its state or the larger body, without it, standing alone."""

from __future__ import annotations

from kg.lang.person_names import SURNAME
from kg.lang.syntax import Chunk
from kg.names import fold


def without_state(chunk: Chunk) -> str:
    """Return the name without the state that ends it: Academy of Justice of Kazakhstan; "" if none does."""
    owner = chunk.owner.label if chunk.owner is not None and chunk.owner.kind == "Country" else ""
    bare, found, behind = chunk.label.rpartition(f" of {owner}")
    return bare if owner and found and not behind else ""


def larger_body(chunk: Chunk) -> str:
    """Return the name of the body or region that a name says a body is of; "" for none or only letters."""
    owner = chunk.owner
    if owner is None or owner.kind not in ("Organization", "Place") or not owner.proper:
        return ""
    return owner.label if owner.label == owner.acronym else fold(owner.label)


def full_label(chunk: Chunk) -> str:
    """Return a body's name with the state or larger body that it belongs to, in the order of the text."""
    owner = chunk.owner
    if (
        owner is None
        or owner.kind not in ("Country", "Organization", "Place", "Program")
        or owner.function not in ("owner", "subject")
    ):
        return chunk.label
    # an adjective (казахстанский) bears the genitive that would stand behind; a pronoun the order of its noun
    stands_before = owner.first < (chunk.copy_of or chunk).first and not (owner.rule == "demonym" and owner.surface)
    words = owner.label if chunk.label == chunk.acronym and stands_before else genitive_of(owner)
    return f"{words} {chunk.label}" if stands_before else f"{chunk.label} {words}"


def with_its_state(chunk: Chunk) -> str:
    """Return a body's name with the whole name of the body that it is part of: Қазақстан Палатасының Бас кеңесі."""
    owner = chunk.owner
    state = owner.owner if owner is not None and owner.kind == "Organization" and owner.proper else None
    told = full_label(chunk)
    if owner is None or state is None or state.kind != "Country" or state.first >= owner.first >= chunk.first:
        return told
    return f"{genitive_of(state)} {told}" if told.startswith(genitive_of(owner)) else told


def standing_alone(chunk: Chunk) -> str:
    """Return what a part of a body is called in the same text without its owner: Тұрақты кеңес; "" for no part."""
    *before, _ = chunk.label.split(" ")
    part = chunk.possessed and chunk.owner is not None and chunk.owner.kind == "Organization"
    return " ".join([*before, chunk.lemma]) if part and before else ""


def genitive_of(owner: Chunk) -> str:
    """Return the owner's words as they stand before what it owns."""
    return owner.surface or owner.label


def is_short_for(words: list[str], fuller: list[str]) -> bool:
    """Карагандинский музей, Азиатская лига: how a fuller name begins and its noun, the last or the next."""
    *first, noun = words
    return fuller[: len(first)] == first and len(fuller) > len(words) and noun in (fuller[len(first)], fuller[-1])


def of_what_is_taken_up(chunk: Chunk) -> bool:
    """Tell whether a body is said to be part of one that only a noun takes up: the commission of our federation."""
    owner = chunk.owner
    return owner is not None and owner.kind == "Organization" and not owner.proper and not owner.plural


def beginnings(name: str) -> set[str]:
    """Return the first letters of the words of a name, which its cases leave as they are."""
    return {word[:4] for word in name.split()}


def as_bodies(chunks: list[Chunk]) -> None:
    """Take what looks like a person's name for the body that the text calls so: Blue Tobol, the Blue Tobol company."""
    called = {fold(name) for c in chunks if c.kind == "Organization" and c.proper for name in c.names}
    for chunk in chunks if called else ():
        by_name = chunk.kind == "Person" and not chunk.posts and fold(chunk.label) in called
        if by_name and not SURNAME.search(chunk.label):
            chunk.kind, chunk.proper = "Organization", True
