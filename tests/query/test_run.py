"""Running SPARQL: prefixes, graphs, bound terms, refusals."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.ontology import PREFIXES
from kg.query.run import bind, run


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_prefixes_of_the_contract_are_bound(prefix: str, store: ox.Store) -> None:
    """Each prefix can be used without being declared."""
    assert not run(store, f"ASK {{ ?s {prefix}:nothing ?o }}")


def test_a_prefix_may_be_declared_otherwise(store: ox.Store) -> None:
    """The user's own declaration wins."""
    assert run(store, "PREFIX kg: <http://www.w3.org/ns/org#> ASK { ?s kg:member ?o }")


def test_a_relative_iri_is_an_individual(store: ox.Store) -> None:
    """<person/minho-park> needs no base."""
    assert run(store, "ASK { <person/minho-park> a kg:Person }")


def test_the_default_graph_is_the_knowledge(store: ox.Store) -> None:
    """Claims are only in named graphs."""
    assert not run(store, "ASK { ?claim a kg:Claim }")
    assert run(store, "ASK { GRAPH ?g { ?claim a kg:Claim } }")


def test_all_four_forms_are_answered(store: ox.Store) -> None:
    """SELECT gives rows, ASK a truth, CONSTRUCT and DESCRIBE triples."""
    assert isinstance(run(store, "SELECT * { ?s a kg:Meeting }"), ox.QuerySolutions)
    assert isinstance(run(store, "ASK { ?s a kg:Meeting }"), ox.QueryBoolean)
    assert isinstance(run(store, "CONSTRUCT { ?s a kg:Meeting } WHERE { ?s a kg:Meeting }"), ox.QueryTriples)
    assert isinstance(run(store, "DESCRIBE <person/minho-park>"), ox.QueryTriples)


@pytest.mark.parametrize(
    "update",
    [
        "DROP ALL",
        "delete where { ?s ?p ?o }",
        "# SELECT\nPREFIX a: <b:#c>\nBASE <d:>\nINSERT DATA { <a:a> <a:b> 1 }",
        "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <http://localhost/>",
        "CLEAR DEFAULT",
    ],
)
def test_an_update_is_refused(update: str, store: ox.Store) -> None:
    """What would change the graph is named and refused."""
    with pytest.raises(KgError, match="would change the graph"):
        run(store, update)


@pytest.mark.parametrize(
    "asking",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.service SILENT ?host { ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX ex: <http://127.0.0.1:9/> SELECT * { SERVICEex:a { ?s ?p ?o } }",
    ],
)
def test_no_query_asks_another_host(store: ox.Store, asking: str) -> None:
    """A query that would send something to another host is refused, however the word is written."""
    with pytest.raises(KgError, match="SERVICE would ask another host"):
        run(store, asking)


@pytest.mark.parametrize("innocent", ['ASK { ?service ?p "SERVICE" }', "ASK { ?s ?p <urn:service> } # SERVICE"])
def test_a_word_is_no_service(store: ox.Store, innocent: str) -> None:
    """SERVICE in a text, variable, IRI or comment asks nobody."""
    assert run(store, innocent) is not None


@pytest.mark.parametrize("innocent", ['ASK { ?s ?p "DROP ALL" }', "ASK # DELETE\n{ ?insert ?p ?o }"])
def test_a_word_of_update_inside_a_query_is_no_update(innocent: str, store: ox.Store) -> None:
    """Strings, comments and variables may be called as they like."""
    assert run(store, innocent) is not None


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("SELECT * {\n ?s ?p \n", "line 3, column 1"),
        ("hello world", "line 1, column"),
        ("", "line 1, column 1, where it ends"),
        ("ASK { ?s foaf:name ?n ; ex:b ?o }", "prefix ex: without declaring it"),
        ("ASK { ?s ?p 'ex:b' ; ?q }", "line 1"),
    ],
)
def test_a_malformed_query_is_one_sentence_with_its_place(broken: str, said: str, store: ox.Store) -> None:
    """Line and column, or the prefix that is missing, and no second line."""
    with pytest.raises(KgError, match=said) as caught:
        run(store, broken)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "huge",
    [
        "ASK { FILTER(" + "!" * 50_000 + "true) }",
        "ASK { FILTER(" + "1+" * 50_000 + "1) }",
        "ASK {" + "{" * 50_000 + "}" * 50_000 + "}",
        "ASK {" + "?s ?p ?o . " * 50_000 + "}",
        "ASK {" + "".join(f"BIND({n} AS ?x{n}) " for n in range(5_000)) + "}",
        "ASK { ?s " + "<a:b>/" * 50_000 + "<a:b> ?o }",
    ],
    ids=["not", "plus", "nested", "triples", "bind", "path"],
)
def test_a_query_that_would_end_the_process_is_refused(huge: str, store: ox.Store) -> None:
    """Oxigraph's parser overflows its stack on these; we say so instead of dying."""
    with pytest.raises(KgError, match="too big"):
        run(store, huge)


def test_a_long_list_of_things_is_no_big_query(store: ox.Store) -> None:
    """Ten thousand IRIs in VALUES are answered."""
    many = " ".join(f"<person/{number}>" for number in range(10_000))
    assert run(store, f"ASK {{ VALUES ?who {{ {many} <person/minho-park> }} ?who a kg:Person }}")


def test_a_binding_needs_its_values(store: ox.Store) -> None:
    """A parameter that the query doesn't hold is an error, not silence."""
    with pytest.raises(KgError, match=r"VALUES \?who"):
        run(store, "SELECT * { ?who a kg:Person }", {"who": ox.Literal("x")})


@given(text=st.text(st.characters(exclude_categories=("Cs",))))
def test_a_bound_text_comes_back_as_it_went_in(text: str) -> None:
    """Quotes, braces, backslashes, newlines: nothing in a value ends the literal that holds it."""
    answer = run(ox.Store(), "SELECT ?x { VALUES ?x { UNDEF } }", {"x": ox.Literal(text)})
    assert [row["x"].value for row in answer] == [text]  # type: ignore[union-attr]


def test_a_bound_value_is_never_read_as_a_query() -> None:
    """A value that looks like another parameter's VALUES stays a value."""
    sparql = "SELECT ?a ?b { VALUES ?a { UNDEF } VALUES ?b { UNDEF } }"
    values = {"a": ox.Literal("VALUES ?b { UNDEF }"), "b": ox.Literal('" } } ; DROP ALL #')}
    (row,) = run(ox.Store(), sparql, values)  # type: ignore[union-attr]
    assert (row["a"], row["b"]) == (values["a"], values["b"])
    assert bind(sparql, {}) == sparql
