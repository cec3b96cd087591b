"""Lists whose items semicolons part: the guests included Minister X; Y, who chairs the union; and Z of the fund.

The sentence is cut at each semicolon at first; an item without a verb of its own belongs to the clause before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lang.en.tagging import tag
from kg.lang.tokens import Token, tokens
from kg.records import Span

_VERBS = frozenset({"V", "A", "M"})


def joined_lists(text: str, spans: Iterable[Span], *, title: bool) -> list[Span]:
    """Return the sentences of a line, items of a list joined to the sentence that begins it."""
    found: list[Span] = []
    for span in spans:
        before = found[-1] if found else None
        if before is not None and text[before.start : before.end].endswith(";") and _an_item(text, span, title=title):
            found[-1] = Span(before.start, span.end)
        else:
            found.append(span)
    return found


def _an_item(text: str, span: Span, *, title: bool) -> bool:
    """Tell whether words behind a semicolon name someone or something, with no verb but behind who or which."""
    cut = tokens(text, span.start, span.end)
    begin = 1 if cut and cut[0].text.lower() in ("and", "as") else 0
    if begin >= len(cut) or not (cut[begin].capital or cut[begin].text.lower() == "the"):
        return False
    return not _has_a_verb(cut, tag(cut, title))


def _has_a_verb(cut: list[Token], tags: list[str]) -> bool:
    relative = False
    for token, tag_ in zip(cut, tags, strict=True):
        if tag_ == "W" or token.text.lower() in ("who", "which"):
            relative = True
        elif token.text in (",", ";"):
            relative = False
        elif tag_ in _VERBS and not relative:
            return True
    return False
