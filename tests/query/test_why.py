"""`kg why`: from a thing or a fact to the sentences that say it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from kg.cli import main
from kg.cli.why_text import text
from kg.errors import KgError
from kg.graph.dataset import quads
from kg.graph.store import in_memory, write_store
from kg.ontology import PREFIXES
from kg.query.titles import Titles
from kg.query.why import sentence_around, why
from kg.records import Span
from tests.examples import HOSTILE_NAME, entities, extractions

BASE = "https://w3id.org/habar/id/"
STORE = in_memory(quads(extractions(), entities()))
BEDELOV = "person/asqar-bedelov"
GOLDEN = Path(__file__).parent / "why.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build's folder with the three announcements of tests/examples.py."""
    folder = tmp_path_factory.mktemp("why")
    write_store(quads(extractions(), entities()), folder)
    return folder


def kg_why(folder: Path, *arguments: str) -> Result:
    """Run `kg why` in this process."""
    return CliRunner().invoke(main, ["why", *arguments, "-d", str(folder)])


@pytest.mark.parametrize(
    "name", [BEDELOV, BASE + BEDELOV, f"<{BASE}{BEDELOV}>", "Асқар Беделов", "аскар беделов", "ASKAR BEDELOV"]
)
def test_a_person_by_any_name(name: str) -> None:
    """IRI, slug and the names of every language lead to one thing, with the reasons for which it is one."""
    found = why(STORE, name)
    assert found.iri == BASE + BEDELOV
    assert found.names == {"kk": "Асқар Беделов", "ru": "Аскар Беделов", "en": "Askar Bedelov"}
    assert found.kind.endswith("#Person")
    assert [reason.partition(":")[0] for reason in found.reasons] == [
        "“Askar Bedelov” (en)",
        "“Асқар Беделов” (kk) = “Аскар Беделов” (ru)",
    ]


def test_a_fact_leads_to_words_in_their_sentence() -> None:
    """Of a count the quote, its offsets, the sentence around it, the rule and the announcement are told."""
    (fact,) = why(STORE, "WWA", "memberCount", "104").facts
    (told,) = fact.told
    assert told.quote.text in told.sentence
    assert told.sentence == "Бүгінде оның құрамына 104 ұйым кіреді."
    assert extractions()[0].announcement.text[told.quote.start : told.quote.end] == told.quote.text
    assert (told.quote.id, told.lang, told.quote.published) == ("su-kenesi kk", "kk", "2021-03-15")
    assert (told.quote.rule, told.quote.confidence) == ("by-hand", 0.9)


@pytest.mark.parametrize("predicate", ["role", "org:role", "лауазымы", "ДОЛЖНОСТЬ", PREFIXES["org"] + "role"])
def test_posts_of_a_person(predicate: str) -> None:
    """What is said of a person's membership can be asked of the person; a predicate has names too."""
    (fact,) = why(STORE, BEDELOV, predicate).facts
    assert [str(part).rpartition("/")[2] for part in fact.triple[::2]] == ["asqar-bedelov-wc-kz-chair>", "chair>"]
    assert {told.lang for told in fact.told} == {"kk", "ru", "en"}


def test_a_denial_is_shown_as_one() -> None:
    """Who did not take part has a fact that is none, with its modality."""
    facts = [fact for fact in why(STORE, "Maria Lindgren", "", "").facts if fact.modality == "denied"]
    assert [told.quote.text for fact in facts for told in fact.told] == [
        "Maria Lindgren did not take part in the seminar"
    ]


def test_one_quote_of_each_announcement_comes_first() -> None:
    """So that a few quotes show as many sources as they can."""
    for fact in why(STORE, "WWA").facts:
        ids = [told.quote.id for told in fact.told]
        assert len(set(ids[: len(set(ids))])) == len(set(ids))


def test_an_old_iri_leads_to_the_thing() -> None:
    """An IRI that was given up is followed to the one in its place, however often it changed, never in circles."""
    replaced = ox.NamedNode(PREFIXES["dct"] + "isReplacedBy")
    names = ["person/a-bedelov", "person/asqar", BEDELOV]
    chain = [ox.Quad(ox.NamedNode(BASE + a), replaced, ox.NamedNode(BASE + b)) for a, b in pairwise(names)]
    circle = ox.Quad(ox.NamedNode(BASE + "person/x"), replaced, ox.NamedNode(BASE + "person/x"))
    store = in_memory([*quads(extractions(), entities()), *chain, circle])
    assert why(store, "person/a-bedelov").iri == BASE + BEDELOV
    assert why(store, BASE + "person/asqar", "role").facts
    assert why(store, "person/x").facts == ()


def test_a_graph_with_another_base() -> None:
    """The part after the base is enough whatever the base is."""
    store = in_memory(quads(extractions(), entities(), "https://su.example/id/"))
    assert why(store, BEDELOV).iri == "https://su.example/id/" + BEDELOV


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("Жоқ Адам",), "Nothing in the graph is called «Жоқ Адам»"),
        (("WWA", "kg:topic"), "No announcement says «WWA kg:topic»; `kg why WWA` shows what is said."),
        (("WWA", "memberCount", "105"), "No announcement says «WWA memberCount 105»"),
        (("WWA", "membercounts"), "did you mean kg:memberCount"),
        (("person/nobody",), "Nothing in the graph is called «person/nobody»"),
    ],
)
def test_what_nobody_says(asked: tuple[str, ...], sentence: str, folder: Path) -> None:
    """A name or fact that isn't there is one sentence and exit code 2."""
    with pytest.raises(KgError) as caught:
        why(STORE, *asked)
    assert sentence in str(caught.value)
    done = kg_why(folder, *asked)
    assert (done.exit_code, done.stderr) == (2, f"kg: {caught.value}\n")


def test_a_name_of_several_lists_them(built: Path) -> None:
    """Two people of one name are told by their IRIs, and the exit code is 2."""
    done = kg_why(built, "Ержан Омаров")
    assert done.exit_code == 2
    assert "choose one by its IRI: person/erzhan-omarov or person/erzhan-omarov-2." in done.stderr


def test_what_is_printed(folder: Path) -> None:
    """The page for people is why.txt, read and found right by a person."""
    assert kg_why(folder, "WWA", "--lang", "en").stdout == GOLDEN.read_text("utf-8")


def test_few_and_all() -> None:
    """Of many quotes some are shown and the others counted, unless all are asked for."""
    found = why(STORE, BEDELOV, "role")
    few, everything = (text(found, Titles(STORE), "en", few=few, width=None) for few in (2, None))
    assert few.count("by-hand") == 2
    assert "… and 1 more quote; --all shows them" in few
    assert everything.count("by-hand") == 3
    assert "--all" not in everything


def test_a_terminal_gets_wrapped_lines() -> None:
    """With a width no line is longer, and the quote is set off."""
    page = text(why(STORE, "WWA"), Titles(STORE), "kk", few=None, width=60)
    plain = [
        line.replace("\x1b[1m", "").replace("\x1b[0m", "") for line in page.splitlines() if line.startswith("      ")
    ]
    assert plain
    assert max(map(len, plain)) <= 60
    assert "\x1b[1m" in page


def test_nothing_in_a_text_drives_a_terminal() -> None:
    """Control characters of an announcement's names come out as pictures of themselves."""
    page = text(why(STORE, HOSTILE_NAME), Titles(STORE), "en", few=None, width=None)
    assert HOSTILE_NAME in page
    assert "\x1b" not in page


def test_json(folder: Path) -> None:
    """The same as data: offsets, sentence, announcement, rule and claim of every quote."""
    found = json.loads(kg_why(folder, "WWA", "memberCount", "--format", "json").stdout)
    assert (found["thing"], found["class"]) == (BASE + "organization/world-water-association", "kg:Organization")
    (fact,) = found["facts"]
    assert (fact["predicate"], fact["object"], fact["modality"]) == ("kg:memberCount", "104", "asserted")
    (told,) = fact["evidence"]
    assert told["sentence"] == "Бүгінде оның құрамына 104 ұйым кіреді."
    assert {"announcement", "published", "lang", "url", "quote", "start", "end", "rule", "confidence"} <= told.keys()
    assert told["claim"].startswith(BASE + "claim/")


@given(
    st.lists(st.text(st.sampled_from("аБ.!? \n«»Б.М"), min_size=1, max_size=8), min_size=1, max_size=12).map("".join),
    st.data(),
)
def test_a_sentence_holds_its_words(written: str, data: st.DataObject) -> None:
    """Whatever the text and words, the sentence holds them and stays in the lines that they touch."""
    start = data.draw(st.integers(0, len(written)))
    end = data.draw(st.integers(start, len(written)))
    around = sentence_around(written, Span(start, end))
    assert around.start <= start <= end <= around.end
    assert "\n" not in written[around.start : start]
    assert "\n" not in written[end : around.end]


def test_initials_end_no_sentence() -> None:
    """Б.М. Имашев and «г.» keep their sentence whole."""
    written = "Кеше болды. Б.М. Имашев 2013 г. бастап мүше. Ертең қайтады."
    around = sentence_around(written, Span(17, 23))
    assert around.of(written) == "Б.М. Имашев 2013 г. бастап мүше."
