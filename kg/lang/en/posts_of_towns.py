"""Posts of towns and regions: Mayor of Ljubeč, Akim of the Region, Chairman of the city of Kulob."""

from __future__ import annotations

from kg.lang.en.capitals import run_end
from kg.lang.en.ministries import of_a_person
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

TOWNS = frozenset({"region", ""})
"""Kinds of places that have posts of their own: city, district."""


def of_town(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """Mayor of Ljubeč, Jasna Potokar: towns have mayors, known or not."""
    end = run_end(phrase, begin)
    if end - begin == 2 and phrase.lower(end + 1) not in ("city", "town"):
        end = begin  # Deputy Mayor of Telavi Irakli Beruashvili
    if chunk.lemma not in phrase.cues.words["posts-of-towns"] or chunk.owner is not None or end - begin > 1:
        return False
    if not phrase.free(begin, end) or any(of_a_person(phrase, i) for i in range(begin, end + 1)):
        return False
    label = phrase.words(begin, end)
    town = phrase.chunk("Place", begin, end, label=label, lemma=label, rule="place.of-mayor")
    town.confidence = 0.7
    phrase.take(town)
    chunk.owner, town.inside = town, chunk
    return True


def of_region(phrase: Phrase, chunk: Chunk, at: int) -> bool:
    """Akim of the Region: the region named last."""
    place = phrase.chunk("Place", at, at, label=phrase.lower(at), lemma=phrase.lemma(at), rule="place.common-noun")
    place.proper, place.kind_of = False, "region"
    phrase.take(place)
    chunk.owner, place.inside = place, chunk
    return False


def of_its_town(phrase: Phrase, chunk: Chunk, noun: int) -> bool:
    """Mayor of the city: of the one named last; Chairman of the city of Kulob: of the town named with it."""
    if phrase.lower(noun + 1) != "of" or phrase.cues.places[phrase.lemma(noun)] == "region":
        town = phrase.cues.places[phrase.lemma(noun)] == ""
        return (not town or chunk.lemma in phrase.cues.words["posts-of-towns"]) and not of_region(phrase, chunk, noun)
    begin = noun + 2
    named = phrase.taken[begin] if begin < phrase.size else None
    if named is None and phrase.name(begin):
        end = run_end(phrase, begin)
        if end - begin > 1 or not phrase.free(begin, end):
            return False
        label = phrase.words(begin, end)
        named = phrase.chunk("Place", begin, end, label=label, lemma=label, rule="place.of-mayor")
        phrase.take(named)
    if named is None or named.kind != "Place" or named.inside is not None:
        return False
    chunk.owner, named.inside = named, chunk
    for i in range(noun, begin):
        phrase.taken[i] = named
    named.first, named.start = noun, phrase.tokens[noun].start
    return True
