"""Names that the gazetteer knows, or that the text has explained elsewhere, in a Kazakh sentence."""

from __future__ import annotations

from functools import lru_cache

from kg.gazetteer import Gazetteer, only_row
from kg.lang.by_form import ByForm
from kg.lang.kk.acronyms import name_in_brackets
from kg.lang.kk.morphology import analyse
from kg.lang.kk.people import is_surname
from kg.lang.kk.phrase import Phrase, distinct
from kg.lang.kk.places import stands_bare
from kg.lang.syntax import Chunk

_LONGEST_QUOTE = 5
_LONGEST_KNOWN = 8  # words
_TELLS_BY_LENGTH = 4  # words of a known name that is hardly the end of a longer one
_BEGINNING = 2  # letters of a name that its cases leave as they are


def find_known_names(phrase: Phrase) -> None:
    """Take states and places that the gazetteer knows, so that other names stop at them."""
    _known(phrase, ("Country", "Place"), 4)
    _our_state(phrase)


def _our_state(phrase: Phrase) -> None:
    """Еліміз одаққа 2010 жылы мүше болды, біздің ел – оның мүшесі: the state of whoever tells it joins.

    Which one that is the register knows.
    """
    for at, lower in enumerate(phrase.lowers):
        if not lower.startswith("ел") or phrase.taken[at] is not None:
            continue
        reading = phrase.first(at)
        if reading is None or reading.lemma != "ел" or reading.number == "Plur":
            continue
        ours = reading.possessor == "1Plur" or phrase.lower(at - 1) == "біздің"
        function = phrase.function(at, reading)
        if ours and (function == "subject" or (function == "owner" and _does_something(phrase, at))):
            chunk = phrase.chunk("Country", at, at, label="", lemma="", rule="country.ours", function=function)
            chunk.flags.add("ours")
            phrase.take(chunk)


def _does_something(phrase: Phrase, at: int) -> bool:
    """Еліміздің одаққа мүше болғаны, еліміздің мүшелігі: its deed or its membership, not a body that it has."""
    if phrase.lower(at + 1).startswith("мүше"):
        return True
    verbs = (phrase.verbal(i) for i in range(at + 2, phrase.size))
    return any(verb is not None and verb.verb_form == "Part" and verb.possessor == "3" for verb in verbs)


def find_other_known_names(phrase: Phrase) -> None:
    """Take what the gazetteer knows and no grammar has found: bodies and programmes named by a name alone."""
    _known(phrase, ("Organization", "Program"), 6)
    _quoted_elsewhere(phrase)
    for start, close in sorted(phrase.pairs.items()):
        if phrase.tokens[start].kind == "quote" and close - start < _LONGEST_QUOTE and phrase.free(start, close):
            _beside_a_body(phrase, start, close)


def _beside_a_body(phrase: Phrase, start: int, close: int) -> None:
    """«Қазгидромет» пен X институты: a quoted name joined to a body behind it is a body's."""
    following = phrase.taken[close + 2] if close + 2 < phrase.size else None
    while following is not None and following.kind == "Country" and following.last + 1 < phrase.size:
        following = phrase.taken[following.last + 1]
    joined = phrase.lower(close + 1) in phrase.cues.words["joining"]
    if not joined or following is None or following.kind != "Organization" or not phrase.tokens[start + 1].capital:
        return
    name = phrase.words(start + 1, close - 1)
    rule = "organization.beside"
    chunk = phrase.chunk("Organization", start, close, label=name, lemma=name, rule=rule, function="subject")
    chunk.confidence = 0.75
    phrase.known.quoted.setdefault(name, "Organization")
    phrase.take(chunk)


def _free_but_for_its_state(phrase: Phrase, first: int, last: int) -> bool:
    """Қазақстан Республикасы Президентінің Әкімшілігі: only the state that a name begins with may be taken."""
    chunks = [c for c in phrase.taken[first : last + 1] if c is not None]
    return all(c.kind == "Country" and first <= c.first and c.last < last for c in chunks)


def find_known_bodies(phrase: Phrase) -> None:
    """Take bodies that the gazetteer knows by several words, whatever their last one is (БҰҰ Даму бағдарламасы)."""
    for at in phrase.capitals:
        if (
            phrase.tokens[at].capital
            and ((taken := phrase.taken[at]) is None or (taken.kind == "Country" and taken.first == at))
            and phrase.begins_known_name(at)
        ):
            shortest = _TELLS_BY_LENGTH if _continues_a_name(phrase, at) else 2
            for last in range(min(at + _LONGEST_KNOWN, phrase.size) - 1, at + shortest - 2, -1):
                reading = phrase.nominal(last) if phrase.tokens[last].kind == "word" else None
                if reading is None:
                    continue
                name = phrase.named(at, last, reading)
                entry = phrase.known_as(name, "Organization")
                if entry is not None and _free_but_for_its_state(phrase, at, last):
                    first = at - 1 if (at - 1) in phrase.pairs and phrase.pairs[at - 1] < last else at
                    chunk = phrase.chunk(
                        "Organization",
                        first,
                        last,
                        label=phrase.named(first, last, reading),
                        lemma=reading.lemma,
                        rule="gazetteer",
                        function=phrase.function(last, reading),
                    )
                    chunk.known, chunk.possessed = entry.id, reading.possessor == "3"
                    phrase.take(chunk)
                    name_in_brackets(phrase, chunk)
                    break


def _continues_a_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a capital right before this one may belong to the same name; a surname behind a name does not."""
    if at == 0 or not phrase.tokens[at - 1].capital or phrase.taken[at - 1] is not None or phrase.taken[at] is not None:
        return False
    named = at > 1 and phrase.tokens[at - 2].capital and phrase.tokens[at - 1].text in phrase.known.names
    return stands_bare(phrase, at - 1) and not named


def _quoted_elsewhere(phrase: Phrase) -> None:
    """Take a name without quotes that the text gives in quotes elsewhere: KokTas Mining for «KokTas Mining» ЖШС."""
    if not phrase.known.quoted:
        return
    begins: dict[str, list[int]] = {}
    for at in phrase.capitals:
        begins.setdefault(phrase.lowers[at][:_BEGINNING], []).append(at)
    for name, kind in phrase.known.quoted.items():
        words = name.split()
        for at in begins.get(name[:_BEGINNING].lower(), ()):
            last = at + len(words) - 1
            if last >= phrase.size or (last > at and not name.startswith(phrase.tokens[at].text)):
                continue
            if not phrase.tokens[at].capital or not phrase.free(at, last):
                continue
            reading = next((r for r in phrase.nominatives(last) if phrase.named(at, last, r) == name), None)
            if reading is None and phrase.words(at, last) != name:
                continue
            if (reading is None or reading.case in ("", "Nom")) and phrase.head(last + 1, phrase.cues.places):
                continue  # Аққайың облысы, though «Аққайың» is a company
            function = phrase.function(last, reading) if reading else "subject"
            phrase.take(phrase.chunk(kind, at, last, label=name, lemma=name, rule="quoted.known", function=function))


def _known(phrase: Phrase, kinds: tuple[str, ...], longest: int) -> None:
    quoted = {
        i
        for start, close in phrase.pairs.items()
        if phrase.tokens[start].kind == "quote" and close - start < 9
        for i in range(start, close)
    }
    named_alone = _named_alone(phrase.known.gazetteer, kinds)
    for at in phrase.capitals:
        if phrase.taken[at] is not None or at in quoted:
            continue
        if named_alone[phrase.tokens[at].text] or phrase.begins_known_name(at):
            _longest_known(phrase, at, kinds, longest)


@lru_cache(maxsize=8)
def _named_alone(gazetteer: Gazetteer, kinds: tuple[str, ...]) -> ByForm[bool]:
    """Return what tells of a form whether a row of one of the kinds is called by it alone."""

    def named(form: str) -> bool:
        readings = distinct(form, analyse(form))
        names = [r.nominative or form if r is not None else form for r in readings]
        return any(only_row(gazetteer, name, kinds) is not None for name in names)

    return ByForm(named)


def _longest_known(phrase: Phrase, at: int, kinds: tuple[str, ...], longest: int) -> None:
    furthest = min(at + longest, phrase.size) if phrase.begins_known_name(at) else at + 1
    for last in range(furthest - 1, at - 1, -1):
        if not phrase.free(at, last) or phrase.tokens[last].kind != "word":
            continue
        for reading in phrase.nominatives(last):
            name = phrase.named(at, last, reading)
            entry = phrase.known_as(name, *kinds)
            if entry is None:
                continue
            if last == at and name.lower() in phrase.known.held:
                continue  # Мәжіліс 30 сәуірде болды, of a sitting that the text has told of
            if last == at and entry.kind == "Place" and is_surname(phrase, at):
                continue
            if last == at and entry.kind == "Program":
                continue  # Денсаулық is also a word; a programme of one word needs its quotes
            if last == at and not phrase.tokens[at].acronym and name not in {n.text for n in entry.all_names}:
                continue  # Еске is no ЕС
            chunk = phrase.chunk(
                entry.kind, at, last, label=name, lemma=name, rule="gazetteer", function=phrase.function(last, reading)
            )
            chunk.known = entry.id
            if entry.kind == "Country" and chunk.function == "subject":
                _with_its_kind(phrase, chunk)
            phrase.take(chunk)
            return


def _with_its_kind(phrase: Phrase, state: Chunk) -> None:
    """Норвегия Корольдігінің: a state with the noun that says what kind of state it is."""
    behind = phrase.head(state.last + 1, phrase.cues.places)
    if behind is None or phrase.cues.places[behind[1]] != "state" or behind[2].possessor != "3":
        return
    if behind[0] == state.last + 1 and phrase.tokens[behind[0]].capital and phrase.free(behind[0], behind[0]):
        state.last, state.end = behind[0], phrase.tokens[behind[0]].end
        state.function = phrase.function(behind[0], behind[2])
