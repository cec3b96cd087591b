"""Bodies whose names tell nothing, beside a body that is named in full or whose people are sent.

jointly with Kcell and the Akimat of X      what stands in a list with a body is one
representatives of Kazzinc                  what has representatives is one
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.in_company import body_begins
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME

_BEFORE = frozenset({"with", "by", "between", "of", "from"})
_SENT_BY = cues("en").words["sent-by"]
_LONGEST = 2  # words of such a name


def find_partners(phrase: Phrase) -> None:
    """Take such capitals behind with, by, between, of or from."""
    for at, low in enumerate(phrase.lowers):
        if low not in _BEFORE or phrase.title or phrase.tag(at + 1) != "P" or phrase.taken[at + 1] is not None:
            continue
        end = run_end(phrase, at + 1)
        sent = low == "of" and phrase.lower(at - 1) in _SENT_BY
        longest = _LONGEST + 2 * sent  # the management of Karoo Harbour Services
        if (sent or _listed(phrase, end + 1)) and end - at <= longest and _may_be_a_body(phrase, at + 1, end):
            label = phrase.words(at + 1, end)
            body = phrase.chunk("Organization", at + 1, end, label=label, lemma=label, rule="organization.partner")
            body.core, body.confidence = label, 0.7
            phrase.known.brands.add(label)
            phrase.take(body)


def _may_be_a_body(phrase: Phrase, first: int, last: int) -> bool:
    words = [phrase.bare(i) for i in range(first, last + 1)]
    person = any(word in phrase.known.names or SURNAME.search(word) for word in words)
    if person or phrase.possessive(last) or not phrase.free(first, last):
        return False
    tables = (phrase.cues.events, phrase.cues.programs, phrase.cues.places, phrase.cues.words["occasions"])
    return phrase.lower(first) not in phrase.cues.roles and not any(phrase.lemma(last) in table for table in tables)


def _listed(phrase: Phrase, at: int) -> bool:
    """Tell whether an and or a comma at a token is followed by a body named in full."""
    if phrase.lower(at) == "and":
        return body_begins(phrase, at)
    behind = at + 1 + (phrase.lower(at + 1) == "the")
    after = phrase.taken[behind] if phrase.lower(at) == "," and behind < phrase.size else None
    return after is not None and after.kind == "Organization" and after.proper and after.inside is None
