"""What each thing is called: its names, the best first, and the part of its IRI.

The text of a slug is the id of the gazetteer's row, else the name under which the earliest announcement tells of the
thing; of two equal slugs the one that is told of later gets a number. So nothing that is announced later changes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from kg.gazetteer import Gazetteer
from kg.records import Entity, Name
from kg.resolve.groups import Groups
from kg.resolve.slug import slug
from kg.resolve.told import Met, Node, Post, World

_COMPOSED = {"Membership": 1, "Meeting": 2}
_LONGEST = 200
_slug_of_name = lru_cache(maxsize=16_384)(slug)  # each thing is named again by every post and meeting of it


@dataclass(frozen=True, slots=True)
class Named:
    """A group as a thing: the node that stands for it, what its slug is but for the number behind it, and all of it."""

    root: int
    text: str
    entity: Entity


def named(
    world: World,
    groups: Groups,
    gazetteer: Gazetteer,
    renamed: Mapping[int, Sequence[Name]],
    before: Mapping[int, Named] = MappingProxyType({}),
) -> list[Named]:
    """Return what all groups are, sorted by slug; ``renamed`` are the names that a person gave to groups' nodes.

    ``before`` has those that are as they were, but perhaps for the number in the slug, by the node of each group.
    """
    given = {groups.of(number): names for number, names in renamed.items()}
    texts = _texts(world, groups, gazetteer, before)
    found = []
    for root, slug_ in _slugs(texts, gazetteer):
        known = before.get(root)
        if known and known.entity.slug != slug_:
            known = Named(root, known.text, replace(known.entity, slug=slug_))
        found.append(known or Named(root, texts[root][1], _entity(root, slug_, given, world, groups, gazetteer)))
    return sorted(found, key=lambda one: one.entity.slug)


def _entity(
    root: int,
    slug_: str,
    given: Mapping[int, Sequence[Name]],
    world: World,
    groups: Groups,
    gazetteer: Gazetteer,
) -> Entity:
    nodes, known = _nodes(root, world, groups), groups.known(root)
    names = tuple(dict.fromkeys((*given.get(root, ()), *_names(nodes, world, known, gazetteer))))
    members = tuple(sorted(member for node in nodes for member in world.members(node.number)))
    return Entity(slug_, nodes[0].type, names, members, known, groups.reasons(root))


def _nodes(root: int, world: World, groups: Groups) -> list[Node]:
    return [world.nodes[number] for number in sorted(groups.nodes(root))]


def _names(nodes: Iterable[Node], world: World, known: str | None, gazetteer: Gazetteer) -> list[Name]:
    """Return all names, those that the gazetteer prefers first, then the fullest and commonest of the announcements."""
    found = list(gazetteer.by_id(known).all_names) if known and known in gazetteer else []
    counts: dict[Name, int] = defaultdict(int)
    for node in nodes:
        for rank, name in enumerate(node.names):
            counts[name] += (100 - min(rank, 90)) * world.times(node.number)
    return found + sorted(counts, key=lambda n: ({"full": 0, "short": 1}.get(n.kind, 2), -counts[n], n))


def _texts(
    world: World, groups: Groups, gazetteer: Gazetteer, before: Mapping[int, Named]
) -> dict[int, tuple[str, str, bool]]:
    """Return for each group its class, what its slug is but for the number, and whether it is a row called so."""
    found: dict[int, tuple[str, str, bool]] = {}
    for root in groups.roots():
        if known := before.get(root):
            found[root] = known.entity.type, known.text, _is_row(known.text, known.entity.known)
            continue
        node = world.nodes[root]
        if node.type == "Meeting":
            text = _meeting(next(one for one in world.first(root).met if one.node == root), world)
        elif node.type == "Membership":
            text = _membership(next(one for one in world.first(root).posts if one.node == root), world)
        else:
            text = _named(_nodes(root, world, groups), groups.known(root))
        text = f"{node.type.lower()}/{text or _told_in(node, world)}"
        found[root] = node.type, text, _is_row(text, groups.known(root))
    return found


def _slugs(texts: Mapping[int, tuple[str, str, bool]], gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """Yield the slug of each group; rows of the gazetteer keep theirs even where they are not told of."""
    reserved = {f"{entry.kind.lower()}/{slug(entry.id)}" for entry in gazetteer.entries}
    numbers: dict[str, int] = {}
    taken: set[str] = set()
    for root in sorted(texts, key=lambda root: (_COMPOSED.get(texts[root][0], 0), root)):
        _, text, is_row = texts[root]
        yield root, _unique(text, numbers, taken, first=2 if text in reserved and not is_row else 1)


def _is_row(text: str, known: str | None) -> bool:
    return bool(known) and text.partition("/")[2] == _slug_of_name(known or "")


def _named(nodes: Sequence[Node], known: str | None) -> str:
    if known:
        year = min((str(value)[:4] for node in nodes for value in node.context), default="")
        return slug(f"{known}-{year}" if year and nodes[0].type == "Election" else known)
    for node in nodes:
        full = [name for name in node.names if name.kind == "full"]
        for name in full or node.names:
            return _slug_of_name(name.text)
    return ""


def _own(node: Node) -> str:
    """Return what a thing is called where it is first told of, which nothing told elsewhere changes."""
    return _named([node], node.known) if node.names or node.known else ""


def _meeting(met: Met, world: World) -> str:
    """Call a meeting by its day and two of its people as it is first told of, else by day, kind and bodies."""
    present = [world.nodes[number] for number in met.present]
    people = sorted(_own(node) for node in present if node.type == "Person")
    bodies = sorted(_own(node) for node in present if node.type != "Person")
    kind = [met.kind.partition(":")[2]] if met.kind and len(people) != 2 else []
    surnames = [name.rpartition("-")[2] for name in people if name]
    told = [*([met.day] if met.day else []), *kind, *(surnames or [name for name in bodies if name])[:2]]
    return slug("-".join(told)) if told else ""


def _membership(post: Post, world: World) -> str:
    parts = [_own(world.nodes[number]) for number in (post.member, post.role, post.body) if number >= 0]
    return "--".join(part for part in parts if part)[:_LONGEST]


def _told_in(node: Node, world: World) -> str:
    """Return what to call a thing of which nothing is stated, only denied, planned or ended."""
    return slug(f"told-in-{world.first(node.number).id}")


def _unique(name: str, numbers: dict[str, int], taken: set[str], first: int) -> str:
    """Return the slug, with a number behind it where an earlier thing has it already."""
    number = numbers.get(name, first)
    chosen = name if number == 1 else f"{name}-{number}"
    while chosen in taken:
        number += 1
        chosen = f"{name}-{number}"
    numbers[name] = number + 1
    taken.add(chosen)
    return chosen
