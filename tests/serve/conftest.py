"""A graph built from announcements, and a real server of it in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg import build
from kg.records import Announcement

SAMPLES = Path(__file__).parents[2] / "data" / "announcements"
HOSTILE = Announcement(
    id="a/b?c=<script>alert(1)</script>",
    text='12.03.2020\n\n<script>alert(1)</script> "onload="\n\nМинистр Асхат Берікұлы <img src=x onerror=alert(2)> '
    "Нұра университетінің ректоры Дана Сейітовамен кездесті.\n",
    lang="kk",
    published="2020-03-12",
    url="javascript:alert(3)",
)


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of some samples and an announcement that would be more than text."""
    folder = tmp_path_factory.mktemp("served")
    build([*sorted(SAMPLES.glob("2017-*.txt")), *sorted(SAMPLES.glob("2023-*.txt")), HOSTILE], folder)
    return folder


class Server:
    """A running `kg serve` and a client of it."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [sys.executable, "-m", "kg", "serve", "-d", str(folder), "--port", "0", "--workers", "2", *options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
        assert self.process.stderr is not None
        said = self.process.stderr.readline()
        found = re.search(r"http://\S+", said)
        assert found, said
        self.address = found.group().rstrip("/")
        self.client = httpx.Client(base_url=self.address, timeout=60, headers={"Accept-Language": "kk"})

    def stop(self) -> int:
        """Stop the server as Ctrl-C does; return its exit code."""
        self.client.close()
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)


@pytest.fixture(scope="session")
def server(graph: Path) -> Iterator[Server]:
    """Yield a server with narrow limits, stopped at the end."""
    running = Server(graph, "--most-seconds", "3", "--most-megabytes", "0.2", "--cors", "https://example.org")
    yield running
    assert running.stop() == 0


@pytest.fixture
def client(server: Server) -> httpx.Client:
    """Return a client of the server that follows no redirects."""
    return server.client
