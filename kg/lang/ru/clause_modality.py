"""What takes a Russian clause away from the facts: words of planning, proposing, denying, and what it hangs on."""

from __future__ import annotations

from functools import lru_cache

from kg.lang.cues import cues
from kg.lang.ru.morphology import forms
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.segments import Segment
from kg.lang.ru.verbs import modality_of
from kg.lang.syntax import Clause

_MAY_TELL = frozenset({"VERB", "PRTS", "INFN", "ADJS", "PRED", "NOUN", "ADVB", "CONJ", "PRCL"})


_WORDS = cues("ru").words
# Words that put off what is said: должен ответить, намерен выступить.
_BOUND = _WORDS["bound-to"]
# Verbs that with an infinitive only put off what it says: договорились подписать, согласился выступить.
_TO_DO = _WORDS["agrees-to-do"]
_BY_CONJUNCTION = {"если": "hypothetical", "чтобы": "proposed", "дабы": "proposed", "будто": "denied"}
_NEVER_LEFT = _WORDS["never-left-undone"]
_WOULD = frozenset({"бы", "б"})
_REACH = 3  # tokens behind вопреки within which the noun stands that it is said of


@lru_cache(maxsize=65_536)
def _modal_lemmas(word: str, in_predicate: bool) -> tuple[str, ...]:
    """Return the dictionary forms of a word that may take a clause away from the facts."""
    may_tell = (f.lemma for f in forms(word) if f.pos in _MAY_TELL or (f.pos == "PRTF" and in_predicate))
    return tuple(x for x in dict.fromkeys([*may_tell, word.lower()]) if x in cues("ru").modality)


def set_modality(phrase: Phrase, clause: Clause, tokens: list[int], segment: Segment) -> None:
    """Give a clause the modality that the words of its part tell: planned, proposed, denied."""
    if clause.form == "nominal":
        clause.negated = clause.negated or _no_such_post(phrase, clause)
    if settled := _settled(phrase, clause, tokens, segment):
        clause.modality = settled
        return
    spoken = clause.concepts & {"speak", "discuss"} and len(clause.concepts) <= 2
    predicate = set(range(clause.predicate[0], clause.predicate[1] + 1))
    found = ""
    in_spite = not phrase.cues.words["in-spite-of"].isdisjoint(phrase.lowers)
    for i in tokens:
        if not phrase.modal[i]:
            continue
        taken = phrase.taken[i]
        if phrase.tokens[i].kind != "word" or (taken is not None and taken.kind != "Pronoun"):
            continue
        if spoken and i in predicate and not phrase.lemmas(i) & _BOUND:
            continue
        if in_spite and _in_spite_of(phrase, i):
            continue
        for lemma in _modal_lemmas(phrase.tokens[i].text, i in predicate):
            modality = modality_of(phrase, lemma, tokens)
            if not modality or _weaker(phrase, i, modality, predicate, clause):
                continue
            if found == "proposed" and modality == "cancelled" and phrase.forms[i][0].pos == "INFN":
                break  # просили перенести: nothing is moved yet
            found = modality if found not in ("cancelled", "denied") else found
            break
    if spoken and found != "denied" and not any(phrase.lemmas(i) & _BOUND for i in predicate):
        return
    if found == "cancelled" and clause.negated:
        found = ""
    found = found or _put_off(phrase, clause)
    clause.modality = found or "asserted"


def _settled(phrase: Phrase, clause: Clause, tokens: list[int], segment: Segment) -> str:
    """Return the modality that a clause has by its conjunction or particle, whatever its words are; "" for none."""
    if segment.kind in _BY_CONJUNCTION:
        return _BY_CONJUNCTION[segment.kind]
    if _cannot_but(phrase, clause):
        clause.negated = False
        return "asserted"
    return "hypothetical" if _would(phrase, clause, tokens) or _asked(phrase, clause) else ""


def _cannot_but(phrase: Phrase, clause: Clause) -> bool:
    """Не мог не приехать, не преминул выступить: two denials say that it was done."""
    if not (clause.past and clause.negated):
        return False
    words = range(clause.predicate[0], clause.predicate[1] + 1)
    denied = sum(phrase.lower(i - 1) == "не" and phrase.taken[i] is None for i in words)
    able = any("мочь" in phrase.lemmas(i) or "смочь" in phrase.lemmas(i) for i in words)
    sure = denied == 1 and any(phrase.lemmas(i) & _NEVER_LEFT and phrase.lower(i - 1) == "не" for i in words)
    return sure or (able and denied > 1)


def _would(phrase: Phrase, clause: Clause, tokens: list[int]) -> bool:
    """Вошёл бы, если б внёс взнос; not кто бы ни спросил."""
    if clause.form == "nominal" or _WOULD.isdisjoint(phrase.lowers):
        return False
    particle = any(phrase.lower(i) in _WOULD and phrase.taken[i] is None for i in tokens)
    return particle and not any(phrase.lower(i) == "ни" for i in tokens)


def _asked(phrase: Phrase, clause: Clause) -> bool:
    """Неизвестно, приедет ли гость: what is asked is not said."""
    return phrase.lower(clause.predicate[0] + 1) == "ли" or phrase.lower(clause.predicate[1] + 1) == "ли"


def _no_such_post(phrase: Phrase, clause: Clause) -> bool:
    """X больше не директор; not X не только директор."""
    roles = [c for c in clause.chunks if c.kind == "Role"]
    return any(phrase.lower(c.first - 1) in ("не", "никакой", "никакая") for c in roles if c.first)


def _in_spite_of(phrase: Phrase, at: int) -> bool:
    """Вопреки слухам: what was said of it comes to nothing."""
    words = phrase.cues.words["in-spite-of"]
    return any(phrase.lower(i) in words for i in range(max(0, at - _REACH), at))


def _put_off(phrase: Phrase, clause: Clause) -> str:
    """Договорились подписать, сможет стать: what an infinitive says is yet to be done."""
    forms = [form for i in range(clause.predicate[0], clause.predicate[1] + 1) for form in phrase.forms[i][:1]]
    if not any(form.pos == "INFN" for form in forms):
        return ""
    later = any(f.lemma in _TO_DO or (f.lemma == "смочь" and f.tense == "Fut") for f in forms)
    return "planned" if later else ""


def _weaker(phrase: Phrase, at: int, modality: str, predicate: set[int], clause: Clause) -> bool:
    """Tell whether a word of modality is not said of the predicate: a participle or noun beside another verb."""
    if at in predicate:
        return False
    top = phrase.forms[at][0]
    if top.pos == "PRTF":
        return True  # намеченный круглый стол: said of the noun, see clauses_before_nouns
    if top.pos == "NOUN":
        return not (
            modality == "denied"
            or any(
                phrase.forms[i] and phrase.forms[i][0].pos == "INFN" for i in range(at + 1, min(at + 3, phrase.size))
            )
        )
    return top.pos in ("VERB", "INFN", "PRTS") and at > max(predicate)


def hang_on_hearsay(phrase: Phrase, segment: Segment, own: list[Clause]) -> None:
    """Вопреки слухам о том, что X уволен: what is only rumoured is no fact, whatever the verb of the sentence says."""
    at = segment.opened_at - 2
    while at >= 0 and phrase.lower(at) in ("о", "том", "про", "то"):
        at -= 1
    if at < 0 or segment.kind not in ("что", "будто") or not phrase.lemmas(at) & phrase.cues.words["hearsay"]:
        return
    for clause in own:
        clause.modality = "denied"


def hang_on_condition(own: list[Clause]) -> None:
    """Если наберётся кворум, заседание пройдёт: what will be if something else is comes to pass or not."""
    for clause in own:
        if clause.future and clause.modality in ("asserted", "planned") and clause.form != "relative":
            clause.modality = "hypothetical"


def hang_under(segment: Segment, own: list[Clause], above: list[Clause]) -> None:
    """Let a clause behind что take its modality from what it hangs on, and note whose words it is."""
    matrix = [c for c in above if c.predicate[1] < segment.opened_at]
    later = [c for c in above if c.predicate[0] > segment.opened_at]
    if not matrix and later and segment.kind in ("что", "чтобы", "будто") and later[0].modality == "denied":
        for clause in own:
            clause.modality = "denied"  # сообщения о том, что X встретился с Y, не соответствуют действительности
    if not matrix or segment.kind not in ("что", "чтобы", "будто", "как"):
        return
    governor = matrix[-1]
    for clause in own:
        if governor.modality in ("proposed", "planned", "denied", "hypothetical") and clause.modality == "asserted":
            clause.modality = governor.modality
        elif governor.negated and not governor.concepts & {"speak"} and clause.modality == "asserted":
            clause.modality = "denied"
        if "speak" in governor.concepts:
            clause.flags.add("reported")
            segment.speaker = governor
            clause.lemma = clause.lemma
            clause.said_by = next(
                (
                    c
                    for c in governor.chunks
                    if c.kind in ("Person", "Organization", "Role") and c.function == "subject"
                ),
                None,
            )
