"""Where sentences end: as razdel says, which is asked only where it is not plain.

Most marks end nothing, for no space or a small letter is behind them; most full stops that end a sentence stand between
an ordinary word and a capital. For both all of razdel's rules come to the same, and asking them costs far more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

_LETTERS = re.compile(r"[^\W\d]+")
_WINDOW = 10  # characters on either side of a mark that razdel looks at


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a text, without the spaces around it; one may be empty."""
    razdel = _razdel()
    begun = ended = 0  # where the sentence begins, and where the one before it ended
    for mark in razdel.marks.finditer(text):
        start, stop = mark.span()
        right = text[stop : stop + _WINDOW]
        word = right.lstrip()
        if len(word) == len(right) or not word or (word[0].islower() and _in_small_letters(word)):
            continue
        if not (word[0].isupper() and text[start:stop] == "." and razdel.is_ordinary(text, start)):
            split = razdel.split(text[max(0, start - _WINDOW) : start], mark.group(1), right, text[begun:start])
            if razdel.join(split):
                continue
        start, ended = _stripped(text, begun, stop, ended)
        yield start, ended
        begun = stop
    yield _stripped(text, begun, len(text), ended)


def _in_small_letters(text: str) -> bool:
    """Tell whether a text begins with a word in small letters."""
    letters = _LETTERS.match(text)
    return letters is not None and letters[0].isalpha() and letters[0].islower()


def _stripped(text: str, begun: int, stop: int, ended: int) -> tuple[int, int]:
    bare = text[begun:stop].lstrip()
    if not bare:
        return ended, ended
    start = stop - len(bare)
    return start, start + len(bare.rstrip())


class _Razdel:
    """The parts of razdel's splitter, and the words before a full stop for which it has a rule."""

    def __init__(self) -> None:
        from razdel.segmenters import sentenize, sokr
        from razdel.segmenters.sentenize import SentSplit

        self.marks: Any = sentenize.split.re
        self.join: Any = sentenize.join
        self.split: Any = SentSplit
        pairs = (word for pair in sokr.PAIR_SOKRS | sokr.HEAD_PAIR_SOKRS for word in pair)
        self.abbreviations = frozenset((*sokr.SOKRS, *sokr.HEAD_SOKRS, *sokr.INITIALS, *pairs))

    def is_ordinary(self, text: str, end: int) -> bool:
        """Tell whether an ordinary word ends at an offset: letters, not all capitals, no abbreviation."""
        word = text[max(0, end - _WINDOW) : end].rpartition(" ")[2]
        return len(word) > 1 and word.isalpha() and not word.isupper() and word.lower() not in self.abbreviations


@cache
def _razdel() -> _Razdel:
    return _Razdel()
