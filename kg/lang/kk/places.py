"""Places in Kazakh text: a name before қала, облыс, аудан, a room or house, or a lone capital in the locative."""

from __future__ import annotations

from kg.lang.kk.alphabet import THERE
from kg.lang.kk.name_modifiers import bare_modifier
from kg.lang.kk.phrase import Phrase
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

LONGEST_IZAFET = 2
_PLAIN = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


def learn_towns(phrase: Phrase) -> None:
    """Remember the names that a noun for a town or region stands behind: Порту қаласында."""
    for at in phrase.with_head:
        found = phrase.head(at, phrase.cues.places)
        if (
            found is None
            or found[1] not in phrase.cues.words["named-places"]
            or found[2].possessor != "3"
            or found[2].number == "Plur"
        ):
            continue
        name = found[0] - 1
        if name >= 0 and phrase.tokens[name].capital and not phrase.tokens[name].acronym:
            phrase.known.towns.add(phrase.tokens[name].text)


def find_places(phrase: Phrase) -> None:
    """Take places: a name before қала, облыс, аудан, …, or a lone capital in the locative."""
    for at in phrase.with_head:
        if phrase.taken[at] is None:
            _place_head(phrase, at)
    for at in phrase.capitals:
        if phrase.taken[at] is None:
            _lone_place(phrase, at)


def find_places_behind_names(phrase: Phrase) -> None:
    """Take the towns that only the name right before them hid: Доминик Мейер | Миланда."""
    for at in phrase.capitals:
        before = phrase.taken[at - 1] if at and phrase.taken[at] is None else None
        if before is not None and before.kind == "Person":
            _lone_place(phrase, at)


def _place_head(phrase: Phrase, at: int) -> None:
    found = phrase.head(at, phrase.cues.places)
    if not found or _stays(phrase, at):
        return
    first, lemma, reading = found
    flag = phrase.cues.places[lemma]
    close = first - 1
    while (
        close > 0
        and first - close < LONGEST_IZAFET + 1
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
        if (flag == "region" or lemma == "қала") and phrase.lower(at + 1) != "тыс":  # штаттан тыс, қаладан тыс
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


def _stays(phrase: Phrase, at: int) -> bool:
    """Судьясы болып қала береді: no town, but a form of қалу."""
    return phrase.lower(at) == "қала" and at + 1 < phrase.size and "беру" in phrase.lemmas(at + 1)


def _house_of(phrase: Phrase, first: int, lemma: str, reading: Reading) -> int:
    """Кәсіподақтар үйі, Жастар сарайы: a plural with a capital before a house makes its name, be they bodies or not."""
    before = phrase.taken[first - 1] if first > 1 else None
    if (
        lemma not in phrase.cues.words["houses"]
        or reading.possessor != "3"
        or not phrase.tokens[first - 1].capital
        or first == 1
    ):
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
        if i < first and (_name_of_holder(phrase, i - 1) or _post_before(phrase, i - 1)):
            break
        nearest = i == first and (_may_be_adjective(phrase, i - 1) or phrase.pos(i - 1) == "VERB")
        side = i == 1 and phrase.lowers[0] in phrase.cues.words["sides-of-world"]  # Солтүстік Қазақстан облысы
        if (token.kind == "word" and token.capital and (known or nearest or side or stands_bare(phrase, i - 1))) or (
            phrase.lower(i - 1) in ("және", ",", "мен", "пен", "бен")
            and i - 2 >= 0
            and i < first
            and phrase.tokens[i - 2].capital
            and stands_bare(phrase, i - 2)
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
    return (
        inside
        and at > 0
        and phrase.tokens[at - 1].capital
        and phrase.lower(at - 1) in phrase.cues.words["sides-of-world"]
    )


def _name_of_holder(phrase: Phrase, at: int) -> bool:
    """Ауданның әкімі Нұрлан Оразалы | Балықшы ауылында: two capitals behind a post name who holds it."""
    if not phrase.tokens[at].capital or at < 2 or not phrase.tokens[at - 1].capital:
        return False
    role = phrase.head(at - 2, phrase.cues.roles)
    return role is not None and role[2].possessor == "3" and role[2].case in ("", "Nom")


def _post_before(phrase: Phrase, at: int) -> bool:
    """Қытай Елшісі | Қарағанды облысының әкімін қабылдады: a post that is somebody's is in no name of a place."""
    role = phrase.head(at, phrase.cues.roles)
    return role is not None and role[2].possessor == "3"


def _may_be_adjective(phrase: Phrase, at: int) -> bool:
    """Шілікті ауданы: a name in -лы, -ты looks like an accusative."""
    first = phrase.first(at)
    return first is not None and first.case == "Acc" and phrase.lower(at).endswith(("лы", "лі", "ты", "ті", "ды", "ді"))


def stands_bare(phrase: Phrase, at: int) -> bool:
    """Tell whether a word stands without an ending, as words within a name do."""
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

        singular = inflect(lemma.rsplit(" ", maxsplit=1)[-1], "Nom", "Sing", "3")
    if first < at:
        singular = f"{phrase.words(first, at - 1)} {singular}"  # Мичурин ауылдық округі
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
        chunk.names = [phrase.words(start, stop)] if lemma in phrase.cues.words["settlements"] else []
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
    attributive = token.text.endswith(THERE)
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
