"""Verb groups of an English sentence: will not take place, has been appointed, to hold, headed; and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.lang.cues import cues
from kg.lang.en.morphology import forms_of
from kg.lang.en.phrase import Phrase

_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't", "weren't"})
_HAVE = frozenset({"have", "has", "had", "having", "haven't", "hasn't", "hadn't"})
_DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})
_PAST = frozenset({"was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"})
_NOT = frozenset({"not", "never", "n't"})
_TIMING = ("since", "in", "from", "for", "on")
_NOT_ONLY = cues("en").words["not-only"]
_LOOK_AHEAD = 7
_LOOK_BACK = 13  # tokens from a passive to its noun, a body between them: the post of director of X is held by Y
_PARTICLES = frozenset({"up", "out", "off", "in", "on", "with", "to", "from", "down", "over", "part", "place"})
_SKIPPED = frozenset({"D", "J", "ADV", "O", "NUM"})


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries; ``kind`` is finite, participle, infinitive or gerund.

    ``several`` tells that its form asks for more than one who acts (have run, are, were).
    """

    first: int
    last: int
    lemma: str
    kind: str
    passive: bool = False
    past: bool = False
    perfect: bool = False
    future: bool = False
    modal: str = ""
    negated: bool = False
    several: bool = False


def find_groups(phrase: Phrase) -> list[Group]:
    """Return the verb groups of a sentence in order; no chunk's token is part of one."""
    found: list[Group] = []
    at = 0
    while at < phrase.size:
        tag = phrase.tags[at]
        group = None
        if phrase.taken[at] is None:
            if tag in ("M", "A") or tag == "T":
                group = _with_auxiliaries(phrase, at)
            elif tag == "V":
                group = Group(at, at, _base(phrase, at), "finite", past=_is_past(phrase, at))
            elif tag in ("X", "G"):
                group = Group(at, at, _base(phrase, at), "participle" if tag == "X" else "gerund", passive=tag == "X")
        if group is None:
            at += 1
            continue
        if phrase.lower(group.first - 1) in _NOT and phrase.taken[group.first - 1] is None:
            group.negated = True
        found.append(group)
        at = group.last + 1
    return found


def _base(phrase: Phrase, at: int) -> str:
    low = phrase.lower(at)
    wanted = {"X": "participle", "G": "ing", "B": "base"}.get(phrase.tags[at])
    forms = forms_of(low)
    return next((f.base for f in forms if f.kind == wanted), forms[0].base if forms else low)


def _is_past(phrase: Phrase, at: int) -> bool:
    return any(f.kind == "past" for f in forms_of(phrase.lower(at)))


def _with_auxiliaries(phrase: Phrase, at: int) -> Group | None:
    kind = "infinitive" if phrase.tags[at] == "T" else "finite"
    group = Group(at, at, "", kind)
    words: list[str] = []
    i = at
    while i < phrase.size:
        i = _behind_time(phrase, i) if words and words[-1] in _HAVE else i
        if i >= phrase.size or phrase.taken[i] is not None:
            break
        low, tag = phrase.lower(i), phrase.tags[i]
        if (low in _NOT and phrase.lower(i + 1) not in _NOT_ONLY) or low.endswith("n't"):
            group.negated = True
        if tag == "M":
            group.modal = low
        elif tag in ("A", "T"):
            if tag == "T" and words and words[-1] in _BE:
                group.modal = "would"  # is to join: it lies ahead
            words.append(low)
        elif _going_to(phrase, i) and words and words[-1] in _BE:
            words.append(low)
            group.modal = "would"  # is going to join: it lies ahead
        elif tag in ("B", "X", "G", "V"):
            group.last, group.lemma = i, _base(phrase, i)
            before = next((w for w in reversed(words) if w != "to"), "")
            group.passive = tag == "X" and before in _BE
            break
        elif tag == "ADV" or (words and low.endswith(("self", "selves"))):
            i += 1  # has itself been part of it
            continue
        else:
            break
        group.last = i
        i += 1
    return _concluded(group, words)


def _behind_time(phrase: Phrase, at: int) -> int:
    """Has since 2015 been a member: return the token behind a time between the parts of a verb, or the token itself."""
    time = phrase.taken[at + 1] if at + 1 < phrase.size and phrase.lower(at) in _TIMING else phrase.taken[at]
    if time is None or time.kind != "Date" or time.last + 1 >= phrase.size or phrase.tags[time.last + 1] not in "AXB":
        return at
    return time.last + 1


def _concluded(group: Group, words: list[str]) -> Group | None:
    """Tell what the auxiliaries of a group say together: its lemma if it has none, tense, number, denial."""
    if not group.lemma:
        last = next((w for w in reversed(words) if w != "to"), "")
        group.lemma = "be" if last in _BE else "have" if last in _HAVE else "do" if last in _DO else ""
    if not group.lemma:
        return None
    if words and words[0] in ("being", "having"):
        group.kind = "gerund"
    group.past = bool(words) and words[0] in _PAST
    group.several = bool(words) and words[0] in ("have", "are", "were", "do", "haven't", "aren't", "weren't")
    group.perfect = any(w in _HAVE for w in words) and group.lemma != "have"
    group.future = group.modal in ("will", "shall", "won't", "'ll")
    if group.modal in ("won't", "can't", "cannot", "wouldn't", "couldn't"):
        group.negated = True
    return group


def _going_to(phrase: Phrase, at: int) -> bool:
    return phrase.lower(at) == "going" and phrase.lower(at + 1) == "to" and phrase.tag(at + 2) == "B"


@lru_cache(maxsize=2)
def phrases_of(table: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the table "verbs" or "modality" by the first word of its phrases.

    English inflects the first word of a phrase, where Kazakh inflects the last, by which the cues are kept.
    """
    entries = cues("en").verbs if table == "verbs" else cues("en").modality
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for last, rest in entries.items():
        for before, concept in rest:
            first, *others = [*before, last]
            found.setdefault(first, []).append((tuple(others), concept))
    for phrases in found.values():
        phrases.sort(key=lambda item: (-len(item[0]), item))
    return found


def concepts_of(phrase: Phrase, group: Group) -> frozenset[str]:
    """Return what a verb means with the words behind it; the longest phrase wins."""
    longest, found = 0, set()
    for rest, concept in phrases_of("verbs").get(group.lemma, ()):
        if len(rest) < longest:
            break
        if rest and rest[0] not in phrase.present:
            continue
        if follows(phrase, group.last + 1, rest) or (group.passive and _precedes(phrase, group.first, rest)):
            longest = len(rest)
            found.add(concept)
    return frozenset(found)


def _precedes(phrase: Phrase, at: int, rest: tuple[str, ...]) -> bool:
    """Tell whether a passive has the noun of a phrase for its subject: presentations were made by X."""
    if len(rest) != 1 or rest[0] in _PARTICLES:
        return False
    for i in range(at - 1, max(-1, at - _LOOK_BACK), -1):
        if phrase.tags[i] in ("V", "A", "M", "PUNCT", "W", "S"):
            return False
        if phrase.lemma(i) == rest[0] and phrase.tags[i] in ("N", "P"):
            return True
    return False


def follows(phrase: Phrase, at: int, rest: tuple[str, ...]) -> bool:
    """Tell whether words follow a token in this order, articles, adjectives and adverbs between them left out."""
    if rest and rest[0] not in phrase.present:
        return False
    i = at
    for word in rest:
        while i < phrase.size and i - at < _LOOK_AHEAD and not _is(phrase, i, word):
            compound = phrase.tags[i] == "N" and phrase.tag(i + 1) == "N" and phrase.taken[i] is None  # welcome address
            if (
                phrase.tags[i] not in _SKIPPED
                and not compound
                and not _within_encounter(phrase, i)
                and not _carried(phrase, i, at)
            ):
                return False
            i += 1
        if i >= phrase.size or not _is(phrase, i, word) or _of_a_time(phrase, i):
            return False
        i += 1
    return True


def _of_a_time(phrase: Phrase, at: int) -> bool:
    """Called on 3 March for talks: a small word before a time is said of the time, and nobody was called on."""
    behind = phrase.taken[at + 1] if at + 1 < phrase.size and phrase.lowers[at] in _TIMING else None
    return behind is not None and behind.kind == "Date" and behind.first == at + 1


def _within_encounter(phrase: Phrase, at: int) -> bool:
    """Make a working trip: the words before the noun that tell what kind of trip it is."""
    taken = phrase.taken[at]
    return taken is not None and taken.kind == "Event" and at < taken.last


def _carried(phrase: Phrase, at: int, behind: int) -> bool:
    """Carry it out, set them up: a pronoun between a verb and its particle."""
    return at == behind and phrase.tags[at] == "R" and phrase.lower(at + 1) in _PARTICLES


def _is(phrase: Phrase, at: int, word: str) -> bool:
    return phrase.lowers[at] == word or phrase.lemmas[at] == word
