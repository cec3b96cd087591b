"""From announcements to a graph: read, understand, resolve, make RDF, check, write; again, only what is new."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.graph.iris import BASE, checked_base
from kg.records import LANGUAGES, Announcement, Entity, Extraction, Judgement, Refusal, Resolution
from kg.run.output import OUTPUTS

if TYPE_CHECKING:
    import pyoxigraph as ox
    from networkx import MultiDiGraph
    from rdflib import Dataset

    from kg.extract.spacy_pipeline import Pipeline
    from kg.graph.filling import Filling
    from kg.run.cache import Cache
    from kg.run.last import Last, Members
    from kg.run.parts import Parts
    from kg.run.picture import Pictured
    from kg.run.understand import Entry, Understood
    from kg.run.whole import Decided, Whole
    from kg.view.notebook import Picture

__all__ = ["BASE", "OUTPUTS", "Built", "NothingBuiltError", "Progress", "Source", "build", "retract"]

Source = str | os.PathLike[str] | Announcement
Progress = Callable[[str, int, int], None]
"""Called with the stage of a build, how many of its steps are done, and how many there are (0 if that isn't known)."""

_TRIES = 3
_FEW = 100  # announcements
_MANY_OBJECTS = 5_000_000


class NothingBuiltError(KgError):
    """None of the sources could be read and understood; ``refused`` says why, one by one."""

    def __init__(self, refused: Sequence[Refusal]) -> None:
        self.refused = tuple(refused)
        super().__init__(refused[-1].reason if refused else "nothing was given to build from; give files or folders")


@dataclass(frozen=True)
class Built:
    """A knowledge graph, what it was made of, and the report on it (see report.json).

    ``extractions`` are read from the cache when they are asked for. ``known`` is how many of the announcements had been
    understood by an earlier build; ``unchanged`` says that all was as it is already, so that nothing was written.
    """

    extractions: Sequence[Extraction]
    report: dict[str, Any]
    base: str = BASE
    known: int = 0
    unchanged: bool = False
    _order: _Order | None = field(default=None, repr=False)
    _resolution: Resolution | None = field(default=None, repr=False)

    @cached_property
    def resolution(self) -> Resolution:
        """Who is who, by the names and judgements that the build was given."""
        from kg.resolve import resolve

        if self._resolution:
            return self._resolution
        with _using(self._order.gazetteer if self._order else None):
            return resolve(self.extractions, judgements=self._judgements)

    @property
    def _judgements(self) -> tuple[Judgement, ...]:
        return self._order.decided[0] if self._order else ()

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The things of all announcements, sorted by slug."""
        return self.resolution.entities

    @cached_property
    def quads(self) -> tuple[ox.Quad, ...]:
        """The graph, sorted; all of it in memory, so for a large one open the database that was written."""
        from kg.graph.dataset import quads
        from kg.rejections import Rejections, marked

        rejections = Rejections(self.entities, self._judgements, self.base)
        obeyed = [marked(extraction, rejections.of(extraction)) for extraction in self.extractions]
        return tuple(quads(obeyed, self.entities, self.base))

    @cached_property
    def dataset(self) -> Dataset:
        """The graph as an rdflib.Dataset: the default graph is the knowledge, two named graphs an announcement."""
        from kg.graph.store import as_dataset

        return as_dataset(self.quads)

    @cached_property
    def network(self) -> MultiDiGraph[str]:
        """The graph as a networkx.MultiDiGraph: things are nodes, and what ties them are edges."""
        from kg.graph.network import network

        return network(self.quads)

    def view(self, lang: str = LANGUAGES[0], title: str = "") -> Picture:
        """Return the picture of the graph, which a Jupyter notebook shows inline."""
        from kg.view.notebook import Picture
        from kg.view.page import render

        languages = (lang, *(other for other in LANGUAGES if other != lang))
        return Picture(render(self.network, title, languages, self.report))


@dataclass(frozen=True)
class _Order:
    """What is to be built, and how."""

    base: str
    lang: str | None
    format: str
    workers: int | None
    fresh: bool
    tell: Progress
    gazetteer: Path | None = None
    judgements: Path | None = None
    pipeline: Pipeline | None = None
    picture: bool = True

    @cached_property
    def decided(self) -> Decided:
        """What a person decided, as the file of judgements has it."""
        from kg.judgements import read_judgements

        return read_judgements(self.judgements) if self.judgements is not None else ((), ())


def build(
    sources: Source | Iterable[Source],
    out: str | os.PathLike[str] | None = None,
    *,
    base: str = BASE,
    lang: str | None = None,
    gazetteer: str | os.PathLike[str] | None = None,
    judgements: str | os.PathLike[str] | None = None,
    format: str = "txt",  # noqa: A002 - what the command calls it
    workers: int | None = None,
    cache: str | os.PathLike[str] | None = None,
    fresh: bool = False,
    nlp: Callable[[str], Any] | Pipeline | None = None,
    picture: bool = True,
    progress: Progress | None = None,
) -> Built:
    """Build the knowledge graph of announcements.

    ``sources`` are paths (files, folders, patterns, "-" for standard input, which holds ``format``: "txt" or "jsonl")
    or Announcement objects; ``lang`` ("kk", "ru", "en") overrides the detection of their language. With ``out`` the
    graph, its picture, its database and the report are written into that folder. ``base`` is what the IRIs of
    individuals begin with. What can't be read is listed in the report. ``gazetteer`` is a file or folder of names of
    your own, ``judgements`` a file of what a person decided (see docs/asking.md); the report lists which of its lines
    had no effect.

    ``workers`` is the number of processes to spread the work over, None for this one alone. What was understood is kept
    in ``cache``, by default a file in ``out``; ``fresh`` has everything worked out again. The result is the same.
    ``nlp`` is a spaCy pipeline of yours: what it finds is taken where grammar takes nothing. Without ``picture`` no
    graph.html is written; kg view draws it when it is wanted.

    Raises NothingBuiltError when no source could be read, KgError when ``out`` can't be written, ``base`` is no IRI or
    one of the two files is wrong.
    """
    from kg.extract.spacy_pipeline import Pipeline

    pipeline = nlp if nlp is None or isinstance(nlp, Pipeline) else Pipeline(nlp)
    names, decided = (Path(one) if one is not None else None for one in (gazetteer, judgements))
    tell = progress or _silent
    order = _Order(checked_base(base), lang, format, workers, fresh, tell, names, decided, pipeline, picture)
    order.decided  # noqa: B018 - a file that can't be read is told of before the work
    given = [sources] if isinstance(sources, str | os.PathLike | Announcement) else list(sources)
    if out is None:
        with _quick(), _using(order.gazetteer):
            return _in_memory(given, order, Path(cache) if cache else None)
    with _quick(), _using(order.gazetteer), _workshop(Path(out)) as workshop:
        return _into(Path(out), workshop, given, order, _cache_of(Path(out), cache))


def retract(
    announcements: Sequence[str],
    out: str | os.PathLike[str],
    *,
    undo: bool = False,
    cache: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Built:
    """Take announcements (ids, IRIs or paths) out of the graph in a folder, or with ``undo`` bring them back.

    What only they said goes, all else stays as if they had never been read; later builds leave them out too. Raises
    KgError when the folder holds no build with its cache, or there is no such announcement in it.
    """
    from kg.run import output, retracted
    from kg.run.cache import Cache
    from kg.run.last import last

    folder = Path(out)
    if not folder.is_dir():
        raise KgError(f"{folder} holds no graph; run kg build PATH -o {folder} first")
    with _quick(), _workshop(folder) as workshop:
        kept = Cache(_cache_of(folder, cache))
        try:
            before = last(kept)
            if before is None:
                raise KgError(f"{folder} holds no graph with its cache; run kg build PATH -o {folder} first")
            ids = {_meant(one, before) for one in announcements}
            taken = set(retracted.read(folder))
            now = sorted(taken - ids if undo else taken | ids)
            names, decided = (Path(one) if one else None for one in before.files)
            drawn, tell = (folder / output.PICTURE).exists(), progress or _silent
            order = _Order(before.base, None, "txt", None, False, tell, names, decided, picture=drawn)
            built = _assembled(folder, workshop, kept, list(before.entries), before.refused, now, order)
            retracted.write(folder, now)
            return built
        finally:
            kept.close()


def _silent(stage: str, done: int, total: int) -> None:
    pass


@contextmanager
def _workshop(out: Path) -> Iterator[Path]:
    from kg.run.output import workshop

    with workshop(out) as place:
        yield place


@contextmanager
def _using(gazetteer: Path | None) -> Iterator[None]:
    from kg.gazetteer import using

    with using(gazetteer):
        yield


@contextmanager
def _quick() -> Iterator[None]:
    """Have the collector of cycles walk over the millions of records seldom: there are hardly any cycles in them."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # what is left counts as old, else the next moment all of it were looked at
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*usual)


def _cache_of(out: Path, given: str | os.PathLike[str] | None) -> Path:
    from kg.run.cache import NAME

    return Path(given) if given else out / NAME


def _in_memory(given: list[Source], order: _Order, path: Path | None) -> Built:
    from kg.run.cache import Cache

    cache = Cache(path)
    found = _understood(given, cache, order)
    made = _whole(cache, found.entries, found.refused, (), order)
    return _built(made, cache.path or cache, found.entries, order, found.known)


def _into(out: Path, workshop: Path, given: list[Source], order: _Order, path: Path) -> Built:
    """Build into a folder; when the cache turns out to be broken, again without what it lost."""
    from kg.run import retracted
    from kg.run.cache import Cache
    from kg.run.extractions import LostError

    cache = Cache(path)
    try:
        for left in reversed(range(_TRIES)):
            found = _understood(given, cache, order)
            try:
                taken = retracted.read(out)
                return _assembled(out, workshop, cache, found.entries, found.refused, taken, order, found.known)
            except LostError as error:
                if not left or "-" in given:
                    raise KgError(f"the cache {path} is broken; build again with --fresh") from None
                cache.lose(error.keys)
    finally:
        cache.close()
    raise AssertionError("a build ends or raises")


def _understood(given: list[Source], cache: Cache, order: _Order) -> Understood:
    from kg.read import documents
    from kg.read.find import Lookup, count
    from kg.run.stamped import keep, stamps
    from kg.run.understand import understand

    order.tell("Reading", 0, len(given))
    if order.fresh:
        cache.forget_all()
    if stopped := cache.begin():
        order.tell(f"Going on where a build was stopped: {stopped} announcements are understood already", 0, 1)
    files = stamps(cache, order.lang, fresh=order.fresh)
    lookup = Lookup()
    found = documents(given, lang=order.lang, format=order.format, stamps=files, lookup=lookup)
    expected = count(given, lookup)
    understood = understand(
        found, cache, order.gazetteer, order.workers, order.tell, expected, order.pipeline, _ahead(order)
    )
    keep(cache, files, order.lang)
    if not understood.entries:
        raise NothingBuiltError(understood.refused)
    return understood


def _ahead(order: _Order) -> Iterator[None]:
    """Load what is needed next, in steps."""
    from kg.resolve import rows

    rows.prepare()
    yield
    if order.picture:
        import kg.view.page  # noqa: F401

        yield


def _assembled(
    out: Path,
    workshop: Path,
    cache: Cache,
    entries: list[Entry],
    refused: Sequence[Refusal],
    taken: Sequence[str],
    order: _Order,
    known: int = 0,
) -> Built:
    """Write the graph of what is in the cache, unless it is there already."""
    from kg.files import signature
    from kg.run import output
    from kg.run.last import Last, last
    from kg.run.picture import Pictured

    if len(entries) - known < _FEW:
        gc.set_threshold(_MANY_OBJECTS, *gc.get_threshold()[1:])  # what is left to do makes hardly any cycles
    left = [entry for entry in entries if entry.id not in taken]
    if not left:
        raise KgError(f"every announcement is retracted; see kg retract --undo, or remove {out / 'retracted.json'}")
    inputs = _inputs(left, refused, taken, order, cache.notices)
    before = output.untouched(last(cache), out)
    if before and before.inputs == inputs and not order.fresh:
        report = json.loads((out / "report.json").read_text("utf-8"))
        cache.finish(last=before)
        return _built(report, cache.path, left, order, known)
    drawn: Pictured | None = cache.note("pictured", Pictured) if before and before.picture and not order.fresh else None
    with closing(output.Making(before, workshop, out, order.base)) as making:
        made = _whole(cache, left, refused, taken, order, making.filling, drawn)
        making.write(made, _moved(made, cache, out, order.base), order.tell)
    output.swap_in(workshop, out)
    parts = {entry.id: key for entry, key in zip(left, made.parts.keys, strict=True)}
    written = signature(out, output.written(order.picture))
    files = [str(one.absolute()) if one else "" for one in (order.gazetteer, order.judgements)]
    now = Last(inputs, order.base, tuple(entries), tuple(refused), written, parts, files, order.picture)
    pictured = made.pictured() or Pictured()
    cache.use(pictured.used)
    cache.finish(last=now, members=_members(made, order.base), pictured=pictured)
    return _built(made, cache.path, left, order, known)


def _whole(
    cache: Cache,
    entries: list[Entry],
    refused: Sequence[Refusal],
    taken: Sequence[str],
    order: _Order,
    filling: Callable[[Parts], Filling | None] | None = None,
    drawn: Pictured | None = None,
) -> Whole:
    from kg.run.understand import content
    from kg.run.whole import whole

    names = content(order.gazetteer)
    return whole(
        cache,
        entries,
        refused,
        order.base,
        order.workers,
        order.tell,
        taken,
        order.decided,
        names,
        filling=filling,
        picture=order.picture,
        before=drawn,
    )


def _built(
    made: Whole | dict[str, Any], cache: Cache | Path | None, entries: list[Entry], order: _Order, known: int
) -> Built:
    from kg.run.extractions import Extractions

    assert cache is not None
    extractions = Extractions(cache, entries)
    if isinstance(made, dict):
        return Built(extractions, made, order.base, known, unchanged=True, _order=order)
    return Built(extractions, made.report, order.base, known, _order=order, _resolution=made.resolution)


def _inputs(
    entries: list[Entry], refused: Sequence[Refusal], taken: Sequence[str], order: _Order, notices: Sequence[str]
) -> str:
    """Return a hash of all that the files of a build depend on."""
    from kg.run import program

    digest = sha256(f"{program.whole()} {order.base} {order.picture}\n".encode())
    for entry in entries:
        digest.update(repr((entry.id, entry.source, entry.key)).encode())
    digest.update(repr((list(refused), list(taken), list(notices), order.decided)).encode())
    return digest.hexdigest()


def _moved(made: Whole, cache: Cache, out: Path, base: str) -> dict[str, str]:
    """Return which IRIs were replaced by which, in this build and before."""
    from kg.graph import replaced
    from kg.run.last import members

    before, now = members(cache), _members(made, base)
    comparable = {id_ for id_, digest in before.said.items() if now.said.get(id_) == digest}
    fresh = replaced.moved(before.of, now.of, comparable)
    return replaced.together(replaced.read(out / replaced.NAME), fresh, set(now.of))


def _members(made: Whole, base: str) -> Members:
    """Return the members of each IRI now; not held from one use to the next, since they are many."""
    from kg.graph.iris import thing
    from kg.run.last import Members

    said = {entry.id: look.said for entry, look in zip(made.parts.entries, made.seen, strict=True)}
    return Members({thing(base, one.slug).value: one.members for one in made.resolution.entities}, said)


def _meant(given: str, before: Last) -> str:
    """Return the id of the announcement that a person names by its id, IRI or path."""
    from kg.graph.iris import announcement

    for entry in before.entries:
        if given in (entry.id, announcement(before.base, entry.id).value):
            return entry.id
    path = os.path.realpath(given)
    for entry in before.entries:
        if entry.source and os.path.realpath(entry.source) == path:
            return entry.id
    raise KgError(f"{given} is no announcement of this graph; name it by its id, its IRI or its path")
