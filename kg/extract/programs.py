"""Programmes and projects, and who takes part: joined, runs, implements; not who approves, pays or would like to."""

from __future__ import annotations

from kg.extract.draft import cover
from kg.extract.reader import Reader
from kg.lang.syntax import Chunk, Clause, Sentence

_ARTICLE = 24  # characters before a common noun among which its article stands
_WORDS = 2
_SENTENCES = 2  # sentences before in which a programme is told of
_PARTAKERS = ("Organization", "Person", "Place", "Country", "Pronoun")


def find_programs(reader: Reader) -> None:
    """Claim who takes part in which programme."""
    for _, sentence, clause in reader.clauses():
        if not clause.concepts & {"participate", "carry.out", "join", "join.in", "attend"}:
            continue
        programs = [c for c in clause.chunks if c.kind == "Program" and c.function in ("to", "object")]
        if _carries_out(sentence, clause) and any(c.function == "object" for c in programs):
            programs = [c for c in programs if c.function == "object"]  # предшествующую ей программу «X» выполняет Y
        if not programs and clause.form == "relative" and _carries_out(sentence, clause):
            # банк жүргізіп жатқан «X» жобасы: who runs the programme that a relative clause is about
            programs = [clause.head] if clause.head is not None and clause.head.kind == "Program" else []
        programs = programs or _to_carry_out(sentence, clause)
        programs = programs or [
            c
            for c in clause.chunks
            if c.kind == "Pronoun" and c.function in ("to", "object", "at") and program_before(reader, sentence, c)
        ]
        if not programs and (joined := program_joined(reader, sentence, clause)) is not None:
            programs = [joined]
        for program in programs:
            if program.function == "object" and program in clause.chunks and not _carries_out(sentence, clause):
                continue
            _takes_part(reader, sentence, clause, program)


def _to_carry_out(sentence: Sentence, clause: Clause) -> list[Chunk]:
    """Жобаны іске асыруға X қатысады: the programme is the object of what the clause before takes part in."""
    index = sentence.clauses.index(clause)
    before = sentence.clauses[index - 1] if index else None
    if before is None or before.form != "complement" or "participate" not in before.concepts or before.negated:
        return []
    return before.having("object", "Program") if clause.concepts & {"participate", "attend"} else []


def program_joined(reader: Reader, sentence: Sentence, clause: Clause) -> Chunk | None:
    """X and Y run a project. They were joined by Z: return the programme in which bodies join those who run it."""
    they = [c for c in (*clause.having("to", "Pronoun"), *clause.having("object", "Pronoun")) if c.plural]
    joins = bool(clause.concepts & {"join", "join.in"}) and clause.past and not clause.negated
    if not they or not joins or not clause.subjects or any(c.kind != "Organization" for c in clause.subjects):
        return None
    earlier = sentence.clauses[: sentence.clauses.index(clause)]
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start][-_SENTENCES:]
    for one in reversed([c for s in near for c in s.clauses] + earlier):
        if one.concepts & {"participate", "carry.out"} and (run := [c for c in one.chunks if c.kind == "Program"]):
            return run[-1] if not run[-1].plural else None
        if any(c.kind == "Event" for c in one.chunks):
            return None
    return None


def program_before(reader: Reader, sentence: Sentence, pronoun: Chunk) -> bool:
    """Оны федерация жүзеге асырады: the pronoun takes up a programme that the sentence has named, or the one before it.

    What begins a sentence takes up what the sentence before was about: one programme and no other thing to carry out.
    """
    if any(c.kind == "Program" and c.last < pronoun.first for c in sentence.chunks):
        return True
    begins = not pronoun.first or pronoun.function in ("to", "at")
    if not begins or pronoun.plural:
        return False
    near = [s for s in reader.sentences if s.line == sentence.line and s.end <= sentence.start and not s.title][-1:]
    named = {c.thing for s in near for c in s.chunks if c.kind == "Program" and c.proper and not c.plural}
    return len(named) == 1 and not any(c.kind in ("Agreement", "Event") for s in near for c in s.chunks)


def _carries_out(sentence: Sentence, clause: Clause) -> bool:
    """Жүзеге асырады, іске асырады: carrying out a programme is taking part in it."""
    by_whom = not clause.passive or any(c.kind in _PARTAKERS for c in clause.having("subject"))
    return bool(clause.concepts & {"participate", "carry.out"}) and by_whom


def program_key(reader: Reader, chunk: Chunk) -> str:
    """Return the programme that a chunk means: its own name, or for a common noun the one named nearest."""
    if chunk.thing and chunk.kind == "Program":
        return chunk.thing
    if not chunk.proper and _another(reader, chunk):
        return ""
    named = [
        c for s in reader.sentences for c in s.chunks if c.kind == "Program" and c.proper and c.thing and not c.plural
    ]
    alike = [c for c in named if c.lemma == chunk.lemma] or named
    before = [c for c in alike if c.start < chunk.start]
    if before:
        return before[-1].thing
    return alike[0].thing if len({c.thing for c in alike}) == 1 else ""


def _another(reader: Reader, chunk: Chunk) -> bool:
    """An older scheme: none that has been named; not X, a programme that Y runs."""
    named = (c for s in reader.sentences for c in s.chunks if c.kind == "Program" and c.proper)
    if any(0 < chunk.start - c.end <= _ARTICLE and reader.text[c.end] == "," for c in named):
        return False
    before = reader.text[max(0, chunk.start - _ARTICLE) : chunk.start].lower().split()[-_WORDS:]
    return bool(set(before) & reader.register.cues.words.get("indefinite", frozenset()))


def _takes_part(reader: Reader, sentence: Sentence, clause: Clause, program: Chunk) -> None:
    key = program_key(reader, program)
    if not key or program.plural:
        return
    program.thing = key
    modality = "denied" if clause.negated else clause.modality
    # X will join it is a plan, unless the same form says that X takes part; will be carried out by X says whose it is
    one_tense = "present-is-future" in reader.register.cues.words.get("habits", ())
    joins = not one_tense and bool(clause.concepts & {"join", "join.in", "attend"})
    ahead = joins or _lies_ahead(reader, clause)
    if modality == "asserted" and clause.future and clause.form == "finite" and ahead:
        modality = "planned"
    subjects = [c for c in clause.subjects if c.kind in _PARTAKERS]
    head = clause.head if clause.form == "relative" and clause.past and not clause.passive else None
    if not subjects and head is not None and head is not program and head.kind in _PARTAKERS:
        subjects = [head]  # бағдарламаға қатысқан X
    if not clause.concepts & {"participate", "join", "join.in", "attend"}:
        subjects = [c for c in subjects if c.kind != "Person"]  # who coordinates it does so for a body
    along = program.kind == "Pronoun" or program.rule == "pronoun"  # it is run by X with Y
    together = clause.concepts & {"carry.out"} if along else set()
    subjects += [c for c in clause.having("with", *_PARTAKERS) if "together" in c.flags or together]
    for chunk, who in reader.actors(subjects):
        reader.draft.claim(
            key,
            "kg:participant",
            who,
            [cover(reader.quote(sentence, clause, chunk, program))],
            "program.participant",
            modality=modality,
        )


def _lies_ahead(reader: Reader, clause: Clause) -> bool:
    """Келер жылы қосылады: the present tense of Kazakh is also its future; a date or келер tells which."""
    dates = [c.value for c in clause.chunks if c.kind == "Date"]
    today = reader.published or ""
    if any(today and d > today[: len(d)] for d in dates):
        return True
    return "later" in clause.flags
