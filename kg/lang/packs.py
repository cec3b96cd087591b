"""The languages that can be read: what each folder offers, in one visible table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from kg.lang.given import Given
from kg.lang.paragraphs import foreign_paragraphs
from kg.lang.syntax import Sentence
from kg.records import Announcement

_MODULES = {"en": "kg.lang.en.parse", "kk": "kg.lang.kk.parse", "ru": "kg.lang.ru.parse"}


class Pack(Protocol):
    """What a language must be able to do."""

    def read(self, announcement: Announcement, given: Sequence[Given] = ()) -> list[Sentence]:
        """Return the sentences of an announcement, understood as far as grammar goes; ``given`` fills what it left."""

    def lemma(self, word: str) -> str:
        """Return the dictionary form of a word."""

    def name_bases(self, word: str) -> Iterable[str]:
        """Return what the last word of a person's name may be in the nominative if it stands in another case."""

    def head_of(self, name: str) -> str:
        """Return the dictionary form of the noun that a body's name is built on."""


def understood(language: str) -> bool:
    """Tell whether announcements in a language can be read for facts."""
    return language in _MODULES


def pack(language: str) -> Pack:
    """Return what reads a language; raises KeyError for one that is not understood yet."""
    return cast(Pack, import_module(_MODULES[language]))


def read(announcement: Announcement, given: Sequence[Given] = ()) -> list[Sentence]:
    """Return the sentences of an announcement in the order of the text, each paragraph read by its own language.

    The chunks of a paragraph in another language than the announcement's say which (``lang``). ``given`` are mentions
    from elsewhere, taken where grammar takes nothing.
    """
    foreign = foreign_paragraphs(announcement)
    if not foreign:
        return pack(announcement.lang).read(announcement, given)
    found: list[Sentence] = []
    for language in sorted({announcement.lang, *foreign.values()}):
        read_so = pack(language).read(_only(announcement, foreign, language), given)
        if language != announcement.lang:
            for chunk in (c for sentence in read_so for c in sentence.chunks):
                chunk.lang = language
        found += read_so
    return sorted(found, key=lambda sentence: sentence.start)


def _only(announcement: Announcement, foreign: dict[int, str], language: str) -> Announcement:
    """Return the announcement with the lines of other languages put aside; numbers and offsets stay."""
    lines = tuple(
        line
        if line.kind not in ("title", "paragraph") or foreign.get(number, announcement.lang) == language
        else replace(line, kind="other")
        for number, line in enumerate(announcement.lines)
    )
    return replace(announcement, lang=language, lines=lines)
