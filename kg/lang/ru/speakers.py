"""Who speaks: "Н. Есимов: …" in questions and answers, я and мы there, and мы of a text for the body that publishes it.

Н. Есимов: В Уил ездил я.                        я is Есимов
А. Касенова: В союз мы входим.                   мы is the body whose post she has
С 2011 года мы входим в Азиатский союз.          мы is the body that publishes the text
Реализуем программу вместе с колледжем.          so is who does it where the verb alone says we
"""

from __future__ import annotations

from collections import Counter

from kg.lang.cues import cues
from kg.lang.ru.phrase import Grammar, Phrase
from kg.lang.ru.verbs import verb_at
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.lang.tokens import Token, brackets

KIND = "Speaker"
_WE, _I = "мы", "я"
_OFTEN = 2
_QUESTION = frozenset({"?", "?!"})
_WORDS = cues("ru").words
_PERIODICAL = _WORDS["periodical"]
_LONGEST_SIGNATURE = 3  # tokens of a line that is nothing but the name of who signs


def find_speaker(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Mark the person whose words follow the colon: Н. Есимов: Нет."""
    first = next((c for c in chunks if c.inside is None), None)
    if first is None or first.kind != "Person" or phrase.begin_of(first) > 1:
        return
    at = max(first.last, *(phrase.ends[post] for post in first.posts)) if first.posts else first.last
    at = phrase.pairs.get(at + 1, at) if phrase.lower(at + 1) == "(" else at
    if phrase.lower(at + 1) == ":" and phrase.begin_of(first) + at < phrase.size - 2:
        first.function = "speaker"


def find_first_person(phrase: Phrase) -> None:
    """Take я and мы, which mean whoever speaks; мы с X is я и X."""
    own = [at for at, lower in enumerate(phrase.lowers) if lower in _FORMS and phrase.taken[at] is None]
    quoted = _in_quotes(phrase.tokens) if own else set()
    for at in own:
        lower = phrase.lowers[at]
        if at in quoted:
            continue
        lemma, cases = _FORMS[lower]
        if lower == _WE and phrase.lower(at + 1) in ("с", "со") and phrase.capital(min(at + 2, phrase.size - 1)):
            lemma = _I  # мы с Глебом Ярцевым
        chunk = phrase.chunk(KIND, at, at, label=lemma, lemma=lemma, rule="speaker")
        chunk.proper, chunk.plural = False, lower in _PLURAL
        phrase.take(chunk, Grammar(cases, "Plur" if chunk.plural else "Sing", "", True))


_FORMS = {
    "мы": (_WE, ("Nom",)),
    "нас": (_WE, ("Gen", "Acc", "Loc")),
    "нам": (_WE, ("Dat",)),
    "нами": (_WE, ("Ins",)),
    "я": (_I, ("Nom",)),
    "меня": (_I, ("Gen", "Acc")),
    "мне": (_I, ("Dat", "Loc")),
    "мной": (_I, ("Ins",)),
    "мною": (_I, ("Ins",)),
}
_PLURAL = frozenset({"мы", "нас", "нам", "нами"})


def doubt_questions(sentence: Sentence) -> None:
    """Правда ли, что начальником назначен X?: what is asked is not said."""
    marks = [t.text for t in sentence.tokens[-2:] if t.kind == "punct"]
    if not _QUESTION & set(marks):
        return
    for clause in sentence.clauses:
        if clause.modality == "asserted":
            clause.modality = "hypothetical"


def speak_for_themselves(sentences: list[Sentence], phrases: list[Phrase]) -> None:
    """Let я, мы and verbs in the first person mean whoever speaks in each line, where that is known."""
    spoken = [s for s in sentences if not s.title and _first_person(s)]
    if not spoken:
        return
    turns = _turns(sentences)
    author, signed = _author(sentences), _signature(sentences)
    asides = _dialogue(sentences)
    for sentence, phrase in zip(sentences, phrases, strict=True):
        if sentence.title or (sentence.line in asides and sentence.line not in turns):
            continue
        who = turns.get(sentence.line)
        quoted = {
            i for a, b in brackets(sentence.tokens).items() for i in range(a, b) if sentence.tokens[a].kind == "quote"
        }
        if who is not None and sentence.start < who.start:
            continue
        body = _body_of(who, sentences) if who is not None else author
        _mean(sentence, phrase, who or signed, body, quoted)


def _in_quotes(tokens: list[Token]) -> set[int]:
    """Return the tokens in quotes, which may have been opened before the sentence or be closed behind it."""
    pairs = brackets(tokens)
    closed = set(pairs.values())
    inside = {i for first, last in pairs.items() if tokens[first].kind == "quote" for i in range(first, last)}
    for at, token in enumerate(tokens):
        if token.text == "«" and at not in pairs:
            inside.update(range(at, len(tokens)))
        elif token.text == "»" and at not in closed:
            inside.update(range(at))
    return inside


def _first_person(sentence: Sentence) -> bool:
    return any(c.kind == KIND for c in sentence.chunks) or any(c.lemma for c in sentence.clauses if not c.subjects)


def _turns(sentences: list[Sentence]) -> dict[int, Chunk]:
    """Return who speaks in each line that begins with a name and a colon, or whose first sentence but a dash does."""
    turns: dict[int, Chunk] = {}
    for sentence in sentences:
        who = next((c for c in sentence.chunks if c.function == "speaker"), None)
        if who is not None:
            turns[sentence.line] = who
    return turns


def _dialogue(sentences: list[Sentence]) -> set[int]:
    """Return the lines that begin with a dash: somebody's words, whose is not told."""
    return {s.line for s in sentences if s.tokens and s.tokens[0].kind == "dash"}


def _body_of(who: Chunk, sentences: list[Sentence]) -> Chunk | None:
    """Return the body at which a speaker has a post, as the text has introduced them."""
    surname = who.label.rsplit(maxsplit=1)[-1]
    for sentence in sentences:
        for chunk in sentence.chunks:
            if chunk.kind == "Person" and chunk.posts and chunk.label.rsplit(maxsplit=1)[-1] == surname:
                owners = [p.owner for p in chunk.posts if p.owner is not None and "former" not in p.flags]
                if owners and owners[0].kind == "Organization" and owners[0].proper:
                    return owners[0]
    return None


def _signature(sentences: list[Sentence]) -> Chunk | None:
    """Return who signs: a name that is all there is in the last line."""
    last = sentences[-1]
    named = [c for c in last.chunks if c.kind == "Person" and c.inside is None]
    alone = len(last.tokens) <= _LONGEST_SIGNATURE and not any(s.line == last.line for s in sentences[:-1])
    return named[0] if alone and len(named) == 1 else None


def _author(sentences: list[Sentence]) -> Chunk | None:
    """Return the body that a text speaks for: the one that heads it, else the one that it names most."""
    for sentence in sentences[:3]:
        first = next((c for c in sentence.chunks if _is_named(c)), None)
        if not sentence.title or first is None or any(c.form == "finite" for c in sentence.clauses):
            continue
        periodical = any(r.lemma in _PERIODICAL for readings in sentence.readings[: first.first] for r in readings)
        if first.first == 0 or periodical:
            return first
    named = [c for s in sentences for c in s.chunks if c.kind == "Organization" and not c.plural]
    proper = [c for c in named if c.proper]
    full = {c.acronym: c.label for c in reversed(proper) if c.acronym and c.label != c.acronym}
    counted = Counter(full.get(c.label, c.label) for c in proper)
    for common in (c for c in named if not c.proper and not c.value and c.owner is None):
        fits = {full.get(c.label, c.label) for c in proper if c.lemma == common.lemma}
        counted.update(fits if len(fits) == 1 else ())
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return next((c for c in proper if full.get(c.label, c.label) == ranked[0][0]), None)


def _is_named(chunk: Chunk) -> bool:
    return chunk.kind == "Organization" and chunk.proper and not chunk.plural and "unexplained" not in chunk.flags


def _mean(sentence: Sentence, phrase: Phrase, who: Chunk | None, body: Chunk | None, quoted: set[int]) -> None:
    """Put who speaks, or their body, in the place of each я and мы of a sentence."""

    def meant(chunk: Chunk) -> Chunk:
        if chunk.kind != KIND:
            return chunk
        stands_for = who if chunk.lemma == _I else body
        return stands_for.again(chunk.function) if stands_for is not None else chunk

    for clause in sentence.clauses:
        inside = clause.predicate[0] in quoted
        clause.inherited = [meant(c) for c in clause.inherited]
        clause.chunks = [meant(c) for c in clause.chunks]
        if not inside and (told := _told_by_verb(phrase, clause)):
            stands_for = who if told == _I else body
            if stands_for is not None:
                clause.chunks = [*clause.chunks, stands_for.again("subject")]


def _told_by_verb(phrase: Phrase, clause: Clause) -> str:
    """Return я or мы where nothing but the verb's person says who does it: входим в союз."""
    if clause.form != "finite" or clause.subjects:
        return ""
    for at in range(clause.predicate[0], clause.predicate[1] + 1):
        form = verb_at(phrase, at)
        if form is not None and form.person == "1":
            return _WE if form.number == "Plur" else _I
    return ""
