"""Places, programmes, agreements, elections, encounters, delegations, sides and pronouns in English text."""

from __future__ import annotations

from kg.lang.en.capitals import run_end
from kg.lang.en.morphology import forms_of, is_plural, singular
from kg.lang.en.phrase import Phrase
from kg.lang.syntax import Chunk

_INDEFINITE = frozenset({"a", "an", "another", "no", "every", "each", "some", "any"})
_BACK = frozenset({"this", "that", "same", "these", "said"})
_SETTLEMENTS = frozenset({"village", "settlement", "town", "city", "township", "aul"})
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


def find_programs(phrase: Phrase) -> None:
    """Take programmes and projects: a name on either side of the noun, a capital noun with its chain, the noun."""
    for at, lemma in enumerate(phrase.lemmas):
        if lemma in phrase.cues.programs and phrase.taken[at] is None and phrase.tags[at] in ("N", "P", "NUM", "J"):
            _program(phrase, at)
    for at, close in phrase.pairs.items():
        if phrase.tokens[at].kind == "quote" and phrase.free(at, close) and close - at <= 8:
            _named_before(phrase, at, close)
    for name in sorted(phrase.known.programs, key=lambda n: (-len(n), n)):
        if name in phrase.words(0, len(phrase) - 1):
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
    if name in phrase.known.programs or _is_run(phrase, at, close):
        _named(phrase, at, close, name, "program")


def _program(phrase: Phrase, at: int) -> None:
    if phrase.tag(at + 1) == "N" and phrase.taken[at + 1] is None and phrase.tokens[at - 1].kind != "quote":
        return
    lemma = phrase.lemma(at)
    begin = _modifiers(phrase, at)
    name = _quoted_or_run_before(phrase, begin) or _quoted_or_run_before(phrase, at)
    if name is not None:
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
        last = _chain(phrase, at)
        first = at
        while first > 0 and phrase.name(first - 1) and phrase.taken[first - 1] is None:
            first -= 1
        if last > at or first < at:
            label = phrase.words(first, last)
            chunk = phrase.chunk("Program", first, last, label=label, lemma=lemma, rule="program.head-noun")
            _settle(phrase, chunk)
            return
    _defined(phrase, begin, lemma)
    chunk = phrase.chunk("Program", at, at, label=phrase.bare(at), lemma=lemma, rule="program.common-noun")
    chunk.proper, chunk.plural = False, is_plural(phrase.lower(at))
    phrase.take(chunk)


def _defined(phrase: Phrase, begin: int, lemma: str) -> None:
    """Take the name in "Books for All" is a joint initiative of X and Y, which only the noun behind is tells."""
    end = begin - 3
    if phrase.lower(begin - 1) not in ("a", "an", "the") or phrase.lower(begin - 2) not in ("is", "was", "remains"):
        return
    first, name = end, (end, end)
    if end in phrase.opens and phrase.tokens[end].kind == "quote":
        first, name = phrase.opens[end], (phrase.opens[end] + 1, end - 1)
    else:
        while first >= 0 and phrase.name(first) and phrase.taken[first] is None:
            first -= 1
        first, name = first + 1, (first + 1, end)
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
    first = end
    while first >= 0 and phrase.name(first) and phrase.taken[first] is None:
        first -= 1
    single = first + 1 == end and first < 0
    return (first + 1, end) if first < end and not single and end - first <= 4 else None


def _modifiers(phrase: Phrase, at: int) -> int:
    """Return where the small words before a noun begin that only say what kind it is (educational programme)."""
    begin = at
    while begin > 0 and phrase.taken[begin - 1] is None and phrase.tags[begin - 1] in ("J", "N") and at - begin < 4:
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
    while first > 0 and phrase.taken[first - 1] is None:
        dash = phrase.tokens[first - 1].kind == "dash" and phrase.name(first - 2) and first <= end
        if not phrase.name(first - 1) and not dash:
            break
        first -= 1
    return (first, first, end) if first <= end and not phrase.possessive(end) else None


def _name_behind(phrase: Phrase, at: int) -> tuple[int, int, int] | None:
    """Return (first of name, last of name, last) of a quoted name or a run of capitals that follows a noun."""
    begin = at + 1
    if phrase.lower(begin) in (",", "called", "named", "titled", "entitled"):
        begin += 1
    if begin in phrase.pairs and phrase.tokens[begin].kind == "quote":
        close = phrase.pairs[begin]
        return begin + 1, close - 1, close
    if begin >= len(phrase) or begin != at + 1:
        return None
    taken = phrase.taken[begin]
    if taken is not None and taken.kind == "Program":
        phrase.chunks.remove(taken)
        for i in range(taken.first, taken.last + 1):
            phrase.taken[i] = None
        return begin, taken.last, taken.last
    if not phrase.name(begin) or taken is not None:
        return None
    end = run_end(phrase, begin)
    while phrase.tag(end + 1) == "NUM" and phrase.taken[end + 1] is None:
        end += 1
    return begin, end, end


def _chain(phrase: Phrase, at: int) -> int:
    """Return where a programme's name ends: Programme of Cooperation between ... for 2024-2025."""
    last = i = at
    while i + 1 < len(phrase):
        i += 1
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


def find_agreements(phrase: Phrase) -> None:
    """Take agreements; a draft is told by the word before or of behind it."""
    for at, noun in enumerate(phrase.lemmas):
        for length in (3, 2, 1) if noun in phrase.cues.agreements_begin else ():
            last = at + length - 1
            if last >= len(phrase) or not phrase.free(at, last) or phrase.tags[at] not in ("N", "P"):
                continue
            lemma = " ".join([phrase.lemma(at), *phrase.lowers[at + 1 : last + 1]])
            if lemma in phrase.cues.agreements:
                _agreement(phrase, at, last, lemma)
                break


def _agreement(phrase: Phrase, at: int, last: int, lemma: str) -> None:
    if phrase.tag(last + 1) == "N" and phrase.taken[last + 1] is None:
        return
    first = at
    while first > 0 and phrase.taken[first - 1] is None and phrase.name(first - 1):
        first -= 1
    named = first < at or phrase.tokens[at].capital
    if named and phrase.lower(last + 1) in ("on", "of", "for", "against"):
        last = max(last, _chain(phrase, last))
    noun = phrase.words(first, last) if named or last > at else lemma
    chunk = phrase.chunk("Agreement", first, last, label=noun, lemma=lemma, rule="agreement.noun")
    chunk.plural = is_plural(phrase.lower(at))
    chunk.proper = named
    begin = phrase.phrase_start(first)
    if "draft" in phrase.lowers[max(0, begin - 3) : first]:
        chunk.flags.add("draft")
    for i in range(first, last + 1):
        inner = phrase.taken[i]
        if inner is not None:
            inner.inside = inner.inside or chunk
    phrase.take(chunk)


def find_elections(phrase: Phrase) -> None:
    """Take elections and referendums with the adjectives that tell which (constitutional referendum)."""
    for at, lemma in enumerate(phrase.lemmas):
        if lemma in ("election", "referendum") and phrase.taken[at] is None and phrase.tags[at] in ("N", "P"):
            if phrase.tag(at + 1) == "N" and phrase.taken[at + 1] is None:
                continue
            first = at
            while first > 0 and phrase.taken[first - 1] is None and phrase.lower(first - 1) in _ELECTORAL:
                first -= 1
            if first < at:
                noun = phrase.words(first, at)
                label = f"{noun[: -len(phrase.bare(at))]}{singular(phrase.bare(at))}"
                chunk = phrase.chunk("Election", first, at, label=label[:1].upper() + label[1:], lemma=phrase.lemma(at),
                                     rule="election.noun")  # fmt: skip
                phrase.take(chunk)


_ELECTORAL = frozenset(
    [
        "presidential",
        "parliamentary",
        "constitutional",
        "early",
        "snap",
        "national",
        "republican",
        "nationwide",
        "general",
        "local",
        "mazhilis",
        "senate",
        "majilis",
        "maslikhat",
        "rural",
        "municipal",
    ]
)


def find_encounters(phrase: Phrase) -> None:
    """Take the nouns that name an encounter, and delegations, sides and pronouns that take part."""
    for at in range(len(phrase)):
        if phrase.taken[at] is None and phrase.tokens[at].kind == "word":
            _encounter(phrase, at) or _delegation(phrase, at) or _side(phrase, at) or _pronoun(phrase, at)


def _encounter(phrase: Phrase, at: int) -> bool:
    found = _event_noun(phrase, at)
    if found is None:
        return False
    first, last, lemma = found
    if (phrase.tag(last + 1) == "N" and phrase.taken[last + 1] is None) or phrase.possessive(last):
        return False
    if (
        lemma == "town hall"
        and phrase.name(last)
        and phrase.lower(phrase.phrase_start(first) - 1) in ("at", "in", "the")
    ):
        return False  # at the Town Hall: a building
    if lemma == "course" and phrase.lower(first - 1) == "the" and phrase.lower(last + 1) == "of":
        return False  # in the course of the day
    if lemma in ("opening", "closing") and _of_an_encounter(phrase, last):
        return False  # at the opening of the conference: at the conference
    if lemma == "sitting" and last + 1 < len(phrase) and phrase.taken[last + 1] is not None:
        return False  # the sitting Vice-Chair
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
    label = phrase.words(content, end) if content <= begin else phrase.words(begin, end)
    known_as = "assembly" if lemma.endswith(" assembly") else singular(lemma)
    chunk = phrase.chunk("Event", begin, end, label=label, lemma=known_as, rule="encounter.noun")
    chunk.kind_of, chunk.plural = kind, is_plural(phrase.lower(last)) and lemma != phrase.lower(last)
    whose = phrase.taken[begin - 1] if begin and start == begin else None
    of_body = whose is not None and whose.kind == "Organization" and whose.last == begin - 1  # the IACA meeting
    chunk.possessed = (
        of_body or phrase.lower(end + 1) == "of" or phrase.possessive(start - 1) or phrase.tags[start] == "O"
    )
    chunk.flags |= {flag} if flag else set()
    chunk.proper = opener in _INDEFINITE or bool(set(words) - _BACK) or begin < first
    if set(phrase.lowers[start:first]) & _BACK or (opener == "the" and not words and begin == first):
        chunk.flags.add("this")
    if opener in ("a", "an", "another"):
        chunk.flags.add("new")
    if opener == "no":
        chunk.flags.add("none")
    if "general" in words and chunk.lemma in ("meeting", "assembly"):
        chunk.flags.add("own")
    if chunk.plural and (opener == "both" or {"both", "two"} & set(phrase.lowers[start:first])):
        chunk.flags.add("both")
    phrase.take(chunk)
    return True


def _of_an_encounter(phrase: Phrase, last: int) -> bool:
    if phrase.lower(last + 1) != "of":
        return False
    for i in range(last + 2, min(last + 8, len(phrase))):
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
    for length in (2, 1):
        last = at + length - 1
        if (
            last >= len(phrase)
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
    if lemma != "delegation" and not group and phrase.tag(at - 1) not in ("N", "P"):
        return False
    chunk = phrase.chunk("Delegation", at, at, label=lemma, lemma=lemma, rule="delegation")
    chunk.proper = False
    phrase.take(chunk)
    begin = phrase.phrase_start(at)
    before = phrase.taken[begin - 1] if begin else None
    behind = (
        phrase.taken[at + 2 + (phrase.lower(at + 2) == "the")]
        if phrase.lower(at + 1) in ("of", "from") and at + 3 < len(phrase)
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


def _pronoun(phrase: Phrase, at: int) -> bool:
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


def find_places(phrase: Phrase) -> None:
    """Take places: a city of that name, a venue, a lone name behind in, the headquarters of a body."""
    for at, lemma in enumerate(phrase.lemmas):
        if phrase.tags[at] != "P" and lemma not in phrase.cues.places and lemma not in _SETTLEMENTS:
            continue  # neither a name nor a noun for a place
        if phrase.taken[at] is None:
            _venue(phrase, at)
        if phrase.taken[at] is None:
            _city_of(phrase, at)
        if phrase.taken[at] is None:
            _before_its_kind(phrase, at)
        if phrase.taken[at] is None:
            _lone_place(phrase, at)


def _venue(phrase: Phrase, at: int) -> None:
    lemma = phrase.lemma(at)
    if phrase.cues.places.get(lemma) != "venue" or phrase.tags[at] not in ("N", "P"):
        return
    first = at
    while first > 0 and phrase.taken[first - 1] is None and phrase.name(first - 1) and not phrase.possessive(first - 1):
        first -= 1
    if phrase.name(at + 1) and phrase.lemma(run_end(phrase, at)) in phrase.cues.words["occasions"]:
        return  # World Theatre Day
    if phrase.name(at + 1) and phrase.cues.places.get(phrase.lemma(end := run_end(phrase, at))) == "venue":
        at = end if phrase.free(at, end) else at  # Customs House Hotel
    last = at
    if phrase.name(at) and phrase.lower(at + 1) == "of" and phrase.name(at + 2) and phrase.taken[at + 2] is None:
        last = run_end(phrase, at + 2)
    owner = None
    if last == at and phrase.lower(at + 1) == "of":
        behind = at + 2 + (phrase.tag(at + 2) in ("D", "O"))
        owner = phrase.taken[behind] if behind < len(phrase) else None
        if owner is not None and owner.top().kind == "Organization":
            owner = owner.top()
            last = owner.last
        else:
            owner = None
    before = phrase.taken[first - 1] if first else None
    if owner is None and before is not None and before.kind == "Organization" and before.last == first - 1:
        owner, first = before, before.first
    if first == at and last == at:
        return
    label = phrase.words(first, last)
    chunk = phrase.chunk("Place", first, last, label=label[:1].upper() + label[1:], lemma=lemma, rule="place.venue")
    chunk.kind_of = "venue"
    if owner is not None:
        chunk.owner, owner.inside = owner, chunk
        chunk.value = owner.label
    for i in range(first, last + 1):
        phrase.taken[i] = phrase.taken[i] or chunk
    phrase.chunks.append(chunk)


def _city_of(phrase: Phrase, at: int) -> None:
    """The city of Taldykorgan, the village of Akzhar."""
    if phrase.lemma(at) not in ("city", "town", "village", "settlement") or phrase.lower(at + 1) != "of":
        return
    begin = at + 2
    old = phrase.taken[begin] if begin < len(phrase) else None
    if old is not None and old.kind == "Place" and old.inside is None:
        label = phrase.words(at, old.last)
        old.names = [label]
        old.first, old.start = at, phrase.tokens[at].start
        for i in range(at, begin):
            phrase.taken[i] = old
    elif old is None and phrase.name(begin):
        end = run_end(phrase, begin)
        chunk = phrase.chunk(
            "Place", at, end, label=phrase.words(begin, end), lemma=phrase.lemma(at), rule="place.city-of"
        )
        chunk.names = [phrase.words(at, end)]
        phrase.take(chunk)


def _before_its_kind(phrase: Phrase, at: int) -> None:
    """Saryozek village, Akzhar settlement."""
    if not phrase.name(at) or phrase.tokens[at].acronym:
        return
    end = run_end(phrase, at)
    noun = end + 1
    if phrase.lemma(end) in _SETTLEMENTS and end > at:
        noun, end = end, end - 1
    if phrase.lower(noun) not in _SETTLEMENTS or not phrase.free(at, noun) or phrase.possessive(end):
        return
    chunk = phrase.chunk(
        "Place", at, noun, label=phrase.words(at, end), lemma=phrase.lemma(noun), rule="place.before-kind"
    )
    chunk.names = [phrase.words(at, noun)]
    phrase.take(chunk)


def _venue_behind_at(phrase: Phrase, first: int, last: int, before: str) -> bool:
    """Was held at the Bernerhof, gathered at Chatham Manor: where something happens, if it is no body or occasion."""
    if before == "in":
        return True
    tables = (phrase.cues.events, phrase.cues.organizations, phrase.cues.programs, phrase.cues.words["occasions"])
    if any(phrase.lemma(i) in words for i in range(first, last + 1) for words in tables) or phrase.possessive(last):
        return False
    verbs = phrase.lowers[max(0, first - 9) : first]
    return bool({"held", "met", "place", "gathered", "hosted", "meet", "meeting", "convened", "opened"} & set(verbs))


def _lone_place(phrase: Phrase, at: int) -> None:
    before = phrase.lower(at - 2) if phrase.lower(at - 1) == "the" else phrase.lower(at - 1)
    if (
        not phrase.name(at)
        or before not in ("in", "at")
        or phrase.tokens[at].kind != "word"
        or phrase.tokens[at].acronym
    ):
        return
    if before == "in" and phrase.lower(at - 1) == "the":
        return
    if phrase.tag(at + 1) == "NUM" and phrase.lower(at) in (
        "room",
        "hall",
        "building",
        "block",
        "office",
        "suite",
        "gate",
    ):
        return
    end = run_end(phrase, at)
    if end - at > 1 + (before == "at") or phrase.tag(end + 1) == "N" or not _venue_behind_at(phrase, at, end, before):
        return
    chunk = phrase.chunk(
        "Place", at, end, label=phrase.words(at, end), lemma=phrase.words(at, end), rule="place.behind-in"
    )
    chunk.confidence = 0.7
    phrase.take(chunk)
