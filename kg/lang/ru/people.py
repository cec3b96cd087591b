"""People in Russian text: where a name begins and ends, its nominative, and the posts before it or behind it."""

from __future__ import annotations

from kg.lang.person_names import PARTICLES
from kg.lang.ru.demonyms import made_of
from kg.lang.ru.korean_names import begins_korean_name, of_three_syllables
from kg.lang.ru.names import CHILD_OF, TITLES, bare_name_of_a_woman, has_article, named_by_form, read_name
from kg.lang.ru.phrase import Phrase, adjectives_of
from kg.lang.ru.settled_names import allowed_cases, take_person
from kg.lang.ru.two_names import names_a_see, two_people
from kg.lang.ru.words_with_a_meaning import MEANS_SOMETHING, like_an_adjective
from kg.lang.syntax import Chunk

_LONGEST = 4
_ARTICLES = frozenset({"Аль", "Эль"})
_NAME_AND_SURNAME = 2
NEVER_DECLINES = ("у", "ю", "и", "о", "е", "э")


def find_certain_people(phrase: Phrase) -> None:
    """Take names that their own form gives away: initials, patronymics, given names and surnames, г-н."""
    behind = 0
    for begin in phrase.begin_people:
        if begin < behind:
            continue
        if (end := namesake(phrase, begin)) >= begin:
            behind = end + 1
            continue
        first = begin + _post_that_opens(phrase, begin)
        at = first + (
            _before_three_names(phrase, first) or _of_the_body(phrase, first) or _of_a_territory(phrase, first)
        )
        behind = at + 1
        last = _with_initials(phrase, at)
        rule = "person.initials"
        if last is None:
            last, rule = _by_form(phrase, at), "person.by-form"
        if last is None:
            last, rule = _behind_honorific(phrase, at), "person.honorific"
        if last is not None:
            take_person(phrase, at, last, rule)
            behind = last + 1


def namesake(phrase: Phrase, at: int) -> int:
    """Return the last token of a name that something is named after (имени Алькея Жолдасбаева), before ``at`` if none.

    What follows it may be the name of a person of that body: директор музея имени Абая Дина Ахметова.
    """
    if not (phrase.lower(at - 1) == "имени" or (phrase.lower(at - 1) == "." and phrase.lower(at - 2) == "им")):
        return at - 1
    last = at
    while last < phrase.size and phrase.tokens[last].kind == "initials":
        last += 1
    run = last
    while run < phrase.size and phrase.name_like[run]:
        run += 1
    words = run - last
    if last > at or words < 3 or named_by_form(phrase.tokens[last + 1].text) == "Patr":
        return last + (min(words, 3) if words > 1 and last == at else 1) - 1 if words else at - 1
    return last + words - 3  # the last two are who has the post


def named_here(phrase: Phrase, at: int) -> bool:
    """Tell whether a word is the surname, in the nominative, of someone whom the text names elsewhere."""
    word = phrase.tokens[at].text
    return word in phrase.known.names and named_by_form(word) == "Surn"


def _post_that_opens(phrase: Phrase, at: int) -> int:
    """Tell whether a post that may be a given name opens a sentence: 1 if several names follow, or a place's adjective.

    Аким Тарбагатая Серик Ахметов; Аким Курганской области Серик Ахметов.
    """
    if not phrase.opening(at) or not phrase.lemmas(at) & phrase.cues.roles.keys():
        return 0
    run = at
    while run < phrase.size and phrase.name_like[run]:
        run += 1
    if run == at + 2 and phrase.lemmas(run) & phrase.cues.places.keys() and adjectives_of(phrase.tokens[at + 1].text):
        return 1
    return int(run - at > _NAME_AND_SURNAME and named_by_form(phrase.tokens[at + 1].text) != "Patr")


def _before_three_names(phrase: Phrase, at: int) -> int:
    """Федерации тенниса Жетысу | Нурлана Сапаровича Айтжанова: whoever has three names needs no fourth before them."""
    names = range(at + 1, at + 4)
    if at + 4 > phrase.size or not all(phrase.name_like[i] and phrase.taken[i] is None for i in (at, *names)):
        return 0
    return int([named_by_form(phrase.tokens[i].text) for i in names[1:]] == ["Patr", "Surn"])


def _of_a_territory(phrase: Phrase, at: int) -> int:
    """Return how many capitals of a run are a place, 0 if none: behind it stands who has a post there.

    глава Росимущества по Крыму | Анна Анюхина; директор Союза женщин Уфы | Инна Садулаева;
    посол по Ближнему Востоку | X.
    """
    if at + 2 >= phrase.size or not all(phrase.name_like[at : at + 3]):
        return 0
    if _of_no_man(phrase, at):
        return 1
    if is_given_name(phrase, at):
        return 0
    case = "Dat" if phrase.lower(at - 1) == "по" else "Gen"
    if case == "Dat" and is_given_name(phrase, at + 2) and not any(f.name for f in phrase.forms[at + 1][:1]):
        adjectives = {f.gender for f in adjectives_of(phrase.tokens[at].text) if f.case == case}
        return 2 if any(f.case == case and f.known and f.gender in adjectives for f in phrase.forms[at + 1]) else 0
    own = [f for f in phrase.forms[at] if f.known]
    place = bool(own) and all(f.name == "Geox" or f.pos != "NOUN" for f in own) and any(f.case == case for f in own)
    noun = at > 0 and phrase.tokens[at - 1].kind == "word" and not phrase.tokens[at - 1].capital
    named = is_given_name(phrase, at + 1) or named_by_form(phrase.tokens[at + 2].text) == "Surn"
    return int(place and noun and named)


def _of_no_man(phrase: Phrase, at: int) -> bool:
    """Tell whether a word in -а that no dictionary has cannot be called as the man behind it: Фонд спасения Арала."""
    behind_noun = at > 0 and phrase.tokens[at - 1].kind == "word" and phrase.tokens[at - 1].text.islower()
    if not behind_noun or phrase.lower(at)[-1] not in "ая" or any(f.known for f in phrase.forms[at]):
        return False
    given = [f for f in phrase.forms[at + 1] if f.known and f.number == "Sing"]
    man = bool(given) and all(f.name == "Name" and f.gender == "Masc" for f in given)
    told = man and not any(f.case in ("Gen", "Acc") for f in given)
    return told and named_by_form(phrase.tokens[at + 2].text) != "Patr"


def _of_the_body(phrase: Phrase, at: int) -> int:
    """Return how many capitals of a run go on with the name of a body: председатель Сената Олий Мажлиса | X Y."""
    if at < 1 or phrase.tokens[at - 1].kind != "word":
        return 0
    before = phrase.lemmas(at - 1)
    letters = phrase.tokens[at - 1].acronym and phrase.taken[at - 1] is None  # УВД Рябинска | X Y
    of_body = letters or bool(before & phrase.cues.organizations.keys())
    of_place = bool(before & phrase.cues.places.keys())  # аким села Кокжар | Дина Ахметова
    described = phrase.tokens[at - 1].capital and bool(adjectives_of(phrase.tokens[at - 1].text))
    if not of_body and not of_place and not (described and not phrase.opening(at - 1)):
        return _of_foreign_body(phrase, at) if before & phrase.cues.roles.keys() else 0
    run = at
    while run < phrase.size and phrase.name_like[run] and phrase.taken[run] is None:
        run += 1
    if not 3 <= run - at <= 5:
        return 0
    kinds = [named_by_form(phrase.tokens[i].text) for i in range(at, run)]
    length = 3 if "Patr" in kinds[-2:] and run - at > 3 else 2
    name = range(run - length, run)
    if "Patr" in kinds[-2:] and length == 2:
        return 0
    genitive = all(
        any(f.case == "Gen" and f.name not in ("Surn", "Patr") for f in phrase.forms[i]) for i in range(at, name[0])
    )
    person = is_given_name(phrase, name[0]) or "Surn" in kinds[-length:]
    # one word more may be a second given name; two (Олий Мажлиса) hardly are
    named = name[0] - at == 1 and any(f.name == "Name" and f.known for f in phrase.forms[at])
    if named and any(phrase.known_as(f"{lemma} {phrase.tokens[at].text}", "Organization") for lemma in before):
        named = False  # аким области Абай | X Y: a region is called so
    if _two_behind_a_state(phrase, at, run - 1):
        return 0
    return name[0] - at if (genitive or of_place) and person and not named else 0


def _of_foreign_body(phrase: Phrase, at: int) -> int:
    """фотограф Рейтер | Клаус Майер, оператор Аль-Манары | Самир Хаддад: capitals between a post and a name in full."""
    run = at
    while run < phrase.size and phrase.name_like[run] and phrase.taken[run] is None:
        run += 1
    name = run - _NAME_AND_SURNAME
    if name - at == 1 and _of_regions(phrase, at - 1) and not _given(phrase, at):
        return int(any(f.case == "Gen" and f.number != "Plur" for f in phrase.forms[at]))  # Аким Кызылтана | X Y
    if run - at == _LONGEST and two_people(phrase, at):
        return 0  # Указом Президента Ивана Белова Ермек Сагынов назначен
    if not 1 <= name - at <= _NAME_AND_SURNAME or not _given(phrase, name) or _given(phrase, name + 1):
        return 0
    if _given(phrase, name - 1) or any(named_by_form(phrase.tokens[i].text) == "Patr" for i in range(at, run)):
        return 0
    alone = name - at == 1
    surname = any(f.name == "Surn" and f.known for f in phrase.forms[at])  # артист Иванов Павел Бек
    return 0 if (alone and surname) or of_three_syllables(phrase, at, run - 1) else name - at


def _of_regions(phrase: Phrase, at: int) -> bool:
    """Tell whether a word is a post that regions and towns have: аким, мэр."""
    bodies = phrase.cues.bodies_of_post
    return any(bodies.get(lemma, set()) & phrase.cues.regional for lemma in phrase.lemmas(at))


def _given(phrase: Phrase, at: int) -> bool:
    """Tell whether the dictionary has a word for a given name."""
    return any(f.name == "Name" and f.known for f in phrase.forms[at])


def find_likely_people(phrase: Phrase) -> None:
    """Take the runs of capitals that are left: behind a post, of two unknown words or more, or a known surname."""
    behind = 0
    for at in phrase.begin_people:
        last = _run(phrase, at) if at >= behind and phrase.name_like[at] else None
        if last is None:
            continue
        last = max(last, end := namesake(phrase, at))
        behind = last + 1
        if last == end:
            continue
        role = _role_before(phrase, at)
        beside = phrase.taken[last + 1] if last + 1 < phrase.size else None
        if last == at and beside is not None and beside.kind == "Person":
            continue  # Федерации тенниса Жетысу | Нурлана Сапаровича Айтжанова
        if last == at and _describes(phrase, at):
            continue  # лидер фракции «Х» Томской городской думы
        if role is not None and not role.plural and not _all_known_words(phrase, at, last):
            take_person(phrase, at, last, "person.behind-post", role)
        elif (
            last > at
            and not _starts_with_common_word(phrase, at)
            and not _all_known_words(phrase, at, last)
            and not _follows_body(phrase, at)
        ):
            take_person(phrase, at, last, "person.capitals").confidence = 0.7
        elif last == at and (
            has_article(phrase.tokens[at].text) or _known_surname(phrase, at) or _is_surname(phrase, at)
        ):
            take_person(phrase, at, last, "person.surname-alone")


def _describes(phrase: Phrase, at: int) -> bool:
    """Tell whether a capital is an adjective of a noun with another adjective between: Томской городской думы."""
    if at + 2 >= phrase.size or phrase.tokens[at + 1].capital or not adjectives_of(phrase.tokens[at].text):
        return False
    return any(g.first <= at and at + 1 < g.head and g.kind == "noun" and not g.animate for g in phrase.groups.values())


def _follows_body(phrase: Phrase, at: int) -> bool:
    before = phrase.taken[at - 1] if at else None
    return before is not None and before.kind in ("Organization", "Place", "Program")


def _with_initials(phrase: Phrase, at: int) -> int | None:
    tokens = phrase.tokens
    if phrase.taken[at] is not None:
        return None
    if tokens[at].kind == "initials" and at + 1 < len(tokens) and _name_at(phrase, at + 1):
        return at + 1
    if tokens[at].kind == "initials" and phrase.lower(at + 1) in PARTICLES and (step := _next_of_name(phrase, at + 1)):
        return at + step  # П. ван ден Берг
    if not _name_at(phrase, at) or at + 1 >= len(tokens) or tokens[at + 1].kind != "initials":
        return None
    if at + 2 < len(tokens) and _name_at(phrase, at + 2) and not _begins_sentence(phrase, at + 2):
        return None  # the initials are of the next surname
    return at + 1


def _begins_sentence(phrase: Phrase, at: int) -> bool:
    """встреча Турсунова Ш. Х. Рассмотрены вопросы: a verb with a capital behind initials begins another sentence."""
    found = phrase.forms[at]
    return bool(found) and found[0].known and found[0].pos in ("VERB", "PRTS", "ADVB", "PREP", "CONJ", "INFN", "GRND")


def _name_at(phrase: Phrase, at: int) -> bool:
    return phrase.name_like[at] and phrase.taken[at] is None


def _run(phrase: Phrase, at: int) -> int | None:
    """Return the last token of a run of words with capitals that begins here and may be a name."""
    named = begins_korean_name(phrase, at) or like_an_adjective(phrase, at)
    if not _name_at(phrase, at) or (_no_name(phrase, at) and not named):
        return None
    if at - 1 in phrase.pairs and phrase.tokens[at - 1].kind == "quote":
        return None
    last = at
    while last - at < _LONGEST - 1 and (step := _next_of_name(phrase, last + 1)):
        last += step
    child = last > at and phrase.lower(last + 1) in CHILD_OF and phrase.free(last + 1, last + 1)
    return last + 1 if child else last  # Нурланбек Тургунбек уулу


def _next_of_name(phrase: Phrase, at: int) -> int:
    """Return how many tokens the next word of a name takes: two with a particle before it (бин Ладен), 0 for none."""
    particles = 0
    while particles < 2 and (
        (phrase.lower(at + particles) in PARTICLES and _as_particle(phrase, at + particles))
        or (at + particles < phrase.size and phrase.tokens[at + particles].text in TITLES)
    ):
        particles += 1
    end = at + particles
    goes_on = end < phrase.size and _name_at(phrase, end)
    goes_on = goes_on and (not _no_name(phrase, end) or (not particles and _surname_like_adjective(phrase, end)))
    return particles + 1 if goes_on and phrase.free(at, end) else 0


def _as_particle(phrase: Phrase, at: int) -> bool:
    """Tell whether a particle is written as one: бин Ладен, or Аль Мансури behind a name that has another before."""
    return phrase.tokens[at].text.islower() or phrase.tokens[at].text in _ARTICLES


def _surname_like_adjective(phrase: Phrase, at: int) -> bool:
    """Сергей Тихий, Марии Белой: an adjective with a capital behind a given name, which no noun follows."""
    before = phrase.forms[at - 1]
    if not any(f.name == "Name" and f.known for f in before) or phrase.opening(at - 1):
        return False
    agree = {(f.case, f.gender) for f in before if f.name == "Name" and f.number == "Sing"}
    found = adjectives_of(phrase.tokens[at].text)
    fits = any((f.case, f.gender) in agree for f in found if f.number == "Sing")
    fits = fits or all(f.number == "Plur" and f.case == "Ins" for f in found)  # Реза Карими
    fits = fits or phrase.lower(at).endswith(("ых", "их"))  # Ирина Толстых
    fits = fits or not {f.case for f in found} & {case for case, _ in agree}  # с Питером Ломаном: of Ломан
    return fits and not (
        at + 1 < phrase.size and phrase.tokens[at + 1].kind == "word" and phrase.tokens[at + 1].capital
    )


def _no_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a word with a capital is a post, a head noun, an adjective or a small word, or names a see."""
    return MEANS_SOMETHING[phrase.opening(at)][phrase.tokens[at].text] or names_a_see(phrase, at)


def _by_form(phrase: Phrase, at: int) -> int | None:
    """Return the last token of a run that has a given name or patronymic and another word, or a surname among two."""
    last = _run(phrase, at)
    if last is None or last == at:
        return None
    if _two_behind_a_state(phrase, at, last):
        return at + 1
    if _belongs_before(phrase, at, last) or _whose(phrase, at):
        return None
    kinds = [named_by_form(phrase.tokens[i].text) for i in range(at, last + 1)]
    given = [is_given_name(phrase, i) for i in range(at, last + 1)]
    if "Patr" in kinds[1:]:
        end = at + max(i for i, k in enumerate(kinds) if k) if last - at > 2 else last
        return end if _one_case(phrase, at, end) else None
    if not any(given) and not (
        any(k == "Surn" for k in kinds) and not any(_common(phrase, i) for i in range(at, last + 1))
    ):
        return None
    if last - at == _LONGEST - 1 and two_people(phrase, at):
        return at + 1
    if given[0] or "Surn" in kinds:
        small = sum(phrase.lower(i) in PARTICLES for i in range(at, last + 1))  # Питер ван ден Берг
        longest = last if has_article(phrase.tokens[last].text) else at + 2 + small  # Мустафа Абдель Хади ас-Самахи
        for end in range(min(last, longest), at, -1):
            if (
                phrase.lower(end) not in PARTICLES
                and (given[0] or given[end - at] or "Surn" in kinds[: end - at + 1])
                and _one_case(phrase, at, end)
                and not _place_like(phrase, at, end)
            ):
                return end
    elif of_three_syllables(phrase, at, last) and not phrase.opening(at):
        return last  # Пак Чжун Хо: the surname comes first, and may look like a common noun
    return None


def _two_behind_a_state(phrase: Phrase, at: int, last: int) -> bool:
    """Указом Президента Латвийской Республики Ивана Белова Ермек Сагынов назначен: whose decree, and who."""
    state = phrase.taken[at - 1] if at else None
    return last - at == _LONGEST - 1 and state is not None and state.kind == "Country" and two_people(phrase, at)


def _belongs_before(phrase: Phrase, at: int, last: int) -> bool:
    """Tell whether the first capital behind a post or a body's noun is the body or its name, and the person's follows.

    глава Роскосмоса Анатолий Перминов, глава Минфина Жуков, вокалист группы Сплав Илья Лагутин.
    """
    if (
        at == 0
        or phrase.tokens[at - 1].kind != "word"
        or is_given_name(phrase, at)
        or of_three_syllables(phrase, at, last)
    ):
        return False
    if last - at == _NAME_AND_SURNAME and is_given_name(phrase, at + 1) and _where_a_body_is(phrase, at):
        return True
    if _of_a_known_place(phrase, at) and last - at >= _NAME_AND_SURNAME and is_given_name(phrase, at + 1):
        return True
    lemmas = phrase.lemmas(at - 1)
    given = any(is_given_name(phrase, i) for i in range(at + 1, last + 1))
    if phrase.lower(at - 1) in ("в", "во", "на", "из"):
        surname = any(f.name == "Surn" and f.known for f in phrase.forms[at])
        return given and not surname  # принял в Тихвине Олега Жукова
    if any(named_by_form(phrase.tokens[i].text) == "Patr" for i in range(at + 1, last + 1)):
        return False
    if lemmas & (phrase.cues.organizations.keys() | phrase.cues.places.keys()):
        return given or last - at >= 3
    behind_noun = lemmas & (phrase.cues.roles.keys() | phrase.cues.organizations.keys()) or _of_a_foreign(phrase, at)
    if not behind_noun:
        return False
    genitive = any(f.case == "Gen" and f.number == "Sing" and not f.animate for f in phrase.forms[at])
    surname = not named_by_form(phrase.tokens[at].text) and named_by_form(phrase.tokens[last].text) == "Surn"
    if last == at + 1 and not given and any(f.case == "Nom" and f.known for f in phrase.forms[at]):
        return False  # заместителю председателя Алтын Омаровой: a given name that is a noun too
    return genitive and (given or surname)


def _of_a_known_place(phrase: Phrase, at: int) -> bool:
    """губернатор Чукотки | Роман X, губернаторы Приморья и Камчатки | X и Y: a place in the genitive is no surname."""
    found = [f for f in phrase.forms[at] if f.known]
    places = [f for f in found if f.name == "Geox"]
    if any(f.number == "Sing" for f in places):
        places = [f for f in places if f.number == "Sing"]  # but Химок, Набережных Челнов
    other = any((f.case == "Nom" and f.number == "Sing") or f.name == "Surn" for f in found)
    return not other and any(f.case == "Gen" for f in places)


def _where_a_body_is(phrase: Phrase, at: int) -> bool:
    """президент Федерации самбо Жетысу | Инна Цой: a word that never declines, behind what a body of a post is of."""
    word = phrase.lower(at)
    if not word.endswith(NEVER_DECLINES) or any(f.known for f in phrase.forms[at]) or phrase.tokens[at - 1].capital:
        return False
    if named_by_form(phrase.tokens[at].text):
        return False  # Департамента казначейства | Есимову Динару Рахимжановну
    return any(phrase.lemmas(i) & phrase.cues.organizations.keys() for i in range(max(0, at - 3), at - 1))


def _whose(phrase: Phrase, at: int) -> bool:
    """Соперник Марка Лоу ответил, Награду Марку Лоу вручили: a common noun opens the sentence, in another case."""
    own = [f for f in phrase.forms[at] if f.known]
    if not phrase.opening(at) or not own or own[0].pos != "NOUN" or any(f.name for f in phrase.forms[at]):
        return False
    given = [f for f in phrase.forms[at + 1] if f.name == "Name" and f.known and f.number == "Sing"]
    return bool(given) and not {f.case for f in given} & {f.case for f in own}


def _of_a_foreign(phrase: Phrase, at: int) -> bool:
    """мэр турецкого Эскипазара | X Y: behind an adjective in the genitive a town or body is named."""
    found = adjectives_of(phrase.tokens[at - 1].text)
    small = not phrase.tokens[at - 1].capital
    return small and any(f.case == "Gen" and f.number == "Sing" and made_of(f.lemma) for f in found)


def is_given_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a word may be a given name by the dictionary or its form."""
    sure = any(f.name == "Name" and f.number == "Sing" for f in phrase.forms[at])
    return sure or bare_name_of_a_woman(phrase.tokens[at].text)


def _common(phrase: Phrase, at: int) -> bool:
    """Tell whether the dictionary has the word as one that is no name."""
    return any(f.known and not f.name and f.pos not in ("UNKN",) for f in phrase.forms[at])


def _place_like(phrase: Phrase, at: int, last: int) -> bool:
    return phrase.known_as(phrase.words(at, last), "Place", "Country", "Organization", "Program") is not None


def _one_case(phrase: Phrase, at: int, last: int) -> bool:
    words = tuple(phrase.tokens[i].text for i in range(at, last + 1))
    found = read_name(words, allowed_cases(phrase, at), phrase.known.names)
    return bool(found) and found[0].weight > 0.25


def _behind_honorific(phrase: Phrase, at: int) -> int | None:
    """г-жу Уршулу Гацек, господин Пак."""
    if at == 0 or not phrase.lemmas(at - 1) & phrase.cues.words["honorific"]:
        return None
    return _run(phrase, at)


def _role_before(phrase: Phrase, at: int) -> Chunk | None:
    """Return the post whose phrase ends right before a token, what stands in brackets behind it left aside."""
    edges = {at - 1}
    if at and phrase.tokens[at - 1].text == ")" and at - 1 in phrase.opens:
        edges.add(phrase.opens[at - 1] - 1)
    for chunk in phrase.chunks:
        if chunk.kind == "Role" and "absorbed" not in chunk.flags and phrase.ends[chunk] in edges:
            return chunk
    return None


def _starts_with_common_word(phrase: Phrase, at: int) -> bool:
    return phrase.opening(at) and _common(phrase, at)


def _all_known_words(phrase: Phrase, at: int, last: int) -> bool:
    """Tell whether all the words are common nouns (Новый Год), so that no name is likely."""
    return all(_common(phrase, i) and not named_by_form(phrase.tokens[i].text) for i in range(at, last + 1))


def _known_surname(phrase: Phrase, at: int) -> bool:
    words = (phrase.tokens[at].text,)
    return any(
        n.words[0] in phrase.known.names for n in read_name(words, allowed_cases(phrase, at), phrase.known.names)
    )


def _is_surname(phrase: Phrase, at: int) -> bool:
    """Tell whether the dictionary has a lone capital inside a sentence for a surname and nothing else."""
    known = [f for f in phrase.forms[at] if f.known and f.pos != "ADJF"]
    names = [f for f in known if f.name in ("Surn", "Name", "Patr")]
    return bool(names) and len(names) == len(known) and any(f.name == "Surn" for f in names)
