"""The SPARQL 1.1 Protocol: a query by GET, by a form, or as the body of a POST; nothing is ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from urllib.parse import parse_qsl

import anyio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.errors import KgError
from kg.serve.answers import Answer, Question, triples_as
from kg.serve.description import description
from kg.serve.negotiation import ROWS, TRIPLES, best
from kg.serve.pool import Pool, TooSlowError

LONGEST = 1_000_000
"""Bytes of a request that are read at most; a query of people has some hundreds."""
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_CHARSET = "; charset=utf-8"


class RefusedError(KgError):
    """A request that is not answered, with the HTTP status that says why."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


async def endpoint(request: Request) -> Response:
    """Answer a request to /sparql."""
    try:
        parameters = await _parameters(request)
        if not _of(parameters, "query"):
            return _description(request)
        return await _answered(request, parameters)
    except RefusedError as error:
        return PlainTextResponse(f"{error}\n", error.status)


async def ask(request: Request, question: Question) -> Answer:
    """Have a question answered by the pool; its process is ended when the client goes away.

    Raises RefusedError with the status that fits: 400 for a wrong query or too long an answer, 503 for one that took
    too long.
    """
    gone, pool = Event(), request.app.state.pool
    assert isinstance(pool, Pool)
    found: list[Answer | KgError] = []

    def work() -> None:
        try:
            found.append(pool.ask(question, gone))
        except KgError as error:
            found.append(error)

    request.app.state.current.get()  # a build that was swapped in is answered from
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_watch, request, gone)
        await anyio.to_thread.run_sync(work)
        tasks.cancel_scope.cancel()
    (said,) = found
    if isinstance(said, Answer):
        return said
    raise RefusedError(503 if isinstance(said, TooSlowError) else 400, str(said)) from said


async def _watch(request: Request, gone: Event) -> None:
    while not gone.is_set():
        if await request.is_disconnected():
            gone.set()
        await anyio.sleep(0.2)


async def _answered(request: Request, parameters: Sequence[tuple[str, str]]) -> Response:
    rows, triples = _wanted(request, parameters)
    question = Question(
        _of(parameters, "query")[0],
        ROWS.get(rows or "", "json"),
        TRIPLES.get(triples or "", "turtle"),
        _dataset(parameters),
    )
    answer = await ask(request, question)
    media = rows if answer.form == "rows" else triples
    if media is None:
        offered = ", ".join(ROWS if answer.form == "rows" else TRIPLES)
        raise RefusedError(
            406, f"This query gives {answer.form}, which can be sent as {offered}; ask for one of these."
        )
    headers = {"Vary": "Accept"}
    if _of(parameters, "download"):
        headers["Content-Disposition"] = f'attachment; filename="answer.{_EXTENSIONS.get(media, "txt")}"'
    return Response(answer.body, media_type=media + (_CHARSET if media.startswith("text/") else ""), headers=headers)


_EXTENSIONS = {
    "application/sparql-results+json": "srj",
    "application/sparql-results+xml": "srx",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
}


async def _parameters(request: Request) -> list[tuple[str, str]]:
    """Return all parameters of a request, wherever the protocol has them; raises RefusedError for a wrong request."""
    inline = list(request.query_params.multi_items())
    if request.method != "POST":
        return _checked(inline)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = await _body(request)
    if media == _QUERY:
        return _checked([*inline, ("query", body)])
    if media == _FORM:
        return _checked([*inline, *parse_qsl(body, keep_blank_values=True, max_num_fields=1000)])
    raise RefusedError(415, f"A query is sent as {_QUERY} or {_FORM}, not as {media or 'nothing'}.")


def _checked(parameters: list[tuple[str, str]]) -> list[tuple[str, str]]:
    if _of(parameters, "update"):
        raise RefusedError(403, "This server only reads; build the graph anew with kg build to change it.")
    if len(_of(parameters, "query")) > 1:
        raise RefusedError(400, "There are several queries in the request; send one at a time.")
    return parameters


async def _body(request: Request) -> str:
    held = bytearray()
    async for part in request.stream():
        held += part
        if len(held) > LONGEST:
            raise RefusedError(413, f"The request is longer than {LONGEST:,} bytes.")
    try:
        return held.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "The request is not UTF-8 text.") from None


def _of(parameters: Sequence[tuple[str, str]], name: str) -> list[str]:
    return [value for key, value in parameters if key == name]


def _wanted(request: Request, parameters: Sequence[tuple[str, str]]) -> tuple[str | None, str | None]:
    """Return the media types wanted for rows and for triples: ``format`` is a name or media type, for links."""
    short = _of(parameters, "format")
    if short:
        rows = next((media for media, name in ROWS.items() if short[0] in (name, media)), None)
        triples = next((media for media, name in TRIPLES.items() if short[0] in (name, media)), None)
        return rows, triples
    accept = request.headers.get("accept", "")
    return best(accept, tuple(ROWS)), best(accept, tuple(TRIPLES))


def _dataset(parameters: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    default, named = tuple(_of(parameters, "default-graph-uri")), tuple(_of(parameters, "named-graph-uri"))
    return (default, named) if default or named else None


def _description(request: Request) -> Response:
    """Answer a request without a query: people get the page where one is written, programs the service description."""
    if request.method == "POST":
        raise RefusedError(400, "The request has no query.")
    media = best(request.headers.get("accept", ""), ("text/turtle", "text/html", *TRIPLES))
    if media == "text/html":
        return RedirectResponse("/query", 303, {"Vary": "Accept"})
    if media is None:
        raise RefusedError(406, f"The service description can be sent as {', '.join(TRIPLES)}.")
    address = str(request.url.replace(query=""))
    body = triples_as(TRIPLES[media], description(address))
    return Response(
        body, media_type=media + (_CHARSET if media.startswith("text/") else ""), headers={"Vary": "Accept"}
    )
