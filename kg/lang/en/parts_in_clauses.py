"""What part a phrase plays in an open clause: by its preposition, by the list it goes on with, by its place."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.en.functions import alike, linked, preposition
from kg.lang.en.offices import AS_TOLD
from kg.lang.en.open_clauses import Open
from kg.lang.en.phrase import Phrase
from kg.lang.en.post_holders import extent
from kg.lang.syntax import Chunk

_WHERE_FROM = frozenset({"owner", "from", "at"})
_BESIDE = cues("en").words["beside"]


class Parts:
    """Tells the parts of the phrases of one sentence, and groups those that are one list."""

    def __init__(self, phrase: Phrase, outer: list[Chunk]) -> None:
        self.phrase = phrase
        self.outer = outer

    def function(self, current: Open, chunk: Chunk) -> str:
        """Return the part of a phrase that an open clause has just taken."""
        if (apart := self._apart(current, chunk)) is not None:
            return apart
        prep = preposition(self.phrase, chunk)
        if chunk.kind == "Person" and not prep and (noun := self._beside_noun(chunk)) >= 0:
            return self._part_of_noun(current, noun)
        previous = current.chunks[-2] if len(current.chunks) > 1 else None
        again = previous is not None and prep == current.functions.get(id(previous))
        if not prep and (before := self._before_owners(current, chunk)) is not None:
            self.group(before, chunk)
            return current.functions[id(before)]
        if previous is not None and (aside := self._behind_brackets(current, previous, chunk)) is not None:
            return aside
        if previous is not None and (not prep or again):
            joint = linked(self.phrase, previous, chunk, again=again)
            if joint == "comma" and self._located(previous, chunk):
                return ""  # Hanbit University, Republic of Korea, ...
            if joint == "comma" and current.group is None and current.functions[id(previous)] != "subject":
                return "subject"  # At the Commission, Chairman Imashev met ...
            new_object = previous.kind == "Role" and chunk.kind != "Role" and current.functions[id(previous)] == "as"
            if joint and new_object:
                return "object"  # admitted X as a full member and Y as an observer
            if joint and alike(previous, chunk) and self._same_side(current, previous, chunk):
                self.group(previous, chunk)
                return current.functions[id(previous)]
        if prep and prep != "owner" and current.group is None and self._behind_an_aside(chunk):
            return "subject"
        if prep:
            return prep
        if current.group is None:
            return "subject" if chunk.rule != "role.office" else "as"  # the chairmanship passed to X
        return self._behind_verb(current, chunk)

    def _apart(self, current: Open, chunk: Chunk) -> str | None:
        """Return the part of a phrase that is no member of the clause's own lists, None where it may be one."""
        if chunk.kind == "Date" or chunk.rule in ("place.here", "place.there"):
            return "date" if chunk.kind == "Date" else "at"
        if (chunk.kind == "Organization" and self._owns_program(chunk)) or self._in_brackets(chunk):
            return ""
        if chunk.kind in ("Place", "Country") and self._where_a_topic_is(chunk):
            return ""
        among = chunk.kind in ("Person", "Organization") and self.phrase.lower(chunk.last + 1) == "among"
        if among and self.phrase.lower(chunk.last + 2) in ("them", "these", "others"):
            return "include"  # the ambassadors, X among them, gathered
        return "as" if chunk.kind == "Role" and self._another_predicate(current, chunk) else None

    def _behind_brackets(self, current: Open, previous: Chunk, chunk: Chunk) -> str | None:
        """Papers were given by X (University of A) and Y (B): Y goes on with the list that X begins."""
        if len(current.chunks) < 3 or current.functions.get(id(previous)) != "" or not self._in_brackets(previous):
            return None
        before = current.chunks[-3]
        between = self.phrase.lowers[previous.last + 2 : extent(self.phrase, chunk)[0]]
        if between not in ([","], ["and"], [",", "and"]) or before.kind != chunk.kind:
            return None
        self.group(before, chunk)
        return current.functions[id(before)]

    def _in_brackets(self, chunk: Chunk) -> bool:
        """Tell whether a state, town or body is alone in brackets behind a name: Askar Omir (Union of the Blind)."""
        first = extent(self.phrase, chunk)[0]
        before = self.phrase.tokens[first - 1].text if first else ""
        behind = self.phrase.taken[first - 2] if first > 1 else None
        wanted = ("Person",) if chunk.kind == "Organization" else ("Person", "Organization", "Delegation")
        where = chunk.kind in ("Country", "Place", "Organization") and behind is not None and behind.kind in wanted
        return where and before == "(" and self.phrase.lower(chunk.last + 1) == ")"

    def _another_predicate(self, current: Open, chunk: Chunk) -> bool:
        """Is one of the founders and a full member of the Union: a second thing that it is."""
        first = extent(self.phrase, chunk)[0]
        copula = current.group is not None and current.group.lemma in ("be", "become", "remain")
        return copula and self.phrase.lower(first) in ("a", "an") and self.phrase.lower(first - 1) == "and"

    def _owns_program(self, chunk: Chunk) -> bool:
        """Joined the EBRD's Trade Programme: what is joined is the programme."""
        behind = self.phrase.taken[chunk.last + 1 : chunk.last + 3]
        owned = next((c for c in behind if c is not None), None)
        touching = self.phrase.possessive(chunk.last) or (bool(behind) and behind[0] is owned)  # the EU project
        return touching and owned is not None and owned.kind == "Program"

    def _where_a_topic_is(self, place: Chunk) -> bool:
        """Talked about a training centre in Mestia: where the thing is, and not where they talked of it."""
        phrase, at = self.phrase, extent(self.phrase, place)[0] - 2
        begin = at if phrase.lower(at + 1) in ("in", "at") else -1
        while phrase.tag(begin) in ("N", "J", "P", "G", "D") and phrase.tag(begin + 1) != "D":
            begin -= 1
        return (
            0 <= begin < at
            and phrase.tag(begin + 1) == "D"
            and phrase.lower(begin) in ("about", "concerning", "regarding")
        )

    def _behind_an_aside(self, chunk: Chunk) -> bool:
        """In her opening speech Dana Bekova thanked: the noun before the name has its own owner and is no person."""
        phrase = self.phrase
        begin = min(c.first for c in (chunk, *chunk.posts, *(p.owner for p in chunk.posts if p.owner)))
        start = phrase.phrase_start(begin)
        if chunk.kind not in ("Person", "Role", "Organization") or start >= begin - 1 or phrase.tags[start] != "O":
            return False
        noun = phrase.lemma(begin - 1)
        known = noun in _BESIDE or noun in phrase.cues.words["people"] or noun in phrase.cues.organizations
        return phrase.tags[begin - 1] == "N" and not known

    def _part_of_noun(self, current: Open, noun: int) -> str:
        """Return the part that a common noun plays: by its preposition, else by its place before or behind the verb."""
        before = self.phrase.phrase_start(noun) - 1
        word = self.phrase.lower(before)
        if self.phrase.tag(before) == "I" and word in self.phrase.cues.postpositions:
            return self.phrase.cues.postpositions[word]
        return "subject" if current.group is None or noun < current.group.first else "object"

    def _beside_noun(self, chunk: Chunk) -> int:
        """Return the noun that a name behind a comma stands beside: with his colleague from Semey, Jens Holm; or -1."""
        phrase = self.phrase
        at = extent(phrase, chunk)[0] - 1
        if phrase.lower(at) != ",":
            return -1
        for i in range(at - 1, max(-1, at - 8), -1):
            if phrase.tags[i] in ("V", "A", "M", "PUNCT", "C", "W", "S") and phrase.taken[i] is None:
                return -1
            if (
                phrase.taken[i] is None
                and phrase.lemma(i) in _BESIDE
                and phrase.tags[phrase.phrase_start(i)] in ("D", "O")
            ):
                return i
        return -1

    def _before_owners(self, current: Open, chunk: Chunk) -> Chunk | None:
        """X of the Desk of the Fund, Y from the Bank and Z: return X, whose phrase tells where he is from."""
        earlier = current.chunks[:-1]
        if chunk.kind != "Person" or not earlier or current.functions[id(earlier[-1])] not in _WHERE_FROM:
            return None
        joint = linked(self.phrase, earlier[-1], chunk)
        if not joint or earlier[-1].kind == "Person":
            return None
        while earlier and current.functions[id(earlier[-1])] in _WHERE_FROM and earlier[-1].kind != "Person":
            earlier.pop()
        one = earlier[-1] if earlier else None
        if one is None or one.kind != "Person" or not self._same_side(current, one, chunk):
            return None
        touching = self.phrase.lower(extent(self.phrase, one)[1] + 1) in ("of", "from", "at")
        return one if touching or joint == "and" else None

    def _located(self, body: Chunk, place: Chunk) -> bool:
        """Tell whether a state or town behind a comma only says where the body before it is."""
        if place.kind not in ("Country", "Place") or body.kind not in ("Organization", "Delegation"):
            return False
        behind = extent(self.phrase, place)[1] + 1
        return self.phrase.lower(behind) not in ("and", "&", "or") and self.phrase.tag(behind) not in ("V", "A", "M")

    @staticmethod
    def _same_side(current: Open, one: Chunk, two: Chunk) -> bool:
        group = current.group
        return group is None or not one.last < group.first < two.first

    def group(self, one: Chunk, two: Chunk) -> None:
        """Let two phrases play one part together."""
        if one.group < 0:
            one.group = 1 + max([c.group for c in self.outer], default=-1)
        two.group = one.group

    def _behind_verb(self, current: Open, chunk: Chunk) -> str:
        group = current.group
        objects = [c for c in current.chunks if current.functions.get(id(c)) == "object"]
        if chunk.kind != "Role" or group is None:
            return "object"
        if chunk.rule in AS_TOLD:
            return "as"  # took the helm of the Fund
        if group.lemma == "make" and not group.passive and any(c.kind in ("Person", "Pronoun") for c in objects):
            current.concepts = current.concepts | {"appoint"}  # the delegates made him Honorary President
            return "as"
        given = current.concepts & {"appoint"} and (group.passive or objects)
        return "as" if given or group.lemma in ("be", "become", "remain") else "object"
