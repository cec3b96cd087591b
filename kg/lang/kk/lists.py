"""Lists that tell who a clause before them speaks of: Жобаға үш ұйым қосылды: X, Y және Z, in one line or in several.

The names take the place of what they spell out: subjects of a clause whose own subjects are no names, the people
elected as what a plural post says (Жаңа академиктер сайланды. Олар: X және Y).
"""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from kg.lang.cues import cues
from kg.lang.kk.counted_members import members_of_the_counted
from kg.lang.kk.morphology import inflect
from kg.lang.syntax import Chunk, Clause, Sentence

_ITEM_MARKS = "•–—-*·▪●"
_NAMES = ("Organization", "Person", "Country", "Place")
_SPELT_OUT = frozenset({"join", "join.in", "leave", "participate", "attend", "speak", "receive", "appoint", "meet"})
_LONGEST_LIST = 30
_AMONG = cues("kk").words["among"] | {"қатарына"}
_POST_WORDS = cues("kk").words["onto-the-post"]
_HELD = cues("kk").words["the-post-held"]
_THAT_POST = _POST_WORDS | _HELD
_TEXT = attrgetter("text")


def spell_out(sentences: list[Sentence]) -> None:
    """Give each clause that a colon ends the names listed behind it, in its sentence or in those that follow."""
    for number, sentence in enumerate(sentences):
        if sentence.title:
            continue
        for role in sentence.chunks:
            if (
                role.kind == "Role"
                and role.lemma in cues("kk").words["serving"]
                and role.possessed
                and role.owner is None
            ):
                _whose_deputy(sentences[:number], sentence, role)
        _about(sentences, number)
        if number and not sentences[number - 1].title:
            _among_them(sentences[number - 1], sentence)
            _who_that_is(sentences[number - 1], sentence)
            _to_that_post(sentences[number - 1], sentence)
        _some_of_them(sentence)
        before = sentences[number - 1] if number and not sentences[number - 1].title else None
        members_of_the_counted(before, sentence)
        colon = _colon(sentence)
        if colon is None:
            continue
        if colon == len(sentence.tokens) - 1:
            names = _items(sentences, number)
        else:
            names = [] if _goes_on(sentence, colon) else [c for c in sentence.chunks if c.first > colon and _is_name(c)]
        clause = _before(sentence, colon)
        if clause is None and number and _begins_with_they(sentence):
            clause = _last_clause(sentences[number - 1])
        if names and clause is not None:
            _take(clause, names)


def _about(sentences: list[Sentence], number: int) -> None:
    """X қоғамы туралы: 1870 мүшесі бар; Y одағының мүшесі: a label tells whom all behind it is said of."""
    first, tokens = sentences[number], sentences[number].tokens
    topic = first.chunks[0] if first.chunks and first.chunks[0].first == 0 else None
    if (
        topic is None
        or topic.kind != "Organization"
        or topic.function != "about"
        or [t.text for t in tokens[topic.last + 1 : topic.last + 3]] != ["туралы", ":"]
    ):
        return
    for sentence in sentences[number : number + _LONGEST_LIST]:
        for clause in sentence.clauses if sentence.line == first.line else ():
            if clause.form == "nominal" and not clause.inherited and not clause.having("subject", *_NAMES):
                clause.inherited = [topic]


def _whose_deputy(before: list[Sentence], sentence: Sentence, role: Chunk) -> None:
    """Төраға X сырқат, жиынды оның орынбасары Y жүргізді: the deputy of whoever holds the post told last."""
    its = [c for c in sentence.chunks if c.kind == "Pronoun" and c.function == "owner" and c.last == role.first - 1]
    if (its and its[0].plural) or (not its and ("of-unknown" in role.flags or role.value)):
        return
    near = [s for s in before[-1:] if s.line == sentence.line and not s.title] if its else []
    start = its[0].start if its else role.start
    told = [c for s in [*near, sentence] for c in s.chunks if c.kind == "Person" and c.end <= start]
    if not its and len(told) != 1:
        return  # төраға X ауырды, жиынды бірінші орынбасары Y өткізді
    posts = [p for p in (told[-1].posts if told else ()) if p.kind_of == "head" and "former" not in p.flags]
    if len(posts) != 1:
        return
    upper = posts[0]
    own = role.label[0].lower() + role.label[1:]
    *first, last = own.split(" ")
    own = " ".join([*first, inflect(last, "Nom", "Sing", "3")])
    *first, last = upper.label.split(" ")
    role.label = " ".join([*first, inflect(last, "Gen"), own])
    role.owner, role.value, role.kind_of = upper.owner, upper.value or upper.lemma, "deputy"


def _colon(sentence: Sentence) -> int | None:
    texts = list(map(_TEXT, sentence.tokens))
    return texts.index(":") if ":" in texts else None


def _goes_on(sentence: Sentence, colon: int) -> bool:
    """Tell whether what stands behind a colon is a clause of its own: …хабарлады: оған X қатысады."""
    return any(c.predicate[0] > colon and c.form not in ("nominal", "relative") for c in sentence.clauses)


def _is_name(chunk: Chunk) -> bool:
    return chunk.kind in _NAMES and chunk.proper and chunk.inside is None and chunk.function in ("subject", "")


def _items(sentences: list[Sentence], number: int) -> list[Chunk]:
    """Return the name that each item of the list behind a sentence begins with."""
    found = []
    for sentence in sentences[number + 1 : number + 1 + _LONGEST_LIST]:
        if not _is_item(sentence):
            break
        found += [c for c in sentence.chunks if _is_name(c)][:1]
    return found


def _is_item(sentence: Sentence) -> bool:
    """Tell whether a sentence begins as an item of a list does and says nothing of its own: • X; 1) Y."""
    words = [token.text for token in sentence.tokens[:2]]
    marked = bool(words) and (words[0] in _ITEM_MARKS or (words[0].isdigit() and words[1:] in ([")"], ["."])))
    return marked and all(clause.form in ("nominal", "relative") for clause in sentence.clauses)


def _before(sentence: Sentence, colon: int) -> Clause | None:
    """Return the clause that ends right before a colon, or whose plural noun does: жобаға енген ұйымдар: X, Y."""
    for clause in sentence.clauses:
        head = clause.head
        if clause.form == "finite" and clause.predicate[1] == colon - 1:
            return clause
        near = head is not None and head.last < colon
        many = (head is not None and head.plural and head.last == colon - 1) if near else _noun_only(clause, colon)
        if clause.form == "relative" and many:
            return clause  # одаққа кірген елдер: no chunk, but what the clause says is said of those listed
    return None


def _noun_only(clause: Clause, colon: int) -> bool:
    """Tell whether one noun that no chunk has taken stands between a participle and a colon."""
    return clause.predicate[1] == colon - 2


def _begins_with_they(sentence: Sentence) -> bool:
    return (
        len(sentence.tokens) > 1
        and sentence.tokens[0].text.lower() in cues("kk").words["they"]
        and sentence.tokens[1].text == ":"
    )


def _among_them(before: Sentence, sentence: Sentence) -> None:
    """Жобаға 14 колледж тартылды. Олардың қатарында X пен Y бар: some of those that the sentence before counts."""
    words = [token.text.lower() for token in sentence.tokens[:2]]
    clause = _last_clause(before)
    if clause is not None and words[1:] and words[0] in cues("kk").words["of-them"] and words[1] in _AMONG:
        names = [c for c in sentence.chunks if _is_name(c)]
        if names and clause.concepts & _SPELT_OUT and not any(c.proper for c in clause.having("subject", *_NAMES)):
            clause.chunks += [name.again("subject") for name in names]


def _some_of_them(sentence: Sentence) -> None:
    """Бастамаға 14 ұйым қосылды, олардың ішінде X пен Y бар: the same, told in one sentence."""
    for clause, rest in pairwise(sentence.clauses):
        at = clause.predicate[1] + 1
        words = [token.text.lower() for token in sentence.tokens[at : at + 3]]
        told = clause.form == "finite" and clause.concepts & _SPELT_OUT and words[:1] == [","]
        if told and words[1:2] and words[1] in cues("kk").words["of-them"] and words[2:] and words[2] in _AMONG:
            names = [c for c in rest.chunks if _is_name(c)]
            if names and not any(c.proper for c in clause.having("subject", *_NAMES)):
                clause.chunks += [name.again("subject") for name in names]


def _who_that_is(before: Sentence, sentence: Sentence) -> None:
    """Жиналыс жаңа президентті сайлады. Ол – X: the name of whoever got a post in the sentence before."""
    tokens, clause = sentence.tokens, _last_clause(before)
    if clause is None or len(tokens) < 3 or tokens[0].text.lower() != "ол" or tokens[1].kind != "dash":
        return
    names = [c for c in sentence.chunks if c.kind == "Person" and _is_name(c)]
    posts = clause.having("object", "Role") + clause.having("subject", "Role")
    people = clause.having("object", "Person") + clause.having("subject", "Person")
    if len(names) == 1 and len(posts) == 1 and not people and "appoint" in clause.concepts:
        posts[0].function = "as"
        clause.chunks.append(names[0].again("subject" if clause.passive else "object"))


def _to_that_post(before: Sentence, sentence: Sentence) -> None:
    """X директор қызметінен босатылды. Бұл қызметке Y тағайындалды, бұл қызметті Y атқарады: the one post just told."""
    words = [token.text.lower() for token in sentence.tokens]
    if _THAT_POST.isdisjoint(words):
        return
    named = {word for this, word in pairwise(words) if this in ("бұл", "осы", "аталған", "сол")}
    clause = _last_clause(sentence)
    at = next((i for i, word in enumerate(words) if word in _THAT_POST), len(words))
    here = [c for c in sentence.chunks if c.kind == "Role" and c.inside is None and c.last < at]
    told = [*(c for c in before.chunks if c.kind == "Role" and c.inside is None), *here]
    told = [c for c in told if c.owner is not None] if len({c.lemma for c in told}) == 1 < len(told) else told
    if clause is None or len(told) != 1 or told[0].plural:
        return
    names = clause.having("subject", "Person") + clause.having("object", "Person")
    names = names or [c for c in clause.having("subject", "Pronoun") if not c.plural]
    given = named & _POST_WORDS and "appoint" in clause.concepts
    held = named & _HELD and clause.lemma == "атқару" and not clause.negated and clause.modality == "asserted"
    if (given or held) and len(names) == 1 and not clause.having("as", "Role"):
        post = told[0].again("as")
        if given and "acting" in post.flags:  # міндетін атқарушы X осы қызметке бекітілді: to the post itself
            post.label, post.flags, post.names = post.names[0], post.flags - {"acting"}, []
        clause.chunks.append(post)


def _last_clause(sentence: Sentence) -> Clause | None:
    return next((c for c in reversed(sentence.clauses) if c.form == "finite"), None)


def _take(clause: Clause, names: list[Chunk]) -> None:
    own = clause.having("subject", *_NAMES)
    if not clause.concepts & _SPELT_OUT or any(c.proper and not c.plural for c in own):
        return
    posts = [c for c in clause.having("subject", "Role") if c.plural]
    if posts and clause.passive and "appoint" in clause.concepts:
        posts[0].function = "as"  # жаңа академиктер сайланды: the post is what they got
    clause.chunks = [c for c in clause.chunks if c not in own and (c not in posts or c.function == "as")]
    clause.chunks += [name.again("subject") for name in names]
