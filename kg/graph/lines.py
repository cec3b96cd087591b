"""A stream of lines that several read at once, each some whole lines of it, so that two cores load one file.

Blank nodes mean the same only within one reader, so from the first line that may have one on, only the first reads.
"""

from __future__ import annotations

from bisect import bisect_right
from threading import Lock
from typing import BinaryIO

_AT_ONCE = 1 << 20
_TOGETHER = 1_000_000  # lines; Oxigraph sorts a million at once, by another core while it reads on, so more gain little


class Lines:
    """The stream: hands its lines out in blocks, counts them, and remembers whether it was the reading that failed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._lock = stream, Lock()
        self._rest: list[bytes] = []  # the beginning of a line
        self._back: tuple[bytes, int] | None = (
            None  # what another reader must not have, and the number of its first line
        )
        self._over = False
        self.lines, self.failed = 0, False

    def block(self, *, first: bool) -> tuple[bytes, int]:
        """Return the next lines and how many there were before; nothing when there are no more for this reader."""
        with self._lock:
            if self._back:
                back, self._back = (self._back, None) if first else ((b"", 0), self._back)
                return back
            before, block = self.lines, b"" if self._over else self._next()
            self.lines += block.count(b"\n")
            if first or (self.lines <= _TOGETHER and b"_:" not in block):
                return block, before
            self._back = block, before
            return b"", before

    def stop(self) -> None:
        """Have no reader get more lines, since one of them failed."""
        with self._lock:
            self._over, self._back = True, None

    def _next(self) -> bytes:
        while True:
            try:
                data = self._stream.read(_AT_ONCE)
            except BaseException:
                self.failed = True
                raise
            end = data.rfind(b"\n") + 1
            if end or not data:
                block = b"".join([*self._rest, data[:end]])
                self._rest = [data[end:]] if data[end:] else []
                return block
            self._rest.append(data)


class Reader:
    """What one reader gets of the lines, as a file that Oxigraph reads. Only the ``first`` gets every kind of line."""

    def __init__(self, lines: Lines, *, first: bool) -> None:
        self._lines, self._first = lines, first
        self._block = memoryview(b"")
        self._own, self._true = [0], [0]  # lines before each block, of this reader and of the whole
        self._count = 0

    def read(self, size: int = -1) -> bytes:
        """Read as a file does."""
        if not self._block:
            block, before = self._lines.block(first=self._first)
            self._own.append(self._count)
            self._true.append(before)
            self._count += block.count(b"\n")
            self._block = memoryview(block)
        size = len(self._block) if size < 0 else size
        data, self._block = bytes(self._block[:size]), self._block[size:]
        return data

    def line(self, number: int) -> int:
        """Return which line of the whole a line of this reader's is; both count from 1."""
        place = bisect_right(self._own, number - 1) - 1
        return number - self._own[place] + self._true[place]
