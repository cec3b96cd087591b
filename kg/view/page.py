"""The picture as one self-contained HTML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.files import write_atomically
from kg.records import LANGUAGES
from kg.view import columns, shell, style
from kg.view.blocks import packed
from kg.view.disputes import disputes
from kg.view.drawing import network, overview
from kg.view.groups import Plan, is_small, plan
from kg.view.layout import positions
from kg.view.scene import scene
from kg.view.things import Relation, Thing, clean, relations, things
from kg.view.times import calendar

if TYPE_CHECKING:
    import networkx

SCRIPTS = (
    "page.js", "store.js", "times.js", "filter.js", "text.js", "spread.js", "scene.js", "draw.js", "svg.js",
    "card.js", "search.js", "list.js", "picture.js", "save.js", "main.js",
)  # fmt: skip
STYLES = ("base.css", "picture.css")
READABLE = 400  # things that are also written as a plain list, for those who read without scripts


def write(
    graph: networkx.MultiDiGraph[str],
    path: Path,
    title: str = "",
    languages: Sequence[str] = LANGUAGES,
    report: Mapping[str, Any] | None = None,
) -> None:
    """Write the picture of a graph to a file, whole or not at all; raises KgError when that can't be written."""
    text = render(graph, title, languages, report)
    write_atomically(path, text)


def render(
    graph: networkx.MultiDiGraph[str],
    title: str,
    languages: Sequence[str] = LANGUAGES,
    report: Mapping[str, Any] | None = None,
) -> str:
    """Return one HTML file that shows a graph and asks no host for anything.

    ``graph`` is what kg.graph.network.network gives: nodes with kind, label, labels, alt, start, end; edges with
    predicate, label, labels, quotes, start, end. The first of ``languages`` is shown first. ``report`` is what
    report.json holds; the contradictions and doubts in it are shown. The same graph gives the same bytes. Above
    style.MOST_SHOWN things the picture begins with groups of them.
    """
    shell.checked(languages)
    whole = is_small(graph)
    planned = plan(graph)
    all_things = things(graph, languages, planned.order)
    all_relations = relations(graph, languages, planned.order)
    counts = {
        "announcements": _announcements(graph, all_relations),
        "things": len(graph),
        "relations": graph.number_of_edges(),
    }
    picture = _drawn(all_things, all_relations, languages) if whole else overview(planned, all_things, languages[0])
    return shell.fill_in(
        "picture.html.j2",
        [shell.asset(name) for name in STYLES],
        [vis_network(), *(shell.asset(name) for name in SCRIPTS)],
        _settings(counts, picture, whole, all_things),
        languages,
        title=clean(title).strip(),
        counts=counts,
        legend=_legend(all_things),
        blocks=_blocks(all_things, all_relations, planned, languages, report or {}),
        things=all_things[:READABLE],
        by_id={thing.id: thing for thing in all_things} if len(all_things) <= READABLE else {},
        relations=_by_thing(all_things, all_relations) if len(all_things) <= READABLE else {},
    )


def _drawn(all_things: Sequence[Thing], all_relations: Sequence[Relation], languages: Sequence[str]) -> Any:
    drawn = scene(all_things, all_relations, languages)
    return network(drawn, positions(drawn), languages[0])


def _announcements(graph: networkx.MultiDiGraph[str], all_relations: Sequence[Relation]) -> int:
    """Return from how many announcements the graph was made: as it says itself, or as many as are quoted."""
    quoted = {quote.announcement for relation in all_relations for quote in relation.quotes}
    said = graph.graph.get("announcements")
    return said if isinstance(said, int) else len(quoted)


def _settings(counts: dict[str, int], picture: Any, whole: bool, all_things: Sequence[Thing]) -> dict[str, Any]:
    return {
        "counts": counts,
        "whole": whole,
        "network": {"nodes": picture.nodes, "edges": picture.edges, "options": picture.options},
        "sizes": {name: size for name, size in vars(style).items() if name.isupper() and isinstance(size, int | float)},
        "padding": {"box": list(style.BOX_PADDING), "pill": list(style.PILL_PADDING)},
        "predicates": {
            "takesPart": sorted(style.TAKES_PART),
            "dashed": sorted(style.DASHED),
            "equal": sorted(style.EQUAL),
            "posts": sorted(style.POSTS),
        },
        "points": sorted(style.POINTS),
        "calendar": calendar(),
        "slice": columns.SLICE,
        "things": len(all_things),
    }


def _blocks(
    all_things: Sequence[Thing],
    all_relations: Sequence[Relation],
    planned: Plan,
    languages: Sequence[str],
    report: Mapping[str, Any],
) -> dict[str, str]:
    """Return the packed data by the id of the element that holds it."""
    if not all_things:
        return {}
    texts = columns.Texts(languages)
    disputed = disputes(report, all_things)
    slices = columns.slices(all_things, all_relations, texts)
    core = columns.core(all_things, all_relations, planned, texts, frozenset(row["thing"] for row in disputed))
    found = {"core": packed({**core, "disputes": disputed}), "names": packed(columns.names(all_things, languages))}
    for name, rows in slices.items():
        found |= {f"{name}-{number}": packed(slice_) for number, slice_ in enumerate(rows)}
    return found


def vis_network() -> str:
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
