"""The languages that can be read: what each folder offers, in one visible table."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from kg.lang.syntax import Sentence
from kg.records import Announcement

_MODULES = {"en": "kg.lang.en.parse", "kk": "kg.lang.kk.parse", "ru": "kg.lang.ru.parse"}


class Pack(Protocol):
    """What a language must be able to do."""

    def read(self, announcement: Announcement) -> list[Sentence]:
        """Return the sentences of an announcement, understood as far as grammar goes."""

    def lemma(self, word: str) -> str:
        """Return the dictionary form of a word."""

    def head_of(self, name: str) -> str:
        """Return the dictionary form of the noun that a body's name is built on."""


def understood(language: str) -> bool:
    """Tell whether announcements in a language can be read for facts."""
    return language in _MODULES


def pack(language: str) -> Pack:
    """Return what reads a language; raises KeyError for one that is not understood yet."""
    return cast(Pack, import_module(_MODULES[language]))
