"""An English sentence while its phrases are being found: tokens, tags, and which chunk has taken which token."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from kg.gazetteer import Entry, Gazetteer
from kg.lang.cues import Cues
from kg.lang.en.items import marker
from kg.lang.en.morphology import singular
from kg.lang.en.tagging import tag
from kg.lang.syntax import Chunk
from kg.lang.tokens import Token, brackets, tokens

_POSSESSIVE = ("'s", "’s", "ʼs")
_PLURAL_PEOPLE = frozenset({"children", "women", "men", "people", "youth"})


@lru_cache(maxsize=65_536)
def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVE) else word


@lru_cache(maxsize=65_536)
def _lemma(word: str) -> str:
    return singular(_without_possessive(word).lower())


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a sentence with their tags and the pairs of its brackets: told once, read twice."""

    tokens: list[Token]
    pairs: dict[int, int]
    tags: list[str]
    possessives: list[bool]

    @classmethod
    def of(cls, text: str, start: int, end: int, *, title: bool) -> Words:
        """Cut a sentence into tokens and tag them."""
        cut = tokens(text, start, end)
        return cls(cut, brackets(cut), tag(cut, title), [_possessive(cut, at) for at in range(len(cut))])


def _possessive(cut: list[Token], at: int) -> bool:
    word = cut[at].text
    if word.endswith(_POSSESSIVE):
        return True
    return word.endswith("s") and at + 1 < len(cut) and cut[at + 1].text in ("'", "’")


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
    embassies: bool = False


class Phrase:
    """A sentence's tokens with their tags, and the chunks found so far; a token belongs to one chunk at most."""

    def __init__(self, text: str, words: Words, known: Known, *, title: bool) -> None:
        self.text = text
        self.tokens = tokens = words.tokens
        self.pairs = words.pairs
        self.opens = {close: start for start, close in words.pairs.items()}
        self.known = known
        self.cues = known.cues
        self.title = title
        self.lowers = [token.text.lower() for token in tokens]
        self.lemmas = [_lemma(token.text) for token in tokens]
        self.possessives = words.possessives
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
        elif self._begins_a_name():
            self.tags[0] = "P"  # Akimat of Sarydala Region ...

    def _begins_a_name(self) -> bool:
        if not self.tags or self.tags[0] != "N" or self.lemmas[0] not in self.cues.organizations:
            return False
        behind = 3 if self.lower(2) == "the" else 2
        return self.lower(1) == "of" and self.tag(behind) == "P"

    def __len__(self) -> int:
        return len(self.tokens)

    def lower(self, at: int) -> str:
        """Return a token's text in small letters, "" outside the sentence."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def tag(self, at: int) -> str:
        """Return a token's tag, "" outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def possessive(self, at: int) -> bool:
        """Tell whether a word ends in 's (the Commission's) or is a plural with an apostrophe (Journalists')."""
        return 0 <= at < len(self.possessives) and self.possessives[at]

    def genitive_within(self, at: int) -> bool:
        """Tell whether a plural's possessive at a token goes on inside a name: Employers' Union, Children's Hospital.

        The Republic's President, Kazakhstan's Embassy and the United States' envoy are two names each.
        """
        if not self.possessive(at) or not self.name(at):
            return False
        low = self.bare(at).lower()
        if self.lower(at + 1) == "office" and self.name(at + 1) and low in self.cues.roles:
            return self.taken[at + 1] is None  # General Prosecutor's Office
        if self.tokens[at].text.endswith(_POSSESSIVE):
            return low in _PLURAL_PEOPLE and self.name(at + 1) and self.taken[at + 1] is None
        if not (self.name(at + 2) and self.taken[at + 2] is None) or self.lemmas[at] == low:
            return False
        known = any(self.known_as(self.words(i, at), "Country", "Place") for i in (at - 1, at) if i >= 0)
        return self.lemmas[at] not in self.cues.organizations and not known

    def bare(self, at: int) -> str:
        """Return a word without its possessive ending."""
        return _without_possessive(self.tokens[at].text)

    def lemma(self, at: int) -> str:
        """Return a noun's singular in small letters."""
        return self.lemmas[at] if 0 <= at < len(self.lemmas) else ""

    def name(self, at: int) -> bool:
        """Tell whether a token may be a word of a name."""
        return 0 <= at < len(self.tags) and self.tags[at] == "P"

    def words(self, first: int, last: int) -> str:
        """Return the text from one token to another, a possessive ending at its end left out."""
        if first > last:
            return ""
        text = self.text[self.tokens[first].start : self.tokens[last].end]
        return text[:-2] if text.endswith(_POSSESSIVE) else text

    def free(self, first: int, last: int) -> bool:
        """Tell whether no chunk has taken any of the tokens."""
        return all(chunk is None for chunk in self.taken[first : last + 1])

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
        for kind in kinds:
            found = self.known.gazetteer.find(name, None, kind)
            if len(found) == 1:
                return found[0]
        return None

    def longest_known(self, at: int, *kinds: str, longest: int = 10) -> tuple[int, Entry] | None:
        """Return where the longest name of the gazetteer ends that begins at a token, and its row."""
        if not self.known.gazetteer.may_open(self.tokens[at].text):
            return None
        for last in range(min(at + longest, len(self)) - 1, at - 1, -1):
            if self.tags[last] not in ("P", "N", "NUM") or (last > at and not self.tokens[last].text[0].isalnum()):
                continue
            if any(self.possessive(i) for i in range(at, last)) and "'" not in self.words(at, last):
                continue
            entry = self.known_as(self.words(at, last), *kinds)
            if entry is not None and (last > at or self._writes(entry, self.bare(at))):
                return last, entry
        return None

    @staticmethod
    def _writes(entry: Entry, word: str) -> bool:
        """Tell whether a row has a single word with these capitals (Us is no US)."""
        return any(name.text == word for name in entry.all_names) or (word[0].isupper() and len(word) > 3)

    def phrase_start(self, first: int) -> int:
        """Return where the noun phrase begins that a chunk's first token belongs to: articles, adjectives, nouns."""
        i = first
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
