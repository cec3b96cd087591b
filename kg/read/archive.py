"""Tar archives, read as a stream: nothing is unpacked to disk, and a name in them is only a name."""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from kg.errors import KgError
from kg.read.document import Document
from kg.records import Refusal

ReadMember = Callable[[BinaryIO, str, str], Iterator[Document | Refusal]]
"""Called with the content of a file in an archive, the file's name, and what it is to be called for the user."""


def members(stream: BinaryIO, source: str, wanted: tuple[str, ...], read: ReadMember) -> Iterator[Document | Refusal]:
    """Yield what the files of an archive hold whose names have one of the ``wanted`` endings.

    Links, devices and folders are passed over. Raises KgError when the archive itself is broken.
    """
    found = False
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined] # else it remembers every one
                content = archive.extractfile(member) if member.isreg() else None
                if content is not None and member.name.lower().endswith(wanted):
                    found = True
                    name = _harmless(member.name)
                    yield from read(content, PurePosixPath(name).name, f"{source}: {name}")  # type: ignore[arg-type]
    except tarfile.TarError as error:
        raise KgError(f"{source} is a broken archive ({error}); get it anew") from None
    if not found:
        raise KgError(f"{source} holds no announcements; put {', '.join(wanted)} files into it")


def _harmless(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")
