"""Kazakh morphology against tables that a linguist can edit, and what must hold for any form."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lang.kk.lexicon import lexicon
from kg.lang.kk.morphology import LONGEST, analyse, inflect, is_case, lemma_of, nominative
from kg.lang.kk.nouns import CASES, NUMBERS, POSSESSORS
from kg.lang.reading import Reading
from tests.lang.kk.golden import rows

FEATURES = ("case", "number", "possessor")
OF_VERBS = ("lemma", "verb_form", "tense", "mood", "polarity", "voice", "case", "possessor")


def _picked(reading: Reading, names: tuple[str, ...]) -> dict[str, str]:
    return {name: getattr(reading, name) for name in names}


def test_golden_tables_are_whole() -> None:
    """No table of cases has shrunk unnoticed."""
    counts = {name: len(rows(f"{name}.csv")) for name in ("nouns", "among", "verbs", "mixed", "refused", "inflected")}
    assert counts == {"nouns": 114, "among": 37, "verbs": 75, "mixed": 27, "refused": 23, "inflected": 27}


@pytest.mark.parametrize("case", rows("nouns.csv"), ids=lambda case: case["form"])
def test_noun(case: dict[str, str]) -> None:
    """The first reading of a noun or name has the right lemma, case, number, possessor and nominative."""
    form = case.pop("form")
    assert _picked(analyse(form)[0], ("lemma", *FEATURES, "nominative")) == case


@pytest.mark.parametrize("case", rows("among.csv"), ids=lambda case: f"{case['form']} {case['pos']} {case['case']}")
def test_ambiguity_is_kept(case: dict[str, str]) -> None:
    """A reading that is possible is among the readings."""
    form = case.pop("form")
    assert case in [_picked(reading, ("lemma", "pos", *FEATURES)) for reading in analyse(form)]


@pytest.mark.parametrize("case", rows("verbs.csv"), ids=lambda case: case["form"])
def test_verb(case: dict[str, str]) -> None:
    """The first verbal reading has the right lemma (the verbal noun), form, tense, mood, polarity and voice."""
    form = case.pop("form")
    verbal = next(reading for reading in analyse(form) if reading.verb_form)
    assert _picked(verbal, OF_VERBS) == case


@pytest.mark.parametrize("case", rows("mixed.csv"), ids=lambda case: case["form"])
def test_what_is_no_plain_word(case: dict[str, str]) -> None:
    """Abbreviations, Latin names and numbers are read with their endings, whatever the harmony."""
    form = case.pop("form")
    assert _picked(analyse(form)[0], ("lemma", "pos", *FEATURES)) == case


@pytest.mark.parametrize("case", rows("refused.csv"), ids=lambda case: case["form"])
def test_impossible_split_is_refused(case: dict[str, str]) -> None:
    """An ending that breaks harmony or assimilation is not split off."""
    assert case["lemma"] not in {reading.lemma for reading in analyse(case["form"])}


@pytest.mark.parametrize("case", rows("inflected.csv"), ids=lambda case: case["form"])
def test_inflect(case: dict[str, str]) -> None:
    """A noun is written with the ending that harmony and assimilation ask for."""
    assert inflect(case["lemma"], case["case"], case["number"], case["possessor"]) == case["form"]


NOUNS = sorted(word for word, parts in lexicon().nominals.items() if parts == ("NOUN",))
NAMES = sorted(lexicon().names.values())
# Known gaps: soft-sign names with a possessive, a year behind a hyphen, names that look like verbal nouns, and words
# some forms of which belong to another word (ешкімнен) or have become postpositions (жайында, жөнінде, сайын).
GAPS = {"Асель", "Брюссель", "Израиль", "Қазақстан-2050", "Айсұлу", "Сұлу", "ешкі", "жай", "жөн", "сай", "алд"}


@given(
    st.sampled_from([word for word in NOUNS + NAMES if word not in GAPS]),
    st.sampled_from(sorted(CASES)),
    st.sampled_from(sorted(NUMBERS)),
    st.sampled_from(sorted(POSSESSORS)),
)
@settings(max_examples=400, deadline=None)
def test_what_is_inflected_is_understood(lemma: str, case: str, number: str, possessor: str) -> None:
    """Analysis undoes inflection: the reading that was asked for is among those found."""
    form = inflect(lemma, case, number, possessor)
    readings = [_picked(reading, ("lemma", *FEATURES)) for reading in analyse(form)]
    assert {"lemma": lemma, "case": case, "number": number, "possessor": possessor} in readings


KAZAKH = st.text("аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАҚҰІ-’0159«»ABab", max_size=30)


@given(st.one_of(st.text(max_size=40), KAZAKH))
@settings(max_examples=600, deadline=None)
def test_any_string_is_read(form: str) -> None:
    """Every string has at least one reading and reading it never fails."""
    readings = analyse(form)
    assert readings
    assert all(isinstance(reading.lemma, str) and reading.pos for reading in readings)
    assert lemma_of(form) == readings[0].lemma
    assert isinstance(nominative(form), str)


@given(st.text("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАҚҰІ", min_size=1, max_size=30))
@settings(max_examples=300, deadline=None)
def test_nominative_begins_the_form(form: str) -> None:
    """The nominative of a word is how the form begins, up to the case ending."""
    for reading in analyse(form):
        if reading.pos in ("NOUN", "PROPN") and reading.case not in ("", "Nom"):
            assert form.startswith(reading.nominative)


def test_very_long_form_is_left_unread() -> None:
    """A paragraph without spaces costs nothing and is one unknown word."""
    form = "қазақстан" * 20_000
    assert len(form) > LONGEST
    assert analyse(form) == (Reading(form, "X", nominative=form),)


def test_latin_letters_in_a_kazakh_word_are_repaired() -> None:
    """Latin a, c, o in a Cyrillic word do not hide it."""
    assert analyse("кoмиccияcының")[0] == analyse("комиссиясының")[0]


@pytest.mark.parametrize(
    ("form", "lemma", "case"),
    [
        ("Казакстаннын", "Қазақстан", "Gen"),
        ("Республикасынын", "республика", "Gen"),
        ("кенесинде", "кеңес", "Loc"),
        ("ұйымынын", "ұйым", "Gen"),
        ("мушелери", "мүше", "Nom"),
    ],
)
def test_kazakh_in_russian_letters_is_understood(form: str, lemma: str, case: str) -> None:
    """A known word is found when its own Kazakh letters were replaced by Russian ones."""
    assert _picked(analyse(form)[0], ("lemma", "case")) == {"lemma": lemma, "case": case}


def test_capitals_are_read_as_words() -> None:
    """A headline in capitals is understood like ordinary text, and its nominative is in capitals."""
    assert nominative("МИНИСТРЛІГІНІҢ") == "МИНИСТРЛІГІ"
    assert _picked(analyse("МИНИСТРЛІГІНІҢ")[0], ("lemma", *FEATURES)) == {
        "lemma": "министрлік",
        "case": "Gen",
        "number": "Sing",
        "possessor": "3",
    }


def test_is_case() -> None:
    """A case is found in whichever reading has it."""
    assert is_case("Қазақстанның", "Gen")
    assert not is_case("Қазақстанның", "Dat")


def test_readings_do_not_depend_on_the_hash_seed() -> None:
    """The same form has the same readings in the same order in every process."""
    words = "басты отын Ерманды құқықтары жазды"
    program = f"from kg.lang.kk.morphology import analyse\nfor w in '{words}'.split(): print(analyse(w))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_lists_of_words_are_clean() -> None:
    """Each list is sorted, has no word twice and only Kazakh letters."""
    for word in (*lexicon().nominals, *lexicon().verbs):
        assert word == word.lower().strip()
        assert not any("a" <= letter <= "z" for letter in word), word
    assert len(lexicon().nominals) > 3000
    assert len(lexicon().verbs) > 900
