"""axe-core, the usual judge of accessibility, finds no fault on any page of ours, in any state.

axe-core comes with the Python package axe-playwright-python (a development dependency), so nothing is downloaded here.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files as package_files
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from kg.files import write_atomically
from kg.view import matrix, page, timeline
from tests.view.large import large_graph
from tests.view.sample import sample_graph, sample_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SIZES = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
PICTURE = {
    "at first": "",
    "a card": "go({ chosen: { thing: topOf(0, graph.size, 1)[0] } })",
    "a relation": "go({ chosen: { tie: 3 } })",
    "around": "go({ view: { around: 0 }, chosen: null })",
    "the list": "go({ mode: 'list', chosen: null }); document.querySelectorAll('#list details')"
    ".forEach((one) => (one.open = true))",
    "menus": "byId('menu').open = true; byId('key').open = true",
}  # fmt: skip
RUN = """async () => { const found = await axe.run(document, { resultTypes: ["violations"] });
    const where = (one) => one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ");
    return found.violations.map((one) => `${one.id}: ${where(one)}`); }"""


@pytest.fixture(scope="module")
def axe() -> str:
    """Return axe-core's script; skip where it is not installed."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed; make test installs it")
    return (package_files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Write the pages once; return their addresses."""
    folder = tmp_path_factory.mktemp("axe")
    pages: dict[str, Callable[[Path], None]] = {
        "picture": lambda path: write_atomically(path, sample_page()),
        "groups": lambda path: page.write(large_graph(500), path),
        "empty": lambda path: page.write(nx.MultiDiGraph(), path),
        "timeline": lambda path: timeline.write(sample_graph(), path),
        "matrix": lambda path: matrix.write(sample_graph(), path),
    }
    for name, write in pages.items():
        write(folder / f"{name}.html")
    return {name: (folder / f"{name}.html").as_uri() for name in pages}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("name", ["picture", "groups", "empty", "timeline", "matrix"])
def test_no_fault(browser: Browser, axe: str, written: dict[str, str], name: str, size: str, scheme: str) -> None:
    """In every state of the picture, and on the pages to read, on a desk and a phone, light and dark."""
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    opened = context.new_page()
    opened.goto(written[name])
    states = PICTURE if name == "picture" else {"at first": ""}
    if name != "empty":
        opened.wait_for_selector("html[data-ready]", state="attached")
    opened.evaluate(axe)
    found = {}
    for state, script in states.items():
        opened.evaluate(script)
        if faults := opened.evaluate(RUN):
            found[state] = faults
    context.close()
    assert found == {}
