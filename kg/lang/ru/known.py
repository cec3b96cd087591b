"""What is known before a Russian sentence is read: the gazetteer, and the names that other sentences have given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.gazetteer import Entry, Gazetteer, only_row
from kg.lang.cues import Cues
from kg.lang.syntax import Chunk

_BEGINNING = 4  # letters of a word by which its cases are found
_ENDING = 2  # letters of a word that its cases may change
_FEW = 8  # names that begin alike, of which one may be meant


def begin_of_words(name: str) -> tuple[str, ...]:
    """Return how the words of a name begin."""
    return tuple(word[:_BEGINNING] for word in name.split(" "))


def _differ_in_endings(name: str, other: str) -> bool:
    """Tell whether each word of a name is the other's word with another ending: Степного транзита, Степной транзит."""
    pairs = list(zip(name.split(" "), other.split(" "), strict=True))
    stems = [(one, two, max(len(two) - _ENDING, _BEGINNING)) for one, two in pairs]
    return all(one == two or (one[:n] == two[:n] and len(one) - n <= _ENDING + 1) for one, two, n in stems)


@dataclass(slots=True)
class Known:
    """The cue words, the gazetteer, and what the text itself has taught so far.

    ``names`` are words of people's names in the nominative, ``genders`` whose surnames they are, ``acronyms`` those
    that the text explains, ``quoted`` names in quotes with what they name, ``heads`` head nouns of bodies
    that have a name here, ``places`` towns that the text calls so, each with the kind of its chunk.
    ``begun`` has the names in quotes by how their words begin, which cases leave as it is.
    ``programme`` is the one named last before the sentence that is being understood.
    ``learned`` has each such word with its place in the order of learning, so that a sentence read before can tell
    whether it would be read otherwise now.
    """

    cues: Cues
    gazetteer: Gazetteer
    names: set[str] = field(default_factory=set)
    genders: dict[str, str] = field(default_factory=dict)
    acronyms: set[str] = field(default_factory=set)
    quoted: dict[str, str] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    begun: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    programme: Chunk | None = None
    learned: dict[str, int] = field(default_factory=dict)
    lessons: int = 0

    def learn_names(self, words: Iterable[str]) -> None:
        """Keep words of a person's name."""
        new = [word for word in words if word not in self.names]
        self.names.update(new)
        for word in new:
            self._note(word)

    def learn_gender(self, surname: str, gender: str) -> None:
        """Keep whose surname a word is, as its first full name says."""
        if surname not in self.genders:
            self.genders[surname] = gender
            self._note(surname)

    def learn_acronym(self, acronym: str) -> None:
        """Keep an abbreviation that the text explains."""
        if acronym not in self.acronyms:
            self.acronyms.add(acronym)
            self._note(acronym)

    def learn_quoted(self, name: str, kind: str, *, surely: bool = False) -> None:
        """Keep what a name in quotes names; what was told first stays unless this is sure."""
        if name not in self.quoted or (surely and self.quoted[name] != kind):
            self.quoted[name] = kind
            self.begun.setdefault(begin_of_words(name), []).append(name)
            self._note(name)

    def declined(self, name: str) -> str:
        """Return the name in quotes that a text has given elsewhere of which this one is a case, "" if none is."""
        others = self.begun.get(begin_of_words(name), [])[:_FEW]
        return next((other for other in others if other != name and _differ_in_endings(name, other)), "")

    def learn_head(self, lemma: str, word: str) -> None:
        """Keep the head noun of a body that has a name here: объединение alone means a body then."""
        if lemma not in self.heads:
            self.heads.add(lemma)
            self._note(word)
            self._note(f"#{lemma}")

    def learn_place(self, name: str, kind_of: str) -> None:
        """Keep a town that the text calls one: город Тобылжар, then Тобылжар alone."""
        if name not in self.places or (kind_of and not self.places[name]):
            self.places[name] = kind_of
            self._note(name)

    def _note(self, word: str) -> None:
        self.learned[word] = self.lessons
        self.lessons += 1

    def row(self, name: str, kinds: tuple[str, ...]) -> Entry | None:
        """Return the one gazetteer row that bears a name, if there is exactly one of the first kind that has any."""
        return only_row(self.gazetteer, name, kinds, "ru")
