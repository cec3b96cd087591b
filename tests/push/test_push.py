"""A graph brought to servers: whole, only what changed, and again after a stop."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg import build
from kg.cli import main
from kg.errors import KgError
from kg.graph.store import open_store
from kg.push import push
from tests.serve.conftest import HOSTILE, SAMPLES

KNOWLEDGE = "https://example.org/knowledge"
ADDRESSES = {"graph-store": "/store", "update": "/update"}


def _held(address: str) -> set[str]:
    said = httpx.get(f"{address}/store", headers={"Accept": "application/n-quads"}, timeout=60)
    return {str(quad) for quad in ox.parse(said.content, format=ox.RdfFormat.N_QUADS)}


@pytest.mark.parametrize("protocol", ADDRESSES)
def test_oxigraph_gets_the_whole_dataset(oxigraph: str, graph: Path, tmp_path: Path, protocol: str) -> None:
    """By either protocol the server has the very quads of the store, and a second push has nothing to send."""
    store = open_store(graph)
    first = push(store, oxigraph + ADDRESSES[protocol], tmp_path, protocol=protocol)
    assert _held(oxigraph) == {str(quad) for quad in store}
    again = push(store, oxigraph + ADDRESSES[protocol], tmp_path, protocol=protocol)
    assert (again.sent, again.unchanged) == (0, first.sent)
    assert push(store, oxigraph + ADDRESSES[protocol], tmp_path, protocol=protocol, everything=True).sent == first.sent


def test_only_what_changed_is_sent(oxigraph: str, tmp_path: Path) -> None:
    """After another build what is new or different is sent, and what is gone is taken away."""
    samples = sorted(SAMPLES.glob("2017-*.txt"))
    build(samples, tmp_path)
    push(open_store(tmp_path), f"{oxigraph}/store", tmp_path)
    build([*samples[:-1], HOSTILE], tmp_path)
    store = open_store(tmp_path)
    done = push(store, f"{oxigraph}/store", tmp_path)
    assert _held(oxigraph) == {str(quad) for quad in store}
    assert done.dropped == 2
    assert done.unchanged > 0


@pytest.mark.server
@pytest.mark.parametrize(("path", "protocol"), [("/sparql-graph-crud-auth", "graph-store"), ("/sparql-auth", "update")])
def test_virtuoso_gets_each_graph(
    virtuoso: str, graph: Path, tmp_path: Path, credentials: Callable[[str, str], None], path: str, protocol: str
) -> None:
    """Virtuoso, which asks for Digest credentials and has no default graph, has as many triples in each graph."""
    credentials("dba", "dba")
    store = open_store(graph)
    push(store, virtuoso + path, tmp_path, protocol=protocol, knowledge=KNOWLEDGE)
    for graph_ in (ox.DefaultGraph(), *store.named_graphs()):
        name = graph_.value if isinstance(graph_, ox.NamedNode) else KNOWLEDGE
        asked = {"query": f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{name}> {{ ?s ?p ?o }} }}", "format": "application/json"}
        rows = httpx.get(f"{virtuoso}/sparql", params=asked, timeout=60).json()["results"]["bindings"]
        assert int(rows[0]["n"]["value"]) == sum(1 for _ in store.quads_for_pattern(None, None, None, graph_)), name


@pytest.mark.server
def test_wrong_credentials_are_said(
    virtuoso: str, graph: Path, tmp_path: Path, credentials: Callable[[str, str], None]
) -> None:
    """A wrong password ends the push with the names of the variables to set."""
    credentials("dba", "wrong")
    with pytest.raises(KgError, match=r"wants other credentials .* HABAR_PUSH_USER"):
        push(open_store(graph), f"{virtuoso}/sparql-graph-crud-auth", tmp_path, knowledge=KNOWLEDGE, wait=0)


class Moody:
    """A server that answers with the statuses given, then with 204, and writes down which graphs were put."""

    def __init__(self, statuses: list[int]) -> None:
        self.put: list[str] = []
        moody = self

        class Handler(BaseHTTPRequestHandler):
            def do_PUT(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                status = statuses.pop(0) if statuses else 204
                if status == 204:
                    moody.put.append(self.path)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_POST = do_PUT  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def moody() -> Iterator[Callable[[list[int]], Moody]]:
    """Return what starts a moody server."""
    begun: list[Moody] = []

    def begin(statuses: list[int]) -> Moody:
        begun.append(Moody(statuses))
        return begun[-1]

    yield begin
    for one in begun:
        one.server.shutdown()
        one.server.server_close()


def test_a_busy_server_is_asked_again(moody: Callable[[list[int]], Moody], graph: Path, tmp_path: Path) -> None:
    """What may pass (429, 502, 503) is tried again and nothing is lost."""
    server, store = moody([503, 429, 204, 502]), open_store(graph)
    done = push(store, server.address, tmp_path, wait=0.001)
    assert len(server.put) == done.sent == len(list(store.named_graphs())) + 1


def test_a_push_that_was_stopped_goes_on(moody: Callable[[list[int]], Moody], graph: Path, tmp_path: Path) -> None:
    """After a failure midway the next push sends the rest only, even if the journal's last line was cut short."""
    server, store = moody([204, 204, 204, *[500] * 5]), open_store(graph)
    with pytest.raises(KgError, match=r"refused the graph .500"):
        push(store, server.address, tmp_path, wait=0.001)
    (journal,) = tmp_path.glob("pushed-*.jsonl")
    assert len(journal.read_text("utf-8").splitlines()) == 3
    journal.write_text(journal.read_text("utf-8")[:-20], encoding="utf-8")
    done = push(store, server.address, tmp_path, wait=0.001)
    assert done.unchanged == 2
    assert all(isinstance(json.loads(line), list) for line in journal.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ftp://localhost/"], "is no web address"),
        (["http://me:secret@localhost/"], "into HABAR_PUSH_USER and HABAR_PUSH_PASSWORD"),
        (["http://127.0.0.1:9/store", "--graph", "no iri"], "can't name a graph"),
    ],
)
def test_a_wrong_address_is_said_in_a_sentence(graph: Path, arguments: list[str], said: str) -> None:
    """The command says what is wrong with an address or graph, and nothing is sent."""
    done = CliRunner().invoke(main, ["push", *arguments, "-d", str(graph), "--quiet"])
    assert done.exit_code == 2
    assert said in done.output


def test_a_server_that_is_not_there_is_said(graph: Path, tmp_path: Path) -> None:
    """No server at the address: one sentence, after the tries."""
    with pytest.raises(KgError, match=r"can't be reached .* is the server running"):
        push(open_store(graph), "http://127.0.0.1:9/store", tmp_path, wait=0.001)
