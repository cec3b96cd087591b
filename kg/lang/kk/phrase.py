"""The sentence while its phrases are being found: tokens, readings, and who has taken which token."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple

from kg.gazetteer import Entry, Gazetteer, only_row
from kg.lang.by_form import ByForm
from kg.lang.columns import at_place, columns, where
from kg.lang.cues import Cues, cues, every_cue
from kg.lang.free_numbers import may_count
from kg.lang.kk.alphabet import THERE
from kg.lang.kk.morphology import analyse
from kg.lang.kk.persons import name_like
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk
from kg.lang.tokens import TOKEN_KINDS, Token, is_acronym
from kg.names import fold

FUNCTION_OF_CASE = {
    "": "",
    "Nom": "subject",
    "Gen": "owner",
    "Dat": "to",
    "Acc": "object",
    "Loc": "at",
    "Abl": "from",
    "Ins": "with",
}
VERBAL = ("VERB", "AUX")
_NO_LEMMAS: frozenset[str] = frozenset()
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})


@dataclass(slots=True)
class Known:
    """What is known before a sentence is read: the cue words, the gazetteer, and names met elsewhere in the text."""

    cues: Cues
    gazetteer: Gazetteer
    names: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)  # what only a post has shown to be a body
    towns: set[str] = field(default_factory=set)  # what a noun for a place has shown to be one
    plenary: set[str] = field(default_factory=set)
    quoted: dict[str, str] = field(default_factory=dict)


class _Form(NamedTuple):
    """What every occurrence of a word or mark has in common."""

    lower: str
    counts: bool
    readings: tuple[Reading, ...] = ()
    first: Reading | None = None
    nominal: Reading | None = None
    verbal: Reading | None = None
    heads: tuple[tuple[str, Reading], ...] = ()
    lemmas: frozenset[str] = frozenset()
    nominatives: tuple[Reading | None, ...] = (None,)
    capital: bool = False
    name_like: bool = False
    begins_person: bool = False
    partakes: bool = False  # may be a noun for an encounter, a delegation or side, or ол


def _form(kind: str, text: str) -> _Form:
    """Return what a token of a kind is understood as by its form alone."""
    lower, counts = text.lower(), may_count(text, "kk")
    if kind not in ("word", "number"):
        return _Form(lower, counts, begins_person=kind == "initials")
    readings, word = analyse(text), kind == "word"
    nominal = next((r for r in readings if r.pos in NOMINAL), None)
    heads = _head_lemmas(text) if word else ()
    named = word and name_like(text)
    return _Form(
        lower,
        counts,
        readings,
        first=readings[0] if readings else None,
        nominal=nominal,
        verbal=next((r for r in readings if r.pos in VERBAL or r.verb_form), None),
        heads=heads,
        lemmas=frozenset(r.lemma for r in readings),
        nominatives=distinct(text, readings),
        capital=word and (text[0].isupper() or is_acronym(text)),
        name_like=named,
        begins_person=named,
        partakes=bool(heads)
        or _takes_part(nominal)
        or (bool(readings) and readings[0].lemma in ("ол", "олар"))
        or lower == "екеуі",
    )


_FORMS = {kind: ByForm(partial(_form, kind)) for kind in TOKEN_KINDS}


def _takes_part(nominal: Reading | None) -> bool:
    return nominal is not None and (
        nominal.lemma in cues("kk").words["delegations"] or nominal.lemma in cues("kk").words["side"]
    )


def distinct(text: str, readings: tuple[Reading, ...]) -> tuple[Reading | None, ...]:
    """Return the readings of a form that give different nominatives, the bare form among them; None when none does."""
    found: dict[str, Reading | None] = {}
    for reading in readings:
        if reading.pos in ("NOUN", "PROPN", "ADJ", "X"):
            found.setdefault(reading.nominative or text, reading)
    return tuple(found.values()) or (None,)


def _head_lemmas(form: str) -> tuple[tuple[str, Reading], ...]:
    """Return the lemmas of a form that may be cue words, likeliest first, each with its reading.

    A capital may hide a common noun (Сотында is a form of сот), a hyphen the noun that counts (бизнес-форум), and an
    abbreviation stands as it is (ЖШС-нің).
    """
    readings = analyse(form)
    if form[0].isupper():
        readings += analyse(form.lower())
    known, events = every_cue("kk"), cues("kk").events
    found: dict[str, Reading] = {}
    for reading in readings:
        if reading.pos in NOMINAL:
            for lemma in (reading.lemma, reading.lemma.lower()):
                if lemma in known:
                    found.setdefault(lemma, reading)
    for reading in readings:
        tail = reading.lemma.lower().rpartition("-")[2]
        if reading.pos in NOMINAL and "-" in reading.lemma:
            first = reading.lemma.lower().partition("-")[0]  # семинар-жаттығу
            if tail in known or first in events:
                found.setdefault(tail if tail in known else first, reading)
    for reading in readings if not found else ():
        inner = _compounded(reading.lemma.lower(), known) if reading.pos in NOMINAL else ""
        if inner:
            found.setdefault(inner, reading)
    stem = form.split("-", maxsplit=1)[0]
    if stem.isupper() and stem in known and readings:
        found.setdefault(stem, readings[0])
    return tuple(found.items())


def _compounded(lemma: str, cues: frozenset[str]) -> str:
    """Return the head noun that a compound ends in (агроуниверситет), if it is a long one."""
    for length in range(7, len(lemma) - 2):
        if lemma[-length:] in cues:
            return lemma[-length:]
    return ""


@lru_cache(maxsize=65_536)
def _begins_known_name(gazetteer: Gazetteer, word: str) -> bool:
    return _first_word(word) in _first_words(gazetteer)


def _first_word(name: str) -> str:
    found = re.match(r"\w+", fold(name))
    return found.group() if found else ""


@lru_cache(maxsize=4)
def _first_words(gazetteer: Gazetteer) -> frozenset[str]:
    return frozenset(_first_word(name) for name, _, _ in gazetteer.folded_names() if not name.isalpha())


def _short_quotes(tokens: list[Token], pairs: dict[int, int]) -> frozenset[int]:
    """Return the tokens inside short quotes that no comma follows: names («Ашық абақты» тақырыбы), not speech."""
    inside: set[int] = set()
    for start, close in pairs.items():
        following = tokens[close + 1].text if close + 1 < len(tokens) else "."
        if tokens[start].kind == "quote" and close - start <= 7 and following != ",":
            inside.update(range(start + 1, close))
    return frozenset(inside)


class Phrase:
    """A sentence's tokens with their readings, and the chunks found so far; a token belongs to one chunk at most."""

    def __init__(self, text: str, tokens: list[Token], pairs: dict[int, int], known: Known) -> None:
        self.text = text
        self.tokens = tokens
        self.size = len(tokens)
        self.pairs = pairs
        self.opens = {close: start for start, close in pairs.items()}
        self.quoted_names = _short_quotes(tokens, pairs)
        self.known = known
        self.cues = known.cues
        told = columns([_FORMS[token.kind][token.text] for token in tokens], len(_Form._fields))
        (lowers, counts, readings, firsts, nominals, verbals, heads, lemmas, nominatives, *flags) = told
        capital, name_like, begins_person, partakes = flags
        self.lowers: list[str] = lowers
        self._lemmas: list[frozenset[str]] = lemmas
        self.readings: list[tuple[Reading, ...]] = readings
        self.nominals: list[Reading | None] = nominals
        self.name_like: list[bool] = name_like
        self.capitals = where(capital)
        self.counting = where(counts)
        self.with_head = where(heads)  # where a cue word ends
        self.begin_people = where(begins_person)
        self.partaking = where(partakes)
        # a token's text in small letters, its likeliest reading, what cue word it may end; nothing outside the sentence
        self.lower: Callable[[int], str] = at_place(lowers, "")
        self.first: Callable[[int], Reading | None] = at_place(firsts, None)
        self._heads: Callable[[int], tuple[tuple[str, Reading], ...]] = at_place(heads, ())
        # its likeliest reading as a noun, adjective or pronoun; as a verb or what is made of one
        self.nominal: Callable[[int], Reading | None] = nominals.__getitem__
        self.verbal: Callable[[int], Reading | None] = verbals.__getitem__
        # its readings that give different nominatives, (None,) for one that has none
        self.nominatives: Callable[[int], tuple[Reading | None, ...]] = nominatives.__getitem__
        self.taken: list[Chunk | None] = [None] * self.size
        self.chunks: list[Chunk] = []

    def forget_chunks(self) -> None:
        """Begin anew, without the chunks found so far."""
        self.taken = [None] * self.size
        self.chunks = []

    def __len__(self) -> int:
        return self.size

    def lemmas(self, at: int) -> frozenset[str]:
        """Return the dictionary forms that a token may have, none outside the sentence."""
        return self._lemmas[at] if 0 <= at < self.size else _NO_LEMMAS

    def pos(self, at: int) -> str:
        """Return the likeliest part of speech of a token."""
        reading = self.first(at)
        return reading.pos if reading else "PUNCT"

    def head(self, at: int, lemmas: Container[str]) -> tuple[int, str, Reading] | None:
        """Return (first token, lemma, reading) if a word of ``lemmas`` ends at the token; two-word ones come first."""
        heads = self._heads(at)
        if not heads:
            return None
        before = self.lowers[at - 1] if at else ""
        for lemma, reading in heads:
            two = f"{before} {lemma}"
            if two in lemmas:
                return at - 1, two, reading
            if lemma in lemmas:
                return at, lemma, reading
        return None

    def function(self, at: int, reading: Reading | None = None) -> str:
        """Return what part the phrase that ends in this token plays, by its case ending."""
        if self.lower(at).endswith(THERE) and (reading is None or reading.pos == "ADJ" or not reading.case):
            return "attributive"
        reading = reading or self.nominal(at)
        return FUNCTION_OF_CASE.get(reading.case or "Nom", "") if reading else "subject"

    def words(self, first: int, last: int) -> str:
        """Return the text from one token to another."""
        return self.text[self.tokens[first].start : self.tokens[last].end] if first <= last else ""

    def named(self, first: int, last: int, reading: Reading | None) -> str:
        """Return a phrase in the nominative: the words as they stand, the last one without its case ending."""
        nominative = (reading.nominative if reading else "") or self.tokens[last].text
        if first == last:
            return nominative
        return f"{self.text[self.tokens[first].start : self.tokens[last].start]}{nominative}"

    def free(self, first: int, last: int) -> bool:
        """Tell whether no chunk has taken any of the tokens."""
        return not any(self.taken[first : last + 1])

    def take(self, chunk: Chunk) -> Chunk:
        """Give the chunk its tokens and keep it; a smaller chunk inside it becomes part of its name."""
        for i in range(chunk.first, chunk.last + 1):
            old = self.taken[i]
            if old is not None and old is not chunk and chunk.first <= old.first and old.last <= chunk.last:
                old.flags.add("absorbed")  # ҚР in ҚР Сыртқы істер министрлігі
            self.taken[i] = chunk
        self.chunks.append(chunk)
        return chunk

    def chunk(self, kind: str, first: int, last: int, *, label: str, lemma: str, rule: str, function: str) -> Chunk:
        """Make a chunk of the tokens; it is not taken yet."""
        start, end = self.tokens[first].start, self.tokens[last].end
        return Chunk(kind, first, last, start, end, label, lemma, rule, function)

    def before(self, at: int) -> Chunk | None:
        """Return the chunk that ends right before a token (closing quotes, asides and where a body is left out)."""
        i = at - 1
        while (
            i >= 0
            and self.taken[i] is None
            and (self.tokens[i].text in "»”)" or self.lower(i) in ("да", "де", "та", "те"))
        ):
            i = self.opens[i] - 1 if self._says_where(i) else i - 1
        return self.taken[i] if i >= 0 else None

    def _says_where(self, close: int) -> bool:
        """Tell whether a bracket ends here that holds only a name of a state or place, known or not.

        Музейінің (Германия) директоры, университетінің (Нойбург) ректоры.
        """
        start = self.opens.get(close)
        if start is None or self.tokens[close].text != ")" or not 1 <= close - start - 1 <= 3:
            return False
        inside = self.taken[close - 1]
        if inside is None:
            return all(self.tokens[i].capital and self.taken[i] is None for i in range(start + 1, close))
        return inside.kind in ("Country", "Place") and (inside.first, inside.last) == (start + 1, close - 1)

    def touching(self, before: Chunk, first: int) -> bool:
        """Tell whether nothing stands between a chunk and a token but closing marks, its own brackets, да or де."""
        if before.last + 1 < first - 1 and self._says_where(first - 1) and self.opens[first - 1] == before.last + 1:
            return True
        between = range(before.last + 1, first)
        return before.last < first and all(
            self.taken[i] is before or self.tokens[i].text in "»”)" or self.lower(i) in ("да", "де", "та", "те")
            for i in between
        )

    def begins_known_name(self, at: int) -> bool:
        """Tell whether a name of several words in the gazetteer begins with the token as it stands."""
        return _begins_known_name(self.known.gazetteer, self.tokens[at].text)

    def known_as(self, name: str, *kinds: str) -> Entry | None:
        """Return the one gazetteer row that bears a name, if there is exactly one of the kinds."""
        return only_row(self.known.gazetteer, name, kinds)
