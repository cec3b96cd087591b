"""The names of states that are generated from Babel."""

from __future__ import annotations

from pathlib import Path

from kg.resources import resource
from kg.territories import FILE, stale, territories_csv


def test_shipped_names_are_those_of_babel() -> None:
    """The generated file is what the Babel it names would give."""
    assert stale() is None


def test_stale_file_is_told(tmp_path: Path) -> None:
    """A file that was edited by hand is noticed."""
    edited = tmp_path / "states-cldr.csv"
    edited.write_text(territories_csv().replace("Қазақстан", "Қазақия"), "utf-8")
    assert "write it anew" in str(stale(edited))


def test_other_release_is_not_judged(tmp_path: Path) -> None:
    """Names of another release of Babel may differ."""
    other = tmp_path / "states-cldr.csv"
    header, _, rest = territories_csv().partition("\n")
    other.write_text("# from Babel 0.0 (CLDR)\n" + rest.replace("Қазақстан", "Қазақия"), "utf-8")
    assert stale(other) is None
    assert "Babel" in header


def test_every_state_of_iso_is_there() -> None:
    """States have a row each; what CLDR adds to them (the euro area, pseudo-accents) has none."""
    lines = resource(FILE).read_text("utf-8").splitlines()
    ids = [line.split(",")[0] for line in lines[2:]]
    assert len(ids) == len(set(ids)) == 250
    assert {"kz", "ru", "gb", "zw"} <= set(ids)
    assert not {"eu", "xa", "zz", "un"} & set(ids)
