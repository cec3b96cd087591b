"""How many members a body has: 104 мемлекетті біріктіреді, жеті мүшеден тұрады, мүшелер саны беске жетті."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from kg.extract.reader import Reader
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.records import Literal

# Tokens within which the noun behind a number is what it counts: 19 компаний.
_BEHIND = 3
_PART = 4  # tokens between two numbers that count parts of one whole


def find_member_counts(reader: Reader) -> None:
    """Claim the number of members where a clause gives one to a body."""
    for _, sentence, clause in reader.clauses():
        if clause.negated or clause.modality != "asserted":
            continue
        words = reader.register.cues.words
        number = _number(sentence, clause)
        if number is None or _once(sentence, clause, words.get("ago", frozenset())):
            continue
        if _of_a_part(sentence, number, words["and"]):
            continue
        body = "" if _of_a_team(clause) else _whose(reader, sentence, clause, number)
        if body:
            quote = reader.quote(sentence, clause, number, *clause.subjects)
            reader.draft.claim(
                body, "kg:memberCount", Literal(number.value, "integer"), [quote], "count.members", confidence=0.85
            )


def _number(sentence: Sentence, clause: Clause) -> Chunk | None:
    """Return the number of a clause that counts members; of several the last, which its verb takes as the object."""
    if not clause.concepts & {"count"} and "total" not in clause.flags:
        return None
    numbers = [
        c
        for c in sentence.chunks
        if c.kind == "Number" and (clause.first - 12 <= c.first <= clause.predicate[0] or c in clause.chunks)
    ]
    numbers = [n for n in numbers if n.first >= clause.first or n in clause.chunks]
    counted = [n for n in numbers if "members" in n.flags and "approximate" not in n.flags]
    counted = [n for n in counted if n.value != "1"]  # тағы бір жаңалық: an article, hardly a count
    # 31 учреждение в пяти странах, 23 банка из шести стран
    counted = [n for n in counted if n.function not in ("at", "from")] or counted
    exact = [n for n in counted if "exact" in n.flags]
    return (exact or counted)[-1] if counted else None


def _of_a_team(clause: Clause) -> bool:
    """The UN team is composed of 25 experts: those of the people who were sent, not those of the body."""
    bodies = [c for c in clause.subjects if c.kind == "Organization"]
    return bool(bodies) and any(c.kind == "Delegation" and c.first > bodies[-1].last for c in clause.subjects)


def _once(sentence: Sentence, clause: Clause, ago: Collection[str]) -> bool:
    """A decade ago the union had 17 members: how many it has now is not said."""
    told = [at for at, token in enumerate(sentence.tokens) if token.text.lower() in ago] if clause.past else []
    verb, stop = clause.predicate[0], partial(_stops, sentence)
    return any(not any(map(stop, range(min(at, verb), max(at, verb)))) for at in told)


def _stops(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].kind == "punct"


def _of_a_part(sentence: Sentence, number: Chunk, joining: Collection[str]) -> bool:
    """3 отраслевых и 17 местных профсоюзов: of two numbers before one noun neither counts the whole."""
    before = [c for c in sentence.chunks if c.kind == "Number" and 0 < number.first - c.last - 1 <= _PART]
    if not before or number.first == 0 or sentence.tokens[number.first - 1].text.lower() not in joining:
        return False
    between = range(before[-1].last + 1, number.first - 1)
    nouns = any(sentence.readings[at][0].pos == "NOUN" for at in between if sentence.readings[at])
    return not nouns and not any(c.first in between for c in sentence.chunks)


def _whose(reader: Reader, sentence: Sentence, clause: Clause, number: Chunk) -> str:
    """Return the body that is counted: the subject, else the body that the sentence has named before the number."""
    members = [c for c in clause.chunks if c.kind_of == "membership" and c.owner is not None]
    if members and "of-members" in clause.flags:
        return _whose_members(reader, members[-1])  # членами союза являются 36 артелей
    told = [c for c in clause.subjects if c.kind != "Person" or c not in clause.inherited]  # доложил, что в союзе …
    listed = clause.having("listed", "Organization") or all(c.first > number.last for c in told)
    if clause.concepts >= {"count", "join"} and listed and (to := clause.having("to", "Organization")):
        return reader.body(to[-1])  # в федерацию входят 19 клубов, в том числе «Сокол»
    to = clause.having("to", "Organization", "Pronoun") or clause.having("at", "Pronoun")
    if "total" in clause.flags and to and to[-1].last < number.first and (key := reader.body(to[-1])):
        return key  # ұйымға алты мемлекет мүше: X, Y және Z
    it = "total" in clause.flags and bool(to) and to[-1].kind == "Pronoun"
    if it and (joined := reader.body(_joined_before(reader, sentence, clause))):
        return joined  # X состоит в союзе. В нём 57 клубов
    near = [c for c in clause.having("at", "Organization") if 0 < number.first - c.last <= _BEHIND]
    if near and "total" in clause.flags and (key := reader.body(near[-1])):
        return _whole_just_joined(reader, near[-1], key)  # всего в ассоциации 46 участников
    owners = clause.having("owner", "Pronoun")
    if owners and "total" in clause.flags and (key := reader.subject_before(sentence, owners[0])):
        return key  # X – бірлестіктердің бірі: оның қатарында 24 кәсіподақ бар
    if owners and "total" in clause.flags and (key := reader.body(owners[0])):
        return key  # қазір оның құрамында 45 ұйым бар
    # a subject shared with an earlier sentence has its tokens counted there
    apart = "of-subject" in clause.flags  # the 45-member Union: what stands behind the number is the body
    counting = [c for c in clause.subjects if apart or c.start < number.start or c.first - number.last > _BEHIND]
    own = "counts-own" in clause.flags and not clause.having("subject", "Organization")  # число членов достигло 23
    counted = [c for c in counting if c.kind == "Organization" and not own]
    subjects = [_whole_just_joined(reader, chunk, key) for chunk, key in reader.actors(counted)]
    if subjects:
        return subjects[-1]
    of_nobody = "total" in clause.flags and any(c.kind_of == "membership" for c in clause.having("subject", "Role"))
    if ("counts-own" in clause.flags or of_nobody) and (whole := _joined_before(reader, sentence, clause)):
        return reader.body(whole)  # қауымдастыққа X қосылып, мүшелер саны 27-ге жетті: none, if it is not known which
    head = clause.head if clause.form == "relative" and not clause.passive else None
    if head is not None and head.kind == "Organization" and "count" in clause.concepts and number.last < head.first:
        return reader.body(head) or _said_to_be(reader, sentence, head)  # 190 мемлекетті қамтитын қор
    if "count" not in clause.concepts or clause.form == "relative" or not counting:
        bodies = [c for c in sentence.chunks if c.kind == "Organization" and c.last < number.first]
        # the Group for Cooperation with the Parliament, which has 14 members: not the Parliament
        outer = [c for c in bodies if c.inside is None or c.inside.kind != "Organization" or c.inside.last < c.first]
        before = [c for c in outer if reader.body(c)]
        return reader.body(before[-1]) if before else ""
    return ""


def _said_to_be(reader: Reader, sentence: Sentence, noun: Chunk) -> str:
    """X – 104 мемлекеттің органдарын біріктіретін ұйым: what a body is said to be is the body."""
    for clause in sentence.clauses:
        if "be" in clause.concepts and noun in clause.chunks and not clause.negated and clause.modality == "asserted":
            named = [c for c in clause.subjects if c.kind == "Organization" and c.proper and c.last < noun.first]
            return reader.body(named[0]) if len(named) == 1 else ""
    return ""


def _whose_members(reader: Reader, members: Chunk) -> str:
    """Return the body whose members a word counts; of a common noun only where it takes up the body named last."""
    owner = members.owner
    key = reader.body(owner)
    if owner is None or owner.proper or owner.kind == "Pronoun":
        return key
    named = [c for s in reader.sentences for c in s.chunks if c.kind == "Organization" and c.proper and c.thing]
    before = [c for c in named if c.start < owner.start]
    return key if before and before[-1].thing == key else ""


def _whole_just_joined(reader: Reader, chunk: Chunk, key: str) -> str:
    """The Chess Club admitted the Club of Sarykol. The club has 47 members: the body that took in, not the other."""
    if chunk.proper or reader.agenda is None:
        return key
    called = reader.register.cues.synonyms.get(chunk.lemma, {chunk.lemma})
    days = {e.date for e in reader.agenda.encounters if e.date and not e.planned}
    wholes = [reader.register.body(whole) for whole in reader.draft.joined_on(key, days)]
    fits = [body.key for body in wholes if body is not None and body.lemmas & called]
    return fits[-1] if fits else key


def _joined_before(reader: Reader, sentence: Sentence, clause: Clause) -> Chunk | None:
    """Федерация приняла X. Число членов выросло до 27: the members are those of the body just joined or left."""
    if any(c.kind == "Organization" and c.last < clause.predicate[0] and reader.body(c) for c in clause.chunks):
        return None  # число членов союза достигло 27
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start][-3:]
    earlier = sentence.clauses[: sentence.clauses.index(clause)]
    changes = [c for c in [c for s in near for c in s.clauses] + earlier if c.concepts & {"join", "leave"}]
    bodies = [b for c in changes for b in _of_change(c)]
    return bodies[-1] if bodies else None


def _of_change(clause: Clause) -> list[Chunk]:
    """Return the body that a clause of joining or leaving is about: who admits somebody too, where none is joined."""
    told = clause.having("to", "Organization") + clause.having("from", "Organization")
    admits = clause.concepts >= {"join", "receive"} and not clause.passive and clause.having("object", "Organization")
    return told or (clause.having("subject", "Organization") if admits else [])
