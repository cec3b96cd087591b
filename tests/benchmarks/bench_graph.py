"""A large graph in our store and in rdflib's own memory store: load, group-by query, path query, Turtle out.

    python -m tests.benchmarks.bench_graph [TRIPLES …]

For each number of triples (1,000,000 if none is given) the same Turtle file, of people, bodies in bodies, posts and
meetings, is given to both. Ours is what `kg` does: the database on disk that it builds and opens read-only, asked by
kg.query, written as Turtle by kg.export. Seconds of processor time, each engine in a process of its own; at least
10 times less is wanted of each. Answers are compared: both must say the same. Turtle is read back and counted.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import process_time
from typing import TypeVar

T = TypeVar("T")
WANTED = 10
ID = "https://w3id.org/habar/id/"
PREFIXES = {
    "kg": "https://w3id.org/habar/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
GROUP_BY = (
    HEAD
    + """SELECT ?person (COUNT(?meeting) AS ?times)
    WHERE { ?meeting kg:participant ?person }
    GROUP BY ?person ORDER BY DESC(?times) ?person LIMIT 20"""
)
PATH = (
    HEAD
    + f"""SELECT (COUNT(DISTINCT ?person) AS ?people)
    WHERE {{ ?body org:subOrganizationOf* <{ID}organization/0> . ?post org:organization ?body ; org:member ?person }}"""
)
TASKS = ("load into memory", "load, on disk", "group-by", "path", "Turtle out")


def main(sizes: list[int]) -> None:
    """Measure both at each size, and print a table."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            data = Path(place) / "data.nt"
            with data.open("w", encoding="utf-8") as file:
                count = sum(file.write(line) > 0 for line in triples(size))
            ours, theirs = (_run(engine, _as_turtle(data)) for engine in ("ours", "rdflib"))
        print(f"\n{count:,} triples    ours CPU s   rdflib CPU s   times faster")
        for task in TASKS:
            ratio = theirs[task] / ours[task]
            short = "" if ratio >= WANTED else f"   less than {WANTED}"
            print(f"{task:18} {ours[task]:11.2f} {theirs[task]:14.2f} {ratio:14.1f}{short}")
        print(f"peak MB            {ours['mb']:11.0f} {theirs['mb']:14.0f}")
        same = all(ours[answer] == theirs[answer] for answer in ("grouped", "people", "written"))
        print(f"the same answers: {'yes' if same else 'NO'}")


def triples(number: int, seed: int = 3) -> Iterator[str]:
    """Yield about so many lines of N-Triples."""
    chance = Random(seed)
    people, bodies, meetings = number // 50, number // 250, number // 20
    yield from (line for body in range(bodies) for line in _body(body, chance))
    yield from (line for person in range(people) for line in _person(person, bodies, chance))
    yield from (line for meeting in range(meetings) for line in _meeting(meeting, people, chance))


def _body(number: int, chance: Random) -> Iterator[str]:
    iri = f"organization/{number}"
    yield from _named(iri, "kg:Organization", "Мекеме", "Учреждение", "Institution", number)
    if number:
        yield _line(iri, "org:subOrganizationOf", f"organization/{chance.randrange(number)}")


def _person(number: int, bodies: int, chance: Random) -> Iterator[str]:
    iri, post = f"person/{number}", f"membership/{number}"
    yield from _named(iri, "kg:Person", "Берік Имашев", "Берик Имашев", "Berik Imashev", number)
    yield _line(post, "rdf:type", "kg:Membership")
    yield _line(post, "org:member", iri)
    yield _line(post, "org:organization", f"organization/{int(bodies * chance.random() ** 2)}")
    yield _line(post, "org:role", f"role/{number % 40}")
    yield _line(post, "schema:startDate", f'"20{number % 20:02}-03-01"', "xsd:date")


def _meeting(number: int, people: int, chance: Random) -> Iterator[str]:
    iri = f"meeting/{number}"
    yield from _named(iri, "kg:Meeting", "Кездесу", "Встреча", "Meeting", number)
    yield _line(iri, "schema:startDate", f'"20{number % 20:02}-{number % 12 + 1:02}-1{number % 10}"', "xsd:date")
    yield _line(iri, "kg:meetingKind", "kg:WorkingMeeting")
    yield _line(iri, "kg:topic", f'"{number % 977}-мәселе: су үнемдеу, сайлау мен білім"@kk')
    for _ in range(chance.randint(4, 10)):
        yield _line(iri, "kg:participant", f"person/{int(people * chance.random() ** 3)}")


def _named(iri: str, class_: str, kk: str, ru: str, en: str, number: int) -> Iterator[str]:
    yield _line(iri, "rdf:type", class_)
    for name, lang in ((kk, "kk"), (ru, "ru"), (en, "en")):
        yield _line(iri, "skos:prefLabel", f'"{name} {number}"@{lang}')


def _line(subject: str, predicate: str, value: str, datatype: str = "") -> str:
    object_ = value if value.startswith('"') else f"<{_iri(value)}>"
    return f"<{ID}{subject}> <{_iri(predicate)}> {object_}{f'^^<{_iri(datatype)}>' if datatype else ''} .\n"


def _iri(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon else ID + name


def _as_turtle(data: Path) -> Path:
    import pyoxigraph as ox

    target = data.with_suffix(".ttl")
    quads = ox.parse(path=data, format=ox.RdfFormat.N_TRIPLES)
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    ox.serialize(triples, str(target), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    return target


def _run(engine: str, data: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.bench_graph", "--one", engine, str(data)]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def _one(engine: str, data: Path) -> None:
    """Measure one engine and print what was found as JSON."""
    import resource

    found = {"ours": _ours, "rdflib": _rdflib}[engine](data)
    print(json.dumps({**found, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def _ours(data: Path) -> dict[str, object]:
    import pyoxigraph as ox

    from kg.export.formats import export
    from kg.graph.store import load_file, open_store
    from kg.query.run import run

    found: dict[str, object] = {}
    # the database that a build leaves on disk; pyoxigraph and what stands on it is imported before the clock starts
    _timed(found, "load into memory", lambda: load_file(data))
    _timed(found, "load, on disk", lambda: _on_disk(data))
    store = open_store(data.parent)
    grouped = _timed(found, "group-by", lambda: [[str(term.value) for term in row] for row in run(store, GROUP_BY)])  # type: ignore[union-attr]
    people = _timed(found, "path", lambda: [int(row["people"].value) for row in run(store, PATH)])  # type: ignore[union-attr, index]
    text = _timed(found, "Turtle out", lambda: export(store, "turtle")["graph.ttl"])
    written = sum(1 for _ in ox.parse(text, format=ox.RdfFormat.TURTLE))
    return {**found, "grouped": grouped, "people": people, "written": written}


def _on_disk(data: Path) -> None:
    """Load as `kg` makes a database, all at once."""
    import pyoxigraph as ox

    from kg.graph.store import making

    with making(data.parent / "store") as new:
        store = ox.Store(str(new))
        store.bulk_load(path=str(data), format=ox.RdfFormat.TURTLE)
        store.flush()
        del store


def _rdflib(data: Path) -> dict[str, object]:
    import pyoxigraph as ox
    import rdflib

    graph, found = rdflib.Graph(), {}
    _timed(found, "load, on disk", lambda: graph.parse(data, format="turtle"))
    found["load into memory"] = found["load, on disk"]  # it has no disk
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri, replace=True)
    grouped = _timed(found, "group-by", lambda: [[str(term) for term in row] for row in graph.query(GROUP_BY)])
    people = _timed(found, "path", lambda: [int(row[0]) for row in graph.query(PATH)])
    text = _timed(found, "Turtle out", lambda: graph.serialize(format="turtle"))
    written = sum(1 for _ in ox.parse(text, format=ox.RdfFormat.TURTLE))
    return {**found, "grouped": grouped, "people": people, "written": written}


def _timed(found: dict[str, object], task: str, do: Callable[[], T]) -> T:
    began = process_time()
    result = do()
    found[task] = process_time() - began
    return result


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], Path(sys.argv[3]))
    else:
        main([int(number.replace(",", "")) for number in sys.argv[1:]] or [1_000_000])
