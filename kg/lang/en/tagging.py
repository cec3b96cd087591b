"""Which part each word of an English sentence plays: told from what it may be and from the words around it.

D determiner, R pronoun, O possessive pronoun, I preposition, C and/or, S that/if/when, W which/who, M will/may,
A be/have/do, ADV, J adjective, N noun, P name (a capital), NUM, V finite verb, B base after a modal or to,
X participle, G -ing form, T the to of an infinitive, "," and other marks as PUNCT.
"""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import pairwise, takewhile
from operator import attrgetter

from kg.lang.by_form import ByForm
from kg.lang.columns import where
from kg.lang.cues import cues
from kg.lang.en.items import marker
from kg.lang.en.morphology import closed_class, forms_of, parts_of_speech
from kg.lang.en.numbers import NUMBERS
from kg.lang.en.verb_tags import FINITE_AUXILIARY, OPENING, SAID_OF_NOUNS, Form, previous, verbal
from kg.lang.person_names import PARTICLES
from kg.lang.tokens import TOKEN_KINDS, Token

_ALONE_OR_BEFORE_A_NOUN = frozenset(
    ["her", "this", "these", "those", "such", "each", "both", "all", "some", "many", "most", "others"]
)
_BY_CONTEXT = frozenset(
    {"to", "which", "who", "whom", "whose", "following", "including", "there", "once", "next", "like"}
)
_TEXT, _CAPITAL = attrgetter("text"), attrgetter("capital")
_VERBS, _FINITE = frozenset({"V", "M", "A"}), frozenset({"V", "M"})
_ENDS_CLAUSE = frozenset({"PUNCT", "C", "S", "W"})
_CONNECTING = frozenset({"that", "which", "who", "whom", "whose", "where", "when"})
_BEFORE_A_CLAUSE = frozenset({"since", "until", "till", "before", "after", "as"})
_ADVERBS = frozenset({"there", "then", "here", "yet", "so", "once", "following", "including"})
# Words that each have a rule of their own.
_RULED = _CONNECTING | _ALONE_OR_BEFORE_A_NOUN | _BEFORE_A_CLAUSE | _ADVERBS | {"to", "next", "like"}
_CONTRACTED = frozenset({"it", "he", "she", "that", "there", "here", "what", "who", "let", "where", "how"})

_OPENING_PARTICIPLES = cues("en").words["opening-participles"]
_OBJECTS_OF_RELATIVES = frozenset(cues("en").programs) | cues("en").words["what-is-left"]
_HEADS = cues("en").organizations.keys() | cues("en").words["legal-forms"]
_SEVERAL = frozenset({"two", "three", "four"})
_AT_PRESENT = frozenset(form for word in ("at", "present") for form in (word, word.capitalize(), word.upper()))


def tag(tokens: list[Token], title: bool) -> list[str]:
    """Return the tag of each token of a sentence."""
    first = marker(tokens)
    tags = [_ALONE[token.kind][token.text] for token in tokens]
    present = () if _AT_PRESENT.isdisjoint(map(_TEXT, tokens)) else where([t.text in _AT_PRESENT for t in tokens])
    for at in {0, first, *present}:
        if at < len(tokens):
            tags[at] = _sure(tokens, at, first)
    finite = False
    for at in range(len(tags)):
        if tags[at] == "?":
            tags[at] = _in_context(tokens, tags, at, finite, title)
        tag = tags[at]
        if tag in _ENDS_CLAUSE:
            finite = False
        elif tag in _FINITE or (tag == "A" and tokens[at].text.lower() in FINITE_AUXILIARY):
            finite = True
    if "X" in tags:
        for at in range(2, len(tokens)):
            if tags[at] == "X":
                _reduced_relative(tokens, tags, at)
    if not title and _VERBS.isdisjoint(tags):
        _only_verb(tokens, tags, first)
    return tags


def _only_verb(tokens: list[Token], tags: list[str], first: int) -> None:
    """X, Chairman of Y, addressed by video link a forum of Z: in a sentence without another verb it is the verb."""
    for at in range(first + 1, len(tokens) - 1):
        if tags[at] == "N" and tags[at - 1] == "P" and _alike_in_the_past(tokens[at].text.lower(), tags[at + 1]):
            tags[at] = "V"  # X put in an appearance
            return
    for at in range(first + 2, len(tokens) - 1):
        noun = tags[previous(tags, at)] in ("N", "P", "PUNCT")
        forms = {form.kind for form in forms_of(tokens[at].text.lower())} if tags[at] == "X" and noun else set()
        if "past" not in forms or tokens[at].text.lower() in SAID_OF_NOUNS:
            continue
        behind = tokens[at + 1].text.lower()
        after_by = {tags[i] for i in range(at + 2, min(at + 5, len(tokens)))}
        if behind != "by" or (
            "P" not in after_by and "D" in {tags[i] for i in range(at + 3, min(at + 7, len(tokens)))}
        ):
            tags[at] = "V"
        return


def _taken_up_by_number(tokens: list[Token], at: int) -> bool:
    """The two met, the three agreed: behind an article and a number a past tense, unless a plural follows."""
    counted = at > 1 and tokens[at - 2].text.lower() == "the" and tokens[at - 1].text.lower() in _SEVERAL
    plural = at + 1 < len(tokens) and tokens[at + 1].text.endswith("s") and not tokens[at + 1].capital
    return counted and not plural and any(form.kind == "past" for form in forms_of(tokens[at].text.lower()))


def _alike_in_the_past(low: str, following: str) -> bool:
    """Put, cut, set: a past tense that looks like a noun, before what may be its object or a preposition."""
    kinds = {form.kind for form in forms_of(low)}
    return {"base", "past"} <= kinds and following in ("D", "O", "I", "P", "R", "NUM", "ADV")


def _reduced_relative(tokens: list[Token], tags: list[str], at: int) -> None:
    """Delegates of the conference held in Karabaur elected X: the first form is said of the noun before it."""
    low = tokens[at].text.lower()
    if tags[previous(tags, at)] not in ("N", "P") or low in SAID_OF_NOUNS:
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
            said_of_noun = tokens[i].text.lower() in SAID_OF_NOUNS and tags[i - 1] in ("N", "P") and tags[i + 1] == "I"
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
        opening = opening and not (parts and _abbreviates(tokens, at))
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
    if capital and (not opening or _humped(text)) and not _shouted(text, parts):
        return "P"
    if parts is not None and len(parts) == 1 and "V" not in parts_of_speech(low) and low not in _BY_CONTEXT:
        return next(iter(parts))
    return "?"


def _humped(text: str) -> bool:
    """GreenQuay, McLeod: a capital inside a word that is no abbreviation is that of a name."""
    return not text.isupper() and any(a.islower() and b.isupper() for a, b in pairwise(text))


_ALONE = {kind: ByForm(partial(_by_itself, kind=kind)) for kind in TOKEN_KINDS}


def _opens_a_sentence(tokens: list[Token], low: str) -> bool:
    """Tell whether a capital at the beginning may be that of a common word."""
    behind = marker(tokens) + 1
    following = tokens[behind] if len(tokens) > behind else None
    if following is not None and (following.capital or following.kind == "initials"):
        return low in _OPENING_PARTICIPLES and _ends_in_a_comma(tokens, behind)
    if (
        following is not None
        and following.text in PARTICLES
        and len(tokens) > behind + 1
        and tokens[behind + 1].capital
    ):
        return False  # Arthur van Diesen
    return not low.endswith(("'s", "’s"))


def _ends_in_a_comma(tokens: list[Token], at: int) -> bool:
    """Receiving Ann Lee on 3 March, X said; but Meeting Rooms Ltd, a firm, is a name."""
    name = {word for t in takewhile(_CAPITAL, tokens[at:]) for word in (t.text, t.text.lower())}
    return any(t.text == "," for t in tokens[at:OPENING]) and _HEADS.isdisjoint(name)


def _modifies_a_name(tokens: list[Token], parts: frozenset[str]) -> bool:
    """National Scientific Centre: an adjective that opens a sentence before another capital begins a name."""
    return parts == {"J"} and len(tokens) > 1 and tokens[1].capital and not tokens[1].acronym


def _abbreviates(tokens: list[Token], at: int) -> bool:
    """WHO Director X came: letters before a word that is not all in capitals are no who."""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].text.isupper() and len(tokens[at].text) > 1 and behind.isalpha() and not behind.isupper()


def _shouted(text: str, parts: frozenset[str] | None) -> bool:
    """AND, OF, THE in a name written in capitals stay what they are."""
    return parts is not None and text in ("AND", "OF", "THE", "FOR", "And", "Of", "The", "For")


def _in_context(tokens: list[Token], tags: list[str], at: int, finite: bool, title: bool) -> str:
    low = tokens[at].text.lower()
    parts = parts_of_speech(low)
    before = previous(tags, at)
    last = tags[before] if before >= 0 else ""
    if last == "PUNCT" and before == at - 1 and _quoted_modifier(tokens, tags, before):
        last = "J"
    if last == "NUM" and before == at - 1 and _taken_up_by_number(tokens, at):
        last = "R"  # the two met again
    if last == "NUM" and before == at - 1 and (_ends_a_date(tokens, tags, before) or _numbers_a_name(tokens, before)):
        last = "N"  # the Congress on 3 May 2021 admitted the clubs
    if last != "PUNCT" and at and _owns_the_next(tokens[at - 1].text):
        last = "O"  # yesterday's round table, the Board's open session
    following = tags[at + 1] if at + 1 < len(tags) else ""
    if low in _RULED and (ruled := _by_its_rule(tokens, tags, at, last, following)):
        return ruled
    forms = forms_of(low)
    if not forms or "V" not in parts:
        return _no_verb(low, parts, last, following)
    return verbal(Form(tokens, tags, at, frozenset([f.kind for f in forms]), last, following, finite, title))


def _numbers_a_name(tokens: list[Token], at: int) -> bool:
    """School No. 5 joined the programme: the number of a body ends its name."""
    sign = at - 1 - (tokens[at - 1].text == ".")
    return sign > 0 and tokens[sign].text in ("No", "№", "Nr")


def _ends_a_date(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether a number is the year of a day: on 3 May 2021, on May 3, 2021."""
    year = tokens[at].text
    month = at - 3 if at > 2 and tokens[at - 1].text == "," and tokens[at - 2].kind == "number" else at - 1
    return len(year) == 4 and year.isdigit() and month > 0 and tags[month] == "P" and tokens[month].text.isalpha()


def _by_its_rule(tokens: list[Token], tags: list[str], at: int, last: str, following: str) -> str:
    """Return the tag of a word that has a rule of its own, "" where that does not settle it."""
    low = tokens[at].text.lower()
    if low == "to":
        return "T" if _begins_infinitive(tokens, tags, at) else "I"
    if low in _CONNECTING:
        return _connecting(tokens, tags, at, last)
    if low in _ALONE_OR_BEFORE_A_NOUN:
        noun_next = following in ("N", "P", "J", "NUM", "?") or (low != "her" and following in ("D", "O"))
        return ("O" if low == "her" else "D") if noun_next else "R"
    if low in _BEFORE_A_CLAUSE:
        perfect = at > 0 and tokens[at - 1].text.lower() in ("has", "have", "had") and following in ("?", "V", "A")
        if low == "since" and perfect:
            return "ADV"  # has since resigned
        return "S" if _a_clause_follows(tokens, tags, at) else "I"
    if low in _ADVERBS:
        return "I" if low in ("following", "including") and following != "N" else "ADV" if low != "there" else "R"
    if low == "next" and following == "?" and last in ("N", "P") and _third(tokens[at + 1].text):
        return "ADV"  # the Board next convenes on 11 December
    if low in ("next", "like") and (last in ("M", "A") or low == "like"):
        return "ADV" if low == "next" else "B" if last == "M" else "I"
    return ""


def _third(word: str) -> bool:
    return any(form.kind == "third" for form in forms_of(word.lower()))


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
    before = low == "that" and at > 1 and tokens[at - 1].text.lower() in _OBJECTS_OF_RELATIVES
    if low == "that":
        after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
        verb_next = following in ("M", "A") or (
            following == "?" and bool(forms_of(after)) and not after.endswith("ing")
        )
        if last in ("N", "P") and verb_next:
            return "W"
        if last == "N" and before and _subject_and_verb(tokens, tags, at + 1):
            return "W"  # the programme that X and Y have run
        if not last and following == "?" and _third(after):
            return "R"  # That brings the membership to eight states
        if last in ("I", "") or (last in ("V", "A") and following in ("PUNCT", "")):
            return "R" if following in ("I", "A", "M", "PUNCT", "V") else "D"
        return "S"
    if low in ("when", "where"):
        return "W" if low == "where" and last in ("N", "P", "PUNCT") else "S"
    return "W"


def _subject_and_verb(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Tell whether a name or article stands here that a finite verb without an object follows."""
    if at >= len(tokens) or tags[at] not in ("P", "D", "O"):
        return False
    verb = next((i for i in range(at + 1, min(at + 14, len(tokens))) if _finite_form(tokens, tags, i)), 0)
    behind = verb + 1
    while behind < len(tokens) and (forms_of(tokens[behind].text.lower()) or tags[behind] == "ADV"):
        behind += 1
    return verb > 0 and (behind >= len(tokens) or tags[behind] in ("I", "PUNCT", "?") or tags[behind] == "S")


def _finite_form(tokens: list[Token], tags: list[str], at: int) -> bool:
    low = tokens[at].text.lower()
    past = not tokens[at].capital and any(form.kind in ("past", "third") for form in forms_of(low))
    return low in FINITE_AUXILIARY or tags[at] == "M" or (tags[at] == "?" and past)


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
        if low in FINITE_AUXILIARY or tags[i] == "M":
            return i > at + 1
        if tags[i] == "?" and not tokens[i].capital and i > at + 1:
            kinds = {f.kind for f in forms_of(low)}
            if "past" in kinds and tags[i - 1] in ("P", "R"):
                return True
            if kinds == {"past"}:
                return True
    return False
