"""What holds of every extraction, whatever the text: it comes back whole, the same, and true to the words."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.read import read_text
from kg.records import Announcement, Extraction
from tests.extract.read_cases import cases

ROOT = Path(__file__).parents[2]

# Words of the genre, so that what is thrown together often means something to the reader.
WORDS = sorted({word for case in cases() for word in case.text.split()})
SEPARATORS = [
    " ",
    " ",
    " ",
    "\n",
    " – ",
    ", ",
    ". ",
    "\t",
    "\u00a0",
    "\u200b",
    "\x00",
    "\r",
    "\u2028",
    "«",
    "» ",
    " (",
    ") ",
]
CASINGS: list[Callable[[str], str]] = [str, str, str.upper, str.lower, str.title, str.swapcase]

any_text = st.text(max_size=300)
mixed_scripts = st.text(alphabet="АаӘәҒғҚқІіЫыŞşAaWw٠٣ت文1238.«»()-–—\x00\x07\u00ad\u0301\U0001f600 \n", max_size=300)


@st.composite
def salads(draw: st.DrawFn) -> str:
    """Draw words of announcements in any order, with anything between them and in any case."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=40))
    pieces = [draw(st.sampled_from(CASINGS))(word) + draw(st.sampled_from(SEPARATORS)) for word in words]
    return "".join(pieces)

ACTORS = {"Person", "Organization", "Country"}
ACTED_BY = {"kg:participant", "kg:party", "org:member", "org:organization", "schema:organizer"}


def read(text: str, lang: str = "kk") -> Announcement:
    """Return a text as an announcement of a fixed day."""
    return replace(read_text(text, id="any", lang=lang), published="2021-03-05")


def assert_sound(extraction: Extraction) -> None:
    """Fail unless every quote is where it says, and every claim is about things that are there."""
    text = extraction.announcement.text
    keys = {thing.key: thing.type for thing in extraction.things}
    assert len(keys) == len(extraction.things)
    for mention in extraction.mentions:
        assert mention.text == text[mention.start : mention.end] != ""
        assert mention.thing in {*keys, ""}
        assert 0 < mention.confidence <= 1
    for claim in extraction.claims:
        assert claim.subject in keys
        assert not isinstance(claim.object, str) or claim.object in keys
        assert claim.said_by is None or keys[claim.said_by] in ACTORS
        assert claim.predicate not in ACTED_BY or keys[str(claim.object)] in ACTORS
        assert claim.evidence
        assert 0 < claim.confidence <= 1
        for span in claim.evidence:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()


@given(st.one_of(any_text, mixed_scripts, salads()))
@example("")
@example("\n\n\x00")
@example("2021 жылғы 4 наурызда")
@example("(((((«««««" * 50)
@example("төрағасы " * 60)
@example("Қ.Б. " * 60)
@settings(deadline=None, max_examples=150)
def test_any_text_gives_a_sound_extraction(text: str) -> None:
    """No text makes it fail, and whatever it finds is grounded in the words."""
    assert_sound(extract(read(text)))


def unpunctuated(text: str) -> str:
    """Return the letters, digits and spaces of a text."""
    return "".join(letter for letter in text if letter.isalnum() or letter == " ")


@pytest.mark.parametrize("change", [str.upper, str.lower, unpunctuated])
def test_cases_without_their_letter_case_or_punctuation(change: Callable[[str], str]) -> None:
    """A text in capitals, in small letters or without punctuation may give less, but nothing unsound."""
    assert_sound(extract(read(change(" ".join(case.text for case in cases())))))


def test_the_cases_themselves_are_sound() -> None:
    """Every golden case keeps to its words, and most say something."""
    extractions = [extract(read(case.text, case.lang)) for case in cases()]
    for extraction in extractions:
        assert_sound(extraction)
    assert sum(bool(extraction.claims) for extraction in extractions) > len(extractions) // 2


@given(salads())
@settings(deadline=None, max_examples=40)
def test_twice_the_same(text: str) -> None:
    """The second reading of a text equals the first: nothing is remembered between them."""
    announcement = read(text)
    assert extract(announcement) == extract(announcement)


DIGEST = """
from hashlib import sha256
from tests.extract.read_cases import cases
from tests.extract.test_extract import extract, read
print(sha256("".join(repr(extract(read(case.text, case.lang))) for case in cases()).encode()).hexdigest())
"""


def test_the_same_whatever_the_hash_seed() -> None:
    """Two fresh interpreters with different hash seeds extract the same from all cases."""
    answers = [_digest(seed) for seed in ("1", "2")]
    assert len(answers[0]) == 64
    assert answers[0] == answers[1]


def _digest(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", DIGEST], env=environment, cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("kk", "Жиын өтті\n2021 жылғы 31 ақпанда Сәуле Ниязова Дамир Кенжинмен кездесті.", "2021 жылғы 31 ақпанда"),
        ("ru", "Встреча\n31 февраля 2021 года Сауле Ниязова встретилась с Дамиром Кенжиным.", "31 февраля 2021 года"),
        ("en", "A meeting\nSaule Niyazova met Damir Kenzhin on 31 February 2021.", "31 February 2021"),
    ],
)
def test_a_day_that_cannot_be_is_reported(lang: str, text: str, words: str) -> None:
    """A day that the calendar does not have is named with its line, and no day is told from it."""
    extraction = extract(replace(read_text(text, id="a", lang=lang), published="2021-03-05"))
    assert extraction.notes == (f"line 2: “{words}” names a day that the calendar does not have",)
    assert "schema:startDate" not in {claim.predicate for claim in extraction.claims}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kk", "2019 жылғы 4 наурызда көрме ашылды. 6 наурызда Сәуле Ниязова Дамир Кенжинмен кездесті."),
        ("ru", "4 марта 2019 года открылась выставка. 6 марта Сауле Ниязова встретилась с Дамиром Кенжиным."),
        ("en", "The show opened on 4 March 2019. On 6 March Saule Niyazova met Damir Kenzhin."),
    ],
)
def test_the_first_full_day_tells_the_year(lang: str, text: str) -> None:
    """Where no day of publication is known, a day without a year is in the year of the first full one."""
    extraction = extract(replace(read_text(text, id="a", lang=lang), published=None))
    days = {c.object.value for c in extraction.claims if c.predicate == "schema:startDate" and c.subject[:4] == "meet"}
    assert days == {"2019-03-06"}
