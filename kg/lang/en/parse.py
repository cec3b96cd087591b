"""An English sentence understood: its tokens, chunks with the part each plays, and clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from kg.gazetteer import load
from kg.lang.cues import cues
from kg.lang.dated import dated, free_dates
from kg.lang.dates import DateMention, dates_of_story
from kg.lang.en.agreements import find_agreements, find_elections
from kg.lang.en.antecedents import Discourse
from kg.lang.en.at_their_bodies import name_by_holders
from kg.lang.en.authors import speak_as_author
from kg.lang.en.bodies import find_bodies
from kg.lang.en.calendar_lines import read_calendar_line
from kg.lang.en.clauses import Builder
from kg.lang.en.counterparts import find_counterparts
from kg.lang.en.defined import name_as_defined, name_in_apposition, set_aside_definitions
from kg.lang.en.distributed import find_distributed
from kg.lang.en.encounter_nouns import find_encounters
from kg.lang.en.heading_names import heading_name
from kg.lang.en.headlines import recased
from kg.lang.en.in_company import (
    find_described_bodies,
    find_described_posts,
    find_joined_bodies,
    find_listed_bodies,
)
from kg.lang.en.items import Lists, marker
from kg.lang.en.listed_names import find_listed_names
from kg.lang.en.listings import joined_lists
from kg.lang.en.marks import mark
from kg.lang.en.member_counts import counted_in_passing
from kg.lang.en.morphology import lemma_of
from kg.lang.en.of_programs import programs_in_apposition
from kg.lang.en.of_states import give_to_hosts, name_by_state
from kg.lang.en.offices import find_offices
from kg.lang.en.outside import take_given
from kg.lang.en.partners import find_partners
from kg.lang.en.people import find_people
from kg.lang.en.phrase import Known, Phrase, Words
from kg.lang.en.places import find_places
from kg.lang.en.post_holders import attach_posts
from kg.lang.en.programs import find_programs
from kg.lang.en.roles import find_roles
from kg.lang.en.sense import make_clauses
from kg.lang.en.sides import settle_sides
from kg.lang.en.since_foundation import date_by_foundation
from kg.lang.en.small_heads import OF_ITS_WHOLE
from kg.lang.en.story_days import part_of_day, spread_heading
from kg.lang.en.story_members import Wholes
from kg.lang.en.story_places import leave_dateline, take_here, take_there, town_of_dateline
from kg.lang.en.venues import find_venues
from kg.lang.en.wholes import leave_modifiers, name_by_whole
from kg.lang.free_numbers import free_numbers
from kg.lang.given import Given
from kg.lang.syntax import MONTH, Chunk, Sentence
from kg.lang.tokens import sentences
from kg.lang.weekdays import choose_weekdays, choose_years
from kg.publisher import HOME_STATE, home_of
from kg.records import Announcement

ABBREVIATIONS = cues("en").words["abbreviations"]


def lemma(word: str) -> str:
    """Return the dictionary form of a word."""
    return lemma_of(word)


# A three-day visit: how long something lasts counts nothing.
_SPELLS = ("-day", "-week", "-month", "-year", "-hour", "-minute", "-night", "-stage", "-part", "-page", "-storey")
_BEFORE_MONTHS = frozenset(
    {"in", "of", "since", "until", "till", "early", "late", "mid", "last", "next", "this", "end", "from", "for"}
)
_START = attrgetter("start")


def name_bases(word: str) -> list[str]:
    """Return what the last word of a person's name may be in the nominative: names stand in no other case."""
    return []


def head_of(name: str) -> str:
    """Return the noun that a name turns on, in its dictionary form: Union of Artisans -> union."""
    words = name.split()
    for index, word in enumerate(words):
        if index and word in ("of", "for", "on", "and", "to", "in"):
            return lemma_of(words[index - 1])
    return lemma_of(words[-1]) if words else ""


def read(announcement: Announcement, given: Sequence[Given] = ()) -> list[Sentence]:
    """Return the sentences of an announcement in English, understood as far as grammar goes.

    The text is read twice: names that one sentence gives in full help to read their short forms in another.
    """
    known = Known(cues("en"), load())
    text = recased(announcement)
    known.heading = heading_name(announcement)
    known.embassies = "Embassy" in text or "embassy" in text
    dates = dates_of_story(announcement.text, "en", announcement.published, weekdays=True)
    spans = [
        (number, line.kind == "title", span)
        for number, line in enumerate(announcement.lines)
        if line.kind in ("title", "paragraph")
        for span in joined_lists(text, sentences(text, line.start, line.end, ABBREVIATIONS), title=line.kind == "title")
    ]
    cut = [Words.of(text, span.start, span.end, title=title) for _, title, span in spans]
    for (_, title, _), words in zip(spans, cut, strict=True):
        _find_names(Phrase(text, words, known, title=title))
    found: list[Sentence] = []
    discourse, lists, wholes = Discourse(), Lists(), Wholes()
    defined: dict[str, Chunk] = {}
    heading: Chunk | None = None
    known.town = town_of_dateline(announcement)
    for (number, title, span), words in zip(spans, cut, strict=True):
        phrase = Phrase(text, words, known, title=title)
        if not found or found[-1].line != number:
            known.there = None
        sentence = Sentence(span.start, span.end, number, title, phrase.tokens, words.readings)
        _understand(phrase, sentence, dates, given, announcement.published, found)
        name_as_defined(sentence, defined)
        read_calendar_line(phrase, sentence, found, announcement.published)
        lists.read(sentence)
        wholes.read(sentence)
        discourse.read(sentence, announcement.text)
        found.append(sentence)
        heading = spread_heading(found, heading)
    speak_as_author(found)
    name_by_holders(found)
    date_by_foundation(found)
    name_by_whole(found)
    leave_modifiers(found)
    if home_of(announcement, known.gazetteer) != HOME_STATE:
        give_to_hosts(found, known.gazetteer)
        name_by_state(found, known.cues, known.gazetteer)
    return found


def _find_names(phrase: Phrase) -> None:
    """Note the names that a sentence gives in full, for their short forms elsewhere."""
    if not phrase.title:
        phrase.known.capitals.update(phrase.bare(i) for i in range(1, phrase.size) if phrase.tags[i] == "P")
    find_bodies(phrase)
    find_listed_names(phrase)
    named = [c for c in phrase.chunks if c.kind == "Organization" and c.proper and c.rule != OF_ITS_WHOLE]
    phrase.known.heads.update(c.lemma for c in named)
    find_roles(phrase)
    find_programs(phrase)
    find_people(phrase, certain=True)


def _understand(
    phrase: Phrase,
    sentence: Sentence,
    dates: list[DateMention],
    given: Sequence[Given],
    published: str | None,
    before: Sequence[Sentence],
) -> None:
    begin = bisect_left(dates, sentence.start, key=_START)
    inside = dates[begin : bisect_left(dates, sentence.end, begin, key=_START)]
    _take_dates(phrase, inside)
    if not inside:
        part_of_day(phrase, dates[:begin], before)
    _find_all(phrase, given)
    _take_numbers(phrase)
    sentence.chunks = _in_order(phrase)
    sentence.clauses = make_clauses(phrase, Builder(phrase, sentence.chunks).build())
    for clause in sentence.clauses:
        choose_weekdays(clause)
        choose_years(clause, phrase.text, published)
    mark(phrase, sentence.chunks, sentence.clauses)
    leave_dateline(sentence)
    sentence.clauses += counted_in_passing(phrase, sentence.chunks)
    sentence.clauses += programs_in_apposition(phrase, sentence.chunks)


def _find_all(phrase: Phrase, given: Sequence[Given]) -> None:
    find_bodies(phrase)
    find_listed_names(phrase)
    find_described_bodies(phrase)
    find_roles(phrase)
    find_offices(phrase)
    find_programs(phrase)
    find_agreements(phrase)
    find_elections(phrase)
    find_people(phrase, certain=True)
    find_encounters(phrase)
    find_places(phrase)
    find_venues(phrase)
    take_here(phrase, phrase.known.town)
    phrase.known.there = take_there(phrase, phrase.known.there)
    find_distributed(phrase)
    take_given(phrase, given)
    find_people(phrase, certain=False)
    find_listed_bodies(phrase)
    find_joined_bodies(phrase)
    find_partners(phrase)
    set_aside_definitions(phrase)
    name_in_apposition(phrase)
    find_described_posts(phrase)
    attach_posts(phrase)
    find_counterparts(phrase)
    settle_sides(phrase)


def _take_dates(phrase: Phrase, dates: Iterable[DateMention]) -> None:
    for date, inside in free_dates(dates, phrase.tokens, phrase.free):
        if date.coming and not _on_a_weekday(phrase, inside[0]):
            continue
        if len(inside) == 1 and len(date.value) == MONTH and _first_name(phrase, inside[0]):
            continue
        chunk = phrase.chunk("Date", inside[0], inside[-1], label=date.value, lemma="", rule=f"date.{date.kind}")
        dated(chunk, date)
        before = phrase.lowers[max(0, chunk.first - 3) : chunk.first]
        replaced = any(words in " ".join(before) for words in ("instead of", "rather than", "in place of"))
        if replaced or phrase.lower(chunk.first - 1) == "not" or phrase.lower(chunk.first - 2) == "not":
            chunk.kind_of = "not"  # not on March 22 but on April 5
        phrase.take(chunk)


def _first_name(phrase: Phrase, at: int) -> bool:
    """Papers were given by Jun Tanaka, by April Jones: a month's name before a capital, in no phrase of time."""
    alone = at > 0 and phrase.tokens[at].text.isalpha() and phrase.lower(at - 1) not in _BEFORE_MONTHS
    if not alone or not phrase.name(at + 1) or phrase.taken[at + 1] is not None or phrase.tag(at + 2) == "N":
        return False
    known = phrase.longest_known(at + 1, "Country", "Place", "Organization", longest=1)
    return known is None and phrase.tokens[at + 1].text.isalpha()


def _on_a_weekday(phrase: Phrase, first: int) -> bool:
    """Tell whether a weekday is one of last or next week's, no "every Monday" or "open on Mondays"."""
    if first == 0 and (phrase.size <= len("d.") or phrase.lower(1) in (":", ".", "–", "—")):
        return True  # TUESDAY. The committee met
    owning = phrase.possessive(first) and phrase.tag(first + 1) in ("N", "J", "P")  # Thursday's session
    return owning or (phrase.lower(first - 1) == "on" and not phrase.lower(first).endswith("days"))


def _take_numbers(phrase: Phrase) -> None:
    begin = marker(phrase.tokens)
    for first, last, value in free_numbers(phrase.text, phrase.tokens, phrase.taken, phrase.counting, "en"):
        if last < begin or phrase.lower(last).endswith(_SPELLS):
            continue
        chunk = phrase.chunk("Number", first, last, label=str(value), lemma="", rule="number")
        chunk.value = str(value)
        phrase.take(chunk)


def _in_order(phrase: Phrase) -> list[Chunk]:
    chunks = sorted((c for c in phrase.chunks if "absorbed" not in c.flags), key=lambda c: (c.first, c.last))
    for chunk in chunks:
        if chunk.owner is not None and chunk.owner.inside is None and chunk.owner is not chunk:
            chunk.owner.inside = chunk
    return chunks
