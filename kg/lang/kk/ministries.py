"""Ministries that Kazakh text names by their ministers: Сыртқы істер министрі."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.lang.kk.morphology import inflect
from kg.lang.kk.phrase import Phrase
from kg.lang.reading import Reading
from kg.lang.received_by_heads import received_by_heads
from kg.lang.syntax import Chunk, Sentence

CHIEF_PROSECUTOR = "бас прокурор"


def give_prosecution(phrase: Phrase, chunk: Chunk) -> None:
    """Бас прокурор Имашев, ҚР Бас прокуроры: the post names its body as that of a minister does."""
    head = min(phrase.cues.bodies_of_post[CHIEF_PROSECUTOR])
    body = phrase.chunk(
        "Organization",
        chunk.first,
        chunk.first,
        label=f"Бас {inflect(head, 'Nom', 'Sing', '3')}" if chunk.possessed else f"Бас {head}",
        lemma=head,
        rule="organization.of-post",
        function="owner",
    )
    state, body.possessed = chunk.owner, chunk.possessed
    if state is not None:
        body.owner, state.inside = state, body
    body.inside, chunk.owner = chunk, body
    entry = None if state is not None else phrase.known_as(body.label, "Organization")
    body.known = entry.id if entry else None
    phrase.chunks.append(body)


def give_ministry(phrase: Phrase, chunk: Chunk, reading: Reading) -> None:
    """Сыртқы істер министрі, Қаржы вице-министрі: make the ministry from the words before the post."""
    i = chunk.first - 1
    begin = chunk.first
    while i >= 0 and chunk.first - i < 9 and phrase.taken[i] is None and phrase.tokens[i].kind in ("word", "punct"):
        word = phrase.tokens[i].text
        first = phrase.first(i)
        if phrase.tokens[i].kind == "punct" and word != ",":
            break
        if first and (_is_no_noun(phrase, i, first) or first.case in ("Gen", "Loc", "Abl", "Ins", "Dat")):
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
    if chunk.plural and not _of_states(phrase, begin, chunk.first):
        return  # Орталық Азия елдері сыртқы істер министрлері: of as many ministries as there are states
    side = phrase.taken[begin - 2] if begin > 1 and phrase.lower(begin - 1) in phrase.cues.words["side-of"] else None
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
    phrase.take(body)
    # Иран тарапынан мәдениет министрі
    owner = side if side is not None and side.kind == "Country" else phrase.before(begin)
    of_region = owner is not None and _is_region(phrase, owner)
    entry = None if of_region else phrase.known_as(name, "Organization")
    body.known = entry.id if entry else None
    if owner is not None and (owner.kind == "Country" or of_region) and owner.function in ("owner", "subject"):
        body.owner = owner
    chunk.owner = body


def give_to_hosts(sentences: list[Sentence], gazetteer: Gazetteer) -> None:
    """Ресей Президенті қорғаныс министрі X-ті қабылдады: of his own state, where nobody speaks of home."""
    for _, post, state in received_by_heads(sentences, gazetteer):
        body = post.owner
        if body is not None and state.first < body.first:
            body.owner, body.state, body.known = state.again("owner"), state.known or "", None


def _is_region(phrase: Phrase, owner: Chunk) -> bool:
    """Tell whether a body is a region that may have ministers of its own: Дағыстан Республикасы Туризм министрі."""
    named = owner.function == "owner" or not phrase.lemmas(owner.last).isdisjoint(phrase.cues.places)
    return owner.kind == "Organization" and owner.rule == "gazetteer" and owner.known is not None and named


def _is_no_noun(phrase: Phrase, at: int, first: Reading) -> bool:
    """Tell whether a word is none that names what a ministry is for; жоғары білім is."""
    if first.pos in ("ADP", "ADV") and any(r.pos == "ADJ" for r in phrase.readings[at]):
        return False
    return first.pos in ("VERB", "AUX", "ADP", "ADV", "PRON") and first.verb_form != "Vnoun"


def _of_states(phrase: Phrase, begin: int, first: int) -> bool:
    """Tell whether ministers in the plural are of ministries of states that are named, and not of those of a region."""
    words = [r for k in range(begin, first) if (r := phrase.first(k))]
    if any(r.number == "Plur" and r.possessor == "3" for r in words):
        return False
    state = phrase.before(begin)
    before = phrase.first(begin - 1) if begin else None
    named = state is not None and state.kind == "Country"
    return named or not (any(r.number == "Plur" for r in words) or (before is not None and before.case == "Gen"))


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
