"""What a Russian post is for and where: по международным связям, от партии, в Казахстане."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.phrase import Grammar, Group, Phrase
from kg.lang.ru.quotes import take_quoted_body
from kg.lang.syntax import Chunk

OWNERS = ("Organization", "Country", "Place")
_WORDS = cues("ru").words
_ABROAD = _WORDS["posts-abroad"]
_IN_A_REGION = _WORDS["posts-in-a-region"]
_UNNAMED = cues("ru").places.keys() | _WORDS["states"]  # a region or state that is not named
_WITH_SCOPES = _WORDS["posts-for-something"]
_LONGEST = 8  # tokens of a name in quotes


def read_scope(phrase: Phrase, chunk: Chunk) -> None:
    """Take what a post is for and who sent its holder into the post's phrase."""
    _from_where(phrase, chunk)
    _about(phrase, chunk)


def through_nouns(
    phrase: Phrase, last: int, joints: tuple[str, ...], cases: tuple[str, ...], *, people: bool = True
) -> int:
    """Return the last token of the nouns in small letters that go on behind one: in the genitive, or joined to it."""
    while True:
        following = _noun_at(phrase, last + 1, ("Gen",))
        if following is None and phrase.lower(last + 1) in joints:
            following = _noun_at(phrase, last + 2, cases)
            following = following if following is None or people or not following.animate else None
        if following is None:
            return last
        last = following.last


def _noun_at(phrase: Phrase, at: int, cases: tuple[str, ...]) -> Group | None:
    """Return the noun group in small letters that begins at a token, if it may stand in one of the cases."""
    group = phrase.starting(at)
    if not isinstance(group, Group) or group.kind != "noun" or phrase.tokens[group.first].capital:
        return None
    return group if set(group.cases) & set(cases) else None


def _about(phrase: Phrase, chunk: Chunk) -> None:
    """проректор по международным связям: what a post is for belongs to its phrase."""
    at = phrase.ends[chunk] + 1
    if phrase.lower(at) != "по":
        return
    nxt = phrase.starting(at + 1)
    if nxt is None or "Dat" not in phrase.cases_of(nxt) or (isinstance(nxt, Chunk) and nxt.kind in ("Person",)):
        return
    last = _over_places(phrase, through_nouns(phrase, phrase.end_of(nxt), ("и",), ("Dat", "Gen")))
    whose = phrase.starting(last + 1)  # по защите прав предпринимателей
    if isinstance(whose, Chunk) and whose.kind == "Role" and whose.plural and "Gen" in phrase.cases_of(whose):
        last = last if whose.owner is not None else whose.last
    of_post = phrase.ends[chunk] == chunk.last
    if of_post and chunk.lemma in _WITH_SCOPES:
        chunk.label = f"{chunk.label} {phrase.words(at, last)}"
    if of_post:
        owner = phrase.starting(last + 1)
        if isinstance(owner, Chunk) and owner.kind in OWNERS and "Gen" in phrase.cases_of(owner):
            chunk.owner = owner
            last = phrase.ends[owner]
    for i in range(at, last + 1):
        inner = phrase.taken[i]
        if inner is not None and inner is not chunk and inner is not chunk.owner:
            inner.flags.add("of-phrase")
    phrase.ends[chunk] = last


def _over_places(phrase: Phrase, last: int) -> int:
    """директор по Европе и Центральной Азии X: return the last token of the places that a post is for."""
    while phrase.lower(last + 1) in (",", "и"):
        place = phrase.starting(last + 2)
        if place is None or "Dat" not in phrase.cases_of(place) or not phrase.tokens[phrase.end_of(place)].capital:
            return last
        town = isinstance(place, Group) and any(f.name == "Geox" and f.known for f in phrase.forms[place.head])
        if not town and not (isinstance(place, Chunk) and place.kind in ("Place", "Country")):
            return last
        last = phrase.end_of(place)
    return last


def _from_where(phrase: Phrase, chunk: Chunk) -> None:
    """депутат от партии «Аманат», наблюдатель от ОБСЕ: who sent the holder."""
    at = phrase.ends[chunk] + 1
    if phrase.lower(at) != "от" or chunk.kind_of in ("head",):
        return
    nxt = _quoted_sender(phrase, at + 1) or phrase.starting(at + 1)
    if isinstance(nxt, Chunk) and nxt.kind in OWNERS and "Gen" in phrase.cases_of(nxt):
        phrase.ends[chunk] = phrase.ends[nxt]
        if chunk.owner is None and chunk.kind_of in ("envoy", "observer"):
            chunk.owner = nxt
        else:
            nxt.flags.add("of-phrase")


def _quoted_sender(phrase: Phrase, at: int) -> Chunk | None:
    """депутат Думы от «Единой России»: take the name in quotes, of a party without its noun, for a body."""
    close = phrase.pairs.get(at)
    if close is None or phrase.tokens[at].kind != "quote" or close - at > _LONGEST or phrase.taken[at] is not None:
        return None
    return take_quoted_body(phrase, at, close, "organization.quoted-after-post")


def read_place(phrase: Phrase, chunk: Chunk) -> None:
    """посол США в Казахстане; директор «Алтын» в Казахстане Имашев: where belongs to the phrase."""
    before = -1
    while before != phrase.ends[chunk]:  # представитель Казахстана при ООН в Женеве
        before = phrase.ends[chunk]
        _read_one_place(phrase, chunk)


def _read_one_place(phrase: Phrase, chunk: Chunk) -> None:
    at = phrase.ends[chunk] + 1
    if phrase.lower(at) not in ("в", "во", "при", "на"):
        return
    if chunk.owner is not None and _read_several_places(phrase, chunk):
        return
    nxt = phrase.starting(at + 1)
    if isinstance(nxt, Chunk) and nxt.kind == "Event" and "of-thing" in chunk.flags and _before_name(phrase, nxt):
        nxt.flags.add("of-phrase")  # глава делегации на переговорах X: what the delegation is for
        phrase.ends[chunk] = phrase.ends[nxt]
        return
    if chunk.lemma not in _ABROAD and not (chunk.owner is not None and nxt is not None and _before_name(phrase, nxt)):
        return
    if isinstance(nxt, Chunk) and nxt.kind in OWNERS and "Loc" in phrase.cases_of(nxt):
        if (institution := _CONSULATES.get(chunk.label.lower())) and nxt.kind == "Place" and nxt.proper:
            _consulate(phrase, chunk, institution, nxt)
            return
        nxt.flags.add("of-phrase")
        phrase.ends[chunk] = phrase.ends[nxt]
        if chunk.owner is None and _of_a_region(chunk, nxt):
            chunk.owner, chunk.kind_of = nxt, "staff"  # who is not of the region's government
        elif chunk.owner is None:
            chunk.owner = nxt if phrase.lower(at) == "при" else None
    elif isinstance(nxt, Group) and "Loc" in nxt.cases and _tells_where(phrase, nxt):
        phrase.ends[chunk] = nxt.last


def _tells_where(phrase: Phrase, group: Group) -> bool:
    """посол в Минске; глава миссии в республике посол X: a name, or a state without one before whoever has the post."""
    return phrase.tokens[group.first].capital or (group.lemma in _UNNAMED and _before_name(phrase, group))


def _of_a_region(chunk: Chunk, place: Chunk) -> bool:
    """Уполномоченный по правам ребёнка в Тверской области: a region or a state has one of its own."""
    return chunk.lemma in _IN_A_REGION and (place.kind_of == "region" or place.kind == "Country") and place.proper


def _read_several_places(phrase: Phrase, chunk: Chunk) -> bool:
    """директор Philips в России, на Украине и в Казахстане X: all the places where it is, if a name follows them."""
    at = phrase.ends[chunk] + 2
    places: list[Chunk] = []
    while True:
        place = phrase.starting(at)
        if not isinstance(place, Chunk) or place.kind not in OWNERS or not place.proper:
            return False
        places.append(place)
        at = phrase.ends[place] + 1
        if phrase.lower(at) not in (",", "и"):
            break
        at += 2 if phrase.lower(at + 1) in ("в", "во", "на") else 1
    if len(places) == 1 or not _before_name(phrase, places[-1]):
        return False
    for place in places:
        place.flags.add("of-phrase")
    phrase.ends[chunk] = phrase.ends[places[-1]]
    return True


# A state has one embassy in another but consulates in many towns: a consul is at the one in his town.
_CONSULATES = {
    "генеральный консул": "Генеральное консульство",
    "генконсул": "Генеральное консульство",
    "консул": "Консульство",
    "почётный консул": "Почётное консульство",
}


def _consulate(phrase: Phrase, chunk: Chunk, institution: str, town: Chunk) -> None:
    """генеральный консул Литвы в Актау: he is at the consulate there, as a reader would call it."""
    state = chunk.owner
    if state is None or state.kind != "Country" or state.last + 2 != phrase.begin_of(town):
        return
    last = phrase.ends[town]
    label = f"{institution} {phrase.words(state.first, last)}"
    body = phrase.chunk("Organization", state.first, last, label=label, lemma="консульство", rule="role.consulate")
    body.state = state.known or ""
    body.names = [f"{institution} {phrase.words(state.first, state.last)}"]
    phrase.take(body, Grammar(("Gen",), "Sing", "Neut"))
    chunk.owner, phrase.ends[chunk] = body, last


def _before_name(phrase: Phrase, thing: Chunk | Group) -> bool:
    """Tell whether a name of two words follows, so that what stands between a post and it belongs to the post.

    Before the name may stand another post: глава миссии ОБСЕ в республике посол X Y.
    """
    after = phrase.end_of(thing) + 1
    second = phrase.starting(after)
    if isinstance(second, Chunk) and second.kind == "Role" and not second.plural and "Nom" in phrase.cases_of(second):
        after = phrase.ends[second] + 1
    return after + 1 < phrase.size and phrase.name_like[after] and phrase.name_like[after + 1]
