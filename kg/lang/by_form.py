"""What is told of a word by its form, remembered by form: a look into a table, where lru_cache would build a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


class ByForm(dict[str, _T]):
    """A table that tells what it lacks, and begins anew when it has become too long."""

    __slots__ = ("_most", "_tell")

    def __init__(self, tell: Callable[[str], _T], most: int = 65_536) -> None:
        """Begin with nothing; ``tell`` says what is so of a form, ``most`` is how many forms are remembered."""
        self._tell = tell
        self._most = most

    def __missing__(self, form: str) -> _T:
        told = self._tell(form)
        if len(self) >= self._most:
            self.clear()
        self[form] = told
        return told
