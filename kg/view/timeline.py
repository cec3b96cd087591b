"""What was when, as a page to read: meetings, elections, agreements, posts that begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import write_atomically
from kg.records import LANGUAGES
from kg.view import shell, style
from kg.view.labels import date_text
from kg.view.things import Quote, Relation, Thing, clean, relations, things
from kg.view.times import days

if TYPE_CHECKING:
    import networkx

MOST = 3_000  # events in one page; of more the latest are shown
MOST_QUOTES = 3  # of one event
SCRIPTS = ("page.js", "reading.js")
STYLES = ("base.css", "reading.css")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has a day: ``iso`` as exact as the text, ``when`` in words, ``who`` took part, by class."""

    iso: str
    when: Mapping[str, str]
    kind: str
    labels: Mapping[str, str]
    what: str = ""
    status: str = ""
    who: tuple[Thing, ...] = ()
    quotes: tuple[Quote, ...] = ()


def write(graph: networkx.MultiDiGraph[str], path: Path, title: str = "", languages: Sequence[str] = LANGUAGES) -> None:
    """Write the page to a file, whole or not at all; raises KgError when that can't be written."""
    write_atomically(path, render(graph, title, languages))


def render(graph: networkx.MultiDiGraph[str], title: str = "", languages: Sequence[str] = LANGUAGES) -> str:
    """Return the page as one HTML file that asks no host for anything and reads without scripts."""
    shell.checked(languages)
    found = events(graph, languages)
    shown = found[:MOST]
    return shell.fill_in(
        "timeline.html.j2",
        [shell.asset(name) for name in STYLES],
        [shell.asset(name) for name in SCRIPTS],
        {"counts": {"count": len(found) - len(shown)}},
        languages,
        title=clean(title).strip(),
        heading="timelineTitle",
        years=[(year, list(of_year)) for year, of_year in groupby(shown, key=lambda event: event.iso[:4])],
        kinds=[look for look in style.LOOKS if any(event.kind == look.kind for event in shown)],
        hidden=len(found) - len(shown),
    )


def events(graph: networkx.MultiDiGraph[str], languages: Sequence[str] = LANGUAGES) -> list[Event]:
    """Return all that has a day, the latest first."""
    all_things = things(graph, languages)
    by_id = {thing.id: thing for thing in all_things}
    ties = relations(graph, languages)
    of_thing: dict[str, list[Relation]] = {thing.id: [] for thing in all_things}
    for tie in ties:
        of_thing[tie.source].append(tie)
    found = [*_points(all_things, by_id, of_thing, languages), *_posts(ties, by_id, languages)]
    return sorted(found, key=lambda event: (-days(event.iso).first, event.kind, event.labels[languages[0]], event.what))


def _points(
    all_things: Sequence[Thing],
    by_id: Mapping[str, Thing],
    of_thing: Mapping[str, Sequence[Relation]],
    languages: Sequence[str],
) -> Iterator[Event]:
    for thing in all_things:
        if thing.kind in style.POINTS and days(thing.start).first:
            own = of_thing[thing.id]
            said = [quote for tie in own for quote in tie.quotes]
            said += [quote for value in thing.values for quote in value.quotes]
            yield Event(
                iso=thing.start,
                when={lang: date_text(thing.start, lang) for lang in languages},
                kind=style.look(thing.kind).kind,
                labels=thing.labels,
                status=thing.status,
                who=tuple(by_id[id_] for id_ in dict.fromkeys(tie.target for tie in own)),
                quotes=tuple(dict.fromkeys(said))[:MOST_QUOTES],
            )


def _posts(ties: Sequence[Relation], by_id: Mapping[str, Thing], languages: Sequence[str]) -> Iterator[Event]:
    for tie in ties:
        if tie.predicate not in style.POSTS:
            continue
        for iso, what in ((tie.start, "begins"), (tie.end, "ends")):
            if days(iso).first:
                source = by_id[tie.source]
                yield Event(
                    iso=iso,
                    when={lang: date_text(iso, lang) for lang in languages},
                    kind=style.look(source.kind).kind,
                    labels={lang: f"{source.labels[lang]}: {tie.words[lang]}" for lang in languages},
                    what=what,
                    who=(by_id[tie.target],),
                    quotes=tie.quotes[:MOST_QUOTES],
                )
