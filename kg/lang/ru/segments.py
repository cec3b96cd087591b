"""Where relative, participial, gerundial and subordinate parts of a Russian sentence begin and end.

Commas open and close what is said by the way (…, которую возглавляет X, …); what is left is the main part.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lang.cues import cues
from kg.lang.ru.morphology import Form
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.prepositions import GOVERNED
from kg.lang.ru.verbs import verb_at
from kg.lang.syntax import Chunk, Clause

SUBORDINATE = frozenset(
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


@dataclass(slots=True)
class Segment:
    """Tokens of one part of the sentence: main, relative, participle, gerund, or the conjunction that opens it."""

    kind: str
    tokens: list[int] = field(default_factory=list)
    head: Chunk | None = None
    opened_at: int = 0
    parent: Segment | None = None
    speaker: Clause | None = None


_WORDS = cues("ru").words
_TAKES_PART = _WORDS["takes-part"]
_HELD = _WORDS["held"]
_SAT = _WORDS["sat-as-body"]
_TELLS = _WORDS["tells-by-the-way"]
_TO_ITS_VERB = 6  # tokens from который within which the verb of its clause is looked for


def segments(phrase: Phrase, chunks: list[Chunk]) -> list[Segment]:
    """Return the parts of a sentence in the order in which they open, each with its tokens and what it hangs on."""
    main = Segment("main")
    stack, found = [main], [main]

    def push(kind: str, at: int, head: Chunk | None = None) -> None:
        segment = Segment(kind, head=head, opened_at=at, parent=stack[-1])
        stack.append(segment)
        found.append(segment)

    if (kind := _opener(phrase, 0)) and kind not in ("relative", "participle", "что"):
        push(kind, 0)
    for i, token in enumerate(phrase.tokens):
        mark = "" if token.kind == "word" else token.text
        inside = mark != "" and phrase.taken[i] is not None and i > 0 and phrase.taken[i] is phrase.taken[i - 1]
        if mark == "," and not inside:
            kind = _opener(phrase, i + 1) or _aside(phrase, stack[-1], i + 1)
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
        elif mark == "(" and not inside and i in phrase.pairs:
            push("bracket", i + 1)
        elif mark == ")" and stack[-1].kind == "bracket":
            stack.pop()
        elif mark == ":" and not inside and _opener(phrase, i + 1) == "если":
            stack[-1].tokens.append(i)
            push("если", i + 1)
        elif not inside and (mark == ";" or (mark == ":" and _closed_by_quotation(phrase, stack[-1], i + 1))):
            del stack[1:]
            stack[-1].tokens.append(i)
        else:
            stack[-1].tokens.append(i)
    return found


def _closed_by_quotation(phrase: Phrase, part: Segment, at: int) -> bool:
    """сообщил в письме, разосланном 2 марта: «Правление приняло …»: what is said word for word hangs on no comma."""
    quoted = at in phrase.pairs and phrase.tokens[at].kind == "quote" and phrase.taken[at] is None
    return quoted and _complete(phrase, part)


def _opener(phrase: Phrase, at: int) -> str:
    """Tell what kind of part a token opens behind a comma or at the beginning."""
    if at >= phrase.size:
        return ""
    for i in range(at, min(at + 4, phrase.size)):
        if phrase.tokens[i].kind != "word" or phrase.tokens[i].text == ",":
            break
        if "который" in phrase.lemmas(i) or phrase.lower(i) in ("чей", "чья", "чьи"):
            return "relative"
        if verb_at(phrase, i) is not None and i > at:
            break
    at = _behind_until_then(phrase, at)
    for i in range(at, min(at + 3, phrase.size)):
        form = verb_at(phrase, i)
        if form is not None and form.pos == "GRND":
            return "gerund"
        if form is not None and form.pos == "PRTF" and (_has_object(phrase, i, form) or not _modifies_next(phrase, i)):
            return "participle"
        if not (
            phrase.lower(i) in ("не", "также", "ранее", "недавно", "впервые", "ещё", "затем")
            or (phrase.forms[i] and phrase.forms[i][0].pos in ("ADVB", "PRCL"))
        ):
            break
    word = phrase.lower(at)
    if word in SUBORDINATE and phrase.taken[at] is None:
        if word == "как" and not (at + 1 < phrase.size and verb_at(phrase, at + 1) is not None):
            return ""
        return word
    if word in ("о", "об", "на", "с", "по", "в") and phrase.lower(at + 1) == "том" and phrase.lower(at + 2) == ",":
        return ""
    return ""


def _behind_until_then(phrase: Phrase, at: int) -> int:
    """до прошлого лета работавшая проректором: return where the words behind such a circumstance begin."""
    if phrase.lower(at) == "до" and phrase.lower(at + 1) in ("этого", "того", "недавнего"):
        return at + 2
    thing = phrase.starting(at + 1) if phrase.lower(at) in GOVERNED else None
    if thing is None or thing.first > at + 1 or thing.last + 1 >= phrase.size:
        return at
    form = verb_at(phrase, thing.last + 1)
    return thing.last + 1 if form is not None and form.pos in ("PRTF", "GRND") else at


def _aside(phrase: Phrase, around: Segment, at: int) -> str:
    """Членами союза, напомнил докладчик, являются …: who says it is told between commas before the verb."""
    form = verb_at(phrase, at) if at < phrase.size else None
    if form is None or form.pos != "VERB" or form.person in ("1", "2") or around.kind not in ("main", "что"):
        return ""
    tells = form.lemma in _TELLS or any(c == "speak" for _, c in phrase.cues.verbs.get(form.lemma, ()))
    if _complete(phrase, around) or not tells:
        return ""
    for i in range(at + 1, min(at + 12, phrase.size)):
        if verb_at(phrase, i) is not None:
            return ""
        if phrase.tokens[i].text == "," and phrase.taken[i] is None:
            return "aside" if any(_finite_at(phrase, k) for k in range(i + 1, phrase.size)) else ""
    return ""


def _has_object(phrase: Phrase, at: int, form: Form) -> bool:
    """X, занимавший пост директора, вышел: what stands behind such a participle is its object, no noun of its own."""
    group = phrase.groups.get(at)
    active = form.transitive and not form.passive
    return active and group is not None and group.head > at and not group.animate and "Acc" in group.cases


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
    told = _told_of(phrase, at)
    for chunk in before if told else ():
        # встреча с коллективом фабрики, состоявшаяся 2 марта; делегация палаты, которую возглавлял X
        if chunk.kind == told and _adjacent(phrase, chunk, comma) and _agrees(phrase, chunk, found, kind):
            return chunk
    if (person := _named_right_before(phrase, before, comma)) is not None and _agrees(phrase, person, found, kind):
        return person
    for certain in (True, False):
        for chunk in reversed(before):
            if not _adjacent(phrase, chunk, comma):
                break
            if certain and not _gender(phrase, chunk):
                continue
            if _agrees(phrase, chunk, found, kind):
                of_person = chunk.kind == "Role" and chunk.inside is not None and chunk.inside.kind == "Person"
                return chunk.inside if of_person else chunk
    return None


def _named_right_before(phrase: Phrase, chunks: list[Chunk], comma: int) -> Chunk | None:
    """соперник Марка, основателя сети, Аарон Крус, управляющий банком: a name touches what is said of it."""
    return next((c for c in reversed(chunks) if c.kind == "Person" and c.last == comma - 1 and not c.posts), None)


def _agrees(phrase: Phrase, chunk: Chunk, forms: list[Form], kind: str) -> bool:
    """Tell whether который, or a participle, may be said of a chunk by its number and gender."""
    grammar, gender = phrase.grammar[chunk], _gender(phrase, chunk)
    several = chunk.kind == "Person" and _last_of_several(phrase, chunk)
    return any(
        (grammar.number in ("", f.number) or (several and f.number == "Plur"))
        and (f.number == "Plur" or not gender or f.gender == gender)
        and (kind == "relative" or f.case in grammar.cases)
        for f in forms
    )


def _last_of_several(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether people are named before one, with an and: ректор X и директор Y, которые встретились."""
    begin = min([chunk.first, *(post.first for post in chunk.posts)])
    before = phrase.taken[begin - 2] if begin > 1 and phrase.lower(begin - 1) == "и" else None
    return before is not None and before.kind == "Person"


def _gender(phrase: Phrase, chunk: Chunk) -> str:
    return phrase.grammar[chunk].gender if chunk.label != chunk.acronym else ""


def _told_of(phrase: Phrase, at: int) -> str:
    """Return what a verb is rather said of than of anything else: encounters are held, delegations led."""
    for i in range(at, min(at + _TO_ITS_VERB, phrase.size)):
        form = verb_at(phrase, i)
        if form is not None:
            if form.lemma in phrase.cues.words["takes-place"] or form.lemma in _TAKES_PART:
                return "Event"
            if form.pos == "PRTF" and form.lemma in _SAT and _dated(phrase, i):
                return "Event"  # II съезд союза, заседавший 7 и 8 декабря
            if form.pos == "PRTF" and form.passive and form.lemma in _HELD and _dated(phrase, i):
                return "Event"
            if form.lemma in ("принять", "принимать") and "участие" in phrase.lowers[i : i + 2]:
                return "Event"
            return "Delegation" if form.lemma in ("возглавить", "возглавлять") else ""
    return ""


def _dated(phrase: Phrase, at: int) -> bool:
    """Tell whether a day is told behind a participle, before the next comma."""
    for i in range(at, phrase.size):
        chunk = phrase.taken[i]
        if chunk is not None and chunk.kind == "Date":
            return True
        if phrase.lower(i) in (",", ";", ":"):
            return False
    return False


def _agreeing_forms(phrase: Phrase, at: int, kind: str) -> list[Form]:
    """Return the readings of который, or of the participle, that agree with their noun."""
    for i in range(at, min(at + 4, phrase.size)):
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
    return next((True for i in range(comma + 1, min(comma + 3, phrase.size)) if _finite_at(phrase, i)), False)


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
    for i in range(comma + 1, min(comma + 25, phrase.size)):
        if verb_at(phrase, i) is not None:
            return False
        if phrase.lower(i) == "и":
            return True
    return False
