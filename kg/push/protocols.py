"""The two ways to put a graph on a server: the Graph Store Protocol, and SPARQL Update in batches."""

from __future__ import annotations

from collections.abc import Iterable

from kg.push.server import Server

NTRIPLES = "application/n-triples"
UPDATE = "application/sparql-update"


class GraphStore:
    """SPARQL 1.1 Graph Store HTTP Protocol: PUT puts a graph in the place of the old one, POST adds to it.

    Here and below a graph is an IRI, "" is the server's default graph, and its triples come in parts of N-Triples.
    """

    def __init__(self, server: Server) -> None:
        self._server = server

    def replace(self, graph: str, parts: Iterable[bytes]) -> None:
        """Replace a graph: the first part in place of what was there, the others added."""
        method = "PUT"
        for part in parts:
            self._server.send(method, _named(graph), part, NTRIPLES)
            method = "POST"

    def drop(self, graph: str) -> None:
        """Delete a graph."""
        self._server.send("DELETE", _named(graph), b"", NTRIPLES)


class Update:
    """SPARQL 1.1 Update: the graph is dropped with the first batch of triples, the others are inserted after it."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def replace(self, graph: str, parts: Iterable[bytes]) -> None:
        """Replace a graph; what drops it and the first triples are one request."""
        before = b"DROP SILENT " + (f"GRAPH <{graph}>".encode() if graph else b"DEFAULT") + b" ;\n"
        for part in parts:
            triples = b"GRAPH <" + graph.encode() + b"> {\n" + part + b"}" if graph else part
            self._server.send("POST", {}, before + b"INSERT DATA {\n" + triples + b"}", UPDATE)
            before = b""

    def drop(self, graph: str) -> None:
        """Drop a graph."""
        self._server.send(
            "POST", {}, f"DROP SILENT GRAPH <{graph}>".encode() if graph else b"DROP SILENT DEFAULT", UPDATE
        )


def _named(graph: str) -> dict[str, str]:
    return {"graph": graph} if graph else {"default": ""}


# name -> (class, triples in one request)
PROTOCOLS: dict[str, tuple[type[GraphStore] | type[Update], int]] = {
    "graph-store": (GraphStore, 50_000),
    "update": (Update, 1_000),
}
