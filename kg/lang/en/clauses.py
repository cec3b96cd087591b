"""Clauses of an English sentence, read from left to right: each verb with the phrases around it.

A finite verb takes the phrases before it as its subject and those behind it as its objects; which and who open a
relative clause of the phrase before them, a participle behind a noun too; that, whether and the infinitive open a
complement. A second finite verb begins a clause of its own behind the last comma or conjunction.
"""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.boundaries import boundary_before, has_subject, only_adverbs, outward, zero_that
from kg.lang.en.functions import alike, linked, preposition
from kg.lang.en.morphology import forms_of
from kg.lang.en.open_clauses import Open
from kg.lang.en.parts_in_clauses import Parts
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.en.predicates import Group, concepts_of, find_groups
from kg.lang.syntax import Chunk

_COMPLEMENT = frozenset({"that", "whether", "if", "how", "why", "what"})
_REMINDING = cues("en").words["reminding"]
_OF_THE = 3  # tokens from a post to the noun that it is of
_BEGINS = cues("en").words["begins-by-itself"]
_HELD = cues("en").words["was-held"]
_MARKS = frozenset({"S", "W", "C", "PUNCT"})
_OF_ENCOUNTERS = frozenset({"chair", "co-chair", "moderate", "open", "address", "attend"})
_STRONG = frozenset({";", ":"})


class Builder:
    """Reads a sentence once and collects its clauses."""

    def __init__(self, phrase: Phrase, chunks: list[Chunk]) -> None:
        self.phrase = phrase
        self.outer = sorted((c for c in chunks if c.inside is None), key=lambda c: (c.first, c.last))
        self.parts = Parts(phrase, self.outer)
        self.current = Open("finite")
        self.all: list[Open] = [self.current]
        self.last: Chunk | None = None
        self.groups = {g.first: g for g in find_groups(phrase)}
        self.starts = {extent(phrase, c)[0]: c for c in self.outer}
        for chunk in self.outer:
            if not any(c is chunk for c in self.starts.values()):
                self.starts[chunk.first] = chunk
        self.aside: list[Open] = []
        self.continued: dict[int, Chunk] = {}  # by identity: behind a relative clause, one more beside its head
        self.quoted = {i for a, b in phrase.pairs.items() for i in range(a + 1, b)}

    def build(self) -> list[Open]:
        """Return the clauses that have a verb or phrases, in the order of their verbs."""
        at = 0
        seen: set[int] = set()
        while at < len(self.phrase):
            chunk = self.starts.get(at)
            if chunk is not None and id(chunk) not in seen:
                seen.add(id(chunk))
                if self._parenthesis(chunk):
                    at = self._after_parenthesis(chunk)
                    continue
                self._take(chunk)
                at = max(at + 1, min(extent(self.phrase, chunk)[1] + 1, self._next_start(at, seen)))
                continue
            if self.phrase.lowers[at] == "as" and (behind := self._as_told(at)):
                at = behind
                continue
            group = self.groups.get(at)
            if group is not None:
                self._verb(group)
                for inside in (self.starts.get(i) for i in range(at + 1, group.last)):
                    if inside is not None:
                        self._take(inside)  # has since 2015 been a member
                at = group.last + 1
                continue
            self._marker(at)
            at += 1
        self.current.end = len(self.phrase) - 1
        found = [o for o in [*self.all, *self.aside] if o.group is not None or o.chunks]
        return sorted(found, key=lambda o: o.group.first if o.group else len(self.phrase))

    def _as_told(self, at: int) -> int:
        """Return the token behind an aside that says nothing of its own (, as had been announced, …), 0 for none."""
        before = self.phrase.tokens[at - 1].text if at else ","
        group = next((g for i in range(at + 1, at + 4) if (g := self.groups.get(i)) is not None), None)
        if before not in (",", "–", "—", "(") or group is None or group.lemma in ("be", "have", "do"):
            return 0
        words = self.phrase.tags[at + 1 : group.first]
        closed = self.phrase.lower(group.last + 1) in (",", "–", "—", ")")
        return group.last + 1 if closed and set(words) <= {"ADV", "R"} else 0

    def _next_start(self, at: int, seen: set[int]) -> int:
        later = [start for start, c in self.starts.items() if start > at and id(c) not in seen]
        return min(later, default=len(self.phrase))

    # -- he said, between commas -------------------------------------------------------------------------------

    def _parenthesis(self, chunk: Chunk) -> bool:
        first, last = extent(self.phrase, chunk)
        group = self.groups.get(last + 1)
        if (
            group is None
            or chunk.kind not in ("Person", "Role", "Pronoun", "Organization")
            or self.phrase.lower(first - 1) != ","
        ):
            return False
        closes = self.phrase.lower(group.last + 1) == ","
        return (
            closes
            and group.kind == "finite"
            and "speak" in concepts_of(self.phrase, group)
            and self.current.group is None
        )

    def _after_parenthesis(self, chunk: Chunk) -> int:
        group = self.groups[extent(self.phrase, chunk)[1] + 1]
        aside = Open("finite", group=group, concepts=concepts_of(self.phrase, group), chunks=[chunk], begin=chunk.first)
        aside.functions[id(chunk)] = "subject"
        self.aside.append(aside)
        return group.last + 2

    # -- phrases -----------------------------------------------------------------------------------------------

    def _take(self, chunk: Chunk) -> None:
        self._close_before(chunk)
        current = self.current
        current.chunks.append(chunk)
        head = self.continued.get(id(chunk))
        function = self.parts.function(current, chunk) if head is None else current.functions[id(head)]
        current.functions[id(chunk)] = function
        self.last = chunk

    def _close_before(self, chunk: Chunk) -> None:
        """Leave a relative clause or participle at the comma behind it, unless the phrase goes on with a list in it."""
        current = self.current
        if self._resumes(current, chunk):
            assert current.parent is not None
            self.current = current.parent
            return
        if (
            current.parent is None
            or current.group is None
            or current.form not in ("relative", "converb")
            or not current.boundaries
            or current.boundaries[-1][1] not in (",", "and")
        ):
            return
        previous = current.chunks[-1] if current.chunks else None
        if previous is not None and linked(self.phrase, previous, chunk) and alike(previous, chunk):
            return
        if (
            current.boundaries[-1][0] > (previous.last if previous else current.group.last)
            and current.boundaries[-1][1] == ","
        ):
            self.current = current.parent

    def _resumes(self, current: Open, chunk: Chunk) -> bool:
        """Opened by X, who is its head, and by Y: the clause around a relative one goes on with its own preposition."""
        parent = current.parent
        if current.form != "relative" or parent is None or current.group is None or not current.boundaries:
            return False
        at, kind = current.boundaries[-1]
        prep = preposition(self.phrase, chunk)
        if not kind.endswith("and") or at != extent(self.phrase, chunk)[0] - (2 if prep else 1):
            return False
        if not prep and kind == ", and" and current.head is not None:
            return self._goes_on_list(parent, current.head, chunk)
        told = [c for c in parent.chunks if parent.functions[id(c)] == prep]
        goes_on = prep in ("by", "to") and bool(told) and prep not in current.functions.values()
        if goes_on and prep == "to" and alike(told[-1], chunk):
            self.parts.group(told[-1], chunk)  # belongs to X, which has 20 members, and to Y
        return goes_on

    def _goes_on_list(self, parent: Open, head: Chunk, chunk: Chunk) -> bool:
        """There were X, who has done most of the work, and Y; X, who heads a museum, and Y met: one more of a list.

        Where the verb that they share stands before them, none may be behind, which would be that of Y alone.
        """
        if chunk.kind != head.kind or chunk.kind not in ("Person", "Organization") or id(head) not in parent.functions:
            return False
        last = extent(self.phrase, chunk)[1]
        if parent.group is not None and any(g.first > last and g.kind == "finite" for g in self.groups.values()):
            return False
        self.continued[id(chunk)] = head
        return True

    # -- markers -----------------------------------------------------------------------------------------------

    def _marker(self, at: int) -> None:
        phrase, current = self.phrase, self.current
        tag = phrase.tags[at]
        if tag not in _MARKS or phrase.taken[at] is not None:
            return
        word = phrase.lowers[at]
        if word == ")" and at in phrase.opens and current.parent is not None and current.begin > phrase.opens[at]:
            self.current = current.parent  # the Office (represented by its director) and the Guild
        elif tag == "S" and phrase.lower(at - 1) == "," and phrase.lower(at + 1) == ",":
            return  # for years, though, both have run it
        elif tag == "W":
            head = self._told_of_again(current, at) or self._done_at(current, at) or self._told_of(current, word)
            self._open(Open("relative", current, head, begin=at, marker=word))
        elif (tag == "S" and word not in ("how", "why", "what")) or (tag == "S" and current.group is not None):
            self._subordinate(at, word)
        elif word == ":" and current.group is not None and phrase.tag(at + 1) == "I" and not phrase.title:
            current.boundaries.append((at, ","))  # had her first meeting: with X, at the Ministry
        elif word in _STRONG and at not in self.quoted:
            self.current = Open("finite", begin=at + 1)
            self.all.append(self.current)
        elif tag == "C" or word in (",", "–", "—"):
            kind = word if tag == "C" else ","
            if current.boundaries and current.boundaries[-1][0] == at - 1 and current.boundaries[-1][1] == ",":
                kind = ", " + word if tag == "C" else ","
            current.boundaries.append((at, kind))

    def _told_of_again(self, current: Open, at: int) -> Chunk | None:
        """The Union, of which X and Y are members and which has 31 in all: the same noun has two relative clauses."""
        before = at - 1 - (self.phrase.tag(at - 1) == "I")
        told = current.form == "relative" and current.marker in ("which", "who", "whom") and current.group is not None
        return current.head if told and self.phrase.lower(before) == "and" else None

    def _done_at(self, current: Open, at: int) -> Chunk | None:
        """A meeting of the Council, at which X spoke, during which they agreed: an encounter and not whose it is."""
        phrase = self.phrase
        if phrase.lowers[at] not in ("which", "where") or self.last is None or self.last.kind != "Organization":
            return None
        if phrase.lowers[at] == "which" and phrase.lower(at - 1) not in ("at", "during") and not _was_held(phrase, at):
            return None
        near = [c for c in current.chunks[-3:] if c.kind == "Event" and c.first < self.last.first]
        owned = bool(near) and preposition(phrase, self.last) == "owner" and phrase.lower(near[-1].last + 1) == "of"
        return near[-1] if owned else None

    def _told_of(self, current: Open, word: str) -> Chunk | None:
        """Return what a relative clause is said of: Judge X of the Court in Graz, who leads …: no town is a who."""
        last = self.last
        if word == "which" and last is not None and last.kind in ("Role", "Person"):
            return self._thing_at_the_end(last)
        if word == "where" and last is not None and last.kind in ("Date", "Person", "Number"):
            places = [c for c in current.chunks if c.kind in ("Place", "Organization", "Country")]
            return places[-1] if places else last  # flew to Istanbul last week, where …
        if word in ("who", "whom") and last is not None and last.kind in ("Organization", "Event"):
            return self._whose_phrase(current, last)
        if word not in ("who", "whom") or last is None or last.kind not in ("Place", "Country", "Date"):
            return last
        people = [c for c in current.chunks if c.kind in ("Person", "Role", "Delegation")]
        return people[-1] if people else last

    def _whose_phrase(self, current: Open, last: Chunk) -> Chunk:
        """X, Secretary General of the Forum of Justice, who …: the person behind whom the noun tells the post."""
        posts = ((c, post) for c in current.chunks[-4:] if c.kind == "Person" and c.posts for post in c.posts[-1:])
        behind = (c for c, post in posts if c.last < post.first and 0 < last.first - post.last <= _OF_THE)
        return next(behind, last)

    def _thing_at_the_end(self, last: Chunk) -> Chunk:
        """X, deputy head of Sary Su JSC, which runs the port: no person is a which, but the body named last."""
        end = extent(self.phrase, last)[1]
        owners = [role.owner for role in (last, *last.posts) if role.owner is not None]
        return next((c for c in owners if c.last == end and c.kind in ("Organization", "Country")), last)

    def _open(self, nested: Open) -> None:
        self.all.append(nested)
        self.current = nested

    def _subordinate(self, at: int, word: str) -> None:
        current = self.current
        if word == "that" and at == 1 and self.phrase.lower(0) in _REMINDING:
            return
        if word == "that" and self.phrase.lowers[max(0, at - 2) : at] == [",", "so"]:
            self.current = Open("finite", begin=at + 1)  # admitted X, so that it now has 14 members
            self.all.append(self.current)
            return
        if word in _COMPLEMENT and ((at > 0 and word != "if") or current.group is not None):
            base = current
            nested = Open("complement", base, governor=base if base.group else None, begin=at, marker=word)
            if base.group is None or self._noun_before(at) >= 0:
                nested.noun = self._noun_before(at)
            self._open(nested)
        else:
            form = "conditional" if word in ("if", "unless") else "converb"
            self._open(Open(form, current, begin=at, marker=word, governor=None))

    def _noun_before(self, at: int) -> int:
        """Return the token of the noun that a complement hangs on (the report that ..., a proposal to ...)."""
        i = at - 1
        day = self.phrase.taken[i] if i >= 0 else None
        if day is not None and day.kind == "Date":
            return -1  # resolved on 25 May to appoint X
        return i if i >= 0 and self.phrase.tags[i] in ("N", "J", "P") else -1

    # -- verbs -------------------------------------------------------------------------------------------------

    def _verb(self, group: Group) -> None:
        concepts = concepts_of(self.phrase, group)
        if group.kind == "finite":
            self._finite(group)
        elif group.kind == "infinitive" and self._due(group):
            nested = Open("relative", self.current, self.last, begin=group.first, marker="due")
            self._open(nested)
            self._set(nested, group)
        elif group.kind == "infinitive":
            nested = Open(
                "complement", self.current, governor=self.current if self.current.group else None, begin=group.first
            )
            nested.noun = self._noun_before(group.first)
            nested.marker = "to"
            self._open(nested)
            self._set(nested, group)
        elif self.phrase.title and self.current.group is None and group.kind == "participle":
            self._set(self.current, group)
        else:
            self._participle(group, concepts)

    def _due(self, group: Group) -> bool:
        """The Council, due to convene on September 21, ...: said of the noun before the comma."""
        at = group.first - 1
        told = self.phrase.lower(at) in ("due", "set", "scheduled", "expected") and self.phrase.lower(at - 1) == ","
        return told and self.last is not None and extent(self.phrase, self.last)[1] == at - 2

    def _set(self, clause: Open, group: Group) -> None:
        clause.group = group
        clause.concepts = concepts_of(self.phrase, group)
        clause.boundaries = []

    def _participle(self, group: Group, concepts: frozenset[str]) -> None:
        current, phrase = self.current, self.phrase
        if self._goes_on_passive(current, group):
            group.kind, group.past = "finite", True
            self._split(group)
            return
        head = self.last
        near = head is not None and self._steps(head, group) <= 2
        touching = head is not None and extent(phrase, head)[1] == group.first - 1
        if head is not None and group.passive and phrase.lower(group.last + 1) == "by":
            between = phrase.tags[extent(phrase, head)[1] + 1 : group.first]
            near = near or (len(between) < 7 and not set(between) & {"PUNCT", "V", "A", "C"})
        if (group.kind == "gerund" and not touching) or not near or (head and not touching and self._only_whose(head)):
            head = None
        chaired = group.lemma in _OF_ENCOUNTERS and group.passive and head is not None
        if chaired and head is not None and head.kind in ("Organization", "Place", "Country"):
            events = [c for c in current.chunks if c.kind == "Event" and not c.plural and c.first < head.first]
            head = (
                events[-1] if events and phrase.lower(group.first - 1) == "," else head
            )  # its meeting in X, chaired by
        if concepts & {"lead"} and group.passive and head is not None and head.kind in ("Country", "Place"):
            # a delegation of Hanbit University, Republic of Korea, headed by
            head = next((c for c in reversed(current.chunks) if c.kind in ("Delegation", "Organization")), head)
        if concepts & {"lead"} and group.passive and head is not None and head.kind == "Organization":
            # a delegation from the Centre, led by its director
            travel = [c for c in current.chunks[-2:] if c.kind == "Delegation" and c.last < head.first]
            head = travel[-1] if travel else head
        if head is None and group.passive and concepts & {"chair", "attend"} and phrase.lower(group.last + 1) == "by":
            # addressed a conference on ports there, opened by X
            events = [c for c in current.chunks if c.kind == "Event" and phrase.lower(group.first - 1) == ","]
            head = events[-1] if events else None
        form = "relative" if head is not None and (touching or group.passive) else "converb"
        if (
            current.form in ("relative", "converb")
            and current.group is not None
            and current.boundaries
            and current.boundaries[-1][0] == group.first - 1
            and current.head is not None
            and current.boundaries[-1][1] != ","
        ):
            head, form = current.head, current.form  # held in Minsk and attended by
            current = current.parent or current
        nested = Open(form, current, head if form == "relative" else None, begin=group.first, marker="participle")
        nested.governor = current if current.group is not None and form == "converb" else None
        self._open(nested)
        self._set(nested, group)

    def _only_whose(self, head: Chunk) -> bool:
        """The application of Uzbekistan, received in August: the noun is meant, and not the state that it is of."""
        phrase, at = self.phrase, head.first - 1
        at -= phrase.lower(at) == "the"
        return (
            head.kind == "Country"
            and phrase.lower(at) == "of"
            and phrase.tag(at - 1) == "N"
            and phrase.free(at - 1, at)
        )

    def _goes_on_passive(self, current: Open, group: Group) -> bool:
        """Tell whether a participle shares the auxiliary before it: was opened by X and chaired by Y."""
        if current.group is None or not current.group.passive or current.group.kind != "finite" or not group.passive:
            return False
        at, kind = current.boundaries[-1] if current.boundaries else (-1, "")
        return kind.endswith("and") and at == group.first - 1

    def _steps(self, head: Chunk, group: Group) -> int:
        """Return how many words behind a phrase a verb stands, adverbs left out."""
        last = extent(self.phrase, head)[1]
        return sum(1 for i in range(last + 1, group.first + 1) if self.phrase.tags[i] != "ADV")

    def _behind_an_opening(self, current: Open, group: Group) -> None:
        """By secret ballot X, a judge, was elected: the last name before the verb is no part of the opening phrase."""
        if "subject" in current.functions.values():
            return
        named = [c for c in current.chunks if c.kind in ("Person", "Organization") and current.functions[id(c)]]
        last = named[-1] if named and current.functions[id(named[-1])] not in ("date", "owner") else None
        first, end = extent(self.phrase, last) if last is not None else (0, 0)
        if last is None or self.phrase.tag(first) not in ("N", "J", "D"):
            return
        begin = min([last.first, *(p.first for p in last.posts)])
        noun = self.phrase.lemma(begin - 1)
        titles = noun in self.phrase.cues.words["people"] or noun in self.phrase.cues.organizations
        between = {self.phrase.lower(i) for i in range(end + 1, group.first) if self.phrase.tags[i] != "ADV"}
        if begin > first and self.phrase.tags[begin - 1] == "N" and not titles and between <= {","}:
            current.functions[id(last)] = "subject"

    def _finite(self, group: Group) -> None:
        current = self.current
        if current.group is None and current.form == "finite":
            self._behind_an_opening(current, group)
        if current.group is None:
            self._set(current, group)
            return
        waiting = current.parent
        while waiting is not None and waiting.group is not None:
            waiting = waiting.parent
        if waiting is not None:
            self._return_to(waiting, group)
            return
        self._split(group)

    def _return_to(self, waiting: Open, group: Group) -> None:
        """Go on with the clause whose subject a nested clause has interrupted, or that such a clause has opened."""
        current = self.current
        commas = [at for at, kind in current.boundaries if kind == ","]
        if commas and current.group is not None:
            moved = [c for c in current.chunks if c.first > commas[-1]]
            self._move(moved, current, waiting)
        self.current = waiting
        self._set(waiting, group)

    def _move(self, moved: list[Chunk], source: Open, target: Open) -> None:
        for chunk in moved:
            source.chunks.remove(chunk)
            source.functions.pop(id(chunk), None)
            target.chunks.append(chunk)
            target.functions[id(chunk)] = self.parts.function(target, chunk)

    def _split(self, group: Group) -> None:
        """Begin a clause of its own behind the last comma or conjunction before this verb."""
        current = self.current
        assert current.group is not None
        boundary = boundary_before(self.phrase, current, group)
        level = current
        if boundary is not None and boundary[1] != "and":
            level = outward(level, boundary[1])
        elif (
            level.form == "relative"
            and boundary is not None
            and boundary[0] < group.first - 2
            and level.parent is not None
        ):
            level = level.parent
        elif level.marker == "to" and level.parent is not None and boundary is not None:
            while level.marker == "to" and level.parent is not None:
                level = level.parent
        new = Open(level.form, level.parent, level.head, begin=boundary[0] + 1 if boundary else group.first)
        new.governor, new.noun, new.marker = level.governor, level.noun, level.marker
        if boundary is not None and (
            boundary[0] == group.first - 1 or only_adverbs(self.phrase, boundary[0] + 1, group.first)
        ):
            new.shares = level
        after = boundary[0] if boundary else zero_that(self.phrase, current)
        moved = [c for c in current.chunks if c.first > after]
        if boundary is None:
            new.form, new.governor, new.parent = "complement", current, current
            new.shares = None
        self._move(moved, current, new)
        if (
            boundary is not None
            and boundary[1].endswith("and")
            and not has_subject(self.phrase, new, boundary[0], group)
        ):
            new.shares = new.shares or level  # arrived late and on 7 June took part
        self._open(new)
        self._set(new, group)


def _was_held(phrase: Phrase, at: int) -> bool:
    """The convention of the Union, which opened in Moncton, which was held on 3 March: no union is held."""
    if phrase.tag(at + 1) == "A":
        return phrase.lower(at + 1) in ("was", "were") and phrase.lower(at + 2) in _HELD
    begins = any(form.base in _BEGINS for form in forms_of(phrase.lower(at + 1)))
    return (begins and phrase.tag(at + 2) == "I") or phrase.lowers[at + 1 : at + 3] == ["took", "place"]
