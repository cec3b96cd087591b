"""Takes docs/picture.png, the first thing that a reader sees: `python docs/make_picture.py`. Needs Chromium.

The graph of the sample announcements is drawn as `kg build` draws it, and one thing is chosen so that its card shows.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from kg import build

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "data" / "announcements"
SIZE = {"width": 1280, "height": 760}
CHOSEN = "«Дала шебері» қолөнершілер одағы"


def main() -> None:
    """Build, open, choose, take the picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine; install the package chromium.")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(SAMPLES, folder)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, device_scale_factor=2, color_scheme="light")  # type: ignore[arg-type]
        page.goto((Path(folder) / "graph.html").as_uri())
        page.wait_for_selector("html[data-ready]", state="attached")
        page.fill("#search", CHOSEN)
        page.locator("#found li", has_text=CHOSEN).first.click()
        page.mouse.move(600, 20)
        page.locator("#search").blur()
        page.wait_for_timeout(1500)
        page.screenshot(path=HERE / "picture.png")
        browser.close()


if __name__ == "__main__":
    main()
