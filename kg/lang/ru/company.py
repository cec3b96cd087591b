"""With whom somebody was: those at whose place they sat, and people of whom none is named."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Clause

_BEHIND = 4  # words behind what a clause names among which those may be told of
_WORDS = cues("ru").words
_STAYS_WITH = _WORDS["stays-with"]


def sit_with(clause: Clause) -> None:
    """Мы просидели пять часов у министра X, побывали у директора: to be with somebody is to meet them."""
    if clause.lemma not in _STAYS_WITH or not clause.past:
        return
    hosts = clause.having("beside", "Person") + [c for c in clause.having("beside", "Role") if c.owner is not None]
    if hosts and any(c.kind == "Person" for c in clause.subjects):
        clause.concepts = frozenset({"meet"})
        for host in hosts:
            host.function = "with"


def with_people(phrase: Phrase, span: range) -> bool:
    """С первокурсниками встретится X, спорили с гостями: those of whom none is named are a side too."""
    end = span.stop
    while end < min(span.stop + _BEHIND, phrase.size) and phrase.tokens[end].kind == "word":
        end += 1  # встретился в Кентау с жителями
    for at in range(span.start, end):
        group = phrase.groups.get(at)
        if group is None or group.kind != "noun" or not group.animate or "Ins" not in group.cases:
            continue
        taken = phrase.taken[group.head]
        if phrase.preposition(group.first)[0] in ("с", "со") and (taken is None or taken.kind == "Role"):
            return True
    return False
