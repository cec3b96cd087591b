"""Move boxes apart until none overlap, and off the lines that aren't theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROUNDS = 350  # rounds of pushing boxes apart before the drawing is widened instead
CLEAR = 5  # pixels between a box and a line that isn't its own


def spread(
    places: NDArray[np.float64], sizes: NDArray[np.float64], lines: NDArray[np.int64], gap: float, tidy: int
) -> NDArray[np.float64]:
    """Return centres (n, 2) of boxes of ``sizes`` (n, 2) that are at least ``gap`` pixels apart.

    ``lines`` (m, 2) holds the numbers of the boxes that each line joins. For the first ``tidy`` rounds boxes also leave
    lines that pass under them, as far as that goes; then only overlap counts. Ends for any input: when pushing does not
    suffice the whole drawing is widened step by step.
    """
    places = places.copy()
    room = sizes + gap
    for turn in range(tidy + ROUNDS):
        aside = _off_lines(places, sizes, lines) if turn < tidy and len(lines) else np.zeros_like(places)
        places += aside
        push = _apart(places, room)
        if not push.any() and not aside.any():
            return places
        places = np.round(places + push, 6)
    while (push := _apart(places, room)).any():
        places = (places + push) * 1.03
    return places


def underpasses(places: NDArray[np.float64], sizes: NDArray[np.float64], lines: NDArray[np.int64]) -> int:
    """Return how often a line passes under a box that it does not belong to."""
    return int((np.abs(_lack(places, sizes, lines)[0]) > CLEAR).sum()) if len(lines) else 0


def _apart(places: NDArray[np.float64], room: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far each box should go: half of each overlap, along the side where it is least."""
    gap_x = places[:, None, 0] - places[None, :, 0]
    gap_y = places[:, None, 1] - places[None, :, 1]
    lack_x = (room[:, None, 0] + room[None, :, 0]) / 2 - np.abs(gap_x)
    lack_y = (room[:, None, 1] + room[None, :, 1]) / 2 - np.abs(gap_y)
    hit = (lack_x > 1e-6) & (lack_y > 1e-6)
    np.fill_diagonal(hit, False)
    rank = np.arange(len(places))
    order = np.sign(rank[:, None] - rank[None, :]).astype(float)
    across = hit & (lack_x <= lack_y)
    push_x = np.where(across, np.where(gap_x == 0, order, np.sign(gap_x)) * lack_x, 0.0).sum(axis=1)
    push_y = np.where(hit & ~across, np.where(gap_y == 0, order, np.sign(gap_y)) * lack_y, 0.0).sum(axis=1)
    # Half of the overlap each, and a little more so that the last pixel is not approached for ever.
    return np.asarray(np.column_stack((push_x, push_y)) * 0.51 / np.sqrt(np.maximum(hit.sum(axis=1), 1))[:, None])


def _lack(
    places: NDArray[np.float64], sizes: NDArray[np.float64], lines: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how far each box (n) has to go along each line's normal (m, 2) to clear that line (m), and the normals."""
    start, end = places[lines[:, 0]], places[lines[:, 1]]
    along = end - start
    length = np.maximum(np.linalg.norm(along, axis=1), 1e-6)
    across = np.column_stack((-along[:, 1], along[:, 0])) / length[:, None]
    share = (_products(places, along) - (start * along).sum(axis=1)) / length**2
    offset = _products(places, across) - (start * across).sum(axis=1)
    lack = _products(sizes, np.abs(across)) / 2 + CLEAR - np.abs(offset)
    lack = np.where((lack > 0) & (share > 0.03) & (share < 0.97), lack, 0.0)
    lack[lines[:, 0], np.arange(len(lines))] = 0.0
    lack[lines[:, 1], np.arange(len(lines))] = 0.0
    return np.where(offset >= 0, lack, -lack), across


def _products(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the product of each vector (n, 2) with each other (m, 2).

    Without the linear algebra library: its threads wait for one another on a busy machine, hundreds of times here.
    """
    return np.asarray(one[:, 0, None] * other[:, 0] + one[:, 1, None] * other[:, 1])


def _off_lines(
    places: NDArray[np.float64], sizes: NDArray[np.float64], lines: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return how far boxes should go to clear lines between other boxes; the ends of the line give way a little."""
    lack, across = _lack(places, sizes, lines)
    push = 0.3 * np.column_stack([(lack * across[:, number]).sum(axis=1) for number in (0, 1)])
    give = -0.1 * lack.sum(axis=0)[:, None] * across
    for column in (0, 1):
        np.add.at(push, lines[:, column], give)
    return np.asarray(np.clip(push, -30, 30))
