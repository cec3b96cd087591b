"""Programmes and projects in English text: a name on either side of the noun, or one that only the noun explains."""

from __future__ import annotations

import re

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.morphology import forms_of, is_plural
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import DAY, Chunk

# A name that begins with small letters: eReceipt, iTown.
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]\w+")
_TRIALS = cues("en").words["trials"]
_CARRYING_ON = frozenset({"to", "for", "of", "by", "in", "on", "without", "at", "not"})
_CARRYING = frozenset({"every", "each", "all", "our", "your", "my", "the", "any", "no"})


def find_programs(phrase: Phrase) -> None:
    """Take programmes and projects: a name on either side of the noun, a capital noun with its chain, the noun."""
    none = phrase.present.isdisjoint(phrase.cues.programs)
    for at, lemma in enumerate(() if none else phrase.lemmas):
        if lemma in phrase.cues.programs and phrase.taken[at] is None and phrase.tags[at] in ("N", "P", "NUM", "J"):
            _program(phrase, at)
    for at, close in phrase.pairs.items():
        if phrase.tokens[at].kind == "quote" and phrase.free(at, close) and close - at <= 8:
            _named_before(phrase, at, close)
    for name in sorted(phrase.known.programs, key=lambda n: (-len(n), n)):
        if name in phrase.words(0, phrase.size - 1):
            _bare_name(phrase, tuple(name.split()))


def _is_run(phrase: Phrase, at: int, close: int) -> bool:
    """RCLS continues to run "Every Plot": what is run, implemented or taken part in under a name is a programme."""
    if not phrase.tokens[at + 1].text[0].isupper() or phrase.tag(close + 1) in ("N", "J", "P") or close - at > 7:
        return False
    i = at - 1
    if phrase.lower(i) == "in":
        return phrase.lower(i - 1) in ("part", "involved", "partner", "partners", "participates", "participate")
    return any(form.base in ("run", "implement", "coordinate", "pilot") for form in forms_of(phrase.lower(i)))


def _bare_name(phrase: Phrase, words: tuple[str, ...]) -> None:
    """K-Battery Bridge brings together ...: the name of a programme in the text, without its noun or quotes."""
    lows = tuple(word.lower() for word in words)
    if len(words) < 2 and not words[0][1:2].isupper():
        return
    for at in [i for i, low in enumerate(phrase.lowers) if low == lows[0]]:
        last = at + len(words) - 1
        if tuple(phrase.lowers[at : last + 1]) == lows and phrase.free(at, last) and phrase.tokens[at].capital:
            name = phrase.words(at, last)
            chunk = phrase.chunk("Program", at, last, label=name, lemma="programme", rule="program.known-name")
            _settle(phrase, chunk)


def _named_before(phrase: Phrase, at: int, close: int) -> None:
    """Take a quoted name that the text gives to a programme elsewhere."""
    name = phrase.words(at + 1, close - 1)
    if _is_a_pilot(phrase, at, close):
        _named(phrase, at, close + 1, name, "project")
    elif name in phrase.known.programs or _is_run(phrase, at, close):
        _named(phrase, at, close, name, "program")


def _is_a_pilot(phrase: Phrase, at: int, close: int) -> bool:
    """The "One Stamp" pilot is being carried out: what is first tried under a name."""
    noun = (
        phrase.lower(close + 1) in _TRIALS and phrase.tag(close + 2) not in ("N", "P") and phrase.free(close, close + 1)
    )
    return (
        noun and phrase.tokens[at + 1].text[0].isupper() and phrase.lower(at - 1) in ("the", "its", "their", "a", "our")
    )


def _program(phrase: Phrase, at: int) -> None:
    if phrase.tag(at + 1) == "N" and phrase.taken[at + 1] is None and phrase.tokens[at - 1].kind != "quote":
        return
    lemma = phrase.lemma(at)
    begin = _modifiers(phrase, at)
    quoted = phrase.tokens[at].capital and at + 1 in phrase.pairs and phrase.tokens[at + 1].kind == "quote"
    name = _quoted_or_run_before(phrase, begin) or _quoted_or_run_before(phrase, at) or _run_before_doing(phrase, begin)
    if name is not None and phrase.tokens[name[2]].kind != "quote" and _named_behind_too(phrase, at):
        name = None  # the Erasmus+ project GREENLAB: the name stands behind, what it belongs to before
    if name is not None and name[0] == name[1]:
        begin = _whole_begin(phrase, name[0])
        name = (begin, begin, name[2])
    if name is not None and not quoted:  # the National Project "Strong Regions"
        _named(phrase, name[0], at, phrase.words(name[1], name[2]), lemma)
        return
    following = _name_behind(phrase, at)
    if following is not None and not is_plural(phrase.lower(at)):
        _named(phrase, at, following[2], phrase.words(following[0], following[1]), lemma)
        return
    if (apart := _named_in_apposition(phrase, begin)) is not None:
        chunk = phrase.chunk("Program", *apart, label=phrase.words(*apart), lemma=lemma, rule="program.apposition")
        phrase.known.programs.add(chunk.label)
        _settle(phrase, chunk)
        chunk.last, chunk.end = at, phrase.tokens[at].end  # what is said of the noun is said of the name
        for i in range(apart[0], at + 1):
            phrase.taken[i] = chunk
        return
    if phrase.tokens[at].capital and at > 0:
        last = chain_end(phrase, at)
        if last > at:
            label = phrase.words(at, last)
            chunk = phrase.chunk("Program", at, last, label=label, lemma=lemma, rule="program.head-noun")
            _settle(phrase, chunk)
            return
    _defined(phrase, begin, lemma)
    chunk = phrase.chunk("Program", at, at, label=phrase.bare(at), lemma=lemma, rule="program.common-noun")
    chunk.proper, chunk.plural = False, is_plural(phrase.lower(at))
    phrase.take(chunk)


def _named_behind_too(phrase: Phrase, at: int) -> bool:
    """Tell whether capitals of a name, nobody's, stand right behind the noun of a programme."""
    if phrase.tokens[at].capital or is_plural(phrase.lower(at)) or not phrase.name(at + 1) or phrase.title:
        return False
    end = run_end(phrase, at + 1)
    people = any(phrase.bare(i) in phrase.known.names for i in range(at + 1, end + 1))
    shouted = phrase.tokens[at + 1].text.isupper()
    return phrase.free(at + 1, end) and not people and (shouted or end > at + 1) and phrase.lower(at) != "strategy"


def _defined(phrase: Phrase, begin: int, lemma: str) -> None:
    """Take the name in "Books for All" is a joint initiative of X and Y, which only the noun behind is tells."""
    end = begin - 3
    if phrase.lower(begin - 1) not in ("a", "an", "the") or phrase.lower(begin - 2) not in ("is", "was", "remains"):
        return
    first, name = end, (end, end)
    if end in phrase.opens and phrase.tokens[end].kind == "quote":
        first, name = phrase.opens[end], (phrase.opens[end] + 1, end - 1)
    else:
        first = _of_chain_begin(phrase, _run_begin(phrase, end))
        name = (first, end)
    if first > end or first != 0 or not phrase.free(first, end) or not phrase.tokens[name[0]].text[0].isupper():
        return
    chunk = phrase.chunk("Program", first, end, label=phrase.words(*name), lemma=lemma, rule="program.defined")
    phrase.known.programs.add(chunk.label)
    _settle(phrase, chunk)


def _named_in_apposition(phrase: Phrase, begin: int) -> tuple[int, int] | None:
    """FastPay, a programme run by the Bank: the name before the comma is that of the programme."""
    end = begin - 3
    body = phrase.taken[end] if end >= 0 else None
    if phrase.lower(begin - 1) not in ("a", "an", "the", "its", "their") or phrase.lower(begin - 2) not in (
        ",",
        "(",
        "–",
    ):
        return None
    if body is not None and body.kind == "Organization" and body.proper and body.last == end and body.inside is None:
        phrase.chunks.remove(body)  # the Clean Harbour Partnership, a programme in which X takes part
        for i in range(body.first, end + 1):
            phrase.taken[i] = None
        return body.first, end
    first = _run_begin(phrase, end)
    if first <= end and (whole := _of_chain_begin(phrase, first)) < first:
        return whole, end  # Voices of the Valley, a history project
    single = first == end and first == 0 and phrase.longest_known(0, "Organization", "Country", "Place") is not None
    return (first, end) if first <= end and not single and end - first < 4 else None


def _whole_begin(phrase: Phrase, first: int) -> int:
    """The Green Belt of Torgai programme: where a name of several runs begins, no body that a head noun tells."""
    body = phrase.taken[first - 2] if first > 1 and phrase.lower(first - 1) == "of" else None
    if body is not None and body.rule == "organization.joined" and body.inside is None and body.last == first - 2:
        phrase.chunks.remove(body)
        phrase.taken[body.first : body.last + 1] = [None] * (body.last + 1 - body.first)
    begin = _of_chain_begin(phrase, first)
    return begin if phrase.lower(begin - 1) == "the" else first


def _run_begin(phrase: Phrase, end: int) -> int:
    """Return where the run of capitals begins that ends at a token, the one behind it if there is none."""
    first = end
    while first >= 0 and phrase.name(first) and phrase.taken[first] is None:
        first -= 1
    return first + 1


def _of_chain_begin(phrase: Phrase, first: int) -> int:
    """Return where a name of several runs begins whose last run is known: Voices of the Valley."""
    begin = first
    while begin > 1:
        at = begin - 1 - (phrase.lower(begin - 1) == "the")
        if at < 1 or phrase.lower(at) not in ("of", "for", "in", "on") or not phrase.tokens[at - 1].capital:
            return begin
        if phrase.taken[at - 1] is not None or phrase.tags[at - 1] not in ("P", "N", "J", "G"):
            return begin
        begin = at - 1
        while begin > 0 and phrase.name(begin - 1) and phrase.taken[begin - 1] is None:
            begin -= 1
    return begin


def _modifiers(phrase: Phrase, at: int) -> int:
    """Return where the small words before a noun begin that only say what kind it is (educational programme)."""
    begin = at
    while begin > 0 and phrase.taken[begin - 1] is None and phrase.tags[begin - 1] in ("J", "N") and at - begin < 4:
        if _CAMEL.match(phrase.tokens[begin - 1].text):
            break  # the eReceipt pilot project
        begin -= 1
    return begin


def _quoted_or_run_before(phrase: Phrase, at: int) -> tuple[int, int, int] | None:
    """Return (first, first of name, last of name) of a quoted name or a run of capitals that ends before a token."""
    end = at - 1
    if end < 0:
        return None
    before = phrase.taken[end]
    if before is not None and before.kind == "Program" and before.proper and before.last == end:
        phrase.chunks.remove(before)
        for i in range(before.first, before.last + 1):
            phrase.taken[i] = None
        return before.first, before.first, before.last
    if end in phrase.opens and phrase.tokens[end].kind == "quote":
        return phrase.opens[end], phrase.opens[end] + 1, end - 1
    if before is not None and before.kind in ("Country", "Place"):
        return None
    first = end + 1
    if phrase.tokens[end].kind == "number" and phrase.name(end - 1) and phrase.taken[end] is None:
        first = end  # the Smart Meter 2026 programme
    while first > 0 and phrase.taken[first - 1] is None:
        dash = phrase.tokens[first - 1].kind == "dash" and phrase.name(first - 2) and first <= end
        if not phrase.name(first - 1) and not dash and not _CAMEL.match(phrase.tokens[first - 1].text):
            break
        first -= 1
    if first > end or phrase.possessive(end):
        return None
    first = _carried_by_small_words(phrase, first)
    return first, first, end


def _carried_by_small_words(phrase: Phrase, first: int) -> int:
    """The Snow to Villages programme, the Drop by Drop programme: between an article and its noun all is one name."""
    begin = first
    for _ in range(2):
        at = begin - 1 - (phrase.lower(begin - 1) == "the")
        if phrase.lower(at) not in _CARRYING_ON:
            break
        begin = at
        while begin > 0 and phrase.name(begin - 1) and phrase.taken[begin - 1] is None:
            begin -= 1
        if begin == at or phrase.possessive(at - 1):
            return first
    named = range(begin, first)
    tables = (phrase.cues.roles, phrase.cues.events, phrase.cues.organizations, phrase.cues.places)
    other = any(phrase.lemma(i) in table for i in named for table in tables)
    other = other or any(phrase.longest_known(i, "Organization", "Country", "Place") for i in named)
    determined = phrase.lower(begin - 1) in ("the", "its", "their", "our", "a") and not phrase.title
    return begin if begin < first and determined and not other else first


def _run_before_doing(phrase: Phrase, begin: int) -> tuple[int, int, int] | None:
    """The Early Sign screening programme: capitals behind an article, then what is done, in small letters."""
    doing = begin - 1
    if doing < 1 or phrase.tag(doing) != "G" or phrase.tokens[doing].capital or phrase.taken[doing] is not None:
        return None
    name = _quoted_or_run_before(phrase, _modifiers(phrase, doing))
    return name if name is not None and phrase.lower(name[0] - 1) in ("the", "its", "their", "a") else None


def _name_behind(phrase: Phrase, at: int) -> tuple[int, int, int] | None:
    """Return (first of name, last of name, last) of a quoted name or a run of capitals that follows a noun."""
    begin = at + 1
    if phrase.lower(begin) in (",", "called", "named", "titled", "entitled"):
        begin += 1
    if begin in phrase.pairs and phrase.tokens[begin].kind == "quote":
        close = phrase.pairs[begin]
        return begin + 1, close - 1, close
    if begin >= phrase.size or (begin != at + 1 and not _closed_apposition(phrase, at)):
        return None
    taken = phrase.taken[begin]
    if taken is not None and taken.label == taken.acronym and taken.last == begin and phrase.name(begin + 1):
        end = run_end(phrase, begin + 1)
        if phrase.free(begin + 1, end):
            return begin, end, end  # the project SCO Start-up Week
    if taken is not None and taken.kind == "Program":
        phrase.chunks.remove(taken)
        for i in range(taken.first, taken.last + 1):
            phrase.taken[i] = None
        return begin, taken.last, taken.last
    if not phrase.name(begin) or taken is not None:
        return None
    end = _name_end(phrase, begin)
    return begin, end, end


def _name_end(phrase: Phrase, begin: int) -> int:
    """Return where a name of capitals behind the noun of a programme ends: House of Memory, A Room of One's Own."""
    end = run_end(phrase, begin)
    while phrase.tag(end + 1) == "NUM" and phrase.taken[end + 1] is None:
        end += 1
    if phrase.lower(end + 1) == "of" and phrase.name(end + 2) and phrase.taken[end + 2] is None:
        end = run_end(phrase, end + 2)  # the project House of Memory
    elif phrase.lowers[end + 1 : end + 3] == ["of", "the"] and phrase.name(end + 3) and phrase.taken[end + 3] is None:
        end = run_end(phrase, end + 3)  # the programme Wind of the Steppe
    else:
        end = _goes_on(phrase, begin, end)
    while phrase.possessive(end) and phrase.name(end + 1) and phrase.taken[end + 1] is None:
        end = run_end(phrase, end + 1)  # the programme A Room of One's Own
    return end


def _goes_on(phrase: Phrase, begin: int, end: int) -> int:
    """Return where a name ends that a small word carries on: First Aid in Every Village, Seen and Heard."""
    at = end + 2
    word = phrase.lower(end + 1)
    if word not in ("in", "for", "on", "to", "and", "without", "with") or not phrase.name(at):
        return end
    village = phrase.taken[at]
    if village is not None and village.kind == "Place" and phrase.lower(at) in _CARRYING and village.first == at:
        return village.last  # First Aid in Every Village: of none that is known
    last = run_end(phrase, at)
    names = range(at, last + 1)
    if not phrase.free(at, last) or any(phrase.possessive(i) or phrase.bare(i) in phrase.known.names for i in names):
        return end
    if any(phrase.longest_known(i, "Organization", "Country", "Place") for i in names):
        return end
    several = last > at and phrase.lower(at) in _CARRYING and word != "and"
    tables = (phrase.cues.organizations, phrase.cues.roles, phrase.cues.events, phrase.cues.places)
    if not several and any(phrase.lemma(i) in table for i in names for table in tables):
        return end
    ends = phrase.tag(last + 1) in ("PUNCT", "A", "I", "W", "")
    short = last == at and (word != "and" or end == begin)
    return last if ends and (several or (short and word in ("for", "and", "without"))) else end


def _closed_apposition(phrase: Phrase, at: int) -> bool:
    """The pilot project, Clean Yard, is run by X: capitals between commas behind a noun with its article."""
    determined = phrase.lower(_modifiers(phrase, at) - 1) in ("the", "its", "their", "this", "a", "an")
    end = run_end(phrase, at + 2) if phrase.name(at + 2) else at
    return determined and at + 2 < end and phrase.lower(at + 1) == "," and phrase.lower(end + 1) in (",", ".")


def chain_end(phrase: Phrase, at: int) -> int:
    """Return where a name with prepositions ends: Programme of Cooperation between ... for 2024-2025."""
    last = i = at
    while i + 1 < phrase.size:
        i += 1
        day = phrase.taken[i]
        if day is not None and day.kind == "Date" and len(day.value) == DAY:
            break  # the Convention on Water, on 12 September 2025
        if (
            phrase.name(i)
            or phrase.tokens[i].kind == "number"
            or ("-" in phrase.lower(i) and phrase.lower(i)[0].isdigit())
        ):
            last = i
        elif phrase.lower(i) not in ("of", "for", "on", "between", "and", "the", "in", "to"):
            break
    return last


def _named(phrase: Phrase, first: int, last: int, name: str, lemma: str) -> None:
    chunk = phrase.chunk("Program", first, last, label=name, lemma=lemma, rule="program.named")
    chunk.names = [] if phrase.words(first, last) == name else [phrase.words(first, last).strip('"“”«»')]
    phrase.known.programs.add(name)
    _settle(phrase, chunk)


def _settle(phrase: Phrase, chunk: Chunk) -> None:
    entry = phrase.known_as(chunk.label, "Program")
    chunk.known = entry.id if entry else None
    for i in range(chunk.first, chunk.last + 1):
        inner = phrase.taken[i]
        if inner is not None:
            inner.inside = inner.inside or chunk
    phrase.take(chunk)
