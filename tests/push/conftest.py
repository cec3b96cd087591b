"""Real SPARQL servers, started for the tests: Oxigraph's own and Virtuoso."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from kg import build
from tests.serve.conftest import HOSTILE, SAMPLES

_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = {inner}
ServerThreads = 4
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
[HTTPServer]
ServerPort = {outer}
ServerThreads = 4
"""


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of some samples and an announcement with an id that is no plain word."""
    folder = tmp_path_factory.mktemp("pushed")
    build([*sorted(SAMPLES.glob("2017-*.txt")), HOSTILE], folder)
    return folder


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """Yield the address of an empty Oxigraph server."""
    port = _free_port()
    program = Path(sys.executable).with_name("oxigraph")
    command = [str(program), "serve", "--location", str(tmp_path / "oxigraph"), "--bind", f"127.0.0.1:{port}"]
    yield from _running(command, tmp_path, f"http://127.0.0.1:{port}", "/query?query=ASK%7B%7D")


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of an empty Virtuoso server; skip where it is not installed."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("no Virtuoso on this machine; install the package virtuoso-opensource-7-bin")
    folder, inner, outer = tmp_path_factory.mktemp("virtuoso"), _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(inner=inner, outer=outer), encoding="ascii")
    command = [program, "-f", "-c", "virtuoso.ini"]
    yield from _running(command, folder, f"http://127.0.0.1:{outer}", "/sparql?query=ASK%7B%7D")


@pytest.fixture
def credentials(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Return what puts a user and password where `kg push` looks for them."""

    def put(user: str, password: str) -> None:
        monkeypatch.setenv("HABAR_PUSH_USER", user)
        monkeypatch.setenv("HABAR_PUSH_PASSWORD", password)

    return put


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _running(command: list[str], folder: Path, address: str, ready: str) -> Iterator[str]:
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    try:
        _wait(process, address + ready, folder / "output.txt")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(process: subprocess.Popen[bytes], address: str, output: Path) -> None:
    for _ in range(600):
        try:
            if httpx.get(address, timeout=5).is_success:
                return
        except httpx.TransportError:
            pass
        assert process.poll() is None, output.read_text("utf-8", errors="replace")
        time.sleep(0.1)
    raise AssertionError("the server does not answer")
