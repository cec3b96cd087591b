"""Clauses of a Kazakh sentence: each predicate with the chunks before it, and what takes it away from the facts.

Kazakh puts the predicate last and marks by its ending how the clause hangs on the next one: -ып and -са go on, a
participle before a noun is a relative clause of that noun, a participle or verbal noun with a case is a complement.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.kk.appearances import HANDED
from kg.lang.kk.morphology import analyse
from kg.lang.kk.phrase import VERBAL, Phrase
from kg.lang.kk.set_aside import another, depends, not_only, set_aside
from kg.lang.kk.speakers import find_speakers, quotes
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk, Clause

_NEGATIVE = frozenset({"жоқ", "емес"})
_DENYING = _NEGATIVE | {"күтпеген"}
_FIXED = frozenset({"белгілеу", "белгілену"})
_BEFORE_ITS_NOUN = 5  # words that may stand between an owner and the encounter that it owns
_VERBS_WITHOUT_READING = _NEGATIVE | {"өткен", "болып", "етіп"}
_APART = 12  # words between what is handed out and the verb
_SAID_TO_BE = 2  # words behind the first of болады деп жарияланған еді
_OF_WILL = frozenset({"еркімен", "қалауымен", "өтінішімен", "еркінше", "еріксіз", "біржола", "уақытша", "әлі"})
_BECAUSE = frozenset({"байланысты", "орай", "қарамастан"})
_LEANING = frozenset({"еді", "екен", "болатын", "болар", "деп", "де", "да", "та", "те"})
_ADVERBIAL = frozenset({"at", "to", "from", "object", "with", "between", "date", "attributive", "as"})
# Verbs that behind a converb only say how it goes on: қатысып келеді, қарап жатыр.
_HELPING = frozenset(
    {"келу", "жату", "отыру", "тұру", "жүру", "беру", "қалу", "кету", "шығу", "қою", "алу", "салу", "бару", "болу"}
)
_BEFORE_A_HELPING = ("ып", "іп", "п", "а", "е", "й", "ған", "ген", "қан", "кен", "атын", "етін")
# Words that make a participle a clause of time or reason: қосылған соң, келген кезде.
_AFTER_A_PARTICIPLE = frozenset(
    {"соң", "кейін", "бері", "кезде", "уақытта", "жағдайда", "сәтте", "тұста", "үшін", "шақта"}
)


def find_clauses(phrase: Phrase, chunks: list[Chunk]) -> list[Clause]:
    """Return the clauses of a sentence in order; every chunk belongs to one clause, the relative ones closest."""
    clauses = [_clause(phrase, first, last) for first, last in _predicates(phrase)]
    clauses += [_nominal(role.last) for role in chunks if _is_predicate(phrase, role)]
    clauses += [
        _nominal(at) for at in range(len(phrase) - 1) if phrase.lower(at) == "бар" and phrase.lower(at + 1) == ","
    ]
    clauses += [_nominal(person.last) for role, person in pairwise(_outer(chunks)) if _is_told_by(phrase, role, person)]
    clauses.sort(key=lambda c: c.predicate)
    end = len(phrase) - 1
    if not clauses or any(c.first > clauses[-1].predicate[1] for c in chunks):
        clauses.append(Clause(end, end, (end, end), frozenset(), "", "nominal"))
    _give_chunks(phrase, clauses, chunks)
    find_speakers(phrase, clauses, chunks)
    _carry_encounters(phrase, clauses)
    for index, clause in enumerate(clauses):
        _set_modality(phrase, clauses, index, clause)
    for index, clause in enumerate(clauses):
        if clause.modality == "asserted" and depends(phrase, clause, clauses[index + 1 :]):
            clause.modality = "hypothetical"
    _share_subjects(phrase, clauses)
    _had_to(phrase, clauses)
    _share_tense(clauses)
    return clauses


def _carry_encounters(phrase: Phrase, clauses: list[Clause]) -> None:
    """Жиналыс 5 наурызға белгіленген еді, алайда [кворум болмағандықтан] 19 наурызға ауыстырылды: it was moved."""
    told: list[Chunk] = []
    for clause in (c for c in clauses if c.form in ("finite", "converb")):
        own = clause.having("subject", "Event")
        lemmas = {clause.lemma, *phrase.lemmas(clause.predicate[1])}
        moved = any(m == "cancelled" for lemma in lemmas for _, m in phrase.cues.modality.get(lemma, ()))
        if told and moved and clause.passive and not clause.having("subject") and clause.having("date"):
            clause.chunks.insert(0, told[-1].again("subject"))
        told = own or told


def _had_to(phrase: Phrase, clauses: list[Clause]) -> None:
    """Түсіндіруге мәжбүр болды: who had to explain did so."""
    for before, clause in pairwise(clauses):
        forced = clause.lemma == "болу" and phrase.lower(clause.predicate[0] - 1) == "мәжбүр"
        if forced and before.form == "complement" and not before.negated:
            clause.concepts |= before.concepts & {"speak"}


def _share_tense(clauses: list[Clause]) -> None:
    """Ауданға барып, … әңгімелесті: a converb lies where the verb that it goes on to does."""
    later: Clause | None = None
    for clause in reversed(clauses):
        if clause.form == "converb" and later is not None and not clause.past and not clause.future:
            clause.past, clause.future = later.past, later.future
        if clause.form in ("finite", "converb"):
            later = clause


def _is_predicate(phrase: Phrase, role: Chunk) -> bool:
    """X қауымдастықтың мүшесі, ал Y ...: a post in the nominative right before a comma says what its subject is."""
    return (
        role.kind == "Role"
        and role.kind_of == "membership"
        and role.function == "subject"
        and role.inside is None
        and phrase.lower(role.last + 1) in (",", ";")
    )


def _outer(chunks: list[Chunk]) -> list[Chunk]:
    return [c for c in chunks if c.inside is None]


def _is_told_by(phrase: Phrase, role: Chunk, person: Chunk) -> bool:
    """Кеңестің жаңа мүшесі – X, ал Y шықты: a post, a dash and a name before a comma say all by themselves."""
    alike = role.kind == "Role" and person.kind == "Person" and role.function == person.function == "subject"
    dash = person.first == role.last + 2 and phrase.tokens[role.last + 1].kind == "dash"
    return alike and dash and phrase.lower(person.last + 1) in (",", ";")


def _nominal(at: int) -> Clause:
    return Clause(at, at, (at, at), frozenset(), "", "nominal")


def _predicates(phrase: Phrase) -> list[tuple[int, int]]:
    groups = []
    i = 0
    while i < len(phrase):
        if not _is_verb(phrase, i):
            i += 1
            continue
        last = i
        while last + 1 < len(phrase) and (_is_verb(phrase, last + 1) or phrase.lower(last + 1) in _NEGATIVE | _LEANING):
            if _is_complement(phrase, last) and phrase.lower(last + 1) not in _NEGATIVE:
                break  # [қосылғанын] [айтты]
            last += 1
        groups.append((i, last))
        i = last + 1
    return groups


def _is_complement(phrase: Phrase, at: int) -> bool:
    reading = phrase.verbal(at)
    return (
        reading is not None
        and reading.verb_form in ("Part", "Vnoun")
        and (reading.case not in ("", "Nom") or reading.possessor == "3")
    )


def _is_verb(phrase: Phrase, at: int) -> bool:
    low = phrase.lowers[at]
    if (phrase.verbal(at) is None and low not in _VERBS_WITHOUT_READING) or phrase.taken[at] is not None:
        return False
    reading = phrase.first(at)
    if reading is None or phrase.tokens[at].kind != "word" or at in phrase.quoted_names:
        return False
    if (reading.mood == "Imp" and not _closes(phrase, at)) or (at > 0 and phrase.tokens[at].capital):
        return False  # a capital within the sentence is a name, whatever verb it looks like
    if low.endswith(("ғыдай", "гідей", "қыдай", "кідей")) or _is_circumstance(phrase, at, low):
        return False  # бұрынғыдай
    if low in _DENYING and _denies_no_deed(phrase, at, low):
        return False
    if not reading.verb_form and reading.pos != "AUX" and _closes(phrase, at):
        # қатысты, алды, енді are other words too; at the end of a clause they are verbs
        finite = any(r.verb_form == "Fin" and r.pos == "VERB" and r.mood != "Imp" for r in phrase.readings[at])
        return finite and (low.endswith(("ды", "ді", "ты", "ті")) or bool(_concepts_at(phrase, at)))
    if low == "өткен":
        return _took_place(phrase, at)
    if low in ("болып", "етіп") and at and (before := phrase.taken[at - 1]) is not None:
        # хатшысы болып ... тағайындалды: the word only ties the post to the verb
        verb_next = phrase.first(at + 1) is not None and phrase.pos(at + 1) in VERBAL
        return before.kind != "Role" or (verb_next and phrase.lower(at + 1) not in _DENYING)
    if low in _NEGATIVE:
        return _closes(phrase, at) or (at > 0 and _is_verb(phrase, at - 1))
    if reading.verb_form == "Vnoun" or any(r.verb_form == "Vnoun" for r in phrase.readings[at]):
        # a verbal noun says something of its own with a case (қосылуға ниетті) or before a word of modality (қосылуы
        # мүмкін); before a noun it only modifies it (сайлау органдары)
        case = next(r.case for r in phrase.readings[at] if r.verb_form == "Vnoun" or r is reading)
        if case in ("", "Nom"):
            return bool(_concepts_at(phrase, at)) and phrase.lower(at + 1) in phrase.cues.modality
        return bool(_concepts_at(phrase, at)) or (at > 0 and _is_verb(phrase, at - 1))
    if reading.verb_form == "Fin" and reading.tense == "Past" and low.endswith(("ды", "ді", "ты", "ті")):
        # a finite past ends its clause: атты in «…» атты дөңгелек үстел is none
        return _closes(phrase, at) or _leads_on(phrase, at + 1) or quotes(phrase, at)
    return reading.pos in VERBAL and bool(reading.verb_form)


def _denies_no_deed(phrase: Phrase, at: int, low: str) -> bool:
    """X емес, Y сайланды; директоры ғана емес; күтпеген жерден: a word of denial that is no verb of its own."""
    if low == "күтпеген":
        return phrase.lower(at + 1) in ("жерден", "жерде")  # out of the blue
    before = phrase.taken[at - 1] if at else None
    if before is not None and (before.kind == "Date" or another(phrase, before.top())):
        return True
    return low == "емес" and not_only(phrase, at) and phrase.taken[at - 2] is not None


def _is_circumstance(phrase: Phrase, at: int, low: str) -> bool:
    """X-тің қатысуымен, миссиясының аяқталуына байланысты: a deed that only says how or why another was done."""
    if low.endswith(("уымен", "уімен", "юымен")):
        return True
    return phrase.lower(at + 1) in _BECAUSE and low.endswith(("уына", "уіне", "юына"))


def _took_place(phrase: Phrase, at: int) -> bool:
    """Отырыс залда өткен еді, 16 қыркүйекте өткен отырыс; not өткен жыл."""
    if _closes(phrase, at) or phrase.lower(at + 1) in ("еді", "болатын", "екен"):
        return True
    before = phrase.taken[at - 1] if at else None
    return before is not None and before.kind in ("Date", "Place", "Organization", "Country")


def _leads_on(phrase: Phrase, at: int) -> bool:
    first = phrase.first(at)
    return phrase.lower(at) in _NEGATIVE | _LEANING | {"ма", "ме", "ғой", "және", "әрі"} or (
        first is not None and (first.pos in (*VERBAL, "CCONJ", "PART") or phrase.tokens[at].capital)
    )


def _closes(phrase: Phrase, at: int) -> bool:
    if at + 1 >= len(phrase):
        return True
    following = phrase.tokens[at + 1]
    return following.kind in ("punct", "dash", "quote") and following.text not in ("«", "“", "„")


def _is_relative(phrase: Phrase, at: int) -> bool:
    """Tell whether a participle leads on to a noun: ұйымдастырған дөңгелек үстел (at the end it is a finite verb)."""
    return not _closes(phrase, at) and any(
        r.verb_form == "Part" and r.case in ("", "Nom") and not r.possessor for r in phrase.readings[at]
    )


def _concepts_at(phrase: Phrase, at: int) -> set[str]:
    """Return what the verb at a token means, the words before it taken into account; the longest phrase wins."""
    found: set[str] = set()
    for reading in phrase.readings[at]:
        if reading.pos not in VERBAL and not reading.verb_form:
            continue
        for lemma in (_passive(reading, phrase.lower(at)), reading.lemma):
            longest = 0
            for before, concept in phrase.cues.verbs.get(lemma, ()):
                if len(before) < longest:
                    break
                if _stands_before(phrase, at, before):
                    longest = len(before)
                    found.add(concept)
            if found:
                return found
    return found


def _passive(reading: Reading, form: str) -> str:
    """Return the passive's own dictionary form: қосылды is a passive of қосу, and қосылу means to join."""
    if reading.voice != "Pass":
        return ""
    stem = reading.lemma[:-1]
    return next(
        (f"{stem}{ending}у" for ending in ("ыл", "іл", "л", "ын", "ін", "н") if form.startswith(stem + ending)), ""
    )


def _stands_before(phrase: Phrase, at: int, before: tuple[str, ...]) -> bool:
    at = _before_manner(phrase, at)
    for offset, word in enumerate(reversed(before), start=1):
        i = at - offset
        if i < 0 or (phrase.lower(i) != word and word not in phrase.lemmas(i)):
            return False
    return True


def _before_manner(phrase: Phrase, at: int) -> int:
    """Қызметінен өз еркімен кетті: return the verb, or where the words begin that only say how it was done."""
    if phrase.lower(at - 1) in _OF_WILL:
        return at - 2 if phrase.lower(at - 2) == "өз" else at - 1
    return at


def _clause(phrase: Phrase, first: int, last: int) -> Clause:
    concepts: set[str] = set()
    lemma = ""
    passive = negated = False
    for i in range(first, last + 1):
        reading = phrase.verbal(i)
        if phrase.lower(i) in _NEGATIVE:
            negated = negated if not_only(phrase, i) else not negated
            continue
        if reading is None:
            continue
        if not (i > first and reading.lemma in _HELPING and phrase.lower(i - 1).endswith(_BEFORE_A_HELPING)):
            concepts |= _concepts_at(phrase, i)
        lemma = lemma or reading.lemma
        passive = passive or reading.voice == "Pass"
        if reading.polarity == "Neg" and not not_only(phrase, i):
            negated = not negated
    final = next((r for i in range(last, first - 1, -1) if (r := phrase.verbal(i))), None)
    form = _form(phrase, last, final)
    clause = Clause(first, last, (first, last), frozenset(concepts), lemma, form)
    # тоқталды has the form of a passive: who dwells on a matter is no object
    clause.negated, clause.passive = negated, passive and not (lemma == "тоқтау" and "speak" in concepts)
    clause.past = any((r := phrase.verbal(i)) is not None and r.tense == "Past" for i in range(first, last + 1)) or any(
        phrase.lower(i) in ("еді", "болатын", "болған") for i in range(first + 1, last + 1)
    )
    if any(phrase.lower(i).endswith(("атын", "етін", "йтын", "йтін")) for i in range(first, last)):
        clause.past = False  # атқаратын болды: from now on
    clause.future = (
        not clause.past
        and final is not None
        and not _goes_on_now(phrase, last, final)
        and (final.tense in ("Pres", "Fut") or final.mood == "Int" or final.verb_form == "Vnoun")
    )
    return clause


def _form(phrase: Phrase, last: int, final: Reading | None) -> str:
    if final is None:
        return "finite"
    following = last + 1
    ended = following >= len(phrase) or phrase.tokens[following].text in ".!?;:"
    if final.verb_form == "Cond":
        return "conditional"
    if final.verb_form == "Conv":
        return "converb"
    if final.verb_form == "Vnoun":
        return "finite" if _goes_on_now(phrase, last, final) else "complement"
    if final.verb_form == "Part" and (final.case not in ("", "Nom") or final.possessor):
        return "complement"
    if not ended and _is_relative(phrase, last):
        return "converb" if phrase.lower(following) in _AFTER_A_PARTICIPLE else "relative"
    return "finite"


def _goes_on_now(phrase: Phrase, last: int, final: Reading) -> bool:
    """Жобаға X қатысуда: a verbal noun in the locative that ends a sentence says what is going on."""
    ended = last + 1 >= len(phrase) or phrase.tokens[last + 1].text in ".!?;:,"
    return final.verb_form == "Vnoun" and final.case == "Loc" and ended


def _give_chunks(phrase: Phrase, clauses: list[Clause], chunks: list[Chunk]) -> None:
    free = [c for c in chunks if c.inside is None and not another(phrase, c)]
    given: set[int] = set()
    boundary = -1
    for clause in clauses:
        begin, end = boundary, clause.predicate[0] if clause.form != "nominal" else clause.predicate[1] + 1
        mine = [c for c in free if begin < c.first < end and id(c) not in given]
        if clause.form == "relative":
            clause.head = next((c for c in chunks if c.first > clause.predicate[1] and c.inside is None), None)
            if clause.head is not None and clause.head.first - clause.predicate[1] > 4:
                clause.head = None
            clause.head = _owned_encounter(phrase, chunks, clause.head)
            tells_of_event = clause.head is not None and clause.head.kind == "Event"
            mine = _nearest(
                phrase,
                mine,
                clause.predicate[0],
                bool(clause.concepts) and ("hold" not in clause.concepts or tells_of_event),
            )
        else:
            boundary = clause.predicate[1]
        clause.chunks = mine
        clause.first = min([c.first for c in mine], default=clause.predicate[0])
        given |= {id(c) for c in mine}
    for clause, later in pairwise([c for c in clauses if c.form != "relative"]):
        if clause.form == "converb" and _only_a_reason(phrase, clause):
            later.chunks, clause.chunks = clause.chunks + later.chunks, []
            later.first = min([c.first for c in later.chunks], default=later.first)


def _only_a_reason(phrase: Phrase, clause: Clause) -> bool:
    """Конференция [байланыс нашар болғандықтан] шегерілді: a reason with a subject of its own, that no chunk has."""
    if not phrase.lower(clause.predicate[1]).endswith(("ғандықтан", "гендіктен", "қандықтан", "кендіктен")):
        return False
    begin = max([c.last for c in clause.chunks], default=clause.predicate[0]) + 1
    words = [phrase.first(i) for i in range(begin, clause.predicate[0])]
    return bool(clause.chunks) and any(r is not None and r.pos == "NOUN" and r.case in ("", "Nom") for r in words)


def _owned_encounter(phrase: Phrase, chunks: list[Chunk], head: Chunk | None) -> Chunk | None:
    """Return the encounter if the head only owns it: өткен [облыс әкімдігінің (АА) кезекті есеп беру жиналысы]."""
    if head is None or head.function != "owner":
        return head
    behind = phrase.pairs.get(head.last + 1, head.last) + 1 if phrase.lower(head.last + 1) == "(" else head.last + 1
    event = next((c for c in chunks if c.first >= behind and c.inside is None), None)
    if event is None or event.kind != "Event" or not event.possessed or event.first - behind > _BEFORE_ITS_NOUN:
        return head
    return event if all(_modifies(phrase, i) for i in range(behind, event.first)) else head


def _modifies(phrase: Phrase, at: int) -> bool:
    first = phrase.first(at)
    return phrase.tokens[at].kind == "word" and (first is None or first.case in ("", "Nom"))


def _nearest(phrase: Phrase, chunks: list[Chunk], before: int, eventful: bool) -> list[Chunk]:
    """Return the chunks right before a participle: its adverbials, and the subject if that stands closest.

    Day and place belong to a participle that tells of an event (6 шілдеде өтетін саммит), not to арналған.
    """
    mine: list[Chunk] = []
    for chunk in reversed(chunks):
        if not eventful and (chunk.kind == "Date" or chunk.function == "at"):
            break
        if chunk.kind == "Date" and phrase.lower(chunk.first - 1) == "(":
            break  # сапар (25–27 ақпан) барысында: the day of what stands before the bracket
        if chunk.function in _ADVERBIAL or chunk.kind in ("Date", "Number"):
            mine.insert(0, chunk)
            continue
        if chunk.function in ("subject", "owner") and not mine and phrase.touching(chunk, before):
            mine.insert(0, chunk)
        break
    return mine


def _set_modality(phrase: Phrase, clauses: list[Clause], index: int, clause: Clause) -> None:
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
        spans = [(clause.chunks[0].first if clause.chunks else clause.first, len(phrase) - 1)]
    else:
        spans = [_widened(phrase, clauses, index)]
    governor = _governor(phrase, clauses, index)
    if governor is not None:
        spans.append(_widened(phrase, clauses, governor))
    for first, last in spans:
        modality = _modality_between(phrase, first, last)
        modality = "denied" if modality == "planned" and _came_to_nothing(phrase, clause) else modality
        of_encounter = "hold" in clause.concepts or clause.form == "nominal" or clause.having("subject", "Event")
        of_encounter = of_encounter or clause.having("subject", "Pronoun")  # ол 22 шілдеге ауыстырылды
        if modality == "cancelled" and not (of_encounter or clause.having("object", "Event")):
            modality = "ended" if clause.form == "complement" else ""  # қатысуын тоқтатты
        if modality:
            clause.modality = modality
            return
    if governor is not None and _no_part_in_it(phrase, clause, clauses[governor]):
        clause.modality = "denied"
        return
    would = any(
        phrase.lower(i).endswith(("ар", "ер", "р")) and phrase.lower(i + 1) == "еді"
        for i in range(clause.predicate[0], clause.predicate[1])
    )
    if would:
        clause.modality = "hypothetical"  # кездесер еді
    if clause.form == "conditional" and not any(c.function == "subject" for c in clause.chunks):
        clause.modality = "hypothetical"


def _announced_once(phrase: Phrase, clause: Clause) -> bool:
    """Ол 8 мамырда болады деп жарияланған еді: what had been announced, until something came between."""
    words = [phrase.lower(i) for i in range(clause.predicate[0], clause.predicate[1] + 1)]
    once = words[-1] in ("еді", "болатын") and "деп" in words[:-2] and clause.future | clause.past
    return bool(once) and clause.predicate[1] - clause.predicate[0] >= _SAID_TO_BE


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
    while i < len(phrase) and phrase.tokens[i].kind in ("quote", "punct") and phrase.tokens[i].text != ",":
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
        else len(phrase)
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
    return later[-1] if after < len(phrase) and phrase.tokens[after].text == "," else later[0]


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
            if lemma in _FIXED and phrase.lower(i + 1) in ("еді", "болатын"):
                continue  # 7 қыркүйекке белгіленген еді: until something came between
            for before, modality in phrase.cues.modality.get(lemma, ()):
                if _stands_before(phrase, i, before) and (modality != "unconfirmed" or _negative(phrase, i)):
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
    return any(r is not None and r.case == "Acc" and r.lemma in HANDED for r in near)


def _negative(phrase: Phrase, at: int) -> bool:
    return phrase.lower(at + 1) in _NEGATIVE or any(r.polarity == "Neg" for r in phrase.readings[at])


_SUBJECTS = ("Person", "Organization", "Country", "Delegation", "Side", "Pronoun", "Place")


def _share_subjects(phrase: Phrase, clauses: list[Clause]) -> None:
    """Let a clause without a subject have that of the one before, and a complement give up what is the matrix's.

    ОСК Төрағасы Имашев [Комиссия мүше екенін] айтты: of two subjects before a complement the first says it.
    """
    waiting: list[Chunk] = []
    previous: list[Chunk] = []
    within: list[Chunk] = []
    for index, clause in enumerate(clauses):
        if clause.form == "relative":
            continue
        own = [c for c in clause.having("subject", *_SUBJECTS, "Role") if c.kind_of != "membership"]
        if clause.form == "complement":
            own, given_up = _of_complement(phrase, clause, own)
            waiting = waiting or given_up
            within = own or within
        if clause.form == "complement" and not own and within:
            clause.inherited = list(within)
        elif not clause.having("subject", *_SUBJECTS) or (clause.form == "finite" and waiting and not own):
            clause.inherited = list(waiting if clause.form in ("finite", "converb") and waiting else previous)
        elif clause.form != "complement":
            previous = own
        elif own and not waiting:
            previous = previous or own
        if clause.form == "finite" and "speak" in clause.concepts:
            _reported(clauses[:index], clause.subjects)


def _of_complement(phrase: Phrase, clause: Clause, own: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """Return the subjects that a complement keeps and those that it leaves to the verb of the sentence.

    Имашев [ОСК-ның бағдарламаға қосылғанын] айтты: its subject stands in the genitive;
    Қожабек [семинар өтетінін] хабарлады: the encounter is its subject; of two bare ones it keeps the second.
    """
    owners = clause.having("owner", "Organization", "Country", "Person", "Place")
    if owners:
        given_up, own = own, owners
        for chunk in owners:
            chunk.function = "subject"
    elif own and (any(c.kind == "Event" for c in clause.having("subject")) or _has_a_subject(phrase, clause, own)):
        given_up = own
    elif _groups(own) > 1:
        given_up = [c for c in own if c is own[0] or (c.group >= 0 and c.group == own[0].group)]
    else:
        given_up = []
    clause.chunks = [c for c in clause.chunks if c not in given_up]
    return own, given_up


def _has_a_subject(phrase: Phrase, clause: Clause, own: list[Chunk]) -> bool:
    """Имашев [қаржының аз бөлінгенін] айтты: a noun in the genitive that no chunk has is what the complement is of."""
    reading = phrase.verbal(clause.predicate[1])
    if reading is None or reading.possessor != "3" or reading.case != "Acc":
        return False
    words = (phrase.first(i) for i in range(own[-1].last + 1, clause.predicate[0]) if phrase.taken[i] is None)
    return any(r is not None and r.pos == "NOUN" and r.case == "Gen" for r in words)


def _reported(earlier: list[Clause], speaker: list[Chunk]) -> None:
    """Note whose words the complements before a verb of saying are."""
    for clause in earlier:
        if clause.form == "complement" and speaker:
            clause.said_by = speaker[0]


def _groups(chunks: list[Chunk]) -> int:
    return len({c.group if c.group >= 0 else -2 - i for i, c in enumerate(chunks)})
