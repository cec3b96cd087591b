"""Organisations in Russian text: a head noun with what agrees before it and depends on it behind, or an abbreviation.

The head stands first (Центральная избирательная комиссия Республики Казахстан): adjectives with capitals before it,
behind it a quoted name, genitives and по-phrases that belong to the name, last the state or larger body that owns it.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lang.cues import cues
from kg.lang.ru.abbreviations import find_abbreviation
from kg.lang.ru.body_names import BodyName
from kg.lang.ru.demonyms import demonym_chunk, opens_with_demonym
from kg.lang.ru.names_in_brackets import name_in_brackets
from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of, nouns_of
from kg.lang.ru.several_bodies import between_states, one_for_each_name, one_for_each_owner
from kg.lang.syntax import Chunk

_WORDS = cues("ru").words
# Posts whose body stands in the instrumental: заведующий отделением.
COMMANDING = _WORDS["commanding"]
_NEAR_VERB = 8  # tokens around a noun within which the verb of its clause is looked for
_OURS = frozenset({"наш", "ваш", "свой"})  # Наш университет: the first word of a sentence, none of the name
_EVERY = _WORDS["every"]
_SITS_AS_BODY = _WORDS["sits-as-body"]
_TAKES_PLACE = _WORDS["takes-place"]
_SITS = _WORDS["sat-as-body"]
_GROUP = "группа"
_OF_ONE_STATE = _WORDS["of-one-state"]


def find_organization(phrase: Phrase, group: Group) -> bool:
    """Take the organisation whose head noun or abbreviation a group is."""
    if group.kind == "acronym" and phrase.tokens[group.head].text not in phrase.cues.organizations:
        return find_abbreviation(phrase, group)
    lemma = (
        phrase.head(group, phrase.cues.organizations) or _legal_form(phrase, group) or _with_ministers(phrase, group)
    )
    if not lemma or (lemma in phrase.cues.words["capital-only"] and not phrase.tokens[group.head].capital):
        return False  # мы рады
    if lemma in phrase.cues.words["named-with-capital"] and not phrase.tokens[group.first].capital:
        return False  # проектный офис, but Страновой офис
    if lemma == "группа" and _of_people(phrase, group):
        return False
    if lemma in _SITS_AS_BODY and _is_held(phrase, group):
        return False  # состоялась Генеральная ассамблея Союза: the encounter
    if lemma in phrase.cues.words["carriers"] and _of_programme(phrase, group):
        return False  # оператор проекта
    whole = f"{lemma} {phrase.lower(group.last + 1)}"  # совет директоров
    lemma = whole if whole in phrase.cues.organizations else lemma
    chunk = _by_head(phrase, group, lemma)
    if chunk is not None and chunk.plural and not chunk.proper and chunk.owner is not None:
        one_for_each_owner(phrase, chunk)
    elif chunk is not None and group.number == "Plur" and chunk.rule == "organization.quoted":
        one_for_each_name(phrase, group, chunk)
    elif chunk is not None and chunk.owner is not None and not chunk.plural:
        between_states(phrase, group, chunk)
    return chunk is not None


def _is_held(phrase: Phrase, group: Group) -> bool:
    """Tell whether a verb says of a noun for a body or its session that it took place, or will."""
    if _goes_on(phrase, group):
        return True
    governed = bool(phrase.preposition(group.first)[0])
    lone = group.first == group.last and not phrase.capital(group.head)
    owns = "Gen" in group.cases and not governed  # работа ассамблеи
    if lone and not owns and group.lemma not in phrase.known.heads and phrase.starting(group.last + 1) is None:
        return True  # на ассамблею не приехал, Ассамблея приняла: none of a body that the text calls by it
    if "Nom" not in group.cases or governed:
        return False
    near = range(max(0, group.first - _NEAR_VERB), min(phrase.size, group.last + _NEAR_VERB))
    forms = [form for i in near for form in phrase.forms[i][:1] if form.pos != "NOUN"]
    return any(f.lemma in _TAKES_PLACE or (f.pos == "PRTF" and f.lemma in _SITS) for f in forms)


def _goes_on(phrase: Phrase, group: Group) -> bool:
    """В ассамблее союза, которая открылась 1 марта, участвуют …: what begins or ends is no body."""
    for at in range(group.last + 1, min(group.last + _NEAR_VERB, phrase.size - 2)):
        if phrase.lower(at) == "," and "который" in phrase.lemmas(at + 1):
            return bool(phrase.lemmas_among(at + 2, min(at + 5, phrase.size)) & _TAKES_PLACE)
    return False


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
    return end < phrase.size and phrase.tokens[end].kind == "dash"


def _legal_form(phrase: Phrase, group: Group) -> str:
    text = phrase.tokens[group.head].text
    return text if text in phrase.cues.organizations else ""


def _with_ministers(phrase: Phrase, group: Group) -> str:
    """Кабинет министров: a noun that names a body only with the next word."""
    if group.lemma not in phrase.cues.words["named-by-two-words"]:
        return ""
    whole = f"{group.lemma} {phrase.lower(group.last + 1)}"
    return whole if whole in phrase.cues.organizations else ""


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
    if (chunk.proper and not lone) or " " in lemma:
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
    if group.number != "Plur" or group.last + 1 >= phrase.size:
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
        # Сенат, Мажилис: a state has one of each; Альфа-банк; бундестаг: only one state has it
        own = lemma in _OF_ONE_STATE and group.number == "Sing"
        return own or (capital and (flag == "state" or ("-" in group.lemma and group.lemma != "пресс-служба")))
    return capital and group.number == "Sing"


def _describe(phrase: Phrase, group: Group, chunk: Chunk, name: BodyName) -> None:
    """Make a common noun of a chunk, with the words that tell which it is: участковая комиссия, управление туризма."""
    chunk.rule = "organization.common-noun"
    merely = phrase.cues.words["this"] | _OURS | {"же"}  # того же музея
    telling = [i for i in range(group.first, group.head) if not phrase.lemmas(i) & merely]
    if telling and group.lemma != _GROUP:
        chunk.value = phrase.nominative(group, telling[0]).rpartition(" ")[0]
    elif name.last > group.last and group.lemma != _GROUP:
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
    if group.lemma == _GROUP:  # рабочая группа по реке Чу: there are many
        return name.last > group.last and phrase.lower(group.last + 1) in phrase.cues.words["of-a-field"]
    regional = mods & phrase.cues.words["of-region"]
    relational = mods & phrase.cues.words["relational"]
    return bool(name.extended and (relational or regional)) or bool(regional and flag != "weak")


def _tell_with_owner(phrase: Phrase, group: Group, chunk: Chunk) -> None:
    """областная группа НПМ: an adjective of the region before the noun tells which of the owner's bodies it is."""
    own = _telling_from(phrase, group)
    if chunk.first == group.head and own < group.head and _tells_which(phrase, own):
        tail = chunk.label[len(phrase.nominative(group, group.head)) :]
        label = phrase.nominative(group, own) + tail
        chunk.first, chunk.start, chunk.label = own, phrase.tokens[own].start, label[:1].upper() + label[1:]


def _tells_which(phrase: Phrase, at: int) -> bool:
    """областная группа, антинаркотическая комиссия, but крупнейший банк, действующая комиссия: no mere quality."""
    forms = adjectives_of(phrase.tokens[at].text)
    relational = bool(forms) and all(f.pos == "ADJF" and not f.plain for f in forms) and len(phrase.tokens[at].text) > 7
    return bool(phrase.lemmas(at) & phrase.cues.words["of-region"]) or relational


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
        if phrase.tokens[i].capital and (not opens_with_demonym(phrase, i) or _of_a_nation(phrase, group)):
            if phrase.lemmas(i) & (phrase.cues.words["this"] | _OURS):
                continue
            return i
    return group.head - 1 if lemma.endswith(f" {group.lemma}") else group.head


def _of_a_nation(phrase: Phrase, group: Group) -> bool:
    """Казахстанская ассоциация психологов opens a sentence: a state has one, as it has no one компания."""
    behind = phrase.starting(group.last + 1)
    if behind is None or group.number != "Sing" or group.lemma not in phrase.cues.words["one-of-a-nation"]:
        return False
    several = isinstance(behind, Chunk) and behind.kind in ("Role", "Organization") and behind.plural
    words = several or (isinstance(behind, Group) and behind.kind == "noun")
    return words and "Gen" in phrase.cases_of(behind) and not phrase.tokens[behind.first].capital


def _demonym_owner(phrase: Phrase, group: Group, chunk: Chunk) -> None:
    """казахстанский парламент: the adjective names the state that the body is of."""
    if chunk.owner is not None or chunk.kind_of not in ("state",) or chunk.plural:
        return
    owner = demonym_chunk(phrase, group, group.head)
    if owner is not None and owner.kind == "Country":
        chunk.owner = owner
        chunk.proper = True
        chunk.flags.add("named-by-owner")
