"""The page as text: self-contained, safe, the same every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.errors import KgError
from kg.view import communities, style
from kg.view.blocks import unpacked
from kg.view.embed import safe_json
from kg.view.page import render, write
from kg.view.words import words
from tests.view.sample import HOSTILE, hostile_graph, sample_graph

PAGE = render(sample_graph(), "Сайлау")
BLOCK = re.compile(r'<script type="text/plain" id="([a-z]+(?:-\d+)?)">([A-Za-z0-9+/=]*)</script>')


def blocks_of(page: str) -> dict[str, Any]:
    """Return the packed data that a page's script reads, unpacked."""
    return {name: unpacked(block) for name, block in BLOCK.findall(page)}


def labels_of(page: str, lang: int) -> list[str]:
    """Return the things' labels in one of the page's languages, as its script puts them together."""
    found = []
    for one in stretches_of(page):
        found += [one["texts"][one["sayings"][3 * number + lang]] for number in one["things"]["label"]]
    return found


def stretches_of(page: str) -> list[dict[str, Any]]:
    """Return the columns of the stretches of a page."""
    return [one for one in blocks_of(page)["core"] if "things" in one]


def test_page_loads_nothing() -> None:
    """No element of the page names a file or a host to load, and the policy forbids it too."""
    loaded = re.findall(r"<(?:link|script|img|iframe)[^>]*?(?:src|href)=([^ >]*)", without_scripts(PAGE))
    assert loaded == ['"data:,"']
    assert "default-src 'none'" in unescape(PAGE)
    assert "cdn" not in without_scripts(PAGE).lower()
    assert "sourceMappingURL" not in PAGE


def test_same_graph_gives_the_same_bytes() -> None:
    """Neither the hash seed nor the number of threads changes a byte."""
    program = "import hashlib; from kg.view.page import render; from tests.view.sample import sample_graph; "
    program += "print(hashlib.sha256(render(sample_graph(), 'Сайлау').encode()).hexdigest())"
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads, "PYTHONIOENCODING": "utf-8"},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed, threads in (("1", "1"), ("2", "2"))
    }
    assert len(hashes) == 1


def test_order_in_which_a_graph_was_made_does_not_matter() -> None:
    """Nodes and edges added the other way round give the same page."""
    graph, turned = sample_graph(), nx.MultiDiGraph(announcements=12)
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert render(turned, "Сайлау") == PAGE


def test_hostile_text_never_becomes_markup() -> None:
    """Every hostile text is in the data as it was, and none of its tags is in the page."""
    page = render(hostile_graph(), HOSTILE[0])
    assert set(HOSTILE[:6]) <= set(labels_of(page, 0))
    assert not re.search(r"<img|<b>|<script|javascript:[^<]*\">", without_scripts(page))
    ours, usual = (each.count("<script") - len(BLOCK.findall(each)) for each in (page, PAGE))
    assert ours == usual


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "\u2028\u2029", "&amp;", "'\"\\", "\x00"])
def test_json_in_a_script_is_only_data(text: str) -> None:
    """JSON comes back as it was and holds nothing that ends a script or a line."""
    embedded = safe_json({"text": text})
    assert json.loads(embedded) == {"text": text}
    assert not set("<>&\u2028\u2029\x00") & set(embedded)


def test_empty_graph_says_so() -> None:
    """A graph without things gives a page that says what to do."""
    page = render(nx.MultiDiGraph(), "")
    assert words()["page"]["empty"]["kk"] in page
    assert 'id="picture"' not in page


def test_large_graph_begins_with_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit the first sight is groups, and everything is still there."""
    monkeypatch.setattr(style, "MOST_SHOWN", 20)
    monkeypatch.setattr(communities, "LEAF", 20)
    page = render(sample_graph(), "")
    assert len(labels_of(page, 0)) == 57
    joint = blocks_of(page)["core"][-1]
    assert sorted(joint["order"]) == list(range(57))
    assert joint["shelves"]["parent"].count(0) > 1


def test_every_fact_and_quote_is_in_the_data() -> None:
    """Each relation has its quotes, with announcement, offsets, confidence and rule."""
    blocks = blocks_of(PAGE)
    graph = sample_graph()
    assert len(blocks["core"][-1]["from"]) == graph.number_of_edges() == 77
    stretches = [block for name, block in blocks.items() if name.startswith("details-")]
    said = [quote for stretch in stretches for quotes in stretch["quotes"] for quote in quotes]
    assert sorted(quote[-1] for quote in said) == sorted(
        quote["text"] for *_, data in graph.edges(data=True) for quote in data["quotes"]
    )
    assert {tuple(quote[3:5]) for quote in said} == {(90, "test.rule")}


def test_plain_list_says_the_same_as_the_picture() -> None:
    """Who reads without scripts finds each thing in a row, each relation in two rows, each quote in one."""
    table = PAGE[PAGE.index("<noscript>") : PAGE.index("</noscript>")]
    assert table.count('<th scope="row">') == 57
    assert table.count("<li>") == 2 * 77
    assert table.count("<q ") == sum(len(data["quotes"]) for *_, data in sample_graph().edges(data=True)) > 60


def test_footer_tells_from_how_many_announcements() -> None:
    """The number is the graph's own, else that of the announcements quoted."""
    assert "Хабарландыру: 12, нысан: 57, байланыс: 77" in PAGE
    graph = sample_graph()
    del graph.graph["announcements"]
    assert "Announcements: 12," in render(graph, "", ("en", "kk", "ru"))


def test_unknown_language_is_refused() -> None:
    """A language that the page has no words for is an error that names those it has."""
    with pytest.raises(KgError, match="use kk, ru or en"):
        render(sample_graph(), "", ("de",))


def test_every_word_is_in_three_languages() -> None:
    """No text of the page is missing in Kazakh, Russian or English, and classes have their names."""
    for table in words().values():
        assert all(set(texts) == {"kk", "ru", "en"} and all(texts.values()) for texts in table.values())
    assert set(words()["kinds"]) == set(words()["one"]) == {look.kind for look in style.LOOKS}


def test_colours_can_be_read() -> None:
    """Text has a contrast of 4.5 on its ground, shapes of 3 on the page, in both themes (WCAG AA)."""
    for theme in (0, 1):
        page = {name: pair[theme] for name, pair in style.PAGE.items()}
        for ink, ground in (("ink", "ground"), ("soft", "ground"), ("soft", "surface"), ("accent", "surface")):
            assert contrast(page[ink], page[ground]) >= 4.5
        assert contrast(page["line"], page["ground"]) >= 3
        assert contrast(page["strong"], page["ground"]) >= 4.5
        for ground in ("ground", "surface"):
            assert contrast(page["doubt"], page[ground]) >= 4.5
        assert contrast(page["onInk"], page["doubt"]) >= 4.5
        for look in style.LOOKS:
            assert contrast(look.ink[theme], page["ground"]) >= 3
            assert contrast(look.ink[theme], look.tint[theme]) >= 4.5
            assert contrast(page["onInk"], look.ink[theme]) >= 4.5
            assert contrast(page["ink"], look.tint[theme]) >= 4.5


def test_classes_differ_in_shape_as_well_as_colour() -> None:
    """Who can't tell colours apart can tell shapes apart."""
    assert len({(look.form, look.outline) for look in style.LOOKS}) == len(style.LOOKS)
    assert len({look.ink[0] for look in style.LOOKS}) == len(style.LOOKS)


def test_unwritable_place_is_one_sentence(tmp_path: Path) -> None:
    """A file where a folder should be gives an error that names the place."""
    (tmp_path / "file").write_text("")
    with pytest.raises(KgError, match="file"):
        write(sample_graph(), tmp_path / "file" / "graph.html")


def without_scripts(page: str) -> str:
    """Return the page's own markup."""
    return re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page, flags=re.DOTALL)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
