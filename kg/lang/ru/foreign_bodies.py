"""Bodies whose names are words of another language, so that no noun tells what they are.

Жогорку Кенеш, Назарбаев Университет             names that the gazetteer knows: only their last word declines
председатель Улу Хурала Тувы X                   capitals in the genitive between a post and a state, before a name
"""

from __future__ import annotations

from functools import lru_cache

from kg.gazetteer import Entry, Gazetteer
from kg.lang.cues import cues
from kg.lang.ru.morphology import forms, inflected
from kg.lang.ru.names import named_by_form
from kg.lang.ru.phrase import CASES, Grammar, Phrase, adjectives_of
from kg.lang.syntax import Chunk

_ENDINGS = {"": ("Nom", "Acc"), "а": ("Gen",), "у": ("Dat",), "ом": ("Ins",), "е": ("Loc",)}
_VOWELS = "аеёиоуыэюя"
_WORDS_OF_A_NAME = range(2, 4)
_WORDS_OF_A_KNOWN_ONE = range(2, 5)

Known = tuple[tuple[str, ...], Entry]


def find_foreign_bodies(phrase: Phrase) -> None:
    """Take bodies with foreign names before words with capitals are read as people."""
    known, nouns = _by_first_word(phrase.known.gazetteer), phrase.cues.organizations.keys()
    for at in phrase.capitals:
        if phrase.taken[at] is not None:
            continue
        named = known.get(phrase.tokens[at].text)
        if named is not None and not (at and phrase.lemmas(at - 1) & nouns):  # Сенат Олий Мажлиса: a part of a name
            _take_known(phrase, at, named)
        elif at and phrase.lemmas(at - 1) & phrase.cues.roles.keys():
            _take_behind_post(phrase, at)


def _take_known(phrase: Phrase, at: int, named: tuple[Known, ...]) -> None:
    for words, entry in named:
        last = at + len(words) - 1
        if last >= phrase.size or not phrase.free(at, last):
            continue
        inner = tuple(phrase.tokens[i].text for i in range(at, last))
        word = phrase.tokens[last].text
        fixed = words[-1][-1] in _VOWELS or words[-1].islower()  # Маджлиси намояндагон
        cases = () if not word.startswith(words[-1]) else CASES if fixed else _ENDINGS.get(word[len(words[-1]) :], ())
        if inner == words[:-1] and cases and (word == words[-1] or not fixed):
            chunk = _body(phrase, at, last, " ".join(words), cases)
            chunk.known = entry.id
            return


def _take_behind_post(phrase: Phrase, at: int) -> None:
    """Take capitals of which the last is a genitive, behind a post and before a state that a name follows."""
    last = at
    while last + 1 < phrase.size and phrase.name_like[last + 1] and phrase.taken[last + 1] is None:
        last += 1
    state = phrase.starting(last + 1)
    words = [phrase.tokens[i].text for i in range(at, last + 1)]
    if not isinstance(state, Chunk) or state.kind != "Country" or len(words) not in _WORDS_OF_A_NAME:
        return
    behind = phrase.ends[state] + 1
    followed = behind + 1 < phrase.size and phrase.name_like[behind] and phrase.name_like[behind + 1]
    genitive = next((f for f in phrase.forms[last] if f.case == "Gen" and f.number == "Sing" and not f.fixed), None)
    if not followed or genitive is None or "Gen" not in phrase.cases_of(state) or _given(words[0]):
        return
    if any(named_by_form(word) == "Patr" or adjectives_of(word) or _is_noun_of_lists(word) for word in words):
        return
    head = inflected(words[-1], genitive.lemma, genitive.pos, "Nom", "Sing")
    _body(phrase, at, last, " ".join((*words[:-1], head)), ("Gen",)).confidence = 0.7


def _body(phrase: Phrase, at: int, last: int, label: str, cases: tuple[str, ...]) -> Chunk:
    chunk = phrase.chunk("Organization", at, last, label=label, lemma=label.lower(), rule="organization.foreign-name")
    state, end = phrase.starting(last + 1), last
    if isinstance(state, Chunk) and state.kind == "Country" and "Gen" in phrase.cases_of(state):
        chunk.owner, end = state, phrase.ends[state]
    return phrase.take(chunk, Grammar(cases, "Sing", "Masc"), end)


def _given(word: str) -> bool:
    return any(f.name == "Name" and f.known for f in forms(word))


@lru_cache(maxsize=16_384)
def _is_noun_of_lists(word: str) -> bool:
    """Tell whether a word is a noun for bodies or posts, so that the name is understood without this."""
    known = cues("ru")
    return any(f.lemma in known.organizations or f.lemma in known.roles for f in forms(word))


@lru_cache(maxsize=8)
def _by_first_word(gazetteer: Gazetteer) -> dict[str, tuple[Known, ...]]:
    """Return the names of bodies that are foreign words, longest first, by their first word."""
    found: dict[str, list[Known]] = {}
    for entry in gazetteer.of_kind("Organization"):
        for name in entry.all_names:
            words = tuple(name.text.split(" "))
            if name.lang == "ru" and len(words) in _WORDS_OF_A_KNOWN_ONE and _foreign(words):
                found.setdefault(words[0], []).append((words, entry))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _foreign(words: tuple[str, ...]) -> bool:
    """Tell whether the words of a name are all capitals and the first is neither an adjective nor a noun for bodies."""
    known = cues("ru")
    # Маджлиси милли, but not Костанайская область
    strange = not any(f.known for f in forms(words[0])) and not any(
        f.lemma in known.places or f.lemma in known.organizations
        for word in words
        if word.islower()
        for f in forms(word)
    )
    written = all(word[1:].islower() and not word.isascii() and (word[0].isupper() or strange) for word in words)
    written = written and words[0][0].isupper()
    first, last = forms(words[0]), forms(words[-1])
    nouns = any(f.lemma in known.organizations or f.lemma in known.places for f in first)
    declines = any(f.case == "Nom" for f in last) or not any(f.known for f in last)
    return written and not nouns and declines and not any(f.known and f.pos in ("ADJF", "PRTF") for f in first)
