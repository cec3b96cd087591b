"""The people of one announcement, found by a name that may be theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.lang.likeness import readings
from kg.lang.person_names import SURNAME, PersonName, by_father, compatible, may_be_called, of_one_father, split_name
from kg.lang.syntax import Chunk
from kg.names import fold

_BEGINNING = 3  # letters that a surname has in common with its cases


@dataclass(slots=True)
class Human:
    """A person of one announcement.

    ``variants`` are the forms of the name, each with its language; ``posts`` are (role label folded, body key, kind of
    post, ended), ``got`` those that are being given, as (body key, kind, day), ``given`` those given on a day that is
    not told, as (body key, kind, place in the text). ``introduced`` is where the name first stands in full with its
    posts, where that sentence ends, and the posts as (label, body).
    """

    key: str
    name: PersonName
    variants: dict[str, str] = field(default_factory=dict)
    posts: list[tuple[str, str, str, bool]] = field(default_factory=list)
    got: list[tuple[str, str, str]] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    given: list[tuple[str, str, int]] = field(default_factory=list)
    introduced: tuple[int, int, frozenset[tuple[str, str]]] | None = None


class Humans:
    """People in the order in which they were found, remembered by how the words of their names begin."""

    def __init__(self) -> None:
        self._by_key: dict[str, Human] = {}
        self._places: dict[str, int] = {}
        self._found: defaultdict[str, dict[str, Human]] = defaultdict(dict)
        self._posted: defaultdict[str, dict[str, Human]] = defaultdict(dict)
        self._latin: set[bool] = set()  # whether the letters of names are Latin

    def __iter__(self) -> Iterator[Human]:
        return iter(self._by_key.values())

    def __getitem__(self, key: str) -> Human:
        return self._by_key[key]

    def add(self, human: Human) -> None:
        """Take a person in."""
        self._by_key[human.key] = human
        self._places[human.key] = len(self._places)

    def call(self, human: Human, label: str, lang: str) -> None:
        """Give a person a form of the name."""
        name = split_name(label)
        human.variants.setdefault(label, lang)
        self._latin.add(_is_latin(label))
        if len(name.words) > len(human.name.words):
            human.name = name
        for word in {*name.words, *human.name.words, *(word for read in readings(label) for word in read.split())}:
            self._found[_begins(word)][human.key] = human

    def give(self, human: Human, post: tuple[str, str, str, bool]) -> None:
        """Give a person a post, once."""
        if post not in human.posts:
            human.posts.append(post)
            for word in set(post[0].split()):
                self._posted[word][human.key] = human

    def posted(self, *roles: str) -> list[Human]:
        """Return those with a post whose label has a word that begins or ends one of these."""
        words = {word for role in roles for word in (role.split()[:1] + role.split()[-1:])}
        found = {key: human for word in words if word in self._posted for key, human in self._posted[word].items()}
        return self._in_order(found.values())

    def fitting(self, chunk: Chunk, name: PersonName) -> list[Human]:
        """Return those whose name this may be."""
        near = self._near(name.words)
        fits = [h for h in near if compatible(h.name, name) and not _introduced_apart(chunk, name, h)]
        fathers = {h.key: _of_one_father(name, h) for h in fits}
        return [h for h in fits if fathers[h.key]] or [h for h in fits if fathers[h.key] is None]

    def alike(self, label: str) -> list[Human]:
        """Return those whose name this may be in another language."""
        names = [split_name(read) for read in readings(label)]
        near = self._near(word for name in names for word in name.words)
        return [h for h in near if any(_read_alike(v, name) for v in h.variants for name in names)]

    def in_other_letters(self, label: str) -> bool:
        """Tell whether a name is in the Latin letters and somebody's in the Cyrillic, or the other way round."""
        return (not _is_latin(label)) in self._latin

    def called_by_father(self, chunk: Chunk, name: PersonName) -> list[Human]:
        """Return the only one whom a given name and the father's can mean: М.Т. Сарсенова for Мадина Тлеулиновна.

        Nobody who was introduced with another post: the director Maxim Orlov met the head of X, Maxim Yermolovich.
        """
        fits = [
            human
            for human in self
            if may_be_called(human.name, name)
            and not _has_another_post(chunk, human)
            and all(may_be_called(split_name(v), name) for v in human.variants if v.count(".") > 1)
        ]
        sure = [human for human in fits if len(human.name.initials) > 1 or human.name.patronymic]
        return sure[:1] if len(sure) == 1 else fits if len(fits) == 1 else []

    def declined(
        self, chunk: Chunk, name: PersonName, as_written: PersonName, bases_of: Callable[[str], Iterable[str]]
    ) -> list[Human]:
        """Return those whose name this may be in another case, or is as it stands in the text.

        ``bases_of`` gives what a word may be in the nominative if it stands in another case (kg.lang.packs.Pack).
        """
        near = self._near((*name.words, *as_written.words))
        bases = set(bases_of(name.words[0])) if name.initials and len(name.words) == 1 else set()
        altered = as_written != name
        fits = [
            h for h in near if _in_another_case(name, bases, h.name) or (altered and compatible(h.name, as_written))
        ]
        return [h for h in fits if not _introduced_apart(chunk, name, h) and _of_one_father(name, h) is not False]

    def _near(self, words: Iterable[str]) -> list[Human]:
        found = {key: human for word in words for key, human in self._found.get(_begins(word), {}).items()}
        return self._in_order(found.values())

    def _in_order(self, found: Iterable[Human]) -> list[Human]:
        return sorted(found, key=lambda human: self._places[human.key])


def told_in_short(short: str, full: str) -> bool:
    """Tell whether a folded post is another in short: Minister, who is the Minister of Transport; of one kind both."""
    return f"{full} ".startswith(f"{short} ") or full.endswith(f" {short}")


def without_surname(chunk: Chunk) -> bool:
    """Tell whether somebody is called by the given name and the father's: Мадина Тлеулиновна."""
    return by_father(split_name(chunk.label))


def _read_alike(label: str, name: PersonName) -> bool:
    return any(compatible(split_name(read), name) for read in readings(label))


def _is_latin(label: str) -> bool:
    return any(char < "\u0250" for char in label if char.isalpha())


def _begins(word: str) -> str:
    return word.casefold().replace("ё", "е")[:_BEGINNING]


def post_at(post: Chunk) -> tuple[str, str]:
    """Return a post's label and that of its body, folded."""
    return fold(post.label), fold(post.owner.label) if post.owner is not None else ""


def _of_one_father(name: PersonName, human: Human) -> bool | None:
    """Tell whether the father's name is one with that of any form of somebody's name; None where nothing tells."""
    return of_one_father(name, map(split_name, human.variants))


def _introduced_apart(chunk: Chunk, name: PersonName, human: Human) -> bool:
    """Tell whether initials with a post stand before a full name with another post at another body, or beside it.

    Nobody is introduced twice, and first in short: A. Nurov, Secretary of X, met Alan Nurov, Director of Y, are two.
    Nor is anybody in one sentence: the minister Alan Nurov and A. Nurov, Secretary of X.
    """
    if name.full or not name.initials or not chunk.posts or human.introduced is None:
        return False
    start, end, posts = human.introduced
    mine = {post_at(post) for post in chunk.posts}
    if not {role for role, _ in mine}.isdisjoint({role for role, _ in posts}):
        return False
    if start < chunk.start <= end:
        return True
    told = all(body for _, body in (*mine, *posts))
    return chunk.start < start and told and {b for _, b in mine}.isdisjoint({b for _, b in posts})


def _has_another_post(chunk: Chunk, human: Human) -> bool:
    """Tell whether somebody was introduced with a post, and a name has another one beside it, at another body."""
    if not chunk.posts or human.introduced is None:
        return False
    posts = human.introduced[2]
    mine = {post_at(post) for post in chunk.posts}
    told = all(body for _, body in (*mine, *posts))
    return told and all({m[i] for m in mine}.isdisjoint({p[i] for p in posts}) for i in (0, 1))


def _in_another_case(name: PersonName, bases: Collection[str], known: PersonName) -> bool:
    """Tell whether initials and a surname that stay in another case are a known name: Г. Сарсенбаеву for Сарсенбаева.

    Only cases that are no surname themselves: Имашева is a woman, not the genitive of Имашев.
    """
    if known.surname not in bases or SURNAME.search(name.words[0]) or not SURNAME.search(known.surname):
        return False
    return compatible(known, replace(name, words=(known.surname,), surname=known.surname))
