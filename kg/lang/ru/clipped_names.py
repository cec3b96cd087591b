"""Bodies that one word with a capital names: Интерпол, Казпочта, Белстат, Узгидромет.

The dictionary has some for names of bodies; most are clipped words, which it does not have, and whose ending says what
kind of body it is.
"""

from __future__ import annotations

from functools import lru_cache

from kg.lang.cues import cues
from kg.lang.ru.demonyms import demonym_among
from kg.lang.ru.morphology import Form, forms, like
from kg.lang.ru.phrase import Grammar, Phrase
from kg.lang.ru.places import region_behind
from kg.lang.syntax import Chunk

_ENDINGS = tuple(sorted(cues("ru").words["clipped-bodies"]))
_CLIPPED = 2  # letters that are left of the word before the ending


def find_clipped_names(phrase: Phrase) -> None:
    """Take the lone words with a capital that name a body."""
    for at in phrase.capitals:
        word = phrase.tokens[at].text
        if phrase.taken[at] is not None or not phrase.name_like[at] or not (found := body_forms(word)):
            continue
        if _beside_a_name(phrase, at) or _names_a_body(phrase, at, found):
            continue
        label = like(word, found[0].lemma)
        entry = phrase.known_as(label, "Organization")
        chunk = phrase.chunk("Organization", at, at, label=label, lemma=found[0].lemma, rule="organization.clipped")
        chunk.known, chunk.confidence = entry.id if entry else None, 0.8
        nxt = phrase.taken[at + 1] if at + 1 < phrase.size else None
        if nxt is not None and nxt.kind == "Country" and "Gen" in phrase.grammar[nxt].cases:
            chunk.owner = nxt
        elif entry is not None and entry.state:
            _of_another(phrase, chunk, entry.state.lower())
        end = at if chunk.owner is None else max(at, phrase.ends[chunk.owner])
        phrase.take(chunk, Grammar(tuple(dict.fromkeys(f.case for f in found)), "Sing", found[0].gender), end)


def _names_a_body(phrase: Phrase, at: int, found: tuple[Form, ...]) -> bool:
    """Университета Сорбонна: a name in the nominative behind a noun for a body in another case belongs to it."""
    if not at or not phrase.lemmas(at - 1) & phrase.cues.words["named-behind-capital"]:
        return False
    behind = all(f.case == "Nom" for f in found)
    return behind and not any(f.case == "Nom" for f in phrase.forms[at - 1])


def _of_another(phrase: Phrase, chunk: Chunk, state: str) -> None:
    """Take the state or region that a body of a state's name is of here: греческого Минфина, Минздрав Карелии."""
    at = chunk.first
    owner = demonym_among(phrase, at - 1, at) if at and not phrase.tokens[at - 1].capital else None
    owner = owner or region_behind(phrase, at + 1)
    chunk.owner = owner
    if owner is not None and owner.known != state:
        chunk.known = None


def _beside_a_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a person's name stands right before a word, which then is a surname."""
    before = phrase.forms[at - 1] if at and phrase.tokens[at - 1].capital else ()
    return any(f.name in ("Name", "Patr") and f.known for f in before) or phrase.tokens[at - 1].kind == "initials"


@lru_cache(maxsize=65_536)
def body_forms(word: str) -> tuple[Form, ...]:
    """Return how a word may be understood as the name of a body, nothing if it hardly names one."""
    if word.isupper():
        return ()
    nouns = [f for f in forms(word) if f.pos == "NOUN" and f.case and f.number != "Plur"]
    known = [f for f in nouns if f.known]
    if known:
        return tuple(known) if all(f.name == "Orgn" for f in known) else ()
    clipped = [f for f in nouns if f.lemma.endswith(_ENDINGS) and _long_enough(f.lemma)]
    named = [f for f in clipped if f.name == "Orgn"] or clipped
    best = {f.lemma for f in named[:1]}
    return tuple(f for f in named if f.lemma in best)


def _long_enough(lemma: str) -> bool:
    ending = max((e for e in _ENDINGS if lemma.endswith(e)), key=len)
    return len(lemma) >= len(ending) + _CLIPPED
