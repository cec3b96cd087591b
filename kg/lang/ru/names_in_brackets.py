"""What stands in brackets behind a body's name: its abbreviation, what it will be called, a second name."""

from __future__ import annotations

from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk


def name_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    """Take the abbreviation that stands in brackets behind a name: (A-WEB), (далее – ОТГ), (БДИПЧ/ОБСЕ)."""
    opening = phrase.ends[chunk] + 1
    if opening >= phrase.size or phrase.tokens[opening].text != "(" or opening not in phrase.pairs:
        return
    if chunk.plural and not chunk.proper:
        return  # союз аграрных академий (САА): the abbreviation is the union's
    close = phrase.pairs[opening]
    if _other_name(phrase, chunk, opening, close):
        return
    inside = [i for i in range(opening + 1, close) if phrase.tokens[i].kind == "word"]
    if not inside or close - opening > 9:
        return
    if phrase.lower(inside[0]) == "далее":
        inside = inside[3:] if phrase.lower(inside[1]) == "по" else inside[1:]
        if len(inside) == 1 and (called := phrase.lower(inside[0])) in phrase.cues.organizations:
            # (далее – Общество): the bare noun means this body from here on
            chunk.alias = called
            phrase.known.learn_head(called, phrase.tokens[inside[0]].text)
            _close_brackets(phrase, chunk, opening, close)
            return
        if len(inside) > 1 and _called_so(phrase, chunk, inside[0], close):
            _close_brackets(phrase, chunk, opening, close)
            return
    and_so = [i for i in inside[1:-1] if phrase.lower(i) == "и"]  # (МФОКК и КП)
    if not inside or not all(
        phrase.tokens[i].acronym or phrase.tokens[i].text.isascii() or i in and_so for i in inside
    ):
        return
    acronym = phrase.tokens[inside[0]].text
    if acronym in phrase.cues.not_organizations or phrase.known_as(acronym, "Country"):
        return
    chunk.acronym = acronym
    chunk.proper = True
    if close - opening == len(inside) + 1 > 2:
        chunk.names.append(phrase.words(inside[0], inside[-1]))  # (ССК ЦА)
    phrase.known.learn_acronym(phrase.words(inside[0], inside[-1]) if and_so else acronym)
    _close_brackets(phrase, chunk, opening, close)
    quote = close + 1
    if quote in phrase.pairs and phrase.tokens[quote].kind == "quote" and phrase.pairs[quote] - quote < 10:
        # Конфедерация работодателей (КР) «Кәсіп»: the name goes on behind the brackets
        chunk.names.append(chunk.label)
        chunk.label = f"{chunk.label} {phrase.words(quote, phrase.pairs[quote])}"
        phrase.known.learn_quoted(phrase.words(quote + 1, phrase.pairs[quote] - 1), "Organization")
        _close_brackets(phrase, chunk, quote, phrase.pairs[quote])


def _other_name(phrase: Phrase, chunk: Chunk, opening: int, close: int) -> bool:
    """Европейская комиссия за демократию (Венецианская комиссия): a second name with the same noun and case."""
    other = phrase.starting(opening + 1)
    if not isinstance(other, Chunk) or other.kind != "Organization" or phrase.ends[other] != close - 1:
        return False
    same = other.lemma == chunk.lemma and bool(set(phrase.cases_of(other)) & set(phrase.cases_of(chunk)))
    if not (same and other.proper and chunk.proper) or other.plural:
        return False
    chunk.names.append(other.label)
    chunk.known = chunk.known or other.known
    _close_brackets(phrase, chunk, opening, close)
    return True


def _called_so(phrase: Phrase, chunk: Chunk, first: int, close: int) -> bool:
    """(далее – АО «ОМС»), (далее – Фонд поддержки): a body's word with a name behind it is another name of it."""
    head = phrase.tokens[first]
    kinds = phrase.cues.organizations
    if not (head.text in kinds or phrase.lemmas(first) & kinds.keys()) or not head.capital:
        return False
    chunk.names.append(phrase.words(first, close - 1))
    quote = next((i for i in range(first + 1, close) if i in phrase.pairs), None)
    if quote is not None:
        phrase.known.learn_quoted(phrase.words(quote + 1, phrase.pairs[quote] - 1), "Organization")
    return True


def _close_brackets(phrase: Phrase, chunk: Chunk, opening: int, close: int) -> None:
    for i in range(opening, close + 1):
        if (old := phrase.taken[i]) is not None and old is not chunk:
            phrase.drop(old)
        phrase.taken[i] = chunk
    phrase.ends[chunk] = close
