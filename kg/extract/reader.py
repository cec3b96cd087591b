"""An announcement as the relations see it: its sentences, and whom each chunk means."""

from __future__ import annotations

from collections import Counter
from functools import partial

from kg.extract.draft import Draft, cover
from kg.extract.encounters import Agenda
from kg.extract.heads_taken_up import acts_without_a_post, head_told_before
from kg.extract.register import Register
from kg.extract.several import bodies_taken_up
from kg.lang.syntax import Chunk, Clause, Sentence
from kg.names import fold
from kg.publisher import HOME_STATE
from kg.records import Span

_NEAR = 700  # code points within which several people are taken up by their post
_SEVERAL = 5
_AT_HAND = 30  # code points behind a town where something happens within which the city is that town
_JUST_GONE = 80  # code points behind a town that someone has gone to within which город is that town
_DEFINITE = 14  # characters before a counted noun among which an article tells that they are known
_MENTIONED = frozenset(
    {"Person", "Organization", "Country", "Place", "Role", "Program", "Agreement", "Election", "Event", "Date"}
)


class Reader:
    """Sentences, who is who in them, and the draft that claims go into."""

    def __init__(self, draft: Draft, register: Register, sentences: list[Sentence]) -> None:
        self.draft = draft
        self.register = register
        self.sentences = sentences
        self.text = draft.text
        self.published = draft.announcement.published
        self._clauses = [(number, s, clause) for number, s in enumerate(sentences) for clause in s.clauses]
        self.agenda: Agenda | None = None  # the encounters, once they have been looked for
        self.heads: list[tuple[str, str]] = []  # the posts of heads that stand with a name, and the body of each
        for sentence in sentences:
            _ask(sentence)
        for chunk in (c for s in sentences for clause in s.clauses for c in clause.chunks if c.copy_of is not None):
            chunk.thing = chunk.copy_of.thing if chunk.copy_of is not None else ""

    def clauses(self) -> list[tuple[int, Sentence, Clause]]:
        """Return every clause with its sentence and the sentence's number, in the order of the text."""
        return self._clauses

    def body(self, chunk: Chunk | None) -> str:
        """Return the key of the organisation, state or region that a chunk means, "" if it can't be told."""
        if chunk is None:
            return ""
        if chunk.kind == "Pronoun":
            key = self.taken_up(chunk)
            return key if key.startswith("organization") else ""
        if not chunk.proper and (chunk.kind == "Place" or (chunk.kind_of == "region" and chunk.value)):
            return self._region(chunk)
        if chunk.kind in ("Organization", "Country", "Place"):
            if chunk.thing:
                return self.register.act(chunk)
            if not chunk.proper:
                chunk.thing = self._unit(chunk) if chunk.kind_of == "unit" else self.register.antecedents.body(chunk)
            return chunk.thing
        return ""

    def _unit(self, chunk: Chunk) -> str:
        """Басқарма, миссия: the body that the unit belongs to, by its owner or by the last unit of that name."""
        if chunk.owner is not None:
            return self.body(chunk.owner)
        before = [
            c
            for s in self.sentences
            for c in s.chunks
            if c.kind_of in ("unit", "part") and c.lemma == chunk.lemma and c.start < chunk.start
        ]
        known = next((c.thing or self.body(c.owner) for c in reversed(before) if c.thing or c.owner), "")
        boards = self.register.cues.words.get("boards", frozenset())
        return known or (self._whose_board() if chunk.lemma in boards and not chunk.plural else "")

    def _whose_board(self) -> str:
        """В правление вошли X и Y: of the body that is named most; of equals of a union, which has a board."""
        main = self.register.antecedents.main()
        union = self.register.antecedents.main(set(self.register.cues.words.get("uniting", ())))
        one, other = self.register.body(main), self.register.body(union)
        return union if one and other and len(other.seen) >= len(one.seen) else main

    def _region(self, chunk: Chunk) -> str:
        """Return the region named last: облыс әкімі, облыс әкімдігі."""
        lemma = chunk.lemma if chunk.kind == "Place" else chunk.value
        town_said = lemma in self.register.cues.words.get("town", ())
        if town_said and not chunk.plural and (town := self._just_gone_to(chunk)) is not None:
            return self.register.act(town)
        fits = [
            c
            for s in self.sentences
            for c in s.chunks
            if c.kind in ("Place", "Organization") and c.proper and c.lemma == lemma and c.thing
        ]
        if not fits and town_said:
            fits = self._only_town(chunk)
        before = [c for c in fits if c.start < chunk.start]
        chosen = before[-1] if before else fits[0] if len({c.thing for c in fits}) == 1 else None
        if chosen is not None and town_said:  # of two towns the one that the text is about
            often = Counter(c.thing for c in fits)
            chosen = max(before, key=lambda c: (often[c.thing], c.start)) if before else chosen
        return self.register.act(chosen) if chosen is not None and not chunk.plural else ""

    def _just_gone_to(self, chunk: Chunk) -> Chunk | None:
        """X съездила в Риддер. Аким города Y показал ей станцию: the town that someone has gone to right before."""
        places = [
            c for s in self.sentences for c in s.chunks if c.kind == "Place" and c.proper and c.start < chunk.start
        ]
        near = [c for c in places[-1:] if c.function in ("to", "at") and c.thing and c.kind_of in ("", "region")]
        here = next((s for s in self.sentences if s.start <= chunk.start < s.end), None)
        if near and near[0].function == "at":  # will have talks in Riga with the Mayor of the city
            told = here is not None and here.start <= near[0].start and chunk.start - near[0].end < _AT_HAND
            return near[0] if told else None
        if here is None or not near or near[0].start >= here.start or chunk.start - near[0].start > _JUST_GONE:
            return None
        guests = [c for c in here.chunks if "pronoun" in c.names and c.function in ("to", "object", "with")]
        return near[0] if guests else None

    def _only_town(self, chunk: Chunk) -> list[Chunk]:
        """Шымкентте …, қала әкімдігі …: the town that is named by its name alone, if it is the only one till then.

        Of several it is the one that is named again and again, where the others are named once, by the way.
        """
        towns = [c for s in self.sentences for c in s.chunks if c.kind == "Place" and c.proper and c.thing]
        towns = [c for c in towns if not c.kind_of and c.known]
        before = [c for c in towns if c.start < chunk.start] or towns
        if len({c.thing for c in before}) == 1:
            return before
        often = Counter(c.thing for c in towns).most_common(2)
        again = [often[0][0]] if often and often[0][1] > often[1][1] == 1 else []
        return [c for c in towns if c.thing in again]

    def subject_before(self, sentence: Sentence, pronoun: Chunk) -> str:
        """Return the body that the same sentence is about before a pronoun, "" if there is none."""
        before = [c for c in sentence.chunks if c.kind == "Organization" and c.last < pronoun.first]
        about = [c for c in before if c.function == "subject" and c.inside is None]
        return self.body(about[-1]) if about else ""

    def person(self, chunk: Chunk) -> str:
        """Return the key of the person that a name or a post alone means."""
        if chunk.kind == "Person":
            return chunk.thing
        if chunk.kind == "Role":
            return self._holder(chunk)
        return ""

    def _holder(self, chunk: Chunk) -> str:
        """Return who holds the post that is named without a name: Ортсайлауком төрағасы, министр."""
        if chunk.plural:
            return ""
        if "of-delegation" in chunk.flags:
            before = [c for s in self.sentences for c in s.chunks if c.start < chunk.start and c.thing]
            return next((c.thing for c in reversed(before) if "leads" in c.flags), "")
        body = self.body(chunk.owner) if chunk.owner else ""
        if chunk.known:
            return self._holder_of_known(chunk.known, fold(chunk.label))
        role = fold(chunk.label)
        any_head = chunk.lemma in self.register.cues.words.get("any-head", frozenset())
        if any_head and not body and (told := head_told_before(self, chunk)):
            return told
        if body and any_head:
            heads = [h for h in self.register.humans if any(p[1:3] == (body, "head") and not p[3] for p in h.posts)]
            return heads[0].key if len(heads) == 1 else ""
        if not body and "fresh" in chunk.flags:  # the new head: whoever has just got a post
            newcomers = [h for h in self.register.humans if h.given or h.got]
            if len(newcomers) == 1:
                return newcomers[0].key
        # the akim is not his deputy, though both posts end in the same word
        deputy = chunk.kind_of == "deputy"
        words = self.register.cues.words
        ranks = words.get("post-modifier", frozenset())
        same = partial(_same_post, ranks=ranks, noun_first="post-noun-first" in words.get("habits", ()))
        fits = [
            h
            for h in self.register.humans.posted(role)
            if any(
                same(p[0], role) and (not body or p[1] == body) and not p[3] and (p[2] == "deputy") == deputy
                for p in h.posts
            )
        ]
        exact = [h for h in fits if any(p[0] == role and (not body or p[1] == body) for p in h.posts)]
        fits = exact or fits
        if len(fits) > 1:
            fits = [h for h in fits if any(same(p[0], role) and self._at_home(p[1]) for p in h.posts)]
        if len(fits) > 1:  # the akim told of till then, not the one of a district who comes up later
            fits = [h for h in fits if min(h.seen, default=chunk.start) < chunk.start]
        return fits[0].key if len(fits) == 1 else ""

    def _holders(self, chunk: Chunk) -> list[str]:
        """Return all whom a plural post without a body takes up: сенаторы, оба ректора; none where one is unnamed."""
        if chunk.owner is not None or chunk.kind_of == "membership":
            return []
        also = self.register.cues.words.get("deputies", frozenset())
        lemmas = also if chunk.lemma in also else {chunk.lemma}
        named = [
            h.key
            for h in self.register.humans
            if min(h.seen, default=chunk.start) < chunk.start
            and chunk.start - max(s for s in h.seen if s < chunk.start) < _NEAR
            and any(p[0].split(" ", maxsplit=1)[0] in lemmas and not p[3] for p in h.posts)
        ]
        number = self._counted(chunk)
        return named if 1 < len(named) <= _SEVERAL and number in (0, len(named)) else []

    def _at_home(self, key: str) -> bool:
        """Tell whether a body is of no other state than that of home: the minister is ours, not their guest."""
        body = self.register.body(key)
        if body is not None and body.kind == "Country":
            return body.known == HOME_STATE
        return body is not None and body.country in ("", HOME_STATE)

    def _holder_of_known(self, known: str, said: str) -> str:
        """Return who holds a post that goes by several names (Президент, Мемлекет басшысы), by the one that is said."""
        entry = self.register.gazetteer.by_id(known)
        names = {fold(n.text) for n in entry.all_names} if entry else set()
        parent = self.register.gazetteer.by_id(entry.parent) if entry and entry.parent else None
        of_state = parent is not None and parent.kind == "Country"

        def held(post: tuple[str, str, str, bool]) -> bool:  # the head of state is no president of a parliament
            return post[0] == said or not of_state or self.draft.type_of(post[1]) == "Country"

        posted = self.register.humans.posted(*names)
        fits = [h for h in posted if any(p[0] in names and not p[3] and held(p) for p in h.posts)]
        ours = [h for h in fits if any(p[0] in names and not p[3] and self._at_home(p[1]) for p in h.posts)]
        at_home = parent is not None and parent.id == HOME_STATE
        if not ours and of_state and at_home and (acting := acts_without_a_post(self)):
            return acting
        fits = ours if len(fits) > 1 else fits  # Үкімет басшысы is ours, not the guest
        return fits[0].key if len(fits) == 1 else ""

    def actors(self, chunks: list[Chunk]) -> list[tuple[Chunk, str]]:
        """Return each chunk that means a person or a body, with the key of whom it means."""
        found = []
        for chunk in chunks:
            if chunk.kind == "Organization" and not chunk.proper and (count := self._counted(chunk)):
                few = range(2, 6)  # 11 ұйым takes up none that is named
                listed = [self.body(c) for c in self._listed_behind(chunk)]
                taken_up = (
                    listed
                    if len(listed) == count
                    else (self.register.antecedents.last(chunk, count) if count in few else ())
                )
                taken_up = taken_up or self._met_before(chunk, count) or bodies_taken_up(self, chunk, count)
                found += [(chunk, key) for key in taken_up if key]
                continue
            if chunk.kind == "Organization" and not chunk.proper and (chunk.plural or "both" in chunk.flags):
                found += [(chunk, key) for key in bodies_taken_up(self, chunk)]
                continue
            if chunk.kind == "Role" and chunk.plural and (several := self._holders(chunk)):
                found += [(chunk, key) for key in several]
                continue
            if chunk.kind == "Pronoun" and chunk.plural:
                several = self.taken_up_together(chunk) or bodies_taken_up(self, chunk)
                found += [(chunk, key) for key in several]
                continue
            if chunk.kind == "Pronoun":
                key = self.taken_up(chunk)
            else:
                key = self.person(chunk) if chunk.kind in ("Person", "Role") else self.body(chunk)
            if key:
                found.append((chunk, key))
        return found

    def _met_before(self, chunk: Chunk, count: int) -> list[str]:
        """The two services will meet again: as many bodies as took part in the encounter told of last."""
        before = set(self.text[max(0, chunk.start - _DEFINITE) : chunk.start].lower().split())
        if not before & self.register.cues.words.get("all-of", frozenset()):
            return []  # two services were admitted: others
        told = [e for e in self.agenda.encounters if e.evidence.start < chunk.start] if self.agenda is not None else []
        if not told or count < 2:
            return []
        bodies = [key for key in told[-1].parts if key.startswith("organization")]
        return bodies if len(bodies) == count else []

    def _counted(self, chunk: Chunk) -> int:
        """Екі банк, үш жоғары оқу орны: how many bodies a common noun takes up together."""
        if "single" in chunk.flags:
            return 0
        for sentence in self.sentences:
            if sentence.start <= chunk.start < sentence.end:
                numbers = [c for c in sentence.chunks if c.kind == "Number" and 0 <= chunk.first - c.last - 1 <= 2]
                return int(numbers[-1].value) if numbers else 0
        return 0

    def _listed_behind(self, chunk: Chunk) -> list[Chunk]:
        """Жобаға үш банк қатысады: X, Y және Z: the names behind a colon tell which they are."""
        sentence = next((s for s in self.sentences if s.start <= chunk.start < s.end), None)
        tokens = sentence.tokens if sentence is not None else []
        colon = next((i for i in range(chunk.last, len(tokens)) if tokens[i].text == ":"), None)
        if sentence is None or colon is None:
            return []
        named = [c for c in sentence.chunks if c.first > colon and c.inside is None]
        return [c for c in named if c.kind == "Organization" or (c.kind == "Place" and c.kind_of == "region")]

    def taken_up(self, chunk: Chunk) -> str:
        """Return whom or what ол takes up: what the sentence before this one is about."""
        if chunk.plural:
            return ""
        if key := self._just_counted(chunk):
            return key
        if key := self._told_in_its_sentence(chunk):
            return key
        for sentence in reversed([s for s in self.sentences if s.end <= chunk.start and not s.title]):
            for clause in reversed(sentence.clauses):
                if chunk.function == "subject" and (elected := _just_elected(clause)):
                    return elected
                subjects = [c for c in clause.having("subject", "Person", "Organization", "Role") if not c.plural]
                if not subjects and clause.form == "finite":
                    subjects = [c for c in clause.inherited if c.kind == "Person"]  # Имашев [… ашатынын] айтты
                for subject in subjects:
                    key = self.person(subject) if subject.kind != "Organization" else self.body(subject)
                    if key:
                        return key
            they = [c for clause in sentence.clauses for c in clause.having("subject", "Pronoun") if not c.plural]
            again = they  # ол, then ол again
            return self.taken_up(they[-1]) if again else ""
        return ""

    def _just_counted(self, chunk: Chunk) -> str:
        """Палатаның 1150 мүшесі бар, оның өзі X одағының мүшесі: the body whose members the same sentence counts."""
        here = next((s for s in self.sentences if s.start <= chunk.start < s.end), None)
        before = [c for c in here.clauses if c.predicate[1] < chunk.first] if here is not None else []
        for clause in before[-1:]:
            counted = [r for r in clause.having("subject", "Role") if r.kind_of == "membership" and r.owner is not None]
            if "total" in clause.flags and counted:
                return self.body(counted[-1].owner)
        return ""

    def _told_in_its_sentence(self, chunk: Chunk) -> str:
        """Хотя X не хотел вступать, в 2019 году он вступил: the one subject of the clauses before in the sentence."""
        here = next((s for s in self.sentences if s.start <= chunk.start < s.end), None)
        if here is None or chunk.function != "subject":
            return ""
        earlier = [c for c in here.clauses if c.form in ("finite", "conditional") and c.predicate[1] < chunk.first]
        named = [s for c in earlier for s in c.having("subject", "Person", "Organization") if s.proper and s.thing]
        return named[0].thing if len({s.thing for s in named}) == 1 else ""

    def taken_up_together(self, chunk: Chunk) -> list[str]:
        """Return whom олар takes up: the people whom the sentence right before this one names together."""
        before = [s for s in self.sentences if s.end <= chunk.start and not s.title]
        for clause in reversed(before[-1].clauses) if before else ():
            people = [c for c in clause.having("subject", "Person") if c.thing]
            people += [c for c in clause.having("with", "Person") if c.thing] if people else []
            if len(people) > 1:
                return list(dict.fromkeys(c.thing for c in people))
        return []

    def dates(self, clause: Clause, sentence: Sentence, relation: str = "on") -> list[Chunk]:
        """Return the dates of a clause, or, if it has none, of the sentence's clauses before it.

        On 5 May X arrived to attend the summit: what somebody only meant to do has no day from what was done.
        """
        own = [c for c in clause.chunks if c.kind == "Date" and c.kind_of == relation]
        if own:
            return own
        index = sentence.clauses.index(clause)
        for earlier in reversed(sentence.clauses[:index]):
            meant = (
                clause.form == "complement"
                and clause.modality == "planned"
                and (earlier.past or "visit" in earlier.concepts)
            )
            if earlier.form != "relative" and not meant:
                found = [c for c in earlier.chunks if c.kind == "Date" and c.kind_of == relation]
                if found:
                    return found
        return []

    def quote(self, sentence: Sentence, clause: Clause, *parts: Chunk) -> Span:
        """Return the words from the first part to the end of the clause's predicate."""
        last = min(clause.predicate[1], len(sentence.tokens) - 1)
        token = sentence.tokens[last]
        inside = [p for p in parts if sentence.start <= p.start < sentence.end]
        chunks = inside or clause.chunks
        return cover(*chunks, Span(token.start, token.end)) if chunks else Span(sentence.start, token.end)

    def whole(self, chunk: Chunk) -> Span:
        """Return a chunk's words with its posts and owners."""
        parts: list[Chunk] = [chunk, *chunk.posts]
        parts += [p.owner for p in parts if p.owner is not None]
        return cover(*parts)

    def note_mentions(self) -> None:
        """Write down every chunk that names or takes up a thing."""
        for sentence in self.sentences:
            for chunk in sentence.chunks:
                if chunk.kind in _MENTIONED and (
                    chunk.proper or chunk.thing or chunk.kind in ("Role", "Date", "Event")
                ):
                    self.draft.mention(chunk, chunk.thing)


def _just_elected(clause: Clause) -> str:
    """Кеңес төраға етіп X-ті сайлады. Ол …: the one person to whom a body has just given a post, "" for none."""
    if "appoint" not in clause.concepts or clause.passive or clause.negated or clause.modality != "asserted":
        return ""
    people = clause.having("object", "Person")
    by_body = all(c.kind == "Organization" for c in clause.subjects)
    return people[0].thing if len(people) == 1 and by_body else ""


def _without_rank(post: str, ranks: frozenset[str]) -> str:
    """Return a post without first and senior: вице-министр takes up the first вице-министр."""
    rank, _, rest = post.partition(" ")
    return rest if rest and rank in ranks else post


def _same_post(one: str, other: str, ranks: frozenset[str], noun_first: bool) -> bool:
    """Tell whether a post may be called by another's words: министр for министр иностранных дел, chair for board chair.

    What counts is the noun, which a language puts first, as Russian does, or last.
    """
    if noun_first:
        first, second = ({post.split(" ")[0], _without_rank(post, ranks).split(" ")[0]} for post in (one, other))
        return not first.isdisjoint(second)
    return one.rsplit(" ", maxsplit=1)[-1] == other.rsplit(" ", maxsplit=1)[-1] or one.startswith(f"{other} ")


def _ask(sentence: Sentence) -> None:
    """Станет ли X директором? What a question asks is not said; who asks it is."""
    if not sentence.tokens or sentence.tokens[-1].text != "?":
        return
    for clause in sentence.clauses:
        main = clause.form in ("finite", "nominal") or (clause is sentence.clauses[-1] and clause.form == "converb")
        if clause.modality == "asserted" and main and "speak" not in clause.concepts:
            clause.modality = "hypothetical"
