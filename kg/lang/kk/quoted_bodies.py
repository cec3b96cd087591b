"""Bodies that Kazakh text names in quotes: «Тұмар Банк» АҚ, «X», «Y» және «Z» компаниялары."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.kk.alphabet import GENITIVE, RELATIONAL
from kg.lang.kk.name_modifiers import bare_modifier
from kg.lang.kk.phrase import Phrase
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_WHOLES = frozenset(cues("kk").words["whole"])
_BETWEEN = 4  # words from a quoted name to its noun, and two more where two of them are joined


def inside_a_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a token stands in quotes that a noun behind them explains: «Жас саясаткер мектебі» бағдарламасы."""
    for start, close in phrase.pairs.items():
        if start < at < close and close - start < 10 and phrase.tokens[start].kind == "quote":
            cues = phrase.cues
            return any(
                phrase.head(i, table)
                for i in range(close + 1, min(close + 4, phrase.size))
                for table in (cues.programs, cues.organizations, cues.places, cues.agreements)
            )
    return False


def fills_quotes(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun ends a quoted name of capitals that nothing else explains: «Тұмар Банк»."""
    start = phrase.opens.get(at + 1)
    if start is None or phrase.tokens[start].kind != "quote" or not 2 <= at - start <= 5:
        return False
    return all(i in phrase.capitals for i in range(start + 1, at + 1)) and phrase.free(start, at + 1)


def name_with_its_noun(phrase: Phrase, at: int, lemma: str) -> Chunk:
    """Return a quoted name of capitals that ends in its own noun: «Тұмар Банк»."""
    start = phrase.opens[at + 1]
    name = phrase.words(start + 1, at)
    chunk = phrase.chunk(
        "Organization",
        start,
        at + 1,
        label=phrase.words(start, at + 1),
        lemma=lemma,
        rule="organization.quoted",
        function="subject",
    )
    if phrase.lower(at + 2) == "-" and phrase.lower(at + 3) in GENITIVE:
        chunk.function = "owner"
    chunk.names = [name]
    recognise(phrase, chunk, [name, chunk.label])
    phrase.known.quoted.setdefault(name, "Organization")
    return chunk


def quoted_before(phrase: Phrase, first: int, possessed: bool = False) -> int | None:
    """Return where a quoted name begins that the head noun follows, adjectives between them allowed."""
    i = first - 1
    joined = 0
    while i >= 0 and i > first - _BETWEEN - joined and _stands_between(phrase, i, possessed):
        joined += 2 * (phrase.lowers[i] in phrase.cues.words["joining"])
        i -= 1
    return phrase.opens.get(i) if i >= 0 and phrase.tokens[i].kind == "quote" else None


def _stands_between(phrase: Phrase, at: int, possessed: bool) -> bool:
    """«X» мемлекеттік опера және балет театры, «X» Халықаралық қауымдастығы: what a name and its noun enclose."""
    token = phrase.tokens[at]
    if token.kind != "word" or token.acronym:
        return False
    if possessed and token.capital and phrase.tokens[at - 1].kind == "quote":
        return phrase.pos(at) == "ADJ" and phrase.lowers[at].endswith(RELATIONAL)
    if possessed and phrase.lowers[at] in phrase.cues.words["joining"]:
        return bare_modifier(phrase, at - 1) and bare_modifier(phrase, at + 1)
    return bare_modifier(phrase, at)


def quoted_name(phrase: Phrase, quote: int, first: int, at: int, lemma: str, reading: Reading) -> Chunk | None:
    """Return the body that a quoted name and the noun behind it name, with adjectives before the quotes."""
    close = phrase.pairs[quote]
    if not phrase.free(quote, at) or close - quote > 12:
        return None
    name = phrase.words(quote + 1, close - 1)
    if name in phrase.known.quoted and reading.case == "Dat" and not reading.possessor and lemma in _WHOLES:
        return None  # «Абшерон» қауымдастыққа кірмейді: a noun of its own
    chunk = phrase.chunk(
        "Organization",
        quote,
        at,
        label=phrase.named(quote, at, reading),
        lemma=lemma,
        rule="organization.quoted",
        function=phrase.function(at, reading),
    )
    chunk.names = [name]
    if reading.number == "Plur":
        chunk.label = name  # «Алтай Мыс» пен «Норд Минералз» компаниялары: the noun is that of both
        _others_of_the_noun(phrase, quote, lemma)
    chunk.possessed = reading.possessor == "3"
    begin = _adjectives_before(phrase, quote)
    if begin < quote:
        chunk.first, chunk.start = begin, phrase.tokens[begin].start
        chunk.label = phrase.named(begin, at, reading)
        chunk.names.append(phrase.named(quote, at, reading))
    recognise(phrase, chunk, [name, chunk.label])
    phrase.known.quoted.setdefault(name, "Organization")
    return chunk


def _others_of_the_noun(phrase: Phrase, quote: int, lemma: str) -> None:
    """Take the quoted names before one whose noun is in the plural: «X», «Y» және «Z» компаниялары are three."""
    close = quote - 2
    while close > 0 and (
        phrase.lower(close + 1) in phrase.cues.words["joining"] or phrase.tokens[close + 1].text == ","
    ):
        start = phrase.opens.get(close)
        if start is None or phrase.tokens[start].kind != "quote" or close - start > 12 or not phrase.free(start, close):
            return
        name = phrase.words(start + 1, close - 1)
        chunk = phrase.chunk(
            "Organization", start, close, label=name, lemma=lemma, rule="organization.quoted", function="subject"
        )
        recognise(phrase, chunk, [name])
        phrase.known.quoted.setdefault(name, "Organization")
        phrase.take(chunk)
        close = start - 2


def _adjectives_before(phrase: Phrase, at: int) -> int:
    """Return where capitalised adjectives that begin a quoted name start (Қазақ ұлттық «X» университеті)."""
    begin = at
    i = at - 1
    while i >= 0 and phrase.taken[i] is None and phrase.pos(i) == "ADJ" and phrase.tokens[i].kind == "word":
        if phrase.tokens[i].capital and i > 0:
            begin = i
        i -= 1
    return begin


def recognise(phrase: Phrase, chunk: Chunk, names: list[str]) -> None:
    """Give a body its row in the gazetteer if one of the names has one."""
    for name in names:
        entry = phrase.known_as(name, "Organization")
        if entry:
            chunk.known = entry.id
            return
