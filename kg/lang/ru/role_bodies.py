"""What stands behind a post in Russian: the post that it serves, its unit, its body, the field of a minister."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.demonyms import demonym_chunk
from kg.lang.ru.institutions import own_institution
from kg.lang.ru.morphology import inflected
from kg.lang.ru.names import named_by_form
from kg.lang.ru.names_in_brackets import name_in_brackets
from kg.lang.ru.organizations import COMMANDING
from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of
from kg.lang.ru.places import place_before_name
from kg.lang.ru.quotes import take_quoted_body
from kg.lang.ru.role_scopes import OWNERS, read_place, read_scope, through_nouns
from kg.lang.syntax import Chunk

_WORDS = cues("ru").words
# Encounters whose names also are those of bodies.
_PERMANENT = _WORDS["permanent"]
_STATES = _WORDS["states"]
_DOINGS = _WORDS["led-doings"]
_PARTS = _WORDS["parts-of-bodies"]
MINISTERS = _WORDS["ministers"]
_WITHOUT_NAMES = _WORDS["parts-without-names"]
OF_MINISTER = "organization.of-minister"  # the rule of a ministry that a post names
_LONGEST = 9  # tokens of a name in quotes
_WORDS_OF_A_NAME = 2  # Франс Пресс


def read_behind(phrase: Phrase, chunk: Chunk, group: Group) -> None:
    """Read what stands behind the post: the post that it serves, the unit, the body, what it is for."""
    nxt = _of_whose(phrase, _as_a_field(phrase, chunk, phrase.starting(group.last + 1)))
    if (upper := _of_its(phrase, group)) is not None:
        _under(phrase, chunk, upper)
        chunk.flags.add("of-its-before")
        return
    quote = _quote_behind(phrase, group.last + 1)
    if quote > group.last + 1:
        of_quote(phrase, chunk, quote)
    elif (nxt is not None and "Gen" in phrase.cases_of(nxt)) or (
        nxt is not None
        and "Ins" in phrase.cases_of(nxt)
        and chunk.lemma in COMMANDING
        and (nxt.kind == "Organization" if isinstance(nxt, Chunk) else nxt.kind == "noun")
    ):
        if isinstance(nxt, Chunk):
            _of_chunk(phrase, chunk, nxt)
        else:
            _of_words(phrase, chunk, nxt)
    elif group.last + 1 < phrase.size and phrase.tokens[group.last + 1].kind == "quote":
        of_quote(phrase, chunk, group.last + 1)
    elif group.last + 1 < phrase.size and nxt is None:
        _of_latin_name(phrase, chunk, group.last + 1)
    if chunk.lemma in MINISTERS and chunk.owner is None:
        _ministry_for(phrase, chunk)
    _of_rank(phrase, chunk)
    read_scope(phrase, chunk)
    if chunk.owner is None and phrase.ends[chunk] > group.last and "of-thing" not in chunk.flags:
        _of_latin_name(phrase, chunk, phrase.ends[chunk] + 1)  # директор по развитию бизнеса Philips
        told = chunk.value or _for_a_field(phrase, group, phrase.ends[chunk])
        if chunk.owner is None and told and phrase.ends[chunk] + 1 in phrase.pairs:
            of_quote(phrase, chunk, phrase.ends[chunk] + 1)  # тренер вратарей «Кайрата», but режиссёр фильма «Х»
    if chunk.owner is None and phrase.ends[chunk] == group.last:
        _before_its_holder(phrase, chunk)
    read_place(phrase, chunk)
    own_institution(phrase, chunk)


def _for_a_field(phrase: Phrase, group: Group, last: int) -> bool:
    """директор по связям «Х»: the name behind what a post is for is that of its body, if it is of no work."""
    return phrase.lower(group.last + 1) == "по" and not phrase.lemmas(last) & _WORDS["works"]


def _of_its(phrase: Phrase, group: Group) -> Chunk | None:
    """заместитель его директора: the post that is served, at the body that his takes up."""
    if phrase.lower(group.last + 1) not in ("его", "её", "ее", "их"):
        return None
    upper = phrase.starting(group.last + 2)
    is_post = isinstance(upper, Chunk) and upper.kind == "Role" and upper.owner is None and not upper.plural
    return upper if isinstance(upper, Chunk) and is_post and "Gen" in phrase.cases_of(upper) else None


def _of_whose(phrase: Phrase, thing: Chunk | Group | None) -> Chunk | Group | None:
    """глава казахстанского правительства: not of the state that an adjective names but of the body whose it is."""
    if not isinstance(thing, Chunk) or thing.kind != "Country":
        return thing
    behind = phrase.starting(thing.last + 1)
    return behind if isinstance(behind, Chunk) and behind.owner is thing else thing


def _as_a_field(phrase: Phrase, chunk: Chunk, thing: Chunk | Group | None) -> Chunk | Group | None:
    """министр местного управления: what a minister is for, though a body may be called so."""
    if not isinstance(thing, Chunk) or chunk.lemma not in MINISTERS or thing.kind != "Organization" or thing.known:
        return thing
    group = phrase.groups.get(phrase.begin_of(thing))
    small = not any(phrase.tokens[i].capital for i in range(phrase.begin_of(thing), thing.last + 1))
    if not small or group is None or group.first == group.head or thing.owner is not None:
        return thing
    phrase.drop(thing)
    return phrase.starting(group.first)


def _of_rank(phrase: Phrase, chunk: Chunk) -> None:
    """полковник в отставке, майор запаса, подполковник таможенной службы: a rank is no post at a body."""
    if chunk.lemma not in phrase.cues.words["rank"]:
        return
    if phrase.ends[chunk] == chunk.last and (phrase.lower(chunk.last + 1), phrase.lower(chunk.last + 2)) == (
        "в",
        "отставке",
    ):
        phrase.ends[chunk] = chunk.last + 2
    elif chunk.owner is not None and not chunk.owner.proper and chunk.kind_of == "staff":
        phrase.ends[chunk] = max(phrase.ends[chunk], phrase.ends[chunk.owner])
        chunk.owner.flags.add("of-phrase")
        chunk.owner = None


def _quote_behind(phrase: Phrase, at: int) -> int:
    """Return where a name in quotes begins that adjectives stand before (лидер московского «Центра»), else ``at``."""
    first = at
    while at < phrase.size and phrase.taken[at] is None and phrase.tokens[at].kind == "word":
        if not any(f.case == "Gen" for f in adjectives_of(phrase.tokens[at].text)):
            return first
        at += 1
    return at if at < phrase.size and phrase.tokens[at].kind == "quote" else first


def of_quote(phrase: Phrase, chunk: Chunk, at: int) -> None:
    """директор «КазГЮУ»: a name in quotes behind a post is its body."""
    close = phrase.pairs.get(at)
    if close is None or close - at > 10 or phrase.taken[at] is not None or chunk.plural:
        return  # Ассоциация брокеров «Х»: the name is that of the association
    name = phrase.words(at + 1, close - 1)
    if not name[:1].isupper():
        return
    body = take_quoted_body(phrase, at, close, "organization.quoted-after-post")
    _own(phrase, chunk, body)


def _before_its_holder(phrase: Phrase, chunk: Chunk) -> None:
    """оператор Аль-Манары Самир Хаддад: capitals that no dictionary has between a post and a name are its body."""
    at = last = chunk.last + 1
    while last < phrase.size and phrase.name_like[last] and phrase.taken[last] is None:
        last += 1
    behind = phrase.starting(last)
    named = isinstance(behind, Chunk) and behind.kind == "Person" and behind.first == last < behind.last
    if not named or not 0 < last - at <= _WORDS_OF_A_NAME or chunk.plural:
        return
    if all(named_by_form(phrase.tokens[i].text) for i in range(at, last)):
        return  # адвокат Марии Петровой X: whose he is, at no body
    if last - at == _WORDS_OF_A_NAME and any(
        f.name == "Name" and f.known and f.case == "Gen" for f in phrase.forms[at]
    ):
        return  # адвокат Платона Лебедя X: a given name in the genitive, and a surname that is a noun too
    group = phrase.groups.get(at)
    whole = group is not None and group.last == last - 1
    label = _from_genitive(phrase, group) if whole and group is not None else phrase.words(at, last - 1)
    body = phrase.chunk("Organization", at, last - 1, label=label, lemma=label.lower(), rule="organization.after-post")
    body.confidence = 0.7
    phrase.take(body, Grammar(("Gen",)))
    _own(phrase, chunk, body)


def _of_latin_name(phrase: Phrase, chunk: Chunk, at: int) -> None:
    """директор Global Cultural Project: words in Latin letters behind a post are its body."""
    last = at
    if at >= phrase.size:
        return
    while last < phrase.size and phrase.tokens[last].kind == "word" and phrase.tokens[last].text.isascii():
        last += 1
    behind = phrase.starting(last)
    several = chunk.plural and not (isinstance(behind, Chunk) and behind.kind == "Person")
    if last == at or not phrase.tokens[at].capital or several or phrase.taken[at] is not None:
        return
    for old in {id(c): c for c in phrase.taken[at:last] if c is not None}.values():
        phrase.drop(old)  # Business NZ: no state
    label = phrase.words(at, last - 1)
    body = phrase.chunk("Organization", at, last - 1, label=label, lemma=label.lower(), rule="organization.after-post")
    phrase.take(body, Grammar(("Gen",)))
    _own(phrase, chunk, body)


def _of_chunk(phrase: Phrase, chunk: Chunk, nxt: Chunk) -> None:
    if nxt.kind == "Role":
        _under(phrase, chunk, nxt)
    elif nxt.kind == "Organization" and nxt.kind_of == "unit" and not _stands_alone(nxt):
        _of_unit(phrase, chunk, nxt)
    elif nxt.lemma in _WITHOUT_NAMES and _has_no_name(nxt):
        _of_unit(phrase, chunk, nxt)
        chunk.kind_of = "staff" if chunk.kind_of == "head" else chunk.kind_of  # who does not speak for the whole
    elif nxt.kind in OWNERS:
        _own(phrase, chunk, nxt)
    elif nxt.kind == "Event" and chunk.kind_of in ("membership", "head", "deputy") and _named_as_body(phrase, nxt):
        _own(phrase, chunk, _body_of_event(phrase, nxt))
    elif nxt.kind in ("Delegation", "Program", "Event", "Election", "Agreement", "Side"):
        chunk.flags.add("of-thing")
        chunk.label = f"{chunk.label} {phrase.words(nxt.first, nxt.last)}" if nxt.kind == "Delegation" else chunk.label
        if nxt.kind == "Delegation" and nxt.owner is not None:
            chunk.owner = nxt.owner
        phrase.ends[chunk] = phrase.ends[nxt]
        chaired = nxt.kind == "Event" and chunk.kind_of == "head"
        whose = _owner_at(phrase, phrase.ends[nxt] + 1) if chaired else None
        holder = phrase.starting(phrase.ends[whose] + 1) if whose is not None else None
        if whose is not None and isinstance(holder, Chunk) and holder.kind == "Person":
            whose.flags.add("of-phrase")  # председатель сессии Генеральной Ассамблеи | X
            phrase.ends[chunk] = phrase.ends[whose]
        if nxt.kind == "Delegation":
            phrase.drop(nxt)
        elif nxt.kind == "Program" and not nxt.proper:
            _of_programmes(phrase, chunk, nxt)


def _of_programmes(phrase: Phrase, chunk: Chunk, programme: Chunk) -> None:
    """директор научных программ Центра климата: a programme without a name belongs to the post, whose body has it."""
    body = phrase.starting(phrase.ends[programme] + 1)
    told = isinstance(body, Chunk) and body.kind == "Organization" and body.proper and not body.plural
    if not told or not isinstance(body, Chunk) or "Gen" not in phrase.cases_of(body):
        return
    chunk.label = f"{chunk.label} {phrase.words(phrase.begin_of(programme), programme.last)}"
    chunk.flags.discard("of-thing")
    chunk.kind_of = "staff"  # who does not speak for the body
    programme.flags.add("of-phrase")
    _own(phrase, chunk, body)


def _has_no_name(part: Chunk) -> bool:
    """заведующий кафедрой университета: which one is not told, so that only the body that it is of has a name."""
    whole = part.owner is not None and part.owner.kind == "Organization" and part.owner.proper
    return whole and part.first == part.last and not part.plural


def _named_as_body(phrase: Phrase, event: Chunk) -> bool:
    """Член Евразийского форума: with a capital, an encounter that has members and heads is a body."""
    return event.first < event.last and phrase.capital(event.first) and event.lemma in _PERMANENT and not event.plural


def _body_of_event(phrase: Phrase, event: Chunk) -> Chunk:
    last = phrase.ends[event]
    while (nxt := phrase.starting(last + 1)) is not None and "Gen" in phrase.cases_of(nxt):
        small = not phrase.tokens[last + 1].capital
        if not small or (isinstance(nxt, Chunk) and (nxt.kind != "Organization" or not nxt.plural)):
            break
        if isinstance(nxt, Chunk):
            phrase.drop(nxt)
        last = phrase.end_of(nxt)
    label = event.label + phrase.text[event.end : phrase.tokens[last].end]
    grammar = phrase.grammar[event]
    phrase.drop(event)
    body = phrase.chunk(
        "Organization", event.first, last, label=label, lemma=event.lemma, rule="organization.permanent-event"
    )
    phrase.take(body, grammar)
    name_in_brackets(phrase, body)
    return body


def _stands_alone(unit: Chunk) -> bool:
    """Торгово-экономическое представительство Татарстана is a body of its own, миссия ОБСЕ is not."""
    return (
        unit.proper
        and "named-by-owner" not in unit.flags
        and unit.label[:1].isupper()
        and " " in unit.label
        and unit.rule != "organization.common-noun"
        and unit.first < unit.last
        and unit.lemma not in _PARTS
    )


def _own(phrase: Phrase, chunk: Chunk, owner: Chunk) -> None:
    chunk.owner = owner
    phrase.ends[chunk] = phrase.ends[owner]
    larger = phrase.starting(phrase.ends[owner] + 1)
    if not isinstance(larger, Chunk) or not owner.kind == larger.kind == "Place":
        return
    if owner.proper and larger.proper and "Gen" in phrase.cases_of(larger):
        larger.flags.add("of-phrase")  # аким Медеуского района Алматы: the town that the district is in
        phrase.ends[chunk] = phrase.ends[larger]


def _under(phrase: Phrase, chunk: Chunk, upper: Chunk) -> None:
    """Merge a post with the one that it serves: заместитель + председателя комиссии."""
    own_words = phrase.words(upper.first, upper.last).lower()
    chunk.label = f"{chunk.label} {own_words}"
    chunk.owner = upper.owner
    chunk.value = upper.lemma
    chunk.flags |= upper.flags & {"unit"}
    if upper.plural:
        chunk.flags.add("of-several")  # заместители министров двух стран
    if chunk.kind_of == "staff":
        chunk.kind_of = "deputy"
    end = phrase.ends[upper]
    phrase.drop(upper)
    chunk.last, chunk.end = upper.last, phrase.tokens[upper.last].end
    for i in range(chunk.first, chunk.last + 1):
        phrase.taken[i] = chunk
    phrase.ends[chunk] = end


def _of_unit(phrase: Phrase, chunk: Chunk, unit: Chunk) -> None:
    """глава миссии: the unit is a part of the post's name, what owns the unit is the body."""
    named = _name_within(phrase, unit)
    last = unit.last if not named else named - 1
    words = phrase.words(unit.first, last)
    chunk.label = f"{chunk.label} {words[:1].lower() + words[1:]}"
    chunk.flags.add("unit")
    chunk.names = [unit.lemma]
    chunk.owner = unit.owner
    end = phrase.ends[unit]
    if unit.owner is None and unit.acronym:
        return
    phrase.drop(unit)
    chunk.last, chunk.end = last, phrase.tokens[last].end
    for i in range(chunk.first, chunk.last + 1):
        phrase.taken[i] = chunk
    phrase.ends[chunk] = end
    if not named:
        return
    if phrase.tokens[named].kind == "quote":
        of_quote(phrase, chunk, named)
    elif (group := phrase.groups.get(named)) is not None and group.last == unit.last:
        capital_body(phrase, chunk, group)


def _name_within(phrase: Phrase, unit: Chunk) -> int:
    """Return where the name of a body begins that a unit took for its own: совет директоров Запбанка, фракция «Х»."""
    if unit.owner is not None or unit.acronym:
        return 0
    for at in range(unit.first + 1, unit.last + 1):
        if phrase.tokens[at].kind == "quote":
            return at if phrase.pairs.get(at) == unit.last else 0
        if phrase.tokens[at].capital:
            return at if at == unit.last and not phrase.tokens[at].acronym else 0
    return 0


def _of_words(phrase: Phrase, chunk: Chunk, group: Group) -> None:
    """министр иностранных дел: the words behind a minister name the ministry; behind other posts what they are for."""
    if group.lemma in _STATES and _of_state(phrase, chunk, group):
        return
    if group.lemma in _DOINGS:  # руководитель полёта российского сегмента: of what is done, at no body
        chunk.flags.add("of-thing")
        phrase.ends[chunk] = through_nouns(phrase, group.last, (), ("Gen",))
        return
    last = group.last
    if _of_what_is_named(phrase, chunk, group) or _rather_a_name(phrase, group):
        return
    if chunk.lemma in MINISTERS and group.first == last and phrase.tokens[last].capital and _name_behind(phrase, last):
        return  # вице-министра Каната Балгабаева
    if group.kind != "noun" or (phrase.tokens[group.first].capital and chunk.lemma not in MINISTERS):
        if group.kind == "noun" and group.cases and not group.animate and phrase.tokens[group.first].capital:
            capital_body(phrase, chunk, group)
        return
    last = through_nouns(phrase, last, ("и", ",") if chunk.lemma in MINISTERS else (), ("Gen",), people=False)
    if chunk.lemma in MINISTERS and not chunk.plural:
        _ministry(phrase, chunk, group.first, last)
        return
    words = phrase.words(group.first, last)
    chunk.label = f"{chunk.label} {words}"
    chunk.last, chunk.end = last, phrase.tokens[last].end
    for i in range(chunk.first, chunk.last + 1):
        phrase.taken[i] = chunk
    phrase.ends[chunk] = last
    if (owner := _owner_at(phrase, last + 1)) is not None:
        _own(phrase, chunk, owner)


def _name_behind(phrase: Phrase, at: int) -> bool:
    return at + 1 < phrase.size and phrase.name_like[at + 1]


def _of_state(phrase: Phrase, chunk: Chunk, group: Group) -> bool:
    """глава узбекского государства: the adjective says at which state the post is; False if there is none."""
    owner = demonym_chunk(phrase, group, group.head)
    if owner is None or owner.kind != "Country":
        return False
    chunk.label = f"{chunk.label} {phrase.lower(group.head)}"
    entry = phrase.known_as(chunk.label, "Role")
    chunk.known = entry.id if entry else None
    chunk.owner, phrase.ends[chunk] = owner, group.last
    return True


def _ministry_for(phrase: Phrase, chunk: Chunk) -> None:
    """министр по делам семьи и молодёжи: what the minister is for names the ministry."""
    at = phrase.ends[chunk] + 1
    field = phrase.starting(at + 1) if phrase.lower(at) == "по" and not chunk.plural else None
    if isinstance(field, Group) and "Dat" in field.cases and not field.animate:
        last = through_nouns(phrase, field.last, ("и", ","), ("Dat", "Gen"))
        body = _owner_at(phrase, last + 1)
        if body is not None and body.kind == "Organization" and body.proper:
            # министр по торговле Экономической комиссии: the body has ministers, it is no state
            chunk.label = f"{chunk.label} {phrase.words(at, last)}"
            _own(phrase, chunk, body)
            return
        _ministry(phrase, chunk, at, through_nouns(phrase, field.last, ("и", ","), ("Dat", "Gen")))


def _ministry(phrase: Phrase, chunk: Chunk, first: int, last: int) -> None:
    """Give a minister the ministry that the words behind the post name."""
    words = phrase.words(first, last)
    owner = _owner_at(phrase, last + 1) or place_before_name(phrase, last + 1, "region") or _region_for(phrase, last)
    label = f"Министерство {words}"
    body = phrase.chunk("Organization", first, last, label=label, lemma="министерство", rule=OF_MINISTER)
    regional = owner is not None and owner.kind == "Place" and owner.kind_of == "region"  # министр здравоохранения края
    entry = phrase.known_as(label, "Organization") if not regional else None
    body.known = entry.id if entry else None
    body.owner = owner if owner is not None and (owner.kind == "Country" or regional) else None
    phrase.take(body, Grammar(("Gen",)), phrase.ends[owner] if owner else last)
    chunk.label = f"{chunk.label} {words}"
    _own(phrase, chunk, body)


def _region_for(phrase: Phrase, last: int) -> Chunk | None:
    """министр внутренних дел по Республике Карелия: return the region that the ministry is for."""
    place = phrase.starting(last + 2) if phrase.lower(last + 1) == "по" else None
    told = isinstance(place, Chunk) and place.kind == "Place" and place.kind_of == "region" and place.proper
    if not told or not isinstance(place, Chunk) or "Dat" not in phrase.cases_of(place):
        return None
    place.surface = phrase.words(last + 1, place.last)
    return place


def _owner_at(phrase: Phrase, at: int) -> Chunk | None:
    """Return the body, state or place in the genitive that begins at a token."""
    thing = phrase.starting(at)
    if not isinstance(thing, Chunk) or thing.kind not in OWNERS or "Gen" not in phrase.cases_of(thing):
        return None
    return thing


def _rather_a_name(phrase: Phrase, group: Group) -> bool:
    """министр Актоты Раимкулова: two capitals, the first of which no dictionary has, are who is minister."""
    at = group.head
    alone = group.first == at and phrase.tokens[at].capital and not phrase.tokens[at].acronym
    named = at + 1 < phrase.size and phrase.name_like[at + 1] and phrase.name_like[at]
    unknown = not any(f.known for f in phrase.forms[at])
    if alone and unknown and named_by_form(phrase.tokens[at].text) == "Surn":
        return True  # профессор Нозимшоев: of no Нозимшои
    if alone and named and any(f.known and f.case == "Nom" for f in phrase.forms[at]):
        # заместителю председателя Алтын Омаровой: a noun in the nominative behind a post, before a surname
        last = at + 2 >= phrase.size or not phrase.name_like[at + 2]
        return last and named_by_form(phrase.tokens[at + 1].text) == "Surn"
    return alone and named and unknown


def _of_what_is_named(phrase: Phrase, chunk: Chunk, group: Group) -> bool:
    """начальник депо: the noun takes up a body that the text has called by it (трамвайное депо № 2)."""
    alone = group.kind == "noun" and group.first == group.head and group.number == "Sing"
    if not alone or group.lemma not in phrase.known.heads or chunk.plural or group.animate:
        return False
    if group.lemma in phrase.cues.organizations:
        return False  # председатель группы дружбы «Х»
    body = phrase.chunk(
        "Organization", group.head, group.head, label=group.lemma, lemma=group.lemma, rule="organization.common-noun"
    )
    body.proper = False
    phrase.take(body, Grammar(("Gen",)))
    _own(phrase, chunk, body)
    return True


def _from_genitive(phrase: Phrase, group: Group) -> str:
    """аким Кызылтана X: return the nominative of a name that stands in the genitive, whatever it looks like."""
    forms = phrase.forms[group.head]
    if group.first < group.last or any(f.known and f.case == "Nom" for f in forms):
        return phrase.nominative(group)
    word = phrase.tokens[group.head].text
    for form in forms:
        if form.case == "Gen" and form.number == "Sing" and not form.fixed and form.pos == "NOUN":
            name = inflected(word, form.lemma, "NOUN", "Nom", "Sing")
            if name.lower() != word.lower():
                return name
    return phrase.nominative(group)


def _in_quotes(phrase: Phrase, at: int) -> bool:
    return at < phrase.size and phrase.tokens[at].kind == "quote" and 0 < phrase.pairs.get(at, -1) - at < _LONGEST


def capital_body(phrase: Phrase, chunk: Chunk, group: Group) -> None:
    """губернатор Подмосковья, ректор Сорбонны: a capital in the genitive behind a post is its body."""
    if chunk.plural:
        return
    last = through_nouns(phrase, group.last, (), ("Gen",), people=False)
    last = phrase.pairs[last + 1] if _in_quotes(phrase, last + 1) else group.last  # Дворец спорта «Кристалл»
    label = _from_genitive(phrase, group) + phrase.text[phrase.tokens[group.last].end : phrase.tokens[last].end]
    for old in {id(c): c for c in phrase.taken[group.first : last + 1] if c is not None}.values():
        phrase.drop(old)
    kind = "Organization"
    body = phrase.chunk(kind, group.first, last, label=label, lemma=group.lemma, rule="organization.after-post")
    body.confidence = 0.7
    state = _owner_at(phrase, last + 1)
    if state is not None and state.kind == "Country":
        body.owner = state  # глава Госконтроля Латвии
    phrase.take(body, Grammar(("Gen",)), last if body.owner is None else phrase.ends[body.owner])
    name_in_brackets(phrase, body)
    _own(phrase, chunk, body)
