"""Which encounters an announcement speaks of: where each is brought up, and what takes it up again."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lang.syntax import Chunk, Sentence
from kg.records import Span

# Kinds that may be two words for one encounter (a reception is a meeting, a call may be a conference).
_ALIKE = (
    frozenset({"Gathering", "Reception", "BilateralMeeting", "Negotiations"}),
    frozenset({"Gathering", "Session"}),
    frozenset({"Gathering", "RoundTable"}),
    frozenset({"Gathering", "Seminar"}),
    frozenset({"Gathering", "Conference", "Forum"}),
    frozenset({"Gathering", "Call"}),
    frozenset({"Gathering", "Summit"}),
    frozenset({"Gathering", "Briefing"}),
)
SIGNING = "signing"  # what stands for the noun of an encounter that only its signing tells of
_CONVENED = frozenset({"RoundTable", "Seminar", "Conference", "Forum", "Summit"})
_HAS_PLENARY = frozenset({"Forum", "Conference", "Summit"})
_SOON = 2  # sentences within which an encounter told without its day gets it
PRIVATE = frozenset({"BilateralMeeting", "Reception", "Call", "Visit", "Negotiations"})


@dataclass(slots=True)
class Part:
    """Someone who takes part, with the words that say so."""

    key: str
    evidence: Span
    rule: str
    confidence: float = 0.9


@dataclass(slots=True, eq=False)
class Encounter:
    """One encounter while it is being put together; ``lapsed`` is a day past for which it had only been planned."""

    kind: str
    lemma: str
    sentence: int
    line: int
    evidence: Span
    title: bool = False
    date: str = ""
    date_evidence: Span | None = None
    end_date: str = ""
    parts: dict[str, Part] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    place: str = ""
    place_evidence: Span | None = None
    topics: list[tuple[str, Span]] = field(default_factory=list)
    organizers: dict[str, Span] = field(default_factory=dict)
    planned: bool = False
    cancelled: bool = False
    denied: bool = False
    lapsed: str = ""
    label: str = ""
    day_of_story: bool = False
    told: bool = False  # of one in a headline: whether the story tells of it too
    over: bool = False  # only its end is told of: concluded a visit to X on 18 October

    def add(self, key: str, evidence: Span, rule: str, confidence: float = 0.9) -> None:
        """Note that someone takes part, unless it is known already."""
        old = self.parts.get(key)
        if old is None or old.confidence < confidence:
            self.parts[key] = Part(key, evidence, rule, confidence)

    def alike(self, kind: str) -> bool:
        """Tell whether a word of this kind may mean this encounter."""
        return kind == self.kind or any(kind in group and self.kind in group for group in _ALIKE)

    def absorb(self, other: Encounter) -> None:
        """Take over what was said of the same encounter elsewhere."""
        for part in other.parts.values():
            self.add(part.key, part.evidence, part.rule, part.confidence)
        self.absent |= other.absent
        self.over |= other.over
        if self.title and not other.title:
            self.cancelled = False  # the story tells what became of it: форум, который хотели отменить
        # whichever tells the day tells whether it is yet to come
        undated = bool(other.date) and not self.date
        meant = self.planned
        self.planned = other.planned if undated else self.planned and other.planned
        self.lapsed = self.lapsed if self.date else other.lapsed
        if not self.date or (other.date and len(other.date) > len(self.date)):
            self.date, self.date_evidence, self.end_date = other.date, other.date_evidence, other.end_date
        if not self.place or (undated and meant and other.place and not other.planned):
            self.place, self.place_evidence = other.place, other.place_evidence  # not where it had been meant to be
        self.topics += [t for t in other.topics if t not in self.topics]
        self.organizers = {**other.organizers, **self.organizers}
        if self.kind == "Gathering" and other.kind != "Gathering":
            self.kind = other.kind
        self.cancelled = self.cancelled or other.cancelled
        self.denied = self.denied or other.denied


class Agenda:
    """The encounters of an announcement in the order in which they come up."""

    def __init__(self) -> None:
        self.encounters: list[Encounter] = []
        self.current: Encounter | None = None
        self.of_noun: dict[int, Encounter] = {}  # by the place of its noun, which two clauses may tell of

    def brought_up(self, encounter: Encounter, *, fresh: bool = False) -> Encounter:
        """Return the encounter that this is: one that came up before and agrees with it in everything, or itself.

        A ``fresh`` one (a meeting, not the meeting) is none of the text before, though a headline may have named it.
        """
        in_story = not encounter.title
        known = [e for e in reversed(self.encounters) if e.title or not fresh]
        same = next((e for e in known if self._same(e, encounter)), None)
        if same is not None:
            told = same.title and not encounter.title and encounter.kind not in PRIVATE
            same.absorb(encounter)
            same.told = same.told or not encounter.title
            if told:  # the story has come to what its headline announced: what follows is about it
                same.title, same.lemma = False, encounter.lemma
                same.sentence, same.line = encounter.sentence, encounter.line
            encounter = same
        else:
            self.encounters.append(encounter)
        # of a headline's encounter one reads on where the story has come to it
        told_of = in_story or (encounter.told and self.current is None)
        if told_of and not encounter.denied and not self._merely_ahead(encounter):
            self.current = encounter
        return encounter

    def _merely_ahead(self, encounter: Encounter) -> bool:
        """Tell whether one that is yet to come is named while one that was held is reported on."""
        return encounter.planned and self.current is not None and not self.current.planned

    def _same(self, old: Encounter, new: Encounter) -> bool:
        if not old.alike(new.kind) or (old.planned != new.planned and old.date and new.date):
            return False
        if old.kind == new.kind == "Visit" and old.place and new.place and old.place != new.place:
            return False  # визит в Казахстан; 2 марта X побывал в Туркестане
        if old.denied != new.denied or (new.cancelled and old.date and not old.planned and not (old.title or new.date)):
            return False  # one that was called off is not the one that was held
        if old.date and new.date and old.date != new.date:
            return False
        if self._told_again_with_its_day(old, new):
            return True
        if self._apart(old, new):
            return False
        if new.planned and not old.planned and old.parts and not (old.date or old.title):
            return False  # people spoke at it: it does not lie ahead
        if (old.title and not old.told) or new.title:
            return not (old.parts and new.parts) or bool(set(old.parts) & set(new.parts))
        if old.parts and new.parts and not set(old.parts) & set(new.parts):
            return False
        if old.kind in PRIVATE or new.kind in PRIVATE or old.kind == new.kind == "Gathering":
            people = {k for k in old.parts if k.startswith("person")}
            others = {k for k in new.parts if k.startswith("person")}
            if people and others and old.date and new.date and not (new.day_of_story and len(people) < 2):
                return people == others  # told twice with its day, it is another unless the same people met
            if people and others:
                return people <= others or others <= people
        return bool(set(old.parts) & set(new.parts)) or not old.parts or not new.parts

    @staticmethod
    def _apart(old: Encounter, new: Encounter) -> bool:
        """X had a meeting with Y; the same day a round table was held: two encounters, though both are gatherings."""
        people = {k for k in old.parts if k.startswith("person")}
        met = old.kind == "Gathering" and len(people) > 1 and not old.title
        others = new.kind in _CONVENED and old.lemma != new.lemma and not people & set(new.parts)
        lapsed = bool(old.lapsed) != bool(new.lapsed)  # X was met that day; a talk with Y had only been planned for it
        return (lapsed or (met and others)) and bool(old.date and new.date)

    def _told_again_with_its_day(self, old: Encounter, new: Encounter) -> bool:
        """Жиынға X қатысты. Кеңейтілген мәжілісті Y 6 мамырда өткізді: the day of what has been told of."""
        undated = old is self.current and not old.date and not old.title and bool(old.parts) and not old.planned
        told = bool(new.date) and not (new.planned or new.title or new.denied or new.cancelled)
        public = old.kind == "Gathering" and bool(old.lemma) and new.kind not in PRIVATE and old.alike(new.kind)
        return undated and told and public and 0 < new.sentence - old.sentence <= _SOON

    def taken_up(self, chunk: Chunk) -> Encounter | None:
        """Return the encounter that a noun takes up: the last one of its kind, for a general noun the last one."""
        forum = self.current if self.current is not None and self.current.kind in _HAS_PLENARY else None
        if forum is not None and ("plenary" in chunk.flags or self.part_of(forum, chunk)):
            return forum
        live = [e for e in self.encounters if not e.denied]
        alike = [e for e in live if e.lemma == chunk.lemma or e.kind == chunk.kind_of]
        # a заседание is the one that a verb told of (собрался) rather than a съезд
        alike = [e for e in alike if e.lemma in ("", chunk.lemma)] or alike
        last = self.current
        if last is not None and last in live and "taken-up" in chunk.flags and last.kind in _CONVENED:
            return last  # a meeting, then a round table: X opened the discussion
        if last in live and self._just_told_by_verb(chunk, alike):
            return last  # X met residents. At the meeting …: not the gathering told of before
        if alike:
            return next((e for e in reversed(alike) if not e.title), alike[-1])
        if chunk.flags & {"general", "taken-up", "this"}:
            near = [e for e in live if e.alike(chunk.kind_of) or chunk.flags & {"taken-up", "general", "this"}]
            if not chunk.flags & {"taken-up", "general"}:  # the round table is not the talks told of before
                apart = PRIVATE if chunk.kind_of in _CONVENED else {"Visit"} if chunk.kind_of == "Session" else ()
                near = [e for e in near if e.kind not in apart]
            if "taken-up" in chunk.flags and last in near and last is not None and last.kind in PRIVATE - {"Visit"}:
                return last  # met X, who is here on a visit. Y also took part in the discussion: not in the visit
            if last in near and near[-1].kind == "Visit" and last is not None and last.kind != "Visit":
                return last  # talks with X, who had come on a visit. Y took part in the conversation
            return next((e for e in reversed(near) if not e.title), near[-1] if near else None)
        return None

    def _just_told_by_verb(self, chunk: Chunk, alike: list[Encounter]) -> bool:
        """Tell whether a general noun means what a verb has just told of, where none of that noun is known.

        X тұрғындармен кездесті. Бұл кездесуде Y …: a word like this needs no more.
        """
        last = self.current
        bare = "general" in chunk.flags and not (chunk.parties or chunk.possessed or "new" in chunk.flags)
        this = "this" in chunk.flags and last is not None and last.kind in PRIVATE
        other = this or all(e.lemma not in ("", chunk.lemma) or (e.title and not e.told) for e in alike)
        return bare and other and last is not None and not last.lemma and last.alike(chunk.kind_of)

    def part_of(self, current: Encounter, chunk: Chunk) -> bool:
        """Форум өтті. Бірінші сессияны X жүргізді: a session that is nobody's own is part of the forum told of."""
        sits = chunk.kind_of == "Session" and not (chunk.parties or chunk.possessed or chunk.plural)
        public = current.kind in _HAS_PLENARY and bool(current.date) and not current.planned
        return sits and public and not any(e.kind == "Session" and not e.denied for e in self.encounters)

    def scope(self, sentence: Sentence) -> Encounter | None:
        """Return the encounter that a sentence without any is about: the last one brought up in the text before it."""
        return self.current if not sentence.title else None
