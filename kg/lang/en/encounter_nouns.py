"""Nouns that name an encounter, and the delegations, sides and pronouns that take part in it."""

from __future__ import annotations

from functools import cache

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.morphology import forms_of, is_plural, singular
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME

_INDEFINITE = frozenset({"a", "an", "another", "no", "every", "each", "some", "any"})

_NUMBERED = cues("en").words["next-encounters"]
_ORDINALS = cues("en").words["ordinals"]
_OF_PHRASE = 3  # tokens of an exchange of views
_LONGEST = 12  # tokens of a quoted name
_BACK = frozenset({"this", "that", "same", "these", "said"})

_TOLD_BY_OPENER = {"a": "new", "an": "new", "another": "new", "its": "of-it", "no": "none"}
_SEVERAL = frozenset({"two", "pair", "duo", "three", "trio", "four"})
_PRONOUNS = frozenset(
    [
        "we",
        "us",
        "ourselves",
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "itself",
        "himself",
        "herself",
        "themselves",
    ]
)


def find_encounters(phrase: Phrase) -> None:
    """Take the nouns that name an encounter, and delegations, sides and pronouns that take part."""
    lowers, lemmas = _may_begin_encounters()
    for at in range(phrase.size):
        if phrase.lowers[at] not in lowers and phrase.lemmas[at] not in lemmas:
            continue
        if phrase.taken[at] is None and phrase.tokens[at].kind == "word":
            _encounter(phrase, at) or _one_of_a_row(phrase, at) or _delegation(phrase, at) or _side(
                phrase, at
            ) or _pronoun(phrase, at) or _both_bodies(phrase, at) or _the_two(phrase, at)


@cache
def _may_begin_encounters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words, as they stand and as singulars, that can be any of what is sought with the encounters."""
    known = cues("en")
    nouns = known.words["delegation"] | known.words["side"] | {"group"} | known.words["taking-up-two"]
    return known.events_begin | _PRONOUNS | _ORDINALS | _SEVERAL | {"both"}, frozenset(nouns | known.events.keys())


def _encounter(phrase: Phrase, at: int) -> bool:
    found = _event_noun(phrase, at)
    if found is None:
        return False
    first, last, lemma = found
    if _is_none(phrase, first, last, lemma):
        return False
    kind, flag = phrase.cues.events[lemma]
    begin = first
    while begin > 0 and phrase.taken[begin - 1] is None and phrase.name(begin - 1) and phrase.name(first):
        begin -= 1
    begin = _round_of(phrase, begin)
    start = phrase.phrase_start(begin)
    opener = phrase.lower(start)
    content = start + (phrase.tags[start] in ("D", "O"))
    end = last
    if phrase.name(first):
        while phrase.lower(end + 1) in ("of", "on", "for") and phrase.name(end + 2) and phrase.taken[end + 2] is None:
            end = run_end(phrase, end + 2)
    words = [w for i, w in enumerate(phrase.lowers[content:first], start=content) if phrase.tags[i] not in ("D", "O")]
    named = _name_behind(phrase, last) if end == last and not phrase.name(first) else last
    end = max(end, named)
    label = phrase.words(content, end) if content <= begin else phrase.words(begin, end)
    known_as = "assembly" if lemma.endswith(" assembly") else singular(lemma)
    chunk = phrase.chunk("Event", begin, end, label=label, lemma=known_as, rule="encounter.noun")
    chunk.kind_of, chunk.plural = kind, is_plural(phrase.lower(last)) and lemma.split()[-1] != phrase.lower(last)
    if chunk.plural and flag == "taken-up" and _are_held(phrase, start):
        chunk.kind_of, chunk.plural, flag = "Negotiations", False, "general"
    whose = phrase.taken[begin - 1] if begin and start == begin else None
    of_body = whose is not None and whose.kind == "Organization" and whose.last == begin - 1  # the IACA meeting
    chunk.possessed = (
        of_body or phrase.lower(end + 1) == "of" or phrase.possessive(start - 1) or phrase.tags[start] == "O"
    )
    chunk.flags |= {flag} if flag else set()
    if lemma == "round":
        chunk.flags.add("same-talks")
    chunk.proper = opener in _INDEFINITE or bool(set(words) - _BACK) or begin < first or named > last
    if set(phrase.lowers[start:first]) & _BACK or (opener == "the" and not words and begin == first and named == last):
        chunk.flags.add("this")
    if opener in _TOLD_BY_OPENER:
        chunk.flags.add(_TOLD_BY_OPENER[opener])
    if "general" in words and chunk.lemma in ("meeting", "assembly"):
        chunk.flags.add("own")
    if chunk.plural and (opener == "both" or {"both", "two"} & set(phrase.lowers[start:first])):
        chunk.flags.add("both")
    phrase.take(chunk)
    return True


def _are_held(phrase: Phrase, start: int) -> bool:
    """Held discussions with X, having conducted discussions: talks, and no topic of any."""
    if phrase.tag(start - 1) not in ("V", "X", "B", "G"):
        return False
    return any(form.base in phrase.cues.words["holding"] for form in forms_of(phrase.lower(start - 1)))


def _name_behind(phrase: Phrase, last: int) -> int:
    """Return where a name ends that follows the noun of an encounter: the round table Sport Without Steps, "X"."""
    at = last + 1
    if at in phrase.pairs and phrase.tokens[at].kind == "quote" and phrase.pairs[at] - at < _LONGEST:
        close = phrase.pairs[at]
        return close if phrase.tokens[at + 1].text[0].isupper() and phrase.free(at, close) else last
    if not phrase.name(at) or phrase.taken[at] is not None or phrase.title:
        return last
    end = run_end(phrase, at)
    spelt = all(phrase.tokens[i].text.isalpha() for i in range(at, end + 1))
    people = SURNAME.search(phrase.bare(end)) or any(phrase.bare(i) in phrase.known.names for i in range(at, end + 1))
    return end if end - at > 1 and spelt and not people and phrase.free(at, end) else last


def _is_none(phrase: Phrase, first: int, last: int, lemma: str) -> bool:
    """Tell whether a word that may name an encounter is another thing here."""
    if phrase.lemma(last + 1) in phrase.cues.programs and phrase.tag(last + 1) == "N" and phrase.lower(last) == lemma:
        return True  # a training programme
    if (phrase.tag(last + 1) == "N" and phrase.taken[last + 1] is None) or phrase.possessive(last):
        return True
    if lemma == "round" and not _numbered_round(phrase, first):
        return True
    before = phrase.lower(phrase.phrase_start(first) - 1)
    building = before == "in" or (before in ("at", "the") and (phrase.name(last) or phrase.lower(last + 1) == "of"))
    if lemma == "town hall" and building:
        return True  # at the Town Hall, in the town hall of Vik
    if lemma == "course" and phrase.lower(first - 1) == "the" and phrase.lower(last + 1) == "of":
        return True  # in the course of the day
    if lemma in ("opening", "closing") and _of_an_encounter(phrase, last):
        return True  # at the opening of the conference: at the conference
    # the sitting Vice-Chair
    return lemma == "sitting" and last + 1 < phrase.size and phrase.taken[last + 1] is not None


def _numbered_round(phrase: Phrase, at: int) -> bool:
    """The sixth round has been agreed for May; a second round follows on 20 March: of the talks told of before."""
    return phrase.lower(at - 1) in _NUMBERED and phrase.lower(at) == "round" and phrase.tag(at + 1) in ("V", "A", "M")


def _of_an_encounter(phrase: Phrase, last: int) -> bool:
    if phrase.lower(last + 1) != "of":
        return False
    for i in range(last + 2, min(last + 8, phrase.size)):
        if phrase.tags[i] not in ("D", "J", "N", "P", "NUM", "O"):
            return False
        if phrase.lemma(i) in phrase.cues.events:
            return True
    return False


def _round_of(phrase: Phrase, begin: int) -> int:
    """The tenth round of consultations: the round is what was held."""
    start = phrase.phrase_start(begin)
    at = start - 2
    if phrase.lower(start - 1) == "of" and phrase.lemma(at) in phrase.cues.words["rounds"] and phrase.taken[at] is None:
        return at
    return begin


def _event_noun(phrase: Phrase, at: int) -> tuple[int, int, str] | None:
    if phrase.lowers[at] not in phrase.cues.events_begin and phrase.lemmas[at] not in phrase.cues.events:
        return None
    for length in (3, 2, 1):
        last = at + length - 1
        if length == _OF_PHRASE and phrase.lower(at + 1) != "of":
            continue  # an exchange of views
        if (
            last >= phrase.size
            or not phrase.free(at, last)
            or phrase.tags[last] not in ("N", "P")
            or phrase.tags[at] not in ("N", "P", "J")
        ):
            continue
        word = " ".join([*phrase.lowers[at:last], phrase.lower(last)])
        if word in phrase.cues.events:
            return at, last, word
        word = " ".join([*phrase.lowers[at:last], phrase.lemma(last)])
        if word in phrase.cues.events:
            return at, last, word
    return None


def _delegation(phrase: Phrase, at: int) -> bool:
    lemma = phrase.lemma(at)
    group = lemma == "group" and phrase.lower(at + 1) == "of" and phrase.tags[at] == "N"
    if (lemma not in phrase.cues.words["delegation"] and not group) or phrase.tags[at] not in ("N", "P"):
        return False
    if (
        lemma != "delegation"
        and not group
        and phrase.tag(at - 1) not in ("N", "P")
        and not _sent_by_a_body(phrase, at)
        and not (lemma == "mission" and phrase.tag(at - 1) in ("J", "G"))
    ):
        return False
    chunk = phrase.chunk("Delegation", at, at, label=lemma, lemma=lemma, rule="delegation")
    chunk.proper = False
    phrase.take(chunk)
    begin = phrase.phrase_start(at)
    before = phrase.taken[begin - 1] if begin else None
    behind = (
        phrase.taken[at + 2 + (phrase.lower(at + 2) == "the")]
        if phrase.lower(at + 1) in ("of", "from") and at + 3 < phrase.size
        else None
    )
    if group:
        tops = (c.top() for c in phrase.taken[at + 3 : at + 9] if c is not None)
        behind = next((c for c in tops if c.kind == "Organization"), None)
    if phrase.tags[begin] == "D" and before is not None and not phrase.possessive(before.last):
        before = None  # welcomed to the Hospital a delegation from X
    for owner in (before, behind):
        if owner is not None and owner.kind in ("Organization", "Country") and owner.inside is None:
            chunk.owner, owner.inside = owner, chunk
            break
    return True


def _sent_by_a_body(phrase: Phrase, at: int) -> bool:
    """A team of the Fund, a mission from the Bank: people whom a body has sent."""
    begin = at + 2 + (phrase.lower(at + 2) == "the")
    body = phrase.taken[begin] if phrase.lower(at + 1) in ("of", "from") and begin < phrase.size else None
    sent = body is not None and body.top().kind == "Organization" and body.top().proper
    return phrase.lower(at - 1) in ("a", "an") and sent


def _side(phrase: Phrase, at: int) -> bool:
    lemma = phrase.lemma(at)
    if (
        lemma not in phrase.cues.words["side"]
        or phrase.tags[at] != "N"
        or (lemma == "party" and phrase.lower(at) == lemma)
    ):
        return False
    chunk = phrase.chunk("Side", at, at, label=lemma, lemma=lemma, rule="side")
    chunk.proper, chunk.plural = False, is_plural(phrase.lower(at))
    phrase.take(chunk)
    return True


def _both_bodies(phrase: Phrase, at: int) -> bool:
    """Both bodies, the two institutions: those who acted together in a clause before, as they."""
    if phrase.lemmas[at] not in phrase.cues.words["taking-up-two"] or not is_plural(phrase.lowers[at]):
        return False
    first = at - 1
    both = phrase.lower(first) == "both" or (
        phrase.lower(first) == "two" and phrase.lower(first - 1) in ("the", "these")
    )
    if not both:
        return False
    first -= phrase.lower(first) == "two"
    chunk = phrase.chunk("Pronoun", first, at, label="they", lemma="they", rule="pronoun")
    chunk.proper, chunk.plural = False, True
    phrase.take(chunk)
    return True


def _the_two(phrase: Phrase, at: int) -> bool:
    """The two met again, both then flew to Semey: those who acted together in a clause before."""
    low = phrase.lowers[at]
    counted = low in _SEVERAL and phrase.lower(at - 1) == "the"
    if not (counted or low == "both") or phrase.tag(at + 1) not in ("V", "A", "M", "ADV") or phrase.title:
        return False
    if phrase.tag(at + 1) == "ADV" and phrase.tag(at + 2) not in ("V", "A", "M"):
        return False
    chunk = phrase.chunk("Pronoun", at - counted, at, label="they", lemma="they", rule="pronoun")
    chunk.proper, chunk.plural = False, True
    phrase.take(chunk)
    return True


def _one_of_a_row(phrase: Phrase, at: int) -> bool:
    """The second had been held in Oral on 14 October: one more of those told of."""
    alone = phrase.lower(at) in _ORDINALS and phrase.lower(at - 1) == "the" and phrase.tag(at + 1) in ("A", "M", "V")
    if not alone or phrase.present.isdisjoint(("held", "place", "convened", "hosted")) or phrase.title:
        return False
    chunk = phrase.chunk(
        "Event", at, at, label=f"{phrase.lower(at)} meeting", lemma="meeting", rule="encounter.ordinal"
    )
    chunk.kind_of = "Gathering"
    chunk.flags |= {"general", "new"}
    phrase.take(chunk)
    return True


def _pronoun(phrase: Phrase, at: int) -> bool:
    if phrase.lower(at) == "her" and phrase.tags[at] == "O" and phrase.tag(at + 1) in ("I", "PUNCT", "C", "S", ""):
        phrase.tags[at] = "R"  # introduced her to the staff: nothing behind it is hers
    if phrase.lower(at) not in _PRONOUNS or phrase.tags[at] != "R":
        return False
    if phrase.lower(at).endswith(("self", "selves")) and phrase.tag(at - 1) in ("N", "P", "A"):
        return False  # the Bank itself is a member, it does not itself take part: only stress
    chunk = phrase.chunk("Pronoun", at, at, label=phrase.lower(at), lemma=phrase.lower(at), rule="pronoun")
    chunk.proper, chunk.plural = False, phrase.lower(at) in (
        "they", "them", "themselves", "we", "us", "ourselves",
    )  # fmt: skip
    phrase.take(chunk)
    return True
