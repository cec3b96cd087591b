"""What may stand behind a body's noun as its name, in quotes or not (агентство Reuters), and what is none of it."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.names import named_by_form
from kg.lang.ru.people import is_given_name
from kg.lang.ru.phrase import Group, Phrase, adjectives_of, nouns_of
from kg.lang.ru.quotes import take_quoted_body
from kg.lang.syntax import Chunk

_WORDS = cues("ru").words
# Heads whose name stands behind them as it is, in quotes or not: группа Сплав, газета Правда.
_NAMED_BEHIND = _WORDS["named-behind"]
_NAME_AND_SURNAME = 2
# Heads that are named behind them too, if they have a capital themselves: Университет Джаник.
_SCHOOLS = _WORDS["named-behind-capital"]


def end_without_quotes(phrase: Phrase, group: Group, begin: int, at: int, *, extended: bool = False) -> int | None:
    """Return where a name without quotes ends: агентство Reuters; группы Сплав, клуба Тоттенхэм Хотспур."""
    stays = _stays_as_it_is if group.lemma in _NAMED_BEHIND | _SCHOOLS else str.isascii
    last = at
    while (
        last < phrase.size
        and phrase.taken[last] is None
        and phrase.tokens[last].capital
        and (phrase.tokens[last].text.isascii() if last > at and phrase.tokens[at].text.isascii() else True)
        and stays(phrase.tokens[last].text)
        and phrase.lower(last + 1) not in ("созыв", "созыва")  # маслихат VIII созыва
    ):
        last += 1
    held = bool(phrase.lemmas(group.first - 1) & phrase.cues.roles.keys())
    alone = held and last == at + 1 and not phrase.tokens[at].text.isascii()  # but компании Nokia | Юха Паасонен
    if alone and last < phrase.size and phrase.name_like[last] and phrase.taken[last] is None:
        return None  # директором Музея ремёсел | Хюсейном Арсланом
    two = held and last - at == _NAME_AND_SURNAME
    if two and (is_given_name(phrase, at) or _rather_people(phrase, group, at, extended=extended)):
        return None  # заместитель председателя Агентства Канат Сагимбаев
    if last - at > 2 and held:
        last -= 2  # капитан клуба Тоттенхэм Хотспур Ледли Кинг: the last two are who has the post
    elif group.lemma in _SCHOOLS and (last - at > 1 or not phrase.tokens[begin].capital):
        return None  # ректор Университета Айгуль Нурпеисова
    return last - 1 if last > at else None


def _rather_people(phrase: Phrase, group: Group, at: int, *, extended: bool = False) -> bool:
    """шеф концерна Бернд Пишетсридер: two words that no dictionary has, behind the noun of a body named before.

    So it is behind a name that has its adjective, or goes on (``extended``): президент Дипломатической академии Гюльшен
    Ягджи, секретарь Сети тюркских архивов Гюльшен Ягджи.
    """
    small = group.first == group.head and not phrase.tokens[group.head].capital
    named = small and (group.lemma in phrase.known.heads or group.lemma in _SCHOOLS)  # президент университета X Y
    named = named or (group.first < group.head and phrase.tokens[group.first].capital)
    named = named or extended
    foreign = all(
        not phrase.tokens[i].text.isascii() and not any(f.known for f in phrase.forms[i]) for i in (at, at + 1)
    )
    return named and foreign


def _stays_as_it_is(word: str) -> bool:
    """Tell whether a word may be a name in the nominative, or none that the dictionary has."""
    if word.isascii():
        return True
    found = nouns_of(word)
    if not found and (own := adjectives_of(word)):
        return any(f.case == "Nom" for f in own)  # сетевых компаний Центральной Азии
    return not found or any((f.case == "Nom" and f.number == "Sing") or not f.known or f.fixed for f in found)


def closing_quote(phrase: Phrase, at: int) -> int | None:
    """Return where a quoted name ends; of «НК «КазМунайГаз» the two that open share one that closes."""
    if phrase.tokens[at].kind != "quote" or phrase.tokens[at].text in "»”":
        return None
    if at in phrase.pairs:
        return phrase.pairs[at] if phrase.pairs[at] - at < 14 else None
    inner = next((i for i in range(at + 1, min(at + 5, phrase.size)) if i in phrase.pairs), None)
    return phrase.pairs[inner] if inner is not None and phrase.tokens[inner].kind == "quote" else None


def firm_of_board(phrase: Phrase, group: Group, start: int, close: int) -> Chunk | None:
    """совет директоров «Титана»: a board has no name of its own, the quotes behind it are those of its firm."""
    boards = phrase.cues.words["boards-of-firms"]
    own = phrase.head(group, phrase.cues.organizations)
    if {own, f"{group.lemma} {phrase.lower(start - 1)}"}.isdisjoint(boards):
        return None
    return take_quoted_body(phrase, start, close, "organization.quoted")


def complete_under_another(phrase: Phrase, group: Group, heads: frozenset[str]) -> bool:
    """группа областного суда по медиации: what a group is for, where the court that it is of has its region."""
    outer = next((g for g in phrase.groups.values() if g.last == group.first - 1), None)
    regional = phrase.lemmas_among(group.first, group.head) & phrase.cues.words["of-region"]
    return outer is not None and outer.lemma in heads and bool(regional) and "Gen" in group.cases


def whoever_heads_it(phrase: Phrase, group: Group, behind: Group, *, extended: bool) -> bool:
    """Tell whether two capitals behind the body of a post, no words of the dictionary, are who has the post."""
    at = behind.first
    if at + 1 >= phrase.size or not (phrase.name_like[at] and phrase.name_like[at + 1]):
        return False
    if not extended and not _rather_people(phrase, group, at):
        return False
    held = bool(phrase.lemmas(group.first - 1) & phrase.cues.roles.keys())
    people = ("Name", "Surn", "Patr")
    unknown = not any(f.known and f.name not in people for i in (at, at + 1) for f in phrase.forms[i])
    noun = any(f.known and f.case == "Nom" for f in phrase.forms[at]) and behind.first == behind.last
    if noun and named_by_form(phrase.tokens[at + 1].text) == "Surn":
        last = at + 2 >= phrase.size or not phrase.name_like[at + 2]
        unknown = unknown or last  # заместитель председателя Комитета по спорту Алтын Омарова
    return held and unknown and phrase.tokens[at - 1].text.islower()


def double_given_name(phrase: Phrase, group: Group) -> bool:
    """Tell whether a word is a given name of two parts before a surname: Жан-Мари Ле Пен, Анна-Мария Хольц."""
    at = group.first
    double = group.first == group.last and "-" in phrase.tokens[at].text and is_given_name(phrase, at)
    return double and at + 1 < phrase.size and phrase.name_like[at + 1]
