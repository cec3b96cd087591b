"""Words and sentences of a text, for every language that writes in Cyrillic or Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lang.by_form import ByForm
from kg.lang.person_names import PARTICLES
from kg.lang.sentence_ends import pieces
from kg.records import Span

# Longest sentence that is read as one; a text without any full stop is cut at a space beyond it, so time stays linear.
LONGEST_SENTENCE = 3_000

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІÀ-ÖØ-Þ"
_TOKEN = re.compile(
    rf"""
    (?P<initials>(?<!\w)[{_UPPER}](?:[ж])?\.(?:[ \u00a0]?-?[ \u00a0]?[{_UPPER}](?:[ж])?\.){{0,2}})   # Б.М.  Қ.-Ж.
  | (?P<number>\d+(?:[.,:/]\d+)*(?!\w)(?!-\w))
  | (?P<word>\w+(?:[-\u2011'’ʼ`]\w+)*\+?)                                                   # A-WEB-тің  Erasmus+
  | (?P<quote>[«»“”„"‟])
  | (?P<dash>[—–-])
  | (?P<punct>[^\w\s])
    """,
    re.VERBOSE,
)
TOKEN_KINDS = tuple(_TOKEN.groupindex)
# The small words that begin a surname, and a capital behind them.
_SMALL_WORDS = re.compile(rf"[ \u00a0]?(?:(?:{'|'.join(sorted(PARTICLES))})[ \u00a0]){{1,3}}[{_UPPER}]")
_OPENERS, _CLOSERS = "«“„(", "»”)"


@dataclass(slots=True)  # frozen ones take three times as long to make, and there is one for each word
class Token:
    """A word, number, pair of initials or mark, never changed; offsets are those of the announcement's text."""

    start: int
    end: int
    text: str
    kind: str  # word, number, initials, quote, dash, punct

    @property
    def capital(self) -> bool:
        """Whether a word begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether a word is written in capitals, an ending behind a hyphen left aside (ОСК-ның, ТүркПА, ҚазҰУ)."""
        return self.kind == "word" and _ACRONYMS[self.text]


def is_acronym(word: str) -> bool:
    """Tell whether a word is an abbreviation by its capitals: at least two, the second within the first part."""
    return _ACRONYMS[word]


def _in_capitals(word: str) -> bool:
    stem = re.sub(r"[-\u2011'’ʼ`][^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w]*$", "", word)
    capitals = sum(letter.isupper() for letter in stem)
    letters = sum(letter.isalpha() for letter in stem)
    if capitals < 2 or letters > 12:
        return False
    if "-" in stem:
        return capitals == letters
    return capitals == letters or stem[-1].isupper()


_ACRONYMS = ByForm(_in_capitals)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Cut ``text[start:end]`` into tokens."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        kind, words = match.lastgroup or "punct", match.group()
        first, last = match.span()
        if kind == "initials" and not _before_or_after_a_name(text, first, last, start, end):
            # a capital that ends a sentence or numbers a list: the letter is a word, the stop a mark
            found.append(Token(first, first + 1, text[first], "word"))
            found.extend(tokens(text, first + 1, last) if last - first > 1 else ())
            continue
        found.append(Token(first, last, words, kind))
    return found


def _before_or_after_a_name(text: str, start: int, end: int, first: int, last: int) -> bool:
    after = text[end : min(end + 3, last)].lstrip()
    if after[:1].isupper() or (after[:1].islower() and _SMALL_WORDS.match(text, end, last)):
        return True  # Б. Имашев, П. ван ден Берг
    before = text[max(first, start - 30) : start].rstrip()
    word = re.search(r"(\w+)$", before)
    return bool(word and word.group(1)[0].isupper() and end - start >= 4)


@lru_cache(maxsize=8)
def _never_final(words: frozenset[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:(?<!\w)(?:{alternatives})|(?<!\w)[{_UPPER}]ж?)\.$")


def sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[Span]:
    """Yield the sentences of ``text[start:end]``; none ends behind an abbreviation (given without its stop)."""
    unfinished = _never_final(abbreviations)
    begun: int | None = None
    for first, last in pieces(text[start:end]):
        begin = begun if begun is not None else start + first
        stop = start + last
        if unfinished.search(text[max(begin, stop - 12) : stop]) and stop < end:
            begun = begin
            continue
        begun = None
        yield from _of_bearable_length(text, begin, stop)
    if begun is not None:
        yield from _of_bearable_length(text, begun, end)


def _of_bearable_length(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + LONGEST_SENTENCE
        yield Span(start, cut)
        start = cut
    if text[start:end].strip():
        yield Span(start, end)


def brackets(found: Iterable[Token]) -> dict[int, int]:
    """Pair the opening quotes and brackets of a sentence with their closing ones: token index to token index."""
    pairs: dict[int, int] = {}
    waiting: list[tuple[int, str]] = []
    for index, token in enumerate(found):
        if token.kind == "word":
            continue
        if token.text in ('"', "‟"):
            if waiting and waiting[-1][1] in '"‟':
                pairs[waiting.pop()[0]] = index
            else:
                waiting.append((index, token.text))
        elif token.text == "“" and waiting and waiting[-1][1] == "„":
            pairs[waiting.pop()[0]] = index  # „…“
        elif token.text in _OPENERS and len(token.text) == 1:
            waiting.append((index, token.text))
        elif token.text in _CLOSERS and len(token.text) == 1:
            _close(waiting, pairs, index, token.text)
    return pairs


def _close(waiting: list[tuple[int, str]], pairs: dict[int, int], index: int, mark: str) -> None:
    wanted = "(" if mark == ")" else "«“„"
    for at in range(len(waiting) - 1, -1, -1):
        if waiting[at][1] in wanted:
            pairs[waiting[at][0]] = index
            del waiting[at:]
            return
