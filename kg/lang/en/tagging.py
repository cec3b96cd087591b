"""Which part each word of an English sentence plays: told from what it may be and from the words around it.

D determiner, R pronoun, O possessive pronoun, I preposition, C and/or, S that/if/when, W which/who, M will/may,
A be/have/do, ADV, J adjective, N noun, P name (a capital), NUM, V finite verb, B base after a modal or to,
X participle, G -ing form, T the to of an infinitive, "," and other marks as PUNCT.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.lang.en.demonyms import demonyms
from kg.lang.en.items import marker
from kg.lang.en.morphology import closed_class, forms_of, parts_of_speech
from kg.lang.en.numbers import NUMBERS
from kg.lang.person_names import PARTICLES
from kg.lang.tokens import Token

_BEFORE_A_NOUN = frozenset({"D", "O", "J", "NUM"})
_ALONE_OR_BEFORE_A_NOUN = frozenset(
    ["her", "this", "these", "those", "such", "each", "both", "all", "some", "many", "most", "others"]
)
_BREAKS = frozenset({"C", "S", "W"})
_BY_CONTEXT = frozenset(
    {"to", "which", "who", "whom", "whose", "following", "including", "there", "once", "next", "like"}
)
_SAID_OF_NOUNS = frozenset(
    ["held", "organised", "organized", "hosted", "convened", "dedicated", "devoted", "chaired", "scheduled", "planned"]
)
_POSTS_LIKE_VERBS = frozenset({"partner", "coach", "captain", "judge", "counsel", "fellow", "chief", "host", "guide"})
_BEFORE_POSTS = frozenset(
    ["managing", "founding", "presiding", "outgoing", "incoming", "acting", "visiting", "commanding", "serving"]
)
_POSTS_BEHIND = frozenset(
    ["director", "partner", "editor", "officer", "president", "chair", "chairman", "chairwoman", "chairperson", "judge",
     "head", "chief", "member", "professor", "secretary", "general", "fellow", "manager", "treasurer", "minister"]
)  # fmt: skip
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "he", "she", "it", "they", "there", "all"})
_WHERE = frozenset({"in", "on", "at", "from", "by", "under", "between", "online", "yesterday", "today"})
_CONTRACTED = frozenset({"it", "he", "she", "that", "there", "here", "what", "who", "let", "where", "how"})
_SELVES = frozenset({"itself", "himself", "herself", "themselves"})
_SAYING = frozenset(
    {"said", "announced", "noted", "reported", "stressed", "believed", "claimed", "confirmed", "stated"}
)
_FINITE_AUXILIARY = frozenset(
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

_AT_PRESENT = frozenset(form for word in ("at", "present") for form in (word, word.capitalize(), word.upper()))


def tag(tokens: list[Token], title: bool) -> list[str]:
    """Return the tag of each token of a sentence."""
    first = marker(tokens)
    tags = [_by_itself(token.text, token.kind) for token in tokens]
    for at in {0, first, *(at for at, token in enumerate(tokens) if token.text in _AT_PRESENT)}:
        if at < len(tokens):
            tags[at] = _sure(tokens, at, first)
    finite = False
    for at, token in enumerate(tokens):
        if tags[at] == "?":
            tags[at] = _in_context(tokens, tags, at, finite, title)
        if tags[at] in ("PUNCT", "C", "S", "W"):
            finite = False
        elif tags[at] in ("V", "M") or (tags[at] == "A" and token.text.lower() in _FINITE_AUXILIARY):
            finite = True
    for at in range(2, len(tokens)):
        if tags[at] == "X":
            _reduced_relative(tokens, tags, at)
    if not title and not any(t in ("V", "M", "A") for t in tags):
        _only_verb(tokens, tags, first)
    return tags


def _only_verb(tokens: list[Token], tags: list[str], first: int) -> None:
    """X, Chairman of Y, addressed by video link a forum of Z: in a sentence without another verb it is the verb."""
    for at in range(first + 2, len(tokens) - 1):
        noun = tags[_previous(tags, at)] in ("N", "P", "PUNCT")
        forms = {form.kind for form in forms_of(tokens[at].text.lower())} if tags[at] == "X" and noun else set()
        if "past" not in forms or tokens[at].text.lower() in _SAID_OF_NOUNS:
            continue
        behind = tokens[at + 1].text.lower()
        after_by = {tags[i] for i in range(at + 2, min(at + 5, len(tokens)))}
        if behind != "by" or (
            "P" not in after_by and "D" in {tags[i] for i in range(at + 3, min(at + 7, len(tokens)))}
        ):
            tags[at] = "V"
        return


def _reduced_relative(tokens: list[Token], tags: list[str], at: int) -> None:
    """Delegates of the conference held in Karabaur elected X: the first form is said of the noun before it."""
    low = tokens[at].text.lower()
    if tags[_previous(tags, at)] not in ("N", "P") or low in _SAID_OF_NOUNS:
        return
    if _closes_relative(tags, at):
        tags[at] = "V"
        return
    if not any(form.kind == "past" for form in forms_of(low)) or tokens[min(at + 1, len(tokens) - 1)].text == "by":
        return
    for i in range(at - 1, 1, -1):
        if tags[i] in ("PUNCT", "C", "S", "W", "T", "M", "A", "R"):
            return
        if tags[i] == "V":
            said_of_noun = tokens[i].text.lower() in _SAID_OF_NOUNS and tags[i - 1] in ("N", "P") and tags[i + 1] == "I"
            if said_of_noun:
                tags[i], tags[at] = "X", "V"
            return


def _closes_relative(tags: list[str], at: int) -> bool:
    """Guests who addressed the Congress included X: behind its relative clause the verb of the sentence."""
    for i in range(at - 1, 0, -1):
        if tags[i] in ("PUNCT", "C", "S", "T"):
            return False
        if tags[i] == "W":
            verbs = [t for t in tags[i + 1 : at] if t in ("V", "A", "M")]
            return tags[i + 1] in ("V", "A", "M") and bool(verbs) and not {"V", "A", "M"} & set(tags[:i])
    return False


def _sure(tokens: list[Token], at: int, first: int) -> str:
    """Return the tag of a word that can be told by itself, "?" for one that can't; ``first`` is the first real word."""
    token = tokens[at]
    low = token.text.lower()
    if low in ("at", "present") and _at_present(tokens, at, low):
        return "ADV"
    opening = False
    if at == first:
        parts = closed_class().get(low)
        opening = bool(parts and not _modifies_a_name(tokens, parts)) or _opens_a_sentence(tokens, low)
    return _by_itself(token.text, token.kind, leads=at == 0, opening=opening)


def _at_present(tokens: list[Token], at: int, low: str) -> bool:
    if low == "at":
        return at + 1 < len(tokens) and tokens[at + 1].text == "present"
    return at > 0 and tokens[at - 1].text.lower() == "at"


@lru_cache(maxsize=65_536)
def _by_itself(text: str, kind: str, *, leads: bool = False, opening: bool = False) -> str:
    """Return the tag of a form; ``opening`` tells whether its capital may be that of a common word."""
    if kind == "number":
        return "NUM"
    if kind == "initials":
        return "P"
    if kind != "word":
        return "PUNCT"
    low, capital = text.lower(), text[0].isupper()
    if low in NUMBERS.words and not NUMBERS.words[low][1] and low != "one" and not (capital and not leads):
        return "NUM"
    if "-" in low and all(part in NUMBERS.words for part in low.split("-")):
        return "NUM"  # thirty-one
    parts = closed_class().get(low)
    if capital and not opening and not _shouted(text, parts):
        return "P"
    if parts is not None and len(parts) == 1 and "V" not in parts_of_speech(low) and low not in _BY_CONTEXT:
        return next(iter(parts))
    return "?"


def _opens_a_sentence(tokens: list[Token], low: str) -> bool:
    """Tell whether a capital at the beginning may be that of a common word."""
    behind = marker(tokens) + 1
    following = tokens[behind] if len(tokens) > behind else None
    if following is not None and (following.capital or following.kind == "initials"):
        return False
    if (
        following is not None
        and following.text in PARTICLES
        and len(tokens) > behind + 1
        and tokens[behind + 1].capital
    ):
        return False  # Arthur van Diesen
    return not low.endswith(("'s", "’s"))


def _modifies_a_name(tokens: list[Token], parts: frozenset[str]) -> bool:
    """National Scientific Centre: an adjective that opens a sentence before another capital begins a name."""
    return parts == {"J"} and len(tokens) > 1 and tokens[1].capital and not tokens[1].acronym


def _shouted(text: str, parts: frozenset[str] | None) -> bool:
    """AND, OF, THE in a name written in capitals stay what they are."""
    return parts is not None and text in ("AND", "OF", "THE", "FOR", "And", "Of", "The", "For")


def _previous(tags: list[str], at: int) -> int:
    """Return the token before one, adverbs left aside."""
    at -= 1
    while at >= 0 and tags[at] == "ADV":
        at -= 1
    return at


def _in_context(tokens: list[Token], tags: list[str], at: int, finite: bool, title: bool) -> str:
    low = tokens[at].text.lower()
    parts = parts_of_speech(low)
    before = _previous(tags, at)
    last = tags[before] if before >= 0 else ""
    if last == "PUNCT" and before == at - 1 and _quoted_modifier(tokens, tags, before):
        last = "J"
    if last != "PUNCT" and at and _owns_the_next(tokens[at - 1].text):
        last = "O"  # yesterday's round table, the Board's open session
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if low == "to":
        return "T" if _begins_infinitive(tokens, tags, at) else "I"
    if low in ("that", "which", "who", "whom", "whose", "where", "when"):
        return _connecting(tokens, tags, at, last)
    if low in _ALONE_OR_BEFORE_A_NOUN:
        noun_next = following in ("N", "P", "J", "NUM", "?") or (low != "her" and following in ("D", "O"))
        return ("O" if low == "her" else "D") if noun_next else "R"
    if low in ("since", "until", "till", "before", "after", "as"):
        perfect = at > 0 and tokens[at - 1].text.lower() in ("has", "have", "had") and following in ("?", "V", "A")
        if low == "since" and perfect:
            return "ADV"  # has since resigned
        return "S" if _a_clause_follows(tokens, tags, at) else "I"
    if low in ("there", "then", "here", "yet", "so", "once", "following", "including"):
        return "I" if low in ("following", "including") and following != "N" else "ADV" if low != "there" else "R"
    if low in ("next", "like") and (last in ("M", "A") or low == "like"):
        return "ADV" if low == "next" else "B" if last == "M" else "I"
    forms = forms_of(low)
    if not forms or "V" not in parts:
        return _no_verb(low, parts, last, following)
    return _verbal(_Form(tokens, tags, at, frozenset(f.kind for f in forms), last, following, finite, title))


def _owns_the_next(word: str) -> bool:
    """Tell whether a word is a possessive, and no it's or there's."""
    return word.endswith(("'s", "’s")) and word[:-2].lower() not in _CONTRACTED


def _no_verb(low: str, parts: frozenset[str], last: str, following: str) -> str:
    """Return the tag of a word that is no form of a verb."""
    closed = closed_class().get(low)
    if closed and {"J", "ADV"} <= closed and last in ("N", "P", "R") and following == "?":
        return "ADV"  # the shareholders early terminated his powers
    for choice in ("D", "A", "M", "I", "J", "ADV", "S", "C"):
        if closed and choice in closed:
            return choice
    return "J" if parts == {"J"} and following in ("N", "J", "?", "C") else "ADV" if "ADV" in parts else "N"


def _quoted_modifier(tokens: list[Token], tags: list[str], close: int) -> bool:
    """The "Open Storage" project: a quoted name between an article and its noun stands as an adjective does."""
    if tokens[close].kind != "quote" or not tokens[close - 1].text.isalnum():
        return False
    for opening in range(close - 1, max(-1, close - 8), -1):
        if tokens[opening].kind == "quote":
            return opening > 0 and tags[opening - 1] in ("D", "O", "J") and opening < close - 1
    return False


@dataclass(frozen=True, slots=True)
class _Form:
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
        return self.tokens[self.at].text.lower()

    @property
    def after(self) -> str:
        return self.tokens[self.at + 1].text.lower() if self.at + 1 < len(self.tokens) else ""


def _verbal(form: _Form) -> str:
    tokens, tags, at, last = form.tokens, form.tags, form.at, form.last
    low, after, kinds = form.low, form.after, form.kinds
    if (low in ("head", "chair") and after == "of") or (low == "press" and after in ("secretary", "service", "centre")):
        return "N"  # X, head of the department
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
    if last in _BEFORE_A_NOUN or last == "I":
        return noun
    if last in ("N", "P", "R", "W") or (last in ("C", "PUNCT") and at > 0):
        return _present(form, noun)
    return noun


def _present(form: _Form, noun: str) -> str:
    """Return the tag of a form that may be a present tense or a noun, behind a noun, a pronoun or a mark."""
    tokens, tags, at, last, following = form.tokens, form.tags, form.at, form.last, form.following
    if form.after in _SELVES:
        return "V"  # which styles itself a member
    if form.kinds == {"third"} and form.after == "between":
        return noun  # on 2 March talks between X and Y took place
    if following in ("PUNCT", "C", "") and last in ("N", "P") and _open_relative(tags, at):
        return "V"  # in which the museum and the institute participate,
    if following in ("PUNCT", "C", "") and last not in ("R", "W"):
        ends = at + 2 >= len(tokens) and form.kinds == {"third"} and not form.title and not _verb_before(tags, at)
        return "V" if ends and last in ("N", "P") else noun
    if last in ("C",) and not _verb_before(tags, at):
        return noun
    if form.finite or _finite_ahead(tokens, tags, at) or (last == "N" and following == "I"):
        return noun
    bare = "base" in form.kinds and "third" not in form.kinds
    if bare and last in ("N", "P") and _singular_subject(tokens, tags, at):
        return noun
    return "V"


def _after_auxiliary(form: _Form, noun: str) -> str:
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


def _verb_before(tags: list[str], at: int) -> bool:
    return any(t in ("V", "M", "A") for t in tags[:at])


def _singular_subject(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether the word before a base form is a singular, which takes no such verb (the Commission plan)."""
    word = tokens[_previous(tags, at)].text
    return not word.lower().endswith("s") and "C" not in tags[max(0, at - 6) : at]


def _is_do(tokens: list[Token], tags: list[str], at: int) -> bool:
    i = _previous(tags, at)
    return tokens[i].text.lower() in ("do", "does", "did", "don't", "doesn't", "didn't")


def _ing(tokens: list[Token], tags: list[str], at: int, last: str) -> str:
    low = tokens[at].text.lower()
    if low in _BEFORE_POSTS and at + 1 < len(tokens) and tokens[at + 1].text.lower() in _POSTS_BEHIND:
        return "J"  # X, managing director of Y; outgoing president Z
    if last in ("D", "O", "J", "NUM"):
        return "N"
    if last in ("P", "O") and tokens[at - 1].text.lower().endswith(("'s", "’s")):
        return "N"
    if last == "P" and tokens[at - 1].text.lower() in demonyms() and at > 1 and tags[at - 2] == "D":
        return "N"  # a Kazakh reading room
    if low in ("morning", "evening"):
        return "N"
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if low in ("meeting", "hearing", "sitting", "training", "gathering", "briefing") and last != "I":
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
        t.text.lower() in _FINITE_AUXILIARY or tags[i] in ("M", "?") for i, t in enumerate(tokens[comma:], comma)
    )
    if at == 0:
        return verbs
    return tokens[at - 1].text == "," and at > 1 and tags[at - 2] in ("P", "N", "PUNCT")


def _past(form: _Form) -> str:
    tokens, tags, at, last, following = form.tokens, form.tags, form.at, form.last, form.following
    if form.kinds == {"participle"}:
        return "J" if last in _BEFORE_A_NOUN and following in ("N", "J", "?") else "X"
    if form.kinds == {"past"}:
        return "V"
    if last in _BEFORE_A_NOUN or last == "I":
        return "J"
    pronoun = last == "R" and tokens[_previous(tags, at)].text.lower() not in ("him", "her", "them", "this")
    if pronoun or last == "W":
        return "V"
    if form.after == "by" and not _by_a_time(tokens, at + 1):
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


def _says_without_that(form: _Form) -> bool:
    """X said the equipment had been delivered: the verb behind it is not its own."""
    told = form.low in _SAYING and form.last in ("P", "N") and not form.finite
    return told and (form.following in ("D", "R", "O") or form.after in _DETERMINERS)


def _between_commas(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether a form opens an aside behind a comma (The hearing, first scheduled for May, has been moved)."""
    before = _previous(tags, at)
    if before < 1 or tokens[before].text != "," or _verb_before(tags, at):
        return False
    commas = [i for i in range(1, at) if tokens[i].text == "," and tokens[i + 1].kind != "number"]
    lead = 1 if len(commas) > 1 and tags[0] in ("I", "ADV", "S") else 0
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
    if tokens[at].text.lower() not in _SAID_OF_NOUNS:
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
    if tags[at] in ("M", "V") or low in _FINITE_AUXILIARY:
        return True
    return (
        tags[at] == "?" and any(f.kind in ("past", "third") for f in forms_of(low)) and tags[at - 1] not in ("D", "J")
    )


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
        if tags[i] == "M" or low in _FINITE_AUXILIARY:
            return True
        if tags[i] == "?" and not token.capital:
            kinds = {f.kind for f in forms_of(low)}
            if kinds == {"past"}:
                return True
    return False


def _begins_infinitive(tokens: list[Token], tags: list[str], at: int) -> bool:
    for i in range(at + 1, min(at + 4, len(tokens))):
        low = tokens[i].text.lower()
        if tags[i] == "ADV" and low not in ("home",):
            continue
        if low in ("be", "have", "do"):
            return True
        if tags[i] != "?":
            return False
        if not any(f.kind == "base" for f in forms_of(low)):
            return False
        following = tags[i + 1] if i + 1 < len(tags) else ""
        return not (following == "I" and tokens[i + 1].text.lower() == "of")
    return False


def _connecting(tokens: list[Token], tags: list[str], at: int, last: str) -> str:
    low = tokens[at].text.lower()
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if low == "that":
        after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
        verb_next = following in ("M", "A") or (
            following == "?" and bool(forms_of(after)) and not after.endswith("ing")
        )
        if last in ("N", "P") and verb_next:
            return "W"
        if last in ("I", "") or (last in ("V", "A") and following in ("PUNCT", "")):
            return "R" if following in ("I", "A", "M", "PUNCT", "V") else "D"
        return "S"
    if low in ("when", "where"):
        return "W" if low == "where" and last in ("N", "P", "PUNCT") else "S"
    return "W"


def _a_clause_follows(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether a subject and a finite verb come behind since, before, after, as (before any mark)."""
    if at == 0 and not any(token.text == "," for token in tokens[1:]):
        return False  # After the round table X had a meeting
    if tokens[at].text.lower() == "as" and at > 0 and tokens[at - 1].text.lower() in ("well", "such"):
        return False
    for i in range(at + 1, min(at + 12, len(tokens))):
        low = tokens[i].text.lower()
        if tags[i] in ("PUNCT", "C", "NUM"):
            return False
        if low in _FINITE_AUXILIARY or tags[i] == "M":
            return i > at + 1
        if tags[i] == "?" and not tokens[i].capital and i > at + 1:
            kinds = {f.kind for f in forms_of(low)}
            if "past" in kinds and tags[i - 1] in ("P", "R"):
                return True
            if kinds == {"past"}:
                return True
    return False
