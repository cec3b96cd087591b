"""From announcements to a graph: read, extract, resolve, make RDF, check, write."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import __version__
from kg.conflicts import conflicts
from kg.errors import KgError
from kg.files import beside, remove, replace_folder, unwritable, write_atomically
from kg.gazetteer import using
from kg.graph.iris import BASE, checked_base, thing
from kg.judgements import read_judgements
from kg.records import Announcement, Entity, Extraction, Judgement, Refusal, Resolution

if TYPE_CHECKING:
    import pyoxigraph as ox
    from networkx import MultiDiGraph
    from rdflib import Dataset

__all__ = ["BASE", "OUTPUTS", "Built", "NothingBuiltError", "Progress", "Source", "build"]

OUTPUTS = ("graph.ttl", "graph.trig", "graph.html", "store", "report.json")
"""What a build leaves in its folder; nothing else there is touched."""

Source = str | os.PathLike[str] | Announcement
Judgements = tuple[tuple[Judgement, ...], tuple[Refusal, ...]]
Progress = Callable[[str, int, int], None]
"""Called with the stage of a build, how many of its steps are done, and how many there are."""


class NothingBuiltError(KgError):
    """None of the sources could be read and understood; ``refused`` says why, one by one."""

    def __init__(self, refused: Sequence[Refusal]) -> None:
        self.refused = tuple(refused)
        super().__init__(refused[-1].reason if refused else "nothing was given to build from; give files or folders")


@dataclass(frozen=True)
class Built:
    """A knowledge graph, what it was made of, and the report on it (see report.json)."""

    extractions: tuple[Extraction, ...]
    resolution: Resolution
    quads: tuple[ox.Quad, ...]
    report: dict[str, Any]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The things of all announcements, sorted by slug."""
        return self.resolution.entities

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


def build(
    sources: Source | Iterable[Source],
    out: str | os.PathLike[str] | None = None,
    *,
    base: str = BASE,
    lang: str | None = None,
    gazetteer: str | os.PathLike[str] | None = None,
    judgements: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Built:
    """Build the knowledge graph of announcements.

    ``sources`` are paths (files, folders, patterns, "-" for standard input) or Announcement objects; ``lang`` ("kk",
    "ru", "en") overrides the detection of their language. With ``out`` the graph, its picture, its database and the
    report are written into that folder. ``base`` is what the IRIs of individuals begin with. What can't be read is
    listed in the report. ``gazetteer`` is a file or folder of names of your own, ``judgements`` a file of what a person
    decided (see docs/asking.md); the report lists which of its lines had no effect.

    Raises NothingBuiltError when no source could be read, KgError when ``out`` can't be written, ``base`` is no IRI or
    one of the two files is wrong.
    """
    base, tell = checked_base(base), progress or _silent
    decided = read_judgements(Path(judgements)) if judgements is not None else ((), ())
    workshop = _workshop(Path(out)) if out is not None else None
    try:
        with using(Path(gazetteer) if gazetteer is not None else None):
            built = _built(_listed(sources), base, lang, decided, tell)
        if workshop and out is not None:
            _write(built, base, workshop, tell)
            _swap_in(workshop, Path(out))
    finally:
        if workshop:
            remove(workshop)
    return built


def _silent(stage: str, done: int, total: int) -> None:
    pass


def _listed(sources: Source | Iterable[Source]) -> list[Source]:
    return [sources] if isinstance(sources, str | os.PathLike | Announcement) else list(sources)


def _built(given: list[Source], base: str, lang: str | None, decided: Judgements, tell: Progress) -> Built:
    extractions, refused = _understood(given, lang, tell)
    if not extractions:
        raise NothingBuiltError(refused)

    from kg.graph.dataset import quads
    from kg.rejections import resolved

    tell("Resolving", 0, 1)
    extractions, resolution = resolved(extractions, *decided, base)
    found = tuple(quads(extractions, resolution.entities, base))
    tell("Checking", 0, 1)
    return Built(extractions, resolution, found, _report(extractions, resolution, refused, found, base))


def _understood(
    given: list[Source], lang: str | None, tell: Progress
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """Read and extract, sorted by id, so that the order in which files are listed changes nothing."""
    from kg.read import sources

    tell("Reading", 0, len(given))
    read = list(sources(given, lang=lang))
    announcements = sorted((one for one in read if isinstance(one, Announcement)), key=lambda one: one.id)
    refused = [one for one in read if isinstance(one, Refusal)]
    results = []
    for number, announcement in enumerate(announcements):
        tell("Understanding", number, len(announcements))
        results.append(_extracted(announcement))
    refused += [one for one in results if isinstance(one, Refusal)]
    understood = tuple(one for one in results if isinstance(one, Extraction))
    return understood, tuple(sorted(refused, key=lambda one: (one.source, one.reason)))


def _extracted(announcement: Announcement) -> Extraction | Refusal:
    from kg.extract import extract

    try:
        return extract(announcement)
    except Exception as error:  # a fault in one announcement must not cost the others
        name = announcement.source or announcement.id
        what = f"{type(error).__name__}: {error}"
        return Refusal(name, f"{name} could not be understood because of a fault in habar ({what}); please report it")


def _report(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    refused: Sequence[Refusal],
    found: Sequence[ox.Quad],
    base: str,
) -> dict[str, Any]:
    from kg.graph.validate import validate

    validation = validate(found)
    in_graph = {quad.subject for quad in found}
    classes = Counter(entity.type for entity in resolution.entities if thing(base, entity.slug) in in_graph)
    modalities = Counter(claim.modality for extraction in extractions for claim in extraction.claims)
    return {
        "version": __version__,
        "announcements": [_row(extraction) for extraction in extractions],
        "refused": [{"source": one.source, "reason": one.reason} for one in refused],
        "entities": dict(sorted(classes.items())),
        "claims": dict(sorted(modalities.items())),
        "conflicts": conflicts(extractions, resolution.entities),
        "doubts": [{**asdict(doubt), "features": dict(doubt.features)} for doubt in resolution.doubts],
        "idle judgements": [asdict(one) for one in resolution.idle],
        "validation": {**asdict(validation), "results": [asdict(result) for result in validation.results]},
    }


def _row(extraction: Extraction) -> dict[str, Any]:
    announcement = extraction.announcement
    return {
        "id": announcement.id,
        "source": announcement.source,
        "lang": announcement.lang,
        "published": announcement.published,
        "claims": len(extraction.claims),
        "notes": list(dict.fromkeys(announcement.notes + extraction.notes)),
    }


def _workshop(out: Path) -> Path:
    """Return an empty folder inside ``out`` to build in, so that what can't be written is known before the work.

    It is inside, not beside: ``out`` may be a disk of its own, and renaming works only within one.
    """
    new = beside(out / "graph")
    try:
        new.mkdir()
    except OSError as error:
        raise unwritable(out, error) from error
    return new


def _write(built: Built, base: str, folder: Path, tell: Progress) -> None:
    from kg.graph.store import write_store
    from kg.graph.write import write_graph
    from kg.view import page

    tell("Writing", 0, 1)
    write_graph(built.quads, folder, base)
    write_store(built.quads, folder)
    tell("Drawing", 0, 1)
    page.write(built.network, folder / "graph.html")
    text = json.dumps(built.report, ensure_ascii=False, indent=2) + "\n"
    write_atomically(folder / "report.json", text)


def _swap_in(workshop: Path, out: Path) -> None:
    for name in OUTPUTS:
        replace_folder(workshop / name, out / name)
