"""The picture as one self-contained HTML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.files import write_atomically
from kg.records import LANGUAGES
from kg.view import facts, style
from kg.view.drawing import network
from kg.view.embed import csp_hash, safe_json
from kg.view.key import line_key
from kg.view.layout import positions
from kg.view.quoting import quoted_itself
from kg.view.scene import scene
from kg.view.selection import most_connected
from kg.view.things import Relation, Thing, clean, relations, things
from kg.view.words import ASSETS, words

if TYPE_CHECKING:
    import networkx

SCRIPTS = ("state.js", "draw.js", "card.js", "search.js", "main.js")
LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def write(graph: networkx.MultiDiGraph[str], path: Path, title: str = "", languages: Sequence[str] = LANGUAGES) -> None:
    """Write the picture of a graph to a file, whole or not at all; raises KgError when that can't be written."""
    text = render(graph, title, languages)
    write_atomically(path, text)


def render(graph: networkx.MultiDiGraph[str], title: str, languages: Sequence[str] = LANGUAGES) -> str:
    """Return one HTML file that shows a graph and asks no host for anything.

    ``graph`` is what kg.graph.network.network gives: nodes with kind, label, labels, alt, start, end; edges with
    predicate, label, labels, quotes, start, end. The first of ``languages`` is shown first. The same graph gives the
    same bytes. Above style.MOST_SHOWN things the most connected are shown.
    """
    _check(languages)
    kept = most_connected(graph, style.MOST_SHOWN)
    shown = graph if len(kept) == len(graph) else graph.subgraph(kept)
    all_things, all_relations = things(shown, languages), relations(shown, languages)
    counts = {
        "announcements": _announcements(graph, all_relations),
        "things": len(graph),
        "relations": graph.number_of_edges(),
        "shown": len(shown),
        "hidden": len(graph) - len(shown),
    }
    data = _data(all_things, all_relations, languages, counts)
    return _fill_in(clean(title).strip(), all_things, all_relations, languages, data)


def _check(languages: Sequence[str]) -> None:
    unknown = [lang for lang in languages if lang not in LANGUAGES]
    if unknown or not languages:
        raise KgError(f"language {', '.join(unknown) or '(none)'} is not known to the picture; use kk, ru or en")


def _announcements(graph: networkx.MultiDiGraph[str], all_relations: Sequence[Relation]) -> int:
    """Return from how many announcements the graph was made: as it says itself, or as many as are quoted."""
    quoted = {quote.announcement for relation in all_relations for quote in relation.quotes}
    said = graph.graph.get("announcements")
    return said if isinstance(said, int) else len(quoted)


def _data(
    all_things: Sequence[Thing], all_relations: Sequence[Relation], languages: Sequence[str], counts: dict[str, int]
) -> dict[str, Any]:
    """Return all that the page's script works with."""
    drawn = scene(all_things, all_relations, languages)
    picture = network(drawn, positions(drawn), languages[0])
    return {
        "languages": list(languages),
        "counts": counts,
        "words": words(),
        "page": {name: list(pair) for name, pair in style.PAGE.items()},
        "sizes": _sizes(),
        "looks": facts.look_facts(),
        "things": [facts.thing_facts(thing, languages) for thing in all_things],
        "relations": [facts.relation_facts(relation, languages) for relation in all_relations],
        "boxes": [facts.box_facts(box) for box in drawn.boxes],
        "lines": [facts.line_facts(line) for line in drawn.lines],
        "key": line_key(drawn),
        "network": {"nodes": picture.nodes, "edges": picture.edges, "options": picture.options},
    }


def _sizes() -> dict[str, int]:
    return {
        name: size
        for name, size in vars(style).items()
        if name.isupper() and name.startswith(("BOX_", "BAND_", "ICON_", "PILL_")) and isinstance(size, int)
    }


def _fill_in(
    title: str,
    all_things: Sequence[Thing],
    all_relations: Sequence[Relation],
    languages: Sequence[str],
    data: dict[str, Any],
) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(ASSETS, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    css = "\n" + _palette() + _asset("page.css")
    scripts = ["\n" + text for text in (_vis_network(), *(_asset(name) for name in SCRIPTS))]
    return environment.get_template("page.html.j2").render(
        title=title,
        css=css,
        scripts=scripts,
        policy=_policy(css, scripts),
        data=safe_json(data),
        things=all_things,
        relations=_by_thing(all_things, all_relations),
        facts={fact["id"]: fact for fact in (*data["things"], *data["relations"])},
        legend=_legend(all_things),
        key=data["key"],
        quoted_itself=quoted_itself,
        languages=languages,
        language_names=LANGUAGE_NAMES,
        lang=languages[0],
        words=words(),
        counts=data["counts"],
    )


def _policy(css: str, scripts: Sequence[str]) -> str:
    """Return the Content-Security-Policy: the browser itself then refuses any request and any script but ours."""
    allowed = " ".join(csp_hash(script) for script in scripts)
    rest = "img-src data:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; script-src {allowed}; style-src {csp_hash(css)}; {rest}"


def _palette() -> str:
    """Return the colours of style.py as CSS custom properties, for light and dark."""
    rules = []
    for theme, wrapper in enumerate(("{}", "@media (prefers-color-scheme: dark) {{ {} }}")):
        page = [f"--{name}: {pair[theme]};" for name, pair in style.PAGE.items()]
        kinds = [f"--{one.kind}-ink: {one.ink[theme]}; --{one.kind}-tint: {one.tint[theme]};" for one in style.LOOKS]
        rules.append(wrapper.format(f":root {{ {' '.join((*page, *kinds))} }}"))
    names = [one.kind for one in style.LOOKS]
    classes = [f".kind-{name} {{ --kind: var(--{name}-ink); --tint: var(--{name}-tint); }}" for name in names]
    return "\n".join((*rules, *classes)) + "\n"


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """Return the vis-network that pyvis bundles, without the note that makes developer tools ask for a source map."""
    import pyvis

    path = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = path.read_text(encoding="utf-8").replace("\r", "")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))


def _legend(all_things: Sequence[Thing]) -> list[tuple[style.Look, int]]:
    """Return the classes that occur, with how many things each has."""
    counted = Counter(style.look(thing.kind).kind for thing in all_things)
    return [(one, counted[one.kind]) for one in style.LOOKS if counted[one.kind]]


def _by_thing(all_things: Sequence[Thing], all_relations: Sequence[Relation]) -> dict[str, list[tuple[Relation, str]]]:
    """Return for each thing its relations, each with the id of the thing at the other end."""
    found: dict[str, list[tuple[Relation, str]]] = {thing.id: [] for thing in all_things}
    for relation in all_relations:
        found[relation.source].append((relation, relation.target))
        found[relation.target].append((relation, relation.source))
    return found
