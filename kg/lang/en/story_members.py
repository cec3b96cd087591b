"""Memberships that a story tells over sentences: whose delegates admitted whom, one of those counted."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lang.cues import cues
from kg.lang.en.member_counts import count_of
from kg.lang.syntax import Chunk, Clause, Sentence

_CAME = cues("en").words["came"]
_OF_THESE = frozenset({"these", "them", "those", "which", "whom"})
_SEVERAL = frozenset({"one", "some", "several", "many", "most", "both"})
_COLLEGIAL = cues("en").words["collegial"]
_TAKING_IN = cues("en").words["taking-in"]


@dataclass(slots=True)
class Wholes:
    """The bodies of which a story has told that they met or how many members they have."""

    sitting: Chunk | None = None
    counted: Chunk | None = None
    about: Chunk | None = None
    line: int = -1

    def read(self, sentence: Sentence) -> None:
        """Give the clauses of a sentence the body that they leave unsaid, then remember those that it tells of."""
        if sentence.title:
            return
        if self.line != sentence.line:
            self.counted, self.about, self.line = None, None, sentence.line
        lowers = [token.text.lower() for token in sentence.tokens] if self.counted is not None else []
        for clause in sentence.clauses:
            self._delegates(clause)
            self._one_of_these(sentence, clause, lowers)
            _called_it(sentence, clause)
        self._some_of_them(sentence)
        for clause in sentence.clauses:
            self._remember(clause)
        self._of_its_members(sentence)

    def _some_of_them(self, sentence: Sentence) -> None:
        """The Union unites 54 farms. Two of them, X and Y, have closed; two of its members, X and Y: they are in it."""
        lowers = [token.text.lower() for token in sentence.tokens]
        for at, low in enumerate(lowers[1:-2], 1):
            told = low == "of" and lowers[at + 1] in _OF_THESE and lowers[at + 2] == ","
            if told and self.counted is not None and _some(sentence, at - 1):
                _belong(sentence, self.counted, at + 3)
        for role in [
            c for c in sentence.chunks if c.kind == "Role" and c.kind_of == "membership" and c.lemma == "member"
        ]:
            whole = role.owner
            last = max(role.last, whole.last if whole is not None else 0)
            if whole is None or whole.kind != "Organization" or role.flags & {"former", "merely"}:
                continue
            start = min(role.first, whole.first)
            while start > 0 and lowers[start - 1] in ("the", "its", "of"):
                start -= 1
            if _some(sentence, start - 1) and lowers[last + 1 : last + 2] == [","]:
                begin = last + 2 + 2 * (lowers[last + 2 : last + 4] == ["among", "them"])
                _belong(sentence, whole, begin)

    def _of_its_members(self, sentence: Sentence) -> None:
        """The Council sat on 3 May. Thirty-nine of its 45 members came: so many has the body spoken of."""
        about = self.about
        numbers = [c for c in sentence.chunks if c.kind == "Number" and c.first] if about is not None else []
        for number in numbers:
            words = [token.text.lower() for token in sentence.tokens[number.first - 1 : number.last + 2]]
            named = any(c.kind == "Organization" and c.last < number.first for c in sentence.chunks)
            if about is not None and words[0] == "its" and words[-1] == "members" and not named:
                sentence.clauses.append(count_of(number, about))
        subjects = [c for clause in sentence.clauses for c in clause.having("subject", "Organization")]
        alone = {c.label for c in subjects if not c.plural}
        self.about = subjects[0] if len(alone) == 1 else None

    def _delegates(self, clause: Clause) -> None:
        """The congress of the League opened. Delegates admitted X: to the League."""
        if clause.lemma not in _TAKING_IN or "join" not in clause.concepts or clause.negated or self.sitting is None:
            return
        people = [r for r in clause.subjects if r.kind == "Role" and r.plural and r.lemma in _CAME and r.owner is None]
        bodies = clause.having("object", "Organization")
        if people and bodies and not clause.passive and not clause.having("to") and self.sitting not in bodies:
            clause.chunks.append(self.sitting.again("to"))

    def _one_of_these(self, sentence: Sentence, clause: Clause, lowers: list[str]) -> None:
        """The League has 19 members. One of these is X, admitted in 2020: to the League."""
        if self.counted is None or clause.lemma != "be" or clause.negated:
            return
        bodies = clause.having("object", "Organization")
        opening = lowers[clause.first : clause.predicate[0]]
        told = "of" in opening and bool(_OF_THESE & set(opening))
        if not told or len(bodies) != 1 or clause.having("as"):
            return
        for chunk in clause.having("subject"):
            chunk.function = ""
        clause.concepts, bodies[0].function = frozenset({"join"}), "subject"
        clause.chunks.append(self.counted.again("to"))
        behind = (c for c in sentence.clauses if c is not clause and c.predicate[0] > bodies[0].last)
        aside = next(behind, None)
        if aside is not None and "join" in aside.concepts and aside.past and not aside.having("to"):
            clause.chunks += [d.again("date") for d in aside.having("date")]

    def _remember(self, clause: Clause) -> None:
        if clause.negated or clause.modality != "asserted":
            return
        sessions = [c for c in clause.chunks if c.kind == "Event" and c.kind_of == "Session" and not c.plural]
        whose = [p for c in sessions for p in c.parties if p.kind == "Organization" and p.proper]
        if not whose and "in-session" in clause.flags:
            met = [c for c in clause.having("subject", "Organization") if c.proper]
            whose = [c.owner if c.owner is not None and c.lemma in _COLLEGIAL else c for c in met]
        if len({p.label for p in whose}) == 1 and clause.form == "finite":
            self.sitting = whose[0]
        if "count" not in clause.concepts:
            return
        bodies = clause.having("subject", "Organization")
        numbers = [c for c in clause.chunks if c.kind == "Number"]
        if len(bodies) == 1 and numbers:
            self.counted = bodies[0]


def _some(sentence: Sentence, at: int) -> bool:
    """Tell whether a token is a number or a word for some of many: two of them, several of its members."""
    low = sentence.tokens[at].text.lower() if at >= 0 else ""
    return low in _SEVERAL or any(c.kind == "Number" and c.last == at for c in sentence.chunks)


def _belong(sentence: Sentence, whole: Chunk, begin: int) -> None:
    """Let the names between commas that begin at a token belong to a body."""
    named: list[Chunk] = []
    at = begin
    while at < len(sentence.tokens):
        at += sentence.tokens[at].text.lower() == "the"
        found = [c for c in sentence.chunks if c.first == at and c.proper and c.kind in ("Organization", "Country")]
        if not found:
            return
        named.append(max(found, key=lambda c: c.last))
        at = named[-1].last + 1
        mark = sentence.tokens[at].text.lower() if at < len(sentence.tokens) else "."
        listed = sentence.tokens[at + 1].text.lower() if at + 1 < len(sentence.tokens) else ""
        more = mark == "and" or (mark == "," and any(c.first in (at + 1, at + 2) and c.proper for c in sentence.chunks))
        if not more or (mark == "," and listed not in ("the", "and") and not listed.isalpha()):
            break
        at += 1 + (mark == "," and listed == "and")
    if at < len(sentence.tokens) and sentence.tokens[at].text not in (",", ".", ";", ")", "–", "—"):
        return
    parts = [*(c.again("subject") for c in named), whole.again("to")]
    where = named[0].first
    joined = Clause(where, where, (where, where), frozenset({"join"}), "belong", "finite", parts, flags={"belongs"})
    sentence.clauses.append(joined)


def _called_it(sentence: Sentence, clause: Clause) -> None:
    """Merino Valley was luckier: it has been a member of the League: what is it is a body, though two names are one."""
    if clause.lemma not in ("be", "become", "remain"):
        return
    pronouns = [c for c in clause.having("subject", "Pronoun") if c.lemma == "it"]
    roles = [r for r in clause.having("as", "Role") if r.kind_of == "membership" and r.owner is not None]
    if not pronouns or not roles or any(c.kind == "Organization" and c.first < clause.first for c in sentence.chunks):
        return
    near = [c for c in sentence.chunks if c.kind == "Person" and c.last < pronouns[0].first]
    if len(near) == 1 and not near[0].posts and near[0].function == "subject":
        body = near[0]
        body.kind, body.rule, body.core, body.confidence = "Organization", "organization.called-it", body.label, 0.6


def lists_itself(role: Chunk, clause: Clause) -> bool:
    """The charter was signed by X and Y, which are its founding members: its is none of those who are members."""
    return role.kind_of == "membership" and role.plural and role.owner in clause.subjects
