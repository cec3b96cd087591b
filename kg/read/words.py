"""The words of layout.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("layout.toml")


@cache
def words(name: str) -> tuple[str, ...]:
    """Return one list of layout.toml, in small letters."""
    return tuple(word.lower() for word in tomllib.loads(_DATA.read_text("utf-8"))[name])
