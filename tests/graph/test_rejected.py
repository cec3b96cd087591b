"""Claims that a person rejected are in no graph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract import extract
from kg.graph.dataset import quads
from kg.graph.rejected import Rejections
from kg.graph.trace import all_quotes
from kg.read import read_text
from kg.records import Entity, Extraction, Judgement
from kg.resolve import resolve

TEXT = "2021 жылғы 4 наурызда Арқа мұрағатының директоры Сәуле Ниязова профессор Дамир Кенжинмен кездесті."
MEETING = "meeting/2021-03-04-kenzhin-niyazova"


def understood() -> tuple[Extraction, tuple[Entity, ...]]:
    """Return what an announcement of a meeting says, and who is who in it."""
    extraction = extract(replace(read_text(TEXT, id="a1", lang="kk"), published="2021-03-05"))
    return extraction, resolve([extraction]).entities


def left(*judgements: Judgement) -> set[tuple[str, str]]:
    """Return predicate and object of the claims about the meeting that judgements leave, things by their slugs."""
    extraction, entities = understood()
    kept = Rejections(judgements, entities).of(extraction)
    slugs = {key: e.slug for e in entities for _, key in e.members}
    return {
        (c.predicate, slugs[c.object] if isinstance(c.object, str) else c.object.value)
        for c in kept.claims
        if slugs[c.subject] == MEETING
    }


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        (MEETING, "kg:participant", "person/damir-kenzhin"),
        (f"https://w3id.org/habar/id/{MEETING}", "kg:participant", "Дамир Кенжин"),
        ("", "kg:participant", "Дамир Кенжин"),
        (MEETING, "", "https://w3id.org/habar/id/person/damir-kenzhin"),
    ],
)
def test_a_rejected_triple_is_gone(subject: str, predicate: str, object_: str) -> None:
    """What is rejected, by IRI, slug or name or with a part left open, is no claim any more, and all else stays."""
    gone = ("kg:participant", "person/damir-kenzhin")
    assert left() - left(Judgement("reject", subject, predicate, object_)) == {gone}


def test_a_value_can_be_rejected() -> None:
    """A day is rejected by its value; all that is said of a thing, by the thing alone."""
    day = Judgement("reject", MEETING, "schema:startDate", "2021-03-04")
    assert left() - left(day) == {("schema:startDate", "2021-03-04")}
    assert left(Judgement("reject", MEETING)) == set()


def test_a_claim_can_be_rejected_by_its_iri() -> None:
    """The IRI that `kg why` shows takes out that one claim, from the named graphs too."""
    extraction, entities = understood()
    before = quads([extraction], entities)
    store = all_quotes_of(before)
    quote = next(q for triple, found in store.items() for q in found if "damir-kenzhin" in str(triple[2]))
    after = quads([Rejections([Judgement("reject", quote.claim)], entities).of(extraction)], entities)
    assert quote.claim in {quad.subject.value for quad in before if hasattr(quad.subject, "value")}
    assert quote.claim not in {quad.subject.value for quad in after if hasattr(quad.subject, "value")}


def all_quotes_of(found: list) -> dict:  # type: ignore[type-arg]
    """Return the quotes behind all facts of a dataset."""
    import pyoxigraph as ox

    store = ox.Store()
    store.extend(found)
    return all_quotes(store)


def test_a_judgement_that_matches_nothing_is_listed() -> None:
    """A rejection of what nobody claims has no effect and says so with its file and line; one that works does not."""
    extraction, entities = understood()
    works = Judgement("reject", MEETING, "kg:participant", "Дамир Кенжин", source="judgements.csv", line=2)
    idle = Judgement("reject", MEETING, "kg:participant", "Асқар Беделов", source="judgements.csv", line=3)
    rejections = Rejections([works, idle], entities)
    rejections.of(extraction)
    [refusal] = rejections.idle()
    assert refusal.source == "judgements.csv"
    assert "judgements.csv:3" in refusal.reason
