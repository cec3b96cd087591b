"""What small words of English add to chunks and clauses: at least, a draft of, an official visit, next year."""

from __future__ import annotations

from itertools import pairwise

from kg.lang.cues import cues
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.syntax import Chunk, Clause

_APPROXIMATE = cues("en").words["approximate"]
_ASIDE = frozenset({"from", "in", "across", "with", "for", "by", "including"})
_ASIDE_OF = cues("en").words["margins"]
_VENUES = cues("en").words["venue-nouns"]
_OCCASIONS = frozenset({"hold", "chair", "attend"})
_SPEECH = cues("en").words["speech"]
_SEQUEL = cues("en").words["sequel"]
_VERBS = frozenset({"V", "A", "M"})
_TOLD_BY_WORDS = {
    "before": frozenset({"before", "previously", "formerly", "then"}),
    "official": frozenset({"visit", "trip", "official"}),
    "later": frozenset({"next", "later", "future", "forthcoming", "upcoming"}),
    "remote": cues("en").words["remote"],
}


def mark(phrase: Phrase, chunks: list[Chunk], clauses: list[Clause]) -> None:
    """Set the flags of chunks and clauses, and what a clause of discussing is about."""
    for chunk in chunks:
        if chunk.kind == "Number":
            _mark_number(phrase, chunk)
        elif chunk.kind == "Organization" and not chunk.proper and not chunk.plural:
            chunk.flags.add("single")  # with these three the Chamber has 20 members: no three chambers
        elif chunk.kind == "Agreement" and _draft_of(phrase, chunk):
            chunk.flags.add("draft")
    for index, clause in enumerate(clauses):
        _mark_clause(phrase, clause, clauses[index + 1] if index + 1 < len(clauses) else None)
    _fill_encounters(phrase, chunks)


def _mark_number(phrase: Phrase, chunk: Chunk) -> None:
    before = set(phrase.lowers[max(0, chunk.first - 2) : chunk.first])
    if before & _APPROXIMATE:
        chunk.flags.add("approximate")
    if phrase.lower(phrase.phrase_start(chunk.first) - 1) in _ASIDE:
        return  # 57 organisations from 20 countries
    if _of_those_counted(phrase, chunk):
        return  # 180 ports of 90 countries
    quantity = phrase.cues.words["quantity"]
    for i in range(chunk.last + 1, min(chunk.last + 5, phrase.size)):
        if phrase.tags[i] in ("PUNCT", "V", "A", "I", "M"):
            break
        if phrase.lemma(i) in quantity:
            chunk.flags.add("members")
        if phrase.lemma(i) in ("member", "participating"):
            chunk.flags.add("exact")


def _of_those_counted(phrase: Phrase, chunk: Chunk) -> bool:
    start = phrase.phrase_start(chunk.first)
    before = (phrase.taken[i] for i in range(max(0, start - 5), start - 1))
    return phrase.lower(start - 1) == "of" and any(c is not None and c.kind == "Number" for c in before)


def _draft_of(phrase: Phrase, chunk: Chunk) -> bool:
    first = phrase.phrase_start(chunk.first)
    return phrase.lower(first - 1) == "of" and phrase.lower(first - 2) == "draft"


def _mark_clause(phrase: Phrase, clause: Clause, following: Clause | None) -> None:
    first = clause.first
    last = min(
        clause.last,
        following.first - 1 if following is not None and following.first > clause.predicate[1] else clause.last,
    )
    words = phrase.lowers[max(0, first - 2) : last + 4]
    clause.flags.update([flag for flag, tells in _TOLD_BY_WORDS.items() if not tells.isdisjoint(words)])
    if "same" in words and any(a == "same" and b in _VENUES for a, b in pairwise(words)):
        clause.flags.add("same-place")
    opening = phrase.lowers[: min(first, 7)] if _VERBS.isdisjoint(phrase.tags[:first]) else []
    if not (_ASIDE_OF.isdisjoint(words[:7]) and _ASIDE_OF.isdisjoint(opening)):
        clause.flags.add("aside")
    if not _SEQUEL.isdisjoint(words[:7]) or ("earlier" in words[:7] and "day" in words[:9]):
        clause.flags.add("sequel")
    _occasions(clause)
    if "speak" in clause.concepts and _SPEECH & {phrase.lemma(i) for i in range(*clause.predicate)} | (
        _SPEECH & set(phrase.lemmas[clause.predicate[1] + 1 : clause.predicate[1] + 4])
    ):
        clause.flags.add("public")
    if "discuss" in clause.concepts:
        clause.topic = _topic(phrase, clause, following)


def _occasions(clause: Clause) -> None:
    """An exhibition that is opened, attended or held on a day is an encounter; who holds it does not yet take part."""
    if clause.concepts.isdisjoint(_OCCASIONS):
        return
    for event in clause.chunks:
        if event.kind == "Event" and "weak" in event.flags:
            event.flags.discard("weak")
            event.flags.add("organised")


def _topic(phrase: Phrase, clause: Clause, following: Clause | None) -> tuple[int, int, str] | None:
    """Return the offsets of the words that tell what was discussed: behind the verb, before it in a passive."""
    if clause.passive:
        begin, end = clause.first, clause.predicate[0] - 1
    else:
        begin = clause.predicate[1] + 1
        end = following.first - 1 if following is not None and following.first > begin else phrase.size - 1
    while begin <= end and phrase.lower(begin) in (
        "views",
        "opinions",
        "on",
        "about",
        "the",
        "upon",
        "and",
        ",",
        "view",
    ):
        begin += 1
    while (end > begin and phrase.tokens[end].kind in ("punct", "dash")) or phrase.lower(end) in ("and", "that", "but"):
        end -= 1
    if end - begin < 1:
        return None
    return phrase.tokens[begin].start, phrase.tokens[end].end, phrase.words(begin, end)


def _day_of_its_own(phrase: Phrase, event: Chunk) -> bool:
    """Yesterday's lecture, its 12 March sitting: a day within the phrase of an encounter's noun."""
    start = phrase.phrase_start(event.first)
    before = phrase.taken[event.first - 1] if event.first else None
    owner = phrase.taken[start - 1] if start else None
    within = before is not None and before.kind == "Date" and start < before.first
    return within or (owner is not None and owner.kind == "Date" and phrase.possessive(owner.last))


def _in_honour_of(phrase: Phrase, event: Chunk, chunk: Chunk, first: int) -> bool:
    """A dinner for X, a reception in honour of X: for whom it is given is there."""
    meal = event.lemma.rpartition(" ")[2] in phrase.cues.words["meals"] or event.kind_of == "Reception"
    return meal and chunk.kind == "Person" and phrase.lower(first - 1) in ("for", "of") and chunk.function == "about"


def _fill_encounters(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Note who takes part as the noun's own phrase says: meeting of X, talks with Y, a call between X and Y."""
    outer = sorted((c for c in chunks if c.inside is None), key=lambda c: c.first)
    for index, event in enumerate(outer):
        if event.kind != "Event":
            continue
        if _day_of_its_own(phrase, event):
            event.flags.add("dated")
        edge = event.last
        for chunk in outer[index + 1 :]:
            first, last = extent(phrase, chunk)
            if first - edge > 4 or chunk.kind == "Event" or "V" in phrase.tags[edge + 1 : first]:
                break  # the talks were agreed on in a conversation between X and Y: who conversed is told
            by = chunk.function == "by" and chunk.kind == "Person"  # a lecture by X, a courtesy call by X
            called_on = event.lemma.endswith("courtesy call") and phrase.lower(first - 1) in ("on", "to")
            by = by or _in_honour_of(phrase, event, chunk, first)
            listed = bool(event.parties) and chunk.group >= 0 and chunk.group == event.parties[-1].group
            if chunk.function in ("owner", "with", "between") or listed or by or called_on:
                if chunk.kind in ("Person", "Organization", "Role", "Country", "Delegation", "Place"):
                    event.parties.append(chunk)
                edge = last
            elif chunk.kind in ("Date", "Place") or chunk.function in ("at", "about"):
                edge = last
            else:
                break
        start = phrase.phrase_start(event.first)
        before = phrase.taken[start - 1] if start else None
        if (
            before is not None
            and before.last == start - 1
            and before.kind in ("Organization", "Person", "Role")
            and before.inside is None
            and (phrase.possessive(before.last) or start == event.first)
        ):
            before.function = "owner"
            event.parties.append(before)
