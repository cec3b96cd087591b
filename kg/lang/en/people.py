"""Names of people in English text, told by their parts or by what stands beside them.

CEC Chairman Nurlan Abdirov; Mr. Lindgren; Jana Novak, Director of ...;
Ursula von der Leyen; the Rector of the University, Askar Beken
"""

from __future__ import annotations

import re

from kg.lang.cues import cues
from kg.lang.en.capitals import honorific_at
from kg.lang.en.morphology import closed_class, is_plural, verb_forms
from kg.lang.en.phrase import Phrase
from kg.lang.person_names import PARTICLES, PATRONYMIC, SURNAME
from kg.lang.syntax import Chunk

_LONGEST = 4
_NAME = re.compile(r"^[^\W\d_]+(?:[-'’][^\W\d_]+)*$")
# How common nouns and adjectives end: Nation, Banking, Library; not Mary, Ming, Olive, Hilary, Elias.
_NO_NAME = re.compile(r"(?:tion|ment|ness|ism|ship|ities|ology|ics|ful|.ble|.{4}(?:ing|ary)|.{3}(?:ive|ous))$")
_NAMES_IN_S = cues("en").words["names-in-s"]
# How plurals end that name firms and never people: Railways, Airlines, Waterworks, Products, Systems, Services.
_OF_FIRMS = ("ways", "lines", "works", "foods", "ucts", "tems", "ices", "rces")
_PLURALS = ("ers", "ors", "ies", "ions", "ses", "als", "nts", "rds", "mes", *_OF_FIRMS)
# A syllable of Chinese in Latin letters, and a given name of two the second of which is one in -ing: Xi, Jinping.
_SYLLABLE = re.compile(r"(?:[ZCS]h|[BPMFDTNLGKHJQXZCSRWY])?[aeiou]{1,3}(?:n|ng)?$")
_IN_ING = re.compile(_SYLLABLE.pattern[:-1] + r"[bpmdtnljqxy]ing$")
_GIVING = cues("en").words["giving"]
_GIVEN_NAMES = frozenset(name.capitalize() for name in cues("en").words["given-names"])
_SMALL_NAMES = cues("en").words["small-names"]
_TURNS = cues("en").words["turns-to-speak"]
_MOVING = cues("en").words["moving-to-places"]
_NEAR = 7  # tokens before a name among which a word of going tells that it is a place
_PLACING = frozenset({"in", "at", "from", "to", "near", "into", "via"})


def find_people(phrase: Phrase, *, certain: bool) -> None:
    """Take the people of a sentence: those that something beside the name tells, or every likely run of capitals."""
    behind, size = 0, phrase.size  # behind the name taken last
    for at in phrase.capitals:
        if at < behind:
            continue
        title = _title(phrase, at)
        begin = at + title
        if title and begin < size and phrase.lower(begin) in PARTICLES and _behind_particles(phrase, begin) > begin:
            _take(phrase, at, begin, _behind_particles(phrase, begin))  # Prof. van Houten
        elif (
            begin < size and phrase.taken[begin] is None and (_name_at(phrase, begin) or _short_initials(phrase, begin))
        ):
            last = _run(phrase, begin)
            if last >= begin and (
                title or _tells(phrase, begin, last) or (not certain and _likely(phrase, begin, last))
            ):
                last = _take(phrase, at, begin, last).last
            behind = max(last, begin) + 1


def _title(phrase: Phrase, at: int) -> int:
    """Return how many tokens of an honorific begin here: Mr., H.E., Dr."""
    token = phrase.tokens[at]
    if phrase.taken[at] is not None or token.kind not in ("initials", "word"):
        return 0
    if token.kind == "initials" and token.text.replace(" ", "") == "H.E.":
        return 1 + (_title(phrase, at + 1) if at + 1 < phrase.size else 0)
    if token.kind == "word" and phrase.lower(at) in phrase.cues.words["honorific"] and phrase.taken[at] is None:
        length = 2 if phrase.lower(at + 1) == "." else 1
        return length + (_title(phrase, at + length) if at + length < phrase.size else 0)  # Prof. Dr. İlker Sözen
    return 0


def _short_initials(phrase: Phrase, at: int) -> bool:
    """Ye. Zhaksybek, Zh. Kassymbek: an initial of two letters."""
    return (
        phrase.tokens[at].kind == "word"
        and len(phrase.tokens[at].text) == 2
        and phrase.tokens[at].text.istitle()
        and phrase.lower(at + 1) == "."
        and phrase.name(at + 2)
        and phrase.tokens[at + 1].start == phrase.tokens[at].end
    )


def _name_at(phrase: Phrase, at: int) -> bool:
    token = phrase.tokens[at]
    if token.kind == "initials":
        return token.text.replace(" ", "") != "H.E."
    if not phrase.name(at) and not (at == 0 and token.capital and token.text in phrase.known.names):
        return False
    word = phrase.bare(at)
    if word in phrase.known.names:
        return True
    if word.partition("-")[0].lower() in phrase.cues.roles:
        return False  # Rector-designate
    return _NAME.match(word) is not None and not token.acronym and len(word) > 1 and phrase.taken[at] is None


def _run(phrase: Phrase, at: int) -> int:
    """Return the last token of a name that begins here, initials on either side included."""
    last = at
    if _short_initials(phrase, at):
        last = at + 2
    words = 1
    while last + 1 < phrase.size and words < _LONGEST and not phrase.possessive(last):
        following = last + 1
        if honorific_at(phrase, following):
            break
        if phrase.taken[following] is None and _name_at(phrase, following):
            last, words = following, words + 1
        elif (surname := _behind_particles(phrase, following)) > following:
            last, words = surname, words + 1
        else:
            break
    return last


def _behind_particles(phrase: Phrase, at: int) -> int:
    """Return the surname behind small words that begin it, or the token itself: von der Leyen, van den Berg."""
    surname = at
    while surname - at < 3 and phrase.lower(surname) in PARTICLES and phrase.tag(surname) != "D":
        surname += 1
    return surname if phrase.name(surname) and phrase.taken[surname] is None else at


def _tells(phrase: Phrase, first: int, last: int) -> bool:
    """Tell whether a name is surely a person's: by its parts, or by a post beside it."""
    words = _words(phrase, first, last)
    if " ".join(words).lower() in phrase.cues.words["domains"]:
        return False  # Chief Operating Officer Natural Resources of X
    initials = any(phrase.tokens[i].kind == "initials" for i in range(first, last + 1)) or _short_initials(
        phrase, first
    )
    if initials and words:
        return True
    if all(word in phrase.known.names for word in words):
        return True
    before = phrase.taken[first - 1] if first else None
    if before is not None and before.kind == "Role" and before.last == first - 1:
        return len(words) > 1 or not _common(phrase, words[0])
    doubtful = _but_small_names(words, first)
    if _behind_a_post(phrase, first) and len(words) == len(("Samvel", "Asoyants")) and not phrase.title:
        doubtful = doubtful[:1] if not _names_a_thing(phrase, words[1].lower()) else doubtful
    if len(words) > 1 and words[0].endswith("ies") and _post_beside(phrase, first, last):
        doubtful = doubtful[1:]  # Marlies Claes, director of X: no plural begins a name
    plural = len(words) == len(("Nico", "Schermers")) and words[1].endswith("ers") and not _common(phrase, words[0])
    if plural and not _names_a_thing(phrase, words[1].lower()) and _post_beside(phrase, first, last):
        doubtful = []  # the Ambassador, Nico Schermers
    if len(words) < 2 or any(_common(phrase, word) for word in doubtful):
        return False
    if any(PATRONYMIC.search(w) and len(w) > 5 for w in words[1:]):
        return True
    if SURNAME.search(words[-1]) and len(words[-1]) > 4 and phrase.lower(first - 1) not in _PLACING:
        return True
    return _post_beside(phrase, first, last) or _behind_a_post(phrase, first)


def _behind_a_post(phrase: Phrase, first: int) -> bool:
    """Rector of Tau University Samvel Asoyants: the name stands right behind whose post it is."""
    body = phrase.taken[first - 1] if first else None
    owned = body is not None and body.last == first - 1 and body.kind in ("Organization", "Country", "Place")
    if body is None or not owned or body.inside is None or body.top().kind != "Role":
        return False
    return body.kind == "Organization" or phrase.lower(body.first - 1) != "the"  # of the Pakistan Glacier Survey


def _surname_like(phrase: Phrase, word: str) -> bool:
    """Gary Barnes, Rob Banks, Pat Rivers: what stands behind a given name is a surname unless it heads a body."""
    return not _names_a_thing(phrase, word.lower())


def _names_a_thing(phrase: Phrase, low: str) -> bool:
    """Tell whether a word is a small one or heads the names of bodies, places, programmes or encounters."""
    cues = phrase.cues
    return (
        low in closed_class()
        or low in cues.words["domains"]
        or low in cues.organizations
        or low in cues.places
        or low in cues.programs
        or low in cues.events
        or low in cues.words["occasions"]
    )


def _words(phrase: Phrase, first: int, last: int) -> list[str]:
    """Return the words of a name without initials and the small words in it (van, bin)."""
    words = [phrase.bare(i) for i in range(first, last + 1) if phrase.tokens[i].kind == "word"]
    return [word for word in words if word not in PARTICLES]


def _post_beside(phrase: Phrase, first: int, last: int) -> bool:
    """Jana Novak, Director of ...: a post behind a comma or in brackets; the Rector, Askar Beken."""
    mark, following = phrase.lower(last + 1), last + 2
    if phrase.tag(following) == "D":
        following += 1
    after = phrase.taken[following] if following < phrase.size else None
    if mark in (",", "(", "–", "—") and after is not None and after.top().kind == "Role":
        return True
    before = phrase.taken[first - 2] if first > 1 and phrase.lower(first - 1) == "," else None
    return before is not None and before.top().kind == "Role"


def _likely(phrase: Phrase, first: int, last: int) -> bool:
    """Tell whether a run of capitals may be a person's name: nothing speaks against it."""
    words = _words(phrase, first, last)
    given = len(words) == 2 and words[0] in _GIVEN_NAMES and _surname_like(phrase, words[1])
    doubtful = not given and any(_common(phrase, word) for word in _but_small_names(words, first))
    if not 2 <= len(words) <= 3 or doubtful or (phrase.title and first == 0):
        return len(words) in (2, 3) and phrase.title and not any(_common(phrase, w) for w in words)
    placed = phrase.lower(first - 1) in _PLACING and not _given_to(phrase, first)
    if placed or phrase.lower(first - 1) == "the" or _noun_follows(phrase, last + 1):
        return False
    return phrase.tokens[first - 1].kind != "quote" or first - 1 in phrase.opens if first else True


def _but_small_names(words: list[str], first: int) -> list[str]:
    """Leave out a given name that looks like a small word, inside a sentence: with the Ambassador, Nor Azlina Idris.

    Neither is the second word of Xi Jinping a verb's form, behind a syllable of Chinese and of two of them itself.
    """
    if len(words) == len(("Xi", "Jinping")) and _SYLLABLE.match(words[0]) and _IN_ING.match(words[1]):
        return words[:1] if words[1].lower() not in verb_forms() else words
    return words[1:] if first and len(words) > 1 and words[0] in _SMALL_NAMES else words


def _given_to(phrase: Phrase, first: int) -> bool:
    """The post went to Ewa Sowa, was handed to X: what is given is given to people, not to places."""
    if phrase.lower(first - 1) != "to":
        return False
    if any(
        low in _GIVING or low in _TURNS or phrase.lemmas[i] in phrase.cues.roles
        for i, low in enumerate(phrase.lowers[:first])
    ):
        return True
    return _MOVING.isdisjoint(phrase.lemmas[max(0, first - _NEAR) : first])


def _noun_follows(phrase: Phrase, at: int) -> bool:
    """Tell whether the capitals only describe a noun; a post behind a name does not (elected Anna Bek chairwoman)."""
    taken = phrase.taken[at] if at < phrase.size else None
    return phrase.tag(at) == "N" and not (taken is not None and taken.kind == "Role")


def _of_several(word: str) -> bool:
    """Tell whether a word ends as plurals of common nouns do; so do some surnames."""
    low = word.lower()
    return low not in _NAMES_IN_S and is_plural(low) and low.endswith(_PLURALS)


def _common(phrase: Phrase, word: str) -> bool:
    low = word.lower()
    return (
        _names_a_thing(phrase, low)
        or low in phrase.cues.roles
        or _NO_NAME.search(low) is not None
        or _of_several(word)
        or phrase.known_as(word, "Country", "Place") is not None
    )


def _take(phrase: Phrase, title: int, first: int, last: int) -> Chunk:
    label = " ".join(phrase.bare(i) if phrase.tokens[i].kind == "word" else phrase.tokens[i].text.replace(" ", "")
                     for i in range(first, last + 1) if phrase.tokens[i].text != ".")  # fmt: skip
    if _short_initials(phrase, first):
        label = f"{phrase.tokens[first].text}. " + " ".join(phrase.bare(i) for i in range(first + 2, last + 1))
    chunk = phrase.chunk("Person", title, last, label=label, lemma=phrase.bare(last), rule="person.name")
    words = [
        phrase.bare(i) for i in range(first, last + 1) if phrase.tokens[i].kind == "word" and len(phrase.bare(i)) > 2
    ]
    phrase.known.names.update(w for w in words if w[0].isupper())
    if len(words) > 1:
        chunk.confidence = 0.9
    return phrase.take(chunk)
