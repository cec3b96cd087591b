"""Institutions that a Russian post names without their word: прокурор района is at the прокуратура of the район."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.lang.ru.phrase import Grammar, Phrase
from kg.lang.syntax import Chunk


@cache
def institutions() -> tuple[tuple[tuple[str, str], str, bool], ...]:
    """Return (post and its genitive, institution, whether the post alone is enough) as institutions.txt has them."""
    rows = (Path(__file__).parent / "institutions.txt").read_text("utf-8").splitlines()
    parts = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return tuple(((post, genitive), name, flags == ["alone"]) for post, genitive, name, *flags in parts)


def own_institution(phrase: Phrase, role: Chunk) -> None:
    """Give a post the institution that it names: Генеральный прокурор Узбекистана, заместитель прокурора района."""
    label, owner = role.label.lower(), role.owner
    found = next(((name, alone) for forms, name, alone in institutions() if label.endswith(forms)), None)
    if found is None or role.plural or (owner is not None and owner.kind == "Organization"):
        return
    name, alone = found
    if (owner is None and not alone) or (owner is not None and not owner.proper):
        return
    words = f" {owner.surface or phrase.words(owner.first, owner.last)}" if owner is not None else ""
    first, last = (owner.first, owner.last) if owner is not None else (role.last, role.last)
    body = phrase.chunk(
        "Organization", first, last, label=name + words, lemma=name.split(" ")[-1].lower(), rule="organization.of-post"
    )
    body.confidence = 0.8
    entry = phrase.known_as(name + words, "Organization")
    body.known = entry.id if entry else None
    if owner is not None:
        body.state = (owner.known or owner.label) if owner.kind == "Country" else ""
        phrase.drop(owner)
        phrase.take(body, Grammar(("Gen",)), phrase.ends[owner])
    else:
        phrase.chunks.append(body)
        phrase.grammar[body], phrase.ends[body] = Grammar(("Gen",)), last
    role.owner = body
