"""What all tests share: a real Chromium, and no skipping of browser tests in continuous integration."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from kg.records import Announcement, Extraction, Resolution
from tests import examples

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says more of the machine than of the program.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the machine's Chromium; skip when it has none."""
    path = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if path is None:
        pytest.skip("no Chromium on this machine; install the package chromium")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Yield a running headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test that needs a browser, a server or a cluster into a failure where CI is set."""
    report = yield
    needs = next(filter(None, map(item.get_closest_marker, ("browser", "server", "cluster"))), None)
    if report.skipped and needs and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"a {needs.name} test may not be skipped in CI: {report.longrepr}"
    return report


@pytest.fixture
def ideal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Put the examples' extraction and resolution in the place of the real ones; return a folder with the three texts.

    A text that is no example is "not understood"; one with FAULT in it makes extraction fail.
    """
    by_text = {example.announcement.text: example for example in examples.extractions()}

    def extract(announcement: Announcement, _: object = None) -> Extraction:
        if "FAULT" in announcement.text:
            raise ValueError("a fault in a rule")
        example = by_text.get(announcement.text)
        if example:
            return replace(example, announcement=announcement)
        return Extraction(announcement, notes=("not understood: no example",))

    def resolve(extractions: Sequence[Extraction], *given: object, **named: object) -> Resolution:
        ids = {extraction.announcement.id for extraction in extractions}
        entities = (
            replace(entity, members=tuple(member for member in entity.members if member[0] in ids))
            for entity in examples.entities()
        )
        return Resolution(tuple(entity for entity in entities if entity.members))

    monkeypatch.setattr("kg.extract.extract", extract)
    monkeypatch.setattr("kg.resolve.resolve", resolve)
    folder = tmp_path / "texts"
    folder.mkdir()
    for extraction in examples.extractions():
        (folder / f"{extraction.announcement.id}.txt").write_text(extraction.announcement.text, "utf-8")
    return folder
