"""The page on which people ask: named questions, SPARQL of their own, the answer as a table or a picture."""

from __future__ import annotations

import re
from collections.abc import Mapping

import anyio
import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.errors import KgError
from kg.ontology import PREFIXES
from kg.query.catalogue import Question as Named
from kg.query.catalogue import question, questions
from kg.query.display import cell
from kg.query.parameters import bindings
from kg.query.run import bind
from kg.serve.answers import Question
from kg.serve.look import page
from kg.serve.opened import Opened
from kg.serve.sparql import RefusedError, ask
from kg.serve.words import words

MOST_ROWS = 1000
"""Rows of an answer that its page shows; a download has all."""
MOST_DRAWN = 20_000
"""Triples of an answer that are drawn as a picture."""
_NOTES = re.compile(r"\A(?:#[^\n]*\n|\s)+")


async def asking(request: Request) -> Response:
    """Show the questions, and the answer if one was asked."""
    opened: Opened = request.app.state.current.get()
    name, sparql = request.query_params.get("question", ""), request.query_params.get("query", "")
    given = {key: value for key, value in request.query_params.items() if key.startswith("p-") and value.strip()}
    shown: dict[str, object] = {"answer": None, "error": "", "asked": sparql, "chosen": None}
    status = 200
    try:
        if name:
            shown["chosen"] = question(name)
            sparql = await anyio.to_thread.run_sync(_bound, opened, question(name), given, request.state.lang)
        if sparql.strip() and not (name and request.query_params.get("show") is not None):
            shown["answer"] = _table(await ask(request, Question(sparql)), opened, request.state.lang)
    except RefusedError as error:
        shown["error"], status = str(error), error.status
    except KgError as error:
        # a question that still lacks its parameter is only being looked at
        shown["error"], status = (str(error), 400) if given or not name else ("", 200)
    title = words(request.state.lang)["query"]
    return page(
        request,
        "query.html.j2",
        status,
        title=title,
        questions=questions(),
        given={key.removeprefix("p-"): value for key, value in given.items()},
        sparql=sparql,
        shown=_NOTES.sub("", sparql),
        prefixes=PREFIXES,
        **shown,
    )


async def picture_of(request: Request) -> Response:
    """Draw the triples that a CONSTRUCT or DESCRIBE gives as the picture that `kg view` draws."""
    sparql = request.query_params.get("query", "")
    try:
        answer = await ask(request, Question(sparql, triples="ntriples"))
        if answer.form != "triples":
            raise RefusedError(400, "Only a CONSTRUCT or DESCRIBE gives triples that can be drawn.")
        if answer.body.count(b"\n") > MOST_DRAWN:
            raise RefusedError(400, f"The answer has more than {MOST_DRAWN:,} triples; ask for less with LIMIT.")
        return HTMLResponse(await anyio.to_thread.run_sync(_drawn, answer.body, request.state.lang))
    except RefusedError as error:
        lang = request.state.lang
        return page(request, "message.html.j2", error.status, title=words(lang)["wrong"], message=str(error))


def _drawn(body: bytes, lang: str) -> str:
    from kg.graph.network import network
    from kg.records import LANGUAGES
    from kg.view.page import render

    quads = [ox.Quad(one.subject, one.predicate, one.object) for one in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)]
    languages = (lang, *(other for other in LANGUAGES if other != lang))
    return render(network(quads), "", languages)


def _bound(opened: Opened, asked: Named, given: Mapping[str, str], lang: str) -> str:
    values = {key.removeprefix("p-"): value for key, value in given.items()}
    return bind(asked.sparql, bindings(opened.store, asked, values, lang))


def _table(answer: object, opened: Opened, lang: str) -> dict[str, object]:
    """Return an answer for the page: rows of (text, address), the truth of an ASK, or triples as Turtle."""
    from kg.serve.answers import Answer

    assert isinstance(answer, Answer)
    if answer.form == "triples":
        return {"turtle": answer.body.decode("utf-8"), "rows": None, "truth": None, "total": 0}
    found = ox.parse_query_results(answer.body, format=ox.QueryResultsFormat.JSON)
    if isinstance(found, ox.QueryBoolean):
        return {"turtle": "", "rows": None, "truth": bool(found), "total": 0}
    assert isinstance(found, ox.QuerySolutions)
    columns = [variable.value for variable in found.variables]
    rows = list(found)
    cells = [[_cell(term, opened, lang) for term in row] for row in rows[:MOST_ROWS]]
    return {"turtle": "", "truth": None, "columns": columns, "rows": cells, "total": len(rows)}


def _cell(term: object, opened: Opened, lang: str) -> tuple[str, str]:
    return cell(term, lang), opened.href(term.value) if isinstance(term, ox.NamedNode) else ""
