"""The push itself: what has changed is sent, what is gone is taken away, each graph is noted when it has arrived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.push.graphs import graphs, parts, summed
from kg.push.journal import Journal
from kg.push.protocols import PROTOCOLS
from kg.push.server import Server

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many graphs were sent, were on the server as they are, and were taken away."""

    sent: int
    unchanged: int
    dropped: int


def push(
    store: ox.Store,
    address: str,
    journal_folder: Path,
    *,
    protocol: str = "graph-store",
    knowledge: str = "",
    everything: bool = False,
    progress: Progress | None = None,
    wait: float = 1.0,
) -> Pushed:
    """Bring all graphs of a store to a server, those of announcements whole.

    ``protocol`` is a key of PROTOCOLS, ``knowledge`` the IRI of the graph that the default graph becomes ("": the
    server's default graph). What an earlier push to the same address brought, by the journal in ``journal_folder``, is
    not sent again unless ``everything``; what that had and the store has no more is dropped. ``wait`` is the first
    pause before a request is tried again, in seconds. Raises KgError when the server can't be reached or refuses.
    """
    known, most = PROTOCOLS[protocol]
    _checked(knowledge)
    journal = Journal(journal_folder, f"{protocol} {address} {knowledge}")
    if everything:
        journal.forget()
    tell = progress or (lambda stage, done, total: None)
    found, sent = graphs(store), 0
    names = {graph: graph.value if isinstance(graph, ox.NamedNode) else knowledge for graph in found}
    gone = sorted(set(journal.sums) - set(names.values()))
    try:
        with Server(address, wait) as server:
            there = known(server)
            for number, graph in enumerate(found):
                tell("Pushing", number, len(found))
                name, now = names[graph], summed(store, graph)
                if journal.sums.get(name) != now:
                    there.replace(name, parts(store, graph, most))
                    journal.note(name, now)
                    sent += 1
            for name in gone:
                there.drop(name)
                journal.note(name, "")
    finally:
        journal.close()
    return Pushed(sent, len(found) - sent, len(gone))


def _checked(iri: str) -> None:
    try:
        ox.NamedNode(iri or "urn:default")
    except ValueError as error:
        raise KgError(f"{iri} can't name a graph ({error}); give a full IRI with --graph") from error
