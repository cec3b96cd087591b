"""What a Kazakh clause says beyond its verb: болды of a delegation is a visit, бар of a programme takes part in it.

The verb alone has its concepts by the cue words; nouns, pronouns and the form of those around it add others.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.kk.appearances import appear
from kg.lang.kk.morphology import inflect
from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_AMONG = cues("kk").words["among"] | cues("kk").words["one-of-them"]  # тыңдаушылардың бірі болды
_INTO_WORK = cues("kk").words["into-work"]
_INTO_MEMBERSHIP = ("мүшелікке", "мүшелігіне")
_OVER = frozenset({"тоқтату", "аяқтау"})
_FOR = frozenset({"үшін", "мақсатында", "мақсатымен"})
_DECIDED = {"қосу": {"participate", "join"}, "енгізу": {"participate", "join"}, "қабылдау": {"receive", "join"}}


def widen(phrase: Phrase, clause: Clause, begin: int, words: frozenset[str]) -> None:
    """Add to a clause's concepts and flags what its ``words``, those from token ``begin`` on, say of its verb."""
    kinds = {chunk.kind for chunk in clause.chunks}
    if "Program" in kinds:
        _of_programs(phrase, clause, words)
    _of_joining(clause, words, of_post="Role" in kinds)
    _of_admitting(clause)
    _of_belonging(phrase, clause)
    _of_membership(clause, words)
    _of_being_in(clause, words)
    _of_opening(phrase, clause)
    _of_deciding(phrase, clause, begin, words)
    _of_taking_in(clause)
    _of_heading(phrase, clause)
    _of_leading(phrase, clause)
    _of_coming(phrase, clause, begin, words)
    _of_meeting(phrase, clause, begin, words)
    appear(phrase, clause, begin, words)


def _of_programs(phrase: Phrase, clause: Clause, words: frozenset[str]) -> None:
    if "бар" in words and (programs := clause.having("at", "Program")):
        programs[0].function = "to"  # жобада X пен Y бар
        clause.concepts |= {"participate"}
    if clause.lemma == "істеу" and "work" in clause.concepts and clause.having("subject", "Organization"):
        for program in clause.having("at", "Program"):
            program.function = "to"  # жобада X соты жұмыс істеп жатыр
            clause.concepts |= {"participate"}
    _mark_partakers(phrase, clause)


def _of_joining(clause: Clause, words: frozenset[str], *, of_post: bool) -> None:
    known = cues("kk").words
    if clause.lemma in known["into-membership"] and any(word.startswith(_INTO_MEMBERSHIP) for word in words):
        clause.concepts |= {"join"}  # қауымдастыққа мүшелікке 2023 жылдың қарашасында өтті
    put_out = clause.lemma == "шығару" and clause.passive and clause.having("from", "Organization")
    if put_out and clause.having("subject", "Organization", "Country"):
        clause.concepts |= {"leave"}  # X қауымдастығынан шығарылды
    over = clause.lemma in _OVER and clause.passive and not clause.future
    if over and any(word.startswith("өкілетт") for word in words):
        clause.concepts |= {"dismiss"}  # өкілеттігі өз өтініші бойынша тоқтатылды, өкілеттік мерзімі аяқталды
    if of_post and clause.lemma in known["entering"] and clause.having("as", "Role"):
        clause.concepts |= {"appoint", "become"}  # директор қызметіне X кірісті, проректор қызметіне оралды
    elif clause.lemma == "кірісу" and not words.isdisjoint(_INTO_WORK):
        clause.flags.add("enters")  # жаңа директор X қызметіне кірісті
    entrusts = of_post and clause.lemma in known["entrusting"]
    if entrusts and any("acting" in r.flags for r in clause.having("as", "Role")):
        for person in clause.having("to", "Person"):
            # директордың міндетін атқару X-ке жүктелді, жүктеді
            person.function = "subject" if clause.passive else "object"
            clause.concepts |= {"appoint"}
    if of_post and "work" in clause.concepts:
        _of_working_there(clause)
        _of_coming_as(clause, words)
    given = clause.having("as", "Role") + clause.having("subject", "Role")
    if "орнына" in words and clause.lemma == "болу" and of_post and given and clause.having("subject", "Person"):
        clause.concepts |= {"appoint", "become"}  # орнына X төраға болды
    if "орнына" in words and clause.lemma == "келу" and clause.having("subject", "Person"):
        clause.concepts |= {"appoint", "become"}  # орнына X келді
    if of_post and "appoint" in clause.concepts and not clause.having("as", "Role"):
        for role in clause.having("instead", "Role"):
            role.function = "as"  # бос тұрған хатшы орнына X сайланды


def _of_coming_as(clause: Clause, words: frozenset[str]) -> None:
    """Комитетке төрайым болып келді: whoever comes to a body as something gets that post there."""
    posts = [r for r in clause.having("as", "Role") if r.owner is None and not r.plural]
    bodies = [c for c in clause.having("to", "Organization") if c.proper and not c.plural]
    if len(posts) == len(bodies) == 1 and "келді" in words and clause.having("subject", "Person"):
        posts[0].owner, bodies[0].function = bodies[0], "owner"
        clause.concepts |= {"appoint", "become"}


def _of_working_there(clause: Clause) -> None:
    """Мұражайда бас сақтаушы болып жұмыс істейді: where somebody works is the body of the post."""
    posts = [r for r in clause.having("as", "Role") if r.owner is None and not r.possessed]
    bodies = [c for c in clause.having("at", "Organization") if c.proper and not c.plural]
    if len(posts) == len(bodies) == 1 and clause.having("subject", "Person"):
        posts[0].owner, bodies[0].function = bodies[0], "owner"


def _of_admitting(clause: Clause) -> None:
    """Конгресс X-ті мүшелікке, кеңес Y-ті толық мүшелікке қабылдады: a session or board takes in."""
    if clause.lemma != "қабылдау":
        return
    if any(r.rule == "role.abstract" for r in clause.having("as", "Role")):
        clause.concepts |= {"receive"}
    if "join" in clause.concepts and (events := clause.having("subject", "Event")):
        clause.concepts |= {"receive"}  # in its body's name
        if events[0].possessed:
            events[0].kind_of = "Session"


def _of_belonging(phrase: Phrase, clause: Clause) -> None:
    """Университетіміз 2019 жылдан бері X қауымдастығының қатарында: to be among a body's members."""
    if clause.form != "nominal" or not clause.having("subject", "Organization"):
        return
    for whole in clause.having("owner", "Organization"):
        if phrase.lower(whole.last + 1) in ("қатарында", "құрамында") and whole.proper:
            whole.function = "to"
            clause.concepts |= {"join"}


def _of_membership(clause: Clause, words: frozenset[str]) -> None:
    """Әуежайдың кеңестегі мүшелігі сақталды, тоқтатылды: the noun tells of a member what мүше would."""
    known = cues("kk").words
    ends = clause.lemma in known["ending"]
    told = ends or clause.lemma in known["lasting"]
    if not told or clause.negated or not any(w.startswith("мүшелігі") for w in words):
        return
    members = clause.having("owner", "Organization", "Country")
    wholes = clause.having("to", "Organization") or clause.having("at", "Organization")
    attributive = [c for c in clause.chunks if c.kind == "Organization" and c.function == "attributive"]
    for whole in (wholes or attributive)[-1:]:
        if not members and whole.owner is not None:  # әуежайдың | Халықаралық әуежайлар кеңесіне мүшелігі
            members, whole.owner = [whole.owner], None
            members[0].inside = None
            clause.chunks.append(members[0])
        for member in members[:1]:
            whole.function, member.function = "from" if ends else "to", "subject"
            clause.concepts |= {"leave"} if ends else {"join"}
            if not ends and clause.lemma not in ("бастау", "басталу"):  # расталды: not the day since when it is so
                clause.chunks = [c for c in clause.chunks if c.kind != "Date" or c.kind_of != "on"]
            clause.flags |= set() if ends else {"belongs"}


def _of_being_in(clause: Clause, words: frozenset[str]) -> None:
    """Одаққа X, Y және Z кіреді: the present tell what is so, if no day or келер says that it lies ahead."""
    inside = clause.lemma in ("кіру", "ену") and clause.future and clause.form == "finite"
    inside = inside and not clause.having("date") and "later" not in clause.flags
    if inside and sum(c.proper for c in clause.having("subject", "Organization", "Country")) > 1:
        clause.flags.add("belongs")
    if "бар" not in words or not cues("kk").words["among"] & words:
        return
    for role in clause.having("between", "Role"):  # одақтың мүшелері арасында X пен Y бар
        if role.kind_of == "membership" and role.plural and role.owner is not None and role.owner.proper:
            clause.chunks.append(role.owner.again("to"))
            clause.concepts |= {"join"}
            clause.flags.add("belongs")


def _of_opening(phrase: Phrase, clause: Clause) -> None:
    """Көрменің тұсауы бүгін залда кесілді: the noun that the verb is said of may stand apart from it.

    Отырыстың қалған бөлігін X жүргізді: who chairs a part of an encounter chairs it.
    """
    for event in clause.having("owner", "Event") if "chair" in clause.concepts else ():
        parts = (phrase.nominal(i) for i in range(event.last + 1, min(event.last + 4, clause.predicate[0])))
        if any(r is not None and r.case == "Acc" and r.lemma in phrase.cues.words["part-of-event"] for r in parts):
            event.function = "object"
    if clause.lemma in ("кесу", "кесілу") and any(
        e.kind == "Event" and e.lemma == "тұсау" and e.function in ("subject", "object") for e in clause.chunks
    ):
        clause.concepts |= {"hold"}
    this = phrase.lower(clause.first - 1) in ("бұл", "осы") or phrase.lower(clause.first) in ("бұл", "осы")
    if clause.lemma == "болу" and this and clause.past and not clause.having("subject") and clause.having("date"):
        clause.concepts |= {"happen"}  # бұл 3 наурызда болған еді
        clause.inherited = []
    going = clause.lemma == "жүру" and clause.past and clause.form in ("finite", "converb")
    if going and clause.having("subject", "Event"):
        clause.concepts |= {"hold"}  # X пен Y арасында келіссөз жүрді


def _of_deciding(phrase: Phrase, clause: Clause, begin: int, words: frozenset[str]) -> None:
    """Одаққа X-ті қабылдау туралы шешім шықты, Y-ті жобаға қосу жөнінде қаулы қабылдады: what is decided is done."""
    if (
        clause.lemma not in phrase.cues.words["deciding"]
        or not phrase.cues.words["decisions"] & words
        or clause.negated
    ):
        return
    for i in range(begin + 1, clause.predicate[0]):
        deed = phrase.verbal(i - 1) if phrase.lower(i) in ("туралы", "жөнінде", "жөніндегі", "жайлы") else None
        if deed is not None and deed.verb_form == "Vnoun" and deed.polarity != "Neg" and phrase.taken[i - 1] is None:
            clause.concepts = frozenset(clause.concepts - {"receive", "join"} | _DECIDED.get(deed.lemma, set()))
            clause.lemma = deed.lemma


def _of_heading(phrase: Phrase, clause: Clause) -> None:
    """Өкілдікке X басшылық, қорға Y жетекшілік етеді: said of a body it is to head it."""
    nouns = (phrase.lower(clause.predicate[0] - 1), phrase.lower(clause.predicate[0] - 2))
    whole = [c for c in clause.having("to", "Organization") if c.proper] if clause.lemma == "ету" else []
    if len(whole) == 1 and clause.having("subject", "Person") and {"басшылық", "жетекшілік"} & {*nouns}:
        clause.lemma, whole[0].function = "басқару", "object"


def _of_leading(phrase: Phrase, clause: Clause) -> None:
    """Музейдің реставрация бөлімін X басқарады: the verb says which post X has, the head of that part of a body."""
    if "lead" not in clause.concepts:
        return
    if clause.form == "relative" and clause.head is not None and clause.having("object", "Delegation", "Organization"):
        clause.head.flags |= {"leads"} if clause.head.kind == "Person" else set()  # делегацияны бастап келген X
    units = [c for c in clause.having("object", "Organization") if c.kind_of == "unit" and c.value]
    if clause.lemma != "басқару" or clause.passive or len(units) != 1:
        return
    unit, at = units[0], clause.predicate[0]
    part = f"{unit.value} {inflect(unit.lemma, 'Gen', 'Sing', '3')}"
    label = f"{part[:1].upper()}{part[1:]} басшысы"
    post = phrase.chunk("Role", at, at, label=label, lemma="басшы", rule="post.by-verb", function="as")
    post.owner, post.kind_of, post.possessed = unit.owner or unit, "head", True
    clause.chunks.append(post)
    clause.concepts |= {"work"}


def _of_taking_in(clause: Clause) -> None:
    """Министрлік жобаға X колледжін қосты: whom somebody brings into a programme takes part in it."""
    if clause.lemma not in cues("kk").words["taking-in"] or clause.passive or not clause.having("to", "Program"):
        return
    brought = clause.having("object", "Organization", "Country", "Place")
    if brought:
        for actor in clause.having("subject"):
            actor.function = ""
        for chunk in brought:
            chunk.function = "subject"
        clause.inherited = []
        clause.concepts |= {"participate"}


def _of_coming(phrase: Phrase, clause: Clause, begin: int, words: frozenset[str]) -> None:
    if clause.past and not clause.negated and clause.having("to", "Event") and _to_attend(phrase, clause, words):
        clause.concepts |= {"attend"}
    if _gathers_by_itself(clause):
        clause.concepts |= {"meet"}
        clause.flags |= {"in-session", "with-someone"}
    if phrase.lower(begin - 1) in phrase.cues.words["those-who-came"] and phrase.cues.words["among"] & words:
        clause.concepts |= {"attend"}  # жиынға қатысқандардың қатарында X болды
    if not (phrase.cues.words["those-there"].isdisjoint(words) or _AMONG.isdisjoint(words)):
        clause.concepts = frozenset(clause.concepts - {"visit"} | {"attend"})  # қонақтар қатарында … болды
    if clause.lemma == "келу" and phrase.cues.words["from-guests"] & words and clause.having("subject", "Person"):
        clause.concepts |= {"attend"}  # шетелдік қонақтардан X келді
    together = clause.lemma == "қосу" and "attend" in clause.concepts and not clause.having("to")
    if together and clause.having("with", "Person", "Organization", "Role", "Delegation"):
        clause.concepts |= {"meet"}  # қордың сарапшылары басқармамен бас қосты
    if clause.lemma == "келу" and any(_sent_from(post) for c in clause.subjects for post in c.posts):
        clause.concepts |= {"attend"}  # академиядан проректор Имашев келді
    if clause.lemma == "болу" and clause.form == "finite" and clause.past:
        _mark_being(phrase, clause)


def _to_attend(phrase: Phrase, clause: Clause, words: frozenset[str]) -> bool:
    """Отырысқа қатысу үшін Сеулге барды, форумға қатысу мақсатында келді: who went to take part did so."""
    to_take_part = "қатысу" in words and not _FOR.isdisjoint(words)
    return to_take_part and not phrase.cues.words["going"].isdisjoint(
        phrase.lemmas(clause.predicate[1]) | {clause.lemma}
    )


def _of_meeting(phrase: Phrase, clause: Clause, begin: int, words: frozenset[str]) -> None:
    if clause.concepts & {"meet"} and clause.having("subject", "Person") and not clause.having("with"):
        for met in clause.having("to", "Person"):
            met.function = "with"  # X-ға келіп жолықты
    if "remote" in clause.flags and "discuss" in clause.concepts and len(clause.having("subject", "Person")) > 1:
        clause.concepts |= {"meet"}  # X пен Y бейнебайланыс арқылы пікір алмасты
    if clause.passive and "meet" in clause.concepts and clause.having("subject", "Event"):
        clause.concepts |= {"hold"}  # келіссөз жүргізілді
    if clause.lemma == "болу" and "сөз" in words:
        for speaker in clause.having("at", "Person"):
            speaker.function = "subject"  # алғашқы сөз X-да болды
            clause.concepts |= {"speak"}
    if clause.lemma == "тыңдау" and clause.passive and ("онда" in words or clause.having("at", "Event")):
        clause.concepts |= {"hear"}  # отырыста X тыңдалды
    host = clause.concepts & {"host"}  # қонақтарды қарсы алды
    someone = (host or clause.concepts & {"meet"}) and _with_someone(phrase, clause, begin, "Acc" if host else "Ins")
    if "receive" in clause.concepts and not clause.passive and not someone:
        they = [c for c in clause.having("object", "Pronoun") if c.plural]  # оларды, тұрғындарды қабылдады
        someone = bool(they) or _people(phrase, clause, begin)
    if someone:
        clause.flags.add("with-someone")


def _gathers_by_itself(clause: Clause) -> bool:
    """Директорлар кеңесі жиналды: a body that gathers holds a session."""
    gathers = "attend" in clause.concepts and "count" not in clause.concepts
    gathers = gathers and clause.lemma in ("жинау", "жиналу", "қосу")
    if not (gathers or clause.lemma == "отыру") or clause.form not in ("finite", "converb"):
        return False
    if not clause.past and not (clause.future and clause.having("date")):  # 10 желтоқсанда жиналады
        return False
    sits = cues("kk").words["in-session"]  # қоғамдық кеңес отырды; кеңес енді сәуірде жиналады
    bodies = [c for c in clause.having("subject", "Organization") if not c.plural and (c.proper or c.lemma in sits)]
    if clause.lemma == "отыру":
        bodies = [c for c in bodies if c.lemma in sits]
    others = clause.having("to") or clause.having("subject", "Person", "Event") or clause.having("object")
    return len(bodies) == 1 and not others


def _mark_being(phrase: Phrase, clause: Clause) -> None:
    """Делегация өңірде болды: it went there; кездесуде, делегация құрамында X болды: X took part."""
    for whole in clause.having("subject", "Delegation"):
        if phrase.lower(whole.last + 1) in phrase.cues.words["composition"]:
            whole.function = "at"
            clause.flags.add("in-delegation")
            return
    if clause.having("subject", "Event") or clause.concepts & {"appoint", "become", "dismiss", "join", "attend"}:
        return
    if clause.having("at", "Event") and clause.having("subject", "Person"):
        clause.concepts |= {"attend"}
    elif clause.having("subject", "Delegation") or "official" in clause.flags:
        clause.concepts |= {"visit"}
        clause.flags.add("be-there")


def _mark_partakers(phrase: Phrase, clause: Clause) -> None:
    """Жобаның толыққанды қатысушысы: the noun says what қатысады would."""
    for program in clause.having("owner", "Program") + clause.having("to", "Program"):
        for i in range(program.last + 1, min(program.last + 4, clause.predicate[0] + 1)):
            reading = phrase.nominal(i) if i < phrase.size else None
            whose = phrase.taken[i] if i < phrase.size else None
            if whose is not None and whose.inside is not None:
                break  # жобаның үйлестірушісі X: the post of somebody who is named
            if reading is None or not (reading.possessor == "3" or program.function == "to"):
                continue
            if reading.case == "Nom" and reading.lemma in phrase.cues.words["partakers"]:
                program.function = "to"
                clause.concepts |= {"participate"}


def _sent_from(post: Chunk) -> bool:
    return post.owner is not None and post.owner.function == "from"


def _with_someone(phrase: Phrase, clause: Clause, begin: int, case: str) -> bool:
    """Чех дипломатымен кездесті: someone who is not named was met."""
    return any(
        phrase.taken[i] is None
        and (first := phrase.first(i)) is not None
        and first.case == case
        and first.pos == "NOUN"
        for i in range(begin, clause.predicate[0])
    )


def _people(phrase: Phrase, clause: Clause, begin: int) -> bool:
    """Tell whether those whom a verb is done to are people: тұрғындарды, студенттерді."""
    known = phrase.cues.words["people"]
    objects = (phrase.nominal(i) for i in range(begin, clause.predicate[0]))
    return any(r is not None and r.case == "Acc" and r.lemma in known for r in objects)
