"""How an English clause says by the way that somebody was at what is told of: took the minutes, was the host.

The minutes were taken by X, X looked in, Interpreting was X    what is done by whoever is there
The host was X; as moderator, X kept time                       a part that one has only there
A talk by X closed it; there were speeches by X and Y           whoever speaks is there
The Ministry had sent X; X represented the Ministry             for whom one is there
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.made_up_of import parts_told
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_WORDS = cues("en").words
_SPEECHES = _WORDS["speeches"]
_PARTS = _WORDS["parts-at-encounters"]
_HANDING = _WORDS["handing-in-person"] | _WORDS["keeping-company"]
_TURNS = _WORDS["turns-to-speak"]
_FALLING = _WORDS["falling-to-someone"]
_FRAMING = _WORDS["framing"] | {"include", "feature", "contain"}
_FAR = 6  # tokens from a verb to the speech that it is ended with


def was_present(phrase: Phrase, item: Open) -> None:
    """Let a clause without a day that tells of a part taken in an encounter say that somebody attended."""
    clause, group = item.clause, item.group
    assert clause is not None
    meant = "be.there" in clause.concepts
    if meant:
        clause.concepts = clause.concepts - {"be.there"}
    if group is None or clause.negated or not clause.past or item.form not in ("finite", "relative"):
        return
    if item.form == "relative" and "attend" in clause.concepts and not clause.chunks:
        clause.flags.add("public")  # X, who was present throughout
    if clause.having("date") or any(c.kind == "Event" and "weak" not in c.flags for c in clause.having("to")):
        return
    if meant and (clause.having("subject", "Person", "Pronoun") or item.shares is not None):
        _attend(clause)
    else:
        _by_its_verb(phrase, item, clause)
    if not clause.concepts & {"speak", "attend", "join.in"} and clause.having("by", "Person"):
        _speech_by(phrase, item, clause)


def _by_its_verb(phrase: Phrase, item: Open, clause: Clause) -> None:
    lemma = clause.lemma
    if lemma in ("be", "act", "keep", "serve"):
        _had_a_part(phrase, item, clause)
    elif lemma in _HANDING:
        _handed(clause)
    elif lemma in _FALLING:
        _fell_to(phrase, item, clause)
    elif lemma in ("come", "arrive"):
        _came_from(item, clause)
    elif lemma in ("send", "represent"):
        _was_sent(clause)
    elif lemma in ("consist", "compose"):
        _made_up_of(clause)
    elif "floor" in clause.concepts and clause.passive:
        for person in clause.having("subject", "Person"):
            person.function = "to"  # X was given the floor


def _attend(clause: Clause, *others: Chunk) -> None:
    clause.concepts = frozenset({"join.in"})
    for chunk in others:
        chunk.function = "subject"


def _had_a_part(phrase: Phrase, item: Open, clause: Clause) -> None:
    """The host was X; X was the moderator; X was there too; there were speeches by X: who has such a part is there."""
    assert item.group is not None
    people = clause.having("subject", "Person")
    roles = [c for c in clause.having("as", "Role") if c.lemma in _PARTS and c.owner is None and not c.plural]
    if (people and roles and "former" not in roles[0].flags) or (
        clause.lemma == "be" and people and any(c.rule == "place.there" for c in clause.chunks)
    ):
        _attend(clause)
    elif clause.lemma == "be" and not people:
        before = item.group.first - 1
        host = phrase.lemma(before) in _PARTS and phrase.tag(phrase.phrase_start(before)) == "D"
        there = phrase.lower(before) == "there" and phrase.lower(before - 1) in ("also", "too")
        named = [c for c in clause.having("object", "Person") if c.first > item.group.last]
        if named and (host or there):
            _attend(clause, *named)


def _handed(clause: Clause) -> None:
    """X handed Y a medal, was shown round by Y: both are there."""
    others = [c for c in clause.chunks if c.kind == "Person" and c.function in ("object", "to")]
    if others and clause.having("subject", "Person") and not clause.concepts & {"meet", "receive", "appoint"}:
        _attend(clause, *others)


def _fell_to(phrase: Phrase, item: Open, clause: Clause) -> None:
    """The first word went to X, it fell to X to open it: X speaks."""
    assert item.group is not None
    told = any(phrase.lemma(i) in _TURNS | _SPEECHES for i in range(item.begin, item.group.first))
    told = told or (clause.lemma == "fall" and phrase.lower(item.group.first - 1) == "it")
    people = clause.having("to", "Person")
    if told and people:
        clause.concepts = frozenset({"speak"})
        clause.flags.add("public")
        clause.chunks = [c for c in clause.chunks if c.kind != "Event"]
        for chunk in people:
            chunk.function = "subject"


def _came_from(item: Open, clause: Clause) -> None:
    """X had come from Semey; from Semey came X, after lunch came Y: to what is told of."""
    elsewhere = clause.having("to") or clause.having("object") or clause.having("as")
    people = clause.having("subject", "Person")
    behind = item.group is not None and any(c.first > item.group.last for c in people)
    company = [c for c in clause.having("with", "Person") if c.first > clause.predicate[1]]
    if people and not elsewhere and (behind or company or clause.having("from", "Place", "Country")):
        _attend(clause, *company)


def _made_up_of(clause: Clause) -> None:
    """The panel consisted of X and Y: they were at it."""
    people = parts_told(clause, "Person")
    if people and any(c.kind == "Event" and c.function == "subject" for c in clause.chunks):
        clause.chunks = [c for c in clause.chunks if c.kind != "Event"]
        _attend(clause, *people)


def _was_sent(clause: Clause) -> None:
    """The Ministry had sent X; X represented the Ministry, the city was represented by X: to what is told of."""
    people, bodies = clause.having("subject", "Person"), clause.having("object", "Organization")
    if clause.having("at") or clause.having("to") or clause.having("about"):
        return
    if clause.lemma == "represent" and people and (bodies or clause.having("on-behalf")):
        _attend(clause)
        for body in bodies:
            body.function = "on-behalf"
    sent = clause.having("object", "Person")
    if clause.lemma == "send" and sent and clause.having("subject", "Organization"):
        for body in clause.having("subject"):
            body.function = "on-behalf"
        _attend(clause, *sent)


def _speech_by(phrase: Phrase, item: Open, clause: Clause) -> None:
    """A talk by X dealt with peat, the day ended with a talk by X: X spoke."""
    assert item.group is not None
    framed = clause.lemma in _FRAMING or clause.lemma == "be"
    for person in clause.having("by", "Person"):
        first = min([person.first, *(p.first for p in person.posts)])
        noun = phrase.phrase_start(first) - 2
        spoken = phrase.lemma(noun) in _SPEECHES and phrase.lower(noun + 1) == "by"
        if spoken and (noun < item.group.first or (framed and noun - item.group.last < _FAR)):
            clause.concepts = frozenset({"speak"})
            clause.flags.add("public")
            grouped = [c for c in clause.having("by", "Person") if c is person or c.group == person.group >= 0]
            clause.chunks = [c for c in clause.chunks if c.kind != "Event" and c.function not in ("subject", "object")]
            for chunk in grouped:
                chunk.function = "subject"
            return
