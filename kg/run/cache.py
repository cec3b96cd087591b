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
from kg.run.pack import Packed, UnreadableError, squeeze, unsqueeze

NAME = "cache.sqlite"
_OURS = 0x4841424D  # "HABM": tells our file from another program's
_FORMAT = 1  # raised when the tables or the packing change
_KEPT = 5  # builds for which what they don't use is kept, so that going to and fro between versions costs nothing
_AT_ONCE = 500
_TABLES = """
    CREATE TABLE extraction (key BLOB PRIMARY KEY, used INTEGER NOT NULL, said BLOB NOT NULL, rest BLOB NOT NULL);
    CREATE TABLE part (key BLOB PRIMARY KEY, used INTEGER NOT NULL, head BLOB NOT NULL, graphs BLOB NOT NULL);
    CREATE TABLE note (name TEXT PRIMARY KEY, data BLOB NOT NULL);
"""


class Cache:
    """Extractions and graph parts by key, and notes on the last build by name.

    ``notices`` has a sentence for each thing that was wrong with the file. Without a path it is kept in a temporary
    file that goes when the cache is closed.
    """

    def __init__(self, path: Path | str | None = None) -> None:
        self.path = Path(path) if path else None
        self.notices: list[str] = []
        self.build = 1
        self._db = self._opened()
        self.build = int(self.note("build", int) or 0) + 1

    def known(self, keys: Iterable[bytes]) -> set[bytes]:
        """Return those of the keys under which an extraction is kept, and mark them as used."""
        return {key for some in _some(keys) for key in self._mark("extraction", some)}

    def put(self, found: Iterable[tuple[bytes, Packed]]) -> None:
        """Keep extractions; they are there even if the process is killed right after."""
        rows = [(key, self.build, packed.said, packed.rest) for key, packed in found]
        self._write("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?)", rows)

    def said(self, keys: Iterable[bytes]) -> Iterator[bytes | None]:
        """Yield the first half of each extraction in the order of the keys; None for one that is not there."""
        for some in _some(keys):
            rows = dict(self._select("extraction", "said", some))
            yield from (rows.get(key) for key in some)

    def whole(self, keys: Iterable[bytes]) -> Iterator[Packed | None]:
        """Yield both halves of each extraction in the order of the keys; None for one that is not there."""
        for some in _some(keys):
            rows = {key: Packed(said, rest) for key, said, rest in self._select("extraction", "said, rest", some)}
            yield from (rows.get(key) for key in some)

    def forget(self, keys: Iterable[bytes]) -> None:
        """Forget these extractions."""
        self._write("DELETE FROM extraction WHERE key = ?", [(key,) for key in keys])

    def forget_all(self) -> None:
        """Forget all extractions and parts; notes stay."""
        for table in ("extraction", "part"):
            self._write(f"DELETE FROM {table} WHERE used < ?", [(self.build,)])

    def parts_known(self, keys: Iterable[bytes]) -> set[bytes]:
        """Return those of the keys under which a part of a graph is kept, and mark them as used."""
        return {key for some in _some(keys) for key in self._mark("part", some)}

    def put_parts(self, found: Iterable[tuple[bytes, bytes, bytes]]) -> None:
        """Keep parts of a graph: the key of each, what it is in short, and its graphs."""
        rows = [(key, self.build, head, graphs) for key, head, graphs in found]
        self._write("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)", rows)

    def heads(self, keys: Iterable[bytes]) -> Iterator[bytes | None]:
        """Yield what each part is in short, in the order of the keys; None for one that is not there."""
        for some in _some(keys):
            rows = dict(self._select("part", "head", some))
            yield from (rows.get(key) for key in some)

    def graphs(self, keys: Iterable[bytes]) -> Iterator[bytes | None]:
        """Yield the graphs of each part, in the order of the keys; None for one that is not there."""
        for some in _some(keys):
            rows = dict(self._select("part", "graphs", some))
            yield from (rows.get(key) for key in some)

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

    def set_notes(self, **notes: Any) -> None:
        """Keep notes, all or none of them."""
        rows = [(name, squeeze(data)) for name, data in notes.items()]
        self._write("INSERT OR REPLACE INTO note VALUES (?, ?)", rows)

    def finish(self, **notes: Any) -> None:
        """Say that a build is done: keep notes on it, and let go what the last few builds had no use for."""
        self.set_notes(**notes, build=self.build, running=False)
        for table in ("extraction", "part"):
            self._write(f"DELETE FROM {table} WHERE used <= ?", [(self.build - _KEPT,)])

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

    def _mark(self, table: str, keys: list[bytes]) -> list[bytes]:
        marks = ", ".join("?" * len(keys))
        sql = f"UPDATE {table} SET used = ? WHERE key IN ({marks}) RETURNING key"
        try:
            with self._db:
                return [key for (key,) in self._db.execute(sql, (self.build, *keys)).fetchall()]
        except sqlite3.OperationalError as error:
            raise self._unusable(error) from error
        except sqlite3.DatabaseError as error:
            self._renew(error)
            return []

    def _select(self, table: str, columns: str, keys: list[bytes]) -> list[tuple[Any, ...]]:
        marks = ", ".join("?" * len(keys))
        sql = f"SELECT key, {columns} FROM {table} WHERE key IN ({marks})"
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
