"""Organisations in Kazakh text: a head noun with the modifiers that agree with it, an abbreviation, a quoted name.

The head stands last (Орталық сайлау комиссиясы). A noun before it is part of the name only when the head bears the
third-person possessive (сайлау органдары Қауымдастығы); before a bare head only adjectives are (Ұлттық банк). The name
begins at the leftmost capital of such a run. What stands before it in the genitive is the owner.
"""

from __future__ import annotations

from kg.gazetteer import Entry
from kg.lang.kk.morphology import inflect
from kg.lang.kk.phrase import Phrase
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_LONGEST_NAME = 14
_LONGEST_OF_A_PERSON = 4
_JOINING = frozenset({"және", "мен", "пен", "бен"})
_HELD_THERE = frozenset({"өткен", "өтті", "өтеді", "өтетін", "болған", "ұйымдастырылды"})
_WORKING_GROUP = "жұмыс топ"
_PERMANENT = frozenset({"форум", "конференция", "конгресс", "диалог"})
_OF_A_BODY = frozenset({"мүше", "мүшелік", "төраға", "хатшылық", "төралқа"})
_OF_PARLIAMENTS = frozenset({"депутат", "спикер", "вице-спикер"})
_OBLIQUE = frozenset({"Dat", "Loc", "Abl", "Ins"})
_OF_SESSIONS = frozenset({"бірлескен", "кезекті", "кеңейтілген", "келесі", "алғашқы", "бірінші", "соңғы", "көшпелі"})
# What is done with an encounter, never with a body.
_HOLDING = frozenset({"өту", "өткізу", "болу", "басталу", "ашылу", "аяқталу", "шақырылу", "ұйымдастыру"})
_DONE_TO_IT = {
    "Acc": frozenset({"өткізу", "ашу", "қорытындылау", "тізгіндеу", "жүргізу"}),
    "Dat": frozenset({"қатысу", "қатынасу"}),
    "Nom": frozenset({"өту", "басталу", "аяқталу", "жалғасу"}),  # Кеңес 2 мамырда … өтті
}


def find_organizations(phrase: Phrase) -> None:
    """Take the organisations of a sentence, head nouns first, then abbreviations and names known from elsewhere."""
    for at in phrase.partaking:
        if phrase.taken[at] is None:
            _by_encounter(phrase, at)
    for at in reversed(phrase.with_head):
        # from the right: the last head of сайлау органдары Қауымдастығы is the one that counts
        if phrase.taken[at] is None and not _inside_a_name(phrase, at):
            _by_head(phrase, at)
    for at in phrase.capitals:
        if phrase.taken[at] is None:
            _by_acronym(phrase, at)


def _by_encounter(phrase: Phrase, at: int) -> None:
    """Еуразия кәсіподақтар форумының мүшесі: an encounter called by a name that has members or heads is a body."""
    found = phrase.head(at, phrase.cues.events)
    if not found or found[1] not in _PERMANENT or not any(r.case == "Gen" for r in phrase.readings[at]):
        return
    first, lemma, reading = found
    following = phrase.first(at + 1)
    if following is None or following.lemma not in _OF_A_BODY:
        return
    chunk = _plain_name(phrase, first, at, lemma, reading, "")
    if chunk is not None and chunk.proper:
        phrase.take(chunk)
        phrase.known.heads.add(lemma)


def _is_held(phrase: Phrase, at: int, lemma: str) -> bool:
    """Тамыз кеңесі өтті: a noun that is a body or an encounter is the latter when it is held, and from then on."""
    if lemma not in phrase.cues.events:
        return False
    if lemma not in phrase.known.held and not _named_by_capitals(phrase, at) and _what_follows_holds(phrase, at, lemma):
        phrase.known.held.add(lemma)
    if lemma in phrase.known.held and lemma in phrase.known.heads:
        return _what_follows_holds(phrase, at, lemma)  # the text has a body of this noun, and holds one elsewhere
    return lemma in phrase.known.held


def _named_by_capitals(phrase: Phrase, at: int) -> bool:
    """Қазақстан халқы Ассамблеясы, Директорлар кеңесі: a capital within the sentence makes the noun a body's name."""
    return phrase.tokens[at].capital and at > 0


def _what_follows_holds(phrase: Phrase, at: int, lemma: str) -> bool:
    """Tell whether the noun is held (кеңес те болды), or what one does with an encounter is done (жиналысты ашты)."""
    behind = at + 1
    while phrase.lower(behind) in ("да", "де", "та", "те", "болып"):
        behind += 1
    following = phrase.first(behind)
    if following is None:
        return False
    if following.verb_form == "Fin" and following.lemma in _HOLDING:
        return True
    case = next((r.case for r in phrase.readings[at] if r.lemma == lemma), "")
    doing = _DONE_TO_IT.get(case or "Nom", frozenset())
    later = [r for i in range(at + 1, len(phrase)) if (r := phrase.verbal(i)) is not None and r.lemma in doing]
    if case in ("", "Nom"):
        if phrase.lower(at - 1) in _OF_SESSIONS and phrase.lower(len(phrase) - 2) in (
            "болады",
            "болды",
            "өтеді",
            "өтті",
        ):
            return True  # одақ пен агенттіктің бірлескен кеңесі 15 наурызда болады
        last = next((r for i in range(len(phrase) - 1, at, -1) if (r := phrase.verbal(i))), None)
        return last in later and not any(phrase.head(i, phrase.cues.events) for i in range(at + 1, len(phrase)))
    return bool(later)


def _inside_a_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a token stands in quotes that a noun behind them explains: «Жас саясаткер мектебі» бағдарламасы."""
    for start, close in phrase.pairs.items():
        if start < at < close and close - start < 10 and phrase.tokens[start].kind == "quote":
            cues = phrase.cues
            return any(
                phrase.head(i, table)
                for i in range(close + 1, min(close + 4, len(phrase)))
                for table in (cues.programs, cues.organizations, cues.places, cues.agreements)
            )
    return False


def _by_head(phrase: Phrase, at: int) -> None:
    found = phrase.head(at, phrase.cues.organizations) or _joined_forum(phrase, at) or _that_group(phrase, at)
    if not found:
        return
    first, lemma, reading = found
    if lemma == "форум":
        _take_forum(phrase, at, reading)
        return
    if (reading.verb_form and reading.verb_form != "Vnoun") or _is_held(phrase, at, lemma):
        return
    if f"{phrase.lower(first - 1)} {lemma}" in phrase.cues.words["thing"]:
        return  # әлеуметтік желіде: a network of wires or pages
    flag = phrase.cues.organizations.get(lemma, "")
    if flag == "state" and lemma in phrase.cues.events and not phrase.tokens[at].capital:
        return  # мәжіліс залы, not Мәжіліс
    within = flag == "unit" or (flag == "part" and lemma in phrase.cues.words["of-its-body"])
    quote = _quoted_before(phrase, first) if not within else None
    if quote is not None:
        chunk = _quoted_name(phrase, quote, first, at, lemma, reading)
    elif flag not in ("unit", "part") and _fills_quotes(phrase, at):
        chunk = _name_with_its_noun(phrase, at, lemma)
    else:
        if (
            reading.number == "Plur"
            and reading.possessor == "3"
            and _several_of_one_noun(phrase, first, at, lemma, flag)
        ):
            return
        chunk = _plain_name(phrase, first, at, lemma, reading, flag)
    if chunk:
        chunk.kind_of = chunk.kind_of or flag
        chunk.plural = reading.number == "Plur"
        if chunk.plural and _last_of_several_letters(phrase, chunk):
            chunk.plural, chunk.proper, chunk.value = False, True, ""
            chunk.label = chunk.lemma = chunk.acronym = acronym_base(phrase.tokens[chunk.first].text)
        phrase.take(chunk)
        name_in_brackets(phrase, chunk)
        if chunk.proper and chunk.kind_of != "unit":
            phrase.known.heads.add(lemma)


def _several_of_one_noun(phrase: Phrase, first: int, at: int, lemma: str, flag: str) -> bool:
    """Көкпекті және Сарысай аудандық ауруханалары: take the bodies that a plural noun and its modifiers are said of."""
    name = first - 1
    while name > 1 and not phrase.tokens[name].capital and bare_modifier(phrase, name):
        name -= 1
    modifiers = phrase.words(name + 1, first - 1)
    starts, joint = [name], name - 1
    while joint > 0 and (phrase.lower(joint) in _JOINING or (phrase.tokens[joint].text == "," and len(starts) > 1)):
        starts.append(joint - 1)
        joint -= 2
    named = all(phrase.tokens[i].capital and not phrase.tokens[i].acronym and i for i in starts)
    bare = all(any(r.case in ("", "Nom") for r in phrase.readings[i]) or not phrase.readings[i] for i in starts)
    if len(starts) < 2 or not (named and bare) or not (modifiers or flag == "part"):
        return False
    if any((c := phrase.taken[i]) is not None and c.kind == "Country" for i in starts) or not phrase.free(name + 1, at):
        return False
    function = phrase.function(at)
    singular = f"{modifiers} {inflect(lemma, 'Nom', 'Sing', '3')}".strip()
    for start in starts:
        end = at if start == name else start
        label = f"{phrase.tokens[start].text} {singular}"
        rule = "organization.of-one-noun"
        chunk = phrase.chunk("Organization", start, end, label=label, lemma=lemma, rule=rule, function=function)
        chunk.possessed, chunk.kind_of = True, flag
        phrase.take(chunk)
    phrase.known.heads.add(lemma)
    return True


def _last_of_several_letters(phrase: Phrase, chunk: Chunk) -> bool:
    """INTOSAI және ASOSAI халықаралық ұйымдары: a plural noun behind abbreviations is that of all of them."""
    at = chunk.first
    joined = at > 1 and phrase.lower(at - 1) in _JOINING and phrase.tokens[at - 2].acronym
    return joined and phrase.tokens[at].acronym and not any(i in phrase.capitals for i in range(at + 1, chunk.last + 1))


def _joined_forum(phrase: Phrase, at: int) -> tuple[int, str, Reading] | None:
    """Еуразия сақтандыру форумына мүше болды: a forum that has members is a body, not an encounter."""
    found = phrase.head(at, ("форум",)) if phrase.lower(at + 1).startswith("мүше") else None
    return found if found is not None and found[2].possessor == "3" else None


def _that_group(phrase: Phrase, at: int) -> tuple[int, str, Reading] | None:
    """Топтың төрағасы: the working group that the text has named, where its post or session stands behind it."""
    found = phrase.head(at, ("топ",)) if _WORKING_GROUP in phrase.known.heads else None
    if found is None or found[2].case != "Gen" or found[2].number == "Plur" or found[2].possessor:
        return None
    near = range(at + 1, min(at + 4, len(phrase)))
    owned = any(phrase.head(i, table) for i in near for table in (phrase.cues.roles, phrase.cues.events))
    return (at, _WORKING_GROUP, found[2]) if owned else None


def _take_forum(phrase: Phrase, at: int, reading: Reading) -> None:
    quote = _quoted_before(phrase, at)
    begin = quote if quote is not None else _first_capital(phrase, _leftward(phrase, at, reading, weak=True), at)
    if begin == at or not phrase.free(begin, at):
        return
    label = phrase.named(begin, at, reading)
    function = phrase.function(at, reading)
    rule = "organization.with-members"
    chunk = phrase.chunk("Organization", begin, at, label=label, lemma="форум", rule=rule, function=function)
    chunk.possessed, chunk.kind_of = True, "weak"
    phrase.take(chunk)


def _fills_quotes(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun ends a quoted name of capitals that nothing else explains: «Тұмар Банк»."""
    start = phrase.opens.get(at + 1)
    if start is None or phrase.tokens[start].kind != "quote" or not 2 <= at - start <= 5:
        return False
    return all(i in phrase.capitals for i in range(start + 1, at + 1)) and phrase.free(start, at + 1)


def _name_with_its_noun(phrase: Phrase, at: int, lemma: str) -> Chunk:
    start = phrase.opens[at + 1]
    name = phrase.words(start + 1, at)
    chunk = phrase.chunk(
        "Organization",
        start,
        at + 1,
        label=phrase.words(start, at + 1),
        lemma=lemma,
        rule="organization.quoted",
        function="subject",
    )
    if phrase.lower(at + 2) == "-" and phrase.lower(at + 3) in ("ның", "нің", "дың", "дің", "тың", "тің"):
        chunk.function = "owner"
    chunk.names = [name]
    _remember(phrase, chunk, [name, chunk.label])
    phrase.known.quoted.setdefault(name, "Organization")
    return chunk


def _quoted_before(phrase: Phrase, first: int) -> int | None:
    """Return where a quoted name begins that the head noun follows, adjectives between them allowed."""
    i = first - 1
    while (
        i >= 0
        and i > first - 4
        and phrase.tokens[i].kind == "word"
        and not phrase.tokens[i].acronym
        and bare_modifier(phrase, i)
    ):
        i -= 1
    return phrase.opens.get(i) if i >= 0 and phrase.tokens[i].kind == "quote" else None


def bare_modifier(phrase: Phrase, at: int) -> bool:
    """Tell whether a word in small letters stands bare, as modifiers between a quoted name and its noun do."""
    reading = phrase.first(at)
    return (
        reading is not None
        and reading.pos in ("ADJ", "NOUN")
        and reading.case in ("", "Nom")
        and reading.possessor != "3"
        and not phrase.tokens[at].capital
    )


def _quoted_name(phrase: Phrase, quote: int, first: int, at: int, lemma: str, reading: Reading) -> Chunk | None:
    close = phrase.pairs[quote]
    if not phrase.free(quote, at) or close - quote > 12:
        return None
    name = phrase.words(quote + 1, close - 1)
    chunk = phrase.chunk(
        "Organization",
        quote,
        at,
        label=phrase.named(quote, at, reading),
        lemma=lemma,
        rule="organization.quoted",
        function=phrase.function(at, reading),
    )
    chunk.names = [name]
    if reading.number == "Plur":
        chunk.label = name  # «Алтай Мыс» пен «Норд Минералз» компаниялары: the noun is that of both
        _others_of_the_noun(phrase, quote, lemma)
    chunk.possessed = reading.possessor == "3"
    begin = _adjectives_before(phrase, quote)
    if begin < quote:
        chunk.first, chunk.start = begin, phrase.tokens[begin].start
        chunk.label = phrase.named(begin, at, reading)
        chunk.names.append(phrase.named(quote, at, reading))
    _remember(phrase, chunk, [name, chunk.label])
    phrase.known.quoted.setdefault(name, "Organization")
    return chunk


def _others_of_the_noun(phrase: Phrase, quote: int, lemma: str) -> None:
    """Take the quoted names before one whose noun is in the plural: «X», «Y» және «Z» компаниялары are three."""
    close = quote - 2
    while close > 0 and (phrase.lower(close + 1) in _JOINING or phrase.tokens[close + 1].text == ","):
        start = phrase.opens.get(close)
        if start is None or phrase.tokens[start].kind != "quote" or close - start > 12 or not phrase.free(start, close):
            return
        name = phrase.words(start + 1, close - 1)
        chunk = phrase.chunk(
            "Organization", start, close, label=name, lemma=lemma, rule="organization.quoted", function="subject"
        )
        _remember(phrase, chunk, [name])
        phrase.known.quoted.setdefault(name, "Organization")
        phrase.take(chunk)
        close = start - 2


def _adjectives_before(phrase: Phrase, at: int) -> int:
    """Return where capitalised adjectives that begin a quoted name start (Қазақ ұлттық «X» университеті)."""
    begin = at
    i = at - 1
    while i >= 0 and phrase.taken[i] is None and phrase.pos(i) == "ADJ" and phrase.tokens[i].kind == "word":
        if phrase.tokens[i].capital and i > 0:
            begin = i
        i -= 1
    return begin


def _plain_name(phrase: Phrase, first: int, at: int, lemma: str, reading: Reading, flag: str) -> Chunk | None:
    if flag == "service" and not _is_a_service(phrase, first, at, reading):
        return None
    run = _leftward(phrase, first, reading, flag in ("weak", "service"))
    if lemma == "басқарма" and not reading.possessor and _post_follows(phrase, at + 1):
        run = first  # KASE | басқарма төрағасы
    begin = _first_capital(phrase, run, first)
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
    if flag == "part" and run < first and not chunk.proper:
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
            or chunk.value.endswith(("лық", "лік", "дық", "дік", "тық", "тік"))
            or (last is not None and last.number == "Plur")
            or (chunk.possessed and last is not None and last.verb_form == "Vnoun")  # тексеру комиссиясы
        ):
            chunk.flags.add("relational")
        chunk.first, chunk.start = run, phrase.tokens[run].start
    return chunk


def _is_a_service(phrase: Phrase, first: int, at: int, reading: Reading) -> bool:
    """Мемлекеттік аудит қызметі is a body; X директоры қызметіне is a post, and a service is done in small letters."""
    if reading.possessor != "3" or reading.number == "Plur":
        return False
    if phrase.lower(at) in phrase.cues.postpositions and (
        _post_follows(phrase, first - 1) or phrase.lower(at + 1) not in _HELD_THERE
    ):
        return False  # Өңірлік коммуникациялар қызметінде өтті, but X директоры қызметінде
    return any(phrase.tokens[i].capital for i in range(max(first - 6, 0), first))


def _genitive_before(phrase: Phrase, at: int) -> bool:
    """Tell whether the genitive of a body or of letters that stand for one is right before a modifier."""
    first = phrase.first(at - 1) if at else None
    if first is None or first.case != "Gen" or phrase.tokens[at - 1].kind != "word":
        return False
    return phrase.tokens[at - 1].acronym or bool(phrase.head(at - 1, phrase.cues.organizations))


def unlisted_body(phrase: Phrase, at: int) -> Chunk | None:
    """Take what a post right behind it shows to be a body, whatever its noun: Lloyd's нарығының директоры.

    A noun with the possessive, named by a capital or by quotes, in the genitive or bare.
    """
    if at > 1 and phrase.tokens[at].kind == "quote" and at in phrase.opens:
        return _quoted_before_a_post(phrase, phrase.opens[at], at)
    if at > 0 and (parliament := _parliament(phrase, at)) is not None:
        return parliament
    reading = phrase.nominal(at) if at > 0 else None
    noun = reading is not None and (reading.pos == "NOUN" or phrase.tokens[at].capital)  # Германия Бундестагының
    if reading is None or not noun or reading.possessor != "3" or reading.case not in ("Gen", "Nom"):
        return None
    if phrase.taken[at] is not None or phrase.tokens[at].kind != "word" or _is_no_body(phrase, at):
        return None
    lemma, quote = reading.lemma, _quoted_before(phrase, at)
    if quote is not None:
        chunk = _quoted_name(phrase, quote, at, at, lemma, reading)
    else:
        begin = _first_capital(phrase, _behind_a_state(phrase, _leftward(phrase, at, reading, weak=True), at), at)
        while begin > 1 and phrase.name_like[begin - 1] and phrase.taken[begin - 1] is None:
            begin -= 1  # Милли Меджлисінің
        if (
            (begin == at and not phrase.tokens[at].capital)
            or not phrase.free(begin, at)
            or (begin == 0 and not phrase.tokens[0].acronym)
        ):
            return None
        label = phrase.named(begin, at, reading)
        chunk = phrase.chunk(
            "Organization", begin, at, label=label, lemma=lemma, rule="organization.of-a-post", function="owner"
        )
        chunk.possessed = True
    if chunk is not None:
        chunk.confidence = 0.75
        phrase.take(chunk)
        state = phrase.taken[chunk.first - 1] if chunk.first else None
        if state is not None and state.kind == "Country" and state.function in ("owner", "subject"):
            chunk.owner, state.inside = state, chunk  # Қазақстан Қызыл Жарты Айының президенті
        phrase.known.bodies.add(chunk.label)
    return chunk


def _parliament(phrase: Phrase, at: int) -> Chunk | None:
    """Эдускунтаның депутаты, Бундестагтың вице-спикері: a capital in the genitive right before such a post."""
    role = phrase.head(at + 1, phrase.cues.roles)
    reading = phrase.first(at)
    if role is None or role[1] not in _OF_PARLIAMENTS or reading is None or reading.case != "Gen":
        return None
    if reading.possessor or not phrase.tokens[at].capital or not phrase.name_like[at] or phrase.taken[at] is not None:
        return None
    begin = at
    while begin > 1 and phrase.name_like[begin - 1] and phrase.taken[begin - 1] is None:
        begin -= 1  # Милли Меджлисінің
    label = phrase.named(begin, at, reading)
    rule = "organization.of-a-post"
    chunk = phrase.chunk("Organization", begin, at, label=label, lemma="парламент", rule=rule, function="owner")
    state = phrase.before(begin)
    if state is not None and state.kind == "Country" and state.function in ("owner", "subject"):
        chunk.owner, state.inside = state, chunk  # Әзербайжан Милли Меджлисінің
    chunk.confidence = 0.75
    return phrase.take(chunk)


def _behind_a_state(phrase: Phrase, begin: int, at: int) -> int:
    """Return where a run begins behind the state or town that it starts with: Латвия | Мемлекеттік кеңсесінің."""
    whose = phrase.taken[begin]
    return whose.last + 1 if whose is not None and whose.kind in ("Country", "Place") and whose.last < at else begin


def _quoted_before_a_post(phrase: Phrase, start: int, close: int) -> Chunk | None:
    """«Яндекс Қазақстан» директоры: a quoted name right before a post is that of a body."""
    if close - start > 7 or not phrase.free(start, close) or not phrase.tokens[start + 1].capital:
        return None
    name = phrase.words(start + 1, close - 1)
    chunk = phrase.chunk(
        "Organization", start, close, label=name, lemma=name, rule="organization.of-a-post", function="owner"
    )
    chunk.confidence = 0.75
    _remember(phrase, chunk, [name])
    phrase.known.quoted.setdefault(name, "Organization")
    return phrase.take(chunk)


def _is_no_body(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun is known for something else: an encounter, a programme, a place, a post, an agreement."""
    cues = phrase.cues
    return any(
        phrase.head(at, table) for table in (cues.events, cues.programs, cues.places, cues.roles, cues.agreements)
    )


def _means_a_body(phrase: Phrase, first: int, at: int, lemma: str, reading: Reading) -> bool:
    """Tell whether a noun that need not be a body is one here: a post follows it, or the text has named such a body."""
    if lemma in phrase.known.heads:
        return True
    if lemma in phrase.cues.events and reading.case in _OBLIQUE:
        return False  # жиналысында төраға болып сайланды: it is held, the post is not at it
    before = phrase.lower(first - 1)
    if reading.possessor == "3" and before and phrase.pos(first - 1) == "ADJ" and _genitive_before(phrase, first - 1):
        return True  # Арқа мұрағатының ғылыми кеңесі
    return reading.possessor == "3" and bool(before) and at + 1 < len(phrase) and bool(_post_follows(phrase, at + 1))


def _post_follows(phrase: Phrase, at: int) -> bool:
    return any(phrase.head(i, phrase.cues.roles) for i in range(at, min(at + 3, len(phrase))))


def _leftward(phrase: Phrase, head: int, reading: Reading, weak: bool) -> int:
    """Return where the longest run of words begins that grammar allows in a name before this head."""
    begin = i = head
    nouns_may = reading.possessor == "3"
    joined = False
    while i - 1 >= 0 and head - i < _LONGEST_NAME:
        i -= 1
        if phrase.taken[i] is not None and phrase.taken[i].kind not in ("Country", "Place", "Known"):  # type: ignore[union-attr]
            break
        token, word = phrase.tokens[i], phrase.lower(i)
        if token.kind != "word":
            if not _mark_inside_a_name(phrase, i, begin, joined):
                break
            begin = i if token.text == "№" else begin
            continue
        if word in _JOINING:
            # a second capital behind and begins another name: Ернар Сейітқали және KOTRA агенттігі
            if not nouns_may or begin == head or (phrase.tokens[begin].capital and not _share_a_noun(phrase, i, begin)):
                break
            joined = True
            continue
        if word == "атындағы":
            begin = _named_after(phrase, i)
            i = begin
            continue
        if word == "бірлескен" and not phrase.head(head, phrase.cues.events):
            begin = i  # бірлескен жұмыс тобы; a бірлескен отырыс is one of two bodies
            continue
        if word in phrase.cues.words["relating"]:
            nouns_may = True
            continue
        if reaches_beyond(phrase, i, begin):
            break
        if _introduced_acronym(phrase, i, begin, head) or _encounter_as_object(phrase, i) or _ends_a_firm(phrase, i):
            break
        if _another_name_ends(phrase, i) or not _may_modify(phrase, i, begin, nouns_may, weak):
            break
        begin = i
        against = phrase.first(i) if phrase.lower(i + 1) == "қарсы" else None
        nouns_may = nouns_may or (against is not None and against.possessor == "3")  # су тасқынына қарсы штаб
    return begin


_WIDE = frozenset({"халықаралық", "дүниежүзілік", "бүкіләлемдік", "бүкілдүниежүзілік"})


def reaches_beyond(phrase: Phrase, at: int, begin: int) -> bool:
    """Tell whether a name that begins with what reaches beyond a state has a state or a body before it: a member.

    Қазақстан | Дүниежүзілік кеден ұйымына мүше; Астық одағы | Халықаралық астық кеңесінің мүшесі.
    """
    if not phrase.tokens[begin].capital or phrase.lower(begin) not in _WIDE:
        return False
    taken, body = phrase.taken[at], phrase.head(at, phrase.cues.organizations)
    return (taken is not None and taken.kind == "Country") or (body is not None and body[2].possessor == "3")


def _share_a_noun(phrase: Phrase, at: int, begin: int) -> bool:
    """Шу және Талас өзендерін пайдалану комиссиясы: the plural in small letters is that of both names."""
    shared = phrase.first(begin + 1)
    plural = shared is not None and shared.number == "Plur" and shared.possessor == "3"
    return plural and not phrase.tokens[begin + 1].capital and at > 0 and phrase.tokens[at - 1].capital


def _ends_a_firm(phrase: Phrase, at: int) -> bool:
    """«Қарлығаш» АҚ | Семей филиалы: letters behind a quoted name that say what kind of firm bears it."""
    firm = phrase.tokens[at].acronym and phrase.tokens[at].text in phrase.cues.organizations
    return firm and at > 0 and phrase.tokens[at - 1].kind == "quote" and at - 1 in phrase.opens


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
    sides = (phrase.taken[at - 1], phrase.taken[at + 1] if at + 1 < len(phrase) else None)
    return all(side is not None and side.kind == "Country" for side in sides)


def _named_after(phrase: Phrase, at: int) -> int:
    """Return where the name before атындағы begins: words with capitals, initials."""
    i = at - 1 if phrase.lower(at - 1) in _TITLES and at > 1 and phrase.tokens[at - 2].capital else at
    while (
        i - 1 >= 0 and phrase.tokens[i - 1].capital and at - i < _LONGEST_OF_A_PERSON and not _before_a_name(phrase, i)
    ):
        i -= 1
    initials = i - 1 >= 0 and phrase.tokens[i - 1].kind == "initials"
    return i - 1 if initials else i


def _before_a_name(phrase: Phrase, first: int) -> bool:
    """Кеше | Қ.Сәтбаев атындағы, Бүгін | Ахмет Байтұрсынұлы атындағы: the first word of the sentence is no name."""
    opening = phrase.first(0)
    adverb = opening is not None and (opening.pos in ("ADV", "ADP", "CCONJ", "PRON") or opening.case == "Loc")
    return phrase.tokens[first].kind == "initials" or (first == 1 and adverb)


_TITLES = frozenset({"хан", "би", "батыр", "сұлтан", "ата", "ана", "ақын", "жырау", "абыз", "әулие"})  # Жәнібек хан


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
    body = phrase.head(at, phrase.cues.organizations)
    if body is None or body[2].number == "Plur":
        return False
    if at and (phrase.lower(at - 1) == "атындағы" or (phrase.tokens[at - 1].text in "»”" and body[2].possessor == "3")):
        return True  # Дінмұхамед Қонаев атындағы университет | Халықаралық … қауымдастығы
    alone = at == 0 and not body[2].possessor and len(phrase) > 1 and phrase.tokens[1].capital
    if alone and phrase.cues.organizations[body[1]] not in ("state", "weak", "service"):
        return True  # Университет Бүкіләлемдік ... қауымдастығына: the first word is a subject of its own
    return body[2].possessor == "3" and phrase.cues.organizations[body[1]] not in ("weak", "service")


_REGIONAL = frozenset({"қалалық", "облыстық", "аудандық", "ауылдық", "республикалық", "өңірлік"})
_RELATIONAL = ("лық", "лік", "дық", "дік", "тық", "тік")
_GOING_ON = ("атын", "етін")
_NO_MODIFIERS = frozenset({"VERB", "AUX", "ADP", "PRON", "PART", "ADV", "INTJ", "SCONJ"})
_ENCOUNTERS_PAST_AND_NEXT = frozenset({"өткен", "өтетін", "келесі", "кеңейтілген", "кезекті", "бірлескен", "көшпелі"})


def _may_modify(phrase: Phrase, at: int, begin: int, nouns_may: bool, weak: bool) -> bool:
    """Tell whether a word may stand in a body's name before what has been found of it from ``begin`` on."""
    readings = phrase.readings[at]
    if not readings:
        return False
    first, word, capital = readings[0], phrase.lower(at), phrase.tokens[at].capital
    words = phrase.cues.words
    if word in words["this"] or word in words["former"] or word in _ENCOUNTERS_PAST_AND_NEXT:
        return False
    if first.verb_form in ("Part", "Fin") and first.voice == "Pass" and begin > at + 1 - (word.endswith(_GOING_ON)):
        # мамандандырылған ауданаралық сот, жаңартылатын энергия агенттігі
        return any(r.verb_form == "Part" and not r.case for r in readings)
    if first.pos in ("ADV", "ADP") and any(r.pos == "ADJ" for r in readings):
        return True  # жоғары педагогикалық колледж
    if word == "қарсы" or phrase.lower(at + 1) == "қарсы":
        return _against(phrase, at if word == "қарсы" else at + 1)
    if first.pos == "ADV" and any(r.verb_form == "Vnoun" for r in phrase.readings[at + 1]):
        return nouns_may  # қайта құру және даму банкі
    if not nouns_may and capital and word.endswith(_RELATIONAL):
        return True  # Ұлттық Банк
    if first.pos in _NO_MODIFIERS and not (capital and first.pos == "VERB"):
        return first.verb_form == "Vnoun"
    return _nominal_may_modify(phrase, at, begin, nouns_may, weak)


def _against(phrase: Phrase, at: int) -> bool:
    """Дағдарысқа қарсы кеңес, Допингке қарсы орталық: against what a body was made is part of its name."""
    what = phrase.first(at - 1) if at else None
    return what is not None and what.pos in ("NOUN", "PROPN") and what.case == "Dat"


def _roman(word: str) -> bool:
    return not word.strip("ivxlcdmіхс")


def _nominal_may_modify(phrase: Phrase, at: int, begin: int, nouns_may: bool, weak: bool) -> bool:
    first, word = phrase.readings[at][0], phrase.lower(at)
    if first.verb_form == "Vnoun":
        return nouns_may and first.case in ("Nom", "")
    if word.endswith(("дағы", "дегі", "тағы", "тегі")):
        return False
    if first.pos == "ADJ" or (first.case == "Nom" and word in _REGIONAL):
        return not first.case or first.case == "Nom"
    if first.pos == "NUM":
        return word.endswith(("ншы", "нші")) or (phrase.tokens[at].capital and at > 0 and not _roman(word))
    if not nouns_may:
        # Damu қоры bears the possessive; a Latin brand before a bare head does too rarely to be refused
        # Атқарушы комитет, though атқарушы is a noun too
        adjective = word.endswith(("шы", "ші")) and any(r.pos == "ADJ" for r in phrase.readings[at])
        return phrase.tokens[at].capital and (phrase.tokens[at].text.isascii() or adjective)
    return _noun_may_modify(phrase, at, begin, weak)


def _joins(phrase: Phrase, at: int) -> bool:
    """Tell whether a word may be a conjunction (ал, енді), which begins sentences and no names."""
    return any(r.pos in ("CCONJ", "SCONJ", "PART", "ADV") for r in phrase.readings[at])


def readings_imperative(phrase: Phrase, at: int) -> bool:
    """Tell whether a word's likeliest reading is a bare verb stem, as of names that are verbs too."""
    first = phrase.first(at)
    return first is not None and first.mood == "Imp"


def _noun_may_modify(phrase: Phrase, at: int, begin: int, weak: bool) -> bool:
    cases = [r for r in phrase.readings[at] if r.pos in ("NOUN", "PROPN", "ADJ")]
    if phrase.tokens[at].capital and readings_imperative(phrase, at) and not _joins(phrase, at):
        return True  # Қорқыт Ата университеті: a name that is also a verb
    if cases and cases[0].case == "Gen" and cases[0].number == "Plur":
        return not weak  # Дала музейлерінің одағы
    if cases and _belongs_to_what_follows(phrase, at, cases[0].case):
        return True
    if cases and cases[0].case in _OBLIQUE | {"Gen"}:
        return False
    if any((not r.case or r.case == "Nom") and r.possessor != "3" for r in cases):
        return not (cases[0].case in _OBLIQUE and not phrase.tokens[at].capital) and cases[0].case != "Gen"
    if any(r.case == "Nom" for r in cases[:1]):
        # сайлау органдары Қауымдастығы: a plural or izafet phrase inside the name
        return True
    if cases and cases[0].case == "Acc":
        # халықты әлеуметтік қорғау министрлігі: the object of a verbal noun in the name
        near = range(begin, min(begin + 2, len(phrase)))
        return any(r.verb_form == "Vnoun" for i in near for r in phrase.readings[i])
    return False


_OPENING_WORDS = frozenset({"ал", "бірақ", "алайда", "сондықтан", "енді", "және", "дегенмен", "әйтсе", "өйткені"})


_HELP = frozenset({"көмек", "қолдау", "күтім", "жәрдем"})
_WITH = frozenset({"күрес", "жұмыс", "байланыс", "ынтымақтастық"})


def _belongs_to_what_follows(phrase: Phrase, at: int, case: str) -> bool:
    """Tell whether a noun in a case depends on the noun or verbal noun of a name behind it.

    жартасқа өрмелеу федерациясы, депозиттерге кепілдік беру қоры, балаларға көмек қоры; климаттың өзгеруі жөніндегі
    орталық; диабетпен күрес қоры.
    """
    following = [phrase.readings[i] for i in range(at + 1, min(at + 3, len(phrase)))]
    deeds = [any(r.verb_form == "Vnoun" for r in readings) for readings in following]
    if case == "Dat":
        return (
            any(deeds[:1])
            or (all(r.case in ("Nom", "") for r in following[0][:1]) and any(deeds[1:]))
            or (phrase.lower(at + 1) in _HELP)
        )
    if case == "Gen" and phrase.head(at, phrase.cues.organizations) is None:
        return any(r.verb_form == "Vnoun" and r.possessor == "3" for r in following[0]) and (
            phrase.lower(at + 2) in phrase.cues.words["relating"]
        )
    return case == "Ins" and phrase.lower(at + 1) in _WITH


def _first_capital(phrase: Phrase, run: int, head: int) -> int:
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


def _is_owned(phrase: Phrase, at: int) -> bool:
    first = phrase.first(at)
    return first is not None and first.pos == "NOUN" and first.possessor == "3" and first.case == "Nom"


def _initial_capital_counts(phrase: Phrase, at: int, head: int) -> bool:
    """Tell whether the capital that begins a sentence begins a name too: nothing speaks against it."""
    label = phrase.words(at, head - 1)
    if phrase.tokens[at].acronym:
        return True
    first = phrase.first(at)
    if all(r.pos == "ADV" for r in phrase.readings[at]):
        return False  # Осылайша Шығыс театрлар одағы
    if phrase.lower(at) in _OPENING_WORDS and phrase.tokens[at + 1].capital:
        return False  # Ал Балық шаруашылығы комитеті
    return (
        bool(label) and first is not None and phrase.lower(at) not in phrase.cues.words["this"] and first.pos != "NUM"
    )


def _known_in_small_letters(
    phrase: Phrase, run: int, first: int, at: int, reading: Reading, begin: int
) -> tuple[int, Entry | None]:
    for i in range(run, first):
        entry = phrase.known_as(phrase.named(i, at, reading), "Organization")
        if entry:
            return i, entry
    return begin, None


def name_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    """Take the abbreviation that stands in brackets behind a name: (A-WEB), (бұдан әрі – ТМҰ)."""
    opening = chunk.last + 1
    if opening >= len(phrase) or phrase.tokens[opening].text != "(" or opening not in phrase.pairs:
        return
    close = phrase.pairs[opening]
    inside = [i for i in range(opening + 1, close) if phrase.tokens[i].kind == "word"]
    if inside and phrase.tokens[opening + 1].kind == "quote" and phrase.pairs.get(opening + 1) == close - 1:
        name = phrase.words(opening + 2, close - 2)  # кәсіподағы («Транскәсіп»)
        chunk.names.append(name)
        phrase.known.quoted.setdefault(name, "Organization")
        _close_brackets(phrase, chunk, opening, close)
        return
    if not inside or close - opening > 7:
        return
    if phrase.tokens[inside[-1]].acronym and (len(inside) == 1 or phrase.lower(inside[0]) in ("бұдан", "әрі", "одан")):
        acronym = phrase.tokens[inside[-1]].text
    elif all(phrase.tokens[i].acronym for i in inside) and len(inside) <= 2:
        acronym = " ".join(phrase.tokens[i].text for i in inside)
    else:
        return
    if acronym in phrase.cues.not_organizations:
        return
    chunk.acronym = acronym
    phrase.known.acronyms.add(acronym)
    _close_brackets(phrase, chunk, opening, close)


def _close_brackets(phrase: Phrase, chunk: Chunk, opening: int, close: int) -> None:
    for i in range(opening, close + 1):
        if (old := phrase.taken[i]) is not None:
            old.flags.add("absorbed")
        phrase.taken[i] = chunk


def _by_acronym(phrase: Phrase, at: int) -> None:
    token = phrase.tokens[at]
    if token.kind != "word" or not token.acronym:
        return
    reading = phrase.nominal(at)
    name = acronym_base(token.text)
    if name in phrase.cues.not_organizations or len(name) < 2 or not name.strip("IVXLCDMІХС"):
        return
    entry = phrase.known_as(name, "Organization")
    if entry is None and phrase.known_as(name, "Country"):
        return
    function = phrase.function(at, reading) if token.text != name else "subject"
    chunk = phrase.chunk("Organization", at, at, label=name, lemma=name, rule="organization.acronym", function=function)
    chunk.acronym = name
    chunk.known = entry.id if entry else None
    chunk.confidence = 0.9 if entry or name in phrase.known.acronyms else 0.6
    if entry is None and name not in phrase.known.acronyms:
        chunk.flags.add("unexplained")
    before = phrase.before(at)
    beside = before is not None and before.kind == "Organization" and before.acronym and before.last == at - 1
    if before is not None and beside and phrase.function(before.last) in ("subject", "owner"):
        # ЕҚЫҰ ДИАҚБ: the larger body before the smaller one
        chunk.owner = before if token.text != before.acronym else None
    phrase.take(chunk)


def acronym_base(form: str) -> str:
    """Return an abbreviation without the ending behind its last hyphen (ОСК-ның, A-WEB-тің)."""
    head, hyphen, tail = form.rpartition("-")
    return head if hyphen and tail.islower() else form


def _remember(phrase: Phrase, chunk: Chunk, names: list[str]) -> None:
    for name in names:
        entry = phrase.known_as(name, "Organization")
        if entry:
            chunk.known = entry.id
            return
