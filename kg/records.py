"""The small frozen records that pass between the stages.

``read`` makes an Announcement, ``extract`` an Extraction of it (its Things, Mentions and Claims), ``resolve`` the
Entities that the Things of all announcements are. Each is immutable, comparable and holds nothing that can't be
written as JSON, so any stage can be cached, sent to another process or looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an announcement's text: offsets in Unicode code points, end excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an announcement and what it is for: "date", "image", "title", "paragraph" or "footer"."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Announcement:
    r"""One document as it was read.

    ``text`` is the whole text with newlines as "\n" and without a byte order mark; all offsets refer to it.
    ``lang`` is "kk", "ru" or "en". ``published`` is an ISO day or None. ``notes`` says what was odd about the
    document (no date, two date lines, a date that cannot be); each note is one sentence for report.json.
    """

    id: str
    text: str
    lang: str
    published: str | None = None
    lines: tuple[Line, ...] = ()
    source: str = ""
    url: str | None = None
    publisher: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def headline(self) -> str | None:
        """The first line that is a title, if there is one."""
        return next((self.text[line.start : line.end] for line in self.lines if line.kind == "title"), None)

    @property
    def content_hash(self) -> str:
        """SHA-256 of the text, in hexadecimal."""
        return sha256(self.text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name of a thing, in the nominative; ``kind`` is "full", "short" (Б. Имашев) or "acronym" (ОСК)."""

    text: str
    lang: str
    kind: str = "full"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an announcement that speak of a thing.

    ``type`` is Person, Organization, Country, Place, Role, Program, Agreement, Election, Event or Date. ``label``
    is the name in the nominative. ``thing`` is the key of the Thing in the same Extraction ("" for a mention that
    nothing is said of). ``rule`` names what found it, ``confidence`` is from 0 to 1.
    """

    start: int
    end: int
    type: str
    text: str
    label: str
    rule: str
    confidence: float = 1.0
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that one announcement speaks of, after coreference inside that announcement.

    ``key`` is unique in the Extraction ("person-1", "meeting-2"). ``type`` is a class of the ontology: Person,
    Organization, Country, Place, Role, Program, Agreement, Election, Meeting, Membership. ``known`` is the id of the
    gazetteer row that it is, if that is certain.
    """

    key: str
    type: str
    names: tuple[Name, ...] = ()
    known: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A value that is no thing.

    ``datatype`` is "date", "gYearMonth", "gYear", "integer", "iri" (a CURIE) or "string", which may have a ``lang``.
    """

    value: str
    datatype: str = "string"
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One triple that one announcement supports, with the words that say it.

    ``subject`` and, where it is a str, ``object`` are keys of Things of the same Extraction. ``predicate`` is a
    CURIE of the ontology contract ("kg:participant"). ``modality`` is "asserted" for a fact; "planned", "proposed",
    "denied", "ended", "hypothetical" and "undated" are kept for the record and never become triples of the graph; so
    is "rejected", what a person said is no fact (see kg.rejections).
    (That a meeting is planned for later is itself a fact: its claims are "asserted", with schema:eventStatus.)
    ``said_by`` is the key of the one whose words are reported, where that is known.
    """

    subject: str
    predicate: str
    object: str | Literal
    evidence: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    modality: str = "asserted"
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one announcement says."""

    announcement: Announcement
    things: tuple[Thing, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world, in all announcements.

    ``slug`` is its part of the IRI after the base ("person/berik-imashev"). ``members`` are the (announcement id,
    Thing key) pairs that are this entity; ``reasons`` say why they were taken to be one.
    """

    slug: str
    type: str
    names: tuple[Name, ...]
    members: tuple[tuple[str, str], ...]
    known: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities (slugs) that may be one but stay apart, for a person to settle.

    ``score`` is from 0 to 1; ``features`` are the names of what was compared and the share of each in the score.
    """

    one: str
    other: str
    score: float
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided, against or without the program: one line of judgements.csv.

    ``verdict`` is "same" or "different" (``subject`` and ``object`` are two things), "reject" (the triple ``subject``
    ``predicate`` ``object`` is no fact; an empty part stands for any, or ``subject`` is the IRI of a claim) or "rename"
    (``subject`` is to bear the name ``object`` in ``lang``). A thing is meant by its IRI, its slug or one of its names.
    ``source`` and ``line`` say where the judgement stands, ``why`` what the person noted.
    """

    verdict: str
    subject: str
    predicate: str = ""
    object: str = ""
    lang: str = ""
    why: str = ""
    source: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the entities sorted by slug, what stays doubtful, and judgements without effect, with the reason."""

    entities: tuple[Entity, ...]
    doubts: tuple[Doubt, ...] = ()
    idle: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be read or built: one clear sentence that names the source and the remedy."""

    source: str
    reason: str
