"""The marks in an announcement's text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.serve.marked import Claimed, pieces


def _claim(start: int, end: int, modality: str = "asserted") -> Claimed:
    return Claimed("c", "Имашев", "", "қатысушы", "Кездесу", "", "meeting.verb", 0.9, modality, start, end)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-2, 70), st.integers(-2, 70)), max_size=8))
def test_no_letter_is_lost_or_moved(text: str, spans: list[tuple[int, int]]) -> None:
    """However claims overlap, and wherever they point, the pieces put together are the text."""
    assert "".join(piece.text for piece in pieces(text, [_claim(*span) for span in spans])) == text


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_each_letter_of_a_claim_is_marked(spans: list[tuple[int, int]]) -> None:
    """A letter is marked if and only if some claim rests on it."""
    marked = [bool(piece.tells) for piece in pieces("x" * 40, [_claim(*s) for s in spans]) for _ in piece.text]
    assert marked == [any(start <= at < end <= 40 for start, end in spans) for at in range(40)]


def test_a_mark_tells_the_claim_its_rule_and_what_it_is() -> None:
    """The tooltip says what was found, how and how surely, and that a plan is no fact."""
    before, told, after = pieces("Ол келеді деп", [_claim(3, 9, "planned")])
    assert (before.text, told.text, after.text) == ("Ол ", "келеді", " деп")
    assert told.tells == "Имашев · қатысушы · Кездесу (meeting.verb, 90%, planned)"
    assert told.ids == ("w3-9",)
    assert not told.fact
