"""Writes the tables of docs/ontology.md from ontology/kg.ttl: `python docs/ontology_tables.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.ontology import Term, compact, terms
from kg.records import LANGUAGES

PAGE = Path(__file__).with_name("ontology.md")
MARK = "<!-- What follows is made by docs/ontology_tables.py; change ontology/kg.ttl instead. -->\n"
_CLASSES = ("owl:Class", "rdfs:Class")
_PROPERTIES = ("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty", "rdf:Property")


def tables() -> str:
    """Return the tables as Markdown: our classes, our properties, our named values, and the terms of others."""
    ours = {name: term for name, term in _by_name().items() if name.startswith("kg:")}
    others = {name: term for name, term in _by_name().items() if name not in ours}
    parts = [
        ("Classes", {n: t for n, t in ours.items() if _is(t, _CLASSES)}, True),
        ("Properties", {n: t for n, t in ours.items() if _is(t, _PROPERTIES)}, True),
        ("Values", {n: t for n, t in ours.items() if not _is(t, _CLASSES + _PROPERTIES)}, True),
        ("Terms of other vocabularies", others, False),
    ]
    return "\n".join(f"## {title}\n\n" + "\n".join(_table(rows, told)) + "\n" for title, rows, told in parts)


def _by_name() -> dict[str, Term]:
    named = {compact(iri): term for iri, term in terms().items()}
    return {name: named[name] for name in sorted(named) if ":" in name and "//" not in name}


def _is(term: Term, types: tuple[str, ...]) -> bool:
    return any(compact(kind) in types for kind in term.types)


def _table(rows: dict[str, Term], told: bool) -> Iterator[str]:
    heads = ["term", *LANGUAGES, *(["what it is"] if told else [])]
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for name, term in rows.items():
        cells = [f"`{name}`", *(term.labels.get(lang, "") for lang in LANGUAGES)]
        if told:
            cells.append(term.comments.get("en", "") + _also(term))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _also(term: Term) -> str:
    names = [f"`{compact(parent)}`" for parent in term.parents]
    return f" Also {', '.join(names)}." if names else ""


if __name__ == "__main__":
    PAGE.write_text(PAGE.read_text("utf-8").partition(MARK)[0] + MARK + "\n" + tables(), "utf-8")
