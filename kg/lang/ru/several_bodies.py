"""One noun for several bodies: клубы «Порог» и «Вал», парламенты Азербайджана и Турции."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.morphology import inflected
from kg.lang.ru.phrase import Grammar, Group, Phrase
from kg.lang.syntax import Chunk

_BETWEEN = cues("ru").words["between-states"]
_IN_BRACKETS = 4  # tokens of brackets that say where a body is from: (Актобе)


def one_for_each_name(phrase: Phrase, group: Group, chunk: Chunk) -> None:
    """клубы «Порог» и «Белая вода»: the plural noun has several names behind it."""
    spans, at = [], _behind_brackets(phrase, phrase.ends[chunk] + 1)
    while phrase.lower(at) in (",", "и"):
        close = phrase.pairs.get(at + 1)
        if close is None or phrase.tokens[at + 1].kind != "quote" or close - at > 12:
            break
        spans.append((at + 1, close))
        at = _behind_brackets(phrase, close + 1)
    if not spans:
        return
    single = group.lemma
    quote = next(i for i in range(group.last + 1, chunk.last + 1) if i in phrase.pairs)
    chunk.label = f"{single} {phrase.words(quote, chunk.last)}"
    chunk.plural, chunk.proper, old = False, True, phrase.grammar[chunk]
    for first, close in spans:
        name = phrase.words(first + 1, close - 1)
        for inner in {id(c): c for c in phrase.taken[first : close + 1] if c is not None}.values():
            phrase.drop(inner)
        label = f"{single} {phrase.words(first, close)}"
        other = phrase.chunk("Organization", first, close, label=label, lemma=chunk.lemma, rule=chunk.rule)
        other.kind_of, other.names = chunk.kind_of, [name]
        phrase.known.learn_quoted(name, "Organization")
        phrase.take(other, Grammar(old.cases, "Sing", old.gender))


def _behind_brackets(phrase: Phrase, at: int) -> int:
    """клубы «Порог» (Актобе) и «Вал»: return where what follows begins behind brackets, the town in them left aside."""
    close = phrase.pairs.get(at) if phrase.lower(at) == "(" else None
    if close is None or close - at > _IN_BRACKETS or phrase.lower(close + 1) not in (",", "и"):
        return at
    for inner in {id(c): c for c in phrase.taken[at : close + 1] if c is not None}.values():
        inner.flags.add("of-phrase")
    return close + 1


def one_for_each_owner(phrase: Phrase, chunk: Chunk) -> None:
    """парламенты Азербайджана, Казахстана и Турции: each state's own."""
    owners = [chunk.owner] if chunk.owner is not None else []
    while owners and phrase.lower(phrase.ends[owners[-1]] + 1) in (",", "и"):
        nxt = phrase.starting(phrase.ends[owners[-1]] + 2)
        if not isinstance(nxt, Chunk) or nxt.kind != owners[0].kind or "Gen" not in phrase.grammar[nxt].cases:
            break
        owners.append(nxt)
    if len(owners) < 2 or owners[0].kind not in ("Country", "Place"):
        return
    single = inflected(chunk.lemma, chunk.lemma, "NOUN", "Nom", "Sing")
    chunk.label, chunk.plural, chunk.proper = single[:1].upper() + single[1:], False, True
    chunk.flags.add("named-by-owner")
    old = phrase.grammar[chunk]
    for owner in owners[1:]:
        other = phrase.chunk(
            "Organization", owner.first, owner.last, label=chunk.label, lemma=chunk.lemma, rule=chunk.rule
        )
        other.kind_of, other.owner = chunk.kind_of, owner
        other.flags.add("named-by-owner")
        phrase.chunks.append(other)
        phrase.grammar[other] = Grammar(old.cases, "Plur", old.gender)
        phrase.ends[other] = owner.last
        for i in range(owner.first, owner.last + 1):
            phrase.taken[i] = other


def between_states(phrase: Phrase, group: Group, chunk: Chunk) -> None:
    """Межгосударственный совет Казахстана и Киргизии: one body of two states, whose names are part of its own."""
    first = chunk.owner
    if first is None or first.kind != "Country" or not phrase.lemmas_among(group.first, group.head) & _BETWEEN:
        return
    second = (
        phrase.starting(phrase.ends[first] + 2) if phrase.lower(phrase.ends[first] + 1) in ("и", "–", "—") else None
    )
    if not isinstance(second, Chunk) or second.kind != "Country" or "Gen" not in phrase.cases_of(second):
        return
    behind = phrase.text[phrase.tokens[chunk.last].end : phrase.tokens[second.last].end]
    chunk.label, chunk.owner, chunk.proper = chunk.label + behind, None, True
    for state in (first, second):
        phrase.drop(state)
    chunk.last, chunk.end = second.last, phrase.tokens[second.last].end
    phrase.ends[chunk] = second.last
    for i in range(chunk.first, second.last + 1):
        phrase.taken[i] = chunk
