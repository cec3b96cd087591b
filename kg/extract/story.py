"""What has been found in an announcement, for whatever asks whom a word takes up: its sentences, people and bodies."""

from __future__ import annotations

from typing import Protocol

from kg.extract.draft import Draft
from kg.extract.encounters import Agenda
from kg.extract.register import Register
from kg.lang.syntax import Chunk, Sentence


class Story(Protocol):
    """An announcement as far as it has been understood; kg.extract.reader.Reader is one."""

    draft: Draft
    register: Register
    sentences: list[Sentence]
    agenda: Agenda | None

    def body(self, chunk: Chunk | None) -> str:
        """Return the key of the organisation, state or region that a chunk means, "" if it can't be told."""
