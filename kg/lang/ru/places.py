"""Places and states in Russian text: known ones in any case, and names beside a noun for a kind of place."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kg.gazetteer import Gazetteer
from kg.lang.ru.morphology import forms, inflected
from kg.lang.ru.names import name_like, named_by_form
from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of, nouns_of
from kg.lang.syntax import Chunk
from kg.names import fold

_ALL = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
SHORT_PLACES: Final = {
    "г": "город",
    "гг": "город",
    "с": "село",
    "пос": "посёлок",
    "ул": "улица",
    "обл": "область",
    "р-н": "район",
}
_CALLED_BY_THEIR_NAME = ("city", "region", "state")  # but аэропорт Актау is not Актау
_KNOWN_KINDS = ("Country", "Place")


def find_known_places(phrase: Phrase) -> None:
    """Take states and places that the gazetteer knows, of one word or several, in whatever case they stand."""
    behind = 0
    for at in phrase.capitals:
        if at >= behind and phrase.taken[at] is None:
            may_begin = _may_begin_a_place(phrase.tokens[at].text, phrase.known.gazetteer)
            last = _known_at(phrase, at) if may_begin else None
            if last is not None:
                behind = last + 1


@lru_cache(maxsize=65_536)
def _may_begin_a_place(word: str, gazetteer: Gazetteer) -> bool:
    """Tell whether some known place or state begins with this word: the others need not be looked up."""
    beginnings = first_words(gazetteer)
    return any(fold(form) in beginnings for form in (word, *(f.lemma for f in forms(word))))


@lru_cache(maxsize=8)
def first_words(gazetteer: Gazetteer) -> frozenset[str]:
    """Return the first words of all known places and states, folded, as they stand and in the dictionary form."""
    names = {
        fold(name.text.split()[0]) for kind in _KNOWN_KINDS for e in gazetteer.of_kind(kind) for name in e.all_names
    }
    lookalikes = {folded.split()[0] for folded, _, entry in gazetteer.folded_names() if entry.kind in _KNOWN_KINDS}
    words = names | lookalikes
    return frozenset(words | {fold(form.lemma) for word in words for form in forms(word)})


def _known_at(phrase: Phrase, at: int) -> int | None:
    for last in range(min(at + 4, phrase.size) - 1, at - 1, -1):
        if not phrase.free(at, last) or any(phrase.tokens[i].kind not in ("word", "dash") for i in range(at, last + 1)):
            continue
        if last > at and not phrase.tokens[last].capital and not _names_kind(phrase, last):
            continue
        for name, grammar in _nominatives(phrase, at, last):
            entry = phrase.known_as(name, *_KNOWN_KINDS)
            if entry is None or (entry.kind == "Place" and _is_rather_a_name(phrase, at, last)):
                continue
            chunk = phrase.chunk(entry.kind, at, last, label=name, lemma=name.lower(), rule="gazetteer")
            chunk.known = entry.id
            phrase.take(chunk, grammar)
            return last
    return None


def _names_kind(phrase: Phrase, at: int) -> bool:
    return bool(phrase.lemmas(at) & phrase.cues.places.keys())


def _is_rather_a_name(phrase: Phrase, at: int, last: int) -> bool:
    """Москва the city, but В. Астана is a man, and Айгуль Сатпаева no town of Сатпаев."""
    before = phrase.tokens[at - 1] if at else None
    if at != last or before is None:
        return False
    word = before.kind == "word" and before.capital and len(before.text) > 1  # not the В of «В Ташкенте»
    named = [form.name for form in phrase.forms[at - 1] if form.known] if word else []
    if word and not named and at > 1 and _behind_a_post(phrase, at - 2) and phrase.name_like[at - 1]:
        return phrase.tokens[at - 1].text[-1] not in "йя" or not phrase.forms[at - 1]  # посол Финляндии Микко Лахти
    return before.kind == "initials" or ("Name" in named and "Geox" not in named)


def _behind_a_post(phrase: Phrase, at: int) -> bool:
    """Tell whether a post, or the state that it is of, ends at a token."""
    state = phrase.taken[at] if phrase.tokens[at].capital else None
    before = state.first - 1 if state is not None and state.kind == "Country" else at
    return before >= 0 and bool(phrase.lemmas(before) & phrase.cues.roles.keys())


def _nominatives(phrase: Phrase, at: int, last: int) -> list[tuple[str, Grammar]]:
    """Return the nominatives that the tokens may have: the first noun and its adjectives decline, the rest stands."""
    raw = phrase.words(at, last)
    if phrase.tokens[at].acronym and at == last:
        return [(raw, Grammar(_ALL))]
    found: list[tuple[str, Grammar]] = []
    head = at
    while head < last and adjectives_of(phrase.tokens[head].text) and not _noun_alone(phrase, head):
        head += 1
    options: dict[str, list[str]] = {}
    genders: dict[str, str] = {}
    for form in nouns_of(phrase.tokens[head].text):
        mods = [_in_nominative(phrase, i, form.case, form.number, form.gender) for i in range(at, head)]
        if not all(mods):
            continue
        word = phrase.tokens[head].text
        own = word if form.case == "Nom" or form.fixed else inflected(word, form.lemma, "NOUN", "Nom", form.number)
        tail = phrase.text[phrase.tokens[head].end : phrase.tokens[last].end]
        name = " ".join([*(m for m in mods if m), own]) + tail
        options.setdefault(name, []).append(form.case)
        genders[name] = form.gender
    for name, cases in options.items():
        found.append((name, Grammar(tuple(dict.fromkeys(cases)), gender=genders[name])))
    if raw not in options:
        found.append((raw, Grammar(_ALL)))
    found.sort(key=lambda pair: pair[0] != raw)
    return found


def _noun_alone(phrase: Phrase, at: int) -> bool:
    return bool(nouns_of(phrase.tokens[at].text)) and not adjectives_of(phrase.tokens[at].text)


def _in_nominative(phrase: Phrase, at: int, case: str, number: str, gender: str) -> str:
    word = phrase.tokens[at].text
    for form in adjectives_of(word):
        if form.case == case and form.number == number and (number == "Plur" or form.gender == gender):
            return inflected(word, form.lemma, form.pos, "Nom", number, gender)
    return ""


def find_place(phrase: Phrase, group: Group) -> bool:
    """Take Костанайская область, город Рудный, г. Рудный, провинция Северная Чолла, or область alone."""
    lemma = phrase.head(group, phrase.cues.places) or _shortened(phrase, group)
    if not lemma:
        return False
    flag = phrase.cues.places.get(lemma, "city")
    begin = next((i for i in range(group.first, group.head) if phrase.tokens[i].capital), group.head)
    end, name = group.last, ""
    if phrase.tokens[min(end + 1, phrase.size - 1)].text == "." and group.lemma in SHORT_PLACES:
        end += 1
    named = _name_behind(phrase, end + 1, group) if begin == group.head else None
    if named is not None:
        end, name = named
    if begin == group.head and not name:
        return _common(phrase, group, lemma, flag)
    own = phrase.nominative(group, begin) if group.lemma not in SHORT_PLACES else lemma
    if flag == "city" and name:
        label = name
    elif name:
        label = f"{own} {name}"
    else:
        label = own
    kind = "Place"
    entry = phrase.known_as(label, "Place", "Country", "Organization") or (
        phrase.known_as(name, "Place", "Country") if name and flag in _CALLED_BY_THEIR_NAME else None
    )
    if entry is not None and entry.kind == "Country":
        kind = "Country"
    chunk = phrase.chunk(kind, begin, end, label=label[:1].upper() + label[1:], lemma=lemma, rule="place.head-noun")
    chunk.kind_of = "region" if flag in ("region", "state") else flag if flag != "city" else ""
    if name:
        chunk.names = [name] if flag == "city" else [f"{lemma} {name}"]
        if flag == "city":
            chunk.kind_of = "region" if _acts(phrase, group) else ""
    chunk.known = entry.id if entry else None
    chunk.plural = group.number == "Plur"
    if name and kind == "Place" and flag == "city" and name_like(name):
        phrase.known.learn_place(name, chunk.kind_of)
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first))
    return True


def _shortened(phrase: Phrase, group: Group) -> str:
    """г. Рудный, с. Кенкияк: only with the stop behind the letter."""
    full = SHORT_PLACES.get(phrase.lower(group.head), "")
    return full if full and phrase.lower(group.head + 1) == "." and group.first == group.head else ""


def _acts(phrase: Phrase, group: Group) -> bool:
    """аким города Рудный: whoever governs a city, the city is a body like a region then."""
    words = phrase.cues.words
    return bool(phrase.lemmas(group.first - 1) & (words["region-post"] | words["delegation"] | phrase.cues.regional))


def _name_behind(phrase: Phrase, at: int, group: Group) -> tuple[int, str] | None:
    """Return the name behind the noun: known, in quotes, or in capitals, in the nominative or in its case."""
    if at >= phrase.size:
        return None
    token, old = phrase.tokens[at], phrase.taken[at]
    if old is not None:
        if (
            old.first == at
            and old.kind in ("Place", "Country")
            and (old.kind == "Place" or phrase.head(group, phrase.cues.places) == "республика")
        ):
            phrase.drop(old)
            return old.last, old.label
        return None
    if token.kind == "quote" and at in phrase.pairs and phrase.pairs[at] - at < 8:
        return phrase.pairs[at], phrase.words(at, phrase.pairs[at])
    last = at
    while (
        last < phrase.size
        and phrase.taken[last] is None
        and phrase.tokens[last].kind == "word"
        and phrase.tokens[last].capital
        and not phrase.tokens[last].acronym
        and name_like(phrase.tokens[last].text)
        and last - at < 3
    ):
        last += 1
    if last - at == 3 and (named_by_form(phrase.tokens[last - 1].text) == "Surn" or _of_an_office(phrase, group)):
        last = at + 1  # начальник отдела города Рудного | Канат Абишев
    if last == at or (any(f.name == "Name" and f.known for f in phrase.forms[at]) and last - at > 1):
        return None
    if last - at == 2 and named_by_form(phrase.tokens[last - 1].text) == "Surn":
        return None  # аким города Канат Бейсенов
    if last - at == 1 and _headed_by(phrase, at, group):
        return None  # мэр города Лужков
    words = []
    for i in range(at, last):
        words.append(_agreeing_name(phrase, i, group))
    return last - 1, " ".join(words)


def _of_an_office(phrase: Phrase, group: Group) -> bool:
    """Tell whether a place stands behind a post or a body: судья суда Республики Тыва | Орлан Ондар."""
    before = phrase.lemmas(group.first - 1)
    return bool(before & phrase.cues.roles.keys() or before & phrase.cues.organizations.keys())


def _headed_by(phrase: Phrase, at: int, group: Group) -> bool:
    """Tell whether a surname in the nominative behind a post in the city is who has it, not what the city is called."""
    named = any(f.name == "Surn" and f.number == "Sing" and f.case == "Nom" for f in phrase.forms[at])
    governs = bool(phrase.lemmas(group.first - 1) & phrase.cues.roles.keys())
    declined = phrase.lower(group.head) != group.lemma
    return named and governs and declined and phrase.tokens[at].text not in phrase.known.places


def _agreeing_name(phrase: Phrase, at: int, group: Group) -> str:
    """г. Рудного is Рудный: an adjective agrees with its noun; other names behind it stand as they are or decline."""
    word = phrase.tokens[at].text
    gender = {"город": "Masc"}.get(SHORT_PLACES.get(group.lemma, group.lemma), group.gender or "Masc")
    for form in adjectives_of(word):
        if form.case in group.cases and form.number == "Sing" and form.gender == gender and form.case != "Nom":
            return inflected(word, form.lemma, form.pos, "Nom", "Sing", gender)
    if "Loc" in group.cases and not any(f.known for f in nouns_of(word)) and _declined(word):
        return word[:-1]
    for f in nouns_of(word):
        if (
            f.known
            and f.case in group.cases
            and f.case != "Nom"
            and f.number == "Sing"
            and not any(g.case == "Nom" and g.number == "Sing" for g in nouns_of(word))
        ):
            return inflected(word, f.lemma, "NOUN", "Nom", "Sing")
    return word


def _declined(word: str) -> bool:
    """в городе Акбулаке: a name that the dictionary lacks has the ending of its noun; -тобе and the like have none."""
    return len(word) > 4 and word.endswith("е") and word[-2] in "кснрлтдмгзв" and not word.endswith("обе")


def _common(phrase: Phrase, group: Group, lemma: str, flag: str) -> bool:
    if flag not in ("region", "city") or group.lemma in SHORT_PLACES:
        return False
    chunk = phrase.chunk("Place", group.head, group.last, label=lemma, lemma=lemma, rule="place.common-noun")
    chunk.proper, chunk.kind_of, chunk.plural = False, flag if flag == "region" else "", group.number == "Plur"
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first))
    return True


def _learned(phrase: Phrase, at: int) -> bool:
    """Take a town that another sentence has called one, in whatever case it stands here."""
    known = phrase.known.places
    word = phrase.tokens[at].text
    group = phrase.groups.get(at)
    cases = {word: _ALL} if word in known else {}
    for form in nouns_of(word):
        own = word if form.fixed or form.case == "Nom" else inflected(word, form.lemma, "NOUN", "Nom", form.number)
        if own in known and own != word:
            cases[own] = (*cases.get(own, ()), form.case)
    if not cases or (group is not None and group.head != at):
        return False
    neighbours = (phrase.lower(at - 1)[-1:] == "." and phrase.tokens[at - 1].kind == "initials") or (
        at + 1 < phrase.size and phrase.name_like[at + 1] and phrase.taken[at + 1] is None
    )
    if neighbours:
        return False
    name, fits = next(iter(cases.items()))
    chunk = phrase.chunk("Place", at, at, label=name, lemma="город", rule="place.named-before")
    chunk.kind_of = known[name]
    phrase.take(chunk, Grammar(tuple(dict.fromkeys(fits)), "Sing"))
    return True


def find_lone_places(phrase: Phrase) -> None:
    """Take a capital that the dictionary knows for a place, or an unknown one behind в, из."""
    for at in phrase.capitals:
        token = phrase.tokens[at]
        if phrase.taken[at] is not None or not phrase.name_like[at]:
            continue
        if phrase.known.places and _learned(phrase, at):
            continue
        if _is_rather_a_name(phrase, at, at):
            continue
        group = phrase.groups.get(at)
        if group is None or group.head != at:
            continue
        form = next((f for f in nouns_of(token.text) if f.lemma == group.lemma), None)
        behind, _begin = phrase.preposition(at)
        geographic = form is not None and form.name == "Geox" and form.known
        alone = not (at + 1 < phrase.size and phrase.tokens[at + 1].kind == "word" and phrase.tokens[at + 1].capital)
        if (geographic and not alone) or (
            not geographic
            and not (
                behind in ("в", "во")
                and alone
                and "Loc" in group.cases
                and form is not None
                and not form.animate
                and not form.known
            )
        ):
            continue
        label = phrase.nominative(group, at)
        chunk = phrase.chunk("Place", at, at, label=label, lemma=group.lemma, rule="place.by-form")
        chunk.confidence = 0.7
        phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first))


def region_behind(phrase: Phrase, at: int) -> Chunk | None:
    """МВД Карелии, Минздрав Карелии: take a place in the genitive behind a body that each region may have."""
    if at >= phrase.size or phrase.taken[at] is not None or not phrase.name_like[at]:
        return None
    form = next((f for f in phrase.forms[at] if f.known and f.case == "Gen" and f.number == "Sing"), None)
    if form is None or form.name != "Geox" or any(f.name == "Name" for f in phrase.forms[at]):
        return None
    names = [at + 1 < phrase.size and phrase.name_like[at + 1], at + 2 < phrase.size and phrase.name_like[at + 2]]
    if names[0] and not names[1] and _in_genitive(phrase, at + 1):
        return None
    return _region(phrase, at, form.lemma, "region")


def _region(phrase: Phrase, at: int, lemma: str, kind: str) -> Chunk:
    label = inflected(phrase.tokens[at].text, lemma, "NOUN", "Nom", "Sing")
    place = phrase.chunk("Place", at, at, label=label, lemma=lemma, rule="place.before-name")
    place.kind_of = kind
    return phrase.take(place, Grammar(("Gen",), "Sing"))


def _in_genitive(phrase: Phrase, at: int) -> bool:
    """Tell whether a word stands in the genitive, by what the dictionary has for it if it has it."""
    return bool(phrase.forms[at]) and phrase.forms[at][0].case == "Gen"


def place_before_name(phrase: Phrase, at: int, kind: str = "") -> Chunk | None:
    """министр экологии Бурятии X, глава администрации Дербента X: take a place in the genitive before a name."""
    group = phrase.groups.get(at)
    if group is None or group.first < group.last or not phrase.tokens[at].capital or phrase.taken[at] is not None:
        return None
    form = next((f for f in phrase.forms[at] if f.known and f.case == "Gen" and f.number == "Sing"), None)
    geographic = form is not None and form.name == "Geox" and not any(f.name == "Name" for f in phrase.forms[at])
    if form is None or not geographic or not (at + 1 < phrase.size and phrase.name_like[at + 1]):
        return None
    if not (at + 2 < phrase.size and phrase.name_like[at + 2]) and _in_genitive(phrase, at + 1):
        return None  # министра обороны Дархана Сагата: two capitals in the genitive are a name
    return _region(phrase, at, form.lemma, kind)
