"""A whole build on a cluster, from files to shards and the report."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from kg import places
from kg.cluster.connect import connected
from kg.cluster.inputs import files
from kg.cluster.machines import Machines
from kg.cluster.understand import task, understand
from kg.errors import KgError
from kg.gazetteer import using
from kg.graph.iris import BASE, checked_base
from kg.graph.shards import Shard, shard, write_list
from kg.graph.turtle import Terms, sections
from kg.judgements import read_judgements
from kg.ontology import PREFIXES
from kg.pipeline import NothingBuiltError, Progress
from kg.run import output, retracted
from kg.run.cache import NAME, Cache
from kg.run.extractions import LostError
from kg.run.understand import Understood, content
from kg.run.whole import Decided, Whole, whole

T = TypeVar("T")

_THINGS = 5_000  # in a shard of the knowledge
_ANNOUNCEMENTS = 500  # in a shard of what they say: about 1 MB


@dataclass(frozen=True, slots=True)
class Clustered:
    """A build on a cluster: its report, its shards, and how many announcements each machine understood.

    ``known`` is how many had been understood by an earlier build.
    """

    report: dict[str, Any]
    shards: tuple[Shard, ...]
    machines: dict[str, int]
    known: int = 0


def build(
    sources: Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    address: str | None = None,
    base: str = BASE,
    lang: str | None = None,
    gazetteer: Path | None = None,
    judgements: Path | None = None,
    cache: Path | None = None,
    fresh: bool = False,
    progress: Progress | None = None,
) -> Clustered:
    """Build the graph of announcements on the Ray cluster at ``address`` and write it as shards into ``out``.

    ``sources`` and ``out`` are paths that all machines share, or addresses (s3://…). The rest is as in kg.build; the
    cache is kept in ``out`` if that is a folder, else it is gone after the build unless it is named. Raises
    NothingBuiltError when no source could be read, KgError when something is wrong with the cluster or ``out``.
    """
    tell = progress or (lambda stage, done, total: None)
    decided = read_judgements(judgements) if judgements else ((), ())
    where = os.fspath(out)
    with _place(where) as folder, using(gazetteer), connected(address):
        kept = Cache(cache or (folder / NAME if folder else None))
        try:
            if fresh:
                kept.forget_all()
            if stopped := kept.begin():
                tell(f"Going on where a build was stopped: {stopped} announcements are understood already", 0, 1)
            found, machines = _understood(sources, kept, gazetteer, lang, tell)
            taken = retracted.read(folder) if folder else ()
            made = _put_together(found, kept, checked_base(base), taken, decided, content(gazetteer), tell)
            shards = _written(made, where, tell)
            kept.finish()
        finally:
            kept.close()
    return Clustered(made.report, shards, dict(machines), found.known)


@contextmanager
def _place(out: str) -> Iterator[Path | None]:
    """See that ``out`` can be written and is no one else's; give it where it is a folder of this machine."""
    if places.is_address(out):
        places.checked(out)
        yield None
        return
    folder = Path(out).absolute()
    if (folder / "graph.ttl").exists():
        raise KgError(f"{out} holds a graph that was built on one machine; choose another folder with -o")
    with output.workshop(folder):
        yield folder


def _understood(
    sources: Sequence[str | os.PathLike[str]], kept: Cache, gazetteer: Path | None, lang: str | None, tell: Progress
) -> tuple[Understood, Counter[str]]:
    tell("Reading", 0, len(sources))
    given, missing = files(sources)
    found, machines = understand(given, kept, task(gazetteer, lang), tell) if given else (Understood(), Counter())
    found.refused = sorted([*missing, *found.refused], key=lambda one: (one.source, one.reason))
    if not found.entries:
        raise NothingBuiltError(found.refused)
    return found, machines


def _put_together(
    found: Understood, kept: Cache, base: str, taken: Sequence[str], decided: Decided, names: str, tell: Progress
) -> Whole:
    left = [entry for entry in found.entries if entry.id not in taken]
    if not left:
        raise KgError("every announcement is retracted; see kg retract --undo")
    try:
        return whole(kept, left, found.refused, base, None, tell, taken, decided, names, Machines(), picture=False)
    except LostError as error:
        kept.forget(error.keys)
        raise KgError("the cache was broken in places; what was lost is out of it now, build again") from None


def _written(made: Whole, out: str, tell: Progress) -> tuple[Shard, ...]:
    """Have the machines write the shards, then write the report and the list."""
    absolute = out if places.is_address(out) else str(Path(out).absolute())
    written: list[Shard] = []
    tell("Writing", 0, 0)
    for some in Machines(at_once=1).map(partial(write_shard, absolute), _pieces(made)):
        for one in some:
            _checked(one, out)
            written.append(one)
        tell("Writing", len(written), 0)
    text = json.dumps(made.report, ensure_ascii=False, indent=2) + "\n"
    places.write(places.within(absolute, "report.json"), text.encode("utf-8"))
    write_list(absolute, written)
    return tuple(written)


def write_shard(out: str, piece: tuple[str, bytes]) -> Shard:
    """Write a piece of the graph, a name and TriG, as a shard."""
    one, content = shard(*piece)
    places.write(places.within(out, one.file), content)
    return one


def _checked(one: Shard, out: str) -> None:
    """See that this machine finds what another wrote."""
    try:
        with places.reading(places.within(out, one.file)):
            return
    except OSError:
        name = places.shown(out)
        raise KgError(
            f"{name} is not one folder for all machines; give one that they share, or an address (s3://…)"
        ) from None


def _pieces(made: Whole) -> Iterator[tuple[str, bytes]]:
    """Yield the graph in pieces of TriG, each with its name: the knowledge, then what the announcements say."""
    base = made.default.base
    header = Terms(base).header(PREFIXES)
    for number, blocks in enumerate(_some(made.default.blocks, _THINGS)):
        yield f"knowledge-{number:05}", (header + "".join(sections(blocks))).encode("utf-8")
    for number, graphs in enumerate(_some(made.graphs(), _ANNOUNCEMENTS)):
        yield f"announcements-{number:05}", header.encode("utf-8") + b"".join(graphs)


def _some(things: Iterable[T], most: int) -> Iterator[list[T]]:
    left = iter(things)
    while some := list(islice(left, most)):
        yield some
