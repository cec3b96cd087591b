"""The page in a real Chromium, from a file, as a reader uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from kg.view.page import render
from tests.view.sample import HOSTILE, gaps_graph, hostile_graph, islands_graph, sample_graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
SAPAROV = "Нұрлан Сапаров"
A_WEB = "Дүниежүзілік сайлау органдары қауымдастығы"
COMMISSION = "Қазақстан Республикасының Орталық сайлау комиссиясы"
HIS_QUOTE = "Орталық сайлау комиссиясының Төрағасы Нұрлан Сапаров"


@dataclass
class Opened:
    """A page with what went wrong on it and what it asked for."""

    page: Page
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Write the pages once; return their file: addresses."""
    folder = tmp_path_factory.mktemp("pages")
    pages = {
        "sample": render(sample_graph(), "Сайлау хабарлары"),
        "hostile": render(hostile_graph(), HOSTILE[1]),
        "islands": render(islands_graph(), ""),
        "gaps": render(gaps_graph(), ""),
        "empty": render(nx.MultiDiGraph(), ""),
    }
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in pages}


def visit(browser: Browser, address: str, size: dict[str, int] = DESK, scheme: str = "light") -> Opened:
    """Open a page and write down its requests, console and errors."""
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    one = Opened(context.new_page())
    one.page.on("request", lambda request: one.asked.append(request.url))
    one.page.on("console", lambda message: one.wrong.append(f"{message.type}: {message.text}"))
    one.page.on("pageerror", lambda error: one.wrong.append(str(error)))
    one.page.on("dialog", lambda dialog: one.wrong.append(f"dialog {dialog.message}") or dialog.dismiss())
    one.page.goto(address)
    if one.page.locator("#picture").count():
        one.page.wait_for_selector("html[data-ready]", state="attached")
    return one


@pytest.fixture
def sample(browser: Browser, files: dict[str, str]) -> Iterator[Page]:
    """Open the sample on a desk; when done, nothing went wrong and no host was asked."""
    one = visit(browser, files["sample"])
    yield one.page
    one.page.context.close()
    assert one.wrong == []
    assert [url for url in one.asked if not url.startswith(("file:", "data:"))] == []


def show_all(page: Page) -> None:
    """Fit the picture into the window without waiting for the movement."""
    page.evaluate("fit(false)")
    page.wait_for_timeout(100)


def settled(page: Page) -> None:
    """Wait until the quotes of the card are unpacked."""
    page.evaluate("Promise.all([...document.querySelectorAll('#card *')].map((one) => one.ready))")


def point_of(page: Page, name: str) -> tuple[float, float]:
    """Return where on the screen a thing's shape is."""
    at = page.evaluate(
        """name => {
        const box = scene.boxes.find((one) => one.thing !== undefined && labelOf(one.thing, "kk") === name);
        const at = network.canvasToDOM(network.getPosition(box.id));
        const frame = byId("picture").getBoundingClientRect();
        return [at.x + frame.left, at.y + frame.top]; }""",
        name,
    )
    return at[0], at[1]


# Pairs of boxes in sight that overlap.
OVERLAPS = """() => { const found = []; const shown = scene.boxes.filter(boxShown);
    shown.forEach((a, number) => shown.slice(number + 1).forEach((b) => {
        if (a.x - a.left < b.x + b.right - 0.5 && b.x - b.left < a.x + a.right - 0.5 &&
            a.y - a.up < b.y + b.down - 0.5 && b.y - b.up < a.y + a.down - 0.5) found.push([a.id, b.id]); }));
    return found; }"""


@pytest.mark.parametrize(
    ("name", "size", "scheme"),
    [("sample", DESK, "light"), ("sample", PHONE, "dark"), ("hostile", PHONE, "light"), ("empty", DESK, "dark")],
)
def test_page_opens_quietly_without_any_host(
    browser: Browser, files: dict[str, str], name: str, size: dict[str, int], scheme: str
) -> None:
    """From a file: no request but the file, no console message, no error, no sideways scrolling, all is drawn."""
    one = visit(browser, files[name], size, scheme)
    if name != "empty":
        assert one.page.evaluate(OVERLAPS) == []
    assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    one.page.context.close()
    assert one.wrong == []
    assert one.asked == [files[name]]


def test_picture_is_painted_and_follows_the_theme(browser: Browser, files: dict[str, str]) -> None:
    """The canvas shows many colours, and other ones in the dark."""
    painted = []
    for scheme in ("light", "dark"):
        one = visit(browser, files["sample"], scheme=scheme)
        show_all(one.page)
        painted.append(one.page.evaluate(
            """() => { const canvas = document.querySelector("canvas");
            const bytes = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            const found = new Set();
            for (let at = 0; at < bytes.length; at += 4) {
              if (bytes[at + 3] === 255) found.add([bytes[at], bytes[at + 1], bytes[at + 2]].join());
            }
            return [...found]; }"""
        ))  # fmt: skip
        one.page.context.close()
    assert "176,80,42" in painted[0]  # people on a light page
    assert "232,148,108" in painted[1]  # people on a dark page
    assert "176,80,42" not in painted[1]


def test_click_on_a_thing_opens_its_card(sample: Page) -> None:
    """The card has the names, the kind, the post, the meetings with their dates and the words that say it."""
    show_all(sample)
    sample.mouse.click(*point_of(sample, SAPAROV))
    card = sample.locator("#card")
    assert card.locator("h2").inner_text() == SAPAROV
    settled(sample)
    text = card.inner_text()
    assert {"Тұлға", "Nurlan Saparov", "Н. Сапаров", "Төраға"} <= set(text.replace(" · ", "\n").split("\n"))
    assert HIS_QUOTE in text
    assert "2017 ж. 21 жел." in text.replace("\u202f", " ").replace("\xa0", " ")
    card.get_by_role("button", name=COMMISSION).click()
    assert card.locator("h2").inner_text() == COMMISSION
    sample.keyboard.press("Escape")
    assert not card.is_visible()


def test_click_on_a_relation_opens_the_words_that_say_it(sample: Page) -> None:
    """A click on the name of a post, or in the middle of a plain line, shows the quote and both ends."""
    show_all(sample)
    spots = sample.evaluate(
        """said => { const frame = byId("picture").getBoundingClientRect();
        const screen = (at) => { const p = network.canvasToDOM(at); return [p.x + frame.left, p.y + frame.top]; };
        const middle = (line) => { const [a, b] = [line.from, line.to].map((id) => network.getPosition(id));
          return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }; };
        return (async () => { let post = 0;
        while (!(await quotesOf(post)).some((quote) => quote.text === said)) post += 1;
        const candidates = scene.lines.filter((line) => !line.strong &&
          network.getEdgeAt(network.canvasToDOM(middle(line))) === line.id &&
          whatIsAt(network.canvasToDOM(middle(line)))?.tie === line.tie);
        let plain; let quote;
        for (plain of candidates) { [quote] = await quotesOf(plain.tie); if (quote) break; }
        return { post: screen(network.getPosition(`tag-r${post}`)), plain: screen(middle(plain)), said: quote.text };
        })(); }""",
        HIS_QUOTE,
    )
    sample.mouse.click(*spots["post"])
    settled(sample)
    text = sample.locator("#card").inner_text()
    assert text.startswith("Төраға")
    assert HIS_QUOTE in text
    assert SAPAROV in text
    sample.keyboard.press("Escape")
    sample.mouse.click(*spots["plain"])
    settled(sample)
    assert spots["said"] in sample.locator("#card").inner_text()


def test_tooltip_has_all_languages_and_quotes(sample: Page) -> None:
    """Pointing at a thing tells its name in three languages and the words that speak of it."""
    show_all(sample)
    sample.mouse.move(*point_of(sample, SAPAROV))
    sample.locator("#tip").wait_for()
    tip = sample.locator("#tip").inner_text()
    assert all(name in tip for name in (SAPAROV, "Нурлан Сапаров", "Nurlan Saparov", HIS_QUOTE))
    sample.mouse.move(5, 790)
    assert not sample.locator("#tip").is_visible()


def test_tooltip_is_silent_about_names_that_are_not_known(browser: Browser, files: dict[str, str]) -> None:
    """A name stands beside its own language only; in another language it stands first and once."""
    one = visit(browser, files["gaps"])
    shown = {}
    for lang in ("kk", "ru", "en"):
        one.page.click(f"[data-lang={lang}]")
        for iri in ("one", "two", "none"):
            one.page.evaluate("iri => showTip({ thing: graph.known.get(iri) }, 400, 300)", iri)
            shown[iri, lang] = one.page.locator("#tip .name").all_inner_texts()
    one.page.context.close()
    assert {key: [line.split("\n") for line in lines] for key, lines in shown.items()} == {
        ("one", "kk"): [["kk", "Су бірлестігі"]],
        ("one", "ru"): [["kk", "Су бірлестігі"]],
        ("one", "en"): [["kk", "Су бірлестігі"]],
        ("two", "kk"): [["kk", "Кеңес"], ["en", "Council"]],
        ("two", "ru"): [["kk", "Кеңес"], ["en", "Council"]],
        ("two", "en"): [["en", "Council"], ["kk", "Кеңес"]],
        ("none", "kk"): [["WWA"]],
        ("none", "ru"): [["WWA"]],
        ("none", "en"): [["WWA"]],
    }


@pytest.mark.parametrize("lang", ["kk", "en"])
def test_a_quote_has_one_pair_of_marks(browser: Browser, files: dict[str, str], lang: str) -> None:
    """A quote that brings its own marks gets none, in card, tooltip and list; another gets the language's."""
    one = visit(browser, files["gaps"])
    one.page.click(f"[data-lang={lang}]")
    one.page.evaluate("(async () => { go({ chosen: { tie: 0 } }); await showTip({ tie: 0 }, 9, 9); })()")
    settled(one.page)
    marks = one.page.evaluate(
        """() => { const found = [];
        for (const one of document.querySelectorAll("#card blockquote p, #tip blockquote p")) {
          const mark = (place) => getComputedStyle(one, place).content;
          found.push([one.textContent, mark("::before"), mark("::after")]);
        } return found; }"""
    )
    one.page.context.close()
    assert len(marks) == 4
    for text, before, after in marks:
        assert (before, after) == (("none", "none") if text.startswith("«") else ("open-quote", "close-quote"))


def test_legend_says_what_lines_and_signs_mean(sample: Page) -> None:
    """Each kind of line in the picture has a sample and words, in the language of the page."""
    sample.click("[data-lang=en]")
    sample.click("#key summary")
    key = sample.locator("#key li")
    assert key.all_inner_texts() == [
        "takes part",
        "a post or tie, as the line says",
        "belongs to the body at the arrow",
        "place or country",
        "doubtful: the words are not clear",
        "ties between groups; the thicker, the more",
        "+3\nrelations that lead out of the picture",
        "!\nannouncements differ",
        "Click a line for the words behind it",
    ]
    sample.keyboard.press("Escape")
    assert not sample.locator("#key .panel").is_visible()


def test_loose_things_stand_under_a_heading(sample: Page) -> None:
    """The canvas says why some things hang apart, until they are hidden."""
    texts = """() => { const texts = []; const canvas = CanvasRenderingContext2D.prototype;
        const real = canvas.fillText;
        canvas.fillText = function (text, ...rest) { texts.push(text); return real.call(this, text, ...rest); };
        fit(false); network.redraw();
        return new Promise((done) => setTimeout(() => { canvas.fillText = real; done(texts); }, 200)); }"""
    assert "Байланысы табылмаған" in sample.evaluate(texts)
    sample.evaluate("settings.looks.forEach((look) => state.hiddenKinds.add(look.kind)); filtersChanged()")
    assert "Байланысы табылмаған" not in sample.evaluate(texts)


def test_a_phone_starts_where_something_is(browser: Browser, files: dict[str, str]) -> None:
    """The first window shows nothing beside a drawing that is larger; a smaller one is in its middle."""
    one = visit(browser, files["islands"], PHONE)
    one.page.evaluate("fit(false, 0.62)")
    seen, sides = one.page.evaluate(
        """() => { const frame = byId("picture").getBoundingClientRect();
        const start = network.DOMtoCanvas({ x: 20, y: 20 }); const clear = clearPart();
        const end = network.DOMtoCanvas({ x: frame.width - 20, y: frame.height - 20 });
        return [[start.x, start.y, end.x, end.y], extent()]; }"""
    )
    one.page.context.close()
    assert sides["right"] - sides["left"] > seen[2] - seen[0]
    assert seen[0] >= sides["left"] - 1
    assert seen[2] <= sides["right"] + 1
    assert seen[1] + seen[3] == pytest.approx(sides["top"] + sides["bottom"], abs=2)  # not as high as the window


def test_search_finds_in_every_language(sample: Page) -> None:
    """A name in any language, in any case, or an acronym finds the thing; a click goes there and opens its card."""
    wanted = {
        "сапар": SAPAROV,
        "SAPAROV": SAPAROV,
        "нурлан": SAPAROV,
        "a-web": A_WEB,
        "Центральная изб": COMMISSION,
        "казакстан республикасынын": COMMISSION,
        "qazaqstan respublikasynyn": COMMISSION,
        "saparov": SAPAROV,
    }
    for typed, found in wanted.items():
        sample.fill("#search", typed)
        sample.locator("#found li", has_text=found).first.click()
        sample.locator("#card h2", has_text=found).wait_for()


def test_search_by_keys_alone(sample: Page) -> None:
    """Down, Enter and Escape are enough; what is not there is said not to be."""
    sample.fill("#search", "комисси")
    sample.locator("#found li").nth(2).wait_for()
    options = sample.locator("#found [role=option]").all_inner_texts()
    assert len(options) > 2
    sample.keyboard.press("ArrowDown")
    sample.keyboard.press("Enter")
    assert sample.locator("#card h2").inner_text() == options[1].split("\n")[0]
    sample.fill("#search", "жоқ нәрсе")
    sample.locator("#found", has_text="Ештеңе табылмады").wait_for()
    sample.keyboard.press("Escape")
    assert not sample.locator("#found").is_visible()


def test_legend_hides_and_shows_a_class(sample: Page) -> None:
    """A click takes a class and its lines out of the picture, another brings all back."""
    button = sample.locator("[data-filter=Meeting]")
    assert button.inner_text().split() == ["Кездесулер", "8"]
    count = "nodes.get().filter((node) => node.hidden && scene.byId.get(node.id).look?.kind === 'Meeting').length"
    lines = "new Set(edges.get().filter((edge) => edge.hidden).map((edge) => scene.lineById.get(edge.id).tie)).size"
    assert (sample.evaluate(count), sample.evaluate(lines)) == (0, 0)
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert sample.evaluate(count) == 8
    assert sample.evaluate(lines) == sum("/meeting/" in one for one, _ in sample_graph().edges()) > 30
    assert "without=Meeting" in sample.url
    sample.click("#show-all")
    assert (sample.evaluate(count), sample.evaluate(lines)) == (0, 0)


def test_language_switch_changes_everything(sample: Page) -> None:
    """Labels on the canvas, controls, card and list speak the language that was chosen."""
    sample.fill("#search", "сапаров")
    sample.keyboard.press("Enter")
    sample.locator("#card h2", has_text=SAPAROV).wait_for()
    sample.click("[data-lang=en]")
    assert sample.locator("#card h2").inner_text() == "Nurlan Saparov"
    assert "Chairman" in sample.locator("#card").inner_text()
    assert sample.locator("[data-filter=Person]").inner_text().split() == ["People", "16"]
    assert sample.locator("html").get_attribute("lang") == "en"
    assert sample.locator("#search").get_attribute("aria-label") == "Search by name"
    sample.click("#menu summary")
    assert "Made by Habar. Announcements: 12," in sample.locator("#menu").inner_text()
    sample.click("[data-mode=list]")
    table = sample.locator("#list table").inner_text()
    assert "Central Election Commission of the Republic of Kazakhstan" in table
    assert "Құрылтай" not in table
    written = sample.evaluate(
        """() => { const texts = []; const canvas = CanvasRenderingContext2D.prototype; const real = canvas.fillText;
        canvas.fillText = function (text, ...rest) { texts.push(text); return real.call(this, text, ...rest); };
        go({ chosen: null, mode: "picture" }); fit(false); network.redraw();
        return new Promise((done) => setTimeout(() => done(texts), 200)); }"""
    )
    assert "Nurlan Saparov" in written
    assert SAPAROV not in written


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_nothing_overlaps_in_any_language(browser: Browser, files: dict[str, str], lang: str) -> None:
    """Measured with the browser's own fonts, no text leaves its box and no box lies on another."""
    one = visit(browser, files["sample"])
    one.page.click(f"[data-lang={lang}]")
    assert one.page.evaluate(OVERLAPS) == []
    wide = one.page.evaluate(
        """(() => { const size = { tag: 12, pill: 14, box: 14 }; const weight = { tag: 500, calendar: 500 };
        const fits = (box) => (line) => widthOf(line, size[box.kind] ?? 13, weight[box.kind] ?? 600) <= box.width + 1;
        return scene.boxes.filter((box) => !box.lines.every(fits(box))).map((box) => box.lines); })()"""
    )
    one.page.context.close()
    assert wide == []


def test_everything_can_be_reached_by_keyboard(sample: Page) -> None:
    """Tab visits search, views, languages, menu, legend, picture, zoom buttons and time; keys move the picture."""
    visited = []
    for _ in range(34):
        sample.keyboard.press("Tab")
        visited.append(sample.evaluate(
            """(({ id, dataset, tagName }) => id || dataset.lang || dataset.filter || dataset.mode || tagName)
            (document.activeElement)"""
        ))  # fmt: skip
    wanted = "search picture list kk ru en SUMMARY Person Meeting zoom-in zoom-out fit play time-from time-to"
    assert set(wanted.split()) <= set(visited)
    sample.focus("#picture")
    before = sample.evaluate("[network.getViewPosition().x, network.getScale()]")
    sample.keyboard.press("ArrowRight")
    sample.keyboard.press("+")
    sample.wait_for_timeout(500)
    after = sample.evaluate("[network.getViewPosition().x, network.getScale()]")
    assert after[0] > before[0]
    assert after[1] > before[1]


def test_list_opens_cards(sample: Page) -> None:
    """A name in the list leads to its card and its place in the picture."""
    sample.click("[data-mode=list]")
    assert sample.locator("#list tbody tr").count() == 50
    assert sample.locator("#list-count").inner_text() == "нысан: 57"
    sample.select_option("#list-order", "name")
    names = sample.locator("#list tbody th").all_inner_texts()
    assert names == sample.evaluate("names => names.sort(new Intl.Collator('kk').compare)", names)
    sample.click("#list-after")
    assert sample.locator("#list tbody tr").count() == 7
    sample.select_option("#list-order", "ties")
    row = sample.locator("#list tbody tr", has=sample.get_by_role("button", name=SAPAROV, exact=True))
    row.locator("summary").first.click()
    row.get_by_text(HIS_QUOTE).first.wait_for()
    row.get_by_role("button", name=SAPAROV, exact=True).click()
    assert sample.locator("#card h2").inner_text() == SAPAROV
    assert sample.evaluate("document.activeElement.id") == "card-title"


def test_controls_have_names(sample: Page) -> None:
    """Every button and field has a name that a screen reader says."""
    nameless = sample.evaluate(
        """[...document.querySelectorAll("button, input, [role]")].filter((one) =>
        !(one.getAttribute("aria-label") || one.textContent.trim()) && !one.hidden).map((one) => one.outerHTML)"""
    )
    assert nameless == []


def test_list_can_be_read_without_scripts(browser: Browser, files: dict[str, str]) -> None:
    """With JavaScript off the list opens and says what the picture would."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(files["sample"])
    assert HIS_QUOTE in page.locator("noscript").inner_text()
    context.close()


def test_hostile_text_does_not_run(browser: Browser, files: dict[str, str]) -> None:
    """Every card, tooltip, search and language of the hostile graph shows text as text; nothing of it runs."""
    one = visit(browser, files["hostile"])
    page = one.page
    page.evaluate("""async () => {
        const ways = [["thing", graph.size], ["tie", graph.ties], ["announcement", graph.announcements.id.length]];
        for (const [kind, count] of ways) for (let number = 0; number < count; number += 1) {
            go({ chosen: { [kind]: number } });
            await Promise.all([...document.querySelectorAll("#card *")].map((one) => one.ready));
            if (kind !== "announcement") await showTip({ [kind]: number }, 10, 10);
        }
        for (let thing = 0; thing < graph.size; thing += 1) go({ view: { around: thing } });
        go({ view: { shelf: 0 }, mode: "list" });
        new XMLSerializer().serializeToString(svgPicture()); }""")
    for lang in ("ru", "en", "kk"):
        page.click(f"[data-lang={lang}]")
    page.fill("#search", "<script>window.hacked = 1")
    page.keyboard.press("Enter")
    page.locator("#card h2", has_text=HOSTILE[0]).wait_for()
    assert page.evaluate("window.hacked") is None
    assert page.locator("#card a, #card img, #card script, #tip script").count() == 0
    page.context.close()
    assert one.wrong == []
    assert one.asked == [files["hostile"]]


def test_dragging_keeps_the_name_of_a_post_between(sample: Page) -> None:
    """When a person is dragged, the name of the post follows."""
    show_all(sample)
    tag = """async said => { let post = 0;
        while (!(await quotesOf(post)).some((quote) => quote.text === said)) post += 1;
        return network.getPosition(`tag-r${post}`); }"""
    before = sample.evaluate(tag, HIS_QUOTE)
    x, y = point_of(sample, SAPAROV)
    sample.mouse.move(x, y)
    sample.mouse.down()
    sample.mouse.move(x - 60, y + 80, steps=5)
    sample.mouse.up()
    assert sample.evaluate(tag, HIS_QUOTE) != before


def test_card_stays_inside_a_phone(browser: Browser, files: dict[str, str]) -> None:
    """On a phone the card is a sheet at the bottom that leaves the picture in sight."""
    one = visit(browser, files["sample"], PHONE)
    one.page.fill("#search", "сапаров")
    one.page.keyboard.press("Enter")
    one.page.locator("#card").wait_for()
    frame = one.page.locator("#card").bounding_box()
    assert frame
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= 390
    assert 300 < frame["y"] < 844
    one.page.context.close()
