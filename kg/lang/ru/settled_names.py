"""The name of a person read: its nominative and whose it is, in the cases that its place in the sentence allows."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.names import TITLES, Name, read_name
from kg.lang.ru.phrase import CASES, Grammar, Phrase
from kg.lang.ru.prepositions import COMPOUND, GOVERNED
from kg.lang.syntax import Chunk

_WITHOUT_PREPOSITION = ("Nom", "Gen", "Acc", "Dat", "Ins")
_GENITIVE_RATHER = ("Gen", "Nom", "Acc", "Dat", "Ins")  # о назначении Романа Головченко, whichever is as likely
_DONE_TO = cues("ru").words["done-to-someone"]


def allowed_cases(phrase: Phrase, at: int) -> tuple[str, ...]:
    """Return the cases that the word before lets a name stand in."""
    begin = at
    while begin > 0 and phrase.lemmas(begin - 1) & phrase.cues.words["honorific"]:
        begin -= 1
    word, _ = phrase.preposition(begin)
    governed = COMPOUND.get(word) or GOVERNED.get(word)
    if not governed and begin and phrase.lemmas(begin - 1) & _DONE_TO:
        return _GENITIVE_RATHER
    return tuple(governed) if governed else _WITHOUT_PREPOSITION


def take_person(phrase: Phrase, at: int, last: int, rule: str, post: Chunk | None = None) -> Chunk:
    """Make the chunk of a name; its case is settled by the words, the preposition and the post beside it."""
    cases = allowed_cases(phrase, at)
    if post is not None:  # с директором Чэнь Вэем: the name is in the case of the post
        cases = tuple(c for c in cases if c in phrase.grammar[post].cases) or cases
    names = _readings(phrase, at, last, cases)
    chunk = phrase.chunk(
        "Person", at, last, label=_spaced(phrase, at, last, names[0]), lemma=names[0].words[-1], rule=rule
    )
    first = at
    while first > 0 and phrase.taken[first - 1] is None and (phrase.lemmas(first - 1) & phrase.cues.words["honorific"]):
        first -= 1
    chunk.first, chunk.start = first, phrase.tokens[first].start
    for group in [g for g in phrase.groups.values() if g.first <= last and g.last >= first]:
        del phrase.groups[group.first]
    best = names[0].weight
    cases = tuple(dict.fromkeys(n.case for n in names if n.weight > best * 0.4))
    if cases[0] in ("Gen", "Acc"):
        cases = tuple(dict.fromkeys((*cases, "Gen", "Acc")))
    phrase.take(chunk, Grammar(cases, "Sing", _gender(phrase, names), True))
    _remember(phrase, names)
    return chunk


def _gender(phrase: Phrase, names: list[Name]) -> str:
    """Return whose name it is: as the words tell, or as the full name did elsewhere (У. Гацек)."""
    best = names[0]
    known = phrase.known.genders.get(best.words[-1], "")
    if known and len(best.words) == 1:
        return known
    rivals = {n.gender for n in names if n.words == best.words and n.weight > best.weight * 0.5}
    clear = len(best.words) > 1 and max((n.weight for n in names if n.gender == best.gender), default=0) > 1.5 * max(
        (n.weight for n in names if n.gender != best.gender), default=0
    )
    if clear:
        phrase.known.learn_gender(best.words[-1], best.gender)
        return best.gender
    return best.gender if len(rivals) == 1 and len(best.words) > 1 else known


def _remember(phrase: Phrase, names: list[Name]) -> None:
    """Keep the words of a name that can be read in one way only."""
    rivals = {n.words for n in names if n.weight > names[0].weight * 0.5}
    if len(rivals) == 1:
        phrase.known.learn_names(names[0].words)


def _readings(phrase: Phrase, at: int, last: int, cases: tuple[str, ...]) -> list[Name]:
    words = tuple(phrase.tokens[i].text for i in range(at, last + 1) if phrase.tokens[i].kind == "word")
    found = read_name(words, cases, phrase.known.names)
    return found or [Name(words, cases[0], "", 0.1)]


def _spaced(phrase: Phrase, at: int, last: int, name: Name) -> str:
    parts, index = [], 0
    for i in range(at, last + 1):
        token = phrase.tokens[i]
        if token.kind == "word":
            parts += [] if token.text in TITLES else [name.words[index]]
            index += 1
        else:
            parts.append(token.text.replace(" ", "").replace("\u00a0", ""))
    return " ".join(parts)


def _may_decline(phrase: Phrase, words: tuple[str, ...], name: Name) -> bool:
    """Tell whether a name may stand in a case less likely than others: Пак Чжон Хо in the genitive, not Иван Петров."""
    likeliest = read_name(words, CASES, phrase.known.names)[0]
    return name.weight >= max(1.5, 0.15 * likeliest.weight)


def _name_words(phrase: Phrase, chunk: Chunk) -> tuple[int, int]:
    first = chunk.first
    while phrase.lemmas(first) & phrase.cues.words["honorific"]:
        first += 1
    return first, chunk.last


def _stays_foreign(words: tuple[str, ...], name: Name) -> bool:
    """с президентом Анке Рихтер: a foreign woman's name may look declined, but none of its words does decline."""
    woman = len(words) > 1 and name.gender == "Fem" and name.words == words
    return woman and words[0][-1] in "еиэоую" and words[-1][-1].lower() in "бвгджзйклмнпрстфхцчшщ"


def _is_another(phrase: Phrase, first: int, words: tuple[str, ...], name: Name) -> bool:
    """музея «Х» Олегу Петрову: the dative of Олег, which is known, and no accusative of a woman called Олега."""
    given = [f for f in phrase.forms[first] if f.name == "Name" and f.known]
    others = bool(given) and all(f.case in ("Dat", "Ins", "Loc") for f in given)
    return others and name.words[0] != words[0] and name.words[0].lower() not in {f.lemma for f in given}


def _fits_beside_post(words: tuple[str, ...], cases: tuple[str, ...]) -> bool:
    """ректор университета Акира Сато: behind a post a name of two words may be read in a case less likely by itself."""
    own, likeliest = read_name(words, cases, ()), read_name(words, CASES, ())
    return len(words) > 1 and bool(own) and own[0].weight >= max(0.5, 0.15 * likeliest[0].weight)


def gender_in(phrase: Phrase, chunk: Chunk, case: str) -> str:
    """Return whose name a chunk would be in a case by its given name: Виталия is a woman's in the nominative."""
    first, last = _name_words(phrase, chunk)
    for at in range(first, last + 1):
        found = {f.gender for f in phrase.forms[at] if f.name == "Name" and f.known and f.case == case}
        others = any(f.name == "Name" and f.known and f.case in ("Gen", "Acc") for f in phrase.forms[at])
        if found and others:
            return found.pop() if len(found) == 1 else ""
    return ""


def settle_name(
    phrase: Phrase, chunk: Chunk, cases: tuple[str, ...], *, surely: bool = False, beside_post: bool = False
) -> bool:
    """Read a name again in the cases that its place allows; False when it can't be in any of them.

    When its place tells the case ``surely``, one that is not likely by the name alone is taken too.
    """
    first, last = _name_words(phrase, chunk)
    words = tuple(phrase.tokens[i].text for i in range(first, last + 1) if phrase.tokens[i].kind == "word")
    names = read_name(words, cases, phrase.known.names)
    if not names:
        return False
    current = phrase.grammar[chunk].cases
    may = _may_decline(phrase, words, names[0]) or _stays_foreign(words, names[0])
    may = (may or (beside_post and _fits_beside_post(words, cases))) and not _is_another(phrase, first, words, names[0])
    if not set(current) & set(cases) and not may and not surely:
        return False
    chunk.label, chunk.lemma = _spaced(phrase, first, last, names[0]), names[0].words[-1]
    best = names[0].weight
    kept = tuple(dict.fromkeys(n.case for n in names if n.weight > best * 0.4))
    if kept[0] in ("Gen", "Acc"):
        kept = tuple(c for c in dict.fromkeys((*kept, "Gen", "Acc")) if c in cases)
    phrase.grammar[chunk] = Grammar(kept, "Sing", _gender(phrase, names), True)
    _remember(phrase, names)
    return True
