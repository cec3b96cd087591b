"""What takes an English clause away from the facts: plans to, proposed that, if, reportedly, no longer."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.predicates import follows, phrases_of
from kg.lang.en.set_aside import does_after_all, nobody_does, set_aside, undone
from kg.lang.en.timetable import MOVING, move
from kg.lang.syntax import Clause

_NTH = ("st", "nd", "rd", "th")
_DECIDING = frozenset({"decide", "resolve", "vote"})
_AT_FIRST = cues("en").words["at-first"]
_EARLIER = _AT_FIRST - {"first"}  # the first session had been planned for May
_WOULD = frozenset({"would"})
_MAY = frozenset({"ought", "may", "might", "could", "should", "must", "can", "cannot"})


def set_modality(phrase: Phrase, item: Open) -> None:
    """Set what a clause is if it is no plain fact, by its auxiliaries and by what it hangs on."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None:
        return
    if undone(phrase, item):
        clause.modality = "denied"
        return
    if settled := _settled(phrase, item):
        clause.modality = settled
        return
    achieved = _achieved(phrase, item)
    modality = "" if achieved or _already(phrase, clause) else _governed(phrase, item)
    if modality in ("planned", "proposed") and _told_of_what_is(item):
        modality = ""
    modality = modality or _its_own(phrase, item)
    told = group.modal in _WOULD and phrase.lowers[group.first] in ("is", "are")
    if modality == "planned" and _promised(phrase, item):
        modality, clause.future = "", True
        clause.flags.add("public")
    if not modality and told and clause.concepts & {"speak", "attend", "chair"} and not clause.concepts & {"join"}:
        clause.future = True  # X is to speak there
    elif not modality and group.modal in _WOULD:
        modality = "planned"
    if modality in ("", "planned") and _decided(item):
        modality, clause.past = "", True
    clause.modality = modality or "asserted"
    clause.past = clause.past or (achieved and "lead" not in clause.concepts)  # the first woman to head it heads it
    if clause.modality == "cancelled":
        move(phrase, item)


def _its_own(phrase: Phrase, item: Open) -> str:
    """Return the modality that a clause has from its own verb: was called off, has been planned for."""
    clause, group = item.clause, item.group
    assert clause is not None
    assert group is not None
    own = _of_phrase(phrase, group.lemma, group.last)
    if own == "planned" and group.passive and _AT_FIRST & set(phrase.lowers[max(0, group.first - 1) : group.last + 1]):
        return "denied"  # the talks were originally fixed for that day: they are not any more
    if own == "planned" and group.passive and group.past and group.perfect:
        if _EARLIER.intersection(phrase.lowers[max(0, group.first - 2) : group.first]):
            return "denied"  # earlier it had been planned for 22 May
        clause.flags.add("was-planned")  # had been planned for that day: told of what did not come about
    if own == "cancelled":
        return own if group.lemma not in MOVING or _of_an_encounter(phrase, item) else ""
    return own if own == "planned" and _plans_itself(clause) else ""


def _settled(phrase: Phrase, item: Open) -> str:
    """Return the modality that a clause has by its form, auxiliaries and small words, "" for none such."""
    if item.form == "conditional":
        return "hypothetical"
    if aside := set_aside(phrase, item):
        return aside
    if item.marker == "due":
        return "planned"
    if item.marker == "to" and item.group is not None and phrase.lower(item.group.first - 1) == "whether":
        return "proposed"  # will vote on whether to admit X
    if _adverb(phrase, item):
        return "hypothetical"
    return "proposed" if item.group is not None and item.group.modal in _MAY else ""


def _achieved(phrase: Phrase, item: Open) -> bool:
    """Managed to join, did not fail to join, became the first state to join: it was done."""
    governor = item.governor.group if item.governor is not None else None
    if governor is None or item.marker != "to" or not (governor.past or governor.perfect):
        return False
    words = phrase.cues.words
    if governor.lemma in ("be", "become", "make"):
        return not governor.negated and _one_of_a_row(phrase, item.noun)
    return governor.lemma in (words["faithful"] if governor.negated else words["achieves"])


def _one_of_a_row(phrase: Phrase, noun: int) -> bool:
    """The first state, the 35th country, the only university, behind which it is told what they did."""
    before = [low for i in range(noun - 2, noun) if (low := phrase.lower(i))]
    rows = phrase.cues.words["of-a-row"] | phrase.cues.words["ordinals"]
    told = any(low in rows or (low.endswith(_NTH) and low[0].isdigit()) for low in before)
    return noun > 0 and told and "the" in phrase.lowers[max(0, noun - 4) : noun]


def _promised(phrase: Phrase, item: Open) -> bool:
    """The minister has promised to address it: whoever has agreed to come will be at what lies ahead."""
    clause, governor = item.clause, item.governor
    assert clause is not None
    if governor is None or governor.group is None or item.marker != "to" or governor.group.negated:
        return False
    coming = clause.concepts & {"speak", "attend", "chair"} and not clause.concepts & {"join", "receive", "meet"}
    group = governor.group
    told = group.kind == "finite" and (group.past or group.perfect) and not group.modal and governor.form == "finite"
    return bool(coming) and told and group.lemma in phrase.cues.words["promising"]


def _decided(item: Open) -> bool:
    """The Board resolved to appoint X, voted to admit Y: what a body has decided that it does itself is done."""
    governor = item.governor.clause if item.governor is not None else None
    clause = item.clause
    if governor is None or clause is None or item.marker != "to" or governor.lemma not in _DECIDING:
        return False
    bodies = governor.having("subject", "Organization") or [c for c in governor.inherited if c.kind == "Organization"]
    told = governor.past and not governor.negated and governor.form == "finite" and not clause.passive
    given = clause.concepts & {"appoint", "dismiss"} and clause.having("object", "Person")
    return told and bool(bodies) and bool(given or (clause.lemma == "admit" and clause.having("object")))


def _already(phrase: Phrase, clause: Clause) -> bool:
    """Has applied to join X, a programme now run by Y: what is so now is so whatever becomes of the application."""
    words = phrase.lowers[max(0, clause.predicate[0] - 1) : clause.predicate[1] + 1]
    return clause.form == "relative" and bool({"now", "already", "currently"} & set(words))


def _told_of_what_is(item: Open) -> bool:
    """Hopes to join the project that X and Y have been running: what has come about is so, whatever is hoped."""
    group = item.group
    told = item.form == "relative" and item.marker in ("which", "that", "who", "whom", "where")
    return told and group is not None and group.kind == "finite" and (group.past or group.perfect) and not group.modal


def _of_an_encounter(phrase: Phrase, item: Open) -> bool:
    clause = item.clause
    assert clause is not None
    shared = item.shares.clause.chunks if item.shares is not None and item.shares.clause is not None else []
    if any(c.kind == "Event" for c in (*clause.having("subject"), *clause.having("object"), *shared)):
        return True
    # talks had been fixed for 7 April; it was moved to 14 April
    told = any(c.kind == "Event" and c.last < clause.first for c in phrase.chunks)
    return told and clause.passive and any(c.lemma == "it" for c in clause.having("subject", "Pronoun"))


def _plans_itself(clause: Clause) -> bool:
    """A session is planned for May 26; X plans a visit."""
    held = clause.head is not None and clause.head.kind == "Event"
    return bool(clause.having("subject", "Event") or held if clause.passive else clause.having("object", "Event"))


def _adverb(phrase: Phrase, item: Open) -> bool:
    clause = item.clause
    assert clause is not None
    last = clause.predicate[1] + 1
    words = phrase.lowers[max(0, clause.predicate[0] - 3) : last + (phrase.tag(last) == "ADV")]
    return any(concept == "hypothetical" for word in words for _, concept in phrases_of("modality").get(word, ()))


def _governed(phrase: Phrase, item: Open) -> str:
    """Return the modality that a clause has from the verb or noun that it hangs on, however far up."""
    seen: set[int] = set()
    current: Open | None = item
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        if current.noun >= 0 and (modality := _of_noun(phrase, current)):
            return modality
        governor = current.governor
        if (
            governor is not None
            and current.marker == "that"
            and "speak" not in governor.concepts
            and _hearsay(phrase, governor, current.begin)
        ):
            return "hypothetical"
        if governor is not None and governor.group is not None:
            group = governor.group
            if group.lemma == "be" and current.marker == "to" and group.last == current.begin - 1:
                return "planned"
            if group.negated and (current.marker != "that" or group.lemma in ("be", "confirm", "say", "mean")):
                return "denied"
            modality = _of_phrase(phrase, group.lemma, group.last)
            if modality and modality != "cancelled":
                return modality
            if group.modal in _MAY and current.marker == "to":
                return "proposed"
            if current.marker == "to" and (group.future or "visit" in governor.concepts):
                return "planned"  # arrived in Astana to take part in the summit: what for
            if governor.form == "conditional":
                return "hypothetical"
        if current.parent is not None and current.parent.form == "conditional":
            return "hypothetical"
        current = (
            governor if governor is not None else current.parent if current.form in ("relative", "converb") else None
        )
        if current is not None and current.form == "relative" and item.form == "relative":
            break
    return ""


def _hearsay(phrase: Phrase, governor: Open, end: int) -> bool:
    """A rumour had spread on social media that ..."""
    words = phrase.cues.words["hearsay"]
    return any(phrase.lemma(i) in words and phrase.tags[i] == "N" for i in range(governor.begin, end))


def _of_noun(phrase: Phrase, item: Open) -> str:
    """A proposal to admit, an invitation to address, the rumour that."""
    lemma = phrase.lemma(item.noun)
    if lemma in phrase.cues.words["hearsay"] and item.marker == "that":
        return "hypothetical"
    return _of_phrase(phrase, lemma, item.noun)


def _of_phrase(phrase: Phrase, lemma: str, last: int) -> str:
    for rest, modality in phrases_of("modality").get(lemma, ()):
        if follows(phrase, last + 1, rest):
            return modality
    return ""


def negate(phrase: Phrase, item: Open) -> None:
    """No agreement has been signed; neither of them attended: a phrase with no denies its clause."""
    clause = item.clause
    assert clause is not None
    if item.group is None:
        return
    if nobody_does(phrase, item):
        clause.negated = True
    if does_after_all(phrase, clause):
        clause.negated = False
    for chunk in clause.chunks:
        if chunk.function in ("subject", "object", "as", "to"):
            start = phrase.phrase_start(chunk.first)
            if phrase.lower(start) in ("no", "neither", "none") or phrase.lower(chunk.first - 1) in (
                "no",
                "nor",
                "neither",
            ):
                clause.negated = True
            if chunk.kind == "Role" and chunk.function == "as" and phrase.lower(start - 1) == "not":
                clause.negated = True
    words = phrase.lowers[clause.predicate[0] : clause.predicate[1] + 3]
    after = phrase.lower(clause.predicate[1] + 1)
    if after == "no" and phrase.lower(clause.predicate[1] + 2) in ("part", "place", "seat", "role", "membership"):
        clause.negated = True  # takes no part in it
    if "longer" in words and "no" in words:
        clause.negated = True
