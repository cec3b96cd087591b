"""Clauses of a Russian sentence: where relative, participial and subordinate ones begin and end, and what each has.

Commas open and close what is said by the way (…, которую возглавляет X, …); what is left is the main part, cut between
its predicates at a conjunction or comma.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from functools import lru_cache

from kg.lang.cues import cues
from kg.lang.ru.morphology import Form, forms
from kg.lang.ru.phrase import Group, Phrase, adjectives_of
from kg.lang.ru.prepositions import GOVERNED
from kg.lang.ru.verbs import Predicate, meanings, modality_of, predicates, verb_at
from kg.lang.syntax import Chunk, Clause

_SUBORDINATE = frozenset(
    {
        "что",
        "чтобы",
        "если",
        "хотя",
        "когда",
        "пока",
        "поскольку",
        "ибо",
        "дабы",
        "будто",
        "словно",
        "раз",
        "как",
        "где",
        "куда",
        "почему",
        "сколько",
        "насколько",
    }
)
_CONTRAST = frozenset({"а", "но", "однако", "зато", "поэтому"})
_AND = frozenset({"и", "или", "да", "либо"})


_DAY_OF = frozenset({"дата", "датой", "день", "срок"})


@dataclass(slots=True)
class Segment:
    """Tokens of one part of the sentence: main, relative, participle, gerund, or the conjunction that opens it."""

    kind: str
    tokens: list[int] = field(default_factory=list)
    head: Chunk | None = None
    opened_at: int = 0
    parent: Segment | None = None
    speaker: Clause | None = None


def find_clauses(phrase: Phrase, chunks: list[Chunk]) -> list[Clause]:
    """Return the clauses of a sentence in the order of their predicates."""
    segments = _segments(phrase, chunks)
    clauses: list[Clause] = []
    made: dict[int, list[Clause]] = {}
    for segment in segments:
        own = _clauses_of(phrase, segment, chunks)
        made[id(segment)] = own
        clauses += own
    for segment in segments:
        if segment.parent is not None and segment.kind in _SUBORDINATE:
            _under(segment, made[id(segment)], made.get(id(segment.parent), []))
    clauses += _before_nouns(phrase, clauses, chunks)
    clauses.sort(key=lambda c: (c.predicate, c.form == "nominal"))
    return clauses


# -- segments ------------------------------------------------------------------------------------------------------


def _segments(phrase: Phrase, chunks: list[Chunk]) -> list[Segment]:
    main = Segment("main")
    stack, found = [main], [main]

    def push(kind: str, at: int, head: Chunk | None = None) -> None:
        segment = Segment(kind, head=head, opened_at=at, parent=stack[-1])
        stack.append(segment)
        found.append(segment)

    if (kind := _opener(phrase, 0)) and kind not in ("relative", "participle", "что"):
        push(kind, 0)
    for i, token in enumerate(phrase.tokens):
        inside = phrase.taken[i] is not None and i > 0 and phrase.taken[i] is phrase.taken[i - 1]
        if token.text == "," and not inside:
            kind = _opener(phrase, i + 1)
            if kind:
                if len(stack) > 1 and _complete(phrase, stack[-1]) and kind not in ("relative", "participle"):
                    stack.pop()
                head = _head_before(phrase, chunks, i, i + 1, kind)
                if kind == "participle" and head is None:
                    stack[-1].tokens.append(i)
                    continue
                push(kind, i + 1, head)
            elif (len(stack) > 1 and _complete(phrase, stack[-1]) and not _list_goes_on(phrase, i)) or (
                stack[-1].kind == "relative" and _without_its_verb(phrase, stack[-1], i)
            ):
                stack.pop()
            stack[-1].tokens.append(i)
        elif token.text == "(" and not inside and i in phrase.pairs:
            push("bracket", i + 1)
        elif token.text == ")" and stack[-1].kind == "bracket":
            stack.pop()
        elif token.text in ";" and not inside:
            del stack[1:]
            stack[-1].tokens.append(i)
        else:
            stack[-1].tokens.append(i)
    return found


def _opener(phrase: Phrase, at: int) -> str:
    """Tell what kind of part a token opens behind a comma or at the beginning."""
    if at >= len(phrase):
        return ""
    for i in range(at, min(at + 4, len(phrase))):
        if phrase.tokens[i].kind != "word" or phrase.tokens[i].text == ",":
            break
        if "который" in phrase.lemmas(i) or phrase.lower(i) in ("чей", "чья", "чьи"):
            return "relative"
        if verb_at(phrase, i) is not None and i > at:
            break
    for i in range(at, min(at + 3, len(phrase))):
        form = verb_at(phrase, i)
        if form is not None and form.pos == "GRND":
            return "gerund"
        if form is not None and form.pos == "PRTF" and not _modifies_next(phrase, i):
            return "participle"
        if not (
            phrase.lower(i) in ("не", "также", "ранее", "недавно", "впервые", "ещё", "затем")
            or (phrase.forms[i] and phrase.forms[i][0].pos in ("ADVB", "PRCL"))
        ):
            break
    word = phrase.lower(at)
    if word in _SUBORDINATE and phrase.taken[at] is None:
        if word == "как" and not (at + 1 < len(phrase) and verb_at(phrase, at + 1) is not None):
            return ""
        return word
    if word in ("о", "об", "на", "с", "по", "в") and phrase.lower(at + 1) == "том" and phrase.lower(at + 2) == ",":
        return ""
    return ""


def _modifies_next(phrase: Phrase, at: int) -> bool:
    """Tell whether a participle stands right before its noun, as an adjective does."""
    return any(g.first <= at < g.head for g in phrase.groups.values()) or any(
        c is not None and c.first <= at <= c.last for c in (phrase.taken[at],)
    )


def _head_before(phrase: Phrase, chunks: list[Chunk], comma: int, at: int, kind: str) -> Chunk | None:
    """Return the chunk before a comma that what follows says something of; participles must agree with it."""
    before = [
        c for c in chunks if c.first < comma and c.function not in ("of-origin", "of-phrase") and c.kind != "Date"
    ]
    found = _agreeing_forms(phrase, at, kind)
    for certain in (True, False):
        for chunk in reversed(before):
            if not _adjacent(phrase, chunk, comma):
                break
            g = phrase.grammar[chunk]
            gender = g.gender if chunk.label != chunk.acronym else ""
            if certain and not gender:
                continue
            if any(g.number in ("", f.number) and (f.number == "Plur" or not gender or f.gender == gender)
                   and (kind == "relative" or f.case in g.cases) for f in found):  # fmt: skip
                return chunk
    return None


def _agreeing_forms(phrase: Phrase, at: int, kind: str) -> list[Form]:
    """Return the readings of который, or of the participle, that agree with their noun."""
    for i in range(at, min(at + 4, len(phrase))):
        if kind == "relative":
            found = [f for f in phrase.forms[i] if f.lemma == "который"]
        else:
            found = [f for f in phrase.forms[i] if f.pos == "PRTF"]
        if found:
            return found
    return []


def _adjacent(phrase: Phrase, chunk: Chunk, comma: int) -> bool:
    """Tell whether only words that belong to a chunk stand between it and a comma."""
    return all(verb_at(phrase, i) is None for i in range(chunk.last + 1, comma))


def _complete(phrase: Phrase, segment: Segment) -> bool:
    if segment.kind == "bracket":
        return False
    if segment.kind in ("participle", "gerund"):
        return any((f := verb_at(phrase, i)) is not None and f.pos in ("PRTF", "GRND") for i in segment.tokens)
    return any(
        (f := verb_at(phrase, i)) is not None and f.pos in ("VERB", "PRTS", "INFN", "PRED", "ADJS")
        for i in segment.tokens
    )


def _without_its_verb(phrase: Phrase, segment: Segment, comma: int) -> bool:
    """Слушателей, в числе которых и судьи, приветствовал X: a relative clause may lack a verb; the main one goes on."""
    if segment.parent is None or _complete(phrase, segment.parent) or _list_goes_on(phrase, comma):
        return False
    return next((True for i in range(comma + 1, min(comma + 3, len(phrase))) if _finite_at(phrase, i)), False)


def _finite_at(phrase: Phrase, at: int) -> bool:
    form = verb_at(phrase, at)
    return form is not None and form.pos in ("VERB", "PRTS")


def _list_goes_on(phrase: Phrase, comma: int) -> bool:
    """Tell whether a comma stands in a list: like things before and behind it, and an and later."""
    behind = phrase.starting(comma + 1)
    before = next((c for c in phrase.chunks if phrase.ends.get(c) == comma - 1 and "absorbed" not in c.flags), None)
    before = before or next((g for g in phrase.groups.values() if g.last == comma - 1), None)  # type: ignore[assignment]
    if behind is None or before is None:
        return False
    shared = set(phrase.cases_of(before)) & set(phrase.cases_of(behind))
    if not shared:
        return False
    for i in range(comma + 1, min(comma + 25, len(phrase))):
        if verb_at(phrase, i) is not None:
            return False
        if phrase.lower(i) == "и":
            return True
    return False


# -- clauses of a segment ------------------------------------------------------------------------------------------


def _clauses_of(phrase: Phrase, segment: Segment, chunks: list[Chunk]) -> list[Clause]:
    if not segment.tokens:
        return []
    if segment.kind in ("participle", "gerund"):
        found = _participial(phrase, segment)
        clauses = [found] if found is not None else []
    else:
        clauses = _finite(phrase, segment, chunks)
    owned = {i: clause for clause, tokens in clauses for i in tokens}
    for chunk in chunks:
        if chunk.inside is None and (clause := owned.get(chunk.first)) is not None:
            clause.chunks.append(chunk)
    for clause, tokens in clauses:
        clause.first = min([c.first for c in clause.chunks], default=clause.predicate[0])
        _modality(phrase, clause, tokens, segment)
    if segment.kind == "gerund":
        for clause, _ in clauses:
            clause.flags.add("gerund")
    return [clause for clause, _ in clauses]


def _participial(phrase: Phrase, segment: Segment) -> tuple[Clause, list[int]] | None:
    wanted = "PRTF" if segment.kind == "participle" else "GRND"
    at = next((i for i in segment.tokens if (f := verb_at(phrase, i)) is not None and f.pos == wanted), None)
    if at is None:
        return None
    form = verb_at(phrase, at)
    assert form is not None
    rest = [i for i in segment.tokens if i > at and (f := verb_at(phrase, i)) is not None and f.pos == "INFN"]
    predicate = Predicate([at, *rest[:1]], form, [form, *(f for i in rest[:1] if (f := verb_at(phrase, i)))])
    clause = _clause(phrase, predicate, segment.tokens, "relative" if wanted == "PRTF" else "converb")
    clause.head = segment.head
    return clause, segment.tokens


def _finite(phrase: Phrase, segment: Segment, chunks: list[Chunk]) -> list[tuple[Clause, list[int]]]:
    found = predicates(phrase, segment.tokens)
    if not found and segment.kind == "relative" and any(phrase.lower(i) in _DAY_OF for i in segment.tokens):
        # заседание, дата которого – 22 января
        at = segment.tokens[-1]
        clause = Clause(at, at, (at, at), frozenset({"hold"}), "", "relative", head=segment.head)
        return [(clause, segment.tokens)]
    if not found:
        if segment.kind not in ("main", "bracket") or not any(
            c.first in segment.tokens and c.inside is None for c in chunks
        ):
            return []
        end = segment.tokens[-1]
        return [(Clause(end, end, (end, end), frozenset(), "", "nominal"), segment.tokens)]
    pieces: list[tuple[Predicate, list[int]]] = []
    rest = segment.tokens
    for index, predicate in enumerate(found):
        if index + 1 < len(found):
            cut = _boundary(phrase, rest, predicate, found[index + 1])
            mine, rest = [i for i in rest if i < cut], [i for i in rest if i >= cut]
        else:
            mine = rest
        pieces.append((predicate, mine))
    gapped = _without_verb(phrase, pieces[-1])
    form = "relative" if segment.kind == "relative" else "conditional" if segment.kind == "если" else "finite"
    clauses = []
    for predicate, mine in pieces:
        clause = _clause(phrase, predicate, mine, form)
        if segment.kind == "relative":
            clause.head = segment.head
            if _oblique(phrase, mine):
                clause.flags.add("object-head")
        clauses.append((clause, mine))
    if gapped:
        end = gapped[-1]
        clauses.append((Clause(end, end, (end, end), frozenset(), "", "nominal"), gapped))
    return clauses


def _without_verb(phrase: Phrase, piece: tuple[Predicate, list[int]]) -> list[int]:
    """Cut off what a contrast adds without a verb: X является членом, а Y – только наблюдателем."""
    predicate, tokens = piece
    for n, i in enumerate(tokens):
        if (
            i > predicate.last
            and phrase.lower(i) in ("а", "но")
            and phrase.lower(i - 1) == ","
            and phrase.lower(i + 1) not in ("также", "именно")
        ):
            rest = tokens[n:]
            if any(phrase.tokens[k].kind == "dash" for k in rest):
                del tokens[n:]
                return rest
        elif i > predicate.last and phrase.tokens[i].text in ":;" and phrase.taken[i] is None:
            # вручено свидетельство: «Х» – член союза
            rest = tokens[n + 1 :]
            if any(phrase.tokens[k].kind == "dash" for k in rest[1:]):
                del tokens[n:]
                return rest
    return []


def _oblique(phrase: Phrase, tokens: list[int]) -> bool:
    """Tell whether который is not the subject of its clause: в котором, которую."""
    at = next((i for i in tokens if "который" in phrase.lemmas(i)), None)
    if at is None:
        return False
    return bool(phrase.preposition(at)[0]) or not any(f.case == "Nom" for f in phrase.forms[at] if f.lemma == "который")


def _boundary(phrase: Phrase, tokens: list[int], one: Predicate, two: Predicate) -> int:
    """Return the token at which the second predicate's clause begins."""
    between = [i for i in tokens if one.last < i < two.first and phrase.taken[i] is None]
    for i in between:
        if phrase.tokens[i].text in ";:":
            return i
    marks = [
        i
        for i in between
        if phrase.lower(i) == "," or phrase.lower(i) in _AND | _CONTRAST or phrase.tokens[i].kind == "dash"
    ]
    for i in reversed(marks):
        if phrase.lower(i) in _CONTRAST:
            return i
    for i in reversed(marks):
        if phrase.tokens[i].kind == "dash":
            continue
        if not _joins_nouns(phrase, i):
            return i
    gap = next(
        (j for i, j in itertools.pairwise(between) if j - i > 1 and phrase.free(i + 1, j - 1) is not False),
        None,
    )
    skipped = next((b for a, b in itertools.pairwise(tokens) if one.last < a and b <= two.first and b - a > 1), None)
    if gap is None and skipped is not None:
        return skipped
    return marks[-1] if marks else two.first


def _joins_nouns(phrase: Phrase, at: int) -> bool:
    """Tell whether a comma or and joins two noun phrases of one case rather than two clauses."""
    behind = phrase.starting(at + 1)
    if behind is None:
        word = phrase.lower(at + 1)
        if word in GOVERNED and phrase.lower(at) in _AND:
            return False
        if phrase.lower(at) == "," and at + 1 < len(phrase) and phrase.tokens[at + 1].kind in ("number", "initials"):
            return False
        return False
    before = _ending(phrase, at - 1)
    if before is None:
        return False
    shared = set(_cases_there(phrase, before)) & set(phrase.cases_of(behind))
    return bool(shared - {"Nom"}) or (
        "Nom" in shared and isinstance(before, Chunk) and isinstance(behind, Chunk) and before.kind == behind.kind
    )


def _ending(phrase: Phrase, at: int) -> Chunk | Group | None:
    taken = phrase.taken[at] if at >= 0 else None
    if taken is not None:
        return taken.top()
    return next((g for g in phrase.groups.values() if g.last == at), None)


def _cases_there(phrase: Phrase, thing: Chunk | Group) -> tuple[str, ...]:
    begin = thing.first if isinstance(thing, Group) else phrase.begin_of(thing)
    word, _ = phrase.preposition(begin)
    cases = phrase.cases_of(thing)
    governed = GOVERNED.get(word)
    return tuple(c for c in cases if c in governed) or cases if governed else cases


def _clause(phrase: Phrase, predicate: Predicate, tokens: list[int], form: str) -> Clause:
    concepts = meanings(phrase, predicate, tokens)
    main = predicate.form
    clause = Clause(
        predicate.first, predicate.last, (predicate.first, predicate.last), frozenset(concepts), main.lemma, form
    )
    clause.passive = any(f.passive for f in predicate.forms) or (main.lemma.endswith("ся") and main.lemma in _REFLEXIVE)
    clause.negated = _negated(phrase, predicate, tokens)
    clause.past = any(f.tense == "Past" for f in predicate.forms) and not any(f.tense == "Fut" for f in predicate.forms)
    clause.future = any(f.tense == "Fut" for f in predicate.forms)
    return clause


_REFLEXIVE = frozenset(
    {
        "проводиться",
        "организовываться",
        "осуществляться",
        "реализовываться",
        "рассматриваться",
        "обсуждаться",
        "возглавляться",
        "подписываться",
    }
)


def _negated(phrase: Phrase, predicate: Predicate, tokens: list[int]) -> bool:
    negated = False
    for at in predicate.at:
        if phrase.lower(at - 1) == "не" or (
            phrase.lower(at - 1) in ("бы", "был", "были", "было", "была") and phrase.lower(at - 2) == "не"
        ):
            negated = True
        if phrase.lower(at) == "нет":
            negated = True
    return negated


_MAY_TELL = frozenset({"VERB", "PRTS", "INFN", "ADJS", "PRED", "NOUN", "ADVB", "CONJ", "PRCL"})


@lru_cache(maxsize=65_536)
def _modal_lemmas(word: str, in_predicate: bool) -> tuple[str, ...]:
    """Return the dictionary forms of a word that may take a clause away from the facts."""
    may_tell = (f.lemma for f in forms(word) if f.pos in _MAY_TELL or (f.pos == "PRTF" and in_predicate))
    return tuple(x for x in dict.fromkeys([*may_tell, word.lower()]) if x in cues("ru").modality)


def _modality(phrase: Phrase, clause: Clause, tokens: list[int], segment: Segment) -> None:
    if segment.kind == "если":
        clause.modality = "hypothetical"
        return
    if segment.kind in ("чтобы", "дабы"):
        clause.modality = "proposed"
        return
    if segment.kind in ("будто",):
        clause.modality = "denied"
        return
    spoken = clause.concepts & {"speak", "discuss"} and len(clause.concepts) <= 2
    predicate = set(range(clause.predicate[0], clause.predicate[1] + 1))
    found = ""
    for i in tokens:
        taken = phrase.taken[i]
        if phrase.tokens[i].kind != "word" or (taken is not None and taken.kind != "Pronoun"):
            continue
        if spoken and i in predicate:
            continue
        for lemma in _modal_lemmas(phrase.tokens[i].text, i in predicate):
            modality = modality_of(phrase, lemma, tokens)
            if not modality or _weaker(phrase, i, modality, predicate, clause):
                continue
            found = modality if found not in ("cancelled", "denied") else found
            break
    if spoken and found != "denied":
        return
    if found == "cancelled" and clause.negated:
        found = ""
    clause.modality = found or "asserted"


def _weaker(phrase: Phrase, at: int, modality: str, predicate: set[int], clause: Clause) -> bool:
    """Tell whether a word of modality is not said of the predicate: a participle or noun beside another verb."""
    if at in predicate:
        return False
    top = phrase.forms[at][0]
    if top.pos == "PRTF":
        return True  # намеченный круглый стол: said of the noun, see _before_nouns
    if top.pos == "NOUN":
        return not (
            modality == "denied"
            or any(
                phrase.forms[i] and phrase.forms[i][0].pos == "INFN" for i in range(at + 1, min(at + 3, len(phrase)))
            )
        )
    return top.pos in ("VERB", "INFN", "PRTS") and at > max(predicate)


# Participles that say nothing but which one: следующее заседание.
_MERE_ADJECTIVES = frozenset({"следовать", "последовать", "предыдущий", "данный"})


def _before_nouns(phrase: Phrase, clauses: list[Clause], chunks: list[Chunk]) -> list[Clause]:
    """Make a clause of each participle that stands before its noun: намеченный на 18 июня круглый стол."""
    found = []
    for at, token in enumerate(phrase.tokens):
        if token.kind != "word" or not phrase.forms[at]:
            continue
        form = next((f for f in phrase.forms[at] if f.pos == "PRTF" and f.lemma not in _MERE_ADJECTIVES), None)
        if form is None or phrase.forms[at][0].pos not in ("PRTF", "ADJF"):
            continue
        if any(c.predicate[0] == at for c in clauses):
            continue
        head = _noun_of(phrase, chunks, at)
        if head is None or head.kind == "Date":
            continue
        if phrase.taken[at] is not None and phrase.taken[at] is not head:
            continue
        inner = (
            [c for c in chunks if at < c.first and c.last < phrase.begin_of(head) and c.inside is None]
            if phrase.begin_of(head) > at
            else []
        )
        tokens = list(range(at, phrase.begin_of(head) if phrase.begin_of(head) > at else at + 1))
        predicate = Predicate([at], form, [form])
        clause = _clause(phrase, predicate, tokens, "relative")
        modality = modality_of(phrase, form.lemma, tokens)
        if not clause.concepts and not modality:
            continue
        clause.head = head
        clause.modality = modality or "asserted"
        clause.chunks = inner
        for other in clauses:
            other.chunks = [c for c in other.chunks if c not in inner]
        clause.first = min([c.first for c in inner], default=at)
        found.append(clause)
    return found


def _noun_of(phrase: Phrase, chunks: list[Chunk], at: int) -> Chunk | None:
    forms = [f for f in phrase.forms[at] if f.pos == "PRTF"]
    for chunk in chunks:
        begin, g = phrase.begin_of(chunk), phrase.grammar[chunk]
        if begin <= at < chunk.last and chunk.inside is None:
            return chunk
        if begin > at + 8 or chunk.inside is not None:
            continue
        if begin > at and not any(
            phrase.tokens[i].text in ",.;:" or verb_at(phrase, i) is not None for i in range(at + 1, begin)
        ):
            if phrase.preposition(begin)[0]:
                continue
            if any(
                f.case in g.cases
                and g.number in ("", f.number)
                and (f.number == "Plur" or not g.gender or f.gender == g.gender)
                for f in forms
            ):
                return chunk
    return None


def _under(segment: Segment, own: list[Clause], above: list[Clause]) -> None:
    """Let a clause behind что take its modality from what it hangs on, and note whose words it is."""
    matrix = [c for c in above if c.predicate[1] < segment.opened_at]
    if not matrix or segment.kind not in ("что", "чтобы", "будто", "как"):
        return
    governor = matrix[-1]
    for clause in own:
        if governor.modality in ("proposed", "planned", "denied", "hypothetical") and clause.modality == "asserted":
            clause.modality = governor.modality
        elif governor.negated and not governor.concepts & {"speak"} and clause.modality == "asserted":
            clause.modality = "denied"
        if "speak" in governor.concepts:
            clause.flags.add("reported")
            segment.speaker = governor
            clause.lemma = clause.lemma
            clause.said_by = next(
                (
                    c
                    for c in governor.chunks
                    if c.kind in ("Person", "Organization", "Role") and c.function == "subject"
                ),
                None,
            )


def agrees(form: Form, number: str, gender: str) -> bool:
    """Tell whether a verb may have a subject of this number and gender."""
    if form.number and number and form.number != number:
        return False
    return not (form.gender and gender and form.number == "Sing" and form.gender != gender)


__all__ = ["Segment", "adjectives_of", "agrees", "find_clauses"]
