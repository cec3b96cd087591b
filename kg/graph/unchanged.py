"""Whether graph.ttl and graph.trig of a build still say what its database says: none of the three was changed."""

from __future__ import annotations

import json
from pathlib import Path

from kg.files import Signature, signature
from kg.graph.store import NAME

TURTLE, TRIG = "graph.ttl", "graph.trig"
_RECORD = "habar-files"  # in the database's folder, so that it is swapped in and lost together with that


def record(folder: Path | str) -> None:
    """Note sizes and times of the files of a build, all of which are made of one graph; raises OSError."""
    (Path(folder) / NAME / _RECORD).write_text(json.dumps(_now(folder)), "ascii")


def is_unchanged(folder: Path | str) -> bool:
    """Tell whether the files are those that were noted; False for a database that was made without them.

    Who copies a folder without its times, or opens the database to write, gets False too.
    """
    try:
        noted = json.loads((Path(folder) / NAME / _RECORD).read_text("ascii"))
    except (OSError, ValueError):
        return False
    now = _now(folder)
    return {TURTLE, TRIG} <= {name for name, _, _ in now} and noted == [list(one) for one in now]


def _now(folder: Path | str) -> Signature:
    return signature(folder, (TURTLE, TRIG, NAME))
