"""Lines of a calendar, which have no verb: Next meeting: 13 May, Szeged; General Conference, 22-24 October, Funchal.

Such a line is one clause that holds the encounter on the day behind it, in the place behind the day.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.clause_nouns import as_event
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import DAY, Chunk, Clause, Sentence

_AHEAD = cues("en").words["ahead"]
_BETWEEN = frozenset({":", ",", "–", "—", "-", "(", "on", "from", "the"})
_SITTING = cues("en").words["diary-bodies"]
_LONGEST = 30


def read_calendar_line(phrase: Phrase, sentence: Sentence, earlier: list[Sentence], published: str | None) -> None:
    """Make one clause of a line without a verb that names an encounter and its day."""
    if phrase.size > _LONGEST or any(clause.form != "nominal" for clause in sentence.clauses) or phrase.title:
        return
    days = [c for c in sentence.chunks if c.kind == "Date" and len(c.value) == DAY]
    event = _event(phrase, sentence)
    if len(days) != 1 or event is None:
        return
    edge = max([event.last, *(c.last for c in event.parties)])
    opener = sentence.chunks[0]
    if opener.kind == "Organization" and opener.last < event.first and phrase.lower(opener.last + 1) in (":", "–", "—"):
        event.parties.append(opener)
    between = _place_before(phrase, edge + 1, days[0], sentence)
    edge = between.last if between is not None else edge
    if not edge < days[0].first or set(phrase.lowers[edge + 1 : days[0].first]) - _BETWEEN:
        return
    place = between or _place(phrase, days[0], sentence)
    ahead = bool(_AHEAD & {*phrase.lowers, *(t.text.lower() for s in earlier[-1:] for t in s.tokens)})
    day = _to_come(phrase, days[0], published) if ahead else days[0]
    last = phrase.size - 1
    chunks = [*event.parties, event, day, *([place] if place is not None else [])]
    clause = Clause(0, last, (last, last), frozenset({"hold"}), "be", "finite", chunks, passive=True)
    clause.future = bool(published) and day.value > (published or "")
    clause.past = not clause.future
    event.function = "subject"
    sentence.clauses = [clause]


def _event(phrase: Phrase, sentence: Sentence) -> Chunk | None:
    events = [c for c in sentence.chunks if c.kind == "Event" and not c.plural and c.inside is None]
    if len(events) == 1:
        return events[0]
    body = next((c for c in sentence.chunks if c.kind == "Organization" and c.inside is None), None)
    if events or body is None or body.lemma not in _SITTING or "next" not in phrase.lowers[: body.first]:
        return None
    event = as_event(body)  # the next Council: 13 May
    event.parties, event.proper = [replace(body, function="owner", value="")], True
    sentence.chunks[sentence.chunks.index(body)] = event.parties[0]
    return event


def _place_before(phrase: Phrase, at: int, day: Chunk, sentence: Sentence) -> Chunk | None:
    """26th session, Ulm, 10 April: the town between the encounter and its day."""
    if phrase.lower(at) not in (",", ":", "–", "—") or at + 1 >= day.first:
        return None
    at += 1 + (phrase.lower(at + 1) in ("in", "at"))
    chunk = phrase.taken[at]
    if chunk is not None and chunk.kind == "Place" and chunk.last < day.first:
        chunk.function = "at"
        return chunk
    if chunk is not None or not phrase.name(at):
        return None
    end = run_end(phrase, at)
    if phrase.lower(end + 1) != "," or end >= day.first:
        return None
    place = phrase.chunk("Place", at, end, label=phrase.words(at, end), lemma="", rule="place.of-calendar")
    place.function, place.confidence = "at", 0.7
    sentence.chunks.append(phrase.take(place))
    return place


def _place(phrase: Phrase, day: Chunk, sentence: Sentence) -> Chunk | None:
    """Return the place behind the day: a town, a venue or a body, or a name that can be nothing else there."""
    at = day.last + 1
    while phrase.lower(at) in (",", ")", ";", "–", "—", "in", "at", "the", "-"):
        at += 1
    chunk = phrase.taken[at] if at < phrase.size else None
    if chunk is not None:
        place = chunk.top()
        if place.kind not in ("Place", "Organization", "Country"):
            return None
        place.function = "at"
        return place
    if not phrase.name(at) or at == day.last + 1:
        return None
    end = run_end(phrase, at)
    label = phrase.words(at, end)
    place = phrase.chunk("Place", at, end, label=label, lemma=label, rule="place.of-calendar")
    place.function, place.confidence = "at", 0.7
    sentence.chunks.append(phrase.take(place))
    return place


def _to_come(phrase: Phrase, day: Chunk, published: str | None) -> Chunk:
    """Return the day, or the same day of the next year where no year is written and it would lie behind."""
    text = phrase.words(day.first, day.last)
    if not published or day.value >= published or day.value[:4] in text:
        return day
    year = int(day.value[:4]) + 1
    names = [f"{year}{name[4:]}" for name in day.names]
    return replace(day, value=f"{year}{day.value[4:]}", label=f"{year}{day.value[4:]}", names=names)
