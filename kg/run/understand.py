"""From documents to extractions in the cache: what was understood before is left alone, the rest spread over cores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.extract.spacy_pipeline import Pipeline
from kg.read.document import Document, Unread
from kg.read.documents import read_again
from kg.records import Refusal
from kg.run import program
from kg.run.cache import Cache
from kg.run.pack import Packed, pack

if TYPE_CHECKING:
    from kg.run.workers import Died

Tell = Callable[[str, int, int], None]

# So many texts, or one so long, before processes are started: starting them costs about two seconds.
_WORTH_PROCESSES = 100
_LONG = 300_000  # characters
_PRELOAD = ("kg.run.ready",)
_CHUNK = 500  # documents looked up at once
_CHUNK_SIZE = 8_000_000  # characters: so that a few monstrous ones are not held together


@dataclass(frozen=True, slots=True)
class Entry:
    """An announcement that was understood: its id, where it was found, and the key of its extraction in the cache."""

    id: str
    source: str
    key: bytes


@dataclass(slots=True)
class Understood:
    """All that was understood, sorted by id, and what was refused; ``known`` counts what was in the cache before."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    known: int = 0


def understand(
    found: Iterable[Document | Unread | Refusal],
    cache: Cache,
    gazetteer: Path | None = None,
    workers: int | None = None,
    tell: Tell | None = None,
    expected: int = 0,
    pipeline: Pipeline | None = None,
    meanwhile: Iterator[None] | None = None,
) -> Understood:
    """See to it that the extraction of every document is in the cache.

    ``gazetteer`` is that of the user, which is in use here already. ``workers`` is the number of processes, None for
    this one alone. ``expected`` is the number of documents, where it is known. A ``pipeline`` of the user's is called
    in this process, whatever the workers: it may be too large for several. ``meanwhile`` is what this process does
    while the workers get ready.
    """
    if workers and pipeline is None and expected - len(cache) >= _WORTH_PROCESSES:
        from kg.run.workers import begin

        begin(_PRELOAD)  # it loads for most of a second, and documents are read meanwhile
    all_of_it, lost = Understood(), set[bytes]()
    misses = _misses(found, cache, salted(gazetteer, pipeline), all_of_it)
    steps = tell or (lambda stage, done, total: None)
    steps("Understanding", 0, expected)
    for batch in _results(misses, None if pipeline else workers, gazetteer, pipeline, meanwhile):
        cache.put("extraction", ((k, r.said, r.rest) for (k, _), r in batch if isinstance(r, Packed)))
        for (key, document), result in batch:
            if not isinstance(result, Packed):
                lost.add(key)
                all_of_it.refused.append(refusal(document, result))
        steps("Understanding", len(all_of_it.entries) + len(all_of_it.refused) - len(lost), expected)
    all_of_it.entries = sorted((one for one in all_of_it.entries if one.key not in lost), key=lambda one: one.id)
    all_of_it.refused.sort(key=lambda one: (one.source, one.reason))
    return all_of_it


Miss = tuple[bytes, Document]


def _misses(
    found: Iterable[Document | Unread | Refusal], cache: Cache, salt: bytes, all_of_it: Understood
) -> Iterator[Miss]:
    """Yield the documents that are not in the cache; note all of them in ``all_of_it``."""
    for chunk in _chunks(found):
        documents: dict[bytes, Document | Unread] = {}
        for one in chunk:
            if isinstance(one, Refusal):
                all_of_it.refused.append(one)
            else:
                documents[key_of(one, salt)] = one
        known = cache.known("extraction", documents)
        all_of_it.known += len(known)
        for key, document in documents.items():
            if key in known:
                all_of_it.entries.append(Entry(document.id, document.source, key))
                continue
            now = read_again(document) if isinstance(document, Unread) else document
            if isinstance(now, Refusal):
                all_of_it.refused.append(now)
                continue
            own = key_of(now, salt)
            all_of_it.entries.append(Entry(now.id, now.source, own))
            yield own, now


def salted(gazetteer: Path | None, pipeline: Pipeline | None = None) -> bytes:
    """Return a hash of all but the document that an extraction depends on."""
    return f"{program.understanding()} {content(gazetteer)} {pipeline.digest if pipeline else ''}".strip().encode()


def key_of(document: Document | Unread, salt: bytes) -> bytes:
    """Return the key under which a document's extraction is kept."""
    return sha256(salt + document.digest).digest()[:20]


def _chunks(found: Iterable[Document | Unread | Refusal]) -> Iterator[list[Document | Unread | Refusal]]:
    chunk: list[Document | Unread | Refusal] = []
    size = 0
    for one in found:
        chunk.append(one)
        size += len(one.text) if isinstance(one, Document) else 0
        if len(chunk) >= _CHUNK or size >= _CHUNK_SIZE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def content(gazetteer: Path | None) -> str:
    """Return a hash of a user's gazetteer, "" for none."""
    if gazetteer is None:
        return ""
    files = sorted(gazetteer.rglob("*.csv")) if gazetteer.is_dir() else [gazetteer]
    return sha256(b"".join(sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def _results(
    misses: Iterator[Miss],
    number: int | None,
    gazetteer: Path | None,
    pipeline: Pipeline | None,
    meanwhile: Iterator[None] | None,
) -> Iterator[list[tuple[Miss, Packed | Refusal | Died]]]:
    first = list(islice(misses, _WORTH_PROCESSES)) if number else []
    long = any(len(document.text) >= _LONG for _, document in first)
    if number is None or (len(first) < _WORTH_PROCESSES and not long):
        for miss in chain(first, misses):
            yield [(miss, understood(miss, pipeline))]
        return
    from kg.run.workers import Workers

    with Workers(number, partial(understood_with, gazetteer), preload=_PRELOAD) as workers:
        yield from workers.map(chain(first, misses), meanwhile)


def understood_with(gazetteer: Path | None, miss: Miss) -> Packed | Refusal:
    """Return what ``understood`` does, with a user's gazetteer in use."""
    from kg.gazetteer import using

    with using(gazetteer):
        return understood(miss)


def understood(miss: Miss, pipeline: Pipeline | None = None) -> Packed | Refusal:
    """Return the extraction of a document, or the refusal that says why there is none."""
    from kg.extract import extract

    document = miss[1]
    name = document.source or document.id
    try:
        return pack(extract(document.announcement(), pipeline))
    except KgError as error:
        return Refusal(name, str(error))
    except Exception as error:  # a fault in one announcement must not cost the others
        what = f"{type(error).__name__}: {error}"
        return Refusal(name, f"{name} could not be understood because of a fault in habar ({what}); please report it")


def refusal(document: Document, result: Refusal | Died) -> Refusal:
    """Return the refusal of a document that was not understood."""
    if isinstance(result, Refusal):
        return result
    name = document.source or document.id
    return Refusal(name, f"{name} ended the process that read it, twice (out of memory?); split it or leave it out")
