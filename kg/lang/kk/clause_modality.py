"""What takes a Kazakh clause away from the facts: words of modality, the verb that governs it, but behind it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.kk.morphology import analyse
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.predicates import NEGATIVE, stands_before
from kg.lang.kk.set_aside import set_aside
from kg.lang.syntax import Clause

_APART = 12  # words between what is handed out and the verb
_SAID_TO_BE = 2  # words behind the first of болады деп жарияланған еді


def set_modality(phrase: Phrase, clauses: list[Clause], index: int, clause: Clause) -> None:
    """Say of a clause that it is denied, planned or only heard of, by its words and by the verb that takes it."""
    if aside := set_aside(phrase, clause):
        clause.modality = aside
        return
    together = "agree" in clause.concepts and clause.past and clause.having("with", "Person")
    if (clause.concepts & {"speak", "discuss"} or together) and clause.form != "complement":
        return  # what is said or talked about may be a wish; that it is said is none
    if _quoted_hearsay(phrase, clause) or _announced_once(phrase, clause):
        clause.modality = "hypothetical"
        return
    if clause.form == "nominal":
        spans = [(clause.chunks[0].first if clause.chunks else clause.first, phrase.size - 1)]
    else:
        spans = [_widened(phrase, clauses, index)]
    governor = _governor(phrase, clauses, index)
    if governor is not None:
        spans.append(_widened(phrase, clauses, governor))
    for first, last in spans:
        modality = _modality_between(phrase, first, last)
        modality = "denied" if modality == "planned" and _came_to_nothing(phrase, clause) else modality
        if modality == "cancelled" and not _of_encounter(clause):
            modality = "ended" if clause.form == "complement" else ""  # қатысуын тоқтатты
        if modality:
            clause.modality = modality
            return
    if governor is not None and _no_part_in_it(phrase, clause, clauses[governor]):
        clause.modality = "denied"
        return
    words = phrase.lowers[clause.predicate[0] : clause.predicate[1] + 1]
    if "еді" in words[1:] and any(one.endswith("р") and two == "еді" for one, two in pairwise(words)):
        clause.modality = "hypothetical"  # кездесер еді
    if clause.form == "conditional" and not any(c.function == "subject" for c in clause.chunks):
        clause.modality = "hypothetical"


def _of_encounter(clause: Clause) -> bool:
    """Tell whether what is called off is an encounter: ол 22 шілдеге ауыстырылды."""
    if "hold" in clause.concepts or clause.form == "nominal" or clause.having("subject", "Event", "Pronoun"):
        return True
    return bool(clause.having("object", "Event"))


def _announced_once(phrase: Phrase, clause: Clause) -> bool:
    """Ол 8 мамырда болады деп жарияланған еді: what had been announced, until something came between."""
    if clause.predicate[1] - clause.predicate[0] < _SAID_TO_BE:
        return False
    words = phrase.lowers[clause.predicate[0] : clause.predicate[1] + 1]
    return words[-1] in ("еді", "болатын") and "деп" in words[:-2] and (clause.future or clause.past)


def _came_to_nothing(phrase: Phrase, clause: Clause) -> bool:
    """Отырыс 3 маусымға белгіленген, бірақ …: what was fixed or planned, but."""
    at = clause.predicate[1]
    fixed = phrase.lower(at).endswith(("ланған", "ленген", "делген"))
    return fixed and phrase.lower(at + 1) == "," and phrase.lower(at + 2) in ("бірақ", "алайда", "дегенмен")


def _no_part_in_it(phrase: Phrase, clause: Clause, governor: Clause) -> bool:
    """Іске асыруға араласпайды, қатысуға келіспеді: what somebody does not turn to is not done by them."""
    reading = phrase.verbal(clause.predicate[1])
    towards = reading is not None and reading.verb_form == "Vnoun" and reading.case == "Dat"
    return towards and governor.negated and not clause.negated


def _quoted_hearsay(phrase: Phrase, clause: Clause) -> bool:
    """«Қазақстан конвенциядан шығады» деген ақпарат: what somebody is said to have said."""
    i = clause.predicate[1] + 1
    while i < phrase.size and phrase.tokens[i].kind in ("quote", "punct") and phrase.tokens[i].text != ",":
        i += 1
    return phrase.lower(i) in ("деген", "делінген")


def _widened(phrase: Phrase, clauses: list[Clause], index: int) -> tuple[int, int]:
    """Return a predicate with the words around it that belong to it but to no chunk: ниетті, мүмкін, екенін."""
    first, last = clauses[index].predicate
    floor = clauses[index - 1].predicate[1] if index else -1
    while (
        first - 1 > floor
        and phrase.taken[first - 1] is None
        and phrase.tokens[first - 1].kind == "word"
        and clauses[index].predicate[0] - first < 3
    ):
        first -= 1
    ceiling = (
        clauses[index + 1].predicate[0]
        if index + 1 < len(clauses) and clauses[index + 1].form != "nominal"
        else phrase.size
    )
    while (
        last + 1 < ceiling
        and phrase.taken[last + 1] is None
        and phrase.tokens[last + 1].kind == "word"
        and last - clauses[index].predicate[1] < 3
    ):
        last += 1
    return first, last


def _governor(phrase: Phrase, clauses: list[Clause], index: int) -> int | None:
    """Return the clause that takes this one: the next predicate, or behind a comma the last of the sentence."""
    clause = clauses[index]
    headless = clause.form == "relative" and clause.head is None
    if clause.form != "complement" and phrase.lower(clause.predicate[1]) != "деп" and not headless:
        return None
    after = clause.predicate[1] + 1
    later = [i for i in range(index + 1, len(clauses)) if clauses[i].form != "relative"]
    if not later:
        return None
    return later[-1] if after < phrase.size and phrase.tokens[after].text == "," else later[0]


def _modality_between(phrase: Phrase, first: int, last: int) -> str:
    for i in range(last, first - 1, -1):
        token = phrase.tokens[i]
        if token.kind != "word" or phrase.taken[i] is not None:
            continue
        for lemma in _modal_lemmas(token.text):
            if lemma == "шақыру" and any(r.voice == "Pass" for r in phrase.readings[i]) and not _to_do(phrase, i - 1):
                continue  # сессия шақырылды: it was convened; who шақырылған is asked, not here
            if (
                lemma == "тапсыру"
                and phrase.pos(i - 1) == "NOUN"
                and phrase.taken[i - 1] is None
                and _handed(phrase, i)
            ) or (lemma == "тапсыру" and _handed_out(phrase, i)):
                continue  # диплом тапсырды
            if lemma == "күту" and _negative(phrase, i):
                continue  # күтпеген жерден
            if lemma in phrase.cues.words["fixed"] and phrase.lower(i + 1) in ("еді", "болатын"):
                continue  # 7 қыркүйекке белгіленген еді: until something came between
            if lemma in phrase.cues.words["fixed"] and phrase.lower(i - 1) in ("болып", "етіп"):
                continue  # директор болып белгіленді
            for before, modality in phrase.cues.modality.get(lemma, ()):
                if stands_before(phrase, i, before) and (modality != "unconfirmed" or _negative(phrase, i)):
                    return "denied" if modality == "unconfirmed" else modality
    return ""


def _to_do(phrase: Phrase, at: int) -> bool:
    """Қатысуға шақырылды: what somebody is asked to do."""
    reading = phrase.verbal(at) if at >= 0 else None
    return reading is not None and reading.verb_form == "Vnoun" and reading.case == "Dat"


def _handed(phrase: Phrase, at: int) -> bool:
    """Tell whether a thing is given over, not a task: диплом тапсырды, кубогын тапсырды; not дайындауды тапсырды."""
    what = phrase.first(at - 1)
    return what is not None and what.verb_form != "Vnoun" and what.case in ("", "Nom", "Acc")


@lru_cache(maxsize=65_536)
def _modal_lemmas(word: str) -> tuple[str, ...]:
    """Return the dictionary forms of a word that may take a clause away from the facts."""
    lemmas = dict.fromkeys([word.lower(), *(r.lemma for r in analyse(word))])
    return tuple(lemma for lemma in lemmas if lemma in cues("kk").modality)


def _handed_out(phrase: Phrase, at: int) -> bool:
    """Куәліктерді қатысушыларға X тапсырды: what is handed over may stand apart from the verb."""
    near = (phrase.nominal(i) for i in range(max(at - _APART, 0), at) if phrase.taken[i] is None)
    return any(r is not None and r.case == "Acc" and r.lemma in phrase.cues.words["handed-out"] for r in near)


def _negative(phrase: Phrase, at: int) -> bool:
    return phrase.lower(at + 1) in NEGATIVE or any(r.polarity == "Neg" for r in phrase.readings[at])
