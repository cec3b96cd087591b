"""Labelled sentences in the form of KazNERD: a word and its IOB2 tag a line, a blank line between sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.errors import KgError

# Numbers of every sort are one class for us, what never names a thing of the graph is none: the tagger is faster so.
_READ_AS = {
    "CARDINAL": "NUMBER",
    "MONEY": "NUMBER",
    "QUANTITY": "NUMBER",
    "PERCENTAGE": "NUMBER",
    "ORDINAL": "NUMBER",
    "PRODUCT": "ART",
    **dict.fromkeys(("ADAGE", "CONTACT", "DISEASE", "LANGUAGE", "MISCELLANEOUS", "NON_HUMAN"), ""),
}
_NUMERALS = (
    "нөл",
    "бір",
    "екі",
    "үш",
    "төрт",
    "бес",
    "алты",
    "жеті",
    "сегіз",
    "тоғыз",
    "он",
    "жиырма",
    "отыз",
    "қырық",
    "елу",
    "алпыс",
    "жетпіс",
    "сексен",
    "тоқсан",
    "жүз",
    "мың",
    "миллион",
    "миллиард",
    "жарым",
)
_LONGEST_ENDING = 5  # letters of the endings that a numeral takes: жиырма-сыншы
_TWIN_REACH = 2  # how many lines apart the spellings of one sentence stand
_TWIN_SHARE = 0.6  # share of the shorter one's words that the two have in common


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words of one sentence and their IOB2 tags."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


def read_iob2(path: Path) -> list[Labelled]:
    """Return the labelled sentences of a file; KgError when a line has no tag or the file no sentence."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{path} can't be read as UTF-8 text; name a file of labelled sentences (IOB2)") from error
    found, words, tags = [], list[str](), list[str]()
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if not line.strip():
            if words:
                found.append(Labelled(tuple(words), tuple(tags)))
            words, tags = [], []
            continue
        word, _, tag = line.strip().rpartition(" ")
        if not word or not (tag == "O" or tag[:2] in ("B-", "I-")):
            raise KgError(f"{path}, line {number}: expected a word, a space and an IOB2 tag (O, B-…, I-…)")
        words.append(word)
        tags.append(_read_as(tag))
    if not found:
        raise KgError(f"{path} holds no sentence; name a file of labelled sentences (IOB2)")
    return found


def _read_as(tag: str) -> str:
    kind = _READ_AS.get(tag[2:], tag[2:])
    return f"{tag[:2]}{kind}" if kind else "O"


def hold_out(sentences: Sequence[Labelled], parts: int = 10) -> tuple[list[Labelled], list[Labelled]]:
    """Return the sentences to learn from and about one in ``parts`` to measure by.

    One sentence may stand there twice, with its numbers in digits and in words: such twins stay together, else the
    figure would be too good. Which part a sentence is in depends on its words alone.
    """
    learn, measure = list[int](), list[int]()
    for group in twins(sentences):
        key = "\n".join(_without_numbers(sentences[group[0]].words)).encode("utf-8", "replace")
        (measure if int(sha256(key).hexdigest(), 16) % parts == 0 else learn).extend(group)
    return [sentences[i] for i in sorted(learn)], [sentences[i] for i in sorted(measure)]


def twins(sentences: Sequence[Labelled]) -> list[list[int]]:
    """Return the numbers of the sentences in groups of those that say the same but for the spelling of numbers."""
    keys = [_without_numbers(sentence.words) for sentence in sentences]
    group = list(range(len(sentences)))
    first: dict[tuple[str, ...], int] = {}
    for i, key in enumerate(keys):
        group[i] = group[first[key]] if key in first else i
        first.setdefault(key, i)
        for j in range(max(0, i - _TWIN_REACH), i):
            if group[j] != group[i] and _alike(keys[j], key):
                group[i] = group[j]
    members = defaultdict(list)
    for i, number in enumerate(group):
        members[number].append(i)
    return list(members.values())


def _alike(one: Sequence[str], two: Sequence[str]) -> bool:
    shorter = min(len(set(one)), len(set(two)))
    return shorter >= 3 and len(set(one) & set(two)) >= _TWIN_SHARE * shorter


def _without_numbers(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(_words_that_are_no_numbers(words))


def _words_that_are_no_numbers(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        low = word.lower()
        spelt = any(low.startswith(n) and len(low) - len(n) <= _LONGEST_ENDING for n in _NUMERALS)
        if not spelt and any(c.isalpha() for c in low) and not any(c.isdigit() for c in low):
            yield low
