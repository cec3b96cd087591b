"""Places in English text: a city of that name, a venue, a lone name behind in or at, the headquarters of a body."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.morphology import forms_of
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME

_SETTLEMENTS = cues("en").words["settlements"]
_KINDS_OF_TOWNS = cues("en").words["kinds-of-towns"]
_HAPPENING = cues("en").words["happening-somewhere"]
_GOING = cues("en").words["going"]
_LEAVING = cues("en").words["leaving-for"]
_VISITING = cues("en").words["visiting"]
_NEAR = 5  # tokens before to among which it is told that someone goes there
_NUMBERED_ROOMS = cues("en").words["numbered-rooms"]


def find_places(phrase: Phrase) -> None:
    """Take places: a city of that name, a venue, a lone name behind in, the headquarters of a body."""
    for at, lemma in enumerate(phrase.lemmas):
        if phrase.tags[at] != "P" and lemma not in phrase.cues.places and lemma not in _SETTLEMENTS:
            continue  # neither a name nor a noun for a place
        if phrase.taken[at] is None:
            _venue(phrase, at)
        if phrase.taken[at] is None:
            _city_of(phrase, at)
        if phrase.taken[at] is None:
            _before_its_kind(phrase, at)
        if phrase.taken[at] is None:
            _lone_place(phrase, at)


def _venue(phrase: Phrase, at: int) -> None:
    lemma = phrase.lemma(at)
    if phrase.cues.places.get(lemma) != "venue" or phrase.tags[at] not in ("N", "P"):
        return
    first = at
    while first > 0 and phrase.taken[first - 1] is None and phrase.name(first - 1) and not phrase.possessive(first - 1):
        first -= 1
    if phrase.name(at + 1) and phrase.lemma(run_end(phrase, at)) in phrase.cues.words["occasions"]:
        return  # World Theatre Day
    if phrase.name(at + 1) and phrase.cues.places.get(phrase.lemma(end := run_end(phrase, at))) == "venue":
        at = end if phrase.free(at, end) else at  # Customs House Hotel
    last = at
    if phrase.name(at) and phrase.lower(at + 1) == "of" and phrase.name(at + 2) and phrase.taken[at + 2] is None:
        last = run_end(phrase, at + 2)
    owner = None
    if last == at and phrase.lower(at + 1) == "of":
        behind = at + 2 + (phrase.tag(at + 2) in ("D", "O"))
        owner = phrase.taken[behind] if behind < phrase.size else None
        if owner is not None and owner.top().kind == "Organization":
            owner = owner.top()
            last = owner.last
        else:
            owner = None
    before = phrase.taken[first - 1] if first else None
    if owner is None and before is not None and before.kind == "Organization" and before.last == first - 1:
        owner, first = before, before.first
    if first == at and last == at:
        return
    label = phrase.words(first, last)
    chunk = phrase.chunk("Place", first, last, label=label[:1].upper() + label[1:], lemma=lemma, rule="place.venue")
    chunk.kind_of = "venue"
    if owner is not None:
        chunk.owner, owner.inside = owner, chunk
        chunk.value = owner.label
    for i in range(first, last + 1):
        phrase.taken[i] = phrase.taken[i] or chunk
    phrase.chunks.append(chunk)


def _city_of(phrase: Phrase, at: int) -> None:
    """The city of Taldykorgan, the village of Akzhar."""
    if phrase.lemma(at) not in _KINDS_OF_TOWNS or phrase.lower(at + 1) != "of":
        return
    begin = at + 2
    old = phrase.taken[begin] if begin < phrase.size else None
    if old is not None and old.kind == "Place" and old.inside is None:
        label = phrase.words(at, old.last)
        old.names = [label]
        old.first, old.start = at, phrase.tokens[at].start
        for i in range(at, begin):
            phrase.taken[i] = old
    elif old is None and phrase.name(begin):
        end = run_end(phrase, begin)
        chunk = phrase.chunk(
            "Place", at, end, label=phrase.words(begin, end), lemma=phrase.lemma(at), rule="place.city-of"
        )
        chunk.names = [phrase.words(at, end)]
        phrase.take(chunk)


def _before_its_kind(phrase: Phrase, at: int) -> None:
    """Saryozek village, Akzhar settlement."""
    if not phrase.name(at) or phrase.tokens[at].acronym:
        return
    end = run_end(phrase, at)
    noun = end + 1
    if phrase.lemma(end) in _SETTLEMENTS and end > at:
        noun, end = end, end - 1
    if phrase.lower(noun) not in _SETTLEMENTS or not phrase.free(at, noun) or phrase.possessive(end):
        return
    chunk = phrase.chunk(
        "Place", at, noun, label=phrase.words(at, end), lemma=phrase.lemma(noun), rule="place.before-kind"
    )
    chunk.names = [phrase.words(at, noun)]
    phrase.take(chunk)


def _venue_behind_at(phrase: Phrase, first: int, last: int, before: str) -> bool:
    """Was held at the Bernerhof, gathered at Chatham Manor: where something happens, if it is no body or occasion."""
    if before == "in":
        return True
    tables = (phrase.cues.events, phrase.cues.organizations, phrase.cues.programs, phrase.cues.words["occasions"])
    if any(phrase.lemma(i) in words for i in range(first, last + 1) for words in tables) or phrase.possessive(last):
        return False
    verbs = phrase.lowers[max(0, first - 9) : first]
    return bool(_HAPPENING & set(verbs))


def _lone_place(phrase: Phrase, at: int) -> None:
    before = phrase.lower(at - 2) if phrase.lower(at - 1) == "the" else phrase.lower(at - 1)
    if phrase.name(at) and (phrase.lower(at - 1) in ("to", "for") or phrase.lemma(at - 1) in _VISITING):
        _gone_to(phrase, at)
        return
    if (
        not phrase.name(at)
        or before not in ("in", "at")
        or phrase.tokens[at].kind != "word"
        or phrase.tokens[at].acronym
    ):
        return
    if before == "in" and phrase.lower(at - 1) == "the":
        return
    if phrase.tag(at + 1) == "NUM" and phrase.lower(at) in _NUMBERED_ROOMS:
        return
    end = run_end(phrase, at)
    if end - at > 1 + (before == "at") or phrase.tag(end + 1) == "N" or not _venue_behind_at(phrase, at, end, before):
        return
    chunk = phrase.chunk(
        "Place", at, end, label=phrase.words(at, end), lemma=phrase.words(at, end), rule="place.behind-in"
    )
    chunk.confidence = 0.7
    phrase.take(chunk)


def _gone_to(phrase: Phrase, at: int) -> None:
    """A visit to Poti, will visit Turnhout, left for Vik: a name of which nothing is known, that someone goes to."""
    end = run_end(phrase, at)
    words = [phrase.bare(i) for i in range(at, end + 1)]
    if end - at > 1 or phrase.tokens[at].acronym or not phrase.free(at, end) or phrase.possessive(end):
        return
    if phrase.tag(end + 1) in ("N", "P") or any(word in phrase.known.names or SURNAME.search(word) for word in words):
        return
    tables = (phrase.cues.events, phrase.cues.organizations, phrase.cues.programs, phrase.cues.words["occasions"])
    if any(phrase.lemma(i) in words for i in range(at, end + 1) for words in tables):
        return
    near = phrase.lemmas[max(0, at - _NEAR) : at - 1]
    if phrase.lower(at - 1) == "to":
        told = any(form.base in _GOING for word in near for form in forms_of(word)) or bool(_GOING & set(near))
    elif phrase.lower(at - 1) == "for":
        told = any(form.base in _LEAVING for form in forms_of(phrase.lower(at - 2)))
    else:
        told = phrase.tag(at - 1) in ("V", "B", "X", "G")
    if told:
        label = phrase.words(at, end)
        chunk = phrase.chunk("Place", at, end, label=label, lemma=label, rule="place.gone-to")
        chunk.confidence = 0.7
        phrase.take(chunk)
