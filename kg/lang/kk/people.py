"""People in Kazakh text: where a name begins and ends."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.gazetteer import Gazetteer, only_row
from kg.lang.by_form import ByForm
from kg.lang.kk.alphabet import GENITIVE, RELATIONAL, THERE
from kg.lang.kk.morphology import analyse
from kg.lang.kk.persons import case_splits, split_case
from kg.lang.kk.phrase import FUNCTION_OF_CASE, NOMINAL, Phrase
from kg.lang.kk.word_kinds import kinds_of
from kg.lang.person_names import PATRONYMIC, SURNAME
from kg.lang.syntax import Chunk

_LONGEST = 4
_FAMILY = re.compile(r"[әаэ]л?[ьсшдтрнз]?-", re.IGNORECASE)


def find_certain_people(phrase: Phrase) -> None:
    """Take names that their own form gives away: initials, patronymics, surnames."""
    behind = 0
    for at in phrase.begin_people:
        if at < behind:
            continue
        last = _with_initials(phrase, at)
        rule = "person.initials"
        run = _run(phrase, at) if last is None else None
        if run is not None:
            last, rule = _by_form(phrase, at, run), "person.surname"
            if last is None:
                last, rule = _behind_post(phrase, at, run), "person.behind-post"
            if last is None and _before_a_place(phrase, at, run):
                last, rule = run, "person.given-name"
        if last is not None:
            take_person(phrase, at, last, rule)
            behind = last + 1


def find_likely_people(phrase: Phrase) -> None:
    """Take the runs of capitals that are left: behind a post, or of two words and more that are nothing else."""
    behind = 0
    for at in phrase.begin_people:
        last = _run(phrase, at) if at >= behind and phrase.name_like[at] else None
        if last is None or _is_a_body(phrase, at, last):
            continue
        before = phrase.before(at)
        if before is None and at > 1 and _single_letter(phrase, at - 1):
            before = phrase.taken[at - 2]  # вице-президенті У Сяолинь
        behind_post = before is not None and before.kind == "Role" and phrase.free(before.last + 1, at - 1)
        behind_post = behind_post and before is not None and at - before.last - 1 <= _single_letter(phrase, at - 1)
        alone = (
            last == at and (phrase.pos(at) != "PROPN" or _of_a_noun(phrase, last)) and not _known_surname(phrase, at)
        )
        if behind_post and before is not None and before.function == "subject" and not alone:
            take_person(phrase, at, last, "person.behind-post")
        elif last > at and not _starts_with_common_word(phrase, at) and not _names_a_thing(phrase, last):
            take_person(phrase, at, last, "person.capitals").confidence = 0.75
        elif last == at and _known_surname(phrase, at):
            take_person(phrase, at, last, "person.surname-alone")
        behind = last + 1


def _is_a_framework(phrase: Phrase, last: int) -> bool:
    """World Knowledge Forum аясында, Digital Bridge форумында: what something happens within is no person."""
    behind = phrase.lower(last + 1)
    if not _latin(phrase, last):
        return behind in phrase.cues.words["framework"]
    event = phrase.head(last + 1, phrase.cues.events) if behind else None
    held = event is not None and event[2].possessor == "3"
    return held or phrase.cues.postpositions.get(behind) == "during"


def _is_a_body(phrase: Phrase, at: int, last: int) -> bool:
    """Take a name that a post has shown to be a body's elsewhere: Қызыл Жарты Айының президенті."""
    reading = phrase.nominal(last)
    label = phrase.named(at, last, reading)
    if label not in phrase.known.bodies or not phrase.free(at, last):
        return False
    function = phrase.function(last, reading)
    rule = "organization.of-a-post"
    chunk = phrase.chunk("Organization", at, last, label=label, lemma=label, rule=rule, function=function)
    state = phrase.before(at)
    if state is not None and state.kind == "Country" and state.function in ("owner", "subject"):
        chunk.owner, state.inside = state, chunk
    phrase.take(chunk)
    return True


def _before_a_place(phrase: Phrase, at: int, last: int) -> bool:
    """Марат Қали | Алматы метрополитенінің: a given name and another capital before a town or state."""
    place = phrase.taken[last + 1] if last + 1 < phrase.size else None
    named = place is not None and place.kind in ("Place", "Country") and last == at + 1
    return named and "given" in kinds_of(phrase.tokens[at].text) and not _starts_with_common_word(phrase, at)


def _of_a_noun(phrase: Phrase, last: int) -> bool:
    """Мамандары Талас | өзенінің: a single name before a noun with the possessive in small letters is of that."""
    following = phrase.first(last + 1)
    owned = following is not None and following.pos == "NOUN" and following.possessor == "3"
    return owned and not phrase.tokens[last + 1].capital


def _behind_post(phrase: Phrase, at: int, last: int) -> int | None:
    """Орынбасары Ернар Сейітқали: two capitals or more, no known words, right behind a post in the nominative."""
    role = phrase.head(at - 1, phrase.cues.roles) if at else None
    if last + 1 < phrase.size and _honorific(phrase, last + 1):
        return last
    named = role is not None and role[2].case in ("", "Nom") and role[2].number != "Plur"
    if named and last == at + 2 and _names_a_thing(phrase, last) and "given" in kinds_of(phrase.tokens[at].text):
        last -= 1  # министрі Саясат Нұрбек | Назарбаев университетіне
    if not named or last == at or _names_a_thing(phrase, last):
        return None
    given = "given" in kinds_of(phrase.tokens[at].text)  # Асқар is high, too
    named = all(phrase.pos(i) == "PROPN" or _particle(phrase, i) for i in range(at + given, last + 1))
    return last if named else None


def _honorific(phrase: Phrase, at: int) -> bool:
    first = phrase.first(at)
    return first is not None and first.lemma in ("мырза", "ханым")


def _with_initials(phrase: Phrase, at: int) -> int | None:
    tokens = phrase.tokens
    if tokens[at].kind != "initials" and not (at + 1 < phrase.size and tokens[at + 1].kind == "initials"):
        return None
    if phrase.taken[at] is not None or phrase.lower(at + 2) == "атындағы":
        return None  # Ә.Қастеев атындағы музей: part of the museum's name
    if tokens[at].kind == "initials" and at + 1 < len(tokens) and _name_at(phrase, at + 1):
        return at + 1
    if tokens[at].kind == "initials" and (words := _particle(phrase, at + 1)):
        return at + 1 + words  # М. де Фрис
    if (
        _name_at(phrase, at)
        and at + 1 < len(tokens)
        and tokens[at + 1].kind == "initials"
        and not (at + 2 < len(tokens) and _name_at(phrase, at + 2))
    ):
        return at + 1
    return None


def _name_at(phrase: Phrase, at: int) -> bool:
    return phrase.name_like[at] and phrase.taken[at] is None


def _by_form(phrase: Phrase, at: int, last: int) -> int | None:
    """Return the last token of a run of capitals that has a patronymic or ends in a surname."""
    if (first := _first_of_two(phrase, at, last)) is not None:
        return first
    for end in range(last, at, -1):
        words = [phrase.tokens[i].text for i in range(at, end + 1)]
        bases = [*words[:-1], split_case(words[-1], phrase.known.names)[0]]
        if _begins_another(phrase, at, end) and SURNAME.search(bases[-1]):
            continue
        # a surname comes second or third; Орталық Азия has none
        if any(PATRONYMIC.search(w) and len(w) > 5 for w in bases[1:]) or (
            (len(bases) <= 3 or not all(w[0].isupper() for w in bases))
            and any(SURNAME.search(w) and len(w) > 4 for w in (bases[-1], bases[0]))
        ):
            if _starts_with_common_word(phrase, at) and not PATRONYMIC.search(bases[1]) and at == 0:
                return None
            if _names_a_thing(phrase, end) or phrase.known_as(" ".join(bases), "Place", "Country", "Organization"):
                return None
            return end
    return None


def _first_of_two(phrase: Phrase, at: int, last: int) -> int | None:
    """Қанат Бозымбай | Сәуле Ниязова, Фам Минь Чинь | Сәуле Ниязова: where the first of two names ends."""
    if last - at < 3 or _starts_with_common_word(phrase, at) or _away_from(phrase, at + 1):
        return None  # Фишер | Веронада Сәуле Ниязовамен: a town
    words = [phrase.tokens[i].text for i in range(at, min(at + 5, phrase.size))]
    if any(PATRONYMIC.search(split_case(w, phrase.known.names)[0]) for w in words[1:3]):
        return None
    given = ["given" in kinds_of(w) for w in words]
    surname = [bool(SURNAME.search(split_case(w, phrase.known.names)[0])) for w in words]
    if (given[2] and surname[3]) or (given[0] and surname[1] and not given[1]):
        return at + 1
    behind = len(words) > 4 and given[3] and surname[4] and _name_at(phrase, at + 4)
    return at + 2 if behind else None


def _begins_another(phrase: Phrase, at: int, end: int) -> bool:
    """Бозымбай | Сәуле Ниязова: a given name and a surname behind a word that is neither are a name of their own."""
    words = [phrase.tokens[i].text for i in range(at, end + 1)]
    if len(words) != 3 or PATRONYMIC.search(words[1]):
        return False
    return "given" in kinds_of(words[1]) and "given" not in kinds_of(words[0]) and not SURNAME.search(words[0])


def _run(phrase: Phrase, at: int) -> int | None:
    """Return the last token of a run of words with capitals that begins here; only its last word may be inflected."""
    if (
        not _name_at(phrase, at)
        or _BEGINS_NO_NAME[phrase.tokens[at].text]
        or _is_place(phrase, at)
        or _says_where(phrase, at)
        or (at > 0 and phrase.tokens[at - 1].text in "«“")
        or (at in phrase.quoted_names and _latin(phrase, at))
    ):
        return None
    last = at
    while last + 1 < phrase.size and last - at < _LONGEST - 1 and _name_at(phrase, last + 1):
        role = phrase.head(last + 1, phrase.cues.roles)
        if phrase.head(last + 1, phrase.cues.organizations) or _latin(phrase, last) != _latin(phrase, last + 1):
            break  # Жібек Тоғайбай | Deutsche Welle
        place = _is_place(phrase, last + 1) and not is_surname(phrase, last + 1)
        if _certainly_inflected(phrase, last) or place or (role and role[2].possessor == "3"):
            break
        if last > at and _relational_adjective(phrase, last + 1):
            break  # Асем Құрманғали | Дүниежүзілік … ұйымы
        if last - at == 2 and PATRONYMIC.search(phrase.tokens[at + 1].text):
            break  # given name, patronymic, surname: a fourth capital begins something else
        if last > at and (_names_a_thing(phrase, last + 1) or _of_credentials(phrase, last + 1)):
            break  # Рысбек | Шілікті ауданының
        if last > at and (_away_from(phrase, last + 1) or phrase.tokens[last].text.endswith(GENITIVE)):
            break  # Вольфганг Хубер | Клагенфурттен, Қанат Бозымбайдың | Сәуле Ниязовамен
        if last - at == 1 and _surname_first(phrase, at) and not PATRONYMIC.search(phrase.tokens[last + 1].text):
            break  # Ниязова Сәуле | Лион шығыс кітапханасының
        last += 1
    last = _with_family(phrase, at, last)
    if (
        _is_a_framework(phrase, last)
        or _is_post(phrase, at, last)
        or (phrase.head(at, phrase.cues.organizations) and not _given_name(phrase, at, last))
    ):
        return None
    return last


def _with_family(phrase: Phrase, at: int, last: int) -> int:
    """Return where a name ends whose family is told behind a small word, or in one letter."""
    while (words := _particle(phrase, last + 1)) and last - at < _LONGEST + 1:
        last += words + 1
    if last > at + 1 and last + 1 < phrase.size and _FAMILY.match(phrase.tokens[last + 1].text):
        last += _name_at(phrase, last + 1)  # Хамад бин Рашид Аль-Нуайми
    if last > at and last + 1 < phrase.size and _single_letter(phrase, last + 1):
        last += 1  # Ли Мин А
    return last


def _of_credentials(phrase: Phrase, at: int) -> bool:
    """Президенті Эдгарс Ринкевичске | Сенім грамоталарын тапсырды: letters that an envoy hands over."""
    return not phrase.lemmas(at + 1).isdisjoint(phrase.cues.words["credentials"])


def _away_from(phrase: Phrase, at: int) -> bool:
    """Tell whether a capital behind a name is in a case of places and looks like nobody's surname or patronymic."""
    first = phrase.first(at)
    if first is None or first.case not in ("Abl", "Loc") or first.possessor:
        return False
    base, _ = split_case(phrase.tokens[at].text, phrase.known.names)
    return not (base in phrase.known.names or SURNAME.search(base) or PATRONYMIC.search(base))


def _given_name(phrase: Phrase, at: int, last: int) -> bool:
    """Депутат Кеңес Абсатиров: a noun for a body that is a given name too, before a surname."""
    if not at or last == at or "given" not in kinds_of(phrase.tokens[at].text):
        return False
    surname = SURNAME.search(split_case(phrase.tokens[at + 1].text, phrase.known.names)[0])
    return bool(surname) and phrase.head(at, phrase.cues.events) is not None


def _particle(phrase: Phrase, at: int) -> int:
    """Марике де Фрис, Урсула фон дер Ляйен: how many small words within a name begin here, none of Айнұр де Ержан.

    Nor of Ораз бен Ержан; but Хамад бен Рашид: and is бен only behind з and ж.
    """
    words = phrase.cues.words
    if at < 1 or at + 1 >= phrase.size or phrase.taken[at] is not None:
        return 0
    lower = phrase.lower(at)
    if lower == "бен" and phrase.lower(at - 1)[-1:] not in ("з", "ж") and phrase.tokens[at - 1].capital:
        return int(_name_at(phrase, at + 1))
    if lower in words["titles-within-names"]:
        return int(phrase.tokens[at - 1].capital and _name_at(phrase, at + 1))
    if lower in words["between-names"] and phrase.lower(at + 1) in words["between-names"] and at + 2 < phrase.size:
        return 2 * _name_at(phrase, at + 2)
    if not _name_at(phrase, at + 1):
        return 0
    if lower not in words["between-names-too"]:
        return int(lower in words["between-names"])
    alone = at < 2 or not phrase.tokens[at - 2].capital
    lists = phrase.lower(at + 2) in ("да", "де", "та", "те", ",")
    behind = lists or (at + 2 < phrase.size and _name_at(phrase, at + 2))
    return int(alone and not behind)


def _surname_first(phrase: Phrase, at: int) -> bool:
    """Tell whether a surname stands here with a known given name behind it."""
    surname, given = (phrase.tokens[i].text for i in (at, at + 1))
    return bool(SURNAME.search(surname)) and "given" in kinds_of(given) and "given" not in kinds_of(surname)


def _begins_no_name(form: str) -> bool:
    """Президент Жарлығымен Нұрлан Бекқалиев: a common noun that is somebody's and bears a case begins no name.

    Nor does a form that says where something is: Астанадағы.
    """
    first = next(iter(analyse(form)), None)
    owned = first is not None and first.pos == "NOUN" and first.possessor == "3" and first.case in ("Ins", "Loc", "Abl")
    return owned or form.lower().endswith(THERE)


_BEGINS_NO_NAME = ByForm(_begins_no_name)


def _is_post(phrase: Phrase, at: int, last: int) -> bool:
    """Tell whether a capital begins a post and no name: Орынбасар Сәдуақас within a sentence is somebody's name."""
    found = phrase.head(at, phrase.cues.roles)
    return found is not None and not (
        found[1] in phrase.cues.words["given-too"] and not found[2].possessor and 0 < at < last
    )


def _relational_adjective(phrase: Phrase, at: int) -> bool:
    readings = analyse(phrase.lower(at))
    return (
        any(r.pos == "ADJ" for r in readings)  # дүниежүзілік is read as a noun first
        and phrase.lower(at).endswith(RELATIONAL)
    )


def _latin(phrase: Phrase, at: int) -> bool:
    return phrase.tokens[at].text[0].lower() in "abcdefghijklmnopqrstuvwxyz"


def _single_letter(phrase: Phrase, at: int) -> bool:
    token = phrase.tokens[at]
    return token.kind == "word" and len(token.text) == 1 and token.capital and phrase.taken[at] is None


def _certainly_inflected(phrase: Phrase, at: int) -> bool:
    form = phrase.tokens[at].text
    base, case = split_case(form, phrase.known.names)
    if case == "Nom":
        return False
    return base in phrase.known.names or bool(SURNAME.search(base) or PATRONYMIC.search(base))


def _says_where(phrase: Phrase, at: int) -> bool:
    """Маскатта Айбек Нұрланов: a locative before two more capitals, the first of them no patronymic."""
    first = phrase.first(at)
    if first is None or first.case != "Loc" or first.possessor or "given" in kinds_of(phrase.tokens[at].text):
        return False
    names = [i for i in (at + 1, at + 2) if i < phrase.size and _name_at(phrase, i)]
    return len(names) == 2 and not PATRONYMIC.search(phrase.tokens[at + 1].text)


def _is_place(phrase: Phrase, at: int) -> bool:
    nominative, known = _places(phrase.known.gazetteer)[phrase.tokens[at].text]
    return known or nominative in phrase.known.towns


@lru_cache(maxsize=8)
def _places(gazetteer: Gazetteer) -> ByForm[tuple[str, bool]]:
    """Return what tells of a form its nominative, and whether a state or place is called by either."""

    def told(form: str) -> tuple[str, bool]:
        reading = next((r for r in analyse(form) if r.pos in NOMINAL), None)
        name = reading.nominative if reading and reading.nominative else form
        return name, any(only_row(gazetteer, n, ("Country", "Place")) is not None for n in (name, form))

    return ByForm(told)


def is_surname(phrase: Phrase, at: int) -> bool:
    """Тимур Сатпаев: what towns are called after is a surname right behind a given name (but in Тимур Сатпаевта)."""
    if not at or "given" not in kinds_of(phrase.tokens[at - 1].text) or not phrase.tokens[at - 1].capital:
        return False
    base, case = split_case(phrase.tokens[at].text, phrase.known.names)
    return case != "Loc" and bool(SURNAME.search(base)) and not _names_a_thing(phrase, at)


def _starts_with_common_word(phrase: Phrase, at: int) -> bool:
    """Tell whether the capital is only that of a sentence's first word (Бүгін Астана ...)."""
    first = phrase.first(at)
    if at or first is None or first.pos == "PROPN":
        return False
    # Дана Әбішева; but Ақын Дамир Кенжин, though Ақын is a name too
    second = phrase.tokens[1].text if phrase.size > 1 else ""
    three = all(phrase.name_like[1:3]) and not (SURNAME.search(second) or PATRONYMIC.search(second))
    return "given" not in kinds_of(phrase.tokens[at].text) or three


def _names_a_thing(phrase: Phrase, last: int) -> bool:
    """Tell whether the capitals belong to what follows: Қорқыт Ата университеті, Қабанбай батыр көшесі, X атындағы."""
    following = last + 1
    if following >= phrase.size or phrase.tokens[following].kind != "word":
        return False
    if phrase.lower(following) == "атындағы":
        return True
    if split_case(phrase.tokens[last].text, phrase.known.names)[1] != "Nom":
        return False
    cues = phrase.cues
    while following + 1 < phrase.size and phrase.pos(following) == "ADJ" and following - last < 4:
        if phrase.tokens[following].capital and SURNAME.search(phrase.tokens[last].text):
            return False  # Жанар Әбішева | Жоғарғы Соттың судьясы
        following += 1  # Люблин техникалық университеті
    if phrase.tokens[following].kind != "word":
        return False
    # Нұрлан Жақыпов | Қордың төрағасы: whose name ends in a surname gives it to no body without a possessive
    surname = last > 0 and phrase.tokens[last - 1].capital and SURNAME.search(phrase.tokens[last].text) is not None
    for table in (cues.organizations, cues.places, cues.programs, cues.agreements):
        found = phrase.head(following, table)
        if found and (found[2].possessor == "3" or (phrase.tokens[following].capital and not surname)):
            return True
    return False


def _known_surname(phrase: Phrase, at: int) -> bool:
    form = phrase.tokens[at].text
    base, _ = split_case(form, phrase.known.names)
    return base in phrase.known.names


def take_person(phrase: Phrase, at: int, last: int, rule: str) -> Chunk:
    """Make the chunk of a name: the case is that of its last word.

    Four capitals without a patronymic are two names, the first one bare: Ержан Мұқанов Сәуле Ниязовамен кездесті.
    """
    tokens = phrase.tokens
    if last <= at + 1 and at > 1 and _single_letter(phrase, at - 1) and phrase.head(at - 2, phrase.cues.roles):
        at -= 1  # президенті О Се Чжон
    if last - at == 3 and not any(
        PATRONYMIC.search(tokens[i].text) or tokens[i].kind != "word" or _particle(phrase, i) for i in range(at, last)
    ):
        take_person(phrase, at, at + 1, rule)
        return take_person(phrase, at + 2, last, rule)
    ending = last if tokens[last].kind == "word" else last - 1
    base, case = split_case(tokens[ending].text, phrase.known.names)
    if case == "Nom" and phrase.lower(last + 1) in phrase.cues.words["besides"]:
        base, case = next(((b, c) for b, c in case_splits(tokens[ending].text) if c == "Abl"), (base, case))
    label = _spaced(phrase, at, last, ending, base)
    chunk = phrase.chunk("Person", at, last, label=label, lemma=base, rule=rule, function=FUNCTION_OF_CASE[case])
    for i in range(at, last + 1):
        if tokens[i].kind == "word" and tokens[i].capital:
            phrase.known.names.add(base if i == ending else tokens[i].text)
    if last + 1 < phrase.size and phrase.lower(last + 1) in ("мырза", "ханым"):
        chunk.last, chunk.end = last + 1, tokens[last + 1].end
    elif last + 1 < phrase.size and (honorific := phrase.first(last + 1)) and honorific.lemma in ("мырза", "ханым"):
        chunk.last, chunk.end = last + 1, tokens[last + 1].end
        chunk.function = FUNCTION_OF_CASE.get(honorific.case or "Nom", "subject")
    return phrase.take(chunk)


def _spaced(phrase: Phrase, at: int, last: int, ending: int, base: str) -> str:
    parts = []
    for i in range(at, last + 1):
        token = phrase.tokens[i]
        if at < i < last and phrase.lowers[i] in phrase.cues.words["titles-within-names"]:
            continue
        parts.append(base if i == ending else token.text.replace(" ", "").replace("\u00a0", ""))
    return " ".join(parts)
