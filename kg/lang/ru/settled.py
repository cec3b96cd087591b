"""What part each chunk plays once the verb is known: subject and object, thither and there, the agent of a passive."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.clause_of_predicate import agrees
from kg.lang.ru.functions import ACTORS, read_again
from kg.lang.ru.morphology import Form
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.posts_changed import post_got, posts_got_or_left, was_before
from kg.lang.ru.settled_names import gender_in, settle_name
from kg.lang.ru.verbs import verb_at
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("ru").words
_BIDS = _WORDS["bids"]
_NO_MEMBERS = _WORDS["observer"]
_STANDS_FOR = _WORDS["stands-for"]
_AT_SENDER = _WORDS["at-whoever-sends-them"]
_TOURS = _WORDS["tours"]
_THERE = _WORDS["was-there"]
_LAUNCHES = _WORDS["launches"]
_ADDS = _WORDS["swells"]
_TEAMS = _WORDS["teams"]
_MATCHES = _WORDS["matches"]
_LEADS_BY_INSTRUMENTAL = _WORDS["leads-by-instrumental"]
_LEADS = _WORDS["leads"]
_COMES_TO_THE_HEAD = _WORDS["comes-to-the-head"]
_OF_LEADING = _WORDS["stands-at-the-head"] | _COMES_TO_THE_HEAD | _LEADS_BY_INSTRUMENTAL | _LEADS
_IS_A_MEMBER = frozenset({"состоять", "получить"})  # получил членство в союзе
_LED_BY_PEOPLE = frozenset({"lead"})
_LOGICAL = frozenset(
    {"receive", "hold", "sign", "chair", "discuss", "participate", "attend", "meet", "lead", "visit", "decide"}
)


def settle_clause(phrase: Phrase, clause: Clause) -> None:
    """Tell subject and object apart in a clause, and give passives their logical parts."""
    verbs = [f for i in range(clause.predicate[0], clause.predicate[1] + 1) if (f := verb_at(phrase, i)) is not None]
    finite = next((f for f in verbs if f.pos in ("VERB", "PRTS", "ADJS") and f.number), None)
    waiting = [c for c in clause.chunks if not c.function and c.kind != "Date"]
    genitives = [c for c in clause.chunks if c.function == "genitive"]
    subjects = [c for c in clause.chunks if c.function == "subject"]
    if clause.form == "relative" and clause.head is not None and _head_is_subject(phrase, clause):
        subjects = [*subjects, clause.head]
    if clause.form == "nominal":
        waiting = [c for c in waiting if not _named_alone(phrase, c)]
    heads = _heads(phrase, waiting, clause)
    intransitive = clause.passive or (bool(verbs) and not any(v.transitive for v in verbs if v.pos != "ADJS"))
    if "hold" in clause.concepts and intransitive and not clause.passive:
        heads.sort(key=lambda c: c.kind != "Event")  # состоялся разговор X с Y: the encounter took place
    for chunk in heads:
        cases = phrase.grammar[chunk].cases
        function = _choose(phrase, clause, chunk, cases, subjects, finite, intransitive)
        if function == "subject":
            subjects.append(chunk)
        for other in clause.chunks:
            if other is chunk or (chunk.group >= 0 and other.group == chunk.group):
                other.function = function
                read_again(phrase, other, finite)
    _all_of_them(phrase, clause, finite)
    _behind_dashes(phrase, clause)
    for chunk in genitives:
        # поддержал министра: a genitive without a noun before it is an object: animate, or of a negated verb
        chunk.function = "object" if "Acc" in phrase.grammar[chunk].cases or clause.negated else "owner"
    _missing_object(phrase, clause, intransitive=intransitive)
    _instruments(phrase, clause)
    _what_is_led(phrase, clause)
    _nominal_predicate(phrase, clause)
    was_before(phrase, clause)
    post_got(phrase, clause)
    posts_got_or_left(phrase, clause)
    if clause.passive and clause.concepts & _LOGICAL and not clause.concepts & {"appoint", "dismiss"}:
        _make_logical(clause)
        if clause.lemma in _LAUNCHES:
            clause.concepts -= {"participate"}  # проект, запущенный посольством: who launches it need not take part
    _where_it_is_held(clause)
    _for_whom(phrase, clause)
    _besides(phrase, clause)
    _as_candidates(phrase, clause)
    _sent_by_whom(clause)
    _was_at(clause)
    _destinations(clause, verbs)
    if clause.lemma in _ADDS:
        _swells_ranks(phrase, clause)
    _whom_it_is_left_to(clause, verbs)
    if "meet" in clause.concepts:
        _meets(phrase, clause)


def _what_is_led(phrase: Phrase, clause: Clause) -> None:
    """X руководит ЮНЕСКО: an acronym, which shows no case, may be what is led; во главе фонда стоит X: he leads it."""
    if clause.lemma not in _OF_LEADING or clause.passive:
        return
    person = clause.head if clause.form == "relative" else None
    if clause.lemma in _LEADS and person is not None and person.kind == "Person":
        for chunk in clause.having("subject", "Organization"):
            chunk.function = "object"  # X, который возглавляет «Степь»: whoever leads is a person
        return
    if not clause.having("subject", "Person"):
        return
    if clause.lemma in _LEADS_BY_INSTRUMENTAL:
        if not clause.having("object") and not clause.having("by"):
            for chunk in [c for c in clause.having("apart", "Organization") if "Ins" in phrase.grammar[c].cases]:
                chunk.function = "object"
        return
    for chunk in clause.having("owner", "Organization"):
        at = phrase.begin_of(chunk) - 1
        if phrase.lower(at) == "главе" and phrase.lower(at - 1) == "во" and chunk.inside is None:
            chunk.function = "object"
            clause.lemma = "возглавить" if clause.lemma in _COMES_TO_THE_HEAD else "возглавлять"
            clause.concepts = frozenset({"lead", "work"})


def _meets(phrase: Phrase, clause: Clause) -> None:
    """Сборные Чили и Перу встретились; в полуфинале X встретится с Y: they play against each other."""
    if clause.passive and clause.having("subject", "Event"):
        clause.concepts = clause.concepts - {"meet"} | {"hold"}  # проведена встреча X и Y
    general = any("general" in c.flags for c in clause.having("object", "Event"))
    if clause.lemma == "вести" and general and not clause.having("with") and "with-someone" not in clause.flags:
        clause.concepts = clause.concepts - {"meet"} | {"chair"}  # беседу вела X: that which has been told of
    played = any(phrase.lower(i - 1) in ("в", "во") and phrase.lemmas(i) & _MATCHES for i in range(1, phrase.size))
    if played or any(c.lemma in _TEAMS for c in clause.having("subject", "Organization")):
        clause.concepts -= {"meet"}


def _was_at(clause: Clause) -> None:
    """На приёме был и имам мечети: who is at an encounter takes part in it."""
    there = clause.lemma == "быть" or clause.lemma in _THERE
    if there and clause.having("at", "Event") and "absent" not in clause.concepts:
        clause.concepts = frozenset({"attend"})


def _sent_by_whom(clause: Clause) -> None:
    """Посольство представляла атташе X: an adviser or attaché who represents a body is one of that body's."""
    bodies = clause.having("object", "Organization") if clause.lemma in _STANDS_FOR and not clause.passive else []
    for person in clause.having("subject", "Person") if len(bodies) == 1 and bodies[0].proper else ():
        for post in person.posts:
            if post.owner is None and (post.kind_of == "envoy" or post.lemma in _AT_SENDER):
                post.owner = bodies[0]


def _as_candidates(phrase: Phrase, clause: Clause) -> None:
    """принял в ряды A и, в качестве кандидата, B: whoever is let in as a candidate or observer is no member yet."""
    if "join" not in clause.concepts or "качестве" not in phrase.lowers:
        return
    for chunk in clause.having("object", "Organization") + clause.having("subject", "Organization"):
        at = phrase.begin_of(chunk) - 1 if chunk in phrase.grammar else 0
        at -= phrase.lower(at) == ","
        if at > 1 and phrase.lower(at - 1) == "качестве" and phrase.lemmas(at) & _NO_MEMBERS:
            chunk.function = "about"


def _besides(phrase: Phrase, clause: Clause) -> None:
    """В проекте участвует, кроме X, ещё и Y: where others do it too, кроме leaves nobody out."""
    if "ещё" not in phrase.lowers and "еще" not in phrase.lowers and "также" not in phrase.lowers:
        return
    for chunk in clause.having("about", "Organization", "Person", "Country"):
        behind = phrase.lowers[chunk.last + 1 : chunk.last + _TO_OTHERS]
        if phrase.preposition(phrase.begin_of(chunk))[0] == "кроме" and {"ещё", "еще", "также"} & set(behind):
            chunk.function = "with"
            chunk.flags.add("together")


_TO_OTHERS = 6  # tokens behind a body within which it is said that others do so too
_FOR_WHOM = frozenset({"speak", "attend", "participate", "sign", "meet", "chair", "lead", "join.in", "hold"})
_BEGINS = frozenset({";", ",", ":", "а", "и", "–", "—", ".", ""})


def _for_whom(phrase: Phrase, clause: Clause) -> None:
    """От университета доклад прочитал декан X, выступил от комитета Y: in whose name someone does what is done."""
    if clause.concepts.isdisjoint(_FOR_WHOM):
        return
    people = [c for c in clause.having("subject", "Person") if c.proper]
    elsewhere = any(post.owner is not None and _by_its_own_name(post.owner) for c in people for post in c.posts)
    if not people or elsewhere:
        return  # от правительства участвовал министр культуры X: he comes for his ministry
    for chunk in clause.having("of-origin", "Organization"):
        word, at = phrase.preposition(phrase.begin_of(chunk))
        opens = at == 0 or phrase.lower(at - 1) in _BEGINS
        beside = any(phrase.begin_of(c) == phrase.ends[chunk] + 1 for c in people)
        if word == "от" and chunk.last < people[0].first and (opens or beside):
            chunk.function = "on-behalf"
    for body in clause.having("on-behalf", "Organization"):
        for post in (post for person in people for post in person.posts):
            _at_sender(phrase, post, body)


def _by_its_own_name(body: Chunk) -> bool:
    """Tell whether a body has a name; управление договоров only tells which part of another it is."""
    return body.proper and not (body.rule == "organization.part" and body.owner is None)


def _at_sender(phrase: Phrase, post: Chunk, body: Chunk) -> None:
    """От имени АО «Х» доложил начальник диспетчерского центра Y: a part without a name is one of whoever sends him."""
    part = post.owner
    if part is None or _by_its_own_name(part) or part.kind != "Organization":
        return
    if part.owner is not None or body.last > post.first:
        return
    words = phrase.words(post.last + 1, phrase.ends[part])
    post.label, post.owner = f"{post.label} {words}", body


def _where_it_is_held(clause: Clause) -> None:
    """Бийск принимал фестиваль: a town that receives an encounter is where it is held."""
    if "receive" not in clause.concepts or clause.passive:
        return
    towns = [c for c in clause.having("subject", "Place", "Country") if c.proper]
    events = [c for c in clause.having("object", "Event") if "weak" not in c.flags]
    if towns and events:
        towns[0].function, clause.concepts = "at", frozenset({"hold"})


_TOGETHER = frozenset({"attend", "meet", "speak", "visit", "participate", "join", "join.in", "sign", "chair"})


def _all_of_them(phrase: Phrase, clause: Clause, finite: Form | None) -> None:
    """участвовали министр X, ветераны, аким Y: people in the nominative behind a verb in the plural all do it."""
    if finite is None or finite.number != "Plur" or clause.passive or not clause.concepts & _TOGETHER:
        return
    subjects = [c for c in clause.having("subject") if c.kind in ACTORS]
    if any(c.first < clause.predicate[0] for c in subjects):
        return
    for chunk in clause.having("apart", "Person", "Organization"):
        if chunk.first > clause.predicate[1] and "Nom" in phrase.grammar[chunk].cases and chunk.proper:
            chunk.function = "subject"


def _behind_dashes(phrase: Phrase, clause: Clause) -> None:
    """От правительства участвовал X, от профсоюзов — Y: a dash stands for the verb, behind it who else does it."""
    if clause.passive or clause.form != "finite" or not clause.concepts & (_TOGETHER | {"lead", "represent"}):
        return
    for chunk in [c for c in clause.chunks if c.kind in ("Person", "Organization") and c.first > clause.predicate[1]]:
        dash = phrase.begin_of(chunk) - 1
        if "Nom" not in phrase.grammar[chunk].cases or not chunk.proper or chunk.function not in _LEFT_OPEN:
            continue
        if phrase.tokens[dash].kind != "dash" or phrase.taken[dash] is not None:
            continue
        comma = next((i for i in range(dash - 2, max(dash - 6, clause.predicate[1]), -1) if phrase.lower(i) == ","), 0)
        if comma and not any(verb_at(phrase, i) is not None for i in range(comma, dash)):
            chunk.function = "subject"
            read_again(phrase, chunk)


_LEFT_OPEN = frozenset({"", "apart", "object"})


def _whom_it_is_left_to(clause: Clause, verbs: list[Form]) -> None:
    """X поручил Y провести совещание: it is Y who will hold it."""
    if len(verbs) < 2 or not any(v.lemma in _BIDS for v in verbs) or not any(v.pos == "INFN" for v in verbs):
        return
    people = clause.having("to", "Person", "Role")
    if people and clause.concepts & {"hold", "meet", "chair", "attend"} and not clause.passive:
        for chunk in clause.having("subject"):
            chunk.function = "about"
        for chunk in people:
            chunk.function = "subject"


def _named_alone(phrase: Phrase, chunk: Chunk) -> bool:
    """Среди выступивших: Сауле Ниязова, Дамир Кенжин: names without a verb stand in the nominative."""
    if chunk.kind != "Person" or chunk.posts or not settle_name(phrase, chunk, ("Nom",)):
        return False
    chunk.function = "subject"
    return True


def _nominal_predicate(phrase: Phrase, clause: Clause) -> None:
    """Федерация – член конфедерации: what stands behind a dash is what the subject is."""
    if clause.form != "nominal":
        return
    for chunk in clause.having("", "Role") + [c for c in clause.chunks if c.function in ("object", "subject", "apart")]:
        before = phrase.begin_of(chunk) - 1
        pronoun = phrase.taken[before] if before >= 0 else None
        told = pronoun is not None and pronoun.kind == "Pronoun" and pronoun.function == "subject"
        if chunk.kind == "Role" and told and chunk.owner is not None and not chunk.plural:
            chunk.function = "as"  # теперь она председатель союза
        elif chunk.kind == "Role" and before > 0 and phrase.tokens[before].kind == "dash":
            named = [c for c in clause.chunks if c.last < before and c.kind in ACTORS]
            subjects = [c for c in named if "Nom" in phrase.grammar[c].cases]
            if subjects and not any(c.function == "subject" for c in subjects):
                subjects[-1].function = "subject"
            chunk.function = "as" if subjects else chunk.function
    for chunk in (
        clause.having("object", "Role") + clause.having("apart", "Role") if clause.having("as", "Role") else ()
    ):
        if chunk.kind_of == "membership" and chunk.owner is not None and "Nom" in phrase.grammar[chunk].cases:
            chunk.function = "as"  # X – член A и ассоциированный член B


def _destinations(clause: Clause, verbs: list[Form]) -> None:
    """Tell thither from there by the verb: входит в ОБСЕ, посетил Москву, побывал на заводе."""
    if clause.concepts & {"join", "join.in", "participate"}:
        for chunk in clause.having("at", "Organization", "Program"):
            if "either" in chunk.flags or chunk.kind == "Program" or clause.lemma in _IS_A_MEMBER:
                chunk.function = "to"
    if clause.concepts & {"attend", "participate"}:
        for chunk in clause.having("at", "Event"):
            chunk.function = "to"  # примет участие в заседании
    if clause.concepts & {"join", "leave"}:
        for chunk in clause.having("to", "Organization") + clause.having("from", "Organization"):
            chunk.flags.discard("unexplained")  # состоит в ИНТОСАИ: what has members is a body
    if "visit" in clause.concepts:
        for chunk in clause.chunks:
            if chunk.kind in ("Place", "Organization", "Country") and (
                chunk.function == "object"
                or (chunk.function == "at" and ("either" in chunk.flags or clause.lemma in _THERE | _TOURS))
            ):
                chunk.function = "to"
    if "attend" in clause.concepts and any(v.lemma in ("посетить", "посещать") for v in verbs):
        for chunk in clause.having("object", "Event"):
            chunk.function = "to"


def _swells_ranks(phrase: Phrase, clause: Clause) -> None:
    """Союз пополнили X и Y, ряды союза пополнил X, союз пополнился клубом X: the body that is joined, and who joins."""
    by_whom = clause.having("by", "Organization", "Country") + clause.having("instrument", "Organization", "Country")
    whole = clause.having("subject", "Organization") if by_whom else clause.having("object", "Organization")
    whole = whole or [
        c for c in clause.having("owner", "Organization") if "ряд" in phrase.lemmas(phrase.begin_of(c) - 1)
    ]
    for chunk in whole[:1]:
        chunk.function = "to"
    for chunk in by_whom if whole else ():
        chunk.function = "subject"


def _missing_object(phrase: Phrase, clause: Clause, *, intransitive: bool) -> None:
    """принял в Кремле губернатора X: who could belong to the noun before is the object of a verb that has none."""
    wanting = clause.concepts & {"receive", "appoint", "dismiss"} and not intransitive
    if not wanting or clause.having("object", "Person", "Delegation"):
        return
    maybe = [c for c in clause.having("owner", "Person") if "maybe-object" in c.flags]
    found = [c for c in maybe if c.first > clause.predicate[0]]
    if not found and "dismiss" in clause.concepts and not clause.having("from-post", "Role"):
        # освободил от должности ректора X: the words before do not own him but are what he loses
        found = [
            c
            for c in clause.chunks
            if c.kind == "Person" and c.posts and phrase.lemmas(phrase.begin_of(c) - 1) & _WORDS["post-word"]
        ]
    if not found and clause.having("subject", "Person"):
        # в аэропорту Алматы министра X встречала Y: a town owns nobody
        found = [c for c in maybe if _behind_a_town(phrase, c)]
    if found:
        phrase.grammar[found[0]].cases = ("Acc",)
        found[0].function = "object"
        read_again(phrase, found[0])


def _behind_a_town(phrase: Phrase, person: Chunk) -> bool:
    before = phrase.taken[phrase.begin_of(person) - 1] if phrase.begin_of(person) else None
    return before is not None and before.kind == "Place" and before.proper


def _heads(phrase: Phrase, waiting: list[Chunk], clause: Clause) -> list[Chunk]:
    """Return the first of each group of coordinated chunks; who may act before what may not.

    Who can't be the object comes first of all: in комитет возглавляет Асия Кенжина she is the subject.
    """
    heads = [c for c in waiting if c.group < 0 or not any(o.group == c.group for o in waiting[: waiting.index(c)])]
    if any(c.kind in ACTORS for c in heads) and not clause.passive:
        # проект осуществляет университет
        leads = not clause.concepts.isdisjoint(_LED_BY_PEOPLE)  # отдел возглавляет Родриго Вальдес
        heads.sort(
            key=lambda c: (
                c.kind not in ACTORS,
                "Acc" in phrase.grammar[c].cases,
                leads and c.kind != "Person" and "Acc" in phrase.grammar[c].cases,
            )
        )
    return heads


def _head_is_subject(phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a clause is a participle's, whose noun is its subject: nothing else can be (возглавляемый Асией)."""
    word = phrase.tokens[clause.predicate[0]].kind == "word"
    return word and any(f.pos == "PRTF" for f in phrase.forms[clause.predicate[0]])


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
        nominative = nominative and not (chunk.group < 0 and _of_the_other_gender(phrase, chunk, finite))
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


def _of_the_other_gender(phrase: Phrase, chunk: Chunk, finite: Form) -> bool:
    """съезд утвердил Виталия Кожемяко: as a nominative the name would be a woman's, and the verb is of a man."""
    if chunk.kind != "Person" or chunk.posts or " " not in chunk.label or not finite.gender:
        return False
    told = gender_in(phrase, chunk, "Nom")
    return bool(told) and finite.tense == "Past" and finite.number == "Sing" and finite.gender != told


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
    agents = [c for c in clause.chunks if c.function == "by" and c.kind in ACTORS]
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
