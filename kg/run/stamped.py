"""Stamps of the files that were read, kept from build to build, so that those at rest need not be read again."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.read.stamps import Stamp, Stamps
from kg.run import program
from kg.run.cache import Cache

_NOTE = "stamps"


@dataclass(frozen=True, slots=True)
class _Kept:
    """Stamps by the names of files, and what read them: the program and the language it was told, if any."""

    made_by: str = ""
    of: dict[str, Stamp] = field(default_factory=dict)


def stamps(cache: Cache, lang: str | None, *, fresh: bool = False) -> Stamps:
    """Return what is known of files; nothing if all is to be read ``fresh``."""
    kept: _Kept | None = None if fresh else cache.note(_NOTE, _Kept)
    return Stamps(kept.of if kept and kept.made_by == _made_by(lang) else {})


def keep(cache: Cache, found: Stamps, lang: str | None) -> None:
    """Keep what is known of the files of this build."""
    if found.now != found.known:
        cache.set_notes(**{_NOTE: _Kept(_made_by(lang), found.now)})


def _made_by(lang: str | None) -> str:
    return f"{program.understanding()} {lang or ''}"
