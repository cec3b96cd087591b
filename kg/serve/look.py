"""How a page is filled in: templates that escape whatever they are given, the look of the picture, no script at all."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.records import LANGUAGES
from kg.serve.words import ASSETS, words
from kg.view.labels import date_text
from kg.view.style import LOOKS, look
from kg.view.words import words as picture_words

if TYPE_CHECKING:
    from jinja2 import Environment

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"  # noqa: E501
"""The Content-Security-Policy of every page: a browser runs no script on it and asks no other host."""


def page(request: Request, template: str, status: int = 200, **given: object) -> HTMLResponse:
    """Return a page in the language of the request."""
    lang: str = request.state.lang
    text = (
        _templates()
        .get_template(template)
        .render(
            request=request,
            lang=lang,
            words=words(lang),
            kinds_one={kind: names[lang] for kind, names in picture_words()["one"].items()},
            kinds_many={kind: names[lang] for kind, names in picture_words()["kinds"].items()},
            languages=[(one, LANGUAGE_NAMES[one], _in_language(request, one)) for one in LANGUAGES],
            has_picture=request.app.state.picture.is_file(),
            look=look,
            day=lambda iso: date_text(iso, lang),
            **given,
        )
    )
    headers = {"Content-Security-Policy": POLICY, "Vary": "Accept, Accept-Language, Cookie"}
    return HTMLResponse(text, status, headers)


def stylesheet(request: Request) -> Response:
    """Return the style of all pages."""
    from kg.view.shell import palette

    text = palette() + (ASSETS / "serve.css").read_text(encoding="utf-8")
    return Response(text, media_type="text/css; charset=utf-8", headers={"Cache-Control": "max-age=300"})


def _in_language(request: Request, lang: str) -> str:
    """Return the address of the same page in another language."""
    return str(request.url.include_query_params(lang=lang).replace(scheme="", netloc=""))


@cache
def _templates() -> Environment:
    from jinja2 import Environment as Templates
    from jinja2 import FileSystemLoader, StrictUndefined

    templates = Templates(
        loader=FileSystemLoader(ASSETS, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals["looks"] = LOOKS
    return templates
