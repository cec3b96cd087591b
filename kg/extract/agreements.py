"""Agreements: signed, in draft, and between whom."""

from __future__ import annotations

from kg.extract.draft import cover
from kg.extract.reader import Reader
from kg.lang.syntax import DAY, Chunk, Clause, Sentence
from kg.records import Literal, Name, Span


def find_agreements(reader: Reader) -> None:
    """Claim the agreements that are named or signed, with their status, parties and day."""
    for _, sentence, clause in reader.clauses():
        for chunk in [
            c
            for c in sentence.chunks
            if c.kind == "Agreement" and (clause.first <= c.first <= clause.predicate[1] or c in clause.chunks)
        ]:
            if chunk.plural:
                continue
            if (
                "sign" in clause.concepts
                and chunk.function in ("to", "object", "subject")
                and not chunk.flags & {"done"}
            ):
                _signed(reader, sentence, clause, chunk)
            elif "join" in clause.concepts and chunk.function == "to" and chunk.proper:
                _acceded(reader, sentence, clause, chunk)
            elif "draft" in chunk.flags and chunk.proper:
                _draft(reader, sentence, clause, chunk)


def _acceded(reader: Reader, sentence: Sentence, clause: Clause, chunk: Chunk) -> None:
    """Uzbekistan acceded to the Convention: it is a party to it."""
    parties = reader.actors([c for c in clause.subjects if c.kind in ("Organization", "Country")])
    modality = "denied" if clause.negated else "planned" if clause.future else clause.modality
    for actor, who in parties:
        quote = reader.quote(sentence, clause, actor, chunk)
        _party(reader, _key(reader, chunk), who, quote, "agreement.acceded", modality)


def _key(reader: Reader, chunk: Chunk) -> str:
    if not chunk.thing and not chunk.proper and (named := _named_elsewhere(reader, chunk)) is not None:
        chunk.thing = _key(reader, named)
    if not chunk.thing:
        label = chunk.label[:1].upper() + chunk.label[1:]
        chunk.thing = reader.draft.thing("Agreement", [Name(label, reader.draft.lang)])
    return chunk.thing


def _named_elsewhere(reader: Reader, chunk: Chunk) -> Chunk | None:
    """X пен Y меморандумға қол қойды: a headline's bare noun is the memorandum that the story tells what it is about.

    Where the story tells of one only; behind that it takes it up.
    """
    headed = any(s.title and s.start <= chunk.start < s.end for s in reader.sentences)
    told = [
        c
        for s in reader.sentences
        for c in s.chunks
        if c.kind == "Agreement" and _says_more(c, chunk) and (headed or c.start < chunk.start)
    ]
    return told[0] if len({c.label.casefold() for c in told}) == 1 else None


def _says_more(one: Chunk, other: Chunk) -> bool:
    """Tell whether an agreement has a name where another is its noun alone: memorandum of cooperation, memorandum."""
    longer = one.label.casefold().startswith(f"{other.label.casefold()} ")
    return not one.plural and (longer or (one.proper and one.lemma == other.lemma))


def _signed(reader: Reader, sentence: Sentence, clause: Clause, chunk: Chunk) -> None:
    modality = (
        "denied"
        if clause.negated
        else "planned"
        if clause.future and clause.modality == "asserted"
        else clause.modality
    )
    parties = reader.actors([c for c in clause.subjects if c.kind in ("Organization", "Country", "Person")])
    parties += reader.actors(
        [
            c
            for c in clause.chunks
            if c.function in ("between", "with") and c.kind in ("Organization", "Country", "Person")
        ]
    )
    if not chunk.proper and (modality != "asserted" or not parties):
        return  # what was not signed and has no name is nothing to speak of
    chunk.flags.add("done")
    key = _key(reader, chunk)
    quote = reader.quote(sentence, clause, chunk, *[c for c, _ in parties])
    reader.draft.claim(
        key, "kg:agreementStatus", Literal("kg:Signed", "iri"), [quote], "agreement.signed", modality=modality
    )
    for _, who in parties:
        _party(reader, key, who, quote, "agreement.signed", modality)
    days = [d for d in reader.dates(clause, sentence) if len(d.value) == DAY]
    if "reported" in clause.flags:  # отвечая 2 марта, X сообщил, что подписан меморандум: not on that day
        days = [d for d in days if d in clause.chunks]
    if days and modality == "asserted":
        span = cover(quote, days[-1])
        reader.draft.claim(
            key, "schema:dateCreated", Literal(days[-1].value, "date"), [span], "agreement.signed", modality=modality
        )


def _party(reader: Reader, key: str, who: str, quote: Span, rule: str, modality: str) -> None:
    """A person signs for the body that the post is at."""
    if not who.startswith("person"):
        reader.draft.claim(key, "kg:party", who, [quote], rule, modality=modality)
        return
    for _, body, kind, ended in reader.register.human(who).posts:
        if kind in ("head", "deputy", "envoy") and not ended:
            reader.draft.claim(key, "kg:party", body, [quote], rule, confidence=0.8, modality=modality)


def _draft(reader: Reader, sentence: Sentence, clause: Clause, chunk: Chunk) -> None:
    key = _key(reader, chunk)
    quote = reader.quote(sentence, clause, chunk)
    reader.draft.claim(key, "kg:agreementStatus", Literal("kg:Draft", "iri"), [quote], "agreement.draft")
    for actor, who in reader.actors([c for c in clause.chunks if c.function == "on-behalf"]):
        reader.draft.claim(key, "kg:party", who, [cover(quote, actor)], "agreement.draft", confidence=0.75)
