"""From bytes to text: UTF-8 first, then what else it can only be; a refusal rather than a guess."""

from __future__ import annotations

import codecs
import re

from kg.errors import KgError
from kg.lang.detect import detect

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that people give by mistake, and what the file is.
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
)
# KZ-1048 is Windows-1251 with Kazakh letters in the places of Serbian and Ukrainian ones; Windows-1252 is for English.
_SINGLE_BYTE = ("kz1048", "cp1251", "cp1252")
_MISTAKEN_FOR = ("cp1251", "cp1252", "latin-1")  # what UTF-8 is read as by mistake
_KAZAKH_BYTES_ONLY = frozenset("қҚұҰәӘңҢ")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LOOKED_AT = 40_000


def decode(data: bytes, source: str) -> str:
    r"""Return the text of a file, its newlines as "\n" and without a byte order mark.

    Raises KgError, naming ``source``, for binary files and for encodings that aren't UTF-8, UTF-16 with its mark,
    Windows-1251 or KZ-1048.
    """
    marked = _marked(data, source)
    text = _plain(data, source) if marked is None else marked
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise KgError(f"{source} is empty; give a file with the text of an announcement")
    if "\0" in text:
        raise KgError(f"{source} is a binary file, not a text; give the announcement as a .txt file")
    if _spoilt(text):
        raise KgError(f"{source} holds text that was decoded wrongly before it was saved; save it anew as UTF-8")
    return text


def _marked(data: bytes, source: str) -> str | None:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise KgError(
            f"{source} begins as {encoding.upper()} does, but its byte {error.start} is not; save it as UTF-8"
        ) from None


def _plain(data: bytes, source: str) -> str:
    kind = next((name for magic, name in _BINARY if data.startswith(magic)), "a binary file" if b"\0" in data else None)
    if kind:
        raise KgError(f"{source} is {kind}, not a text; save the announcement as a .txt file in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(data, source)


def _single_byte(data: bytes, source: str) -> str:
    for encoding in _SINGLE_BYTE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "kz1048" and not _KAZAKH_BYTES_ONLY & set(text):
            continue
        if _plausible(text):
            return text
    raise KgError(f"{source} is neither UTF-8 nor Windows-1251{_looks_like(data)}; save it as UTF-8")


def _plausible(text: str) -> bool:
    """Whether a decoding makes sense: words of one script, capitals only in front, a language that we know."""
    return not _CONTROL.search(text) and _misread(text) <= 0.05 and detect(text) in ("kk", "ru", "en")


def _misread(text: str) -> float:
    """Return the share of words that no writer writes: Cyrillic and Latin in one, or capitals after small letters."""
    words = _WORD.findall(text[:_LOOKED_AT])
    wrong = sum(1 for word in words if _is_misread(word))
    return wrong / len(words) if words else 0.0


def _is_misread(word: str) -> bool:
    if _CYRILLIC.search(word) and _LATIN.search(word):
        return True
    return not word.isupper() and not word[1:].islower()


def _spoilt(text: str) -> bool:
    """Whether a text is UTF-8 that was once read as something else: „Бүгін“ as „Р‘ТЇРіС–РЅ“ or „ÐÒ¯Ð³ÑÐ½“.

    Such a text, turned back into the bytes that it was, is UTF-8 with half the letters; no other text is.
    """
    sample = text[:_LOOKED_AT]
    if sample.count("\ufffd") > len(sample) / 50:
        return True
    before = _foreign(sample)
    return before > len(sample) / 10 and any(_repairable(sample, before, wrong) for wrong in _MISTAKEN_FOR)


def _repairable(sample: str, before: int, wrong: str) -> bool:
    data = sample.encode(wrong, "ignore")
    repaired = data.decode("utf-8", "replace")
    whole = len(data) > 0.9 * len(sample) and repaired.count("\ufffd") < len(repaired) / 20
    return whole and 0 < _foreign(repaired) < 0.7 * before


def _foreign(text: str) -> int:
    """Count the characters that aren't ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _looks_like(data: bytes) -> str:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_LOOKED_AT]).best()
    return f" (it may be {best.encoding.upper().replace('_', '-')})" if best else ""
