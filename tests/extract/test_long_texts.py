"""However long a text is and however it is written, reading it takes time in proportion to its length."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, product
from time import process_time

import pytest

from kg.extract import extract
from kg.read import read_text

SENTENCES = {
    "kk": "{given} {surname} «{body}» қорының директоры болып тағайындалды, ол {letters} төрағасымен кездесті. ",
    "ru": "{given} {surname} назначен директором фонда «{body}», ранее он встретился с председателем {letters}. ",
    "en": "{given} {surname} was appointed director of the {body} Foundation and then met the chair of {letters}. ",
}
SHAPES: dict[str, Callable[[str], str]] = {
    "as usual": str,
    "all capitals": str.upper,
    "no punctuation": lambda text: text.translate(str.maketrans("", "", ".,«»")),
    "no spaces after full stops": lambda text: text.replace(". ", "."),
}
SYLLABLES = {"kk": ("ба", "дер", "ли", "сан", "ту", "мек", "ра"), "en": ("ba", "der", "li", "san", "tu", "mek", "ra")}


def _text(lang: str, length: int) -> str:
    """Return a text of that length in which everybody and every body is another."""
    syllables = SYLLABLES.get(lang, SYLLABLES["kk"])
    words = ("".join(found).capitalize() for size in count(3) for found in product(syllables, repeat=size))
    text = ""
    while len(text) < length:
        given, surname, body, letters = (next(words) for _ in range(4))
        text += SENTENCES[lang].format(given=given, surname=surname, body=body, letters=letters[:5].upper())
    return text[:length]


def _seconds(text: str, lang: str) -> float:
    announcement = read_text(text, id="a", lang=lang)
    before = process_time()
    extract(announcement)
    return process_time() - before


@pytest.mark.parametrize("lang", sorted(SENTENCES))
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_length(lang: str, shape: str) -> None:
    """Four times the text, all in one line and full of names, takes about four times the time, not sixteen."""
    text = SHAPES[shape](_text(lang, 16_000))
    _seconds(text, lang)  # dictionaries are loaded, word forms remembered
    short, long = (min(_seconds(text[:length], lang) for _ in range(2)) for length in (4_000, 16_000))
    assert long < 9 * short
