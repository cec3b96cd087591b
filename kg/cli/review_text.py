"""How a question of `kg review` looks: both sides with their names, what is known of them, and quotes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kg.cli.conflicts import block
from kg.graph.iris import thing
from kg.ontology import KG, ORG, RDF, SCHEMA, SKOS, label
from kg.query.display import readable

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.query.titles import Titles
    from kg.query.why import Told
    from kg.records import Doubt
    from kg.review import Question

_FEW = 3
_FACTS = 6
_LEFT_OUT = (RDF.type, SKOS.prefLabel, SKOS.altLabel, KG.mergeReason)


class Shown:
    """Writes questions about one graph in one language."""

    def __init__(self, store: ox.Store, base: str, titles: Titles, lang: str) -> None:
        self._store, self._base, self._titles, self._lang = store, base, titles, lang

    def question(self, question: Question, number: int, count: int) -> Iterator[str]:
        """Yield the lines of a question: its place among all, then what a person must know to answer."""
        yield ""
        if question.doubt:
            yield from self._doubt(question.doubt, f"{number}/{count}")
        if question.conflict:
            yield from block(question.conflict, self._titles, self._lang, f"{number}/{count}")

    def _doubt(self, doubt: Doubt, number: str) -> Iterator[str]:
        features = ", ".join(f"{name} {share:+.2f}" for name, share in doubt.features)
        yield f"{number}. one or two? {doubt.score:.2f}" + (f" ({readable(features)})" if features else "")
        for letter, slug in (("A", doubt.one), ("B", doubt.other)):
            yield f" {letter} {slug}"
            yield from (f"     {line}" for line in self._thing(slug))

    def _thing(self, slug: str) -> Iterator[str]:
        """Yield the names of a thing, what it is tied to, and sentences that name it."""
        node = thing(self._base, slug)
        yield " · ".join(f"{lang}: {readable(name)}" for lang, name in self._titles.names(node.value).items())
        yield from islice(self._facts(node), _FACTS)
        for told in self._told(slug):
            quote = told.quote
            yield f"{quote.published or 'no date'}  {told.lang}  {readable(quote.id)}  {quote.start}-{quote.end}"
            yield "  " + readable(f"{told.before}[{quote.text}]{told.after}")

    def _facts(self, node: ox.NamedNode) -> Iterator[str]:
        import pyoxigraph as ox

        for quad in sorted(self._store.quads_for_pattern(node, None, None, ox.DefaultGraph()), key=str):
            if quad.predicate.value not in _LEFT_OUT:
                yield f"{label(quad.predicate.value, self._lang)}: {self._titles.of(quad.object, self._lang)}"
        for tie in (ORG.member, ORG.organization, KG.participant):
            found = self._store.quads_for_pattern(None, ox.NamedNode(tie), node, ox.DefaultGraph())
            for quad in sorted(found, key=str):
                iri = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
                dates = "".join(
                    f", {mark} {self._titles.of(day, self._lang)}"
                    for mark, predicate in (("since", SCHEMA.startDate), ("until", SCHEMA.endDate))
                    for day in (self._titles.parts(iri, predicate) if tie != KG.participant else ())
                )
                yield self._titles.of(quad.subject, self._lang) + dates

    def _told(self, slug: str) -> list[Told]:
        """Return a few sentences that name a thing, or else tell of it, each of another announcement if it can be."""
        from kg.query.why import told_of

        return told_of(self._store, thing(self._base, slug), _FEW)
