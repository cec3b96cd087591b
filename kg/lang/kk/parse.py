"""A Kazakh sentence understood: its tokens, chunks with the part each plays, and clauses."""

from __future__ import annotations

from collections.abc import Iterable

from kg.gazetteer import load
from kg.lang.cues import cues
from kg.lang.dates import DateMention, find_dates
from kg.lang.kk.clauses import find_clauses
from kg.lang.kk.morphology import lemma_of
from kg.lang.kk.marks import mark
from kg.lang.kk.organizations import find_organizations
from kg.lang.kk.people import attach_posts, find_certain_people, find_likely_people
from kg.lang.kk.phrase import Known, Phrase
from kg.lang.kk.roles import find_roles
from kg.lang.kk.things import (
    find_agreements,
    find_elections,
    find_encounters,
    find_known_bodies,
    find_known_names,
    find_other_known_names,
    find_places,
    find_programs,
)
from kg.lang.numbers import find_numbers
from kg.lang.syntax import Chunk, Sentence
from kg.lang.tokens import brackets, sentences, tokens
from kg.records import Announcement

ABBREVIATIONS = frozenset(
    [
        "т.б",
        "т.с.с",
        "млн",
        "млрд",
        "мың",
        "тг",
        "теңге",
        "қ",
        "к",
        "к-сі",
        "обл",
        "ауд",
        "ж",
        "жж",
        "м.а",
        "б.з",
        "б",
        "проф",
        "акад",
        "доц",
        "ақпан",
        "қар",
        "тел",
        "ред",
        "ғ",
        "кг",
        "см",
        "км",
        "т.ғ.д",
        "ф.ғ.д",
    ]
)
_AND = frozenset({"және", "мен", "пен", "бен", "сондай-ақ", "әрі"})
_ACTORS = frozenset({"Person", "Organization", "Country", "Place", "Delegation", "Side", "Pronoun"})
_BEHIND = {
    "арасында": "between", "арасындағы": "between", "арасынан": "between",
    "атынан": "on-behalf", "тарапынан": "on-behalf", "жағынан": "on-behalf", "атына": "about",
    "ретінде": "as", "болып": "as", "етіп": "as", "боп": "as", "лауазымына": "as", "қызметіне": "as", "орнына": "instead",
    "лауазымынан": "from-post", "қызметінен": "from-post", "міндетінен": "from-post", "лауазымында": "as", "қызметінде": "as",
    "міндетіне": "as", "лауазымын": "as", "қызметін": "as", "міндетін": "as",
    "барысында": "during", "кезінде": "during", "соңында": "during", "аясында": "during", "шеңберінде": "during",
    "қорытындысында": "during", "барысындағы": "during", "қорытындысы": "during", "аяғында": "during", "басында": "during",
    "бойынша": "about", "туралы": "about", "жөнінде": "about", "жөніндегі": "about", "жайлы": "about", "үшін": "about",
    "қарсаңында": "around", "алдында": "around", "кейін": "around", "соң": "around", "дейін": "around", "бұрын": "around",
    "бойында": "during",
}  # fmt: skip


def lemma(word: str) -> str:
    """Return the dictionary form of a word."""
    return lemma_of(word)


def head_of(name: str) -> str:
    """Return the dictionary form of the noun that a body's name is built on: the last one."""
    return lemma_of(name.split(" ")[-1])


def read(announcement: Announcement) -> list[Sentence]:
    """Return the sentences of an announcement in Kazakh, understood as far as grammar goes.

    The text is read twice: names that one sentence gives in full help to read their short forms in another.
    """
    known = Known(cues("kk"), load())
    dates = find_dates(announcement.text, "kk", announcement.published)
    spans = [
        (number, line, span)
        for number, line in enumerate(announcement.lines)
        if line.kind in ("title", "paragraph")
        for span in sentences(announcement.text, line.start, line.end, ABBREVIATIONS)
    ]
    for _, _, span in spans:
        phrase = _phrase(announcement.text, span.start, span.end, known)
        find_certain_people(phrase)
        find_organizations(phrase)
    found = []
    for number, line, span in spans:
        inside = [d for d in dates if span.start <= d.start < span.end]
        phrase = _phrase(announcement.text, span.start, span.end, known)
        sentence = Sentence(span.start, span.end, number, line.kind == "title", phrase.tokens, phrase.readings)
        _take_dates(phrase, inside)
        _find_all(phrase)
        _take_numbers(phrase, span.start, span.end)
        sentence.chunks = _in_order(phrase)
        _set_functions(phrase, sentence.chunks)
        sentence.clauses = find_clauses(phrase, sentence.chunks)
        mark(phrase, sentence.chunks, sentence.clauses)
        found.append(sentence)
    return found


def _phrase(text: str, start: int, end: int, known: Known) -> Phrase:
    cut = tokens(text, start, end)
    return Phrase(text, cut, brackets(cut), known)


def _find_all(phrase: Phrase) -> None:
    find_known_names(phrase)
    find_known_bodies(phrase)
    find_certain_people(phrase)
    find_organizations(phrase)
    find_agreements(phrase)
    find_programs(phrase)
    find_other_known_names(phrase)
    find_places(phrase)
    find_roles(phrase)
    find_likely_people(phrase)
    find_elections(phrase)
    find_encounters(phrase)
    attach_posts(phrase)


def _take_dates(phrase: Phrase, dates: Iterable[DateMention]) -> None:
    for date in dates:
        inside = [i for i, t in enumerate(phrase.tokens) if date.start < t.end and t.start < date.end]
        if not inside or not phrase.free(inside[0], inside[-1]):
            continue
        chunk = phrase.chunk(
            "Date", inside[0], inside[-1], label=date.value, lemma="", rule=f"date.{date.kind}", function="date"
        )
        chunk.start, chunk.end, chunk.value = date.start, date.end, date.value
        chunk.kind_of = date.relation
        chunk.names = [date.end_value] if date.end_value else []
        if phrase.lower(chunk.last + 1) == "емес":
            chunk.kind_of = "not"  # 22 наурызда емес, 5 сәуірде
        phrase.take(chunk)


def _take_numbers(phrase: Phrase, start: int, end: int) -> None:
    for number in find_numbers(phrase.text[start:end], "kk"):
        first, last = number.start + start, number.end + start
        inside = [i for i, t in enumerate(phrase.tokens) if first < t.end and t.start < last]
        if number.ordinal or not inside or not phrase.free(inside[0], inside[-1]):
            continue
        chunk = phrase.chunk(
            "Number",
            inside[0],
            inside[-1],
            label=str(number.value),
            lemma="",
            rule="number",
            function=phrase.function(inside[-1]),
        )
        chunk.value = str(number.value)
        phrase.take(chunk)


def _in_order(phrase: Phrase) -> list[Chunk]:
    chunks = sorted((c for c in phrase.chunks if "absorbed" not in c.flags), key=lambda c: (c.first, c.last))
    for chunk in chunks:
        if chunk.owner is not None and chunk.owner.inside is None and chunk.owner is not chunk:
            chunk.owner.inside = chunk
        if chunk.function == "owner":
            chunk.surface = phrase.words(chunk.first, chunk.last)
    _owners(phrase, chunks)
    for chunk in chunks:
        if chunk.kind == "Organization":
            _without_state(phrase, chunk)
    return chunks


def _without_state(phrase: Phrase, chunk: Chunk) -> None:
    """Split a body's name into its state and the rest: Қырғыз Республикасы + Орталық … комиссиясы."""
    chunk.core = chunk.label
    if chunk.owner is not None and chunk.owner.kind == "Country":
        chunk.state = chunk.owner.known or chunk.owner.label
        return
    words = chunk.label.split(" ")
    for length in range(min(3, len(words) - 1), 0, -1):
        last = words[length - 1]
        for name in (last, *(last[: -len(e)] for e in ("ның", "нің", "дың", "дің", "тың", "тің") if last.endswith(e))):
            found = phrase.known.gazetteer.find(" ".join([*words[: length - 1], name]), "kk", "Country")
            if len(found) == 1:
                chunk.state, chunk.core = found[0].id, " ".join(words[length:])
                return


def _owners(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Give an organisation, programme or encounter the owner in the genitive right before it."""
    for index, chunk in enumerate(chunks[1:], start=1):
        before, first = chunks[index - 1], chunk.first
        if before.function == "attributive" and index > 1 and before.last == first - 1 and chunk.possessed:
            # ДИАҚБ-ның Қазақстандағы миссиясы: where it is stands between the owner and what is owned
            before, first = chunks[index - 2], before.first
        if chunk.owner is None and before.inside is None and before.last == first - 1:
            _own(before, chunk)


def _own(before: Chunk, chunk: Chunk) -> None:
    part_of = before.kind == "Organization" and before.function == "subject" and before.proper and chunk.possessed
    if before.kind not in ("Country", "Organization", "Place") or chunk.kind not in ("Organization", "Place"):
        return
    if before.function == "owner" or part_of:
        chunk.owner = before
        before.inside = chunk
        if chunk.kind == "Organization" and not chunk.proper and not chunk.value and chunk.kind_of != "unit":
            # Жетіөзен облысының прокуратурасы: the owner's name makes it one
            chunk.proper = before.proper and chunk.possessed
            chunk.flags.add("named-by-owner")


def _set_functions(phrase: Phrase, chunks: list[Chunk]) -> None:
    outer = [c for c in chunks if c.inside is None]
    for chunk in outer:
        _postposition(phrase, chunk)
    _coordinate(phrase, outer)


def _postposition(phrase: Phrase, chunk: Chunk) -> None:
    behind = chunk.last + 1
    while behind < len(phrase) and phrase.taken[behind] is chunk:
        behind += 1
    word = phrase.lower(behind)
    if word in _BEHIND and chunk.kind != "Date":
        if _BEHIND[word] in ("as", "from-post", "instead") and chunk.kind not in ("Role",):
            return
        if _BEHIND[word] == "during" and chunk.kind != "Event":
            return
        chunk.function = _BEHIND[word]
    elif word == "бастаған" and chunk.kind == "Person":
        chunk.flags.add("leads")


def _coordinate(phrase: Phrase, outer: list[Chunk]) -> None:
    """Give coordinated chunks the part that the last of them plays: X, Y және Z-пен."""
    group = 0
    linked = False
    for i in range(len(outer) - 2, -1, -1):
        one, two = outer[i], outer[i + 1]
        joint = _joint(phrase, one, two)
        alike = (one.kind in _ACTORS and two.kind in _ACTORS) or one.kind == two.kind
        if alike and (joint == "and" or (joint == "comma" and linked)) and one.function in ("subject", two.function):
            if two.group < 0:
                two.group = group
                group += 1
            one.group, one.function = two.group, two.function
            linked = True
        else:
            linked = False


def _joint(phrase: Phrase, one: Chunk, two: Chunk) -> str:
    begin = min(
        [
            two.first,
            *(p.first for p in two.posts),
            *(p.owner.first for p in two.posts if p.owner),
            *([two.owner.first] if two.owner else []),
        ]
    )
    between = [phrase.lower(k) for k in range(one.last + 1, begin) if phrase.taken[k] is not one]
    if not between:
        return ""
    words = [w for w in between if w not in ("»", "”", ")", ",")]
    if words and all(w in _AND for w in words):
        return "and"
    return "comma" if not words and "," in between else ""
