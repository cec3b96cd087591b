"""The pages judged by axe-core: anybody can read and use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serve.conftest import Server
from tests.serve.test_pages import HOSTILE_PAGE, IMASHEV

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
PATHS = (
    "/",
    "/search?q=имашев",
    "/announcements",
    IMASHEV,
    "/id/organization/cec-kz",
    HOSTILE_PAGE,
    "/query?question=who-met-whom",
    "/nothing",
)
SIZES = {"desk, light": (1280, 800, "light"), "phone, dark": (390, 844, "dark")}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_no_fault(server: Server, browser: Browser, path: str, size: str) -> None:
    """No page has a fault of any level, nor is it wider than a phone."""
    from axe_playwright_python.sync_playwright import Axe

    width, height, scheme = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        bypass_csp=True,
        locale="kk",  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(server.address + path)
    found = Axe().run(page)
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
