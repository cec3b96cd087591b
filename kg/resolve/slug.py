"""Readable names for IRIs: letters of Kazakh and Russian in Latin, as passports and maps write them."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80

# Kazakh letters by the transliteration in passports; Russian ones as in the same table; those of Uzbek, Tajik, Turkish.
_LETTERS = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ў": "o", "ҳ": "h", "ҷ": "j", "ӯ": "u", "ӣ": "i", "ҝ": "g", "ҹ": "j", "ı": "i",
}  # fmt: skip


def latin(text: str) -> str:
    """Return a text in plain Latin small letters; letters of other scripts stay as they are."""
    if text.isascii():
        return text.lower()
    written = "".join(_LETTERS.get(letter, letter) for letter in text.casefold())
    plain = unicodedata.normalize("NFKD", written).casefold()  # № becomes no
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def slug(text: str) -> str:
    """Return a text as a part of an IRI: Latin letters, digits and hyphens, at most LONGEST of them, never empty."""
    words = re.sub(r"[^\w]+", "-", latin(text)).strip("-_").replace("_", "-")
    short = words if len(words) <= LONGEST else words[:LONGEST].rpartition("-")[0] or words[:LONGEST]
    return short or "unnamed"
