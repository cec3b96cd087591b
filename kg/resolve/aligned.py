"""What corresponds in two language versions of an announcement: one thing, though its names are translated.

Names of people are comparable across alphabets, names of bodies often are not; but the rector of the one is the rector
of the other, they come in the same order, and what is left over when all else has found its counterpart is the same.
What is joined serves to join more, so versions are gone through until nothing changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import msgspec

from kg.names import fold
from kg.records import Name
from kg.resolve import body_name, human_name
from kg.resolve.counterpart import FEATURES, Seen, Tie, kinds_in
from kg.resolve.groups import Groups
from kg.resolve.home import home_by_name
from kg.resolve.score import DOUBTFUL, JOINS, Score, compare
from kg.resolve.told import Node, Told, World

ROUNDS = 4
_MARGIN = 0.05  # by which a pair must be surer than any other of its two

_CROSSING = frozenset({"network", "alliance", "association", "forum", "league", "community", "congress", "consortium"})

TYPES = ("Person", "Organization", "Program", "Agreement", "Election", "Place", "Role")
"""The classes of things that may correspond."""


Found = tuple[tuple[int, int, Score], ...]
"""What may correspond in two versions: a group of the one and one of the other, by their places in a _State."""


@dataclass(slots=True)
class Aligned:
    """What was found in versions, by a hash of all that it depends on: ``known`` before, and ``now``."""

    known: Mapping[bytes, Found] = field(default_factory=dict)
    now: dict[bytes, Found] = field(default_factory=dict)


@dataclass(slots=True)
class Steps:
    """How versions were gone through: how much was joined in a round in two of them, and what they leave in doubt.

    A step is the round and the numbers of the two.
    """

    joins: list[tuple[tuple[int, int, int], int]] = field(default_factory=list)
    open: list[tuple[tuple[int, int, int], int, int, Score]] = field(default_factory=list)

    def take(self, at: tuple[int, int, int], joins: int, scores: Mapping[tuple[int, int], Score]) -> None:
        """Take down a step."""
        if joins:
            self.joins.append((at, joins))
        self.open += [(at, *pair, score) for pair, score in scores.items() if score.total >= DOUBTFUL]

    def doubts(self, groups: Groups) -> dict[tuple[int, int], Score]:
        """Return what only may correspond in the end."""
        self.open = [row for row in self.open if groups.of(row[1]) != groups.of(row[2])]
        return {(one, other): score for _, one, other, score in self.open}


def join_aligned(
    pairs: Sequence[tuple[Told, Told]],
    world: World,
    groups: Groups,
    memory: Aligned | None = None,
    steps: Steps | None = None,
) -> dict[tuple[int, int], Score]:
    """Join what corresponds in versions of announcements, the surest first; return what only may correspond.

    Versions that are known in the ``memory`` as they are now are not compared again; the ``steps`` are taken down.
    """
    memory, steps = memory or Aligned(), steps or Steps()
    seen = [-1] * len(pairs)  # how many joins there were when each was gone through
    last = [0] * len(world.told)  # of all joins the last of something that an announcement tells of
    for round_ in range(ROUNDS):
        joined = False
        for number, (mine, theirs) in enumerate(pairs):
            if last[mine.number] <= seen[number] and last[theirs.number] <= seen[number]:
                continue  # all is as it was then
            seen[number], logged = groups.joins, len(groups.log.ones)
            scores, some = align(mine, theirs, world, groups, memory)
            joined |= some
            for group in groups.log.ones[logged:]:
                for told in groups.told(group):
                    last[told] = groups.joined(group)
            steps.take((round_, mine.number, theirs.number), len(groups.log.ones) - logged, scores)
        if not joined:
            break
    return steps.doubts(groups)


def align(
    mine: Told, theirs: Told, world: World, groups: Groups, memory: Aligned
) -> tuple[dict[tuple[int, int], Score], bool]:
    """Join what surely corresponds in two versions; return what may correspond, and whether something was joined."""
    scores = _scores(mine, theirs, world, groups, memory)
    return scores, _join(scores, world, groups)


def _join(scores: dict[tuple[int, int], Score], world: World, groups: Groups) -> bool:
    """Join the pairs that are sure and surer than any other that one of them could be joined in.

    How sure is told by all that speaks for it, also beyond 1: Wang Lei is Ван Лэй rather than Ван Ли, there too.
    """
    joined = False
    taken: set[int] = set()
    strengths = {pair: sum(share for _, share in score.shares) for pair, score in scores.items()}
    for (one, other), score in sorted(scores.items(), key=lambda item: (-strengths[item[0]], item[0])):
        if score.total < JOINS or taken & {one, other}:
            continue
        if not (_one_language(one, other, world, groups) and _one_father(one, other, world, groups)):
            continue
        rivals = [s for pair, s in strengths.items() if len({one, other} & set(pair)) == 1 and not taken & set(pair)]
        if strengths[one, other] - max(rivals, default=0.0) >= _MARGIN and groups.of(one) != groups.of(other):
            taken |= {one, other}
            joined |= groups.join(one, other, f"counterparts in another language version: {score}")
    return joined


def _one_language(one: int, other: int, world: World, groups: Groups) -> bool:
    """Tell whether joining two posts gives it one name in each language: a slip would spread to everybody."""
    if world.nodes[one].type != "Role":
        return True
    if bool(groups.known(one)) != bool(groups.known(other)):
        return False
    names = [{(n.lang, fold(n.text)) for m in groups.nodes(g) for n in world.nodes[m].names} for g in (one, other)]
    return {lang for lang, _ in names[0]}.isdisjoint({lang for lang, _ in names[1]})


def _one_father(one: int, other: int, world: World, groups: Groups) -> bool:
    """Tell whether no patronymic that a person bears in any announcement is of another father than the other's."""
    if world.nodes[one].type != "Person":
        return True
    names = [[n.text for m in groups.nodes(g) for n in world.nodes[m].names] for g in (one, other)]
    mine, theirs = ({father for name in own if (father := human_name.human_name(name).father)} for own in names)
    return not (mine and theirs) or any(human_name.same_father(m, t) for m in mine for t in theirs)


@dataclass(frozen=True, slots=True)
class _State:
    """What two versions have in common: which of their things are one by now, and which of the others may become so.

    ``places`` are those of the groups in ``groups``, for each thing of the one and of the other.
    """

    groups: tuple[int, ...]
    places: tuple[int, ...]
    open: tuple[tuple[int, int], ...]

    def key(self, mine: Told, theirs: Told) -> bytes:
        """Return a hash of all that scores of the two depend on, nothing if the two are not known by any."""
        if not (mine.key and theirs.key):
            return b""
        return sha256(mine.key + theirs.key + msgspec.json.encode((self.places, self.open))).digest()[:16]


def _state(mine: Told, theirs: Told, world: World, groups: Groups) -> _State | None:
    """Return the state of two versions, None if nothing in them may become one."""
    ours, others = (list(map(groups.of, told.nodes)) for told in (mine, theirs))
    types: dict[int, str] = {}
    left: list[list[int]] = []
    for own, beside in ((ours, set(others)), (others, set(ours))):
        left.append([])
        for group in dict.fromkeys(own):
            if group not in beside and (type_ := world.nodes[group].type) in TYPES:
                types[group] = type_
                left[-1].append(group)
    free = [(o, t) for o in left[0] for t in left[1] if types[o] == types[t] and groups.may_join(o, t)]
    if not free:
        return None
    places: dict[int, int] = {}
    for group in (*ours, *others):
        places.setdefault(group, len(places))
    of_both = tuple([places[group] for group in (*ours, *others)])
    return _State(tuple(places), of_both, tuple([(places[one], places[other]) for one, other in free]))


def _scores(mine: Told, theirs: Told, world: World, groups: Groups, memory: Aligned) -> dict[tuple[int, int], Score]:
    """Score all pairs of things without a counterpart; a pair of nodes is a pair of groups' first nodes."""
    state = _state(mine, theirs, world, groups)
    if state is None:
        return {}
    key = state.key(mine, theirs)
    found = memory.known.get(key)
    if found is None:
        scores = _compared(mine, theirs, {(state.groups[m], state.groups[t]) for m, t in state.open}, world, groups)
        place = {group: number for number, group in enumerate(state.groups)}
        found = tuple((place[one], place[other], score) for (one, other), score in scores.items())
    if key:
        memory.now[key] = found
    return {(state.groups[one], state.groups[other]): score for one, other, score in found}


def _compared(
    mine: Told, theirs: Told, pairs: set[tuple[int, int]], world: World, groups: Groups
) -> dict[tuple[int, int], Score]:
    """Return the scores of those pairs of groups that may be one by them.

    They depend on what the two versions tell and on which of their things are one, and on nothing else.
    """
    found: dict[tuple[int, int], Score] = {}
    both = {groups.of(n) for n in mine.nodes} & {groups.of(n) for n in theirs.nodes}
    one_side, other_side = (_seen(told, both, world, groups) for told in (mine, theirs))
    for one, seen in one_side.items():
        for other, as_seen in other_side.items():
            if (one, other) in pairs:
                score = compare(FEATURES, seen, as_seen)
                if score.total >= DOUBTFUL and _something_in_common(score):
                    found[one, other] = score
    return found


def _something_in_common(score: Score) -> bool:
    weak = ("same_place_in_text", "only_ones_left", "only_ones_of_kind")  # all that a body may have by chance
    return any(name not in weak for name, _ in score.shares)


def _seen(told: Told, both: set[int], world: World, groups: Groups) -> dict[int, Seen]:
    """Return what one version tells of and the other does not yet, by group."""
    own_of: dict[str, list[int]] = defaultdict(list)
    for group in dict.fromkeys(groups.of(n) for n in told.nodes):
        own_of[world.nodes[group].type].append(group)
    if all(group in both for type_ in TYPES for group in own_of[type_]):
        return {}
    ties, names = _ties(told, both, world, groups), _names_in(told, world, groups)
    holders, homes = _holders(told, world, groups), _homes(told, world, groups)
    company = sum(group in both for group in own_of["Person"])
    found: dict[int, Seen] = {}
    for type_ in TYPES:
        own = own_of[type_]
        left = [group for group in own if group not in both]
        for group in left:
            rank = own.index(group) / max(1, len(own) - 1)
            others = set().union(*(_kinds(names[other]) for other in own if other != group))
            sole = frozenset(_kinds(names[group]) - others) if type_ == "Organization" else frozenset()
            sole = frozenset({type_}) if type_ == "Program" and len(own) == 1 else sole
            found[group] = Seen(
                *(type_, names[group], rank, len(left) == 1, frozenset(ties[group]), sole),
                frozenset(homes[group]),
                frozenset(holders[group]),
                company,
            )
    return found


def _kinds(names: Iterable[Name]) -> set[str]:
    return set().union(*map(kinds_in, names))


def _names_in(told: Told, world: World, groups: Groups) -> dict[int, tuple[Name, ...]]:
    found: dict[int, tuple[Name, ...]] = defaultdict(tuple)
    for number in told.nodes:
        found[groups.of(number)] += world.nodes[number].names
    return found


def _holders(told: Told, world: World, groups: Groups) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for post in told.posts:
        if min(post.member, post.body) >= 0 and world.nodes[post.member].type == "Person":
            found[groups.of(post.body)] |= {name.text for name in world.nodes[post.member].names[:1]}
    return found


def _homes(told: Told, world: World, groups: Groups) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for number in told.nodes:
        node = world.nodes[number]
        if node.type == "Organization" and (home := home_by_name(node.names, "" if _crosses(node) else node.home)):
            found[groups.of(number)].add(home)
    return found


def _crosses(node: Node) -> bool:
    """Tell whether a body may reach beyond the state of whoever tells of it: a network, an alliance, an association."""
    ids = {id_ for name in node.names for word in body_name.body_name(name.text, name.lang).words for id_ in word.ids}
    return bool(ids & _CROSSING) and not ids & {"national", "state"}


def _ties(told: Told, both: set[int], world: World, groups: Groups) -> dict[int, set[Tie]]:
    """Return how each thing that has no counterpart yet hangs together with what both versions tell of."""
    found: dict[int, set[Tie]] = defaultdict(set)

    def tie(thing: int, kind: str, *others: int) -> None:
        if thing < 0 or (group := groups.of(thing)) in both:
            return
        ends = tuple(groups.of(other) if other >= 0 else -1 for other in others)
        if both.issuperset(ends):
            found[group].add((kind, *ends))

    for post in told.posts:
        if min(post.member, post.body) >= 0 and world.nodes[post.member].type == "Person":
            for thing, *others in ((post.body, post.member, post.role), (post.member, post.body, post.role)):
                tie(thing, "post", *others)
                tie(thing, "holder", others[0])
            tie(post.role, "post", post.member, post.body)
        elif min(post.member, post.body) >= 0:
            tie(post.member, "member of", post.body)
            tie(post.body, "has member", post.member)
    for child, predicate, parent in told.ties:
        tie(child, predicate, parent)
        tie(parent, f"^{predicate}", child)
    for met in told.met:
        for thing in sorted({*met.present, *met.organizers, *met.places}):
            if groups.of(thing) in both:
                continue
            for other in sorted({*met.present, *met.organizers}):
                if other != thing:
                    tie(thing, f"met {met.day}", other)
    for thing, predicate, value in told.values:
        if predicate == "kg:memberCount":
            found[groups.of(thing)].add((predicate, value))
    return found
