"""Small words by which an English clause says that something is not so: nearly, has yet to, without, short of, no one.

not X but Y was elected; Y, not X, was         X is named only to be denied
did not join until 2014, did not fail to join  such a denial says that it was done
had X been elected, it would                   a condition without if
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.morphology import forms_of
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.syntax import Chunk, Clause

_NAMES = frozenset({"Person", "Organization", "Place", "Country"})
_SELVES = frozenset({"itself", "himself", "herself", "themselves"})
_AWAY_FROM = frozenset({"from", "of"})
_SHORT_OF = cues("en").words["short-of"]
_NO_ONE = ("no", "one")
_INVERTED = frozenset({"had", "were", "should"})
_CLOSE = cues("en").words["close"]
_TERMS = cues("en").words["terms"]
_PROSPECTS = cues("en").words["prospects"]
_PREVENTED = cues("en").words["prevented"]


def set_aside(phrase: Phrase, item: Open) -> str:
    """Return the modality that a small word gives a clause, "" if there is none such."""
    clause, group = item.clause, item.group
    if clause is None or group is None:
        return ""
    first, last = clause.predicate
    if phrase.cues.words["hardly"] & set(phrase.lowers[max(0, first - 1) : last + 1]):
        return "denied"
    if "yet" in phrase.lowers[first:last] and "to" in phrase.lowers[first:last]:
        return "denied"
    if item.marker == "whether" or _inverted(phrase, item):
        return "hypothetical"
    if group.kind == "gerund" and _away_from(phrase, first):
        return "denied"
    if group.lemma in phrase.cues.words["styles"] and phrase.lower(last + 1) in _SELVES:
        return "denied"
    if item.marker == "that" and phrase.lower(item.begin - 1) == "so":
        return "proposed"
    if group.past and item.form == "relative" and group.perfect and _revoked(phrase, last):
        return "ended"
    if group.kind == "gerund" and clause.head is not None and _no_prospect(phrase, clause.head):
        return "hypothetical"
    return _of_governor(phrase, item)


def _of_governor(phrase: Phrase, item: Open) -> str:
    """Used to be the director, is said to have joined: what an infinitive hangs on."""
    governor = item.governor
    if governor is None or governor.group is None or item.marker != "to":
        return ""
    if phrase.lower(item.begin - 1) == "used" and not governor.group.passive:
        return "ended"
    reported = governor.group.passive and governor.group.lemma in phrase.cues.words["reported"]
    return "hypothetical" if reported and governor.group.last == item.begin - 1 else ""


def _away_from(phrase: Phrase, first: int) -> bool:
    """Without signing, two votes short of becoming, barred from joining."""
    before = phrase.lower(first - 1)
    if before in ("without", "against") or (before == "for" and phrase.lemma(first - 2) in _TERMS):
        return True
    near = set(phrase.lowers[max(0, first - 5) : first - 1])
    if before == "to":
        return bool(near & _CLOSE)
    return before in _AWAY_FROM and bool(near & (_SHORT_OF | _PREVENTED))


def _no_prospect(phrase: Phrase, head: Chunk) -> bool:
    """There is no question of X becoming chair; the chances of X joining are slim."""
    start = phrase.phrase_start(extent(phrase, head)[0])
    return phrase.lower(start - 1) == "of" and phrase.lemma(start - 2) in _PROSPECTS


def undone(phrase: Phrase, item: Open) -> bool:
    """Quashed the order that made X chief: what an order says that is annulled is not so."""
    at = item.begin - 1
    outer = item.parent.group if item.parent is not None else None
    if item.form != "relative" or item.marker not in ("that", "which", "participle") or outer is None:
        return False
    return outer.lemma in phrase.cues.words["revokes"] and phrase.lemma(at) in phrase.cues.words["orders"]


def _revoked(phrase: Phrase, after: int) -> bool:
    """Which had been admitted, saw its admission revoked: what a sentence says was given and is taken back."""
    words = phrase.lowers[after + 1 :]
    taken_back = {form.base for word in words for form in forms_of(word)} & phrase.cues.words["revokes"]
    return bool(taken_back) and bool(phrase.cues.words["revoked"] & set(words))


def _inverted(phrase: Phrase, item: Open) -> bool:
    """Had X been elected: the verb of a condition stands before who it is said of."""
    governor = item.governor.group if item.governor is not None else None
    at = item.begin if phrase.lower(item.begin) in _INVERTED else governor.first if governor is not None else -1
    if at < 0 or phrase.lower(at) not in _INVERTED or not (at == 0 or phrase.lower(at - 1) in (",", ";")):
        return False
    return phrase.tag(at + 1) in ("D", "O", "R", "P") or phrase.taken[min(at + 1, phrase.size - 1)] is not None


def nobody_does(phrase: Phrase, item: Open) -> bool:
    """Nobody elected X; neither X nor Y joined; not none other than X."""
    group = item.group
    assert group is not None
    if phrase.cues.words["nobody"].isdisjoint(phrase.present) and "no" not in phrase.present:
        return False
    for i in range(item.begin, group.first):
        low = phrase.lower(i)
        alone = phrase.taken[i] is None and (
            low in phrase.cues.words["nobody"] or (low, phrase.lower(i + 1)) == _NO_ONE
        )
        if alone and phrase.lower(i + 1) not in ("other", "less", "too") and not _behind_a_verb(phrase, item, i):
            return True
    return False


def _behind_a_verb(phrase: Phrase, item: Open, at: int) -> bool:
    """Tell whether a word stands in a clause within the clause: X, whom nobody knew, joined."""
    return any(phrase.tags[i] in ("V", "W", "S", "M", "A") for i in range(item.begin, at))


def does_after_all(phrase: Phrase, clause: Clause) -> bool:
    """Did not join until 2014: it did in 2014; not: will not join until 2026."""
    if not (clause.negated and clause.past):
        return False
    late = [c for c in clause.having("date") if c.kind_of in ("until", "by") and c.last > clause.predicate[1]]
    late = [c for c in late if "until" in phrase.lowers[max(0, c.first - 2) : c.first + 1]]
    if not late:
        return False
    late[0].kind_of = "on"
    return True


def another(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a name is denied in favour of another: not X but Y; Y, not X; in Y rather than in X."""
    if chunk.kind not in _NAMES:
        return False
    first, last = extent(phrase, chunk)
    first = phrase.phrase_start(first)
    at = first - 2 if phrase.tag(first - 1) == "I" else first - 1
    if at > 0 and (phrase.lower(at) == "," and phrase.tag(at - 1) == "N"):
        at = phrase.phrase_start(at - 1) - 1  # not the favourite, X, but Y
    if at < 0 or phrase.lower(at) != "not":
        return False
    behind = phrase.lowers[last + 1 : last + 5]
    return "but" in behind or at == 0 or phrase.lower(at - 1) in (",", "and", "–", "—")
