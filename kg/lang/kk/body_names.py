"""Where a body's name in Kazakh begins: how far to the left of its head noun grammar lets it reach."""

from __future__ import annotations

from kg.lang.kk.alphabet import RELATIONAL
from kg.lang.kk.name_modifiers import may_modify
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.word_kinds import kinds_of
from kg.lang.person_names import PATRONYMIC
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_LONGEST_NAME = 14
_LONGEST_OF_A_PERSON = 4
_LONGEST_SUFFIX = 5  # letters of -қызы, -ович with one before


def reach_left(phrase: Phrase, head: int, reading: Reading, weak: bool) -> int:
    """Return where the longest run of words begins that grammar allows in a name before this head."""
    begin = i = head
    nouns_may = reading.possessor == "3"
    joins = reading.case == "Dat" and nouns_may and _is_joined(phrase, head)
    joined = False
    while i - 1 >= 0 and head - i < _LONGEST_NAME and not (i < head and _opens_before_a_name(phrase, i)):
        i -= 1
        taken = phrase.taken[i]
        if taken is not None and _stands_apart(taken, joins):
            break
        token, word = phrase.tokens[i], phrase.lower(i)
        if token.kind != "word":
            if not _mark_inside_a_name(phrase, i, begin, joined):
                break
            begin = i if token.text == "№" else begin
            continue
        if word in phrase.cues.words["joining"]:
            # a second capital behind and begins another name: Ернар Сейітқали және KOTRA агенттігі
            if not (nouns_may or _two_adjectives(phrase, i)) or begin == head or _begins_another(phrase, i, begin):
                break
            joined = True
            continue
        if word == "атындағы":
            begin = i = _named_after(phrase, i)
            continue
        if word == "бірлескен" and not phrase.head(head, phrase.cues.events):
            begin = i  # бірлескен жұмыс тобы; a бірлескен отырыс is one of two bodies
            continue
        if word in phrase.cues.words["relating"]:
            nouns_may = True
            continue
        if reaches_beyond(phrase, i, begin) or _begins_a_clause(phrase, i):
            break
        if _introduced_acronym(phrase, i, begin, head) or _ends_a_firm(phrase, i) or _before_a_state(phrase, i):
            break
        if _another_name_ends(phrase, i) or not may_modify(phrase, i, begin, nouns_may, weak):
            break
        begin = i
        against = phrase.first(i) if phrase.lower(i + 1) == "қарсы" else None
        nouns_may = nouns_may or (against is not None and against.possessor == "3")  # су тасқынына қарсы штаб
    return begin


def _is_joined(phrase: Phrase, head: int) -> bool:
    """Ұйымға (ТЖЫҰ) мүше: a body right before the word for members is what somebody belongs to."""
    behind = phrase.pairs.get(head + 1, head) + 1 if phrase.lower(head + 1) == "(" else head + 1
    return phrase.lower(behind).startswith("мүше")


def _stands_apart(taken: Chunk, joins: bool) -> bool:
    """Tell what no name reaches over: all but places and states, and a state that is itself the member of the body.

    Қазақстан | Темір жолдар ұйымына мүше, at the beginning of a sentence; Еліміз | Темір жолдар ұйымына кірді.
    """
    member = joins and taken.kind == "Country" and taken.first == 0
    return member or "ours" in taken.flags or taken.kind not in ("Country", "Place", "Known")


def reaches_beyond(phrase: Phrase, at: int, begin: int) -> bool:
    """Tell whether a name that begins with what reaches beyond a state has a state or a body before it: a member.

    Қазақстан | Дүниежүзілік кеден ұйымына мүше; Астық одағы | Халықаралық астық кеңесінің мүшесі.
    """
    if not phrase.tokens[begin].capital or phrase.lower(begin) not in phrase.cues.words["reaches-beyond"]:
        return False
    taken, body = phrase.taken[at], phrase.head(at, phrase.cues.organizations)
    own = body is not None and body[2].possessor == "3" and body[2].number != "Plur"
    return own or (taken is not None and taken.kind == "Country")


def _begins_another(phrase: Phrase, at: int, begin: int) -> bool:
    """Tell whether what stands behind an and is a name of its own: Х мен | облыстық мәдениет басқармасы."""
    if phrase.lower(begin) in phrase.cues.words["regional"] and phrase.tokens[at - 1].capital:
        return True
    together = _share_a_noun(phrase, at, begin) or _parts_of_the_world(phrase, at, begin)
    return phrase.tokens[begin].capital and not together


def _before_a_state(phrase: Phrase, at: int) -> bool:
    """Альберт Рау | ҚХР Мемлекеттік кеңесі: a name right before a state that a body's name begins with is another's."""
    state = phrase.taken[at + 1] if at + 1 < phrase.size else None
    if state is None or state.kind != "Country" or state.first != at + 1 or phrase.taken[at] is not None:
        return False
    return phrase.tokens[at].capital and phrase.pos(at) == "PROPN" and not phrase.tokens[at].acronym


def _two_adjectives(phrase: Phrase, at: int) -> bool:
    """Экономикалық және әлеуметтік кеңес: two adjectives of one noun, the first with the capital of the name."""
    first, second = phrase.lower(at - 1), phrase.lower(at + 1)
    like = first.endswith(RELATIONAL) and second.endswith(RELATIONAL)
    return like and phrase.tokens[at - 1].capital and not phrase.tokens[at + 1].capital


def _parts_of_the_world(phrase: Phrase, at: int, begin: int) -> bool:
    """Шығыс Еуропа және Орталық Азия бюросы: two regions of two words each bear one office."""
    first = phrase.nominal(at - 1) if at > 1 else None
    told = first is not None and first.case in ("", "Nom") and phrase.tokens[at - 1].capital
    words = phrase.cues.words["sides-of-world"]
    return told and phrase.lower(at - 2) in words and phrase.lower(begin) in words


def _share_a_noun(phrase: Phrase, at: int, begin: int) -> bool:
    """Шу және Талас өзендерін пайдалану комиссиясы: the plural in small letters is that of both names."""
    shared = phrase.first(begin + 1)
    plural = shared is not None and shared.number == "Plur" and shared.possessor == "3"
    return plural and not phrase.tokens[begin + 1].capital and at > 0 and phrase.tokens[at - 1].capital


def _ends_a_firm(phrase: Phrase, at: int) -> bool:
    """«Қарлығаш» АҚ | Семей филиалы: letters behind a quoted name that say what kind of firm bears it."""
    firm = phrase.tokens[at].acronym and phrase.tokens[at].text in phrase.cues.organizations
    return firm and at > 0 and phrase.tokens[at - 1].text in "»”"  # «X» ұлттық компаниясы» АҚ closes one more


def _begins_a_clause(phrase: Phrase, at: int) -> bool:
    """Ал | Еуразия қауымдастығына …; дөңгелек үстелді | институт ұйымдастырды: what is no part of a name."""
    opens = at == 0 or phrase.tokens[at - 1].kind in ("punct", "dash")
    if opens and (phrase.lower(at) in phrase.cues.words["begins-clause"] or _are_sides(phrase, at)):
        return True
    return _encounter_as_object(phrase, at)


def _are_sides(phrase: Phrase, at: int) -> bool:
    """Тараптар | студенттер орталығын салу туралы келісті: those who act, all of them."""
    first = phrase.first(at)
    several = first is not None and first.number == "Plur" and first.case in ("", "Nom") and not first.possessor
    return several and first is not None and first.lemma in phrase.cues.words["side"]


def _encounter_as_object(phrase: Phrase, at: int) -> bool:
    """Дөңгелек үстелді | Ядролық физика институты ұйымдастырды: an accusative that looks like an adjective."""
    return phrase.lower(at).endswith(("ды", "ді", "ты", "ті", "ны", "ні")) and bool(phrase.head(at, phrase.cues.events))


def _introduced_acronym(phrase: Phrase, at: int, begin: int, head: int) -> bool:
    """Tell whether an abbreviation that the text explains stands before a name: ҚҚМСК | Кәсіподақтар федерациясы."""
    token = phrase.tokens[at]
    return token.text in phrase.known.acronyms and begin == at + 1 < head and phrase.tokens[begin].capital


def _mark_inside_a_name(phrase: Phrase, at: int, begin: int, joined: bool) -> bool:
    """Tell whether a comma of a list or a dash belongs to the name that goes on behind it."""
    if at == 0:
        return phrase.tokens[0].text == "№"
    before = phrase.tokens[at - 1]
    if phrase.tokens[at].text == "№" or (before.text == "№" and phrase.tokens[at].text.isdigit()):
        return True  # Семей қалалық №2 ауруханасы
    if phrase.tokens[at].text == ",":
        return joined and before.kind == "word" and not phrase.tokens[begin].capital
    touching = before.end == phrase.tokens[at].start
    return phrase.tokens[at].kind == "dash" and (touching or _between_states(phrase, at))


def _between_states(phrase: Phrase, at: int) -> bool:
    """Қазақстан – Португалия іскерлік кеңесі."""
    sides = (phrase.taken[at - 1], phrase.taken[at + 1] if at + 1 < phrase.size else None)
    return all(side is not None and side.kind == "Country" for side in sides)


def _named_after(phrase: Phrase, at: int) -> int:
    """Return where the name before атындағы begins: words with capitals, initials."""
    i = (
        at - 1
        if phrase.lower(at - 1) in phrase.cues.words["named-with"] and at > 1 and phrase.tokens[at - 2].capital
        else at
    )
    while (
        i - 1 >= 0
        and phrase.tokens[i - 1].capital
        and at - i < _LONGEST_OF_A_PERSON
        and not _before_a_name(phrase, i)
        and ((taken := phrase.taken[i - 1]) is None or taken.kind != "Date")
    ):
        i -= 1
    initials = i - 1 >= 0 and phrase.tokens[i - 1].kind == "initials"
    return i - 1 if initials else _behind_a_holder(phrase, i, at)


def _behind_a_holder(phrase: Phrase, begin: int, at: int) -> int:
    """Гүлжан Әбен | Абай атындағы: two capitals before somebody known by a given name alone are another's name."""
    words = [phrase.tokens[i].text for i in range(begin, at)]
    given = ["given" in kinds_of(word) for word in words]
    if len(words) == 3 and given[0] and given[2] and not (given[1] or PATRONYMIC.search(words[1])):
        return begin + 2
    return begin


def _opens_before_a_name(phrase: Phrase, at: int) -> bool:
    """Бүгін | Мұхтар Әуезов атындағы театр: the first word of the sentence stands before the name of a person."""
    if at != 1 or not phrase.tokens[1].capital or "атындағы" not in phrase.lowers[2:5]:
        return False
    return phrase.tokens[1].kind != "initials" and _before_a_name(phrase, 1)


def _before_a_name(phrase: Phrase, first: int) -> bool:
    """Кеше | Қ.Сәтбаев атындағы, Бүгін | Ахмет Байтұрсынұлы атындағы: the first word of the sentence is no name."""
    opening = phrase.first(0)
    adverb = opening is not None and (opening.pos in ("ADV", "ADP", "CCONJ", "PRON") or opening.case == "Loc")
    adverb = adverb or any(r.pos == "ADV" for r in phrase.readings[0])
    return phrase.tokens[first].kind == "initials" or (first == 1 and adverb)


def _another_name_ends(phrase: Phrase, at: int) -> bool:
    """Tell whether a post (төрағасы), a named programme or the name of another body (университеті) ends at a token."""
    program = phrase.head(at, phrase.cues.programs)
    if program is not None and program[2].possessor == "3" and at and phrase.tokens[at - 1].text in "»”":
        return True  # «Жасыл ауыл» жобасы | бағыттаушы комитеті
    role = phrase.head(at, phrase.cues.roles)
    if role and role[2].number != "Plur" and (role[2].possessor == "3" or not phrase.tokens[at].capital):
        return True
    if phrase.tokens[at].text in phrase.known.names and at > 0 and phrase.tokens[at - 1].text in phrase.known.names:
        return True  # Мирас Төлебай | Сарыөзен аудандық соты
    if _ends_with_the_father(phrase, at) or _who_has_the_post(phrase, at):
        return True
    body = phrase.head(at, phrase.cues.organizations)
    if body is None or body[2].number == "Plur" or _is_central(phrase, at, body[2]):
        return False
    if at and (phrase.lower(at - 1) == "атындағы" or (phrase.tokens[at - 1].text in "»”" and body[2].possessor == "3")):
        return True  # Дінмұхамед Қонаев атындағы университет | Халықаралық … қауымдастығы
    alone = at == 0 and not body[2].possessor and phrase.size > 1 and phrase.tokens[1].capital
    if alone and phrase.cues.organizations[body[1]] not in ("state", "weak", "service"):
        return True  # Университет Бүкіләлемдік ... қауымдастығына: the first word is a subject of its own
    if body[2].possessor == "3" and any(t.text == "№" for t in phrase.tokens[max(at - 3, 0) : at]):
        return True  # №12 түзеу мекемесі | Риддер колледжімен бірге
    if body[2].possessor == "3" and phrase.cues.organizations[body[1]] == "weak":
        # Арқа қоғамы | Еуропа жүрек қауымдастығының
        named = at > 0 and phrase.tokens[at - 1].capital
        return named and at + 1 < phrase.size and phrase.tokens[at + 1].capital
    return body[2].possessor == "3" and phrase.cues.organizations[body[1]] != "service"


def _ends_with_the_father(phrase: Phrase, at: int) -> bool:
    """Дана Қуатқызы | Орталық Азия мұздықтар орталығы: a child of somebody, and another capital behind the name."""
    told = PATRONYMIC.search(phrase.lower(at)) is not None and len(phrase.lower(at)) > _LONGEST_SUFFIX
    named = at > 0 and phrase.tokens[at].capital and phrase.tokens[at - 1].capital
    return told and named and at + 1 < phrase.size and phrase.tokens[at + 1].capital


def _who_has_the_post(phrase: Phrase, at: int) -> bool:
    """Ғылым министрі Саясат Нұрбек | Лилль университетінің: behind a post two capitals, one of them a given name."""
    if at < 2 or at + 1 >= phrase.size or not all(phrase.name_like[at - 1 : at + 2]):
        return False
    post = phrase.head(at - 2, phrase.cues.roles)
    held = post is not None and post[2].possessor == "3" and post[2].case in ("", "Nom") and post[2].number != "Plur"
    given = any("given" in kinds_of(phrase.tokens[i].text) for i in (at - 1, at))
    return held and given and phrase.head(at, phrase.cues.organizations) is None


def _is_central(phrase: Phrase, at: int, reading: Reading) -> bool:
    """Абай атындағы | орталық кітапхана: the noun for a centre before another noun for a body says what kind it is."""
    central = phrase.lowers[at] in phrase.cues.words["sides-of-world"] and not reading.possessor
    return central and phrase.head(at + 1, phrase.cues.organizations) is not None


def first_capital(phrase: Phrase, run: int, head: int) -> int:
    """Return where a name begins in the run of words before its head: at the first capital that counts, or the head."""
    for i in range(run, head):
        token = phrase.tokens[i]
        if token.text == "№":
            return i  # №12 түзеу мекемесі
        if token.kind == "word" and token.text[0].isupper():
            if i == 0 and phrase.head(0, phrase.cues.events) and not _is_owned(phrase, 1):
                continue  # Кездесу ауыл клубында өтті, but Үстел теннисі федерациясы
            if i == 0 and not _initial_capital_counts(phrase, i, head):
                continue
            return i - 1 if i > run and phrase.tokens[i - 1].kind == "initials" else i  # Ә.Қастеев атындағы музей
    return head


def _acts_by_itself(phrase: Phrase) -> bool:
    """Tell whether a sentence begins with who does something: a bare post, a delegation, people or sides in plural."""
    first = phrase.first(0)
    if first is None or first.pos != "NOUN" or first.case not in ("", "Nom") or first.possessor:
        return False
    who = phrase.cues.words["delegation"] | phrase.cues.words["side"]
    return first.number == "Plur" or first.lemma in who or phrase.head(0, phrase.cues.roles) is not None


def _is_owned(phrase: Phrase, at: int) -> bool:
    first = phrase.first(at)
    return first is not None and first.pos == "NOUN" and first.possessor == "3" and first.case == "Nom"


def _initial_capital_counts(phrase: Phrase, at: int, head: int) -> bool:
    """Tell whether the capital that begins a sentence begins a name too: nothing speaks against it."""
    label = phrase.words(at, head - 1)
    if phrase.tokens[at].acronym:
        return True
    bare = (reading := phrase.nominal(head)) is None or not reading.possessor
    if phrase.lower(at) in phrase.cues.words["regional"] and head == at + 1 and bare:
        return False  # Қалалық соттың бұрынғы төрағасы: the court of the city spoken of
    first = phrase.first(at)
    if all(r.pos == "ADV" for r in phrase.readings[at]):
        return False  # Осылайша Шығыс театрлар одағы
    if phrase.lower(at) in phrase.cues.words["opens-sentence"] and phrase.tokens[at + 1].capital:
        return False  # Ал Балық шаруашылығы комитеті
    if at == 0 and head > 1 and phrase.tokens[1].capital and _acts_by_itself(phrase):
        return False  # Делегация Түркия Конституциялық Соты төрағасымен, Министр Тобыл одағының төрағасымен
    return (
        bool(label) and first is not None and phrase.lower(at) not in phrase.cues.words["this"] and first.pos != "NUM"
    )
