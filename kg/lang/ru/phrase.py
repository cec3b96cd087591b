"""The Russian sentence while its phrases are being found: word forms, noun groups, and who has which token."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import Entry
from kg.lang.ru.known import Known
from kg.lang.ru.morphology import ADJECTIVES, CASES, Form, analyse, forms, inflected, lemma_of
from kg.lang.ru.names import name_like
from kg.lang.ru.prepositions import COMPOUND, GOVERNED
from kg.lang.syntax import Chunk
from kg.lang.tokens import Token, is_acronym

_NONE: frozenset[str] = frozenset()
_ANY = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_RARE = 0.25  # главой may be of an adjective главый, but hardly ever is
_DECLINED = re.compile(r"^([А-ЯЁ]{2,})(а|у|ом|е)$")  # МИДа, ВУЗом
_OF_ENDING = {"а": ("Gen",), "у": ("Dat",), "ом": ("Ins",), "е": ("Loc",)}
_QUANTIFIERS = frozenset({"весь", "оба", "сам", "один", "его", "её", "их", "свой"})
_COMPOUNDED = frozenset({"компания", "фирма"})  # компания-производитель
_NEVER_ADJECTIVES = frozenset({"который", "чей", "весь", "сам", "один"})


@dataclass(slots=True, eq=False)
class Group:
    """A noun with the adjectives before it that agree; ``cases`` are those that all of them can be in."""

    first: int
    last: int
    head: int
    lemma: str
    cases: tuple[str, ...]
    number: str = "Sing"
    gender: str = ""
    animate: bool = False
    kind: str = "noun"  # noun, acronym, quote, pronoun
    numbers: frozenset[str] = frozenset({"Sing"})

    @property
    def certain_number(self) -> str:
        """The number, "" when the form may be either (стороны)."""
        return self.number if len(self.numbers) == 1 else ""


@dataclass(slots=True)
class Grammar:
    """What agreement leaves of a chunk's cases, and its number and gender ("" when they can't be told)."""

    cases: tuple[str, ...]
    number: str = "Sing"
    gender: str = ""
    animate: bool = False
    begin: int = -1  # where the words that agree with it begin, if before the chunk


@lru_cache(maxsize=65_536)
def nouns_of(word: str) -> tuple[Form, ...]:
    """Return the readings of a word as a noun."""
    return tuple(f for f in forms(word) if f.pos == "NOUN" and f.case)


@lru_cache(maxsize=65_536)
def adjectives_of(word: str) -> tuple[Form, ...]:
    """Return the readings of a word as an adjective or participle that stands before its noun."""
    found = tuple(
        f for f in forms(word) if f.pos in ADJECTIVES and f.case and f.lemma not in _NEVER_ADJECTIVES and not f.fixed
    )
    weight = sum(f.score for f in found)
    rivals = sum(f.score for f in nouns_of(word) if f.known)
    return found if weight >= _RARE * rivals else ()


@lru_cache(maxsize=65_536)
def _lemmas_of(word: str) -> frozenset[str]:
    return frozenset(f.lemma for f in forms(word))


@lru_cache(maxsize=65_536)
def _may_be_name(word: str) -> bool:
    return word[0].isupper() and not is_acronym(word) and name_like(word)


class Phrase:
    """A sentence's tokens with their forms, and the chunks found so far; a token belongs to one chunk at most."""

    def __init__(self, text: str, tokens: list[Token], pairs: dict[int, int], known: Known) -> None:
        self.text = text
        self.tokens = tokens
        self.pairs = pairs
        self.opens = {close: start for start, close in pairs.items()}
        self.known = known
        self.cues = known.cues
        self.lowers = [token.text.lower() for token in tokens]
        self.forms: list[tuple[Form, ...]] = [forms(t.text) if t.kind == "word" else () for t in tokens]
        self._lemmas = [_lemmas_of(t.text) if t.kind == "word" else frozenset() for t in tokens]
        self.name_like = [t.kind == "word" and _may_be_name(t.text) for t in tokens]
        self.taken: list[Chunk | None] = [None] * len(tokens)
        self.chunks: list[Chunk] = []
        self.grammar: dict[Chunk, Grammar] = {}
        self.ends: dict[Chunk, int] = {}
        self.begins: dict[int, Chunk] = {}
        self.groups: dict[int, Group] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def readings(self) -> list[tuple[object, ...]]:
        """Return the readings of every token."""
        return [analyse(t.text) if t.kind == "word" else () for t in self.tokens]

    def lower(self, at: int) -> str:
        """Return a token's text in small letters, "" outside the sentence."""
        return self.lowers[at] if 0 <= at < len(self.tokens) else ""

    def lemmas(self, at: int) -> frozenset[str]:
        """Return the dictionary forms that a token may have."""
        return self._lemmas[at] if 0 <= at < len(self._lemmas) else _NONE

    def capital(self, at: int) -> bool:
        """Tell whether a word has a capital that is not merely that of a sentence's first word."""
        return self.tokens[at].capital and not self.opening(at)

    def opening(self, at: int) -> bool:
        """Tell whether a token is the first word of a sentence or of a quoted one."""
        if at == 0:
            return True
        if self.tokens[at - 1].kind == "quote" or self.tokens[at - 1].text in ":":
            return all(t.kind != "word" for t in self.tokens[:at]) or self.tokens[at - 1].text == ":"
        return all(t.kind != "word" for t in self.tokens[:at])

    def words(self, first: int, last: int) -> str:
        """Return the text from one token to another."""
        return self.text[self.tokens[first].start : self.tokens[last].end] if first <= last else ""

    def free(self, first: int, last: int) -> bool:
        """Tell whether no chunk has taken any of the tokens."""
        return all(self.taken[i] is None for i in range(first, last + 1))

    def take(self, chunk: Chunk, grammar: Grammar, end: int | None = None) -> Chunk:
        """Give the chunk its tokens and keep it; a smaller chunk inside it becomes part of its name."""
        for i in range(chunk.first, chunk.last + 1):
            old = self.taken[i]
            if old is not None and old is not chunk and chunk.first <= old.first and old.last <= chunk.last:
                old.flags.add("absorbed")
            self.taken[i] = chunk
        self.chunks.append(chunk)
        self.grammar[chunk] = grammar
        self.ends[chunk] = chunk.last if end is None else end
        if 0 <= grammar.begin < chunk.first:
            self.begins[grammar.begin] = chunk
        return chunk

    def drop(self, chunk: Chunk) -> None:
        """Forget a chunk."""
        chunk.flags.add("absorbed")
        for i in range(len(self.taken)):
            if self.taken[i] is chunk:
                self.taken[i] = None

    def chunk(self, kind: str, first: int, last: int, *, label: str, lemma: str, rule: str) -> Chunk:
        """Make a chunk of the tokens; it is not taken yet."""
        return Chunk(kind, first, last, self.tokens[first].start, self.tokens[last].end, label, lemma, rule)

    def known_as(self, name: str, *kinds: str) -> Entry | None:
        """Return the one gazetteer row that bears a name, if there is exactly one of the kinds."""
        return self.known.row(name, kinds)

    def starting(self, at: int) -> Chunk | Group | None:
        """Return what begins at a token: the outermost chunk, else the noun group."""
        if not 0 <= at < len(self.tokens):
            return None
        chunk = self.taken[at]
        if chunk is not None:
            return chunk if chunk.first == at else None
        later = self.begins.get(at)
        if later is not None and "absorbed" not in later.flags and self.taken[later.first] is later:
            return later
        return self.groups.get(at)

    def begin_of(self, chunk: Chunk) -> int:
        """Return the first token of a chunk's whole phrase: its modifiers, the posts before a name."""
        own = self.grammar[chunk].begin
        starts = [chunk.first, *([own] if own >= 0 else [])]
        starts += [self.begin_of(post) for post in chunk.posts if post.first < chunk.first]
        first = min(starts)
        if chunk.kind == "Person" and not chunk.posts and (noun := self._apposition(first, self.grammar[chunk].cases)):
            return noun.first
        return first

    def apposition(self, chunk: Chunk) -> Group | None:
        """Return the noun before a name that says who it is."""
        if chunk.kind != "Person" or chunk.posts:
            return None
        return self._apposition(chunk.first, self.grammar[chunk].cases)

    def _apposition(self, first: int, cases: tuple[str, ...]) -> Group | None:
        """своего коллегу Николя Саркози: the noun before a name that says who it is, in the same case."""
        for begin in range(first - 1, max(first - 4, -1), -1):
            group = self.groups.get(begin)
            if group is not None:
                fits = (
                    group.last == first - 1
                    and group.animate
                    and group.kind == "noun"
                    and self.taken[group.head] is None
                )
                return group if fits and set(group.cases) & set(cases) - {"Gen"} else None
        return None

    def cases_of(self, thing: Chunk | Group) -> tuple[str, ...]:
        """Return the cases that a chunk or group can be in."""
        return thing.cases if isinstance(thing, Group) else self.grammar[thing].cases

    def end_of(self, thing: Chunk | Group) -> int:
        """Return the last token of a chunk's whole phrase, owners included."""
        return thing.last if isinstance(thing, Group) else self.ends[thing]

    # -- noun groups -------------------------------------------------------------------------------------------

    def find_groups(self) -> None:
        """Find the noun groups of the tokens that no chunk has taken yet."""
        at = 0
        while at < len(self.tokens):
            group = self._group_at(at) if self.taken[at] is None and at not in self.groups else None
            if group is None:
                at += 1
                continue
            self.groups[group.first] = group
            at = group.last + 1

    def _group_at(self, at: int) -> Group | None:
        if self.tokens[at].kind != "word":
            return None
        modifiers: list[int] = []
        i = at
        while i < len(self.tokens) and self.taken[i] is None:
            if self._modifies(i, modifiers):
                modifiers.append(i)
                i += 1
            elif modifiers and self.lowers[i] in ("и", ",") and self._joined_adjectives(modifiers[-1], i + 1):
                i += 1
            elif modifiers and self._degree(i):
                i += 1  # французский крайне правый фронт
            else:
                break
        if i < len(self.tokens) and self.taken[i] is None and (group := self._headed(modifiers, i)):
            return group
        # заведующий кафедрой: the adjective itself is the noun
        for j in range(len(modifiers) - 1, -1, -1):
            if nouns_of(self.tokens[modifiers[j]].text):
                return self._headed(modifiers[:j], modifiers[j])
        return None

    def _modifies(self, at: int, before: list[int]) -> bool:
        token = self.tokens[at]
        if token.kind != "word" or token.acronym or not adjectives_of(token.text):
            return False
        if not nouns_of(token.text):
            return True
        # рабочий, заведующий, Российский: an adjective when what follows agrees with it
        if at + 1 >= len(self.tokens) or self.tokens[at + 1].kind != "word":
            return False
        own = {(f.case, f.number, f.gender) for f in adjectives_of(token.text)}
        following = self.tokens[at + 1].text
        others = (*nouns_of(following), *adjectives_of(following))
        return any(
            (f.case, f.number, f.gender) in own or (f.number == "Plur" and (f.case, "Plur", "") in own) for f in others
        )

    def _degree(self, at: int) -> bool:
        """Tell whether a word is an adverb before an adjective."""
        top = self.forms[at][0] if self.forms[at] else None
        adverb = top is not None and top.pos == "ADVB"
        return adverb and at + 1 < len(self.tokens) and self.taken[at + 1] is None and self._modifies(at + 1, [])

    def _joined_adjectives(self, one: int, two: int) -> bool:
        if two >= len(self.tokens) or self.tokens[two].kind != "word" or self.taken[two] is not None:
            return False
        a = {(f.case, f.number) for f in adjectives_of(self.tokens[one].text)}
        b = {(f.case, f.number) for f in adjectives_of(self.tokens[two].text)}
        return bool(a & b) and not nouns_of(self.tokens[two].text)

    def _headed(self, modifiers: list[int], head: int) -> Group | None:
        token = self.tokens[head]
        if token.kind != "word":
            return None
        if token.acronym and not self._declined_acronym(head):
            return self._acronym_group(modifiers, head, token.text, _ANY)
        if (declined := _DECLINED.match(token.text)) and len(declined[1]) < 7:
            return self._acronym_group(modifiers, head, declined[1], _OF_ENDING[declined[2]])
        return self._noun_group(modifiers, head)

    def _declined_acronym(self, head: int) -> bool:
        return self.tokens[head].text.lower() in self.cues.organizations and not self.tokens[head].text.isupper()

    def _acronym_group(self, modifiers: list[int], head: int, name: str, cases: tuple[str, ...]) -> Group:
        number = "Sing"
        for m in modifiers:
            cases = tuple(c for c in cases if any(f.case == c for f in adjectives_of(self.tokens[m].text))) or cases
        first = modifiers[0] if modifiers else head
        return Group(first, head, head, name, cases, number, kind="acronym")

    def _noun_group(self, modifiers: list[int], head: int) -> Group | None:
        options = nouns_of(self.tokens[head].text)
        if not options:
            return self._pronoun(head) if not modifiers else None
        while True:
            fits = [f for f in options if all(_agrees(f, self.tokens[m].text) for m in modifiers)]
            if fits:
                break
            modifiers = modifiers[1:]
        if self._rather_another(head, modifiers, options):
            return None
        best = fits[0]
        for f in fits:
            if f.lemma in self.cues.roles or f.lemma in self.cues.organizations or f.lemma in self.cues.events:
                best = f
                break
        same = [f for f in fits if f.lemma == best.lemma] or fits
        numbers = frozenset(f.number for f in same)
        cases = tuple(dict.fromkeys(f.case for f in same))
        number = same[0].number if len(numbers) > 1 else best.number
        first = modifiers[0] if modifiers else head
        return Group(first, head, head, best.lemma, cases, number, best.gender, best.animate, "noun", numbers)

    def _pronoun(self, head: int) -> Group | None:
        fits = [f for f in self.forms[head] if f.pos == "NPRO" and f.case]
        if not fits:
            return None
        cases = tuple(dict.fromkeys(f.case for f in fits))
        return Group(head, head, head, fits[0].lemma, cases, fits[0].number or "Sing", fits[0].gender, True, "pronoun")

    def _rather_another(self, head: int, modifiers: list[int], options: tuple[Form, ...]) -> bool:
        """Tell whether a word that may be a noun is rather a verb, an adverb or a small word here."""
        top = self.forms[head][0]
        if top.pos in ("PREP", "CONJ", "PRCL", "INTJ") and not modifiers:
            return True
        return top.pos in ("VERB", "ADVB", "INFN", "GRND", "PRTS", "PRED") and not modifiers and top.score > 0.6

    def nominative(self, group: Group, begin: int | None = None) -> str:
        """Return a group in the nominative (singular or plural as it stands), from a token of it on."""
        begin = group.first if begin is None else begin
        parts = []
        for i in range(begin, group.last + 1):
            token = self.tokens[i]
            space = self.text[self.tokens[i - 1].end : token.start] if i > begin else ""
            parts.append(space + self._nominative_word(group, i))
        return "".join(parts)

    def _nominative_word(self, group: Group, at: int) -> str:
        token = self.tokens[at]
        if token.kind != "word" or (group.kind == "acronym" and at == group.head):
            return token.text
        if at == group.head:
            form = next((f for f in nouns_of(token.text) if f.lemma == group.lemma and f.number == group.number), None)
            if form is None or form.fixed or form.case == "Nom":
                return token.text
            return inflected(token.text, form.lemma, "NOUN", "Nom", group.number)
        if self.lowers[at] in ("и", ","):
            return token.text
        if self.forms[at] and self.forms[at][0].pos == "ADVB":
            return token.text
        form = next((f for f in adjectives_of(token.text) if f.number == group.number and f.case in group.cases), None)
        if form is None:
            return token.text
        return inflected(token.text, form.lemma, form.pos, "Nom", group.number, group.gender)

    # -- prepositions ------------------------------------------------------------------------------------------

    def preposition(self, first: int) -> tuple[str, int]:
        """Return the preposition right before a token (several words count as one) and where it begins."""
        while first > 0 and self.forms[first - 1] and self._quantifies(first - 1):
            first -= 1
        for length in (4, 3, 2):
            begin = first - length
            if begin >= 0:
                words = " ".join(self.lowers[begin:first])
                if words in COMPOUND:
                    return words, begin
        word = self.lower(first - 1)
        return (word, first - 1) if word in GOVERNED else ("", first)

    def _quantifies(self, at: int) -> bool:
        """обеих, двумя, всех: words that stand between a preposition and the noun that it governs."""
        return self.forms[at][0].pos == "NUMR" or bool(self.lemmas(at) & _QUANTIFIERS)

    def head(self, group: Group, table: Mapping[str, object]) -> str:
        """Return the word of a table that a group's head is, with a modifier of it first (круглый стол), else ""."""
        if group.head > group.first and group.kind == "noun":
            at = group.head - 1
            form = next(iter(adjectives_of(self.tokens[at].text)), None)
            if form is not None:
                own = inflected(self.lowers[at], form.lemma, form.pos, "Nom", "Sing", group.gender or "Masc")
                if f"{own} {group.lemma}" in table:
                    return f"{own} {group.lemma}"
        if group.lemma in table:
            return group.lemma
        first, _, tail = group.lemma.rpartition("-")
        if first and tail in table and tail not in ("центр", "дом"):
            return tail
        return first if first in table and first in _COMPOUNDED else ""


def _agrees(noun: Form, word: str) -> bool:
    return any(
        form.case == noun.case
        and form.number == noun.number
        and (noun.number == "Plur" or form.gender == noun.gender or not noun.gender)
        for form in adjectives_of(word)
    )


__all__ = ["CASES", "Grammar", "Group", "Known", "Phrase", "adjectives_of", "nouns_of"]


def head_of(name: str) -> str:
    """Return the dictionary form of the noun that a body's name is built on: the first one of it."""
    for word in name.replace("«", " ").replace("»", " ").split(" "):
        if word and nouns_of(word) and not (adjectives_of(word) and word[-2:] in ("ый", "ий", "ая", "ое", "ой")):
            return lemma_of(word)
    return lemma_of(name.split(" ", maxsplit=1)[0])
