"""Writing so that a reader sees the old or the new whole, never a half: written beside, then renamed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.errors import KgError

Signature = list[tuple[str, int, int]]
"""Name, size and time of files: whether they are what was left there."""


def write_atomically(path: Path | str, content: bytes | str) -> None:
    """Write a file whole: ``content`` (text as UTF-8, newlines as they are) replaces what ``path`` held.

    Folders on the way are made. Raises KgError that names the path when it can't be written.
    """
    path = Path(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True) if beside.parent.is_dir() else None
        raise unwritable(path, error) from error


_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of an open file, from ``start`` on."""

    file: BinaryIO
    start: int
    size: int

    def write_to(self, other: BinaryIO) -> None:
        """Write them to another file, in the kernel where it can; raises OSError, also where the file is shorter."""
        other.flush()
        start, left = self.start, self.size
        while left:
            copied = _copied(self.file.fileno(), other.fileno(), start, left)
            if not copied:
                raise OSError(f"{self.file.name} is shorter than it was")
            start, left = start + copied, left - copied
        other.seek(0, os.SEEK_END)


def _copied(source: int, other: int, start: int, size: int) -> int:
    """Copy bytes to where the other file stands, as many as can be at once; return how many."""
    try:
        return os.copy_file_range(source, other, size, offset_src=start)
    except (AttributeError, OSError):  # another system, or two disks
        os.lseek(source, start, os.SEEK_SET)
        return os.write(other, os.read(source, min(size, _AT_ONCE)))


def replace_folder(new: Path | str, dest: Path | str) -> None:
    """Put the folder ``new``, which must be on the same disk, in the place of ``dest``, whatever was there.

    Raises KgError that names ``dest`` when that can't be done; then ``dest`` is what it was.
    """
    new, dest = Path(new), Path(dest)
    old = dest.with_name(f".{dest.name}.{os.getpid()}.old")
    try:
        remove(old)
        if dest.exists():
            dest.rename(old)
        try:
            new.rename(dest)
        except OSError:
            if old.exists():
                old.rename(dest)
            raise
    except OSError as error:
        raise unwritable(dest, error) from error
    remove(old)


def beside(dest: Path | str) -> Path:
    """Return an empty place beside ``dest`` to build its replacement in; its parents are made, it itself is not.

    Raises KgError that names ``dest`` when nothing can be written there.
    """
    dest = Path(dest)
    new = dest.with_name(f".{dest.name}.{os.getpid()}.new")
    try:
        dest.parent.mkdir(parents=True, exist_ok=True)
        remove(new)
    except OSError as error:
        raise unwritable(dest, error) from error
    return new


def remove(path: Path) -> None:
    """Remove a file or folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def unwritable(path: Path, error: OSError) -> KgError:
    """Return the error that tells the user why ``path`` can't be written and what to do."""
    reason = (error.strerror or str(error)).lower()
    return KgError(f"{path} can't be written ({reason}); choose another folder with -o or make room there")


def signature(folder: Path | str, names: Sequence[str]) -> Signature:
    """Return size and time of each file of a build that there is; of a database, of the files that hold its data."""
    found = []
    for name in names:
        path = Path(folder) / name
        files = [*sorted(path.glob("*.sst")), path / "CURRENT"] if path.is_dir() else [path]
        for file in files:
            if file.exists():
                status = file.stat()
                found.append((str(file.relative_to(folder)), status.st_size, status.st_mtime_ns))
    return found
