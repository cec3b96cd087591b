"""Head nouns in small letters that point back to a body named before: the association, its council."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.body_parts import DETERMINED, is_plural_at, keep_parts, take_with_whole
from kg.lang.en.brands import person_behind, person_like
from kg.lang.en.capitals import follow, head_at, run_end
from kg.lang.en.ministries import with_article
from kg.lang.en.named_parts import take_named_part
from kg.lang.en.phrase import Phrase
from kg.lang.en.states_as_adjectives import demonym_at, state_of

OF_ITS_WHOLE = "organization.of-its-whole"
_OF_AGE = cues("en").words["of-age"]
_OBSERVING = cues("en").words["observing"]
_DEEDS_TOO = cues("en").words["deeds-too"]
_KINDS_OF_ASSEMBLIES = cues("en").words["kinds-of-assemblies"]


def take_common_noun(phrase: Phrase, at: int) -> None:
    """Take a head noun in small letters that points back by an article or possessive: the association, its council."""
    if phrase.taken[at] is not None or take_named_part(phrase, at, phrase.lemmas[at]):
        return
    found = head_at(phrase, at, at)
    if found is None:
        return
    lemma = found[2]
    if (lemma == "assembly" and _held(phrase, at)) or (lemma == "group" and _of_people(phrase, at)):
        return  # at the general assembly: an encounter; a group of doctors travels as a delegation does
    flag = phrase.cues.organizations[lemma]
    if flag == "board" or (lemma in ("chair", "party") and (is_plural_at(phrase, at) or lemma == "chair")):
        return
    if phrase.tag(at + 1) == "N" and not phrase.possessive(at):
        return  # the commission meeting: said of the next noun
    branded = phrase.lower(at) in phrase.cues.words["branded"] and phrase.name(at + 1) and phrase.taken[at + 1] is None
    end = run_end(phrase, at + 1) if branded else at
    if branded and not (person_like(phrase, end) or person_behind(phrase, at + 1, end)):
        return  # company KAZAKH INVEST: the brand that follows makes it a name
    if _quoted_name_follows(phrase, at) or _is_a_deed(phrase, at, lemma):
        return  # the public association "Birlik": read with its quotes
    begin = phrase.phrase_start(at)
    deed = lemma == "foundation" and phrase.lower(begin - 1) in ("since", "from", "upon", "before", "after")
    if deed or (lemma == "mission" and (_observing(phrase, begin, at) or _travels(phrase, begin, at))):
        return  # since its foundation in 1991
    by_state = flag == "state" and _of_a_state(phrase, at, lemma)
    if by_state or _charged(phrase, begin, at, lemma) or (not flag and _of_its_whole(phrase, begin, at, lemma)):
        return
    opener = phrase.lower(begin)
    if not (opener in DETERMINED or phrase.tags[begin] in ("D", "O") or phrase.possessive(begin - 1)):
        begin = at
        opener = "any"
    chunk = phrase.chunk("Organization", at, at, label=phrase.bare(at), lemma=lemma, rule="organization.common-noun")
    chunk.proper, chunk.kind_of, chunk.plural = False, flag, is_plural_at(phrase, at)
    modifiers = [
        w
        for w in phrase.lowers[begin:at]
        if w not in ("the", "this", "that", "its", "their", "our", "his", "her", "my", "said")
    ]
    chunk.value = " ".join(modifiers) or ("" if opener in DETERMINED or phrase.possessive(begin - 1) else "any")
    if set(modifiers) & phrase.cues.words["relational"]:
        chunk.flags.add("relational")
    phrase.take(chunk)
    if phrase.possessive(begin - 1) and (before := phrase.taken[begin - 1]) is not None and flag in ("unit", "region"):
        chunk.owner = before
        before.inside = chunk


def _is_a_deed(phrase: Phrase, at: int, lemma: str) -> bool:
    """An exchange of views: what is done, and no stock exchange."""
    return lemma in _DEEDS_TOO and phrase.lower(at + 1) == "of" and not phrase.name(at + 2)


def _travels(phrase: Phrase, begin: int, at: int) -> bool:
    """A needs assessment mission, an expert mission of the Fund: it travels as a delegation does."""
    if begin >= at - 1 or phrase.name(at - 1):
        return False
    sent = phrase.lower(begin) in ("a", "an")
    return sent or (phrase.tags[at - 1] == "N" and phrase.lower(at + 1) != "of")


def _of_a_state(phrase: Phrase, at: int, lemma: str) -> bool:
    """Take the Danish parliament as the one of that state."""
    state = state_of(phrase, at - 1) if demonym_at(phrase, at - 1) and phrase.free(at - 1, at) else None
    if state is None or is_plural_at(phrase, at):
        return False
    core = lemma.capitalize()
    label = f"{core} of {with_article(state.label)}"
    chunk = phrase.chunk("Organization", at - 1, at, label=label, lemma=lemma, rule="organization.of-demonym")
    chunk.core, chunk.state, chunk.kind_of, chunk.owner = core, state.known or "", "state", phrase.keep(state, chunk)
    phrase.take(chunk)
    return True


def _of_its_whole(phrase: Phrase, begin: int, at: int, lemma: str) -> bool:
    """The maslikhat of Kostanay Region, the library of Ile University: a name, where no other of the kind is named."""
    if lemma in phrase.known.heads or is_plural_at(phrase, at) or phrase.lower(begin) not in DETERMINED:
        return False
    chain = follow(phrase, at, lemma)
    whole = chain.segments[0] if chain.segments else None
    if whole is None or whole.word != "of" or len(chain.segments) > 1:
        return False
    named = whole.entry is None and phrase.cues.organizations.get(whole.head, "board") not in ("board", "unit")
    if whole.entry is None and phrase.cues.places.get(phrase.lemma(whole.last + 1)) == "region":
        whole.last = chain.last = whole.last + 1  # the maslikhat of Karasai district
        named = True
    kind = whole.entry.kind if whole.entry is not None else ""
    if not (named or kind in ("Organization", "Place")):
        return False
    first = begin + 1
    while first < at and phrase.lowers[first] in _OF_AGE:
        first += 1
    take_with_whole(phrase, first, at, chain, lemma, rule=OF_ITS_WHOLE)
    return True


def _held(phrase: Phrase, at: int) -> bool:
    """Tell whether an assembly is one that is held: a general or annual one, or the assembly of a text with such."""
    if phrase.lower(at - 1) in _KINDS_OF_ASSEMBLIES:
        phrase.known.assemblies = True
        return True
    return phrase.known.assemblies and phrase.lower(at - 1) == "the"


def _of_people(phrase: Phrase, at: int) -> bool:
    i = at + 2
    while phrase.tag(i) in ("J", "NUM"):
        i += 1
    if phrase.lower(at + 1) != "of" or i >= phrase.size or not is_plural_at(phrase, i):
        return False
    return phrase.lemma(i) in phrase.cues.words["people"] or phrase.lemma(i) in phrase.cues.roles


def _charged(phrase: Phrase, begin: int, at: int, lemma: str) -> bool:
    """The working group on the bill, a monitoring group of the Union: what it is charged with is its name."""
    words = phrase.cues.words
    sent = lemma == "mission" and phrase.lower(at + 1) == "of"
    of_group = sent or bool(set(phrase.lowers[begin:at]) & words["charged-groups"])
    if (lemma not in words["charged"] and not sent) or is_plural_at(phrase, at) or (lemma == "group" and not of_group):
        return False
    last = _charge(phrase, at + 1, of_group=of_group)
    if last <= at:
        return False
    while begin < at and phrase.tags[begin] in ("D", "O"):
        begin += 1
    label = phrase.words(begin, last)
    chunk = phrase.chunk("Organization", begin, last, label=label, lemma=lemma, rule="organization.charged")
    chunk.core = chunk.label = label[:1].upper() + label[1:]
    for inner in {id(c): c for c in phrase.taken[begin : last + 1] if c is not None}.values():
        inner.inside = inner.inside or chunk
    phrase.take(chunk)
    return True


def _charge(phrase: Phrase, at: int, *, of_group: bool) -> int:
    """Return the end of what a group is charged with, or of the body that it is of; 0 if nothing tells."""
    word = phrase.lower(at)
    if word not in ("on", "for", "of") or (word == "of" and not of_group):
        return 0
    last = at + 1 if phrase.tag(at + 1) == "D" else at
    while phrase.tag(last + 1) in ("J", "N", "P") and last - at < 7 and (phrase.free(last + 1, last + 1)):
        last += 1
    named = any(phrase.name(i) for i in range(at + 1, last + 1))
    ends = phrase.tag(last) in ("N", "P") and (named or word != "of")
    return last if ends else 0


def _quoted_name_follows(phrase: Phrase, at: int) -> bool:
    close = phrase.pairs.get(at + 1, 0)
    if close < at + 3 or close - at > 9 or phrase.tokens[at + 1].kind != "quote" or is_plural_at(phrase, at):
        return False
    return phrase.tokens[at + 2].text[0].isupper() and phrase.free(at + 1, close)


def _observing(phrase: Phrase, begin: int, at: int) -> bool:
    """Take the CIS observer mission, the election observation mission of the OSCE: a body of its own while it lasts."""
    if not set(phrase.lowers[begin:at]) & _OBSERVING or is_plural_at(phrase, at):
        return False
    while phrase.tags[begin] in ("D", "O"):
        begin += 1
    before = phrase.taken[begin - 1] if begin else None
    chain = follow(phrase, at, "mission")
    if (
        before is not None
        and before.kind == "Organization"
        and before.inside is None
        and not phrase.possessive(begin - 1)
    ):
        begin = before.first
    elif not any(segment.word == "of" for segment in chain.segments):
        return False
    else:
        before = None
    label = phrase.words(begin, chain.last)
    chunk = phrase.chunk("Organization", begin, chain.last, label=label, lemma="mission", rule="organization.mission")
    chunk.core, chunk.kind_of = label, "part"
    phrase.take(chunk)
    if before is not None:
        chunk.owner, before.inside = before, chunk
    else:
        keep_parts(phrase, chunk, begin, at, chain)
        chunk.core = label
    return True
