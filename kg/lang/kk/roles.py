"""Posts in Kazakh text: a post noun with its modifiers, nested posts, and the unit or ministry that the words hide.

облыс әкімінің бірінші орынбасары      a post under a post
бөлімінің басшысы                      the unit is part of the post, its owner is the body
Сыртқы істер министрі                  the post names the ministry
"""

from __future__ import annotations

from kg.lang.kk.morphology import inflect
from kg.lang.kk.organizations import unlisted_body
from kg.lang.kk.people import GIVEN_TOO
from kg.lang.kk.phrase import Phrase
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_UNDER = frozenset({"орынбасар", "көмекші", "кеңесші", "баспасөз хатшысы", "хатшы"})
_NAMING_THEIRS = frozenset({"прокурор"})  # posts by which the region's own body is named
_OF_EMBASSIES = frozenset({"елші", "консул", "бас консул"})  # posts by which a state's mission is named
_INTO_A_POST = ("лыққа", "лікке", "дыққа", "дікке", "тыққа", "тікке", "лығына", "лігіне", "тығына", "тігіне")
_ABSTRACT = 3  # letters of -лық, -тік
_GIVING = frozenset({"сайлау", "тағайындау", "бекіту"})
_OFFICES = frozenset({"уәкіл", "омбудсмен"})
_PLACE_POSTS = frozenset({"мэр", "вице-мэр", "әкім", "губернатор"})  # posts that only towns and regions have
_CHIEF_PROSECUTOR = "бас прокурор"
_FOUNDER = "негізін қалаушы"  # қордың негізін қалаушы: it bears no possessive of its own
_MINISTERS = frozenset({"министр", "вице-министр"})
_MODIFIERS = frozenset(
    {"бас", "аға", "тұрақты", "арнайы", "штаттан", "тыс", "уақытша", "жалпы", "басқарушы", "атқарушы", "төтенше"}
    | {"бірінші", "екінші", "үшінші", "жауапты", "өкілетті", "құрметті", "ғылыми", "толық", "тең", "құқылы"}
    | {"қауымдасқан", "қауымдастырылған", "ассоциацияланған", "бұрынғы", "экс", "құрылтайшы", "ресми"}
)
# Relational adjectives tell which post or membership it is (ұжымдық мүше, өңірлік директор); жаңа and қазіргі do not.
_RELATIONAL = ("лық", "лік", "дық", "дік", "тық", "тік", "лы", "лі", "ды", "ді", "ты", "ті")


def find_roles(phrase: Phrase) -> None:
    """Take the posts of a sentence."""
    for at in phrase.with_head:
        if phrase.taken[at] is None:
            chunk = _known_role(phrase, at) or role_at(phrase, at)
            if chunk:
                phrase.take(chunk)
    for at, low in enumerate(phrase.lowers):
        if low.endswith(_INTO_A_POST) and phrase.taken[at] is None and (chunk := _by_its_noun(phrase, at)):
            phrase.take(chunk)


def _by_its_noun(phrase: Phrase, at: int) -> Chunk | None:
    """Съезд X-ті президенттікке сайлады: the noun for holding a post, into which somebody is elected."""
    reading = next((r for r in phrase.readings[at] if r.pos == "NOUN" and r.case == "Dat"), None)
    lemma = reading.lemma[:-_ABSTRACT] if reading is not None else ""
    behind = [r.lemma for i in range(at + 1, len(phrase)) for r in phrase.readings[i] if r.pos == "VERB"]
    if lemma not in phrase.cues.roles or phrase.cues.roles[lemma] == "membership" or not _GIVING & set(behind):
        return None
    chunk = phrase.chunk("Role", at, at, label=_label([lemma]), lemma=lemma, rule="role.abstract", function="as")
    chunk.kind_of = phrase.cues.roles[lemma]
    owner = phrase.before(at)
    if owner is not None and owner.kind == "Organization" and owner.function in ("owner", "subject"):
        chunk.owner = owner if owner.last == at - 1 else None
    return chunk


def _known_role(phrase: Phrase, at: int) -> Chunk | None:
    """Мемлекет басшысы, Үкімет басшысы: posts of two words that the gazetteer knows by that name."""
    found = phrase.head(at, phrase.cues.roles)
    if not found or at == 0 or phrase.tokens[at - 1].kind != "word":
        return None
    first, lemma, reading = found
    before = phrase.taken[at - 1]
    if first != at or (before is not None and (before.first != at - 1 or before.last != at - 1)):
        return None
    name = phrase.named(at - 1, at, reading)
    entry = phrase.known_as(name, "Role")
    alone = phrase.known_as(lemma, "Role")
    if entry is None or not reading.possessor or (alone is not None and alone.id == entry.id):
        return None  # Комиссия мүшесі is a мүше of the Комиссия
    if before is not None:
        phrase.chunks.remove(before)
        phrase.taken[at - 1] = None
    chunk = phrase.chunk(
        "Role", at - 1, at, label=_label([name]), lemma=lemma, rule="role.known", function=phrase.function(at, reading)
    )
    chunk.kind_of, chunk.known = phrase.cues.roles[lemma], entry.id
    upper = phrase.head(at - 1, phrase.cues.roles)
    chunk.value = upper[1] if upper is not None else ""  # төраға орынбасары: where chairs are, so are their deputies
    _acting(phrase, chunk, at)
    owner = phrase.before(chunk.first)
    if owner is not None and owner.kind in ("Organization", "Country") and owner.function in ("owner", "subject"):
        chunk.owner = owner
    return chunk


def role_at(phrase: Phrase, at: int) -> Chunk | None:
    """Return the post whose last word stands at a token, with its owner where one stands before it."""
    found = phrase.head(at, phrase.cues.roles)
    if not found:
        return None
    first, lemma, reading = found
    if not phrase.free(first, at) or _is_no_post(phrase, at, lemma, reading):
        return None
    begin, modifiers = _modifiers(phrase, first)
    chunk = phrase.chunk(
        "Role",
        begin,
        at,
        label=_label([*modifiers, lemma]),
        lemma=lemma,
        rule="role.head-noun",
        function=phrase.function(at, reading),
    )
    chunk.kind_of = phrase.cues.roles[lemma]
    chunk.plural = reading.number == "Plur"
    chunk.possessed = reading.possessor == "3"
    chunk.flags |= {"former"} & {_flag(phrase, word) for word in modifiers}
    if any(word in phrase.cues.words["former"] for word in modifiers):
        chunk.flags.add("former")
        chunk.flags |= {"merely"} if set(modifiers) & phrase.cues.words["merely"] else set()
        kept = [w for w in modifiers if w not in phrase.cues.words["former"]]
        chunk.label = _label([*kept, lemma])
    _acting(phrase, chunk, at)
    _extend_left(phrase, chunk, lemma, reading)
    _former_before(phrase, chunk)
    if lemma == _CHIEF_PROSECUTOR and chunk.owner is None and not chunk.possessed:
        _of_chief_prosecutor(phrase, chunk)
    return chunk


def _of_chief_prosecutor(phrase: Phrase, chunk: Chunk) -> None:
    """Бас прокурор Имашев: the post names its body as that of a minister does."""
    head = min(phrase.cues.bodies_of_post[_CHIEF_PROSECUTOR])
    body = phrase.chunk(
        "Organization",
        chunk.first,
        chunk.first,
        label=f"Бас {head}",
        lemma=head,
        rule="organization.of-post",
        function="owner",
    )
    body.inside, chunk.owner = chunk, body
    entry = phrase.known_as(body.label, "Organization")
    body.known = entry.id if entry else None
    phrase.chunks.append(body)


def _flag(phrase: Phrase, word: str) -> str:
    return "former" if word in phrase.cues.words["former"] else ""


def _former_before(phrase: Phrase, chunk: Chunk) -> None:
    """бұрынғы ... директоры: the word may stand before the owner."""
    begin = chunk.owner.first if chunk.owner and chunk.owner.last < chunk.first else chunk.first
    if phrase.lower(begin - 1) in phrase.cues.words["former"]:
        chunk.flags.add("former")
        chunk.flags |= {"merely"} if phrase.lower(begin - 1) in phrase.cues.words["merely"] else set()


def _is_no_post(phrase: Phrase, at: int, lemma: str, reading: Reading) -> bool:
    """Мүше and өкіл in compounds (мүше мемлекеттер) and posts that are verbs by form are none."""
    following = phrase.first(at + 1)
    if (
        lemma in GIVEN_TOO
        and phrase.tokens[at].capital
        and at
        and not reading.possessor
        and reading.case in ("", "Nom")
    ):
        return at + 1 < len(phrase) and phrase.tokens[at + 1].capital  # депутат Орынбасар Сәдуақас
    compound = lemma == "мүше" and following is not None and following.lemma in ("мемлекет", "ел")
    return compound or bool(reading.verb_form)


def _modifiers(phrase: Phrase, first: int) -> tuple[int, list[str]]:
    begin = first
    found: list[str] = []
    i = first - 1
    while i >= 0 and phrase.taken[i] is None and phrase.tokens[i].kind == "word" and first - i < 6:
        word = phrase.lower(i)
        if word in phrase.cues.words["relating"] or word == "жанындағы":
            break
        if word == "қалаушы" and phrase.lower(i - 1) == "негізін":
            found[:0] = ["негізін", word]
            i -= 1
            begin = i
        elif word == "және" and found and phrase.lower(i - 1) in _MODIFIERS:
            found.insert(0, word)
        elif word in _MODIFIERS or word in phrase.cues.words["former"] or _relational(phrase, i, word):
            found.insert(0, word)
            begin = i
        elif phrase.pos(i) == "ADJ" and word not in phrase.cues.words["this"]:
            begin = i
        else:
            break
        i -= 1
    return begin, found


def _relational(phrase: Phrase, at: int, word: str) -> bool:
    """Tell whether an adjective says which post it is; an unlisted one looks like an accusative by its ending."""
    if not word.endswith(_RELATIONAL) or len(word) < 7:
        return False
    if (first := phrase.first(at)) is not None and first.pos == "NOUN" and first.possessor == "3":
        return False  # Грузия теміржолы | мүше
    return phrase.pos(at) == "ADJ" or (phrase.pos(at) in ("NOUN", "PROPN") and not phrase.tokens[at].capital)


def _label(words: list[str]) -> str:
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _acting(phrase: Phrase, chunk: Chunk, at: int) -> None:
    """Премьер-Министрдің міндетін (уақытша) атқарушы: the post is an acting one."""
    i = at + 1
    if phrase.lower(i) != "міндетін" or chunk.function != "owner":
        return
    last = next((j for j in range(i + 1, min(i + 7, len(phrase))) if phrase.lower(j).startswith("атқар")), None)
    if last is None:
        return
    chunk.flags.add("acting")
    chunk.label = f"{_genitive(chunk.label)} міндетін атқарушы"
    if phrase.lower(last).startswith("атқарушы"):
        reading = phrase.nominal(last)
        chunk.last, chunk.end = last, phrase.tokens[last].end
        chunk.function = phrase.function(last, reading)


def _genitive(label: str) -> str:
    *before, last = label.split(" ")
    return " ".join([*before, inflect(last, "Gen")])


def _extend_left(phrase: Phrase, chunk: Chunk, lemma: str, reading: Reading) -> None:
    if phrase.lower(chunk.first - 1) in phrase.cues.words["relating"] and chunk.possessed and _under_for(phrase, chunk):
        return
    before = _office(phrase, phrase.before(chunk.first)) if chunk.possessed else phrase.before(chunk.first)
    if (
        before is not None
        and before.function == "attributive"
        and before.kind in ("Place", "Country")
        and before.last == chunk.first - 1
    ):
        # БҰҰДБ-ның Қазақстандағы өкілі: where it is stands between the body and the post
        further = _office(phrase, phrase.before(before.first))
        if (
            further is not None
            and further.kind in ("Organization", "Country")
            and phrase.touching(further, before.first)
        ):
            chunk.owner = (further.kind == "Country" and _embassy(phrase, further, before, lemma)) or further
            return
    if before is not None and not phrase.touching(before, chunk.first):
        before = None
    if before is not None and before.kind == "Role" and _as_deputy(phrase, chunk, before):
        _extend_left(phrase, chunk, lemma, reading)
    elif before is not None and before.kind == "Role" and before.function in ("owner", "subject") and chunk.possessed:
        _under(phrase, chunk, before)
    elif not chunk.possessed and not (lemma == _FOUNDER and before is not None and before.function == "owner"):
        if before is None:
            _about(phrase, chunk)  # оқу ісі жөніндегі проректор
    elif before is not None and before.kind == "Organization" and before.function in ("owner", "subject"):
        _of_body(phrase, chunk, before, lemma)
    elif before is not None and before.kind in ("Country", "Place") and before.function in ("owner", "subject"):
        chunk.owner = _institution(phrase, before, lemma) or _embassy(phrase, before, before, lemma) or before
    elif before is None and lemma in _MINISTERS:
        _of_ministry(phrase, chunk, reading)
    elif before is None and reading.possessor == "3":
        _of_what_stands_apart(phrase, chunk)


def _office(phrase: Phrase, post: Chunk | None) -> Chunk | None:
    """Адам құқықтары жөніндегі уәкілдің өкілі: an ombudsman whom others serve is an institution."""
    if post is None or post.kind != "Role" or post.lemma not in _OFFICES or post.function != "owner" or post.owner:
        return post
    body = phrase.chunk(
        "Organization",
        post.first,
        post.last,
        label=post.label,
        lemma=post.lemma,
        rule="organization.office",
        function="owner",
    )
    if " " in post.label:
        phrase.chunks.remove(post)
        return phrase.take(body)
    return post


def _of_what_stands_apart(phrase: Phrase, chunk: Chunk) -> None:
    """Give a post the body that no chunk right before it tells."""
    _about(phrase, chunk)
    chunk.owner = (
        chunk.owner
        or _town_before(phrase, chunk)
        or _accredited_by(phrase, chunk)
        or _of_the_post_before(phrase, chunk)
    )
    chunk.owner = chunk.owner or unlisted_body(phrase, chunk.first - 1)
    if chunk.owner is None and _of_something_unknown(phrase, chunk):
        chunk.flags.add("of-unknown")


def _institution(phrase: Phrase, place: Chunk, lemma: str) -> Chunk | None:
    """Жамбыл облысының прокуроры: the region's прокуратура, which the post names as министрі does a ministry."""
    bodies = phrase.cues.bodies_of_post.get(lemma, set())
    if lemma not in _NAMING_THEIRS or len(bodies) != 1 or place.kind != "Place":
        return None
    head = min(bodies)
    label = f"{phrase.words(place.first, place.last)} {inflect(head, 'Nom', 'Sing', '3')}"
    body = phrase.chunk(
        "Organization", place.first, place.last, label=label, lemma=head, rule="organization.of-post", function="owner"
    )
    if not place.proper:  # облыс прокуроры: a body that is told by what it is
        body.proper, body.label, body.value = False, inflect(head, "Nom", "Sing", "3"), place.label
        body.flags.add("relational")
    place.inside = body
    phrase.chunks.append(body)
    return body


def _embassy(phrase: Phrase, state: Chunk, last: Chunk, lemma: str) -> Chunk | None:
    """Германияның Алматыдағы Бас консулы: the post names the state's консулдық, which stands nowhere else."""
    if lemma not in _OF_EMBASSIES or state.kind != "Country":
        return None
    words = [*lemma.split(" ")[:-1], min(phrase.cues.bodies_of_post[lemma])]
    head = " ".join([*words[:-1], inflect(words[-1], "Nom", "Sing", "3")])
    head = f"Бас {head.removeprefix('бас ')}" if len(words) > 1 else head
    body = phrase.chunk(
        "Organization",
        state.first,
        last.last,
        label=f"{phrase.words(state.first, last.last)} {head}",
        lemma=words[-1],
        rule="organization.of-post",
        function="owner",
    )
    body.names = [f"{state.label} {head}"]
    state.inside = last.inside = body
    phrase.chunks.append(body)
    return body


def _town_before(phrase: Phrase, chunk: Chunk) -> Chunk | None:
    """Порту мэрі: a bare capital before such a post is a town, known or not."""
    at = chunk.first - 1
    if chunk.lemma not in _PLACE_POSTS or at < 0 or phrase.taken[at] is not None or not phrase.name_like[at]:
        return None
    if not any(r.case in ("", "Nom") and not r.possessor for r in phrase.readings[at]):
        return None
    name = phrase.tokens[at].text
    town = phrase.chunk("Place", at, at, label=name, lemma=name, rule="place.of-post", function="owner")
    town.kind_of = "region"
    return phrase.take(town)


def _accredited_by(phrase: Phrase, chunk: Chunk) -> Chunk | None:
    """Қазақстанның Еуропа Кеңесі жанындағы өкілі: whose the post is stands before the body that it is at."""
    at = chunk.first - 1
    if phrase.lower(at) != "жанындағы":
        return None
    there = phrase.taken[at - 1] if at else None
    if there is None:
        return None
    whose = phrase.before(there.first)
    fits = whose is not None and whose.kind in ("Country", "Organization") and whose.function in ("owner", "subject")
    return whose if fits else there


def _of_the_post_before(phrase: Phrase, chunk: Chunk) -> Chunk | None:
    """Қордың құрылтайшысы әрі президенті: two posts joined by and are at one body."""
    if phrase.lower(chunk.first - 1) not in ("әрі", "және"):
        return None
    first = phrase.taken[chunk.first - 2] if chunk.first > 1 else None
    return first.owner if first is not None and first.kind == "Role" and first.function == "subject" else None


def _as_deputy(phrase: Phrase, chunk: Chunk, before: Chunk) -> bool:
    """Орынбасар бастығы, орынбасар директоры: the bare noun before a post only says that it is the second one."""
    if before.lemma != "орынбасар" or before.possessed or before.function != "subject" or before.owner is not None:
        return False
    if before.last != chunk.first - 1 or chunk.kind_of not in ("head", "deputy"):
        return False
    chunk.label = f"{before.label} {chunk.label[0].lower()}{chunk.label[1:]}"
    chunk.kind_of, chunk.first, chunk.start = "deputy", before.first, before.start
    phrase.chunks.remove(before)
    return True


def _of_something_unknown(phrase: Phrase, chunk: Chunk) -> bool:
    """Tell whether an untaken genitive stands before a post: Rheinland концернінің президенті is no head of state."""
    at = chunk.first - 1
    if at < 0 or phrase.taken[at] is not None or phrase.tokens[at].kind != "word":
        return False
    reading = phrase.nominal(at)
    return reading is not None and reading.case == "Gen" and reading.pos != "PRON"


def _under_for(phrase: Phrase, chunk: Chunk) -> bool:
    """Директордың ғылыми жұмыс жөніндегі орынбасары: what it is for stands between the two posts."""
    i = chunk.first - 1
    while (
        i >= 0
        and chunk.first - i < 9
        and phrase.taken[i] is None
        and phrase.tokens[i].kind in ("word", "dash", "punct")
    ):
        i -= 1
    upper = phrase.taken[i] if i >= 0 else None
    if upper is None or upper.kind != "Role" or upper.function != "owner":
        return False
    _under(phrase, chunk, upper)
    return True


def _under(phrase: Phrase, chunk: Chunk, upper: Chunk) -> None:
    """Merge a post with the one it serves: төраға + орынбасары."""
    if chunk.kind_of == upper.kind_of == "membership":
        chunk.label, chunk.owner = f"{upper.label} {chunk.lemma}", upper.owner  # құрылтайшы мүшесі
        chunk.first, chunk.start = upper.first, upper.start
        phrase.chunks.remove(upper)
        return
    words = phrase.words(chunk.first, chunk.last)
    own = chunk.label[0].lower() + chunk.label[1:]
    possessed = own if own.endswith(("ы", "і")) and chunk.lemma not in _UNDER else _possessed(own)
    joined = _genitive(upper.label) if upper.function == "owner" else upper.label
    chunk.label = f"{joined} {possessed}" if words else chunk.label
    chunk.owner = upper.owner
    chunk.flags |= upper.flags - {"former"}
    chunk.first, chunk.start = upper.first, upper.start
    if chunk.kind_of == "staff":
        chunk.kind_of = "deputy"
    phrase.chunks.remove(upper)
    chunk.value = upper.lemma


def _possessed(label: str) -> str:
    *before, last = label.split(" ")
    return " ".join([*before, inflect(last, "Nom", "Sing", "3")])


def _of_body(phrase: Phrase, chunk: Chunk, body: Chunk, lemma: str) -> None:
    if (
        body.kind_of in ("unit", "branch")
        and not body.proper
        and not (body.kind_of == "branch" and _owner_before(phrase, body))
    ):
        owner = phrase.before(body.first)
        unit = body
        # баспасөз қызметінің жетекшісі, бөлім бастығы
        words = phrase.words(unit.first, unit.last) if unit.value or " " in unit.lemma else unit.lemma
        chunk.label = _label([words, _possessed(chunk.label[0].lower() + chunk.label[1:])])
        chunk.flags.add("unit")
        chunk.lemma = lemma
        chunk.owner = (
            owner
            if owner
            and owner.kind in ("Organization", "Country", "Place")
            and owner.function in ("owner", "subject", "attributive")
            else None
        )
        if chunk.owner is not None and chunk.owner.function == "attributive":
            further = phrase.before(chunk.owner.first)
            chunk.owner = further if further and further.kind == "Organization" else None
        unit.flags.add("absorbed")
        chunk.first, chunk.start = unit.first, unit.start
        phrase.chunks.remove(unit)
        return
    chunk.owner = body


def _owner_before(phrase: Phrase, body: Chunk) -> bool:
    """Tell whether a named body stands in the genitive before a mission or office, with or without where it is."""
    before = phrase.before(body.first)
    if before is not None and before.function == "attributive":
        before = phrase.before(before.first)
    return before is not None and before.kind in ("Organization", "Country") and before.function in ("owner", "subject")


def _of_ministry(phrase: Phrase, chunk: Chunk, reading: Reading) -> None:
    """Сыртқы істер министрі, Қаржы вице-министрі: make the ministry from the words before the post."""
    i = chunk.first - 1
    begin = chunk.first
    while i >= 0 and chunk.first - i < 9 and phrase.taken[i] is None and phrase.tokens[i].kind in ("word", "punct"):
        word = phrase.tokens[i].text
        first = phrase.first(i)
        if phrase.tokens[i].kind == "punct" and word != ",":
            break
        if first and (first.pos in ("VERB", "AUX", "ADP", "ADV", "PRON") and first.verb_form != "Vnoun"):
            break
        if first and first.case in ("Gen", "Loc", "Abl", "Ins", "Dat"):
            break
        if i == 0 and first and first.case == "Acc" and not _done_by(phrase, chunk.first):
            break  # Көрмені | қаржы министрі аралады
        if phrase.tokens[i].capital:
            begin = i
            if phrase.lower(i - 1) not in ("және", "мен", "пен", "бен", ","):
                break
        i -= 1
    if begin == chunk.first and _of_a_state(phrase, i):
        begin = i + 1  # Қазақстанның экология вице-министрі
    elif begin == chunk.first:
        begin = _known_ministry(phrase, i + 1, begin)
    if begin == chunk.first or reading.possessor != "3":
        return
    if chunk.plural and any(r.number == "Plur" for k in range(begin, chunk.first) if (r := phrase.first(k))):
        return  # Орталық Азия елдері сыртқы істер министрлері: of as many ministries as there are states
    name = phrase.words(begin, chunk.first - 1)
    name = f"{name[:1].upper()}{name[1:]} министрлігі"
    body = phrase.chunk(
        "Organization",
        begin,
        chunk.first - 1,
        label=name,
        lemma="министрлік",
        rule="organization.of-minister",
        function="owner",
    )
    entry = phrase.known_as(name, "Organization")
    body.known = entry.id if entry else None
    phrase.take(body)
    owner = phrase.before(begin)
    if owner is not None and owner.kind == "Country" and owner.function in ("owner", "subject"):
        body.owner = owner
    chunk.owner = body


def _done_by(phrase: Phrase, first: int) -> bool:
    """Халықты әлеуметтік қорғау министрі: a verbal noun whose object an accusative may be."""
    return any(r.verb_form == "Vnoun" for i in range(1, first) for r in phrase.readings[i])


def _known_ministry(phrase: Phrase, begin: int, first: int) -> int:
    """Return where the name of a ministry that the gazetteer knows begins in small letters: қаржы министрі."""
    for at in range(begin, first):
        name = phrase.words(at, first - 1)
        if phrase.known_as(f"{name[:1].upper()}{name[1:]} министрлігі", "Organization") is not None:
            return at
    return first


def _of_a_state(phrase: Phrase, at: int) -> bool:
    """Tell whether the genitive of a state ends at a token."""
    state = phrase.taken[at] if at >= 0 else None
    return state is not None and state.kind == "Country" and state.function == "owner"


def _about(phrase: Phrase, chunk: Chunk) -> None:
    """Оқу ісі жөніндегі проректор: the words before жөніндегі tell which of several such posts it is."""
    i = chunk.first - 1
    if phrase.lower(i) not in phrase.cues.words["relating"]:
        return
    begin = i
    while begin - 1 >= 0 and phrase.taken[begin - 1] is None and i - begin < 6:
        first = phrase.first(begin - 1)
        joins = phrase.lower(begin - 1) in ("пен", "мен", "бен") or (begin == i and phrase.lower(begin - 1) == "және")
        if joins or not first or first.case in ("Gen", "Loc", "Abl", "Ins"):
            break
        if first.pos in ("VERB", "ADP", "PRON", "PUNCT"):
            break
        begin -= 1
    region = phrase.taken[i - 1] if i else None
    if begin == i and region is not None and region.kind == "Place" and region.last == i - 1:
        whose = phrase.before(region.first)  # басқарманың Павлодар облысы бойынша өкілі
        if whose is not None and whose.kind == "Organization" and whose.function in ("owner", "subject"):
            chunk.owner = whose
    if begin < i:
        chunk.label = _label([phrase.words(begin, i).lower(), chunk.label[0].lower() + chunk.label[1:]])
        chunk.first, chunk.start = begin, phrase.tokens[begin].start
        before = phrase.before(begin)
        if before is not None and before.kind in ("Organization", "Country") and before.last == begin - 1:
            chunk.owner = before
