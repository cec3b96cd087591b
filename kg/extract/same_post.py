"""The same post told of a moment before with its body: the Dean of the Faculty of Law is ill; X is acting dean."""

from __future__ import annotations

from kg.extract.reader import Reader
from kg.lang.syntax import Chunk, Sentence

_NEAR = 2  # lines of a text in which a post is still spoken of


def of_the_same_post(reader: Reader, sentence: Sentence, role: Chunk, *, anywhere: bool) -> str:
    """Return the body that a post was told to be at before, "" if it is none or not the same each time.

    ``anywhere`` is for a post that no kind of body is known to have: adviser to the Chief Inspector, where the Chief
    Inspector of the Land Inspectorate has been named.
    """
    noun = role.value or role.lemma
    if not noun or role.flags & {"of-person", "of-pronoun"}:
        return ""
    told = [
        c
        for s in reader.sentences
        if anywhere or sentence.line - _NEAR < s.line <= sentence.line
        for c in s.chunks
        if c.kind == "Role" and c.owner is not None and c.start < role.start
        if noun == (c.value or c.lemma) or ("acting" in role.flags and noun == c.lemma)
    ]
    if not anywhere:
        told = [c for c in told[-1:] if c.inside is None and c.start >= _sentence_before(reader, sentence)]
    keys = {key for c in told if (key := reader.body(c.owner))}
    return keys.pop() if len(keys) == 1 else ""


def _sentence_before(reader: Reader, sentence: Sentence) -> int:
    before = [s.start for s in reader.sentences if s.start < sentence.start]
    return before[-1] if before else sentence.start
