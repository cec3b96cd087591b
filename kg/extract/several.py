"""Several bodies that one word takes up: both organisations, the universities, they.

The Fund and the Institute run a project. Both organisations are members of X      named together in the sentence before
Rector of A met the Vice-President of B. The universities run the project X        those whose people have just met
"""

from __future__ import annotations

from kg.extract.story import Story
from kg.lang.syntax import Chunk, Clause, Sentence

_SENTENCES = 2  # sentences before, of the same paragraph, in which they are named
_WORDS = 3  # words before a noun among which one says that all of those told of are meant
_ALL = 3  # as many as a plural without a number takes up at most


def bodies_taken_up(story: Story, chunk: Chunk, count: int = 0) -> list[str]:
    """Return the bodies that a common noun for several, or they, takes up; ``count`` where it says how many."""
    words = story.register.cues.words.get("all-of", frozenset())
    if chunk.owner is not None or (chunk.value and chunk.value not in words):
        return []
    here = next((s for s in story.sentences if s.start <= chunk.start < s.end), None)
    if here is None or here.title:
        return []
    if chunk.kind == "Organization" and not _definite(story, here, chunk, count):
        return []
    before = [s for s in story.sentences if s.line == here.line and s.end <= here.start and not s.title]
    for sentence in reversed(before[-(1 if chunk.kind == "Pronoun" else _SENTENCES) :]):
        for clause in reversed(sentence.clauses):
            found = _named_together(story, clause)
            if found:
                return found if _fit(story, chunk, count, found) else []
    met = _who_met(story, here, chunk) if chunk.kind == "Organization" else []
    return met if met and _fit(story, chunk, count, met) else []


def _definite(story: Story, here: Sentence, chunk: Chunk, count: int) -> bool:
    """Both organisations, екі ұйым да; the plain plural of a noun that one of the bodies is called by is, too."""
    words = story.register.cues.words.get("all-of", frozenset())
    before = {token.text.lower() for token in here.tokens[max(0, chunk.first - _WORDS) : chunk.first]}
    behind = here.tokens[chunk.last + 1].text.lower() if chunk.last + 1 < len(here.tokens) else ""
    too = behind in story.register.cues.words.get("all-behind", frozenset())
    return "both" in chunk.flags or bool(before & words) or too or not count


def _named_together(story: Story, clause: Clause) -> list[str]:
    """Return the bodies that a clause has act together: X and Y run a project; X signed an agreement with Y."""
    acting = [c for c in clause.subjects if c.kind == "Organization" and c.proper]
    beside = clause.having("with", "Organization") + clause.having("between", "Organization")
    chunks = acting + [c for c in beside if c.proper] if acting or beside else []
    if len(chunks) < 2:
        chunks = [c for e in clause.chunks if e.kind == "Event" for c in e.parties if c.kind == "Organization"]
    return list(dict.fromkeys(key for c in chunks if (key := story.body(c)))) if len(chunks) > 1 else []


def _who_met(story: Story, here: Sentence, chunk: Chunk) -> list[str]:
    """Return the bodies whose people met in what the same paragraph has told of last."""
    told = [e for e in story.agenda.encounters if e.evidence.start < chunk.start] if story.agenda is not None else []
    held = [e for e in told if e.line == here.line and e.date and not (e.planned or e.denied or e.cancelled)]
    parts = held[-1].parts.values() if held else ()
    return [p.key for p in parts if story.draft.type_of(p.key) == "Organization"]


def _fit(story: Story, chunk: Chunk, count: int, found: list[str]) -> bool:
    if chunk.kind == "Pronoun":
        return len(found) > 1
    generic = chunk.lemma in story.register.cues.words.get("taking-up-two", frozenset())
    called = story.register.cues.synonyms.get(chunk.lemma, {chunk.lemma})
    bodies = [story.register.body(key) for key in found]
    named = any(body is not None and body.lemmas & called for body in bodies)
    number = count or (2 if "both" in chunk.flags else 0)
    return len(found) == number if number else chunk.plural and 1 < len(found) <= _ALL and (generic or named)
