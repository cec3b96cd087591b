"""Who does what a verb before a colon says: Слушали: X и Y; На вопросы отвечали: X, Y; Говорили долго: X – о нормах.

The verb names nobody; the people whom the rest of the sentence names in the nominative do it. A sentence that goes on
with a name behind a semicolon has been begun by such a verb too.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Phrase
from kg.lang.syntax import Chunk, Clause, Sentence

_TOLD = frozenset({"attend", "speak", "meet", "hear", "visit", "participate", "gather", "discuss"})
_WORDS = cues("ru").words
_LISTENED = _WORDS["listens"]
_GOES_ON = frozenset({"–", "—", "-", ",", ".", ";", "", "и", "(", "а"})


def tell_behind_colons(sentences: list[Sentence], phrases: list[Phrase]) -> None:
    """Give a verb without a subject the people listed behind its colon, up to the end of the list."""
    open_: Clause | None = None
    before: Sentence | None = None
    for sentence, phrase in zip(sentences, phrases, strict=True):
        goes_on = before is not None and before.line == sentence.line and before.tokens[-1].text == ";"
        if not goes_on or any(c.form == "finite" for c in sentence.clauses):
            open_ = None
        if open_ is not None:
            _hand_over(phrase, sentence, open_, 0)
        elif (found := _opened(phrase, sentence)) is not None:
            open_, colon = found
            _hand_over(phrase, sentence, open_, colon + 1)
        before = sentence if sentence.tokens else None


def _opened(phrase: Phrase, sentence: Sentence) -> tuple[Clause, int] | None:
    """Return the clause before a colon whose verb names nobody, with the place of the colon."""
    colon = next((i for i, token in enumerate(phrase.tokens) if token.text == ":"), 0)
    if not colon or sentence.title:
        return None
    clause = next((c for c in reversed(sentence.clauses) if c.predicate[1] < colon and c.form == "finite"), None)
    if clause is None or not clause.past or clause.negated or clause.modality != "asserted" or clause.passive:
        return None
    verbs = range(clause.predicate[0], clause.predicate[1] + 1)
    plural = any(f.number == "Plur" for i in verbs for f in phrase.forms[i][:1])
    named = [c for c in clause.having("subject") if c.first < colon]
    told = clause.concepts & _TOLD or clause.lemma in _LISTENED
    return (clause, colon) if plural and told and not named and not clause.inherited else None


def _hand_over(phrase: Phrase, sentence: Sentence, clause: Clause, begin: int) -> None:
    people = [c for c in sentence.chunks if c.kind == "Person" and c.inside is None and c.first >= begin]
    # не все приехали: отсутствовала X – whoever has a verb of his own before him does only that
    told = {id(c) for o in sentence.clauses if o.predicate[0] >= begin > 0 and o.form == "finite"
            for c in o.having("subject") if c.first > o.predicate[0]}  # fmt: skip
    listed = [c for c in people if _in_nominative(phrase, c) and "pronoun" not in c.names and id(c) not in told]
    if not listed:
        return
    if clause.lemma in _LISTENED:
        clause.concepts |= {"attend"}
    if not begin:  # the list goes on in a sentence of its own, whose words stay its own
        clause.chunks = [*clause.chunks, *(c.again("subject") for c in listed)]
        return
    for other in sentence.clauses:
        other.chunks = [c for c in other.chunks if c not in listed]
        other.inherited = [c for c in other.inherited if c not in listed]
    for chunk in listed:
        chunk.function = "subject"
    clause.chunks = sorted([*clause.chunks, *listed], key=lambda c: c.first)


def _in_nominative(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a name stands by itself: in the nominative, with a mark behind it and its posts."""
    end = max([phrase.ends[chunk], *(phrase.ends[post] for post in chunk.posts)])
    return "Nom" in phrase.grammar[chunk].cases and phrase.lower(end + 1) in _GOES_ON
