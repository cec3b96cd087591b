"""Who is in a programme by other words than taking part: is in it, is responsible for it, has it as a project.

X is in the project, works on it, has signed up for it; behind it stand X and Y    they take part
Green Moor, a joint project of X and Y; X's project with Y                          it is theirs
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_NOUNS = frozenset(cues("en").programs) | {"venture", "undertaking", "scheme"}
_BODIES = ("Organization", "Country")
_LONG = 9  # tokens from a name and a comma to the noun that says what it is
_NEAR = 4  # tokens from that noun to whose it is


def is_in_program(phrase: Phrase, item: Open) -> None:
    """Let a clause of being in a programme, working on it or answering for it say who takes part."""
    clause, group = item.clause, item.group
    assert clause is not None
    if group is None or clause.negated or clause.passive or clause.lemma not in _BY_VERB:
        return
    programs = [c for c in clause.chunks if c.kind == "Program" and c.function in _BY_VERB[clause.lemma]]
    if len(programs) != 1 or not _so_told(phrase, clause, programs[0]):
        return
    who = clause.having("subject", *_BODIES) or [c for c in clause.having("object", *_BODIES) if c.proper]
    if not who and not clause.inherited:
        return
    clause.concepts = frozenset({"participate"})
    programs[0].function = "to"
    for chunk in who:
        chunk.function = "subject"


_BY_VERB = {
    "be": ("at", "about"),
    "remain": ("at", "about"),
    "stand": ("about",),
    "belong": ("to",),
    "sign": ("about", "to"),
    "work": ("about",),
    "enrol": ("about", "at", "to"),
    "enroll": ("about", "at", "to"),
}


def _so_told(phrase: Phrase, clause: Clause, program: Chunk) -> bool:
    before = phrase.lower(phrase.phrase_start(program.first) - 1)
    if clause.lemma in ("be", "remain", "stand"):
        answers = "responsible" in phrase.present and before == "for"
        inside = before in ("in", "inside") and program.first - clause.predicate[1] < _NEAR
        return answers or before == "behind" or (inside and not clause.past) or (inside and "stays" in clause.flags)
    if clause.lemma == "sign":
        return phrase.lower(clause.predicate[1] + 1) == "up"
    return before in ("on", "to", "in", "for", "with")


def programs_in_apposition(phrase: Phrase, chunks: list[Chunk]) -> list[Clause]:
    """Return a clause for each programme of which an aside says whose it is: Green Moor, a joint project of X and Y."""
    made = []
    for program in [c for c in chunks if c.kind == "Program" and c.proper and c.inside is None]:
        if phrase.lower(program.last + 1) not in (",", "–", "—") or phrase.title:
            continue
        begin = program.last + 2
        end = min(begin + _LONG, phrase.size)
        noun = next((i for i in range(begin, end) if phrase.lemmas[i] in _NOUNS and phrase.tags[i] == "N"), -1)
        if noun < 0 or any(phrase.tags[i] in ("V", "A", "M", "W", "PUNCT") for i in range(begin, noun)):
            continue
        whose = _whose(phrase, chunks, begin, noun)
        if whose:
            members = [c.again("subject") for c in whose]
            known = [*members, program.again("to")]
            made.append(Clause(noun, noun, (noun, noun), frozenset({"participate"}), "be", "finite", known))
    return made


def _whose(phrase: Phrase, chunks: list[Chunk], begin: int, noun: int) -> list[Chunk]:
    """Return the bodies that own what a noun names: before it by their possessive, behind it by of and with."""
    bodies = [c for c in chunks if c.kind in _BODIES and c.inside is None]
    owners = [c for c in bodies if begin <= c.first and c.last == noun - 1 and phrase.possessive(c.last)]
    edge = noun
    for body in sorted((c for c in bodies if c.first > noun), key=lambda c: c.first):
        start = phrase.phrase_start(body.first)
        links = phrase.lowers[edge + 1 : start]
        first = edge == noun
        if (first and links in (["of"], ["with"], ["between"], ["by"])) or (
            not first and links in (["and"], [","], [",", "and"], ["and", "of"], ["with"])
        ):
            owners.append(body)
            edge = body.last
        else:
            break
    return owners
