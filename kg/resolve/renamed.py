"""Bodies that an announcement says are called otherwise now: one under both names wherever these are told of.

Elsewhere the two names may stand for two things in one text, which says nothing of the new name: who led the Institute
speaks to the director of the Centre.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from kg.records import Name
from kg.resolve.body_name import BodyName, body_name, name_score
from kg.resolve.groups import Groups
from kg.resolve.home import home_by_name
from kg.resolve.nobodys_name import is_part
from kg.resolve.told import Node, World

_MEANS = 0.85
_SHORTER = 0.5  # a name and a shorter form of it


def join_renamed(world: World, groups: Groups) -> None:
    """Join what bears the old name of a body with what bears the new one, even where one announcement has both."""
    renamed = [(node, names) for node in world.of_type("Organization") if (names := old_and_new(node.names))]
    keys = {body_name(name.text, name.lang).key for _, names in renamed for name in names} - {""}
    called: dict[str, list[tuple[Node, Name]]] = defaultdict(list)
    for node in world.of_type("Organization") if keys else ():
        for name in node.names if not is_part(node.names) else ():
            if name.kind == "full" and (key := body_name(name.text, name.lang).key) in keys:
                called[key].append((node, name))
    for node, names in renamed:
        for name in names:
            for other, theirs in called[body_name(name.text, name.lang).key]:
                if groups.of(node.number) != groups.of(other.number) and _one(node, name, other, theirs):
                    reason = f"one body under its old and its new name: {names[0].text}, {names[1].text}"
                    groups.join(node.number, other.number, reason, certain=True)


def _one(node: Node, name: Name, other: Node, theirs: Name) -> bool:
    homes = {home_by_name(one.names, one.home) for one in (node, other)} - {""}
    return len(homes) < 2 and name_score(name.text, name.lang, theirs.text, theirs.lang) >= _MEANS


@lru_cache(maxsize=65_536)
def old_and_new(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return two full names in one language of which neither is the other in more words, nothing where there are none.

    Such names are one body's only where a text says so.
    """
    full = [name for name in names if name.kind == "full"]
    apart = {name: body_name(name.text, name.lang) for name in full} if len(full) > 1 else {}
    telling = [name for name in full if apart and _tells(apart[name], name)]
    for one, other in combinations(telling, 2):
        if one.lang == other.lang and name_score(one.text, one.lang, other.text, other.lang) < _SHORTER:
            return one, other
    return ()


def _tells(name: BodyName, written: Name) -> bool:
    """Tell whether a name says by its own words, and not in quotes or letters, what body it is of which kind."""
    letters = any(word.text.isupper() for word in name.words) and not written.text.isupper()
    said: Iterable[str] = {word.weight for word in name.words if not word.state}
    return "kind" in said and bool({"heavy", "proper"} & set(said)) and not (letters or name.quoted or name.generic)
