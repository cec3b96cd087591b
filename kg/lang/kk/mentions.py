"""What a Kazakh text names, the tagger and grammar together: where grammar is surer, it corrects the tagger.

Each rule takes the spans that the tagger found in a sentence and returns them corrected. Only rules that gain on
labelled sentences the model had not seen are kept; model/CARD.md says what they gain together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.gazetteer import load
from kg.lang.kk.morphology import nominative
from kg.lang.kk.parse import read
from kg.lang.kk.tagger import TaggedSpan, Tagger, tagger
from kg.lang.syntax import Chunk, Sentence
from kg.records import Announcement, Line, Mention

_ANY_DAY = "2000-01-01"  # where "today" stands doesn't depend on the day of publication, only what it means does
_LONGEST_PLACE = 5  # words: Біріккен Араб Әмірліктері, Корея Халық Демократиялық Республикасы
_BETWEEN = ("аралығында", "аралығындағы")

Spans = tuple["Span", ...]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Tokens ``first`` to ``last`` of a sentence, both included; ``rule`` says who found them or put them right."""

    first: int
    last: int
    type: str
    rule: str
    confidence: float

    def meets(self, other: Span) -> bool:
        """Tell whether the two share a token."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: Span) -> bool:
        """Tell whether all tokens of the other are in this one."""
        return self.first <= other.first and other.last <= self.last


def mentions(text: str, model: Tagger | None = None) -> list[Mention]:
    """Return whom and what a text names, in order, none overlapping; states are of the type Place.

    ``model`` is the tagger to use instead of the installed one. Raises KgError when no model is installed.
    """
    model = model or tagger()
    announcement = Announcement("text", text, "kk", _ANY_DAY, (Line(0, len(text), "paragraph"),))
    found = []
    for sentence in read(announcement):
        for span in spans(sentence, model):
            found.append(_mention(text, sentence, span))
    return found


def spans(sentence: Sentence, model: Tagger) -> list[Span]:
    """Return the spans of a sentence that was read: those of the tagger, corrected by each rule in turn."""
    found = tuple(map(_tagged, model.spans([token.text for token in sentence.tokens])))
    for rule in RULES:
        found = tuple(sorted(rule(sentence, found)))
    return list(found)


def dates_that_were_missed(sentence: Sentence, found: Spans) -> Spans:
    """Add the dates of grammar where the tagger sees nothing: төртінші тоқсанда, кешегі."""
    return _added(found, _chunks(sentence, "Date"))


def dates_from_to(sentence: Sentence, found: Spans) -> Spans:
    """Join two dates that "between" holds together: 27 наурыз бен 4 сәуір аралығында."""
    for date in _chunks(sentence, "Date"):
        inside = [span for span in found if span.meets(date)]
        if sentence.tokens[date.last].text in _BETWEEN and all(span.type == "Date" for span in inside):
            found = _replaced(found, date)
    return found


def places_with_long_names(sentence: Sentence, found: Spans) -> Spans:
    """Give a known place all its words (Біріккен Араб Әмірліктері), or its type if it was taken for a person."""
    for place in _known_places(sentence):
        inside = [span for span in found if span.meets(place)]
        longer = place.first < place.last and all(place.holds(span) for span in inside)
        person = len(inside) == 1 and inside[0].type == "Person" and inside[0].holds(place) and place.holds(inside[0])
        if inside and (longer or person):
            found = _replaced(found, place)
    return found


def people_that_were_missed(sentence: Sentence, found: Spans) -> Spans:
    """Add the people whom grammar sees and the tagger does not: surname and given name unknown to both, initials."""
    return _added(found, _chunks(sentence, "Person"))


def bodies_with_long_names(sentence: Sentence, found: Spans) -> Spans:
    """Give a known body with its head noun all its words."""
    for body in _chunks(sentence, "Organization", known=True):
        inside = [span for span in found if span.meets(body)]
        if inside and all(body.holds(span) for span in inside):
            found = _replaced(found, body)
    return found


def posts_with_their_bodies(sentence: Sentence, found: Spans) -> Spans:
    """Join a post with the body or region right before it: Қаржы министрлігінің баспасөз хатшысы is one post."""
    joined: list[Span] = []
    for span in found:
        before = joined[-1] if joined else None
        owner = before is not None and before.last + 1 == span.first and before.type in ("Organization", "Place")
        if before is not None and owner and span.type == "Role":
            sure = min(before.confidence, span.confidence)
            joined[-1] = Span(before.first, span.last, "Role", "tagger+post-with-body", sure)
        else:
            joined.append(span)
    return tuple(joined)


RULES: tuple[Callable[[Sentence, Spans], Spans], ...] = (
    dates_that_were_missed,
    dates_from_to,
    places_with_long_names,
    bodies_with_long_names,
    people_that_were_missed,
    posts_with_their_bodies,
)


def _tagged(span: TaggedSpan) -> Span:
    return Span(span.first, span.last, span.type, "tagger", span.confidence)


def _chunks(sentence: Sentence, kind: str, known: bool = False) -> Iterator[Span]:
    for chunk in sentence.chunks:
        if chunk.kind == kind and (not known or _surely_known(chunk)):
            yield Span(chunk.first, chunk.last, kind, chunk.rule, chunk.confidence)


def _surely_known(chunk: Chunk) -> bool:
    return chunk.known is not None and chunk.rule == "organization.head-noun"


def _known_places(sentence: Sentence) -> Iterator[Span]:
    at = 0
    while at < len(sentence.tokens):
        last = next((last for last in _ends(sentence, at) if _is_place(sentence, at, last)), None)
        if last is not None:
            yield Span(at, last, "Place", "gazetteer", 1.0)
        at = at + 1 if last is None else last + 1


def _ends(sentence: Sentence, first: int) -> Iterator[int]:
    """Yield where a name that begins here may end, the longest first."""
    if sentence.tokens[first].text[0].isupper():
        yield from range(min(first + _LONGEST_PLACE, len(sentence.tokens)) - 1, first - 1, -1)


def _is_place(sentence: Sentence, first: int, last: int) -> bool:
    words = [token.text for token in sentence.tokens[first : last + 1]]
    names = {" ".join([*words[:-1], end]) for end in (nominative(words[-1]), words[-1])}
    kinds = {entry.kind for name in names for entry in load().find(name, "kk")}
    return bool(kinds & {"Country", "Place"})


def _added(found: Spans, more: Iterator[Span]) -> Spans:
    return (*found, *(new for new in more if not any(new.meets(span) for span in found)))


def _replaced(found: Spans, new: Span) -> Spans:
    return tuple(sorted((*(span for span in found if not span.meets(new)), new)))


def _mention(text: str, sentence: Sentence, span: Span) -> Mention:
    start, end = sentence.tokens[span.first].start, sentence.tokens[span.last].end
    words = text[start:end]
    label = words if span.type == "Date" else _named(words, sentence.tokens[span.last].text)
    return Mention(start, end, span.type, words, label, span.rule, span.confidence)


def _named(words: str, last: str) -> str:
    """Return a name with its last word in the nominative."""
    return words.removesuffix(last) + nominative(last)
