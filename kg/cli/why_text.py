"""What `kg why` prints for people: facts one below the other, each with its quotes in their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kg.cli.terminal import harmless
from kg.ontology import label
from kg.query.display import readable, short

if TYPE_CHECKING:
    from kg.query.titles import Titles
    from kg.query.why import Fact, Told, Why

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_WIDEST = 120


def text(found: Why, titles: Titles, lang: str, *, few: int | None, width: int | None) -> str:
    """Return the answer; with a ``width`` lines are wrapped to fit a terminal and quotes stand in bold.

    Without one each sentence is one line and its quote stands in brackets. ``few`` is how many quotes of a fact are
    shown, None for all.
    """
    page = _Page(lang, few, width)
    lines = [
        *page.head(found),
        *page.reasons(found.reasons),
        *page.facts([fact for fact in found.facts if not fact.naming], titles),
        *page.naming([fact for fact in found.facts if fact.naming]),
    ]
    return "".join(f"{line}\n" for line in lines)


class _Page:
    """How to write each part, in one language and width."""

    def __init__(self, lang: str, few: int | None, width: int | None) -> None:
        self._lang, self._few = lang, few
        self._width = min(width, _WIDEST) if width else None

    def head(self, found: Why) -> Iterator[str]:
        """Yield what the thing is and is called."""
        kind = label(found.kind, self._lang) if found.kind else ""
        named = found.names.get(self._lang) or next(iter(found.names.values()), "")
        yield self._bold(" · ".join(part for part in (readable(named), kind, short(found.iri)) if part))
        others = [f"{lang}: {readable(text)}" for lang, text in found.names.items() if text != named]
        if others:
            yield "  " + " · ".join(others)

    def reasons(self, reasons: Sequence[str]) -> Iterator[str]:
        """Yield why several names and announcements were taken to speak of one thing."""
        if reasons:
            yield ""
            yield self._bold("Taken to be one because")
            shown = reasons[: self._few] if self._few else reasons
            yield from (f"  {readable(reason)}" for reason in shown)
            yield from self._rest(len(reasons) - len(shown), "reason")

    def facts(self, facts: Sequence[Fact], titles: Titles) -> Iterator[str]:
        """Yield the facts, those about one thing together."""
        for subject, about in groupby(facts, lambda fact: fact.triple[0]):
            yield ""
            iri = getattr(subject, "value", str(subject))
            yield self._bold(f"{titles.of(subject, self._lang)}") + f"  {self._dim(short(iri))}"
            for fact in about:
                predicate = label(getattr(fact.triple[1], "value", ""), self._lang)
                said = "" if fact.modality == "asserted" else f"({fact.modality}) "
                yield f"  {said}{predicate}: {titles.of(fact.triple[2], self._lang)}"
                yield from self._quotes(fact.told)

    def naming(self, facts: Sequence[Fact]) -> Iterator[str]:
        """Yield the forms under which announcements name the thing."""
        if facts:
            yield ""
            yield self._bold("Named")
        for fact in facts:
            name = fact.triple[2]
            yield f"  {readable(getattr(name, 'value', ''))} ({getattr(name, 'language', '') or '-'})"
            yield from self._quotes(fact.told)

    def _quotes(self, told: Sequence[Told]) -> Iterator[str]:
        shown = told[: self._few] if self._few else told
        for one in shown:
            yield "    " + self._dim(_source(one))
            yield from self._wrapped(one)
        yield from self._rest(len(told) - len(shown), "quote")

    def _rest(self, count: int, what: str) -> Iterator[str]:
        if count > 0:
            yield f"    … and {count} more {what}{'' if count == 1 else 's'}; --all shows them"

    def _wrapped(self, told: Told) -> Iterator[str]:
        before, quote, after = (
            harmless(part).replace("\n", " ") for part in (told.before, told.quote.text, told.after)
        )
        if self._width is None:
            yield f"      {before}[{quote}]{after}"
            return
        from rich.console import Console
        from rich.text import Text

        line = Text(before) + Text(quote, style="bold") + Text(after)
        console = Console(width=self._width - 6, force_terminal=True, highlight=False, color_system="standard")
        with console.capture() as captured:
            console.print(line)
        yield from (f"      {part}" for part in captured.get().splitlines())

    def _bold(self, words: str) -> str:
        return f"{_BOLD}{words}{_PLAIN}" if self._width else words

    def _dim(self, words: str) -> str:
        return f"{_DIM}{words}{_PLAIN}" if self._width else words


def _source(told: Told) -> str:
    quote = told.quote
    parts = (
        quote.published or "no date",
        told.lang,
        quote.id,
        f"{quote.start}-{quote.end}",
        f"{quote.rule} {quote.confidence:.2f}",
        quote.url,
    )
    return "  ".join(readable(part) for part in parts if part)
