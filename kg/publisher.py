"""Whose state an announcement speaks from, and which state a name speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.names import fold
from kg.records import Announcement, Line

_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)

HOME_STATE = "kz"
"""The state that an announcement is taken to speak from where nothing tells another."""

_SAID = re.compile(r"[.?!:;]|,\s")
"""What stands in a headline and in no body's name."""


def home_of(announcement: Announcement, gazetteer: Gazetteer) -> str:
    """Return the state (small ISO code) of whoever published an announcement; "" if nothing tells it.

    What tells it is the publisher, the letterhead, the footer (Пресс-служба ЦИК Узбекистана), the ending of the
    address, or the town that the story is told from (Riga, 4 April 2022).
    """
    for words in publishers(announcement):
        for entry in gazetteer.find(words):
            if entry.state:
                return entry.state.lower()
        if state := named_state(words, gazetteer):
            return state
    host = _HOST.match(announcement.url or "")
    ending = host.group(1).rpartition(".")[2].casefold() if host else ""
    return ending if len(ending) == 2 and ending in gazetteer else _told_from(announcement, gazetteer)


_HOME_LANGUAGE = "kk"
_KIND_OF_TEXT = 3  # words of a line that says what it is: Press release
_WORD = re.compile(r"[^\W\d_]+")
# Riga, 4 April 2022 – …; TBILISI, GEORGIA (4 May 2024); HELSINKI 15.9.2021; Бишкек. 2 марта
_DATELINE = re.compile(
    r"([^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)?)(?:(?:, |/)[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)?)?[,.]? \(?"
    r"(?:\d|[^\W\d_]{3,9}\.? \d)"
)


def _told_from(announcement: Announcement, gazetteer: Gazetteer) -> str:
    """Return the state of the town before the day, "" where it is at home or the text names the home state too.

    Ministers of home tell of what they did in New York.
    """
    text = announcement.text
    if announcement.lang == _HOME_LANGUAGE:
        return ""  # written at home, wherever it is told from
    for line in announcement.lines[: _OPENING + 1]:
        found = _DATELINE.match(text, line.start, line.end)
        town = gazetteer.find(found.group(1), announcement.lang, "Place") if found else ()
        states = {(entry.state or "").lower() for entry in town} - {""}
        if len(states) == 1 and HOME_STATE not in states:
            return "" if _names_home(text, gazetteer) else states.pop()
    return ""


def _names_home(text: str, gazetteer: Gazetteer) -> bool:
    home, folded = gazetteer.by_id(HOME_STATE), fold(text)
    single = (name.text for name in home.names if " " not in name.text)  # Республика is what others are called too
    letters = {name.text for name in home.acronyms}
    return any(fold(name)[:_TELLING] in folded for name in single) or not letters.isdisjoint(_WORD.findall(text))


def publishers(announcement: Announcement) -> list[str]:
    """Return the words that say who published an announcement: the publisher's name, the letterhead, the footers."""
    text = announcement.text
    footers = [text[line.start : line.end] for line in announcement.lines if line.kind == "footer"]
    head = letterhead(announcement)
    above = text[head.start : head.end] if head else ""
    return [words for words in (announcement.publisher or "", above, *footers) if words]


def letterhead(announcement: Announcement) -> Line | None:
    """Return the first title where it stands above the headline, None where there is none.

    It is in capitals, or the date parts it from the headline, with a word or two for what it is at most between them:
    Министерство юстиции, 9 июля, ЦИФРОВОЙ НОТАРИАТ; National Bank of Moldova, Press release, 14.06.2023, Visit ends.
    """
    lines, text = announcement.lines[:4], announcement.text
    titles = [line for line in lines if line.kind == "title"]
    if len(titles) < 2:
        return None
    words = text[titles[0].start : titles[0].end]
    between = text[lines[1].start : lines[1].end].split() if lines[1] is titles[1] and len(titles) > 1 else []
    parted = 0 < len(between) <= _KIND_OF_TEXT and len(lines) > 3 and lines[3].kind == "title"
    behind = 2 if parted else 1
    dated = lines[0] is titles[0] and lines[behind].kind == "date" and not _SAID.search(words)
    return titles[0] if words.isupper() or dated else None


@lru_cache(maxsize=65_536)
def named_state(name: str, gazetteer: Gazetteer) -> str:
    """Return the state that a name speaks of, by its words: "uz" for ЦИК Узбекистана; "" where none is named."""
    words = name.split()
    return next((state for start in range(len(words)) if (state := state_at(words, start, gazetteer)[0])), "")


def state_at(words: Sequence[str], start: int, gazetteer: Gazetteer) -> tuple[str, int]:
    """Return the state whose name begins at a word, in any case, and of how many words it is; ("", 0) for none.

    An abbreviation (РФ, АҚШ-тың) counts as it is written. The longest name counts: Южной Кореи, not Кореи.
    """
    if state := _abbreviated(gazetteer).get(words[start].partition("-")[0].strip(_MARKS)):
        return state, 1
    opening = fold(words[start]).strip(_MARKS)
    for state, stems in _states(gazetteer).get(opening[:_OPENING], ()):
        found = [opening, *(fold(word).strip(_MARKS) for word in words[start + 1 : start + len(stems)])]
        if len(found) == len(stems) and all(map(_is_form, found, stems)):
            return state, len(stems)
    return "", 0


_OPENING = 3
_TELLING = 6  # letters of the home state's name that its adjective and its people share
_MARKS = ',;:()«»“”"'
# What may follow the stem of a state's name: endings of Kazakh and Russian cases and adjectives, an English genitive.
_ENDING = re.compile(
    r"(?:[аеёиоуыэюяьй]|ом|ем|ём|ой|ей|ою|ию|ии|ия|ие|ией|ью|ый|ий|ая|ое|ые|ого|ому|ым|ых|им|их|ими|ов|ам|ами|ах|ям|ями|ях"
    r"|[аяе]?(?:лық|лік|дық|дік|тық|тік)?(?:тар|тер|дар|дер)?(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|да|де|та|те|[нтд][ае]н"
    r"|[мбп]ен|ды|ді|ты|ті|ны|ні|[дт][ае]ғы|[дт]егі)?|(?:сы|сі|ы|і)(?:н|на|не|нда|нде|ның|нің)?|'?s?|')"
)


def _is_form(word: str, stem: str) -> bool:
    return word.startswith(stem) and bool(_ENDING.fullmatch(word, len(stem)))


# The end of a name's word that its cases change.
_CHANGES = re.compile(r"(?:(?<=[кнтр])(?:ая|ий|ый|ое|ые|ие)|[аяыиеьй])$")


def _stem(word: str) -> str:
    """Return what no case changes; short names in -и have no cases: Мали, but Kazakh мал is livestock."""
    short = len(word) < 4 or (len(word) == 4 and word.endswith("и"))
    return word if short else _CHANGES.sub("", word)


@lru_cache(maxsize=8)
def _abbreviated(gazetteer: Gazetteer) -> dict[str, str]:
    return {name.text: entry.id for entry in gazetteer.of_kind("Country") for name in entry.acronyms}


@lru_cache(maxsize=8)
def _states(gazetteer: Gazetteer) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the stems of the words of states' names, by the letters that the first begins with, the longest first."""
    found: dict[str, set[tuple[str, tuple[str, ...]]]] = {}
    for entry in gazetteer.of_kind("Country"):
        for name in entry.names:
            stems = tuple(map(_stem, fold(name.text).split()))
            if len(stems[0]) > 2:
                found.setdefault(stems[0][:_OPENING], set()).add((entry.id, stems))
    return {opening: sorted(rows, key=lambda row: (-len(row[1]), row)) for opening, rows in found.items()}
