"""Who says what a sentence tells, where Kazakh puts that elsewhere than before the verb.

Имашевтың айтуынша, …         the words are his, though the verb of the sentence is another
«…», – деп атап өтті Имашев   behind a quotation the verb stands first
"""

from __future__ import annotations

from kg.lang.kk.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_SPEAKERS = ("Person", "Role")
_LONGEST_VERB = 4


def quotes(phrase: Phrase, at: int) -> bool:
    """Tell whether a verb at a token stands behind what it quotes: «…», – деді; «…» деп атап өтті."""
    i = at
    while i > 0 and at - i < _LONGEST_VERB and phrase.tokens[i].kind == "word" and not _says(phrase, i):
        i -= 1
    return _says(phrase, i) and i > 0 and phrase.tokens[i - 1].kind in ("dash", "quote")


def _says(phrase: Phrase, at: int) -> bool:
    return phrase.lower(at) in ("деп", "деді", "дейді", "деген")


def find_speakers(phrase: Phrase, clauses: list[Clause], chunks: list[Chunk]) -> None:
    """Give what is said those who say it: a clause of its own, or the subject that stands behind the verb."""
    for chunk in chunks:
        if chunk.kind in _SPEAKERS and chunk.function == "owner" and chunk.inside is None:
            _according_to(phrase, clauses, chunk)
    verb, rest = clauses[-2:] if len(clauses) > 1 else (None, None)
    if verb is not None and rest is not None and verb.form == "finite" and quotes(phrase, verb.predicate[1]):
        _behind_quotation(verb, rest)


def _according_to(phrase: Phrase, clauses: list[Clause], chunk: Chunk) -> None:
    at = chunk.last + 1
    index = next((i for i, c in enumerate(clauses) if chunk in c.chunks), None)
    if index is None or phrase.lower(at) not in phrase.cues.words["according-to"]:
        return
    chunk.function = "subject"
    clauses[index].chunks.remove(chunk)
    said = Clause(chunk.first, at, (at, at), frozenset({"speak"}), "айту", "converb", [chunk])
    clauses.insert(index, said)


def _behind_quotation(verb: Clause, rest: Clause) -> None:
    speaker = next((c for c in rest.chunks if c.kind in _SPEAKERS and c.function == "subject"), None)
    if speaker is None or rest.form not in ("nominal", "finite"):
        return
    if verb.lemma == "деу":
        verb.concepts |= {"speak"}
    quoted = verb.having("subject")
    rest.chunks = [c for c in rest.chunks if c is not speaker] + quoted
    verb.chunks = [c for c in verb.chunks if c not in quoted] + [speaker]
