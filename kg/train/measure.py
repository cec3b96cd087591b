"""Measures a tagger on labelled sentences: alone, and with grammar as `kg mentions --lines` uses it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.kk.mentions import mentions
from kg.lang.kk.tagger import Tagger
from kg.train.figures import Figure, Spans, figures, gold_spans
from kg.train.kaznerd import Labelled


def alone(model: Tagger, sentences: Iterable[Labelled]) -> list[Figure]:
    """Return the figures of the tagger's own spans."""
    return figures((gold_spans(s.tags), _of_tagger(model, s)) for s in sentences)


def with_grammar(model: Tagger, sentences: Iterable[Labelled]) -> list[Figure]:
    """Return the figures of the mentions found in each sentence's words joined by spaces."""
    return figures((gold_spans(s.tags), _of_mentions(model, s)) for s in sentences)


def _of_tagger(model: Tagger, sentence: Labelled) -> Spans:
    return {(span.first, span.last, span.type) for span in model.spans(sentence.words)}


def _of_mentions(model: Tagger, sentence: Labelled) -> Spans:
    starts, ends, at = dict[int, int](), dict[int, int](), 0
    for i, word in enumerate(sentence.words):
        starts[at], ends[at + len(word)] = i, i
        at += len(word) + 1
    found = mentions(" ".join(sentence.words), model)
    # a mention that begins or ends inside a word is wrong, not left out: -1
    return {(starts.get(m.start, -1), ends.get(m.end, -1), m.type) for m in found}
