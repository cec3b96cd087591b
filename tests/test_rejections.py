"""What a person rejects is no fact any more, and nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg import build
from kg.cli import main
from kg.conflicts import conflicts
from kg.gazetteer_rows import COLUMNS
from kg.graph.dataset import BASE, quads
from kg.graph.store import in_memory, open_store
from kg.graph.trace import quotes
from kg.graph.validate import validate
from kg.ontology import KG
from kg.records import Extraction, Judgement, Refusal
from kg.rejections import Rejections, idle_together, marked
from tests.said import announced

LINES = """\
2021-03-04 kk post person/aset-omarov role/chair organization/union from 2020-05
2021-03-04 ru post person/gulnar-bektasova role/chair organization/union
2021-03-04 kk organization/union kg:memberCount 104
2021-03-04 ru organization/union kg:memberCount 106
2021-03-04 en organization/union kg:memberCount 106
2021-03-04 kk meeting/forum kg:participant person/aset-omarov
2021-03-04 ru meeting/forum kg:participant person/aset-omarov denied
""".splitlines()
EXTRACTIONS, ENTITIES = announced(LINES)
CHAIR = "membership/gulnar-bektasova--chair--union"


def judged(subject: str, predicate: str = "", object_: str = "", line: int = 2) -> Judgement:
    """Return a line that rejects a triple."""
    return Judgement("reject", subject, predicate, object_, source="data/judgements.csv", line=line)


def reject(*judgements: Judgement) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """Return the extractions with what is rejected marked, and the lines without effect."""
    rejections = Rejections(ENTITIES, judgements, BASE)
    found = tuple(marked(extraction, rejections.of(extraction)) for extraction in EXTRACTIONS)
    return found, rejections.idle()


def rejected(*judgements: Judgement) -> tuple[set[str], list[str]]:
    """Return what is rejected, "announcement: subject predicate", and what had no effect."""
    found, idle = reject(*judgements)
    lines = {
        f"{one.announcement.lang}: {claim.subject} {claim.predicate}"
        for one in found
        for claim in one.claims
        if claim.modality == "rejected"
    }
    return lines, [refusal.reason for refusal in idle]


UNION = "organization/union"
CASES = {
    (UNION, "kg:memberCount", "106"): {f"ru: {UNION} kg:memberCount", f"en: {UNION} kg:memberCount"},
    ("Union", "kg:memberCount", "104"): {f"kk: {UNION} kg:memberCount"},
    (f"{BASE}{UNION}", "", ""): {f"{lang}: {UNION} kg:memberCount" for lang in ("kk", "ru", "en")},
    ("", "kg:participant", "Aset Omarov"): {"kk: meeting/forum kg:participant"},
    ("meeting/forum", "", "person/aset-omarov"): {"kk: meeting/forum kg:participant"},
    (CHAIR, "org:role", ""): {f"ru: {CHAIR} org:role"},
    (CHAIR, "org:member", "Gulnar Bektasova"): {
        f"ru: {CHAIR} org:{part}" for part in ("member", "organization", "role")
    },
    ("", "schema:startDate", "2020-05"): {"kk: membership/aset-omarov--chair--union schema:startDate"},
}


@pytest.mark.parametrize(("triple", "found"), CASES.items(), ids=[" ".join(filter(None, one)) for one in CASES])
def test_a_triple_is_rejected_wherever_it_is_stated(triple: tuple[str, str, str], found: set[str]) -> None:
    """By slug, IRI or name, with any part left out; a denial stays one; a membership without its member is none."""
    assert rejected(judged(*triple)) == (found, [])


IDLE = {
    ("Nobody", "", ""): "data/judgements.csv:2: reject names nothing that the announcements tell of: Nobody",
    (UNION, "kg:memberCount", "105"): "data/judgements.csv:2: reject means a fact that no announcement states",
    (UNION, "skos:prefLabel", "Union"): "data/judgements.csv:2: reject means a name; names are mended by rename",
    (f"{BASE}claim/0123456789abcdef", "", ""): "data/judgements.csv:2: reject means a fact that no announcement states",
}


@pytest.mark.parametrize(("triple", "reason"), IDLE.items(), ids=str)
def test_a_line_without_effect_is_told(triple: tuple[str, str, str], reason: str) -> None:
    """It is named with its file, its line and the reason; nothing is rejected."""
    assert rejected(judged(*triple)) == (set(), [reason])


def test_other_verdicts_are_passed_over() -> None:
    """Who is who is settled elsewhere; without a line nothing changes at all."""
    assert rejected(Judgement("same", UNION, object="organization/other")) == (set(), [])
    assert reject() == (EXTRACTIONS, ())


def test_a_claim_by_its_iri() -> None:
    """One announcement's claim, even a denial, can be rejected alone."""
    store = in_memory(quads(EXTRACTIONS, ENTITIES))
    said = quotes(store, f"{BASE}meeting/forum", KG.participant, f"{BASE}person/aset-omarov")
    denial = next(quote for quote in said if quote.modality == "denied")
    assert rejected(judged(denial.claim)) == ({"ru: meeting/forum kg:participant"}, [])
    assert rejected(judged("claim/" + denial.claim.rpartition("/")[2])) == ({"ru: meeting/forum kg:participant"}, [])


def test_the_graph_without_it() -> None:
    """The triple is gone from the knowledge, the claim stays as rejected, the contradiction is settled."""
    lines = [judged(UNION, "kg:memberCount", "106"), judged(CHAIR, "org:member"), judged("meeting/forum")]
    found, _ = reject(*lines)
    graph = quads(found, ENTITIES)
    store = in_memory(graph)
    assert validate(graph).conforms
    assert not list(store.quads_for_pattern(ox.NamedNode(BASE + CHAIR), None, None, ox.DefaultGraph()))
    counts = store.query("SELECT ?n { ?s <https://w3id.org/habar/ontology#memberCount> ?n }")
    assert [row["n"].value for row in counts] == ["104"]  # type: ignore[union-attr]
    assert {quote.modality for quote in quotes(store, f"{BASE}{CHAIR}", "org:role", f"{BASE}role/chair")} == {
        "rejected"
    }
    assert conflicts(EXTRACTIONS, ENTITIES)
    assert conflicts(found, ENTITIES) == []


def test_a_line_is_told_once() -> None:
    """A line in which several stages see no effect is listed once, in the order of the file."""
    a, b, c = (Refusal("j.csv", f"j.csv:{reason}") for reason in ("10: same x", "9: reject y", "9: reject z"))
    assert idle_together([a], [b, c]) == (b, a)


def judgements(folder: Path, *rows: str) -> Path:
    """Write a file of judgements."""
    file = folder / "judgements.csv"
    file.write_text("\n".join(["verdict,subject,predicate,object,lang,why", *rows, ""]), "utf-8")
    return file


def test_a_build_obeys(tmp_path: Path) -> None:
    """Real announcements: two people made one, one renamed, a number rejected; the report names the idle lines."""
    announcements = Path(__file__).parent / "asking"
    rows = (
        "different,person/askar-bedelov,,person/nurlan-akhmetov,,two chairs",
        "rename,person/gulnar-bektasova,,Gulnar Bektassova,en,her own spelling",
        "reject,«Дала университеттері» қауымдастығы,kg:memberCount,26,,a slip",
        "reject,Су кеңесі,kg:memberCount,7,,",
        "same,Nobody,,Асқар Беделов,,",
        "merge,a,,b,,",
    )
    file = judgements(tmp_path, *rows)
    built = build(announcements / "announcements", gazetteer=announcements / "own.csv", judgements=file)
    names = {entity.slug: {name.text for name in entity.names} for entity in built.entities}
    assert "Gulnar Bektassova" in names["person/gulnar-bektasova"]
    assert {row["kind"] for row in built.report["conflicts"]} == {"different dates", "stated and denied", "two holders"}
    said = [quote["quote"] for row in built.report["conflicts"] for side in row["said"] for quote in side["quotes"]]
    assert all(said)
    assert any("мүшесі емес" in words for words in said)
    assert built.report["claims"]["rejected"] == 1
    assert [row["reason"].partition(": ")[::2] for row in built.report["idle judgements"]] == [
        (f"{file}:5", "reject means a fact that no announcement states"),
        (f"{file}:6", "same names nothing that the announcements tell of: Nobody"),
        (f"{file}:7", "the verdict 'merge' is none of same, different, reject, rename"),
    ]


def test_what_a_build_gives_is_what_it_wrote(tmp_path: Path) -> None:
    """The graph in memory is the one in the database, judgements obeyed and own names known; also if nothing is new."""
    given = Path(__file__).parent / "asking"
    file = judgements(
        tmp_path,
        "rename,person/gulnar-bektasova,,Gulnar Bektassova,en,",
        "reject,«Дала университеттері» қауымдастығы,kg:memberCount,26,,a slip",
    )
    for unchanged in (False, True):
        built = build(given / "announcements", tmp_path / "out", gazetteer=given / "own.csv", judgements=file)
        assert built.unchanged is unchanged
        written = {str(quad) for quad in open_store(tmp_path / "out")}
        assert {str(quad) for quad in built.quads} == written


def test_a_build_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """data/judgements.csv is obeyed where it is; what is idle is told on standard error; --gazetteer is heard."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    judgements(folder, "reject,Union,kg:memberCount,106,,a slip", "reject,Union,kg:memberCount,107,,")
    (tmp_path / "a.txt").write_text("1 июня 2021\nНовость\nАссоциация «Union» объединяет 106 организаций.\n", "utf-8")
    (tmp_path / "own.csv").write_text(
        ",".join(COLUMNS) + "\nunion,Organization,,Ассоциация «Union»|Union,,,,,,,t\n", "utf-8"
    )
    done = CliRunner().invoke(
        main, ["build", "a.txt", "-o", "out", "--gazetteer", "own.csv", "--quiet", "--lang", "ru"]
    )
    assert done.exit_code == 0
    assert done.stderr == "kg: data/judgements.csv:3: reject means a fact that no announcement states\n"
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["claims"]["rejected"] == 1
    assert "organization/union" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    failed = CliRunner().invoke(main, ["build", "a.txt", "-o", "out", "--judgements", "none.csv"])
    assert (failed.exit_code, failed.stderr) == (
        2,
        "kg: none.csv can't be read (no such file or directory); check the path and its permissions\n",
    )
