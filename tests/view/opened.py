"""A page of ours in a browser, with what went wrong on it and what it asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DESK = {"width": 1280, "height": 800}


@contextmanager
def opened(browser: Browser, path: Path, fragment: str = "", **context: Any) -> Iterator[Page]:
    """Open a file; when done, nothing was said on the console, nothing failed and no host was asked."""
    own = browser.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **context})
    page = own.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "blob:")) else wrong.append(request.url)
    )
    page.goto(path.as_uri() + fragment)
    page.wait_for_selector("html[data-ready]", state="attached")
    try:
        yield page
    finally:
        own.close()
    assert wrong == []
