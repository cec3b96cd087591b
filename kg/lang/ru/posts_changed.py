"""Which post someone gets or leaves: by a verb, a decree, duties, or instead of whom."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.post_holders import on_post
from kg.lang.ru.verbs import verb_at
from kg.lang.syntax import Clause

_WORDS = cues("ru").words
_ONTO = _WORDS["onto-a-post"]
_LEFT = _WORDS["laid-down"]
_DECREES = _WORDS["decrees"]
_APPOINTING = _WORDS["appointing"]
_DUTIES = _WORDS["duties"]
_DOES = _WORDS["does-duties"]
_LAID = _WORDS["lays-upon"]
_FALLS_TO = _WORDS["falls-to"]
_FOLLOWS = _WORDS["follows"]
_BEFORE = _WORDS["until-then"]
_ASIDE = 8  # tokens of an aside


def posts_got_or_left(phrase: Phrase, clause: Clause) -> None:
    """Tell which post someone gets or leaves, by a verb, a decree, duties, or instead of whom."""
    _by_decree(phrase, clause)
    _falls_to(clause)
    if "dismiss" in clause.concepts:
        _from_or_onto(phrase, clause)
    _in_the_place_of(phrase, clause)
    if clause.concepts & {"join", "appoint"}:
        _posts_there(phrase, clause)
    _follow_on_post(phrase, clause)


def _falls_to(clause: Clause) -> None:
    """Кресло директора досталось X, пост доверили Y: who gets it stands in the dative."""
    people = clause.having("to", "Person")
    if clause.lemma not in _FALLS_TO or len(people) != 1 or "become" not in clause.concepts:
        return
    for chunk in clause.having("subject"):
        chunk.function = "by"
    people[0].function = "subject"
    for role in clause.having("owner", "Role") + clause.having("from-post", "Role"):
        role.function = "as"


def _from_or_onto(phrase: Phrase, clause: Clause) -> None:
    """покинул пост министра; освобождён в связи с избранием на должность декана: the post left, and the next one."""
    for chunk in clause.having("as", "Role"):
        if phrase.preposition(phrase.begin_of(chunk))[0] in _ONTO:
            chunk.flags.add("onto")
        else:
            chunk.function = "from-post"
    for chunk in clause.having("owner", "Role"):
        laid_down = phrase.lemmas(phrase.begin_of(chunk) - 1) & _LEFT
        # сложил полномочия председателя, but приказом ректора освобождён X
        chunk.function = "from-post" if laid_down else "about"


def _by_decree(phrase: Phrase, clause: Clause) -> None:
    """подписал указ о назначении X министром: what a decree is about is done by it."""
    if clause.lemma not in _DECREES or not clause.past or clause.negated:
        return
    for person in clause.having("owner", "Person"):
        at = phrase.begin_of(person) - 1
        posts = [
            c for c in clause.chunks if c.kind == "Role" and c.inside is None and c.first == phrase.ends[person] + 1
        ]
        posts = [c for c in posts if "Ins" in phrase.grammar[c].cases and not c.plural]
        if posts and phrase.lemmas(at) & _APPOINTING and phrase.lower(at - 1) in ("о", "об"):
            for chunk in clause.having("subject"):
                chunk.function = "by"
            person.function, posts[0].function = "subject", "as"
            clause.concepts, clause.passive = frozenset({"appoint"}), True


def _posts_there(phrase: Phrase, clause: Clause) -> None:
    """в состав совета вошли X (председатель) и Y: a post in brackets is at the body that is joined."""
    bodies = clause.having("to", "Organization")
    for person in clause.having("subject", "Person") if len(bodies) == 1 else ():
        for post in person.posts:
            if post.owner is None and post.first > person.last and phrase.lower(post.first - 1) == "(":
                post.owner = bodies[0]


def _in_the_place_of(phrase: Phrase, clause: Clause) -> None:
    """обязанности директора исполняет X, возложены на X: an acting post of its own."""
    laid = clause.lemma in _LAID
    if not (laid or clause.lemma in _DOES):
        return
    duties = [c for c in clause.having("as", "Role") if phrase.lemmas(phrase.begin_of(c) - 1) & _DUTIES]
    if len(duties) != 1:
        return
    role = duties[0]
    if "acting" not in role.flags:
        role.flags.add("acting")
        words = phrase.words(role.first, role.last)
        role.label = f"Исполняющий обязанности {words[:1].lower()}{words[1:]}"
    if laid:
        clause.concepts = frozenset({"appoint"})
        for chunk in clause.having("to", "Person"):
            chunk.function = "object" if not clause.passive else "subject"


def _follow_on_post(phrase: Phrase, clause: Clause) -> None:
    """X сменила на посту директора Павла Лунина: the post that he had is hers."""
    if clause.lemma not in _FOLLOWS or clause.negated:
        return
    replaced = [c for c in clause.chunks if c.kind == "Person" and c.function in ("about", "object")]
    of_names = [(post, True) for c in replaced for post in c.posts if "former" in post.flags]
    posts = of_names or [(c, False) for c in clause.chunks if c.kind == "Role" and on_post(phrase, c)]
    if not posts and not replaced and clause.having("object", "Pronoun") and clause.having("subject", "Person"):
        clause.concepts |= {"become"}  # её сменила X: in the post that she has just left
        for pronoun in clause.having("object", "Pronoun"):
            pronoun.function = "instead"
        return
    if len(replaced) != 1 or len(posts) != 1:
        return
    replaced[0].function = "object"
    post, of_name = posts[0]
    if of_name and clause.future:
        post.flags.discard("former")
    taken = post.again("as") if of_name else post
    taken.function, taken.flags = "as", taken.flags - {"former"}
    if of_name:
        clause.chunks.append(taken)
    clause.concepts |= {"become"}


def was_before(phrase: Phrase, clause: Clause) -> None:
    """выступил X, до этого – аким района: a post behind a dash and words for earlier is no other who does it."""
    for role in clause.having("subject", "Role"):
        dash = phrase.begin_of(role) - 1
        if dash < 1 or phrase.tokens[dash].kind != "dash" or phrase.taken[dash] is not None:
            continue
        comma = next((i for i in range(dash - 1, max(-1, dash - _ASIDE), -1) if phrase.lower(i) in (",", "(")), -1)
        told = phrase.lemmas_among(comma + 1, dash) & (_BEFORE | {"до"})
        if comma >= 0 and told and not any(verb_at(phrase, i) is not None for i in range(comma, dash)):
            role.function = "about"
            role.flags.add("former")


def post_got(phrase: Phrase, clause: Clause) -> None:
    """Исполняющей обязанности директора стала X: of the cases that a form may have the one that the verb asks for."""
    if (
        not clause.concepts & {"become", "appoint"}
        or clause.having("as", "Role")
        or not clause.having("subject", "Person")
    ):
        return
    for role in clause.having("to", "Role") + clause.having("owner", "Role"):
        alone = not phrase.preposition(phrase.begin_of(role))[0]
        if alone and "Ins" in phrase.grammar[role].cases:
            role.function = "as"
            return
