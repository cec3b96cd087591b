"""Finding one's way in a large graph: groups, surroundings, time, the way back; and taking the picture away."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from kg.view import matrix, page, timeline
from kg.view.notebook import Picture
from tests.view.large import large_graph
from tests.view.opened import opened
from tests.view.sample import quote, sample_graph, sample_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NARROW = {"width": 390, "height": 844}
IN_SIGHT = "scene.boxes.filter(boxShown).length + scene.lines.filter(lineShown).length"


def doubtful_graph() -> nx.MultiDiGraph[str]:
    """Return a body on whose size two announcements differ, and a post that is not sure."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(announcements=2)
    graph.add_node("https://w3id.org/habar/id/organization/union", kind="Organization", label="Одақ")
    graph.add_node("https://w3id.org/habar/id/person/aidos", kind="Person", label="Айдос")
    said = [quote("Айдос одақты басқарған көрінеді", "b", confidence=0.6), quote("Айдос одақта", "a", confidence=0.5)]
    ends = [f"https://w3id.org/habar/id/{slug}" for slug in ("person/aidos", "organization/union")]
    graph.add_edge(*ends, key="m", predicate="kg:Membership", label="төраға", quotes=said)
    return graph


def star_graph(count: int) -> nx.MultiDiGraph[str]:
    """Return a body that very many people belong to."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(announcements=1)
    graph.add_node("hub", kind="Organization", label="Одақ")
    for number in range(count):
        graph.add_node(f"p{number}", kind="Person", label=f"Адам {number}")
        graph.add_edge(f"p{number}", "hub", key="m", predicate="kg:Membership", label="мүше")
    return graph


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pages once; return where."""
    folder = tmp_path_factory.mktemp("exploring")
    said = [{"value": value, "announcements": [id_]} for value, id_ in (("104", "a"), ("105", "b"))]
    differ = {"kind": "different values", "subject": "organization/union", "predicate": "kg:memberCount", "said": said}
    same = {"one": "organization/union", "other": "person/aidos", "score": 0.5, "features": {}}
    page.write(large_graph(900), folder / "groups.html")
    page.write(star_graph(1_500), folder / "star.html")
    (folder / "sample.html").write_text(sample_page(), "utf-8")
    page.write(doubtful_graph(), folder / "doubts.html", report={"conflicts": [differ], "doubts": [same]})
    timeline.write(sample_graph(), folder / "timeline.html")
    matrix.write(sample_graph(), folder / "matrix.html")
    return {path.stem: path for path in folder.iterdir()}


def click_box(opened_page: Page, expression: str) -> None:
    """Click in the middle of the box that an expression gives."""
    spot = opened_page.evaluate(
        f"""(() => {{ const box = {expression}; const at = network.canvasToDOM({{ x: box.x, y: box.y }});
        const frame = byId("picture").getBoundingClientRect(); return [at.x + frame.left, at.y + frame.top]; }})()"""
    )
    opened_page.mouse.click(*spot)


def test_a_large_graph_opens_with_groups_and_a_click_goes_in(browser: Browser, written: dict[str, Path]) -> None:
    """Down to the things themselves, never more than some hundreds of elements; back leads out again."""
    with opened(browser, written["groups"]) as picture:
        assert picture.evaluate("scene.groups && scene.boxes.reduce((sum, box) => sum + box.count, 0)") == 900
        steps = 0
        while picture.evaluate("Boolean(scene.groups)"):
            assert picture.evaluate(IN_SIGHT) <= 500
            click_box(picture, "scene.boxes.filter(boxShown)[0]")
            picture.wait_for_timeout(450)  # a click might become a double click
            steps += 1
        assert 1 <= steps <= 4
        assert picture.evaluate(IN_SIGHT) <= 500
        assert picture.locator("#where li").count() == min(steps + 1, 4)
        assert f"in={picture.evaluate('state.view.shelf')}" in picture.url
        for _ in range(steps):
            picture.go_back()
        assert picture.evaluate("state.view.shelf") == 0
        picture.go_forward()
        assert picture.evaluate("state.view.shelf") > 0


def test_all_groups_can_be_looked_at(browser: Browser, written: dict[str, Path]) -> None:
    """In none do boxes overlap, in none is there more than some hundreds of elements, and none is empty."""
    with opened(browser, written["groups"]) as picture:
        worst = picture.evaluate(
            """() => { const found = { overlaps: 0, most: 0, least: Infinity };
            for (const shelf of graph.shelves.first.keys()) {
                go({ view: { shelf } });
                const boxes = scene.boxes.filter(boxShown);
                found.most = Math.max(found.most, boxes.length + scene.lines.length);
                found.least = Math.min(found.least, boxes.length);
                boxes.forEach((a, number) => boxes.slice(number + 1).forEach((b) => {
                    if (a.x - a.left < b.x + b.right && b.x - b.left < a.x + a.right &&
                        a.y - a.up < b.y + b.down && b.y - b.up < a.y + a.down) found.overlaps += 1; }));
            } return found; }"""
        )
        assert worst["overlaps"] == 0
        assert worst["most"] <= 500
        assert worst["least"] >= 2


def test_places_follow_the_graph(browser: Browser, written: dict[str, Path]) -> None:
    """A path comes out nearly straight and lies across, parts stand side by side, none on one spot, always the same."""
    settled = """() => { const boxes = Array.from({ length: 9 }, () => ({}));
        settleParts(boxes, [[0, 1], [1, 2], [2, 3], [3, 4], [5, 6], [6, 7]], 100); return boxes; }"""
    with opened(browser, written["sample"]) as picture:
        places = picture.evaluate(settled)
        assert picture.evaluate(settled) == places
    assert [abs(one["x"] - places[0]["x"]) for one in places[:5]] == pytest.approx([0, 100, 200, 300, 400], abs=8)
    assert [one["y"] for one in places[:5]] == pytest.approx([places[0]["y"]] * 5, abs=25)
    spots = [(one["x"], one["y"]) for one in places]
    assert min(math.dist(one, other) for one, other in combinations(spots, 2)) > 40


def test_search_leads_into_the_group_of_a_thing(browser: Browser, written: dict[str, Path]) -> None:
    """What is found is shown where it stands, with its card; its surroundings are one click away."""
    with opened(browser, written["groups"]) as picture:
        name = picture.evaluate("labelOf(700)")
        picture.fill("#search", picture.evaluate("labelOf(700, 'en')"))
        picture.locator("#found [data-found='700']").click()
        assert picture.locator("#card h2").inner_text() == name
        assert picture.evaluate("scene.byId.has('t700')")
        picture.click("#card [data-around]")
        assert picture.evaluate("scene.boxes[0].thing") == 700
        assert picture.evaluate(IN_SIGHT) > 2


def test_a_thing_with_thousands_around_it(browser: Browser, written: dict[str, Path]) -> None:
    """The picture shows some dozens and says how many more there are; the list has all, a page at a time."""
    with opened(browser, written["star"], "#around=hub") as picture:
        assert 20 < picture.evaluate("scene.boxes.filter((box) => box.thing !== undefined).length") < 80
        assert picture.evaluate("scene.byId.get(`t${graph.known.get('hub')}`).more") > 1_400
        picture.click("[data-mode=list]")
        assert picture.locator("#list-count").inner_text().split(": ")[1].replace("\u202f", "") == "1501"
        assert picture.locator("#list-page").inner_text() == "1 / 31"
        picture.evaluate("go({ chosen: { thing: graph.known.get('hub') } })")
        assert picture.locator("#card li .to").count() == 25
        picture.click("#card button:has-text('тағы')")
        assert picture.locator("#card li .to").count() == 50


def test_time_makes_the_network_grow(browser: Browser, written: dict[str, Path]) -> None:
    """The further the slider, the more there is; what is shown has begun by then; the address keeps the time."""
    with opened(browser, written["groups"]) as picture:
        counts = picture.evaluate(
            """() => { const counts = []; const last = period.ticks.days.length - 1;
            for (const share of [0.1, 0.4, 0.7, 1]) {
                setPeriod(0, Math.round(share * last));
                counts.push(graph.thingOn.reduce((sum, on) => sum + on, 0));
                const until = untilDay();
                for (let tie = 0; tie < graph.ties; tie += 1)
                    if (graph.tieOn[tie] && graph.relations.first[tie] > until) counts.push("too late");
            } return counts; }"""
        )
        assert counts == sorted(counts)
        assert counts[0] < counts[-1] == 900
        picture.focus("#time-to")
        for _ in range(30):
            picture.keyboard.press("ArrowLeft")
        assert "until=" in picture.url
        shown = picture.locator("#period").inner_text()
        picture.reload()
        picture.wait_for_selector("html[data-ready]", state="attached")
        assert picture.locator("#period").inner_text() == shown
        assert picture.locator("#time-to").get_attribute("aria-valuetext") == shown.split(" – ")[1]
        picture.click("#show-all")
        assert "until=" not in picture.url


@pytest.mark.parametrize(
    "fragment",
    [
        "#in=99999",
        "#thing=nobody&relation=-1&lang=de",
        "#around=%3Cscript%3E",
        "#since=2017&until=x&without=%F0%9F%98%80",
        "#%",
    ],
)
def test_a_link_to_what_is_not_there_opens_all_the_same(
    browser: Browser, written: dict[str, Path], fragment: str
) -> None:
    """An old or mangled link shows everything, without an error."""
    with opened(browser, written["sample"], fragment) as picture:
        assert picture.evaluate("viewKey(state.view)") == "in 0"
        assert picture.evaluate("scene.boxes.filter((box) => box.thing !== undefined).length") == 57


def test_a_link_leads_back_to_a_state(browser: Browser, written: dict[str, Path]) -> None:
    """Language, filter, view and what was chosen are in the address, and another page opened there shows the same."""
    with opened(browser, written["groups"]) as picture:
        picture.click("[data-lang=ru]")
        picture.click("[data-filter=Place]")
        picture.evaluate("showThing(graph.known.get('person/5'))")
        kept = ["state.lang", "viewKey(state.view)", "[...state.hiddenKinds].join()", "labelOf(state.chosen.thing)"]
        before = [picture.evaluate(expression) for expression in kept]
        fragment = "#" + picture.url.partition("#")[2]
    with opened(browser, written["groups"], fragment) as again:
        assert [again.evaluate(expression) for expression in kept] == before
        assert before[0] == "ru"


def test_doubts_and_contradictions_look_doubtful(browser: Browser, written: dict[str, Path]) -> None:
    """An unsure relation is dotted and asks; what announcements differ on bears a sign and is told on the card."""
    with opened(browser, written["doubts"], "#lang=en") as picture:
        look = picture.evaluate("lineLook(scene.lines[0])")
        assert (look["dashes"], look["color"]["color"]) == ([2, 5], picture.evaluate("colour('doubt')"))
        assert picture.evaluate("scene.boxes.find((box) => box.kind === 'tag').lines.join(' ')") == "төраға ?"
        assert picture.evaluate("scene.boxes.map((box) => box.disputed ?? 0)") == [1, 1, 0]
        picture.evaluate("showThing(graph.known.get('organization/union'))")
        told = picture.locator("#card .disputes").inner_text()
        assert "Announcements differ: Members" in told
        assert {"104", "105"} <= set(told.split("\n"))
        assert "These two may be the same\nАйдос" in told.replace("\n\n", "\n")
        assert "doubtful, 60 %" in picture.locator("#card").inner_text()


def test_an_announcement_has_a_card(browser: Browser, written: dict[str, Path]) -> None:
    """A click on the source of a quote lists what that announcement says; a click there shows the words."""
    with opened(browser, written["sample"], "#relation=0&lang=en") as picture:
        picture.locator("#card cite .source").first.click()
        assert picture.locator("#card h3").inner_text().startswith("WHAT IT SAYS")
        assert "announcement=news-" in picture.url
        picture.locator("#card .how .source").first.click()
        assert picture.locator("#card blockquote").count() >= 1


def test_the_picture_can_be_saved(browser: Browser, written: dict[str, Path]) -> None:
    """As PNG, and as SVG that has every box, in the light and with text as text."""
    with opened(browser, written["sample"], accept_downloads=True) as picture:
        saved = {}
        for ending in ("png", "svg"):
            picture.click("#menu summary")
            with picture.expect_download() as download:
                picture.click(f"[data-save={ending}]")
            saved[ending] = Path(download.value.path()).read_bytes()
        assert saved["png"].startswith(b"\x89PNG")
        assert len(saved["png"]) > 50_000
        text = saved["svg"].decode()
        drawn = picture.evaluate(
            """text => { const svg = new DOMParser().parseFromString(text, "image/svg+xml");
            return [svg.querySelectorAll("parsererror, script").length, svg.querySelectorAll("text").length,
                svg.querySelectorAll("path").length]; }""",
            text,
        )
        assert drawn[0] == 0
        assert drawn[1] > 57
        assert drawn[2] > 57 + 77
        assert "NaN" not in text


def test_paper_has_the_picture_in_the_colours_of_paper(browser: Browser, written: dict[str, Path]) -> None:
    """Printing draws the picture anew as lines, light even where the screen is dark."""
    with opened(browser, written["sample"], color_scheme="dark") as picture:
        picture.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert picture.locator("#paper svg rect").first.get_attribute("fill") == "#f6f5f1"
        picture.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert picture.locator("#paper svg").count() == 0
        assert len(picture.pdf()) > 20_000


def test_a_double_click_shows_what_is_around(browser: Browser, written: dict[str, Path]) -> None:
    """As the button on the card does."""
    with opened(browser, written["sample"]) as picture:
        spot = picture.evaluate(
            """(() => { const box = scene.byId.get("t0"); look(box.x, box.y, 1, false);
            const at = network.canvasToDOM({ x: box.x, y: box.y });
            const frame = byId("picture").getBoundingClientRect(); return [at.x + frame.left, at.y + frame.top]; })()"""
        )
        picture.mouse.dblclick(*spot)
        picture.wait_for_timeout(400)
        assert picture.evaluate("state.view.around") == 0


def test_a_notebook_shows_the_picture(browser: Browser, tmp_path: Path) -> None:
    """In a frame that reaches nothing outside it, and works there."""
    frame = Picture(sample_page())._repr_html_()
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!DOCTYPE html><meta charset=utf-8>{frame}", "utf-8")
    own = browser.new_context().new_page()
    wrong: list[str] = []
    own.on("pageerror", lambda error: wrong.append(str(error)))
    own.goto(notebook.as_uri())
    inside = own.frame_locator("iframe")
    inside.locator("html[data-ready]").wait_for(state="attached")
    inside.locator("[data-lang=en]").click()
    inside.locator("[data-mode=list]").click()
    inside.locator("#list-rows button").first.click()
    assert inside.locator("#card h2").inner_text()
    own.context.close()
    assert wrong == []


def test_timeline_can_be_sifted(browser: Browser, written: dict[str, Path]) -> None:
    """By class and by name, in every language; a year without anything goes."""
    with opened(browser, written["timeline"]) as reading:
        all_events = reading.locator(".event:visible").count()
        assert all_events >= 8
        reading.click("[data-lang=en]")
        assert reading.locator("h1").inner_text() == "What was when"
        reading.click("[data-filter=Meeting]")
        assert reading.locator(".event:visible[data-kind=Meeting]").count() == 0
        reading.click("[data-filter=Meeting]")
        reading.fill("#search", "saparov")
        assert 0 < reading.locator(".event:visible").count() < all_events
        reading.fill("#search", "zzzz")
        assert reading.locator("#none").is_visible()
        assert reading.locator(".year:visible").count() == 0


def test_a_cell_of_the_matrix_leads_to_the_meetings(browser: Browser, written: dict[str, Path]) -> None:
    """A click opens the list of what the number counts."""
    with opened(browser, written["matrix"], viewport=NARROW) as reading:
        cell = reading.locator(".matrix a").first
        count = int(cell.inner_text())
        cell.click()
        assert reading.locator(".pairs details[open] li").count() == count
        assert reading.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
