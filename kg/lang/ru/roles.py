"""Posts in Russian text: a post noun with its modifiers, nested posts, and the unit or ministry that the words hide.

первый заместитель акима области     a post under a post
глава Миссии БДИПЧ                   the unit is part of the post, its owner is the body
министр иностранных дел РФ           the post names the ministry
"""

from __future__ import annotations

from kg.lang.ru.morphology import inflected
from kg.lang.ru.organizations import demonym_chunk, name_in_brackets
from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of
from kg.lang.syntax import Chunk

_MINISTERS = frozenset({"министр", "вице-министр", "замминистра", "экс-министр"})
_ABROAD = frozenset(
    {
        "посол",
        "представитель",
        "постпред",
        "спецпредставитель",
        "консул",
        "полпред",
        "генконсул",
        "координатор",
        "посланник",
    }
)
_OWNERS = ("Organization", "Country", "Place")


def find_role(phrase: Phrase, group: Group) -> bool:
    """Take the post whose noun a group's head is."""
    lemma = phrase.head(group, phrase.cues.roles)
    if not lemma or group.kind != "noun":
        return False
    if _is_no_post(phrase, group, lemma):
        return False
    begin, modifiers, former = _modifiers(phrase, group)
    own = phrase.tokens[group.head].text
    word = inflected(own.lower(), group.lemma, "NOUN", "Nom", "Sing") if group.number == "Sing" else group.lemma
    chunk = phrase.chunk(
        "Role", begin, group.last, label=_label([*modifiers, word]), lemma=group.lemma, rule="role.head-noun"
    )
    chunk.kind_of, chunk.plural = phrase.cues.roles[lemma], group.number == "Plur"
    if former or lemma.startswith("экс-"):
        chunk.flags.add("former")
        if lemma.startswith("экс-"):
            chunk.label = _label([*modifiers, word.removeprefix("экс-")])
    chunk.known = _known(phrase, group, begin)
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, True, group.first))
    _acting(phrase, chunk, group)
    _behind(phrase, chunk, group)
    if chunk.owner is None and group.first < group.head:
        owner = demonym_chunk(phrase, group, group.head)
        if owner is not None:
            chunk.owner = owner
    return True


def _known(phrase: Phrase, group: Group, begin: int) -> str | None:
    """Глава государства, Глава правительства: posts of two words that the gazetteer knows."""
    if group.last + 1 >= len(phrase):
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
        or phrase.tokens[min(group.last + 1, len(phrase) - 1)].kind == "number"
    ):
        return True
    before = phrase.tokens[group.first - 1] if group.first else None
    if lemma in ("член", "участник", "партнёр") and before is not None and before.kind == "dash":
        return True  # государства-члены
    if lemma == "генерал" and phrase.lower(group.last + 1) in ("-", "майор"):
        return False
    if (
        lemma in ("ведущий", "управляющий", "заведующий", "ведущая", "уполномоченный", "командующий")
        and not group.animate
    ):
        return True
    return lemma == "член" and phrase.lower(group.last + 1) in ("семьи", "семей", "экипажа")


def _modifiers(phrase: Phrase, group: Group) -> tuple[int, list[str], bool]:
    """Return where the post begins, the modifiers that tell which post it is, and whether it was one in the past."""
    begin, former = group.head, False
    found: list[str] = []
    kept = phrase.cues.words["post-modifier"]
    membership = phrase.cues.roles.get(group.lemma) == "membership"
    for i in range(group.head - 1, group.first - 1, -1):
        form = next(iter(adjectives_of(phrase.tokens[i].text)), None)
        if form is None:
            continue
        if form.lemma in phrase.cues.words["former"]:
            former = True
            begin = i
            continue
        if form.lemma in kept or (membership and not form.plain):
            begin = i
            found.insert(0, inflected(phrase.lower(i), form.lemma, form.pos, "Nom", "Sing", group.gender or "Masc"))
    return begin, found, former


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
    words = phrase.words(group.head, group.last).lower()
    chunk.label = f"Исполняющий обязанности {words}"
    for i in range(at, chunk.first):
        phrase.taken[i] = chunk
    chunk.first, chunk.start = at, phrase.tokens[at].start
    phrase.grammar[chunk] = Grammar(cases, "Sing", group.gender, True, at)


def _behind(phrase: Phrase, chunk: Chunk, group: Group) -> None:
    """Read what stands behind the post: the post that it serves, the unit, the body, what it is for."""
    nxt = phrase.starting(group.last + 1)
    if nxt is not None and "Gen" in phrase.cases_of(nxt):
        if isinstance(nxt, Chunk):
            _of_chunk(phrase, chunk, nxt)
        else:
            _of_words(phrase, chunk, nxt)
    elif (
        nxt is not None
        and "Ins" in phrase.cases_of(nxt)
        and isinstance(nxt, Chunk)
        and nxt.kind == "Organization"
        and chunk.lemma in ("заведующий", "заведующая", "управляющий", "командующий")
    ):
        _of_chunk(phrase, chunk, nxt)
    elif group.last + 1 < len(phrase) and phrase.tokens[group.last + 1].kind == "quote":
        _of_quote(phrase, chunk, group.last + 1)
    elif group.last + 1 < len(phrase) and nxt is None:
        _of_latin_name(phrase, chunk, group.last + 1)
    _about(phrase, chunk)
    _abroad(phrase, chunk)


def _of_quote(phrase: Phrase, chunk: Chunk, at: int) -> None:
    """директор «КазГЮУ»: a name in quotes behind a post is its body."""
    close = phrase.pairs.get(at)
    if close is None or close - at > 10 or phrase.taken[at] is not None:
        return
    name = phrase.words(at + 1, close - 1)
    if not name[:1].isupper():
        return
    for i in range(at, close + 1):
        if (old := phrase.taken[i]) is not None:
            phrase.drop(old)
    body = phrase.chunk(
        "Organization", at, close, label=name, lemma=name.lower(), rule="organization.quoted-after-post"
    )
    phrase.known.quoted.setdefault(name, "Organization")
    phrase.take(body, Grammar(("Gen",)))
    _own(phrase, chunk, body)


def _of_latin_name(phrase: Phrase, chunk: Chunk, at: int) -> None:
    """директор Global Cultural Project: words in Latin letters behind a post are its body."""
    last = at
    while (
        last < len(phrase)
        and phrase.taken[last] is None
        and phrase.tokens[last].kind == "word"
        and phrase.tokens[last].text.isascii()
    ):
        last += 1
    if last == at or not phrase.tokens[at].capital or chunk.plural:
        return
    label = phrase.words(at, last - 1)
    body = phrase.chunk("Organization", at, last - 1, label=label, lemma=label.lower(), rule="organization.after-post")
    phrase.take(body, Grammar(("Gen",)))
    _own(phrase, chunk, body)


def _of_chunk(phrase: Phrase, chunk: Chunk, nxt: Chunk) -> None:
    if nxt.kind == "Role":
        _under(phrase, chunk, nxt)
    elif nxt.kind == "Organization" and nxt.kind_of == "unit" and not _stands_alone(nxt):
        _of_unit(phrase, chunk, nxt)
    elif nxt.kind in _OWNERS:
        _own(phrase, chunk, nxt)
    elif nxt.kind in ("Delegation", "Program", "Event", "Election", "Agreement", "Side"):
        chunk.flags.add("of-thing")
        chunk.label = f"{chunk.label} {phrase.words(nxt.first, nxt.last)}" if nxt.kind == "Delegation" else chunk.label
        if nxt.kind == "Delegation" and nxt.owner is not None:
            chunk.owner = nxt.owner
        phrase.ends[chunk] = phrase.ends[nxt]
        if nxt.kind == "Delegation":
            phrase.drop(nxt)


def _stands_alone(unit: Chunk) -> bool:
    """Торгово-экономическое представительство Татарстана is a body of its own, миссия ОБСЕ is not."""
    return (
        unit.proper
        and "named-by-owner" not in unit.flags
        and unit.label[:1].isupper()
        and " " in unit.label
        and unit.rule != "organization.common-noun"
        and unit.first < unit.last
        and unit.lemma not in ("миссия", "секретариат", "пресс-служба", "правление", "президиум", "аппарат", "фракция")
    )


def _own(phrase: Phrase, chunk: Chunk, owner: Chunk) -> None:
    chunk.owner = owner
    phrase.ends[chunk] = phrase.ends[owner]


def _under(phrase: Phrase, chunk: Chunk, upper: Chunk) -> None:
    """Merge a post with the one that it serves: заместитель + председателя комиссии."""
    own_words = phrase.words(upper.first, upper.last).lower()
    chunk.label = f"{chunk.label} {own_words}"
    chunk.owner = upper.owner
    chunk.value = upper.lemma
    chunk.flags |= upper.flags & {"unit"}
    if chunk.kind_of == "staff":
        chunk.kind_of = "deputy"
    end = phrase.ends[upper]
    phrase.drop(upper)
    chunk.last, chunk.end = upper.last, phrase.tokens[upper.last].end
    for i in range(chunk.first, chunk.last + 1):
        phrase.taken[i] = chunk
    phrase.ends[chunk] = end


def _of_unit(phrase: Phrase, chunk: Chunk, unit: Chunk) -> None:
    """глава миссии: the unit is a part of the post's name, what owns the unit is the body."""
    words = phrase.words(unit.first, unit.last)
    chunk.label = f"{chunk.label} {words[:1].lower() + words[1:]}"
    chunk.flags.add("unit")
    chunk.names = [unit.lemma]
    chunk.owner = unit.owner
    end = phrase.ends[unit]
    if unit.owner is None and unit.acronym:
        return
    phrase.drop(unit)
    chunk.last, chunk.end = unit.last, phrase.tokens[unit.last].end
    for i in range(chunk.first, chunk.last + 1):
        phrase.taken[i] = chunk
    phrase.ends[chunk] = end


def _of_words(phrase: Phrase, chunk: Chunk, group: Group) -> None:
    """министр иностранных дел: the words behind a minister name the ministry; behind other posts what they are for."""
    last = group.last
    if group.kind != "noun" or (phrase.tokens[group.first].capital and chunk.lemma not in _MINISTERS):
        if group.kind == "noun" and group.cases and not group.animate and phrase.tokens[group.first].capital:
            _capital_body(phrase, chunk, group)
        return
    last = _through_nouns(phrase, last, ("и", ",") if chunk.lemma in _MINISTERS else (), ("Gen",), people=False)
    words = phrase.words(group.first, last)
    owner = phrase.starting(last + 1)
    owner = owner if isinstance(owner, Chunk) and owner.kind in _OWNERS and "Gen" in phrase.cases_of(owner) else None
    if chunk.lemma in _MINISTERS and not chunk.plural:
        body = phrase.chunk(
            "Organization",
            group.first,
            last,
            label=f"Министерство {words}",
            lemma="министерство",
            rule="organization.of-minister",
        )
        entry = phrase.known_as(body.label, "Organization")
        body.known = entry.id if entry else None
        body.owner = owner if owner is not None and owner.kind == "Country" else None
        phrase.take(body, Grammar(("Gen",)), phrase.ends[owner] if owner else last)
        chunk.owner = body
        chunk.label = f"{chunk.label} {words}"
        phrase.ends[chunk] = phrase.ends[body]
        return
    chunk.label = f"{chunk.label} {words}"
    chunk.last, chunk.end = last, phrase.tokens[last].end
    for i in range(chunk.first, chunk.last + 1):
        phrase.taken[i] = chunk
    phrase.ends[chunk] = last
    if owner is not None:
        _own(phrase, chunk, owner)


def _through_nouns(
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


def _capital_body(phrase: Phrase, chunk: Chunk, group: Group) -> None:
    """губернатор Подмосковья, ректор Сорбонны: a capital in the genitive behind a post is its body."""
    if chunk.plural:
        return
    label = phrase.nominative(group)
    kind = "Organization"
    body = phrase.chunk(kind, group.first, group.last, label=label, lemma=group.lemma, rule="organization.after-post")
    body.confidence = 0.7
    phrase.take(body, Grammar(("Gen",)))
    name_in_brackets(phrase, body)
    _own(phrase, chunk, body)


def _about(phrase: Phrase, chunk: Chunk) -> None:
    """проректор по международным связям: what a post is for belongs to its phrase."""
    _from_where(phrase, chunk)
    at = phrase.ends[chunk] + 1
    if phrase.lower(at) != "по":
        return
    nxt = phrase.starting(at + 1)
    if nxt is None or "Dat" not in phrase.cases_of(nxt) or (isinstance(nxt, Chunk) and nxt.kind in ("Person",)):
        return
    last = phrase.end_of(nxt)
    last = _through_nouns(phrase, last, ("и",), ("Dat", "Gen"))
    of_post = phrase.ends[chunk] == chunk.last
    if of_post and chunk.lemma in (
        "уполномоченный",
        "комиссар",
        "проректор",
        "советник",
        "спецпредставитель",
        "директор",
        "вице-президент",
    ):
        chunk.label = f"{chunk.label} {phrase.words(at, last)}"
    if of_post:
        owner = phrase.starting(last + 1)
        if isinstance(owner, Chunk) and owner.kind in _OWNERS and "Gen" in phrase.cases_of(owner):
            chunk.owner = owner
            last = phrase.ends[owner]
    for i in range(at, last + 1):
        inner = phrase.taken[i]
        if inner is not None and inner is not chunk and inner is not chunk.owner:
            inner.flags.add("of-phrase")
    phrase.ends[chunk] = last


def _from_where(phrase: Phrase, chunk: Chunk) -> None:
    """депутат от партии «Аманат», наблюдатель от ОБСЕ: who sent the holder."""
    at = phrase.ends[chunk] + 1
    if phrase.lower(at) != "от" or chunk.kind_of in ("head",):
        return
    nxt = phrase.starting(at + 1)
    if isinstance(nxt, Chunk) and nxt.kind in _OWNERS and "Gen" in phrase.cases_of(nxt):
        phrase.ends[chunk] = phrase.ends[nxt]
        if chunk.owner is None and chunk.kind_of in ("envoy", "observer"):
            chunk.owner = nxt
        else:
            nxt.flags.add("of-phrase")


def _abroad(phrase: Phrase, chunk: Chunk) -> None:
    """посол США в Казахстане; представитель ОБСЕ в Центральной Азии: where belongs to the phrase."""
    at = phrase.ends[chunk] + 1
    if chunk.lemma not in _ABROAD or phrase.lower(at) not in ("в", "во", "при", "на"):
        return
    nxt = phrase.starting(at + 1)
    if isinstance(nxt, Chunk) and nxt.kind in _OWNERS and "Loc" in phrase.cases_of(nxt):
        nxt.flags.add("of-phrase")
        phrase.ends[chunk] = phrase.ends[nxt]
        if chunk.owner is None:
            chunk.owner = nxt if phrase.lower(at) == "при" else None
    elif isinstance(nxt, Group) and "Loc" in nxt.cases and phrase.tokens[nxt.first].capital:
        phrase.ends[chunk] = nxt.last
