"""Bodies that one announcement names in full and in short: Tobyl Regional Court, then Regional Court."""

from __future__ import annotations

import re

from kg.gazetteer import shipped
from kg.names import fold
from kg.resolve.body_name import WIDE, BodyName, Word, body_name, name_score
from kg.resolve.groups import Groups
from kg.resolve.home import home_by_name
from kg.resolve.told import Node, Told, World

_BEHIND = re.compile(r"\(([^()]+)\)$")
"""Международный совет музеев (ICOM): what else is called ICOM in that announcement is the council."""

_MEANS = 0.85
_BRAND = 6  # letters
_CALLED_WITHOUT = frozenset({
    "theatre", "company", "corporation", "holding", "group", "club", "union", "trade-union", "association", "agency",
    "factory", "hotel", "airline",
})  # fmt: skip
"""Kinds of bodies that many call by what stands before: Astana Opera, IndustriALL."""

_OF_ANOTHER = frozenset({
    "branch", "department", "division", "administration", "office", "representation-office", "faculty", "chair",
    "laboratory", "secretariat", "press-service", "service",
})  # fmt: skip
"""Kinds of bodies that are parts of the one whose name stands beside: the Mangystau Branch of Kazhydromet."""

_TELL = WIDE | {"regional", "district", "city"}
"""What tells in one announcement, as a name does, which body is meant: Asian confederation, regional department."""


def join_short(world: World, groups: Groups) -> None:
    """Join a body with the only one of its announcement whose name has all its words and some that tell which one.

    What is left over may be a proper name (Tobyl) or, where the short form has one itself, a state or a reach, a word
    such as Artisans; never a word for a kind of body, which would make it a part, and never where other people hold
    the same posts.
    """
    for told in world.told:
        bodies = [world.nodes[n] for n in told.things.values() if world.nodes[n].type == "Organization"]
        for node in bodies:
            if groups.known(node.number) is None:
                fits = {groups.of(b.number) for b in bodies if b is not node and _short_for(node, b, told, groups)}
                fits.discard(groups.of(node.number))
                if len(fits) == 1:
                    reason = f"a short form in one announcement: {node.names[0].text}"
                    groups.join(fits.pop(), node.number, reason, certain=True)


def _short_for(node: Node, longer: Node, told: Told, groups: Groups) -> bool:
    if not node.names or _explained(node, longer):
        return bool(node.names)
    if _means_the_same(node, longer):
        return not _tied(node.number, longer.number, told, groups)
    homes = {home_by_name(one.names, one.home) for one in (node, longer)} - {""}
    if len(homes) > 1:
        return False  # Constitutional Court, told in Budapest, beside that of Kazakhstan
    shorts = [body_name(name.text, name.lang) for name in node.names if name.kind == "full" or len(node.names) == 1]
    wholes = [body_name(name.text, name.lang) for name in longer.names if name.kind == "full"]
    lacking = bool(shorts) and any(_lacks_words(shorts[0], whole) for whole in wholes)
    brand = lacking and any(_is_brand_of(shorts[0], whole) for whole in wholes)
    part = (longer.number, "org:subOrganizationOf", node.number)  # read so where a name begins with the brand
    return lacking and not _tied(node.number, longer.number, told, groups, but=part if brand else None)


def _explained(node: Node, longer: Node) -> bool:
    """Tell whether the longer name ends with the other in brackets."""
    own = {fold(name.text) for name in node.names}
    return any(fold(match[1]) in own for name in longer.names for match in _BEHIND.finditer(name.text))


def _means_the_same(node: Node, other: Node) -> bool:
    """Tell whether the two have one name in one language but for the order of words and how letters are spelled out.

    ILO Moscow Office, the International Labour Organization's Office in Moscow.
    """
    pairs = [(m, t) for m in node.names[:1] for t in other.names[:1] if m.lang == t.lang and m.kind == t.kind == "full"]
    return any(
        name_score(m.text, m.lang, t.text, t.lang) >= _MEANS
        and not body_name(m.text, m.lang).generic
        and body_name(m.text, m.lang).states == body_name(t.text, t.lang).states
        for m, t in pairs
    )


def _is_brand_of(short: BodyName, whole: BodyName) -> bool:
    """Tell whether a name is the word that the other begins or ends with, and all else there says what kind it is.

    IndustriALL for IndustriALL Global Union, Atameken for the Atameken National Chamber of Entrepreneurs.
    """
    if len(short.words) != 1 or len(whole.words) < 2 or short.words[0].weight != "proper" or _is_place(short.words[0]):
        return False
    brand, own = short.words[0].text, [word.text for word in whole.words]
    others = [word for word in whole.words if word.text != brand]
    if any(word.ids & _OF_ANOTHER for word in others):
        return False
    return len(brand) >= _BRAND and brand in (own[0], own[-1]) and all(word.ids for word in others)


def _lacks_words(short: BodyName, whole: BodyName) -> bool:
    if _is_brand_of(short, whole):
        return True
    if not short.words or not any(word.ids for word in short.words) or short.numbers != whole.numbers:
        return False
    left = list(whole.words)
    for word in short.words:
        same = next(
            (w for w in left if (w.ids, w.place) == (word.ids, word.place) and (w.ids or w.stem == word.stem)), None
        )
        if same is None:
            return False
        left.remove(same)
    if _described(short):
        return bool(left)
    if [w.weight for w in left] == ["kind"] and left[0].ids & _CALLED_WITHOUT and len(short.words) > 1:
        return not any(word.weight == "kind" for word in short.words)
    named = any(
        (word.weight == "proper" and not _is_place(word)) or word.state or word.ids & _TELL for word in short.words
    )
    return bool(left) and all(w.weight in ("proper", "light") or (named and w.weight == "heavy") for w in left)


def _described(short: BodyName) -> bool:
    """Tell whether words describe a body by its place or state rather than name it: the Mangystau department."""
    *others, head = short.words
    return (
        head.weight == "kind"
        and head.text.islower()
        and any(w.state or _is_place(w) or w.text.istitle() for w in others)
    )


def _is_place(word: Word) -> bool:
    """Tell whether a proper name is a place's: the University of Warsaw is not the Warsaw University of Technology."""
    return bool(word.ids) or bool(shipped().find(word.text, None, "Place"))


def _tied(one: int, other: int, told: Told, groups: Groups, but: tuple[int, str, int] | None = None) -> bool:
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
