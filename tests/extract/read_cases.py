"""Reads the golden cases beside it: small announcements, each with the facts that it states and no others.

    === what the case shows
    @ 2021-03-05                    the day of publication, this one unless said
    The text, one line or more.
    -> role | PERSON | POST | BODY  a fact that the text states
    xfail: why it is not understood yet

A fact begins with its relation: role, role.since, role.until, memberOf, memberOf.since, memberOf.until, memberOf.role,
memberCount, program, agreement, agreement.party, agreement.date, election. One of a meeting begins with "meeting",
its day and its kind in the ontology, which are facts too: "meeting 2021-03-04 Session | participant | NAME"; "#2" after
the kind tells a second one of that day and kind; "| planned" and "| cancelled" stand alone. "called | NAME | NAME"
says that both are names of one thing; only those that are written down are looked at. "none": the text states no fact.
Files right here are in Kazakh, those in a folder in the language that it is called after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.evaluate import Fact

FOLDER = Path(__file__).parent / "cases"
PUBLISHED = "2021-03-05"


@dataclass
class Case:
    """One small announcement; ``id`` is its file and what it shows."""

    id: str
    lang: str = "kk"
    published: str = PUBLISHED
    lines: list[str] = field(default_factory=list)
    facts: dict[Fact, None] = field(default_factory=dict)
    none: bool = False
    xfail: str = ""

    @property
    def text(self) -> str:
        """The announcement."""
        return "\n".join(self.lines)


def cases(folder: Path = FOLDER) -> list[Case]:
    """Return all cases in the order of the files; raises ValueError for one that says nothing."""
    found = [case for file in sorted(folder.glob("*.txt")) for case in _in_file(file, file.stem, "kk")]
    for file in sorted(folder.glob("*/*.txt")):
        found += _in_file(file, f"{file.parent.name}/{file.stem}", file.parent.name)
    for case in found:
        if not case.text or case.none == bool(case.facts):
            raise ValueError(f"{case.id}: a case needs a text and either facts or “-> none”")
    return found


def _in_file(file: Path, name: str, lang: str) -> Iterator[Case]:
    case = None
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.startswith("=== "):
            if case is not None:
                yield case
            case = Case(f"{name}: {line[4:].strip()}", lang)
        elif case is None and line.strip() and not line.startswith("#"):
            raise ValueError(f"{file.name}:{number}: a case begins with ===")
        elif case is not None and line.strip():
            _take(case, line)
    if case is not None:
        yield case


def _take(case: Case, line: str) -> None:
    if line.startswith("@ "):
        case.published = line[2:].strip()
    elif line.startswith("xfail: "):
        case.xfail = line[7:].strip()
    elif line == "-> none":
        case.none = True
    elif line.startswith("-> "):
        case.facts.update(dict.fromkeys(_facts(line[3:])))
    else:
        case.lines.append(line)


def _facts(line: str) -> Iterator[Fact]:
    relation, *values = (value.strip() for value in line.split("|"))
    if not relation.startswith("meeting "):
        yield Fact(relation, tuple((value,) for value in values))
        return
    day, kind = relation.split()[1:3]
    yield Fact("meeting.date", ((day,),), relation)
    yield Fact("meeting.kind", ((f"kg:{kind}",),), relation)
    if values:
        yield Fact(f"meeting.{values[0]}", tuple((value,) for value in values[1:]), relation)
