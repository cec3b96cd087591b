"""A user's spaCy pipeline as one more source of mentions: real pipelines, blank but for an entity ruler."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from click.testing import CliRunner
from spacy.language import Language
from spacy.tokens import Doc

from kg.cli import main
from kg.errors import KgError
from kg.extract import extract
from kg.extract.spacy_pipeline import Pipeline, load
from kg.pipeline import build
from kg.read import read_text
from kg.records import Claim, Extraction

# Each has a body whose name nothing in grammar gives away, and a person of whom grammar is sure.
TEXTS = {
    "en": "Yesterday Quanta Verde joined the Union of Artisans. Bolat Serikov, Rector of Nura University, met Bo Xu.",
    "ru": "Вчера Кванта Верде вступила в Союз ремесленников. Ректор Нуринского университета Болат Сериков рад.",
    "kk": "Кеше Кванта Верде жаңа кітапхана ашты. Нұра университетінің ректоры Болат Серіков Бо Сюймен кездесті.",
}
PATTERNS: dict[str, list[dict[str, str]]] = {
    "en": [{"label": "ORG", "pattern": "Quanta Verde"}, {"label": "GPE", "pattern": "Bolat Serikov"}],
    "ru": [{"label": "ORG", "pattern": "Кванта Верде"}, {"label": "LOC", "pattern": "Болат Сериков"}],
    "kk": [{"label": "ORGANISATION", "pattern": "Кванта Верде"}, {"label": "ORG", "pattern": "Болат Серіков"}],
}


def ruled(*patterns: dict[str, str], lang: str = "xx") -> Language:
    """Return a blank pipeline with an entity ruler."""
    nlp = spacy.blank(lang)
    nlp.add_pipe("entity_ruler").add_patterns(list(patterns))  # type: ignore[attr-defined]
    return nlp


def understood(text: str, lang: str, nlp: Language | None = None) -> Extraction:
    """Return what an announcement of one paragraph says."""
    return extract(read_text(f"5.03.2021\nТақырып\n{text}\n", id="case", lang=lang), nlp)


def mentioned(extraction: Extraction) -> dict[str, tuple[str, str]]:
    """Return the type and the rule of each mention by its label."""
    return {m.label: (m.type, m.rule) for m in extraction.mentions}


def relations(extraction: Extraction) -> set[tuple[str, str, str]]:
    """Return the asserted claims between named things, by a name of each."""
    names = {thing.key: thing.names[0].text if thing.names else thing.type for thing in extraction.things}

    def told(claim: Claim) -> tuple[str, str, str]:
        target = names[claim.object] if isinstance(claim.object, str) else claim.object.value
        return names[claim.subject], claim.predicate, target

    return {told(claim) for claim in extraction.claims if claim.modality == "asserted"}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_what_grammar_left_is_filled(lang: str) -> None:
    """In each language an entity becomes a mention where grammar has none or only guesses by capitals."""
    name = PATTERNS[lang][0]["pattern"]
    before, after = (mentioned(understood(TEXTS[lang], lang, nlp)) for nlp in (None, ruled(*PATTERNS[lang])))
    assert before.get(name, ("", ""))[0] != "Organization"
    assert after[name][0] == "Organization"
    assert after[name][1].startswith("spacy.ORG")


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_what_grammar_took_is_not_overridden(lang: str) -> None:
    """A person whom grammar is sure of stays one, whatever the pipeline calls the name."""
    name = PATTERNS[lang][1]["pattern"]
    extraction = understood(TEXTS[lang], lang, ruled(*PATTERNS[lang]))
    assert mentioned(extraction)[name][0] == "Person"
    assert not mentioned(extraction)[name][1].startswith("spacy")


@pytest.mark.parametrize(("lang", "union"), [("en", "Union of Artisans"), ("ru", "Союз ремесленников")])
def test_what_is_filled_takes_part_in_facts(lang: str, union: str) -> None:
    """The body that the pipeline found joins the union; without it nobody does."""
    joined = ("Membership", "org:member", PATTERNS[lang][0]["pattern"])
    assert joined not in relations(understood(TEXTS[lang], lang))
    found = relations(understood(TEXTS[lang], lang, ruled(PATTERNS[lang][0])))
    assert joined in found
    assert ("Membership", "org:organization", union) in found


def test_the_id_of_a_pattern_is_the_name() -> None:
    """A ruler that knows the nominative of an inflected name says so by the id of its pattern."""
    nlp = ruled({"label": "ORG", "pattern": "Кванты Верде", "id": "Кванта Верде"})
    extraction = understood("Мы благодарим сотрудников Кванты Верде за помощь.", "ru", nlp)
    assert mentioned(extraction)["Кванта Верде"] == ("Organization", "spacy.ORG")


@pytest.mark.parametrize(
    ("label", "name", "kind"),
    [
        *[("PERSON", "", "Person"), ("PER", "", "Person"), ("ORG", "", "Organization"), ("LOC", "", "Place")],
        *[("GPE", "", "Place"), ("GPE", "Norway", "Country"), ("FAC", "", "Place"), ("EVENT", "", "Event")],
        *[("PROJECT", "", "Program"), ("Program", "", "Program"), ("Agreement", "", "Agreement")],
    ],
)
def test_each_label_has_its_kind(label: str, name: str, kind: str) -> None:
    """The labels of the common schemes and our own are understood; a state is told by the gazetteer."""
    pattern = {"label": label, "pattern": "zumbra", **({"id": name} if name else {})}
    extraction = understood("We like zumbra here.", "en", ruled(pattern))
    assert mentioned(extraction)[name or "zumbra"] == (kind, f"spacy.{label}")


def test_other_labels_are_passed_over() -> None:
    """An amount of money names nothing that the graph holds."""
    assert mentioned(understood("We like zumbra here.", "en", ruled({"label": "MONEY", "pattern": "zumbra"}))) == {}


def test_offsets_are_those_of_the_text() -> None:
    """A mention from the pipeline leads to its words, also behind letters outside the basic plane."""
    text = "𝔘𝔫𝔦𝔬𝔫 😀 news. Yesterday Quanta Verde joined the Union of Artisans."
    extraction = understood(text, "en", ruled(PATTERNS["en"][0]))
    mention = next(m for m in extraction.mentions if m.label == "Quanta Verde")
    assert extraction.announcement.text[mention.start : mention.end] == mention.text == "Quanta Verde"


@pytest.mark.parametrize("pattern", ["2021", "…", "Verde joined the Union", ". Bolat", "-"])
def test_odd_entities_do_no_harm(pattern: str) -> None:
    """Entities that are numbers, marks, half a name or cross a sentence's end take nothing from grammar."""
    for label in ("PERSON", "ORG", "EVENT"):
        for lang, text in TEXTS.items():
            extraction = understood(f"{text} – 2021 … -", lang, ruled({"label": label, "pattern": pattern}))
            assert ("Membership", "org:role", {"en": "Rector", "ru": "Ректор", "kk": "Ректор"}[lang]) in relations(
                extraction
            )


def test_a_pipeline_that_fails_names_the_announcement() -> None:
    """What goes wrong inside the pipeline is one sentence with the announcement's name and the remedy."""

    @Language.component("falls_over")
    def falls_over(doc: Doc) -> Doc:
        raise ValueError("no memory\nat all")

    nlp = spacy.blank("xx")
    nlp.add_pipe("falls_over")
    with pytest.raises(KgError, match=r"case: the spaCy pipeline failed on it \(no memory\); mend the pipeline"):
        understood(TEXTS["en"], "en", nlp)


def test_the_digest_tells_pipelines_apart() -> None:
    """The same patterns have the same digest in two pipelines, others another."""
    one, same, other = (Pipeline(ruled({"label": "ORG", "pattern": name})).digest for name in ("A", "A", "B"))
    assert one == same != other


def test_what_is_no_pipeline_is_said() -> None:
    """A name where a pipeline should be is refused with the remedy."""
    name: Any = "en_core_web_sm"
    with pytest.raises(KgError, match="nlp is str, not a spaCy pipeline; give what"):
        Pipeline(name)


def test_no_such_pipeline() -> None:
    """A pipeline that is not there is one clear sentence."""
    with pytest.raises(KgError, match="spaCy has no pipeline nowhere_at_all; give the folder of one"):
        load("nowhere_at_all")


def test_a_broken_pipeline(tmp_path: Path) -> None:
    """A folder that holds no readable pipeline is one clear sentence."""
    ruled().to_disk(tmp_path)
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 7\n", "utf-8")
    with pytest.raises(KgError, match="can't be loaded"):
        load(str(tmp_path))


def test_without_spacy(monkeypatch: pytest.MonkeyPatch, announcement: Path) -> None:
    """Where spaCy is not installed the command says how to install it, and ends with 2."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    done = CliRunner().invoke(main, ["mentions", str(announcement), "--spacy", "any"])
    assert done.exit_code == 2
    assert done.stderr == "kg: spaCy is not installed; install it with: pip install 'habar[spacy]'\n"


@pytest.fixture
def announcement(tmp_path: Path) -> Path:
    """Return an announcement in a file."""
    path = tmp_path / "guild.txt"
    path.write_text(f"5 March 2021\nNews of the guild\n{TEXTS['en']}\n", "utf-8")
    return path


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[str], str]:
    """Return a function that saves a pipeline which calls a name a body, and gives its folder."""

    def save(name: str) -> str:
        folder = tmp_path / name.replace(" ", "-")
        ruled({"label": "ORG", "pattern": name}).to_disk(folder)
        return str(folder)

    return save


def test_mentions_with_a_saved_pipeline(announcement: Path, saved: Callable[[str], str]) -> None:
    """`kg mentions --spacy FOLDER` prints what the pipeline fills."""
    done = CliRunner().invoke(main, ["mentions", str(announcement), "--spacy", saved("Quanta Verde")])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["type"] for row in rows if row["rule"] == "spacy.ORG"] == ["Organization"]


def test_lines_and_spacy_do_not_go_together(announcement: Path) -> None:
    """With --lines the texts are no announcements, and the command says so."""
    done = CliRunner().invoke(main, ["mentions", "--lines", str(announcement), "--spacy", "any"])
    assert done.exit_code == 2
    assert "--lines and --spacy do not go together" in done.stderr


def test_build_with_a_saved_pipeline(tmp_path: Path, announcement: Path, saved: Callable[[str], str]) -> None:
    """`kg build --spacy FOLDER` writes the membership of the body that the pipeline found."""
    out = tmp_path / "out"
    done = CliRunner().invoke(main, ["build", str(announcement), "-o", str(out), "--spacy", saved("Quanta Verde")])
    assert done.exit_code == 0, done.stderr
    assert "Quanta Verde" in (out / "graph.ttl").read_text("utf-8")


def test_another_pipeline_understands_anew(tmp_path: Path, announcement: Path) -> None:
    """What was understood with one pipeline is kept for it, and for no other."""
    cache = tmp_path / "cache.sqlite"
    known = [
        build(announcement, nlp=nlp, cache=cache).known
        for nlp in (
            None,
            None,
            ruled(PATTERNS["en"][0]),
            ruled(PATTERNS["en"][0]),
            ruled({"label": "ORG", "pattern": "Bo Xu"}),
        )
    ]
    assert known == [0, 1, 0, 1, 0]
