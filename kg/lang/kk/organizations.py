"""Organisations in Kazakh text: a head noun with the modifiers that agree with it, an abbreviation, a quoted name.

The head stands last (Орталық сайлау комиссиясы). A noun before it is part of the name only when the head bears the
third-person possessive (сайлау органдары Қауымдастығы); before a bare head only adjectives are (Ұлттық банк). The name
begins at the leftmost capital of such a run. What stands before it in the genitive is the owner.
"""

from __future__ import annotations

from kg.gazetteer import Entry
from kg.lang.kk.acronyms import acronym_base, last_of_several_letters, name_in_brackets, take_acronym
from kg.lang.kk.alphabet import RELATIONAL
from kg.lang.kk.body_names import first_capital, reach_left
from kg.lang.kk.name_modifiers import OBLIQUE
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.quoted_bodies import fills_quotes, inside_a_name, name_with_its_noun, quoted_before, quoted_name
from kg.lang.kk.sessions import is_held, sits
from kg.lang.kk.shared_nouns import several_of_one_noun
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_WORKING_GROUP = "жұмыс топ"


def find_organizations(phrase: Phrase) -> None:
    """Take the organisations of a sentence, head nouns first, then abbreviations and names known from elsewhere."""
    for at in phrase.partaking:
        if phrase.taken[at] is None:
            _by_encounter(phrase, at)
    for at in reversed(phrase.with_head):
        # from the right: the last head of сайлау органдары Қауымдастығы is the one that counts
        if phrase.taken[at] is None and not inside_a_name(phrase, at):
            _by_head(phrase, at)
    for at in phrase.capitals:
        if phrase.taken[at] is None:
            take_acronym(phrase, at)
        if phrase.taken[at] is not None and phrase.tokens[at].acronym:
            _with_what_it_is(phrase, at)


def _with_what_it_is(phrase: Phrase, at: int) -> None:
    """«Тау Темір» ҰК АҚ, «Тау темір жолы» ұлттық компаниясы» АҚ: letters behind a firm say what kind of firm it is."""
    letters = phrase.taken[at]
    if letters is None or letters.first != at or letters.last != at or letters.known:
        return
    unlisted = "unexplained" in letters.flags and phrase.tokens[at - 1].text in "»”"  # «Дала Университеті» ДБҰ
    if letters.proper and phrase.tokens[at].text not in phrase.cues.organizations and not unlisted:
        return
    firm = phrase.before(at)
    if firm is None or firm.kind != "Organization" or not firm.proper or firm.function != "subject":
        return
    quoted = phrase.tokens[firm.first].kind == "quote" or phrase.tokens[at - 1].kind == "quote"
    if letters.kind == "Organization" and quoted:
        phrase.chunks.remove(letters)
        firm.last, firm.end, firm.function = at, letters.end, letters.function
        for i in range(firm.first, at + 1):
            phrase.taken[i] = firm


def _by_encounter(phrase: Phrase, at: int) -> None:
    """Еуразия кәсіподақтар форумының мүшесі: an encounter called by a name that has members or heads is a body."""
    found = phrase.head(at, phrase.cues.events)
    if (
        not found
        or found[1] not in phrase.cues.words["permanent"]
        or not any(r.case == "Gen" for r in phrase.readings[at])
    ):
        return
    first, lemma, reading = found
    following = phrase.first(at + 1)
    if following is None:
        return
    if following.lemma not in phrase.cues.words["of-a-body"] and not _led_by_a_post(phrase, at):
        return
    chunk = _plain_name(phrase, first, at, lemma, reading, "")
    if chunk is not None and chunk.proper:
        phrase.take(chunk)
        phrase.known.heads.add(lemma)


def _led_by_a_post(phrase: Phrase, at: int) -> bool:
    """Дүниежүзілік экономикалық форумның басқарушы директоры: who is at an encounter has no such post there."""
    first = at + 1
    while first < min(at + 3, phrase.size) and phrase.lower(first) in phrase.cues.words["modifies-post"]:
        first += 1
    post = phrase.head(first, phrase.cues.roles) if first < phrase.size else None
    return post is not None and post[2].possessor == "3" and phrase.cues.roles[post[1]] in ("head", "deputy")


def _by_head(phrase: Phrase, at: int) -> None:
    found = phrase.head(at, phrase.cues.organizations) or _joined_forum(phrase, at) or _that_group(phrase, at)
    if not found or _of_an_encounter(phrase, found[0], at):
        return
    first, lemma, reading = found
    if lemma == "форум":
        _take_forum(phrase, at, reading)
        return
    if (reading.verb_form and reading.verb_form != "Vnoun") or is_held(phrase, at, lemma):
        return
    if f"{phrase.lower(first - 1)} {lemma}" in phrase.cues.words["thing"]:
        return  # әлеуметтік желіде: a network of wires or pages
    flag = phrase.cues.organizations.get(lemma, "")
    if flag == "state" and lemma in phrase.cues.events and not phrase.tokens[at].capital:
        return  # мәжіліс залы, not Мәжіліс
    within = flag == "unit" or (flag == "part" and lemma in phrase.cues.words["of-its-body"])
    quote = quoted_before(phrase, first, reading.possessor == "3") if not within else None
    if quote is not None:
        chunk = quoted_name(phrase, quote, first, at, lemma, reading)
    elif flag not in ("unit", "part") and fills_quotes(phrase, at):
        chunk = name_with_its_noun(phrase, at, lemma)
    else:
        if (
            reading.number == "Plur"
            and reading.possessor == "3"
            and several_of_one_noun(phrase, first, at, lemma, flag)
        ):
            return
        chunk = _plain_name(phrase, first, at, lemma, reading, flag)
    if chunk:
        chunk.kind_of = chunk.kind_of or flag
        chunk.plural = reading.number == "Plur"
        if chunk.plural and last_of_several_letters(phrase, chunk):
            chunk.plural, chunk.proper, chunk.value = False, True, ""
            chunk.label = chunk.lemma = chunk.acronym = acronym_base(phrase.tokens[chunk.first].text)
        phrase.take(chunk)
        name_in_brackets(phrase, chunk)
        if chunk.proper and chunk.kind_of != "unit":
            phrase.known.heads.add(lemma)


def _of_an_encounter(phrase: Phrase, first: int, at: int) -> bool:
    """Баспасөз мәслихаты: with the word before it a noun for an encounter."""
    event = phrase.head(at, phrase.cues.events) if first == at else None
    return event is not None and event[0] < at


def _joined_forum(phrase: Phrase, at: int) -> tuple[int, str, Reading] | None:
    """Еуразия сақтандыру форумына мүше болды: a forum that has members is a body, not an encounter."""
    found = phrase.head(at, ("форум",)) if phrase.lower(at + 1).startswith("мүше") else None
    return found if found is not None and found[2].possessor == "3" else None


def _that_group(phrase: Phrase, at: int) -> tuple[int, str, Reading] | None:
    """Топтың төрағасы: the working group that the text has named, where its post or session stands behind it."""
    found = phrase.head(at, ("топ",)) if _WORKING_GROUP in phrase.known.heads else None
    if found is None or found[2].case != "Gen" or found[2].number == "Plur" or found[2].possessor:
        return None
    near = range(at + 1, min(at + 4, phrase.size))
    owned = any(phrase.head(i, table) for i in near for table in (phrase.cues.roles, phrase.cues.events))
    return (at, _WORKING_GROUP, found[2]) if owned else None


def _take_forum(phrase: Phrase, at: int, reading: Reading) -> None:
    quote = quoted_before(phrase, at)
    begin = quote if quote is not None else first_capital(phrase, reach_left(phrase, at, reading, weak=True), at)
    if begin == at or not phrase.free(begin, at):
        return
    label = phrase.named(begin, at, reading)
    function = phrase.function(at, reading)
    rule = "organization.with-members"
    chunk = phrase.chunk("Organization", begin, at, label=label, lemma="форум", rule=rule, function=function)
    chunk.possessed, chunk.kind_of = True, "weak"
    phrase.take(chunk)


def _plain_name(phrase: Phrase, first: int, at: int, lemma: str, reading: Reading, flag: str) -> Chunk | None:
    if flag == "service" and not _is_a_service(phrase, first, at, reading):
        return None
    run = reach_left(phrase, first, reading, flag in ("weak", "service"))
    if lemma == "басқарма" and _is_a_board(phrase, run, first, at, reading):
        run = first  # KASE | басқарма төрағасы
    if run == first - 1 and lemma in phrase.cues.words["boards-behind-bodies"] and _is_a_body(phrase, run):
        run = first  # университет | Басқармасы: its board
    begin = first_capital(phrase, run, first)
    label = phrase.named(begin, at, reading)
    entry = phrase.known_as(label, "Organization")
    if entry is None and begin == first:
        # an official name written in small letters is still a name when it is a known one
        begin, entry = _known_in_small_letters(phrase, run, first, at, reading, begin)
        label = phrase.named(begin, at, reading)
    proper = begin < first or (phrase.tokens[first].capital and first > 0 and flag != "weak") or entry is not None
    if flag in ("weak", "service") and begin == first and not _means_a_body(phrase, first, at, lemma, reading):
        return None
    if flag == "service" and begin == 0 and not phrase.tokens[0].acronym and phrase.taken[0] is None:
        return None  # Еңбек қызметін 1998 жылы бастады
    chunk = phrase.chunk(
        "Organization",
        begin,
        at,
        label=label,
        lemma=lemma,
        rule="organization.head-noun" if begin < first else "organization.common-noun",
        function=phrase.function(at, reading),
    )
    # Облыс мектептері are many; a plural is a name only where it is a known one
    chunk.proper = proper and (begin < first or entry is not None) and (reading.number != "Plur" or entry is not None)
    if flag == "part" and run < first and not chunk.proper and not _counted(phrase, run):
        # облыстық мәдениет басқармасы: a part of a body with modifiers of its own is a body, in small letters too
        chunk.proper, chunk.rule, chunk.confidence = True, "organization.part", 0.75
        chunk.first, chunk.start = run, phrase.tokens[run].start
        label = phrase.named(run, at, reading)
        chunk.label = label[:1].upper() + label[1:]
    chunk.possessed = reading.possessor == "3"
    chunk.known = entry.id if entry else None
    if flag == "part" and run == first:
        flag = chunk.kind_of = "unit"  # «Алтай Мыс» Басқармасы: its board, no body of its own
    if not chunk.proper and run < first:
        # облыстық сайлау комиссиясы: the modifiers tell which common noun it is
        chunk.value = phrase.words(run, first - 1)
        last = phrase.first(first - 1)
        if (
            phrase.head(first - 1, phrase.cues.organizations)
            or chunk.value.endswith(RELATIONAL)
            or (last is not None and last.number == "Plur")
            or (chunk.possessed and last is not None and last.verb_form == "Vnoun")  # тексеру комиссиясы
        ):
            chunk.flags.add("relational")
        chunk.first, chunk.start = run, phrase.tokens[run].start
    return chunk


def _counted(phrase: Phrase, at: int) -> bool:
    """Екі діни басқарма, барлық білім басқармалары: so many of them are no one body."""
    words = (i for i in (at - 1, at) if i >= 0 and not phrase.lowers[i].endswith(("ншы", "нші")))
    return any(phrase.pos(i) == "NUM" or phrase.lowers[i] == "барлық" for i in words)


def _is_a_body(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun for a body stands bare here; with a capital only where the text has named one."""
    found = phrase.head(at, phrase.cues.organizations)
    bare = found is not None and found[2].case in ("", "Nom") and not found[2].possessor
    bare = bare and found is not None and not phrase.cues.organizations[found[1]]
    return bare and found is not None and (not phrase.tokens[at].capital or found[1] in phrase.known.heads)


def _is_a_board(phrase: Phrase, run: int, first: int, at: int, reading: Reading) -> bool:
    """Tell whether a басқарма is a board whose head is told of: KASE басқарма төрағасы, ҚБҚ басқармасының төрағасы."""
    if not reading.possessor:
        return _post_follows(phrase, at + 1)
    letters = run < first and phrase.tokens[first - 1].acronym
    post = phrase.head(at + 1, phrase.cues.roles) if letters and reading.case in ("", "Gen") else None
    return post is not None and post[1] == "төраға"


def _is_a_service(phrase: Phrase, first: int, at: int, reading: Reading) -> bool:
    """Мемлекеттік аудит қызметі is a body; X директоры қызметіне is a post, and a service is done in small letters."""
    if reading.possessor != "3" or reading.number == "Plur":
        return False
    if phrase.lower(at) in phrase.cues.postpositions and (
        _post_follows(phrase, first - 1) or phrase.lower(at + 1) not in phrase.cues.words["held-there"]
    ):
        return False  # Өңірлік коммуникациялар қызметінде өтті, but X директоры қызметінде
    return any(phrase.tokens[i].capital for i in range(max(first - 6, 0), first))


def _genitive_before(phrase: Phrase, at: int) -> bool:
    """Tell whether the genitive of a body or of letters that stand for one is right before a modifier."""
    first = phrase.first(at - 1) if at else None
    if first is None or first.case != "Gen" or phrase.tokens[at - 1].kind != "word":
        return False
    place = phrase.head(at - 1, phrase.cues.places)  # Тобыл қаласының қоғамдық кеңесі
    named = place is not None and place[2].possessor == "3" and phrase.tokens[max(place[0] - 1, 0)].capital
    return phrase.tokens[at - 1].acronym or named or bool(phrase.head(at - 1, phrase.cues.organizations))


def _means_a_body(phrase: Phrase, first: int, at: int, lemma: str, reading: Reading) -> bool:
    """Tell whether a noun that need not be a body is one here: a post follows it, or the text has named such a body."""
    if lemma in phrase.known.heads:
        return True
    if lemma in phrase.cues.events and reading.case in OBLIQUE:
        return False  # жиналысында төраға болып сайланды: it is held, the post is not at it
    before = phrase.lower(first - 1)
    if phrase.lower(at + 1) in phrase.cues.words["composition"] and reading.case in ("", "Nom", "Gen"):
        return True  # кеңес құрамында 21 адам бар
    post = phrase.head(at + 1, phrase.cues.roles) if lemma in phrase.cues.words["in-session"] else None
    if post is not None and post[0] == at + 1 and post[2].possessor == "3" and reading.case in ("", "Nom", "Gen"):
        return True  # кеңес төрағасы, кеңестің хатшысы
    following = phrase.head(at + 1, phrase.cues.events) if reading.possessor == "3" and reading.case == "Gen" else None
    if following is not None and following[2].possessor == "3" and lemma != following[1]:
        return True  # кәсіподақтың орталық кеңесінің пленумы
    if reading.possessor == "3" and before and sits(phrase, at):
        return True  # палатаның кеңесі отырыс өткізді
    if reading.possessor == "3" and before and phrase.pos(first - 1) == "ADJ" and _genitive_before(phrase, first - 1):
        return True  # Арқа мұрағатының ғылыми кеңесі
    return reading.possessor == "3" and bool(before) and at + 1 < phrase.size and bool(_post_follows(phrase, at + 1))


def _post_follows(phrase: Phrase, at: int) -> bool:
    return any(phrase.head(i, phrase.cues.roles) for i in range(at, min(at + 3, phrase.size)))


def _known_in_small_letters(
    phrase: Phrase, run: int, first: int, at: int, reading: Reading, begin: int
) -> tuple[int, Entry | None]:
    for i in range(run, first):
        entry = phrase.known_as(phrase.named(i, at, reading), "Organization")
        if entry:
            return i, entry
    return begin, None
