"""Abbreviations in Kazakh text: bodies named by letters alone, and letters in brackets behind a name."""

from __future__ import annotations

from kg.lang.kk.phrase import Phrase
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_LONGEST_NAME = 8  # tokens of a quoted name


def last_of_several_letters(phrase: Phrase, chunk: Chunk) -> bool:
    """INTOSAI және ASOSAI халықаралық ұйымдары: a plural noun behind abbreviations is that of all of them."""
    at = chunk.first
    joined = at > 1 and phrase.lower(at - 1) in phrase.cues.words["joining"] and phrase.tokens[at - 2].acronym
    return joined and phrase.tokens[at].acronym and not any(i in phrase.capitals for i in range(at + 1, chunk.last + 1))


def name_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    """Take the abbreviation that stands in brackets behind a name: (A-WEB), (бұдан әрі – ТМҰ)."""
    opening = chunk.last + 1
    if opening >= phrase.size or phrase.tokens[opening].text != "(" or opening not in phrase.pairs:
        return
    close = phrase.pairs[opening]
    inside = [i for i in range(opening + 1, close) if phrase.tokens[i].kind == "word"]
    if inside and phrase.tokens[opening + 1].kind == "quote" and phrase.pairs.get(opening + 1) == close - 1:
        name = phrase.words(opening + 2, close - 2)  # кәсіподағы («Транскәсіп»)
        chunk.names.append(name)
        phrase.known.quoted.setdefault(name, "Organization")
        _close_brackets(phrase, chunk, opening, close)
        return
    if not inside or close - opening > 7:
        return
    if phrase.tokens[inside[-1]].acronym and (len(inside) == 1 or phrase.lower(inside[0]) in ("бұдан", "әрі", "одан")):
        acronym = phrase.tokens[inside[-1]].text
    elif all(phrase.tokens[i].acronym for i in inside) and len(inside) <= 2:
        acronym = " ".join(phrase.tokens[i].text for i in inside)
    else:
        return
    if acronym in phrase.cues.not_organizations:
        return
    chunk.acronym = acronym
    phrase.known.acronyms.add(acronym)
    _close_brackets(phrase, chunk, opening, close)


def _close_brackets(phrase: Phrase, chunk: Chunk, opening: int, close: int) -> None:
    for i in range(opening, close + 1):
        if (old := phrase.taken[i]) is not None:
            old.flags.add("absorbed")
        phrase.taken[i] = chunk


def take_acronym(phrase: Phrase, at: int) -> None:
    """Take a body that is named by letters alone (ҰҚШҰ, A-WEB-тің), known or explained in the text or not."""
    token = phrase.tokens[at]
    if token.kind != "word" or not token.acronym:
        return
    reading = phrase.nominal(at)
    name = acronym_base(token.text)
    if name in phrase.cues.not_organizations or len(name) < 2 or not name.strip("IVXLCDMІХС"):
        return
    entry = phrase.known_as(name, "Organization")
    if entry is None and phrase.known_as(name, "Country"):
        return
    if entry is None and name not in phrase.known.acronyms and _quoted_firm(phrase, at, name, reading):
        return
    function = phrase.function(at, reading) if token.text != name else "subject"
    chunk = phrase.chunk("Organization", at, at, label=name, lemma=name, rule="organization.acronym", function=function)
    chunk.acronym = name
    chunk.known = entry.id if entry else None
    chunk.confidence = 0.9 if entry or name in phrase.known.acronyms else 0.6
    if entry is None and name not in phrase.known.acronyms:
        chunk.flags.add("unexplained")
    before = phrase.before(at)
    beside = before is not None and before.kind == "Organization" and before.acronym and before.last == at - 1
    if before is not None and beside and phrase.function(before.last) in ("subject", "owner"):
        # ЕҚЫҰ ДИАҚБ: the larger body before the smaller one
        chunk.owner = before if token.text != before.acronym else None
    phrase.take(chunk)


def _quoted_firm(phrase: Phrase, at: int, name: str, reading: Reading | None) -> bool:
    """«Шырақ» ҚБҰ төрағасы: letters that nothing explains, right behind a quoted name, say what bears it."""
    quote = phrase.opens.get(at - 1)
    if quote is None or phrase.tokens[quote].kind != "quote" or not phrase.tokens[quote + 1].capital:
        return False
    role = phrase.head(at + 1, phrase.cues.roles) if at + 1 < phrase.size else None
    if role is None or role[2].possessor != "3" or at - quote > _LONGEST_NAME or not phrase.free(quote, at):
        return False
    function = phrase.function(at, reading) if phrase.tokens[at].text != name else "subject"
    label, rule = f"{phrase.words(quote, at - 1)} {name}", "organization.quoted"
    chunk = phrase.chunk("Organization", quote, at, label=label, lemma=name, rule=rule, function=function)
    chunk.names = [phrase.words(quote + 1, at - 2)]
    phrase.known.quoted.setdefault(chunk.names[0], "Organization")
    phrase.take(chunk)
    return True


def acronym_base(form: str) -> str:
    """Return an abbreviation without the ending behind its last hyphen (ОСК-ның, A-WEB-тің)."""
    head, hyphen, tail = form.rpartition("-")
    return head if hyphen and tail.islower() else form
