"""Connects to a Ray cluster, which tells nobody that it is used."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import KgError


@contextmanager
def connected(address: str | None) -> Iterator[None]:
    """Stay connected to the cluster at an address; None is that of RAY_ADDRESS, else a new one of this machine alone.

    A connection that is there already is used as it is. Raises KgError when Ray isn't installed or no cluster answers.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # else Ray reports its use to its makers
    try:
        import ray
        import ray.data
    except ImportError:
        raise KgError("--engine ray needs Ray; pip install 'habar[ray]'") from None
    if ray.is_initialized():
        with _quiet_data():
            yield
        return
    _check(address or os.environ.get("RAY_ADDRESS", ""))
    try:
        ray.init(address=address, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        where = address or os.environ.get("RAY_ADDRESS", "this machine")
        raise KgError(f"no Ray cluster answers at {where} ({_first(error)}); check --address, or ray status") from error
    try:
        with _quiet_data():
            yield
    finally:
        ray.shutdown()


@contextmanager
def _quiet_data() -> Iterator[None]:
    """Have Ray Data move what we give it in small pieces, so that many machines have some, and say nothing."""
    from ray.data import DataContext

    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = DataContext.get_current()
    before = context.enable_progress_bars, context.target_max_block_size
    context.enable_progress_bars, context.target_max_block_size = False, 1 << 20
    try:
        yield
    finally:
        context.enable_progress_bars, context.target_max_block_size = before


def _check(address: str) -> None:
    """See that something answers at HOST:PORT, since Ray tries for two minutes; raises KgError."""
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    if not colon or not port.isdigit():
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
    except (OSError, OverflowError) as error:
        raise KgError(f"no Ray cluster answers at {address} ({error}); check --address, or ray status") from error


def _first(error: BaseException) -> str:
    """Return the first sentence of what Ray says, which may go on for a page."""
    return " ".join(str(error).split())[:200].partition(". ")[0]
