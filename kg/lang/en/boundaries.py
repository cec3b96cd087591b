"""Where one clause of an English sentence ends and the next begins: marks, conjunctions, a verb with no that."""

from __future__ import annotations

from kg.lang.en.functions import alike
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.en.predicates import Group


def boundary_before(phrase: Phrase, current: Open, group: Group) -> tuple[int, str] | None:
    """Return the mark or conjunction behind which the clause of a verb begins, with its kind."""
    touching = [b for b in current.boundaries if b[0] == group.first - 1 or only_adverbs(phrase, b[0] + 1, group.first)]
    if touching:
        return _behind_apposition(phrase, current, touching[-1]) or touching[-1]
    strong = [b for b in current.boundaries if b[1] not in (",", "and", "or")]
    if strong:
        return strong[-1]
    ands = [b for b in current.boundaries if b[1] == "and" and not _joins_subjects(phrase, current, b[0])]
    commas = [b for b in current.boundaries if b[1] == ","]
    if ands and (not commas or commas[-1][0] < ands[-1][0]):
        return ands[-1]
    return commas[-1] if commas else current.boundaries[-1] if current.boundaries else None


def _behind_apposition(phrase: Phrase, current: Open, closing: tuple[int, str]) -> tuple[int, str] | None:
    """X retired, and the second candidate, Y, congratulated Z: the last comma only closes what tells who."""
    assert current.group is not None
    if closing[1] != ",":
        return None
    ands = [b for b in current.boundaries if b[1].endswith("and") and current.group.last < b[0] < closing[0] - 1]
    between = [c for c in current.chunks if ands and ands[-1][0] < c.first < closing[0]]
    named = any(c.kind in ("Person", "Organization", "Role") for c in between)
    commas = [b for b in current.boundaries if b[1] == "," and ands and ands[-1][0] < b[0] < closing[0]]
    apart = any(c.posts and c.last < closing[0] - 1 == extent(phrase, c)[1] for c in between)
    return ands[-1] if named and (commas or apart) else None


def _joins_subjects(phrase: Phrase, current: Open, at: int) -> bool:
    """Tell whether an and stands between two phrases behind a comma: ..., and X and Y agreed."""
    before = next((c for c in reversed(current.chunks) if c.last < at), None)
    after = next((c for c in current.chunks if c.first > at), None)
    earlier = [
        b for b in current.boundaries if b[0] < at and before is not None and b[0] == extent(phrase, before)[0] - 1
    ]
    return bool(before and after and earlier and alike(before, after))


def only_adverbs(phrase: Phrase, first: int, last: int) -> bool:
    """Tell whether there is nothing but adverbs between two tokens, and something."""
    return all(phrase.tags[i] == "ADV" for i in range(first, last)) and last > first


def zero_that(phrase: Phrase, current: Open) -> int:
    """Return the token behind which the subject of a clause without that begins (said the CEC has joined)."""
    assert current.group is not None
    before = [c for c in current.chunks if c.first > current.group.last]
    return extent(phrase, before[-1])[0] - 1 if before else current.group.last


def has_subject(phrase: Phrase, clause: Open, after: int, group: Group) -> bool:
    """Tell whether anything between a conjunction and a verb may be who acts."""
    if "subject" in clause.functions.values():
        return True
    free = (i for i in range(after + 1, group.first) if phrase.taken[i] is None)
    return any(phrase.tags[i] in ("N", "P", "R", "W") for i in free)


def outward(level: Open, mark: str) -> Open:
    """Return the clause that goes on behind a mark: a comma alone does not end a complement."""
    forms = ("relative", "converb") if mark == "," else ("relative", "converb", "complement")
    while level.form in forms and level.parent is not None and level.parent.group is not None:
        level = level.parent
    return level
