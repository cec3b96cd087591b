"""Posts in English text: Deputy Chairman, Head of Mission, Minister of Foreign Affairs of Kazakhstan, CEC member.

The label is the dictionary form without article: modifiers, the noun, and what tells which of several such posts it is
(Chairman of the Management Board, Vice-Rector for International Relations). Who the post is at stands before (CEC
Chairman, Armenia's Foreign Minister) or behind of.
"""

from __future__ import annotations

import re

from kg.lang.cues import cues
from kg.lang.en.ministries import (
    MINISTERS,
    domain_before,
    embassy_of_sender,
    of_a_person,
    prosecutors_of_state,
    sent_to,
)
from kg.lang.en.morphology import forms_of, is_plural, singular
from kg.lang.en.phrase import Phrase
from kg.lang.en.role_bodies import owner_before, read_behind
from kg.lang.en.states_as_adjectives import demonym_at, state_of
from kg.lang.syntax import Chunk

_NO_LABEL = cues("en").words["no-label"]
_OF_HOLDERS = cues("en").words["of-holders"]
_NO_LABEL |= _OF_HOLDERS
_APPOINTING = cues("en").words["appointing"]
_DOER = re.compile(r"(?:[lrtnd]ist|ician|[aeio]tor|[mnr]er|grapher|keeper|surgeon)$")
_REMAINING = cues("en").words["remaining"]
_RANKS = cues("en").words["ranks-of-posts"]
_UNDER = frozenset({"deputy", "assistant", "vice"})
_YEAR = 4  # digits
_NOW = frozenset({"present", "today", "now", "date"})
_ACTING = frozenset({"acting", "interim"})
_SPELL = 6  # tokens from until to the post that has been left: until the end of May head of Y
_MEMBER_STATES = frozenset({"member state", "member country"})
_MEMBERSHIPS = cues("en").words["memberships"]
_KINDS_OF_SPEAKERS = cues("en").words["kinds-of-speakers"]
_LETTERS = re.compile(r"[A-Z]{3}")  # ITUC-Asia General Secretary: at a body that letters begin
_SPEECHES = cues("en").words["speeches"]
_OF_STATES = cues("en").words["secretaries-of-states"]
_POSTS_AND_WORDS = cues("en").words["posts-and-words"]
_TRIALS = cues("en").words["trials"]
_COURTS = cues("en").words["courts"]


def find_roles(phrase: Phrase) -> None:
    """Take the posts of a sentence."""
    last = -1
    for at in phrase.posts:
        found = _noun(phrase, at) if at > last and phrase.taken[at] is None else None
        if found is not None and _is_post(phrase, *found):
            last = _take(phrase, *found).last


def _noun(phrase: Phrase, at: int) -> tuple[int, int, str] | None:
    """Return (first, last, lemma) of the longest post noun that begins at a token."""
    if phrase.lowers[at] not in phrase.cues.roles_begin and phrase.lemmas[at] not in phrase.cues.roles:
        return None
    if phrase.lowers[at] in _UNDER and phrase.tag(at + 1) in ("N", "P") and phrase.taken[at + 1] is None:
        below = _noun(phrase, at + 1)
        if below is not None:
            return at, below[1], f"{phrase.lowers[at]} {below[2]}"
    if phrase.tokens[at].kind != "word":
        return None
    for length in (4, 3, 2, 1):
        last = at + length - 1
        if last < phrase.size and phrase.free(at, last):
            before = phrase.lowers[at:last]
            for final in (phrase.lemma(last), phrase.lower(last)):  # chargé d'affaires ends in no plural
                if (words := " ".join([*before, final])) in phrase.cues.roles:
                    return (at, last, words) if length > 1 else _of_a_field(phrase, at) or (at, last, words)
    return None


def _of_a_field(phrase: Phrase, at: int) -> tuple[int, int, str] | None:
    """Chief Psychiatrist of the Ministry: chief, and a noun for who does something."""
    last = at + 1
    doer = phrase.lowers[at] == "chief" and phrase.tag(last) in ("P", "N") and phrase.free(at, last)
    named = doer and _DOER.search(phrase.lower(last)) and phrase.lower(last + 1) in ("of", "at", ",")
    return (at, last, "specialist") if named else None


def _is_post(phrase: Phrase, first: int, last: int, lemma: str) -> bool:
    if phrase.tags[first] not in ("N", "P", "J") or phrase.tags[last] not in ("N", "P", "J"):
        return False
    if lemma in ("chief", "principal", "general", "executive") and _before_a_post(phrase, last):
        return False
    if lemma in _MEMBER_STATES:
        return phrase.lower(first - 1) == "a" and phrase.lower(last + 1) == "of"  # India is a member state of the SCO
    field = phrase.lower(last + 1) in phrase.cues.words["domains"] and phrase.tokens[last].capital
    if lemma == "deputy" and field and _before_a_post(phrase, last):
        return False  # Deputy Education Minister
    if lemma == "speaker" and phrase.lower(first - 1) in _KINDS_OF_SPEAKERS:
        return False  # the keynote speaker has no post
    if lemma == "general" and phrase.lemma(last + 1) in phrase.cues.events:
        return False  # the General Meeting
    if lemma == "executive" and phrase.lemma(last + 1) in phrase.cues.organizations:
        return False  # the Executive Board
    if phrase.tokens[last].capital and _names_a_programme(phrase, last + 1):
        return False  # the Young Arbitrators Programme, the Young Judges project
    following = phrase.tag(last + 1)
    small = not phrase.tokens[last].capital
    behind = phrase.taken[last + 1] if last + 1 < phrase.size else None
    common = behind is None or (behind.rule == "organization.common-noun" and not behind.plural)
    if small and following == "N" and common and not phrase.possessive(last):
        return False  # member states, deputy heads, head office
    if lemma in _POSTS_AND_WORDS and small:
        as_ = phrase.lower(first - 2 if phrase.lower(first - 1) in _ACTING else first - 1) == "as"
        beside = as_ or (phrase.lower(first - 1), phrase.lower(last + 1)) == ("(", ")")
        start = phrase.phrase_start(first)
        told = phrase.tag(start) in ("D", "O") or (start > 0 and phrase.taken[start - 1] is not None)
        return beside or told or phrase.lower(last + 1) in ("of", "at") or _given_bare(phrase, first)
    if lemma in _TRIALS and first - 1 in phrase.opens:
        return False  # the "One Stamp" pilot is a project
    if lemma == "justice" and not phrase.name(last + 1) and not _of_a_court(phrase, last):
        return False  # constitutional justice is no judge
    body = phrase.taken[first - 1] if first and phrase.tokens[first].capital else None
    of_body = body is not None and body.kind == "Organization"  # EBRD Head for Kazakhstan
    return not (lemma == "head" and phrase.lower(last + 1) in ("to", "for", "into") and not of_body)


def _of_a_court(phrase: Phrase, last: int) -> bool:
    """Justices of the Supreme Court, Justice of the Constitutional Court X: in capitals, and of a court."""
    begin = last + 2 + (phrase.tag(last + 2) == "D")
    court = phrase.taken[begin] if phrase.lower(last + 1) == "of" and begin < phrase.size else None
    told = court is not None and court.kind == "Organization" and court.lemma in _COURTS
    return told and phrase.tokens[last].capital and phrase.lower(last - 1) not in ("of", "and", "for")


def _given_bare(phrase: Phrase, first: int) -> bool:
    """Was appointed chair, elected Dana Omarova chair, became head: a post in small letters behind who gets it."""
    at = first - 1 - (phrase.lower(first - 1) in _ACTING)
    while at > first - 4 and phrase.name(at):
        at -= 1
    verbs = _APPOINTING | _REMAINING if phrase.lower(first - 1) in _ACTING else _APPOINTING
    return phrase.tag(at) in ("V", "X") and any(form.base in verbs for form in forms_of(phrase.lower(at)))


def _names_a_programme(phrase: Phrase, at: int) -> bool:
    return phrase.lemma(at) in phrase.cues.programs or (phrase.name(at) and phrase.lemma(at) in phrase.cues.events)


def _before_a_post(phrase: Phrase, at: int) -> bool:
    """Chief Scientific Secretary: the word only tells which secretary it is."""
    for i in range(at + 1, min(at + 3, phrase.size)):
        if phrase.tags[i] not in ("P", "J", "N") or phrase.taken[i] is not None:
            return False
        if phrase.lemmas[i] in phrase.cues.roles:
            return True
    return False


def _take(phrase: Phrase, first: int, last: int, lemma: str) -> Chunk:
    begin, modifiers = _modifiers(phrase, first)
    noun = phrase.words(first, last)
    if lemma in _MEMBER_STATES:
        noun = lemma = "member"
    plural = is_plural(phrase.bare(last).lower()) and noun.lower() not in phrase.cues.roles
    if plural:
        *before, final = noun.split(" ")
        noun = " ".join([*before, singular(final)])
    label = " ".join([*modifiers, noun])
    if phrase.lower(begin - 1) in _ACTING and phrase.tag(begin - 1) in ("V", "G") and phrase.tag(begin - 2) != "A":
        phrase.tags[begin - 1] = "J"  # X, acting Akim since 10 February, spoke: no verb
    chunk = phrase.chunk("Role", begin, last, label=label[:1].upper() + label[1:], lemma=lemma, rule="role.head-noun")
    chunk.plural, chunk.kind_of = plural, phrase.cues.roles.get(lemma, "deputy")
    if chunk.kind_of == "membership" and lemma != "member" and modifiers:
        chunk.kind_of = "staff"
    _former_or_acting(phrase, chunk, begin)
    if "new" in phrase.lowers[begin:first] or phrase.lower(begin - 1) == "new":
        chunk.flags.add("fresh")
    if begin == 0 and phrase.lower(0) in ("elected", "appointed", "chosen", "named", "re-elected"):
        chunk.flags.add("chosen")
    if chunk.kind_of == "observer":
        chunk.kind_of = "staff"
    phrase.take(chunk)
    owner_before(phrase, chunk, begin)
    minister = chunk.lemma.removeprefix("deputy ").removeprefix("vice ") in MINISTERS
    if minister:
        _of_state(phrase, chunk, begin)  # French Minister of Energy: the ministry is France's
    read_behind(phrase, chunk)
    _of_state(phrase, chunk, begin)
    if minister and (chunk.owner is None or chunk.owner.kind == "Country"):
        domain_before(phrase, chunk, first)
    if lemma.endswith("director") and " for " in chunk.label:
        chunk.kind_of = "deputy"  # Managing Director for Logistics: one of those below the head
    if chunk.owner is None and (_of_a_government(modifiers, lemma) or any(_LETTERS.match(w) for w in modifiers)):
        chunk.flags.add("of-unknown")
    if _for_a_time(phrase, max(chunk.last, chunk.owner.last if chunk.owner else 0) + 1):
        chunk.flags.add("former")
    embassy_of_sender(phrase, chunk)
    prosecutors_of_state(phrase, chunk)
    chunk.value = _usual_name(phrase, chunk)
    return chunk


def _of_a_government(modifiers: list[str], lemma: str) -> bool:
    """Health Secretary X, Financial Secretary Y, European Commissioner Z: at no body that is spoken of by the way."""
    before = modifiers[-1].lower() if modifiers else ""
    return f"{before} {lemma}" in _OF_STATES


def _usual_name(phrase: Phrase, chunk: Chunk) -> str:
    """Return the name that bodies-of-posts.txt has a post under, without its field (for Finance)."""
    label = chunk.label.lower().replace(" of the ", " of ").removeprefix("acting ")
    board = label.partition(" of ")[2].partition(" for ")[0]
    for name in (f"{chunk.lemma} of the {board}", chunk.lemma):
        if name in phrase.cues.bodies_of_post:
            return name
    for under in ("vice-", "co-", "pro-"):
        if chunk.lemma.startswith(under):
            return chunk.lemma.removeprefix(under)
    return chunk.lemma.split(" ", 1)[-1]


def _of_state(phrase: Phrase, chunk: Chunk, at: int) -> None:
    """Spanish Foreign Minister, Kazakh Ambassador: the adjective tells whose a post is that states have."""
    if chunk.owner is not None or not demonym_at(phrase, at):
        return
    if chunk.lemma.split(" ")[-1] not in phrase.cues.words["posts-of-states"] or " of " in chunk.label:
        return
    state = state_of(phrase, at)
    if state is not None:
        chunk.owner = phrase.keep(state, chunk)
        sent_to(phrase, chunk, state)


def _modifiers(phrase: Phrase, first: int) -> tuple[int, list[str]]:
    """Return where the words begin that belong to the post, and those that its label keeps."""
    begin = first
    kept: list[str] = []
    i = first - 1
    while i >= 0 and first - i <= 4 and phrase.taken[i] is None and phrase.tokens[i].kind == "word":
        word, tag = phrase.lower(i), phrase.tags[i]
        if phrase.possessive(i) or tag not in ("P", "J", "N") or (tag == "P" and of_a_person(phrase, i)):
            break
        if tag == "N" and phrase.lemma(i) in _SPEECHES:
            break  # in his opening address union chairman X warned
        if demonym_at(phrase, i):
            return i, kept
        if tag == "P" and _whom_one_elects(phrase, i, first):
            break  # elected Daniyar Askarbek President
        of_firm = phrase.lower(first) == "ceo" if not kept else kept[0].lower() in _RANKS
        if tag == "P" and of_firm and word not in _RANKS | phrase.cues.words["domains"]:
            break  # Chevron Executive Vice President: whose, and not which
        if tag == "P" and _behind_a_title(phrase, i):
            break  # elected Professor Yerlan Sarsembek Dean
        apart = i > 0 and phrase.lower(i - 1) == "," and phrase.lower(first) in _RANKS  # X, Atlantic regional director
        if tag == "P" and not phrase.tokens[first].capital and word not in phrase.cues.words["domains"] and not apart:
            break  # elected Gulnar Issabek chairwoman
        passed = word in _MEMBERSHIPS or word in _NO_LABEL
        if phrase.tokens[i + 1].capital and not phrase.tokens[i].capital and not passed:
            break  # on the closing day Health Vice Minister ...
        if (phrase.lemma(i) in phrase.cues.programs and i < first - 1) or (
            i and len(word) < 4 and of_a_person(phrase, i - 1)
        ):
            break  # loans under the programme reach farmers; Anna Li Head of the commission
        if (
            tag == "N"
            and word not in _OF_HOLDERS
            and not (phrase.tags[i + 1] in ("N", "P") and _noun_modifier(phrase, i))
        ):
            break
        begin = i
        telling = tag != "J" or word in _MEMBERSHIPS or phrase.cues.roles.get(phrase.lemma(first)) != "membership"
        ranked = word == "first" or (word in ("second", "third") and phrase.tokens[i].capital)
        told_apart = ranked and phrase.lower(i + 1).startswith(("deputy", "vice"))  # First Deputy Chairman
        ordinal = word[0].isdigit() or word.endswith(("eenth", "ieth", "undredth"))  # the 31st, the fourteenth member
        if told_apart or (telling and not ordinal and word not in _NO_LABEL | _ACTING | phrase.cues.words["former"]):
            kept.insert(0, phrase.tokens[i].text)
        i -= 1
    return begin, kept


def _behind_a_title(phrase: Phrase, at: int) -> bool:
    """Tell whether two or more capitals that end at a token stand right behind a post: they are a name."""
    first = at
    while first > 0 and phrase.name(first - 1) and phrase.taken[first - 1] is None:
        first -= 1
    before = phrase.taken[first - 1] if first else None
    return first < at and before is not None and before.kind == "Role" and before.last == first - 1


def _whom_one_elects(phrase: Phrase, at: int, first: int) -> bool:
    """Tell whether two or more capitals between a verb of electing and a post are a name: elected X Y President."""
    begin = at
    while begin > 0 and phrase.name(begin - 1) and phrase.taken[begin - 1] is None:
        begin -= 1
    if first - begin < 2 or phrase.tag(begin - 1) not in ("V", "X"):
        return False
    telling = phrase.cues.words["domains"] | _MEMBERSHIPS | _NO_LABEL | _ACTING | phrase.cues.words["former"]
    named = range(begin, first)
    if any(phrase.lower(i) in telling or phrase.lemma(i) in phrase.cues.roles or demonym_at(phrase, i) for i in named):
        return False
    return any(form.base in _APPOINTING for form in forms_of(phrase.lower(begin - 1)))


def _noun_modifier(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun in small letters says which post it is: project coordinator."""
    return not is_plural(phrase.lower(at)) and phrase.tag(at - 1) in ("D", "O", "J", "PUNCT", "P", "N", "I")


def _until_now(phrase: Phrase, begin: int) -> bool:
    """Until now an adviser, till this week the head of X: a post that has just been left."""
    for at in range(begin - 1, max(-1, begin - _SPELL), -1):
        if phrase.lower(at) in ("until", "till"):
            return phrase.lower(at + 1) != "further"
        if phrase.tag(at) in ("V", "A", "M", "PUNCT", "C"):
            return False
    return False


def _for_a_time(phrase: Phrase, at: int) -> bool:
    """X, Director from 2009 until his retirement, Rector from May 2009 to 2015, but not from 2009 to the present."""
    if phrase.lower(at) != "from":
        return False
    year = next((i for i in range(at + 1, at + 4) if phrase.lower(i).isdigit() and len(phrase.lower(i)) == _YEAR), at)
    behind = phrase.lowers[year + 2 : year + 4]
    return year > at and phrase.lower(year + 1) in ("until", "till", "to") and not _NOW.intersection(behind)


def _former_or_acting(phrase: Phrase, chunk: Chunk, begin: int) -> None:
    words = [*phrase.lowers[begin : chunk.first + 1], phrase.lower(begin - 1), phrase.lower(begin)]
    if phrase.taken[begin - 1] is not None:
        words.append(phrase.lower(begin - 2))
    late = "late" in (phrase.lower(begin - 1), phrase.lower(begin))
    then = phrase.lower(begin - 1) == "then" and phrase.tag(begin - 2) in ("D", "O")  # the then President
    if late or then or not phrase.cues.words["former"].isdisjoint(words) or _until_now(phrase, begin):
        chunk.flags.add("former")
    if not phrase.cues.words["merely"].isdisjoint(words):
        chunk.flags.add("merely")
    if not _ACTING.isdisjoint(words):
        chunk.flags.add("acting")
        chunk.label = f"Acting {chunk.label}"
