"""The cache: what is put into it is there whatever happens to the process; a broken file costs time only."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kg.run.cache import Cache
from kg.run.pack import Packed

KEYS = [bytes([number]) * 20 for number in range(9)]


def filled(path: Path, keys: list[bytes] = KEYS) -> Cache:
    """Return a cache with an extraction under each key."""
    cache = Cache(path)
    cache.put("extraction", ((key, key, key + key) for key in keys))
    return cache


def test_what_is_put_is_there(tmp_path: Path) -> None:
    """In the order that is asked for, None for what is not there; also after closing, with nothing left beside it."""
    filled(tmp_path / "c").close()
    assert [path.name for path in tmp_path.iterdir()] == ["c"]
    cache = Cache(tmp_path / "c")
    assert cache.known("extraction", [*KEYS[:2], b"x"]) == set(KEYS[:2])
    assert list(cache.first("extraction", [KEYS[1], b"x", KEYS[0]])) == [KEYS[1], None, KEYS[0]]
    assert list(cache.whole([KEYS[2]])) == [Packed(KEYS[2], KEYS[2] * 2)]
    assert cache.notices == []


def test_more_keys_than_sqlite_takes_at_once(tmp_path: Path) -> None:
    """Any number of keys may be asked for."""
    keys = [number.to_bytes(20, "big") for number in range(2345)]
    cache = filled(tmp_path / "c", keys)
    assert cache.known("extraction", keys) == set(keys)
    assert list(cache.first("extraction", reversed(keys))) == keys[::-1]


def test_an_empty_one_leaves_no_file(tmp_path: Path) -> None:
    """A build that understood nothing leaves nothing."""
    Cache(tmp_path / "c").close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0 and then rubbish" * 100])
def test_a_foreign_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    """It is not destroyed, a sentence says what became of it, and the cache works."""
    (tmp_path / "c").write_bytes(content)
    cache = filled(tmp_path / "c")
    (notice,) = cache.notices
    assert notice.startswith(f"the cache {tmp_path}/c could not be used (")
    assert notice.endswith("it is now c.old")
    assert (tmp_path / "c.old").read_bytes() == content
    assert cache.known("extraction", KEYS) == set(KEYS)


def test_another_programs_database_is_put_aside(tmp_path: Path) -> None:
    """A SQLite file that isn't ours is known by its tables' owner."""
    with sqlite3.connect(tmp_path / "c") as db:
        db.execute("CREATE TABLE extraction (mine)")
    cache = Cache(tmp_path / "c")
    assert "another program's" in cache.notices[0]
    with sqlite3.connect(tmp_path / "c.old") as db:
        assert db.execute("SELECT count(*) FROM extraction").fetchone() == (0,)


def test_a_file_that_breaks_while_it_is_used(tmp_path: Path) -> None:
    """Pages that turn out to be broken when they are read cost what was in them, and are told of."""
    filled(tmp_path / "c", [number.to_bytes(20, "big") for number in range(3000)]).close()
    with (tmp_path / "c").open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(200_000))
    cache = Cache(tmp_path / "c")
    keys = [number.to_bytes(20, "big") for number in range(3000)]
    assert len(cache.known("extraction", keys)) < 3000
    assert len(list(cache.first("extraction", keys))) == 3000
    assert len(cache.notices) == 1
    cache.put("extraction", [(KEYS[0], b"a", b"b")])
    assert list(cache.first("extraction", KEYS[:1])) == [b"a"]


def test_what_is_not_used_goes_after_some_builds(tmp_path: Path) -> None:
    """Going to and fro between two versions of a text costs nothing; what is long gone takes no room."""
    filled(tmp_path / "c").close()
    for _ in range(6):
        cache = Cache(tmp_path / "c")
        cache.begin()
        assert cache.known("extraction", KEYS[:1]) == {KEYS[0]}
        left = len(cache)
        cache.finish()
        cache.close()
    assert left == len(KEYS)
    assert len(Cache(tmp_path / "c")) == 1


def test_a_kill_loses_nothing(tmp_path: Path) -> None:
    """What was put is there though the process was killed the moment after, and the next build is told so."""
    code = f"""
import os, signal
from kg.run.cache import Cache
cache = Cache({str(tmp_path / "c")!r})
cache.begin()
for key in range(9):
    cache.put("extraction", [(bytes([key]) * 20, b"a", b"b")])
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -signal.SIGKILL
    cache = Cache(tmp_path / "c")
    assert cache.known("extraction", KEYS) == set(KEYS)
    assert cache.begin() == 9
    cache.finish()
    assert cache.begin() == 0
    assert cache.notices == []
