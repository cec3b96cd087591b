"""Which region Kazakh text means by облыс, аудан or қала when only an adjective names it: Ақтөбе облыстық соты."""

from __future__ import annotations

from operator import attrgetter

from kg.lang.cues import cues
from kg.lang.kk.morphology import analyse, inflect
from kg.lang.kk.name_modifiers import OBLIQUE
from kg.lang.syntax import Sentence

_ADJECTIVES = {"облыстық": "облыс", "аудандық": "аудан", "қалалық": "қала"}
_TEXT = attrgetter("text")
_LONGEST = 3  # words of a region's name


def name_regions(sentences: list[Sentence]) -> None:
    """Give the bare nouns of a text the one name that an adjective gives such a region, where none bears it itself."""
    named = {c.lemma for s in sentences for c in s.chunks if c.kind == "Place" and c.proper}
    meant: dict[str, set[str]] = {}
    for sentence in sentences:
        if _ADJECTIVES.keys().isdisjoint(map(str.lower, map(_TEXT, sentence.tokens))):
            continue
        for at, token in enumerate(sentence.tokens):
            noun = _ADJECTIVES.get(token.text.lower(), "")
            if noun and noun not in named and (name := _name_before(sentence, at)):
                meant.setdefault(noun, set()).add(name)
    for chunk in (c for s in sentences for c in s.chunks if c.kind == "Place" and not c.proper and not c.plural):
        names = meant.get(chunk.lemma, set())
        if len(names) == 1:
            chunk.proper, chunk.label = True, f"{min(names)} {inflect(chunk.lemma, 'Nom', 'Sing', '3')}"
            chunk.kind_of = "region"


def _name_before(sentence: Sentence, at: int) -> str:
    """Return the capitals right before an adjective: Батыс Қазақстан | облыстық."""
    first = at
    while first > 0 and at - first < _LONGEST and sentence.tokens[first - 1].capital:
        first -= 1
    opening = sentence.tokens[0].text.lower()
    if first == 0 and at > 1 and opening not in cues("kk").words["sides-of-world"]:
        first = 1  # Кеше Ақтөбе облыстық: the first word of a sentence is no name
    words = [token.text for token in sentence.tokens[first:at]]
    if words and analyse(words[-1])[0].case in OBLIQUE:
        return ""  # Пленумда | облыстық
    return " ".join(words) if words and not any(word.isupper() for word in words) else ""
