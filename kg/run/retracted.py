"""The announcements that a person took back: a list of ids beside the graph, which every build obeys."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kg.errors import KgError
from kg.files import write_atomically

NAME = "retracted.json"


def read(folder: Path) -> tuple[str, ...]:
    """Return the ids that are retracted, sorted; raises KgError when the list can't be read."""
    path = folder / NAME
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise KgError(f"{path} cannot be read ({error}); mend it, or remove it to take nothing back") from None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise KgError(f'{path} is no list of ids; write ["id", …], or remove it to take nothing back')
    return tuple(sorted(set(found)))


def write(folder: Path, ids: Iterable[str]) -> None:
    """Keep the ids; an empty list leaves no file. Raises KgError when it can't be written."""
    kept = sorted(set(ids))
    if kept:
        write_atomically(folder / NAME, json.dumps(kept, ensure_ascii=False, indent=2) + "\n")
    else:
        (folder / NAME).unlink(missing_ok=True)
