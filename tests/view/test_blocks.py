"""Data packed for a page in pieces, each of which is the same in any page."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.view.blocks import block, listed, piece, unpacked

ANYTHING = st.recursive(
    st.none() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


@given(st.lists(ANYTHING, max_size=8))
def test_a_list_is_put_together_of_its_pieces(values: list[Any]) -> None:
    """The page reads one list, however many pieces it came in; each stands in it as it was packed."""
    pieces = [piece(value) for value in values]
    text = "".join(block(listed(pieces)))
    assert unpacked(text) == values
    assert all(b64encode(one).decode() in text for one in pieces)
    assert re.fullmatch("[A-Za-z0-9+/]*={0,2}", text)
