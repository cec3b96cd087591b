"""Adjectives made of states, regions and cities (казахстанский, пермский), and what they are made of."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from kg.lang.cues import cues
from kg.lang.ru.morphology import forms, inflected
from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of, nouns_of
from kg.lang.syntax import Chunk

_OF_TERRITORIES = cues("ru").words["of-a-territory"]
_ENDINGS = ("ь", "", "а", "ия", "ы", "и", "о", "я")


@cache
def demonyms() -> dict[str, str]:
    """Return the state or city of each adjective that demonyms.txt lists: казахстанский -> Казахстан."""
    rows = (Path(__file__).parent / "demonyms.txt").read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows if row and not row.startswith("#"))


@lru_cache(maxsize=8_192)
def made_of(adjective: str) -> str:
    """Return the place that an adjective in its dictionary form is made of, "" when it is made of none.

    What demonyms.txt doesn't list is told by its form (пермский -> Пермь), if the dictionary has that place.
    """
    listed = demonyms().get(adjective)
    if listed is not None or not adjective.endswith(("ский", "цкий")) or adjective.count("-") > 0:
        return listed or ""
    stem = adjective[:-4]
    guesses = [adjective[:-2], *(stem + ending for ending in _ENDINGS)]
    return next((g.capitalize() for g in guesses if len(g) > 3 and _is_place(g)), "")


def _is_place(word: str) -> bool:
    return any(f.name == "Geox" and f.known and f.case == "Nom" and f.lemma == word for f in forms(word))


def opens_with_demonym(phrase: Phrase, at: int) -> bool:
    """A sentence may begin with Казахстанская делегация: the capital makes no name of it."""
    return phrase.opening(at) and bool(phrase.lemmas(at) & demonyms().keys())


def demonym_chunk(phrase: Phrase, group: Group, before: int) -> Chunk | None:
    """Return the state or city that an adjective of the group is made of."""
    return demonym_among(phrase, group.first, before)


def demonym_among(phrase: Phrase, first: int, before: int) -> Chunk | None:
    """Return the state or city that an adjective from a token to another (excluded) is made of."""
    for i in range(first, before):
        name = next((place for f in adjectives_of(phrase.tokens[i].text) if (place := made_of(f.lemma))), "")
        if not name or phrase.taken[i] is not None:
            continue
        entry = phrase.known_as(name, "Country", "Place")
        chunk = phrase.chunk(entry.kind if entry else "Place", i, i, label=name, lemma=name.lower(), rule="demonym")
        chunk.known = entry.id if entry else None
        chunk.function, chunk.surface = "owner", _genitive(name)
        chunk.kind_of = "region" if chunk.kind == "Place" else ""
        return phrase.take(chunk, Grammar(("Gen",)))
    return None


def region_of(phrase: Phrase, group: Group, before: int) -> Chunk | None:
    """самарский губернатор: the region that a governor's adjective is of, Самарская область rather than the city."""
    for i in range(group.first, before):
        form = next((f for f in adjectives_of(phrase.tokens[i].text) if f.lemma.endswith(("ский", "цкий"))), None)
        if form is None or phrase.taken[i] is not None or form.lemma in demonyms() or not made_of(form.lemma):
            continue
        noun, gender = ("край", "Masc") if form.lemma in _OF_TERRITORIES else ("область", "Fem")
        own, whose = (inflected(form.lemma, form.lemma, form.pos, c, "Sing", gender) for c in ("Nom", "Gen"))
        label = f"{own.capitalize()} {noun}"
        chunk = phrase.chunk("Place", i, i, label=label, lemma=noun, rule="demonym")
        chunk.function, chunk.kind_of = "owner", "region"
        chunk.surface = f"{whose.capitalize()} {inflected(noun, noun, 'NOUN', 'Gen', 'Sing')}"
        return phrase.take(chunk, Grammar(("Gen",)))
    return None


def _genitive(name: str) -> str:
    form = next((f for f in nouns_of(name) if f.case == "Nom"), None)
    return inflected(name, form.lemma, "NOUN", "Gen", form.number) if form and " " not in name else name
