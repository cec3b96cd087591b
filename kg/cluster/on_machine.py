"""What runs on the machines of a cluster: reading, and understanding in a process that may die."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from kg.cluster.inputs import File, Numbered, Position, read
from kg.read.document import Document, renamed, text_digest
from kg.records import Refusal
from kg.run import program
from kg.run.pack import Packed
from kg.run.understand import Miss, key_of, refusal, understood_with
from kg.run.workers import Workers

Batch = dict[str, Any]
"""Columns of a batch of Ray Data: name -> values."""


@dataclass(frozen=True, slots=True)
class Task:
    """What every machine must know to understand as the one that asks.

    ``program`` is the hash of the program there, ``salt`` that of all but a document that an extraction depends on,
    ``gazetteer`` has the user's files by name, ``most`` bounds the documents that are passed on at once.
    """

    program: str
    salt: bytes
    lang: str | None
    gazetteer: tuple[tuple[str, bytes], ...]
    most: int


@dataclass(frozen=True, slots=True)
class Common:
    """What is sent to each machine once: keys of what is understood already, and names that documents get.

    Where there are names, only the documents at their positions are understood.
    """

    known: frozenset[bytes]
    names: Mapping[Position, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Found:
    """A document: where it stood, and what was understood (None: it is in the cache already) or why nothing was."""

    position: Position
    id: str
    source: str
    digest: bytes
    key: bytes
    result: Packed | Refusal | None


def read_batch(batch: Batch, task: Task) -> Iterator[Batch]:
    """Yield the documents of some files, a few to a row."""
    for packed in batch["unit"]:
        unit: list[File] = pickle.loads(packed)
        some: list[Numbered] = []
        size = 0
        for position, one in read(unit, task.lang):
            some.append((position, one))
            size += len(one.text) if isinstance(one, Document) else 0
            if len(some) >= task.most or size >= 5_000 * task.most:
                yield {"documents": [pickle.dumps(some)]}
                some, size = [], 0
        if some:
            yield {"documents": [pickle.dumps(some)]}


def understand_batch(batch: Batch, task: Task, common: list[Any]) -> Iterator[Batch]:
    """Yield what the documents of each row say, and the name of this machine."""
    import ray

    context = ray.get_runtime_context()
    if program.understanding() != task.program:
        yield {"found": [b""], "machine": [context.get_node_id()]}
        return
    shared = _common(common[0])
    for packed in batch["documents"]:
        found = list(_understood(pickle.loads(packed), task, shared))
        yield {"found": [pickle.dumps(found)], "machine": [context.get_node_id()]}


def _understood(numbered: Iterable[Numbered], task: Task, common: Common) -> Iterator[Found | Refusal]:
    misses: dict[bytes, tuple[Position, Document]] = {}
    for position, one in numbered:
        if common.names and position not in common.names:
            continue
        if isinstance(one, Refusal):
            yield one
            continue
        document = renamed(one, *common.names[position]) if common.names else one
        key = key_of(document, task.salt)
        if key in common.known or key in misses:
            yield _found(position, document, key, None)
        else:
            misses[key] = position, document
    for batch in _workers(task.gazetteer).map((key, document) for key, (_, document) in misses.items()):
        for (key, document), result in batch:
            kept = result if isinstance(result, Packed) else refusal(document, result)
            yield _found(misses[key][0], document, key, kept)


def _found(position: Position, document: Document, key: bytes, result: Packed | Refusal | None) -> Found:
    return Found(position, document.id, document.source, text_digest(document), key, result)


@cache
def _workers(gazetteer: tuple[tuple[str, bytes], ...]) -> Workers[Miss, Packed | Refusal]:
    """Return the process that understands for this one, which Ray would start again and again if a text killed it."""
    return Workers(1, partial(understood_with, _at_hand(gazetteer)), preload=("kg.run.ready",))


def _at_hand(gazetteer: tuple[tuple[str, bytes], ...]) -> Path | None:
    """Write a user's names into a folder of this machine."""
    if not gazetteer:
        return None
    folder = Path(tempfile.mkdtemp(prefix="habar-"))
    for name, content in gazetteer:
        (folder / name).write_bytes(content)
    return folder


@cache
def _common(reference: Any) -> Common:
    import ray

    found: Common = ray.get(reference)
    return found
