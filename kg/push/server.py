"""Talks to a SPARQL server: sends a request, tries again where that may help, else says what is wrong."""

from __future__ import annotations

import time
from collections.abc import Generator
from os import environ
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx

from kg.errors import KgError

USER, PASSWORD, TOKEN = "HABAR_PUSH_USER", "HABAR_PUSH_PASSWORD", "HABAR_PUSH_TOKEN"
"""The environment variables that hold credentials; on a command line others could read them."""
TRIES = 5
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0
_SECONDS = httpx.Timeout(30.0, read=600.0)


class Server:
    """A SPARQL server at an address; ``wait`` is slept between tries, in seconds, doubled each time."""

    def __init__(self, address: str, wait: float = 1.0) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise KgError(f"{address} is no web address; give one such as http://localhost:7878/store")
        if parts.username or parts.password:
            raise KgError(f"Put the user and password into {USER} and {PASSWORD}, not into the address.")
        self.address, self._wait = address, wait
        headers = {"Authorization": f"Bearer {environ[TOKEN]}"} if TOKEN in environ else {}
        self._client = httpx.Client(timeout=_SECONDS, headers=headers)
        if USER in environ:
            self._client.auth = _Credentials(environ[USER], environ.get(PASSWORD, ""))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._client.close()

    def send(self, method: str, parameters: dict[str, str], body: bytes, kind: str) -> httpx.Response:
        """Send a request with a body of a media type, several times if the server is busy or away.

        Raises KgError that names the address and what the server said; 404 is for the caller to judge.
        """
        headers = {"Content-Type": kind} if kind else {}
        wait = self._wait
        for left in reversed(range(TRIES)):
            try:
                said = self._client.request(method, self.address, params=parameters, content=body, headers=headers)
            except httpx.TransportError as error:
                if not left:
                    raise KgError(f"{self.address} can't be reached ({error}); is the server running?") from error
            else:
                if said.status_code not in _LATER or not left:
                    return self._checked(said)
                wait = max(wait, _asked_to_wait(said))
            time.sleep(min(wait, _LONGEST_WAIT))
            wait *= 2
        raise AssertionError("the last try returns or raises")

    def _checked(self, said: httpx.Response) -> httpx.Response:
        if said.is_success or said.status_code == 404:
            return said
        if said.status_code in (401, 403):
            raise KgError(f"{self.address} wants other credentials ({said.status_code}); set {USER} and {PASSWORD}.")
        if said.is_redirect:
            raise KgError(
                f"{self.address} leads to {said.headers.get('location', '')}; give that address if you trust it."
            )
        first = " ".join(said.text.split())[:300] or said.reason_phrase
        raise KgError(
            f"{self.address} refused the graph ({said.status_code}: {first}); check the address and --protocol."
        )


class _Credentials(httpx.Auth):
    """Basic or Digest authentication, whichever the server asks for when it is first sent a request without any."""

    def __init__(self, user: str, password: str) -> None:
        self._basic, self._digest = httpx.BasicAuth(user, password), httpx.DigestAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            said = yield request
            if said.status_code != 401:
                return
            digests = "digest" in said.headers.get("www-authenticate", "").lower()
            self._chosen = self._digest if digests else self._basic
        yield from self._chosen.auth_flow(request)


def _asked_to_wait(said: httpx.Response) -> float:
    told = said.headers.get("retry-after", "")
    return float(told) if told.isdigit() else 0.0
