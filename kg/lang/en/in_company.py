"""Names that only the company they stand in tells: a body in a list of bodies, a post behind a name and a comma.

the Aral Innovation Centre and the Karakalpak State Forestry    what stands in a list with a body is one
Ruth Abrahams, a conciliator of the Board                       a noun for who does something, at a body
"""

from __future__ import annotations

import re

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.morphology import forms_of, is_plural
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME

_DOER = re.compile(r"(?:or|er|ist|ian|ant|ee|man|woman|smith|wright|keeper|hand)$")
_NO_DOERS = cues("en").words["no-bodies"]
_JOINING = cues("en").words["joining-words"]
_WHOLES = cues("en").words["wholes"]
_BEYOND = 3  # words in a name that nothing else tells to be a body


def _firm(phrase: Phrase, first: int, last: int) -> bool:
    """Blue Line Ferries: capitals that end in a plural, as names of firms do and those of people do not."""
    plural = is_plural(phrase.bare(last).lower()) and not SURNAME.search(phrase.bare(last))
    words = [phrase.bare(i) for i in range(first, last + 1)]
    return last > first and plural and not any(word in phrase.known.names for word in words)


def find_listed_bodies(phrase: Phrase) -> None:
    """Take capitals behind the that stand in a list with a body: the X Centre and the Karakalpak State Forestry."""
    for at, low in enumerate(phrase.lowers):
        if low not in ("the", "and") or not phrase.name(at + 1) or phrase.taken[at + 1] is not None or phrase.title:
            continue
        end = run_end(phrase, at + 1)
        if low == "and" and not _firm(phrase, at + 1, end):
            continue
        if end - at < 2 or end - at > _BEYOND + 1 or phrase.possessive(end) or not phrase.free(at + 1, end):
            continue
        if phrase.tag(end + 1) in ("N", "P") or phrase.lower(end + 1) in ("of", "for"):
            continue
        table = (phrase.cues.events, phrase.cues.programs, phrase.cues.places, phrase.cues.words["occasions"])
        if any(phrase.lemma(end) in words for words in table):
            continue
        if _body_ends(phrase, at if low == "and" else at - 1) or body_begins(phrase, end + 1):
            label = phrase.words(at + 1, end)
            body = phrase.chunk(
                "Organization", at + 1, end, label=label, lemma=phrase.lemma(end), rule="organization.listed"
            )
            body.core, body.confidence = label, 0.7
            phrase.known.brands.add(label)
            phrase.take(body)


def _body_ends(phrase: Phrase, at: int) -> bool:
    """Tell whether a body named in full stands right before the and or comma at a token."""
    if phrase.lower(at) not in ("and", ",") or at < 1:
        return False
    at -= phrase.lower(at) == "and" and phrase.lower(at - 1) == ","
    before = phrase.taken[at - 1]
    return before is not None and before.kind == "Organization" and before.proper and before.inside is None


def body_begins(phrase: Phrase, at: int) -> bool:
    """Tell whether an and at a token joins a body named in full: and the X Centre."""
    behind = at + 1 + (phrase.lower(at + 1) == "the")
    after = phrase.taken[behind] if phrase.lower(at) == "and" and behind < phrase.size else None
    return after is not None and after.kind == "Organization" and after.proper


def find_described_posts(phrase: Phrase) -> None:
    """Take a noun for who does something as the post of the name before it: X, a conciliator of the Board."""
    for person in [c for c in phrase.chunks if c.kind == "Person" and c.inside is None]:
        at = person.last + 1
        if phrase.lower(at) in (",", "(") and phrase.lower(at + 1) in ("a", "an", "the"):
            _take_post(phrase, at + 2)
        elif phrase.lower(at) in (",", "(") and phrase.tag(at + 1) == "N":
            _take_post(phrase, at + 1)


def find_joined_bodies(phrase: Phrase) -> None:
    """Take a name that only being joined tells to be a body: joined Euroconsumers, a member of the Old Vines."""
    if phrase.title or not phrase.present & _JOINING:
        return
    for at in range(phrase.size):
        if phrase.tags[at] != "P" or phrase.taken[at] is not None or (at and phrase.tags[at - 1] == "P"):
            continue
        article = phrase.lower(at - 1) == "the"
        before = at - 1 - article
        verb = phrase.tag(before) in ("V", "X", "B", "G") and any(
            f.base == "join" for f in forms_of(phrase.lower(before))
        )
        member = phrase.lower(before) == "of" and phrase.lemma(before - 1) in ("member", "membership")
        end = run_end(phrase, at)
        member = member or _is_a_member(phrase, at, end) or _joined_one(phrase, end)
        names = any(phrase.bare(i) in phrase.known.names or SURNAME.search(phrase.bare(i)) for i in range(at, end + 1))
        alone = end == at or article or end - at > 1 or member
        tables = (phrase.cues.events, phrase.cues.programs, phrase.cues.agreements, phrase.cues.words["occasions"])
        if not (verb or member) or names or not alone or any(phrase.lemma(end) in table for table in tables):
            continue
        if phrase.possessive(end) or phrase.tag(end + 1) == "N" or not phrase.free(at, end):
            continue
        label = phrase.words(at, end)
        body = phrase.chunk("Organization", at, end, label=label, lemma=phrase.lemma(end), rule="organization.joined")
        body.core, body.confidence = label, 0.6
        phrase.take(body)


def _joined_one(phrase: Phrase, last: int) -> bool:
    """Caspian Ferries joined the League in 2015: what joins a body that is named is one, as people don't."""
    at = last + 1
    while phrase.tag(at) in ("A", "ADV") and at - last < 4:
        at += 1
    joins = phrase.tag(at) in ("V", "X") and any(f.base in ("join", "accede") for f in forms_of(phrase.lower(at)))
    begin = at + 1 + (phrase.lower(at + 1) in ("to", "the")) + (phrase.lower(at + 2) == "the")
    body = phrase.taken[begin] if joins and begin < phrase.size else None
    return body is not None and body.kind == "Organization" and body.proper and body.lemma in _WHOLES


def _is_a_member(phrase: Phrase, first: int, last: int) -> bool:
    """Tulpar Securities has been a member of the Exchange: a firm by its plural, that is said to be a member."""
    at = last + 1
    while phrase.tag(at) in ("A", "ADV") and at - last < 5:
        at += 1
    article = phrase.lower(at) in ("a", "an") or phrase.lower(at) == "among"
    near = {phrase.lemma(i) for i in range(at, min(at + 4, phrase.size))}
    return at > last + 1 and article and "member" in near and _firm(phrase, first, last)


def find_described_bodies(phrase: Phrase) -> None:
    """Take capitals that a noun for a body explains behind a comma: Aqua Nord, the regional water utility, joined."""
    if phrase.title or "," not in phrase.present:
        return
    for at in (i for i, tag in enumerate(phrase.tags) if tag == "P" and phrase.taken[i] is None):
        starts = (
            phrase.name(at) and phrase.taken[at] is None and not (phrase.name(at - 1) and phrase.taken[at - 1] is None)
        )
        if not starts or phrase.title:
            continue
        end = run_end(phrase, at)
        if end - at > _BEYOND or phrase.lower(end + 1) != "," or phrase.tag(end + 2) != "D" or phrase.possessive(end):
            continue
        noun = end + 3
        while phrase.tag(noun) in ("J", "N", "G") and noun - end < 8 and phrase.tag(noun + 1) in ("J", "N"):
            noun += 1
        closed = phrase.tag(noun) == "N" and phrase.lower(noun + 1) in (
            ",",
            "in",
            "of",
            "from",
            "based",
            "that",
            "which",
            "with",
            "for",
        )
        words = phrase.cues.words["branded"]
        if not closed or not (phrase.lower(noun) in phrase.cues.organizations or phrase.lower(noun) in words):
            continue
        label = phrase.words(at, end)
        body = phrase.chunk(
            "Organization", at, end, label=label, lemma=phrase.lower(noun), rule="organization.described"
        )
        body.core, body.confidence = label, 0.7
        phrase.known.brands.add(label)
        phrase.take(body)


def _take_post(phrase: Phrase, first: int) -> None:
    last = first
    while phrase.tag(last) in ("J", "N", "G") and phrase.taken[last] is None and last - first < 4:
        last += 1
    last -= 1
    if last < first or phrase.tags[last] != "N" or phrase.lower(last + 1) not in ("of", "at", "for", "with", "from"):
        return
    noun = phrase.lower(last)
    if not _DOER.search(noun) or noun in _NO_DOERS or is_plural(noun) or noun in phrase.cues.organizations:
        return
    begin = last + 2 + (phrase.tag(last + 2) == "D")
    body = phrase.taken[begin] if begin < phrase.size else None
    if body is None or body.top().kind != "Organization":
        return
    label = phrase.words(first, last)
    post = phrase.chunk("Role", first, last, label=label[:1].upper() + label[1:], lemma=noun, rule="role.described")
    post.kind_of, post.owner = "staff", body.top()
    body.top().inside = post
    phrase.take(post)
