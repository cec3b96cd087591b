"""What part each chunk plays by its preposition, its case and its neighbours, before the verb is asked."""

from __future__ import annotations

import itertools

from kg.lang.cues import cues
from kg.lang.ru.morphology import Form
from kg.lang.ru.one_of_several import one_of_several
from kg.lang.ru.phrase import Phrase
from kg.lang.ru.prepositions import COMPOUND, GOVERNED
from kg.lang.ru.settled_names import settle_name
from kg.lang.syntax import Chunk

ACTORS = frozenset({"Person", "Organization", "Country", "Place", "Delegation", "Side", "Pronoun", "Role"})
_TOGETHER = frozenset({"вместе с", "вместе со", "совместно с", "совместно со", "наряду с", "помимо"})
_PARTICIPLE = 9  # tokens from a participle to its noun
_ENDS = frozenset({",", ";", ":", ".", "(", ")", "–", "—", "»", "«"})
_AND = frozenset({"и", "а также", "также", "а", "или", "да"})


def set_functions(phrase: Phrase, chunks: list[Chunk]) -> None:
    """Give each outer chunk the part that its preposition or a noun before it tells; the others wait for the clause."""
    outer = [c for c in chunks if c.inside is None]
    for one, place in itertools.pairwise(outer):
        _where_from(phrase, one, place)
    for chunk in outer:
        _by_preposition(phrase, chunk)
    _coordinate(phrase, outer)


def _where_from(phrase: Phrase, one: Chunk, place: Chunk) -> None:
    """театр «Арлекин» из Уральска и …: where one of a list is from belongs to its phrase."""
    end = phrase.ends[one]
    near = place.kind in ("Place", "Country") and place.first == end + 2 and phrase.lower(end + 1) == "из"
    if near and one.kind in ("Organization", "Person") and phrase.lower(phrase.ends[place] + 1) in (",", "и"):
        place.flags.add("of-phrase")
        phrase.ends[one] = phrase.ends[place]


def _by_preposition(phrase: Phrase, chunk: Chunk) -> None:
    if chunk.kind == "Date" or "of-phrase" in chunk.flags:
        chunk.function = chunk.function if chunk.kind == "Date" else "of-phrase"
        return
    if chunk.kind == "Role" and chunk.kind_of == "membership" and _as_member(phrase, chunk):
        return
    grammar = phrase.grammar[chunk]
    begin = phrase.begin_of(chunk)
    if (noun := phrase.apposition(chunk)) is not None:
        grammar.cases = tuple(c for c in noun.cases if c in grammar.cases)
    word, before = _preposition(phrase, chunk, begin)
    governed = COMPOUND.get(word) or GOVERNED.get(word)
    if word in COMPOUND and governed and not set(governed) & set(grammar.cases):
        governed = None  # освобождён от должности начальник X: not of whom the words before are
    if governed:
        _behind_preposition(phrase, chunk, word, before, governed)
        return
    owned = _behind_noun(phrase, begin) or _behind_owner(phrase, chunk, begin)
    if "Gen" in grammar.cases and owned and not _done_to_it(phrase, chunk):
        chunk.function = "owner"
        if _its_work(phrase, chunk, begin):
            return
        if chunk.kind == "Person" and "Acc" in grammar.cases:
            chunk.flags.add("maybe-object")  # принял в Кремле Петрова: told by the verb
        grammar.cases = ("Gen",)
        read_again(phrase, chunk)
        status = chunk.kind_of == "membership" and phrase.lower(begin - 1) in ("статус", "статуса", "статусом")
        if chunk.kind == "Role" and (status or phrase.lemmas(begin - 1) & phrase.cues.words["post-word"]):
            chunk.function = "as"  # занял пост министра; told from leaving it by the verb
        return
    if chunk.kind == "Person" and (colleague := _colleague_before(phrase, begin)):
        chunk.function, grammar.cases = colleague
        settle_name(phrase, chunk, grammar.cases, surely=True)
        return
    if _counted(phrase, chunk, begin):
        grammar.cases, grammar.number = ("Nom", "Acc"), "Plur"
        chunk.plural = chunk.plural or chunk.kind == "Role" or (chunk.kind == "Organization" and not chunk.proper)
    elif len(set(grammar.cases) - {"Loc"}) == 1:
        chunk.function = _OF_CASE[next(c for c in grammar.cases if c != "Loc")]


def _done_to_it(phrase: Phrase, pronoun: Chunk) -> bool:
    """Вместе с фондом его ведёт музей: between someone told of so and a verb that has an object, it is that object."""
    if pronoun.kind != "Pronoun":
        return False
    before = phrase.taken[pronoun.first - 1] if pronoun.first else None
    verb, _ = phrase.verbs.get(pronoun.last + 1, (None, False))
    told = before is not None and before.function in ("with", "at", "to", "during", "instrument")
    done = verb is not None and verb.pos == "VERB" and verb.transitive
    return told and done and "Acc" in phrase.grammar[pronoun].cases


def _preposition(phrase: Phrase, chunk: Chunk, begin: int) -> tuple[str, int]:
    """Return the preposition before a chunk's phrase, or before a participle with words of its own, and where it is."""
    word, before = phrase.preposition(begin)
    if not word and chunk.kind == "Event" and (opens := _before_participle(phrase, chunk, begin)) is not None:
        return phrase.preposition(opens)
    return word, before


def _before_participle(phrase: Phrase, event: Chunk, begin: int) -> int | None:
    """По итогам состоявшейся 3 марта встречи: return the participle that stands before a noun with words of its own."""
    for at in range(begin - 1, max(-1, begin - _PARTICIPLE), -1):
        if phrase.lower(at) in _ENDS or (at in phrase.verbs and phrase.verbs[at][0].pos == "VERB"):
            return None
        forms = [f for f in phrase.forms[at][:1] if f.pos == "PRTF"]
        if forms and phrase.taken[at] is None:
            cases = set(phrase.grammar[event].cases)
            agrees = any(f.pos == "PRTF" and f.case in cases for f in phrase.forms[at])
            return at if agrees else None
    return None


def _as_member(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a kind of membership is what someone has: как ассоциированный член, один из членов союза."""
    one = one_of_several(phrase, chunk)
    begin = phrase.begin_of(chunk)
    if one or phrase.lower(begin - 1) == "как":
        chunk.function, chunk.plural = "as", chunk.plural and not one
        return True
    if phrase.lower(begin - 1) in ("число", "числе") and phrase.lower(begin - 2) == "в":
        # вошёл в число членов; в числе членов – X
        chunk.function = "to" if phrase.lower(begin - 1) == "число" else "about"
        return True
    return False


def _colleague_before(phrase: Phrase, begin: int) -> tuple[str, tuple[str, ...]] | None:
    """с коллегой из Турции X: the name is in the case of the noun before from where someone is."""
    where = phrase.taken[begin - 1] if begin > 0 else None
    if where is None or where.kind not in ("Country", "Place") or phrase.lower(where.first - 1) != "из":
        return None
    group = next((g for g in phrase.groups.values() if g.last == where.first - 2 and g.animate), None)
    if group is None or group.kind != "noun" or phrase.taken[group.head] is not None:
        return None
    word, _ = phrase.preposition(group.first)
    governed = GOVERNED.get(word, {})
    case = next((c for c in governed if c in group.cases), "")
    return (governed[case], (case,)) if case else None


def _its_work(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """работу пленума вела X: whoever leads the work of an encounter leads the encounter."""
    if chunk.kind == "Event" and phrase.lemmas(begin - 1) & _AUDIENCE and phrase.lower(begin - 2) in ("к", "перед"):
        chunk.function = "at"  # к участникам конференции обратилась X
        return True
    opened = phrase.taken[begin - 1] if chunk.kind == "Event" else None
    if opened is not None and opened.lemma in _OPENED and opened.function in ("at", "to") and "weak" in opened.flags:
        chunk.function, opened.function = opened.function, "about"  # на открытии съезда: at the congress
        return True
    if chunk.kind != "Event" or not phrase.lemmas(begin - 1) & _PART_OF_IT or phrase.lower(begin - 2) == "в":
        return False
    first = phrase.groups.get(0)
    opens = first is not None and first.last == begin - 1 and "Nom" in first.cases  # Первый день форума собрал гостей
    told = phrase.lower(begin - 1) == "работа" or opens
    chunk.function = _OF_CASE["Nom" if told else "Acc"]
    return True


def _behind_preposition(phrase: Phrase, chunk: Chunk, word: str, before: int, governed: dict[str, str]) -> None:
    grammar = phrase.grammar[chunk]
    case = next((c for c in governed if c in grammar.cases), next(iter(governed)))
    if case == "Loc" and "Acc" in governed and "Acc" in grammar.cases:
        chunk.flags.add("either")  # в Алматы: there or thither
    chunk.function = governed[case]
    grammar.cases = (case,)
    if word in _TOGETHER:
        chunk.flags.add("together")
    if word == "за" and chunk.kind == "Event":
        chunk.function = "at"  # за круглым столом
    if word == "на" and case == "Loc" and chunk.kind == "Organization" and chunk.lemma in _SITTING:
        chunk.function = "sitting"  # на коллегии министерства: while it was in session
    if _is_none(phrase, chunk, before):
        chunk.function = "about"


def _is_none(phrase: Phrase, chunk: Chunk, before: int) -> bool:
    """Tell whether a chunk can't play the part of its preposition: no encounter goes on, no post is had."""
    if chunk.function == "during" or phrase.lower(before + 1) == "работе":
        return chunk.kind != "Event"  # в работе совета приняли участие: its session, not the body
    return chunk.function in ("as", "from-post") and (chunk.kind != "Role" or _wished(phrase, before))


def _counted(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """оба вуза ведут проект: the genitive behind a number is what the number makes of the subject or object."""
    number = phrase.taken[begin - 1] if begin > 0 else None
    counts = number is not None and number.kind == "Number" and not phrase.preposition(number.first)[0]
    return counts and chunk.kind in ACTORS and "Gen" in phrase.grammar[chunk].cases


def _wished(phrase: Phrase, begin: int) -> bool:
    """кандидат на пост министра: who is after a post does not have it."""
    return begin > 0 and bool(phrase.lemmas(begin - 1) & phrase.cues.words["after-post"])


_WORDS = cues("ru").words
_SITTING = _WORDS["sits-on"]
_AUDIENCE = _WORDS["audience"]
_OPENED = frozenset({"открытие", "закрытие"})
_PART_OF_IT = _WORDS["part-of-encounter"]
_OF_CASE = {"Nom": "subject", "Gen": "genitive", "Dat": "to", "Acc": "object", "Ins": "instrument", "Loc": ""}


def _behind_noun(phrase: Phrase, begin: int) -> bool:
    """Tell whether a noun ends right before a token, so that a genitive there belongs to it."""
    at = begin - 1
    if at < 0:
        return False
    taken = phrase.taken[at]
    if taken is not None:
        return taken.kind not in ("Date", "Number", "Pronoun") and taken.kind != "Person"
    if phrase.lower(at) == "участие" and phrase.lemmas(at - 1) & {"принять", "принимать", "взять"}:
        return False  # приняли участие X и Y
    if phrase.tokens[at].kind == "quote":
        return False
    group = next((g for g in phrase.groups.values() if g.last == at and g.kind != "pronoun"), None)
    # свой отказ X объяснил: what is one's own belongs to nobody behind it
    return group is not None and (group.first == group.last or "свой" not in phrase.lemmas(group.first))


def _behind_owner(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """послы Турции и Японии: the second state belongs to the noun before the first."""
    if begin < 2 or chunk.kind not in ("Country", "Place") or phrase.lower(begin - 1) not in ("и", ","):
        return False
    before = phrase.taken[begin - 2]
    return (
        before is not None
        and before.kind == chunk.kind
        and before.function == "owner"
        and "Nom" not in phrase.grammar[chunk].cases
    )


def _coordinate(phrase: Phrase, outer: list[Chunk]) -> None:
    """Give coordinated chunks the part of the first of them: с X, Y и Z."""
    group = 0
    links: list[str] = []
    outer = [c for c in outer if "of-phrase" not in c.flags and not _in_brackets(phrase, c)]
    for one, two in itertools.pairwise(outer):
        links.append(_joint(phrase, one, two))
    i = 0
    while i < len(links):
        j = i
        while j < len(links) and links[j]:
            j += 1
        run = outer[i : j + 1]
        if j > i and "and" in links[i:j]:
            last = max(k for k in range(i, j) if links[k] == "and")
            run = outer[i : last + 2]
            for chunk in run:
                chunk.group = group
                if chunk is not run[0]:
                    chunk.function = run[0].function
                    chunk.flags |= run[0].flags & {"together"}
            shared = [c for c in phrase.grammar[run[0]].cases if all(c in phrase.grammar[x].cases for x in run)]
            if shared:
                for chunk in run:
                    phrase.grammar[chunk].cases = tuple(shared)
                    if chunk.kind == "Person" and not chunk.posts and chunk.function:
                        settle_name(phrase, chunk, tuple(shared))  # с участием Сауле Ниязовой и Дамира Кенжина
            group += 1
            i = last + 1
        else:
            i = max(j, i + 1)


def _reread(phrase: Phrase, one: Chunk, two: Chunk) -> bool:
    """Тулегенов и Чжао Вэньбо: a name that may decline or not is read in the case of the name before it."""
    people = one.kind == two.kind == "Person" and not two.posts
    return people and settle_name(phrase, two, phrase.grammar[one].cases)


def _joint(phrase: Phrase, one: Chunk, two: Chunk) -> str:
    """Return "and" or "comma" when two chunks of one case follow each other with only that between them."""
    if not ((one.kind in ACTORS and two.kind in ACTORS) or one.kind == two.kind) or one.kind == "Date":
        return ""
    begin, end = phrase.begin_of(two), max(phrase.ends[one], one.last)
    if one.posts:
        end = max([end, *(phrase.ends[p] for p in one.posts)])
    word, before = phrase.preposition(begin)
    mine = phrase.preposition(phrase.begin_of(one))[0]
    if word:
        if word != mine:
            return ""
        begin = before
    words = [w for w in _between(phrase, end + 1, begin) if w not in ("»", "”", ")")]
    if not words or len(words) > 3:
        return ""
    if words[-1] == "а" and phrase.lower(phrase.begin_of(one) - 1) != "не":
        return ""  # приняла завод, а компания получила статус; не министр, а его заместитель
    if not all(w in _AND or w == "," for w in words):
        return ""
    if not set(phrase.grammar[one].cases) & set(phrase.grammar[two].cases) and not _reread(phrase, one, two):
        return ""
    return "and" if any(w in _AND for w in words) else "comma"


def _in_brackets(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether a chunk is what stands in brackets behind another, or the day since when."""
    if chunk.kind == "Date":
        at = phrase.preposition(chunk.first)[1] - 1
        return phrase.lower(at) == "(" and phrase.pairs.get(at) == chunk.last + 1
    close = phrase.pairs.get(chunk.first - 1, -1)
    return chunk.first > 0 and phrase.lower(chunk.first - 1) == "(" and close > chunk.last


def _between(phrase: Phrase, first: int, end: int) -> list[str]:
    """Return the words between two chunks, what stands in brackets left out: Асель Ким (КазНАУ) и Олег Лим."""
    words, at = [], first
    while at < end:
        close = phrase.pairs.get(at, -1) if phrase.lower(at) == "(" else -1
        if first <= close < end:
            at = close + 1
            continue
        words.append(phrase.lower(at))
        at += 1
    return words


CASES_OF = {
    "subject": ("Nom",),
    "object": ("Acc", "Gen"),
    "owner": ("Gen",),
    "to": ("Dat",),
    "instrument": ("Ins",),
    "with": ("Ins",),
    "by": ("Ins",),
}


def _of_several(phrase: Phrase, event: Chunk) -> bool:
    """провёл встречи: whatever the form may be in the genitive, as what was held it is a plural."""
    held = [f for f in phrase.forms[event.last] if f.case == "Acc" and f.pos == "NOUN"]
    return event.first == event.last and bool(held) and all(f.number == "Plur" for f in held)


def read_again(phrase: Phrase, chunk: Chunk, finite: Form | None = None) -> None:
    """Let the part that a chunk plays tell its form: М. Сапарова принял X is М. Сапаров."""
    if chunk.kind == "Person" and not chunk.posts and chunk.function in CASES_OF:
        settle_name(phrase, chunk, CASES_OF[chunk.function])
    elif chunk.function == "object" and chunk.kind == "Event" and "general" in chunk.flags and not chunk.plural:
        chunk.plural = _of_several(phrase, chunk)
    elif chunk.function == "subject" and finite is not None and finite.number == "Plur" and chunk.group < 0:
        chunk.plural = chunk.plural or not phrase.grammar[chunk].number
