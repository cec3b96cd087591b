"""What a language pack makes of a sentence: chunks that name things, and clauses that say something of them.

These records are the same for every language, so the relations are written once. A language says by its own means
(case endings, prepositions, order) what part a chunk plays: its ``function``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.lang.reading import Reading
from kg.lang.tokens import Token

DAY = len("2021-03-05")
"""Letters of the value of a Date that is a day, and no month or year."""
MONTH = len("2021-03")
YEAR = len("2021")


@dataclass(slots=True, eq=False)
class Chunk:
    """Words that name one thing; ``first`` and ``last`` are token indexes in the sentence, both included.

    ``kind`` is a type of Mention, or "Pronoun", "Side" (тараптар), "Delegation", "Number", "Unit". ``proper`` tells a
    name from a common noun. ``owner`` is the chunk before it that it belongs to (ОСК in "ОСК төрағасы"); ``posts`` are
    the Role chunks that a Person bears in the same phrase. ``group`` joins coordinated chunks. ``value`` is a date or
    number, of a common noun the modifiers that tell which it is; ``surface`` the words of an owner as they stand.
    ``function`` is the part that it plays in its clause: subject (who), owner (whose), object (whom), to, at, from,
    with, between; date; attributive: at, but said of the next noun (Алматыдағы өкілдік); as (a post that someone gets
    or has), from-post, instead; on-behalf (in whose name); during, around (an encounter as a time), about; "" where it
    can't be told.
    ``core`` and ``state`` are a body's name without its state and that state's id, where the name begins with one.
    ``alias`` is the bare noun by which the text says that it will call a body (далее – Общество).
    ``parties`` are those who take part in an encounter by its noun's own phrase (встреча X с Y, session of the board).
    ``copy_of`` is the chunk that this one repeats in another clause; ``lang`` the language of its paragraph, where that
    is not the announcement's.
    ``flags``: former, merely (would-be), acting, denied (мүше емес), draft (жобасы), together (X-пен бірге); of a
    Number: members or approximate (what it counts, and how), exact (the noun behind it is "member"); of an encounter
    noun: both, organised (held by those who need not take part), own (general meeting: of the body spoken of),
    general, taken-up, this, new (a meeting, not the meeting), weak, dated (yesterday's lecture), same-talks (the
    sixth round), plenary (part of a forum, if one is told of), of-it (its congress); of a post: fresh (a new
    director); of a body: unexplained (an abbreviation), relational (its modifiers tell which it is), unit,
    named-by-owner, leads (a delegation); of a body or state: ours (that of whoever speaks).
    """

    kind: str
    first: int
    last: int
    start: int
    end: int
    label: str
    lemma: str
    rule: str
    function: str = ""
    confidence: float = 1.0
    proper: bool = True
    plural: bool = False
    possessed: bool = False
    known: str | None = None
    owner: Chunk | None = None
    posts: list[Chunk] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    acronym: str = ""
    kind_of: str = ""
    flags: set[str] = field(default_factory=set)
    group: int = -1
    value: str = ""
    surface: str = ""
    core: str = ""
    state: str = ""
    alias: str = ""
    thing: str = ""
    parties: list[Chunk] = field(default_factory=list)
    inside: Chunk | None = None
    copy_of: Chunk | None = None
    lang: str = ""

    def again(self, function: str) -> Chunk:
        """Return the same words with another part to play in another clause (the town, where he was received)."""
        return replace(self, function=function, inside=None, group=-1, copy_of=self.copy_of or self)

    def top(self) -> Chunk:
        """Return the outermost chunk that this one is part of."""
        return self.inside.top() if self.inside else self


@dataclass(slots=True, eq=False)
class Clause:
    """A predicate and the chunks that depend on it.

    ``concepts`` are the meanings of its verb by the cue words. ``form`` is "finite", "converb", "conditional",
    "relative" (of the noun behind it), "complement" (a clause that a later verb takes) or "nominal" (without a verb).
    ``modality`` is "asserted" or one of those that a Claim may have. ``future`` tells that it lies ahead. ``topic`` are
    offsets and wording of what is talked about. ``flags``: before (what was so until then), official (a visit called
    one), later (келер жылы), total (the members of a body are counted), stays (болып қалады), with-someone (who is
    not named), in-session (a body meets by itself), sequel (бұдан соң: the story goes on), day-1 (on the first
    day of what is reported on), aside (on the margins of what is reported on), public (a speech was made), remote
    (телефон арқылы), nobody-named (people did it of whom none is named: говорили о пандусах), in-delegation (who is in
    the delegation spoken of), there (where someone has just gone to), was-planned (had been set), to-guests (something
    is told or shown to them), of-subject (the number counted is that of the subject, though it stands before it),
    same-place (as before), by-decision (кеңестің шешімімен, решением исполкома: a board decided it), enters
    (қызметіне кірісті: upon the post just named), belonged (состоял в союзе: past, of what goes on).
    """

    first: int
    last: int
    predicate: tuple[int, int]
    concepts: frozenset[str]
    lemma: str
    form: str
    chunks: list[Chunk] = field(default_factory=list)
    negated: bool = False
    passive: bool = False
    future: bool = False
    past: bool = False
    modality: str = "asserted"
    head: Chunk | None = None
    inherited: list[Chunk] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    topic: tuple[int, int, str] | None = None
    said_by: Chunk | None = None

    def having(self, function: str, *kinds: str) -> list[Chunk]:
        """Return the chunks that play ``function`` and are of one of ``kinds`` (of any kind when none is given)."""
        if not kinds:
            return [c for c in self.chunks if c.function == function]
        return [c for c in self.chunks if c.function == function and c.kind in kinds]

    @property
    def subjects(self) -> list[Chunk]:
        """Return who acts: the clause's own subjects, or those it shares with the clause before it."""
        return self.having("subject") or self.inherited

    @property
    def days(self) -> list[Chunk]:
        """Return the days that it happened on: each told as a whole date, not since when or until when."""
        return [d for d in self.having("date") if d.kind_of == "on" and len(d.value) == DAY]

    def say_they_met(self, others: Sequence[Chunk]) -> None:
        """Make it a clause that tells of an encounter of its subjects with others, whatever its verb is."""
        self.concepts = frozenset({"meet"})
        for chunk in others:
            chunk.function = "with"


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence with its tokens, their readings, its chunks in order, and its clauses in order."""

    start: int
    end: int
    line: int
    title: bool
    tokens: list[Token]
    readings: list[tuple[Reading, ...]]
    chunks: list[Chunk] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def text(self, source: str) -> str:
        """Return the sentence's words."""
        return source[self.start : self.end]
