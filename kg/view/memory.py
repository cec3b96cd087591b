"""What takes long to work out for a picture, kept from one to the next by a hash of all that it depends on."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any, Protocol

import msgspec


class Memory(Protocol):
    """Where it is kept."""

    def recall(self, key: bytes) -> bytes | None:
        """Return what was kept, None where nothing was or it can't be read."""

    def remember(self, key: bytes, data: bytes) -> None:
        """Keep something."""


class Forgetful:
    """Keeps nothing."""

    def recall(self, key: bytes) -> bytes | None:
        """Return None."""
        return None

    def remember(self, key: bytes, data: bytes) -> None:
        """Do nothing."""


def recalled(memory: Memory, what: str, given: object, work: Callable[[], Any]) -> Any:
    """Return what ``work`` gives of what is ``given``, from the memory if it is there; both must be JSON.

    Lists stand for tuples in what comes back, so ``work`` should give lists.
    """
    if isinstance(memory, Forgetful):
        return work()
    key = sha256(what.encode() + b" " + msgspec.json.encode(given)).digest()
    known = memory.recall(key)
    if known is not None:
        return msgspec.json.decode(known)
    found = work()
    memory.remember(key, msgspec.json.encode(found))
    return found


def recalled_bytes(memory: Memory, what: str, given: object, work: Callable[[], bytes]) -> bytes:
    """Return the bytes that ``work`` gives of what is ``given`` (JSON), from the memory if they are there."""
    if isinstance(memory, Forgetful):
        return work()
    key = sha256(what.encode() + b" " + msgspec.json.encode(given)).digest()
    known = memory.recall(key)
    if known is None:
        known = work()
        memory.remember(key, known)
    return known
