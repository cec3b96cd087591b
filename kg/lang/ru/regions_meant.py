"""Which region a Russian text means by район and область alone: аким района, прокурор области.

The one that it names, or that the name of a body is made of: Мерейский районный маслихат is that of Мерейский район.
"""

from __future__ import annotations

from kg.lang.ru.institutions import own_institution
from kg.lang.ru.morphology import inflected
from kg.lang.ru.phrase import Phrase, adjectives_of
from kg.lang.syntax import Chunk, Sentence

# Adjectives of regions, with the noun that each is made of and its gender.
_OF_REGION = {
    "районный": ("район", "Masc"),
    "областной": ("область", "Fem"),
    "краевой": ("край", "Masc"),
    "окружной": ("округ", "Masc"),
}


def name_regions(sentences: list[Sentence], phrases: list[Phrase]) -> None:
    """Name the regions that stand without a name, where one alone can be meant."""
    chunks = [c for s in sentences for c in s.chunks]
    made = _made(chunks)
    for sentence, phrase in zip(sentences, phrases, strict=True):
        for chunk in list(sentence.chunks):
            if chunk.kind != "Place" or chunk.proper or chunk.plural or chunk.kind_of != "region":
                continue
            named = _named(chunks, chunk)
            found = made.get(chunk.lemma, set())
            if not named and len(found) == 1 and not _another(phrase, chunk):
                _name(chunk, *next(iter(found)))
            if named or chunk.proper:
                _institution(phrase, sentence, chunk, named)


def _made(chunks: list[Chunk]) -> dict[str, set[tuple[str, str]]]:
    """Return the regions that names of bodies are made of, as nominative and genitive, by the noun for their kind."""
    found: dict[str, set[tuple[str, str]]] = {}
    for chunk in (c for c in chunks if c.kind == "Organization" and c.proper):
        words = chunk.label.split()
        for one, two in zip(words, words[1:], strict=False):
            kind = next((f.lemma for f in adjectives_of(two) if f.lemma in _OF_REGION), "")
            own = next((f for f in adjectives_of(one) if one[:1].isupper() and f.lemma.endswith("ий")), None)
            if not kind or own is None or own.lemma in _OF_REGION:
                continue
            noun, gender = _OF_REGION[kind]
            name, whose = (inflected(one, own.lemma, own.pos, case, "Sing", gender) for case in ("Nom", "Gen"))
            of_noun = inflected(noun, noun, "NOUN", "Gen", "Sing")
            found.setdefault(noun, set()).add((f"{_capital(name)} {noun}", f"{_capital(whose)} {of_noun}"))
    return found


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _named(chunks: list[Chunk], chunk: Chunk) -> Chunk | None:
    """Return the region with a name that a bare noun takes up: the last before it, or the only one."""
    fits = [c for c in chunks if c.kind == "Place" and c.proper and c.lemma == chunk.lemma and c.rule != _RULE]
    before = [c for c in fits if c.start < chunk.start]
    if before:
        return before[-1]
    return fits[0] if len({c.label for c in fits}) == 1 else None


_RULE = "place.by-adjective"


def _another(phrase: Phrase, chunk: Chunk) -> bool:
    """соседний район, каждая область: a word before the noun may say that another is meant."""
    group = next((g for g in phrase.groups.values() if g.head == chunk.first), None)
    this = phrase.cues.words["this"] | {"весь", "наш", "свой"}
    return group is not None and any(not phrase.lemmas(i) & this for i in range(group.first, group.head))


def _name(chunk: Chunk, label: str, genitive: str) -> None:
    chunk.label, chunk.surface, chunk.proper = label, genitive, True
    chunk.rule, chunk.confidence = _RULE, 0.8


def _institution(phrase: Phrase, sentence: Sentence, region: Chunk, named: Chunk | None) -> None:
    """прокурор района: the прокуратура of the region meant."""
    role = region.inside
    if role is None or role.kind != "Role" or role.owner is not region:
        return
    was = region.surface, region.proper
    if named is not None:
        region.surface, region.proper = _genitive_of(named), True
    own_institution(phrase, role)
    body = role.owner
    if body is region:
        region.surface, region.proper = was
        return
    body.inside, body.function = role, "owner"
    sentence.chunks[sentence.chunks.index(region)] = body


def _genitive_of(region: Chunk) -> str:
    words = region.label.split()
    own = next((f for f in adjectives_of(words[0]) if f.case == "Nom"), None)
    if len(words) != 2 or own is None:
        return region.label
    noun = inflected(words[1], words[1], "NOUN", "Gen", "Sing")
    return f"{_capital(inflected(words[0], own.lemma, own.pos, 'Gen', 'Sing', own.gender))} {noun}"
