"""From bytes to text, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.read.decode import decode

KAZAKH = "Бүгін ауыл кітапханасында «Қазына» оқырмандар кеші өтті – оған мектеп оқушылары мен ұстаздары қатысты.\n"
RUSSIAN = "Сегодня в сельской библиотеке прошёл вечер читателей «Клад» – в нём участвовали школьники и учителя № 5.\n"
ENGLISH = "The readers’ evening was held in the village library today – pupils and teachers took part in it.\n"


@pytest.mark.parametrize("text", [KAZAKH, RUSSIAN, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode(text: str, encoding: str) -> None:
    """UTF-8 with and without a mark, UTF-16 and UTF-32 with one."""
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_both_orders_of_utf_16(order: str) -> None:
    """The mark says which byte comes first."""
    assert decode(("\ufeff" + KAZAKH).encode(order), "a.txt") == KAZAKH


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "kz1048"), (KAZAKH, "kz1048"), (ENGLISH, "cp1252")]
)
def test_single_bytes(text: str, encoding: str) -> None:
    """Windows-1251, its Kazakh brother KZ-1048, and Windows-1252 for English."""
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_other_encodings_are_refused(encoding: str) -> None:
    """An encoding that is not known for certain is refused with a remedy, never guessed."""
    with pytest.raises(KgError, match=r"^a\.txt is neither UTF-8 nor Windows-1251.*; save it as UTF-8$"):
        decode(RUSSIAN.replace("№", "N").replace("–", "-").encode(encoding, "replace"), "a.txt")


@pytest.mark.parametrize("wrong", ["cp1251", "cp1252", "latin-1"])
def test_text_that_was_spoilt_before_is_refused(wrong: str) -> None:
    """UTF-8 that was once decoded as something else and saved is no text to read."""
    spoilt = KAZAKH.encode("utf-8").decode(wrong, "replace").encode("utf-8")
    with pytest.raises(KgError, match="decoded wrongly"):
        decode(spoilt, "a.txt")


def test_utf_8_cut_in_the_middle_of_a_letter() -> None:
    """A damaged UTF-8 file is not taken for Windows-1251."""
    with pytest.raises(KgError, match="save it as UTF-8"):
        decode(KAZAKH.encode("utf-8") + "қ".encode()[:1], "a.txt")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"abc\x00def", "binary"),
        ("\ufeffa\x00b".encode("utf-16-le"), "binary"),
    ],
)
def test_binary_files(data: bytes, word: str) -> None:
    """Files that are no text are called what they are."""
    with pytest.raises(KgError, match=word):
        decode(data, "a.txt")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_files(data: bytes) -> None:
    """A file with nothing but blanks or a mark is empty."""
    with pytest.raises(KgError, match=r"a\.txt is empty"):
        decode(data, "a.txt")


def test_half_a_letter_in_utf_16() -> None:
    """UTF-16 that ends in the middle of a letter says at which byte."""
    with pytest.raises(KgError, match="UTF-16"):
        decode(KAZAKH.encode("utf-16")[:-1], "a.txt")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines(newline: str) -> None:
    """Each kind of newline becomes one character, so that offsets are the same everywhere."""
    assert decode(f"бір{newline}екі{newline}".encode(), "a.txt") == "бір\nекі\n"


def test_words_that_mix_capitals() -> None:
    """Names such as iKomek, eGov, ТюркПА and A-WEB are no sign of a wrong decoding."""
    text = "ТюркПА мен КазАТК iKomek, eGov және A-WEB туралы айтты."
    assert decode(text.encode(), "a.txt") == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """Whatever the bytes, they are a text or one sentence says why not."""
    try:
        said = decode(data, "a.txt").strip()
    except KgError as error:
        said = str(error) if str(error).startswith("a.txt ") else ""
    assert said
