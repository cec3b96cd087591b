"""Each RDF format says what the store says, to the programs that it is for."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.errors import KgError
from kg.export.formats import FORMATS, export
from tests.export.conftest import CONTROL
from tests.query.conftest import EXAMPLE

# our name, rdflib's, Oxigraph's
SYNTAXES = {
    "turtle": ("turtle", ox.RdfFormat.TURTLE),
    "ntriples": ("nt", ox.RdfFormat.N_TRIPLES),
    "trig": ("trig", ox.RdfFormat.TRIG),
    "nquads": ("nquads", ox.RdfFormat.N_QUADS),
    "jsonld": ("json-ld", ox.RdfFormat.JSON_LD),
    "rdfxml": ("xml", ox.RdfFormat.RDF_XML),
}
DATASETS = ["trig", "nquads", "jsonld"]


def written(store: ox.Store, name: str, evidence: bool | None = None) -> bytes:
    """Return the one file of a format."""
    (content,) = export(store, name, evidence=evidence).values()
    return content


def knowledge(store: ox.Store) -> set[ox.Quad]:
    """Return the quads of the default graph."""
    return set(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("name", SYNTAXES)
def test_rdflib_reads_the_same_knowledge(name: str, store: ox.Store) -> None:
    """Parsed by rdflib, the export is isomorphic to the default graph."""
    wanted = rdflib.Graph().parse(data=ox.serialize(_triples(store), format=ox.RdfFormat.N_TRIPLES), format="nt")
    graph = rdflib.Graph()
    graph.parse(data=written(store, name, evidence=False if name in DATASETS else None), format=SYNTAXES[name][0])
    assert len(graph) > 100
    assert isomorphic(graph, wanted)


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_keeps_its_evidence(name: str, store: ox.Store) -> None:
    """Oxigraph reads back every quad with its graph; without evidence only the knowledge."""
    assert set(ox.parse(written(store, name), format=SYNTAXES[name][1])) == set(store)
    assert set(ox.parse(written(store, name, evidence=False), format=SYNTAXES[name][1])) == knowledge(store)


@pytest.mark.parametrize("name", SYNTAXES)
def test_hard_texts_survive(name: str, hard: ox.Store) -> None:
    """Markup, quotes, line breaks and emoji come back as they were."""
    assert set(ox.parse(written(hard, name), format=SYNTAXES[name][1])) == set(hard)


@pytest.mark.parametrize("name", SYNTAXES)
def test_control_characters_survive_where_the_format_can_hold_them(name: str, control: ox.Store) -> None:
    """Only XML can't: there each becomes one \ufffd."""
    text = next(
        quad.object.value
        for quad in ox.parse(written(control, name), format=SYNTAXES[name][1])
        if isinstance(quad.object, ox.Literal)
    )
    assert text == (CONTROL if name != "rdfxml" else "ESC \ufffd[31m NUL-like \ufffd VT \ufffd")


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_loading_changes_no_byte(name: str, store: ox.Store) -> None:
    """The same quads in another order give the same files."""
    quads = list(store)
    random.Random(7).shuffle(quads)
    shuffled = ox.Store()
    shuffled.extend(quads)
    assert export(shuffled, name) == export(store, name)


def test_the_hash_seed_changes_no_byte() -> None:
    """All formats are written by two processes with different hash seeds, and are the same."""
    code = f"""
import hashlib, pyoxigraph as ox
from kg.export.formats import FORMATS, export
store = ox.Store()
store.load(path={str(EXAMPLE)!r}, format=ox.RdfFormat.TRIG)
for name in FORMATS:
    for file, content in export(store, name).items():
        print(name, file, hashlib.sha256(content).hexdigest())
"""
    runs = [
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    folders = sum(form.folder for form in FORMATS.values())
    assert runs[0].count("\n") == len(FORMATS) - folders + 9 * folders


def test_json_ld_is_short_and_complete(store: ox.Store) -> None:
    """It carries its context, and names people by plain keys."""
    document = json.loads(written(store, "jsonld", evidence=False))
    park = next(node for node in document["@graph"] if node["id"].endswith("person/minho-park"))
    assert park["prefLabel"] == {"en": "Minho Park"}
    assert "Person" in park["type"]
    assert "null" not in written(store, "jsonld").decode()


def test_evidence_is_refused_where_there_is_no_room(store: ox.Store) -> None:
    """The error names the formats that have it; an unknown format is named too."""
    with pytest.raises(KgError, match="use one of trig, nquads, jsonld, csv, excel"):
        export(store, "turtle", evidence=True)
    with pytest.raises(KgError, match="no format of export"):
        export(store, "n3")


def _triples(store: ox.Store) -> list[ox.Triple]:
    return [quad.triple for quad in knowledge(store)]
