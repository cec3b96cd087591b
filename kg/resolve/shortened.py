"""Bodies that one announcement names in full and in short: Tobyl Regional Court, then Regional Court."""

from __future__ import annotations

from itertools import groupby

from kg.resolve.groups import Groups
from kg.resolve.short_forms import AS_BRAND, SURELY
from kg.resolve.told import Told, World


def join_short(world: World, groups: Groups) -> None:
    """Join a body with the only one of its announcement whose name its own may be short for (kg.resolve.short_forms).

    Never where one is part of the other, or other people hold the same posts.
    """
    for told in world.shortening():
        if not told.shorts:
            continue
        nodes = told.nodes
        for place, pairs in groupby(told.shorts, key=lambda pair: pair[0]):
            node = nodes[place]
            if groups.known(node) is None:
                fits = {
                    groups.of(nodes[other])
                    for _, other, how in pairs
                    if not groups.clash(node, nodes[other])
                    and (how == SURELY or not _tied(node, nodes[other], told, groups, _part(how, nodes[other], node)))
                }
                fits.discard(groups.of(node))
                if len(fits) == 1:
                    reason = f"a short form in one announcement: {world.nodes[node].names[0].text}"
                    groups.join(fits.pop(), node, reason, certain=True)


def _part(how: str, longer: int, node: int) -> tuple[int, str, int] | None:
    """Return the tie that is read where a name begins with another's brand, and says nothing then."""
    return (longer, "org:subOrganizationOf", node) if how == AS_BRAND else None


def _tied(one: int, other: int, told: Told, groups: Groups, but: tuple[int, str, int] | None) -> bool:
    """Tell whether one is part or member of the other, or two people hold one post, one here and the other there.

    The tie ``but`` counts for nothing.
    """
    pair = {groups.of(one), groups.of(other)}
    if len(pair) == 1:
        return False
    if any({groups.of(tie[0]), groups.of(tie[2])} == pair for tie in told.ties if tie != but):
        return True
    if any(min(p.body, p.member) >= 0 and {groups.of(p.member), groups.of(p.body)} == pair for p in told.posts):
        return True
    heads: dict[tuple[int, int], set[int]] = {}
    for post in told.posts:
        if min(post.body, post.role, post.member) >= 0:
            heads.setdefault((groups.of(post.body), groups.of(post.role)), set()).add(groups.of(post.member))
    mine, theirs = ({role: who for (body, role), who in heads.items() if body == group} for group in sorted(pair))
    return any(mine[role] != theirs[role] for role in mine.keys() & theirs.keys())
