"""The Russian sentence while its phrases are being found: word forms, noun groups, and who has which token."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from kg.gazetteer import Entry
from kg.lang.by_form import ByForm
from kg.lang.columns import at_place, columns, where
from kg.lang.cues import cues
from kg.lang.free_numbers import may_count
from kg.lang.reading import Reading
from kg.lang.ru.grammar import Grammar, Group, adjectives_of, nouns_of, verb_of
from kg.lang.ru.known import Known
from kg.lang.ru.morphology import CASES, Form, analyse, forms, inflected, lemma_of
from kg.lang.ru.names import name_like
from kg.lang.ru.prepositions import COMPOUND, GOVERNED, LENGTHS_BY_LAST
from kg.lang.syntax import Chunk
from kg.lang.tokens import TOKEN_KINDS, Token, is_acronym

_NONE: frozenset[str] = frozenset()
_QUANTIFIERS = frozenset({"весь", "оба", "сам", "один", "его", "её", "их", "свой"})
_WORDS = cues("ru").words
# реорганизация is no body.
_NO_SECOND_PART = _WORDS["no-second-part"]
# Encounters that other nouns are compounded on.
_ENCOUNTERS = _WORDS["compounded-encounters"]
_COMPOUNDED = _WORDS["compounded-before"]  # компания-производитель, город-побратим


@lru_cache(maxsize=65_536)
def compounded_on(lemma: str) -> str:
    """Return the kind of body that a noun is compounded on, "" if none: агроколледж, медуниверситет, облсуд."""
    kinds = cues("ru").organizations
    ends = (lemma[at:] for at in range(3, len(lemma) - 5))
    return next((end for end in ends if kinds.get(end) == "" and end not in _NO_SECOND_PART), "")


class _Word(NamedTuple):
    """What every occurrence of a word or mark has in common."""

    lower: str
    forms: tuple[Form, ...]
    lemmas: frozenset[str]
    readings: tuple[Reading, ...]
    name_like: bool
    begins_person: bool
    counts: bool
    capital: bool
    verb: Form | None  # its reading as a verb
    surely: bool  # that is what it is, even where a noun group might have it
    modal: bool  # may take a clause away from the facts


def _word(kind: str, text: str) -> _Word:
    if kind != "word":
        return _Word(
            text.lower(), (), _NONE, (), False, kind == "initials", may_count(text, "ru"), False, None, True, False
        )
    found = forms(text)
    named = not is_acronym(text) and name_like(text)
    lemmas = frozenset(f.lemma for f in found)
    verb, surely = verb_of(text)
    counts, capital = may_count(text, "ru"), text[0].isupper()
    low, known = text.lower(), cues("ru").modality
    modal = low in known or not lemmas.isdisjoint(known)
    return _Word(low, found, lemmas, analyse(text), named, named, counts, capital, verb, surely, modal)


_FORMS = {kind: ByForm(partial(_word, kind)) for kind in TOKEN_KINDS}


@lru_cache(maxsize=65_536)
def _noun_in_nominative(word: str, lemma: str, number: str) -> str:
    form = next((f for f in nouns_of(word) if f.lemma == lemma and f.number == number), None)
    if form is None or form.fixed or form.case == "Nom":
        return word
    return inflected(word, form.lemma, "NOUN", "Nom", number)


@lru_cache(maxsize=65_536)
def _adjective_in_nominative(word: str, number: str, cases: tuple[str, ...], gender: str) -> str:
    form = next((f for f in adjectives_of(word) if f.number == number and f.case in cases), None)
    return word if form is None else inflected(word, form.lemma, form.pos, "Nom", number, gender)


@lru_cache(maxsize=65_536)
def encounter_in(lemma: str) -> str:
    """Return the encounter that a noun is compounded on, "" if none: инвестфорум, киновыставка, микросеминар."""
    return next((end for end in _ENCOUNTERS if lemma.endswith(end) and len(lemma) > len(end) + 2), "")


@lru_cache(maxsize=65_536)
def _with_modifier(word: str, lemma: str, gender: str) -> str:
    """Return a noun with the word before it in the nominative, if that is an adjective: круглый стол."""
    form = next(iter(adjectives_of(word)), None)
    if form is None:
        return ""
    return f"{inflected(word.lower(), form.lemma, form.pos, 'Nom', 'Sing', gender)} {lemma}"


class Phrase:
    """A sentence's tokens with their forms, and the chunks found so far; a token belongs to one chunk at most."""

    def __init__(self, text: str, tokens: list[Token], pairs: dict[int, int], known: Known) -> None:
        self.text = text
        self.tokens = tokens
        self.size = len(tokens)
        self.pairs = pairs
        self.opens = {close: start for start, close in pairs.items()}
        self.known = known
        self.cues = known.cues
        told = columns([_FORMS[token.kind][token.text] for token in tokens], len(_Word._fields))
        (lowers, forms, lemmas, readings, name_like, *flags) = told
        begins_person, counts, capital, verbs, surely, modal = flags
        self.lowers: list[str] = lowers
        self.forms: list[tuple[Form, ...]] = forms
        self._lemmas: list[frozenset[str]] = lemmas
        self.readings: list[tuple[Reading, ...]] = readings
        self.name_like: list[bool] = name_like
        self.modal: list[bool] = modal
        self.counting = where(counts)
        self.begin_people = where(begins_person)
        self.capitals = where(capital)
        self.verbs: dict[int, tuple[Form, bool]] = {at: (verbs[at], surely[at]) for at in where(verbs)}
        # a token's text in small letters, the dictionary forms that it may have; nothing outside the sentence
        self.lower: Callable[[int], str] = at_place(lowers, "")
        self.lemmas: Callable[[int], frozenset[str]] = at_place(lemmas, _NONE)
        self._first_word = next((at for at, token in enumerate(tokens) if token.kind == "word"), self.size)
        self.taken: list[Chunk | None] = [None] * len(tokens)
        self.chunks: list[Chunk] = []
        self.grammar: dict[Chunk, Grammar] = {}
        self.ends: dict[Chunk, int] = {}
        self.begins: dict[int, Chunk] = {}
        self.groups: dict[int, Group] = {}

    def lemmas_among(self, first: int, end: int) -> frozenset[str]:
        """Return the dictionary forms that the tokens from one to another (excluded) may have."""
        return _NONE.union(*self._lemmas[first:end])

    def capital(self, at: int) -> bool:
        """Tell whether a word has a capital that is not merely that of a sentence's first word."""
        return self.tokens[at].capital and not self.opening(at)

    def opening(self, at: int) -> bool:
        """Tell whether a token is the first word of a sentence or of a quoted one."""
        return at <= self._first_word or self.tokens[at - 1].text == ":"

    def words(self, first: int, last: int) -> str:
        """Return the text from one token to another."""
        return self.text[self.tokens[first].start : self.tokens[last].end] if first <= last else ""

    def free(self, first: int, last: int) -> bool:
        """Tell whether no chunk has taken any of the tokens."""
        return not any(self.taken[first : last + 1])

    def take(self, chunk: Chunk, grammar: Grammar, end: int | None = None) -> Chunk:
        """Give the chunk its tokens and keep it; a smaller chunk inside it becomes part of its name."""
        for i in range(chunk.first, chunk.last + 1):
            old = self.taken[i]
            if old is not None and old is not chunk and chunk.first <= old.first and old.last <= chunk.last:
                old.flags.add("absorbed")
            self.taken[i] = chunk
        self.chunks.append(chunk)
        self.grammar[chunk] = grammar
        self.ends[chunk] = chunk.last if end is None else end
        if 0 <= grammar.begin < chunk.first:
            self.begins[grammar.begin] = chunk
        return chunk

    def drop(self, chunk: Chunk) -> None:
        """Forget a chunk."""
        chunk.flags.add("absorbed")
        for i in range(len(self.taken)):
            if self.taken[i] is chunk:
                self.taken[i] = None

    def chunk(self, kind: str, first: int, last: int, *, label: str, lemma: str, rule: str) -> Chunk:
        """Make a chunk of the tokens; it is not taken yet."""
        return Chunk(kind, first, last, self.tokens[first].start, self.tokens[last].end, label, lemma, rule)

    def known_as(self, name: str, *kinds: str) -> Entry | None:
        """Return the one gazetteer row that bears a name, if there is exactly one of the kinds."""
        return self.known.row(name, kinds)

    def starting(self, at: int) -> Chunk | Group | None:
        """Return what begins at a token: the outermost chunk, else the noun group."""
        if not 0 <= at < self.size:
            return None
        chunk = self.taken[at]
        if chunk is not None:
            return chunk if chunk.first == at else None
        later = self.begins.get(at)
        if later is not None and "absorbed" not in later.flags and self.taken[later.first] is later:
            return later
        return self.groups.get(at)

    def begin_of(self, chunk: Chunk) -> int:
        """Return the first token of a chunk's whole phrase: its modifiers, the posts before a name."""
        own = self.grammar[chunk].begin
        first = own if 0 <= own < chunk.first else chunk.first
        for post in chunk.posts:
            if post.first < chunk.first:
                first = min(first, self.begin_of(post))
        if chunk.kind == "Person" and not chunk.posts and (noun := self._apposition(first, self.grammar[chunk].cases)):
            return noun.first
        return first

    def apposition(self, chunk: Chunk) -> Group | None:
        """Return the noun before a name that says who it is."""
        if chunk.kind != "Person" or chunk.posts:
            return None
        return self._apposition(chunk.first, self.grammar[chunk].cases)

    def _apposition(self, first: int, cases: tuple[str, ...]) -> Group | None:
        """своего коллегу Николя Саркози: the noun before a name that says who it is, in the same case."""
        for begin in range(first - 1, max(first - 4, -1), -1):
            group = self.groups.get(begin)
            if group is not None:
                fits = (
                    group.last == first - 1
                    and group.animate
                    and group.kind == "noun"
                    and self.taken[group.head] is None
                )
                return group if fits and set(group.cases) & set(cases) - {"Gen"} else None
        return None

    def cases_of(self, thing: Chunk | Group) -> tuple[str, ...]:
        """Return the cases that a chunk or group can be in."""
        return thing.cases if isinstance(thing, Group) else self.grammar[thing].cases

    def end_of(self, thing: Chunk | Group) -> int:
        """Return the last token of a chunk's whole phrase, owners included."""
        return thing.last if isinstance(thing, Group) else self.ends[thing]

    # -- cases -------------------------------------------------------------------------------------------------

    def nominative(self, group: Group, begin: int | None = None) -> str:
        """Return a group in the nominative (singular or plural as it stands), from a token of it on."""
        begin = group.first if begin is None else begin
        parts = []
        for i in range(begin, group.last + 1):
            token = self.tokens[i]
            space = self.text[self.tokens[i - 1].end : token.start] if i > begin else ""
            parts.append(space + self._nominative_word(group, i))
        return "".join(parts)

    def _nominative_word(self, group: Group, at: int) -> str:
        token = self.tokens[at]
        if token.kind != "word" or (group.kind == "acronym" and at == group.head):
            return token.text
        if at == group.head:
            return _noun_in_nominative(token.text, group.lemma, group.number)
        if self.lowers[at] in ("и", ","):
            return token.text
        if self.forms[at] and self.forms[at][0].pos == "ADVB":
            return token.text
        return _adjective_in_nominative(token.text, group.number, group.cases, group.gender)

    # -- prepositions ------------------------------------------------------------------------------------------

    def preposition(self, first: int) -> tuple[str, int]:
        """Return the preposition right before a token (several words count as one) and where it begins."""
        while first > 0 and self.forms[first - 1] and self._quantifies(first - 1):
            first -= 1
        word = self.lower(first - 1)
        for length in LENGTHS_BY_LAST.get(word, ()):
            begin = first - length
            if begin >= 0:
                words = " ".join(self.lowers[begin:first])
                if words in COMPOUND:
                    return words, begin
        day = self.taken[first - 1] if first else None
        if day is not None and day.kind == "Date":
            return "", first  # Накануне X встретился с Y: the word is a day, no preposition
        return (word, first - 1) if word in GOVERNED else ("", first)

    def _quantifies(self, at: int) -> bool:
        """обеих, двумя, всех: words that stand between a preposition and the noun that it governs."""
        return self.forms[at][0].pos == "NUMR" or bool(self.lemmas(at) & _QUANTIFIERS)

    def head(self, group: Group, table: Mapping[str, object]) -> str:
        """Return the word of a table that a group's head is, with a modifier of it first (круглый стол), else ""."""
        if group.head > group.first and group.kind == "noun":
            both = _with_modifier(self.tokens[group.head - 1].text, group.lemma, group.gender or "Masc")
            if both in table:
                return both
        if group.lemma in table:
            return group.lemma
        first, _, tail = group.lemma.rpartition("-")
        if first and tail in table and tail not in ("центр", "дом"):
            return tail
        if first in table and first in _COMPOUNDED:
            return first
        if table is self.cues.events:
            return encounter_in(group.lemma)
        return compounded_on(group.lemma) if table is self.cues.organizations else ""


__all__ = ["CASES", "Grammar", "Group", "Known", "Phrase", "adjectives_of", "nouns_of"]


def head_of(name: str) -> str:
    """Return the dictionary form of the noun that a body's name is built on: the first one of it."""
    for word in name.replace("«", " ").replace("»", " ").split(" "):
        if word and nouns_of(word) and not (adjectives_of(word) and word[-2:] in ("ый", "ий", "ая", "ое", "ой")):
            return lemma_of(word)
    return lemma_of(name.split(" ", maxsplit=1)[0])
