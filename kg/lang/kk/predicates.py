"""Predicates of a Kazakh sentence: where a verb stands, what it means by its form and by the words before it."""

from __future__ import annotations

from kg.lang.by_form import ByForm
from kg.lang.cues import cues
from kg.lang.kk.morphology import analyse
from kg.lang.kk.phrase import VERBAL, Phrase
from kg.lang.kk.set_aside import another, not_only
from kg.lang.kk.speakers import quotes
from kg.lang.reading import Reading
from kg.lang.syntax import Clause

NEGATIVE = frozenset({"жоқ", "емес"})
_GOES_ON = NEGATIVE | cues("kk").words["leaning"]
_LEADS_ON = _GOES_ON | {"ма", "ме", "ғой", "және", "әрі"}
_DENYING = NEGATIVE | {"күтпеген"}
_VERBS_WITHOUT_READING = NEGATIVE | {"өткен", "болып", "етіп"}
_AFTER_A_CONVERB = ("ып", "іп", "п", "а", "е", "й", "ған", "ген", "қан", "кен", "атын", "етін")
_BEFORE_A_HELPING = (*_AFTER_A_CONVERB, "мақ", "мек", "бақ", "бек", "пақ", "пек")  # қатыспақ болған


Phrases = tuple[tuple[tuple[str, ...], str], ...]  # the words before a verb, and what they mean with it
_SAID = frozenset({"speak", "utter", "floor"})
_OF_POSTS = frozenset({"appoint", "become", "dismiss", "work"})
_EVEN = frozenset({"да", "де", "та", "те"})
_WHO_IS = frozenset({"отырған", "тұрған", "жатқан", "жүрген"})
_GOING_ON = _WHO_IS | {"отыр", "тұр", "жатыр", "жүр"}
_WAS = frozenset({"еді", "болатын", "болған"})
_BESIDE_A_NAME = frozenset({"мен", "пен", "бен", "және", "да", "де", "та", "те", ","})


def find_predicates(phrase: Phrase) -> list[tuple[int, int]]:
    """Return the first and last token of each predicate in order: a verb with its helping verbs and small words."""
    groups = []
    i = 0
    while i < phrase.size:
        if not _is_verb(phrase, i):
            i += 1
            continue
        last = i
        while last + 1 < phrase.size and (_is_verb(phrase, last + 1) or phrase.lower(last + 1) in _GOES_ON):
            if _is_complement(phrase, last) and phrase.lower(last + 1) not in NEGATIVE:
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
        return _closing_verb(phrase, at, low)
    if low == "өткен":
        return _took_place(phrase, at)
    if low in ("болып", "етіп") and at and (before := phrase.taken[at - 1]) is not None:
        # хатшысы болып ... тағайындалды: the word only ties the post to the verb
        verb_next = phrase.first(at + 1) is not None and phrase.pos(at + 1) in VERBAL
        return before.kind != "Role" or (verb_next and phrase.lower(at + 1) not in _DENYING)
    if low in NEGATIVE:
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


def _closing_verb(phrase: Phrase, at: int, low: str) -> bool:
    """Қатысты, алды, енді are other words too; at the end of a clause they are verbs, and алып is no giant there."""
    if low.endswith(("ып", "іп")) and any(r.verb_form == "Conv" for r in phrase.readings[at]):
        return True
    finite = any(r.verb_form == "Fin" and r.pos == "VERB" and r.mood != "Imp" for r in phrase.readings[at])
    return finite and (low.endswith(("ды", "ді", "ты", "ті")) or bool(_concepts_at(phrase, at)))


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
    return phrase.lower(at + 1) in phrase.cues.words["because"] and low.endswith(("уына", "уіне", "юына"))


def _took_place(phrase: Phrase, at: int) -> bool:
    """Отырыс залда өткен еді, 16 қыркүйекте өткен отырыс; not өткен жыл."""
    if _closes(phrase, at) or phrase.lower(at + 1) in ("еді", "болатын", "екен"):
        return True
    before = phrase.taken[at - 1] if at else None
    return before is not None and before.kind in ("Date", "Place", "Organization", "Country")


def _leads_on(phrase: Phrase, at: int) -> bool:
    first = phrase.first(at)
    return phrase.lower(at) in _LEADS_ON or (
        first is not None and (first.pos in (*VERBAL, "CCONJ", "PART") or phrase.tokens[at].capital)
    )


def _closes(phrase: Phrase, at: int) -> bool:
    if at + 1 >= phrase.size:
        return True
    following = phrase.tokens[at + 1]
    return following.kind in ("punct", "dash", "quote") and following.text not in ("«", "“", "„")


def _is_relative(phrase: Phrase, at: int) -> bool:
    """Tell whether a participle leads on to a noun: ұйымдастырған дөңгелек үстел (at the end it is a finite verb)."""
    goes_on = phrase.lower(at + 1) in ("және", "әрі")  # мүше болған және жарнасын төлейді
    return not (_closes(phrase, at) or goes_on) and any(
        r.verb_form == "Part" and r.case in ("", "Nom") and not r.possessor for r in phrase.readings[at]
    )


def _concepts_at(phrase: Phrase, at: int) -> set[str]:
    """Return what the verb at a token means, the words before it taken into account; the longest phrase wins."""
    found: set[str] = set()
    for phrases in _PHRASES_OF[phrase.tokens[at].text]:
        longest = 0
        for before, concept in phrases:
            if len(before) < longest:
                break
            if not before or stands_before(phrase, at, before):
                longest = len(before)
                found.add(concept)
        if found:
            break
    return found | _told_around_a_name(phrase, at)


def verb_begins(phrase: Phrase, at: int) -> int:
    """Return where a verb of several words begins that ends in a token: [төрағалық] еткен."""
    for phrases in _PHRASES_OF[phrase.tokens[at].text]:
        for before, _ in phrases:
            if before and stands_before(phrase, at, before):
                return at - len(before)
    return at


def _phrases_of(form: str) -> tuple[Phrases, ...]:
    """Return the phrases that may end in a verb's form and what they mean, for each way to read it, likeliest first."""
    known, low = cues("kk").verbs, form.lower()
    verbs = [r for r in analyse(form) if r.pos in VERBAL or r.verb_form]
    return tuple(known[lemma] for r in verbs for lemma in (_passive(r, low), r.lemma) if lemma in known)


def _sayings_of(form: str) -> Phrases:
    """Return the phrases of speaking, of two words and more, that may end in a form."""
    known, low = cues("kk").verbs, form.lower()
    lemmas = {lemma for r in analyse(form) for lemma in (_passive(r, low), r.lemma)}
    return tuple((b, c) for lemma in sorted(lemmas) for b, c in known.get(lemma, ()) if b and c in _SAID)


def _told_around_a_name(phrase: Phrase, at: int) -> set[str]:
    """Алғашқы сөзді X алды, сөз кезегі Y-ке берілді: who matters most stands between a verb and its other words."""
    sayings = _SAYINGS_OF[phrase.tokens[at].text]
    if not sayings:
        return set()
    edge = at
    while edge > 0 and ((taken := phrase.taken[edge - 1]) is not None or phrase.lower(edge - 1) in _BESIDE_A_NAME):
        if taken is not None and taken.top().kind not in ("Person", "Role"):
            break
        edge -= 1
    if edge == at or phrase.taken[at - 1] is None:
        return set()
    return {concept for before, concept in sayings if stands_before(phrase, edge, before)}


def _passive(reading: Reading, form: str) -> str:
    """Return the passive's own dictionary form: қосылды is a passive of қосу, and қосылу means to join."""
    if reading.voice != "Pass":
        return ""
    stem = reading.lemma[:-1]
    return next(
        (f"{stem}{ending}у" for ending in ("ыл", "іл", "л", "ын", "ін", "н") if form.startswith(stem + ending)), ""
    )


_PHRASES_OF = ByForm(_phrases_of)
_SAYINGS_OF = ByForm(_sayings_of)


def stands_before(phrase: Phrase, at: int, before: tuple[str, ...]) -> bool:
    """Tell whether words stand right before a verb, in this form or as dictionary forms."""
    at = _before_manner(phrase, at)
    for offset, word in enumerate(reversed(before), start=1):
        i = at - offset
        if i < 0 or (phrase.lower(i) != word and word not in phrase.lemmas(i)):
            return False
    return True


def _before_manner(phrase: Phrase, at: int) -> int:
    """Қызметінен өз еркімен кетті: return the verb, or where the words begin that only say how it was done."""
    if phrase.lower(at - 1) in _EVEN:
        return at - 1  # қызметін де сақтап қалды
    if phrase.lower(at - 1) in phrase.cues.words["of-will"]:
        return at - 2 if phrase.lower(at - 2) == "өз" else at - 1
    return at


def clause_at(phrase: Phrase, first: int, last: int) -> Clause:
    """Return the clause of a predicate: what it means, its form and time, and whether it is denied."""
    concepts: set[str] = set()
    lemma = ""
    passive = negated = False
    denied = -1
    for i in range(first, last + 1):
        reading = phrase.verbal(i)
        if phrase.lower(i) in NEGATIVE:
            negated = negated if not_only(phrase, i) else not negated
            continue
        if reading is None:
            continue
        if not (
            i > first
            and reading.lemma in phrase.cues.words["helping"]
            and phrase.lower(i - 1).endswith(_BEFORE_A_HELPING)
        ):
            concepts |= _concepts_at(phrase, i)
        else:  # жайып салды, тыңдап отырды: the two are one verb
            concepts |= {c for b, c in phrase.cues.verbs.get(reading.lemma, ()) if b and stands_before(phrase, i, b)}
        lemma = lemma or reading.lemma
        passive = passive or reading.voice == "Pass"
        if reading.polarity == "Neg" and not not_only(phrase, i):
            # кірмей қоймады; төлемегендіктен қабылданбады, уақыты жетпей қатыса алмады
            negated = not (negated and denied == i - 1 and reading.lemma in phrase.cues.words["helping"])
            denied = i
    verbs = [r for i in range(first, last + 1) if (r := phrase.verbal(i)) is not None]
    final = verbs[-1] if verbs else None
    form = _form(phrase, last, final)
    clause = Clause(first, last, (first, last), frozenset(concepts), lemma, form)
    # тоқталды has the form of a passive: who dwells on a matter is no object
    clause.negated, clause.passive = negated, passive and not (lemma == "тоқтау" and "speak" in concepts)
    clause.past = "Past" in [r.tense for r in verbs] or not _WAS.isdisjoint(phrase.lowers[first + 1 : last + 1])
    if clause.past and any(low.endswith(("атын", "етін", "йтын", "йтін")) for low in phrase.lowers[first:last]):
        clause.past = False  # атқаратын болды: from now on
    lasts = last > first and not concepts.isdisjoint(_OF_POSTS) and _lasts(phrase, last)
    clause.past = clause.past and not (lasts and phrase.lower(last) in _WHO_IS)
    clause.future = (
        not clause.past
        and final is not None
        and not (lasts or _goes_on_now(phrase, last, final))
        and (final.tense in ("Pres", "Fut") or final.mood == "Int" or final.verb_form == "Vnoun")
    )
    return clause


def _lasts(phrase: Phrase, last: int) -> bool:
    """Сайланып отыр, атқарып жүрген: what goes on now, or has been done."""
    behind_converb = phrase.lower(last - 1).endswith(("ып", "іп", "п"))
    return behind_converb and phrase.lower(last) in _GOING_ON


def _form(phrase: Phrase, last: int, final: Reading | None) -> str:
    if final is None:
        return "finite"
    following = last + 1
    ended = following >= phrase.size or phrase.tokens[following].text in ".!?;:"
    if final.verb_form == "Cond":
        return "conditional"
    if final.verb_form == "Conv":
        return "converb"
    if final.verb_form == "Vnoun":
        return "finite" if _goes_on_now(phrase, last, final) else "complement"
    if final.verb_form == "Part" and (final.case not in ("", "Nom") or final.possessor):
        return "complement"
    if not ended and _is_relative(phrase, last):
        return "converb" if phrase.lower(following) in phrase.cues.words["after-participle"] else "relative"
    return "finite"


def _goes_on_now(phrase: Phrase, last: int, final: Reading) -> bool:
    """Жобаға X қатысуда: a verbal noun in the locative that ends a sentence says what is going on."""
    ended = last + 1 >= phrase.size or phrase.tokens[last + 1].text in ".!?;:,"
    return final.verb_form == "Vnoun" and final.case == "Loc" and ended
