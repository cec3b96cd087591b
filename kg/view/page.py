"""The picture as one self-contained HTML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.files import write_atomically
from kg.records import LANGUAGES
from kg.view import columns, shell, style
from kg.view.blocks import packed
from kg.view.communities import Numbers
from kg.view.disputes import disputes
from kg.view.drawing import network, overview
from kg.view.groups import Plan, is_small, plan
from kg.view.layout import positions
from kg.view.scene import scene
from kg.view.shown import Shown, Stretch, shown
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
    return "".join(drawn(shown(graph, languages), title, languages, report))


def drawn(
    what: Shown, title: str = "", languages: Sequence[str] = LANGUAGES, report: Mapping[str, Any] | None = None
) -> Iterator[str]:
    """Return the page of ``render`` for what is shown, piece by piece."""
    place = {thing.iri: number for number, thing in enumerate(what.things)}
    planned = plan(len(what.things), _ends(what.relations, place), what.memory)
    whole = is_small(len(what.things), what.ties)
    stretches = list(what.stretches())
    listed = [with_id(_with_values(what, place), f"t{n}") for n, place in enumerate(planned.order[:READABLE])]
    all_things = (*listed, *_rest(what, planned))
    what.things.clear()
    all_relations = tied(what.relations, all_things)
    few = len(all_things) <= READABLE
    told = [replace(one, quotes=what.details.quotes(n)) for n, one in enumerate(all_relations)] if few else []
    counts = {"announcements": what.announcements, "things": len(all_things), "relations": what.ties}
    picture = _drawn(all_things, all_relations, languages) if whole else overview(planned, all_things, languages[0])
    return shell.filled_in(
        "picture.html.j2",
        [shell.asset(name) for name in STYLES],
        [vis_network(), *(shell.asset(name) for name in SCRIPTS)],
        _settings(counts, picture, whole, all_things),
        languages,
        title=clean(title).strip(),
        counts=counts,
        legend=_legend(all_things),
        blocks=_blocks(_Data(what, stretches, all_things, all_relations, planned, languages, report or {})),
        things=all_things[:READABLE],
        by_id={thing.id: thing for thing in all_things} if few else {},
        relations=_by_thing(all_things, told) if few else {},
    )


def _with_values(what: Shown, number: int) -> Thing:
    return replace(what.things[number], values=what.details.values(number))


def _rest(what: Shown, planned: Plan) -> Iterator[Thing]:
    """Yield the things that are in no list, in the order of the plan, with their ids but without values."""
    for number, place in enumerate(planned.order[READABLE:], READABLE):
        yield with_id(what.things[place], f"t{number}")


def _ends(relations: Sequence[Relation], place: Mapping[str, int]) -> tuple[Numbers, Numbers]:
    """Return the places of the sources and of the targets of relations."""
    ends = [(place[one.source], place[one.target]) for one in relations]
    sources, targets = np.array(ends, np.int64).reshape(-1, 2).T
    return sources, targets


def _drawn(all_things: Sequence[Thing], all_relations: Sequence[Relation], languages: Sequence[str]) -> Any:
    scenery = scene(all_things, all_relations, languages)
    return network(scenery, positions(scenery), languages[0])


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
        "things": len(all_things),
    }


@dataclass(frozen=True, slots=True)
class _Data:
    """What the packed data of a page are made of."""

    what: Shown
    stretches: Sequence[Stretch]
    things: Sequence[Thing]
    relations: Sequence[Relation]
    planned: Plan
    languages: Sequence[str]
    report: Mapping[str, Any]


def _blocks(data: _Data) -> Iterator[tuple[str, str]]:
    """Yield the packed data, each block behind the id of the element that holds it."""
    if not data.things:
        return
    yield "core", _core(data)
    yield "names", packed(columns.names(data.things, data.languages))
    for number, each in enumerate(data.stretches):
        yield f"details-{number}", details(data.what, each, data.languages)


def _core(data: _Data) -> str:
    what, languages = data.what, data.languages
    said = {id_ for some in (data.relations, data.things) for one in some for id_ in one.said}
    told = [document[1] for document in what.documents.values()] + [thing.start for thing in data.things]
    texts = columns.Texts(languages, what.documents, said, columns.in_words(told, languages, what.memory))
    disputed = disputes(data.report, data.things)
    about = frozenset(row["thing"] for row in disputed)
    core = columns.core(data.things, data.relations, data.planned, texts, data.stretches, about)
    return packed({**core, "disputes": disputed})


def details(what: Shown, stretch: Stretch, languages: Sequence[str]) -> str:
    """Return the packed data of what cards say of a stretch of things."""
    kept = what.details.kept(stretch)
    if kept is None:
        values = map(what.details.values, range(stretch.first, stretch.end))
        quotes = map(what.details.quotes, range(stretch.first_relation, stretch.end_relation))
        kept = packed(columns.details(values, quotes, languages))
        what.details.keep(stretch, kept)
    return kept


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
