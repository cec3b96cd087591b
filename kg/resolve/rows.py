"""Which row of the gazetteer a body is whose name no row bears to the letter, but means what a row's name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from kg.gazetteer import Entry, Gazetteer, load
from kg.publisher import HOME_STATE, named_state
from kg.records import Name
from kg.resolve.abbreviations import clipped
from kg.resolve.body_name import BodyName, body_name, name_score, owned_by_state, same_words
from kg.resolve.groups import Groups
from kg.resolve.nobodys_name import alias_of_many
from kg.resolve.short_forms import begins_clipped
from kg.resolve.told import Node, World

_MEANS = 0.85
_SPELLED_OUT = 3  # words that letters beside a state stand for: НАН Республики Казахстан


def recognise(world: World, groups: Groups, gazetteer: Gazetteer, known: Mapping[int, str] | None = None) -> None:
    """Tell bodies by the meaning of their names: Өзбекстан Олий Мажлисі Сенаты is the row of Олий Мажлисінің Сенаты.

    What row each body means, if any, is ``known`` or found out.
    """
    rows: dict[str, list[int]] = defaultdict(list)
    for node in world.of_type("Organization"):
        if node.known:
            rows[node.known].append(node.number)
    for node in world.of_type("Organization"):
        if groups.known(node.number):
            continue
        if row := row_of(node, gazetteer) if known is None else known.get(node.number):
            groups.recognise(node.number, row, (gazetteer.by_id(row).state or "").lower(), rows)


def row_of(node: Node, gazetteer: Gazetteer) -> str:
    """Return the only row that a body's names mean, "" if there is none or several."""
    state = _state(node, gazetteer)
    names = [name for name in node.names if not alias_of_many(name, node.names)]
    found = {entry.id for name in names for entry in _meant(name, state, gazetteer)}
    return found.pop() if len(found) == 1 else ""


def _state(node: Node, gazetteer: Gazetteer) -> str:
    """Return the one state that a body's names speak of, else the one in which it is told of.

    "Министрліктің академиясы", which is "Түркия министрлігінің академиясы" too, is not Kazakhstan's.
    """
    named = {state for name in node.names if (state := _state_named(name, gazetteer))}
    return named.pop() if len(named) == 1 else node.home


def _state_named(name: Name, gazetteer: Gazetteer) -> str:
    """Return the one state that a name speaks of, by its adjective too: Kyrgyz Ministry of Emergency Situations."""
    adjectives = body_name(name.text, name.lang).states
    return named_state(name.text, gazetteer) or (min(adjectives) if len(adjectives) == 1 else "")


def _meant(name: Name, home: str, gazetteer: Gazetteer) -> list[Entry]:
    """Return the rows whose names mean what a name means; ``home`` is the state that the body is of."""
    apart = body_name(name.text, name.lang)
    if len(apart.states) == 1 and len(letters := [w.text for w in apart.words if not w.state]) == 1:
        return _by_letters(letters[0], min(apart.states), gazetteer)
    if (name.kind != "full" and len(apart.words) < _SPELLED_OUT) or not apart.key or apart.generic:
        return []
    state = _state_named(name, gazetteer) or home
    return [
        entry
        for entry, own in _by_key(gazetteer).get(apart.key, ())
        if (not entry.state or entry.state.lower() == state or (not state and _may_be(entry, apart)))
        and name_score(own.text, own.lang, name.text, name.lang) >= _MEANS
        and _surely(name, own, entry)
    ] or _by_clipped(name, state, gazetteer)


def _may_be(entry: Entry, name: BodyName) -> bool:
    """Tell whether a body of a state that nothing tells may be a row's: a ministry is that of another state as well."""
    return (entry.state or "").lower() == HOME_STATE or not any("ministry" in word.ids for word in name.words)


def _by_clipped(name: Name, state: str, gazetteer: Gazetteer) -> list[Entry]:
    """Return the bodies of a state whose names begin with what a clipped word stands for: Минтруда."""
    if not clipped(name.text, name.lang):
        return []
    bodies = (entry for entry in gazetteer.of_kind("Organization") if (entry.state or "").lower() == state)
    return [entry for entry in bodies if any(begins_clipped(name, own) for own in entry.names)]


def _surely(name: Name, own: Name, entry: Entry) -> bool:
    """Tell whether a name that means what a row's name means is the row's, and not only near it.

    A row that has names in the language of the name is called so in that language: Комитет по аудиту is no Счётный
    комитет, Union of Arbiters no Union of Judges. A state that is left out is the owner, not a part of the name: the
    Southern University is not the South Kazakhstan University.
    """
    mine, theirs = body_name(name.text, name.lang), body_name(own.text, own.lang)
    if not mine.states and theirs.states and not owned_by_state(theirs, own.lang):
        return False
    if own.lang != name.lang:
        one_in_a_state = any("ministry" in word.ids for word in mine.words)  # whatever else it is called
        return one_in_a_state or not any(n.lang == name.lang for n in entry.names)
    return same_words(mine, theirs)


def _by_letters(letters: str, state: str, gazetteer: Gazetteer) -> list[Entry]:
    """Return the bodies of a state that are called by an abbreviation: НАН Республики Казахстан."""
    if not letters.isupper():
        return []
    bodies = (entry for entry in gazetteer.of_kind("Organization") if (entry.state or "").lower() == state)
    return [entry for entry in bodies if any(letters in one.text.split() for one in entry.acronyms)]


def prepare() -> None:
    """Take the names of the gazetteer's bodies apart now; else it is done when they are first needed."""
    _by_key(load())


@lru_cache(maxsize=4)
def _by_key(gazetteer: Gazetteer) -> dict[str, list[tuple[Entry, Name]]]:
    found: dict[str, list[tuple[Entry, Name]]] = defaultdict(list)
    for entry in gazetteer.of_kind("Organization"):
        for name in entry.names:
            apart = body_name(name.text, name.lang)
            if apart.key and not apart.generic:
                found[apart.key].append((entry, name))
    return found
