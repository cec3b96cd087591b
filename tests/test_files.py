"""Files and folders are replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.files import Piece, beside, replace_folder, write_atomically


def test_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Text is written as UTF-8 with its newlines as they are, bytes as they are, and nothing is left beside."""
    path = tmp_path / "a" / "b" / "graph.ttl"
    write_atomically(path, "Қазақ\r\n\n")
    assert path.read_bytes() == "Қазақ\r\n\n".encode()
    write_atomically(path, b"\x00")
    assert path.read_bytes() == b"\x00"
    assert list(path.parent.iterdir()) == [path]


def test_file_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    """A folder in the file's place is named with a remedy, and nothing is left beside it."""
    (tmp_path / "graph.ttl" / "full").mkdir(parents=True)
    with pytest.raises(KgError, match=r"graph\.ttl can't be written \(.*\); choose another folder"):
        write_atomically(tmp_path / "graph.ttl", "")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """The new folder is there whole, with nothing of the old one and nothing beside it."""
    dest = tmp_path / "store"
    for name in ("old", "new"):
        new = beside(dest)
        new.mkdir()
        (new / name).write_text(name, encoding="utf-8")
        replace_folder(new, dest)
        assert [path.name for path in dest.iterdir()] == [name]
    assert list(tmp_path.iterdir()) == [dest]


def test_old_folder_stays_when_there_is_no_new_one(tmp_path: Path) -> None:
    """A replacement that isn't there is an error, and what was there is there again."""
    dest = tmp_path / "store"
    dest.mkdir()
    (dest / "old").write_text("old", encoding="utf-8")
    with pytest.raises(KgError, match=r"store can't be written"):
        replace_folder(tmp_path / "missing", dest)
    assert [path.name for path in tmp_path.rglob("*")] == ["store", "old"]


@pytest.mark.parametrize("in_kernel", [True, False], ids=["by the kernel", "by reading"])
def test_pieces_of_a_file_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_kernel: bool) -> None:
    """They stand where they are written, between what else is; a file that is too short is noticed."""
    if not in_kernel:
        monkeypatch.delattr(os, "copy_file_range", raising=False)
        monkeypatch.setattr("kg.files._AT_ONCE", 3)
    (tmp_path / "old").write_bytes(b"0123456789")
    with (tmp_path / "old").open("rb") as old, (tmp_path / "new").open("wb") as new:
        new.write(b"<")
        Piece(old, 2, 5).write_to(new)
        new.write(b">")
        Piece(old, 0, 1).write_to(new)
        new.write(b"!")
        with pytest.raises(OSError, match="shorter than it was"):
            Piece(old, 8, 5).write_to(new)
    assert (tmp_path / "new").read_bytes().startswith(b"<23456>0!")
