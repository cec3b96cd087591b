"""Where one clause ends and the next begins in a part of a Russian sentence that has several predicates."""

from __future__ import annotations

import itertools

from kg.lang.ru.phrase import Group, Phrase
from kg.lang.ru.prepositions import GOVERNED
from kg.lang.ru.verbs import Predicate
from kg.lang.syntax import Chunk

_CONTRAST = frozenset({"а", "но", "однако", "зато", "поэтому"})
_AND = frozenset({"и", "или", "да", "либо"})


def cut_off_without_verb(phrase: Phrase, piece: tuple[Predicate, list[int]]) -> list[int]:
    """Cut off what a contrast adds without a verb: X является членом, а Y – только наблюдателем."""
    predicate, tokens = piece
    last = predicate.last
    for n, i in enumerate(tokens):
        if i <= last:
            continue
        if (
            phrase.lower(i) in ("а", "но")
            and phrase.lower(i - 1) == ","
            and phrase.lower(i + 1) not in ("также", "именно")
        ):
            rest = tokens[n:]
            if any(phrase.tokens[k].kind == "dash" for k in rest):
                del tokens[n:]
                return rest
        elif _next_post(phrase, i) or _next_carrier(phrase, i) or _next_day(phrase, i):
            rest = tokens[n + 1 :]
            del tokens[n:]
            return rest
        elif phrase.tokens[i].text in ":;" and phrase.taken[i] is None:
            # вручено свидетельство: «Х» – член союза
            rest = tokens[n + 1 :]
            if any(phrase.tokens[k].kind == "dash" for k in rest[1:]) or _counts(phrase, rest):
                del tokens[n:]
                return rest
    return []


def _counts(phrase: Phrase, rest: list[int]) -> bool:
    """X вступил в союз; в союзе 57 клубов: behind a semicolon, in which body there are how many."""
    where = phrase.starting(rest[1]) if len(rest) > 2 and phrase.lower(rest[0]) in ("в", "во") else None
    if not isinstance(where, Chunk) or where.kind not in ("Organization", "Pronoun"):
        return False
    number = phrase.starting(phrase.ends[where] + 1)
    return isinstance(number, Chunk) and number.kind == "Number"


def _next_post(phrase: Phrase, at: int) -> bool:
    """Президентом избран X, вице-президентом — Y: a comma before a second post, a dash and who has it."""
    if phrase.tokens[at].text not in ",;" or phrase.taken[at] is not None:
        return False
    whose = phrase.lower(at + 1) in ("его", "её", "ее", "их")
    post = phrase.starting(at + 2 if whose else at + 1)
    if not isinstance(post, Chunk) or post.kind != "Role" or "Ins" not in phrase.grammar[post].cases:
        return False
    dash = phrase.ends[post] + 1
    who = phrase.starting(dash + 1) if dash < phrase.size and phrase.tokens[dash].kind == "dash" else None
    if isinstance(who, Chunk) and post.kind_of in ("membership", "observer"):
        return who.kind in ("Organization", "Country", "Place")  # членами являются A и B, наблюдателями – C и D
    return isinstance(who, Chunk) and who.kind in ("Person", "Role")


def _next_carrier(phrase: Phrase, at: int) -> bool:
    """X участвует в программе, второй её участник — Y: a comma before a noun in the nominative, a dash and a body."""
    if phrase.tokens[at].text not in ",;" or phrase.taken[at] is not None:
        return False
    dash = next((i for i in range(at + 2, min(at + 6, phrase.size)) if phrase.tokens[i].kind == "dash"), None)
    if dash is None or not phrase.lemmas(dash - 1) & phrase.cues.words["carriers"]:
        return False
    named = phrase.starting(dash + 1)
    return isinstance(named, Chunk) and named.kind in ("Organization", "Person")


def _next_day(phrase: Phrase, at: int) -> bool:
    """1 марта X встретился с Y, 2 марта – с Z: a comma before another day, a dash, and with whom."""
    day = phrase.taken[at + 1] if phrase.tokens[at].text in ",;" and at + 1 < phrase.size else None
    if day is None or day.kind != "Date" or day.first != at + 1:
        return False
    dash = day.last + 1
    return dash < phrase.size and phrase.tokens[dash].kind == "dash" and phrase.lower(dash + 1) in ("с", "со")


def cut_off_before_verb(phrase: Phrase, tokens: list[int], first: Predicate) -> list[int]:
    """Cut off what a dash says without a verb before a clause that has one: секретарь — X, она же вела протокол."""
    before = [i for i in tokens if i < first.first]
    dash = next((i for i in before[1:] if phrase.tokens[i].kind == "dash" and phrase.taken[i] is None), None)
    if dash is None or (phrase.tokens[dash - 1].text in ",.!?»" and phrase.taken[dash - 1] is None):
        return []
    marks = [i for i in before if i > dash + 1 and phrase.tokens[i].text in ",;" and phrase.taken[i] is None]
    marks = [i for i in marks if phrase.tokens[i].text == ";"] or [
        i for i in marks if phrase.tokens[i - 1].text == ")" or not _joins_nouns(phrase, i)
    ]
    if not marks or any(phrase.tokens[i].kind == "dash" for i in before if i > marks[-1]):
        return []
    if not _named_beside(phrase, dash):
        return []
    rest = [i for i in tokens if i < marks[-1]]
    tokens[:] = [i for i in tokens if i > marks[-1]]
    return rest


def _named_beside(phrase: Phrase, dash: int) -> bool:
    """Tell whether what stands before a dash may be a subject, and something that is named stands behind it."""
    before = _ending(phrase, dash - 1)
    behind = next((c for c in (phrase.taken[i] for i in range(dash + 1, min(dash + 6, phrase.size))) if c), None)
    event = any(c is not None and c.kind == "Event" for c in phrase.taken[:dash])
    if event and before is not None and behind is not None and behind.kind == "Date":
        return True  # Очередная конференция – 20 октября, город пока не выбран
    return before is not None and behind is not None and behind.kind in ("Person", "Role", "Organization", "Country")


def boundary(phrase: Phrase, tokens: list[int], one: Predicate, two: Predicate) -> int:
    """Return the token at which the second predicate's clause begins."""
    between = [i for i in tokens if one.last < i < two.first and phrase.taken[i] is None]
    for i in between:
        if phrase.tokens[i].text in ";:":
            return i
    marks = [
        i
        for i in between
        if phrase.lower(i) == "," or phrase.lower(i) in _AND | _CONTRAST or phrase.tokens[i].kind == "dash"
    ]
    for i in reversed(marks):
        if phrase.lower(i) in _CONTRAST:
            return i
    for i in reversed(marks):
        if phrase.tokens[i].kind == "dash":
            continue
        if not _joins_nouns(phrase, i):
            return i
    gap = next(
        (j for i, j in itertools.pairwise(between) if j - i > 1 and phrase.free(i + 1, j - 1) is not False),
        None,
    )
    skipped = next((b for a, b in itertools.pairwise(tokens) if one.last < a and b <= two.first and b - a > 1), None)
    if gap is None and skipped is not None:
        return skipped
    return marks[-1] if marks else two.first


def _joins_nouns(phrase: Phrase, at: int) -> bool:
    """Tell whether a comma or and joins two noun phrases of one case rather than two clauses."""
    behind = phrase.starting(at + 1)
    if behind is None:
        word = phrase.lower(at + 1)
        if word in GOVERNED and phrase.lower(at) in _AND:
            return False
        if phrase.lower(at) == "," and at + 1 < phrase.size and phrase.tokens[at + 1].kind in ("number", "initials"):
            return False
        return False
    before = _ending(phrase, at - 1)
    if before is None:
        return False
    shared = set(_cases_there(phrase, before)) & set(phrase.cases_of(behind))
    return bool(shared - {"Nom"}) or (
        "Nom" in shared and isinstance(before, Chunk) and isinstance(behind, Chunk) and before.kind == behind.kind
    )


def _ending(phrase: Phrase, at: int) -> Chunk | Group | None:
    taken = phrase.taken[at] if at >= 0 else None
    if taken is not None:
        return taken.top()
    return next((g for g in phrase.groups.values() if g.last == at), None)


def _cases_there(phrase: Phrase, thing: Chunk | Group) -> tuple[str, ...]:
    begin = thing.first if isinstance(thing, Group) else phrase.begin_of(thing)
    word, _ = phrase.preposition(begin)
    cases = phrase.cases_of(thing)
    governed = GOVERNED.get(word)
    return tuple(c for c in cases if c in governed) or cases if governed else cases
