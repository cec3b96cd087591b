"""Whatever happens to the announcements from build to build, the folder holds what a build from nothing makes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.pipeline import build
from tests.benchmarks.texts import texts
from tests.test_incremental import contents, quick_picture

__all__ = ["quick_picture"]

WORLD = [one.text for one in texts(15)]
"""Five events, each in three languages."""

WORDS = (
    "Ақпарат",
    "31.12.2030 | Астана",
    "Келесі кездесу 2031 жылғы 3 мамырда Астанада өтеді.",
    "Madina Zhumakhanova left.",
)
NAMES = (
    *(("Мәдина", "Динара"), ("Мадина", "Динара"), ("Madina", "Dinara"), ("2012", "2013"), ("төраға", "директор")),
    *(("since 19", "since 20"), (" met with ", " did not meet with "), ("Chairman", "Director"), ("Aktobe", "Taraz")),
)


@dataclass(frozen=True)
class Change:
    """One thing that happens to the announcement at a place, or to none: what it is and which of its kind."""

    what: str
    place: int
    which: int


CHANGES = st.builds(
    Change,
    st.sampled_from(["a word more", "another name", "another text", "a new one", "deleted", "moved"]),
    st.integers(0, 8),
    st.integers(0, 14),
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with eight announcements in texts/ and a build of them in out/."""
    home = tmp_path_factory.mktemp("any-change")
    (home / "texts").mkdir()
    for number, text in enumerate(WORLD[:8]):
        (home / "texts" / f"{number:02}.txt").write_text(text, "utf-8")
    build(home / "texts", home / "out")
    return home


def make(change: Change, folder: Path, number: int) -> None:
    """Let a change happen to the announcements in a folder; ``number`` tells it from the others."""
    files = sorted(folder.iterdir())
    file = files[change.place % len(files)]
    text = file.read_text("utf-8")
    if change.what == "a word more":
        file.write_text(f"{text}{WORDS[change.which % len(WORDS)]}\n", "utf-8")
    elif change.what == "another name":
        file.write_text(text.replace(*NAMES[change.which % len(NAMES)]), "utf-8")
    elif change.what == "another text":
        file.write_text(WORLD[change.which], "utf-8")
    elif change.what == "a new one":
        (folder / f"{change.place:02}-new-{number}.txt").write_text(WORLD[change.which], "utf-8")
    elif change.what == "moved":
        file.rename(folder / f"{change.which:02}-moved-{number}.txt")
    elif len(files) > 1:
        file.unlink()


@pytest.fixture(scope="module", autouse=True)
def at_rest() -> Iterator[None]:
    """Take files for being at rest at once, so that those that did not change are not read again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.read.stamps._AT_REST", 0)
        yield


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(CHANGES, min_size=1, max_size=5))
def test_any_changes(first: Path, changes: Sequence[Change]) -> None:
    """Files, database and report are those of a build from nothing, after each of some changes in a row."""
    with TemporaryDirectory() as place:
        home = Path(place)
        for part in ("texts", "out"):
            shutil.copytree(first / part, home / part, copy_function=shutil.copy2)
        for number, change in enumerate(changes):
            make(change, home / "texts", number)
            built = build(home / "texts", home / "out")
        anew = build(home / "texts", home / "anew")
        assert contents(home / "out") == contents(home / "anew")
        assert built.report == anew.report
