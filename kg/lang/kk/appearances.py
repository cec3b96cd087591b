"""How a Kazakh clause says, without a verb of attending, that somebody was there: handing out, being shown, looking on.

ауруханада болып, құрылысты тексерді      a visit, though the verb is that of being
жүлдені X-қа Y табыс етті                 both were at the ceremony
бізге берген сұхбатында айтты             said to the press, at no encounter
"""

from __future__ import annotations

from kg.lang.kk.phrase import VERBAL, Phrase
from kg.lang.syntax import Clause

_SENT = frozenset({"head", "deputy", "envoy"})


def appear(phrase: Phrase, clause: Clause, begin: int, words: frozenset[str]) -> None:
    """Add to a clause what its ``words``, those from token ``begin`` on, say of who was there."""
    _hands_out(phrase, clause, begin, words)
    _looks_on(phrase, clause)
    verb = clause.predicate[0]
    if clause.lemma == "деу" and clause.form == "finite" and clause.past and phrase.tokens[verb - 1].kind == "quote":
        clause.concepts |= {"speak"}  # X «бұл – тарихи сәт» деді
    if "speak" not in clause.concepts:
        return
    if not phrase.cues.words["from-afar"].isdisjoint(words):
        clause.concepts = frozenset(clause.concepts - {"speak"})  # хатпен құттықтады
    told = phrase.lowers[: clause.predicate[0]]
    if not phrase.cues.words["press-statements"].isdisjoint(told) and not phrase.cues.words["to-the-press"].isdisjoint(
        told
    ):
        clause.concepts = frozenset(clause.concepts - {"speak"})


def _hands_out(phrase: Phrase, clause: Clause, begin: int, words: frozenset[str]) -> None:
    """Куәліктерді қатысушыларға X тапсырды: what is handed out may stand apart from its verb."""
    if (
        clause.lemma not in phrase.cues.words["handing"]
        or clause.passive
        or (clause.lemma == "ету" and "табыс" not in words)
    ):
        return
    at = clause.predicate[0]
    objects = ((i, phrase.nominal(i)) for i in range(begin, at) if phrase.taken[i] is None)
    beside = at - (2 if clause.lemma == "ету" else 1)  # алғыс хат тапсырды, сертификат табыс етті
    cases = {i: ("Acc", "Nom", "") if i == beside else ("Acc",) for i in range(begin, at)}
    if not any(r is not None and r.case in cases[i] and r.lemma in phrase.cues.words["handed-out"] for i, r in objects):
        return
    clause.concepts |= {"speak"}
    for receiver in clause.having("to", "Person"):
        receiver.flags.add("asked")


def _looks_on(phrase: Phrase, clause: Clause) -> None:
    """Ауруханада болып, құрылысты тексерді; министр зауытта болды: who is somewhere to see it visits it."""
    if clause.lemma != "болу" or not clause.past or clause.negated or clause.having("subject", "Event"):
        return
    there = clause.having("at", "Organization", "Place") and not clause.having("at", "Event")
    people = clause.having("subject", "Person", "Pronoun", "Role")
    if not there or not people or clause.concepts & {"appoint", "become", "dismiss", "join"} or clause.having("as"):
        return
    ranked = any(post.kind_of in _SENT for c in people for post in c.posts)
    if (clause.form == "converb" and _goes_on_to_inspect(phrase, clause)) or (clause.form == "finite" and ranked):
        clause.concepts |= {"visit"}
        clause.flags.add("be-there")


def _goes_on_to_inspect(phrase: Phrase, clause: Clause) -> bool:
    for i in range(clause.predicate[1] + 1, phrase.size):
        reading = phrase.verbal(i)
        if reading is not None and phrase.pos(i) in VERBAL and reading.verb_form in ("Fin", "Conv"):
            return any(r.lemma in phrase.cues.words["inspecting"] for r in phrase.readings[i])
    return False
