"""What a person should settle in a graph, one question after the other: doubtful pairs, then contradictions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyoxigraph as ox

from kg.conflicts import Conflict, Side, conflicts_in
from kg.errors import KgError
from kg.graph.iris import thing
from kg.names import fold
from kg.ontology import SKOS
from kg.query.titles import Titles
from kg.records import Doubt, Judgement


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to settle: two things that may be one (``doubt``), or what contradicts itself (``conflict``)."""

    doubt: Doubt | None = None
    conflict: Conflict | None = None

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two things that may be one, if that is what is asked."""
        if self.doubt:
            return self.doubt.one, self.doubt.other
        if self.conflict and self.conflict.kind == "two holders":
            return self.conflict.sides[0].value, self.conflict.sides[1].value
        return None

    @property
    def sides(self) -> tuple[Side, ...]:
        """What contradicts itself, side by side."""
        return self.conflict.sides if self.conflict else ()


def questions(store: ox.Store, report: Mapping[str, Any], base: str) -> list[Question]:
    """Return all that there is to settle: the surest doubts first, then contradictions by thing.

    ``report`` is report.json of the build. A doubt about what the graph doesn't hold is left out.
    """
    doubts = [_doubt(row) for row in report.get("doubts", ())]
    there = [one for one in doubts if all(_is_there(store, base, slug) for slug in (one.one, one.other))]
    there.sort(key=lambda one: (-one.score, one.one, one.other))
    return [*(Question(doubt=one) for one in there), *(Question(conflict=one) for one in conflicts_in(store, base))]


def read_report(folder: Path) -> dict[str, Any]:
    """Return report.json of a build's folder; raises KgError when it isn't there or is none."""
    path = folder / "report.json"
    try:
        found = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise KgError(f"{path} can't be read; name a folder that kg build wrote") from error
    except ValueError as error:
        raise KgError(f"{path} is no report of kg build ({error}); run kg build again") from error
    if not isinstance(found, dict):
        raise KgError(f"{path} is no report of kg build; run kg build again")
    return found


def _doubt(row: Mapping[str, Any]) -> Doubt:
    features = row.get("features") or {}
    pairs = features.items() if isinstance(features, Mapping) else features
    return Doubt(row["one"], row["other"], float(row["score"]), tuple((str(name), float(part)) for name, part in pairs))


def _is_there(store: ox.Store, base: str, slug: str) -> bool:
    return any(True for _ in store.quads_for_pattern(thing(base, slug), None, None, ox.DefaultGraph()))


def judged(verdict: str, pair: tuple[str, str], titles: Titles, why: str = "") -> Judgement:
    """Return the line that says that two things are the same or different; without a ``why`` it tells their names."""
    names = " / ".join(titles.of_slug(slug, "kk") for slug in pair)
    return Judgement(verdict, pair[0], object=pair[1], why=why or names)


def rejected(question: Question, number: int, titles: Titles, why: str = "") -> list[Judgement]:
    """Return the lines that reject a side of a contradiction: a fact, or each claim that denies it."""
    side, conflict = question.sides[number], question.conflict
    assert conflict is not None
    told = why or f"{titles.of_slug(side.about, 'kk')}: {titles.of_slug(side.value, 'kk')}"
    if side.modality == "denied":
        claims = dict.fromkeys(one.claim for one in side.sayings)
        return [Judgement("reject", claim, why=told) for claim in claims]
    predicate = "org:member" if conflict.kind == "two holders" else conflict.predicate
    return [Judgement("reject", side.about, predicate, side.value, why=told)]


@dataclass(slots=True)
class Settled:
    """What judgements settle already, so that it isn't asked again."""

    store: ox.Store
    base: str
    pairs: set[frozenset[str]] = field(default_factory=set)
    rejects: list[tuple[str, str, str]] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)
    _names: dict[str, set[str]] = field(default_factory=dict)

    def add(self, judgements: Iterable[Judgement]) -> None:
        """Take up judgements, their things meant by IRI, slug or name."""
        for one in judgements:
            if one.verdict in ("same", "different"):
                self.pairs |= {frozenset((a, b)) for a in self._meant(one.subject) for b in self._meant(one.object)}
            elif one.verdict == "reject" and "claim/" in one.subject:
                self.claims.add(one.subject.rpartition("/")[2])
            elif one.verdict == "reject":
                values = self._meant(one.object) | {one.object}
                self.rejects += [(a, one.predicate, b) for a in self._meant(one.subject) for b in values]

    def settles(self, question: Question) -> bool:
        """Tell whether nothing is left to ask: the pair is judged, or at most one side stands."""
        if question.pair and frozenset(question.pair) in self.pairs:
            return True
        standing = [side for side in question.sides if not self._is_rejected(question, side)]
        return bool(question.sides) and len(standing) < 2

    def _is_rejected(self, question: Question, side: Side) -> bool:
        if all(one.claim.rpartition("/")[2] in self.claims for one in side.sayings):
            return True
        assert question.conflict is not None
        predicate = "org:member" if question.conflict.kind == "two holders" else question.conflict.predicate
        return side.modality == "asserted" and any(
            subject in ("", side.about) and wanted in ("", predicate) and value in ("", side.value)
            for subject, wanted, value in self.rejects
        )

    def _meant(self, reference: str) -> set[str]:
        """Return the slugs that an IRI, a slug or a name may mean."""
        reference = reference.strip().strip("<>")
        if not reference or "://" in reference or _is_there(self.store, self.base, reference):
            return {unquote(reference.removeprefix(self.base))}
        if not self._names:
            self._names = _names(self.store, self.base)
        found = self._names.get(fold(reference), set())
        return found if len(found) == 1 else set()  # a name of several things settles nothing


def _names(store: ox.Store, base: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None, ox.DefaultGraph()):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                slug = unquote(quad.subject.value.removeprefix(base))
                found.setdefault(fold(quad.object.value), set()).add(slug)
    return found


def unsettled(asked: Sequence[Question], settled: Settled) -> Iterator[Question]:
    """Yield the questions that are open when their turn comes."""
    return (question for question in asked if not settled.settles(question))
