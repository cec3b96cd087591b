"""Places in Russian text that are no towns: a hall, a palace, a hotel, with the name or the body that tells which."""

from __future__ import annotations

from kg.lang.ru.phrase import Grammar, Group, Phrase
from kg.lang.syntax import Chunk

_LONGEST = 10  # tokens of what tells which venue it is


def find_venue(phrase: Phrase, group: Group) -> bool:
    """Take a venue behind в or на: в здании Национального Банка, во Дворце горняков, на водохранилище «Карасай».

    A bare noun (в зале) says nothing of where it is, so it is none.
    """
    lemma = phrase.head(group, phrase.cues.places)
    if not lemma or phrase.cues.places[lemma] != "venue" or phrase.preposition(group.first)[0] not in _WHERE:
        return False
    last, owner = _which(phrase, group)
    capital = next((i for i in range(group.first, group.head) if phrase.tokens[i].capital), None)
    if last == group.last and capital is None:
        return False
    begin = group.head if capital is None else capital
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


_WHERE = frozenset({"в", "во", "на", "у"})


def _which(phrase: Phrase, group: Group) -> tuple[int, Chunk | None]:
    """Return where the words that tell which venue it is end, and the body or town that it belongs to."""
    last = group.last
    while last - group.last < _LONGEST:
        at = last + 1
        if at < len(phrase) and phrase.tokens[at].kind == "quote" and at in phrase.pairs:
            return phrase.pairs[at], None
        behind = phrase.starting(at)
        if behind is None or "Gen" not in phrase.cases_of(behind):
            break
        if isinstance(behind, Chunk) and (behind.kind not in ("Organization", "Place", "Role") or behind.posts):
            break
        if isinstance(behind, Chunk) and behind.kind != "Role" and behind.proper:
            town = behind.kind == "Place" and behind.kind_of != "venue"
            return (last if town else phrase.ends[behind]), behind
        last = phrase.end_of(behind)
    return last, None
