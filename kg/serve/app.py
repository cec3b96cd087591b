"""The server put together: its routes, one line each, and what every answer bears."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kg import __version__
from kg.records import LANGUAGES
from kg.serve.asking import asking, picture_of
from kg.serve.look import stylesheet
from kg.serve.opened import Current
from kg.serve.pages import announcements, home, individual, missing, search
from kg.serve.pool import Limits, Pool
from kg.serve.sparql import endpoint
from kg.serve.words import preferred


def app(
    folder: Path,
    *,
    workers: int = 2,
    limits: Limits | None = None,
    cors: Sequence[str] = (),
    hosts: Sequence[str] = ("*",),
) -> Starlette:
    """Return the server of the graph in ``folder`` as an ASGI application.

    ``workers`` processes answer queries within ``limits``. ``cors`` are origins whose scripts may ask ("*" for any);
    ``hosts`` the names by which the server may be called. Raises KgError when the folder holds no graph.
    """
    pools: list[Pool] = []

    def renew() -> None:
        for pool in pools:
            pool.renew()

    current = Current(folder, renew)

    @asynccontextmanager
    async def running(served: Starlette) -> AsyncIterator[None]:
        pools.append(Pool(folder, workers, limits or Limits()))
        served.state.pool = pools[0]
        try:
            yield
        finally:
            pools[0].close()

    served = Starlette(
        routes=_ROUTES,
        lifespan=running,
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(CORSMiddleware, allow_origins=list(cors), allow_methods=["GET", "POST"], allow_headers=["*"]),
            Middleware(_Spoken),
        ],
        exception_handlers={404: _missing, 500: _broken},
    )
    served.state.current, served.state.picture = current, folder / "graph.html"
    return served


class _Spoken:
    """Finds the language of a request: asked for by ?lang=, chosen before (a cookie), or what the browser prefers."""

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        request = Request(scope)
        chosen, before = request.query_params.get("lang"), request.cookies.get("lang")
        known = next((one for one in (chosen, before) if one in LANGUAGES), None)
        request.state.lang = known or preferred(request.headers.get("accept-language", ""))

        async def sending(message: object) -> None:
            if message["type"] == "http.response.start":  # type: ignore[index]
                headers = message["headers"]  # type: ignore[index]
                headers.append((b"x-content-type-options", b"nosniff"))
                headers.append((b"referrer-policy", b"no-referrer"))
                if chosen in LANGUAGES and chosen != before:
                    headers.append((b"set-cookie", f"lang={chosen}; Path=/; SameSite=Lax; Max-Age=31536000".encode()))
            await send(message)  # type: ignore[arg-type]

        await self._inner(scope, receive, sending)


def _health(request: Request) -> Response:
    request.app.state.current.get()
    return JSONResponse({"status": "ok", "version": __version__})


def _picture(request: Request) -> Response:
    path: Path = request.app.state.picture
    return FileResponse(path, media_type="text/html; charset=utf-8") if path.is_file() else missing(request)


def _missing(request: Request, error: Exception) -> Response:
    return missing(request)


def _broken(request: Request, error: Exception) -> Response:
    return PlainTextResponse("The server has a fault; its log says which. Please report it.\n", 500)


_ROUTES = [
    Route("/", home),
    Route("/search", search),
    Route("/announcements", announcements),
    Route("/query", asking),
    Route("/query/picture", picture_of),
    Route("/picture", _picture),
    Route("/sparql", endpoint, methods=["GET", "POST"]),
    Route("/id/{path:path}", individual),
    Route("/style.css", stylesheet),
    Route("/health", _health),
]
