"""How quick the picture is in a real Chromium, beside plain pyvis: `python -m tests.benchmarks.bench_view`.

For each size: seconds of processor time to make the page, its megabytes, seconds from opening it until it can be panned
and clicked, and frames a second while it is panned for two seconds; for ours also in the fullest group and around the
most connected thing. Headless, without a GPU, 1280x800. Plain pyvis is left out above 2,000 entities, where it does not
come to rest.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.view.large import large_graph

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import Browser, Page

SIZES = (100, 2_000, 10_000, 50_000)
MOST_FOR_PLAIN = 2_000
PATIENCE = 60_000  # milliseconds
PAN_SECONDS = 2.0
LINE = "{:>9} {:<12} {:>7} {:>6} {:>8} {:>12} {:>11} {:>11}"
HEAD = ("entities", "page", "make s", "MB", "ready s", "panning fps", "in a group", "around one")

# Ours says itself that it is ready; plain pyvis is when its physics has come to rest.
READY = "html[data-ready]"
RESTED = "html[data-rested]"
WATCH = "network.once('stabilizationIterationsDone', () => { document.documentElement.dataset.rested = ''; });"
USABLE = """(() => {
    const before = network.getViewPosition().x;
    network.moveTo({ position: { x: before + 5, y: 0 } });
    const box = scene.boxes.find(boxShown);
    const there = whatIsAt(network.canvasToDOM({ x: box.x, y: box.y }));
    return network.getViewPosition().x !== before && Boolean(there); })()"""
FULLEST = """() => { const leaves = [...graph.shelves.first.keys()].filter((one) => !graph.inside.has(one));
    const size = (one) => graph.shelves.end[one] - graph.shelves.first[one];
    go({ view: { shelf: leaves.reduce((best, one) => (size(one) > size(best) ? one : best)) } }); }"""
FRAMES = """window.counted = new Promise((done) => { let count = 0; const start = performance.now();
    const next = () => { count += 1;
        const seconds = (performance.now() - start) / 1000;
        if (seconds < SECONDS) requestAnimationFrame(next);
        else done(count / seconds); };
    requestAnimationFrame(next); }); undefined"""


def main() -> None:
    """Measure all sizes and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    sizes = parser.parse_args().sizes
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine; install the package chromium.")
    print(LINE.format(*HEAD), flush=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for size in sizes:
            graph = large_graph(size)
            show(size, "kg view", ours(browser, graph, Path(folder)))
            if size <= MOST_FOR_PLAIN:
                show(size, "plain pyvis", plain(browser, graph, Path(folder)))
        browser.close()


def ours(browser: Browser, graph: nx.MultiDiGraph[str], folder: Path) -> dict[str, Any]:
    """Measure our page."""
    from kg.view.page import write

    target = folder / "ours.html"
    start = time.process_time()
    write(graph, target)
    made = time.process_time() - start
    page, ready = _opened(browser, target, READY, USABLE)
    found = {"make": made, "mb": target.stat().st_size / 1e6, "ready": ready, "fps": frames(page)}
    page.evaluate(FULLEST)
    found["group"] = frames(page)
    page.evaluate("go({ view: { around: topOf(0, graph.size, 1)[0] } })")
    found["around"] = frames(page)
    page.context.close()
    return found


def plain(browser: Browser, graph: nx.MultiDiGraph[str], folder: Path) -> dict[str, Any]:
    """Measure pyvis as it comes, but for the scripts that it would ask a host for."""
    import networkx as nx
    from pyvis.network import Network

    target = folder / "plain.html"
    start = time.process_time()
    network = Network(cdn_resources="in_line", directed=True)
    bare: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    bare.add_nodes_from((node, {"label": data["label"]}) for node, data in graph.nodes(data=True))
    bare.add_edges_from((one, other) for one, other in graph.edges())
    network.from_nx(bare)
    html = network.generate_html(notebook=False)
    target.write_text(html.replace("</body>", f"<script>{WATCH}</script></body>"), encoding="utf-8")
    made = time.process_time() - start
    page, ready = _opened(browser, target, RESTED)
    fps = frames(page) if ready else 0.0
    page.context.close()
    return {"make": made, "mb": target.stat().st_size / 1e6, "ready": ready, "fps": fps}


def _opened(browser: Browser, target: Path, ready: str, usable: str = "true") -> tuple[Page, float | None]:
    """Open a page without any network; return it and the seconds until it was ready, None if it was not in time."""
    from playwright.sync_api import Error

    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.route("http*://**", lambda route: route.abort())
    page.set_default_timeout(PATIENCE)
    start = time.perf_counter()
    try:
        page.goto(target.as_uri(), wait_until="commit")
        # Not wait_for_function, which needs eval, which our pages forbid.
        page.wait_for_selector(ready, state="attached")
        return page, time.perf_counter() - start if page.evaluate(usable) else None
    except Error:
        return page, None


def frames(page: Page) -> float:
    """Return the frames a second while the mouse drags the picture about."""
    page.wait_for_timeout(500)
    canvas = page.locator("canvas").first.bounding_box()
    assert canvas
    x, y = canvas["x"] + canvas["width"] * 0.5, canvas["y"] + canvas["height"] * 0.93
    page.evaluate(FRAMES.replace("SECONDS", str(PAN_SECONDS)))
    page.mouse.move(x, y)
    page.mouse.down()
    until = time.perf_counter() + PAN_SECONDS
    step = 0
    while time.perf_counter() < until:
        step += 1
        page.mouse.move(x + 150 * ((step % 40) / 20 - 1), y - (step % 20))
    page.mouse.up()
    return float(page.evaluate("window.counted"))


def show(size: int, name: str, found: dict[str, Any]) -> None:
    """Print a line of the table."""
    ready = "never" if found["ready"] is None else f"{found['ready']:.1f}"
    figures = (f"{found['make']:.1f}", f"{found['mb']:.1f}", ready, f"{found['fps']:.0f}")
    more = [f"{found[key]:.0f}" if key in found else "" for key in ("group", "around")]
    print(LINE.format(f"{size:,}", name, *figures, *more), flush=True)


if __name__ == "__main__":
    main()
