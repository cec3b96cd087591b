"""The body that a post in Kazakh text is at: what stands before it, what its words hide, the post that it serves."""

from __future__ import annotations

from kg.lang.kk.ministries import give_ministry
from kg.lang.kk.morphology import inflect
from kg.lang.kk.phrase import Phrase
from kg.lang.kk.post_names import in_genitive, label_of, with_possessive
from kg.lang.kk.unlisted import unlisted_body
from kg.lang.reading import Reading
from kg.lang.syntax import Chunk

_FOUNDER = "негізін қалаушы"  # қордың негізін қалаушы: it bears no possessive of its own


def give_body(phrase: Phrase, chunk: Chunk, lemma: str, reading: Reading) -> None:
    """Give a post the body that it is at, by what stands before it; posts that belong together become one."""
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
        give_body(phrase, chunk, lemma, reading)
    elif before is not None and before.kind == "Role" and before.function in ("owner", "subject") and chunk.possessed:
        _under(phrase, chunk, before)
    elif not chunk.possessed and not (lemma == _FOUNDER and before is not None and before.function == "owner"):
        if before is None:
            _about(phrase, chunk)  # оқу ісі жөніндегі проректор
    elif before is not None and before.function in ("owner", "subject"):
        _of_what_it_touches(phrase, chunk, before, lemma)
    elif before is None and lemma in phrase.cues.words["ministers"]:
        _of_minister(phrase, chunk, reading)
    elif before is None and reading.possessor == "3":
        _of_what_stands_apart(phrase, chunk)


def _of_minister(phrase: Phrase, chunk: Chunk, reading: Reading) -> None:
    """Give a minister the ministry that the post names, or the body of ЕЭК-нің сауда жөніндегі министрі."""
    if phrase.lower(chunk.first - 1) in phrase.cues.words["relating"]:
        _about(phrase, chunk)
    else:
        give_ministry(phrase, chunk, reading)


def _of_what_it_touches(phrase: Phrase, chunk: Chunk, before: Chunk, lemma: str) -> None:
    """Give a post the body, state or place right before it, or what the post names of that."""
    if before.kind in ("Country", "Place"):
        chunk.owner = _institution(phrase, before, lemma) or _embassy(phrase, before, before, lemma) or before
    elif before.kind == "Organization":
        chunk.owner = _institution(phrase, before, lemma) if _is_region(phrase, before) else None
        if chunk.owner is None:
            _of_body(phrase, chunk, before, lemma)


def _is_region(phrase: Phrase, body: Chunk) -> bool:
    """Абай облысының: a region that the gazetteer has as a body."""
    found = phrase.head(body.last, phrase.cues.places) if body.rule == "gazetteer" else None
    return found is not None and phrase.cues.places[found[1]] == "region"


def _office(phrase: Phrase, post: Chunk | None) -> Chunk | None:
    """Адам құқықтары жөніндегі уәкілдің өкілі: an ombudsman whom others serve is an institution."""
    if (
        post is None
        or post.kind != "Role"
        or post.lemma not in phrase.cues.words["offices"]
        or post.function != "owner"
        or post.owner
    ):
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
        or _of_a_group(phrase, chunk)
    )
    chunk.owner = chunk.owner or unlisted_body(phrase, chunk.first - 1)
    if chunk.owner is None and _of_something_unknown(phrase, chunk):
        chunk.flags.add("of-unknown")


def _institution(phrase: Phrase, place: Chunk, lemma: str) -> Chunk | None:
    """Жамбыл облысының прокуроры: the region's прокуратура, which the post names as министрі does a ministry."""
    bodies = phrase.cues.bodies_of_post.get(lemma, set())
    if lemma not in phrase.cues.words["names-its-body"] or len(bodies) != 1 or place.kind == "Country":
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
    if lemma not in phrase.cues.words["of-embassies"] or state.kind != "Country":
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
    if (
        chunk.lemma not in phrase.cues.words["posts-of-places"]
        or at < 0
        or phrase.taken[at] is not None
        or not phrase.name_like[at]
    ):
        return None
    if not any(r.case in ("", "Nom") and not r.possessor for r in phrase.readings[at]):
        return None
    name = phrase.tokens[at].text
    town = phrase.chunk("Place", at, at, label=name, lemma=name, rule="place.of-post", function="owner")
    town.kind_of = "region"
    return phrase.take(town)


def _accredited_by(phrase: Phrase, chunk: Chunk) -> Chunk | None:
    """Қазақстанның Еуропа Кеңесі жанындағы өкілі: whose the post is stands before the bodies that it is at.

    Қазақстанның Австриядағы Елшісі, ЕҚЫҰ және Венадағы халықаралық ұйымдар жанындағы Тұрақты өкілі: of the same state.
    """
    at = chunk.first - 1
    if phrase.lower(at) != "жанындағы":
        return None
    there = phrase.taken[at - 1] if at else None
    if there is None:
        return None
    begin = _bodies_before(phrase, there)
    whose = phrase.before(begin)
    if whose is not None and whose.kind in ("Country", "Organization") and whose.function in ("owner", "subject"):
        return whose
    envoy = phrase.taken[begin - 2] if begin > 1 and phrase.lower(begin - 1) in (",", "әрі", "және") else None
    if envoy is not None and envoy.kind == "Role" and envoy.kind_of == "envoy" and envoy.owner is not None:
        chunk.first, chunk.start = begin, phrase.tokens[begin].start
        state = phrase.taken[envoy.owner.first]
        return state if state is not None and state.kind == "Country" else envoy.owner
    return there if there.proper else None


def _bodies_before(phrase: Phrase, last: Chunk) -> int:
    """Return where a list of bodies that ends in this one begins: ЕҚЫҰ және Венадағы халықаралық ұйымдар."""
    begin, at = last.first, last.first - 1
    while at >= 0:
        chunk = phrase.taken[at]
        if chunk is None:
            if phrase.lower(at) not in phrase.cues.words["joining"] | {","}:
                break
            at -= 1
        elif (chunk.kind in ("Place", "Country") and chunk.function == "attributive" and chunk.last == begin - 1) or (
            chunk.kind == "Organization" and chunk.function == "subject" and chunk.last < begin - 1
        ):
            begin, at = chunk.first, chunk.first - 1
        else:
            break
    return begin


def _of_the_post_before(phrase: Phrase, chunk: Chunk) -> Chunk | None:
    """Қордың құрылтайшысы әрі президенті: two posts joined by and are at one body."""
    if phrase.lower(chunk.first - 1) not in ("әрі", "және"):
        return None
    first = phrase.taken[chunk.first - 2] if chunk.first > 1 else None
    return first.owner if first is not None and first.kind == "Role" and first.function == "subject" else None


def _of_a_group(phrase: Phrase, chunk: Chunk) -> Chunk | None:
    """Ислам даму банкі тобының төрағасы: who heads the group of a bank heads the bank."""
    group = phrase.nominal(chunk.first - 1) if chunk.first else None
    if group is None or group.lemma not in phrase.cues.words["groups-of-bodies"]:
        return None
    if group.possessor != "3" or group.case != "Gen" or phrase.taken[chunk.first - 1] is not None:
        return None
    body = phrase.taken[chunk.first - 2] if chunk.first > 1 else None
    named = body is not None and body.kind == "Organization" and body.proper and body.function == "subject"
    return body if named and chunk.kind_of in ("head", "deputy") else None


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
    """Tell whether an untaken genitive stands before a post: Rheinland концернінің президенті is no head of state.

    Nor is Вестландия Президенті Клара Йенсен that of a state which the text has named.
    """
    at = chunk.first - 1
    if at < 0 or phrase.taken[at] is not None or phrase.tokens[at].kind != "word":
        return False
    behind = chunk.last + 1
    if at and phrase.name_like[at] and behind < phrase.size and phrase.name_like[behind]:
        return True
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
    words = phrase.words(chunk.first, chunk.last)
    own = chunk.label[0].lower() + chunk.label[1:]
    serves = chunk.lemma in phrase.cues.words["under-another"]
    possessed = own if own.endswith(("ы", "і")) and not serves else with_possessive(own)
    joined = in_genitive(upper.label) if upper.function == "owner" else upper.label
    chunk.label = f"{joined} {possessed}" if words else chunk.label
    chunk.owner = upper.owner
    chunk.flags |= upper.flags - {"former"}
    chunk.first, chunk.start = upper.first, upper.start
    if chunk.kind_of == "staff":
        chunk.kind_of = "deputy"
    phrase.chunks.remove(upper)
    chunk.value = upper.lemma


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
        chunk.label = label_of([words, with_possessive(chunk.label[0].lower() + chunk.label[1:])])
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


def _about(phrase: Phrase, chunk: Chunk) -> None:
    """Оқу ісі жөніндегі проректор: the words before жөніндегі tell which of several such posts it is."""
    i = chunk.first - 1
    if phrase.lower(i) not in phrase.cues.words["relating"]:
        return
    begin = i
    while begin - 1 >= 0 and phrase.taken[begin - 1] is None and i - begin < 6:
        first = phrase.first(begin - 1)
        joins = phrase.lower(begin - 1) in ("пен", "мен", "бен") or (begin == i and phrase.lower(begin - 1) == "және")
        told = phrase.head(begin - 1, phrase.cues.events)
        if told is not None and phrase.lower(begin - 1).endswith(("ды", "ді", "ты", "ті", "ын", "ін")):
            break  # жиынды | ғылым жөніндегі проректор ашты
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
        chunk.label = label_of([phrase.words(begin, i).lower(), chunk.label[0].lower() + chunk.label[1:]])
        chunk.first, chunk.start = begin, phrase.tokens[begin].start
        before = phrase.before(begin)
        if before is not None and before.kind in ("Organization", "Country") and before.last == begin - 1:
            chunk.owner = before
