"""Which body he, she or it is in a Russian text that joins or leaves another, or has so many members."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Phrase, nouns_of
from kg.lang.ru.told_before import GENDER
from kg.lang.syntax import Chunk, Clause, Sentence

_FAR = 600  # characters beyond which what unites members is not looked for
_OF_BODIES = cues("ru").words["kinds-of-member"]
_UNITING = cues("ru").words["uniting"]
_BELONGS = frozenset({"join", "leave"})


def body_meant(
    pronoun: Chunk, clause: Clause, phrase: Phrase, seen: list[tuple[Chunk, str]], last: Sentence | None
) -> Chunk | None:
    """Return the body that a pronoun in the nominative takes up, None if it may as well be a person."""
    body = _counted_body(pronoun, seen) if "count" in clause.concepts or pronoun.label == "оно" else None
    if body is None and last is not None and _becomes_member(clause):
        body = _subject_of(last, pronoun, seen)
    if body is None and last is not None and clause.concepts & {"participate", "join"} and clause.having("to"):
        body = _only_subject(last, pronoun, phrase) or _only_body(last, pronoun, seen)
    if body is None and clause.concepts & _BELONGS:
        body = _named_beside(pronoun, clause, phrase, seen)
    return body


def _named_beside(pronoun: Chunk, clause: Clause, phrase: Phrase, seen: list[tuple[Chunk, str]]) -> Chunk | None:
    """Рассмотрено заявление клуба «Х»: он стал членом союза: the body last named in a sentence that names nobody."""
    begin = phrase.tokens[0].start
    before = [c for c in phrase.chunks if begin <= c.start < pronoun.start]
    if any(c.kind == "Person" for c in before) or not _joins_a_body(clause):
        return None
    wholes = {c.label for c in clause.chunks} | {c.owner.label for c in clause.chunks if c.owner is not None}
    gender = GENDER.get(pronoun.label, "")
    for body, own in reversed(seen):
        inner = body.inside is not None and body.inside.kind == "Organization"
        if begin <= body.start < pronoun.start and body.kind == "Organization" and not inner:
            return body if gender in ("", own) and gender and body.label not in wholes else None
    return None


def _joins_a_body(clause: Clause) -> bool:
    roles = [c for c in clause.having("as", "Role") + clause.having("to", "Role") if c.kind_of == "membership"]
    return bool(clause.having("to", "Organization") or any(role.owner is not None for role in roles))


def _only_body(last: Sentence, pronoun: Chunk, seen: list[tuple[Chunk, str]]) -> Chunk | None:
    """В союзе 118 членов. Он входит в содружество: the only body of a sentence that names nobody."""
    bodies = [c for c in last.chunks if c.kind == "Organization" and not c.plural and c.inside is None]
    people = any(c.kind == "Person" for c in last.chunks)
    gender = GENDER.get(pronoun.label, "")
    own = next((g for c, g in reversed(seen) if bodies and c is bodies[0]), "")
    if bodies and not bodies[0].proper and bodies[0].lemma in _UNITING:  # в Союзе 118 членов
        own = next((f.gender for f in nouns_of(bodies[0].lemma) if f.case == "Nom"), "")
    return bodies[0] if len(bodies) == 1 and not people and gender and gender == own else None


def _only_subject(last: Sentence, pronoun: Chunk, phrase: Phrase) -> Chunk | None:
    """Завод входит в союз. Он участвует и в проекте: the body that the sentence before is about, if it names nobody."""
    told = [c for clause in last.clauses for c in clause.having("subject")]
    people = any(c.kind in ("Person", "Role") for c in last.chunks)
    if len(told) != 1 or told[0].kind != "Organization" or people or told[0].plural:
        return None
    head = told[0].lemma
    genders = {f.gender for f in nouns_of(head.split(" ")[-1]) if f.case == "Nom"}
    fits = head.isupper() or GENDER.get(pronoun.label, "") in genders
    return told[0] if fits else None


def _becomes_member(clause: Clause) -> bool:
    """В 2019 году он стал ассоциированным членом союза: a bank rather than anybody."""
    roles = [c for c in clause.having("as", "Role") if c.kind_of == "membership"]
    return any(c.label.split(" ")[0].lower() in _OF_BODIES for c in roles)


def _subject_of(last: Sentence, pronoun: Chunk, seen: list[tuple[Chunk, str]]) -> Chunk | None:
    """Return the one body that the sentence before is about; АО «Х» has no gender of its own."""
    subjects = [c for clause in last.clauses for c in clause.having("subject", "Organization") if c.proper]
    gender = next((g for c, g in seen if subjects and c is subjects[0]), "")
    fits = len(subjects) == 1 and (subjects[0].lemma.isupper() or gender in ("", GENDER.get(pronoun.label, "")))
    return subjects[0] if fits else None


def _counted_body(pronoun: Chunk, seen: list[tuple[Chunk, str]]) -> Chunk | None:
    """Return the body named last that a pronoun agrees with: a person unites no members."""
    gender = GENDER.get(pronoun.label, "")
    found = [c for c, g in reversed(seen) if c.kind == "Organization" and gender and g == gender]
    near = [c for c in found if pronoun.start - c.start < _FAR]
    return near[0] if near else None
