"""Which body the bare names of an announcement mean, seen from the state that it speaks from.

In an announcement of Türkiye's foreign ministry, or one that speaks of no other state's, "Ministry of Foreign Affairs"
is Türkiye's, whatever the gazetteer takes the bare name for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.gazetteer import Entry, Gazetteer, shipped
from kg.names import fold
from kg.publisher import named_state
from kg.records import Name, Thing
from kg.resolve.body_name import JOINS, body_name, name_score


def meant(thing: Thing, home: str, gazetteer: Gazetteer) -> str | None:
    """Return the id of the row that a thing is, seen from its home: a bare name of another state's body is none's.

    None where the thing has no row, or where its row is another state's and the home state's is not in the gazetteer.
    """
    if thing.type != "Organization" or not thing.known or thing.known not in gazetteer:
        return thing.known
    if bare_of_others(thing.names, gazetteer):
        return None
    if not home:
        return thing.known
    entry = gazetteer.by_id(thing.known)
    if not entry.state or entry.state.lower() == home:
        return thing.known
    states = {state for name in thing.names if (state := named_state(name.text, gazetteer))}
    if entry.state.lower() in states or not (states or all(_bare(name, entry, gazetteer) for name in thing.names)):
        return thing.known
    home = min(states, default=home)
    at_home = _bodies_of(gazetteer, home)
    rows = {row.id for name in thing.names for row in at_home if _called(name, row, home, gazetteer)}
    rows = rows or {row.id for name in thing.names for row in at_home if _begins(name, row)}
    return rows.pop() if len(rows) == 1 else None


def bare_of_others(names: tuple[Name, ...], gazetteer: Gazetteer) -> frozenset[Name]:
    """Return the names that are a known body's, where a longer one says that somebody else's is meant.

    «Министерство внутренних дел» beside «Министерство внутренних дел Республики Дагестан».
    """
    if len(names) < 2:
        return frozenset()
    longer = [name for name in names if name.kind == "full" and not gazetteer.find(name.text, None, "Organization")]
    return frozenset(
        name
        for name in names
        if longer
        for row in gazetteer.find(name.text, name.lang, "Organization")
        if row.state and any(_owned_otherwise(bare, other) for bare in row.names for other in longer)
    )


@lru_cache(maxsize=65_536)
def is_of_another(bare: Name, longer: Name) -> bool:
    """Tell whether a name is a state's body's own in one language, and another adds who else's it is in the other."""
    rows = [row for row in shipped().find(bare.text, bare.lang, "Organization") if row.state]
    return any(_owned_otherwise(name, longer) for row in rows for name in row.names)


def _owned_otherwise(bare: Name, longer: Name) -> bool:
    """Tell whether a longer name is a bare one and a proper name at its edge that is no known state's."""
    name, words = body_name(bare.text, bare.lang), list(body_name(longer.text, longer.lang).words)
    mine = name.words
    if bare.lang != longer.lang or not name.common or any(word.state for word in words) or len(words) != len(mine) + 1:
        return False
    owner = words.pop(0 if longer.lang == "kk" else -1)
    proper = owner.weight == "proper" or (owner.weight == "heavy" and longer.lang != "kk" and owner.text.istitle())
    return proper and [word.stem for word in words] == [word.stem for word in mine]


def home_by_name(names: Iterable[Name], home: str) -> str:
    """Return the state that a body's names place it in, seen from where it is told of; "" where they place it in none.

    The state that they name; that of the teller for what every state has (Union of Writers) and for letters alone.
    """
    apart = [(name.kind, body_name(name.text, name.lang)) for name in names]
    states = {state for _, name in apart for state in name.states}
    full = [name for kind, name in apart if kind == "full"]
    if states:
        return min(states) if len(states) == 1 else ""
    return home if not full or any(name.common for name in full) else ""


def _bare(name: Name, entry: Entry, gazetteer: Gazetteer) -> bool:
    """Tell whether a name lacks the state that the row's own name has, so that it fits the bodies of other states.

    It does, too, where every state may have a body called so.
    """
    if named_state(name.text, gazetteer):
        return False
    if name.text.isupper() or body_name(name.text, name.lang).common:
        return True
    folded = fold(name.text)
    return any(
        n.lang == name.lang and folded != fold(n.text) and folded in fold(n.text) and named_state(n.text, gazetteer)
        for n in entry.all_names
    )


def _called(name: Name, entry: Entry, home: str, gazetteer: Gazetteer) -> bool:
    if name.text.isupper():
        return any(name.text in acronym.text.split() for acronym in entry.acronyms)
    full = f"{name.text} {gazetteer.by_id(home).label(name.lang) or ''}"
    return any(name_score(n.text, n.lang, full, name.lang) >= JOINS for n in entry.names if n.lang == name.lang)


def _begins(name: Name, entry: Entry) -> bool:
    """Tell whether a name is the beginning or, in Kazakh, the end of the row's: Сенат of Сенат Олий Мажлиса."""
    folded = fold(name.text)
    names = [fold(n.text) for n in entry.names if n.lang == name.lang]
    return any(n.endswith(f" {folded}") if name.lang == "kk" else n.startswith(f"{folded} ") for n in names)


@lru_cache(maxsize=512)
def _bodies_of(gazetteer: Gazetteer, state: str) -> tuple[Entry, ...]:
    return tuple(e for e in gazetteer.of_kind("Organization") if (e.state or "").lower() == state)
