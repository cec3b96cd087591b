"""Whom the head of something takes up that no name tells: аймақ басшысы, ведомство басшысы."""

from __future__ import annotations

from kg.extract.story import Story
from kg.lang.syntax import Chunk, Sentence

_OFFICIAL = frozenset({"meet", "receive", "hold", "visit"})  # what is told of those who need no post to be known by
_NEAR = 700  # code points within which somebody is taken up by what he heads


def head_told_before(story: Story, post: Chunk) -> str:
    """Return the head of a region or of a body of whom the sentences before tell last, "" if there is none.

    Аймақ басшысы is one with the post of an akim, ведомство басшысы is not.
    """
    words = story.register.cues.words
    sentence = next((s for s in story.sentences if s.start <= post.start < s.end), None)
    said = _whose(sentence, post) if sentence is not None else frozenset()
    of_place = not said.isdisjoint(words.get("regions-with-heads", ()))
    if sentence is None or post.plural or not (of_place or not said.isdisjoint(words.get("bodies-with-heads", ()))):
        return ""
    near = [s for s in story.sentences if s.end <= sentence.start and post.start - s.end < _NEAR and not s.title]
    for before in reversed(near):
        for clause in reversed(before.clauses):
            for chunk in (c for c in clause.subjects if c.kind == "Person" and c.thing):
                posts = story.register.human(chunk.thing).posts
                heads = [label for label, _, kind, ended in posts if kind == "head" and not ended]
                if any((label.split(" ")[-1] in words["posts-of-places"]) == of_place for label in heads):
                    return chunk.thing
    return ""


def _whose(sentence: Sentence, post: Chunk) -> frozenset[str]:
    """Return what the word before a post may be in the dictionary, or the noun of its body."""
    if post.owner is not None:
        return frozenset({post.owner.lemma}) if not post.owner.proper else frozenset()
    readings = sentence.readings[post.first - 1] if post.first else ()
    return frozenset(r.lemma.lower() for r in readings)


def acts_without_a_post(story: Story) -> str:
    """Return who acts at the head of a text without any post: X принял Y; глава государства отметил … means X.

    Not so where the story also tells what others do with him.
    """
    first = next((s for s in story.sentences if any(c.kind == "Person" for c in s.chunks)), None)
    clauses = first.clauses if first is not None else []
    acting = {
        c.thing
        for clause in clauses
        for c in clause.subjects
        if c.kind == "Person" and not clause.concepts.isdisjoint(_OFFICIAL) and not clause.negated
    }
    key = acting.pop() if len(acting) == 1 else ""
    named = [c for s in story.sentences for c in s.chunks if c.kind == "Person" and c.thing == key]
    apart = any(c.posts or c.function in ("object", "with") for c in named)
    return "" if not key or apart or story.register.human(key).posts else key
