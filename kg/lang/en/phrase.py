"""An English sentence while its phrases are being found: tokens, tags, and which chunk has taken which token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import NamedTuple

from kg.gazetteer import Entry, Gazetteer, only_row
from kg.lang.by_form import ByForm
from kg.lang.columns import at_place, columns, where
from kg.lang.cues import Cues, cues
from kg.lang.en.items import marker
from kg.lang.en.morphology import analyse, singular
from kg.lang.en.tagging import tag
from kg.lang.free_numbers import may_count
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk
from kg.lang.tokens import TOKEN_KINDS, Token, brackets, tokens

_POSSESSIVE = ("'s", "’s", "ʼs")
_SAINTS = frozenset({"st", "saint", "ste", "sainte"})
_ROYAL = cues("en").words["royal"]
_PLURAL_PEOPLE = cues("en").words["people-in-plural"]


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVE) else word


class _Word(NamedTuple):
    """What every occurrence of a word or mark has in common."""

    lower: str
    lemma: str
    bare: str
    possessive: bool
    readings: tuple[Reading, ...]
    counts: bool
    capital: bool  # or initials
    honorific: bool
    post: bool  # may begin one


def _word(kind: str, text: str) -> _Word:
    bare = _without_possessive(text)
    readings = analyse(text) if kind == "word" else ()
    capital = kind == "initials" or (kind == "word" and text[0].isupper())
    low = text.lower()
    honorific = text.replace(" ", "") == "H.E." if kind == "initials" else capital and low in _honorifics()
    lemma, known = singular(bare.lower()), cues("en")
    post = low in known.roles_begin or lemma in known.roles
    return _Word(low, lemma, bare, bare != text, readings, may_count(text, "en"), capital, honorific, post)


_FORMS = {kind: ByForm(partial(_word, kind)) for kind in TOKEN_KINDS}


@cache
def _honorifics() -> frozenset[str]:
    return cues("en").words["honorific"]


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a sentence with their tags and the pairs of its brackets: told once, read twice."""

    tokens: list[Token]
    pairs: dict[int, int]
    tags: list[str]
    lowers: list[str]
    lemmas: list[str]
    bare: list[str]
    readings: list[tuple[Reading, ...]]
    counting: list[int]
    capitals: list[int]
    honorifics: frozenset[int]
    present: frozenset[str]
    posts: list[int]  # where one may begin
    lower: Callable[[int], str]
    lemma: Callable[[int], str]
    possessive: Callable[[int], bool]

    @classmethod
    def of(cls, text: str, start: int, end: int, *, title: bool) -> Words:
        """Cut a sentence into tokens and tag them."""
        cut = tokens(text, start, end)
        told = columns([_FORMS[token.kind][token.text] for token in cut], len(_Word._fields))
        lowers, lemmas, bare, possessives, readings, *flags = told
        counts, capital, honorific, post = flags
        _own_by_apostrophe(cut, lowers, possessives)
        return cls(
            cut,
            brackets(cut),
            tag(cut, title),
            lowers,
            lemmas,
            bare,
            readings,
            where(counts),
            where(capital),
            frozenset(where(honorific)),
            frozenset([*lowers, *lemmas]),
            where(post),
            at_place(lowers, ""),
            at_place(lemmas, ""),
            at_place(possessives, False),
        )


def _own_by_apostrophe(cut: list[Token], lowers: list[str], possessives: list[bool]) -> None:
    """Journalists': note the plurals that an apostrophe makes possessive."""
    if "'" not in lowers and "’" not in lowers:
        return
    for at, low in enumerate(lowers[1:]):
        if low in ("'", "’") and cut[at].text.endswith("s"):
            possessives[at] = True


@dataclass(slots=True)
class Known:
    """What is known before a sentence is read: cue words, the gazetteer, and names met elsewhere in the text."""

    cues: Cues
    gazetteer: Gazetteer
    names: set[str] = field(default_factory=set)
    capitals: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    brands: set[str] = field(default_factory=set)
    programs: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    joined: set[tuple[str, str]] = field(default_factory=set)
    heading: tuple[str, ...] = ()
    embassies: bool = False
    titled: dict[str, str] = field(default_factory=dict)
    town: str = ""
    counted: bool = False  # the sentence before has counted bodies
    there: Chunk | None = None
    assemblies: bool = False


@lru_cache(maxsize=65_536)
def _may_open(gazetteer: Gazetteer, word: str) -> bool:
    return gazetteer.may_open(word)


class Phrase:
    """A sentence's tokens with their tags, and the chunks found so far; a token belongs to one chunk at most."""

    def __init__(self, text: str, words: Words, known: Known, *, title: bool) -> None:
        self.text = text
        self.tokens = tokens = words.tokens
        self.size = len(tokens)
        self.pairs = words.pairs
        self.opens = {close: start for start, close in words.pairs.items()}
        self.known = known
        self.cues = known.cues
        self.title = title
        self.lowers = words.lowers
        self.lemmas = words.lemmas
        self._bare = words.bare
        self.counting = words.counting
        self.capitals = words.capitals  # words with one, and initials
        self.present = words.present  # all words, as they stand and as singulars
        self.honorifics = words.honorifics  # Mr, Dr, H.E.: titles of address, which always begin a person's name
        self.posts = words.posts
        # a token's text in small letters, a noun's singular, whether it owns what follows (the Commission's,
        # Journalists'); nothing outside the sentence
        self.lower = words.lower
        self.lemma = words.lemma
        self.possessive = words.possessive
        self.tags = list(words.tags)
        self.taken: list[Chunk | None] = [None] * len(tokens)
        self.chunks: list[Chunk] = []
        first = marker(tokens) if tokens else 0
        if tokens and self.tags[first] in ("N", "V", "J") and tokens[first].text in known.capitals:
            self.tags[first] = "P"  # a name that the text writes with a capital elsewhere too
        elif (
            tokens
            and self.tags[first] in ("N", "J")
            and tokens[first].capital
            and self.longest_known(first, "Country", "Place", "Organization", longest=1)
        ):
            self.tags[first] = "P"  # Turkmenistan has been ...
        elif tokens and self.tags[first] in ("N", "J", "V") and self._opens_with_letters(first):
            self.tags[first] = "P"  # FIDE was represented by ...
        elif self._begins_a_name():
            self.tags[0] = "P"  # Akimat of Sarydala Region ...

    def _opens_with_letters(self, at: int) -> bool:
        behind = self.tokens[at + 1] if at + 1 < self.size else None
        plain = behind is not None and behind.kind == "word" and not behind.capital
        return plain and self.tokens[at].acronym and len(self.tokens[at].text) > 2 and not self.title

    def _begins_a_name(self) -> bool:
        if not self.tags or self.tags[0] != "N" or self.lemmas[0] not in self.cues.organizations:
            return False
        behind = 3 if self.lower(2) == "the" else 2
        return self.lower(1) == "of" and self.tag(behind) == "P"

    def __len__(self) -> int:
        return self.size

    def tag(self, at: int) -> str:
        """Return a token's tag, "" outside the sentence."""
        return self.tags[at] if 0 <= at < self.size else ""

    def genitive_within(self, at: int) -> bool:
        """Tell whether a plural's possessive at a token goes on inside a name: Employers' Union, Children's Hospital.

        The Republic's President, Kazakhstan's Embassy and the United States' envoy are two names each.
        """
        if not self.possessive(at) or not self.name(at):
            return False
        low = self.bare(at).lower()
        if self.lower(at + 1) == "office" and self.name(at + 1) and low in self.cues.roles:
            return self.taken[at + 1] is None  # General Prosecutor's Office
        if self.tokens[at].text.endswith(_POSSESSIVE) and self._of_a_saint(at):
            return self.name(at + 1) and self.taken[at + 1] is None
        if self.tokens[at].text.endswith(_POSSESSIVE):
            return (low in _PLURAL_PEOPLE or low.endswith("men")) and self.name(at + 1) and self.taken[at + 1] is None
        if not (self.name(at + 2) and self.taken[at + 2] is None) or self.lemmas[at] == low:
            return False
        known = any(self.known_as(self.words(i, at), "Country", "Place") for i in (at - 1, at) if i >= 0)
        return not known and (self.lemmas[at] not in self.cues.organizations or not self._post_at(at + 2))

    def _post_at(self, at: int) -> bool:
        return self.lower(at) in self.cues.roles_begin or self.lemma(at) in self.cues.roles

    def _of_a_saint(self, at: int) -> bool:
        """St Columba's Hospital, Queen's University, King's College: the possessive is part of the name."""
        before = self.lower(at - 1) if self.lower(at - 1) != "." else self.lower(at - 2)
        return (before in _SAINTS and self.name(at - 1 - (self.lower(at - 1) == "."))) or self.bare(at) in _ROYAL

    def bare(self, at: int) -> str:
        """Return a word without its possessive ending."""
        return self._bare[at]

    def name(self, at: int) -> bool:
        """Tell whether a token may be a word of a name."""
        return 0 <= at < self.size and self.tags[at] == "P"

    def words(self, first: int, last: int) -> str:
        """Return the text from one token to another, a possessive ending at its end left out."""
        if first > last:
            return ""
        text = self.text[self.tokens[first].start : self.tokens[last].end]
        return text[:-2] if text.endswith(_POSSESSIVE) else text

    def free(self, first: int, last: int) -> bool:
        """Tell whether no chunk has taken any of the tokens."""
        return not any(self.taken[first : last + 1])

    def chunk(self, kind: str, first: int, last: int, *, label: str, lemma: str, rule: str) -> Chunk:
        """Make a chunk of the tokens; it is not taken yet. Its part in the clause is told later."""
        start, end = self.tokens[first].start, self.tokens[last].end
        if self.tokens[last].text.endswith(_POSSESSIVE):
            end -= 2
        return Chunk(kind, first, last, start, end, label, lemma, rule)

    def take(self, chunk: Chunk) -> Chunk:
        """Give the chunk its tokens and keep it."""
        for i in range(chunk.first, chunk.last + 1):
            self.taken[i] = chunk
        self.chunks.append(chunk)
        return chunk

    def keep(self, chunk: Chunk, within: Chunk) -> Chunk:
        """Keep a chunk that is part of another one's name (Atameken in Presidium of Atameken)."""
        chunk.inside = within
        self.chunks.append(chunk)
        return chunk

    def known_as(self, name: str, *kinds: str) -> Entry | None:
        """Return the one gazetteer row that bears a name, if there is exactly one of the kinds."""
        return only_row(self.known.gazetteer, name, kinds)

    def longest_known(self, at: int, *kinds: str, longest: int = 10) -> tuple[int, Entry] | None:
        """Return where the longest name of the gazetteer ends that begins at a token, and its row."""
        if not _may_open(self.known.gazetteer, self.tokens[at].text):
            return None
        for last in range(min(at + longest, self.size) - 1, at - 1, -1):
            if self.tags[last] not in ("P", "N", "NUM") or (last > at and not self.tokens[last].text[0].isalnum()):
                continue
            if any(map(self.possessive, range(at, last))) and "'" not in self.words(at, last):
                continue
            entry = self.known_as(self.words(at, last), *kinds)
            if entry is not None and (last > at or self._writes(entry, self.bare(at))):
                return last, entry
        return None

    @staticmethod
    def _writes(entry: Entry, word: str) -> bool:
        """Tell whether a row has a single word with these capitals (Us is no US)."""
        return any(name.text == word for name in entry.all_names) or (word[0].isupper() and len(word) > 3)

    def _behind_a_day(self, first: int) -> int:
        """At its 12 March sitting, at the Baku forum: the day or town stands inside the noun's own phrase."""
        day = self.taken[first - 1] if first else None
        if (
            day is None
            or day.kind not in ("Date", "Place")
            or (self.possessive(first - 1) and day.kind != "Date")
            or day.last != first - 1
            or (day.kind == "Date" and self.lemmas[first - 1] in self.cues.words["times"])  # on that day delegates
            or self.taken[first] is day
            or self.tags[first] not in ("N", "J")
        ):
            return first
        return day.first if day.first and self.tags[day.first - 1] in ("D", "O") else first

    def phrase_start(self, first: int) -> int:
        """Return where the noun phrase begins that a chunk's first token belongs to: articles, adjectives, nouns."""
        before = self.taken[first - 1] if first else None
        i = first if before is None or before.kind not in ("Date", "Place") else self._behind_a_day(first)
        while i > 0 and self.taken[i - 1] is None and self.tags[i - 1] in ("D", "O", "J", "NUM", "N", "X", "ADV", "G"):
            if self.tags[i - 1] == "N" and self.tags[i] not in ("N", "P", "J"):
                break
            if self.tags[i - 1] in ("X", "ADV", "G") and self.tags[max(0, i - 2)] not in ("D", "O", "J"):
                break
            i -= 1
            if self.tags[i] in ("D", "O"):
                if i > 0 and self.lowers[i - 1] in ("all", "both", "such", "half"):
                    i -= 1
                break
        return i
