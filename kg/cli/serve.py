"""`kg serve`: the graph on a web server of one's own."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

import click

from kg.cli import options
from kg.cli.examples import WithExamples
from kg.errors import KgError

_LOCAL = ("127.0.0.1", "localhost", "::1", "[::1]")


@click.command(
    "serve", cls=WithExamples, examples=("kg serve", "kg serve -d output --port 8080 --cors https://example.org")
)
@options.graph
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 is the whole network."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="Let scripts of this web site ask; * lets those of any.")
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Queries answered at once.  [default: one a core, at most 4]"
)
@click.option("--most-seconds", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Time for one query.")
@click.option("--most-megabytes", type=click.FloatRange(0.001), default=64.0, show_default=True, help="Of one answer.")
def command(
    folder: Path | None,
    host: str,
    port: int,
    cors: tuple[str, ...],
    workers: int | None,
    most_seconds: float,
    most_megabytes: float,
) -> None:
    """Show a graph on pages, and answer SPARQL at /sparql, until Ctrl-C.

    The server only reads. A graph that is built anew in the same folder is served as soon as it is there.
    """
    import uvicorn

    from kg.serve.app import app
    from kg.serve.pool import Limits

    served = app(
        options.graph_at(folder),
        workers=workers or min(os.cpu_count() or 1, 4),
        limits=Limits(most_seconds, int(most_megabytes * 1e6)),
        cors=cors,
        hosts=_LOCAL if host in _LOCAL else ("*",),
    )
    listening = _listening(host, port)
    address = f"[{host}]" if ":" in host else host
    click.echo(f"http://{address}:{listening.getsockname()[1]}/ shows the graph; Ctrl-C stops.", err=True)
    config = uvicorn.Config(served, log_level="warning", timeout_graceful_shutdown=5, server_header=False)
    with contextlib.suppress(KeyboardInterrupt):  # uvicorn raises it again once all is closed
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises KgError when the address can't be had."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(2048)  # whoever asks from now on waits until the first answer is ready
    except OSError as error:
        raise KgError(
            f"{host}:{port} can't be listened at ({error.strerror or error}); choose another --port."
        ) from error
    return listening
