"""From files to extractions in the cache of this machine, by the machines of a cluster, as Ray Data."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.cluster.inputs import File, Position, expected, units
from kg.cluster.on_machine import Common, Found, Task, read_batch, understand_batch
from kg.errors import KgError
from kg.gazetteer_rows import csv_files
from kg.read.document import Distinct
from kg.records import Refusal
from kg.run import program
from kg.run.cache import Cache
from kg.run.pack import Packed
from kg.run.understand import Entry, Tell, Understood, salted

_TRIES = 3
_AT_ONCE = 50  # documents in a row of Ray Data: half a second of work
_MOST_TASKS = 1_000  # that are planned for reading; each reads its files one after the other


@dataclass(slots=True)
class Seen:
    """What has come back from the machines: documents by position without what they say, and what can't be read.

    ``before`` is how many documents were done in an earlier round.
    """

    documents: dict[Position, Found] = field(default_factory=dict)
    refused: set[Refusal] = field(default_factory=set)
    machines: Counter[str] = field(default_factory=Counter)
    before: int = 0


def task(gazetteer: Path | None, lang: str | None) -> Task:
    """Return what every machine must know."""
    contents = tuple((file.name, file.read_bytes()) for file in csv_files(gazetteer)) if gazetteer else ()
    return Task(program.understanding(), salted(gazetteer), lang, contents, _AT_ONCE)


def understand(files: Sequence[File], cache: Cache, task: Task, tell: Tell) -> tuple[Understood, Counter[str]]:
    """See to it that the extraction of every document is in the cache; return how many each machine understood, too.

    Raises KgError when a machine has another version of the program, or the cluster is lost.
    """
    known = frozenset(cache.keys("extraction"))
    seen = Seen()
    number = expected(files)
    tell("Understanding", 0, number)
    _until_done(files, cache, task, {}, seen, tell, number)
    names, entries = _named(seen)
    if names:
        wanted = {number for number, _ in names}
        again = Seen(machines=seen.machines, before=len(seen.documents) - len(names))
        _until_done([file for file in files if file.number in wanted], cache, task, names, again, tell, number)
        entries += list(again.documents.values())
    return _together(entries, seen.refused, cache, known), seen.machines


def _named(seen: Seen) -> tuple[dict[Position, tuple[str, str]], list[Found]]:
    """Return the documents that keep their id, and the ids of those that don't, since an earlier one has it.

    As on one machine: in the order of the files.
    """
    distinct = Distinct()
    names: dict[Position, tuple[str, str]] = {}
    kept = []
    for position in sorted(seen.documents):
        one = seen.documents[position]
        named = distinct.name(one.id, one.source, one.digest)
        if isinstance(named, Refusal):
            seen.refused.add(named)
        elif named[1]:
            names[position] = named
        else:
            kept.append(one)
    return names, kept


def _together(found: list[Found], refused: set[Refusal], cache: Cache, known: frozenset[bytes]) -> Understood:
    refused = refused | {one.result for one in found if isinstance(one.result, Refusal)}
    kept = [one for one in found if not isinstance(one.result, Refusal)]
    cache.known("extraction", (one.key for one in kept))  # marks them as used
    return Understood(
        sorted((Entry(one.id, one.source, one.key) for one in kept), key=lambda one: one.id),
        sorted(refused, key=lambda one: (one.source, one.reason)),
        sum(one.key in known for one in kept),
    )


def _until_done(
    files: Sequence[File],
    cache: Cache,
    task: Task,
    names: Mapping[Position, tuple[str, str]],
    seen: Seen,
    tell: Tell,
    number: int,
) -> None:
    """Have the files read and understood; when the cluster fails as a whole, go on with what is left."""
    from ray.exceptions import RayError

    for left in reversed(range(_TRIES)):
        try:
            for row in _rows(files, task, Common(frozenset(cache.keys("extraction")), names)):
                _take(row, cache, seen)
                tell("Understanding", seen.before + len(seen.documents), number)
            return
        except RayError as error:
            if not left:
                said = " ".join(str(error).split())[:300]
                raise KgError(f"the cluster failed ({said}); what was understood is kept, build again") from error


def _take(row: dict[str, Any], cache: Cache, seen: Seen) -> None:
    if not row["found"]:
        raise KgError(f"machine {row['machine'][:12]} of the cluster has another version of habar; install the same")
    found: list[Found | Refusal] = pickle.loads(row["found"])
    documents = [one for one in found if isinstance(one, Found)]
    rows = [(one.key, one.result.said, one.result.rest) for one in documents if isinstance(one.result, Packed)]
    cache.put("extraction", rows)
    seen.refused.update(one for one in found if isinstance(one, Refusal))
    seen.machines += Counter({row["machine"]: len(rows)})
    for one in documents:
        result = one.result if isinstance(one.result, Refusal) else None  # what it says is in the cache
        seen.documents[one.position] = Found(one.position, one.id, one.source, one.digest, one.key, result)


def _rows(files: Sequence[File], task: Task, common: Common) -> Iterator[dict[str, Any]]:
    """Yield what the machines find, as they find it.

    Reading and understanding claim different shares of a core, so that Ray Data doesn't make one task of the two: all
    machines understand what one reads from a great file.
    """
    import ray

    rows = [{"unit": pickle.dumps(unit)} for unit in units(files)]
    if not rows:
        return
    read = ray.data.from_items(rows, override_num_blocks=min(len(rows), _MOST_TASKS)).map_batches(
        read_batch, batch_size=1, fn_kwargs={"task": task}, num_cpus=0.25
    )
    shared = [ray.put(common)]  # in a list, so that Ray sends the reference and each process fetches it once
    yield from read.map_batches(
        understand_batch, batch_size=1, fn_kwargs={"task": task, "common": shared}, num_cpus=1
    ).iter_rows()
