"""Memberships told of several times: the same member, body and role is one tenure, unless it ended in between."""

from __future__ import annotations

from collections import defaultdict

from kg.resolve.groups import Groups
from kg.resolve.told import Post, World


def join_memberships(world: World, groups: Groups) -> None:
    """Join memberships of the same member in the same body, for people in the same role."""
    same: dict[tuple[int, int, int], list[Post]] = defaultdict(list)
    wanted = {node.number for node in world.of_type("Membership")}
    for told in world.tells_of_scope():
        for post in told.posts:
            if post.node not in wanted:
                continue
            who, where, role = (groups.of(n) if n >= 0 else -1 for n in (post.member, post.body, post.role))
            if (who, where, role) == (-1, -1, -1) or post.over:
                continue
            person = who >= 0 and world.nodes[who].type == "Person"
            same[who, where, role if person else -1].append(post)
    for posts in same.values():
        for tenure in _tenures(posts):
            groups.chain([post.node for post in tenure], "the same member, body and role", certain=True)


def _tenures(posts: list[Post]) -> list[list[Post]]:
    """Split the posts of one member by the ends that are told: what starts after an end is another tenure.

    What tells of no day belongs to the first.
    """
    ends = sorted({post.end for post in posts if post.end})
    tenures: dict[int, list[Post]] = defaultdict(list)
    for post in posts:
        tenures[sum(end < post.start for end in ends) if post.start else 0].append(post)
    return list(tenures.values())
