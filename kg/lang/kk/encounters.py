"""Nouns of Kazakh that name an encounter: отырыс, кездесу, дөңгелек үстел, with what stands before them."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.kk.partakers import take_delegation, take_pronoun, take_side
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.places import LONGEST_IZAFET
from kg.lang.reading import Reading

_COURSE_OF = tuple(sorted(cues("kk").words["course-of"]))
_LONGEST_NAME = 9  # tokens of a quoted name, its quotes with it
_RECIPROCAL = "су"  # қорытынды кездесу: what people do with each other has no object before it


def find_encounters(phrase: Phrase) -> None:
    """Take the nouns that name an encounter, and delegations, sides and pronouns that take part."""
    for at in phrase.partaking:
        if phrase.taken[at] is None:
            _encounter(phrase, at) or take_delegation(phrase, at) or take_side(phrase, at) or take_pronoun(phrase, at)


def _encounter(phrase: Phrase, at: int) -> bool:
    found = phrase.head(at, phrase.cues.events)
    if not found:
        return False
    first, lemma, reading = found
    kind, flag = phrase.cues.events[lemma]
    if (reading.verb_form and reading.verb_form != "Vnoun") or not phrase.free(first, at):
        return False
    if _is_means(phrase, at, flag, reading) or _is_verb_there(phrase, at, lemma):
        return False
    if _of_an_encounter(phrase, at, reading) or _is_action(phrase, first, at, reading):
        return False
    begin = first
    i = first - 1
    while i >= 0 and phrase.taken[i] is None and phrase.tokens[i].kind == "word" and first - i < 5:
        r = phrase.first(i)
        if not phrase.tokens[i].text.strip("IVXLCDMІХС"):
            begin, i = i, i - 1
            continue
        if (
            r is None
            or r.pos not in ("ADJ", "NUM")
            or (r.case not in ("", "Nom"))
            or phrase.lower(i) in phrase.cues.words["this"]
            or (phrase.lower(i) == "өткен" and _held_there(phrase, i))
        ):
            break
        begin = i
        i -= 1
    quote = _quoted_before(phrase, begin) if reading.possessor == "3" else begin
    chunk = phrase.chunk(
        "Event",
        quote,
        at,
        label=_without_possessive(phrase, begin, at, reading),
        lemma=lemma,
        rule="encounter.noun",
        function=phrase.function(at, reading),
    )
    chunk.kind_of, chunk.possessed, chunk.plural = kind, reading.possessor == "3", reading.number == "Plur"
    chunk.flags |= {flag} if flag and lemma not in phrase.known.held else set()
    if phrase.lower(begin - 1) in phrase.cues.words["this"]:
        chunk.flags.add("this")
    if "келесі" in phrase.lowers[max(begin - 1, 0) : first] and chunk.flags & {"general"}:
        chunk.flags.add("new")
    if chunk.function == "owner" and (part := _round_of(phrase, at)):
        chunk.function, chunk.plural = phrase.function(part), False
        chunk.flags.discard("weak")  # диалогтың келесі кезеңі
    chunk.proper = quote < first
    if chunk.possessed and lemma in phrase.cues.organizations:
        phrase.known.held.add(lemma)  # кеңестің мәжілісінде: from here on мәжіліс is no chamber
    if any(phrase.lower(i).startswith("пленар") for i in range(max(begin - 1, 0), first)) and not chunk.possessed:
        phrase.known.plenary.add(lemma)
    chunk.flags |= {"plenary"} if lemma in phrase.known.plenary and not chunk.possessed else set()
    phrase.take(chunk)
    return True


def _is_means(phrase: Phrase, at: int, flag: str, reading: Reading) -> bool:
    """Телефон арқылы сөйлесу болды, туыстармен сөйлесуге қатысты: no phone nor talking is an encounter."""
    return (flag == "weak" and phrase.lower(at + 1) == "арқылы") or (flag == "bare" and reading.case not in ("", "Nom"))


def _quoted_before(phrase: Phrase, begin: int) -> int:
    """Return where a quoted name right before an encounter begins: «Жүрек» симпозиумы; else where the noun does."""
    start = phrase.opens.get(begin - 1) if begin else None
    named = start is not None and phrase.tokens[start].kind == "quote" and begin - start <= _LONGEST_NAME
    return start if start is not None and named and phrase.free(start, begin - 1) else begin


def _held_there(phrase: Phrase, at: int) -> bool:
    """Кеше Қарағандыда өткен отырыс is one that was held there, өткен отырыс the last one."""
    before = phrase.taken[at - 1] if at else None
    return before is not None and (before.kind == "Date" or before.function == "at")


def _round_of(phrase: Phrase, at: int) -> int:
    """Келіссөздердің кезекті раунды өтті: return where the noun stands that says which part of them, 0 if none does."""
    i = at + 1
    while i < phrase.size - 1 and i - at < LONGEST_IZAFET + 1 and phrase.pos(i) in ("ADJ", "NUM"):
        i += 1
    reading = phrase.first(i)
    return i if reading is not None and reading.lemma in ("раунд", "кезең") and reading.possessor == "3" else 0


def _of_an_encounter(phrase: Phrase, at: int, reading: Reading) -> bool:
    """Салтанатты рәсім: what looks like an accusative right before the noun of another encounter is its adjective."""
    return reading.case == "Acc" and reading.lemma == "салтанат" and bool(phrase.head(at + 1, phrase.cues.events))


def _is_verb_there(phrase: Phrase, at: int, lemma: str) -> bool:
    """Кеңесті is told of people who conferred, but of the encounter that is held where its clause goes on behind it."""
    first = phrase.first(at)
    if first is None or first.pos not in ("VERB", "AUX") or first.verb_form == "Vnoun":
        return False
    return lemma not in phrase.known.held or at + 1 >= phrase.size or phrase.tokens[at + 1].kind != "word"


def _without_possessive(phrase: Phrase, first: int, last: int, reading: Reading) -> str:
    """Return what an encounter is called: отырыс for алқаның отырысы, whose owner is no part of the name."""
    if reading.possessor != "3":
        return phrase.named(first, last, reading)
    return f"{phrase.text[phrase.tokens[first].start : phrase.tokens[last].start]}{reading.lemma}"


def _is_action(phrase: Phrase, first: int, at: int, reading: Reading) -> bool:
    """Құжат қабылдау is what one does with documents, қабылдау ережесі a rule of it: neither is an encounter."""
    if not any(r.verb_form == "Vnoun" for r in phrase.readings[at]):
        return False
    before, after = phrase.first(first - 1), phrase.first(at + 1)
    if (
        not reading.possessor
        and not reading.lemma.endswith(_RECIPROCAL)
        and before is not None
        and phrase.taken[first - 1] is None
        and before.pos == "NOUN"
        and before.case in ("", "Nom", "Acc")
    ):
        return True
    return (
        after is not None
        and after.pos == "NOUN"
        and after.possessor == "3"
        and reading.case in ("", "Nom")
        and not (phrase.lower(at + 1).startswith(_COURSE_OF))
    )
