"""Who met whom and how often, as a table: people, and bodies with states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import write_atomically
from kg.records import LANGUAGES
from kg.view import shell, style
from kg.view.labels import date_text
from kg.view.things import Thing, clean, relations, things
from kg.view.times import days

if TYPE_CHECKING:
    import networkx

MOST = 32  # rows: those in most meetings
SHADES = 5
SCRIPTS = ("page.js", "reading.js")
STYLES = ("base.css", "reading.css")
GROUPS = (("people", frozenset({"Person"})), ("bodies", frozenset({"Organization", "Country"})))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who took part in the same meetings, the latest first; ``id`` is safe to use in a page."""

    id: str
    one: Thing
    other: Thing
    meetings: tuple[Thing, ...]
    shade: int


@dataclass(frozen=True, slots=True)
class Table:
    """Those of some classes who met: ``rows`` by number of meetings, ``cells`` by the ids of two things."""

    name: str
    rows: tuple[Thing, ...]
    meetings: dict[str, int]
    cells: dict[tuple[str, str], Pair]
    left_out: int


def write(graph: networkx.MultiDiGraph[str], path: Path, title: str = "", languages: Sequence[str] = LANGUAGES) -> None:
    """Write the page to a file, whole or not at all; raises KgError when that can't be written."""
    write_atomically(path, render(graph, title, languages))


def render(graph: networkx.MultiDiGraph[str], title: str = "", languages: Sequence[str] = LANGUAGES) -> str:
    """Return the page as one HTML file that asks no host for anything and reads without scripts."""
    shell.checked(languages)
    found = [table for name, kinds in GROUPS if (table := table_of(graph, name, kinds, languages)).cells]
    return shell.fill_in(
        "matrix.html.j2",
        [shell.asset(name) for name in STYLES],
        [shell.asset(name) for name in SCRIPTS],
        {"counts": {}},
        languages,
        title=clean(title).strip(),
        heading="matrixTitle",
        tables=found,
        date_text=date_text,
    )


def table_of(
    graph: networkx.MultiDiGraph[str], name: str, kinds: Collection[str], languages: Sequence[str] = LANGUAGES
) -> Table:
    """Return who of some classes met whom. What is planned or cancelled is no meeting."""
    all_things = {thing.id: thing for thing in things(graph, languages)}
    there: dict[str, set[str]] = {}
    for tie in relations(graph, languages):
        meeting, who = all_things[tie.source], all_things[tie.target]
        held = meeting.kind == "Meeting" and not meeting.status
        if held and tie.predicate in style.TAKES_PART and who.kind in kinds:
            there.setdefault(meeting.id, set()).add(who.id)
    counted = Counter(who for all_there in there.values() if len(all_there) > 1 for who in all_there)
    order = sorted(counted, key=lambda who: (-counted[who], int(who[1:])))
    rows = order[:MOST]
    together: dict[tuple[str, str], list[str]] = {}
    for meeting_id, all_there in there.items():
        for pair in combinations(sorted(all_there & set(rows), key=rows.index), 2):
            together.setdefault(pair, []).append(meeting_id)
    most = max((len(met) for met in together.values()), default=1)
    cells = {
        (one, other): Pair(
            f"{name}-{one}-{other}",
            all_things[one],
            all_things[other],
            tuple(sorted((all_things[id_] for id_ in met), key=lambda thing: (-days(thing.start).first, thing.iri))),
            max(1, round(SHADES * len(met) / most)),
        )
        for (one, other), met in sorted(together.items(), key=lambda item: (-len(item[1]), item[0]))
    }
    return Table(name, tuple(all_things[who] for who in rows), dict(counted), cells, len(order) - len(rows))
