"""What was understood, kept between builds in one SQLite file.

SQLite, since it is in Python's library, keeps what is committed when a process is killed at any moment, may be read
while it is written, and holds a million rows in one file. What is in it is only ever a saving: a cache that is lost,
broken or another program's is put aside, and everything is worked out again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.files import unwritable
from kg.run.pack import Packed, UnreadableError, squeeze_large, unsqueeze

NAME = "cache.sqlite"
_OURS = 0x4841424D  # "HABM": tells our file from another program's
_FORMAT = 2  # raised when the tables or the packing change
_KEPT = 5  # builds for which what they don't use is kept, so that going to and fro between versions costs nothing
_AT_ONCE = 500
# What a kept thing is in two halves: what every build reads, and what it reads only where something changed.
HALVES = {"extraction": ("said", "rest"), "part": ("head", "graphs"), "thing": ("head", "details")}
_KINDS = (*HALVES, "stretch")
_TABLES = "".join(
    f"CREATE TABLE {kind} (key BLOB PRIMARY KEY, {first} BLOB NOT NULL, {second} BLOB NOT NULL);"
    for kind, (first, second) in HALVES.items()
)
# When a key was used last is apart, so that marking it does not write what is kept under it anew.
_TABLES += """
    CREATE TABLE stretch (key BLOB PRIMARY KEY, packed BLOB NOT NULL);
    CREATE TABLE used (key BLOB PRIMARY KEY, build INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE note (name TEXT PRIMARY KEY, data BLOB NOT NULL);
"""


class Cache:
    """What was worked out, by key and kind ("extraction", "part", "thing", "stretch"), and notes on the last build.

    ``notices`` has a sentence for each thing that was wrong with the file. Without a path it is kept in a temporary
    file that goes when the cache is closed.
    """

    def __init__(self, path: Path | str | None = None) -> None:
        self.path = Path(path) if path else None
        self.notices: list[str] = []
        self.build = 1
        self._used: set[bytes] = set()
        self._db = self._opened()
        self.build = int(self.note("build", int) or 0) + 1

    def known(self, kind: str, keys: Iterable[bytes]) -> set[bytes]:
        """Return those of the keys under which something of a kind is kept, and mark them as used."""
        found = {key for some in _some(keys) for (key,) in self._select(kind, "", some)}
        self._used |= found
        return found

    def keys(self, kind: str) -> set[bytes]:
        """Return the keys under which something of a kind is kept."""
        return {key for (key,) in self._db.execute(f"SELECT key FROM {kind}")}

    def put(self, kind: str, found: Iterable[tuple[bytes, ...]]) -> None:
        """Keep things of a kind: the key of each and its halves. They are there even if the process is killed now."""
        rows = list(found)
        if not rows:
            return
        marks = ", ".join("?" * len(rows[0]))
        self._write("INSERT OR REPLACE INTO used VALUES (?, ?)", [(row[0], self.build) for row in rows])
        self._write(f"INSERT OR REPLACE INTO {kind} VALUES ({marks})", rows)

    def first(self, kind: str, keys: Iterable[bytes]) -> Iterator[bytes | None]:
        """Yield the first half of what is kept, in the order of the keys; None for one that is not there."""
        return self._column(kind, HALVES[kind][0], keys)

    def second(self, kind: str, keys: Iterable[bytes]) -> Iterator[bytes | None]:
        """Yield the second half of what is kept, in the order of the keys; None for one that is not there."""
        return self._column(kind, HALVES[kind][1], keys)

    def whole(self, keys: Iterable[bytes]) -> Iterator[Packed | None]:
        """Yield both halves of each extraction in the order of the keys; None for one that is not there."""
        for some in _some(keys):
            rows = {key: Packed(said, rest) for key, said, rest in self._select("extraction", ", said, rest", some)}
            yield from (rows.get(key) for key in some)

    def stretch(self, key: bytes) -> bytes | None:
        """Return a stretch of a picture's data, and mark it as used."""
        self._used.add(key)
        return next(self._column("stretch", "packed", [key]))

    def use(self, keys: Iterable[bytes]) -> None:
        """Mark what is kept under keys as used, though nobody reads it."""
        self._used.update(keys)

    def forget(self, keys: Iterable[bytes]) -> None:
        """Forget these extractions."""
        self._write("DELETE FROM extraction WHERE key = ?", [(key,) for key in keys])

    def forget_all(self) -> None:
        """Forget all that earlier builds worked out; notes stay."""
        self._let_go(self.build - 1)

    def note(self, name: str, type_: Any) -> Any:
        """Return a note of a type, or None when there is none or it can't be read."""
        try:
            row = self._db.execute("SELECT data FROM note WHERE name = ?", (name,)).fetchone()
            return unsqueeze(row[0], type_) if row else None
        except sqlite3.DatabaseError as error:
            self._renew(error)
        except (UnreadableError, TypeError):
            pass
        return None

    def begin(self) -> int:
        """Say that a build begins; return how many extractions one that was stopped has left, 0 if none was."""
        left = len(self) if self.note("running", bool) else 0
        self.set_notes(running=True)
        return left

    def lose(self, keys: Iterable[bytes]) -> None:
        """Forget extractions that can't be read, and say so."""
        self.forget(keys)
        self.notices.append(f"the cache {self.path} was broken in places; what was lost was worked out again")

    def set_packed(self, name: str, packed: bytes) -> None:
        """Keep a note that is packed already."""
        self._write("INSERT OR REPLACE INTO note VALUES (?, ?)", [(name, packed)])

    def set_notes(self, **notes: Any) -> None:
        """Keep notes, all or none of them."""
        rows = [(name, squeeze_large(data)) for name, data in notes.items()]
        self._write("INSERT OR REPLACE INTO note VALUES (?, ?)", rows)

    def finish(self, **notes: Any) -> None:
        """Say that a build is done: keep notes on it, and let go what the last few builds had no use for."""
        self._write("INSERT OR REPLACE INTO used VALUES (?, ?)", [(key, self.build) for key in sorted(self._used)])
        self.set_notes(**notes, build=self.build, running=False)
        self._let_go(self.build - _KEPT)

    def __len__(self) -> int:
        """Return how many extractions are kept."""
        return int(self._db.execute("SELECT count(*) FROM extraction").fetchone()[0])

    def close(self) -> None:
        """Close the file, in one piece: what SQLite keeps beside it while it is written is no more."""
        with suppress(sqlite3.Error):
            empty = self.build == 1 and not len(self)
            self._db.execute("PRAGMA journal_mode = DELETE")
            if empty and self.path:
                self.path.unlink()
        with suppress(sqlite3.Error):
            self._db.close()

    def _opened(self) -> sqlite3.Connection:
        if self.path is None:
            return _create(sqlite3.connect(""))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return _checked(self.path)
        except OSError as error:
            raise unwritable(self.path, error) from error
        except sqlite3.OperationalError as error:  # the disk or another process; the file itself may be sound
            raise self._unusable(error) from error
        except (sqlite3.DatabaseError, UnreadableError) as error:
            return self._anew(error)

    def _unusable(self, error: sqlite3.OperationalError) -> KgError:
        if "locked" in str(error):
            return KgError(f"{self.path} is in use by another build; wait for it, or name another file with --cache")
        where = self.path or "the temporary folder"
        return KgError(f"{where} can't be written ({error}); make room there, or name another place with --cache")

    def _renew(self, error: Exception) -> None:
        with suppress(sqlite3.Error):
            self._db.close()
        self._db = self._anew(error)

    def _anew(self, error: Exception) -> sqlite3.Connection:
        """Put the file aside and begin another."""
        if self.path is None:
            return _create(sqlite3.connect(""))
        aside = self.path.with_name(self.path.name + ".old")
        self.path.replace(aside)
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        self.notices.append(
            f"the cache {self.path} could not be used ({error}), so all was worked out again; it is now {aside.name}"
        )
        return _checked(self.path)

    def _let_go(self, build: int) -> None:
        """Forget what no build after this one used."""
        for kind in _KINDS:
            self._write(f"DELETE FROM {kind} WHERE key IN (SELECT key FROM used WHERE build <= ?)", [(build,)])
        self._write("DELETE FROM used WHERE build <= ?", [(build,)])

    def _column(self, kind: str, column: str, keys: Iterable[bytes]) -> Iterator[bytes | None]:
        for some in _some(keys):
            rows = dict(self._select(kind, f", {column}", some))
            yield from (rows.get(key) for key in some)

    def _select(self, kind: str, columns: str, keys: list[bytes]) -> list[tuple[Any, ...]]:
        marks = ", ".join("?" * len(keys))
        sql = f"SELECT key{columns} FROM {kind} WHERE key IN ({marks})"
        try:
            return self._db.execute(sql, keys).fetchall()
        except sqlite3.OperationalError as error:
            raise self._unusable(error) from error
        except sqlite3.DatabaseError as error:
            self._renew(error)
            return []

    def _write(self, sql: str, rows: list[tuple[Any, ...]]) -> None:
        try:
            with self._db:
                self._db.executemany(sql, rows)
        except sqlite3.OperationalError as error:  # a full disk, a lock: the file itself is sound
            raise self._unusable(error) from error
        except sqlite3.DatabaseError as error:
            self._renew(error)
            with self._db:
                self._db.executemany(sql, rows)


def _checked(path: Path) -> sqlite3.Connection:
    """Open a cache, making it if there is none; raises DatabaseError or UnreadableError for another's file."""
    db = sqlite3.connect(path, timeout=10)
    try:
        (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (owner,), (format_,) = (db.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version"))
        if tables and (owner, format_) != (_OURS, _FORMAT):
            raise UnreadableError("it is another version's" if owner == _OURS else "it is another program's")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        return db if tables else _create(db)
    except BaseException:
        db.close()
        raise


def _create(db: sqlite3.Connection) -> sqlite3.Connection:
    db.executescript(f"BEGIN; {_TABLES} PRAGMA application_id = {_OURS}; PRAGMA user_version = {_FORMAT}; COMMIT;")
    return db


def _some(keys: Iterable[bytes]) -> Iterator[list[bytes]]:
    some: list[bytes] = []
    for key in keys:
        some.append(key)
        if len(some) == _AT_ONCE:
            yield some
            some = []
    if some:
        yield some
