"""Small folders of announcements, as text: what they tell of as one thing is one, what they keep apart is two.

Each file of stories/ has announcements (`== id language day`), then lines `one` with names of one thing and `apart`
with names of two, as a linguist would write them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import pytest

from kg.extract import extract
from kg.names import fold
from kg.read import read_text
from kg.resolve import resolve

STORIES = sorted(Path(__file__).with_name("stories").glob("*.txt"))
LEAST = 12
"""How many stories there are at least, so that none is lost unseen."""


@dataclass
class Story:
    """Announcements with their language and day, and what they say of who is one."""

    announcements: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    said: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)


def told(file: Path) -> Story:
    """Read a story: lines that begin with "#" say what it is about."""
    story, about = Story(), ""
    for line in file.read_text("utf-8").splitlines():
        if line == "== said":
            about = ""
        elif line.startswith("== "):
            about, lang, day = line.removeprefix("== ").split()
            story.announcements[about] = lang, day, ""
        elif line.startswith(("one: ", "apart: ")):
            verdict, _, rest = line.partition(": ")
            kind, *names = (part.strip() for part in rest.split("|"))
            story.said.append((verdict, kind, tuple(names)))
        elif about and not line.startswith("#"):
            lang, day, text = story.announcements[about]
            story.announcements[about] = lang, day, f"{text}{line}\n"
    return story


@lru_cache(maxsize=64)
def entities(file: Path) -> dict[tuple[str, str], set[str]]:
    """Return the slugs of the entities that bear each name, by class and folded name."""
    read = [
        extract(replace(read_text(text.strip(), id=id_, lang=lang), published=day))
        for id_, (lang, day, text) in told(file).announcements.items()
    ]
    found: dict[tuple[str, str], set[str]] = {}
    for entity in resolve(read).entities:
        for name in entity.names:
            found.setdefault((entity.type, fold(name.text)), set()).add(entity.slug)
    return found


CASES = [(file, *said) for file in STORIES for said in told(file).said]


@pytest.mark.parametrize(("file", "verdict", "kind", "names"), CASES, ids=lambda part: getattr(part, "stem", str(part)))
def test_story(file: Path, verdict: str, kind: str, names: tuple[str, ...]) -> None:
    """Names of one thing are those of one entity; no entity bears two names that are told apart."""
    found = [entities(file).get((kind, fold(name)), set()) for name in names]
    assert all(found), [name for name, own in zip(names, found, strict=True) if not own]
    if verdict == "one":
        assert len(set().union(*found)) == 1, found
    else:
        assert found[0].isdisjoint(found[1]), found


def test_no_story_is_lost() -> None:
    """There are as many stories as were written, and each tells of things that are one and of things that are two."""
    assert len(STORIES) >= LEAST
    for file in STORIES:
        assert {verdict for verdict, *_ in told(file).said} == {"one", "apart"}, file.stem
