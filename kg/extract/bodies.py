"""The organisations, states and regions of one announcement, found by what a chunk may call them.

A text may name thousands (one of capitals only is full of abbreviations), so none is compared with all others: each is
remembered under its names, letters and initials.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from kg.names import fold


@dataclass(slots=True)
class Body:
    """An organisation, state or region of one announcement."""

    key: str
    kind: str
    names: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    country: str = ""
    known: str | None = None
    seen: list[int] = field(default_factory=list)
    owners: set[str] = field(default_factory=set)
    by_itself: bool = False  # named otherwise than as that of someone's post or of another body
    alone_at: int = sys.maxsize  # where it is named first otherwise than as that of someone's post


class Bodies:
    """Bodies in the order in which they were found; ``small`` words have no letter in an abbreviation (and, of)."""

    def __init__(self, small: Collection[str]) -> None:
        self._small = small
        self._by_key: dict[str, Body] = {}
        self._places: dict[str, int] = {}
        self._found: defaultdict[tuple[str, str], list[Body]] = defaultdict(list)

    def __iter__(self) -> Iterator[Body]:
        return iter(tuple(self._by_key.values()))

    def of(self, key: str) -> Body | None:
        """Return the body of a key."""
        return self._by_key.get(key)

    def add(self, body: Body) -> None:
        """Take a body in, with its names and letters."""
        self._by_key[body.key] = body
        self._places[body.key] = len(self._places)
        names, letters, body.names, body.acronyms = body.names, body.acronyms, set(), set()
        self.name(body, names)
        for acronym in sorted(letters):
            self.abbreviate(body, acronym)
        if body.known:
            self.recognise(body, body.known)

    def remove(self, body: Body) -> None:
        """Forget a body."""
        del self._by_key[body.key]

    def name(self, body: Body, names: Iterable[str]) -> None:
        """Give a body names, folded."""
        for name in sorted(set(names) - body.names):
            body.names.add(name)
            words = name.split()
            self._found["name", name].append(body)
            self._found["end", words[-1] if words else ""].append(body)
            self._found["initials", "".join(self.initials(name))].append(body)

    def abbreviate(self, body: Body, acronym: str) -> None:
        """Give a body an abbreviation, folded."""
        if acronym not in body.acronyms:
            body.acronyms.add(acronym)
            self._found["acronym", acronym].append(body)
            for part in set(acronym.split("-")) - {acronym}:
                self._found["part", part].append(body)

    def explain(self, body: Body, acronym: str) -> None:
        """Give a body an abbreviation, folded, that the text gives it in so many words."""
        self.abbreviate(body, acronym)
        if body not in self._found["explained", acronym]:
            self._found["explained", acronym].append(body)

    def explained(self, acronym: str) -> list[Body]:
        """Return those to which the text gives an abbreviation, in order."""
        return self._in_order(self._found.get(("explained", acronym), ()))

    def recognise(self, body: Body, row: str) -> None:
        """Say which row of the gazetteer a body is."""
        body.known = row
        self._found["row", row].append(body)

    def called(self, row: str, names: Collection[str], ends: str, acronym: str, letters: str) -> list[Body]:
        """Return those that are a row of the gazetteer, or have one of these names, abbreviation or initials, in order.

        ``ends`` is a name that may end theirs; ``letters`` are the abbreviation as it stands, "" for none.
        """
        keys = {("name", name) for name in names}
        keys |= {
            (kind, word)
            for kind, word in (("row", row), ("acronym", acronym), ("end", ends[ends.rfind(" ") + 1 :]))
            if word
        }
        found = [body for key in keys if key in self._found for body in self._found[key]]
        return self._in_order([*found, *(self.shortened(letters) if letters else ())])

    def shortened(self, letters: str, behind: str = "") -> list[Body]:
        """Return those that letters may stand for, in order: by their initials, or a hyphened part of their letters.

        ``behind`` may end the name without having a letter: of Kazakhstan.
        """
        initials = "".join(lettered(letters))
        keys = [("initials", initials), ("part", fold(letters))]
        if behind:
            keys.append(("initials", initials + "".join(self.initials(behind))))
        return self._in_order(body for key in keys if key in self._found for body in self._found[key])

    def initials_match(self, letters: str, body: Body, behind: str = "") -> bool:
        """ОСК is Орталық сайлау комиссиясы: each letter begins a word of a name, in order; not those ``behind``."""
        wanted = lettered(letters)
        return len(wanted) > 1 and any(self.initials(name.removesuffix(behind)) == wanted for name in body.names)

    def initials(self, name: str) -> list[str]:
        """Return the first letters of the words of a name that have one in an abbreviation."""
        return [word[0] for word in name.replace("-", " ").split() if word not in self._small]

    def _in_order(self, found: Iterable[Body]) -> list[Body]:
        once = {body.key: body for body in found if body.key in self._by_key}
        return sorted(once.values(), key=lambda body: self._places[body.key])


def lettered(acronym: str) -> list[str]:
    """Return the letters of an abbreviation, folded."""
    return [letter for letter in acronym.casefold() if letter.isalpha()]


def part_of_acronym(acronym: str, body: Body) -> bool:
    """WEB for A-WEB: a slip that leaves out a hyphened part of an abbreviation."""
    folded = fold(acronym)
    return len(folded) > 2 and any(folded != a and folded in a.split("-") for a in body.acronyms)
