"""What small words of Russian add to chunks and clauses: together with, at least, until then, in all."""

from __future__ import annotations

import itertools
import re

from kg.lang.cues import cues
from kg.lang.ru.by_the_way import mark_by_the_way
from kg.lang.ru.company import sit_with, with_people
from kg.lang.ru.members_counted import comes_to_number, mark_number, mark_total
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.programme_carriers import carry_programmes
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("ru").words
_MOVED = _WORDS["moved"]
_LATER = _WORDS["later"]
_THAT = frozenset({"том", "той", "этом", "этой"})
_FOLLOWS = _WORDS["follows"]
_ENTERS = _WORDS["enters-upon"]
_ENTERED = _WORDS["what-is-entered-upon"]
_BEFORE = _WORDS["until-then"]
_WORKS = _WORDS["is-at-work"]
_THEN = _WORDS["then"]
_PART_OF_DAY = frozenset(tuple(pair.split()) for pair in _WORDS["then-pair"])
_STAYS = _WORDS["goes-on-being"]
_BY_DECISION = _WORDS["by-decision"]
_ANNOUNCED = _WORDS["announced"]
_GUEST = _WORDS["visitor"]
_ACCEPTED = _WORDS["accepted"]
_VISIT = _WORDS["official-visit"]
_SAME_PEOPLE = _WORDS["same-people"]
_INSTEAD = _WORDS["in-their-place"]
_AFTER_HIM = _WORDS["succeeding"]
_SUCCEEDING, _SAME = (re.compile("|".join(map(re.escape, told))) for told in (_INSTEAD | _AFTER_HIM, _SAME_PEOPLE))
_SET = _WORDS["set-for-a-day"]
_DAYS = {("первый", "день"): "day-1", ("второй", "день"): "day-2", ("третий", "день"): "day-3"}
_CALLS = _WORDS["calls"]
_REMOTE = _WORDS["remote"]
_HAVE_A_BODY = frozenset({"head", "deputy", "membership"})
_GATHERS = _WORDS["comes-together"]
_GIVEN = _WORDS["is-given"]
_SITS = _WORDS["sits"]
_OF_FORUM = _WORDS["part-of-a-forum"]
_HABITUALLY = _WORDS["habitually"]
_NO_TOPIC = _WORDS["no-topic"]
_TOLD_BY_LEMMAS = {"before": _BEFORE, "stays": _STAYS, "official": _VISIT}


def mark(phrase: Phrase, chunks: list[Chunk], clauses: list[Clause]) -> None:
    """Set the flags of chunks and clauses, and what a clause of discussing is about."""
    for chunk in chunks:
        if chunk.kind == "Number":
            mark_number(phrase, chunk)
        elif chunk.kind == "Role" and chunk.owner is None and _its(phrase, chunk, clauses):
            chunk.flags.add("of-its-before")
        elif chunk.kind == "Role" and chunk.owner is None and (body := _their_own(phrase, chunk, clauses)) is not None:
            chunk.flags.add("of-its-before")
            chunk.parties = [body]
        elif chunk.kind == "Person" and (_asks(phrase, chunk) or _heard(phrase, chunk, clauses)):
            chunk.flags.add("asked")
    for clause in clauses:
        _mark_clause(phrase, clause, chunks)
        _gone(phrase, clause)
    carry_programmes(phrase, chunks, clauses)
    for clause in clauses:
        if clause.lemma in _SET and clause.modality == "asserted" and clause.having("subject", "Event"):
            clause.modality = "planned"
        _mark_moved(phrase, clause, clauses)
        _mark_appointed(clause, clauses)
        _mark_moved_body(clause, clauses)


def _its(phrase: Phrase, role: Chunk, clauses: list[Clause]) -> bool:
    """Её президентом избран X, президентом его стал X: the post is at the body that the text before names."""
    at = phrase.begin_of(role) - 1
    if phrase.lower(at) in ("его", "её", "ее"):
        if _is_what_was_led(phrase.taken[at], at, clauses):
            return False
        return role.kind_of in _HAVE_A_BODY or role.lemma in phrase.cues.words["owner-post"]
    if role.kind_of not in _HAVE_A_BODY:
        return False
    behind = phrase.starting(role.last + 2)
    free = not (isinstance(behind, Chunk) or (behind is not None and behind.kind == "noun"))
    return phrase.lower(role.last + 1) in ("его", "её", "ее") and free and role.function == "as"


def _is_what_was_led(pronoun: Chunk | None, at: int, clauses: list[Clause]) -> bool:
    """Открыла его президент X: behind a verb that has no other object him is what was opened, not whose president."""
    for clause in clauses:
        if pronoun is not None and pronoun in clause.chunks and pronoun.function == "object":
            objects = [c for c in clause.having("object") if c is not pronoun]
            return clause.predicate[1] == at - 1 and bool(clause.concepts & {"chair", "hold"}) and not objects
    return False


def _their_own(phrase: Phrase, role: Chunk, clauses: list[Clause]) -> Chunk | None:
    """Партия выдвинула своего лидера X: return the body that is the subject of the clause, where its own post is."""
    begin = phrase.grammar[role].begin
    group = phrase.groups.get(begin if begin >= 0 else role.first)
    if role.plural or group is None or not any("свой" in phrase.lemmas(i) for i in range(group.first, group.head)):
        return None
    outer = role.top()
    for clause in clauses:
        if outer in clause.chunks:
            bodies = [c for c in clause.subjects if c.kind == "Organization" and c is not outer]
            return bodies[0] if len(bodies) == 1 == len(clause.subjects) else None
    return None


def _gone(phrase: Phrase, clause: Clause) -> None:
    """Принята отставка вице-президента X: whose resignation was accepted has the post no more."""
    if clause.lemma not in _ACCEPTED or not clause.past or clause.negated or clause.modality != "asserted":
        return
    for person in clause.having("owner", "Person"):
        if "отставка" in phrase.lemmas(phrase.begin_of(person) - 1):
            for post in person.posts:
                post.flags.add("former")


def _asks(phrase: Phrase, person: Chunk) -> bool:
    """на вопрос X ответил Y: X was there too."""
    return person.function == "owner" and bool(phrase.lemmas(phrase.begin_of(person) - 1) & phrase.cues.words["asked"])


def _heard(phrase: Phrase, person: Chunk, clauses: list[Clause]) -> bool:
    """Доклад X слушали стоя, вызвал споры: whose speech was heard was there too."""
    if person.function != "owner" or not phrase.lemmas(phrase.begin_of(person) - 1) & phrase.cues.words["speech"]:
        return False
    own = next((c for c in clauses if person in c.chunks), None)
    if own is None or own.lemma not in phrase.cues.words["is-heard"] or not own.past or own.negated:
        return False
    if own.modality == "asserted":
        own.concepts |= {"speak"}
    return own.modality == "asserted"


def _mark_moved(phrase: Phrase, clause: Clause, clauses: list[Clause]) -> None:
    """Заседание, намеченное на 5 марта, перенесено на 10 марта: it is to be held on the new day, not on the old one."""
    if clause.lemma not in _MOVED or clause.negated:
        return
    days = [c for c in clause.chunks if c.kind == "Date" and phrase.preposition(c.first)[0] == "на"]
    for day in [c for c in days if _set_before(phrase, c)]:
        days.remove(day)
        day.kind_of = "not"  # назначенное на 28 февраля, оно было перенесено
    if not days and clause.modality == "cancelled" and _held_after_all(clause, clauses):
        clause.modality, clause.concepts = "asserted", frozenset()
        return
    if not days or clause.modality not in ("cancelled", "asserted"):
        return
    clause.modality, clause.concepts = "cancelled", clause.concepts | {"hold"}
    days[-1].flags.add("towards")
    heads = clause.having("subject", "Event") + clause.having("object", "Event")
    old = [c for other in clauses if other.form == "relative" and other.head in heads for c in other.chunks]
    for chunk in (*old, *clause.chunks):
        if chunk.kind == "Date" and chunk not in days:
            chunk.kind_of = "not"


def _set_before(phrase: Phrase, day: Chunk) -> bool:
    """Tell whether a day is that for which a participle before it says that something had been set."""
    return bool(phrase.lemmas(phrase.preposition(day.first)[1] - 1) & _SET)


def _held_after_all(clause: Clause, clauses: list[Clause]) -> bool:
    """Заседание было перенесено и прошло вчера: the next clause says that it took place."""
    behind = [c for c in clauses if c.predicate[0] > clause.predicate[1] and c.form == "finite"][:1]
    held = [c for c in behind if "hold" in c.concepts and c.past and not c.negated and c.modality == "asserted"]
    return any(not c.having("subject") or set(c.having("subject")) <= set(clause.having("subject")) for c in held)


def _mark_moved_body(clause: Clause, clauses: list[Clause]) -> None:
    """Совет, заседание которого планировалось на 25 июня, соберётся 9 июля: it is in session on the day to come."""
    if clause.form != "finite" or clause.negated or not clause.concepts & {"hold", "meet", "gather"}:
        return
    if not any(c.kind_of == "on" for c in clause.having("date")):
        return
    heads = [c for c in clause.subjects if c.kind == "Organization"]
    for other in clauses:
        if other.form == "relative" and other.head in heads and other.past and other.lemma in _SET:
            for chunk in other.having("date"):
                chunk.kind_of = "not"
            other.concepts = frozenset()
            other.chunks = [c for c in other.chunks if c.kind != "Event"]


def _mark_appointed(clause: Clause, clauses: list[Clause]) -> None:
    """Семинар, ранее назначенный на 20 марта, состоялся 22 марта: it was held on the day of the main clause."""
    if "hold" not in clause.concepts or clause.form != "finite":
        return
    own = [c for c in clause.having("date") if c.kind_of == "on" and not c.flags & {"towards"}]
    heads = clause.having("subject", "Event")
    off = clause.negated and bool(heads)  # приём, назначенный на 21 августа, не состоится
    if not (off or (own and heads)):
        return
    for other in clauses:
        if other.form == "relative" and other.head in heads and other.lemma in _SET | _ANNOUNCED:
            for chunk in other.having("date"):
                chunk.kind_of = "not"
            other.concepts = frozenset()


def _mark_clause(phrase: Phrase, clause: Clause, chunks: list[Chunk]) -> None:
    starts = [c.first for c in clause.chunks] + [clause.predicate[0]]
    ends = [c.last for c in clause.chunks] + [clause.predicate[1]]
    span = range(max(0, min(starts) - 3), min(max(ends) + 1, phrase.size))
    lemmas = phrase.lemmas_among(span.start, span.stop)
    clause.flags.update([flag for flag, told in _TOLD_BY_LEMMAS.items() if not lemmas.isdisjoint(told)])
    mark_by_the_way(phrase, clause, span)
    _sits(phrase, clause)
    _lectures(clause)
    sit_with(clause)
    if "meet" in clause.concepts:
        _mark_meeting(clause, lemmas)
        if with_people(phrase, span):
            clause.flags.add("with-someone")
    words = phrase.lowers[span.start : span.stop]
    text = " ".join(words)
    if clause.form == "relative" and not clause.past and not _HABITUALLY.isdisjoint(words):
        clause.modality = "hypothetical"  # планёрку, которую обычно ведёт X, провёл Y
    if clause.concepts & {"appoint", "become"} and (_SUCCEEDING.search(text) or _follows(clause)):
        clause.flags.add("successor")
    if _SAME.search(text):
        clause.flags.add("same-people")
    pairs = set(itertools.pairwise(words))
    if not lemmas.isdisjoint(_GUEST):
        clause.flags |= _for_guests(phrase, span)
    clause.flags |= _by_decision(words, pairs) | _at_same_place(phrase, span, words)
    if not _THEN.isdisjoint(words) or not _PART_OF_DAY.isdisjoint(pairs):
        clause.flags.add("sequel")
    if "день" in words:
        clause.flags |= {flag for pair, flag in _DAYS.items() if pair in pairs}
    if not lemmas.isdisjoint(phrase.cues.words["guest"]):
        _mark_guests(phrase, clause, span)
    if clause.future or not lemmas.isdisjoint(_LATER):
        clause.flags.add("later")
    follows = clause.future and clause.lemma in _FOLLOWS  # которая сменит на этом посту X
    if (follows or clause.lemma in _ENTERS) and not lemmas.isdisjoint(_ENTERED):
        clause.flags.add("enters")
    comes_to_number(phrase, clause, span)
    mark_total(phrase, clause, lemmas, words)
    _works_in(clause)
    if "discuss" in clause.concepts:
        clause.topic = _topic(phrase, clause)
        clause.flags |= _talked_by_line(phrase, clause, span)


def _for_guests(phrase: Phrase, span: range) -> set[str]:
    """О складах гостю рассказала X: what is told or shown to whoever is on the visit that is spoken of."""
    guests = (i for i in span if phrase.lemmas(i) & _GUEST)
    return {"to-guests"} if any(f.case in ("Dat", "Acc") for i in guests for f in phrase.forms[i]) else set()


def _at_same_place(phrase: Phrase, span: range, words: list[str]) -> set[str]:
    """Там же, в том же зале: where the encounter was that has been told of."""
    for at in (i for i in span if phrase.lower(i) == "же") if "же" in words else ():
        hall = phrase.lower(at - 1) in _THAT and bool(phrase.lemmas(at + 1) & phrase.cues.places.keys())
        if phrase.lower(at - 1) == "там" or (hall and phrase.lower(at - 2) in ("в", "на")):
            return {"same-place"}
    return set()


def _by_decision(words: list[str], pairs: set[tuple[str, str]]) -> set[str]:
    """Решением исполкома приняты X и Y: it was done by whoever was in session."""
    told = not _BY_DECISION.isdisjoint(words) or ("по", "решению") in pairs
    return {"by-decision"} if told else set()


def _follows(clause: Clause) -> bool:
    """Вместо него назначен Y, вместо X избран Y: whose post it was is told by his name."""
    return bool(clause.having("instead", "Person", "Pronoun"))


def _works_in(clause: Clause) -> None:
    """В программе работают союз и инспекция: who works in a programme takes part in it; работает врачом в клинике."""
    if clause.lemma in _WORKS:
        bodies = clause.having("at", "Organization")
        for post in clause.having("as", "Role") if len(bodies) == 1 else ():
            post.owner = post.owner or bodies[0]
        for program in clause.having("at", "Program"):
            program.function, clause.concepts = "to", clause.concepts | {"participate"}


def _lectures(clause: Clause) -> None:
    """с лекцией выступил посол: whoever speaks with a lecture gives one; Форум работает: it goes on."""
    if clause.lemma in ("выступить", "выступать"):
        for event in [c for c in clause.having("with", "Event") if c.lemma in _GIVEN][:1]:
            event.function, clause.concepts = "object", frozenset({"hold"})
    if clause.lemma in ("работать", "проработать") and clause.having("subject", "Event"):
        clause.concepts = frozenset({"hold"})


def _sits(phrase: Phrase, clause: Clause) -> None:
    """Исполком собрался в Алматы: a board that gathers is in session."""
    if clause.lemma not in _GATHERS and clause.lemma != "встретиться":
        return
    if clause.lemma in _GATHERS and clause.having("subject", "Event"):
        clause.concepts = frozenset({"hold"})  # собрался сход жителей
        return
    bodies = clause.having("subject", "Organization")
    collegial = phrase.cues.words["gathers"]
    if len(bodies) != 1 or bodies[0].plural:
        return
    alone = clause.lemma == "встретиться" and not clause.having("with") and bodies[0].group < 0
    by_itself = clause.lemma in _GATHERS or (alone and not with_people(phrase, range(clause.first, clause.last + 1)))
    if by_itself and (bodies[0].lemma in collegial or bodies[0].lemma.split(" ")[-1] in collegial):
        clause.concepts = frozenset({"meet"})
        clause.flags |= {"with-someone", "in-session"}


def _talked_by_line(phrase: Phrase, clause: Clause, span: range) -> set[str]:
    """По телефону обсудил с X обмен: who discusses something with somebody so has called him."""
    line = (i for i in span if phrase.lower(i - 1) == "по" and phrase.lemmas(i) & _REMOTE)
    return {"remote"} if clause.having("with", "Person") and any(True for _ in line) else set()


def _mark_meeting(clause: Clause, lemmas: frozenset[str]) -> None:
    """Позвонил министру, заседал штаб: a call has its other side in the dative, a session none at all."""
    if clause.lemma in _CALLS or clause.lemma == "нанести":
        for chunk in clause.having("to", "Person", "Role"):
            chunk.function = "with"
    if clause.lemma in _CALLS or lemmas & _REMOTE:
        clause.flags.add("remote")
    if clause.lemma in _SITS and clause.having("subject", "Organization"):
        clause.flags |= {"with-someone", "in-session"}


def _mark_guests(phrase: Phrase, clause: Clause, span: range) -> None:
    """Гостем вечера стал X: he was at the evening."""
    if not clause.concepts & {"become", "speak", "be"} or not _as_a_guest(phrase, clause, span):
        return
    clause.concepts |= {"attend"}
    for event in clause.having("owner", "Event"):
        if phrase.lemmas(phrase.begin_of(event) - 1) & phrase.cues.words["guest"]:
            event.function = "to"


def _as_a_guest(phrase: Phrase, clause: Clause, span: range) -> bool:
    """Гостем пленума стал X, модератором выступил X: who is a guest or speaker takes part."""
    guest = phrase.cues.words["guest"]
    return any(
        phrase.lemmas(i) & guest
        and not _of_something_else(phrase, clause, i)
        and (phrase.lower(i - 1) == "среди" or any(f.case == "Ins" for f in phrase.forms[i]))
        for i in span
    )


def _of_something_else(phrase: Phrase, clause: Clause, at: int) -> bool:
    """Участником регистра, участниками которого: who is a participant of something else than an encounter."""
    behind = phrase.starting(at + 1)
    if "который" in phrase.lemmas(at + 1):
        return clause.head is None or clause.head.kind != "Event"
    if isinstance(behind, Chunk) and behind.lemma in _OF_FORUM:
        return False  # модератором секции была X
    if isinstance(behind, Chunk):
        return behind.kind in ("Program", "Organization", "Agreement") and "Gen" in phrase.cases_of(behind)
    return behind is not None and behind.kind == "noun" and "Gen" in behind.cases and not behind.animate


def _topic(phrase: Phrase, clause: Clause) -> tuple[int, int, str] | None:
    """Return offsets and wording of the words behind the predicate that tell what was discussed."""
    first = clause.predicate[1] + 1
    last = first
    while (
        last < phrase.size
        and phrase.tokens[last].text not in ".;:"
        and phrase.lower(last) not in ("который", "которые")
    ):
        last += 1
    kept = [i for i in range(first, last) if phrase.tokens[i].kind != "quote"]
    while kept and (phrase.tokens[kept[0]].text in ",;" or phrase.lower(kept[0]) in _NO_TOPIC):
        kept = kept[1:]
    while kept and phrase.tokens[kept[-1]].text in ",;–—":
        kept = kept[:-1]
    if len(kept) < 2:
        return None
    return phrase.tokens[kept[0]].start, phrase.tokens[kept[-1]].end, phrase.words(kept[0], kept[-1])
