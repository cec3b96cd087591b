"""Copies of spoken sentences as institutions write them: initials, abbreviations with endings, ҚР.

KazNERD is speech on television: it spells out what an announcement shortens. Without such copies the tagger has never
seen Б.Имашев or ОСК-ның and takes them for something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.lang.kk.morphology import analyse
from kg.lang.kk.tagger import spans_of
from kg.train.kaznerd import Labelled

Rows = list[tuple[str, str]]  # (word, tag)

# The ending that an abbreviation takes in each case; its own vowels, read letter by letter, decide between the two.
_ENDINGS = {
    "Gen": ("ның", "нің", "тың"),
    "Dat": ("ға", "ге", "қа"),
    "Acc": ("ны", "ні", "ты"),
    "Loc": ("да", "де", "та"),
    "Abl": ("дан", "ден", "тан"),
    "Ins": ("мен", "бен", "пен"),
}
_SMALL_WORDS = frozenset({"және", "мен", "пен", "бен", "жөніндегі", "атындағы"})


def written_copies(sentences: Iterable[Labelled]) -> Iterator[Labelled]:
    """Yield a rewritten copy of each sentence that names a person, body or state in a way that writing shortens."""
    for number, sentence in enumerate(sentences):
        rows: Rows = []
        at = 0
        for first, last, kind in spans_of(sentence.tags):
            rows += zip(sentence.words[at:first], sentence.tags[at:first], strict=True)
            span = list(sentence.words[first : last + 1])
            rows += _labelled(_REWRITE.get(kind, _as_it_is)(span, number), kind)
            at = last + 1
        rows += zip(sentence.words[at:], sentence.tags[at:], strict=True)
        words = tuple(word for word, _ in rows)
        if words != sentence.words:
            yield Labelled(words, tuple(tag for _, tag in rows))


def with_initials(name: list[str], number: int) -> list[str]:
    """Return a full name as surname and initials: Берік Имашев -> Б. Имашев, now and then Имашев Б., Б.М. Имашев."""
    if len(name) != 2 or not all(word[0].isupper() and len(word) > 2 for word in name):
        return name
    given, surname = name
    if number % 4 == 1:
        return [f"{given[0]}.{'МАСЖ'[number // 4 % 4]}.", surname]
    if number % 4 == 3 and not analyse(surname)[0].case.replace("Nom", ""):
        return [surname, f"{given[0]}."]
    return [f"{given[0]}.", surname]


def abbreviated(name: list[str], number: int) -> list[str]:
    """Return a body of several words by its first letters, with the ending of its last word behind a hyphen."""
    letters = [word[0].upper() for word in name if word.lower() not in _SMALL_WORDS and word[0].isalpha()]
    if not 2 <= len(letters) <= 5 or len(letters) < len(name) - 1 or number % 2:
        return with_state_shortened(name, number)
    case = next((reading.case for reading in analyse(name[-1]) if reading.case), "")
    endings = _ENDINGS.get(case)
    return ["".join(letters) + (f"-{endings[number % 3]}" if endings else "")]


def with_state_shortened(name: list[str], number: int) -> list[str]:
    """Return a name with ҚР in place of Қазақстан Республикасының, or of Қазақстан before another word."""
    if len(name) > 2 and name[0] == "Қазақстан" and name[1].startswith("Республика"):
        return ["ҚР", *name[2:]]
    if len(name) > 1 and name[0] in ("Қазақстан", "Қазақстанның"):
        return ["ҚР", *name[1:]]
    return name


def state_shortened(name: list[str], number: int) -> list[str]:
    """Return ҚР for Қазақстан Республикасы."""
    if name[0] == "Қазақстан" and len(name) == 2 and name[1].startswith("Республика"):
        return ["ҚР"]
    return name


def _as_it_is(name: list[str], number: int) -> list[str]:
    return name


_REWRITE: dict[str, Callable[[list[str], int], list[str]]] = {
    "PERSON": with_initials,
    "ORGANISATION": abbreviated,
    "POSITION": with_state_shortened,
    "GPE": state_shortened,
}


def _labelled(words: list[str], kind: str) -> Rows:
    return [(word, f"{'I' if i else 'B'}-{kind}") for i, word in enumerate(words)]
