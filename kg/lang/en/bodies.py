"""Organisations, states and known places in English text: capitals around a head noun, abbreviations, brands.

Central Election Commission (CEC) of the Republic of Kazakhstan    a head noun, with what belongs to it on both sides
CIS Council of Foreign Ministers                                   the larger body before the head owns it
Arna-Kepil insurance company, national company KAZAKH INVEST       a brand beside a head noun in small letters
the Association                                                    a head noun alone takes up a body named before
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.body_names import take_body
from kg.lang.en.body_parts import is_plural_at
from kg.lang.en.brands import take_branded, take_quoted
from kg.lang.en.capitals import Chain, follow, head_in, honorific_at, in_brackets, is_acronym_at, run_end
from kg.lang.en.heading_names import take_heading_name
from kg.lang.en.joined_names import joined_end, note_joined
from kg.lang.en.known_bodies import take_acronym, take_known, take_longer, widen_by_delegation
from kg.lang.en.morphology import closed_class, forms_of
from kg.lang.en.phrase import Phrase
from kg.lang.en.small_heads import take_common_noun
from kg.lang.en.states_as_adjectives import demonym_at

_BELONGING = cues("en").words["belonging"]
_PEOPLE = cues("en").words["people-of-bodies"]
_TO_A_WHOLE = cues("en").words["belonging-to-a-whole"]
_SENT_BY_BODIES = cues("en").words["sent-by-bodies"]
_NO_POSTS = cues("en").words["parts-and-no-posts"]


def find_bodies(phrase: Phrase) -> None:
    """Take the bodies, states and known places of a sentence from left to right."""
    last = -1
    note_joined(phrase)
    for at, tag in enumerate(phrase.tags):
        if at <= last or phrase.taken[at] is not None:
            continue
        if tag == "P":
            last = _at_capital(phrase, at)
            body = phrase.taken[last]
            if body is not None and body.kind == "Organization" and phrase.lower(last + 1) == "delegation":
                widen_by_delegation(phrase, body)
                last = body.last
        elif at in phrase.pairs and phrase.tokens[at].kind == "quote":
            take_quoted(phrase, at)
        elif tag == "N":
            take_common_noun(phrase, at)


def _at_capital(phrase: Phrase, at: int) -> int:
    """Take what the run of capitals at a token names, if it is a body, a state or a place; return its last token."""
    end = run_end(phrase, at)
    end = joined_end(phrase, at, end) or end
    if (told := _told_at_once(phrase, at, end)) is not None:
        return told
    post = _first_post(phrase, at, end)
    head = head_in(phrase, at, end)
    if head is not None and post is not None and head[1] > post[1]:
        post = None  # Expert Council: the body's name holds the word for a post
    if post is not None and post[0] == at:
        return post[1]
    if post is not None:
        end = post[0] - 1
        head = head_in(phrase, at, end)
    if (
        end > at
        and post is None
        and phrase.words(at, end).isupper()
        and phrase.lower(at - 1) in phrase.cues.words["branded"]
    ):
        return take_branded(phrase, at, end)
    known = phrase.longest_known(at, "Organization", "Country", "Place", "Program")
    of_several = head is not None and head[1] < end and is_plural_at(phrase, head[1])  # the East African Chambers Forum
    called = (head is None or of_several) and known is None and post is None
    if called and any(told(phrase, at, end) for told in _TOLD):
        return _take_called(phrase, at, end)
    if head is not None and (not is_plural_at(phrase, head[1]) or _firm_in_plural(phrase, at, end, head)):
        chain = follow(phrase, head[1], head[2]) if post is None else Chain(head[1])
        if known is None or known[1].kind != "Organization" or known[0] <= chain.last:
            chunk = take_body(phrase, at, head, chain)
            return chunk.last if chunk else end
    if known is not None and post is None and known[0] < end and (longer := take_longer(phrase, at, known, end)):
        return longer
    if known is not None and (post is None or known[0] <= end):
        return take_known(phrase, at, known[0], known[1])
    if is_acronym_at(phrase, at) and phrase.words(at, end) not in phrase.known.brands:
        return take_acronym(phrase, at)
    if post is None:
        return take_branded(phrase, at, end)
    return end


def _firm_in_plural(phrase: Phrase, at: int, end: int, head: tuple[int, int, str]) -> bool:
    """Eastfjord Clinics, Tobyl Libraries: a plural at the end of a name that no state or kind begins."""
    if at == end or head[1] != end or phrase.title or phrase.lower(at - 1) in ("of", "for", "and", "the"):
        return False
    if end == at + 1 and _is_someone(phrase, at, end):
        return False  # Dana Mills is the economist
    described = phrase.lower(at) in phrase.cues.words["domains"] | phrase.cues.words["relational"] or demonym_at(
        phrase, at
    )
    known = phrase.longest_known(at, "Country", "Organization")
    return not described and known is None and phrase.tags[at] == "P" and closed_class().get(phrase.lower(at)) is None


def _is_someone(phrase: Phrase, at: int, end: int) -> bool:
    """Tell whether a plural is a surname: by a title elsewhere, a post beside it, who behind it."""
    if phrase.bare(end) in phrase.known.names:
        return True
    behind = end + 1
    while phrase.lower(behind) in (",", "(", "is", "was", "has", "been", "as", "the", "a", "an", "acting", "its"):
        behind += 1
    following = range(behind, min(behind + 3, phrase.size)) if behind > end + 1 else range(0)
    who = phrase.lower(end + 1) == "who" or phrase.lowers[end + 1 : end + 3] == [",", "who"]
    held = ("head", "deputy", "staff", "envoy")
    posts = [phrase.cues.roles.get(phrase.lemma(i)) for i in (at - 1, *following)]
    return who or any(post in held for post in posts)


def _called_after_an_encounter(phrase: Phrase, at: int, end: int) -> bool:
    """Asia Cooperation Dialogue, World Customs Forum (WCF): a body by its abbreviation or by a post that is at it."""
    if phrase.lemma(end) not in phrase.cues.events or phrase.title:
        return False
    if end == at:
        return _sends_people(phrase, at)
    if phrase.words(at, end) in phrase.known.brands or in_brackets(phrase, end).acronym:
        return True
    if phrase.lower(at - 1) != "the":
        return False
    before = phrase.lemmas[max(0, at - 4) : at - 1]
    if before[-1:] == ["to"] and any(form.base in _TO_A_WHOLE for form in forms_of(before[-2] if before[1:] else "")):
        return True  # belongs to the Celtic Heritage Forum
    return phrase.lower(at - 2) == "of" and _is_post(phrase, at - 3)


def _sends_people(phrase: Phrase, at: int) -> bool:
    """A delegation of the Congress of Regions, Secretary General of the Conference on Trade: bodies."""
    told = phrase.lower(at - 1) == "the" and phrase.lower(at - 2) == "of" and phrase.lower(at + 1) in ("of", "on")
    capital = phrase.name(at + 2) or (phrase.lower(at + 2) == "the" and phrase.name(at + 3))
    of = f"{phrase.lower(at - 4)} {phrase.lower(at - 3)}"
    return told and capital and bool({of, phrase.lemma(at - 3)} & _SENT_BY_BODIES)


def _abbreviated(phrase: Phrase, at: int, end: int) -> bool:
    """South Karst Grid (SKG): capitals of which the letters in brackets are the initials name a body."""
    letters = in_brackets(phrase, end).acronym if end > at else ""
    initials = "".join(phrase.tokens[i].text[0] for i in range(at, end + 1))
    named = any(
        phrase.lemma(i) in t for i in range(at, end + 1) for t in (phrase.cues.programs, phrase.cues.agreements)
    )
    return len(letters) > 1 and letters.upper().startswith(initials.upper()) and not named


def _of_people(phrase: Phrase, at: int, end: int) -> bool:
    """Mutari Women's Wheelers: whose name has a plural that owns what stands behind it."""
    owning = any(phrase.genitive_within(i) for i in range(at, end))
    words = phrase.cues.words
    others = (phrase.cues.programs, phrase.cues.events, words["occasions"], words["domains"])
    return owning and not phrase.title and not any(phrase.lemma(end) in t or phrase.lower(end) in t for t in others)


def _is_post(phrase: Phrase, at: int) -> bool:
    two = f"{phrase.lower(at - 1)} {phrase.lemma(at)}"
    kind = phrase.cues.roles.get(two) or phrase.cues.roles.get(phrase.lemma(at), "observer")
    return kind not in ("observer", "member") and phrase.lemma(at) not in _NO_POSTS


def _belonged_to(phrase: Phrase, at: int, end: int) -> bool:
    """Opera Europa, to which a theatre belongs; the Conference of Librarians, of which a library is a member."""
    if phrase.title or _BELONGING.isdisjoint(phrase.present):
        return False
    begin = at - 1 if phrase.lower(at - 1) == "the" else at
    if phrase.lower(begin - 1) == "to" and any(form.base == "belong" for form in forms_of(phrase.lower(begin - 2))):
        return end > at
    member = phrase.lower(begin - 1) == "of" and phrase.lemma(begin - 2) == "member" and begin < at
    return member and phrase.lemma(end) in phrase.cues.events


def _red_cross(phrase: Phrase, at: int, end: int) -> bool:
    """The Turkish Red Crescent: the society of a state, called so without its noun."""
    if "red" not in phrase.present:
        return False
    named = phrase.lower(end - 1) == "red" and phrase.lower(end) in ("crescent", "cross")
    return named and end == at + 2 and demonym_at(phrase, at)


def _of_friends(phrase: Phrase, at: int, end: int) -> bool:
    """The Friends of the Museum: people in the plural whom a capital and of make a body."""
    return (
        phrase.lower(end) in _PEOPLE and phrase.lower(end + 1) == "of" and phrase.tokens[end].capital and end - at < 2
    )


_TOLD = (_of_friends, _red_cross, _called_after_an_encounter, _abbreviated, _of_people, _belonged_to)


def _take_called(phrase: Phrase, at: int, end: int) -> int:
    lemma = phrase.lemma(end)
    people = phrase.lower(end) in _PEOPLE
    goes_on = phrase.lower(end + 1) == "of" and (people or lemma in phrase.cues.events)
    chain = follow(phrase, end, lemma) if goes_on else in_brackets(phrase, end)
    label = phrase.words(at, chain.bracket[0] - 1 if chain.bracket else chain.last)
    kind = "association" if people else lemma
    chunk = phrase.chunk("Organization", at, chain.last, label=label, lemma=kind, rule="organization.called")
    chunk.core, chunk.acronym = label, chain.acronym
    phrase.known.brands.add(label)
    return phrase.take(chunk).last


def _of_a_programme(phrase: Phrase, at: int) -> bool:
    """The project Deep Archive: whatever its last word, the noun before the name says what it is."""
    return phrase.lower(at - 1) in phrase.cues.programs and phrase.tag(at - 1) == "N" and not phrase.title


def _a_programme_follows(phrase: Phrase, at: int, end: int) -> bool:
    """The Nomad Archive project: the same where the noun stands behind; but the Union project is a union's."""
    if end == at or phrase.lower(at - 1) != "the" or phrase.title:
        return False
    noun = phrase.tag(end + 1) == "N" and phrase.lemma(end + 1) in phrase.cues.programs and not phrase.name(end + 1)
    head = head_in(phrase, at, end)
    if not noun or head is None or head[2] in phrase.known.heads or phrase.possessive(end):
        return False
    return phrase.longest_known(at, "Organization", "Country") is None and not is_acronym_at(phrase, end)


def _told_at_once(phrase: Phrase, at: int, end: int) -> int | None:
    """Return the last token of the name at the head, of a day or prize, a programme, a state with its form."""
    if (headed := take_heading_name(phrase, at)) is not None:
        return headed.last
    if phrase.lemma(end) in phrase.cues.words["occasions"] and end > at:
        return _occasion(phrase, at, end)
    if _of_a_programme(phrase, at) or _a_programme_follows(phrase, at, end):
        return end
    if phrase.words(at, end) in phrase.known.programs:
        return _program_again(phrase, at, end)
    return _state_with_form(phrase, at) if at == end else None


def _state_with_form(phrase: Phrase, at: int) -> int | None:
    """Take the Republic of Slovenia, where only Slovenia is known, or a state not known at all."""
    if phrase.lower(at) not in phrase.cues.words["forms-of-state"] or phrase.lower(at + 1) != "of":
        return None
    if phrase.longest_known(at, "Country") is not None:
        return None
    if not phrase.name(at + 2) or phrase.taken[at + 2] is not None:
        return None
    found = phrase.longest_known(at + 2, "Country")
    last = found[0] if found is not None else at + 2
    one_more = phrase.name(at + 3) and not (phrase.name(at + 4) or honorific_at(phrase, at + 3))
    if found is None and (not phrase.tokens[at].capital or one_more):
        return None
    label = phrase.words(at, last)
    chunk = phrase.chunk("Country", at, last, label=label, lemma=label.lower(), rule="country.with-form")
    chunk.known = found[1].id if found is not None else None
    return phrase.take(chunk).last


def _program_again(phrase: Phrase, at: int, end: int) -> int:
    """Take a programme by the name that the text has given it: K-Battery Bridge brings together ..."""
    chunk = phrase.chunk("Program", at, end, label=phrase.words(at, end), lemma="program", rule="program.again")
    return phrase.take(chunk).last


def _occasion(phrase: Phrase, at: int, end: int) -> int:
    """Leave a day or prize untaken, but for a state or place that it begins with (Kazakhstan Cup)."""
    known = phrase.longest_known(at, "Organization", "Country", "Place", "Program")
    return take_known(phrase, at, *known) if known is not None and known[0] <= end else end


def _first_post(phrase: Phrase, at: int, end: int) -> tuple[int, int] | None:
    for first in range(at, end + 1):
        if phrase.lowers[first] not in phrase.cues.roles_begin and phrase.lemmas[first] not in phrase.cues.roles:
            continue
        for length in (3, 2, 1):
            last = first + length - 1
            if last <= end:
                words = [*phrase.lowers[first:last], phrase.lemma(last)]
                if " ".join(words) in phrase.cues.roles:
                    return first, last
    return None
