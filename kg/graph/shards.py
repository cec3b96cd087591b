"""A graph as N-Quads in several files (shards), packed with Zstandard, beside a list of them with their sums.

Any SPARQL store takes such files. The list, shards.json, tells which files are the graph, so that one that is missing
or cut short is noticed; a folder without it may hold N-Quads from anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO, NoReturn, cast

import pyoxigraph as ox
from backports import zstd

from kg import places
from kg.errors import KgError
from kg.graph.lines import Lines, Reader
from kg.graph.store import making
from kg.read.unpack import bare, unpacking

LIST = "shards.json"
_FORMATS = {".nq": ox.RdfFormat.N_QUADS, ".nt": ox.RdfFormat.N_TRIPLES}
_OPTIONS: dict[int, int] = {zstd.CompressionParameter.compression_level: 3, zstd.CompressionParameter.checksum_flag: 1}


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of a graph: its name in the folder, how many quads it holds, the SHA-256 of its bytes in hexadecimal."""

    file: str
    quads: int
    sha256: str


def shard(name: str, trig: bytes) -> tuple[Shard, bytes]:
    """Return a piece of a TriG file as a shard: what it is, and its bytes. Its name holds the beginning of its sum."""
    lines = [f"{quad} .\n" for quad in ox.parse(trig, format=ox.RdfFormat.TRIG, lenient=True)]
    packed = zstd.compress("".join(lines).encode("utf-8"), options=_OPTIONS)
    digest = sha256(packed).hexdigest()
    return Shard(f"{name}-{digest[:8]}.nq.zst", len(lines), digest), packed


def write_list(folder: str, shards: Sequence[Shard]) -> None:
    """Say which files are the graph now, and remove those that were before; raises KgError."""
    try:
        old = _listed(folder)
    except KgError:
        old = []
    text = json.dumps({"shards": [asdict(one) for one in shards]}, indent=1) + "\n"
    places.write(places.within(folder, LIST), text.encode("utf-8"))
    for gone in {one.file for one in old or ()} - {one.file for one in shards}:
        places.remove(places.within(folder, gone))


def load_shards(given: Sequence[str], folder: Path | str) -> int:
    """Build the database ``folder``/store of N-Quads or N-Triples files, swap it in, and return how many quads it has.

    ``given`` are files and folders, paths or addresses; files may be packed (.gz, .zst). A folder with a list is what
    that says. Raises KgError that names the file, and the line where one can be told, of what is broken, cut short or
    missing; then the old database is still there.
    """
    found = [one for place in given for one in _found(place)]
    with making(Path(folder) / "store") as new:
        store = ox.Store(str(new))
        for place, expected in found:
            _load(place, expected, store)
        store.flush()
        total = len(store)
        del store  # releases the database's lock
    return total


Found = tuple[str, Shard | None]


def _found(place: str) -> list[Found]:
    """Return the files of a graph that a place means, each with what a list says of it."""
    name = places.shown(place).rpartition("/")[2]
    if name == LIST:
        place = _folder_of(place)
    elif _ending(name) in _FORMATS:
        return [(place, None)]
    listed = _listed(place)
    if listed is not None:
        return [(places.within(place, one.file), one) for one in listed]
    files = [file for file in places.files_under(place) if _ending(places.shown(file)) in _FORMATS]
    if not files:
        raise KgError(f"{places.shown(place)} holds no N-Quads; give .nq or .nt files, also as .zst or .gz")
    return [(file, None) for file in files]


def _folder_of(place: str) -> str:
    bare_, mark, parameters = place.partition("?")
    return (bare_.rpartition("/")[0] or ".") + mark + parameters


def _ending(name: str) -> str:
    return Path(bare(name)).suffix.lower()


def _listed(folder: str) -> list[Shard] | None:
    """Return what a folder's list says, None when there is none; raises KgError when it can't be read."""
    place = places.within(folder, LIST)
    try:
        with places.reading(place) as (stream, _):
            rows: Any = json.loads(stream.read())["shards"]
        return [_checked(Shard(str(row["file"]), int(row["quads"]), str(row["sha256"]))) for row in rows]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KgError(f"{places.shown(place)} is broken ({error}); build again, or name the files themselves") from None


def _checked(one: Shard) -> Shard:
    if "/" in one.file or "\\" in one.file:
        raise ValueError(f"{one.file} lies elsewhere")
    return one


def _load(place: str, expected: Shard | None, store: ox.Store) -> None:
    name = places.shown(place)
    try:
        with places.reading(place) as (raw, size), unpacking(raw, size, name) as stream:
            lines = Lines(stream)
            _bulk_load(lines, name, store)
    except FileNotFoundError:
        raise KgError(f"{name} is missing; get it anew, or build again") from None
    if expected and lines.lines != expected.quads:
        told = f"{lines.lines} quads, and {LIST} says {expected.quads}"
        raise KgError(f"{name} is not what was written: it holds {told}; get it anew, or build again")


def _bulk_load(lines: Lines, name: str, store: ox.Store) -> None:
    """Load them with two cores: Oxigraph by itself reads first and then sorts, of less than a million quads."""
    failed: list[tuple[int, Exception]] = []
    readers = [Reader(lines, first=first) for first in (True, False)]

    def load(reader: Reader) -> None:
        try:
            store.bulk_load(input=cast(BinaryIO, reader), format=_FORMATS[_ending(name)])
        except Exception as error:
            lines.stop()
            failed.append((reader.line(error.lineno or 1) if isinstance(error, SyntaxError) else 0, error))

    other = Thread(target=load, args=(readers[1],), daemon=True)
    other.start()
    try:
        load(readers[0])
    finally:
        lines.stop()
        other.join()
    if failed:
        _raise(*min(failed, key=lambda one: one[0]), lines, name)


def _raise(line: int, error: Exception, lines: Lines, name: str) -> NoReturn:
    if isinstance(error, SyntaxError):
        raise KgError(f"{name}, line {line}: {error.msg}; mend it there or get the file anew") from None
    if isinstance(error, OSError) and not lines.failed:
        raise RuntimeError(str(error)) from error  # it is the database that can't be written
    raise error
