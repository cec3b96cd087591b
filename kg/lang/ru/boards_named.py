"""Boards that a Russian text calls by what they are alone, in session: whose they are, as a full name says it.

Федерация бега провела забег. Исполком федерации соберётся 4 марта     the исполком Федерации бега
Съезд Союза писателей закрыт. Новое правление провело заседание        the правление Союза писателей
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.ru.morphology import inflected
from kg.lang.ru.phrase import Grammar, Phrase, adjectives_of, nouns_of
from kg.lang.syntax import Chunk, Clause, Sentence

_WORDS = cues("ru").words
_BOARDS = _WORDS["collegial"]
_ALONE = _WORDS["boards"]
_SAYS_NOTHING = _WORDS["plain"] | _WORDS["newly"] | _WORDS["former"]
_OF_FIRMS = _WORDS["boards-of-firms"]
_UNIONS = _WORDS["uniting"]
_SESSIONS = frozenset({"Session", "Gathering"})
_TO_BOARD = 3  # tokens between an encounter and the board that holds it: заседание нового состава исполкома
_OFTEN = 2  # a body that a bare board is of is named so many times as often as any other that has boards


def name_boards(sentences: list[Sentence], phrases: list[Phrase]) -> None:
    """Give boards in session that no name tells the body whose they are, if the text has named one that it may be."""
    named: list[tuple[Chunk, str]] = []
    for sentence, phrase in zip(sentences, phrases, strict=True):
        for chunk in list(sentence.chunks):
            if chunk.kind != "Organization" or chunk.rule == "pronoun.body":
                continue
            if _is_bare_board(phrase, chunk) and _in_session(sentence, chunk):
                _belongs_to(phrase, sentence, chunk, named)
            elif chunk.proper and chunk.lemma not in _BOARDS and not chunk.plural and chunk in phrase.grammar:
                named.append((chunk, _genitive(_words(phrase, chunk), chunk)))


def _words(phrase: Phrase, body: Chunk) -> str:
    words = phrase.words(phrase.begin_of(body), phrase.ends[body])
    return words.removesuffix(f" ({body.acronym})") if body.acronym else words


def _is_bare_board(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a board stands without a name: исполком, исполком федерации, at the beginning with a capital."""
    if chunk.plural or chunk.lemma not in _BOARDS:
        return False
    owner = chunk.owner
    if owner is not None:
        return owner.kind == "Organization" and not owner.proper and not owner.plural
    told_alone = chunk.label.lower() == chunk.lemma and not chunk.known
    return not chunk.proper or (chunk.first == 0 and (told_alone or _whole_at_end(phrase, chunk) != ""))


def _whole_at_end(phrase: Phrase, chunk: Chunk) -> str:
    """Исполком федерации: return the bare noun in the genitive that ends the words of a board, "" if none does."""
    last = phrase.tokens[chunk.last]
    small = chunk.last > chunk.first and last.kind == "word" and not last.capital
    whole = [f.lemma for f in nouns_of(last.text) if f.case == "Gen" and f.number == "Sing"] if small else []
    return next((w for w in whole if w in cues("ru").organizations), "")


def _in_session(sentence: Sentence, chunk: Chunk) -> bool:
    """Tell whether a board holds a session: заседание исполкома, исполком соберётся, правление провело заседание."""
    before = [c for c in sentence.chunks if c.kind == "Event" and c.kind_of in _SESSIONS and c.last < chunk.first]
    if chunk.function == "owner" and before and chunk.first - before[-1].last <= _TO_BOARD:
        return True
    return any(_sits(clause) for clause in sentence.clauses if chunk in clause.having("subject"))


def _sits(clause: Clause) -> bool:
    holds = "hold" in clause.concepts and any(c.kind_of in _SESSIONS for c in clause.having("object", "Event"))
    decides = "decide" in clause.concepts and bool(clause.days)
    return holds or decides or "in-session" in clause.flags or "gather" in clause.concepts


def _belongs_to(phrase: Phrase, sentence: Sentence, board: Chunk, named: list[tuple[Chunk, str]]) -> None:
    noun = board.owner.lemma if board.owner is not None else _whole_at_end(phrase, board) if board.proper else ""
    if noun:
        of_kind = [(body, words) for body, words in named if body.lemma.split(" ")[-1] == noun and words]
        whole = of_kind[-1] if len({body.label for body, _ in of_kind}) == 1 else None
    else:
        whole = _most_named(named) if board.lemma in _ALONE else None
        whole = whole or (_only_one(named) if board.lemma in _ALONE | _OF_FIRMS else None)
    if whole is None:
        return
    body, surface = whole
    at = board.owner.first if board.owner is not None else board.last
    owner = replace(body, first=at, last=at, function="owner", inside=board, surface=surface, posts=[], thing="")
    owner.start, owner.end = phrase.tokens[at].start, phrase.tokens[at].end
    owner.copy_of, owner.proper, owner.rule = body, True, "organization.of-board"
    phrase.grammar[owner], phrase.ends[owner] = Grammar(("Gen",)), at
    if board.owner is not None:
        sentence.chunks.remove(board.owner)
    board.label, board.proper, board.kind_of = _called(board), True, ""
    board.core, board.owner = board.label, owner
    board.flags.discard("named-by-owner")
    sentence.chunks.append(owner)
    sentence.chunks.sort(key=lambda c: (c.first, c.last))


def _most_named(named: list[tuple[Chunk, str]]) -> tuple[Chunk, str] | None:
    """Return the union that a text names most, if it names no other nearly as often."""
    letters = {body.acronym: body.label for body, _ in named if body.acronym and body.label != body.acronym}
    unions = {body.label for body, _ in named if body.lemma in _UNIONS and body.label != body.acronym}
    count = Counter(letters.get(body.label, body.label) for body, _ in named)
    ranked = sorted(unions, key=lambda label: (-count[label], label))
    if not ranked or (len(ranked) > 1 and count[ranked[0]] < _OFTEN * count[ranked[1]]):
        return None
    return next(((body, words) for body, words in reversed(named) if body.label == ranked[0] and words), None)


def _only_one(named: list[tuple[Chunk, str]]) -> tuple[Chunk, str] | None:
    """ТОО «Х» отчиталось. Наблюдательный совет соберётся 2 марта: return the only body that a text has named."""
    known = {body.known or body.label for body, _ in named}
    return next(((body, words) for body, words in named if words), None) if len(known) == 1 else None


def _called(board: Chunk) -> str:
    """Return what a board is, with what tells which: учёный совет; not новый состав, обновлённое правление."""
    if board.proper and board.label.lower() == board.lemma:
        return board.lemma
    words = board.label.split(" ")[:-1] if board.proper else [*board.value.split(" "), *board.lemma.split(" ")]
    nouns = board.lemma.split(" ")
    kept = [word for word in dict.fromkeys(words) if word and (word.lower() in nouns or _relational(word))]
    return " ".join([kept[0][:1].lower() + kept[0][1:], *kept[1:]]) if kept else board.lemma


def _relational(word: str) -> bool:
    found = adjectives_of(word)
    return bool(found) and found[0].pos == "ADJF" and found[0].lemma not in _SAYS_NOTHING


def _genitive(words: str, body: Chunk) -> str:
    """Return the words of a body's name in the genitive: its noun with the adjectives before it, the rest as it is."""
    parts = words.split()
    head = body.lemma.split(" ")[-1]
    for at, part in enumerate(parts):
        if part.isupper():
            return words  # АО «Х», МЧС
        noun = next((f for f in nouns_of(part) if f.lemma == head and f.number == "Sing"), None)
        if noun is not None:
            own = inflected(part, head, "NOUN", "Gen", "Sing")
            return " ".join([*(_agreeing(word, noun.gender) for word in parts[:at]), own, *parts[at + 1 :]])
        if not adjectives_of(part):
            return ""
    return ""


def _agreeing(word: str, gender: str) -> str:
    form = adjectives_of(word)[0]
    return inflected(word, form.lemma, form.pos, "Gen", "Sing", gender)
