"""Bodies of one text that have a name in common and are two: Академия «Алем», Фонд «Алем»; of a city, of its region."""

from __future__ import annotations

from functools import lru_cache

from kg.extract.bodies import Body
from kg.extract.body_labels import full_label
from kg.lang.cues import Cues
from kg.lang.syntax import Chunk
from kg.names import fold

_STEM = 5  # letters of a word that its cases leave as they are
_QUOTES = '«“"'
_BOARDS = ("boards", "boards-with-members", "boards-of-firms")


def share_only_a_brand(chunk: Chunk, core: str, body: Body, cues: Cues) -> bool:
    """Tell whether nothing but a quoted name speaks for one body, and the heads of the two say different kinds."""
    if not chunk.names or not body.lemmas or not any(mark in core for mark in _QUOTES):
        return False
    if fold(core) in body.names or fold(full_label(chunk)) in body.names or not _says_a_kind(chunk.lemma, cues):
        return False
    heads = [lemma for lemma in sorted(body.lemmas) if lemma in cues.organizations]
    return bool(heads) and all(_says_a_kind(head, cues) and not _related(head, chunk.lemma, cues) for head in heads)


@lru_cache(maxsize=4_096)
def _says_a_kind(head: str, cues: Cues) -> bool:
    """Tell whether a head noun says which kind of body is meant: no legal form does, nor what a company is called by.

    A board is called by its company's name.
    """
    taken_up = [word for word, heads in cues.synonyms.items() if head in heads and word != head]
    form = head.isupper() or any(word.isupper() for word in taken_up)
    board = any(head in cues.words.get(key, ()) for key in _BOARDS)
    return not (form or board) and cues.organizations.get(head) in ("", "weak")


def _related(one: str, other: str, cues: Cues) -> bool:
    return one == other or one in cues.synonyms.get(other, ()) or other in cues.synonyms.get(one, ())


def regions_of(owner: str, cues: Cues) -> frozenset[str]:
    """Return the kinds of regions that a name speaks of: Алматы қаласы is no Алматы облысы."""
    return _region_nouns(cues).intersection(word[:_STEM] for word in owner.split())


@lru_cache(maxsize=8)
def _region_nouns(cues: Cues) -> frozenset[str]:
    return frozenset(noun[:_STEM] for noun, kind in cues.places.items() if kind == "region")
