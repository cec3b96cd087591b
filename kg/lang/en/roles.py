"""Posts in English text: Deputy Chairman, Head of Mission, Minister of Foreign Affairs of Kazakhstan, CEC member.

The label is the dictionary form without article: modifiers, the noun, and what tells which of several such posts it is
(Chairman of the Management Board, Vice-Rector for International Relations). Who the post is at stands before (CEC
Chairman, Armenia's Foreign Minister) or behind of.
"""

from __future__ import annotations

from functools import lru_cache

from kg.lang.cues import cues
from kg.lang.en.capitals import Chain, follow, run_end
from kg.lang.en.morphology import is_plural, singular
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME
from kg.lang.syntax import Chunk

_MINISTERS = frozenset({"minister", "vice-minister", "vice minister", "deputy minister", "foreign minister"})
_NO_LABEL = frozenset(
    {
        "new",
        "newly",
        "elected",
        "current",
        "incumbent",
        "then",
        "recent",
        "present",
        "long-time",
        "first-ever",
        "next",
        "same",
        "other",
        "only",
        "kazakh",
        "russian",
        "german",
        "french",
        "chinese",
        "turkish",
        "uzbek",
        "kyrgyz",
        "korean",
        "american",
        "british",
    }
)
_UNDER = frozenset({"deputy", "assistant", "vice"})
_ACTING = frozenset({"acting", "interim"})
_MEMBERSHIPS = frozenset(
    [
        "full",
        "associate",
        "associated",
        "institutional",
        "founding",
        "founder",
        "honorary",
        "corresponding",
        "permanent",
        "non-permanent",
        "affiliate",
        "affiliated",
        "regular",
        "active",
        "collective",
        "individual",
        "ordinary",
        "leading",
        "board",
    ]
)


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the words that posts of several words begin with."""
    return frozenset(name.split(" ")[0] for name in cues("en").roles if " " in name)


def find_roles(phrase: Phrase) -> None:
    """Take the posts of a sentence."""
    at = 0
    while at < len(phrase):
        found = None if phrase.taken[at] is not None else _noun(phrase, at)
        if found is not None and _is_post(phrase, *found):
            at = _take(phrase, *found).last
        at += 1


def _noun(phrase: Phrase, at: int) -> tuple[int, int, str] | None:
    """Return (first, last, lemma) of the longest post noun that begins at a token."""
    if phrase.lowers[at] not in _first_words() and phrase.lemmas[at] not in phrase.cues.roles:
        return None
    if phrase.lowers[at] in _UNDER and phrase.tag(at + 1) in ("N", "P") and phrase.taken[at + 1] is None:
        below = _noun(phrase, at + 1)
        if below is not None:
            return at, below[1], f"{phrase.lowers[at]} {below[2]}"
    for length in (3, 2, 1):
        last = at + length - 1
        if last < len(phrase) and phrase.free(at, last) and phrase.tokens[at].kind == "word":
            words = " ".join([*phrase.lowers[at:last], phrase.lemma(last)])
            if words in phrase.cues.roles:
                return at, last, words
    return None


def _is_post(phrase: Phrase, first: int, last: int, lemma: str) -> bool:
    if phrase.tags[first] not in ("N", "P", "J") or phrase.tags[last] not in ("N", "P", "J"):
        return False
    following = phrase.tag(last + 1)
    small = not phrase.tokens[last].capital
    if small and following == "N" and phrase.taken[last + 1] is None and not phrase.possessive(last):
        return False  # member states, observer mission, deputy heads
    if lemma in ("general", "chair", "head", "chief", "deputy", "officer", "partner", "principal", "justice") and small:
        return phrase.lower(last + 1) == "of" or phrase.tag(phrase.phrase_start(first)) in ("D", "O") or (
            phrase.taken[first - 1] is not None if first else False
        )  # fmt: skip
    if lemma == "justice" and not phrase.name(last + 1):
        return False  # constitutional justice is no judge
    return not (lemma == "head" and phrase.lower(last + 1) in ("to", "for", "into"))


def _take(phrase: Phrase, first: int, last: int, lemma: str) -> Chunk:
    begin, modifiers = _modifiers(phrase, first)
    noun = phrase.words(first, last)
    plural = is_plural(phrase.bare(last).lower())
    if plural:
        *before, final = noun.split(" ")
        noun = " ".join([*before, singular(final)])
    label = " ".join([*modifiers, noun])
    chunk = phrase.chunk("Role", begin, last, label=label[:1].upper() + label[1:], lemma=lemma, rule="role.head-noun")
    chunk.plural, chunk.kind_of = plural, phrase.cues.roles.get(lemma, "deputy")
    if chunk.kind_of == "membership" and lemma != "member" and modifiers:
        chunk.kind_of = "staff"
    _former_or_acting(phrase, chunk, begin)
    if chunk.kind_of == "observer":
        chunk.kind_of = "staff"
    phrase.take(chunk)
    _owner_before(phrase, chunk, begin)
    _behind(phrase, chunk)
    if (chunk.owner is None and chunk.lemma in _MINISTERS) or (
        chunk.owner is not None and chunk.owner.kind == "Country" and chunk.lemma in _MINISTERS
    ):
        _domain_before(phrase, chunk, first)
    chunk.value = chunk.lemma if chunk.lemma in phrase.cues.bodies_of_post else chunk.lemma.split(" ", 1)[-1]
    return chunk


def _modifiers(phrase: Phrase, first: int) -> tuple[int, list[str]]:
    """Return where the words begin that belong to the post, and those that its label keeps."""
    begin = first
    kept: list[str] = []
    i = first - 1
    while i >= 0 and first - i <= 4 and phrase.taken[i] is None and phrase.tokens[i].kind == "word":
        word, tag = phrase.lower(i), phrase.tags[i]
        if phrase.possessive(i) or tag not in ("P", "J", "N") or (tag == "P" and _of_a_person(phrase, i)):
            break
        if tag == "N" and not (phrase.tags[i + 1] in ("N", "P") and _noun_modifier(phrase, i)):
            break
        begin = i
        telling = tag != "J" or word in _MEMBERSHIPS or phrase.cues.roles.get(phrase.lemma(first)) != "membership"
        if telling and word not in _NO_LABEL | _ACTING | phrase.cues.words["former"]:
            kept.insert(0, phrase.tokens[i].text)
        i -= 1
    return begin, kept


def _of_a_person(phrase: Phrase, at: int) -> bool:
    """Tell whether a capital before a post ends a person's name (elected Ilyas Tasbulatov Chairman)."""
    word = phrase.bare(at)
    return word in phrase.known.names or phrase.tokens[at].kind == "initials" or (
        len(word) > 4 and SURNAME.search(word) is not None and not word.endswith("tion"))  # fmt: skip


def _noun_modifier(phrase: Phrase, at: int) -> bool:
    """Tell whether a noun in small letters says which post it is: project coordinator."""
    return not is_plural(phrase.lower(at)) and phrase.tag(at - 1) in ("D", "O", "J", "PUNCT", "P", "N", "I")


def _former_or_acting(phrase: Phrase, chunk: Chunk, begin: int) -> None:
    words = {phrase.lower(i) for i in range(begin, chunk.first + 1)} | {phrase.lower(begin - 1), phrase.lower(begin)}
    words |= {phrase.lower(begin - 2)} if phrase.taken[begin - 1] is not None else set()
    if words & phrase.cues.words["former"]:
        chunk.flags.add("former")
    if words & _ACTING:
        chunk.flags.add("acting")
        chunk.label = f"Acting {chunk.label}"


def _owner_before(phrase: Phrase, chunk: Chunk, begin: int) -> None:
    """CEC Chairman, Kazakhstan's Prime Minister, the Union's Chairman; his name's possessive is no body."""
    before = phrase.taken[begin - 1] if begin else None
    if before is None and begin > 1 and phrase.tokens[begin - 1].text in ("'", "’"):
        before = phrase.taken[begin - 2]
    if before is None:
        if begin and phrase.tags[begin - 1] == "O":
            chunk.flags.add("of-pronoun")
        return
    if before.kind in ("Organization", "Country", "Place") and before.inside is None:
        if phrase.lower(before.first - 1) in phrase.cues.words["former"]:
            chunk.flags.add("former")
        if before.kind == "Place" and not phrase.possessive(before.last) and before.kind_of != "region":
            return
        chunk.owner = before
        before.inside = chunk


def _behind(phrase: Phrase, chunk: Chunk) -> None:
    """Read on behind the noun: of the Management Board of the NCE, for International Relations of the University."""
    while True:
        at = chunk.last + 1
        word = phrase.lower(at)
        begin = at + 1
        while phrase.tag(begin) in ("D", "J") and phrase.taken[begin] is None and begin - at < 4:
            begin += 1
        if phrase.possessive(chunk.last) or begin >= len(phrase):
            return
        if word in ("of", "at", "to", "in") and phrase.tags[begin] == "O":
            chunk.flags.add("of-pronoun")
            return
        if word in ("of", "at", "to") and (owner := phrase.taken[begin]) is not None:
            _of_body(phrase, chunk, owner, word)
            return
        if word in ("of", "for", "on", "in") and phrase.taken[begin] is None and _widened(phrase, chunk, word, begin):
            continue
        return


def _of_body(phrase: Phrase, chunk: Chunk, owner: Chunk, word: str) -> None:
    if owner.kind not in ("Organization", "Country", "Place") or (chunk.owner is not None and word != "of"):
        return
    if word == "to" and owner.kind == "Country":
        return
    if owner.inside is not None:
        owner = owner.top()
    if owner.kind not in ("Organization", "Country", "Place") or owner is chunk:
        return
    if chunk.owner is None:
        chunk.owner = owner
        owner.inside = chunk
    if not owner.proper and owner.kind_of in ("unit", "part") and owner.owner is None:
        _unit(phrase, chunk, owner)
    elif chunk.owner is owner and owner.kind == "Country":
        _sent_to(phrase, chunk, owner)


def _unit(phrase: Phrase, chunk: Chunk, unit: Chunk) -> None:
    """Head of the department of the Ministry: the unit is part of the post, its owner is the body."""
    at = unit.last + 1
    begin = at + 1
    while phrase.tag(begin) in ("D", "J") and phrase.taken[begin] is None and begin - at < 4:
        begin += 1
    body = phrase.taken[begin] if begin < len(phrase) else None
    words = phrase.words(unit.first, unit.last)
    chunk.label = (
        f"{chunk.label} of the {words}" if unit.lemma != "mission" else f"{chunk.label} of {words.capitalize()}"
    )
    if phrase.lower(at) in ("of", "at") and body is not None and body.kind in ("Organization", "Country", "Place"):
        chunk.owner = body
        body.inside = chunk
        unit.flags.add("absorbed")
    elif unit.kind_of == "unit":
        chunk.owner = None
        for i in range(chunk.last + 1, unit.last + 1):
            phrase.taken[i] = chunk
        chunk.last, chunk.end = unit.last, unit.end
        chunk.flags.add("unit")
        unit.flags.add("absorbed")


def _sent_to(phrase: Phrase, chunk: Chunk, owner: Chunk) -> None:
    """Ambassador of Kazakhstan to Poland: where the envoy is sent is no part of who sends him."""
    at = owner.last + 1
    if phrase.lower(at) in ("to", "in") and chunk.kind_of == "envoy":
        begin = at + (2 if phrase.lower(at + 1) == "the" else 1)
        where = phrase.taken[begin] if begin < len(phrase) else None
        if where is not None and where.kind in ("Country", "Organization", "Place") and where.inside is None:
            where.inside = chunk


def _widened(phrase: Phrase, chunk: Chunk, word: str, begin: int) -> bool:
    """Make the words behind of or for part of the post: a board, a field (Minister of Foreign Affairs), a mission."""
    if phrase.name(begin):
        if word == "in":
            return False
        end = run_end(phrase, begin)
        board = next(
            (i for i in range(begin, end + 1) if phrase.cues.organizations.get(phrase.lemma(i)) == "board"), None
        )
        if board is not None:
            chain = follow(phrase, board, "board") if phrase.lower(board + 1) == "of" and phrase.lower(board + 2) in (
                "directors", "trustees", "governors") else Chain(board)  # fmt: skip
            return _extend(phrase, chunk, chain.last)
        if chunk.lemma in _MINISTERS:
            return _ministry(phrase, chunk, begin)
        if phrase.lemma(begin) == "chair" and phrase.lower(begin + 1) == "of":
            return _department(phrase, chunk, begin)
        if end == begin and phrase.cues.places.get(phrase.lemma(begin)) == "region" and word == "of":
            return _of_region(phrase, chunk, begin)
        stop = _field(phrase, begin)
        return stop >= begin and _extend(phrase, chunk, stop)
    if word == "in" or phrase.tags[begin] != "N":
        return False
    end = begin
    while phrase.tag(end + 1) == "N" and phrase.taken[end + 1] is None:
        end += 1
    if phrase.cues.organizations.get(phrase.lemma(end)) == "board" or phrase.lemma(end) in ("mission", "delegation"):
        return _extend(phrase, chunk, end)
    if phrase.cues.places.get(phrase.lemma(end)) == "region" and word == "of":
        return _of_region(phrase, chunk, end)
    return word == "for" and chunk.kind_of != "membership" and _extend(phrase, chunk, end)


def _of_region(phrase: Phrase, chunk: Chunk, at: int) -> bool:
    """Akim of the Region: the region named last."""
    place = phrase.chunk("Place", at, at, label=phrase.lower(at), lemma=phrase.lemma(at), rule="place.common-noun")
    place.proper, place.kind_of = False, "region"
    phrase.take(place)
    chunk.owner, place.inside = place, chunk
    return False


def _department(phrase: Phrase, chunk: Chunk, at: int) -> bool:
    """Head of the Chair of Agronomy: a chair of a university."""
    chain = follow(phrase, at, "chair")
    label = phrase.words(at, chain.last)
    body = phrase.chunk("Organization", at, chain.last, label=label, lemma="chair", rule="organization.head-noun")
    body.core = label
    phrase.take(body)
    chunk.owner, body.inside = body, chunk
    return False


def _extend(phrase: Phrase, chunk: Chunk, last: int) -> bool:
    extra = phrase.words(chunk.last + 1, last)
    chunk.label = f"{chunk.label} {extra}"
    for i in range(chunk.last + 1, last + 1):
        phrase.taken[i] = chunk
    chunk.last, chunk.end = last, phrase.tokens[last].end
    return True


def _field(phrase: Phrase, begin: int) -> int:
    """Return where a field's name ends: known words for fields, joined by and, of or a comma."""
    words = phrase.cues.words["domains"]
    last = begin - 1
    i = begin
    while i < len(phrase) and phrase.taken[i] is None:
        if phrase.name(i) and (phrase.lower(i) in words or f"{phrase.lower(i)} {phrase.lower(i + 1)}" in words):
            last = i
            if f"{phrase.lower(i)} {phrase.lower(i + 1)}" in words:
                last = i = i + 1
        elif (
            i > begin
            and phrase.name(i)
            and phrase.lower(i - 1) in ("and", "the", "of")
            and last > i - 4
            and not _of_a_person(phrase, i)
        ):
            if phrase.longest_known(i, "Country", "Organization", "Place") is not None:
                break
            last = i  # of the Population
        elif not (phrase.lower(i) in ("and", "of", ",", "the") and i > begin):
            break
        i += 1
    return last


def _ministry(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """Minister of Foreign Affairs of Kazakhstan: the post names the ministry."""
    last = _field(phrase, begin)
    if last < begin:
        end = run_end(phrase, begin)
        last = end if end == begin else begin
    field = phrase.words(begin, last)
    _extend(phrase, chunk, last)
    at = last + 1
    after = at + (2 if phrase.lower(at + 1) == "the" else 1)
    state = phrase.taken[after] if phrase.lower(at) == "of" and after < len(phrase) else None
    _make_ministry(phrase, chunk, field, begin, last, state if state is not None else chunk.owner)
    return False


def _make_ministry(phrase: Phrase, chunk: Chunk, field: str, first: int, last: int, state: Chunk | None) -> None:
    name = f"Ministry of {field}"
    country = state if state is not None and state.kind == "Country" else None
    label = f"{name} of {_with_article(country.label)}" if country else name
    body = phrase.chunk("Organization", first, last, label=label, lemma="ministry", rule="organization.of-minister")
    body.core = name
    entry = phrase.known_as(label, "Organization")
    body.known = entry.id if entry else None
    if country is not None:
        body.state = country.known or country.label
        body.owner = country
        country.inside = body
    chunk.owner = phrase.keep(body, chunk)


def _with_article(name: str) -> str:
    return f"the {name}" if name.startswith(("Republic", "Kyrgyz", "United", "Russian", "People")) else name


def _domain_before(phrase: Phrase, chunk: Chunk, first: int) -> None:
    """Foreign Minister, Finance Minister: the words before the post name the ministry."""
    if " of " in chunk.label or " for " in chunk.label:
        return
    field = chunk.label[: -len(chunk.lemma.split(" ")[-1])].strip()
    for prefix in ("Deputy", "Vice", "First", "Acting"):
        field = field.removeprefix(prefix).strip()
    if not field or field.lower() in ("prime", "deputy prime") or not field[0].isupper() or "prime" in field.lower():
        return
    field = "Foreign Affairs" if field == "Foreign" else field
    _make_ministry(phrase, chunk, field, chunk.first, chunk.last, chunk.owner)
