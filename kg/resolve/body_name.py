"""Whether two names, in any two of the languages, can be one body's: by what their words mean and how they sound.

Нұра өңірлік университеті, Нуринский региональный университет and Nura Regional University have the same meanings
(body_words.csv) beside one proper name; Нұра колледжі has another meaning, Орда университеті another proper name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.gazetteer import shipped
from kg.names import fold, other_alphabet
from kg.publisher import state_at
from kg.resolve.abbreviations import abbreviated, clipped
from kg.resolve.body_word import NONE, STATE, Word, answering, bare, grown_together, one_stem, vowels
from kg.resolve.body_words import Meaning, class_of, may_end_phrase, meaning
from kg.resolve.compounds import parts
from kg.resolve.place_names import in_towns, town
from kg.resolve.sound import loose

JOINS = 0.7
"""The least score with which two names alone count as one body's."""

WIDE = frozenset({
    *("international", "world", "european", "asian", "eurasian", "islamic", "turkic", "arab", "african", "american"),
    *("commonwealth", "united", "central-asia"),
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_ACRONYM = re.compile(r"^[^\W\d_a-zа-яәіңғүұқөһ]{2,8}(?:-[^\W\d_a-zа-яәіңғүұқөһ]{1,5})?$")
_EXPLAINED = re.compile(r"(?<=\S)\s*\([^()]*\)")  # (ICOM) behind the name that it stands for
# Of the person whose name a body bears, and of No.
_INITIAL = re.compile(r"(?<!\w)(?!St\.)[^\W\d_a-zа-яәіңғүұқөһ][a-zа-я]?\.")
_WHERE = ("в", "во", "in", "to")  # посольство в Германии
_LOCATED = re.compile(r"(?<=\w{3})(?:[дт][ае]ғы|[дт]егі)$")  # Германиядағы елшілік
_INFLECTED = re.compile(r"^[^\W\d_a-zа-яәіңғүұқөһ]{2,8}-[а-яәіңғүұқөһ]+$")
_DIGIT = re.compile(r"\d")
_ORDINAL = re.compile(r"(\d+)(?:-[^\W\d]{1,3}|st|nd|rd|th)")
_QUOTED = re.compile(r"[«“\"][^»”\"]+[»”\"]")
ENVOYS = frozenset({"embassy", "consulate"})
"""Kinds of bodies by which a state is present in another."""

_SENT = ENVOYS | {"representation-office"}
"""Kinds of bodies of which there is one in each state."""

_LOCAL = frozenset({"representation-office", "branch"})
"""Kinds of bodies whose place is told either way: the Almaty Office, the Office in Almaty."""

_OF_MEMBERS = frozenset({"trade-union", "union", "federation", "association", "confederation", "league", "alliance"})
"""Kinds of bodies whose members one language names and another does not: транспортники, Transport Workers."""

_MEMBERS = frozenset({"worker", "employee", "kind-of-sport"})
_SAID_OF_PLACES = frozenset({"city", "regional"})
_YEARS = frozenset({"year"})  # beside its number
_RIVERS = frozenset({"river", "river-w"})
_REGION = ("облысы", "область", "Region")
_BRAND = re.compile(r"[a-zа-яәіңғүұқөһ][A-ZА-ЯӘІҢҒҮҰҚӨҺ]")  # IndustriALL, КазМунайГаз
_SURE = 0.9  # the score of names whose words all answer to each other


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name taken apart: its words that tell anything, its numbers, and whether it is an acronym."""

    words: tuple[Word, ...]
    numbers: tuple[str, ...]
    acronym: bool
    quoted: bool = False

    @property
    def key(self) -> str:
        """What names of one body have in common in all languages: meanings, first letters of proper names; or ""."""
        return self._key(frozenset({"heavy", "kind", "proper"}))

    @property
    def key_as_heard(self) -> str:
        """The key of a name whose kinds alone are translated and whose other words keep their sound: Алтын Кыран."""
        return self._key(frozenset({"kind"}))

    def _key(self, meant: frozenset[str]) -> str:
        if self.acronym or not self.words:
            return ""
        placed = _is_in_a_place(self.words)
        parts = {
            class_of(min(w.ids)) if w.ids and w.weight in meant else f"~{w.begins}"
            for w in self.words
            if w.weight != "light" and not (placed and w.ids & _SAID_OF_PLACES)
        }
        owners = sorted(f"@{state}" for state in self.states) if self._of_kinds else []
        return " ".join([*sorted(parts), *owners, *self.numbers]) if any(w.ids for w in self.words) else ""

    @property
    def states(self) -> frozenset[str]:
        """The states that the name says it belongs to, by their codes; not those where it only is."""
        return frozenset(word.state for word in self.words if word.state and not word.place)

    @property
    def hosts(self) -> frozenset[str]:
        """The states that the name says it is in: an embassy's."""
        return frozenset(word.state for word in self.words if word.state and word.place)

    @property
    def generic(self) -> bool:
        """Whether the name says only what kind of body is meant, as Regional Court does, and not which one.

        An international body with two words more (International Council of Museums) is the only one of its name.
        """
        return self._of_kinds and not self.states and not (self.wide and len(self.words) > 2)

    @property
    def wide(self) -> bool:
        """Whether the name says that the body reaches beyond a state."""
        return any(word.ids & WIDE for word in self.words)

    @property
    def common(self) -> bool:
        """Whether many states may have a body of this name: all its words have a meaning, and none says which state.

        What stands in quotes is a body's own name, whatever it means: «Мұра» қоры.
        """
        named = self.quoted or any(word.weight == "proper" for word in self.words)
        return bool(self.words) and not (named or self.states or self.wide)

    @property
    def _of_kinds(self) -> bool:
        telling = [word for word in self.words if not word.state]
        return bool(telling) and not self.numbers and all(word.weight in ("kind", "light") for word in telling)

    @property
    def heard(self) -> str:
        """The stems of the words in the order of the alphabet, by which names that sound alike lie near each other."""
        return " ".join(sorted(vowels(word.stem) for word in self.words))


@lru_cache(maxsize=65_536)
def body_name(label: str, lang: str, spelled_out: bool = True, phrases: bool = True) -> BodyName:
    """Take a name in the nominative apart; letters that stand for an international body may be ``spelled_out``.

    Without ``phrases`` each word is taken for itself: Data Centre is no term then, but a centre and data.
    """
    words = []
    quoted = _quoted_words(label) if lang == "ru" else NONE
    tokens = _spelled_out(_tokens(label), lang, spelled_out)
    tokens = in_towns(tokens) if lang == "en" else tokens
    tokens = _in_phrases(tokens, lang) if phrases else tokens
    after = 0
    for at, token in enumerate(tokens):
        before = tokens[at - 1 - (tokens[at - 1] == "the")] if at > 1 else tokens[0] if at else ""
        if token.isdigit() or at < after:
            continue
        state, length = state_at(tokens, at, shipped()) if token[0].isupper() else ("", 0)
        if state:
            after = at + length
            where = before in _WHERE or bool(lang == "kk" and _LOCATED.search(tokens[after - 1]))
            where = where or (lang == "en" and _is_host(tokens, at, after))
            words.append(Word(frozenset({STATE + state}), bare(token, lang), "light", token, where))
            continue
        located = bool(lang == "kk" and _LOCATED.search(token))  # but кәсіподағы is a trade union, not in one
        located = located and ((said := meaning(token, lang)) is None or said.weight != "kind")
        place = before in _WHERE or located
        called_otherwise = (said := meaning(token, lang)) is not None and said.weight == "proper"
        if not called_otherwise and (its_town := town(token, lang)):
            words.append(Word(NONE, bare(its_town, "ru"), "proper", token, place))
            continue
        for part in _parts(token, lang):
            found = meaning(part, lang) if not _BRAND.search(part) else None
            found = _in_kazakh(part) if found is None and part in quoted else found
            if found is None and "-" in token and (state := state_at([part.capitalize()], 0, shipped())[0]):
                words.append(Word(frozenset({STATE + state}), bare(part, lang), "light", part, place))
            elif found is None and len(part) > 1:
                words.append(Word(frozenset(), bare(part, lang), "proper", part, place))
            elif found is not None and found.weight != "none":
                in_it = place and found.weight == "proper"  # academies in Asia are Asian ones
                words.append(Word(found.ids, bare(part, lang), found.weight, part, in_it))
    numbers = tuple(token for token in tokens if token.isdigit())
    return BodyName(tuple(words), numbers, bool(_ACRONYM.match(label.strip())), bool(_QUOTED.search(label)))


def _is_host(tokens: list[str], at: int, behind: int) -> bool:
    """Tell whether the state before a word is where an office is: Kazakhstan Mission of a bank, UNDP Kazakhstan Office.

    It is where somebody else is named before or behind it, whose office it is.
    """
    if behind >= len(tokens) or not (at or "of" in tokens[behind:]):
        return False
    said = meaning(tokens[behind], "en")
    return said is not None and bool(said.ids & _LOCAL) and not any(where in tokens for where in _WHERE)


def _quoted_words(label: str) -> frozenset[str]:
    """Return the words of a name that stand in quotes, where Russian leaves Kazakh names as they are: «Жас маман»."""
    return frozenset(word for quoted in _QUOTED.findall(label) for word in _WORD.findall(quoted))


def _in_kazakh(word: str) -> Meaning | None:
    """Return what a word that Russian does not know means in Kazakh, if it tells which body is meant."""
    found = meaning(word, "kk")
    return found if found is not None and found.weight in ("heavy", "proper") else None


def _tokens(label: str) -> list[str]:
    tokens = _WORD.findall(_INITIAL.sub(" ", _EXPLAINED.sub("", label)).replace("№", " "))
    return [part for token in tokens for part in (_with_numbers(token) if _DIGIT.search(token) else (token,))]


def _with_numbers(token: str) -> Iterable[str]:
    """Return the number that a token is or has behind a hyphen, and the word: 28-інші, 28th, ГРЭС-1, 2024-2030."""
    if ordinal := _ORDINAL.fullmatch(token):
        return (ordinal[1],)
    first, hyphen, last = token.rpartition("-")
    return (first, last) if hyphen and (first.isdigit() or last.isdigit()) else (token,)


def _parts(token: str, lang: str) -> Iterable[str]:
    """Return the words that a token stands for: itself, the parts of a hyphened word, those of a compound."""
    if _BRAND.search(token):
        return [token]
    if together := parts(token, lang):
        return together
    if meaning(token, lang) is not None:
        return [token]
    return re.split("[- ]", token)


def _spelled_out(tokens: list[str], lang: str, wholly: bool) -> list[str]:
    """Put the words of an international body's name for its letters in a longer name: Бюро МОТ, the ILO Office.

    Letters lose their Kazakh ending in any case: ЮНЕСКО-ның.
    """
    if len(tokens) < 2:
        return [*(clipped(tokens[0], lang) or tokens)] if tokens else tokens
    bare = [t.partition("-")[0] if lang == "kk" and _INFLECTED.match(t) else t for t in tokens]
    return [word for token in bare for word in _words_of_letters(token, lang)] if wholly else bare


def _in_phrases(tokens: list[str], lang: str) -> list[str]:
    """Put words that mean something together into one token: trade union, country office."""
    found: list[str] = []
    for token in tokens:
        found.append(token)
        for length in (3, 2) if may_end_phrase(token, lang) else ():
            phrase = " ".join(found[-length:])
            if len(found) >= length and meaning(phrase, lang) is not None:
                found[-length:] = [phrase]
                break
    return found


@lru_cache(maxsize=16_384)
def _words_of_letters(token: str, lang: str) -> tuple[str, ...]:
    if words := abbreviated(token, lang):
        return words
    if not token.isupper() or not _ACRONYM.match(token):
        return (token,)
    rows = [row for row in shipped().find(token, None, "Organization") if not row.state]
    full = next((name.text for row in rows for name in row.names if name.lang == lang), "") if len(rows) == 1 else ""
    return tuple(_WORD.findall(full)) or (token,)


@lru_cache(maxsize=262_144)
def name_score(one: str, one_lang: str, other: str, other_lang: str) -> float:
    """Return from 0 to 1 how surely two names can be one body's; JOINS or more says that they are.

    1 the same letters, 0.9 the same meaning and sound, 0.75 an acronym and the words it is made of, 0.5 a name and a
    shorter one that lacks a word.
    """
    if fold(one) == fold(other):
        return 1.0
    mine, theirs = body_name(one, one_lang), body_name(other, other_lang)
    if mine.acronym or theirs.acronym:
        return _acronym_score(one, one_lang, other, other_lang)
    if mine.numbers != theirs.numbers or _other_states(mine.states, theirs.states):
        return 0.0
    if _other_states(mine.hosts, theirs.hosts):
        return 0.0
    if mine.hosts != theirs.hosts and all(any(w.ids & _SENT for w in n.words) for n in (mine, theirs)):
        return 0.5  # a state's embassy, and its embassy in another; an organisation's office, and its one in a state
    if mine.states != theirs.states and max(len(mine.states), len(theirs.states)) > 1:
        return 0.5  # the Kazakh-Turkish Business Council, and the Business Council
    score = words_score(mine, theirs)
    for spelled_out, phrases in ((False, True), (True, False)) if not _other_terms(mine, theirs) else ():
        ways = (body_name(one, one_lang, spelled_out, phrases), body_name(other, other_lang, spelled_out, phrases))
        if score < _SURE and ways != (mine, theirs):
            score = max(score, words_score(*ways))
    return score


def _other_terms(mine: BodyName, theirs: BodyName) -> bool:
    """Tell whether both names have a term of several words that the other has not: what its words mean says little.

    Rhythmic gymnastics is no artistic gymnastics, whatever художественная is.
    """
    terms = [[w for w in name.words if " " in w.text and w.ids and not w.state] for name in (mine, theirs)]
    if not all(terms):
        return False
    _, left, right = answering(mine.words, theirs.words)
    return any(w in terms[0] for w in left) and any(w in terms[1] for w in right)


def words_score(mine: BodyName, theirs: BodyName) -> float:
    """Return how surely two names of words, whose states and numbers agree, can be one body's."""
    local = all(any(word.ids & _LOCAL for word in name.words) for name in (mine, theirs))
    matched, left, right = answering(mine.words, theirs.words, local)
    together = grown_together(left, right) or grown_together(right, left)
    if together:
        matched = [*matched, *together]
        left, right = ([word for word in some if word not in together] for some in (left, right))
    obvious = _obvious((*mine.words, *theirs.words)) if _is_in_a_place(matched) else NONE
    obvious |= _YEARS if mine.numbers else NONE
    meant = [id_ for word in matched if word.weight == "heavy" for id_ in word.ids]
    told = frozenset(part for id_ in meant for part in _with_parts(id_))
    if any(word.ids & _OF_MEMBERS for word in matched) and any(w.weight not in ("kind", "light") for w in matched):
        obvious |= _MEMBERS
    left, right = (
        [w for w in some if w.weight != "light" and not w.ids & (obvious | (told if w.weight == "heavy" else NONE))]
        for some in (left, right)
    )
    score = _score(matched, left, right)
    return min(score, 0.5) if mine.generic != theirs.generic else score  # Supreme Court and that of one state


@lru_cache(maxsize=8_192)
def _with_parts(id_: str) -> tuple[str, ...]:
    """Return a meaning and those that it is made of: a rare disease is a disease, whether that is said twice or not."""
    return (id_, *id_.split("-"))


def _is_in_a_place(words: Iterable[Word]) -> bool:
    """Tell whether words name something and a place, not the place alone: Department for Mangystau, not Mangystau."""
    told = [word for word in words if word.weight != "light" and not word.ids & _SAID_OF_PLACES]
    return any(word.weight == "proper" for word in told) and any(word.weight != "proper" for word in told)


def _obvious(words: tuple[Word, ...]) -> frozenset[str]:
    """Return what need not be said beside the name of a place: that it is a city, or a region if no city is called so.

    Акимат города Астана is the Akimat of Astana, Департамент по Мангистауской области the Department for Mangystau;
    Almaty and the Almaty Region are two.
    """
    places = [word.text for word in words if word.weight == "proper"]
    regions = any(shipped().find(f"{place} {noun}") for place in places for noun in _REGION)
    cities = any(shipped().find(place, None, "Place") for place in places)
    return _RIVERS | (_SAID_OF_PLACES if regions and not cities else {"city"})


def same_words(mine: BodyName, theirs: BodyName) -> bool:
    """Tell whether two names in one language have the same words, but for states, endings and true synonyms."""
    left = [word for word in theirs.words if not word.state]
    for word in (word for word in mine.words if not word.state):
        same = next((w for w in left if w.ids == word.ids and (w.ids or one_stem(word, w))), None)
        same = same or next((w for w in left if one_stem(replace(word, ids=NONE), replace(w, ids=NONE))), None)
        if same is not None:
            left.remove(same)
        elif word.weight != "light":
            return False
    return all(word.weight == "light" for word in left)


def owned_by_state(name: BodyName, lang: str) -> bool:
    """Tell whether a name's state is the owner, outside of the rest: Қазақстанның …, … Республики Казахстан.

    In Казахский институт and South Kazakhstan University it is a part of the name.
    """
    at = [place for place, word in enumerate(name.words) if word.state]
    edge = 0 if lang == "kk" else len(name.words) - 1
    return at == [edge] and meaning(name.words[edge].text, lang) is None


def _other_states(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and mine != theirs


def _score(matched: list[Word], left: list[Word], right: list[Word]) -> float:
    telling = [word for word in matched if word.weight != "light"]
    if not telling:
        return 0.0
    if not left and not right:
        return 0.9
    if left and right:
        return 0.2 if any(word.ids for word in telling) else 0.1
    return 0.5


def _acronym_score(one: str, one_lang: str, other: str, other_lang: str) -> float:
    short, short_lang, whole, lang = (
        (one, one_lang, other, other_lang) if body_name(one, one_lang).acronym else (other, other_lang, one, one_lang)
    )
    if body_name(whole, lang).acronym:
        same = loose(short) == loose(whole) or fold(whole) == fold(other_alphabet(short) or "")
        return 0.8 if same and len(short) > 2 else 0.0
    if short_lang != lang:
        return 0.0
    letters = [letter for letter in fold(short) if letter.isalpha()]
    tokens = _WORD.findall(fold(whole).replace("-", " "))
    telling = [t for t in tokens if (found := meaning(t, lang)) is None or found.weight != "none"]
    return 0.75 if len(letters) > 1 and letters in ([t[0] for t in tokens], [t[0] for t in telling]) else 0.0
