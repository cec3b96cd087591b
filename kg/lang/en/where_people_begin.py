"""Where a run of capitals stops being the name of a body and begins that of a person."""

from __future__ import annotations

import re

from kg.lang.cues import cues
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME

FIRST_NAMES = frozenset(name.capitalize() for name in cues("en").words["first-names"])
DEED = re.compile(r"(?:[ts]ion|ing|ment|ity|ics|logy|ance|ence|ship|ure)$")
# Fields behind which nothing of a body's name follows.
_PLURAL_FIELDS = frozenset({"affairs", "resources", "sports", "communications", "rights", "services"})
_LONGEST_NAME = 4


_POSTS = ("head", "deputy", "envoy")


def post_of_someone(phrase: Phrase, at: int) -> bool:
    """At the Ministry of Energy State Secretary Vera Lind spoke: two words of a post before a name end the run.

    So does one before a name that holds no noun of a body: Union of Education Chairman Ivan Lund.
    """
    two = f"{phrase.lower(at - 1)} {phrase.lower(at)}"  # Mission Chief Ivan Lund is no chief of Mission
    alone = two not in phrase.cues.roles and phrase.cues.organizations.get(phrase.lower(at - 1)) != "unit"
    if alone and phrase.cues.roles.get(phrase.lower(at), "") in _POSTS and _names_someone(phrase, at + 1):
        return True
    if phrase.lowers[at] not in phrase.cues.roles_begin:
        return False
    post = phrase.cues.roles.get(" ".join(phrase.lowers[at : at + 2]), "")
    return post in _POSTS and phrase.name(at + 2) and phrase.name(at + 3)


def _names_someone(phrase: Phrase, begin: int) -> bool:
    """Tell whether two or three capitals, and no more, may name a person."""
    end = begin
    while end < phrase.size and end - begin < _LONGEST_NAME and phrase.name(end) and phrase.tokens[end].text.isalpha():
        end += 1
    if end > begin + 1 and phrase.bare(begin) in FIRST_NAMES:
        return True
    if not 1 < end - begin < _LONGEST_NAME or phrase.possessive(end - 1):
        return False
    tables = (phrase.cues.roles, phrase.cues.events, phrase.cues.programs, phrase.cues.agreements)
    words = [phrase.lemma(i) for i in range(begin, end)]
    known = any(phrase.known_as(phrase.bare(i), "Country", "Place") for i in range(begin, end))
    told = known or any(word in table for word in words for table in tables)
    return not told and not any(_heads_something(phrase, i) or phrase.tokens[i].acronym for i in range(begin, end))


def is_domain(phrase: Phrase, at: int) -> bool:
    """Tell whether a token begins the name of a field that ministries and posts have: Public Health."""
    words = phrase.cues.words["domains"]
    return phrase.lower(at) in words or f"{phrase.lower(at)} {phrase.lower(at + 1)}" in words


def ends_in_person(phrase: Phrase, first: int, last: int) -> int:
    """Return the last token that is not part of a person's name at the end of a run (of Culture Aida Balayeva)."""
    if phrase.pairs.get(last + 1) == last + 3 and phrase.tokens[last + 2].acronym:
        return last  # Centre for Security Sector Governance (CSSG): the letters are no person's
    fields = first
    while fields <= last and is_domain(phrase, fields):
        fields += 1
    if first < fields and last - fields == 1 and not any(is_domain(phrase, i) for i in (last - 1, last)):
        return fields - 1  # Chair of Agronomy Gulnar Bektas
    plural = next((i for i in range(last, first - 1, -1) if phrase.lower(i) in _PLURAL_FIELDS), last)
    if 1 < last - plural < _LONGEST_NAME:
        return plural  # Ministry of European Affairs Marjana Golob Vidmar
    if last - first > 1 and phrase.bare(last - 1) in FIRST_NAMES and not _heads_something(phrase, last):
        return last - 2  # Head of the Agency for Infrastructure Restoration Ivan Honcharuk
    if last - first >= 1 and person_like(phrase, last) and not is_domain(phrase, last):
        given = last - 1
        if (last - first >= 2 and phrase.tokens[last - 1].kind == "initials") or last - first < 2:
            return given - 1 if given > first else first - 1
        return given - 1
    return last


def before_a_first_name(phrase: Phrase, begin: int, end: int) -> int:
    """Return the last token before a first name with a surname behind it: Chief Executive of Nordrail Pia Holm."""
    for i in range(begin + 1, end):
        if phrase.bare(i) in FIRST_NAMES and not _heads_something(phrase, i + 1):
            return i - 1
    return end


def _heads_something(phrase: Phrase, at: int) -> bool:
    """Tell whether a word heads the names of bodies or is what they deal with: no surname."""
    lemma, cues = phrase.lemma(at), phrase.cues
    named = lemma in cues.organizations or lemma in cues.places or lemma in cues.words["grounds-named"]
    return named or is_domain(phrase, at) or bool(DEED.search(phrase.lower(at)))


def person_like(phrase: Phrase, at: int) -> bool:
    """Tell whether a word is a person's name elsewhere in the text, or ends as a surname does."""
    word = phrase.bare(at)
    return word in phrase.known.names or (len(word) > 4 and SURNAME.search(word) is not None and word.lower() not in (
        "asian", "european",
    ) and not word.lower().endswith(("tion", "ain", "tin", "kistan")))  # fmt: skip
