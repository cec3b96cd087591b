"""The named questions: what each asks, in three languages, and which parameters it takes.

A question is a file ``questions/NAME.rq``: comment lines ``# title en: …``, ``# about: …`` and ``# param …``, then
SPARQL. A parameter's line is ``# param NAME: KIND[ or any]; what it is``; "or any" makes it optional. Its place in the
query is ``VALUES ?NAME { UNDEF }``, so each file is a complete query by itself.

On a large graph it matters how it is written. A filter is asked at the end of its braces, so one that leaves little
stands in braces of its own, without OPTIONALs. ``sameTerm`` looks no text up, ``=`` does. ORDER BY looks the text of a
term up for each comparison, but not that of one text put together (``?order``), with a tab between its parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg.errors import KgError
from kg.graph.iris import BASE
from kg.ontology import PREFIXES

_FOLDER = Path(__file__).parent / "questions"
_PARAMETER = re.compile(r"(?P<kind>\S+)(?P<any> or any)?; (?P<about>.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is told: ``kind`` is "thing", "date", "predicate", "value" or a class such as kg:Organization."""

    name: str
    kind: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named question; ``titles`` has the keys en, kk and ru."""

    name: str
    titles: Mapping[str, str]
    about: str
    parameters: tuple[Parameter, ...]
    sparql: str

    @property
    def full_sparql(self) -> str:
        """The query with its prefixes declared, ready for any SPARQL program."""
        used = [prefix for prefix in sorted(PREFIXES) if re.search(rf"\b{prefix}:", self.sparql)]
        return "".join([f"BASE <{BASE}>\n", *(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in used), "\n", self.sparql])


@cache
def questions() -> tuple[Question, ...]:
    """Return all named questions by name."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.rq")))


def question(name: str) -> Question:
    """Return the question of this name; raises KgError that suggests the nearest when there is none."""
    known = {question.name: question for question in questions()}
    if name in known:
        return known[name]
    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}? " if near else ""
    raise KgError(f"There is no question named {name}; {hint}`kg query --list` shows all.")


def _read(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("# ")]
    return Question(
        name=path.stem,
        titles={lang: _field(head, f"title {lang}") for lang in ("en", "kk", "ru")},
        about=_field(head, "about"),
        parameters=tuple(_parameter(line) for line in head if line.startswith("# param ")),
        sparql=text,
    )


def _field(head: list[str], key: str) -> str:
    return " ".join(line.split(": ", 1)[1] for line in head if line.startswith(f"# {key}: "))


def _parameter(line: str) -> Parameter:
    name, _, rest = line.removeprefix("# param ").partition(": ")
    match = _PARAMETER.fullmatch(rest)
    if not match:
        raise ValueError(f"not a parameter of a question: {line}")
    return Parameter(name, match["kind"], not match["any"], match["about"])
