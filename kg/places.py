"""Files on this machine or in an object store: by path, or by address (s3://…, gs://…, hdfs://…, what fsspec knows).

Addresses need pyarrow, which comes with habar[ray], and for some schemes a package of fsspec. A path needs neither.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urlsplit

from kg.errors import KgError
from kg.files import beside, write_atomically

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem


def is_address(place: str | os.PathLike[str]) -> bool:
    """Tell whether a place is an address and no path."""
    return "://" in os.fspath(place)


def shown(place: str) -> str:
    """Return a place as it may be shown: an address without the user, password and parameters that may stand in it."""
    if not is_address(place):
        return place
    parts = urlsplit(place)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def files_under(place: str) -> list[str]:
    """Return the files in a folder and its folders, sorted; a file gives itself. Each is a place like the one given.

    Raises KgError when nothing is there or it can't be reached.
    """
    if not is_address(place):
        path = Path(place)
        if path.is_dir():
            return sorted(str(file) for file in path.rglob("*") if file.is_file())
        if path.exists():
            return [place]
        raise KgError(f"{place} does not exist; check the path")
    return _files_at(place)


@contextmanager
def reading(place: str) -> Iterator[tuple[BinaryIO, int]]:
    """Open a file and give it with its size in bytes; raises OSError, FileNotFoundError where there is none."""
    if not is_address(place):
        with Path(place).open("rb") as file:
            yield file, os.fstat(file.fileno()).st_size
        return
    system, path = _system(place)
    with system.open_input_file(path) as remote:
        yield io.BufferedReader(remote, 1 << 20), remote.size()


def write(place: str, content: bytes) -> None:
    """Write a file whole: whoever reads it sees what was there before or all of the new. Raises KgError."""
    if not is_address(place):
        write_atomically(place, content)
        return
    try:
        system, path = _system(place)
        system.create_dir(path.rpartition("/")[0], recursive=True)
        new = f"{path}.{os.getpid()}.tmp" if system.type_name == "local" else path  # an object appears when it is whole
        with system.open_output_stream(new) as stream:
            stream.write(content)
        if new != path:
            system.move(new, path)
    except OSError as error:
        raise KgError(f"{shown(place)} can't be written ({error}); check the address and your rights there") from error


def remove(place: str) -> None:
    """Remove a file, if it is there and may be."""
    try:
        if is_address(place):
            system, path = _system(place)
            system.delete_file(path)
        else:
            Path(place).unlink(missing_ok=True)
    except OSError:
        return


def within(place: str, name: str) -> str:
    """Return the place of a file in a folder."""
    if not is_address(place):
        return str(Path(place) / name)
    bare, mark, parameters = place.partition("?")
    return f"{bare.rstrip('/')}/{name}{mark}{parameters}"


def checked(folder: str) -> None:
    """See that a folder can be written in, so that one learns it before the work; raises KgError."""
    if is_address(folder):
        probe = within(folder, ".probe")
        write(probe, b"")
        remove(probe)
    else:
        beside(Path(folder) / "probe")


def _files_at(address: str) -> list[str]:
    from pyarrow.fs import FileSelector, FileType

    try:
        system, path = _system(address)
        found = system.get_file_info([path])[0]
        if found.type == FileType.NotFound:
            raise KgError(f"{shown(address)} does not exist; check the address")
        if found.type == FileType.File:
            return [address]
        inside = system.get_file_info(FileSelector(path, recursive=True))
    except OSError as error:
        raise KgError(f"{shown(address)} can't be looked at ({error}); check the address and your rights") from error
    names = (file.path.removeprefix(path).lstrip("/") for file in inside if file.type == FileType.File)
    return sorted(within(address, name) for name in names)


def _system(address: str) -> tuple[FileSystem, str]:
    """Return the file system of an address and the path there; raises KgError when nothing here knows its scheme."""
    bare, mark, parameters = address.rstrip("/").partition("?")
    if not urlsplit(bare).path.strip("/"):  # a bucket
        return _of_folder(bare, mark + parameters)
    root, _, name = bare.rpartition("/")
    system, folder = _of_folder(root + "/" if root.endswith("//") else root, mark + parameters)
    return system, f"{folder.rstrip('/')}/{name}"


@lru_cache(maxsize=64)
def _of_folder(root: str, parameters: str) -> tuple[FileSystem, str]:
    try:
        from pyarrow import ArrowInvalid
        from pyarrow.fs import FileSystem, FSSpecHandler, PyFileSystem
    except ImportError:
        raise KgError(f"{shown(root)} is an address, which needs pyarrow; pip install 'habar[ray]'") from None
    try:
        return cast("tuple[FileSystem, str]", FileSystem.from_uri(root + parameters))
    except ArrowInvalid:
        pass  # a scheme that pyarrow doesn't know
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(root)
    except (ImportError, ValueError, OSError) as error:
        raise KgError(f"{shown(root)} can't be reached ({error}); check its beginning") from None
    return PyFileSystem(FSSpecHandler(system)), path
