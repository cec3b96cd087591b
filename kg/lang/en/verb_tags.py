"""Which tag a word has that may be a verb: what its form allows, told by the words on either side of it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lang.cues import cues
from kg.lang.en.demonyms import demonyms
from kg.lang.en.morphology import closed_class, forms_of
from kg.lang.en.numbers import NUMBERS
from kg.lang.tokens import Token

BEFORE_A_NOUN = frozenset({"D", "O", "J", "NUM"})
_POSTS_LIKE_VERBS = cues("en").words["posts-like-verbs"]
_BEFORE_POSTS = cues("en").words["before-posts"]
_POSTS_BEHIND = cues("en").words["posts-behind"]
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "he", "she", "it", "they", "there", "all"})
_WHERE = frozenset({"in", "on", "at", "from", "by", "under", "between", "online", "yesterday", "today"})
_NOWADAYS = cues("en").words["nowadays"]
_SELVES = frozenset({"itself", "himself", "herself", "themselves"})
_SAYING = cues("en").words["saying"]
SAID_OF_NOUNS = cues("en").words["said-of-nouns"]
FINITE_AUXILIARY = frozenset(
    [
        "am",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "don't",
        "doesn't",
        "didn't",
    ]
)
_BEFORE_STATES = cues("en").words["before-states"]
_NOUNS_IN_ING = cues("en").words["nouns-in-ing"]
_FIELDS_IN_ING = cues("en").words["fields-in-ing"]
_NO_AGENTS = frozenset({"for", "in", "at", "and", "on", "to"})
_LASTING = ("-day", "-week", "-month", "-year", "-hour")
OPENING = 20  # tokens among which a participle that opens a sentence ends in a comma
_PARTICLES = frozenset(
    {"out", "up", "on", "off", "over", "down", "together", "forward", "online", "personally", "both"}
)
_BREAKS = frozenset({"C", "S", "W"})


@dataclass(frozen=True, slots=True)
class Form:
    """A word that may be a verb: its forms, the tags on either side of it, and what is known of its clause."""

    tokens: list[Token]
    tags: list[str]
    at: int
    kinds: frozenset[str]
    last: str
    following: str
    finite: bool
    title: bool

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.tokens[self.at].text.lower()

    @property
    def after(self) -> str:
        """The next word in small letters."""
        return self.tokens[self.at + 1].text.lower() if self.at + 1 < len(self.tokens) else ""


def verbal(form: Form) -> str:
    """Return the tag of a word that may be a verb."""
    tokens, tags, at, last = form.tokens, form.tags, form.at, form.last
    low, after, kinds = form.low, form.after, form.kinds
    if (low in ("head", "chair") and after == "of") or (low == "press" and after in ("secretary", "service", "centre")):
        return "N"  # X, head of the department
    if low == "last" and any(f.kind == "past" for f in forms_of(after)):
        return "ADV"  # which last sat in Batumi
    if low == "states" and at and tokens[at - 1].text.lower() in _BEFORE_STATES:
        return "N"
    if low in _POSTS_LIKE_VERBS and last == "PUNCT" and after in ("of", "at", "for", "with"):
        return "N"  # X, partner at Y
    noun = "J" if "J" in (closed_class().get(low) or ()) else "N"
    if last in ("M", "T") or (last == "A" and _is_do(tokens, tags, at)):
        return "B" if "base" in kinds else "X"
    if last == "A":
        return _after_auxiliary(form, noun)
    if "ing" in kinds and "base" not in kinds:
        return _ing(tokens, tags, at, last)
    if kinds & {"past", "participle"} and low not in ("set", "put", "cost", "cut"):
        return _past(form)
    if last in BEFORE_A_NOUN or last == "I":
        return noun
    if last in ("N", "P", "R", "W") or (last in ("C", "PUNCT") and at > 0):
        return _present(form, noun)
    return noun


def _present(form: Form, noun: str) -> str:
    """Return the tag of a form that may be a present tense or a noun, behind a noun, a pronoun or a mark."""
    tokens, tags, at, last, following = form.tokens, form.tags, form.at, form.last, form.following
    if form.after in _SELVES:
        return "V"  # which styles itself a member
    if "third" in form.kinds and last == "N" and form.after in ("at", "to") and _number_behind(tokens, at + 2):
        return "V"  # its membership stands at 27
    if form.kinds == {"third"} and form.after == "between":
        return noun  # on 2 March talks between X and Y took place
    if following in ("PUNCT", "C", "") and last in ("N", "P") and _open_relative(tags, at):
        return "V"  # in which the museum and the institute participate,
    if following in ("PUNCT", "C", "") and last not in ("R", "W"):
        ends = at + 2 >= len(tokens) and form.kinds == {"third"} and not form.title and not _verb_before(tags, at)
        return "V" if ends and last in ("N", "P") else noun
    if last in ("C",) and not _verb_before(tags, at):
        return noun
    if at and tags[at - 1] == "ADV" and (tokens[at - 1].text in _NOWADAYS or tokens[at - 1].text == "next"):
        return "V"  # the council next meets in May, its membership now stands at 44
    if form.kinds == {"third"} and last == "N" and following == "?" and _past_with_object(tokens, tags, at + 1):
        return noun  # on the opening day delegates admitted two bodies
    if form.finite or _finite_ahead(tokens, tags, at) or (last == "N" and following == "I"):
        return noun
    bare = "base" in form.kinds and "third" not in form.kinds
    if bare and last in ("N", "P") and _singular_subject(tokens, tags, at):
        return noun
    return "V"


def _number_behind(tokens: list[Token], at: int) -> bool:
    word = tokens[at].text.lower() if at < len(tokens) else ""
    return word.isdigit() or word in NUMBERS.words


def _past_with_object(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether a form is a past tense before an article, a number or a name, so that it is the verb."""
    behind = tags[at + 1] if at + 1 < len(tags) else ""
    return behind in ("D", "O", "NUM", "P") and any(f.kind == "past" for f in forms_of(tokens[at].text.lower()))


def _after_auxiliary(form: Form, noun: str) -> str:
    if form.low in _BEFORE_POSTS and not {form.after, form.after[:-1]}.isdisjoint(_POSTS_BEHIND):
        return "J"  # has been managing director
    if "participle" in form.kinds:
        return "X"
    if "ing" in form.kinds:
        return "J" if form.low == "acting" and form.following == "P" else "G"  # is acting Chairman
    return noun


def _open_relative(tags: list[str], at: int) -> bool:
    """Tell whether a which or who before a word still waits for its verb, and has a noun behind it for its subject."""
    for i in range(at - 1, -1, -1):
        if tags[i] in ("V", "M", "A", "X", "G", "PUNCT"):
            return False
        if tags[i] == "W":
            return at - i > 2
    return False


def _singular_subject(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether the word before a base form is a singular, which takes no such verb (the Commission plan)."""
    word = tokens[previous(tags, at)].text
    several = "C" in tags[max(0, at - 6) : at]
    # in which the Judicial Academy of X and the Training Centre of Y take part
    several = several or ("C" in tags[max(0, at - 10) : at] and "W" in tags[max(0, at - 16) : at])
    return not word.lower().endswith("s") and not several


def _is_do(tokens: list[Token], tags: list[str], at: int) -> bool:
    i = previous(tags, at)
    return tokens[i].text.lower() in ("do", "does", "did", "don't", "doesn't", "didn't")


def _ing(tokens: list[Token], tags: list[str], at: int, last: str) -> str:
    low = tokens[at].text.lower()
    if low in _BEFORE_POSTS and at + 1 < len(tokens) and tokens[at + 1].text.lower() in _POSTS_BEHIND:
        return "J"  # X, managing director of Y; outgoing president Z
    if last in ("D", "O", "J", "NUM"):
        return "N"
    if at and tokens[at - 1].text.lower().endswith(("'s", "’s", *_LASTING)):
        return "N"  # the Board's meeting, on a two-day working visit
    if last == "P" and tokens[at - 1].text.lower() in demonyms() and at > 1 and tags[at - 2] == "D":
        return "N"  # a Kazakh reading room
    if low in ("morning", "evening"):
        return "N"
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if low == "meeting" and at == 0 and any(t.text == "," for t in tokens[2:OPENING]) and tokens[1].capital:
        return "G"  # meeting X on 3 March, Y asked
    if low == "building" and last in ("P", "N") and following in ("I", "PUNCT", "", "A", "M", "C"):
        return "N"  # in the Parliament building by the Speaker
    if last == "I" and following in ("N", "?") and low in _FIELDS_IN_ING:
        return "N"  # met on pricing issues
    if low in _NOUNS_IN_ING and last != "I":
        return "G" if low in ("meeting", "sitting", "gathering") and _convening(tokens, tags, at) else "N"
    if last == "I" and following in ("PUNCT", "", "I", "M", "A"):
        return "N"
    return "G"


def _convening(tokens: list[Token], tags: list[str], at: int) -> bool:
    """The Board, meeting online, admitted X; meeting in Semey, the delegates chose X: how a body did what it did."""
    after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    where = after in ("in", "at", "on", "under", "online", "remotely", "yesterday", "today", "here", "virtually")
    comma = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == ","), 0)
    if not where or not comma or comma + 1 >= len(tokens):
        return False
    verbs = any(
        t.text.lower() in FINITE_AUXILIARY or tags[i] in ("M", "?") for i, t in enumerate(tokens[comma:], comma)
    )
    if at == 0:
        return verbs
    return tokens[at - 1].text == "," and at > 1 and tags[at - 2] in ("P", "N", "PUNCT")


def _past(form: Form) -> str:
    tokens, tags, at, last, following = form.tokens, form.tags, form.at, form.last, form.following
    if form.kinds == {"participle"}:
        return "J" if last in BEFORE_A_NOUN and following in ("N", "J", "?") else "X"
    if form.kinds == {"past"}:
        return "V"
    if (
        last in BEFORE_A_NOUN
        or last == "I"
        or (last == "G" and following in ("N", "?") and _plural_next(tokens, at + 1))
    ):
        return "J"  # for repairing flooded houses
    pronoun = last == "R" and tokens[previous(tags, at)].text.lower() not in ("him", "her", "them", "this")
    if pronoun or last == "W":
        return "V"
    if _has_agent(form):
        return "X"
    if _says_without_that(form):
        return "V"
    if form.finite or _finite_ahead(tokens, tags, at):
        return "X"
    if _between_commas(tokens, tags, at) or _behind_a_phrase(tokens, tags, at):
        return "X"
    heading = form.title and (following in ("I", "PUNCT", "") or form.after in ("to", "in", "at", "on"))
    if (heading and last in ("N", "P")) or last == "":
        return "X"
    return "V"


def _has_agent(form: Form) -> bool:
    """Tell whether by and someone stand behind a participle, small words between them: set up by the Fund."""
    tokens, at = form.tokens, form.at
    by = at + 1 + _particles(tokens, at + 1)
    if by >= len(tokens) or tokens[by].text.lower() != "by" or _by_a_time(tokens, by):
        return False
    return _agent_behind(tokens, by + 1) and (by == at + 1 or form.last in ("N", "P", "PUNCT"))


def _particles(tokens: list[Token], at: int) -> int:
    """Return how many small words part a participle from by: carried out by, run jointly by."""
    count = 0
    while count < 2 and at + count < len(tokens):
        low = tokens[at + count].text.lower()
        if low not in _PARTICLES and not low.endswith("ly"):
            break
        count += 1
    return count


def _plural_next(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text.endswith("s") and not tokens[at].capital


def _says_without_that(form: Form) -> bool:
    """X said the equipment had been delivered: the verb behind it is not its own."""
    told = form.low in _SAYING and form.last in ("P", "N") and not form.finite
    return told and (form.following in ("D", "R", "O") or form.after in _DETERMINERS)


def _between_commas(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether a form opens an aside behind a comma (The hearing, first scheduled for May, has been moved)."""
    before = previous(tags, at)
    if before < 1 or tokens[before].text != ",":
        return False
    begin = 1 + next((i for i in range(before - 1, -1, -1) if tokens[i].text == "that"), -1)  # it is recalled that
    if _verb_before(tags[begin:], at - begin):
        return False
    commas = [i for i in range(begin + 1, at) if tokens[i].text == "," and tokens[i + 1].kind != "number"]
    lead = 1 if len(commas) > 1 and tags[begin] in ("I", "ADV", "S") else 0
    if len(commas) - lead != 1:
        return False  # X, Director of Y, paid a visit: the comma closes what stands beside the name
    nested = True
    for i in range(at + 1, len(tokens)):
        if tokens[i].text in (";", ":"):
            return False
        if tokens[i].text == ",":
            nested = False
        elif tags[i] in ("W", "S") or tokens[i].text.lower() in ("who", "which", "that", "where", "when"):
            nested = True
        elif not nested and _may_be_finite(tokens, tags, i):
            return True
    return False


def _behind_a_phrase(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether a form is said of the noun of a phrase with a preposition: spoke at the briefing held on Monday."""
    if tokens[at].text.lower() not in SAID_OF_NOUNS:
        return False
    if not _verb_before(tags, at):
        return _behind_an_opening(tokens, tags, at)
    following = tags[at + 1] if at + 1 < len(tags) else ""
    after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    if tokens[at - 1].text == "," and tags[at - 2] in ("N", "P") and (following in ("I", "NUM") or after in _WHERE):
        return True  # spoke at the meeting, held from May 31
    i = at - 1
    while i >= 0 and tags[i] in ("D", "O", "J", "N", "P", "NUM"):
        i -= 1
    return 0 <= i < at - 1 and tags[i] == "I" and tokens[i].text.lower() != "of"


def _behind_an_opening(tokens: list[Token], tags: list[str], at: int) -> bool:
    """At a briefing held today, X said: the noun of the phrase that opens a sentence is no subject."""
    if tags[at - 1] != "N" or tokens[at - 1].text.endswith("s"):
        return False
    i = at - 1
    while i > 0:
        while i > 0 and tags[i] in ("J", "N", "P", "NUM"):
            i -= 1
        if tags[i] not in ("D", "O") or i == 0:
            return False
        i -= 1
        if tags[i] != "I":
            return False
        if i == 0:
            return True
        if tokens[i].text.lower() != "of":
            return False
        i -= 1
    return False


def _may_be_finite(tokens: list[Token], tags: list[str], at: int) -> bool:
    low = tokens[at].text.lower()
    if tags[at] in ("M", "V") or low in FINITE_AUXILIARY:
        return True
    return (
        tags[at] == "?" and any(f.kind in ("past", "third") for f in forms_of(low)) and tags[at - 1] not in ("D", "J")
    )


def _agent_behind(tokens: list[Token], at: int) -> bool:
    """Tell whether anyone stands behind by: dropped by, stopped by for an hour have no agent."""
    if at >= len(tokens):
        return False
    aside = tokens[at].text in (",", "(") or tokens[at].kind == "quote"
    return aside or (tokens[at].kind != "punct" and tokens[at].text.lower() not in _NO_AGENTS)


def _by_a_time(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind == "number"


def _finite_ahead(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether a finite verb follows in the same clause, so that this word can't be it."""
    for i in range(at + 1, min(at + 14, len(tokens))):
        token, low = tokens[i], tokens[i].text.lower()
        if tags[i] in _BREAKS or token.text in (";", ":", ",", "(", ")") or low in ("that", "and", "who", "which"):
            return False
        if tags[i] == "R" or tags[i] == "T":
            return False
        if tags[i] == "M" or low in FINITE_AUXILIARY:
            return True
        if tags[i] == "?" and not token.capital:
            kinds = {f.kind for f in forms_of(low)}
            if kinds == {"past"}:
                return True
    return False


def _verb_before(tags: list[str], at: int) -> bool:
    return any(t in ("V", "M", "A") for t in tags[:at])


def previous(tags: list[str], at: int) -> int:
    """Return the token before one, adverbs left aside."""
    at -= 1
    while at >= 0 and tags[at] == "ADV":
        at -= 1
    return at
