"""Stretches of what a picture shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.view.shown import borders

NAMES = st.sets(st.text(max_size=8), max_size=300).map(sorted)


@given(NAMES, st.integers(1, 9))
def test_stretches_follow_one_another(names: list[str], least: int) -> None:
    """They hold all, and but for the first and the last, which end where there is no more, none is short."""
    found = list(borders(names, least))
    assert [0, *(end for _, end in found)] == [first for first, _ in found] + [len(names)]
    assert all(end - first > least for first, end in found[1:-1])


@given(NAMES, st.text(max_size=8), st.integers(1, 9))
def test_what_is_new_moves_no_border_elsewhere(names: list[str], new: str, least: int) -> None:
    """A name more leaves the stretches that lie apart from it as they were."""
    more = sorted({*names, new})
    place = more.index(new)
    now = {tuple(more[first:end]) for first, end in borders(more, least)}
    apart = [(first, end) for first, end in borders(names, least) if end + least < place or first - least >= place]
    assert {tuple(names[first:end]) for first, end in apart} <= now
