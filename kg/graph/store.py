"""The embedded database of a build: written whole, opened read-only, also as an rdflib.Dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import KgError
from kg.files import beside, remove, replace_folder

if TYPE_CHECKING:
    import rdflib

LAYOUT = "1"
"""Raised when what a database holds changes so that questions written for the new would not be answered by the old."""

_MARK = "habar-layout"  # a file in the database's folder; one without it is of the first layout
NAME = "store"
"""What the database's folder is called inside a build."""


def write_store(quads: Iterable[ox.Quad], folder: Path | str) -> None:
    """Build the database ``folder``/store beside the old one, then swap it in whole.

    Raises KgError that names the folder when it can't be written; then the old database is still there.
    """
    with making(Path(folder) / NAME) as new:
        store = ox.Store(str(new))
        store.bulk_extend(quads)
        store.flush()
        del store  # releases the database's lock


@dataclass(frozen=True, slots=True)
class Change:
    """What to do to a database: graphs to drop, then quads to take out and to put in."""

    dropped: Sequence[ox.NamedNode]
    removed: Sequence[ox.Quad]
    added: Sequence[ox.Quad]


def change_store(old: Path | str, change: Change, folder: Path | str) -> None:
    """Make the database ``folder``/store of that of the build ``old``, which stays as it is.

    They share the files that are the same in both (hard links), so it costs no more than the change. Raises KgError as
    write_store does.
    """
    with making(Path(folder) / NAME) as new:
        open_store(old).backup(str(new))
        store = ox.Store(str(new))
        for graph in change.dropped:
            store.remove_graph(graph)
        for quad in change.removed:
            store.remove(quad)
        store.flush()
        store.bulk_extend(change.added)  # not extend, which takes twice as long
        store.flush()
        del store


@contextmanager
def making(dest: Path) -> Iterator[Path]:
    """Give a place to build a database in, then put it in the place of ``dest``; raises KgError that names it."""
    new = beside(dest)
    with placing(new, dest):
        yield new


@contextmanager
def placing(new: Path, dest: Path) -> Iterator[None]:
    """Put the database ``new`` in the place of ``dest`` if all goes well, and leave nothing of it if not.

    Raises KgError that names ``dest`` when it can't be written.
    """
    try:
        yield
        (new / _MARK).write_text(LAYOUT, "ascii")
        replace_folder(new, dest)
    except (OSError, RuntimeError) as error:
        raise KgError(f"{dest} can't be written ({error}); choose another folder with -o") from error
    finally:
        remove(new)


def open_store(folder: Path | str) -> ox.Store:
    """Open the database of a build for reading; any number of processes may.

    Raises KgError when ``folder`` holds no build, or one whose database is broken or of another layout.
    """
    path = Path(folder) / NAME
    if not path.is_dir():
        raise KgError(f"{folder} holds no graph; run kg build PATH -o {folder} first")
    if not is_of_this_layout(folder):
        raise KgError(f"{path} was written by another version of kg; run kg build PATH -o {folder} again")
    try:
        return ox.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise KgError(f"{path} is broken ({error}); run kg build PATH -o {folder} again") from error


def is_of_this_layout(folder: Path | str) -> bool:
    """Tell whether the database of a build holds what this version writes."""
    mark = Path(folder) / NAME / _MARK
    return (mark.read_text("ascii", "replace") if mark.exists() else "1") == LAYOUT


def as_dataset(source: Path | str | ox.Store | Iterable[ox.Quad]) -> rdflib.Dataset:
    """Return a build's folder, a store or quads as an rdflib.Dataset that rests on Oxigraph.

    A folder's database is read in place, quads are held in memory. Its default graph is the knowledge, not the union
    of all graphs. The prefixes of the ontology are bound.
    """
    import oxrdflib
    import rdflib

    from kg.ontology import PREFIXES

    dataset = rdflib.Dataset(store=oxrdflib.OxigraphStore(store=as_store(source)))
    for prefix, iri in PREFIXES.items():
        dataset.bind(prefix, iri, replace=True)
    return dataset


def as_store(source: object) -> ox.Store:
    """Return a build's folder, an RDF file, quads or an rdflib Dataset or Graph as a store; a store as it is."""
    if isinstance(source, ox.Store):
        return source
    if isinstance(source, str | Path):
        return load_file(source) if Path(source).is_file() else open_store(source)
    if hasattr(source, "serialize"):
        return _of_rdflib(source)
    if isinstance(source, Iterable):
        return in_memory(source)
    raise TypeError(f"a folder, store, dataset or quads are needed, not {type(source).__name__}")


def in_memory(quads: Iterable[ox.Quad]) -> ox.Store:
    """Return a store in memory that holds the quads."""
    store = ox.Store()
    store.bulk_extend(quads)
    return store


def load_file(path: Path | str) -> ox.Store:
    """Return an RDF file as a store in memory; raises KgError as read_quads does."""
    store = ox.Store()
    with _reading(Path(path)) as format_:
        store.bulk_load(path=path, format=format_)
    return store


def read_quads(path: Path | str) -> list[ox.Quad]:
    """Read an RDF file (.ttl, .trig, .nt, .nq, .jsonld, .rdf); raises KgError that names file and line."""
    with _reading(Path(path)) as format_:
        return list(ox.parse(path=path, format=format_))


@contextmanager
def _reading(path: Path) -> Iterator[ox.RdfFormat]:
    format_ = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format_ is None:
        raise KgError(f"{path} is no RDF file; give a folder that kg build made, or a .ttl, .trig, .nt or .nq file")
    try:
        yield format_
    except SyntaxError as error:
        raise KgError(f"{path}, line {error.lineno}: {error.msg}; mend it there") from error
    except OSError as error:
        raise KgError(f"{path} can't be read ({error.strerror or error}); check the path") from error


def _of_rdflib(dataset: object) -> ox.Store:
    import oxrdflib

    store = getattr(dataset, "store", None)
    if isinstance(store, oxrdflib.OxigraphStore):
        return store._inner
    text: str = dataset.serialize(format="nquads" if hasattr(dataset, "quads") else "nt")  # type: ignore[attr-defined]
    return in_memory(_in_default(ox.parse(text, format=ox.RdfFormat.N_QUADS)))


def _in_default(quads: Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    """Put what rdflib keeps in its own default graph back where RDF has it."""
    for quad in quads:
        own = isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value == "urn:x-rdflib:default"
        yield ox.Quad(quad.subject, quad.predicate, quad.object) if own else quad
