"""Several places or bodies by one noun in the plural and an adjective for each: Томский и Омский филиалы."""

from __future__ import annotations

from kg.lang.ru.morphology import inflected
from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of, nouns_of

_NO_BODIES = frozenset({"weak", "unit", "state"})  # kinds of nouns that name a body only with more than an adjective
_PLACES = frozenset({"region", "city"})


def one_for_each_adjective(phrase: Phrase, group: Group) -> bool:
    """Take each of those that adjectives in the singular before a plural noun tell apart, with commas and an and."""
    if group.kind != "noun" or "Plur" not in group.numbers or phrase.lower(group.first - 2) not in ("и", ","):
        return False
    kind, lemma, kind_of = _kind(phrase, group)
    nouns = nouns_of(lemma) if kind else ()
    gender = next((f.gender for f in nouns if f.case == "Nom" and f.number == "Sing"), "")
    told = _adjectives(phrase, group, gender) if gender else []
    if len(told) < 2:
        return False
    cases = [{case for case, _ in forms} for _, forms in told]
    shared = tuple(c for c in group.cases if all(c in own for own in cases))
    for at, forms in told if shared else ():
        word = phrase.tokens[at].text
        own = next(name for case, name in forms if case in shared)
        label = " ".join([own[:1].upper() + own[1:], *_shared(phrase, group, gender), lemma])
        last = group.last if at == told[-1][0] else at
        rule = "organization.head-noun" if kind == "Organization" else "place.head-noun"
        chunk = phrase.chunk(kind, at, last, label=label, lemma=lemma, rule=rule)
        chunk.kind_of, entry = kind_of, phrase.known_as(label, kind)
        chunk.known = entry.id if entry is not None else None
        phrase.take(chunk, Grammar(shared, "Sing", gender, begin=at))
        if kind == "Organization":
            phrase.known.learn_head(lemma, word)
    return bool(shared)


def _shared(phrase: Phrase, group: Group, gender: str) -> list[str]:
    """Томский и Омский областные суды: return the adjectives that all of them have, of one of them."""
    forms = [(i, adjectives_of(phrase.tokens[i].text)[:1]) for i in range(group.first, group.head)]
    return [inflected(phrase.tokens[i].text, f.lemma, f.pos, "Nom", "Sing", gender) for i, own in forms for f in own]


def _kind(phrase: Phrase, group: Group) -> tuple[str, str, str]:
    """Return whether a noun is one for places or for bodies, its dictionary form, and which kind of them."""
    cues = phrase.cues
    place = phrase.head(group, cues.places)
    if place and cues.places[place] in _PLACES:
        return "Place", place, cues.places[place]
    body = phrase.head(group, cues.organizations)
    if body and " " not in body and cues.organizations[body] not in _NO_BODIES:
        return "Organization", body, cues.organizations[body]
    return "", "", ""


def _adjectives(phrase: Phrase, group: Group, gender: str) -> list[tuple[int, list[tuple[str, str]]]]:
    """Return where the adjectives stand, with the cases that each may be in and its nominative."""
    found: list[tuple[int, list[tuple[str, str]]]] = []
    at = group.first - 1
    while at >= 0 and phrase.tokens[at].kind == "word" and phrase.tokens[at].capital and phrase.free(at, at):
        forms = [
            (f.case, inflected(phrase.tokens[at].text, f.lemma, f.pos, "Nom", "Sing", gender))
            for f in adjectives_of(phrase.tokens[at].text)
            if f.number == "Sing" and f.gender == gender and f.case in group.cases
        ]
        if not forms:
            break
        found.insert(0, (at, forms))
        if phrase.lower(at - 1) not in (("и",) if len(found) == 1 else ("и", ",")):
            break
        at -= 2
    return found
