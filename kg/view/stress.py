"""Positions in which distances on the page follow distances in the graph (stress majorization)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

ROUNDS = 200
GOLDEN_ANGLE = 2.399963229728653


def settle(graph: nx.Graph[str], order: list[str]) -> NDArray[np.float64]:
    """Return positions (n, 2) of a connected graph's nodes, in the order given; edges bear their ``length`` in pixels.

    Every pair is drawn towards its shortest-path length, near pairs more strongly than far ones (weight 1/d²), as
    Kamada and Kawai do; the solver is SMACOF, which needs numpy alone. The start is the classical scaling of the same
    distances, so nothing is random. The longer side lies across.
    """
    if len(order) == 1:
        return np.zeros((1, 2))
    wanted = _path_lengths(graph, order)
    places = _classical_scaling(wanted)
    weights = np.divide(1.0, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian, hermitian=True)
    for _ in range(ROUNDS):
        moved = _times(inverse, _times(_pull(places, wanted, weights), places))
        done = float(np.abs(moved - places).max()) < 0.2
        places = moved
        if done:
            break
    # Threads of the linear algebra may differ in the last digit from machine to machine; what is drawn must not.
    return np.round(_lying(places), 1)


def _path_lengths(graph: nx.Graph[str], order: list[str]) -> NDArray[np.float64]:
    import networkx as nx

    place = {node: number for number, node in enumerate(order)}
    lengths = np.zeros((len(order), len(order)))
    for source, row in nx.all_pairs_dijkstra_path_length(graph, weight="length"):
        for target, length in row.items():
            lengths[place[source], place[target]] = length
    return np.asarray((lengths + lengths.T) / 2)


def _classical_scaling(wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Start from the two main directions of the distances; things that would coincide are fanned out."""
    values, vectors = np.linalg.eigh(_centred_squares(wanted))
    return _fanned(vectors[:, [-1, -2]] * np.sqrt(np.maximum(values[[-1, -2]], 0.0)), wanted)


def _centred_squares(wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    squares = wanted**2
    rows = squares.mean(axis=1, keepdims=True)
    return np.asarray(-0.5 * (squares - rows - rows.T + squares.mean()))


def _fanned(main: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    count = len(main)
    main = main * np.where(main[np.abs(main).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    turn = np.arange(count) * GOLDEN_ANGLE
    fan = np.sqrt(np.arange(count) + 1.0)[:, None] * np.column_stack((np.cos(turn), np.sin(turn)))
    return np.asarray(np.round(main, 3) + 0.05 * float(wanted.max()) / np.sqrt(count) * fan)


def _pull(
    places: NDArray[np.float64], wanted: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    across, down = (places[:, None, axis] - places[None, :, axis] for axis in (0, 1))
    gaps = np.sqrt(across * across + down * down)  # many times as quick as np.hypot, and alike on every machine
    ratio = -weights * (wanted / np.where(gaps > 1e-9, gaps, np.inf))
    np.fill_diagonal(ratio, 0.0)
    np.fill_diagonal(ratio, -ratio.sum(axis=1))
    return np.asarray(ratio)


def _times(matrix: NDArray[np.float64], columns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Multiply without the linear algebra library."""
    return np.column_stack([(matrix * columns[:, number]).sum(axis=1) for number in (0, 1)])


def _lying(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Centre and turn so that the widest direction is horizontal."""
    middle = places - places.mean(axis=0)
    _, vectors = np.linalg.eigh(_times(middle.T, middle))
    axes = vectors[:, ::-1]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    return np.asarray(middle @ axes)
