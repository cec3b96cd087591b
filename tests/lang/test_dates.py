"""Dates in Kazakh, Russian and English text: golden cases, calendar, hostile input."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path
from time import process_time

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lang.date_words import BREAK, KINDS, WEAK, date_language
from kg.lang.dates import DateMention, datatype, dates_of_story, find_dates, impossible_dates
from kg.lang.en import dates as en
from kg.lang.kk import dates as kk
from kg.lang.ru import dates as ru

DATA = Path(__file__).parent / "data"
LANGUAGES = ("kk", "ru", "en")
FEWEST_CASES = 60


def cases(lang: str) -> list[tuple[str, str | None, str, str]]:
    """Return (language, published, text with brackets, meanings) of each line of a golden file."""
    lines = (DATA / f"dates-{lang}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    out = []
    for row in rows:
        published, _, rest = row.partition(" | ")
        marked, _, meanings = rest.rpartition("|")
        out.append((lang, None if published == "-" else published, marked.rstrip(), meanings.strip()))
    return out


GOLDEN = [case for lang in LANGUAGES for case in cases(lang)]


def meaning(mention: DateMention) -> str:
    """Spell a mention as the golden files do."""
    words = [mention.value + (f"/{mention.end_value}" if mention.end_value else "")]
    words += [mention.relation] if mention.relation != "on" else []
    words += ["relative"] if mention.kind == "relative" else []
    words += ["weekly"] if mention.weekly else []
    words += [mention.time] if mention.time else []
    return " ".join(words)


def bracketed(text: str, mentions: list[DateMention]) -> str:
    """Put brackets around the mentions in a text."""
    for mention in reversed(mentions):
        text = f"{text[: mention.start]}[{text[mention.start : mention.end]}]{text[mention.end :]}"
    return text


@pytest.mark.parametrize(("lang", "published", "marked", "meanings"), GOLDEN)
def test_golden_case(lang: str, published: str | None, marked: str, meanings: str) -> None:
    """The dates of a sentence stand where the brackets are and mean what the line says."""
    text = marked.replace("[", "").replace("]", "")
    mentions = find_dates(text, lang, published)
    assert (bracketed(text, mentions), " ; ".join(map(meaning, mentions))) == (marked, meanings)


def test_golden_cases_are_all_read() -> None:
    """Every language has its cases, so none was lost in reading the files."""
    assert all(len(cases(lang)) >= FEWEST_CASES for lang in LANGUAGES)


IMPOSSIBLE = {
    "kk": [
        ("Жиын 31 ақпанда өтеді", ["31 ақпанда"]),
        ("Жиын 2017 жылғы 29 ақпанда өтті", ["2017 жылғы 29 ақпанда"]),
        ("2016 жылғы 29 ақпанда өтті, 2017-02-30 мен 45.13.2017", ["2017-02-30", "45.13.2017"]),
        ("32 қаңтарда", ["32 қаңтарда"]),
    ],
    "ru": [("до 31 апреля 2020 года, 5 мая 2020 года", ["31 апреля 2020 года"])],
    "en": [("on February 30 and on 28 February", ["February 30"]), ("June 31, 2020", ["June 31, 2020"])],
}


@pytest.mark.parametrize(
    ("lang", "text", "words"), [(lang, *case) for lang, rows in IMPOSSIBLE.items() for case in rows]
)
def test_impossible_dates_are_reported_and_not_found(lang: str, text: str, words: list[str]) -> None:
    """A date that cannot be is reported with its place and is no DateMention."""
    reported = impossible_dates(text, lang)
    assert [text[start:end] for start, end, _ in reported] == words == [said for _, _, said in reported]
    spans = {(start, end) for start, end, _ in reported}
    assert not spans & {(mention.start, mention.end) for mention in find_dates(text, lang, "2020-01-01")}


def test_datatype_follows_exactness() -> None:
    """A value has the XSD type that its exactness allows."""
    assert [datatype(value) for value in ("2017-12-21", "2013-10", "2013")] == ["date", "gYearMonth", "gYear"]


def test_only_the_stretch_is_searched() -> None:
    """Dates outside the stretch are not found, and offsets refer to the whole text."""
    text = "21.12.2017 14:00 |\nОтырыс 2016 жылғы 5 мамырда өтті, 2013 жылы емес"
    (mention,) = find_dates(text, "kk", "2017-12-21", start=19, end=52)
    assert text[mention.start : mention.end] == "2016 жылғы 5 мамырда"


def test_a_line_break_ends_a_date() -> None:
    """The last word of one line and the first of the next make no date together."""
    assert [m.value for m in find_dates("в 2017\nгоду; 5\nмая", "ru", "2020-01-01")] == []


def test_unknown_language_has_no_dates() -> None:
    """A language without data has no dates rather than an error."""
    assert find_dates("5 mai 2020", "fr", None) == []
    assert impossible_dates("31 février", "fr") == []


def test_month_and_weekday_names_are_those_of_cldr() -> None:
    """The names in our data are not stale."""
    for lang, module in (("kk", kk), ("ru", ru), ("en", en)):
        names = Locale.parse(lang)
        months, days = names.months["stand-alone"]["wide"], names.days["stand-alone"]["wide"]
        short = names.months["format"]["abbreviated"]
        assert module.MONTHS.split() == [months[n].lower() for n in range(1, 13)]
        assert module.WEEKDAYS.split() == [days[n].lower() for n in range(7)]
        assert module.ABBREVIATED.split() == [short[n].lower().rstrip(".") for n in range(1, 13)]
    genitive = Locale.parse("ru").months["format"]["wide"]
    assert ru.GENITIVE.split() == [genitive[n] for n in range(1, 13)]


def test_kinds_have_letters_of_their_own() -> None:
    """No two kinds of words share a letter, or rules would confuse them."""
    assert len(set(KINDS.values())) == len(KINDS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rules_have_names_of_their_own(lang: str) -> None:
    """Each rule of a language can be told by its name."""
    language = date_language(lang)
    assert language is not None
    names = [name for name, _ in language.data.rules]
    assert len(set(names)) == len(names)


WORDS_OF_DATES = (
    "2017 жылғы 21 желтоқсанда жылдан қазан айынан бастап дейін сол күні келесі осы аптада бүгін - – , . 31 ақпан 9999 "
    "18-20 с по 30 января февраля году т.г. тот же день квартале II в May 5 21st since to the of next week last 12:30 "
    'a.m. 21.12.2017 2024/2025 « » " № ( ) көшесі бір мың екінші оқу 0 00 İ ß\u00a0\n'
)
WORDS = st.sampled_from(WORDS_OF_DATES.split(" "))
RUNS = st.lists(WORDS, max_size=30)
TEXTS = st.one_of(st.text(max_size=80), RUNS.map(" ".join), RUNS.map("".join))
DAYS = st.one_of(st.none(), st.dates().map(date.isoformat), st.just("2017-02-30"), st.text(max_size=12))


@settings(deadline=None)
@given(text=TEXTS, lang=st.sampled_from(LANGUAGES), published=DAYS, at=st.integers(-5, 90), end=st.integers(-5, 90))
def test_any_text_gives_ordered_true_dates(text: str, lang: str, published: str | None, at: int, end: int) -> None:
    """Whatever the text, mentions stand in order inside the stretch, do not overlap, and are days that exist."""
    for mentions, first, last in (
        (find_dates(text, lang, published), 0, len(text)),
        (find_dates(text, lang, published, at, end), max(at, 0), len(text)),
    ):
        place = first
        for mention in mentions:
            assert place <= mention.start < mention.end <= last
            place = mention.end
            for value in filter(None, (mention.value, mention.end_value)):
                date.fromisoformat(value + "-01-01"[: 10 - len(value)] if len(value) == 4 else (value + "-01")[:10])
                assert len(value) == len(mention.value)
            assert mention.end_value is None or mention.value <= mention.end_value
    for start, stop, words in impossible_dates(text, lang):
        assert text[start:stop] == words


# What could make a careless expression slow.
HOSTILE = ("1", "1.", "1 ", "1-", "1, ", "5 и ", "с 5 по ", "2013 ", "5-7 қараша - ", '"', "«", "\u00a0", "May 5 ")


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_time_grows_with_length_only(lang: str, unit: str) -> None:
    """Twice the text takes about twice the time, not four times: no expression backtracks without end."""
    find_dates("2013", lang, "2020-01-01")
    short, long = (_seconds(unit * (size // len(unit)), lang) for size in (25_000, 100_000))
    assert long < 12 * short + 0.5


def _seconds(text: str, lang: str) -> float:
    """Return the better of two times: a busy machine may make one of them much longer."""
    times = []
    for _ in range(2):
        began = process_time()
        find_dates(text, lang, "2020-01-01")
        times.append(process_time() - began)
    return min(times)


def test_a_bare_weekday_may_be_past_or_to_come() -> None:
    """A story's bare weekdays come with both days, and only when asked for; that of today is certain."""
    text = "В среду прошла встреча, в пятницу открыли выставку."
    told = dates_of_story(text, "ru", "2021-03-05", weekdays=True)
    assert [(d.value, d.coming) for d in told] == [("2021-03-03", "2021-03-10"), ("2021-03-05", None)]
    assert [d.value for d in dates_of_story(text, "ru", "2021-03-05")] == ["2021-03-05"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_small_words_alone_are_no_date(lang: str) -> None:
    """No rule holds for small words only, so those beside no other word of a date need not be looked at."""
    language = date_language(lang)
    assert language is not None
    signs = (*sorted(WEAK), BREAK)
    held = ["".join(run) for length in range(1, 5) for run in product(signs, repeat=length)]
    assert [run for run in held if language.grammar.search(run)] == []
