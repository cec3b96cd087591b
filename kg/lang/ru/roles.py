"""Posts in Russian text: a post noun with its modifiers, nested posts, and the unit or ministry that the words hide.

первый заместитель акима области     a post under a post
глава Миссии БДИПЧ                   the unit is part of the post, its owner is the body
министр иностранных дел РФ           the post names the ministry
"""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.ru.demonyms import demonym_chunk, made_of, region_of
from kg.lang.ru.morphology import Form, inflected
from kg.lang.ru.phrase import CASES, Grammar, Group, Phrase, adjectives_of
from kg.lang.ru.role_bodies import OF_MINISTER, read_behind
from kg.lang.syntax import Chunk

_IN_LETTERS = cues("ru").words["posts-in-letters"]
_GOVERNORS = cues("ru").words["governors"]
_PARTICIPLES = cues("ru").words["posts-and-participles"]
_FIRST_OF_STATES = cues("ru").words["first-of-states"]
_KINDS = cues("ru").words["kinds-of-member"]
_UNITING = cues("ru").words["uniting"] | {"банк"}
_COPULAS = cues("ru").words["comes-to-be"] | cues("ru").words["goes-on-being"]


def find_role(phrase: Phrase, group: Group) -> bool:
    """Take the post whose noun a group's head is."""
    lemma = phrase.head(group, phrase.cues.roles)
    if not lemma or group.kind != "noun":
        return False
    if _is_no_post(phrase, group, lemma):
        return False
    group = _over_letters(phrase, group)
    begin, modifiers, former = _modifiers(phrase, group)
    own, noun = _without_gender(phrase, phrase.tokens[group.head].text, group.lemma)
    word = inflected(own.lower(), noun, "NOUN", "Nom", "Sing") if group.number == "Sing" else noun
    chunk = phrase.chunk("Role", begin, group.last, label=_label([*modifiers, word]), lemma=noun, rule="role.head-noun")
    chunk.kind_of, chunk.plural = phrase.cues.roles[lemma], group.number == "Plur"
    if former or group.lemma.startswith("экс-"):
        chunk.flags.add("former")
        if phrase.lemmas_among(begin, group.head) & phrase.cues.words["merely"]:
            chunk.flags.add("merely")
        if group.lemma.startswith("экс-"):
            chunk.label = _label([*modifiers, word.removeprefix("экс-")])
    chunk.known = _known(phrase, group, begin)
    # зам. директора: an abbreviation tells no case
    short = phrase.text[phrase.tokens[group.head].end - 1] == "." and not phrase.preposition(group.first)[0]
    cases = CASES if short else _of_people(phrase, group)
    phrase.take(chunk, Grammar(cases, group.certain_number, group.gender, True, group.first))
    _acting(phrase, chunk, group)
    read_behind(phrase, chunk, group)
    if chunk.owner is None and group.first < group.head and chunk.kind_of != "staff":
        owner = region_of(phrase, group, group.head) if noun in _GOVERNORS else None
        chunk.owner = owner or demonym_chunk(phrase, group, group.head)
    elif chunk.owner is not None and group.first < group.head:
        _ministry_of_adjective(phrase, chunk.owner, group)
    _first_of_a_state(phrase, chunk)
    return True


def _first_of_a_state(phrase: Phrase, chunk: Chunk) -> None:
    """Первый президент Казахстана: who was the first to be one is not said to be one now; nor yet: избран первым."""
    of_a_state = chunk.owner is not None and chunk.owner.kind == "Country"
    if of_a_state and chunk.label.casefold() in _FIRST_OF_STATES and phrase.grammar[chunk].cases != ("Ins",):
        chunk.label = _label([chunk.lemma])
        chunk.flags.add("former")


def find_kinds_alone(phrase: Phrase) -> None:
    """A принят в качестве полноправного члена, B – в качестве ассоциированного: another kind, without its noun."""
    for at in range(2, phrase.size):
        if phrase.lower(at - 1) not in ("качестве", "как") or phrase.taken[at] is not None:
            continue
        form = next(
            (f for f in adjectives_of(phrase.tokens[at].text) if f.lemma in _KINDS and f.number == "Sing"), None
        )
        told = next((c for c in phrase.chunks if c.kind == "Role" and c.kind_of == "membership" and c.last < at), None)
        if form is None or told is None or any(g.first <= at <= g.last for g in phrase.groups.values()):
            continue
        word = inflected(phrase.lower(at), form.lemma, form.pos, "Nom", "Sing", "Masc")
        chunk = phrase.chunk("Role", at, at, label=_label([word, told.lemma]), lemma=told.lemma, rule="role.kind-alone")
        chunk.kind_of = "membership"
        phrase.take(chunk, Grammar((form.case,), "Sing", "Masc", True, at))


def find_participants_of_bodies(phrase: Phrase) -> None:
    """Участниками банка являются A и B: whoever is a participant of a union or bank is its member."""
    for at in range(phrase.size - 1):
        if phrase.taken[at] is not None or "участник" not in phrase.lemmas(at):
            continue
        body = phrase.starting(at + 1)
        told = isinstance(body, Chunk) and body.kind == "Organization" and body.proper and not body.plural
        cases = tuple(f.case for f in phrase.forms[at] if f.case == "Ins")
        if not cases or not told or not isinstance(body, Chunk) or not _has_participants(phrase, body):
            continue
        chunk = phrase.chunk("Role", at, at, label="Участник", lemma="участник", rule="role.participant")
        chunk.kind_of, chunk.owner, chunk.plural = "membership", body, phrase.lower(at).endswith("ами")
        phrase.take(chunk, Grammar(cases, "Plur" if chunk.plural else "Sing", "Masc", True, at), phrase.ends[body])


def _has_participants(phrase: Phrase, body: Chunk) -> bool:
    copula = any(phrase.verbs[i][0] is not None and phrase.verbs[i][0].lemma in _COPULAS for i in phrase.verbs)
    unites = body.lemma.split(" ")[-1] in _UNITING or body.label == body.acronym
    return copula and unites and "Gen" in phrase.cases_of(body)


def _of_people(phrase: Phrase, group: Group) -> tuple[str, ...]:
    """приняли участие члены жюри: a noun for things too (члены) has the cases of people, but for: принят в члены."""
    own = {f.case for f in phrase.forms[group.head] if f.lemma == group.lemma and f.animate and f.pos == "NOUN"}
    return tuple(c for c in group.cases if c in own or phrase.lower(group.first - 1) == "в") or group.cases


def _over_letters(phrase: Phrase, group: Group) -> Group:
    """президент и CEO компании X: the second post, in letters, is the first one's in another language."""
    letters = phrase.lower(group.last + 1) == "и" and phrase.lower(group.last + 2) in _IN_LETTERS
    return replace(group, last=group.last + 2) if letters and phrase.free(group.last + 2, group.last + 2) else group


def _ministry_of_adjective(phrase: Phrase, ministry: Chunk, group: Group) -> None:
    """британский министр обороны: the adjective before the post says whose the ministry is that the post names."""
    if ministry.rule != OF_MINISTER or ministry.owner is not None:
        return
    owner = demonym_chunk(phrase, group, group.head)
    if owner is not None:
        ministry.owner = owner
        ministry.known = ministry.known if owner.kind == "Country" else None


def _without_gender(phrase: Phrase, word: str, lemma: str) -> tuple[str, str]:
    """женщина-спикер, женщины-космонавта: return the word and lemma of the post without what says whose it is."""
    first, _, tail = lemma.partition("-")
    told = bool(tail) and first in phrase.cues.words["mere-first-part"]
    return (word.partition("-")[2], tail) if told else (word, lemma)


def _known(phrase: Phrase, group: Group, begin: int) -> str | None:
    """Глава государства, Глава правительства: posts of two words that the gazetteer knows."""
    if group.last + 1 >= phrase.size:
        return None
    name = f"{phrase.nominative(group, group.head)} {phrase.tokens[group.last + 1].text}"
    entry = phrase.known_as(name, "Role")
    alone = phrase.known_as(phrase.nominative(group, group.head), "Role")
    if entry is None or (alone is not None and entry.id == alone.id) or phrase.starting(group.last + 1) is None:
        return None
    return entry.id


def _is_no_post(phrase: Phrase, group: Group, lemma: str) -> bool:
    """Во главе, государства – члены, член семьи are none; вечер ведущий is one."""
    if lemma == "глава" and (
        phrase.lower(group.first - 1) in ("во", "статьи")
        or phrase.tokens[min(group.last + 1, phrase.size - 1)].kind == "number"
    ):
        return True
    before = phrase.tokens[group.first - 1] if group.first else None
    if before is not None and before.kind == "quote" and phrase.pairs.get(group.first - 1) == group.last + 1:
        return True  # «Декларант»: a name
    if lemma in ("член", "участник", "партнёр") and before is not None and before.kind == "dash":
        return before.end == phrase.tokens[group.first].start  # государства-члены
    if lemma == "генерал" and phrase.lower(group.last + 1) in ("-", "майор"):
        return False
    if lemma in _PARTICIPLES and not group.animate:
        behind = phrase.starting(group.last + 1)
        return not (isinstance(behind, Chunk) and behind.kind in ("Organization", "Program") and "Nom" in group.cases)
    return lemma == "член" and phrase.lower(group.last + 1) in ("семьи", "семей", "экипажа")


def _modifiers(phrase: Phrase, group: Group) -> tuple[int, list[str], bool]:
    """Return where the post begins, the modifiers that tell which post it is, and whether it was one in the past."""
    begin, former = group.head, False
    found: list[str] = []
    kept = phrase.cues.words["post-modifier"]
    membership = phrase.cues.roles.get(group.lemma) == "membership"
    staff = phrase.cues.roles.get(group.lemma) == "staff"
    for i in range(group.head - 1, group.first - 1, -1):
        form = next(iter(adjectives_of(phrase.tokens[i].text)), None)
        if form is None:
            continue
        if form.lemma in phrase.cues.words["former"] and phrase.lower(i - 1) not in phrase.cues.words["newly"]:
            former = True  # избранный президент, but недавно избранный президент
            begin = i
            continue
        named = form.pos == "PRTF" and inflected(phrase.lower(i), form.lemma, "PRTF", "Nom", "Sing", "Masc") in kept
        if group.lemma.partition("-")[0] in phrase.cues.words["mere-first-part"]:
            continue  # первая женщина-спикер
        if named or form.lemma in kept or (membership and not form.plain) or (staff and _tells_trade(phrase, form)):
            begin = i
            joined = ["и"] if found and phrase.lower(i + 1) == "и" else []  # чрезвычайный и полномочный посол
            word = inflected(phrase.lower(i), form.lemma, form.pos, "Nom", "Sing", group.gender or "Masc")
            found[:0] = [word, *joined]
    return begin, found, former


def _tells_trade(phrase: Phrase, form: Form) -> bool:
    """санитарный врач, but известный врач, российский врач."""
    words = phrase.cues.words
    return form.pos == "ADJF" and not form.plain and form.lemma not in words["plain"] and not made_of(form.lemma)


def _label(words: list[str]) -> str:
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _acting(phrase: Phrase, chunk: Chunk, group: Group) -> None:
    """исполняющий обязанности председателя, и.о. акима: an acting post, in the case of the first word."""
    at = group.first - 1
    if phrase.lower(at) == "обязанности":
        at -= 1
        while at > 0 and phrase.lower(at) in ("временно",):
            at -= 1
        forms = (
            [f for f in adjectives_of(phrase.tokens[at].text) if f.lemma in ("исполнять", "исполняющий")]
            if at >= 0
            else []
        )
        if not forms or (group.cases and "Gen" not in group.cases):
            return
        cases = tuple(dict.fromkeys(f.case for f in forms))
        if phrase.lower(at - 1) == "временно":
            at -= 1
    elif phrase.lower(at) == "врио":
        cases = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
    elif "".join(phrase.lowers[max(0, at - 3) : at + 1]) in ("и.о.", "и.о."):
        cases, at = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc"), at - 3
    else:
        return
    chunk.flags.add("acting")
    words = phrase.words(max(chunk.first, group.first), group.last).lower()
    chunk.label = f"Исполняющий обязанности {words}"
    for i in range(at, chunk.first):
        phrase.taken[i] = chunk
    chunk.first, chunk.start = at, phrase.tokens[at].start
    phrase.grammar[chunk] = Grammar(cases, "Sing", group.gender, True, at)
