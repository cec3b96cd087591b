"""The words of a language that carry facts: head nouns, verbs, words of modality, as data that a linguist can edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from functools import lru_cache
from pathlib import Path


def _entries(path: Path) -> list[str]:
    rows = path.read_text("utf-8").splitlines()
    return [row.strip() for row in rows if row.strip() and not row.startswith("#")]


def _first_words(table: Iterable[str]) -> frozenset[str]:
    return frozenset(name.split(" ")[0] for name in table)


def _spelt_out(row: Iterable[str], rows: dict[str, list[str]]) -> Iterator[str]:
    """Yield the words of a row, those of a shared one in place of its name: @firms."""
    for word in row:
        yield from rows[word] if word.startswith("@") else (word,)


class Cues:
    """The cue words of one language, read from its folder ``cues``."""

    def __init__(self, folder: Path) -> None:
        self.organizations = self._flagged(folder / "organizations.txt")
        self.regional = frozenset(name for name, flag in self.organizations.items() if flag == "region")
        self.roles = self._flagged(folder / "roles.txt")
        self.places = self._flagged(folder / "places.txt")
        self.programs = self._flagged(folder / "programs.txt")
        self.agreements = self._flagged(folder / "agreements.txt")
        self.events = self._events(folder / "events.txt")
        self.organizations_end = frozenset(name.rpartition(" ")[2] for name in self.organizations)
        # the first words of all posts, agreements and encounters: what begins with no other need not be put together
        self.roles_begin = _first_words(self.roles)
        self.agreements_begin = _first_words(self.agreements)
        self.events_begin = _first_words(self.events)
        self.verbs = self._phrases(folder / "verbs.txt")
        self.posts_of_verbs = self._events(folder / "posts-of-verbs.txt")
        self.modality = self._phrases(folder / "modality.txt")
        self.words = {key: frozenset(values) for key, values in self._lists(folder / "words.txt").items()}
        # a would-be president stands as a former one does; what he merely is, is asked besides
        self.words["former"] |= self.words["merely"]
        self.synonyms = self._synonyms(folder / "synonyms.txt")
        behind = self._lists(folder / "postpositions.txt")
        self.postpositions = {word: part for part, words in behind.items() for word in words}
        posts = self._lists(folder / "bodies-of-posts.txt")
        self.bodies_of_post = {post: set(_spelt_out(bodies, posts)) for post, bodies in posts.items()}
        self.not_organizations = frozenset(_entries(folder / "not-organizations.txt"))

    @staticmethod
    def _flagged(path: Path) -> dict[str, str]:
        return {name: flag for name, _, flag in (row.partition("\t") for row in _entries(path))}

    @staticmethod
    def _events(path: Path) -> dict[str, tuple[str, str]]:
        found = {}
        for row in _entries(path):
            lemma, kind, flag, *_ = (*row.split("\t"), "", "")
            found[lemma] = (kind, flag)
        return found

    @staticmethod
    def _synonyms(path: Path) -> dict[str, set[str]]:
        """Return, for each word that may take a body up, the head nouns of the bodies that it may mean."""
        found: dict[str, set[str]] = {}
        for row in _entries(path):
            first, *others = (word.strip() for word in row.split(","))
            for word in (first, *others):
                found.setdefault(word, {word}).add(first)
        return found

    @staticmethod
    def _lists(path: Path) -> dict[str, list[str]]:
        """Return the words of each row; no key stands in two rows (tests/lang/test_cues.py)."""
        rows = (row.partition(":") for row in _entries(path))
        return {key.strip(): [word.strip() for word in rest.split(",")] for key, _, rest in rows}

    @classmethod
    def _phrases(cls, path: Path) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """Return, for each last word, the (words before it, concept) that end in it, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for concept, phrases in cls._lists(path).items():
            for phrase in phrases:
                *before, last = phrase.split()
                found.setdefault(last, []).append((tuple(before), concept))
        return {last: tuple(sorted(rest, key=lambda item: (-len(item[0]), item))) for last, rest in found.items()}


@lru_cache(maxsize=8)
def cues(language: str) -> Cues:
    """Return the cue words of a language that has a folder here."""
    return Cues(Path(__file__).parent / language / "cues")


@lru_cache(maxsize=8)
def joint_cues(language: str, others: tuple[str, ...]) -> Cues:
    """Return the cue words of a language with those of the languages of some paragraphs; its own come first."""
    joint = copy(cues(language))
    for other in map(cues, others):
        joint.organizations = other.organizations | joint.organizations
        joint.regional = joint.regional | other.regional
        joint.posts_of_verbs = other.posts_of_verbs | joint.posts_of_verbs
        joint.synonyms = other.synonyms | joint.synonyms
        joint.bodies_of_post = other.bodies_of_post | joint.bodies_of_post
        joint.words = {key: words | other.words.get(key, frozenset()) for key, words in joint.words.items()}
    return joint


@lru_cache(maxsize=8)
def every_cue(language: str) -> frozenset[str]:
    """Return every head noun of a language, and the last word of those that have two."""
    known = cues(language)
    tables = (known.organizations, known.roles, known.places, known.programs, known.agreements, known.events)
    names = {name for table in tables for name in table}
    return frozenset(names | {name.split(" ")[-1] for name in names})
