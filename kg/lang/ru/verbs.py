"""Predicates of a Russian sentence: which words form one, what they mean by the cue words, tense, voice, negation."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lang.cues import cues
from kg.lang.ru.morphology import Form
from kg.lang.ru.phrase import Phrase

_AUXILIARY = frozenset({"быть", "стать", "являться", "бывать"})
_BETWEEN_PARTS = 5
_AND = frozenset({"и", "или", "да", "либо", "а", "но"})
_INTENDS = cues("ru").words["intends-to-do"]
_MEANS = frozenset({"решением", "решениями"})


@dataclass(slots=True)
class Predicate:
    """The words of a predicate, the last of which is the one that tells what happens (планируют провести)."""

    at: list[int]
    form: Form
    forms: list[Form] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The first token."""
        return self.at[0]

    @property
    def last(self) -> int:
        """The last token."""
        return self.at[-1]


def verb_at(phrase: Phrase, at: int) -> Form | None:
    """Return the reading of a token as a verb, if that is what it is here."""
    if at not in phrase.verbs or phrase.taken[at] is not None:
        return None
    form, surely = phrase.verbs[at]
    if surely:
        return form
    group = next((g for g in phrase.groups.values() if g.first <= at <= g.last), None)
    return form if group is None or (group.first == group.last and _done_by_the_one_before(phrase, at, form)) else None


def _done_by_the_one_before(phrase: Phrase, at: int, form: Form) -> bool:
    """Нино Гелашвили начала беседу: a name owns no noun behind it, so that what may be a verb there is one."""
    before = phrase.taken[at - 1] if at else None
    named = before is not None and before.kind == "Person" and before.proper and before.last == at - 1
    return named and form.tense == "Past" and form.number == "Sing" and form.gender in ("Masc", "Fem")


def predicates(phrase: Phrase, tokens: list[int]) -> list[Predicate]:
    """Return the predicates among the tokens of a segment, auxiliaries and infinitives joined with their verb."""
    found: list[Predicate] = []
    for at in tokens:
        form = verb_at(phrase, at) if at in phrase.verbs else None
        if form is None or form.pos in ("PRTF", "GRND") or _by_the_way(phrase, at, form):
            continue
        if found and _joins(phrase, found[-1], at, form):
            found[-1].at.append(at)
            found[-1].forms.append(form)
            if form.pos != "VERB" or found[-1].form.lemma in _AUXILIARY:
                found[-1].form = form
            continue
        if form.pos in ("ADJS", "PRED") and phrase.lower(at) == "нет" and found:
            continue
        found.append(Predicate([at], form, [form]))
    return found


def _by_the_way(phrase: Phrase, at: int, form: Form) -> bool:
    """Напомним, отметим, то есть: what the writer says of the telling is no clause of what is told."""
    if phrase.lower(at) == "есть" and phrase.lower(at - 1) == "то":
        return True
    if phrase.lower(at) == "было" and at - 1 in phrase.verbs and phrase.verbs[at - 1][0].tense == "Past":
        return phrase.verbs[at - 1][0].pos == "VERB" and phrase.verbs[at - 1][0].lemma != "быть"  # намеревался было
    ours = form.person == "1" and form.number == "Plur" and form.tense == "Fut"
    if not ours or phrase.lower(at + 1) not in (",", ":", "") or (at and phrase.lower(at - 1) not in (",", "–", "—")):
        return False
    return any(concept == "speak" for _, concept in phrase.cues.verbs.get(form.lemma, ()))


def _joins(phrase: Phrase, before: Predicate, at: int, form: Form) -> bool:
    between = range(before.last + 1, at)
    if any(phrase.tokens[i].text in ",;:" and phrase.taken[i] is None for i in between):
        return False
    if form.lemma == "быть" and form.tense == "Fut" and before.form.pos == "INFN" and len(before.at) == 1:
        return len(between) <= _BETWEEN_PARTS  # вести встречу будет X
    if form.pos == "VERB" and before.form.pos == "INFN" and len(before.at) == 1 and _takes_infinitive(phrase, form):
        return len(between) <= _BETWEEN_PARTS and not any(phrase.lower(i) in _AND for i in between)  # приехать не смог
    if form.pos == "INFN":
        return True
    if form.pos == "PRTS":
        return before.form.lemma in _AUXILIARY and len(between) <= _BETWEEN_PARTS
    if form.pos == "VERB":
        return before.form.pos in ("PRTS", "ADJS", "PRED") and form.lemma in _AUXILIARY and len(between) <= 1
    return before.form.lemma in _AUXILIARY and len(between) <= 2


def _takes_infinitive(phrase: Phrase, form: Form) -> bool:
    """Отказался, намеревается, смог: a verb that something else is done or not by."""
    return form.lemma in phrase.cues.words["takes-infinitive"] or form.lemma in phrase.cues.modality


def stands_near(phrase: Phrase, tokens: list[int], words: tuple[str, ...]) -> bool:
    """Tell whether all the words stand among the tokens, in any form; решением собрания is by what a thing is done."""
    return all(
        any((word in phrase.lemmas(i) and phrase.lower(i) not in _MEANS) or phrase.lower(i) == word for i in tokens)
        for word in words
    )


def _is_auxiliary(form: Form, among: list[Form]) -> bool:
    got = form.lemma == "стать" and form.pos == "INFN"  # сумел стать: nothing else tells what happened
    if got and not any(f is not form and f.pos in ("PRTS", "INFN") for f in among):
        return False
    return form.lemma in _AUXILIARY and len(among) > 1


def meanings(phrase: Phrase, predicate: Predicate, tokens: list[int]) -> set[str]:
    """Return what a predicate means: its infinitive or participle rather than the verbs that only carry it."""
    own = [f for f in predicate.forms if not _is_auxiliary(f, predicate.forms)] or predicate.forms
    if len(own) > 1:
        # планируют провести: what is planned, not that it is planned
        inner: set[str] = set()
        for form in own:
            if form.pos in ("INFN", "PRTS"):
                inner |= concepts_of(phrase, form, tokens)
        if inner:
            return inner
    found: set[str] = set()
    for form in own:
        found |= concepts_of(phrase, form, tokens)
    return found


def concepts_of(phrase: Phrase, form: Form, tokens: list[int]) -> set[str]:
    """Return what a verb means, the words that go with it taken into account; the longest phrase wins."""
    found: set[str] = set()
    longest = 0
    for before, concept in phrase.cues.verbs.get(form.lemma, ()):
        if len(before) < longest:
            break
        if not before or stands_near(phrase, tokens, before):
            longest = len(before)
            found.add(concept)
    return found


def modality_of(phrase: Phrase, lemma: str, tokens: list[int]) -> str:
    """Return the modality that a word gives its clause."""
    for before, modality in phrase.cues.modality.get(lemma, ()):
        if before and not stands_near(phrase, tokens, before):
            continue
        if lemma in _INTENDS and not any(f.pos == "INFN" for i in tokens for f in phrase.forms[i]):
            continue  # комитет собирался 2 марта в Оше: came together; собирался обсудить: meant to
        return modality
    return ""
