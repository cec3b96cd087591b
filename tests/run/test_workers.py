"""Real processes that work, die and are killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from kg.run.workers import Died, Workers, begin, cores


def square(number: int) -> int:
    """Work, unless the number is one that kills."""
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def once(path: str) -> str:
    """Die the first time that a path is given."""
    if not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return path


def parent(_: int) -> int:
    """Return the process that started this one."""
    return os.getppid()


def fail(number: int) -> int:
    """Raise."""
    raise ValueError(f"a fault in {number}")


def results(workers: Workers[int, int], numbers: list[int]) -> dict[int, int | None]:
    """Return the result for each number, None where its worker died."""
    found = [pair for batch in workers.map(numbers) for pair in batch]
    assert len(found) == len(numbers)
    return {number: None if isinstance(result, Died) else result for number, result in found}


@pytest.mark.parametrize("number", [1, 2])
def test_all_is_done(number: int) -> None:
    """Every thing has its result, whatever the number of workers."""
    with Workers(number, square) as workers:
        assert results(workers, list(range(100))) == {one: one * one for one in range(100)}


def test_who_dies_costs_one_thing_only() -> None:
    """What kills its worker twice is given up; what was under way beside it is done, and so is the rest."""
    numbers = [*range(20), -1, *range(20, 70), -2, *range(70, 100)]
    with Workers(2, square) as workers:
        found = results(workers, numbers)
    assert found == {one: None if one < 0 else one * one for one in numbers}


def test_who_dies_is_tried_again(tmp_path: Path) -> None:
    """A worker that was killed by chance costs nothing."""
    with Workers(1, once) as workers:
        assert list(workers.map([str(tmp_path / "a")])) == [[(str(tmp_path / "a"), str(tmp_path / "a"))]]


def test_only_a_few_things_are_held() -> None:
    """Things are taken as there is room for them: an endless row of them can be worked through."""
    taken = count()
    with Workers(2, square) as workers:
        batches = workers.map(iter(taken.__next__, None))
        done = sum(len(next(batches)) for _ in range(10))
    assert next(taken) - done < 100


def test_this_process_goes_on_meanwhile() -> None:
    """While no result is ready, small steps of something else are taken, and no more than there are."""
    steps: list[int] = []
    with Workers(1, square) as workers:
        done = [pair for batch in workers.map(range(30), _stepping(steps)) for pair in batch]
    assert sorted(done) == [(one, one * one) for one in range(30)]
    assert steps  # the first before the worker has started
    assert steps == [1, 2, 3][: len(steps)]


def _stepping(steps: list[int]) -> Iterator[None]:
    for number in (1, 2, 3):
        steps.append(number)
        yield


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="no fork server here")
def test_what_starts_workers_is_there_before_they_are() -> None:
    """The fork server is started ahead, and the workers are its children."""
    from multiprocessing import forkserver

    begin(("kg.run.ready",))
    server = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    assert server
    with Workers(1, parent) as workers:
        assert list(workers.map([0])) == [[(0, server)]]


def test_an_error_of_the_function_is_ours() -> None:
    """What the function raises is raised here, and no process is left."""
    with pytest.raises(ValueError, match="a fault in 1"), Workers(1, fail) as workers:
        list(workers.map([1]))


def test_there_is_a_core() -> None:
    """At least one."""
    assert cores() >= 1
