"""`kg why`: the words behind what a graph says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options, stdout
from kg.cli.examples import WithExamples
from kg.records import LANGUAGES

if TYPE_CHECKING:
    from kg.query.titles import Titles
    from kg.query.why import Why

_FEW = 3
"""How many quotes of a fact are shown unless all are asked for."""


@click.command(
    "why",
    cls=WithExamples,
    examples=(
        "kg why 'Берік Имашев'",
        "kg why 'Berik Imashev' role --lang en",
        "kg why A-WEB memberCount 104",
    ),
)
@click.argument("subject")
@click.argument("predicate", required=False, default="")
@click.argument("object_", metavar="[OBJECT]", required=False, default="")
@options.graph
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--lang", type=click.Choice(LANGUAGES), default="kk", show_default=True, help="Language of names.")
@click.option("--all", "everything", is_flag=True, help=f"Show every quote of a fact, not only the first {_FEW}.")
def command(
    subject: str, predicate: str, object_: str, folder: Path | None, form: str, lang: str, everything: bool
) -> None:
    """Show why the graph says what it says: quotes in their sentences, announcements, rules, reasons for merging.

    SUBJECT is a thing: its IRI, the part after the base (person/berik-imashev) or a name in any language. PREDICATE is
    a term (kg:participant, participant, қатысушы), OBJECT a thing or a value. Of a person or body the facts of its
    posts and memberships can be asked too (role, startDate).
    """
    from kg.graph.store import as_store
    from kg.query.titles import Titles
    from kg.query.why import why

    store = as_store(options.graph_at(folder))
    found, titles = why(store, subject, predicate, object_), Titles(store)
    if form == "json":
        stdout.write(json.dumps(_json(found, titles, lang), ensure_ascii=False, indent=2) + "\n")
        return
    from kg.cli.why_text import text

    terminal = stdout.is_terminal()
    width = shutil.get_terminal_size().columns if terminal else None
    stdout.write(text(found, titles, lang, few=None if everything else _FEW, width=width), drawn=terminal)


def _json(found: Why, titles: Titles, lang: str) -> dict[str, object]:
    from kg.query.display import short

    return {
        "thing": found.iri,
        "class": short(found.kind),
        "names": found.names,
        "merge_reasons": list(found.reasons),
        "facts": [
            {
                "subject": getattr(fact.triple[0], "value", ""),
                "subject_name": titles.of(fact.triple[0], lang),
                "predicate": short(getattr(fact.triple[1], "value", "")),
                "object": getattr(fact.triple[2], "value", ""),
                "object_name": titles.of(fact.triple[2], lang),
                "modality": fact.modality,
                "evidence": [
                    {
                        "announcement": told.quote.id,
                        "published": told.quote.published or None,
                        "lang": told.lang or None,
                        "url": told.quote.url or None,
                        "headline": told.quote.headline or None,
                        "quote": told.quote.text,
                        "start": told.quote.start,
                        "end": told.quote.end,
                        "sentence": told.sentence,
                        "rule": told.quote.rule,
                        "confidence": told.quote.confidence,
                        "claim": told.quote.claim,
                    }
                    for told in fact.told
                ],
            }
            for fact in found.facts
        ],
    }
