"""Organisations in Russian text: a head noun with what agrees before it and depends on it behind, or an abbreviation.

The head stands first (Центральная избирательная комиссия Республики Казахстан): adjectives with capitals before it,
behind it a quoted name, genitives and по-phrases that belong to the name, last the state or larger body that owns it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.ru.body_names import BodyName
from kg.lang.ru.demonyms import demonym_chunk, opens_with_demonym
from kg.lang.ru.phrase import Grammar, Group, Phrase, nouns_of
from kg.lang.syntax import Chunk

_WORDS = cues("ru").words
# Posts whose body stands in the instrumental: заведующий отделением.
COMMANDING = _WORDS["commanding"]
_ALL = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_OURS = frozenset({"наш", "ваш", "свой"})  # Наш университет: the first word of a sentence, none of the name
_EVERY = _WORDS["every"]
_ROMAN = re.compile(r"[IVXL]{1,7}$")
_OWNERS = ("Country", "Place", "Organization")
_IN_BRACKETS = 4  # tokens of brackets that say where a body is from: (Актобе)


def find_organization(phrase: Phrase, group: Group) -> bool:
    """Take the organisation whose head noun or abbreviation a group is."""
    if group.kind == "acronym" and phrase.tokens[group.head].text not in phrase.cues.organizations:
        return _by_acronym(phrase, group)
    lemma = phrase.head(group, phrase.cues.organizations) or _legal_form(phrase, group)
    if not lemma or (lemma in phrase.cues.words["capital-only"] and not phrase.tokens[group.head].capital):
        return False  # мы рады
    if lemma == "группа" and _of_people(phrase, group):
        return False
    if lemma in phrase.cues.words["carriers"] and _of_programme(phrase, group):
        return False  # оператор проекта
    whole = f"{lemma} {phrase.lower(group.last + 1)}"  # совет директоров
    lemma = whole if whole in phrase.cues.organizations else lemma
    chunk = _by_head(phrase, group, lemma)
    if chunk is not None and chunk.plural and not chunk.proper and chunk.owner is not None:
        _one_for_each_owner(phrase, chunk)
    elif chunk is not None and group.number == "Plur" and chunk.rule == "organization.quoted":
        _one_for_each_name(phrase, group, chunk)
    return chunk is not None


def _of_programme(phrase: Phrase, group: Group) -> bool:
    behind = phrase.starting(group.last + 1)
    return isinstance(behind, Chunk) and behind.kind == "Program"


def _of_people(phrase: Phrase, group: Group) -> bool:
    """группа депутатов – A, B и C: people who go together, no body."""
    behind = phrase.starting(group.last + 1)
    people = isinstance(behind, Chunk) and behind.kind == "Role" and behind.plural
    if not people or group.first < group.head:
        return False
    end = phrase.ends[behind] + 1 if isinstance(behind, Chunk) else 0
    return end < len(phrase) and phrase.tokens[end].kind == "dash"


def _one_for_each_name(phrase: Phrase, group: Group, chunk: Chunk) -> None:
    """клубы «Порог» и «Белая вода»: the plural noun has several names behind it."""
    spans, at = [], _behind_brackets(phrase, phrase.ends[chunk] + 1)
    while phrase.lower(at) in (",", "и"):
        close = phrase.pairs.get(at + 1)
        if close is None or phrase.tokens[at + 1].kind != "quote" or close - at > 12:
            break
        spans.append((at + 1, close))
        at = _behind_brackets(phrase, close + 1)
    if not spans:
        return
    single = group.lemma
    quote = next(i for i in range(group.last + 1, chunk.last + 1) if i in phrase.pairs)
    chunk.label = f"{single} {phrase.words(quote, chunk.last)}"
    chunk.plural, chunk.proper, old = False, True, phrase.grammar[chunk]
    for first, close in spans:
        name = phrase.words(first + 1, close - 1)
        for inner in {id(c): c for c in phrase.taken[first : close + 1] if c is not None}.values():
            phrase.drop(inner)
        label = f"{single} {phrase.words(first, close)}"
        other = phrase.chunk("Organization", first, close, label=label, lemma=chunk.lemma, rule=chunk.rule)
        other.kind_of, other.names = chunk.kind_of, [name]
        phrase.known.learn_quoted(name, "Organization")
        phrase.take(other, Grammar(old.cases, "Sing", old.gender))


def _behind_brackets(phrase: Phrase, at: int) -> int:
    """клубы «Порог» (Актобе) и «Вал»: return where what follows begins behind brackets, the town in them left aside."""
    close = phrase.pairs.get(at) if phrase.lower(at) == "(" else None
    if close is None or close - at > _IN_BRACKETS or phrase.lower(close + 1) not in (",", "и"):
        return at
    for inner in {id(c): c for c in phrase.taken[at : close + 1] if c is not None}.values():
        inner.flags.add("of-phrase")
    return close + 1


def _one_for_each_owner(phrase: Phrase, chunk: Chunk) -> None:
    """парламенты Азербайджана, Казахстана и Турции: each state's own."""
    owners = [chunk.owner] if chunk.owner is not None else []
    while owners and phrase.lower(phrase.ends[owners[-1]] + 1) in (",", "и"):
        nxt = phrase.starting(phrase.ends[owners[-1]] + 2)
        if not isinstance(nxt, Chunk) or nxt.kind != owners[0].kind or "Gen" not in phrase.grammar[nxt].cases:
            break
        owners.append(nxt)
    if len(owners) < 2 or owners[0].kind not in ("Country", "Place"):
        return
    from kg.lang.ru.morphology import inflected

    single = inflected(chunk.lemma, chunk.lemma, "NOUN", "Nom", "Sing")
    chunk.label, chunk.plural, chunk.proper = single[:1].upper() + single[1:], False, True
    chunk.flags.add("named-by-owner")
    old = phrase.grammar[chunk]
    for owner in owners[1:]:
        other = phrase.chunk(
            "Organization", owner.first, owner.last, label=chunk.label, lemma=chunk.lemma, rule=chunk.rule
        )
        other.kind_of, other.owner = chunk.kind_of, owner
        other.flags.add("named-by-owner")
        phrase.chunks.append(other)
        phrase.grammar[other] = Grammar(old.cases, "Plur", old.gender)
        phrase.ends[other] = owner.last
        for i in range(owner.first, owner.last + 1):
            phrase.taken[i] = other


def _legal_form(phrase: Phrase, group: Group) -> str:
    text = phrase.tokens[group.head].text
    return text if text in phrase.cues.organizations else ""


def _by_head(phrase: Phrase, group: Group, lemma: str) -> Chunk | None:
    flag = phrase.cues.organizations[lemma]
    group = _one_of_several(phrase, group)
    begin = _begin(phrase, group, lemma)
    name = BodyName(phrase, group, begin)
    name.read()
    has_post = _behind_post(phrase, group, name)
    if flag == "weak" and has_post:
        flag = ""  # депутат муниципального собрания: what has a post is a body
    capital = phrase.tokens[begin].capital and (not phrase.opening(begin) or begin < group.head or name.extended)
    capital = capital and not _an_encounter(phrase, group, begin, lemma)
    entry = name.known()
    named_by_owner = name.owner is not None and name.owner.proper and flag != "weak" and group.number == "Sing"
    proper = _is_proper(group, name, lemma, capital, flag, bool(entry))
    lone = begin == group.head and not name.quoted and not name.extended
    lone = lone and not (capital and name.owner is not None and name.owner.kind == "Organization" and name.owner.proper)
    described = not proper and flag not in ("unit", "region") and _tells_by_itself(phrase, group, name, flag)
    if flag == "weak" and not proper and not described and not _named_before(phrase, group, lone, lemma):
        name.give_back()
        return None
    if lone and not entry and flag == "weak" and proper:
        proper = False  # заседание Совета: the capital says that a body is meant, one named elsewhere
        if not phrase.capital(group.head) or group.number == "Plur":
            name.give_back()
            return None
    chunk = phrase.chunk(
        "Organization", begin, name.last, label=name.label(), lemma=lemma, rule="organization.head-noun"
    )
    every = bool(phrase.lemmas(group.first) & _EVERY)  # при каждом областном суде: many
    chunk.kind_of, chunk.plural = flag, group.number == "Plur" or every
    chunk.proper = proper or (named_by_owner and not chunk.plural)
    chunk.known = entry
    chunk.names = list(name.names)
    if name.owner is not None:
        chunk.owner = name.owner
        if not proper:
            chunk.flags.add("named-by-owner")
    if chunk.proper and not lone:
        phrase.known.learn_head(lemma, phrase.tokens[group.head].text)
    _name_in_small_letters(phrase, group, chunk, name)
    if not chunk.proper:
        _describe(phrase, group, chunk, name)
        told = has_post and flag not in ("unit", "region") and _told_apart(phrase, group, name)
        if (told or described) and not chunk.plural:
            _describe_as_name(phrase, group, chunk, name)
    elif named_by_owner and not proper and group.first < group.head:
        _tell_with_owner(phrase, group, chunk)
    if name.quoted:
        chunk.rule = "organization.quoted"
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first), name.end)
    name_in_brackets(phrase, chunk)
    _demonym_owner(phrase, group, chunk)
    return chunk


def _one_of_several(phrase: Phrase, group: Group) -> Group:
    """директор поликлиники № 1: a form that may be of several is the genitive of one behind a post."""
    if group.number != "Plur" or group.last + 1 >= len(phrase):
        return group
    numbered = phrase.lower(group.last + 1) == "№" and phrase.lower(group.last + 3) not in ("и", ",")
    if not numbered or not phrase.lemmas(group.first - 1) & phrase.cues.roles.keys():
        return group
    single = [f for f in nouns_of(phrase.tokens[group.head].text) if f.lemma == group.lemma and f.number == "Sing"]
    if not any(f.case == "Gen" for f in single):
        return group
    return replace(group, number="Sing", cases=("Gen",), numbers=frozenset({"Sing"}), gender=single[0].gender)


def _an_encounter(phrase: Phrase, group: Group, begin: int, lemma: str) -> bool:
    """Tell whether a capital makes no body of an encounter: Общее собрание созывается; годичное Общее собрание."""
    if phrase.opening(begin) and phrase.cues.events.get(lemma, ("", "weak"))[1] != "weak":
        return True
    return lemma == "собрание" and bool(phrase.lemmas_among(group.first, group.head) & phrase.cues.words["of-session"])


def _name_in_small_letters(phrase: Phrase, group: Group, chunk: Chunk, name: BodyName) -> None:
    """Take small letters into a name where they tell which body it is: управление туризма, школа № 17, имени Х."""
    if chunk.plural:
        return
    tail = chunk.label[len(phrase.nominative(group, name.begin)) :]
    # юридический факультет Лесного университета: the owner makes the noun a name, its adjective belongs to it
    bare = not chunk.proper or ("named-by-owner" in chunk.flags and name.begin == group.head)
    if chunk.kind_of == "part" and bare and (name.extended or group.first < group.head):
        # управление предпринимательства: a part of a body with words of its own is a body, in small letters too
        chunk.proper, chunk.rule, chunk.confidence = True, "organization.part", 0.75
        chunk.first, chunk.start = group.first, phrase.tokens[group.first].start
        label = phrase.nominative(group) + tail
        chunk.label = label[:1].upper() + label[1:]
        phrase.known.learn_head(chunk.lemma, phrase.tokens[group.head].text)
    if name.numbered or (name.begin == group.head and name.named_after()):
        # исправительное учреждение № 17, аграрный университет имени Х: that tells which it is, in small letters too
        own = _telling_from(phrase, group)
        chunk.proper, chunk.first, chunk.start = True, own, phrase.tokens[own].start
        chunk.label = phrase.nominative(group, own) + tail


def _telling_from(phrase: Phrase, group: Group) -> int:
    """Return where the words begin that belong to a name: наш новый драматический театр имени Х."""
    loose = phrase.cues.words["this"] | phrase.cues.words["plain"] | {"наш", "ваш", "свой"}
    return next((i for i in range(group.first, group.head) if not phrase.lemmas(i) & loose), group.head)


def _named_before(phrase: Phrase, group: Group, lone: bool, lemma: str) -> bool:
    """Tell whether a bare noun takes up a body that the text has named with it: объединение насчитывает 40 членов."""
    taken_up = phrase.cues.synonyms.get(lemma, set()) | {lemma}
    encounter = phrase.cues.events.get(lemma, ("", "weak"))[1] != "weak"
    return lone and bool(taken_up & phrase.known.heads) and group.number == "Sing" and not encounter


def _is_proper(group: Group, name: BodyName, lemma: str, capital: bool, flag: str, known: bool) -> bool:
    """Tell whether words are a name: known, in quotes, or with a capital and more than the bare noun."""
    if known or name.quoted or name.numbered or (" " in lemma and flag == "state"):
        return True  # вооружённые силы
    lone = name.begin == group.head and not name.extended and name.owner is None
    if lone:
        # Сенат, Мажилис: a state has one of each; Альфа-банк
        return capital and (flag == "state" or ("-" in group.lemma and group.lemma != "пресс-служба"))
    return capital and group.number == "Sing"


def _describe(phrase: Phrase, group: Group, chunk: Chunk, name: BodyName) -> None:
    """Make a common noun of a chunk, with the words that tell which it is: участковая комиссия, управление туризма."""
    chunk.rule = "organization.common-noun"
    telling = [i for i in range(group.first, group.head) if not phrase.lemmas(i) & phrase.cues.words["this"]]
    if telling:
        chunk.value = phrase.nominative(group, telling[0]).rpartition(" ")[0]
    elif name.last > group.last:
        chunk.value = phrase.words(group.last + 1, name.last)
    if not (chunk.kind_of == "unit" and name.owner is None and chunk.value):
        chunk.label = phrase.nominative(group, group.head)


def _behind_post(phrase: Phrase, group: Group, name: BodyName) -> bool:
    at = group.first - 1
    posts = phrase.lemmas(at) & phrase.cues.roles.keys() if at >= 0 else frozenset()
    return (
        bool(posts)
        and not any(post.endswith("министр") for post in posts)  # министр сельского хозяйства heads a ministry
        and ("Gen" in group.cases or ("Ins" in group.cases and bool(posts & COMMANDING)))
        and (group.first < group.head or phrase.tokens[group.head].capital or name.extended)
    )


def _told_apart(phrase: Phrase, group: Group, name: BodyName) -> bool:
    """Tell whether the words in small letters around a body's noun tell which it is: областной центр травматологии."""
    relational = phrase.cues.words["relational"] | phrase.cues.words["of-region"]
    mods = [i for i in range(group.first, group.head) if phrase.lemmas(i) & relational]
    return bool(mods) or name.extended


def _tells_by_itself(phrase: Phrase, group: Group, name: BodyName, flag: str) -> bool:
    """Tell whether small letters name a body: областная комиссия по тарифам, отраслевой профсоюз, районная больница."""
    mods = frozenset[str]().union(*(phrase.lemmas(i) for i in range(group.first, group.head)))
    if group.number != "Sing" or mods & phrase.cues.words["this"] or mods & phrase.cues.words["plain"]:
        return False
    if group.lemma == "министерство" and name.extended:
        return True  # от министерства культуры
    regional = mods & phrase.cues.words["of-region"]
    relational = mods & phrase.cues.words["relational"]
    return bool(name.extended and (relational or regional)) or bool(regional and flag != "weak")


def _tell_with_owner(phrase: Phrase, group: Group, chunk: Chunk) -> None:
    """областная группа НПМ: an adjective of the region before the noun tells which of the owner's bodies it is."""
    own = _telling_from(phrase, group)
    if chunk.first == group.head and own < group.head and phrase.lemmas(own) & phrase.cues.words["of-region"]:
        tail = chunk.label[len(phrase.nominative(group, group.head)) :]
        label = phrase.nominative(group, own) + tail
        chunk.first, chunk.start, chunk.label = own, phrase.tokens[own].start, label[:1].upper() + label[1:]


def _describe_as_name(phrase: Phrase, group: Group, chunk: Chunk, name: BodyName) -> None:
    """Take the words that describe a body that someone has a post at for its name: директор областного архива."""
    own = _telling_from(phrase, group)
    tail = phrase.text[phrase.tokens[group.last].end : phrase.tokens[name.last].end]
    chunk.proper, chunk.first, chunk.start = True, own, phrase.tokens[own].start
    label = phrase.nominative(group, own) + tail
    chunk.label, chunk.value = label[:1].upper() + label[1:], ""
    chunk.rule, chunk.confidence = "organization.described", 0.7


def _begin(phrase: Phrase, group: Group, lemma: str) -> int:
    """Return where the name begins: at the first capital of the group, else where the noun does (вооружённые силы)."""
    for i in range(group.first, group.head + 1):
        if phrase.tokens[i].capital and not opens_with_demonym(phrase, i):
            if phrase.lemmas(i) & (phrase.cues.words["this"] | _OURS):
                continue
            return i
    return group.head - 1 if lemma.endswith(f" {group.lemma}") else group.head


def _demonym_owner(phrase: Phrase, group: Group, chunk: Chunk) -> None:
    """казахстанский парламент: the adjective names the state that the body is of."""
    if chunk.owner is not None or chunk.kind_of not in ("state",) or chunk.plural:
        return
    owner = demonym_chunk(phrase, group, group.head)
    if owner is not None and owner.kind == "Country":
        chunk.owner = owner
        chunk.proper = True
        chunk.flags.add("named-by-owner")


def name_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    """Take the abbreviation that stands in brackets behind a name: (A-WEB), (далее – ОТГ), (БДИПЧ/ОБСЕ)."""
    opening = phrase.ends[chunk] + 1
    if opening >= len(phrase) or phrase.tokens[opening].text != "(" or opening not in phrase.pairs:
        return
    if chunk.plural and not chunk.proper:
        return  # союз аграрных академий (САА): the abbreviation is the union's
    close = phrase.pairs[opening]
    if _other_name(phrase, chunk, opening, close):
        return
    inside = [i for i in range(opening + 1, close) if phrase.tokens[i].kind == "word"]
    if not inside or close - opening > 9:
        return
    if phrase.lower(inside[0]) == "далее":
        inside = inside[3:] if phrase.lower(inside[1]) == "по" else inside[1:]
        if len(inside) == 1 and (called := phrase.lower(inside[0])) in phrase.cues.organizations:
            # (далее – Общество): the bare noun means this body from here on
            chunk.alias = called
            phrase.known.learn_head(called, phrase.tokens[inside[0]].text)
            _close_brackets(phrase, chunk, opening, close)
            return
        if len(inside) > 1 and _called_so(phrase, chunk, inside[0], close):
            _close_brackets(phrase, chunk, opening, close)
            return
    if not inside or not all(phrase.tokens[i].acronym or phrase.tokens[i].text.isascii() for i in inside):
        return
    acronym = phrase.tokens[inside[0]].text
    if acronym in phrase.cues.not_organizations or phrase.known_as(acronym, "Country"):
        return
    chunk.acronym = acronym
    chunk.proper = True
    if close - opening == len(inside) + 1 > 2:
        chunk.names.append(phrase.words(inside[0], inside[-1]))  # (ССК ЦА)
    phrase.known.learn_acronym(acronym)
    _close_brackets(phrase, chunk, opening, close)
    quote = close + 1
    if quote in phrase.pairs and phrase.tokens[quote].kind == "quote" and phrase.pairs[quote] - quote < 10:
        # Конфедерация работодателей (КР) «Кәсіп»: the name goes on behind the brackets
        chunk.names.append(chunk.label)
        chunk.label = f"{chunk.label} {phrase.words(quote, phrase.pairs[quote])}"
        phrase.known.learn_quoted(phrase.words(quote + 1, phrase.pairs[quote] - 1), "Organization")
        _close_brackets(phrase, chunk, quote, phrase.pairs[quote])


def _other_name(phrase: Phrase, chunk: Chunk, opening: int, close: int) -> bool:
    """Европейская комиссия за демократию (Венецианская комиссия): a second name with the same noun and case."""
    other = phrase.starting(opening + 1)
    if not isinstance(other, Chunk) or other.kind != "Organization" or phrase.ends[other] != close - 1:
        return False
    same = other.lemma == chunk.lemma and bool(set(phrase.cases_of(other)) & set(phrase.cases_of(chunk)))
    if not (same and other.proper and chunk.proper) or other.plural:
        return False
    chunk.names.append(other.label)
    chunk.known = chunk.known or other.known
    _close_brackets(phrase, chunk, opening, close)
    return True


def _called_so(phrase: Phrase, chunk: Chunk, first: int, close: int) -> bool:
    """(далее – АО «ОМС»), (далее – Фонд поддержки): a body's word with a name behind it is another name of it."""
    head = phrase.tokens[first]
    kinds = phrase.cues.organizations
    if not (head.text in kinds or phrase.lemmas(first) & kinds.keys()) or not head.capital:
        return False
    chunk.names.append(phrase.words(first, close - 1))
    quote = next((i for i in range(first + 1, close) if i in phrase.pairs), None)
    if quote is not None:
        phrase.known.learn_quoted(phrase.words(quote + 1, phrase.pairs[quote] - 1), "Organization")
    return True


def _close_brackets(phrase: Phrase, chunk: Chunk, opening: int, close: int) -> None:
    for i in range(opening, close + 1):
        if (old := phrase.taken[i]) is not None and old is not chunk:
            phrase.drop(old)
        phrase.taken[i] = chunk
    phrase.ends[chunk] = close


def _by_acronym(phrase: Phrase, group: Group) -> bool:
    at = group.head
    name = group.lemma
    if name in phrase.cues.not_organizations or len(name) < 2 or name.upper() in phrase.cues.not_organizations:
        return False
    entry = phrase.known_as(name, "Organization")
    if entry is None and (phrase.known_as(name, "Country") or _ROMAN.match(name)):
        return False  # XIII заседание
    if entry is None and _named_behind(phrase, group, name):
        return True
    chunk = phrase.chunk("Organization", at, at, label=name, lemma=name, rule="organization.acronym")
    chunk.acronym = name
    chunk.known = entry.id if entry else None
    chunk.confidence = 0.9 if entry or name in phrase.known.acronyms else 0.6
    if entry is None and name not in phrase.known.acronyms:
        chunk.flags.add("unexplained")
    following = at + 1
    if phrase.lower(following) in ("/", "-") and following + 1 < len(phrase):
        following += 1
    nxt = phrase.taken[following] if following < len(phrase) else None
    end = at
    if (
        nxt is not None
        and nxt.first == following
        and nxt.kind in ("Country", "Organization")
        and nxt.proper
        and "Gen" in phrase.grammar[nxt].cases
    ) and not (nxt.kind == "Organization" and nxt.label != nxt.acronym and phrase.tokens[following].kind != "word"):
        chunk.owner = nxt
        end = phrase.ends[nxt]
    if chunk.owner is None and entry is None and group.first < group.head:
        owner = demonym_chunk(phrase, group, at)
        chunk.owner = owner
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first), end)
    return True


def _named_behind(phrase: Phrase, group: Group, letters: str) -> bool:
    """КСК «Самал-9», ДК «Горняк»: letters before a name in quotes say what kind of body it is of."""
    start = group.head + 1
    close = phrase.pairs.get(start)
    if close is None or phrase.tokens[start].kind != "quote" or not 1 < close - start < 10:
        return False
    if not phrase.tokens[start + 1].text[:1].isupper() or len(letters) > 5 or letters in phrase.known.acronyms:
        return False
    name = phrase.words(start + 1, close - 1)
    for old in {id(c): c for c in phrase.taken[start : close + 1] if c is not None}.values():
        phrase.drop(old)
    chunk = phrase.chunk(
        "Organization", group.head, close, label=f"{letters} {phrase.words(start, close)}", lemma=letters,
        rule="organization.quoted",
    )  # fmt: skip
    chunk.names, chunk.confidence = [name], 0.8
    phrase.known.learn_quoted(name, "Organization")
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first))
    return True


_OF_BODIES = _WORDS["belongs-to-bodies"]
_SOME_OF_THEM = frozenset(tuple(pair.split()) for pair in _WORDS["some-of-them"])
_SOON = 7  # tokens behind a name in quotes within which a verb tells that it is a body's


def _acts_as_body(phrase: Phrase, start: int, close: int) -> str | None:
    """«Декларант» – член федерации; «Сункар» входит в лигу: a name in quotes that belongs to a body is one itself."""
    before = phrase.lower(start - 1) if start else ""
    alone = start == 0 or before in (",", "и", "а", ";", "–", "—", "числе", "них") or phrase.opening(start)
    if alone and _among_bodies(phrase, start):
        return "Organization"
    if not alone or not phrase.tokens[start + 1].text[:1].isupper():
        return None
    behind = phrase.lemmas_among(close + 1, min(close + 1 + _SOON, len(phrase)))
    return "Organization" if behind & _OF_BODIES else None


def _among_bodies(phrase: Phrase, start: int) -> bool:
    """участвуют 12 компаний, среди них – «Байт» и «Сигма»: names of some, behind the noun for all of them."""
    for at in range(start - 1, 1, -1):
        pair = (phrase.lower(at), phrase.lower(at + 1))
        if pair in _SOME_OF_THEM and phrase.lower(at - 1) == ",":
            noun = phrase.taken[at - 2]
            lemmas = (
                {noun.lemma} if noun is not None and noun.plural else phrase.lemmas(at - 2) if noun is None else set()
            )
            return bool(lemmas & phrase.cues.organizations.keys())
    return False


def find_quoted(phrase: Phrase) -> None:
    """Take names in quotes without a noun before them that the text or the gazetteer knows."""
    for start, close in sorted(phrase.pairs.items()):
        if phrase.tokens[start].kind != "quote" or close - start > 12 or close - start < 2:
            continue
        if phrase.taken[start] is not None:
            continue
        name = phrase.words(start + 1, close - 1)
        told = phrase.known.quoted.get(name)
        if told is None and (known := phrase.known.declined(name)):
            name, told = known, phrase.known.quoted[known]  # у «Степного транзита»
        entry = phrase.known_as(name, "Program", "Organization")
        entry = entry if told is None or (entry is not None and entry.kind == told) else None  # the text knows better
        kind = entry.kind if entry else told or _acts_as_body(phrase, start, close)
        if kind is None:
            continue
        for i in range(start, close + 1):
            if (old := phrase.taken[i]) is not None:
                phrase.drop(old)
        chunk = phrase.chunk(kind, start, close, label=name, lemma=name, rule="quoted.known")
        chunk.known = entry.id if entry else None
        phrase.take(chunk, Grammar(_ALL))
