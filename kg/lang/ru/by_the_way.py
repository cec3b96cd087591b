"""What a Russian clause tells of people by the way: that none is named, who comes along, where someone has gone to."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Group, Phrase
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("ru").words
_BRINGS = _WORDS["brings-together"]
_IS_THERE = _WORDS["is-there"]
_TRAVELS_ALONG = _IS_THERE | {"войти", "входить"}
_THERE = _WORDS["there"]
_ACTING = ("Person", "Organization", "Country", "Place", "Delegation", "Side", "Pronoun", "Role")
_VISITS = _WORDS["sees"]
_STAYS_THERE = _WORDS["stays-there"]


def mark_by_the_way(phrase: Phrase, clause: Clause, span: range) -> None:
    """Set the flags of a clause whose tokens are ``span``: nobody-named, in-delegation, there, official."""
    if _nobody_named(phrase, clause, span):
        clause.flags.add("nobody-named")
    _in_company(phrase, clause, span)
    if clause.lemma in _BRINGS and clause.having("subject", "Event"):
        clause.concepts |= {"hold"}  # круглый стол собрал биологов
    _where(phrase, clause)
    _holds_reception(phrase, clause)
    if clause.lemma in _VISITS and clause.past and _somewhere(clause):
        clause.flags.add("official")
    if clause.lemma in _STAYS_THERE and clause.having("subject", "Delegation"):
        clause.concepts |= {"visit"}  # в городе находится делегация
        for chunk in clause.having("at", "Place", "Organization"):
            chunk.function = "to"


def _nobody_named(phrase: Phrase, clause: Clause, span: range) -> bool:
    """Говорили о пандусах; подведены итоги: people did it who are not named, not even by a noun in the nominative."""
    if clause.form != "finite" or not clause.past or clause.having("subject", *_ACTING) or clause.inherited:
        return False
    if clause.passive:
        return not clause.having("by")
    verbs = [f for i in range(clause.predicate[0], clause.predicate[1] + 1) for f in phrase.forms[i][:1]]
    if not any(f.pos == "VERB" and f.number == "Plur" and f.tense == "Past" for f in verbs):
        return False
    transitive = any(f.transitive for f in verbs)
    for group in (phrase.groups[i] for i in span if i in phrase.groups):
        nominative = "Nom" in group.cases and not (transitive and "Acc" in group.cases)
        if nominative and phrase.taken[group.head] is None and not phrase.preposition(group.first)[0]:
            return False
    return True


def _in_company(phrase: Phrase, clause: Clause, span: range) -> None:
    """в её составе были X и Y: who travels along; вместе с нею была X: who is there too."""
    if clause.lemma in _IS_THERE and any("together" in c.flags for c in clause.having("with")):
        clause.concepts |= {"attend"}
    listed = clause.form == "nominal" and "делегация" in phrase.lemmas_among(span.start, span.stop)
    listed = listed and any(phrase.tokens[i].kind == "dash" for i in span)
    if (clause.lemma in _TRAVELS_ALONG or listed) and any(
        phrase.lower(i) == "составе" and phrase.lower(i - 1) in ("её", "ее", "его", "их", "в") for i in span
    ):
        clause.flags.add("in-delegation")
        for person in clause.having("to", "Person") if listed else ():
            person.function = "subject"  # в составе делегации – X и Y


def _where(phrase: Phrase, clause: Clause) -> None:
    begin = max(0, min(clause.first, clause.predicate[0]) - 2)
    if not _THERE.isdisjoint(phrase.lowers[begin : clause.predicate[1] + 1]):
        clause.flags.add("there")


def _somewhere(clause: Clause) -> bool:
    """Tell whether someone goes to a body or a building, not merely to a town."""
    return any(c.kind == "Organization" or c.kind_of == "venue" for c in clause.having("to", "Organization", "Place"))


def _holds_reception(phrase: Phrase, clause: Clause) -> None:
    """3 марта X провёл приём граждан: with a day of its own, and of people rather than papers, it is an encounter."""
    if "hold" not in clause.concepts:
        return
    if not clause.days:
        return
    for event in clause.having("subject", "Event"):
        if event.lemma == "открытие" and clause.lemma in phrase.cues.words["takes-place"]:
            event.flags.discard("weak")  # 2 марта состоялось открытие школы
    for event in (c for c in clause.chunks if c.kind == "Event" and c.lemma in ("приём", "прием")):
        behind = phrase.starting(phrase.ends[event] + 1)
        if behind is None or "Gen" not in phrase.cases_of(behind) or _someone(behind):
            event.flags.discard("weak")


def _someone(thing: Chunk | Group) -> bool:
    return thing.animate if isinstance(thing, Group) else thing.kind in ("Role", "Person")
