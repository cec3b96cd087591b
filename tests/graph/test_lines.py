"""Two load one file of lines: every line once, blank nodes by one of them, mistakes told by their line in the file."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.graph import lines
from kg.graph.lines import Lines, Reader
from kg.graph.shards import load_shards
from kg.graph.store import open_store

MANY = 60_000  # lines, several blocks


def line(number: int, object_: str = '"x"') -> str:
    """Return a line of N-Triples."""
    return f"<urn:s{number}> <urn:p> {object_} .\n"


@given(
    st.lists(st.sampled_from(["a", "bb", "ccc ccc", "_:d"]), max_size=30),
    st.booleans(),
    st.integers(1, 9),
    st.lists(st.booleans(), min_size=1),
)
def test_each_line_is_read_once_and_known_by_its_number(
    said: list[str], ended: bool, at_once: int, turns: list[bool]
) -> None:
    """Whoever reads when: all lines come, those with blank nodes to the first reader, each with its own number."""
    text = "\n".join(said) + ("\n" if ended and said else "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_AT_ONCE", at_once)
        whole = Lines(io.BytesIO(text.encode()))
        readers = [Reader(whole, first=True), Reader(whole, first=False)]
        read = [bytearray(), bytearray()]
        for turn in [*turns, *[False] * 200]:
            read[turn] += readers[turn].read(4)
        read[False] += readers[False].read()
        read[True] += readers[True].read()  # what is left of its block, if anything
    found = {}
    for reader, got in zip(readers, read, strict=True):
        for number, one in enumerate(got.decode().splitlines(), 1):
            found[reader.line(number)] = one
    assert [found[number] for number in sorted(found)] == text.splitlines()
    assert sorted(found) == list(range(1, len(text.splitlines()) + 1))
    assert b"_:" not in read[True]
    assert whole.lines == text.count("\n")


def test_a_long_file_is_loaded_whole(tmp_path: Path) -> None:
    """It is more than one block, and ends without a line break."""
    text = "".join(line(number) for number in range(MANY)).rstrip("\n")
    (tmp_path / "long.nt").write_text(text)
    assert load_shards([str(tmp_path / "long.nt")], tmp_path) == MANY
    assert set(open_store(tmp_path)) == set(ox.parse(text, format=ox.RdfFormat.N_TRIPLES))


def test_a_blank_node_is_one_throughout_a_file(tmp_path: Path) -> None:
    """Even where its lines are far from one another; in two files it is two."""
    text = [line(number, "_:b" if number % 20_000 == 15_000 else '"x"') for number in range(MANY)]
    for name in ("a.nt", "b.nt"):
        (tmp_path / name).write_text("".join(text))
    load_shards([str(tmp_path / "a.nt"), str(tmp_path / "b.nt")], tmp_path)
    blank = [quad.object for quad in open_store(tmp_path) if isinstance(quad.object, ox.BlankNode)]
    assert (len(blank), len(set(blank))) == (6, 2)


@pytest.mark.parametrize("wrong", [1, 2, 29_999, MANY])
def test_a_mistake_is_told_by_its_line(wrong: int, tmp_path: Path) -> None:
    """Wherever it is, and nothing is left behind."""
    text = [line(number) for number in range(1, MANY + 1)]
    text[wrong - 1] = "<urn:s> <urn:p> .\n"
    (tmp_path / "long.nt").write_text("".join(text))
    with pytest.raises(KgError, match=rf"long\.nt, line {wrong}: .*; mend it there"):
        load_shards([str(tmp_path / "long.nt")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["long.nt"]
