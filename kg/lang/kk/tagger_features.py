"""What the tagger sees of a word: spelling, shape, grammar, what word lists say of it, and its neighbours' likewise.

Training and tagging both go through ``features``. Strings are made once for each word form, as bytes, because making
them anew would take longer than tagging does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lang.kk.alphabet import repair
from kg.lang.kk.morphology import analyse
from kg.lang.kk.word_kinds import kinds_of
from kg.lang.reading import Reading

_DIGIT = re.compile(r"\d")
_REPEATED = re.compile(r"(.)\1+")
_QUOTES = {"“": "«", "„": "«", "‹": "«", "”": "»", "›": "»", '"': '"', "‟": '"', "«": "«", "»": "»"}
_ENDS_PHRASE = frozenset(",.;:!?—")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})
_LONGEST_FORM = 64  # letters of a word beyond which it is noise

Features = list[bytes]


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """The features that one form brings: to its own place, and to those one and two words away from it.

    ``opening`` replaces ``here`` at the start of a sentence, where a capital tells nothing. ``ahead`` is what the word
    tells those before it as the next head noun or name on their right; None from a word that tells nothing, [] from one
    behind which a phrase ends.
    """

    here: Features
    opening: Features
    shape: bytes
    ahead: Features | None
    to_next: Features
    to_previous: Features
    to_second_next: Features
    to_second_previous: Features


def features(words: Sequence[str]) -> list[Features]:
    """Return the features of each word of a sentence."""
    forms, quoted = _with_plain_quotes(words)
    seen = [word_features(form) for form in forms]
    last = len(seen) - 1
    found = []
    ahead: Features = []
    for i in range(last, -1, -1):
        word = seen[i]
        before = seen[i - 1].shape if i else b"^"
        after = seen[i + 1].shape if i < last else b"$"
        own = [b"hh=%b|%b|%b" % (before, word.shape, after), *ahead, *(word.here if i else word.opening)]
        if i:
            own += seen[i - 1].to_next
            if i > 1:
                own += seen[i - 2].to_second_next
        if i < last:
            own += seen[i + 1].to_previous
            if i + 1 < last:
                own += seen[i + 2].to_second_previous
        else:
            own.append(b"end")
        if i in quoted:
            own.append(b"quoted")
        found.append(own)
        ahead = ahead if word.ahead is None else word.ahead
    found.reverse()
    return found


@lru_cache(maxsize=65_536)
def word_features(form: str) -> WordFeatures:
    """Return what one form brings to itself and its neighbours."""
    form = repair(form[:_LONGEST_FORM])
    low, shape, kinds, reading = _DIGIT.sub("0", form.lower()), _shape(form), kinds_of(form), analyse(form)[0]
    own = [*_spelling(low), *(f"x={kind}" for kind in kinds), f"m={_grammar(reading)}"]
    return WordFeatures(
        here=_coded(["b", f"h={shape}", *own]),
        opening=_coded(["b", f"h=^{shape}", "start", *own]),
        shape=shape.encode("utf-8", "replace"),
        ahead=_ahead(form, kinds, reading),
        to_next=_coded(_neighbour("-1", low, shape, kinds)),
        to_previous=_coded(_neighbour("+1", low, shape, kinds)),
        to_second_next=_coded([f"w-2={low}"]),
        to_second_previous=_coded([f"w+2={low}"]),
    )


def _ahead(form: str, kinds: Sequence[str], reading: Reading) -> Features | None:
    if form in _ENDS_PHRASE or (not kinds and reading.pos == "VERB"):
        return []
    return _coded([f"nx={kinds[0]}"]) if kinds else None


def _grammar(reading: Reading) -> str:
    if reading.pos in _NOMINAL:
        return (reading.case or "-") + reading.possessor
    return reading.pos + reading.verb_form


def _spelling(low: str) -> Iterator[str]:
    yield f"w={low}"
    yield from (f"p{length}={low[:length]}" for length in range(2, 6) if len(low) > length)
    yield from (f"s{length}={low[-length:]}" for length in range(1, 5) if len(low) > length)


def _neighbour(place: str, low: str, shape: str, kinds: Sequence[str]) -> list[str]:
    own = [f"w{place}={low}", f"h{place}={shape}", f"p{place}={low[:4]}", f"s{place}={low[-3:]}"]
    return [*own, *(f"x{place}={kind}" for kind in kinds)]


def _shape(form: str) -> str:
    letters = ("X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c for c in form)
    return _REPEATED.sub(r"\1", "".join(letters))


def _coded(names: list[str]) -> Features:
    return [name.encode("utf-8", "replace") for name in names]


def _with_plain_quotes(words: Sequence[str]) -> tuple[Sequence[str], set[int]]:
    """Return the words with every quote written « or », and which of them stand between quotes."""
    marks = [i for i, word in enumerate(words) if word in _QUOTES]
    if not marks:
        return words, set()
    plain, inside, opened = list(words), set[int](), -1
    for i in marks:
        mark = _QUOTES[words[i]]
        if mark == '"':
            mark = "«" if opened < 0 else "»"
        plain[i] = mark
        if mark == "«":
            opened = i
        elif opened >= 0:
            inside.update(range(opened + 1, i))
            opened = -1
    return plain, inside
