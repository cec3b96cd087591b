"""Who acts where it is not said again: in a relative clause, behind an infinitive, beside those whom someone leads."""

from __future__ import annotations

from kg.lang.en.open_clauses import Open
from kg.lang.en.successions import inherit_object
from kg.lang.syntax import Chunk, Clause

_SUBJECTS = ("Person", "Organization", "Country", "Delegation", "Side", "Pronoun", "Place", "Role", "Event")
_LED_APART = ("Organization", "Event")
_COMING_TOGETHER = frozenset({"meet", "receive", "visit"})


def share(item: Open) -> None:
    """Give a clause without a subject the one of the clause that it goes on with or hangs on."""
    clause = item.clause
    assert clause is not None
    if item.shares is not None and clause.having("subject", *_SUBJECTS) and _turned(item):
        clause.chunks += [
            c.again("object") for c in _shared(item.shares) if c.kind == "Event"
        ]  # was opened by X and chaired by Y
    if clause.having("subject", *_SUBJECTS):
        return
    source: Open | None = None
    if item.shares is not None:
        source = item.shares
    elif inherit_object(item):
        return
    elif item.marker in ("to", "participle") and item.form in ("complement", "converb"):
        source = item.governor or item.parent
    elif item.form == "relative" and item.head is not None and item.group is not None and item.group.kind == "gerund":
        clause.inherited = [item.head]  # Malta having acceded on 1 February
        return
    elif item.form == "converb" and item.group is not None and item.group.kind == "gerund":
        source = item.parent
    elif item.form == "relative" and item.head is not None and item.marker in ("who", "which", "that", "due"):
        clause.inherited = _those_listed(item, item.head)
        return
    if source is not None and source.clause is not None:
        clause.inherited = _shared(source)
        opens = item.marker == "participle" and item.begin <= 1  # Held in Vienna, the conference was attended by X
        if (item.marker == "to" or opens) and "hold" in clause.concepts and not clause.having("object"):
            clause.chunks += [
                c if item.marker == "to" else c.again("subject") for c in clause.inherited if c.kind == "Event"
            ]  # is scheduled to be held on 19 November


def _those_listed(item: Open, head: Chunk) -> list[Chunk]:
    """X, Y and Z, which have run it together: a plural verb is said of the whole list that its noun ends."""
    group, parent = item.group, item.parent
    if group is None or parent is None or head.group < 0 or head.plural:
        return [head]
    several = group.several
    return [c for c in parent.chunks if c.group == head.group] if several else [head]


def _turned(item: Open) -> bool:
    """Tell whether a passive has been turned round, so that its agent is the subject."""
    return item.group is not None and item.group.passive and item.clause is not None and not item.clause.passive


def _shared(source: Open) -> list[Chunk]:
    """Return what a clause hands on as its subject: what it said so by its form, a passive the one acted upon."""
    assert source.clause is not None
    patients = source.clause.having("object") + source.clause.having("to", "Event")
    patients = [c for c in patients if source.group and c.first < source.group.first]
    return patients if _turned(source) and patients else list(source.clause.subjects)


def _take_back(clause: Clause, nested: Clause) -> None:
    """Met with the delegation headed by X on 3 March in Taraz: the day and the town are those of the meeting."""
    leaders = nested.having("subject", "Person")
    behind = [c for c in nested.chunks if leaders and c.first > leaders[-1].last and c.function in ("date", "at")]
    if behind and not clause.having("date"):
        nested.chunks = [c for c in nested.chunks if c not in behind]
        clause.chunks += behind


def led_by(item: Open) -> None:
    """Met with buyers from Korea led by X, received scientists headed by Y: whoever leads those met is met."""
    clause = item.clause
    assert clause is not None
    part = "with" if "meet" in clause.concepts else "object"
    for nested in item.nested if clause.concepts & _COMING_TOGETHER else ():
        if nested.clause is not None and "lead" in nested.concepts and _turned(nested):
            _take_back(clause, nested.clause)
    if not clause.concepts & {"meet", "receive"} or clause.having(part, "Person", "Delegation"):
        return
    for nested in item.nested:
        leads = nested.clause is not None and "lead" in nested.concepts and _turned(nested)
        if leads and nested.clause is not None and (nested.head is None or nested.head.kind not in _LED_APART):
            clause.chunks += [c.again(part) for c in nested.clause.having("subject", "Person")]
