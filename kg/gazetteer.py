"""The known bodies, states, places, posts and programmes with their names in Kazakh, Russian and English.

``load()`` reads `data/gazetteer/*.csv` (and a user's own file or folder of the same form) once; ``using`` has all
stages see the user's rows; ``Gazetteer.find`` looks a name up whatever its case, quotes, dashes and look-alike letters.
Rows are described in kg.gazetteer_rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kg.errors import KgError
from kg.gazetteer_rows import (
    KINDS,
    Row,
    changed_kinds,
    csv_files,
    overridden,
    read_rows,
    read_table,
    repeated_ids,
    wrong_together,
)
from kg.names import fold, other_alphabet
from kg.records import LANGUAGES, Name
from kg.resources import resource

__all__ = ["KINDS", "Entry", "Gazetteer", "fold", "load", "problems", "shipped", "using"]

_GENERATED = "states-cldr.csv"  # its names follow those that states.csv prefers
_STATE_FORMS = "state-forms.csv"
_STATE_FORM_COLUMNS = ("state", "lang", "side", "full", "others")


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing.

    ``kind`` is Organization, Country, Place, Role, Program, Agreement or Election. ``names`` are full names, the
    preferred one of each language first; ``acronyms`` are short designations (ОСК, ЦИК РК, CEC). ``parent`` is
    the id of the body that it belongs to, ``state`` an ISO 3166 code, ``source`` a word on where the names are from.
    """

    id: str
    kind: str
    names: tuple[Name, ...]
    acronyms: tuple[Name, ...] = ()
    parent: str | None = None
    state: str | None = None
    source: str = ""

    def label(self, lang: str) -> str | None:
        """Return the preferred name in a language, in the nominative, or None."""
        return next((name.text for name in self.names if name.lang == lang), None)

    @property
    def all_names(self) -> tuple[Name, ...]:
        """Full names, then acronyms."""
        return self.names + self.acronyms


@dataclass(frozen=True, slots=True)
class StateForm:
    """How a state is named beside its bodies: `Қазақстан Республикасының` before, or ҚР in its place."""

    state: str
    lang: str
    side: str
    full: str
    others: tuple[str, ...]

    def variants(self, name: str) -> Iterator[str]:
        """Yield the name with the state named otherwise: `ҚР Үкіметі` for `Қазақстан Республикасының Үкіметі`."""
        bare = self._bare(name)
        if bare:
            yield from (self._joined(bare, form) for form in self.others)

    def beside(self, name: str) -> Iterator[str]:
        """Yield a name that lacks the state with each way to name it beside: `ҚР ОСК`, `ЦИК Казахстана`."""
        if not self._bare(name):
            yield from (self._joined(name, form) for form in (self.full, *self.others))

    def _bare(self, name: str) -> str:
        if self.side == "before" and name.startswith(self.full + " "):
            return name[len(self.full) + 1 :]
        if self.side == "after" and name.endswith(" " + self.full):
            return name[: -len(self.full) - 1]
        return ""

    def _joined(self, name: str, form: str) -> str:
        return f"{form} {name}" if self.side == "before" else f"{name} {form}"


_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65_536)
def _opening(folded: str) -> str:
    found = _LETTERS.search(folded)
    return found.group() if found else ""


class Gazetteer:
    """All known things and the index of their names."""

    def __init__(self, entries: tuple[Entry, ...], state_forms: tuple[StateForm, ...] = ()) -> None:
        self.entries = entries
        self._by_id = {entry.id: entry for entry in entries}
        self._by_name: dict[str, dict[tuple[str, str], Entry]] = {}  # folded name -> (id, language) -> entry
        for entry in entries:
            for name in entry.all_names:
                self._index(name.text, name.lang, entry)
        written = frozenset(self._by_name)
        self._add_lookalikes(written)
        self._add_state_forms(state_forms, written)
        self._openings = {_opening(folded) for folded in self._by_name}

    def may_open(self, word: str) -> bool:
        """Tell whether any name begins with this word: a quick no before longer words are looked up."""
        return _opening(fold(word)) in self._openings

    def by_id(self, id: str) -> Entry:  # noqa: A002 - the name that the data use
        """Return the entry with this id; KeyError when there is none."""
        return self._by_id[id]

    def __contains__(self, key: object) -> bool:
        """Say whether there is an entry with this id."""
        return key in self._by_id

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of one kind in the order of the files."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def find(self, name: str, lang: str | None = None, kind: str | None = None) -> tuple[Entry, ...]:
        """Return the entries that bear this name in the nominative, in a language, of a kind; () when none does.

        Letter case is ignored, so ask only for words that the text writes as a name: Kazakh `Қазан` is a month too.
        """
        found = self._by_name.get(fold(name))
        if found is None:
            return ()
        hits = {id_: entry for (id_, own), entry in found.items() if lang in (None, own) and kind in (None, entry.kind)}
        return tuple(hits.values())

    def folded_names(self) -> Iterator[tuple[str, str, Entry]]:
        """Yield (folded name, language, entry) of every name that can be found, for building other indexes."""
        for folded, found in self._by_name.items():
            for (_, lang), entry in found.items():
                yield folded, lang, entry

    def _index(self, name: str, lang: str, entry: Entry) -> None:
        self._by_name.setdefault(fold(name), {}).setdefault((entry.id, lang), entry)

    def _add_lookalikes(self, written: frozenset[str]) -> None:
        """Index acronyms typed wholly in the other alphabet (Latin OCK), unless a row writes that itself (MoH, МОН)."""
        for entry in self.entries:
            for name in entry.acronyms:
                lookalike = other_alphabet(name.text)
                if lookalike and fold(lookalike) not in written:
                    self._index(lookalike, name.lang, entry)

    def _add_state_forms(self, forms: tuple[StateForm, ...], written: frozenset[str]) -> None:
        """Index names with the state named otherwise, where no row claims such a name itself."""
        of_state: dict[str, list[StateForm]] = {}
        for form in forms:
            of_state.setdefault(form.state, []).append(form)
        for entry in self.entries:
            for form in of_state.get(entry.state or "", ()) if entry.kind == "Organization" else ():
                for text in _with_state(entry, form):
                    if fold(text) not in written:
                        self._index(text, form.lang, entry)


@lru_cache(maxsize=131_072)
def only_row(gazetteer: Gazetteer, name: str, kinds: tuple[str, ...], lang: str | None = None) -> Entry | None:
    """Return the one row that bears a name, of the first of the kinds that has exactly one; None where none has.

    Rows that bear it in the language ``lang`` come before those of others.
    """
    for kind in kinds:
        rows = (gazetteer.find(name, lang, kind) if lang else ()) or gazetteer.find(name, None, kind)
        if len(rows) == 1:
            return rows[0]
    return None


def load(extra: Path | None = None) -> Gazetteer:
    """Return the gazetteer, with the rows of a user's own CSV file or folder if one is given or in use; read once.

    A row of ``extra`` with a known id replaces what it fills in of that thing. KgError names the file and line of the
    first row that is wrong and says how many there are.
    """
    return _load(extra.resolve(), _state(extra)) if extra else _in_use[-1] if _in_use else shipped()


def shipped() -> Gazetteer:
    """Return the gazetteer without a user's rows."""
    return _load(None, ())


@contextmanager
def using(extra: Path | None) -> Iterator[Gazetteer]:
    """Have ``load()`` give the gazetteer with the user's rows while the block runs, in this process.

    None leaves in use what is.
    """
    _in_use.append(load(extra))
    try:
        yield _in_use[-1]
    finally:
        _in_use.pop()


_in_use: list[Gazetteer] = []


def _state(extra: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what tells that the files were written anew since they were read."""
    found = ((file, file.stat()) for file in csv_files(extra))
    return tuple((file.name, stat.st_mtime_ns, stat.st_size) for file, stat in found)


@lru_cache(maxsize=4)
def _load(extra: Path | None, _: tuple[tuple[str, int, int], ...]) -> Gazetteer:
    rows, wrong = _rows(extra)
    if extra:  # what ships is proved sound by the tests, and checking names costs as much as loading them
        wrong += wrong_together(rows)
    if wrong:
        more = f" (and {len(wrong) - 1} more; `kg gazetteer check` lists them)" if len(wrong) > 1 else ""
        raise KgError(wrong[0] + more)
    return Gazetteer(_entries(rows), _state_forms())


def problems(extra: Path | None = None) -> list[str]:
    """Return one sentence for each thing that is wrong in the gazetteer, naming its file and line; [] when all is well.

    Raises KgError when a file can't be read at all.
    """
    rows, wrong = _rows(extra.resolve() if extra else None)
    return wrong + list(wrong_together(rows))


def _rows(extra: Path | None) -> tuple[list[Row], list[str]]:
    """Read our own rows, the generated names of states and the user's, and what is wrong with each row.

    The generated names may add to the ids of our own; the user's rows replace what they fill in.
    """
    home = resource("data/gazetteer").resolve()
    shipped = [file for file in csv_files(home) if file.name != _STATE_FORMS]
    wrong: list[str] = []
    rows: list[Row] = []
    for layer in ([f for f in shipped if f.name != _GENERATED], [f for f in shipped if f.name == _GENERATED]):
        rows += _layer(layer, wrong)
    own = _layer([file for file in csv_files(extra) if file.resolve() not in shipped], wrong) if extra else []
    wrong += changed_kinds(rows + own)
    return overridden(rows, own) if own else rows, wrong


def _layer(files: list[Path], wrong: list[str]) -> list[Row]:
    rows = [row for file in files for row in read_rows(file, wrong)]
    wrong += repeated_ids(rows)
    return rows


def _entries(rows: list[Row]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for row in rows:
        entry = _entry(row)
        known = found.get(entry.id)
        found[entry.id] = _together(known, entry) if known else entry
    return tuple(found.values())


def _entry(row: Row) -> Entry:
    cells = row.cells
    return Entry(
        id=cells["id"],
        kind=cells["kind"],
        names=tuple(Name(text, lang) for lang in LANGUAGES for text in row.names(lang)),
        acronyms=tuple(Name(text, lang, "acronym") for lang in LANGUAGES for text in row.names(f"acronyms_{lang}")),
        parent=cells["parent"] or None,
        state=cells["state"] or None,
        source=cells["source"],
    )


def _together(known: Entry, added: Entry) -> Entry:
    """Add the names of a later row to an earlier one; what the earlier one says stays first."""
    return replace(
        known,
        names=tuple(dict.fromkeys(known.names + added.names)),
        acronyms=tuple(dict.fromkeys(known.acronyms + added.acronyms)),
        parent=known.parent or added.parent,
        state=known.state or added.state,
    )


def _with_state(entry: Entry, form: StateForm) -> Iterator[str]:
    for name in entry.all_names:
        if name.lang == form.lang:
            yield from form.beside(name.text) if name.kind == "acronym" else form.variants(name.text)


def _state_forms() -> tuple[StateForm, ...]:
    file = resource("data/gazetteer") / _STATE_FORMS
    return tuple(
        StateForm(state, lang, side, full, tuple(others.split("|")))
        for _, (state, lang, side, full, others) in read_table(file, _STATE_FORM_COLUMNS)
    )
