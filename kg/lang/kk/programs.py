"""Programmes and agreements in Kazakh text: named in quotes, by capitals, or by what they are about."""

from __future__ import annotations

from kg.lang.kk.name_modifiers import bare_modifier
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.places import LONGEST_IZAFET, stands_bare
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk


def find_programs(phrase: Phrase) -> None:
    """Take programmes and projects, named in quotes or by capitals before the noun, or by the noun alone."""
    _named_things(phrase, "Program", phrase.cues.programs)
    for start, close in sorted(phrase.pairs.items()):
        if phrase.tokens[start].kind == "quote" and phrase.free(start, close):
            _known_quote(phrase, start, close)


def find_agreements(phrase: Phrase) -> None:
    """Take agreements; a draft is told by жоба behind the noun."""
    _named_things(phrase, "Agreement", phrase.cues.agreements)


def _named_things(phrase: Phrase, kind: str, table: dict[str, str]) -> None:
    for at in phrase.with_head:
        if phrase.taken[at] is not None:
            continue
        found = phrase.head(at, table)
        if not found or (found[2].verb_form and found[2].verb_form != "Vnoun"):
            continue
        first, lemma, reading = found
        if phrase.taken[first] is not None:
            continue
        before = phrase.before(first)
        if before is not None and before.kind == "Agreement" and before.last == first - 1:
            continue  # Конвенция жобасы: a draft
        chunk = _named_thing(phrase, kind, first, at, lemma, reading)
        chunk.plural = reading.number == "Plur"
        chunk.possessed = reading.possessor == "3"
        phrase.take(chunk)


def _named_thing(phrase: Phrase, kind: str, first: int, at: int, lemma: str, reading: Reading) -> Chunk:
    i = first - 1
    while (
        i >= 0
        and phrase.taken[i] is None
        and bare_modifier(phrase, i)
        and phrase.tokens[i].kind == "word"
        and first - i < 4
    ):
        i -= 1
    function = phrase.function(at, reading)
    name = kind.lower()
    quoted = i >= 0 and i in phrase.opens and phrase.tokens[i].kind == "quote" and phrase.free(phrase.opens[i], i)
    if quoted and (kind != "Program" or reading.possessor or not _names_a_body(phrase, phrase.opens[i], i)):
        begin = phrase.opens[i]
        label = phrase.words(begin + 1, i - 1)
        chunk = phrase.chunk(kind, begin, at, label=label, lemma=lemma, rule=f"{name}.quoted", function=function)
        chunk.names = [phrase.named(begin, at, reading)]
        entry = phrase.known_as(label, kind)
        chunk.known = entry.id if entry else None
        phrase.known.quoted[label] = kind
        return chunk
    begin = first
    owned = reading.possessor == "3"  # Париж келісімі; but Сорбонна | меморандумға қол қойды
    i = first - 1 if kind == "Agreement" or owned else -1
    while i >= 0 and phrase.taken[i] is None and first - i < 7 and phrase.tokens[i].kind in ("word", "number"):
        r = phrase.first(i)
        if (
            phrase.tokens[i].kind == "word"
            and r
            and (
                r.pos in ("VERB", "AUX", "ADP", "PRON", "ADV", "PUNCT", "PART", "CCONJ")
                or r.case in ("Gen", "Loc", "Abl", "Ins", "Dat", "Acc")
                or (not owned and r.pos == "PROPN")
            )
        ):
            break
        if phrase.tokens[i].capital and i > 0:
            begin = i
        i -= 1
    named = begin < first
    if kind == "Agreement" and phrase.lower(first - 1) in phrase.cues.words["relating"]:
        named, begin = True, _what_it_is_about(phrase, first - 1)
    if (
        kind == "Agreement"
        and not named
        and reading.possessor == "3"
        and (izafet := _bare_before(phrase, first)) < first
    ):
        named, begin = True, izafet  # несие келісімі
    if kind == "Agreement" and not named and first > 0 and phrase.tokens[first].capital:
        # трансформация Конвенциясы: the capital of the noun makes it a name, the words before it tell which
        named = True
        while (
            begin > 0
            and first - begin < 3
            and phrase.taken[begin - 1] is None
            and stands_bare(phrase, begin - 1)
            and phrase.tokens[begin - 1].kind == "word"
            and phrase.lower(begin - 1) not in phrase.cues.words["relating"]
        ):
            begin -= 1
    label = phrase.words(begin, first - 1) if named and kind == "Program" else phrase.named(begin, at, reading)
    chunk = phrase.chunk(
        kind, begin, at, label=label[:1].upper() + label[1:], lemma=lemma, rule=f"{name}.head-noun", function=function
    )
    chunk.proper = named
    if chunk.proper and kind == "Program":
        chunk.names = [phrase.named(begin, at, reading)]
    entry = phrase.known_as(label, kind) if chunk.proper else None
    chunk.known = entry.id if entry else None
    return chunk


def _names_a_body(phrase: Phrase, opening: int, close: int) -> bool:
    """«Арна» бағдарламаға қосылды: a body that is called so joins it; its own name would need a possessive."""
    return phrase.known.quoted.get(phrase.words(opening + 1, close - 1)) == "Organization"


def _bare_before(phrase: Phrase, first: int) -> int:
    """Return where bare nouns in small letters right before a noun with the possessive begin: two at most."""
    i = first
    while i > 1 and first - i < LONGEST_IZAFET and phrase.taken[i - 1] is None and phrase.tokens[i - 1].kind == "word":
        reading = phrase.first(i - 1)
        if reading is None or reading.pos != "NOUN" or reading.case not in ("", "Nom") or phrase.tokens[i - 1].capital:
            break
        if phrase.lower(i - 1) in phrase.cues.words["and"] | phrase.cues.words["this"]:
            break
        i -= 1
    return i


def _what_it_is_about(phrase: Phrase, at: int) -> int:
    """Return where the words before туралы begin: ынтымақтастық туралы меморандум."""
    i = at
    while i - 1 >= 0 and at - i < 8 and phrase.tokens[i - 1].kind == "word":
        if (taken := phrase.taken[i - 1]) is not None:
            if not _is_made(phrase, taken, i):
                break
            i = taken.first
            continue
        reading = phrase.first(i - 1)
        # what stands right before туралы is a noun, whatever it looks like (түсіністік)
        noun = reading is not None and (reading.pos in ("ADJ", "NOUN", "PROPN") or i == at)
        side = reading is not None and reading.lemma in phrase.cues.words["side"] and reading.possessor != "3"
        field = phrase.lower(i - 1) in ("саласындағы", "саласында")
        if not field and (reading is None or not noun or side or reading.case in ("Loc", "Abl", "Ins", "Dat")):
            break
        i -= 1
    return i


def _is_made(phrase: Phrase, body: Chunk, at: int) -> bool:
    """Бірлескен жұмыс тобын | құру туралы: a body without a name that is to be made is part of what is agreed."""
    made = not body.proper and body.kind == "Organization" and body.function in ("object", "subject")
    return made and not phrase.lemmas(at).isdisjoint(phrase.cues.words["making"])


def _known_quote(phrase: Phrase, start: int, close: int) -> None:
    """A quoted name without a noun behind it is what it was called before, or what the gazetteer knows."""
    name = phrase.words(start + 1, close - 1)
    entry = phrase.known_as(name, "Program", "Organization")
    kind = entry.kind if entry else phrase.known.quoted.get(name)
    if kind is None:
        return
    last = close
    function = "subject"
    if close + 1 < phrase.size and phrase.tokens[close + 1].text.startswith("-"):
        function = "owner"
    chunk = phrase.chunk(kind, start, last, label=name, lemma=name, rule="quoted.known", function=function)
    chunk.known = entry.id if entry else None
    phrase.take(chunk)
