"""Places in Russian text that are no towns: a hall, a palace, a hotel, with the name or the body that tells which."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of, nouns_of
from kg.lang.ru.prepositions import COMPOUND
from kg.lang.syntax import Chunk

_LONGEST = 10  # tokens of what tells which venue it is


def find_venue(phrase: Phrase, group: Group) -> bool:
    """Take a venue behind в or на: в здании Национального Банка, во Дворце горняков, на водохранилище «Карасай».

    A bare noun (в зале) says nothing of where it is, so it is none; a room may be told by its kind (в актовом зале).
    """
    lemma = phrase.head(group, phrase.cues.places)
    if not lemma or phrase.cues.places[lemma] != "venue" or phrase.preposition(group.first)[0] not in _WHERE:
        return False
    if _is_preposition(phrase, group):
        return False
    group = _one(phrase, group)
    last, owner = _which(phrase, group)
    capital = next((i for i in range(group.first, group.head) if phrase.tokens[i].capital), None)
    told = last > group.last or capital is not None
    begin = group.head if capital is None else capital
    if not told:
        begin = _kind_of_room(phrase, group)
        if begin < 0:
            return False
    tail = phrase.text[phrase.tokens[group.last].end : phrase.tokens[last].end]
    for chunk in {id(c): c for c in phrase.taken[group.last + 1 : last + 1] if c is not None}.values():
        if chunk is not owner:
            phrase.drop(chunk)
    label = phrase.nominative(group, begin) + tail
    end = last if owner is None else phrase.ends[owner]
    if owner is not None and owner.first <= last:
        last = owner.first - 1
    chunk = phrase.chunk("Place", begin, last, label=label[:1].upper() + label[1:], lemma=lemma, rule="place.venue")
    chunk.owner, chunk.kind_of = owner, "venue"
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first), end)
    return True


def _is_preposition(phrase: Phrase, group: Group) -> bool:
    """На площадке технопарка «Х»: two words that say no more than в, before a body with a name."""
    behind = phrase.starting(group.last + 1)
    named = isinstance(behind, Chunk) and behind.kind == "Organization" and behind.proper
    alone = named and group.first == group.last
    return alone and f"{phrase.lower(group.first - 1)} {phrase.lower(group.first)}" in COMPOUND


_WORDS = cues("ru").words
# Qualities that tell which of several: малый зал, but not новый зал.
_TELL_WHICH = _WORDS["tell-which-room"]
# Rooms and buildings of a house of which it has several, each with its word: главный корпус, белый зал.
_ROOMS = _WORDS["rooms"]
_WHERE = frozenset({"в", "во", "на", "у"})


def _kind_of_room(phrase: Phrase, group: Group) -> int:
    """в актовом зале, в реставрационной мастерской: return the adjective that tells which, -1 for a mere quality."""
    at = group.head - 1
    if at < group.first or phrase.cues.places[group.lemma] != "venue" or group.lemma not in _ROOMS:
        return -1
    found = adjectives_of(phrase.tokens[at].text)
    return -1 if not found or any(f.plain and f.lemma not in _TELL_WHICH for f in found) else at


def _one(phrase: Phrase, group: Group) -> Group:
    """на подстанции «Восток»: where something is or goes on is one place, though the form may be of several."""
    single = [f for f in nouns_of(phrase.tokens[group.head].text) if f.lemma == group.lemma and f.number == "Sing"]
    loose = group.number == "Plur" and any(f.case == "Loc" for f in single)
    return replace(group, number="Sing", cases=("Loc",), numbers=frozenset({"Sing"})) if loose else group


def _which(phrase: Phrase, group: Group) -> tuple[int, Chunk | None]:
    """Return where the words that tell which venue it is end, and the body or town that it belongs to."""
    last = group.last
    while last - group.last < _LONGEST:
        at = last + 1
        if at < phrase.size and phrase.tokens[at].kind == "quote" and at in phrase.pairs:
            return phrase.pairs[at], None
        behind = phrase.starting(at)
        if behind is None or "Gen" not in phrase.cases_of(behind):
            break
        if isinstance(behind, Chunk) and (behind.kind not in ("Organization", "Place", "Role") or behind.posts):
            break
        if last > group.last and _people(phrase, behind):
            break  # собрал в Доме учителя директоров школ: whom, not whose
        if isinstance(behind, Chunk) and behind.kind != "Role" and behind.proper:
            town = behind.kind == "Place" and behind.kind_of != "venue"
            return (last if town else phrase.ends[behind]), behind
        last = phrase.end_of(behind)
    return last, None


def _people(phrase: Phrase, behind: Chunk | Group) -> bool:
    """Tell whether words may be several people in the accusative: those are no part of a name in the genitive."""
    if isinstance(behind, Chunk):
        return behind.kind == "Role" and behind.plural and "Acc" in phrase.cases_of(behind)
    return behind.animate and behind.number == "Plur"
