"""Parts of bodies, which every body has: a department is one by its own name and the body that it is part of.

The Department of Cartography of two libraries is two bodies. Where its library is not said, it is that of the only one
that the announcement tells of and that is known to have such a department; with nothing told of both, it is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from kg.resolve.body_name import BodyName, body_name, words_score
from kg.resolve.body_word import Word
from kg.resolve.groups import Groups
from kg.resolve.nobodys_name import PARTS, is_part
from kg.resolve.told import Node, World

_MEANS = 0.85
_OF_OTHERS = PARTS | {"committee", "commission", "collegium", "secretariat", "service", "office", "press-service"}
"""Kinds of bodies that, where a text says whose they are, are one by their own name: committees of a parliament too."""

_FEW = 40  # bodies that an announcement tells of: a list of more says nothing of whose a department is

Key = tuple[str, int]
"""The key of a part's own name and the group of the body that it is part of."""


def join_parts(
    world: World, groups: Groups, parts: Collection[int] | None = None, owned: Collection[int] | None = None
) -> None:
    """Join departments of one body that are called alike, in any language, and those whose body only one can be.

    Which nodes are called as parts are is known from ``parts`` or told by their names; and so are those of ``owned``
    that are parts where a text says whose they are.
    """
    owners = _owners(world, groups, owned)
    whose: dict[Key, dict[int, BodyName]] = defaultdict(dict)
    for number, parents in owners.items():
        for parent in parents:
            for name in _own_names(world.nodes[number], parent, world, groups):
                whose[name.key, parent].setdefault(groups.of(number), name)
    for (_, parent), alike in sorted(whose.items(), key=lambda item: item[0]):
        first, *others = sorted(alike)
        for other in others:
            if _alike(alike[first], alike[other]):
                groups.join(first, other, f"parts of {_called(parent, world, groups)} with one name")
    if parts is None:
        parts = {node.number for node in world.of_type("Organization") if is_part(node.names)}
    _join_unowned(world, groups, whose, {*parts} - owners.keys())


def _join_unowned(
    world: World,
    groups: Groups,
    whose: dict[Key, dict[int, BodyName]],
    unowned: Collection[int],
) -> None:
    """Join parts of which no owner is told with that of the only body, told of beside them, that has such a part.

    What no body is known to have is one where the same body, which not everybody speaks of, is told of beside it.
    """
    beside: dict[Key, dict[int, BodyName]] = defaultdict(dict)
    for told in (world.told[place] for place in sorted({place for n in unowned for place in world.numbers(n)})):
        bodies = {groups.of(n) for n in told.nodes if world.nodes[n].type == "Organization"}
        for number in told.nodes if len(bodies) <= _FEW else ():
            if number not in unowned:
                continue
            node = world.nodes[number]
            names = [name for one in node.names if (name := body_name(one.text, one.lang)).key]
            fits = {
                groups.of(part): parent
                for name in names
                for parent in bodies
                for part, own in whose.get((name.key, parent), {}).items()
                if _alike(name, own)
            }
            fits.pop(groups.of(number), None)
            if len(fits) == 1:
                [(part, parent)] = fits.items()
                groups.join(part, number, f"the part of {_called(parent, world, groups)}, told of beside it")
            elif not fits:
                near = {n for n in bodies if not groups.known(n) and not is_part(world.nodes[n].names)}
                for key in ((name.key, body) for name in names[:1] for body in near):
                    beside[key].setdefault(groups.of(number), names[0])
    for (_, body), parts in sorted(beside.items(), key=lambda item: item[0]):
        first, *others = sorted(parts)
        for other in others:
            if _alike(parts[first], parts[other]):
                groups.join(first, other, f"parts of one name, told of beside {_called(body, world, groups)}")


def _owners(world: World, groups: Groups, owned: Collection[int] | None) -> dict[int, set[int]]:
    """Return, by node, the groups of the bodies that parts are told to be of."""
    found: dict[int, set[int]] = defaultdict(set)
    for told in world.tying():
        for child, predicate, parent in told.ties:
            if predicate == "org:subOrganizationOf" and (
                child in owned if owned is not None else is_owned(world.nodes[child])
            ):
                found[child].add(groups.of(parent))
    return found


def is_owned(node: Node) -> bool:
    """Tell whether a body is called as parts are that a text tells to be of others."""
    if node.type != "Organization":
        return False
    words = (word for name in node.names for word in body_name(name.text, name.lang).words)
    return any(word.weight == "kind" and word.ids & _OF_OTHERS for word in words)


def _own_names(node: Node, parent: int, world: World, groups: Groups) -> Iterable[BodyName]:
    """Yield a part's names without the words that name the body that it is part of."""
    of = [name for number in groups.nodes(parent) for name in world.nodes[number].names if name.kind == "full"]
    for name in node.names:
        if name.kind == "full":
            whole = body_name(name.text, name.lang)
            rests = [_without(whole, body_name(one.text, one.lang)) for one in of if one.lang == name.lang]
            shortest = min([whole, *rests], key=lambda rest: len(rest.words))
            if shortest.key and (len(shortest.words) > 1 or shortest.words[0].ids & PARTS):
                yield shortest


def _without(whole: BodyName, part: BodyName) -> BodyName:
    """Return a name without the words of another that it has; whole where it lacks one of them or nothing is left."""
    left: list[Word] = list(whole.words)
    for word in reversed(part.words):
        same = next((w for w in reversed(left) if (w.ids, w.stem) == (word.ids, word.stem)), None)
        if same is None:
            return whole
        left.remove(same)
    return BodyName(tuple(left), whole.numbers, False, whole.quoted) if left else whole


def _alike(one: BodyName, other: BodyName) -> bool:
    return one.numbers == other.numbers and words_score(one, other) >= _MEANS


def _called(group: int, world: World, groups: Groups) -> str:
    return world.nodes[groups.of(group)].names[0].text
