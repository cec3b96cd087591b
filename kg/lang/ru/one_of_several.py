"""Posts in the plural of which one is meant: X, один из директоров фонда; один из заместителей министра X."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Grammar, Phrase
from kg.lang.syntax import Chunk

_ONE = frozenset({"один", "одна", "одно", "одним", "одной", "одною", "одного", "одному", "одну"})
_WORDS = cues("ru").words
_IS_OR_BECOMES = _WORDS["comes-to-be"] | _WORDS["goes-on-being"]


def one_of_several(phrase: Phrase, role: Chunk) -> bool:
    """один из членов союза, одним из учредителей: whether one is meant of those that a post in the plural names."""
    return _one_before(phrase, role) >= 0


def over_one_of(phrase: Phrase, at: int) -> int:
    """Return the token behind "one of", if that begins at a token, else the token: один из | директоров."""
    return at + 2 if phrase.lower(at) in _ONE and phrase.lower(at + 1) == "из" else at


def _one_before(phrase: Phrase, role: Chunk) -> int:
    """Return the token that says that one is meant, -1 if none does: одного | из | старших вожатых."""
    for at in (role.first - 1, phrase.grammar[role].begin - 1):
        if at > 0 and phrase.lower(at) == "из" and phrase.lower(at - 1) in _ONE:
            return at - 1
    return -1


def single_out(phrase: Phrase, roles: list[Chunk]) -> None:
    """Make one post of those of which one is meant, where a name stands beside it or somebody is said to be it."""
    for role in roles:
        one = _one_before(phrase, role) if role.plural else -1
        if one < 0 or not (_beside_name(phrase, role, one) or phrase.lemmas(one - 1) & _IS_OR_BECOMES):
            continue
        cases = tuple(dict.fromkeys(form.case for form in phrase.forms[one] if form.case and form.number != "Plur"))
        role.plural = False
        phrase.grammar[role] = Grammar(cases or ("Nom",), "Sing", "", True, one)


def _beside_name(phrase: Phrase, role: Chunk, one: int) -> bool:
    """Tell whether a person is named right behind a post's phrase or, before a mark, right before it."""
    behind = phrase.starting(phrase.ends[role] + 1)
    if isinstance(behind, Chunk) and behind.kind == "Person":
        return True
    before = phrase.taken[one - 2] if one > 1 and phrase.lower(one - 1) in (",", "(", "–", "—") else None
    return before is not None and before.kind == "Person" and before.last == one - 2
