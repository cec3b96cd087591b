"""Which files are as they were when they were last read, told by what the file system says of them.

A file is taken for unchanged when its size, its times of change and its place on the disk are what they were. As in
git's index that is trusted only of a file that had been at rest when it was read: a clock may be so coarse (two seconds
on a memory card) that a change right after reading leaves the same time, so what was changed shortly before it was read
is read again the next time. The time at which a file's status changed counts too, which no program can set back.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kg.read.document import Document, Unread, text_digest

_AT_REST = 3_000_000_000  # nanoseconds: more than the coarsest clock of a file system


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system said of a file when it was read, its document's digest and that of its text alone."""

    status: str
    digest: bytes
    text: bytes


@dataclass(slots=True)
class Stamps:
    """What is known of files by their names; ``now`` has those that were met in this build."""

    known: Mapping[str, Stamp] = field(default_factory=dict)
    now: dict[str, Stamp] = field(default_factory=dict)

    def unread(self, id_: str, source: str, status: os.stat_result, lang: str | None) -> Unread | None:
        """Return a file's document without its text, None if it must be read."""
        known = self.known.get(source)
        if known is None or known.status != _told(status):
            return None
        self.now[source] = known
        return Unread(id_, source, known.digest, known.text, lang)

    def read(self, document: Document, path: Path, before: os.stat_result) -> None:
        """Take up a document that was read from a file of which ``before`` was said, if that was at rest."""
        with suppress(OSError):
            if trusted(before, time.time_ns()) and _told(before) == _told(path.stat()):
                self.now[document.source] = Stamp(_told(before), document.digest, text_digest(document))


def trusted(status: os.stat_result, now: int) -> bool:
    """Tell whether a file was so long at rest (nanoseconds since 1970) that a later change will show.

    Windows does not say when the status of a file changed, so there every file is read every time.
    """
    at_rest = max(status.st_mtime_ns, status.st_ctime_ns) + _AT_REST <= now
    return at_rest and os.name == "posix" and stat.S_ISREG(status.st_mode)


def _told(status: os.stat_result) -> str:
    times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
    return f"{status.st_size} {times} {status.st_ino} {status.st_dev}"
