"""The graph that is served: opened for reading, and opened anew when a build has put another in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from threading import Lock
from urllib.parse import quote

import pyoxigraph as ox

from kg.graph.store import NAME, open_store
from kg.ontology import KG, RDF
from kg.query.naming import base_of
from kg.query.titles import Titles
from kg.serve.search import Names

PATH = "/id/"
"""Where on the server the individuals of a graph are; behind it stands what their IRIs have behind the base."""
_MOST = 12


class Opened:
    """A store with what pages need of it; made once and dropped whole."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self.base = base_of(store)
        self._counts: dict[str, int] = {}

    @cached_property
    def names(self) -> Names:
        """All names in the graph, for the search; read at first use."""
        return Names(self.store)

    @cached_property
    def busiest(self) -> list[tuple[str, int]]:
        """The IRIs of those who take part most often, with how often; counted at first use."""
        taking = self.store.quads_for_pattern(None, ox.NamedNode(KG.participant), None, ox.DefaultGraph())
        counted = Counter(quad.object.value for quad in taking if isinstance(quad.object, ox.NamedNode))
        return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]

    def count(self, class_: str) -> int:
        """Return how many things of a class there are."""
        if class_ not in self._counts:
            found = self.store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(class_), ox.DefaultGraph())
            self._counts[class_] = sum(1 for _ in found)
        return self._counts[class_]

    def titles(self) -> Titles:
        """Return what things are called, looked up anew for each page so that it does not grow."""
        return Titles(self.store)

    def href(self, iri: str) -> str:
        """Return where a page about an IRI is: here for an individual of the graph, "" for what has none."""
        return PATH + iri.removeprefix(self.base) if iri.startswith(self.base) else ""

    def iri(self, path: str) -> str:
        """Return the IRI that a path of the server, as it was sent, stands for."""
        return self.base + quote(path.removeprefix(PATH), safe="/%:@!$&'()*+,;=~-._")


class Current:
    """The graph of a folder as it is now; ``on_change`` is called when another build was swapped in."""

    def __init__(self, folder: Path, on_change: Callable[[], None]) -> None:
        self._folder, self._on_change = folder, on_change
        self._lock = Lock()
        self._mark, self._opened = self._identity(), Opened(open_store(folder))

    def get(self) -> Opened:
        """Return the graph, opened anew if its folder is another one than before."""
        with self._lock:
            mark = self._identity()
            if mark is not None and mark != self._mark:
                self._opened, self._mark = Opened(open_store(self._folder)), mark
                self._on_change()
            return self._opened

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = (self._folder / NAME).stat()
        except OSError:  # between two renames
            return None
        return found.st_ino, found.st_mtime_ns
