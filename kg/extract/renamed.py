"""Names that a body had before, or has now: in brackets behind it, by the way, or told by a verb of calling."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.bodies import Body
from kg.extract.register import Register
from kg.lang.renaming import renaming
from kg.lang.syntax import Chunk, Sentence
from kg.names import fold

_REACH = 80  # characters of the sentence before a name that are looked at for the verb


def take_older_names(register: Register, sentences: list[Sentence]) -> None:
    """Give each body the names that the text says it had or has besides."""
    bodies = [c for s in sentences for c in s.chunks if c.kind == "Organization" and c.proper]
    for now, before in pairwise(sorted(bodies, key=lambda c: c.start)):
        if _stands_behind(register, now, before):
            register.take_older_name(now.thing, before)
    for sentence in sentences:
        for chunk in sentence.chunks:
            if chunk.kind == "Organization" and chunk.proper:
                _called(register, chunk, sentence, bodies)


def _stands_behind(register: Register, now: Chunk, before: Chunk) -> bool:
    """Tell whether a name stands behind a body's as the one it had: the Centre (until 2025, the Institute)."""
    text = register.draft.text
    between, behind = text[now.end : before.start], text[before.end : before.end + 2].strip("»”")[:1]
    ways = [renaming(language) for language in sorted(register.languages)]
    in_brackets = behind in (")", "", ",") and any(way.in_brackets.fullmatch(between) for way in ways)
    return in_brackets or (behind in (".", ",", ";", "") and any(way.apposed.fullmatch(between) for way in ways))


def _called(register: Register, before: Chunk, sentence: Sentence, bodies: list[Chunk]) -> None:
    """Give a body the name that a sentence says it had or has, by its noun: the Centre was called X.

    The noun stands before the name, or behind it with the verb: X, as the institute is called.
    """
    text, reach = register.draft.text, max(sentence.start, before.start - _REACH)
    told = text[sentence.start : before.start]
    behind = [
        found.group()
        for way in renaming(register.draft.lang).called
        if (found := way.behind.match(text, before.end, sentence.end))
        and way.before.search(text[reach : before.start])
        and way.time.search(re.split("[.;]", told)[-1])
    ]
    if not behind:
        return
    words = fold(f"{told} {behind[0]}").split()
    named = [
        b for b in register.bodies if b.key != before.thing and any(w.startswith(n) for n in b.lemmas for w in words)
    ]
    own = register.telling(fold(before.label))

    def likely(body: Body) -> tuple[bool, bool, int]:
        """Tell whether a body shares a word of its own with the name, whether it speaks, where it was named last."""
        alike = any(own & register.telling(name) for name in body.names)
        return alike, register.antecedents.publishes(body), max(s for s in body.seen if s < before.start)

    spoken_of = [b for b in named if min(b.seen) < before.start]
    if spoken_of:
        other = max(spoken_of, key=likely)
        if not register.take_older_name(other.key, before):  # the new name, by which all else is told, has the old too
            only = [c for c in bodies if c.thing == other.key and c.start in other.seen]
            if len(only) == 1:
                register.take_older_name(before.thing, only[0])
