"""Bodies of Kazakh text whose noun no list has: a post right behind a name shows it to be a body's."""

from __future__ import annotations

from kg.lang.kk.body_names import first_capital, reach_left
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.quoted_bodies import quoted_before, quoted_name, recognise
from kg.lang.syntax import Chunk


def unlisted_body(phrase: Phrase, at: int) -> Chunk | None:
    """Take what a post right behind it shows to be a body, whatever its noun: Lloyd's нарығының директоры.

    A noun with the possessive, named by a capital or by quotes, in the genitive or bare.
    """
    if at > 1 and phrase.tokens[at].kind == "quote" and at in phrase.opens:
        return _quoted_before_a_post(phrase, phrase.opens[at], at)
    if at > 0 and (parliament := _parliament(phrase, at)) is not None:
        return parliament
    reading = phrase.nominal(at) if at > 0 else None
    noun = reading is not None and (reading.pos == "NOUN" or phrase.tokens[at].capital)  # Германия Бундестагының
    if reading is None or not noun or reading.possessor != "3" or reading.case not in ("Gen", "Nom"):
        return None
    if phrase.taken[at] is not None or phrase.tokens[at].kind != "word" or _is_no_body(phrase, at):
        return None
    lemma, quote = reading.lemma, quoted_before(phrase, at)
    if quote is not None:
        chunk = quoted_name(phrase, quote, at, at, lemma, reading)
    else:
        begin = first_capital(phrase, _behind_a_state(phrase, reach_left(phrase, at, reading, weak=True), at), at)
        if (
            (begin == at and not phrase.tokens[at].capital)
            or not phrase.free(begin, at)
            or (begin == 0 and not phrase.tokens[0].acronym)
        ):
            return None
        label = phrase.named(begin, at, reading)
        chunk = phrase.chunk(
            "Organization", begin, at, label=label, lemma=lemma, rule="organization.of-a-post", function="owner"
        )
        chunk.possessed = True
    if chunk is not None:
        chunk.confidence = 0.75
        phrase.take(chunk)
        state = phrase.taken[chunk.first - 1] if chunk.first else None
        if state is not None and state.kind == "Country" and state.function in ("owner", "subject"):
            chunk.owner, state.inside = state, chunk  # Қазақстан Қызыл Жарты Айының президенті
        phrase.known.bodies.add(chunk.label)
    return chunk


def _parliament(phrase: Phrase, at: int) -> Chunk | None:
    """Эдускунтаның депутаты, Бундестагтың вице-спикері: a capital in the genitive right before such a post."""
    role = phrase.head(at + 1, phrase.cues.roles)
    reading = phrase.first(at)
    if role is None or role[1] not in phrase.cues.words["of-parliaments"] or reading is None or reading.case != "Gen":
        return None
    if reading.possessor or not phrase.tokens[at].capital or not phrase.name_like[at] or phrase.taken[at] is not None:
        return None
    begin = at
    while begin > 1 and phrase.name_like[begin - 1] and phrase.taken[begin - 1] is None:
        begin -= 1  # Милли Меджлисінің
    label = phrase.named(begin, at, reading)
    rule = "organization.of-a-post"
    chunk = phrase.chunk("Organization", begin, at, label=label, lemma="парламент", rule=rule, function="owner")
    state = phrase.before(begin)
    if state is not None and state.kind == "Country" and state.function in ("owner", "subject"):
        chunk.owner, state.inside = state, chunk  # Әзербайжан Милли Меджлисінің
    chunk.confidence = 0.75
    return phrase.take(chunk)


def _behind_a_state(phrase: Phrase, begin: int, at: int) -> int:
    """Return where a run begins behind the state or town that it starts with: Латвия | Мемлекеттік кеңсесінің."""
    whose = phrase.taken[begin]
    return whose.last + 1 if whose is not None and whose.kind in ("Country", "Place") and whose.last < at else begin


def _quoted_before_a_post(phrase: Phrase, start: int, close: int) -> Chunk | None:
    """«Яндекс Қазақстан» директоры: a quoted name right before a post is that of a body."""
    if close - start > 7 or not phrase.free(start, close) or not phrase.tokens[start + 1].capital:
        return None
    name = phrase.words(start + 1, close - 1)
    chunk = phrase.chunk(
        "Organization", start, close, label=name, lemma=name, rule="organization.of-a-post", function="owner"
    )
    chunk.confidence = 0.75
    recognise(phrase, chunk, [name])
    phrase.known.quoted.setdefault(name, "Organization")
    return phrase.take(chunk)


def _is_no_body(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun is known for something else: an encounter, a programme, a place, a post, an agreement."""
    cues = phrase.cues
    return any(
        phrase.head(at, table) for table in (cues.events, cues.programs, cues.places, cues.roles, cues.agreements)
    )
