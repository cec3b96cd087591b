"""Labels: the facts that a careful reader took from an announcement, in a JSON file beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.evaluate.facts import PLANNED, Fact, Part
from kg.records import LANGUAGES

# How many values follow the subject and the relation.
_OF_MEETINGS = {"date": 1, "participant": 1, "place": 1}
_OF_OTHERS = {
    "role": 2,
    "memberOf": 1,
    "memberOf.since": 2,
    "memberOf.role": 2,
    "participant": 1,
    "memberCount": 1,
}


@dataclass(frozen=True)
class Labels:
    """What one announcement states; ``negatives`` are facts that a hasty reader would take and it does not state.

    ``published`` is the ISO day on which it came out, None where the labels don't tell it.
    """

    id: str
    lang: str
    facts: tuple[Fact, ...]
    negatives: tuple[Fact, ...] = ()
    published: str | None = None


def read_labels(path: Path) -> Labels:
    """Return the labels in a file; raises KgError that names the file, and the line or the fact that is wrong."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        raise KgError(f"{path}, line {error.lineno}: {error.msg}; mend the JSON there") from None
    except UnicodeDecodeError:
        raise KgError(f"{path} is not UTF-8; save it in that encoding") from None
    except OSError as error:
        raise KgError(f"{path} can't be read ({error.strerror or error}); check its permissions") from None
    except RecursionError:
        raise KgError(f"{path} is nested too deep for labels; mend the JSON") from None
    try:
        return labelled(data, path.stem)
    except ValueError as error:
        raise KgError(f"{path}: {error}; data/gold/README.md has the form") from None


def labelled(data: Any, name: str) -> Labels:
    """Return the labels in what a JSON file holds; ``name`` is their id.

    Raises ValueError that says what is not in its form.
    """
    if not isinstance(data, dict):
        raise ValueError("labels are an object with “entities” and “facts”")
    lang = data.get("lang")
    if lang not in LANGUAGES:
        raise ValueError(f"“lang” is {_shown(lang)}, not one of {', '.join(LANGUAGES)}")
    things = _things(data.get("entities"))
    facts = [_fact(row, things) for row in _list(data, "facts")]
    planned = [_planned(key, things) for key in _list(data, "planned", ())]
    negatives = [_fact(row, things) for row in _list(data, "not", ())]
    return Labels(name, lang, (*facts, *planned), tuple(negatives), _day(data.get("published")))


def _day(found: Any) -> str | None:
    """Return the day of publication; raises ValueError when it is none."""
    if found is None:
        return None
    try:
        return date.fromisoformat(found).isoformat()
    except (TypeError, ValueError):
        raise ValueError(f"“published” is {_shown(found)}, no day like 2024-03-29") from None


def _things(found: Any) -> dict[str, tuple[str, Part]]:
    """Return the class and the names of each thing by its key."""
    if not isinstance(found, dict):
        raise ValueError("“entities” is no object of things by their keys")
    things = {}
    for key, thing in found.items():
        names = _names(thing.get("names")) if isinstance(thing, dict) else ()
        if not names or not isinstance(thing.get("type"), str):
            raise ValueError(f"the thing {_shown(key)} needs a “type” and “names”, a list of texts")
        things[key] = (thing["type"], names)
    return things


def _list(data: Mapping[str, Any], name: str, default: Any = None) -> list[Any]:
    found = data.get(name, default)
    if not isinstance(found, list | tuple):
        raise ValueError(f"“{name}” is no list")
    return list(found)


def _planned(key: Any, things: Mapping[str, tuple[str, Part]]) -> Fact:
    if not isinstance(key, str) or things.get(key, ("",))[0] != "Meeting":
        raise ValueError(f"“planned” names {_shown(key)}, which is no meeting among the “entities”")
    return Fact(PLANNED, (), key)


def _fact(row: Any, things: Mapping[str, tuple[str, Part]]) -> Fact:
    """Return one fact; a part that is no key stands for itself, such as the name of a state."""
    if not isinstance(row, list) or len(row) < 3 or not all(isinstance(one, str) for one in row[:2]):
        raise ValueError(f"the fact {_shown(row)} is no list of a key, a relation and values")
    subject, relation, *values = row
    kind, names = things.get(subject, ("", (subject,)))
    if (_OF_MEETINGS if kind == "Meeting" else _OF_OTHERS).get(relation) != len(values):
        raise ValueError(
            f"the fact {_shown(row)} has a relation or number of values that {kind or 'a name'} can't have"
        )
    parts = tuple(_part(value, things) for value in values)
    if not all(parts):
        raise ValueError(f"the fact {_shown(row)} has a value that is neither text nor a list of names")
    if kind == "Meeting":
        return Fact(f"meeting.{relation}", parts, subject)
    return Fact("program" if relation == "participant" else relation, (names, *parts))


def _part(value: Any, things: Mapping[str, tuple[str, Part]]) -> Part:
    if isinstance(value, str) and value in things:
        return things[value][1]
    if isinstance(value, int) and not isinstance(value, bool):
        return (str(value),)
    return _names(value)


def _names(value: Any) -> Part:
    """Return a text or a list of texts as names, nothing when it is neither."""
    names = [value] if isinstance(value, str) else value
    return tuple(names) if isinstance(names, list) and all(isinstance(name, str) for name in names) else ()


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:79]}…"
