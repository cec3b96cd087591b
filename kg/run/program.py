"""What of the program an extraction and a graph depend on, as a hash: its own code and data, and what it stands on."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import kg
from kg.resources import resource

# Rooms that have no part in what an announcement is understood to say. A new room counts until it is named here.
_OUTSIDE = ("cli", "cluster", "evaluate", "train", "export", "query", "resolve")
_AFTER_EXTRACTION = (*_OUTSIDE, "view", "graph", "run", "pipeline.py")
_AFTER_GRAPH = (*_OUTSIDE, "view")
_AFTER_PICTURE = (*_OUTSIDE, "serve", "push")
_STANDS_ON = ("pymorphy3", "pymorphy3-dicts-ru", "python-crfsuite", "razdel", "babel", "rapidfuzz")
_GRAPH_STANDS_ON = ("pyoxigraph", "pyshacl", "rdflib")
_PICTURE_STANDS_ON = ("graspologic-native", "networkx", "pyvis", "numpy")


@cache
def understanding() -> str:
    """Return a hash that changes when the same text might be understood otherwise."""
    return _hash(_AFTER_EXTRACTION, ("data/gazetteer",), _STANDS_ON)


@cache
def drawing_up() -> str:
    """Return a hash that changes when the same extraction might become another graph of its announcement."""
    return _hash(_AFTER_GRAPH, ("data/gazetteer", "ontology"), (*_STANDS_ON, *_GRAPH_STANDS_ON))


@cache
def showing() -> str:
    """Return a hash that changes when the same things might be described or pictured otherwise."""
    return _hash(_AFTER_PICTURE, ("data/gazetteer", "ontology"), (*_STANDS_ON, *_GRAPH_STANDS_ON))


@cache
def whole() -> str:
    """Return a hash of the whole program."""
    return _hash((), ("data/gazetteer", "ontology"), (*_STANDS_ON, *_GRAPH_STANDS_ON, *_PICTURE_STANDS_ON))


def _hash(without: tuple[str, ...], data: tuple[str, ...], distributions: tuple[str, ...]) -> str:
    digest = sha256(f"{kg.__version__} {sys.version_info[:2]}".encode())
    home = Path(kg.__file__).parent
    _add(digest, home, without)
    for name in data:
        _add(digest, resource(name), ())
    for name in distributions:
        digest.update(f"{name} {_version(name)}".encode())
    return digest.hexdigest()[:32]


def _add(digest: sha256, home: Path, without: tuple[str, ...]) -> None:  # type: ignore[valid-type]
    for path in sorted(home.rglob("*")):
        parts = path.relative_to(home).parts
        if parts[0] in without or "__pycache__" in parts or parts[0] == "_shipped" or not path.is_file():
            continue
        digest.update("/".join(parts).encode())  # type: ignore[attr-defined]
        digest.update(_content(path))  # type: ignore[attr-defined]


@cache
def _content(path: Path) -> bytes:
    return sha256(path.read_bytes()).digest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "none"
