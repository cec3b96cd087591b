"""What small words of Kazakh add to chunks and clauses: no member, a draft, together with, at least, until then."""

from __future__ import annotations

import re
from itertools import compress, pairwise

from kg.lang.cues import cues
from kg.lang.kk.meanings import widen
from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_REACHED = tuple(sorted(cues("kk").words["reached-numbers"]))
# Which of the subjects named before a word takes up: соңғысы – қауымдасқан мүше ретінде.
_OF_SEVERAL = {
    "алғашқысы": slice(0, 1),
    "біріншісі": slice(0, 1),
    "екіншісі": slice(1, 2),
    "кейінгісі": slice(-1, None),
    "соңғысы": slice(-1, None),
}
_WITH_WHOM = cues("kk").words["with-whom"]
_BEGUN = frozenset({"бастау", "ашу", "аяқтау"})
_OCCASION = 8  # words within which an occasion is told behind whose it is
_WHO = ("Person", "Organization", "Role")
_DAYS = (("day-1", "first-day"), ("day-2", "second-day"), ("day-3", "third-day"), ("last-day", "last-day"))
_BEFORE = re.compile("бұрын|дейін|алғашында|бастапқыда|әуелде")
_STAYS = re.compile(r"\b(?:қал|табыл)")
_FROM_AFAR = cues("kk").words["by-wire"]
# Words without one of which no clause says how many members there are in all.
_OF_TOTALS = cues("kk").words["members-counted"] | frozenset(
    {"бар", "мүшелері", "құрамында", "мүше", "мүшесі", "саны", "санын"}
)
_NO_TOPIC_KINDS = frozenset({"Event", "Side", "Date", "Person", "Pronoun", "Role"})


def mark(phrase: Phrase, chunks: list[Chunk], clauses: list[Clause]) -> None:
    """Set the flags of chunks and clauses, and what a clause of discussing is about."""
    for chunk in chunks:
        _mark_chunk(phrase, chunk)
    begin = whole = 0
    for clause in clauses:
        _mark_clause(phrase, clause, begin)
        if clause.lemma in phrase.cues.words["gives-speech"] and _reports(phrase, begin, clause):
            clause.concepts |= {"speak"}
        if "discuss" in clause.concepts:
            clause.topic = _topic(phrase, chunks, whole, clause.predicate[0])
        begin = clause.predicate[1] + 1
        if clause.form not in ("complement", "relative"):
            whole = begin
    for clause, later in pairwise([c for c in clauses if c.form != "relative"]):
        if clause.form == "converb" and "visit" in clause.concepts and not later.having("subject"):
            later.flags |= clause.flags & {"sequel"}  # түстен кейін ауылға барып, тұрғындармен кездесті


def _reports(phrase: Phrase, begin: int, clause: Clause) -> bool:
    """Есепті Имашевтың өзі жасады: what the speech is called may stand apart from its verb."""
    spoken = phrase.cues.words["spoken"]
    objects = (phrase.nominal(i) for i in range(begin, clause.predicate[0]))
    return any(r is not None and r.case == "Acc" and r.lemma in spoken for r in objects)


def _mark_chunk(phrase: Phrase, chunk: Chunk) -> None:
    behind = chunk.last + 1
    if phrase.lower(behind) == "(" and chunk.function == "owner":
        behind = phrase.pairs.get(behind, chunk.last) + 1  # ұйымның (ТМҰ) қолдауымен
    after = [phrase.lower(behind), phrase.lower(behind + 1)]
    if chunk.kind == "Role" and phrase.cues.words["not"] & set(after):
        chunk.flags.add("denied")
    elif chunk.kind == "Person" and after[0] in phrase.cues.words["not"]:
        for post in chunk.posts:
            post.flags.add("merely")  # төрағасы X емес, Y болды
    elif chunk.kind == "Agreement" and after[0].startswith("жоба"):
        chunk.flags.add("draft")
    elif chunk.function == "owner" and (_helps(phrase, chunk, after[0]) or _marked_by(phrase, chunk)):
        chunk.function = ""  # whose help or day it is need not be there
    elif chunk.kind in _WHO and _comes_along(phrase, chunk, behind):
        chunk.function = "with"
        chunk.flags.add("together")
    elif chunk.function == "with" and after[0] in phrase.cues.words["together"]:
        for one in phrase.chunks if chunk.group >= 0 else (chunk,):
            if one is chunk or (one.group == chunk.group and one.function == "with"):
                one.flags.add("together")
    elif chunk.kind == "Number":
        _mark_number(phrase, chunk, after[0])


def _mark_number(phrase: Phrase, chunk: Chunk, behind: str) -> None:
    if behind in phrase.cues.words["approximate"] or phrase.lower(chunk.first - 1) in phrase.cues.words["approximate"]:
        chunk.flags.add("approximate")
    if _counts_members(phrase, chunk) and not _counts_others(phrase, chunk):
        chunk.flags.add("members")
    following = phrase.nominal(chunk.last + 1) if chunk.last + 1 < phrase.size else None
    if following is not None and following.lemma in phrase.cues.words["members"]:
        chunk.flags.add("exact")


def _helps(phrase: Phrase, chunk: Chunk, behind: str) -> bool:
    """X басқармасының ұйымдастыруымен: a body that helps to hold an encounter."""
    return chunk.kind == "Organization" and behind in phrase.cues.words["helped"]


def _marked_by(phrase: Phrase, chunk: Chunk) -> bool:
    """Абайдың туған күніне орай, туғанына 90 жыл толуына байланысты: whose day or work an occasion is made of."""
    if chunk.kind not in _WHO:
        return False
    near = range(chunk.last + 1, min(chunk.last + _OCCASION, phrase.size))
    at = next((i for i in near if phrase.lowers[i] in phrase.cues.words["dedicated"]), 0)
    held = next((c for c in phrase.taken[at:] if c is not None and c.kind == "Event"), None) if at else None
    if not at or (held is not None and held.possessed and chunk.kind == "Organization"):
        return False  # қауымдастықтың 10 жылдығына арналған съезі
    owned = [r for i in range(chunk.last + 1, at) if phrase.taken[i] is None and (r := phrase.nominal(i)) is not None]
    return any(r.case == "Dat" and r.possessor == "3" for r in owned)


def _comes_along(phrase: Phrase, chunk: Chunk, behind: int) -> bool:
    """Tell of somebody in another case whether they come too.

    Имашевтың төрағалығымен кеңес өтті; Имашевтың сөзімен ашылды; Имашевтан бөлек, Ким қатысты.
    """
    if chunk.function == "from":
        return phrase.lower(behind) in phrase.cues.words["besides"]
    if chunk.function == "owner" and chunk.kind == "Person" and _with_words(phrase, behind):
        return True
    owns = chunk.function == "owner" or (chunk.function == "subject" and chunk.kind == "Person")
    return owns and phrase.lower(behind) in _WITH_WHOM


def _with_words(phrase: Phrase, at: int) -> bool:
    """Құттықтау сөзімен ашылды, баяндамасымен басталды."""
    said = next((i for i in range(at, at + 3) if phrase.lower(i) in phrase.cues.words["with-words"]), -1)
    verb = next((r for i in range(said + 1, said + 3) if 0 < i < phrase.size and (r := phrase.verbal(i))), None)
    if said < 0 or verb is None:
        return False
    return verb.lemma in phrase.cues.words["holding"] or (verb.voice == "Pass" and verb.lemma in _BEGUN)


def _counts_members(phrase: Phrase, number: Chunk) -> bool:
    """Tell whether what is counted may be members (states, banks, universities), not rooms or kilometres."""
    for i in range(number.last + 1, min(number.last + 5, phrase.size)):
        lemmas = {r.lemma for r in phrase.readings[i]}
        before = phrase.lower(i - 1)
        if any(_is_counted(phrase, lemma) or _is_counted(phrase, f"{before} {lemma}") for lemma in lemmas):
            return True
    return False


def _is_counted(phrase: Phrase, noun: str) -> bool:
    return noun in phrase.cues.organizations or noun in phrase.cues.words["quantity"]


def _counts_others(phrase: Phrase, number: Chunk) -> bool:
    """40 кафедра, 14 басқарма, жаңадан 12 мүше: a body's own parts, or those who are new, are not its members."""
    new = phrase.cues.words["newly"]
    if phrase.lower(number.first - 1) in new or phrase.lower(number.last + 1) in new:
        return True
    whose = phrase.first(number.last + 1)
    if whose is not None and whose.case == "Gen" and "өкіл" in phrase.lemmas(number.last + 2):
        return True  # алты елдің өкілдері
    noun = phrase.head(number.last + 1, phrase.cues.organizations) if number.last + 1 < phrase.size else None
    return noun is not None and phrase.cues.organizations[noun[1]] in ("part", "unit")


def _mark_clause(phrase: Phrase, clause: Clause, begin: int) -> None:
    last = min(clause.predicate[1] + 1, phrase.size)
    words = [phrase.lowers[i] for i in range(begin, last) if phrase.tokens[i].kind != "punct"]
    said, told = frozenset(words), f" {' '.join(words)}"
    near = phrase.lowers[max(begin, clause.first - 4) : clause.predicate[0]]
    predicate = phrase.lowers[clause.predicate[0] : last]
    if words and words[0] in _OF_SEVERAL and not clause.having("subject"):
        clause.inherited = clause.inherited[_OF_SEVERAL[words[0]]]  # соңғысы – қауымдасқан мүше ретінде
    told_by_words = {
        "before": "болған" in predicate or bool(_BEFORE.search(" ".join(near))),
        "stays": bool(_STAYS.search(" ".join(predicate))),
        "official": " сапар" in told and any("сапар" in phrase.lemmas(i) for i in range(begin, last)),
        "remote": _remote(phrase, clause, said),
        "sequel": not phrase.cues.words["sequel"].isdisjoint(words[:5]),
        "later": not phrase.cues.words["later"].isdisjoint(said),
    }
    clause.flags.update(compress(told_by_words, told_by_words.values()))
    for day in clause.having("date") if clause.future and clause.passive and clause.lemma == "аяқтау" else ():
        day.kind_of = "until"  # сапар 13 қыркүйекте аяқталады
    joined = "join" in clause.concepts and not clause.past and clause.having("to", "Organization")
    counts = not _OF_TOTALS.isdisjoint(said) and _totals(phrase, words, range(begin, clause.predicate[0]))
    if joined or counts or _are_members(phrase, words, begin, last):
        clause.flags.add("total")
        for number in clause.chunks:
            counted = number.kind == "Number" and number.function in ("to", "object", "subject")
            if counted and not _counts_others(phrase, number):
                number.flags.add("members")
    if any(
        c.kind == "Organization" and phrase.lower(c.last + 1) in phrase.cues.words["by-decision"]
        for c in clause.having("owner")
    ):
        clause.flags.add("by-decision")
    if " күні" in told:
        clause.flags |= _which_day(phrase, words)
    if "орнына" in words[:4] or clause.having("instead", "Person", "Pronoun"):
        clause.flags.add("successor")
    widen(phrase, clause, begin, said)


def _remote(phrase: Phrase, clause: Clause, words: frozenset[str]) -> bool:
    """Бейнебайланыс арқылы сөйлесті, X-ке телефон шалды."""
    called = clause.lemma in phrase.cues.words["telephoning"] and "meet" in clause.concepts
    return called or ("арқылы" in words and not _FROM_AFAR.isdisjoint(words))


def _which_day(phrase: Phrase, words: list[str]) -> set[str]:
    """Сапардың екінші күні, соңғы күні: a day of an encounter of several days."""
    days = [before for before, word in pairwise(words) if word.startswith("күні")]
    return {flag for day in days for flag, key in _DAYS if day in phrase.cues.words[key]}


def _totals(phrase: Phrase, words: list[str], span: range) -> bool:
    """Мүше мемлекеттердің саны беске жетті; алты мүшесі бар."""
    if "бар" in words and ({"қатарында", "құрамында"} & set(words) or any(w.startswith("мүше") for w in words)):
        return True
    counted = any(phrase.taken[i] and phrase.taken[i].kind == "Number" for i in span)  # type: ignore[union-attr]
    if phrase.cues.words["members-counted"] & set(words) and counted and words[-1].startswith(_REACHED):
        return True  # палатаға мүше кәсіпорындар 212-ге жетті
    if "мүшелері" in words[:-2] and phrase.lower(_after(phrase, "мүшелері", span)) in "–—-" and counted:
        return True  # оның мүшелері – 43 музей
    if "құрамында" in words and counted and words[-1].startswith(("қал", "бол", "бар", "отыр")):
        return True  # енді мәслихат құрамында 11 депутат қалды
    if {"мүше", "мүшесі"} & set(words) and {"тіркелген", "тіркелді"} & set(words):
        return True  # федерацияда 17 ұйым мүше ретінде тіркелген
    quantity = phrase.cues.words["quantity"]
    if words[-1:] == ["бар"] and counted and _is_counted(phrase, words[-2]) and _in_a_whole(phrase, span):
        return True  # федерацияда қазір 27 ұйым бар
    if "мүше" in words[-2:] and counted:
        return True  # Қорға қазір 190 ел мүше
    return bool({"саны", "санын"} & set(words)) and any(r.lemma in quantity for i in span for r in phrase.readings[i])


def _after(phrase: Phrase, word: str, span: range) -> int:
    return next((i + 1 for i in span if phrase.lower(i) == word), -1)


def _are_members(phrase: Phrase, words: list[str], begin: int, last: int) -> bool:
    """Ұйымға алты мемлекет мүше: X, Y және Z: how many are members stands before the list of them."""
    if "мүше" not in words:
        return False
    lowers = phrase.lowers
    colon = next((i for i in range(begin + 1, last) if lowers[i] == ":" and lowers[i - 1] == "мүше"), begin)
    return any(c is not None and c.kind == "Number" for c in phrase.taken[begin:colon])


def _in_a_whole(phrase: Phrase, span: range) -> bool:
    """Tell whether a clause says what is in a body that has members: an association, a board, one called by letters."""
    inside = [c for i in span if (c := phrase.taken[i]) is not None and c.kind == "Organization" and c.function == "at"]
    wholes = phrase.cues.words["whole"]
    boards = phrase.cues.words["boards-with-members"]
    return any(c.lemma in wholes or c.lemma in boards or c.label.isupper() for c in inside)


def _topic(phrase: Phrase, chunks: list[Chunk], begin: int, end: int) -> tuple[int, int, str] | None:
    """Return offsets and wording of what stands before a verb of discussing and tells what it was about.

    Who talked, when and at which encounter stands before them: Кездесу барысында тараптар … мәселелерін талқылады.
    """
    aside = [
        c
        for c in chunks
        if c.kind in _NO_TOPIC_KINDS
        and c.function in ("subject", "during", "date", "at", "around")
        and c.inside is None
    ]
    first = begin
    while first < end:
        chunk = next((c for c in aside if c.first <= first <= c.last or _posts_begin(c) <= first <= c.last), None)
        if chunk is not None:
            first = chunk.last + 1
        elif (
            phrase.tokens[first].kind in ("punct", "dash")
            or phrase.lower(first) in phrase.cues.words["no-topic"]
            or _who(phrase, first)
        ):
            first += 1
        else:
            break
    last = end - 1
    while last > first and phrase.tokens[last].kind == "punct":
        last -= 1
    if last <= first:
        return None
    # as a heading would have it, not in the accusative: мәселелері
    label = phrase.named(first, last, phrase.nominal(last))
    return phrase.tokens[first].start, phrase.tokens[last].end, label


def _who(phrase: Phrase, at: int) -> bool:
    """Дипломаттар … қарастырды: a bare plural that begins the sentence talks, it is not talked about."""
    first = phrase.first(at)
    return at == 0 and first is not None and first.number == "Plur" and first.case == "Nom" and not first.possessor


def _posts_begin(chunk: Chunk) -> int:
    parts = [p for post in chunk.posts for p in (post, post.owner) if p is not None]
    return min([chunk.first, *(p.first for p in parts)])
