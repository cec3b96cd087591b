"""Writing results to standard output: whole, as UTF-8, harmless to a terminal, quiet when the reader has gone."""

from __future__ import annotations

import os
import sys

from kg.cli.terminal import harmless


def is_terminal() -> bool:
    """Say whether a person reads standard output."""
    return sys.stdout.isatty()


def write(content: str | bytes, *, drawn: bool = False) -> None:
    """Write a result; on a terminal its control characters become visible, unless we drew it ourselves."""
    if is_terminal() and not drawn:
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        content = harmless(text.replace("\r\n", "\n"))
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    out = sys.stdout.buffer
    try:
        out.write(data)
        out.flush()
    except BrokenPipeError:
        # `kg query … | head` has read enough; what Python would flush at exit must find no closed pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
