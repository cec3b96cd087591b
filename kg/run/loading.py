"""A folder for a graph that was made elsewhere: the database of its shards, and the report that came with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from glob import glob, has_magic
from pathlib import Path

from kg import places
from kg.errors import KgError
from kg.files import replace_folder
from kg.graph.shards import load_shards
from kg.run.output import OUTPUTS, workshop

_REPORT = "report.json"
_LOADED = ("store", _REPORT)


def load(given: Sequence[str], out: Path | str) -> int:
    """Make the database of shards (see kg.graph.shards) in the folder ``out``, and return how many quads it has.

    Raises KgError for shards that are broken or missing, and when ``out`` holds the files of a build, which would tell
    of another graph than the database; then nothing is changed.
    """
    out = Path(out)
    found = list(_matched(given))
    if built := [name for name in OUTPUTS if name not in _LOADED and (out / name).exists()]:
        raise KgError(f"{out} holds a graph that was built there ({built[0]}); choose another folder with -o")
    with workshop(out) as new:
        quads = load_shards(found, new)
        if len(found) == 1 and (report := _report(found[0])):
            (new / _REPORT).write_bytes(report)
        for name in _LOADED:
            if (new / name).exists():
                replace_folder(new / name, out / name)
            else:
                (out / name).unlink(missing_ok=True)
    return quads


def _matched(given: Sequence[str]) -> Iterable[str]:
    for one in given:
        if places.is_address(one) or os.path.exists(one) or not has_magic(one):  # noqa: PTH110 - a name too long raises
            yield one
            continue
        matches = sorted(glob(one, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns
        if not matches:
            raise KgError(f"no file matches {one}; check the pattern")
        yield from matches


def _report(folder: str) -> bytes | None:
    try:
        with places.reading(places.within(folder, _REPORT)) as (stream, _):
            return stream.read()
    except OSError:
        return None
