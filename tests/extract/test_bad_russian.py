"""Russian that is damaged: nothing fails, what is found is grounded, and time stays in step with the length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import extract
from tests.extract.read_cases import cases
from tests.extract.test_extract import assert_sound, read, unpunctuated

RUSSIAN = "\n".join(case.text for case in cases() if case.lang == "ru")
_LATIN = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
_KAZAKH = str.maketrans("ГКНОУгкноу", "ҒҚҢӨҰғқңөұ")
_SCANNED = str.maketrans("оОиИшпЗбл", "0Oнпш" + "n3" + "6л")


@pytest.mark.parametrize(
    "damage",
    [
        str.upper,
        str.lower,
        unpunctuated,
        lambda text: text.translate(_LATIN),
        lambda text: text.translate(_KAZAKH),
        lambda text: text.translate(_SCANNED),
        lambda text: text.replace(" ", "  ").replace("-", "-\n"),
        lambda text: text.replace("«", "„").replace("»", "“"),
        lambda text: text.replace("«", '"').replace("»", '"'),
        "\u00ad".join,
    ],
    ids=["capitals", "small", "unpunctuated", "latin", "kazakh", "scanned", "broken", "„“", '""', "hyphens"],
)
def test_damaged_text_gives_a_sound_extraction(damage: object) -> None:
    """Look-alike letters, Kazakh letters, misread ones, lost marks: less may be found, but nothing ungrounded."""
    assert callable(damage)
    assert_sound(extract(read(damage(RUSSIAN), "ru")))


@pytest.mark.parametrize(("opening", "closing"), [("„", "“"), ('"', '"'), ("“", "”")])
def test_quotes_of_any_shape_name_a_body(opening: str, closing: str) -> None:
    """A name may stand in quotes of any shape."""
    extraction = extract(read(f"Директор компании {opening}Вектор Плюс{closing} Мария Белкина уехала.", "ru"))
    names = {name.text for thing in extraction.things if thing.type == "Organization" for name in thing.names}
    assert any("Вектор Плюс" in name for name in names)
    assert any(claim.predicate == "org:role" for claim in extraction.claims)


def test_kazakh_letters_in_the_names_of_a_russian_text() -> None:
    """Names keep their Kazakh letters: Әсел Құрманғазиева is who holds the post."""
    extraction = extract(read("Директор Института лесного хозяйства Әсел Құрманғазиева открыла зал.", "ru"))
    people = [name.text for thing in extraction.things if thing.type == "Person" for name in thing.names]
    assert people == ["Әсел Құрманғазиева"]
    assert any(claim.predicate == "org:role" for claim in extraction.claims)


@given(st.lists(st.sampled_from([*RUSSIAN.split(), "(", "«", "»", "Ә.", "ГУЛАГ", "\u00ad", "•"]), max_size=60))
@settings(deadline=None, max_examples=60)
def test_any_salad_of_words_gives_a_sound_extraction(words: list[str]) -> None:
    """Whatever the order of words and marks, what is found is grounded in them."""
    assert_sound(extract(read(" ".join(words), "ru")))
