"""What a person decided about who is who, as orders to the resolution, and which decisions have no effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.names import fold
from kg.records import LANGUAGES, Entity, Judgement, Name, Refusal
from kg.resolve.groups import Groups
from kg.resolve.references import AT, References
from kg.resolve.told import World

VERDICTS = ("same", "different", "rename", "reject")

Pair = tuple[frozenset[int], frozenset[int]]


@dataclass(slots=True)
class Orders:
    """Judgements by their number in the list given: the nodes that are or are not one, and the names that nodes get."""

    same: dict[int, Pair] = field(default_factory=dict)
    different: dict[int, Pair] = field(default_factory=dict)
    renamed: dict[int, tuple[frozenset[int], Name]] = field(default_factory=dict)
    idle: dict[int, str] = field(default_factory=dict)

    def names(self) -> dict[int, list[Name]]:
        """Return the names that nodes get, those of later lines first."""
        found: dict[int, list[Name]] = {}
        for _, (nodes, name) in sorted(self.renamed.items(), reverse=True):
            found.setdefault(min(nodes), []).append(name)
        return found


def announcements_meant(judgements: Sequence[Judgement]) -> frozenset[str]:
    """Return the ids of the announcements in which judgements mean a name: what they tell is not collapsed."""
    meant = (part for j in judgements for part in (j.subject, j.object) if AT in part)
    return frozenset(part.partition(AT)[2].strip() for part in meant)


def orders(judgements: Sequence[Judgement], world: World, resolutions: Sequence[Sequence[Entity]]) -> Orders:
    """Return what judgements order; a reference is looked up in the resolutions in turn."""
    found = Orders()
    meant = [References(entities) for entities in resolutions]
    for number, judgement in enumerate(judgements):
        if fault := _fault(judgement):
            found.idle[number] = fault
        elif judgement.verdict == "rename":
            nodes = _nodes(judgement.subject, meant[::-1], world)
            if isinstance(nodes, str):
                found.idle[number] = nodes
            else:
                found.renamed[number] = nodes, Name(judgement.object.strip(), judgement.lang)
        elif judgement.verdict == "reject":
            _look_up_rejected(number, judgement, meant, found)
        else:
            _look_up_pair(number, judgement, meant, world, found)
    _contradictions(judgements, found)
    return found


def obey(given: Orders, groups: Groups, judgements: Sequence[Judgement], idle: dict[int, str]) -> None:
    """Keep apart what is different, then join what is the same; put into ``idle`` what the former prevents."""
    for number, sides in given.different.items():
        for side, nodes in enumerate(sides):
            for node in nodes:
                groups.take_side(node, number, side)
    for number, (one, other) in given.same.items():
        first, *others = sorted(one | other)
        judgement = judgements[number]
        reason = f"judged the same{f': {judgement.why}' if judgement.why else ''}"
        for node in others:
            if not groups.force(first, node, reason):
                blocking = groups.judged_apart(first, node)
                line = judgements[blocking].line if blocking is not None else 0
                idle[number] = f"would make one of what line {line} keeps apart; remove one of the two"


def refusals(judgements: Sequence[Judgement], idle: dict[int, str]) -> tuple[Refusal, ...]:
    """Return judgements without effect, each with its file, line and reason."""
    return tuple(
        Refusal(judgements[n].source, f"{place(judgements[n])}: {judgements[n].verdict} {reason}")
        for n, reason in sorted(
            idle.items(), key=lambda item: (judgements[item[0]].source, judgements[item[0]].line, item[0])
        )
    )


def place(judgement: Judgement) -> str:
    """Return where a judgement stands: judgements.csv:7."""
    return f"{judgement.source or 'judgements'}:{judgement.line}"


def _fault(judgement: Judgement) -> str:
    """Say what is wrong with a judgement by itself, "" if nothing is."""
    if judgement.verdict not in VERDICTS:
        return f"is no verdict; write one of {', '.join(VERDICTS)}"
    if judgement.verdict == "rename" and judgement.lang not in LANGUAGES:
        return f"needs the language of the name; write one of {', '.join(LANGUAGES)}"
    if judgement.verdict == "rename" and not judgement.object.strip():
        return "needs the new name; write it as the object"
    if judgement.verdict in ("same", "different") and not (judgement.subject.strip() and judgement.object.strip()):
        return "needs two things; write one as the subject and the other as the object"
    if judgement.verdict == "reject" and not (judgement.subject or judgement.object):
        return "would reject everything; write a subject or an object"
    return ""


def _look_up_pair(number: int, judgement: Judgement, meant: Sequence[References], world: World, found: Orders) -> None:
    one, other = (_nodes(part, meant, world) for part in (judgement.subject, judgement.object))
    if isinstance(one, str) or isinstance(other, str):
        found.idle[number] = one if isinstance(one, str) else str(other)
        return
    types = {world.nodes[node].type for node in one | other}
    if len(types) > 1:
        found.idle[number] = f"joins and parts only things of one class, and these are {' and '.join(sorted(types))}"
    elif judgement.verdict == "same":
        found.same[number] = one, other
    elif one & other:
        found.idle[number] = f"names one thing twice; say in which announcement each is meant: NAME{AT}ANNOUNCEMENT"
    else:
        found.different[number] = one, other


def _look_up_rejected(number: int, judgement: Judgement, meant: Sequence[References], found: Orders) -> None:
    subject = judgement.subject.strip()
    if not subject or "/claim/" in subject or subject.startswith("claim/"):
        return
    faults = [references.find(subject).fault for references in meant[::-1]]
    if all(faults):
        found.idle[number] = faults[0]


def _nodes(reference: str, meant: Sequence[References], world: World) -> frozenset[int] | str:
    """Return the nodes that a reference means, or why it can't be told; a name means only what bears it."""
    faults = []
    for references in meant:
        result = references.find(reference.strip())
        if result.entity is None:
            faults.append(result.fault)
            continue
        return _of_entity(result.entity, reference, result.names, world)
    return next((fault for fault in faults if "ambiguous" in fault), faults[0])


def _of_entity(entity: Entity, reference: str, by_name: bool, world: World) -> frozenset[int]:
    members = set(entity.members)
    name, _, announcement = reference.partition(AT)
    by_id = {told.id: told for told in world.told} if announcement else {}
    if announcement:
        told = by_id.get(announcement.strip())
        numbers = [n for key, n in told.things().items() if (told.id, key) in members] if told else []
    else:
        numbers = [node.number for node in world.nodes if world.member(node.number) in members]
    if by_name:
        numbers = [n for n in numbers if fold(name) in {fold(own.text) for own in world.nodes[n].names}] or numbers
    return frozenset(numbers)


def _contradictions(judgements: Sequence[Judgement], found: Orders) -> None:
    """Take out pairs of lines that say the opposite of each other; neither has an effect."""
    for one, (mine, my_other) in list(found.same.items()):
        for other, (theirs, their_other) in list(found.different.items()):
            straight, crossed = mine & theirs and my_other & their_other, mine & their_other and my_other & theirs
            if straight or crossed:
                found.idle[one] = f"says the opposite of line {judgements[other].line}; remove one of the two"
                found.idle[other] = f"says the opposite of line {judgements[one].line}; remove one of the two"
    for number in found.idle:
        found.same.pop(number, None)
        found.different.pop(number, None)
