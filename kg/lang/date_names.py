"""Names in quotes, in which a year is part of the name and no date: «2021–2025 жылдарға арналған бағдарлама»."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"«[^«»\n]{0,120}»|“[^“”\n]{0,120}”|\"[^\"\n]{0,120}\"")
_SPEECH_GOES_ON = re.compile(r",\s?[–—-]")


def quoted_names(text: str) -> list[tuple[int, int]]:
    """Return where the names in quotes of a text stand, in order, with their quotes; speech is left out."""
    return [match.span() for match in _QUOTED.finditer(text) if not _is_speech(match)]


def all_quotes(text: str) -> list[tuple[int, int]]:
    """Return where all that stands in quotes in a text stands, names and speech."""
    return [match.span() for match in _QUOTED.finditer(text)]


def _is_speech(quoted: re.Match[str]) -> bool:
    """Whether words in quotes are somebody's speech: punctuation inside, a colon before or a dash after."""
    text, start, end = quoted.string, quoted.start(), quoted.end()
    if any(sign in quoted.group() for sign in ".!?,") or text[max(0, start - 2) : start].rstrip().endswith(":"):
        return True
    return _SPEECH_GOES_ON.match(text, end) is not None
