"""Posts in Kazakh text: a post noun with its modifiers, nested posts, and the unit or ministry that the words hide.

облыс әкімінің бірінші орынбасары      a post under a post
бөлімінің басшысы                      the unit is part of the post, its owner is the body
Сыртқы істер министрі                  the post names the ministry
"""

from __future__ import annotations

from kg.lang.columns import where
from kg.lang.kk.alphabet import RELATIONAL
from kg.lang.kk.ministries import CHIEF_PROSECUTOR, give_prosecution
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.post_names import in_genitive, label_of
from kg.lang.kk.role_bodies import give_body
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_INTO_A_POST = ("лыққа", "лікке", "дыққа", "дікке", "тыққа", "тікке", "лығына", "лігіне", "тығына", "тігіне")
_ABSTRACT = 3  # letters of -лық, -тік
# Relational adjectives tell which post or membership it is (ұжымдық мүше, өңірлік директор); жаңа and қазіргі do not.
_SAYS_WHICH = (*RELATIONAL, "лы", "лі", "ды", "ді", "ты", "ті")


def find_roles(phrase: Phrase) -> None:
    """Take the posts of a sentence."""
    for at in phrase.with_head:
        if phrase.taken[at] is None:
            chunk = _known_role(phrase, at) or role_at(phrase, at)
            if chunk:
                phrase.take(chunk)
    for at in where([low.endswith(_INTO_A_POST) for low in phrase.lowers]):
        if phrase.taken[at] is None and (chunk := _by_its_noun(phrase, at)):
            phrase.take(chunk)


def _by_its_noun(phrase: Phrase, at: int) -> Chunk | None:
    """Съезд X-ті президенттікке сайлады: the noun for holding a post, into which somebody is elected."""
    reading = next((r for r in phrase.readings[at] if r.pos == "NOUN" and r.case == "Dat"), None)
    lemma = reading.lemma[:-_ABSTRACT] if reading is not None else ""
    behind = [r.lemma for i in range(at + 1, phrase.size) for r in phrase.readings[i] if r.pos == "VERB"]
    if lemma not in phrase.cues.roles:
        return None
    belongs = phrase.cues.roles[lemma] == "membership"
    if not phrase.cues.words["into-membership" if belongs else "giving-post"] & set(behind):
        return None
    begin, modifiers = _modifiers(phrase, at) if belongs else (at, [])
    if belongs and not modifiers:
        return None  # мүшелікке қабылданды says no more than that; толық мүшелікке says as what
    label = label_of([*modifiers, lemma])
    chunk = phrase.chunk("Role", begin, at, label=label, lemma=lemma, rule="role.abstract", function="as")
    chunk.kind_of = phrase.cues.roles[lemma]
    owner = phrase.before(begin)
    if belongs:
        return chunk
    if owner is not None and owner.kind == "Organization" and owner.function in ("owner", "subject"):
        chunk.owner = owner if owner.last == at - 1 else None
    return chunk


def _known_role(phrase: Phrase, at: int) -> Chunk | None:
    """Мемлекет басшысы, Үкімет басшысы: posts of two words that the gazetteer knows by that name."""
    found = phrase.head(at, phrase.cues.roles)
    if not found or at == 0 or phrase.tokens[at - 1].kind != "word":
        return None
    first, lemma, reading = found
    before = phrase.taken[at - 1]
    if first != at or (before is not None and (before.first != at - 1 or before.last != at - 1)):
        return None
    name = phrase.named(at - 1, at, reading)
    entry = phrase.known_as(name, "Role")
    alone = phrase.known_as(lemma, "Role")
    if entry is None or not reading.possessor or (alone is not None and alone.id == entry.id):
        return None  # Комиссия мүшесі is a мүше of the Комиссия
    if before is not None:
        phrase.chunks.remove(before)
        phrase.taken[at - 1] = None
    chunk = phrase.chunk(
        "Role",
        at - 1,
        at,
        label=label_of([name]),
        lemma=lemma,
        rule="role.known",
        function=phrase.function(at, reading),
    )
    chunk.kind_of, chunk.known = phrase.cues.roles[lemma], entry.id
    if not phrase.lemmas(at - 1).isdisjoint(phrase.cues.words["delegations"]):
        chunk.flags.add("of-delegation")
    upper = phrase.head(at - 1, phrase.cues.roles)
    chunk.value = upper[1] if upper is not None else ""  # төраға орынбасары: where chairs are, so are their deputies
    _acting(phrase, chunk, at)
    owner = phrase.before(chunk.first)
    if owner is not None and owner.kind in ("Organization", "Country") and owner.function in ("owner", "subject"):
        chunk.owner = owner
    return chunk


def role_at(phrase: Phrase, at: int) -> Chunk | None:
    """Return the post whose last word stands at a token, with its owner where one stands before it."""
    found = phrase.head(at, phrase.cues.roles)
    if not found:
        return None
    first, lemma, reading = found
    if not phrase.free(first, at) or _is_no_post(phrase, at, lemma, reading):
        return None
    if first == at and phrase.lowers[at] in phrase.cues.words["modifies-post"] and _before_its_post(phrase, at + 1):
        return None  # форумның басқарушы | директоры
    begin, modifiers = _modifiers(phrase, first)
    chunk = phrase.chunk(
        "Role",
        begin,
        at,
        label=label_of([*modifiers, lemma]),
        lemma=lemma,
        rule="role.head-noun",
        function=phrase.function(at, reading),
    )
    chunk.kind_of = phrase.cues.roles[lemma]
    chunk.plural = reading.number == "Plur"
    chunk.possessed = reading.possessor == "3"
    chunk.flags |= {"former"} & {_flag(phrase, word) for word in modifiers}
    if any(word in phrase.cues.words["former"] for word in modifiers):
        chunk.flags.add("former")
        chunk.flags |= {"merely"} if set(modifiers) & phrase.cues.words["merely"] else set()
        kept = [w for w in modifiers if w not in phrase.cues.words["former"]]
        chunk.label = label_of([*kept, lemma])
    if phrase.lowers[first].partition("-")[0] in phrase.cues.words["former"]:
        chunk.flags.add("former")  # экс-әкімі
    _acting(phrase, chunk, at)
    give_body(phrase, chunk, lemma, reading)
    _former_before(phrase, chunk)
    of_state = chunk.owner is not None and chunk.owner.kind == "Country" and chunk.possessed
    if lemma == CHIEF_PROSECUTOR and (of_state or (chunk.owner is None and not chunk.possessed)):
        give_prosecution(phrase, chunk)
    return chunk


def _before_its_post(phrase: Phrase, at: int) -> bool:
    post = phrase.head(at, phrase.cues.roles) if at < phrase.size else None
    return post is not None and post[0] == at


def _flag(phrase: Phrase, word: str) -> str:
    return "former" if word in phrase.cues.words["former"] else ""


def _former_before(phrase: Phrase, chunk: Chunk) -> None:
    """бұрынғы ... директоры: the word may stand before the owner."""
    begin = chunk.owner.first if chunk.owner and chunk.owner.last < chunk.first else chunk.first
    if phrase.lower(begin - 1) in phrase.cues.words["former"]:
        chunk.flags.add("former")
        chunk.flags |= {"merely"} if phrase.lower(begin - 1) in phrase.cues.words["merely"] else set()


def _is_no_post(phrase: Phrase, at: int, lemma: str, reading: Reading) -> bool:
    """Мүше and өкіл in compounds (мүше мемлекеттер) and posts that are verbs by form are none."""
    following = phrase.first(at + 1)
    if (
        lemma in phrase.cues.words["given-too"]
        and phrase.tokens[at].capital
        and at
        and not reading.possessor
        and reading.case in ("", "Nom")
    ):
        return at + 1 < phrase.size and phrase.tokens[at + 1].capital  # депутат Орынбасар Сәдуақас
    office = phrase.first(at + 1) if reading.possessor == "3" and reading.case in ("", "Nom") else None
    if office is not None and office.possessor == "3" and office.lemma in phrase.cues.words["offices-of-heads"]:
        return True  # облыс әкімі аппаратының басшысы
    compound = lemma == "мүше" and following is not None and following.lemma in ("мемлекет", "ел")
    return compound or bool(reading.verb_form)


def _modifiers(phrase: Phrase, first: int) -> tuple[int, list[str]]:
    begin = first
    found: list[str] = []
    i = first - 1
    while i >= 0 and phrase.taken[i] is None and phrase.tokens[i].kind == "word" and first - i < 6:
        word = phrase.lower(i)
        if word in phrase.cues.words["relating"] or word == "жанындағы":
            break
        if phrase.lower(i - 1) == "міндетін":
            break  # директордың міндетін уақытша | директордың орынбасары атқарады
        if word == "және" and found and phrase.lower(i - 1) in phrase.cues.words["modifies-post"]:
            found.insert(0, word)
        elif (
            word in phrase.cues.words["modifies-post"]
            or word in phrase.cues.words["former"]
            or _relational(phrase, i, word)
        ):
            found.insert(0, word)
            begin = i
        elif phrase.pos(i) == "ADJ" and word not in phrase.cues.words["this"]:
            begin = i
        else:
            break
        i -= 1
    return begin, found


def _relational(phrase: Phrase, at: int, word: str) -> bool:
    """Tell whether an adjective says which post it is; an unlisted one looks like an accusative by its ending."""
    if not word.endswith(_SAYS_WHICH) or len(word) < 7:
        return False
    if (first := phrase.first(at)) is not None and first.pos == "NOUN" and first.possessor == "3":
        return False  # Грузия теміржолы | мүше
    of_member = phrase.cues.roles.get(next(iter(phrase.lemmas(at + 1)), "")) == "membership"
    if word.endswith(("ды", "ді")) and first is not None and first.case == "Acc" and not of_member:
        return False  # осы хабарды | ректор жариялады
    return phrase.pos(at) == "ADJ" or (phrase.pos(at) in ("NOUN", "PROPN") and not phrase.tokens[at].capital)


def _acting(phrase: Phrase, chunk: Chunk, at: int) -> None:
    """Премьер-Министрдің міндетін (уақытша) атқарушы: the post is an acting one."""
    i = at + 1
    if phrase.lower(i) != "міндетін" or not (chunk.function == "owner" or chunk.possessed):
        return  # директордың міндетін, академияның директоры міндетін атқарушы
    last = next((j for j in range(i + 1, phrase.size) if phrase.lowers[j].startswith("атқар")), None)
    if last is None and not any(phrase.lemmas(j) & phrase.cues.words["entrusting"] for j in range(i + 1, i + 8)):
        return
    chunk.flags.add("acting")
    chunk.names = [chunk.label]
    chunk.label = f"{in_genitive(chunk.label)} міндетін атқарушы"
    if last is not None and last < i + 7 and phrase.lower(last).startswith("атқарушы"):
        reading = phrase.nominal(last)
        chunk.last, chunk.end = last, phrase.tokens[last].end
        chunk.function = phrase.function(last, reading)
