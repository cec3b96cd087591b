"""Put rectangles side by side in about the shape of a screen."""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[float, float]


def pack(sizes: Sequence[tuple[float, float]], aspect: float) -> list[Place]:
    """Return the top left corners of rectangles that do not overlap, in the order given.

    The larger are placed first, each where the whole stays smallest and nearest to ``aspect`` (width / height).
    """
    placed: list[tuple[float, float, float, float]] = []
    corners: dict[int, Place] = {}
    for number in sorted(range(len(sizes)), key=lambda number: (-sizes[number][0] * sizes[number][1], number)):
        across, down = sizes[number]
        spots = [(0.0, 0.0)]
        spots += [(right, top) for _, top, right, _ in placed] + [(left, bottom) for left, _, _, bottom in placed]
        spots += [(right, 0.0) for _, _, right, _ in placed] + [(0.0, bottom) for _, _, _, bottom in placed]
        free = [spot for spot in spots if not _hits((*spot, spot[0] + across, spot[1] + down), placed)]
        best = min(free, key=lambda spot: (_extent(placed, spot[0] + across, spot[1] + down, aspect), spot[1], spot[0]))
        corners[number] = best
        placed.append((*best, best[0] + across, best[1] + down))
    return [corners[number] for number in range(len(sizes))]


def _hits(box: tuple[float, float, float, float], placed: list[tuple[float, float, float, float]]) -> bool:
    left, top, right, bottom = box
    return any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in placed)


def _extent(placed: list[tuple[float, float, float, float]], right: float, bottom: float, aspect: float) -> float:
    """Return the height of the smallest screen of that aspect that holds all."""
    across = max([right, *(box[2] for box in placed)])
    down = max([bottom, *(box[3] for box in placed)])
    return round(max(across / aspect, down), 3)
