"""A Russian sentence understood: its tokens, chunks with the part each plays, and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

from kg.gazetteer import load
from kg.lang.cues import cues, every_cue
from kg.lang.dates import DateMention, dates_of_story
from kg.lang.free_numbers import free_numbers
from kg.lang.given import Given
from kg.lang.letterheads import in_small_letters, rewritten
from kg.lang.ru.boards_named import name_boards
from kg.lang.ru.clauses import find_clauses
from kg.lang.ru.clipped_names import find_clipped_names
from kg.lang.ru.datelines import read_datelines
from kg.lang.ru.days import take_dates, take_days_without_month, take_short_years
from kg.lang.ru.days_in_brackets import give_each_its_day
from kg.lang.ru.foreign_bodies import find_foreign_bodies
from kg.lang.ru.functions import set_functions
from kg.lang.ru.gaps import fill_gaps
from kg.lang.ru.hearsay import doubt_rumours
from kg.lang.ru.kinds_told_again import mean_the_one_named
from kg.lang.ru.known import Known
from kg.lang.ru.letterheads import is_name, stays
from kg.lang.ru.listed import name_behind_dash, name_some_of_them, name_those_meant
from kg.lang.ru.marks import mark
from kg.lang.ru.member_of_by_the_way import members_by_the_way
from kg.lang.ru.morphology import lemma_of
from kg.lang.ru.name_cases import nominatives
from kg.lang.ru.noun_groups import find_groups
from kg.lang.ru.one_for_each_adjective import one_for_each_adjective
from kg.lang.ru.organizations import find_organization
from kg.lang.ru.outside import take_given
from kg.lang.ru.parties import parties_of, say_whose
from kg.lang.ru.people import find_certain_people, find_likely_people
from kg.lang.ru.phrase import Grammar, Group, Phrase, compounded_on, encounter_in, head_of
from kg.lang.ru.places import SHORT_PLACES, find_known_places, find_lone_places, find_place
from kg.lang.ru.post_holders import attach_posts
from kg.lang.ru.quoted_names import find_quoted
from kg.lang.ru.regions_meant import name_regions
from kg.lang.ru.rereading import read_otherwise_now
from kg.lang.ru.roles import find_kinds_alone, find_participants_of_bodies, find_role
from kg.lang.ru.sentence_ends import cut_behind_initials
from kg.lang.ru.settled import settle_clause
from kg.lang.ru.shared_subjects import share_subjects
from kg.lang.ru.speakers import doubt_questions, find_first_person, find_speaker, speak_for_themselves
from kg.lang.ru.spelt_out import BEFORE_A_STOP, spelt_out
from kg.lang.ru.states_beside import say_whose_ministries
from kg.lang.ru.surnames_in_capitals import with_small_letters
from kg.lang.ru.taken_up import (
    bind_common_nouns,
    make_delegations,
    resolve_pronouns,
    stand_for_heads,
    use_official_titles,
    whither,
)
from kg.lang.ru.things import (
    find_demonstratives,
    find_election,
    find_encounter,
    find_named_thing,
    find_participants,
    sent_from,
)
from kg.lang.ru.told_behind_colons import tell_behind_colons
from kg.lang.ru.unlisted import find_unlisted, may_be_unlisted
from kg.lang.ru.unquoted import find_unquoted
from kg.lang.ru.venues import find_venue
from kg.lang.syntax import Chunk, Sentence
from kg.lang.tokens import brackets, sentences, tokens
from kg.lang.weekdays import choose_weekdays, choose_years
from kg.records import Announcement, Span

__all__ = ["head_of", "lemma", "read"]

ABBREVIATIONS = frozenset(
    [
        "г",
        "гг",
        "т.г",
        "т.д",
        "т.п",
        "др",
        "пр",
        "ул",
        "обл",
        "р-н",
        "с",
        "пос",
        "млн",
        "млрд",
        "тыс",
        "тг",
        "руб",
        "долл",
        "им",
        "тел",
        "проф",
        "акад",
        "доц",
        "ред",
        "стр",
        "кв",
        "д",
        "пл",
        "просп",
        "корп",
        "и.о",
        "т.е",
        "т.к",
        "см",
        "янв",
        "февр",
        "апр",
        "авг",
        "сент",
        "окт",
        "нояб",
        "дек",
        "напр",
        "в.т.ч",
        "г-н",
        "г-жа",
        "св",
        "ст",
        "п",
        "пп",
        "ч",
        "м.н",
        *BEFORE_A_STOP,
    ]
)
_HENCEFORTH = re.compile(r" \(далее[^()]*\)$")
# What a group may be, in the order of trying.
_FINDERS = (
    one_for_each_adjective,
    find_organization,
    find_role,
    find_election,
    find_venue,
    find_place,
    find_encounter,
    find_named_thing,
    find_participants,
    find_unlisted,
)


def lemma(word: str) -> str:
    """Return the dictionary form of a word."""
    return lemma_of(word)


def name_bases(word: str) -> list[str]:
    """Return what the last word of a person's name may be in the nominative if it stands in another case."""
    return nominatives(word)


def read(announcement: Announcement, given: Sequence[Given] = ()) -> list[Sentence]:
    """Return the sentences of an announcement in Russian, understood as far as grammar goes.

    A sentence is read again when one behind it has taught something about its words: names that one sentence gives in
    full help to read their short forms in another.
    """
    known = Known(cues("ru"), load())
    dates = dates_of_story(announcement.text, "ru", announcement.published, weekdays=True)
    spans = [
        (number, line.kind == "title", span)
        for number, line in enumerate(announcement.lines)
        if line.kind in ("title", "paragraph")
        for stretch in sentences(announcement.text, line.start, line.end, ABBREVIATIONS)
        for span in cut_behind_initials(announcement.text, stretch)
    ]
    starts = [d.start for d in dates]
    drafts: list[tuple[int, bool, Span, Phrase, list[DateMention], int, int]] = []
    for number, title, span in spans:
        begun = known.lessons
        if title and _shouted(announcement.text[span.start : span.end]):
            if (letterhead := _letterhead(announcement.text, span, known)) is not None:
                drafts.append((number, title, span, letterhead, [], -1, -1))  # read in its own way
            continue
        own_dates = dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        phrase = _phrase(announcement.text, span, known)
        _find_all(phrase, own_dates, given)
        drafts.append((number, title, span, phrase, own_dates, begun, known.lessons))
    found, phrases = [], []
    for number, title, span, draft, own_dates, begun, ended in drafts:
        phrase = draft
        if begun >= 0 and read_otherwise_now(draft, begun, ended):
            phrase = _phrase(announcement.text, span, known)
            _find_all(phrase, own_dates, given)
        _take_numbers(phrase)
        found.append(Sentence(span.start, span.end, number, title, phrase.tokens, phrase.readings))
        phrases.append(phrase)
    use_official_titles(phrases)
    for sentence, phrase in zip(found, phrases, strict=True):
        _understand(sentence, phrase, announcement.published)
    tell_behind_colons(found, phrases)
    speak_for_themselves(found, phrases)
    resolve_pronouns(found, phrases)
    name_regions(found, phrases)
    say_whose_ministries(found, phrases, known.gazetteer)
    name_boards(found, phrases)
    mean_the_one_named(found, phrases)
    read_datelines(found, phrases)
    return found


def _shouted(text: str) -> bool:
    """Tell whether a headline is all in capitals, so that they tell no names."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _letterhead(text: str, span: Span, known: Known) -> Phrase | None:
    """Return a line in capitals as a phrase if it is nothing but the name of a body."""
    stay, named = partial(stays, acronyms=known.acronyms, text=text), partial(is_name, text=text)
    cut = in_small_letters(tokens(text, span.start, span.end), stay, named, known.gazetteer)
    phrase = Phrase(rewritten(text, cut), cut, brackets(cut), known)
    _find_all(phrase, (), ())
    bodies = [c for c in phrase.chunks if c.kind == "Organization" and "absorbed" not in c.flags and c.inside is None]
    whole = [c for c in bodies if phrase.begin_of(c) == 0 and phrase.ends[c] == phrase.size - 1]
    return phrase if whole and whole[0].proper and phrase.size > 1 else None


def _phrase(text: str, span: Span, known: Known) -> Phrase:
    cut = with_small_letters(spelt_out(tokens(text, span.start, span.end)), known)
    return Phrase(text, cut, brackets(cut), known)


def _find_all(phrase: Phrase, dates: Iterable[DateMention], given: Sequence[Given]) -> None:
    take_dates(phrase, dates)
    take_short_years(phrase)
    take_days_without_month(phrase)
    find_known_places(phrase)
    find_unquoted(phrase)
    find_foreign_bodies(phrase)
    find_certain_people(phrase)
    find_clipped_names(phrase)
    find_groups(phrase)
    for group in sorted(phrase.groups.values(), key=lambda g: -g.first):
        if phrase.taken[group.head] is None:
            _understand_group(phrase, group)
    find_quoted(phrase)
    take_given(phrase, given)
    find_lone_places(phrase)
    sent_from(phrase)
    find_likely_people(phrase)
    find_demonstratives(phrase)
    find_first_person(phrase)
    find_kinds_alone(phrase)
    find_participants_of_bodies(phrase)
    attach_posts(phrase)


def _understand_group(phrase: Phrase, group: Group) -> None:
    if group.kind == "noun" and not _says_something(group.lemma, phrase.tokens[group.head].text):
        if may_be_unlisted(phrase, group):
            find_unlisted(phrase, group)
        return
    for find in _FINDERS:
        if find(phrase, group):
            return


@lru_cache(maxsize=65_536)
def _says_something(lemma: str, word: str) -> bool:
    """Tell whether a noun is one that any of the finders looks for."""
    words = cues("ru").words
    others = (
        {"часть"}
        | words["side"]
        | words["delegation"]
        | words["leadership"]
        | words["guests"]
        | words["elections"]
        | SHORT_PLACES.keys()
    )
    known = every_cue("ru")
    made = compounded_on(lemma) or encounter_in(lemma)
    return "-" in lemma or bool(made) or lemma in known or word in known or lemma in others


def _understand(sentence: Sentence, phrase: Phrase, published: str | None) -> None:
    sentence.chunks = _in_order(phrase)
    set_functions(phrase, sentence.chunks)
    find_speaker(phrase, sentence.chunks)
    sentence.clauses = find_clauses(phrase, sentence.chunks)
    members_by_the_way(phrase, sentence)
    stand_for_heads(phrase, sentence)
    whither(phrase, sentence)
    for clause in sentence.clauses:
        settle_clause(phrase, clause)
        choose_weekdays(clause)
        choose_years(clause, phrase.text, published)
    make_delegations(phrase, sentence.chunks)
    name_those_meant(phrase, sentence)
    name_some_of_them(phrase, sentence)
    name_behind_dash(phrase, sentence)
    give_each_its_day(phrase, sentence.clauses)
    fill_gaps(phrase, sentence.clauses)
    share_subjects(sentence.clauses)
    _head_what_they_lead(sentence)
    _lead_the_head(sentence)
    say_whose(phrase, sentence)
    for clause in sentence.clauses:
        _take_the_lead(phrase, clause.chunks)
        parties_of(phrase, clause)
    bind_common_nouns(sentence)
    mark(phrase, sentence.chunks, sentence.clauses)
    doubt_questions(sentence)
    doubt_rumours(phrase, sentence.clauses)


def _head_what_they_lead(sentence: Sentence) -> None:
    """делегация школы во главе с ректором X: whoever leads a delegation has the post at the body that sends it."""
    for index, chunk in enumerate(sentence.chunks):
        if chunk.function != "led":
            continue
        sent = [c for c in sentence.chunks[:index] if c.kind == "Delegation" and c.owner is not None]
        posts = chunk.posts if chunk.kind == "Person" else [chunk] if chunk.kind == "Role" else []
        for post in posts if sent else ():
            post.owner = post.owner or sent[-1].owner


def _lead_the_head(sentence: Sentence) -> None:
    """делегация, прибывшая во главе с X: X plays the part that the delegation plays."""
    for clause in sentence.clauses:
        head = clause.head
        if clause.form != "relative" or head is None or head.kind not in ("Delegation", "Organization"):
            continue
        outer = next((c for c in sentence.clauses if c is not clause and head in c.chunks), None)
        for chunk in clause.having("led") if outer is not None else ():
            assert outer is not None
            chunk.function = head.function
            clause.chunks.remove(chunk)
            outer.chunks.append(chunk)


def _take_the_lead(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Делегация во главе с X: X plays the part that the delegation plays."""
    for index, chunk in enumerate(chunks):
        if chunk.function == "led":
            before = [c for c in chunks[:index] if c.kind in ("Delegation", "Organization", "Role")]
            chunk.function = before[-1].function if before else "subject"


def _take_numbers(phrase: Phrase) -> None:
    for first, last, value in free_numbers(phrase.text, phrase.tokens, phrase.taken, phrase.counting, "ru"):
        chunk = phrase.chunk("Number", first, last, label=str(value), lemma="", rule="number")
        chunk.function, chunk.value = "number", str(value)
        phrase.take(chunk, Grammar(()))


def _in_order(phrase: Phrase) -> list[Chunk]:
    chunks = sorted((c for c in phrase.chunks if "absorbed" not in c.flags), key=lambda c: (c.first, c.last))
    for chunk in chunks:
        owner = chunk.owner
        if owner is not None and owner is not chunk:
            owner.inside = owner.inside or chunk
            owner.function = "owner"
            words = phrase.words(owner.first, phrase.ends[owner])
            words = _HENCEFORTH.sub("", words)  # совет директоров АО «Х» (далее – Компания)
            owner.surface = owner.surface or words.removesuffix(f" ({owner.acronym})" if owner.acronym else "")
        if chunk.kind == "Organization":
            chunk.core = chunk.label
            if owner is not None and owner.kind == "Country":
                chunk.state = owner.known or owner.label
            elif (
                owner is not None
                and owner.kind == "Organization"
                and owner.owner is not None
                and owner.owner.kind == "Country"
            ):
                chunk.state = owner.owner.known or owner.owner.label
    return chunks
