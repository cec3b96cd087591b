"""What a server has already: a line for each graph that it took, so that a push goes on and repeats nothing."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from kg.errors import KgError
from kg.files import write_atomically


class Journal:
    """The graphs that an endpoint holds and the sum of each; ``""`` is the knowledge.

    It is kept beside the graph as ``pushed-….jsonl``, a file for each endpoint. Lines are added as graphs arrive; one
    that was cut short by a crash is left out, and its graph is pushed again.
    """

    def __init__(self, folder: Path, endpoint: str) -> None:
        self._path = folder / f"pushed-{sha256(endpoint.encode()).hexdigest()[:12]}.jsonl"
        self.sums: dict[str, str] = dict(self._read())
        self._file: TextIO | None = None

    def forget(self) -> None:
        """Take nothing for known: the server may have been emptied."""
        self.sums = {}

    def note(self, graph: str, summed: str) -> None:
        """Write down that the server has a graph; an empty sum says that it has it no more."""
        try:
            if self._file is None:
                self._begin()
            assert self._file is not None
            self._file.write(_line(graph, summed))
            self._file.flush()
        except OSError as error:
            raise KgError(
                f"{self._path} can't be written ({error.strerror}); make room or give rights there"
            ) from error
        if summed:
            self.sums[graph] = summed
        else:
            self.sums.pop(graph, None)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _begin(self) -> None:
        """Write what is known anew, without what later lines replaced, and open the file to add to it."""
        write_atomically(self._path, "".join(_line(graph, self.sums[graph]) for graph in sorted(self.sums)))
        self._file = self._path.open("a", encoding="utf-8")

    def _read(self) -> list[tuple[str, str]]:
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        rows = [row for line in text.splitlines() if (row := _row(line))]
        gone = {graph for graph, summed in dict(rows).items() if not summed}
        return [(graph, summed) for graph, summed in rows if graph not in gone]


def _line(graph: str, summed: str) -> str:
    return json.dumps([graph, summed], ensure_ascii=False) + "\n"


def _row(line: str) -> tuple[str, str] | None:
    try:
        graph, summed = json.loads(line)
    except ValueError:
        return None
    return (graph, summed) if isinstance(graph, str) and isinstance(summed, str) else None
