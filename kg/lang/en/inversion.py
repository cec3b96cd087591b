"""Sentences that begin with their verb and end in who does it: Elected to the Board were X and Y.

Chairing the session was X; hosting the seminar was the Institute; elected chair was Y: a participle, then the verb to
be, then its subject. They are read as X chaired the session, the Institute hosted the seminar, Y was elected chair.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent

_SUBJECTS = ("Person", "Organization", "Delegation", "Role", "Country", "Place")
_OTHERWISE = frozenset({"attend", "chair", "speak", "lead", "join.in", "meet", "receive", "represent"})
_OPENING = 3  # tokens among which the participle stands: Also elected were


def turn_inverted(phrase: Phrase, found: list[Open]) -> list[Open]:
    """Return the clauses with each such pair of participle and verb made one."""
    for first, second in pairwise(found):
        if _opens(first) and _is_copula(phrase, second):
            _join(first, second)
            return [item for item in found if item is not first]
        if _does_so_too(phrase, first, second):
            first.chunks = [*first.chunks, *second.chunks]
            first.functions |= second.functions | {id(c): "subject" for c in second.chunks if c.kind in _SUBJECTS}
            return [item for item in found if item is not second]
    return found


def turn_said(phrase: Phrase, item: Open) -> None:
    """Fine, said X, opening the session: behind somebody's words the verb stands before who says them."""
    group = item.group
    if group is None or "speak" not in item.concepts or group.kind != "finite" or "subject" in item.functions.values():
        return
    mark = phrase.tokens[group.first - 1] if group.first else None
    if mark is None or not (mark.kind == "quote" or mark.text in (",", "”", "»", '"')):
        return
    for chunk in item.chunks:
        if (
            chunk.kind == "Person"
            and extent(phrase, chunk)[0] == group.last + 1
            and item.functions[id(chunk)] == "object"
        ):
            item.functions[id(chunk)] = "subject"


def _does_so_too(phrase: Phrase, first: Open, second: Open) -> bool:
    """X attended the meeting, as did Y; X was received there, as were Y and Z: of those behind it the same is said."""
    before, group = first.group, second.group
    if before is None or group is None or group.lemma not in ("do", "be", "have") or group.first != group.last:
        return False
    as_they = phrase.lower(group.first - 1) == "as" and before.kind == "finite" and not before.negated
    return as_they and bool(second.chunks) and all(c.first > group.last for c in second.chunks)


def _opens(item: Open) -> bool:
    group = item.group
    if group is None or group.kind not in ("participle", "gerund") or group.first >= item.begin + _OPENING:
        return False
    return item.form == "converb" and not any(c.first < group.first for c in item.chunks)


def _is_copula(phrase: Phrase, item: Open) -> bool:
    group = item.group
    if group is None or group.lemma != "be" or group.kind != "finite" or group.negated or item.form != "finite":
        return False
    if any(c.first < group.first for c in item.chunks) or phrase.tag(group.first - 1) == "PUNCT":
        return False
    return any(c.kind in _SUBJECTS and item.functions[id(c)] in ("object", "as") for c in item.chunks)


def _join(first: Open, second: Open) -> None:
    assert first.group is not None
    assert second.group is not None
    was = second.group
    second.group = replace(
        first.group,
        first=was.first,
        last=was.last,
        kind="finite",
        past=was.past,
        perfect=was.perfect,
        future=was.future,
    )
    second.concepts = first.concepts
    if first.group.kind == "gerund" and not first.concepts & _OTHERWISE:
        second.concepts = first.concepts | {"be.there"}  # interpreting was X, keeping time was X
    for chunk in second.chunks:
        if second.functions[id(chunk)] in ("object", "as") and chunk.kind in _SUBJECTS:
            second.functions[id(chunk)] = "subject"
    second.chunks = [*first.chunks, *second.chunks]
    second.functions |= first.functions
    second.begin = first.begin
