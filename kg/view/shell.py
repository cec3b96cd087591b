"""What all our pages share: the frame, the look, the policy that lets no host be asked. The server may use it too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.records import LANGUAGES
from kg.view import style
from kg.view.embed import csp_hash, safe_json
from kg.view.quoting import quoted_itself
from kg.view.words import ASSETS, words

if TYPE_CHECKING:
    from jinja2 import Environment

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def fill_in(
    template: str,
    styles: Sequence[str],
    scripts: Sequence[str],
    settings: Mapping[str, Any],
    languages: Sequence[str],
    **values: Any,
) -> str:
    """Return a self-contained page: a template of assets/ with styles and scripts (texts) and settings for them.

    ``settings`` becomes JSON that the scripts read; to it come the page's words, its languages and colours.
    """
    return "".join(filled_in(template, styles, scripts, settings, languages, **values))


def filled_in(
    template: str,
    styles: Sequence[str],
    scripts: Sequence[str],
    settings: Mapping[str, Any],
    languages: Sequence[str],
    **values: Any,
) -> Iterator[str]:
    """Yield the page of ``fill_in`` piece by piece, so that what is large in it need not be held."""
    css = "\n" + palette() + "".join(styles)
    texts = ["\n" + text for text in scripts]
    common = {
        "languages": list(languages),
        "words": words(),
        "page": {name: list(pair) for name, pair in style.PAGE.items()},
        "looks": looks(),
    }
    return (
        environment()
        .get_template(template)
        .generate(
            css=css,
            scripts=texts,
            policy=policy(css, texts),
            settings=safe_json({**common, **settings}),
            languages=languages,
            language_names=LANGUAGE_NAMES,
            lang=languages[0],
            words=words(),
            looks=style.LOOKS,
            look=style.look,
            quoted_itself=quoted_itself,
            **values,
        )
    )


@cache
def environment() -> Environment:
    """Return the templates, in which every text is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(ASSETS, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def checked(languages: Sequence[str]) -> Sequence[str]:
    """Return the languages of a page; raises KgError for one that it has no words in."""
    unknown = [lang for lang in languages if lang not in LANGUAGES]
    if unknown or not languages:
        raise KgError(f"language {', '.join(unknown) or '(none)'} is not known to the picture; use kk, ru or en")
    return languages


def asset(name: str) -> str:
    """Return a style or script of assets/."""
    return (ASSETS / name).read_text(encoding="utf-8")


def policy(css: str, scripts: Sequence[str]) -> str:
    """Return the Content-Security-Policy: the browser itself then refuses any request and any script but ours."""
    allowed = " ".join(csp_hash(script) for script in scripts)
    rest = "img-src data: blob:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; script-src {allowed}; style-src {csp_hash(css)}; {rest}"


def palette() -> str:
    """Return the colours of style.py as CSS custom properties, for light and dark; paper is always light."""
    rules = []
    for theme, wrapper in enumerate(("{}", "@media screen and (prefers-color-scheme: dark) {{ {} }}")):
        page = [f"--{name}: {pair[theme]};" for name, pair in style.PAGE.items()]
        kinds = [f"--{one.kind}-ink: {one.ink[theme]}; --{one.kind}-tint: {one.tint[theme]};" for one in style.LOOKS]
        rules.append(wrapper.format(f":root {{ {' '.join((*page, *kinds))} }}"))
    names = [one.kind for one in style.LOOKS]
    classes = [f".kind-{name} {{ --kind: var(--{name}-ink); --tint: var(--{name}-tint); }}" for name in names]
    return "\n".join((*rules, *classes)) + "\n"


def looks() -> list[dict[str, Any]]:
    """Return how each class looks, in the order of the legend."""
    return [
        {
            "kind": one.kind,
            "form": one.form,
            "ink": list(one.ink),
            "tint": list(one.tint),
            "outline": one.outline,
            "mark": one.mark,
            "width": one.text_width,
            "lines": one.lines,
        }
        for one in style.LOOKS
    ]
