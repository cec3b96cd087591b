"""What a thing of the graph is called in each language; one without a name, by what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyoxigraph as ox

from kg.ontology import KG, RDF, SCHEMA, SKOS, label
from kg.records import LANGUAGES

Said = Mapping[str, Mapping[str, Sequence[Any]]]
"""Subject IRI -> predicate IRI -> objects, sorted."""


_WORDS_OF_A_NAME = 3
"""A meeting's label of fewer words is only what kind it is: Working meeting, Дөңгелек үстел."""


def names(node: str, said: Said) -> dict[str, str]:
    """Return what a thing is called, by language: its preferred labels; a meeting also by its kind and who met.

    "Talks" tells no meeting from another, so only one that has a name of its own is called by that alone.
    """
    found = _preferred(said.get(node, {}))
    if not _is_meeting(said.get(node, {})):
        return found
    return {lang: _meeting(said[node], said, lang, found.get(lang, "")) for lang in LANGUAGES}


def best(labels: Mapping[str, str], languages: Sequence[str] = LANGUAGES) -> str:
    """Return the label in the first of the languages that has one, else any, else ""."""
    return next((labels[lang] for lang in (*languages, *sorted(labels)) if lang in labels), "")


def _preferred(of_node: Mapping[str, Sequence[Any]]) -> dict[str, str]:
    found = {name.language or "": name.value for name in reversed(of_node.get(SKOS.prefLabel, ()))}
    return {lang: found[lang] for lang in (*LANGUAGES, *sorted(set(found) - set(LANGUAGES))) if lang in found}


def _is_meeting(of_node: Mapping[str, Sequence[Any]]) -> bool:
    return ox.NamedNode(KG.Meeting) in of_node.get(RDF.type, ())


def _meeting(of_meeting: Mapping[str, Sequence[Any]], said: Said, lang: str, own: str) -> str:
    """Call a meeting by its kind and whoever makes it known: its organisers, else the people, else the bodies."""
    if len(own.split()) >= _WORDS_OF_A_NAME:
        return own
    kind = next((node.value for node in of_meeting.get(KG.meetingKind, ())), KG.Meeting)
    present = [node.value for node in of_meeting.get(KG.participant, ())]
    people = [node for node in present if ox.NamedNode(KG.Person) in said.get(node, {}).get(RDF.type, ())]
    known = [node.value for node in of_meeting.get(SCHEMA.organizer, ())] or people or present
    called = [best(_preferred(said.get(node, {})), (lang, *LANGUAGES)) for node in known]
    return ": ".join(part for part in (own or label(kind, lang), _some([name for name in called if name])) if part)


def _some(called: list[str]) -> str:
    return ", ".join(called[:2]) + (" …" if len(called) > 2 else "")
