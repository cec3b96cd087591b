"""Headlines in capitals, read as the text itself writes their words: NEW HEAD OF THE UNION ELECTED, A Museum Opens.

A line whose words all have capitals doesn't show which of them are names. The other lines do: a word takes the form
that it has there most often. One that stands nowhere else keeps its capital unless it can only be a common word. A
letterhead names the body that publishes, so all its words keep theirs: LEIDEN INSTITUTE OF COMPARATIVE LAW.
The spelling changes, never the length, so every offset stays that of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kg.gazetteer import load
from kg.lang.cues import cues
from kg.lang.en.morphology import closed_class, forms_of, verb_forms
from kg.publisher import letterhead
from kg.records import Announcement

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEAST = 3  # words in a line that can be called a headline in capitals
_MOST = 30
_LETTERS = 4  # at most, of an abbreviation
_VOWEL = re.compile("[aeiouy]")


def recased(announcement: Announcement) -> str:
    """Return the text with its headlines in capitals written as a sentence is."""
    text = announcement.text
    titles = [
        line
        for line in announcement.lines
        if line.kind in ("title", "paragraph") and _in_capitals(text[line.start : line.end], title=line.kind == "title")
    ]
    if not titles:
        return text
    taken = {(line.start, line.end) for line in titles}
    forms: dict[str, Counter[str]] = {}
    for line in announcement.lines:
        if line.kind in ("title", "paragraph") and (line.start, line.end) not in taken:
            _count(text[line.start : line.end], forms)
    parts, at = [], 0
    head = letterhead(announcement)
    for line in titles:
        words = text[line.start : line.end]
        spelled = _as_name(words, forms) if line is head and _names_a_body(words) else _spelled(words, forms)
        parts += [text[at : line.start], spelled]
        at = line.end
    return "".join([*parts, text[at:]])


def _names_a_body(line: str) -> bool:
    """Tell whether a line in capitals is the name of a body: its head is a kind of body, and no verb stands in it."""
    words = [word.lower() for word in _WORD.findall(line)]
    opening = words[: next((at for at, word in enumerate(words) if at and word in closed_class()), len(words))]
    verbs = {word for word in words if word in verb_forms() and word.endswith(("s", "ed"))}
    return line.isupper() and not verbs and any(w in cues("en").organizations for w in (opening[-1], *opening[:1]))


def _as_name(line: str, forms: dict[str, Counter[str]]) -> str:
    """Return a name in capitals as names are written; what nobody can say, or is known as letters, is letters: ICC."""

    def written(match: re.Match[str]) -> str:
        word, low = match.group(), match.group().lower()
        if low in closed_class() and match.start():
            return low if len(low) == len(word) else word
        short = len(word) <= _LETTERS and (not _VOWEL.search(low) or bool(load().find(word)))
        return word if short or word in forms.get(low, ()) or len(low) != len(word) else word.title()

    return _WORD.sub(written, line)


def _in_capitals(line: str, *, title: bool) -> bool:
    """Tell whether all words of a line are in capitals, or, in a title, begin with one (but for and, of, the)."""
    words = _WORD.findall(line)
    if not _LEAST <= len(words) <= _MOST:
        return False
    if line.isupper():
        return True
    content = [w for w in words if w.lower() not in closed_class()]
    return title and all(w[0].isupper() for w in content) and any(map(_finite, words[1:]))


@lru_cache(maxsize=8_192)
def _finite(word: str) -> bool:
    """Tell whether a word may be the verb of a headline: Opens, Open, Elected."""
    return word.lower() in verb_forms() and not word.isupper()


def _count(line: str, forms: dict[str, Counter[str]]) -> None:
    opening = True
    for match in _WORD.finditer(line):
        word = match.group()
        if not opening:
            forms.setdefault(word.lower(), Counter())[word] += 1
        opening = line[match.end() : match.end() + 2] in (". ", "? ", "! ")


def _spelled(line: str, forms: dict[str, Counter[str]]) -> str:
    shouted = line.isupper()
    found = []
    at = 0
    for match in _WORD.finditer(line):
        word = match.group()
        found += [
            line[at : match.start()],
            _form(word, forms.get(word.lower()), shouted=shouted, first=not match.start()),
        ]
        at = match.end()
    return "".join([*found, line[at:]])


def _form(word: str, seen: Counter[str] | None, *, shouted: bool, first: bool) -> str:
    low = word.lower()
    if len(low) != len(word) or (first and not shouted):
        return word
    if seen:
        usual = max(seen, key=lambda form: (seen[form], form[0].isupper(), form))
        small = usual.islower() if shouted else all(form.islower() for form in seen)
    else:
        usual = word.title() if shouted and len(word) > 1 else word
        small = low in closed_class() or bool(forms_of(low) if shouted else low in verb_forms())
    found = low if small else usual if shouted else word
    return found[:1].upper() + found[1:] if first else found
