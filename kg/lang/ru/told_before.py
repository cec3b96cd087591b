"""What a Russian pronoun takes up that is told right before it: an encounter, a post that nobody had yet, members.

Состоялся разговор X с Y. Он прошёл 3 марта      he is the conversation
Избран новый глава союза: им стал X              him is the head
Число её участников достигло 27                  of the union that her agrees with
"""

from __future__ import annotations

from kg.lang.ru.phrase import Grammar, Phrase, nouns_of
from kg.lang.syntax import Chunk, Clause, Sentence

GENDER = {"он": "Masc", "она": "Fem", "оно": "Neut"}
WHOSE = {"его": ("Masc", "Neut"), "её": ("Fem",), "ее": ("Fem",)}
_THIS_ONE = frozenset({"им", "ей", "ею"})
_FAR = 600  # characters beyond which whose members are counted is not looked for


def means_encounter(pronoun: Chunk, clause: Clause, before: Sentence | None, phrase: Phrase) -> bool:
    """Tell whether what takes place by a clause is the encounter that the sentence before tells of."""
    if before is None or clause.lemma not in phrase.cues.words["takes-place"] or clause.having("object"):
        return False
    if not clause.having("date") and not clause.having("at"):
        return False
    told = [
        c for c in before.chunks if c.kind == "Event" and "weak" not in c.flags and c.function in ("subject", "object")
    ]
    gender = GENDER.get(pronoun.label, "")
    return any(_noun_fits(c, gender, plural=pronoun.plural) for c in told)


def _noun_fits(event: Chunk, gender: str, *, plural: bool) -> bool:
    """Tell whether a pronoun agrees with the noun of an encounter: он with визит, они with переговоры."""
    forms = nouns_of(event.lemma.rpartition(" ")[2])
    if plural:
        return event.plural or event.lemma.endswith(("ы", "и", "я"))
    return not event.plural and any(f.case == "Nom" and f.gender == gender for f in forms)


def become_what_was_told(sentence: Sentence, phrase: Phrase, last: Sentence | None) -> None:
    """Избран новый глава союза: им стал X: the post that nobody had yet, told right before."""
    for index, clause in enumerate(sentence.clauses):
        told = [c for c in clause.chunks if c.kind == "Pronoun" and phrase.lower(c.first) in _THIS_ONE]
        if "become" not in clause.concepts or not told or clause.having("as") or not clause.having("subject", "Person"):
            continue
        before = [c for one in sentence.clauses[:index] for c in one.chunks]
        before = before or ([c for one in last.clauses for c in one.chunks] if last is not None else [])
        posts = [
            c for c in before if c.kind == "Role" and c.inside is None and not c.plural and c.function != "from-post"
        ]
        if len(posts) == 1 and posts[0].kind_of != "membership":
            again = posts[0].again("as")
            phrase.grammar[again], phrase.ends[again] = Grammar(("Ins",)), told[0].last
            again.first, again.last, again.start, again.end = told[0].first, told[0].last, told[0].start, told[0].end
            clause.chunks = [again if c is told[0] else c for c in clause.chunks]


def count_its_members(phrase: Phrase, clause: Clause, seen: list[tuple[Chunk, str]]) -> None:
    """В лигу влился театр «Х», число её участников достигло 27: of the body named last that её agrees with."""
    whose = [w for w in phrase.lowers[max(0, clause.predicate[0] - 6) : clause.predicate[0]] if w in WHOSE]
    begin = phrase.tokens[clause.predicate[0]].start
    found = [c for c, g in reversed(seen) if whose and g in WHOSE[whose[-1]] and c.kind == "Organization"]
    near = [c for c in found if c.start < begin and begin - c.start < _FAR]
    if near and not clause.having("subject", "Organization"):
        again = near[0].again("subject")
        phrase.grammar[again], phrase.ends[again] = Grammar(()), phrase.ends.get(near[0], near[0].last)
        clause.chunks, clause.inherited = [again, *clause.chunks], []
        clause.flags.add("of-subject")
