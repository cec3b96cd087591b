"""Organisations, states and known places in English text: capitals around a head noun, abbreviations, brands.

Central Election Commission (CEC) of the Republic of Kazakhstan    a head noun, with what belongs to it on both sides
CIS Council of Foreign Ministers                                   the larger body before the head owns it
Arna-Kepil insurance company, national company KAZAKH INVEST       a brand beside a head noun in small letters
the Association                                                    a head noun alone takes up a body named before
"""

from __future__ import annotations

from kg.gazetteer import Entry
from kg.lang.en.capitals import Chain, Segment, follow, head_at, head_in, run_end
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME
from kg.lang.syntax import Chunk

_DETERMINED = frozenset({"the", "this", "that", "its", "their", "said"})
_BRANDED = frozenset(
    [
        "company",
        "corporation",
        "fund",
        "foundation",
        "association",
        "union",
        "party",
        "bank",
        "holding",
        "enterprise",
        "club",
        "network",
        "group",
        "federation",
        "organization",
        "organisation",
        "partnership",
        "university",
        "society",
        "movement",
    ]
)


def find_bodies(phrase: Phrase) -> None:
    """Take the bodies, states and known places of a sentence from left to right."""
    at = 0
    while at < len(phrase):
        if phrase.taken[at] is None:
            if phrase.name(at):
                at = max(at, _at_capital(phrase, at))
            elif phrase.tokens[at].kind == "quote" and at in phrase.pairs:
                _quoted(phrase, at)
            elif phrase.tags[at] == "N":
                _common_noun(phrase, at)
        at += 1


def _at_capital(phrase: Phrase, at: int) -> int:
    """Take what the run of capitals at a token names, if it is a body, a state or a place; return its last token."""
    end = run_end(phrase, at)
    post = _first_post(phrase, at, end)
    head = head_in(phrase, at, end)
    if head is not None and post is not None and head[1] > post[1]:
        post = None  # Expert Council: the body's name holds the word for a post
    if post is not None and post[0] == at:
        return _office_of(phrase, at, end, post)
    if post is not None:
        end = post[0] - 1
        head = head_in(phrase, at, end)
    if end > at and post is None and phrase.words(at, end).isupper() and phrase.lower(at - 1) in _BRANDED:
        return _branded(phrase, at, end)
    known = phrase.longest_known(at, "Organization", "Country", "Place", "Program")
    if head is not None and not _is_plural(phrase, head[1]):
        chain = follow(phrase, head[1], head[2]) if post is None else Chain(head[1])
        if known is None or known[1].kind != "Organization" or known[0] <= chain.last:
            chunk = _body(phrase, at, head, chain)
            return chunk.last if chunk else end
    if known is not None and post is None and known[0] < end and (longer := _longer(phrase, at, known, end)):
        return longer
    if known is not None and (post is None or known[0] <= end):
        return _known(phrase, at, known[0], known[1])
    if _is_acronym(phrase, at):
        return _acronym(phrase, at)
    if post is None:
        return _branded(phrase, at, end)
    return end


def _longer(phrase: Phrase, at: int, known: tuple[int, Entry], end: int) -> int:
    """Take a whole name of which a known one is the beginning (United Nations Global Compact); 0 if it is none."""
    last, entry = known
    rest = range(last + 1, end + 1)
    if phrase.possessive(last) or any(not phrase.tokens[i].text.isalpha() or _person_like(phrase, i) for i in rest):
        return 0
    if _is_acronym(phrase, at) or any(
        phrase.known_as(phrase.bare(i), "Organization", "Country", "Place") for i in rest
    ):
        return 0
    if any(
        table.get(phrase.lemma(i)) is not None
        for i in rest
        for table in (phrase.cues.places, phrase.cues.events, phrase.cues.programs)
    ):
        return 0
    if entry.kind == "Place" or phrase.lower(at - 1) in ("in", "at", "of"):
        return 0
    kind = "Organization" if entry.kind == "Organization" else "Name"
    rule = "organization.longer-than-known"
    chunk = phrase.chunk(kind, at, end, label=phrase.words(at, end), lemma=phrase.lemma(end), rule=rule)
    chunk.core, chunk.confidence = chunk.label, 0.6
    phrase.take(chunk)
    return end


def _first_post(phrase: Phrase, at: int, end: int) -> tuple[int, int] | None:
    for first in range(at, end + 1):
        for length in (3, 2, 1):
            last = first + length - 1
            if last <= end:
                words = [*phrase.lowers[first:last], phrase.lemma(last)]
                if " ".join(words) in phrase.cues.roles:
                    return first, last
    return None


def _office_of(phrase: Phrase, at: int, end: int, post: tuple[int, int]) -> int:
    """Take Prime Minister's Office; a post alone is left for later."""
    following = end + 1
    if phrase.possessive(end) and phrase.name(following) and (head := head_at(phrase, following, following)):
        chain = follow(phrase, following, head[2])
        chunk = _body(phrase, at, (following, following, head[2]), chain)
        return chunk.last if chunk else following
    return post[1]


def _is_plural(phrase: Phrase, at: int) -> bool:
    return phrase.lemma(at) != phrase.bare(at).lower()


def _is_acronym(phrase: Phrase, at: int) -> bool:
    return phrase.tokens[at].acronym and phrase.bare(at) not in phrase.cues.not_organizations


def _body(phrase: Phrase, at: int, head: tuple[int, int, str], chain: Chain) -> Chunk | None:
    """Take a body with a head noun; the words before the head may begin with the larger body that owns it."""
    first, last, lemma = head
    flag = phrase.cues.organizations[lemma]
    label = _label(phrase, at, last, chain)
    entry = phrase.known_as(label, "Organization")
    alone = at == first and not chain.segments and not chain.brand and not chain.acronym
    if (
        at == first
        and first == last
        and not chain.brand
        and not chain.acronym
        and flag == "weak"
        and not chain.segments
    ):
        return None if entry is None and not _determined(phrase, at) else _alone(phrase, at, last, lemma, entry)
    if alone:
        return _alone(phrase, at, last, lemma, entry)
    if flag == "board":
        return None  # Chairman of the Management Board: the post keeps it
    chunk = phrase.chunk("Organization", at, chain.last, label=label, lemma=lemma, rule="organization.head-noun")
    chunk.kind_of, chunk.acronym, chunk.known = flag, chain.acronym, entry.id if entry else None
    chunk.core = label
    phrase.take(chunk)
    _state_in_brackets(phrase, chunk)
    _larger_body(phrase, chunk, at, first)
    _parts(phrase, chunk, at, last, chain)
    return chunk


def _state_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    """Polytechnic University of Almenara (Spain): where it is, not one more phrase."""
    opening = chunk.last + 1
    if phrase.lower(opening) == "(" and opening in phrase.pairs and phrase.pairs[opening] - opening <= 4:
        close = phrase.pairs[opening]
        found = phrase.longest_known(opening + 1, "Country", "Place")
        if found is not None and found[0] == close - 1:
            for i in range(opening, close + 1):
                phrase.taken[i] = chunk


def _determined(phrase: Phrase, at: int) -> bool:
    return phrase.lower(at - 1) in _DETERMINED or phrase.possessive(at - 1)


def _alone(phrase: Phrase, at: int, last: int, lemma: str, entry: Entry | None) -> Chunk | None:
    """The Commission, the Senate: a head noun that takes up a body named before, or that a state has one of."""
    flag = phrase.cues.organizations[lemma]
    if flag == "board":
        return None
    chunk = phrase.chunk("Organization", at, last, label=phrase.words(at, last), lemma=lemma, rule="organization.known")
    chunk.kind_of = flag
    if entry is not None:
        chunk.known, chunk.core = entry.id, chunk.label
    else:
        chunk.proper, chunk.rule = False, "organization.common-noun"
        if not _determined(phrase, at):
            chunk.value = "any"
    phrase.take(chunk)
    if phrase.possessive(at - 1) and (before := phrase.taken[at - 1]) is not None:
        _own(phrase, chunk, before)
    return chunk


def _label(phrase: Phrase, at: int, last: int, chain: Chain) -> str:
    """Return the name without its bracketed abbreviation and quotes."""
    if chain.bracket is None and chain.brand is None:
        return phrase.words(at, chain.last)
    opening, close = chain.bracket or (chain.last + 1, chain.last)
    end = chain.brand[0] - 1 if chain.brand else chain.last
    if chain.brand and phrase.tokens[end].kind == "quote":
        end -= 1
    before = phrase.words(at, min(opening - 1, end))
    after = phrase.words(close + 1, end) if close < end else ""
    brand = phrase.words(*chain.brand) if chain.brand else ""
    return " ".join(part for part in (before, after, brand) if part)


def _larger_body(phrase: Phrase, chunk: Chunk, at: int, first: int) -> None:
    """Keep the body or state that the name begins with: OSCE Programme Office, Kazakhstan's Supreme Court."""
    found = phrase.longest_known(at, "Organization", "Country", longest=max(1, first - at)) if at < first else None
    if found is not None and found[0] < first:
        last, entry = found
        owner = phrase.chunk(
            entry.kind, at, last, label=phrase.words(at, last), lemma=phrase.lemma(last), rule="gazetteer"
        )
        owner.known = entry.id
        owner.acronym = owner.label if owner.label.isupper() else ""
        chunk.owner = phrase.keep(owner, chunk)
    elif at < first and _is_acronym(phrase, at):
        owner = _acronym_chunk(phrase, at)
        chunk.owner = phrase.keep(owner, chunk)
    elif phrase.possessive(at - 1) and (before := phrase.taken[at - 1]) is not None:
        _own(phrase, chunk, before)


def _own(phrase: Phrase, chunk: Chunk, before: Chunk) -> None:
    """The Union's Council, Armenia's Ministry of Foreign Affairs."""
    if before.kind not in ("Organization", "Country", "Place") or before.inside is not None:
        return
    chunk.owner = before
    before.inside = chunk
    if before.kind == "Country":
        chunk.state = before.known or before.label
    if not chunk.proper:
        chunk.proper, chunk.rule = True, "organization.of-owner"
        chunk.label = chunk.core = f"{chunk.label} of {before.label}"
        chunk.value = ""


def _parts(phrase: Phrase, chunk: Chunk, at: int, last: int, chain: Chain) -> None:
    """Keep the state or larger body behind of, and what the name is without it."""
    single = at == last
    for segment in chain.segments:
        owner = _owner_of(phrase, segment)
        if owner is None or segment.word not in ("of", "in"):
            continue
        if segment.word == "in" and chunk.owner is None and owner.kind == "Country":
            phrase.keep(owner, chunk)
            continue
        phrase.keep(owner, chunk)
        if segment.word == "of":
            chunk.owner = chunk.owner or owner
            if owner.kind == "Country":
                chunk.state = owner.known or owner.label
            if not single and segment is chain.segments[-1] and not chain.brand:
                chunk.core = _before(phrase, at, segment, chain)
    place = chain.segments[-1] if chain.segments else None
    if place is not None and place.word == "in" and not single and not chunk.state:
        chunk.names.append(_before(phrase, at, place, chain))
    if chain.brand and chain.bracket:
        # National Chamber of Entrepreneurs (NCE) Atameken is also NCE Atameken, and Atameken
        brand = phrase.words(*chain.brand)
        chunk.names += [f"{chain.acronym} {brand}", brand]
    elif chain.brand:
        chunk.names.append(phrase.words(*chain.brand))


def _before(phrase: Phrase, at: int, segment: Segment, chain: Chain) -> str:
    stop = segment.first - 1
    while phrase.lower(stop) in ("the", segment.word):
        stop -= 1
    if chain.bracket and chain.bracket[0] <= stop:
        return " ".join(
            p for p in (phrase.words(at, chain.bracket[0] - 1), phrase.words(chain.bracket[1] + 1, stop)) if p
        )
    return phrase.words(at, stop)


def _owner_of(phrase: Phrase, segment: Segment) -> Chunk | None:
    """Return the chunk of a part of a name that is a state, a region or a body itself."""
    if segment.entry is not None and segment.chain is None:
        kind = segment.entry.kind
        chunk = phrase.chunk(
            kind,
            segment.first,
            segment.last,
            label=phrase.words(segment.first, segment.last),
            lemma="",
            rule="gazetteer",
        )
        chunk.known = segment.entry.id
        return chunk
    if segment.chain is not None:
        inner = segment.chain
        if segment.head in phrase.cues.organizations:
            at = segment.first
            head = (segment.last, segment.last, segment.head)
            return _inner_body(phrase, at, head, inner)
        chunk = _acronym_chunk(phrase, segment.first)
        chunk.label = chunk.label if segment.entry is None else phrase.words(segment.first, segment.last)
        chunk.last, chunk.end = segment.last, phrase.tokens[segment.last].end
        chunk.known = segment.entry.id if segment.entry else chunk.known
        if not chunk.label.isupper():
            chunk.acronym = inner.acronym
        if segment.entry:
            chunk.flags.discard("unexplained")
            chunk.core = chunk.label
        return chunk
    if phrase.cues.places.get(phrase.lemma(segment.last)) == "region" and segment.first < segment.last:
        return region_chunk(phrase, segment.first, segment.last)
    return None


def _inner_body(phrase: Phrase, at: int, head: tuple[int, int, str], chain: Chain) -> Chunk | None:
    label = _label(phrase, at, head[1], chain)
    chunk = phrase.chunk("Organization", at, chain.last, label=label, lemma=head[2], rule="organization.head-noun")
    chunk.kind_of, chunk.acronym, chunk.core = phrase.cues.organizations[head[2]], chain.acronym, label
    entry = phrase.known_as(label, "Organization")
    chunk.known = entry.id if entry else None
    if at == head[1] and not chain.segments and not chain.brand and entry is None:
        chunk.proper, chunk.rule = False, "organization.common-noun"
        return chunk
    _larger_body(phrase, chunk, at, head[0])
    _parts(phrase, chunk, at, head[1], chain)
    return chunk


def region_chunk(phrase: Phrase, first: int, last: int) -> Chunk:
    """Make the chunk of a region: Sarydala Region."""
    label, lemma = phrase.words(first, last), phrase.lemma(last)
    chunk = phrase.chunk("Place", first, last, label=label, lemma=lemma, rule="place.head-noun")
    chunk.kind_of = phrase.cues.places.get(lemma, "")
    entry = phrase.known_as(label, "Organization", "Place")
    chunk.known = entry.id if entry else None
    return chunk


def _known(phrase: Phrase, at: int, last: int, entry: Entry) -> int:
    """Take a name that the gazetteer has."""
    following = phrase.cues.places.get(phrase.lemma(last + 1)) if phrase.name(last + 1) else None
    if entry.kind == "Place" and following is not None and following != "venue":
        chunk = phrase.take(region_chunk(phrase, at, last + 1))
        return chunk.last
    if entry.kind == "Organization" and (head := head_at(phrase, last, at)) is None and phrase.tokens[at].acronym:
        return _acronym(phrase, at, last, entry)
    if entry.kind in ("Place", "Country") and _brand_of_small_head(phrase, at, run_end(phrase, at)):
        return _branded(phrase, at, run_end(phrase, at))
    label = phrase.words(at, last)
    chunk = phrase.chunk(entry.kind, at, last, label=label, lemma=phrase.lemma(last), rule="gazetteer")
    chunk.known = entry.id
    if entry.kind == "Organization":
        chunk.core = label
        head = head_in(phrase, at, last)
        chunk.lemma = head[2] if head else chunk.lemma
        chunk.acronym = label if label.isupper() and " " not in label else ""
        if phrase.cues.places.get(chunk.lemma) == "region":
            chunk.kind, chunk.kind_of = "Place", "region"
    _small_head_before(phrase, chunk)
    phrase.take(chunk)
    if entry.kind == "Organization":
        chain = follow(phrase, last, chunk.lemma)
        if chain.segments and chain.segments[0].entry is not None and chain.segments[0].word == "of":
            segment = chain.segments[0]
            owner = _owner_of(phrase, segment)
            if owner is not None and owner.kind == "Country":
                _widen(phrase, chunk, segment.last)
                chunk.state = owner.known or ""
                chunk.label = phrase.words(at, segment.last)
                chunk.owner = phrase.keep(owner, chunk)
        elif chain.bracket is not None:
            chunk.acronym = chain.acronym
            _widen(phrase, chunk, chain.bracket[1])
        if phrase.possessive(at - 1) and (before := phrase.taken[at - 1]) is not None:
            _own(phrase, chunk, before)
    return chunk.last


def _small_head_before(phrase: Phrase, chunk: Chunk) -> None:
    """National company KAZAKH INVEST: the noun before a known name says what it is."""
    at = chunk.first - 1
    if chunk.kind == "Organization" and phrase.lemma(at) in _BRANDED and phrase.tag(at) == "N" and phrase.free(at, at):
        chunk.names = [phrase.words(at, chunk.last)]
        chunk.first, chunk.start, chunk.lemma = at, phrase.tokens[at].start, phrase.lemma(at)


def _widen(phrase: Phrase, chunk: Chunk, last: int) -> None:
    for i in range(chunk.last + 1, last + 1):
        phrase.taken[i] = chunk
    chunk.last, chunk.end = last, phrase.tokens[last].end


def _acronym_chunk(phrase: Phrase, at: int) -> Chunk:
    name = phrase.bare(at)
    entry = phrase.known_as(name, "Organization")
    chunk = phrase.chunk("Organization", at, at, label=name, lemma=name, rule="organization.acronym")
    chunk.acronym, chunk.core = name, name
    chunk.known = entry.id if entry else None
    chunk.confidence = 0.9 if entry or name in phrase.known.acronyms else 0.6
    if entry is None and name not in phrase.known.acronyms:
        chunk.flags.add("unexplained")
    return chunk


def _acronym(phrase: Phrase, at: int, last: int | None = None, entry: Entry | None = None) -> int:
    """Take an abbreviation, with the state behind it (CEC of Kazakhstan)."""
    chunk = _acronym_chunk(phrase, at)
    if last is not None and last > at:
        chunk.last, chunk.end = last, phrase.tokens[last].end
        chunk.label = chunk.core = phrase.words(at, last)
        chunk.acronym = ""
        chunk.known = entry.id if entry else None
        chunk.flags.discard("unexplained")
        chunk.confidence = 0.9
    _small_head_before(phrase, chunk)
    phrase.take(chunk)
    begin = chunk.last + (3 if phrase.lower(chunk.last + 2) == "the" else 2)
    if phrase.lower(chunk.last + 1) == "of" and begin < len(phrase) and phrase.name(begin):
        found = phrase.longest_known(begin, "Country")
        if found is not None:
            chunk.state = found[1].id
            owner = phrase.chunk(
                "Country", begin, found[0], label=phrase.words(begin, found[0]), lemma="", rule="gazetteer"
            )
            owner.known = found[1].id
            phrase.keep(owner, chunk)
            _widen(phrase, chunk, found[0])
    if phrase.possessive(at - 1) and (before := phrase.taken[at - 1]) is not None and before.kind == "Country":
        chunk.state = before.known or ""
        before.inside = chunk
    _acronym_in_brackets(phrase, chunk)
    return chunk.last


def _acronym_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    opening = chunk.last + 1
    if phrase.lower(opening) != "(" or phrase.pairs.get(opening) != opening + 2:
        return
    if phrase.tokens[opening + 1].acronym:
        _widen(phrase, chunk, opening + 2)


def _brand_of_small_head(phrase: Phrase, at: int, end: int) -> int | None:
    """Return the token of a head noun in small letters behind a name: Arna-Kepil insurance company."""
    for last in range(end + 1, min(end + 4, len(phrase))):
        if phrase.tags[last] not in ("N", "J") or phrase.taken[last] is not None:
            return None
        lemma = phrase.lemma(last)
        flag = phrase.cues.organizations.get(lemma)
        if flag is not None and flag not in ("unit", "board", "region", "state") and phrase.lower(last) == lemma:
            return None if phrase.tag(last + 1) == "N" and lemma in ("party", "bank", "office") else last
    return None


def _branded(phrase: Phrase, at: int, end: int) -> int:
    """Take a brand with its head noun in small letters on either side."""
    last = _brand_of_small_head(phrase, at, end)
    if last is not None and not phrase.possessive(end):
        lemma = phrase.lemma(last)
        brand = phrase.words(at, end)
        chunk = phrase.chunk(
            "Organization", at, last, label=phrase.words(at, last), lemma=lemma, rule="organization.brand"
        )
        chunk.core, chunk.names = chunk.label, [brand]
        phrase.take(chunk)
        return last
    before = at - 1
    named = not _person_like(phrase, end) or phrase.words(at, end).isupper()
    if named and phrase.lower(before) in _BRANDED and phrase.tag(before) == "N":
        label, lemma = phrase.words(at, end), phrase.lemma(before)
        chunk = phrase.chunk("Organization", before, end, label=label, lemma=lemma, rule="organization.brand")
        chunk.core, chunk.names = chunk.label, [phrase.words(before, end)]
        phrase.take(chunk)
        return end
    place = phrase.cues.places.get(phrase.lemma(end))
    if place in ("region", "") and end > at and phrase.lower(end) == phrase.lemma(end):
        chunk = region_chunk(phrase, at, end)
        if place == "":
            chunk.names = [phrase.words(at, end - 1)]
        phrase.take(chunk)
        return end
    return end


def _person_like(phrase: Phrase, at: int) -> bool:
    word = phrase.bare(at)
    return word in phrase.known.names or SURNAME.search(word) is not None


def _quoted(phrase: Phrase, at: int) -> None:
    """Take a quoted name with its head noun in small letters on either side: "Astyk" association, company "Astyk"."""
    close = phrase.pairs[at]
    if close - at > 8 or close - at < 2 or not phrase.free(at, close) or not phrase.tokens[at + 1].text[0].isupper():
        return
    name = phrase.words(at + 1, close - 1)
    last = _brand_of_small_head(phrase, at, close)
    before = head_at(phrase, at - 1, at - 1) if at else None
    if last is not None:
        chunk = phrase.chunk(
            "Organization",
            at,
            last,
            label=f"{name} {phrase.words(close + 1, last)}",
            lemma=phrase.lemma(last),
            rule="organization.quoted",
        )
    elif before is not None and phrase.taken[at - 1] is None and not _is_plural(phrase, at - 1):
        chunk = phrase.chunk("Organization", at - 1, close, label=name, lemma=before[2], rule="organization.quoted")
    else:
        return
    chunk.core, chunk.names = chunk.label, [name]
    phrase.take(chunk)


def _common_noun(phrase: Phrase, at: int) -> None:
    """Take a head noun in small letters that points back by an article or possessive: the association, its council."""
    found = head_at(phrase, at, at)
    if found is None or phrase.taken[at] is not None:
        return
    lemma = found[2]
    flag = phrase.cues.organizations[lemma]
    if flag == "board" or (lemma in ("chair", "party") and (_is_plural(phrase, at) or lemma == "chair")):
        return
    if phrase.tag(at + 1) == "N" and not phrase.possessive(at):
        return  # the commission meeting: said of the next noun
    branded = phrase.lower(at) in _BRANDED and phrase.name(at + 1) and phrase.taken[at + 1] is None
    if branded and not _person_like(phrase, run_end(phrase, at + 1)):
        return  # company KAZAKH INVEST: the brand that follows makes it a name
    begin = phrase.phrase_start(at)
    if lemma == "mission" and begin < at - 1 and phrase.tags[at - 1] == "N":
        return  # a needs assessment mission travels as a delegation does
    opener = phrase.lower(begin)
    if not (opener in _DETERMINED or phrase.tags[begin] in ("D", "O") or phrase.possessive(begin - 1)):
        begin = at
        opener = "any"
    chunk = phrase.chunk("Organization", at, at, label=phrase.bare(at), lemma=lemma, rule="organization.common-noun")
    chunk.proper, chunk.kind_of, chunk.plural = False, flag, _is_plural(phrase, at)
    modifiers = [w for w in phrase.lowers[begin:at] if w not in ("the", "this", "that", "its", "their", "said")]
    chunk.value = " ".join(modifiers) or ("" if opener in _DETERMINED or phrase.possessive(begin - 1) else "any")
    phrase.take(chunk)
    if phrase.possessive(begin - 1) and (before := phrase.taken[begin - 1]) is not None and flag in ("unit", "region"):
        chunk.owner = before
        before.inside = chunk
