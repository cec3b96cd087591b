"""Programmes, agreements, elections, encounters, delegations, sides and pronouns in Russian text."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.demonyms import made_of
from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of, nouns_of
from kg.lang.ru.role_scopes import through_nouns
from kg.lang.syntax import Chunk

_WORDS = cues("ru").words
# Encounters that have a plural form though they are one: the dictionary gives слушание for слушания.
_OF_ONE = _WORDS["plural-of-one"]
_DRAFTED = _WORDS["drafted"]
_RANKS = _WORDS["ranks-of-members"]
_PERSONAL = frozenset({"он", "она", "они", "оно"})


def grammar(group: Group) -> Grammar:
    """Return the grammar of a group."""
    return Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first)


def find_named_thing(phrase: Phrase, group: Group) -> bool:
    """Take a programme or an agreement: программа «Цифровой Казахстан», Парижское соглашение, проект."""
    for kind, table in (("Program", phrase.cues.programs), ("Agreement", phrase.cues.agreements)):
        lemma = phrase.head(group, table)
        if not lemma:
            continue
        if kind == "Program" and lemma == "проект" and _is_draft(phrase, group):
            return False
        if kind == "Program" and phrase.tokens[group.head].capital and _known_body(phrase, group):
            return True
        if kind == "Agreement" and _field_of_an_office(phrase, group):
            return False
        _named_thing(phrase, group, kind, lemma)
        return True
    return False


def _field_of_an_office(phrase: Phrase, group: Group) -> bool:
    """Начальник управления договоров, департамент протокола: what an office sees to."""
    small = group.first > 0 and not phrase.tokens[group.head].capital and "Gen" in group.cases
    offices = phrase.cues.organizations
    return small and any(offices.get(lemma) == "part" for lemma in phrase.lemmas(group.first - 1))


def _known_body(phrase: Phrase, group: Group) -> bool:
    """Take Программа развития ООН for the organisation that the gazetteer knows by this name."""
    last = group.last
    for _ in range(3):
        behind = phrase.starting(last + 1)
        if behind is None or "Gen" not in phrase.cases_of(behind):
            return False
        last = phrase.end_of(behind)
        label = phrase.nominative(group) + phrase.text[phrase.tokens[group.last].end : phrase.tokens[last].end]
        entry = phrase.known_as(label, "Organization")
        if entry is not None:
            chunk = phrase.chunk(
                "Organization", group.first, last, label=label, lemma=group.lemma, rule="organization.known-programme"
            )
            chunk.known = entry.id
            phrase.take(chunk, grammar(group))
            return True
    return False


def _is_draft(phrase: Phrase, group: Group) -> bool:
    """проект закона, проект конвенции: no project."""
    nxt = phrase.starting(group.last + 1)
    words = phrase.lemmas(group.last + 1)
    return bool(words & _DRAFTED) or (isinstance(nxt, Chunk) and nxt.kind == "Agreement")


def _named_thing(phrase: Phrase, group: Group, kind: str, lemma: str) -> None:
    end = group.last
    nxt = phrase.starting(end + 1)
    while (
        kind == "Agreement"
        and isinstance(nxt, Group)
        and nxt.kind == "noun"
        and "Gen" in nxt.cases
        and phrase.tokens[group.head].capital
    ):
        end = nxt.last
        nxt = phrase.starting(end + 1)
    words_end = end
    if kind == "Agreement" and phrase.lower(end + 1) in ("о", "об"):
        about = phrase.starting(end + 2)
        if isinstance(about, Group) and "Loc" in about.cases:
            words_end = about.last
            joined = phrase.starting(words_end + 2) if phrase.lower(words_end + 1) == "и" else None
            if isinstance(joined, Group) and joined.kind == "noun" and "Loc" in joined.cases:
                words_end = joined.last  # об углублении и расширении отношений
            behind = phrase.starting(words_end + 1)
            if isinstance(behind, Group) and behind.kind == "noun" and "Gen" in behind.cases:
                words_end = behind.last
    at = _quote_at(phrase, group.last)
    if at is not None:
        close = phrase.pairs[at]
        name = phrase.words(at + 1, close - 1)
        _drop(phrase, at, close)
        chunk = phrase.chunk(kind, group.first, close, label=name, lemma=lemma, rule=f"{kind.lower()}.quoted")
        begin = next((i for i in range(group.first, group.head) if phrase.capital(i)), group.head)
        between = phrase.text[phrase.tokens[group.last].end : phrase.tokens[close].end]
        chunk.names = [phrase.nominative(group, begin) + between]
        phrase.known.learn_quoted(name, kind, surely=True)
    elif kind == "Program" and (last := _latin_name(phrase, group.last + 1)) > group.last:
        _drop(phrase, group.last + 1, last)
        name = phrase.words(group.last + 1, last)
        chunk = phrase.chunk(kind, group.first, last, label=name, lemma=lemma, rule="program.latin-name")
        chunk.names = [f"{phrase.nominative(group, group.head)} {name}"]
    else:
        capital = next((i for i in range(group.first, group.head + 1) if phrase.capital(i)), None)
        if kind == "Program" and capital == group.head and group.number == "Sing":
            words_end = through_nouns(phrase, words_end, (), ("Gen",))  # Программа достойного труда
        own = phrase.nominative(group, group.head if capital is None else capital)
        label = own + phrase.text[phrase.tokens[group.last].end : phrase.tokens[words_end].end]
        first = group.first if capital is None else capital
        chunk = phrase.chunk(
            kind, first, words_end, label=label[:1].upper() + label[1:], lemma=lemma, rule=f"{kind.lower()}.head-noun"
        )
        chunk.proper = capital is not None and (capital < group.head or kind == "Agreement" or words_end > end)
        if phrase.cues.agreements.get(lemma) == "weak" and not chunk.proper:
            chunk.label = phrase.nominative(group)
    entry = phrase.known_as(chunk.label, kind)
    chunk.known = entry.id if entry else None
    chunk.plural = group.number == "Plur"
    if kind == "Agreement" and phrase.lemmas(group.first - 1) & {"проект"}:
        chunk.flags.add("draft")
    phrase.take(chunk, grammar(group))


def _drop(phrase: Phrase, first: int, last: int) -> None:
    for i in range(first, last + 1):
        if (old := phrase.taken[i]) is not None:
            phrase.drop(old)


def _latin_name(phrase: Phrase, at: int) -> int:
    """Return where a programme's name in Latin letters ends (проект GreenMine, программа Digital Bridge)."""
    last = at
    while last < phrase.size and phrase.tokens[last].kind == "word" and phrase.tokens[last].text.strip("+").isascii():
        if not (phrase.tokens[last].capital or phrase.tokens[last].text.isdigit()):
            break
        last += 1
    return last - 1


def _quote_at(phrase: Phrase, last: int) -> int | None:
    """Return where a quoted name behind a noun begins; a genitive may stand between (программа ПРООН «Х»)."""
    at = last + 1
    nxt = phrase.starting(at)
    if nxt is not None and "Gen" in phrase.cases_of(nxt) and at < phrase.size:
        at = phrase.end_of(nxt) + 1
    if at < phrase.size and phrase.tokens[at].kind == "quote" and at in phrase.pairs and 1 < phrase.pairs[at] - at < 16:
        return at
    return None


def find_encounter(phrase: Phrase, group: Group) -> bool:
    """Take the noun of an encounter with the adjectives that tell which it is."""
    lemma = phrase.head(group, phrase.cues.events)
    if not lemma or (lemma == "учение" and group.number != "Plur"):
        return False
    kind, flag = phrase.cues.events[lemma]
    _agree_with_day(phrase, group)
    begin = group.first
    whole = _round(phrase, group)
    label = phrase.nominative(group)
    chunk = phrase.chunk(
        "Event", begin, group.last, label=label, lemma=group.lemma if " " not in lemma else lemma, rule="encounter.noun"
    )
    chunk.kind_of = kind
    chunk.plural = group.number == "Plur" and group.lemma not in _OF_ONE
    chunk.flags |= {flag} if flag and not _occasion(phrase, group, flag) else set()
    words = phrase.cues.words["this"]
    mods = range(group.first, group.head)
    if any(phrase.lemmas(i) & words for i in mods):
        chunk.flags.add("this")
    if chunk.plural and "оба" in phrase.lemmas(group.first - 1):
        chunk.flags.add("both")
    if any(phrase.lemmas(i) & phrase.cues.words["next"] for i in mods):
        chunk.flags.add("new")
    if any(phrase.lemmas(i) & phrase.cues.words["part-of-forum"] for i in mods):
        chunk.flags.add("plenary")
    own = [
        i
        for i in mods
        if not phrase.lemmas(i) & words and not any(f.pos == "PRTF" for f in adjectives_of(phrase.tokens[i].text))
    ]
    chunk.proper = bool(own)
    end = chunk.last
    at = group.last + 1
    if at < phrase.size and phrase.tokens[at].kind == "quote" and at in phrase.pairs and phrase.pairs[at] - at < 16:
        close = phrase.pairs[at]
        for i in range(at, close + 1):
            if (old := phrase.taken[i]) is not None:
                phrase.drop(old)
        chunk.label = f"{label} {phrase.words(at, close)}"
        chunk.last, chunk.end, end, chunk.proper = close, phrase.tokens[close].end, close, True
    phrase.take(chunk, grammar(whole or group), end)
    return True


def _occasion(phrase: Phrase, group: Group, flag: str) -> bool:
    """приём в честь юбилея, состоявшаяся ассамблея: what is given for an occasion, or held, is an encounter."""
    behind = tuple(phrase.lowers[group.last + 1 : group.last + 3])
    given = behind in (("в", "честь"), ("по", "случаю"), ("от", "имени"))
    return flag == "weak" and (given or group.lemma in phrase.cues.words["sits-as-body"])


def _agree_with_day(phrase: Phrase, group: Group) -> None:
    """вчерашней беседы: the adjective that is a day tells the case and number of the noun behind it."""
    before = phrase.taken[group.first - 1] if group.first else None
    if before is None or before.kind != "Date":
        return
    day = {(f.case, f.number) for f in adjectives_of(phrase.tokens[group.first - 1].text)}
    fits = [f for f in nouns_of(phrase.tokens[group.head].text) if f.lemma == group.lemma and (f.case, f.number) in day]
    if fits:
        group.cases, group.number = tuple(dict.fromkeys(f.case for f in fits)), fits[0].number
        group.numbers = frozenset(f.number for f in fits)


def _round(phrase: Phrase, group: Group) -> Group | None:
    """очередной раунд консультаций: what is said of the round is said of the encounter."""
    before = next((g for g in phrase.groups.values() if g.last == group.first - 1), None)
    if before is None or "Gen" not in group.cases or before.lemma not in phrase.cues.words["round"]:
        return None
    return before if phrase.taken[before.head] is None else None


def find_election(phrase: Phrase, group: Group) -> bool:
    """Take elections that are named by whom they elect: выборы депутатов Сената, внеочередные президентские выборы."""
    if group.lemma not in phrase.cues.words["elections"]:
        return False
    end = group.last
    nxt = phrase.starting(end + 1)
    into = phrase.starting(end + 2) if phrase.lower(end + 1) in ("в", "во") else None
    named = isinstance(into, Chunk) and into.kind == "Organization" and "Ins" not in phrase.cases_of(into)
    if named and into is not None:
        end, nxt = phrase.end_of(into), None  # выборы в Маслихат города
    while nxt is not None and "Gen" in phrase.cases_of(nxt) and end - group.first < 12:
        if isinstance(nxt, Chunk) and nxt.kind in ("Role", "Organization", "Country", "Place"):
            named = named or nxt.kind in ("Role", "Organization")
        else:
            break
        end = phrase.end_of(nxt)
        nxt = phrase.starting(end + 1)
    own = [
        i
        for i in range(group.first, group.head)
        if any("парламент" in f.lemma or "президент" in f.lemma for f in adjectives_of(phrase.tokens[i].text))
    ]
    if not named and not own:
        return False
    for i in range(group.first, end + 1):
        if (old := phrase.taken[i]) is not None:
            phrase.drop(old)
    tail = phrase.text[phrase.tokens[group.last].end : phrase.tokens[end].end]
    label = phrase.nominative(group) + tail
    chunk = phrase.chunk(
        "Election", group.first, end, label=label[:1].upper() + label[1:], lemma=group.lemma, rule="election.head-noun"
    )
    phrase.take(chunk, grammar(group))
    return True


def find_participants(phrase: Phrase, group: Group) -> bool:
    """Take delegations, sides and pronouns, which take part without a name."""
    if group.kind == "pronoun":
        return _pronoun(phrase, group)
    words = phrase.cues.words
    guests = group.lemma in words["guests"] and group.number == "Plur"
    leads = group.lemma in words["leadership"] and _of_a_body(phrase, group)  # встретился с руководством завода
    if group.lemma in words["delegation"] or guests or leads:
        if group.lemma == "группа" and not _of_people(phrase, group):
            return False
        chunk = phrase.chunk(
            "Delegation", group.first, group.last, label=group.lemma, lemma=group.lemma, rule="delegation"
        )
        chunk.proper, chunk.plural = False, group.number == "Plur"
        nxt = phrase.starting(group.last + 1)
        end = group.last
        if (
            isinstance(nxt, Chunk)
            and nxt.kind in ("Organization", "Country", "Place")
            and "Gen" in phrase.cases_of(nxt)
        ):
            chunk.owner = nxt
            end = phrase.ends[nxt]
        phrase.take(chunk, grammar(group), end)
        return True
    if group.lemma in words["side"] or (group.lemma == "часть" and _of_a_state(phrase, group)):
        chunk = phrase.chunk("Side", group.first, group.last, label=group.lemma, lemma=group.lemma, rule="side")
        chunk.proper, chunk.plural = False, group.number == "Plur"
        phrase.take(chunk, grammar(group))
        return True
    return False


def _of_a_state(phrase: Phrase, group: Group) -> bool:
    """Казахстанскую часть комиссии возглавил X: the part of a body that a state has sent."""
    return any(made_of(f.lemma) for i in range(group.first, group.head) for f in adjectives_of(phrase.tokens[i].text))


def sent_from(phrase: Phrase) -> None:
    """приехала делегация Барнаула: give a delegation the town behind it that was found only later."""
    for chunk in [c for c in phrase.chunks if c.kind == "Delegation" and c.owner is None]:
        town = phrase.starting(phrase.ends[chunk] + 1)
        fits = isinstance(town, Chunk) and town.kind in ("Place", "Country", "Organization") and town.proper
        if isinstance(town, Chunk) and fits and "Gen" in phrase.cases_of(town):
            chunk.owner, phrase.ends[chunk] = town, phrase.ends[town]


def _of_a_body(phrase: Phrase, group: Group) -> bool:
    """руководство завода, руководство «Ак Булака»: those who stand for the body that is named behind the noun."""
    at = group.last + 1
    if phrase.preposition(group.first)[0] == "под":
        return False
    quoted = at in phrase.pairs and phrase.tokens[at].kind == "quote"
    nxt = phrase.starting(at)
    named = isinstance(nxt, Chunk) and nxt.kind == "Organization" and not nxt.plural
    return (quoted and phrase.words(at + 1, phrase.pairs[at] - 1) in phrase.known.quoted) or (
        named and isinstance(nxt, Chunk) and "Gen" in phrase.cases_of(nxt)
    )


def _of_people(phrase: Phrase, group: Group) -> bool:
    nxt = phrase.starting(group.last + 1)
    return isinstance(nxt, Chunk) and nxt.kind == "Role"


def _pronoun(phrase: Phrase, group: Group) -> bool:
    if group.lemma not in _PERSONAL:
        return False
    owning = phrase.lower(group.head) in ("её", "ее", "его", "их") and _owns(phrase, group)
    if owning and not _into_its_ranks(phrase, group):
        return False
    chunk = phrase.chunk("Pronoun", group.head, group.last, label=group.lemma, lemma=group.lemma, rule="pronoun")
    chunk.proper, chunk.plural = False, group.lemma == "они"
    phrase.take(chunk, grammar(group))
    return True


def _into_its_ranks(phrase: Phrase, group: Group) -> bool:
    """приняты в его состав X и Y: the body that has those ranks."""
    into = phrase.lower(group.first - 1) == "в" and phrase.lower(group.head) in ("его", "её", "ее")
    return into and phrase.lower(group.last + 1) in _RANKS


def _owns(phrase: Phrase, group: Group) -> bool:
    """её секретарь: the pronoun says whose, and means no one by itself."""
    nxt = phrase.starting(group.last + 1)
    if nxt is None or _is_object(phrase, group, nxt):
        return False
    if isinstance(nxt, Group):
        return nxt.kind == "noun" and not phrase.tokens[nxt.head].capital
    return nxt.kind in ("Role", "Event", "Organization", "Program", "Delegation") and (
        not nxt.proper or nxt.kind == "Role"
    )


def _is_object(phrase: Phrase, group: Group, behind: Chunk | Group) -> bool:
    """Сопровождал её прокурор, открыла его директор: who stands behind is the subject, so the pronoun is the object."""
    before = group.first - 1
    if before < 0 or phrase.taken[before] is not None or "Acc" in phrase.cases_of(behind):
        return False
    if phrase.lower(before - 1) in ("его", "её", "ее", "их", "нас", "меня"):
        return False  # их встретила его директор
    verb = next((f for f in phrase.forms[before] if f.pos == "VERB"), None)
    if verb is None or not verb.transitive or "Nom" not in phrase.cases_of(behind):
        return False
    # Инспекцию представляла её руководитель: the verb has its object already
    first = phrase.starting(0)
    return not (first is not None and phrase.end_of(first) == before - 1 and set(phrase.cases_of(first)) == {"Acc"})


def find_demonstratives(phrase: Phrase) -> None:
    """Тот сказал: a demonstrative that opens a sentence alone takes up the person named last."""
    word, following = phrase.lower(0), phrase.lower(1)
    if word not in ("тот", "та", "последний", "того", "тому", "ту", "той") or not following:
        return
    if phrase.taken[0] is None and phrase.starting(0) is None and not adjectives_of(phrase.tokens[1].text):
        chunk = phrase.chunk("Pronoun", 0, 0, label="тот", lemma="тот", rule="pronoun")
        chunk.proper = False
        phrase.take(chunk, Grammar(("Nom",) if word in ("тот", "та", "последний") else ("Gen", "Acc", "Dat")))
