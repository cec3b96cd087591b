"""Several bodies that share one noun: Көкпекті және Сарысай аудандық ауруханалары."""

from __future__ import annotations

from kg.lang.kk.morphology import inflect
from kg.lang.kk.name_modifiers import bare_modifier
from kg.lang.kk.phrase import Phrase


def _names_alone(phrase: Phrase, starts: list[int]) -> bool:
    """Сарысай және Бөген колледждері: names of the bodies themselves; Алматы және Астана колледждері are of towns."""
    return not any(phrase.known_as(phrase.tokens[i].text, "Place", "Country", "Organization") for i in starts)


def several_of_one_noun(phrase: Phrase, first: int, at: int, lemma: str, flag: str) -> bool:
    """Көкпекті және Сарысай аудандық ауруханалары: take the bodies that a plural noun and its modifiers are said of."""
    name = first - 1
    while name > 1 and not phrase.tokens[name].capital and bare_modifier(phrase, name):
        name -= 1
    modifiers = phrase.words(name + 1, first - 1)
    starts, joint = [name], name - 1
    while joint > 0 and (
        phrase.lower(joint) in phrase.cues.words["joining"] or (phrase.tokens[joint].text == "," and len(starts) > 1)
    ):
        starts.append(joint - 1)
        joint -= 2
    named = all(phrase.tokens[i].capital and not phrase.tokens[i].acronym and i for i in starts)
    bare = all(any(r.case in ("", "Nom") for r in phrase.readings[i]) or not phrase.readings[i] for i in starts)
    if len(starts) < 2 or not (named and bare) or not (modifiers or flag == "part" or _names_alone(phrase, starts)):
        return False
    if any((c := phrase.taken[i]) is not None and c.kind == "Country" for i in starts) or not phrase.free(name + 1, at):
        return False
    function = phrase.function(at)
    singular = f"{modifiers} {inflect(lemma, 'Nom', 'Sing', '3')}".strip()
    for start in starts:
        end = at if start == name else start
        label = f"{phrase.tokens[start].text} {singular}"
        rule = "organization.of-one-noun"
        chunk = phrase.chunk("Organization", start, end, label=label, lemma=lemma, rule=rule, function=function)
        chunk.possessed, chunk.kind_of = True, flag
        phrase.take(chunk)
    phrase.known.heads.add(lemma)
    return True
