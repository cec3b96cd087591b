"""What part each chunk plays in its clause: by its preposition, case, agreement with the verb, and neighbours."""

from __future__ import annotations

import itertools

from kg.lang.ru.clause_of_predicate import agrees
from kg.lang.ru.morphology import Form
from kg.lang.ru.people import settle_name
from kg.lang.ru.phrase import Group, Phrase
from kg.lang.ru.prepositions import COMPOUND, GOVERNED
from kg.lang.ru.verbs import verb_at
from kg.lang.syntax import Chunk, Clause

_ACTORS = frozenset({"Person", "Organization", "Country", "Place", "Delegation", "Side", "Pronoun", "Role"})
_AND = frozenset({"и", "а также", "также", "а", "или", "да"})
_LOGICAL = frozenset({"receive", "hold", "sign", "chair", "discuss", "participate", "attend", "meet", "lead", "visit"})


def set_functions(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Give each outer chunk the part that its preposition or a noun before it tells; the others wait for the clause."""
    outer = [c for c in chunks if c.inside is None]
    for chunk in outer:
        _by_preposition(phrase, chunk)
    _coordinate(phrase, outer)


def _by_preposition(phrase: Phrase, chunk: Chunk) -> None:
    if chunk.kind in ("Date",):
        return
    if "of-phrase" in chunk.flags:
        chunk.function = "of-phrase"
        return
    grammar = phrase.grammar[chunk]
    begin = phrase.begin_of(chunk)
    if (noun := phrase.apposition(chunk)) is not None:
        grammar.cases = tuple(c for c in noun.cases if c in grammar.cases)
    word, before = phrase.preposition(begin)
    governed = COMPOUND.get(word) or GOVERNED.get(word)
    if governed:
        case = next((c for c in governed if c in grammar.cases), next(iter(governed)))
        if case == "Loc" and "Acc" in governed and "Acc" in grammar.cases:
            chunk.flags.add("either")  # в Алматы: there or thither
        chunk.function = governed[case]
        grammar.cases = (case,)
        if word in ("вместе с", "вместе со", "совместно с", "совместно со"):
            chunk.flags.add("together")
        if chunk.function == "during" and chunk.kind != "Event":
            chunk.function = "about"
        if chunk.function in ("as", "from-post") and (chunk.kind != "Role" or _wished(phrase, before)):
            chunk.function = "about"
        return
    if "Gen" in grammar.cases and (_behind_noun(phrase, begin) or _behind_owner(phrase, chunk, begin)):
        chunk.function = "owner"
        if chunk.kind == "Person" and "Acc" in grammar.cases:
            chunk.flags.add("maybe-object")  # принял в Кремле Петрова: told by the verb
        grammar.cases = ("Gen",)
        _read_again(phrase, chunk)
        if chunk.kind == "Role" and phrase.lemmas(begin - 1) & phrase.cues.words["post-word"]:
            chunk.function = "as"  # занял пост министра; told from leaving it by the verb
        return
    if len(set(grammar.cases) - {"Loc"}) == 1:
        chunk.function = _OF_CASE[next(c for c in grammar.cases if c != "Loc")]


def _wished(phrase: Phrase, begin: int) -> bool:
    """кандидат на пост министра: who is after a post does not have it."""
    return begin > 0 and bool(phrase.lemmas(begin - 1) & phrase.cues.words["after-post"])


_OF_CASE = {"Nom": "subject", "Gen": "genitive", "Dat": "to", "Acc": "object", "Ins": "instrument", "Loc": ""}


def _behind_noun(phrase: Phrase, begin: int) -> bool:
    """Tell whether a noun ends right before a token, so that a genitive there belongs to it."""
    at = begin - 1
    if at < 0:
        return False
    taken = phrase.taken[at]
    if taken is not None:
        return taken.kind not in ("Date", "Number", "Pronoun") and taken.kind != "Person"
    if phrase.tokens[at].kind == "quote":
        return False
    return any(g.last == at and g.kind != "pronoun" for g in phrase.groups.values())


def _behind_owner(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """послы Турции и Японии: the second state belongs to the noun before the first."""
    if begin < 2 or chunk.kind not in ("Country", "Place") or phrase.lower(begin - 1) not in ("и", ","):
        return False
    before = phrase.taken[begin - 2]
    return (
        before is not None
        and before.kind == chunk.kind
        and before.function == "owner"
        and "Nom" not in phrase.grammar[chunk].cases
    )


def _coordinate(phrase: Phrase, outer: list[Chunk]) -> None:
    """Give coordinated chunks the part of the first of them: с X, Y и Z."""
    group = 0
    links: list[str] = []
    outer = [c for c in outer if "of-phrase" not in c.flags]
    for one, two in itertools.pairwise(outer):
        links.append(_joint(phrase, one, two))
    i = 0
    while i < len(links):
        j = i
        while j < len(links) and links[j]:
            j += 1
        run = outer[i : j + 1]
        if j > i and "and" in links[i:j]:
            last = max(k for k in range(i, j) if links[k] == "and")
            run = outer[i : last + 2]
            for chunk in run:
                chunk.group = group
                if chunk is not run[0]:
                    chunk.function = run[0].function
            shared = [c for c in phrase.grammar[run[0]].cases if all(c in phrase.grammar[x].cases for x in run)]
            if shared:
                for chunk in run:
                    phrase.grammar[chunk].cases = tuple(shared)
            group += 1
            i = last + 1
        else:
            i = max(j, i + 1)


def _joint(phrase: Phrase, one: Chunk, two: Chunk) -> str:
    """Return "and" or "comma" when two chunks of one case follow each other with only that between them."""
    if not ((one.kind in _ACTORS and two.kind in _ACTORS) or one.kind == two.kind) or one.kind == "Date":
        return ""
    begin, end = phrase.begin_of(two), max(phrase.ends[one], one.last)
    if one.posts:
        end = max([end, *(phrase.ends[p] for p in one.posts)])
    word, before = phrase.preposition(begin)
    mine = phrase.preposition(phrase.begin_of(one))[0]
    if word:
        if word != mine:
            return ""
        begin = before
    if not set(phrase.grammar[one].cases) & set(phrase.grammar[two].cases):
        return ""
    between = [phrase.lower(i) for i in range(end + 1, begin)]
    words = [w for w in between if w not in ("»", "”", ")")]
    if not words or len(words) > 3:
        return ""
    if all(w in _AND or w == "," for w in words):
        return "and" if any(w in _AND for w in words) else "comma"
    return ""


def settle_clause(phrase: Phrase, clause: Clause) -> None:
    """Tell subject and object apart in a clause, and give passives their logical parts."""
    verbs = [f for i in range(clause.predicate[0], clause.predicate[1] + 1) if (f := verb_at(phrase, i)) is not None]
    finite = next((f for f in verbs if f.pos in ("VERB", "PRTS", "ADJS") and f.number), None)
    waiting = [c for c in clause.chunks if not c.function and c.kind != "Date"]
    genitives = [c for c in clause.chunks if c.function == "genitive"]
    subjects = [c for c in clause.chunks if c.function == "subject"]
    if clause.form == "relative" and clause.head is not None and _head_is_subject(phrase, clause):
        subjects = [*subjects, clause.head]
    heads = _heads(waiting, clause)
    intransitive = clause.passive or (bool(verbs) and not any(v.transitive for v in verbs if v.pos != "ADJS"))
    for chunk in heads:
        cases = phrase.grammar[chunk].cases
        function = _choose(phrase, clause, chunk, cases, subjects, finite, intransitive)
        if function == "subject":
            subjects.append(chunk)
        for other in clause.chunks:
            if other is chunk or (chunk.group >= 0 and other.group == chunk.group):
                other.function = function
                _read_again(phrase, other, finite)
    for chunk in genitives:
        # поддержал министра: a genitive without a noun before it is an object: animate, or of a negated verb
        chunk.function = "object" if "Acc" in phrase.grammar[chunk].cases or clause.negated else "owner"
    _missing_object(phrase, clause)
    _instruments(phrase, clause)
    _nominal_predicate(phrase, clause)
    if "dismiss" in clause.concepts:
        for chunk in clause.having("as", "Role"):
            chunk.function = "from-post"  # покинул пост министра
    if clause.passive and clause.concepts & _LOGICAL and not clause.concepts & {"appoint", "dismiss"}:
        _make_logical(clause)
    _destinations(clause, verbs)


def _nominal_predicate(phrase: Phrase, clause: Clause) -> None:
    """Федерация – член конфедерации: what stands behind a dash is what the subject is."""
    if clause.form != "nominal":
        return
    for chunk in clause.having("", "Role") + [c for c in clause.chunks if c.function in ("object", "subject", "apart")]:
        before = phrase.begin_of(chunk) - 1
        if chunk.kind == "Role" and before > 0 and phrase.tokens[before].kind == "dash":
            named = [c for c in clause.chunks if c.last < before and c.kind in _ACTORS]
            subjects = [c for c in named if "Nom" in phrase.grammar[c].cases]
            if subjects and not any(c.function == "subject" for c in subjects):
                subjects[-1].function = "subject"
            chunk.function = "as" if subjects else chunk.function


def _destinations(clause: Clause, verbs: list[Form]) -> None:
    """Tell thither from there by the verb: входит в ОБСЕ, посетил Москву, побывал на заводе."""
    if clause.concepts & {"join", "join.in", "participate"}:
        for chunk in clause.having("at", "Organization", "Program"):
            if "either" in chunk.flags or chunk.kind == "Program" or clause.lemma == "состоять":
                chunk.function = "to"
    if "visit" in clause.concepts:
        for chunk in clause.chunks:
            if chunk.kind in ("Place", "Organization", "Country") and (
                chunk.function == "object"
                or (chunk.function == "at" and ("either" in chunk.flags or clause.lemma == "побывать"))
            ):
                chunk.function = "to"
    if "attend" in clause.concepts and any(v.lemma in ("посетить", "посещать") for v in verbs):
        for chunk in clause.having("object", "Event"):
            chunk.function = "to"


def _missing_object(phrase: Phrase, clause: Clause) -> None:
    """принял в Кремле губернатора X: who could belong to the noun before is the object of a verb that has none."""
    wanting = clause.concepts & {"receive", "appoint", "dismiss"} and not clause.passive
    if not wanting or clause.having("object", "Person", "Delegation"):
        return
    found = [c for c in clause.having("owner", "Person") if "maybe-object" in c.flags and c.first > clause.predicate[0]]
    if found:
        phrase.grammar[found[0]].cases = ("Acc",)
        found[0].function = "object"
        _read_again(phrase, found[0])


_CASES_OF = {"subject": ("Nom",), "object": ("Acc", "Gen"), "owner": ("Gen",), "to": ("Dat",), "instrument": ("Ins",)}


def _read_again(phrase: Phrase, chunk: Chunk, finite: Form | None = None) -> None:
    """Let the part that a chunk plays tell its form: М. Сапарова принял X is М. Сапаров."""
    if chunk.kind == "Person" and not chunk.posts and chunk.function in _CASES_OF:
        settle_name(phrase, chunk, _CASES_OF[chunk.function])
    elif chunk.function == "subject" and finite is not None and finite.number == "Plur" and chunk.group < 0:
        chunk.plural = chunk.plural or not phrase.grammar[chunk].number


def _heads(waiting: list[Chunk], clause: Clause) -> list[Chunk]:
    """Return the first of each group of coordinated chunks; who may act before what may not."""
    heads = [c for c in waiting if c.group < 0 or not any(o.group == c.group for o in waiting[: waiting.index(c)])]
    if any(c.kind in _ACTORS for c in heads) and not clause.passive:
        heads.sort(key=lambda c: c.kind not in _ACTORS)  # проект осуществляет университет
    return heads


def _head_is_subject(phrase: Phrase, clause: Clause) -> bool:
    return (
        not clause.passive
        and phrase.tokens[clause.predicate[0]].kind == "word"
        and any(f.pos == "PRTF" for f in phrase.forms[clause.predicate[0]])
    )


def _choose(
    phrase: Phrase,
    clause: Clause,
    chunk: Chunk,
    cases: tuple[str, ...],
    subjects: list[Chunk],
    finite: Form | None,
    intransitive: bool,
) -> str:
    options = [c for c in cases if c != "Loc"]
    grammar = phrase.grammar[chunk]
    number = "Plur" if chunk.group >= 0 else grammar.number
    nominative = "Nom" in options and not subjects
    if nominative and finite is not None:
        loose = chunk.group >= 0 and chunk.first > clause.predicate[0]
        nominative = loose or agrees(
            finite,
            number,
            ""
            if chunk.kind in ("Person", "Role", "Country") and not grammar.gender
            else _gender(chunk, grammar.gender),
        )
    if nominative:
        return "subject"
    if "Acc" in options and not intransitive:
        return "object"
    if "Gen" in options and ("Acc" in options or clause.negated) and not intransitive:
        return "object"
    if "Nom" in options and intransitive and not subjects:
        return "subject"
    if "Ins" in options and clause.passive:
        return "instrument"
    if "Dat" in options and "Nom" not in options:
        return "to"
    if "Ins" in options and "Nom" not in options:
        return "instrument"
    return "subject" if "Nom" in options and not subjects else "apart"


def _gender(chunk: Chunk, gender: str) -> str:
    """Абдиров встретился, but Председатель встретилась too: a post says nothing of whose it is."""
    if chunk.kind in ("Role", "Organization") and (chunk.kind == "Role" or chunk.label == chunk.acronym):
        return ""
    return gender


def _instruments(phrase: Phrase, clause: Clause) -> None:
    for chunk in clause.chunks:
        if chunk.function != "instrument":
            continue
        if chunk.kind == "Role" and clause.concepts & {"appoint", "become", "work", "be", "join", "dismiss"}:
            chunk.function = "as"
        elif clause.concepts & {"lead", "chair", "work"} and not clause.passive:
            chunk.function = "object"
        elif clause.passive:
            chunk.function = "by"
        elif chunk.kind == "Role":
            chunk.function = "as"
        else:
            chunk.function = "by"


def _make_logical(clause: Clause) -> None:
    """X был принят Y: Y receives, X is received."""
    agents = [c for c in clause.chunks if c.function == "by" and c.kind in _ACTORS]
    if not agents and not clause.concepts & {"receive"}:
        return
    for chunk in clause.chunks:
        if chunk.function == "subject":
            chunk.function = "object"
    if not agents and clause.concepts & {"receive"}:
        return
    for chunk in agents:
        chunk.function = "subject"
    clause.inherited = []


def share_subjects(clauses: list[Clause]) -> None:
    """Let a clause without a subject have that of the clause before it, a relative one its head."""
    kinds = ("Person", "Organization", "Country", "Delegation", "Side", "Pronoun", "Place", "Role")
    previous: list[Chunk] = []
    for index, clause in enumerate(clauses):
        own = clause.having("subject", *kinds)
        if clause.form == "nominal":
            continue
        if clause.form == "relative":
            if (
                not clause.having("subject")
                and clause.head is not None
                and not clause.passive
                and "object-head" not in clause.flags
            ):
                clause.inherited = _with_group(clause.head, clauses)
            continue
        if not clause.having("subject"):
            later = clauses[index + 1] if index + 1 < len(clauses) else None
            if clause.form == "converb" and not previous and later is not None:
                clause.inherited = next(
                    (c.having("subject", *kinds) for c in clauses[index + 1 :] if c.form == "finite"), []
                )
            elif "reported" not in clause.flags or not clause.past:
                clause.inherited = list(previous)
            event = clauses[index - 1].having("subject", "Event") if index else []
            if (
                event
                and clause.concepts & {"hold"}
                and clauses[index - 1].form == "finite"
                and not clause.having("object", "Event")
            ):
                clause.chunks = [*event, *clause.chunks]  # Встреча не планировалась и не проводилась
        if own:
            previous = own


def _with_group(head: Chunk, clauses: list[Clause]) -> list[Chunk]:
    if head.group < 0:
        return [head]
    return [c for clause in clauses for c in clause.chunks if c.group == head.group] or [head]


def parties_of(phrase: Phrase, clause: Clause) -> None:
    """Give each encounter noun those whom its own phrase names: встреча X с Y, переговоры между X и Y."""
    chunks = sorted((c for c in clause.chunks), key=lambda c: c.first)
    verbs = range(clause.predicate[0], clause.predicate[1] + 1)
    for event in (c for c in chunks if c.kind == "Event"):
        edge = phrase.ends[event]
        for chunk in (c for c in chunks if c.first > event.last):
            if any(edge < v < chunk.first for v in verbs) and not clause.concepts & {"hold"}:
                break
            if chunk.function == "owner" and (phrase.begin_of(chunk) == edge + 1 or chunk.group >= 0):
                event.parties.append(chunk)
            elif chunk.function in ("with", "between"):
                event.parties.append(chunk)
                if event.lemma in ("встреча", "беседа", "разговор") and clause.passive is False:
                    event.kind_of = "BilateralMeeting"
            elif (
                chunk.function == "to"
                and event.kind_of == "Visit"
                and not ("visit" in clause.concepts and event.function != "subject")
                and chunk.kind in ("Place", "Country", "Organization")
            ):
                chunk.function = "at"
            elif chunk.kind == "Event":
                break
            edge = phrase.ends[chunk]


__all__ = ["Group", "parties_of", "set_functions", "settle_clause", "share_subjects"]
