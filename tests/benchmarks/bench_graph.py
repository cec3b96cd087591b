"""A large graph in our store and in rdflib's own memory store: loading, questions, Turtle out.

    python -m tests.benchmarks.bench_graph [TRIPLES …]

For each number of triples (1,000,000 if none is given) the same files, of people, bodies in bodies, posts and
meetings, are given to both. Ours is what `kg` does: a Turtle file that it is told to ask, `kg load` of N-Triples,
questions to the database on disk by kg.query, `kg export`. Two questions are plain, two are such as a journalist asks:
who meets most, the program's own question, and who holds a post in a body or one under it at any depth. Seconds of
processor time and by the clock, each engine in a process of its own; at least 10 times less is wanted of each. Answers
are compared. A question that takes rdflib longer than LIMIT seconds is given up. By the clock two cores count, so
nothing else should be at work.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any, TypeVar

T = TypeVar("T")
WANTED = 10
LIMIT = 600
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
UNDER = (
    HEAD
    + f"""SELECT ?body ?person ?since WHERE {{
      ?under org:subOrganizationOf* <{ID}organization/0> .
      ?post org:organization ?under ; org:role <{ID}role/1> ; org:member ?one ; schema:startDate ?since .
      ?one skos:prefLabel ?person FILTER(LANG(?person) = "kk")
      ?under skos:prefLabel ?body FILTER(LANG(?body) = "kk")
    }} ORDER BY ?body ?person"""
)
QUESTIONS = {
    "group-by": GROUP_BY,
    "path": PATH,
    "who is in bodies under one": UNDER,
    "who meets most": "most-connected",
}
TASKS = ("Turtle into memory", "kg load", *QUESTIONS, "Turtle out", "Turtle out of a build")
Found = dict[str, Any]


def main(sizes: list[int]) -> None:
    """Measure both at each size, and print a table."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            data = Path(place) / "data.nt"
            with data.open("w", encoding="utf-8") as file:
                count = sum(file.write(line) > 0 for line in triples(size))
            _as_turtle(data)
            ours, theirs = (_run(engine, data) for engine in ("ours", "rdflib"))
        print(
            f"\n{count:,} triples, seconds          CPU: ours   rdflib   times less   clock: ours   rdflib   times less"
        )
        for task in TASKS:
            print(f"{task:26}", *(_compared(ours[task][kind], theirs[task][kind]) for kind in (0, 1)))
        print(f"peak MB: ours {ours['mb']:.0f}, rdflib {theirs['mb']:.0f}")
        wrong = [name for name, found in theirs["answers"].items() if found != ours["answers"][name]]
        print(f"the same answers: {'NO: ' + ', '.join(wrong) if wrong else 'yes'}")


def _compared(ours: float, theirs: float | None) -> str:
    more, seconds = (">", LIMIT) if theirs is None else ("", theirs)
    times = seconds / ours
    enough = " " if times >= WANTED else "-"
    return f"{ours:14.2f} {more + format(seconds, '.2f'):>10} {more + format(times, '.1f'):>8}{enough}"


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


def _run(engine: str, data: Path) -> Found:
    command = [sys.executable, "-m", "tests.benchmarks.bench_graph", "--one", engine, str(data)]
    found: Found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def _one(engine: str, data: Path) -> None:
    """Measure one engine and print what was found as JSON."""
    import resource

    found: Found = {"answers": {}, **dict.fromkeys(TASKS, (None, None))}
    {"ours": _ours, "rdflib": _rdflib}[engine](data, found)
    print(json.dumps({**found, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def _ours(data: Path, found: Found) -> None:
    # what is imported is there before the clock starts
    from kg.export.formats import export
    from kg.export.ready import ready
    from kg.graph import unchanged
    from kg.graph.store import load_file, open_store
    from kg.query.catalogue import question
    from kg.query.run import run
    from kg.run.loading import load

    _timed(found, "Turtle into memory", lambda: load_file(data.with_suffix(".ttl")))
    _timed(found, "kg load", lambda: load([str(data)], data.parent))
    store = open_store(data.parent)
    for name, asked in QUESTIONS.items():
        sparql = asked if " " in asked else question(asked).sparql
        rows = _timed(found, name, lambda sparql=sparql: list(run(store, sparql)))  # type: ignore[misc, arg-type]
        found["answers"][name] = [[str(term.value) for term in row] for row in rows]
    text = _timed(found, "Turtle out", lambda: export(store, "turtle")["graph.ttl"])
    found["answers"]["Turtle out"] = _written(text)
    for file in (unchanged.TURTLE, unchanged.TRIG):  # as a build leaves them
        (data.parent / file).write_bytes(text)
    unchanged.record(data.parent)
    assert _timed(found, "Turtle out of a build", lambda: ready(data.parent, "turtle")) == {unchanged.TURTLE: text}


def _rdflib(data: Path, found: Found) -> None:
    import rdflib

    from kg.query.catalogue import question

    graph = rdflib.Graph()
    _timed(found, "kg load", lambda: rdflib.Graph().parse(data, format="nt"))
    _timed(found, "Turtle into memory", lambda: graph.parse(data.with_suffix(".ttl"), format="turtle"))
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri, replace=True)
    for name, asked in QUESTIONS.items():
        sparql = asked if " " in asked else question(asked).full_sparql
        try:
            with _limited():
                rows = _timed(found, name, lambda sparql=sparql: list(graph.query(sparql)))  # type: ignore[misc]
                found["answers"][name] = [[str(term) for term in row] for row in rows]
        except TimeoutError:
            pass
    text = _timed(found, "Turtle out", lambda: graph.serialize(format="turtle"))
    found["answers"]["Turtle out"] = _written(text)
    found["Turtle out of a build"] = found["Turtle out"]  # it has nothing that was written before


@contextmanager
def _limited() -> Iterator[None]:
    """Raise TimeoutError in what takes too long."""

    def over(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, over)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)


def _written(text: str | bytes) -> int:
    import pyoxigraph as ox

    return sum(1 for _ in ox.parse(text, format=ox.RdfFormat.TURTLE))


def _timed(found: Found, task: str, do: Callable[[], T]) -> T:
    began, clock = process_time(), perf_counter()
    result = do()
    found[task] = process_time() - began, perf_counter() - clock
    return result


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], Path(sys.argv[3]))
    else:
        main([int(number.replace(",", "")) for number in sys.argv[1:]] or [1_000_000])
