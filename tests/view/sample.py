"""Graphs as kg.graph.network.network gives them, built by hand: a real-looking one and a hostile one."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx

BASE = "https://w3id.org/habar/id/"
LANGUAGES = ("kk", "ru", "en")
HERE = Path(__file__).parent / "data"


def sample_graph() -> nx.MultiDiGraph[str]:
    """Return about sixty institutions, people, meetings and what ties them, with names in three languages."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(announcements=12)
    for row in _rows("nodes.csv"):
        labels = {lang: row[lang] for lang in ("kk", "ru", "en") if row[lang]}
        graph.add_node(
            BASE + row["slug"],
            kind=row["kind"],
            label=next(iter(labels.values())),
            labels=labels,
            alt=[name for name in row["alt"].split("|") if name],
            start=row["start"] or None,
            end=row["end"] or None,
        )
    for number, row in enumerate(_rows("edges.csv")):
        labels = {lang: row[lang] for lang in ("kk", "ru", "en") if row[lang]}
        graph.add_edge(
            BASE + row["source"],
            BASE + row["target"],
            key=row["predicate"],
            predicate=row["predicate"],
            label=row["label"],
            labels=labels,
            quotes=[quote(row["quote"], f"news-{number % 12 + 1:02}", number)] if row["quote"] else [],
            start=row["start"] or None,
            end=None,
        )
    return graph


@cache
def sample_page() -> str:
    """Return the picture of the sample, which takes a second to lay out."""
    from kg.view.page import render

    return render(sample_graph(), "")


def quote(text: str, announcement: str = "news-01", start: int = 0, confidence: float = 0.9) -> dict[str, Any]:
    """Return a quote as edges hold it."""
    return {
        "text": text,
        "announcement": announcement,
        "start": start,
        "end": start + len(text),
        "confidence": confidence,
        "rule": "test.rule",
    }


def gaps_graph() -> nx.MultiDiGraph[str]:
    """Return three bodies whose names are not known in every language, and quotes with marks of their own."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(announcements=1)
    graph.add_node("one", kind="Organization", label="Су бірлестігі", labels={"kk": "Су бірлестігі"})
    graph.add_node(
        "two", kind="Organization", label="Кеңес", labels={"kk": "Кеңес", "en": "Council"}, alt=["Кеңесіміз"]
    )
    graph.add_node("none", kind="Organization", label="WWA", labels={})
    quotes = [quote("«Су бірлестігі» кеңеске мүше болды"), quote("бірлестік кеңеске кірді", start=50)]
    graph.add_edge("one", "two", key="m", predicate="kg:Membership", label="мүше", quotes=quotes)
    return graph


def islands_graph() -> nx.MultiDiGraph[str]:
    """Return a meeting of three people and thirty people with a post each, which nothing ties to one another."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(announcements=1)
    graph.add_node("meeting", kind="Meeting", label="Жиын", start="2018-06-07")
    for number in range(33):
        end = "meeting" if number < 3 else f"body-{number}"
        predicate = "kg:participant" if number < 3 else "kg:Membership"
        graph.add_node(f"person-{number}", kind="Person", label=f"Адам {number}")
        if number >= 3:
            graph.add_node(end, kind="Organization", label=f"Ұйым {number}")
        graph.add_edge(f"person-{number}", end, key=predicate, predicate=predicate, label="мүше")
    return graph


HOSTILE = (
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 2</script>",
    '"><img src=x onerror="window.hacked=3">',
    "<!-- <script> --!> ]]> &lt;b&gt;",
    "{{ 7 * 7 }} {% for x in y %} ${window.hacked=4}",
    "'; window.hacked = 5; '\\",
    "line\u2028separator\u2029paragraph\r\nnewline\ttab\x00nul\x1bescape",
    "أخبار \u202eمقلوب\u202c لجنة الانتخابات المركزية",
    "👨‍👩‍👧‍👦🇰🇿 emoji 🗳️ e\u0301\u0301\u0301\u0301",
    "\ud800 lone surrogate",
    "Ұзын " * 2000,
    "Ұ" * 10_000,
    "__proto__",
    "constructor",
)


def hostile_graph() -> nx.MultiDiGraph[str]:
    """Return a graph in which every text is an attack or an oddity."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(announcements=1)
    kinds = ("Person", "Organization", "Meeting", "Country", "Program", "Agreement", "Place", "<b>", "__proto__")
    for number, text in enumerate(HOSTILE):
        graph.add_node(
            f"{BASE}thing/{number}" if number < len(HOSTILE) - 2 else text,
            kind=kinds[number % len(kinds)],
            label=text,
            labels={"kk": text, "ru": text[::-1]},
            alt=[text],
            start=text,
            end=None,
            values=[{"predicate": text, "value": text, "labels": {}, "quotes": [quote(text, text)]}],
        )
    nodes = list(graph)
    for number, (one, other) in enumerate(pairwise(nodes)):
        text = HOSTILE[number]
        predicate = ("kg:participant", "kg:Membership", text)[number % 3]
        said = [quote(text, text) | {"headline": text, "url": "javascript:window.hacked=6"}]
        graph.add_edge(one, other, key=text, predicate=predicate, label=text, labels={}, quotes=said, start=text)
    return graph


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
