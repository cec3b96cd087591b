"""Which posts one person at a time holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.conflicts.said import About
from kg.names import fold

_FILE = Path(__file__).parent / "sole_posts.txt"


@dataclass(frozen=True, slots=True)
class _Posts:
    known: dict[str, tuple[str, ...]]
    begins: tuple[str, ...]
    ends: tuple[str, ...]


def is_sole(role: About, body: About) -> bool:
    """Tell whether a body can have but one holder of a post at a time (a chair, not a deputy or a member)."""
    posts = _posts()
    if role.known:
        wanted = posts.known.get(role.known)
        return wanted is not None and (not wanted or any(word in fold(name) for word in wanted for name in body.names))
    names = [fold(name) for name in role.names]
    return any(name.startswith(posts.begins) or name.endswith(posts.ends) for name in names)


@cache
def _posts() -> _Posts:
    lines = _FILE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return _Posts(
        known={row[1]: tuple(row[3:]) for row in rows if row[0] == "known"},
        begins=tuple(f"{row[2]} " for row in rows if row[0] == "begins"),
        ends=tuple(f" {row[2]}" for row in rows if row[0] == "ends"),
    )
