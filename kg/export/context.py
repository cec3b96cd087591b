"""Reads a JSON-LD context as a writer needs it: which key an IRI has, and what its values look like."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the context: ``type`` is "@id", "@vocab", a datatype's IRI or ""; ``held`` names its containers."""

    name: str
    type: str = ""
    held: frozenset[str] = frozenset()


class Context:
    """A context of prefixes and terms; scoped, nested, imported and reversed ones are not understood."""

    def __init__(self, path: Path) -> None:
        self.raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["@context"]
        self.id = self._alias("@id")
        self.type = self._alias("@type")
        self._prefixes = {
            name: iri for name, iri in self.raw.items() if isinstance(iri, str) and iri.endswith(("#", "/"))
        }
        self._keys = {self.expand(_iri(said)): _key(name, said, self) for name, said in self.raw.items() if _iri(said)}

    def key(self, iri: str) -> Key:
        """Return the key of a property; one that the context lacks is called by its CURIE and promises nothing."""
        return self._keys.get(iri) or Key(self.compact(iri))

    def name(self, iri: str) -> str:
        """Return what a class is called: its term, its CURIE or its IRI."""
        return self.key(iri).name

    def compact(self, iri: str) -> str:
        """Return the CURIE of an IRI if the context has its prefix, else the IRI."""
        for name, namespace in self._prefixes.items():
            local = iri.removeprefix(namespace)
            if iri.startswith(namespace) and local and not local.startswith("//"):
                return f"{name}:{local}"
        return iri

    def expand(self, curie: str) -> str:
        """Return the IRI of a CURIE of the context."""
        name, colon, local = curie.partition(":")
        return self._prefixes[name] + local if colon and name in self._prefixes else curie

    def _alias(self, keyword: str) -> str:
        return next((name for name, said in self.raw.items() if said == keyword), keyword)


def _iri(said: object) -> str:
    """Return what a term of the context stands for, "" if it is a prefix, an alias or a version."""
    iri = said.get("@id", "") if isinstance(said, Mapping) else said
    return iri if isinstance(iri, str) and not iri.startswith("@") and not iri.endswith(("#", "/")) else ""


def _key(name: str, said: object, context: Context) -> Key:
    if not isinstance(said, Mapping):
        return Key(name)
    held = said.get("@container", ())
    return Key(name, context.expand(said.get("@type", "")), frozenset([held] if isinstance(held, str) else held))
