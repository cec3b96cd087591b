"""How many members a body has, where no verb says so: the 45-member Union; with 19 members, the League; members: 14.

Each is a clause of its own that counts, whatever the sentence around it says.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.numbers import NUMBERS
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk, Clause

_COUNTED = cues("en").words["counted-members"]
_UNIONS = cues("en").words["unions"]
_HAD = cues("en").words["quantity"] - cues("en").words["not-had-by-unions"]
_NEAR = 4  # tokens between the words for a number and the body that it counts


def counted_in_passing(phrase: Phrase, chunks: list[Chunk]) -> list[Clause]:
    """Return a clause of counting for each number of members that a phrase without a verb gives."""
    compounds = [at for at, low in enumerate(phrase.lowers) if "-" in low]
    made = [clause for at in compounds if (clause := _compound(phrase, at)) is not None]
    chunks += [clause.chunks[1] for clause in made]
    for number in chunks:
        if number.kind != "Number":
            continue
        body = (
            _listed(phrase, number)
            or _alongside(phrase, number)
            or _owned(phrase, number)
            or _in_all(phrase, number)
            or _as_one_of(phrase, number)
            or _described(phrase, number)
        )
        if body is not None:
            made.append(count_of(number, body))
    return made


def _compound(phrase: Phrase, at: int) -> Clause | None:
    """The 45-member Association, a thirty-member network of the Union."""
    head, dash, tail = phrase.lowers[at].rpartition("-")
    if not dash or tail not in _COUNTED or phrase.taken[at] is not None:
        return None
    value = int(head) if head.isdigit() else NUMBERS.words.get(head, (0, True))[0]
    body = next((c for c in phrase.taken[at + 1 : at + _NEAR] if c is not None), None)
    if (
        value < 2
        or body is None
        or body.top().kind != "Organization"
        or phrase.lower(at - 1) not in ("the", "a", "its")
    ):
        return None
    number = phrase.chunk("Number", at, at, label=str(value), lemma="", rule="number.of-members")
    number.value = str(value)
    return count_of(phrase.take(number), body.top())


def _listed(phrase: Phrase, number: Chunk) -> Chunk | None:
    """Association members: 14; membership of the Society: 34."""
    if phrase.lower(number.first - 1) not in (":", "–", "—") or phrase.tag(number.last + 1) not in ("PUNCT", ""):
        return None
    before = phrase.taken[number.first - 2]
    if before is not None and before.kind == "Role" and before.kind_of == "membership" and before.plural:
        return before.owner
    body = before.top() if before is not None else None
    if body is None or body.kind != "Organization":
        return None
    at = phrase.phrase_start(body.first) - 1
    told = phrase.lower(at) == "of" and (phrase.lower(at - 1) in ("membership", "members"))
    return body if told else None


def _alongside(phrase: Phrase, number: Chunk) -> Chunk | None:
    """With 19 members, the League is small; the League, with its 19 members, is small; the League (19 members)."""
    last = next((i for i in range(number.last + 1, number.last + _NEAR) if phrase.lower(i) == "members"), 0)
    start = phrase.phrase_start(number.first)
    if (
        not last
        or "approximate" in number.flags
        or any(phrase.tags[i] not in ("J", "N") for i in range(number.last + 1, last))
    ):
        return None
    if phrase.lower(start - 1) == "(" and phrase.lower(last + 1) == ")":
        return _body_before(phrase, start - 2)
    if phrase.lower(start - 1) != "with" or phrase.lower(last + 1) != ",":
        return None
    if phrase.lower(start - 2) == ",":
        return _body_before(phrase, start - 3)
    behind = last + 2 + (phrase.tag(last + 2) == "D")
    body = phrase.taken[behind] if start == 1 and behind < phrase.size else None
    return body.top() if body is not None and body.top().kind == "Organization" else None


def _owned(phrase: Phrase, number: Chunk) -> Chunk | None:
    """Of the Council's 47 members 41 came; all 26 members of the Union: so many has it."""
    last = next((i for i in range(number.last + 1, number.last + _NEAR) if phrase.lower(i) == "members"), 0)
    if not last or any(phrase.tags[i] not in ("J", "N", "P") for i in range(number.last + 1, last)):
        return None
    at = number.first - 1
    owner = phrase.taken[at] if at >= 0 and phrase.possessive(at) else None
    if owner is not None and number.last + 1 == last:
        return owner if owner.kind == "Organization" else None
    behind = last + 2 + (phrase.tag(last + 2) == "D")
    opened = phrase.lower(at) == "all" or phrase.lowers[max(0, at - 1) : at + 1] in (["of", "the"], ["one", "of"])
    whole = opened and phrase.lower(last + 1) == "of" and behind < phrase.size
    body = phrase.taken[behind] if whole else None
    return body if body is not None and body.kind == "Organization" else None


def _in_all(phrase: Phrase, number: Chunk) -> Chunk | None:
    """The Presidium, nine persons in all, sat; the Committee, a body of eleven, is convened: so many members it has."""
    words = phrase.lowers[number.last + 1 : number.last + 4]
    start = phrase.phrase_start(number.first)
    whole = words[:1] in (["persons"], ["people"], ["members"]) and words[1:] in (["in", "all"], ["in", "total"])
    if whole and phrase.lower(start - 1) in (",", "–", "—", "("):
        return _body_before(phrase, start - 2)
    made_of = phrase.lower(start - 1) == "of" and phrase.lower(start - 2) == "body" and phrase.lower(start - 3) == "a"
    if made_of and words[:1] in ([","], [")"]) and phrase.lower(start - 4) in (",", "("):
        return _body_before(phrase, start - 5)
    return None


def _as_one_of(phrase: Phrase, number: Chunk) -> Chunk | None:
    """Has been in the Alliance since May, as one of 63 members: so many has the body before."""
    start = phrase.phrase_start(number.first)
    told = phrase.lowers[max(0, start - 3) : start] == ["as", "one", "of"]
    if not told or phrase.lower(number.last + 1) not in ("members", "member") or "approximate" in number.flags:
        return None
    before = [c for c in phrase.chunks if c.kind == "Organization" and c.last < start and not c.plural]
    outer = [c for c in before if c.inside is None or c.inside.kind != "Organization"]
    return max(outer, key=lambda c: c.first) if outer else None


def _described(phrase: Phrase, number: Chunk) -> Chunk | None:
    """The Union, a network of 27 chambers, met; the Council, whose 45 members meet twice a year, chose X."""
    start = phrase.phrase_start(number.first)
    noun = next((i for i in range(number.last + 1, number.last + _NEAR) if phrase.lemma(i) in _HAD), 0)
    if not noun or "approximate" in number.flags or phrase.lower(start - 1) in ("over", "than"):
        return None
    if phrase.lower(number.first - 1) == "whose" and phrase.lower(noun) == "members":
        return _body_before(phrase, number.first - 2 - (phrase.lower(number.first - 2) == ","))
    union = start - 2
    if (
        phrase.lower(start - 1) != "of"
        or phrase.lemma(union) not in _UNIONS
        or phrase.lower(noun) == phrase.lemma(noun)
    ):
        return None
    begin = phrase.phrase_start(union)
    article = phrase.lower(begin) in ("a", "an") and phrase.lower(begin - 1) in (",", "(", "–", "—")
    return _body_before(phrase, begin - 2) if article else None


def _body_before(phrase: Phrase, at: int) -> Chunk | None:
    body = phrase.taken[at] if at >= 0 else None
    return body.top() if body is not None and body.top().kind == "Organization" else None


def count_of(number: Chunk, body: Chunk) -> Clause:
    """Return a clause that says that a body has so many members."""
    number.flags |= {"members", "exact"}
    at = number.first
    chunks = [body.again("subject"), number]
    return Clause(at, at, (at, at), frozenset({"count"}), "number", "finite", chunks, flags={"of-subject"})
