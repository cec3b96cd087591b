"""The picture as one self-contained HTML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.files import write_atomically
from kg.records import LANGUAGES
from kg.view import shell, style
from kg.view.arranged import Arranged, arranged, core_pieces
from kg.view.blocks import block, listed
from kg.view.disputes import disputes
from kg.view.drawing import OPTIONS, network
from kg.view.groups import Plan, is_small, plan
from kg.view.layout import positions
from kg.view.scene import scene
from kg.view.shown import Shown, shown
from kg.view.things import Relation, Thing, clean, tied, with_id
from kg.view.times import calendar

if TYPE_CHECKING:
    import networkx

SCRIPTS = (
    "page.js", "store.js", "times.js", "filter.js", "text.js", "settle.js", "spread.js", "scene.js", "draw.js",
    "svg.js", "card.js", "search.js", "list.js", "picture.js", "save.js", "main.js",
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
    return "".join(drawn(shown(graph, languages), title, report))


def drawn(what: Shown, title: str = "", report: Mapping[str, Any] | None = None) -> Iterator[str]:
    """Return the page of ``render`` for what is shown, piece by piece."""
    own, languages = arranged(what), what.languages
    count, ties = len(own.iris), len(own.ends[0])
    planned = plan(count, own.ends, what.memory)
    whole, few = is_small(count, ties), count <= READABLE
    readable = [with_id(own.thing(place), f"t{n}") for n, place in enumerate(planned.order[:READABLE])]
    relations = tied([one for stretch in what.stretches for one in stretch.relations()], readable) if few else []
    counts = {"announcements": what.announcements, "things": count, "relations": ties}
    picture = _drawn(readable, relations, languages) if whole else {"nodes": [], "edges": [], "options": OPTIONS}
    return shell.filled_in(
        "picture.html.j2",
        [shell.asset(name) for name in STYLES],
        [vis_network(), *(shell.asset(name) for name in SCRIPTS)],
        _settings(counts, picture, whole),
        languages,
        title=clean(title).strip(),
        counts=counts,
        legend=_legend(own.kinds),
        blocks=_blocks(what, own, planned, report or {}),
        things=readable,
        by_id={thing.id: thing for thing in readable} if few else {},
        relations=_by_thing(readable, relations) if few else {},
    )


def _drawn(all_things: Sequence[Thing], all_relations: Sequence[Relation], languages: Sequence[str]) -> dict[str, Any]:
    """Return the pyvis network of a small graph; of a large one the page draws what is opened."""
    scenery = scene(all_things, all_relations, languages)
    picture = network(scenery, positions(scenery), languages[0])
    return {"nodes": picture.nodes, "edges": picture.edges, "options": picture.options}


def _settings(counts: dict[str, int], picture: dict[str, Any], whole: bool) -> dict[str, Any]:
    return {
        "counts": counts,
        "whole": whole,
        "network": picture,
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
        "things": counts["things"],
    }


def _blocks(
    what: Shown, own: Arranged, planned: Plan, report: Mapping[str, Any]
) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the packed data, each block, in pieces, behind the id of the element that holds it."""
    if not own.iris:
        return
    yield "core", block(listed(core_pieces(what, own, planned, disputes(report, own.iris))))
    yield "names", block(listed(sketch.names for sketch in own.sketches))
    for number, stretch in enumerate(what.stretches):
        yield f"details-{number}", block([stretch.details()])


def vis_network() -> str:
    """Return the vis-network that pyvis bundles, without the note that makes developer tools ask for a source map."""
    # found without importing pyvis, which takes a quarter of a second
    path = Path(str(distribution("pyvis").locate_file("pyvis/lib/vis-9.1.2/vis-network.min.js")))
    text = path.read_text(encoding="utf-8").replace("\r", "")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))


def _legend(kinds: Sequence[str]) -> list[tuple[style.Look, int]]:
    """Return the classes that occur, with how many things each has."""
    counted: Counter[str] = Counter()
    for kind, count in Counter(kinds).items():
        counted[style.look(kind).kind] += count
    return [(one, counted[one.kind]) for one in style.LOOKS if counted[one.kind]]


def _by_thing(all_things: Sequence[Thing], all_relations: Sequence[Relation]) -> dict[str, list[tuple[Relation, str]]]:
    """Return for each thing its relations, each with the id of the thing at the other end."""
    found: dict[str, list[tuple[Relation, str]]] = {thing.id: [] for thing in all_things}
    for relation in all_relations:
        found[relation.source].append((relation, relation.target))
        found[relation.target].append((relation, relation.source))
    return found
