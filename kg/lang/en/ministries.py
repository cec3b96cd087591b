"""The ministry of a minister and the embassy of an ambassador: bodies that the post names."""

from __future__ import annotations

import re

from kg.lang.cues import cues
from kg.lang.en.capitals import run_end
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import SURNAME
from kg.lang.syntax import Chunk

# Embassy of the Republic of Kazakhstan; the French Embassy.
_EMBASSY_OF = re.compile(r"\bembass(?:y|ies) of ((?:\w+ ){0,4}\w+)", re.IGNORECASE)
_BARE_EMBASSY = re.compile(r"\b[A-Z]\w+(?:an|ish|ese|ch|i|ic|ss|ek) [Ee]mbass(?:y|ies)\b")
_OF_STATES = cues("en").words["with-ministers"]
_KINDS_OF_STATES = (" Republic", " Federation", " Kingdom", " Emirates", " Union")
_CALLED = {"foreign": "Foreign Affairs", "interior": "the Interior"}
MINISTERS = cues("en").words["ministers"]


def name_ministry(phrase: Phrase, chunk: Chunk, begin: int) -> bool:
    """Minister of Foreign Affairs of Kazakhstan: the post names the ministry."""
    last = field_end(phrase, begin)
    if last < begin:
        last = _joined_fields_end(phrase, begin)
    if last < begin:
        end = run_end(phrase, begin)
        last = end if end == begin else begin
    field = phrase.words(begin, last)
    extend(phrase, chunk, last)
    at = last + 1
    after = at + (2 if phrase.lower(at + 1) == "the" else 1)
    state = phrase.taken[after] if phrase.lower(at) == "of" and after < phrase.size else None
    if state is not None and _has_ministers(state) and chunk.owner is None:
        chunk.owner, state.inside = state, chunk  # Minister for Trade of the Eurasian Economic Commission
        return False
    make_ministry(phrase, chunk, field, begin, last, state if state is not None else chunk.owner)
    return False


def _joined_fields_end(phrase: Phrase, begin: int) -> int:
    """Forests and Environment, Forests and Soil Conservation of Nepal: fields that no list has, by what joins them."""
    middle = run_end(phrase, begin) + 1
    if phrase.lower(middle) != "and" or not phrase.name(middle + 1) or of_a_person(phrase, middle + 1):
        return begin - 1
    end = run_end(phrase, middle + 1)
    state = end + (3 if phrase.lower(end + 2) == "the" else 2)
    told = phrase.lower(end + 1) == "of" and phrase.longest_known(state, "Country") is not None
    known = phrase.lower(middle + 1) in phrase.cues.words["domains"]
    closed = phrase.lower(end + 1) in (",", ".", "") and end == middle + 1
    return end if told or (known and closed) else begin - 1


def _has_ministers(body: Chunk) -> bool:
    """Tell whether a body of several states is named, which has ministers of its own."""
    return body.kind == "Organization" and body.proper and body.inside is None and body.lemma in _OF_STATES


def make_ministry(phrase: Phrase, chunk: Chunk, field: str, first: int, last: int, state: Chunk | None) -> None:
    """Name the ministry of a field as the body of a minister's post."""
    article = "the " if phrase.lowers[max(0, first - 2) : first] == ["of", "the"] else ""
    name = f"Ministry of {field}"
    if article and phrase.known_as(name, "Organization") is None:
        name = f"Ministry of the {field}"
    country = state if state is not None and state.kind == "Country" else None
    label = f"{name} of {with_article(country.label)}" if country else name
    body = phrase.chunk("Organization", first, last, label=label, lemma="ministry", rule="organization.of-minister")
    body.core = name
    entry = phrase.known_as(label, "Organization")
    body.known = entry.id if entry else None
    if country is not None:
        body.state = country.known or country.label
        body.owner = country
        country.inside = body
    chunk.owner = phrase.keep(body, chunk)


def with_article(name: str) -> str:
    """Return a state's name as it stands within another name: the Republic of Kazakhstan."""
    called_by_kind = name.startswith(("Republic", "United", "People")) or name.endswith(_KINDS_OF_STATES)
    return f"the {name}" if called_by_kind else name


def domain_before(phrase: Phrase, chunk: Chunk, first: int) -> None:
    """Foreign Minister, Health Vice Minister, the Spanish foreign minister: words before the post name the ministry."""
    if " of " in chunk.label or " for " in chunk.label:
        return
    words = chunk.label[: -len(chunk.lemma.split(" ")[-1])].split()
    while words and words[0] in ("Deputy", "Vice", "First", "Acting"):
        words.pop(0)
    while words and words[-1].lower() in ("deputy", "vice", "first"):
        words.pop()
    field = " ".join(words)
    small = field.lower() in phrase.cues.words["domains"] and chunk.owner is not None
    if not field or "prime" in field.lower() or not (small or phrase.tokens[first].capital):
        return
    field = field_of(field) if small or field.lower() in _CALLED else field
    make_ministry(phrase, chunk, field, chunk.first, chunk.last, chunk.owner)


def field_of(word: str) -> str:
    """Return what a ministry is of, by what stands before its noun or its minister's: Foreign Affairs by foreign."""
    return _CALLED.get(word.lower()) or word.title()


def field_end(phrase: Phrase, begin: int) -> int:
    """Return where a field's name ends: known words for fields, joined by and, of or a comma."""
    words = phrase.cues.words["domains"]
    last = begin - 1
    i = begin
    if phrase.lower(begin + 1) in words and phrase.name(begin) and not of_a_person(phrase, begin):
        i = begin + 1  # Academic Affairs
    while i < phrase.size and phrase.taken[i] is None:
        if phrase.name(i) and (phrase.lower(i) in words or f"{phrase.lower(i)} {phrase.lower(i + 1)}" in words):
            last = i
            if f"{phrase.lower(i)} {phrase.lower(i + 1)}" in words:
                last = i = i + 1
        elif (
            i > begin
            and phrase.name(i)
            and phrase.lower(i - 1) in ("and", "the", "of")
            and last > i - 4
            and not (phrase.lower(i - 1) == "and" and phrase.lower(i - 2) == ",")  # Minister of Culture, and Ann Lee
            and not of_a_person(phrase, i)
        ):
            if phrase.longest_known(i, "Country", "Organization", "Place") is not None:
                break
            last = i  # of the Population
        elif not (phrase.lower(i) in ("and", "of", ",", "the") and i > begin):
            break
        i += 1
    return last


def sent_to(phrase: Phrase, chunk: Chunk, sender: Chunk) -> None:
    """Ambassador of Kazakhstan to Poland: the embassy is named by who sends him and where to."""
    at = max(sender.last, chunk.last) + 1
    begin = at + (2 if phrase.lower(at + 1) == "the" else 1)
    if phrase.lower(at) not in ("to", "in") or chunk.kind_of != "envoy" or begin >= phrase.size:
        return
    where = phrase.taken[begin]
    if where is None or where.kind not in ("Country", "Organization", "Place") or where.inside is not None:
        return
    where.inside = chunk
    if where.last > chunk.last:
        chunk.last, chunk.end = where.last, where.end
    consul = where.kind == "Place" and chunk.label.lower().endswith(("consul general", "consul"))
    if consul or (where.kind == "Country" and chunk.lemma.startswith("ambassador")):
        _make_embassy(phrase, chunk, sender, where)


def embassy_of_sender(phrase: Phrase, chunk: Chunk) -> None:
    """The French Ambassador, Ambassador of Japan: at the embassy, which the text has not named in words."""
    owner = chunk.owner
    if owner is None or owner.kind != "Country" or not chunk.lemma.startswith("ambassador"):
        return
    named = phrase.known.embassies and not _of_other_states(phrase.text, owner.label)
    if not named and owner.inside in (None, chunk):
        _make_embassy(phrase, chunk, owner, None)


def _of_other_states(text: str, state: str) -> bool:
    """Tell whether every embassy that a text names is told to be of another state than this."""
    told = _EMBASSY_OF.findall(text)
    return bool(told) and not _BARE_EMBASSY.search(text) and not any(state.lower() in words.lower() for words in told)


def prosecutors_of_state(phrase: Phrase, chunk: Chunk) -> None:
    """Prosecutor General of Kazakhstan: at the office that a state has one of, not at the state."""
    owner = chunk.owner
    if owner is None or owner.kind != "Country" or not chunk.lemma.endswith("prosecutor general"):
        return
    state = with_article(owner.label)
    label = f"General Prosecutor's Office of {state}"
    body = phrase.chunk(
        "Organization",
        owner.first,
        owner.last,
        label=label,
        lemma="prosecutor's office",
        rule="organization.of-prosecutor",
    )
    body.names = [f"Prosecutor General's Office of {state}", f"Prosecutor's Office of {state}"]
    body.core, body.state, body.owner = "General Prosecutor's Office", owner.known or owner.label, owner
    owner.inside = body
    chunk.owner = phrase.keep(body, chunk)


def _make_embassy(phrase: Phrase, chunk: Chunk, sender: Chunk, where: Chunk | None) -> None:
    low = chunk.label.lower()
    noun = "Consulate General" if "consul general" in low else "Consulate" if "consul" in low else "Embassy"
    label = f"{noun} of {with_article(sender.label)}"
    label += f" in {with_article(where.label)}" if where is not None else ""
    first, last = sender.first, where.last if where is not None else sender.last
    body = phrase.chunk(
        "Organization", first, last, label=label, lemma=noun.partition(" ")[0].lower(), rule="organization.of-envoy"
    )
    body.core, body.state, body.owner = label, sender.known or sender.label, sender
    sender.inside = body
    if where is not None:
        where.inside = body
    chunk.owner = phrase.keep(body, chunk)


def extend(phrase: Phrase, chunk: Chunk, last: int) -> bool:
    """Make the words up to a token part of a post; always True."""
    extra = phrase.words(chunk.last + 1, last)
    chunk.label = f"{chunk.label} {extra}"
    for i in range(chunk.last + 1, last + 1):
        phrase.taken[i] = chunk
    chunk.last, chunk.end = last, phrase.tokens[last].end
    return True


def of_a_person(phrase: Phrase, at: int) -> bool:
    """Tell whether a capital before a post ends a person's name (elected Ilyas Tasbulatov Chairman)."""
    word = phrase.bare(at)
    return word in phrase.known.names or phrase.tokens[at].kind == "initials" or (
        len(word) > 4 and SURNAME.search(word) is not None and not word.endswith("tion"))  # fmt: skip
