"""The noun groups of a Russian sentence: each noun, abbreviation or pronoun with the adjectives before it that agree.

What a group of words can be depends on the words alone, so it is remembered by them.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import NamedTuple

from kg.lang.by_form import ByForm
from kg.lang.cues import cues
from kg.lang.ru.grammar import Group, adjectives_of, nouns_of
from kg.lang.ru.morphology import CASES, Form, forms
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.prepositions import GOVERNED
from kg.lang.tokens import is_acronym

_DECLINED = re.compile(r"^([А-ЯЁ]{2,6})(а|у|ом|е)$")  # МИДа, ВУЗом
_UNTIL = frozenset({"до", "после", "кроме", "помимо"})
_OF_ENDING = {"а": ("Gen",), "у": ("Dat",), "ом": ("Ins",), "е": ("Loc",)}


class Reading(NamedTuple):
    """What a run of adjectives and a noun is; ``unfit`` of the adjectives at its beginning do not agree with it."""

    unfit: int
    lemma: str
    cases: tuple[str, ...]
    number: str
    gender: str
    animate: bool
    kind: str
    numbers: frozenset[str]


def find_groups(phrase: Phrase) -> None:
    """Find the noun groups of the tokens that no chunk has taken yet."""
    at = 0
    while at < phrase.size:
        token = phrase.tokens[at]
        free = phrase.taken[at] is None and at not in phrase.groups
        group = _group_at(phrase, at) if free and token.kind == "word" and _MAY_BEGIN[token.text] else None
        if group is None:
            at += 1
            continue
        phrase.groups[group.first] = group
        at = group.last + 1


def _may_begin(word: str) -> bool:
    """Tell whether a word is an adjective or can be a group by itself: no other begins one."""
    return bool(adjectives_of(word)) or _reading((), word) is not None


def _names_office(word: str) -> bool:
    """Tell whether a word may be a post or the head noun of a body."""
    known = cues("ru")
    return any(f.lemma in known.roles or f.lemma in known.organizations for f in forms(word))


def _may_modify(word: str) -> bool:
    """Tell whether a word may be an adjective."""
    return not is_acronym(word) and bool(adjectives_of(word))


_MAY_BEGIN, _NAMES_OFFICE, _MAY_MODIFY = ByForm(_may_begin), ByForm(_names_office), ByForm(_may_modify)


def _group_at(phrase: Phrase, at: int) -> Group | None:
    if not _MAY_MODIFY[phrase.tokens[at].text]:
        return _headed(phrase, [], at)
    modifiers: list[int] = []
    i = at
    while i < phrase.size and phrase.taken[i] is None:
        if _modifies(phrase, i):
            modifiers.append(i)
            i += 1
        elif modifiers and phrase.lowers[i] in ("и", ",") and _joined(phrase, modifiers[-1], i + 1):
            i += 1
        elif modifiers and _degree(phrase, i):
            i += 1  # французский крайне правый фронт
        elif modifiers and phrase.lowers[i] == "же":
            i += 1  # того же университета
        else:
            break
    if i < phrase.size and phrase.taken[i] is None and (group := _headed(phrase, modifiers, i)):
        return group
    # заведующий кафедрой: the adjective itself is the noun
    for j in range(len(modifiers) - 1, -1, -1):
        if nouns_of(phrase.tokens[modifiers[j]].text):
            return _headed(phrase, modifiers[:j], modifiers[j])
    return None


def _modifies(phrase: Phrase, at: int) -> bool:
    token = phrase.tokens[at]
    if token.kind != "word" or not _MAY_MODIFY[token.text]:
        return False
    following = phrase.tokens[at + 1] if at + 1 < phrase.size else None
    until_then = phrase.lowers[at] in ("этого", "того") and phrase.lower(at - 1) in _UNTIL and following is not None
    if until_then and any(f.pos == "PRTF" for f in phrase.forms[at + 1][:1]):
        return False  # до этого занимавший пост директора
    return _is_modifier(token.text, following.text if following is not None and following.kind == "word" else "")


@lru_cache(maxsize=65_536)
def _is_modifier(word: str, following: str) -> bool:
    """Tell whether what may be an adjective is one; if it may be a noun too (рабочий), what follows agrees with it."""
    if not nouns_of(word) or adjectives_of(word)[0].lemma == "тот":  # того is hardly of Togo
        return True
    if not following:
        return False
    own = {(f.case, f.number, f.gender) for f in adjectives_of(word)}
    others = (*nouns_of(following), *adjectives_of(following))
    return any(
        (f.case, f.number, f.gender) in own or (f.number == "Plur" and (f.case, "Plur", "") in own) for f in others
    )


def _degree(phrase: Phrase, at: int) -> bool:
    """Tell whether a word is an adverb before an adjective."""
    top = phrase.forms[at][0] if phrase.forms[at] else None
    adverb = top is not None and top.pos == "ADVB"
    return adverb and at + 1 < phrase.size and phrase.taken[at + 1] is None and _modifies(phrase, at + 1)


def _joined(phrase: Phrase, one: int, two: int) -> bool:
    if two >= phrase.size or phrase.tokens[two].kind != "word" or phrase.taken[two] is not None:
        return False
    a = {(f.case, f.number) for f in adjectives_of(phrase.tokens[one].text)}
    b = {(f.case, f.number) for f in adjectives_of(phrase.tokens[two].text)}
    return bool(a & b) and not nouns_of(phrase.tokens[two].text)


def _headed(phrase: Phrase, modifiers: list[int], head: int) -> Group | None:
    token = phrase.tokens[head]
    if token.kind != "word" or (phrase.lowers[head] in GOVERNED and phrase.lower(head + 1) != "."):
        return None  # выступившая с докладом: the preposition, not the letter
    first = modifiers[0] if modifiers else head
    before = phrase.tokens[first - 1] if first > 0 else None
    behind = before is not None and before.kind == "word" and _NAMES_OFFICE[before.text]
    if modifiers or behind:
        found = _reading(tuple([phrase.tokens[m].text for m in modifiers]), token.text, behind)
    else:
        found = _ALONE[token.text]
    if found is None:
        return None
    first = modifiers[found.unfit] if found.unfit < len(modifiers) else head
    return Group(first, head, head, *found[1:])


@lru_cache(maxsize=65_536)
def _reading(modifiers: tuple[str, ...], head: str, of_office: bool = False) -> Reading | None:
    if is_acronym(head) and not (head.lower() in cues("ru").organizations and not head.isupper()):
        return _abbreviation(modifiers, head, CASES)
    if declined := _DECLINED.match(head):
        return _abbreviation(modifiers, declined[1], _OF_ENDING[declined[2]])
    top = forms(head)[0] if forms(head) else None
    if not nouns_of(head) or (top is not None and top.pos == "NPRO" and not modifiers):
        return _pronoun(head) if not modifiers else None  # нею: hardly of Нея
    return _noun(modifiers, head, of_office)


_ALONE: ByForm[Reading | None] = ByForm(partial(_reading, ()))


def _abbreviation(modifiers: tuple[str, ...], name: str, cases: tuple[str, ...]) -> Reading:
    for modifier in modifiers:
        cases = tuple(c for c in cases if any(f.case == c for f in adjectives_of(modifier))) or cases
    return Reading(0, name, cases, "Sing", "", False, "acronym", frozenset({"Sing"}))


def _noun(modifiers: tuple[str, ...], head: str, of_office: bool) -> Reading | None:
    options = nouns_of(head)
    unfit = 0
    while not (fits := [f for f in options if all(_agrees(f, word) for word in modifiers[unfit:])]):
        unfit += 1
    if _rather_another(head, alone=unfit == len(modifiers)):
        return None
    known = cues("ru")
    tables = (known.roles, known.organizations, known.events)
    best = next((f for f in fits if any(f.lemma in table for table in tables)), fits[0])
    if of_office and best.animate and best.number == "Plur":  # замминистра энергетики: of energy, not of its people
        best = next((f for f in fits if f.case == "Gen" and f.number == "Sing" and not f.animate), best)
    same = [f for f in fits if f.lemma == best.lemma]
    numbers = frozenset(f.number for f in same)
    cases = tuple(dict.fromkeys(f.case for f in same))
    number = same[0].number if len(numbers) > 1 else best.number
    return Reading(unfit, best.lemma, cases, number, best.gender, best.animate, "noun", numbers)


def _pronoun(word: str) -> Reading | None:
    fits = [f for f in forms(word) if f.pos == "NPRO" and f.case]
    if not fits:
        return None
    cases = tuple(dict.fromkeys(f.case for f in fits))
    number = fits[0].number or "Sing"
    return Reading(0, fits[0].lemma, cases, number, fits[0].gender, True, "pronoun", frozenset({"Sing"}))


def _rather_another(word: str, *, alone: bool) -> bool:
    """Tell whether a word that may be a noun is rather a verb, an adverb or a small word, if no adjective leads it."""
    top = forms(word)[0]
    if top.pos in ("PREP", "CONJ", "PRCL", "INTJ"):
        return alone
    return alone and top.pos in ("VERB", "ADVB", "INFN", "GRND", "PRTS", "PRED") and top.score > 0.6


def _agrees(noun: Form, word: str) -> bool:
    return any(
        form.case == noun.case
        and form.number == noun.number
        and (noun.number == "Plur" or form.gender == noun.gender or not noun.gender)
        for form in adjectives_of(word)
    )
