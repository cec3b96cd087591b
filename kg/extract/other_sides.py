"""Which body a bare post is surely not at: that of those whom its holder met, or who sat on the other side."""

from __future__ import annotations

from kg.extract.reader import Reader
from kg.lang.syntax import Chunk, Sentence

_BESIDE = 3  # tokens behind a body within which a side is its own


def met_by_its_people(reader: Reader, sentence: Sentence, role: Chunk, key: str) -> bool:
    """A vice-president of the Bank met President X: whom its people meet is not at the Bank too."""
    told = [c for c in sentence.clauses if "meet" in c.concepts and any(role in p.posts for p in c.having("with"))]
    people = (p for clause in told for p in clause.subjects if p.kind == "Person" and p.thing)
    return any(post[1] == key and not post[3] for p in people for post in reader.register.human(p.thing).posts)


def of_the_others(reader: Reader, sentence: Sentence, role: Chunk, body: Chunk, key: str) -> bool:
    """The Deputy Minister of X met State Secretary Y: the guest is hardly at the ministry of the one who met him.

    Nor is whoever leads the other side, named behind the body: our delegation was led by …, the Slovenian side by Y.
    """
    if any(c.kind == "Side" and body.last + _BESIDE < c.first < role.first for c in sentence.chunks):
        return True  # on the ministry's side, however, is the ministry's
    return met_by_its_people(reader, sentence, role, key)
