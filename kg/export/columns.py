"""Which tables a CSV export has, and where each column comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: from the row's node number ``start`` along ``path`` (CURIEs).

    ``form`` is "value" for what is found there, or "kk", "ru", "en" for its main name, or "other" for its other names.
    """

    header: str
    path: tuple[str, ...] = ()
    form: str = "value"
    start: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row for each member of the class ``of``, or for each value of its property ``each``."""

    name: str
    of: tuple[str, ...]
    columns: tuple[Column, ...]
    each: str | None = None
    evidence: bool = False


def _named(header: str, *path: str, start: int = 0) -> tuple[Column, ...]:
    """Return columns for a neighbour: its IRI and its name in three languages."""
    names = tuple(Column(f"{header}_{lang}", path, lang, start) for lang in ("kk", "ru", "en"))
    return (*names, Column(header, path, start=start))


_NAMES = (*(Column(f"name_{lang}", (), lang) for lang in ("kk", "ru", "en")), Column("other_names", (), "other"))
_IRI = Column("iri")
_DATES = (Column("start", ("schema:startDate",)), Column("end", ("schema:endDate",)))

TABLES = (
    Table(
        "organizations",
        ("kg:Organization",),
        (
            *_NAMES,
            Column("member_count", ("kg:memberCount",)),
            *_named("part_of", "org:subOrganizationOf"),
            *_named("country", "kg:country"),
            Column("identifier", ("schema:identifier",)),
            _IRI,
        ),
    ),
    Table("persons", ("kg:Person",), (*_NAMES, _IRI)),
    Table(
        "memberships",
        ("kg:Membership",),
        (
            *_named("member", "org:member"),
            *_named("organization", "org:organization"),
            *_named("role", "org:role"),
            *_DATES,
            _IRI,
        ),
    ),
    Table(
        "meetings",
        ("kg:Meeting",),
        (
            *_DATES,
            *_named("kind", "kg:meetingKind"),
            Column("status", ("schema:eventStatus",)),
            *_named("location", "schema:location"),
            *_named("organizer", "schema:organizer"),
            Column("topic", ("kg:topic",)),
            _IRI,
        ),
    ),
    Table(
        "participants",
        ("kg:Meeting", "kg:Program"),
        (
            Column("start", ("schema:startDate",)),
            *_named("in"),
            *_named("participant", start=1),
        ),
        each="kg:participant",
    ),
    Table("programs", ("kg:Program",), (*_NAMES, *_DATES, _IRI)),
    Table(
        "agreements",
        ("kg:Agreement",),
        (
            *_NAMES,
            *_named("status", "kg:agreementStatus"),
            Column("date", ("schema:dateCreated",)),
            *_named("party", "kg:party"),
            _IRI,
        ),
    ),
    Table("elections", ("kg:Election",), (*_NAMES, *_DATES, _IRI)),
    Table(
        "claims",
        ("kg:Claim",),
        (
            *_named("subject", "rdf:subject"),
            Column("predicate", ("rdf:predicate",)),
            *_named("object", "rdf:object"),
            Column("modality", ("kg:modality",)),
            *_named("said_by", "kg:saidBy"),
            Column("confidence", ("kg:confidence",)),
            Column("rule", ("kg:rule",)),
            Column("announcement", ("prov:wasDerivedFrom",)),
            Column("quote", ("oa:exact",), start=1),
            Column("quote_start", ("oa:start",), start=1),
            Column("quote_end", ("oa:end",), start=1),
            _IRI,
        ),
        each="kg:evidence",
        evidence=True,
    ),
)
