"""What announcements contradict each other in, as the picture shows it."""

from __future__ import annotations

from kg.view.disputes import disputes
from kg.view.things import things
from tests.view.sample import LANGUAGES, sample_graph


def test_contradictions_and_doubts_find_their_things() -> None:
    """A row of report.json is told at its thing; doubts at both; what is not in the picture is left out."""
    iris = [thing.iri for thing in things(sample_graph(), LANGUAGES)]
    slugs = ["/".join(iri.rsplit("/", 2)[-2:]) for iri in iris]
    report = {
        "conflicts": [
            {"kind": "different values", "subject": slugs[3], "predicate": "schema:startDate",
             "said": [{"value": "2017", "announcements": ["a"]}, {"value": "2018", "announcements": ["b"]}]},
            {"kind": "different values", "subject": "person/nobody", "predicate": "schema:startDate", "said": []},
            {"kind": "stated and denied", "subject": slugs[4], "predicate": "org:memberOf",
             "said": [{"value": slugs[5], "stated": ["a"], "denied": ["b"]}]},
        ],
        "doubts": [{"one": slugs[0], "other": slugs[1], "score": 0.5, "features": {}}],
    }  # fmt: skip
    found = disputes(report, iris)
    assert [(row["kind"], row["thing"]) for row in found] == [
        ("different values", 3), ("stated and denied", 4), ("maybe the same", 0), ("maybe the same", 1)
    ]  # fmt: skip
    assert [one["value"] for one in found[0]["said"]] == ["2017", "2018"]
    assert (found[1]["said"][0]["thing"], found[1]["said"][0]["denied"]) == (5, ["b"])
    assert disputes({}, iris) == []
