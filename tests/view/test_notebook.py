"""The picture in a notebook."""

from __future__ import annotations

from html import unescape

from kg import build, read_text
from kg.view.notebook import Picture


def test_a_build_shows_its_picture() -> None:
    """`build(...).view()` gives what a notebook shows inline, in the language asked for."""
    text = "Форум\n2021 жылғы 14 мамырда Қарағандыда министр Асқар Беделов ауыл мұғалімдерімен кездесті."
    shown = build(read_text(text, id="forum")).view(lang="en", title="Форум <b>")
    assert isinstance(shown, Picture)
    assert '<html lang="en">' in shown.html
    assert "Форум &lt;b&gt;" in shown.html
    assert repr(shown).startswith("<picture, ")


def test_the_frame_holds_the_page_and_nothing_else() -> None:
    """The page is an attribute of a frame that may run scripts but is of no origin."""
    page = '<p title="a & b">«Дала»</p>'
    frame = Picture(page)._repr_html_()
    assert unescape(frame.split('srcdoc="')[1].split('"')[0]) == page
    assert "allow-same-origin" not in frame
