"""What each line of an announcement is for: date, image, title, paragraph or footer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.read.dateline import (
    DateLine,
    date_among_words,
    date_line,
    date_of_today,
    dated_heading,
    opening_date,
)
from kg.read.words import words
from kg.records import Line

# Lengths are bounded so that a line of a million "![" costs no more than one of a million letters.
_IMAGE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,1000}\)|<img\b[^>]{0,1000}>", re.IGNORECASE)
# [Фото: МИД РК], [изображение]: what stands for a picture that is not there.
_PICTURE = re.compile(r"\[(?:фото|изображение|сурет|photo|image|picture)\b[^\[\]]{0,120}\]\Z", re.IGNORECASE)
_EDGES = " \t|\u00a0\u200b\ufeff\x0b\x0c"
_HEADING = re.compile(r"#{1,6}\s+")
_LONGEST_TITLE = 300
_LONGEST_LOWER_TITLE = 150
_LONGEST_FOOTER = 140
_SENTENCE_ENDS = re.compile(r"[.!?…»”\"]\s*\Z")
_GOES_ON = re.compile(r"[.!?…:;,]\s*\Z")
# Words in small letters behind a year and a comma, up to the end of a sentence.
_SAYS_MORE = re.compile(r"(?:19|20)\d\d(?:\s*(?:г\.|года|ж\.|жылы))?,\s+[a-zа-яёәғқңөұүһі][^\n]{10,}[^\W\d_]{3}[.!?]\Z")
_TITLE_LINES = 3
_DATES_NEAR_BOTTOM = 3
_DATES_NEAR_TOP = 5  # lines: a date further down belongs to the story


def layout(text: str) -> tuple[Line, ...]:
    """Return the lines of an announcement that hold anything, each with its kind; offsets leave out blank edges."""
    spans = list(_spans(text))
    kinds = [_shape(text[start:end], number) for number, (start, end) in enumerate(spans)]
    _mark_title(text, spans, kinds)
    _mark_footers(text, spans, kinds)
    return tuple(Line(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True))


def date_lines(text: str, lines: tuple[Line, ...]) -> list[DateLine]:
    """Return the dates of the lines that are date lines, in the order of the text.

    Where there is none, the date that a heading bears beside other words, or that the story opens with.
    """
    found = [date for line in lines if line.kind == "date" if (date := date_line(text[line.start : line.end]))]
    top = [text[line.start : line.end] for line in lines[:_DATES_NEAR_TOP] if line.kind in ("title", "paragraph")]
    beside = found or [date for line in top if (date := dated_heading(line) or opening_date(line))]
    if beside:
        return found or beside[:1]
    story = [line for line in lines if line.kind in ("title", "paragraph", "footer")]
    bottom = (
        [text[line.start : line.end] for line in story[-_DATES_NEAR_BOTTOM:]] if len(story) > _DATES_NEAR_BOTTOM else []
    )
    bottom = [line for line in bottom if not _goes_on_behind_its_day(line)]
    among = [date for line in top if (date := date_among_words(line))]
    among = among or [
        date for line in reversed(bottom) if (date := dated_heading(line) or date_among_words(line, last=True))
    ]
    among = among or [date for line in top if (date := date_of_today(line))]
    return among[:1]


def _goes_on_behind_its_day(line: str) -> bool:
    """Tell whether a line is a sentence of the story: The next one is on 20 October 2022, the town is not known."""
    return _SAYS_MORE.search(line) is not None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for raw in text.split("\n"):
        left = raw.lstrip(_EDGES)
        body = left.rstrip(_EDGES)
        if body:
            at = start + len(raw) - len(left)
            yield at, at + len(body)
        start += len(raw) + 1


def _shape(line: str, number: int) -> str:
    if line.startswith(("!", "<")) and not _IMAGE.sub("", line).strip(_EDGES):
        return "image"
    if _PICTURE.match(line):
        return "image"
    return "date" if number < _DATES_NEAR_TOP and date_line(line) else "paragraph"


def _mark_title(text: str, spans: list[tuple[int, int]], kinds: list[str]) -> None:
    """Call the first paragraph a title if it looks like one and something follows it, and headings right under it."""
    paragraphs = [number for number, kind in enumerate(kinds) if kind == "paragraph"]
    if len(paragraphs) < 2:
        return
    first = paragraphs[0]
    start, end = spans[first]
    title = text[start:end]
    if len(title) > _LONGEST_TITLE or (title.endswith(".") and len(title) > _LONGEST_TITLE // 2):
        return
    kinds[first] = "title"
    if heading := _HEADING.match(title):
        spans[first] = (start + heading.end(), end)
    for number in paragraphs[1 : min(_TITLE_LINES, len(paragraphs) - 1)]:
        if number > first + _TITLE_LINES or not _is_heading(text[slice(*spans[number])]):
            return
        kinds[number] = "title"


def _is_heading(line: str) -> bool:
    """Tell whether a line under the first title is one too: the headline under the name of who publishes it."""
    return len(line) <= _LONGEST_LOWER_TITLE and line[0].isalnum() and not _GOES_ON.search(line)


def _mark_footers(text: str, spans: list[tuple[int, int]], kinds: list[str]) -> None:
    """Call the last lines footers, upwards as long as they look like it."""
    for number in reversed(range(len(spans))):
        start, end = spans[number]
        if kinds[number] == "paragraph" and date_line(text[start:end]):
            kinds[number] = "date"
        elif kinds[number] == "paragraph" and _is_footer(text[start:end]):
            kinds[number] = "footer"
        elif kinds[number] != "image":
            return


def _is_footer(line: str) -> bool:
    low = line.lower()
    if len(line) > _LONGEST_FOOTER:
        return False
    if any(_begins(low, word) for word in words("footer_starts")):
        return True
    sentence = len(line) > 60 and _SENTENCE_ENDS.search(line)
    return not sentence and any(word in low for word in words("footer_parts"))


def _begins(line: str, word: str) -> bool:
    """Whether a line begins with a whole word: "тел" in "Тел.: …", not in "Телеарна …"."""
    return line.startswith(word) and (word.endswith(" ") or not line[len(word) : len(word) + 1].isalpha())
