"""Places, programmes, agreements, elections, encounters and delegations in Kazakh text."""

from __future__ import annotations

from collections import defaultdict

from kg.lang.kk.organizations import bare_modifier, name_in_brackets
from kg.lang.kk.phrase import DELEGATIONS, Phrase
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_SETTLEMENTS = frozenset({"қала", "ауыл", "кент", "елді мекен"})  # called by their names alone too
_SIDES_OF_THE_WORLD = frozenset({"солтүстік", "оңтүстік", "батыс", "шығыс", "орталық"})
_LONGEST_IZAFET = 2
_LONGEST_QUOTE = 5
_ELECTED = frozenset({"депутат", "мәслихат", "әкім", "президент", "парламент", "сенатор", "мэр"})
_OF_ELECTED = frozenset({"ауыл", "аудан", "қала", "облыс", "кент", "жергілікті"})
_NAMED_PLACES = frozenset({"қала", "ауыл", "кент", "аудан", "облыс"})
_HOUSES = frozenset({"үй", "сарай"})
_PLAIN = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_BEGINNING = 2  # letters of a name that its cases leave as they are


def find_known_names(phrase: Phrase) -> None:
    """Take states and places that the gazetteer knows, so that other names stop at them."""
    _known(phrase, ("Country", "Place"), 4)


def find_other_known_names(phrase: Phrase) -> None:
    """Take what the gazetteer knows and no grammar has found: bodies and programmes named by a name alone."""
    _known(phrase, ("Organization", "Program"), 6)
    _quoted_elsewhere(phrase)
    for start, close in sorted(phrase.pairs.items()):
        if phrase.tokens[start].kind == "quote" and close - start < _LONGEST_QUOTE and phrase.free(start, close):
            _beside_a_body(phrase, start, close)


def _beside_a_body(phrase: Phrase, start: int, close: int) -> None:
    """«Қазгидромет» пен X институты: a quoted name joined to a body behind it is a body's."""
    following = phrase.taken[close + 2] if close + 2 < len(phrase) else None
    while following is not None and following.kind == "Country" and following.last + 1 < len(phrase):
        following = phrase.taken[following.last + 1]
    joined = phrase.lower(close + 1) in ("мен", "пен", "бен", "және")
    if not joined or following is None or following.kind != "Organization" or not phrase.tokens[start + 1].capital:
        return
    name = phrase.words(start + 1, close - 1)
    rule = "organization.beside"
    chunk = phrase.chunk("Organization", start, close, label=name, lemma=name, rule=rule, function="subject")
    chunk.confidence = 0.75
    phrase.known.quoted.setdefault(name, "Organization")
    phrase.take(chunk)


def find_known_bodies(phrase: Phrase) -> None:
    """Take bodies that the gazetteer knows by several words, whatever their last one is (БҰҰ Даму бағдарламасы)."""
    for at in phrase.capitals:
        if (
            phrase.tokens[at].capital
            and phrase.taken[at] is None
            and phrase.begins_known_name(at)
            and not _continues_a_name(phrase, at)
        ):
            for last in range(min(at + 6, len(phrase)) - 1, at, -1):
                reading = phrase.nominal(last) if phrase.tokens[last].kind == "word" else None
                if reading is None:
                    continue
                name = phrase.named(at, last, reading)
                entry = phrase.known_as(name, "Organization")
                if entry is not None and phrase.free(at, last):
                    first = at - 1 if (at - 1) in phrase.pairs and phrase.pairs[at - 1] < last else at
                    chunk = phrase.chunk(
                        "Organization",
                        first,
                        last,
                        label=phrase.named(first, last, reading),
                        lemma=reading.lemma,
                        rule="gazetteer",
                        function=phrase.function(last, reading),
                    )
                    chunk.known, chunk.possessed = entry.id, reading.possessor == "3"
                    phrase.take(chunk)
                    name_in_brackets(phrase, chunk)
                    break


def _continues_a_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a capital right before this one may belong to the same name."""
    return at > 0 and phrase.tokens[at - 1].capital and phrase.taken[at - 1] is None and _bare(phrase, at - 1)


def _quoted_elsewhere(phrase: Phrase) -> None:
    """Take a name without quotes that the text gives in quotes elsewhere: KokTas Mining for «KokTas Mining» ЖШС."""
    begins = defaultdict(list)
    for at in phrase.capitals:
        begins[phrase.lower(at)[:_BEGINNING]].append(at)
    for name, kind in phrase.known.quoted.items():
        words = name.split()
        for at in begins.get(name[:_BEGINNING].lower(), ()):
            last = at + len(words) - 1
            if last >= len(phrase) or (last > at and not name.startswith(phrase.tokens[at].text)):
                continue
            if not phrase.tokens[at].capital or not phrase.free(at, last):
                continue
            reading = next((r for r in phrase.nominatives(last) if phrase.named(at, last, r) == name), None)
            if reading is None and phrase.words(at, last) != name:
                continue
            if (reading is None or reading.case in ("", "Nom")) and phrase.head(last + 1, phrase.cues.places):
                continue  # Аққайың облысы, though «Аққайың» is a company
            function = phrase.function(last, reading) if reading else "subject"
            phrase.take(phrase.chunk(kind, at, last, label=name, lemma=name, rule="quoted.known", function=function))


def _known(phrase: Phrase, kinds: tuple[str, ...], longest: int) -> None:
    quoted = {
        i
        for start, close in phrase.pairs.items()
        if phrase.tokens[start].kind == "quote" and close - start < 9
        for i in range(start, close)
    }
    for at in phrase.capitals:
        if phrase.taken[at] is None and at not in quoted:
            _longest_known(phrase, at, kinds, longest)


def _longest_known(phrase: Phrase, at: int, kinds: tuple[str, ...], longest: int) -> None:
    furthest = min(at + longest, len(phrase)) if phrase.begins_known_name(at) else at + 1
    for last in range(furthest - 1, at - 1, -1):
        if not phrase.free(at, last) or phrase.tokens[last].kind != "word":
            continue
        for reading in phrase.nominatives(last):
            name = phrase.named(at, last, reading)
            entry = phrase.known_as(name, *kinds)
            if entry is None:
                continue
            if last == at and name.lower() in phrase.known.held:
                continue  # Мәжіліс 30 сәуірде болды, of a sitting that the text has told of
            if last == at and entry.kind == "Program":
                continue  # Денсаулық is also a word; a programme of one word needs its quotes
            if last == at and not phrase.tokens[at].acronym and name not in {n.text for n in entry.all_names}:
                continue  # Еске is no ЕС
            chunk = phrase.chunk(
                entry.kind, at, last, label=name, lemma=name, rule="gazetteer", function=phrase.function(last, reading)
            )
            chunk.known = entry.id
            phrase.take(chunk)
            return


def learn_towns(phrase: Phrase) -> None:
    """Remember the names that a noun for a town or region stands behind: Порту қаласында."""
    for at in phrase.with_head:
        found = phrase.head(at, phrase.cues.places)
        if found is None or found[1] not in _NAMED_PLACES or found[2].possessor != "3" or found[2].number == "Plur":
            continue
        name = found[0] - 1
        if name >= 0 and phrase.tokens[name].capital and not phrase.tokens[name].acronym:
            phrase.known.towns.add(phrase.tokens[name].text)


def find_places(phrase: Phrase) -> None:
    """Take places: a name before қала, облыс, аудан, …, or a lone capital in the locative."""
    for at in phrase.with_head:
        if phrase.taken[at] is None or (phrase.taken[at] is not None and phrase.taken[at].kind == "Place"):  # type: ignore[union-attr]
            _place_head(phrase, at)
    for at in phrase.capitals:
        if phrase.taken[at] is None:
            _lone_place(phrase, at)


def _place_head(phrase: Phrase, at: int) -> None:
    found = phrase.head(at, phrase.cues.places)
    if phrase.taken[at] is not None or not found:
        return
    first, lemma, reading = found
    flag = phrase.cues.places[lemma]
    close = first - 1
    while (
        close > 0
        and first - close < _LONGEST_IZAFET + 1
        and phrase.taken[close] is None
        and bare_modifier(phrase, close)
    ):
        close -= 1  # «Достық» спорт кешені
    if close in phrase.opens and phrase.tokens[close].kind == "quote" and phrase.free(phrase.opens[close], at):
        begin = phrase.opens[close]
        chunk = phrase.chunk(
            "Place",
            begin,
            at,
            label=phrase.named(begin, at, reading),
            lemma=lemma,
            rule="place.quoted",
            function=phrase.function(at, reading),
        )
        phrase.take(chunk)
        return
    if flag in ("weak", "state"):
        return
    begin = _names_before(phrase, first)
    if begin < first and reading.possessor != "3" and reading.number != "Plur":
        begin = first
    if begin == first and flag != "region" and reading.case == "Loc" and first > 0:
        before = phrase.taken[first - 1]
        if before is not None and before.kind in ("Place", "Country") and before.function == "attributive":
            owner = phrase.before(before.first)
            if owner is not None and owner.kind == "Organization" and owner.function == "owner":
                owner.function = "at"  # БҰҰДБ-ның Қазақстандағы кеңсесінде
            else:
                before.function = "at"  # Алматыдағы ғимаратында
        _owner_of_room(phrase, first, reading.possessor == "3")
    if begin == first and (house := _house_of(phrase, first, lemma, reading)):
        begin = house
    if begin == first:
        if flag == "region" or lemma == "қала":
            chunk = phrase.chunk(
                "Place",
                first,
                at,
                label=reading.lemma,
                lemma=lemma,
                rule="place.common-noun",
                function=phrase.function(at, reading),
            )
            chunk.proper, chunk.kind_of = False, flag
            chunk.plural = reading.number == "Plur"
            phrase.take(chunk)
        return
    _take_places(phrase, begin, first, at, lemma, reading, flag)


def _house_of(phrase: Phrase, first: int, lemma: str, reading: Reading) -> int:
    """Кәсіподақтар үйі, Жастар сарайы: a plural with a capital before a house makes its name, be they bodies or not."""
    before = phrase.taken[first - 1] if first > 1 else None
    if lemma not in _HOUSES or reading.possessor != "3" or not phrase.tokens[first - 1].capital or first == 1:
        return 0
    plural = phrase.nominal(first - 1)
    if before is None or before.proper or before.first != first - 1 or plural is None or plural.number != "Plur":
        return 0
    phrase.chunks.remove(before)
    phrase.taken[first - 1] = None
    return first - 1


def _owner_of_room(phrase: Phrase, first: int, possessed: bool) -> None:
    """Облыстық соттың мәжіліс залында, мәслихат залында: a body's room is at the body."""
    i = first - 1
    while i >= 0 and first - i < 3 and phrase.taken[i] is None and bare_modifier(phrase, i):
        i -= 1
    owner = phrase.taken[i] if i >= 0 else None
    bare = possessed and owner is not None and owner.function == "subject" and owner.last == first - 1
    if owner is not None and owner.kind in ("Organization", "Place") and (bare or owner.function == "owner"):
        owner.function = "at"


def _names_before(phrase: Phrase, first: int) -> int:
    """Return where the proper name before a place noun begins; a known place may be part of it (Астана қаласы)."""
    i = first
    while i - 1 >= 0 and first - i < 8:
        token, chunk = phrase.tokens[i - 1], phrase.taken[i - 1]
        if chunk is not None and chunk.kind != "Place" and not _of_a_state(phrase, i - 1, chunk):
            break
        known = chunk is not None and chunk.function == "subject"
        if chunk is not None and chunk.kind == "Country":
            i -= 1
            continue
        if i < first and _name_of_holder(phrase, i - 1):
            break
        nearest = i == first and (_may_be_adjective(phrase, i - 1) or phrase.pos(i - 1) == "VERB")
        if (token.kind == "word" and token.capital and (known or nearest or _bare(phrase, i - 1))) or (
            phrase.lower(i - 1) in ("және", ",", "мен", "пен", "бен")
            and i - 2 >= 0
            and i < first
            and phrase.tokens[i - 2].capital
            and _bare(phrase, i - 2)
        ):
            i -= 1
        else:
            break
    while i < first and phrase.tokens[i].kind != "word":
        i += 1
    return i


def _of_a_state(phrase: Phrase, at: int, chunk: Chunk) -> bool:
    """Солтүстік Қазақстан облысы: a state's name behind a capital is part of a region's."""
    inside = chunk.kind == "Country" and chunk.first == chunk.last == at and chunk.function == "subject"
    return inside and at > 0 and phrase.tokens[at - 1].capital and phrase.lower(at - 1) in _SIDES_OF_THE_WORLD


def _name_of_holder(phrase: Phrase, at: int) -> bool:
    """Ауданның әкімі Нұрлан Оразалы | Балықшы ауылында: two capitals behind a post name who holds it."""
    if not phrase.tokens[at].capital or at < 2 or not phrase.tokens[at - 1].capital:
        return False
    role = phrase.head(at - 2, phrase.cues.roles)
    return role is not None and role[2].possessor == "3" and role[2].case in ("", "Nom")


def _may_be_adjective(phrase: Phrase, at: int) -> bool:
    """Шілікті ауданы: a name in -лы, -ты looks like an accusative."""
    first = phrase.first(at)
    return first is not None and first.case == "Acc" and phrase.lower(at).endswith(("лы", "лі", "ты", "ті", "ды", "ді"))


def _bare(phrase: Phrase, at: int) -> bool:
    first = phrase.first(at)
    if (at == 0 and first is not None and first.pos != "PROPN") or (
        first is not None and first.case in ("Dat", "Gen", "Acc", "Abl", "Ins") and at == 0
    ):
        return False
    return any((not r.case or r.case == "Nom") and r.pos in _PLAIN for r in phrase.readings[at])


def _take_places(phrase: Phrase, begin: int, first: int, at: int, lemma: str, reading: Reading, flag: str) -> None:
    """Take one place, or one for each coordinated name before a plural noun (Сарқан және Панфилов аудандары)."""
    for i in range(begin, at + 1):
        old = phrase.taken[i]
        if old is not None and old.kind in ("Place", "Country"):
            phrase.chunks.remove(old) if old in phrase.chunks else None
            phrase.taken[i] = None
    function = phrase.function(at, reading)
    singular = reading.nominative
    if reading.number == "Plur":
        from kg.lang.kk.morphology import inflect

        singular = inflect(lemma, "Nom", "Sing", "3")
    starts = [begin]
    for i in range(begin, first):
        if phrase.lower(i) in ("және", ",", "мен", "пен", "бен") and i + 1 < first:
            starts.append(i + 1)
    if reading.number != "Plur" and len(starts) > 1:
        starts = starts[-1:]
    for n, start in enumerate(starts):
        stop = first - 1 if n + 1 == len(starts) else starts[n + 1] - 2
        last = at if n + 1 == len(starts) else stop
        label = f"{phrase.words(start, stop)} {singular}"
        chunk = phrase.chunk("Place", start, last, label=label, lemma=lemma, rule="place.head-noun", function=function)
        chunk.kind_of = flag
        chunk.names = [phrase.words(start, stop)] if lemma in _SETTLEMENTS else []
        kinds = ("Organization", "Place") if flag == "region" else ("Place",)
        entry = phrase.known_as(label, *kinds) or (phrase.known_as(chunk.names[0], "Place") if chunk.names else None)
        chunk.known = entry.id if entry else None
        phrase.take(chunk)


def _lone_place(phrase: Phrase, at: int) -> None:
    token = phrase.tokens[at]
    if not token.capital or token.acronym or (at == 0 and phrase.first(at) and phrase.first(at).pos != "PROPN"):  # type: ignore[union-attr]
        return
    reading = next(
        (r for r in phrase.readings[at] if r.case == "Loc" and r.pos in ("PROPN", "NOUN") and not r.possessor), None
    )
    attributive = token.text.endswith(("дағы", "дегі", "тағы", "тегі"))
    first = phrase.first(at)
    if first is None or (reading is None and not attributive):
        return
    if not attributive and first.case != "Loc":
        return
    if at > 0 and phrase.tokens[at - 1].capital and phrase.taken[at - 1] is None:
        return
    name = reading.nominative if reading else first.lemma
    chunk = phrase.chunk(
        "Place",
        at,
        at,
        label=name[:1].upper() + name[1:],
        lemma=name,
        rule="place.locative",
        function="attributive" if attributive else "at",
    )
    chunk.confidence = 0.7
    phrase.take(chunk)


def find_programs(phrase: Phrase) -> None:
    """Take programmes and projects, named in quotes or by capitals before the noun, or by the noun alone."""
    _named_things(phrase, "Program", phrase.cues.programs)
    for start, close in sorted(phrase.pairs.items()):
        if phrase.tokens[start].kind == "quote" and phrase.free(start, close):
            _known_quote(phrase, start, close)


def find_agreements(phrase: Phrase) -> None:
    """Take agreements; a draft is told by жоба behind the noun."""
    _named_things(phrase, "Agreement", phrase.cues.agreements)


def _named_things(phrase: Phrase, kind: str, table: dict[str, str]) -> None:
    for at in phrase.with_head:
        if phrase.taken[at] is not None:
            continue
        found = phrase.head(at, table)
        if not found or (found[2].verb_form and found[2].verb_form != "Vnoun"):
            continue
        first, lemma, reading = found
        if phrase.taken[first] is not None:
            continue
        before = phrase.before(first)
        if before is not None and before.kind == "Agreement" and before.last == first - 1:
            continue  # Конвенция жобасы: a draft
        chunk = _named_thing(phrase, kind, first, at, lemma, reading)
        chunk.plural = reading.number == "Plur"
        chunk.possessed = reading.possessor == "3"
        phrase.take(chunk)


def _named_thing(phrase: Phrase, kind: str, first: int, at: int, lemma: str, reading: Reading) -> Chunk:
    i = first - 1
    while (
        i >= 0
        and phrase.taken[i] is None
        and bare_modifier(phrase, i)
        and phrase.tokens[i].kind == "word"
        and first - i < 4
    ):
        i -= 1
    function = phrase.function(at, reading)
    name = kind.lower()
    if i >= 0 and i in phrase.opens and phrase.tokens[i].kind == "quote" and phrase.free(phrase.opens[i], i):
        begin = phrase.opens[i]
        label = phrase.words(begin + 1, i - 1)
        chunk = phrase.chunk(kind, begin, at, label=label, lemma=lemma, rule=f"{name}.quoted", function=function)
        chunk.names = [phrase.named(begin, at, reading)]
        entry = phrase.known_as(label, kind)
        chunk.known = entry.id if entry else None
        phrase.known.quoted[label] = kind
        return chunk
    begin = first
    i = first - 1 if kind == "Agreement" or reading.possessor == "3" else -1
    while i >= 0 and phrase.taken[i] is None and first - i < 7 and phrase.tokens[i].kind in ("word", "number"):
        r = phrase.first(i)
        if (
            phrase.tokens[i].kind == "word"
            and r
            and (
                r.pos in ("VERB", "AUX", "ADP", "PRON", "ADV", "PUNCT", "PART", "CCONJ")
                or r.case in ("Gen", "Loc", "Abl", "Ins", "Dat", "Acc")
            )
        ):
            break
        if phrase.tokens[i].capital and i > 0:
            begin = i
        i -= 1
    named = begin < first
    if kind == "Agreement" and phrase.lower(first - 1) in phrase.cues.words["relating"]:
        named, begin = True, _what_it_is_about(phrase, first - 1)
    if (
        kind == "Agreement"
        and not named
        and reading.possessor == "3"
        and (izafet := _bare_before(phrase, first)) < first
    ):
        named, begin = True, izafet  # несие келісімі
    if kind == "Agreement" and not named and first > 0 and phrase.tokens[first].capital:
        # трансформация Конвенциясы: the capital of the noun makes it a name, the words before it tell which
        named = True
        while (
            begin > 0
            and first - begin < 3
            and phrase.taken[begin - 1] is None
            and _bare(phrase, begin - 1)
            and phrase.tokens[begin - 1].kind == "word"
            and phrase.lower(begin - 1) not in phrase.cues.words["relating"]
        ):
            begin -= 1
    label = phrase.words(begin, first - 1) if named and kind == "Program" else phrase.named(begin, at, reading)
    chunk = phrase.chunk(
        kind, begin, at, label=label[:1].upper() + label[1:], lemma=lemma, rule=f"{name}.head-noun", function=function
    )
    chunk.proper = named
    if chunk.proper and kind == "Program":
        chunk.names = [phrase.named(begin, at, reading)]
    entry = phrase.known_as(label, kind) if chunk.proper else None
    chunk.known = entry.id if entry else None
    return chunk


def _bare_before(phrase: Phrase, first: int) -> int:
    """Return where bare nouns in small letters right before a noun with the possessive begin: two at most."""
    i = first
    while i > 1 and first - i < _LONGEST_IZAFET and phrase.taken[i - 1] is None and phrase.tokens[i - 1].kind == "word":
        reading = phrase.first(i - 1)
        if reading is None or reading.pos != "NOUN" or reading.case not in ("", "Nom") or phrase.tokens[i - 1].capital:
            break
        if phrase.lower(i - 1) in phrase.cues.words["and"] | phrase.cues.words["this"]:
            break
        i -= 1
    return i


def _what_it_is_about(phrase: Phrase, at: int) -> int:
    """Return where the words before туралы begin: ынтымақтастық туралы меморандум."""
    i = at
    while i - 1 >= 0 and at - i < 8 and phrase.taken[i - 1] is None and phrase.tokens[i - 1].kind == "word":
        reading = phrase.first(i - 1)
        # what stands right before туралы is a noun, whatever it looks like (түсіністік)
        noun = reading is not None and (reading.pos in ("ADJ", "NOUN", "PROPN") or i == at)
        side = reading is not None and reading.lemma in phrase.cues.words["side"] and reading.possessor != "3"
        field = phrase.lower(i - 1) in ("саласындағы", "саласында")
        if not field and (reading is None or not noun or side or reading.case in ("Loc", "Abl", "Ins", "Dat")):
            break
        i -= 1
    return i


def _known_quote(phrase: Phrase, start: int, close: int) -> None:
    """A quoted name without a noun behind it is what it was called before, or what the gazetteer knows."""
    name = phrase.words(start + 1, close - 1)
    entry = phrase.known_as(name, "Program", "Organization")
    kind = entry.kind if entry else phrase.known.quoted.get(name)
    if kind is None:
        return
    last = close
    function = "subject"
    if close + 1 < len(phrase) and phrase.tokens[close + 1].text.startswith("-"):
        function = "owner"
    chunk = phrase.chunk(kind, start, last, label=name, lemma=name, rule="quoted.known", function=function)
    chunk.known = entry.id if entry else None
    phrase.take(chunk)


def find_elections(phrase: Phrase) -> None:
    """Take elections and referendums named by whom they elect: Президент сайлауы, Сенат депутаттарын сайлау."""
    elections = phrase.cues.words["elections"]
    for at, reading in enumerate(phrase.nominals):
        if reading is None or reading.lemma not in elections or phrase.taken[at] is not None:
            continue
        if reading.verb_form and reading.verb_form != "Vnoun":
            continue
        begin = _elected(phrase, at)
        following = phrase.first(at + 1)
        if begin == at or (
            reading.possessor != "3"
            and following is not None
            and following.pos in ("NOUN", "PROPN")
            and phrase.lower(at + 1) not in ("кезінде", "қарсаңында", "барысында")
        ):
            continue
        label = phrase.named(begin, at, reading)
        chunk = phrase.chunk(
            "Election",
            begin,
            at,
            label=label[:1].upper() + label[1:],
            lemma=reading.lemma,
            rule="election.head-noun",
            function=phrase.function(at, reading),
        )
        for i in range(begin, at):
            inner = phrase.taken[i]
            if inner is not None:
                inner.flags.add("absorbed")
                if inner in phrase.chunks:
                    phrase.chunks.remove(inner)
        phrase.take(chunk)


def _elected(phrase: Phrase, at: int) -> int:
    """Return where the words begin that tell which election it is: adjectives, a body, a post, депутаттарын."""
    i, found = at - 1, False
    begin = at
    while i >= 0 and at - i < 9:
        chunk = phrase.taken[i]
        if chunk is not None:
            if chunk.kind not in ("Organization", "Role", "Country") or chunk.function in ("at", "attributive"):
                break
            found = found or chunk.kind in ("Organization", "Role")
            begin = i = chunk.first
            i -= 1
            continue
        reading = phrase.first(i)
        if phrase.tokens[i].kind != "word" or reading is None:
            break
        if phrase.lower(i).endswith(("дағы", "дегі", "тағы", "тегі")):
            break
        if reading.pos == "ADJ" or phrase.lower(i) in ("тыс", "кезектен"):
            begin = i
        elif reading.lemma in _ELECTED and reading.case in ("Nom", "Acc", "Gen", ""):
            begin, found = i, True
        elif found and reading.lemma in _OF_ELECTED and reading.case in ("", "Nom") and begin == i + 1:
            begin = i  # ауыл әкімдерін сайлау
        else:
            break
        i -= 1
    return begin if found or (begin < at and phrase.nominals[at].lemma == "референдум") else at  # type: ignore[union-attr]


def find_encounters(phrase: Phrase) -> None:
    """Take the nouns that name an encounter, and delegations, sides and pronouns that take part."""
    for at in phrase.partaking:
        if phrase.taken[at] is None:
            _encounter(phrase, at) or _delegation(phrase, at) or _side(phrase, at) or _pronoun(phrase, at)


def _encounter(phrase: Phrase, at: int) -> bool:
    found = phrase.head(at, phrase.cues.events)
    if not found:
        return False
    first, lemma, reading = found
    kind, flag = phrase.cues.events[lemma]
    if (reading.verb_form and reading.verb_form != "Vnoun") or not phrase.free(first, at):
        return False
    if _is_verb_there(phrase, at, lemma) or _of_an_encounter(phrase, at, reading):
        return False
    if _is_action(phrase, first, at, reading):
        return False
    begin = first
    i = first - 1
    while i >= 0 and phrase.taken[i] is None and phrase.tokens[i].kind == "word" and first - i < 5:
        r = phrase.first(i)
        if not phrase.tokens[i].text.strip("IVXLCDMІХС"):
            begin, i = i, i - 1
            continue
        if (
            r is None
            or r.pos not in ("ADJ", "NUM")
            or (r.case not in ("", "Nom"))
            or phrase.lower(i) in phrase.cues.words["this"]
            or (phrase.lower(i) == "өткен" and _held_there(phrase, i))
        ):
            break
        begin = i
        i -= 1
    chunk = phrase.chunk(
        "Event",
        begin,
        at,
        label=_without_possessive(phrase, begin, at, reading),
        lemma=lemma,
        rule="encounter.noun",
        function=phrase.function(at, reading),
    )
    chunk.kind_of, chunk.possessed, chunk.plural = kind, reading.possessor == "3", reading.number == "Plur"
    chunk.flags |= {flag} if flag and lemma not in phrase.known.held else set()
    if phrase.lower(begin - 1) in phrase.cues.words["this"]:
        chunk.flags.add("this")
    if "келесі" in phrase.lowers[max(begin - 1, 0) : first] and chunk.flags & {"general"}:
        chunk.flags.add("new")
    if chunk.function == "owner" and (part := _round_of(phrase, at)):
        chunk.function, chunk.plural = phrase.function(part), False
    chunk.proper = begin < first
    if chunk.possessed and lemma in phrase.cues.organizations:
        phrase.known.held.add(lemma)  # кеңестің мәжілісінде: from here on мәжіліс is no chamber
    if any(phrase.lower(i).startswith("пленар") for i in range(max(begin - 1, 0), first)) and not chunk.possessed:
        phrase.known.plenary.add(lemma)
    chunk.flags |= {"plenary"} if lemma in phrase.known.plenary and not chunk.possessed else set()
    phrase.take(chunk)
    return True


def _held_there(phrase: Phrase, at: int) -> bool:
    """Кеше Қарағандыда өткен отырыс is one that was held there, өткен отырыс the last one."""
    before = phrase.taken[at - 1] if at else None
    return before is not None and (before.kind == "Date" or before.function == "at")


def _round_of(phrase: Phrase, at: int) -> int:
    """Келіссөздердің кезекті раунды өтті: return where the noun stands that says which part of them, 0 if none does."""
    i = at + 1
    while i < len(phrase) - 1 and i - at < _LONGEST_IZAFET + 1 and phrase.pos(i) in ("ADJ", "NUM"):
        i += 1
    reading = phrase.first(i)
    return i if reading is not None and reading.lemma in ("раунд", "кезең") and reading.possessor == "3" else 0


def _of_an_encounter(phrase: Phrase, at: int, reading: Reading) -> bool:
    """Салтанатты рәсім: what looks like an accusative right before the noun of another encounter is its adjective."""
    return reading.case == "Acc" and reading.lemma == "салтанат" and bool(phrase.head(at + 1, phrase.cues.events))


def _is_verb_there(phrase: Phrase, at: int, lemma: str) -> bool:
    """Кеңесті is told of people who conferred, but of the encounter that is held where its clause goes on behind it."""
    first = phrase.first(at)
    if first is None or first.pos not in ("VERB", "AUX") or first.verb_form == "Vnoun":
        return False
    return lemma not in phrase.known.held or at + 1 >= len(phrase) or phrase.tokens[at + 1].kind != "word"


def _without_possessive(phrase: Phrase, first: int, last: int, reading: Reading) -> str:
    """Return what an encounter is called: отырыс for алқаның отырысы, whose owner is no part of the name."""
    if reading.possessor != "3":
        return phrase.named(first, last, reading)
    return f"{phrase.text[phrase.tokens[first].start : phrase.tokens[last].start]}{reading.lemma}"


def _is_action(phrase: Phrase, first: int, at: int, reading: Reading) -> bool:
    """Құжат қабылдау is what one does with documents, қабылдау ережесі a rule of it: neither is an encounter."""
    if not any(r.verb_form == "Vnoun" for r in phrase.readings[at]):
        return False
    before, after = phrase.first(first - 1), phrase.first(at + 1)
    if (
        not reading.possessor
        and before is not None
        and phrase.taken[first - 1] is None
        and before.pos == "NOUN"
        and before.case in ("", "Nom", "Acc")
    ):
        return True
    return (
        after is not None
        and after.pos == "NOUN"
        and after.possessor == "3"
        and reading.case in ("", "Nom")
        and not (
            phrase.lower(at + 1).startswith(
                ("барыс", "соң", "қорытынды", "аяғ", "баст", "алдын", "кез", "аясы", "шеңбер")
            )
        )
    )


def _delegation(phrase: Phrase, at: int) -> bool:
    reading = phrase.nominal(at)
    if reading is None or reading.lemma not in DELEGATIONS:
        return False
    if reading.lemma == "топ" and not _travels(phrase, at, reading):
        return False
    if reading.lemma == "қонақ" and (reading.number != "Plur" or reading.case not in ("", "Nom") or reading.possessor):
        return False  # қонақтар зауытты аралады
    chunk = phrase.chunk(
        "Delegation",
        at,
        at,
        label=reading.lemma,
        lemma=reading.lemma,
        rule="delegation",
        function=phrase.function(at, reading),
    )
    chunk.proper, chunk.possessed = False, reading.possessor == "3"
    phrase.take(chunk)
    return True


def _travels(phrase: Phrase, at: int, reading: Reading) -> bool:
    """Tell whether a group is one of people who go somewhere: мамандар тобы, X бастаған топ."""
    return reading.possessor == "3" or reading.case == "Acc" or phrase.lower(at - 1) == "бастаған"


def _side(phrase: Phrase, at: int) -> bool:
    """Тараптар, қазақстандық тарап, кәріс жағы."""
    reading = phrase.nominal(at)
    if phrase.lower(at) in ("жағынан", "тарапынан"):
        return False
    if reading is None or reading.lemma not in phrase.cues.words["side"] or phrase.pos(at) not in ("NOUN", "PROPN"):
        return False
    chunk = phrase.chunk(
        "Side", at, at, label=reading.lemma, lemma=reading.lemma, rule="side", function=phrase.function(at, reading)
    )
    chunk.proper, chunk.plural = False, reading.number == "Plur"
    phrase.take(chunk)
    return True


def _pronoun(phrase: Phrase, at: int) -> bool:
    reading = phrase.first(at)
    if reading is None or reading.pos != "PRON" or reading.lemma not in ("ол", "олар"):
        return False
    following = phrase.first(at + 1)
    if (
        phrase.lower(at) == "ол"
        and following is not None
        and following.pos in ("NOUN", "ADJ", "PROPN")
        and not following.verb_form
        and not phrase.tokens[at + 1].capital  # ол Семей қаласында өтеді
    ):
        return False
    chunk = phrase.chunk(
        "Pronoun", at, at, label="ол", lemma="ол", rule="pronoun", function=phrase.function(at, reading)
    )
    chunk.proper, chunk.plural = False, reading.number == "Plur"
    phrase.take(chunk)
    return True
