"""The folder of a build: made beside, from what changed where that is enough, and swapped in whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from kg.errors import KgError
from kg.files import beside, remove, replace_folder, signature, unwritable, write_atomically
from kg.graph import changes, iris, replaced, store, unchanged
from kg.graph.filling import Filling
from kg.graph.replaced import Replaced
from kg.run.last import Last
from kg.run.parts import Parts
from kg.run.splice import spliced
from kg.run.understand import Tell
from kg.run.whole import Whole

PICTURE = "graph.html"
_TURTLE, _TRIG = "graph.ttl", "graph.trig"
OUTPUTS = (_TURTLE, _TRIG, PICTURE, "store", "report.json")
"""What every build leaves in its folder, but for the picture if that is not wanted. replaced.ttl, retracted.json and
the cache may be there too; nothing else is touched."""
WRITTEN = (*OUTPUTS, replaced.NAME)

# A database is changed in place of being loaded anew as long as at most a fifth of its announcements are others.
_MOST_CHANGED = 5

_MANY = 10_000
"""Announcements: of as many, nothing is drawn while the database is filled, since both take much memory."""

_ROWS = 1000  # of a list in the report, written together


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """Give an empty folder inside ``out`` to build in, so that what can't be written is known before the work.

    It is inside, not beside: ``out`` may be a disk of its own, and renaming works only within one. Raises KgError when
    it can't be made, or another build is at work there.
    """
    new = beside(out / "graph")
    try:
        new.mkdir()
    except OSError as error:
        raise unwritable(out, error) from error
    try:
        with _alone(out):
            _sweep(out, new)
            yield new
    finally:
        remove(new)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the folder for this process; the lock goes with the process, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows has no such locks
        yield
        return
    held = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise KgError(f"another build is at work in {out}; wait for it, or choose another folder with -o") from None
    try:
        yield
    finally:
        os.close(held)


def _sweep(out: Path, new: Path) -> None:
    """Remove what builds that were killed left half done."""
    for left in out.glob(".graph.*.new"):
        if left != new:
            remove(left)


class Making:
    """The files of a build in its workshop. ``old`` is the last build in ``out`` if that is still as it was."""

    def __init__(self, old: Last | None, workshop: Path, out: Path, base: str) -> None:
        self._old, self._workshop, self._out, self._base = old, workshop, out, base
        self._filling: Filling | None = None

    def filling(self, parts: Parts) -> Filling | None:
        """Begin a new database; None where that of the last build need only be changed."""
        old = self._old
        known = old is not None and old.base == self._base and store.is_of_this_layout(self._out)
        if old is None or not known or _much(*_fresh(parts, old), parts):
            self._filling = Filling(self._workshop, self._base)
        return self._filling

    def write(self, whole: Whole, moved: Replaced, tell: Tell) -> None:
        """Write all files, with the picture if there is to be one."""
        workshop = self._workshop
        tell("Writing", 0, 1)
        try:
            whole.default.write_turtle(workshop / _TURTLE)
            with _opened(self._out / _TRIG if self._old else None) as file:
                graphs = spliced(whole, self._old, file) if self._old and file else whole.graphs()
                whole.default.write_trig(workshop / _TRIG, workshop / _TURTLE, graphs, whole.prefixes)
        except OSError as error:
            raise unwritable(self._out, error) from error
        self._write_store(whole, moved)
        if whole.shown:
            from kg.view.page import drawn

            if self._filling and len(whole.parts.keys) >= _MANY:
                self._filling.rest()
                give_back()
            tell("Drawing", 0, 1)
            _write_pieces(workshop / PICTURE, drawn(whole.shown, report=whole.report))
        elif whole.pictured():
            shutil.copyfile(self._out / PICTURE, workshop / PICTURE)  # it shows the same
        _write_pieces(workshop / "report.json", report_text(whole.report))
        if moved:
            write_atomically(workshop / replaced.NAME, replaced.text(moved, self._base))
        if self._filling:
            tell("Writing", 1, 1)
            self._filling.finish()
        self._record()

    def _record(self) -> None:
        try:
            unchanged.record(self._workshop)
        except OSError as error:
            raise unwritable(self._out, error) from error

    def close(self) -> None:
        """Leave no thread at work."""
        if self._filling:
            self._filling.give_up()

    def _write_store(self, whole: Whole, moved: Replaced) -> None:
        if self._filling:
            self._filling.take(whole.default.text())
            self._filling.take_quads(replaced.quads(moved, self._base))
        elif self._old:
            change = _change(whole, self._old, moved, self._out, self._workshop)
            store.change_store(self._out, change, self._workshop)


def give_back() -> None:
    """Have the C library of Linux give the system the memory that was freed, of 10,000 announcements some 60 MB."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


def report_text(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield a report as JSON with an indent of two, piece by piece, since that of many announcements is long."""
    yield "{"
    for number, (name, value) in enumerate(report.items()):
        yield ",\n" if number else "\n"
        if not isinstance(value, list) or len(value) <= _ROWS:
            yield _indented({name: value})[2:-2]
            continue
        yield f"  {msgspec.json.encode(name).decode()}: [\n"
        for start in range(0, len(value), _ROWS):
            rows = _indented({"": value[start : start + _ROWS]})
            yield (",\n" if start else "") + rows[rows.index("[") + 2 : rows.rindex("]") - 3]
        yield "\n  ]"
    yield "\n}\n"


def _indented(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()  # json.dumps takes ten times as long


def _write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Write a text that comes in pieces; raises KgError when it can't be written."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
    except OSError as error:
        raise unwritable(path, error) from error


def _opened(path: Path | None) -> AbstractContextManager[BinaryIO | None]:
    return path.open("rb") if path else nullcontext()


def swap_in(workshop: Path, out: Path) -> None:
    """Put the new files in the place of the old ones; of what the new build lacks the old one's goes."""
    for name in WRITTEN:
        if (workshop / name).exists():
            replace_folder(workshop / name, out / name)
        else:
            remove(out / name)


def untouched(old: Last | None, out: Path) -> Last | None:
    """Return the last build if its files are as it left them."""
    return old if old and old.outputs and old.outputs == signature(out, written(old.picture)) else None


def written(picture: bool) -> tuple[str, ...]:
    """Return the files that a build writes, with or without a picture."""
    return WRITTEN if picture else tuple(name for name in WRITTEN if name != PICTURE)


def _fresh(parts: Parts, old: Last) -> tuple[list[str], list[int]]:
    """Return the announcements (ids) whose graphs are no more, and the places of the parts that are new."""
    now = {entry.id: key for entry, key in zip(parts.entries, parts.keys, strict=True)}
    gone = [id_ for id_, key in old.parts.items() if now.get(id_) != key]
    return gone, [place for place, (id_, key) in enumerate(now.items()) if old.parts.get(id_) != key]


def _much(gone: Sequence[str], fresh: Sequence[int], parts: Parts) -> bool:
    return max(len(gone), len(fresh)) * _MOST_CHANGED > len(parts.keys)


def _change(whole: Whole, old: Last, moved: Replaced, out: Path, new: Path) -> store.Change:
    """Return what is new since the last build in ``out``; what there is now is in the folder ``new``."""
    base, parts = whole.default.base, whole.parts
    gone, fresh = _fresh(parts, old)
    ids = [parts.entries[place].id for place in fresh]
    dropped = set(gone) - set(ids)
    texts = [changes.of_default(*((folder / _TURTLE).read_text("utf-8") for folder in (out, new)))]
    before = parts.earlier([old.parts.get(id_) for id_ in ids])
    for id_, known, graphs in zip(ids, before, parts.graphs(fresh), strict=True):
        if known is None and id_ in old.parts:
            dropped.add(id_)
        texts.append(changes.of_graphs((known or b"").decode("utf-8"), graphs.decode("utf-8")))
    graphs_gone = [name(base, id_) for id_ in sorted(dropped) for name in (iris.facts, iris.claims)]
    removed, added = changes.quads_of(texts, base)
    return store.Change([*graphs_gone, iris.replaced(base)], removed, [*added, *replaced.quads(moved, base)])
