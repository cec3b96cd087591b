"""Organisations in Russian text: a head noun with what agrees before it and depends on it behind, or an abbreviation.

The head stands first (Центральная избирательная комиссия Республики Казахстан): adjectives with capitals before it,
behind it a quoted name, genitives and по-phrases that belong to the name, last the state or larger body that owns it.
"""

from __future__ import annotations

from kg.lang.ru.phrase import Grammar, Group, Phrase, adjectives_of, demonyms, nouns_of
from kg.lang.syntax import Chunk

_ALL = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
# Heads of names that go on with по: Бюро по демократическим институтам.
_ABOUT = frozenset(
    {"комиссия", "комитет", "бюро", "управление", "департамент", "агентство", "центр", "совет", "фонд", "служба"}
    | {"отдел", "министерство", "инспекция", "миссия", "ассоциация", "отделение", "суд", "группа", "конференция"}
    | {"организация"}
)
_FOR = frozenset({"движение", "фронт", "союз", "партия", "объединение", "комитет", "альянс"})
_ABROAD = frozenset(
    {"представительство", "посольство", "консульство", "офис", "филиал", "миссия", "бюро", "центр", "генконсульство"}
)
_OWNERS = ("Country", "Place", "Organization")


def find_organization(phrase: Phrase, group: Group) -> bool:
    """Take the organisation whose head noun or abbreviation a group is."""
    if group.kind == "acronym" and phrase.tokens[group.head].text not in phrase.cues.organizations:
        return _by_acronym(phrase, group)
    lemma = phrase.head(group, phrase.cues.organizations) or _legal_form(phrase, group)
    if not lemma:
        return False
    chunk = _by_head(phrase, group, lemma)
    if chunk is not None and chunk.plural and not chunk.proper and chunk.owner is not None:
        _one_for_each_owner(phrase, chunk)
    return chunk is not None


def _one_for_each_owner(phrase: Phrase, chunk: Chunk) -> None:
    """парламенты Азербайджана, Казахстана и Турции: each state's own."""
    owners = [chunk.owner] if chunk.owner is not None else []
    while owners and phrase.lower(phrase.ends[owners[-1]] + 1) in (",", "и"):
        nxt = phrase.starting(phrase.ends[owners[-1]] + 2)
        if not isinstance(nxt, Chunk) or nxt.kind != owners[0].kind or "Gen" not in phrase.grammar[nxt].cases:
            break
        owners.append(nxt)
    if len(owners) < 2 or owners[0].kind not in ("Country", "Place"):
        return
    from kg.lang.ru.morphology import inflected

    single = inflected(chunk.lemma, chunk.lemma, "NOUN", "Nom", "Sing")
    chunk.label, chunk.plural, chunk.proper = single[:1].upper() + single[1:], False, True
    chunk.flags.add("named-by-owner")
    old = phrase.grammar[chunk]
    for owner in owners[1:]:
        other = phrase.chunk(
            "Organization", owner.first, owner.last, label=chunk.label, lemma=chunk.lemma, rule=chunk.rule
        )
        other.kind_of, other.owner = chunk.kind_of, owner
        other.flags.add("named-by-owner")
        phrase.chunks.append(other)
        phrase.grammar[other] = Grammar(old.cases, "Plur", old.gender)
        phrase.ends[other] = owner.last
        for i in range(owner.first, owner.last + 1):
            phrase.taken[i] = other


def _legal_form(phrase: Phrase, group: Group) -> str:
    text = phrase.tokens[group.head].text
    return text if text in phrase.cues.organizations else ""


def _by_head(phrase: Phrase, group: Group, lemma: str) -> Chunk | None:
    flag = phrase.cues.organizations[lemma]
    if flag == "weak" and _behind_post(phrase, group):
        flag = ""  # депутат муниципального собрания: what has a post is a body
    begin = _begin(phrase, group)
    name = _Name(phrase, group, begin)
    name.read()
    capital = phrase.tokens[begin].capital and (not phrase.opening(begin) or begin < group.head or name.extended)
    entry = name.known()
    named_by_owner = name.owner is not None and name.owner.proper and flag != "weak" and group.number == "Sing"
    proper = _is_proper(group, name, capital, flag, bool(entry))
    lone = begin == group.head and not name.quoted and not name.extended
    if flag == "weak" and not proper:
        return None
    if lone and not entry and flag == "weak":
        if not phrase.capital(group.head) or group.number == "Plur":
            return None
        proper = False  # заседание Совета: the capital says that a body is meant, one named elsewhere
    label = name.label()
    chunk = phrase.chunk("Organization", begin, name.last, label=label, lemma=lemma, rule="organization.head-noun")
    chunk.kind_of, chunk.plural = flag, group.number == "Plur"
    chunk.proper = proper or (named_by_owner and not chunk.plural)
    chunk.known = entry
    chunk.names = list(name.names)
    if name.owner is not None:
        chunk.owner = name.owner
        if not proper:
            chunk.flags.add("named-by-owner")
    if flag == "part" and not chunk.proper and not chunk.plural and (name.extended or group.first < group.head):
        # управление предпринимательства: a part of a body with words of its own is a body, in small letters too
        chunk.proper, chunk.rule, chunk.confidence = True, "organization.part", 0.75
        chunk.first, chunk.start = group.first, phrase.tokens[group.first].start
        chunk.label = phrase.nominative(group) + label[len(phrase.nominative(group, begin)) :]
        chunk.label = chunk.label[:1].upper() + chunk.label[1:]
    if not chunk.proper:
        _describe(phrase, group, chunk, name)
    if name.quoted:
        chunk.rule = "organization.quoted"
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first), name.end)
    name_in_brackets(phrase, chunk)
    _demonym_owner(phrase, group, chunk)
    return chunk


def _is_proper(group: Group, name: _Name, capital: bool, flag: str, known: bool) -> bool:
    """Tell whether words are a name: known, in quotes, or with a capital and more than the bare noun."""
    if known or name.quoted:
        return True
    lone = name.begin == group.head and not name.extended and name.owner is None
    if lone:
        return capital and flag == "state"  # Сенат, Мажилис: a state has one of each
    return capital and group.number == "Sing"


def _describe(phrase: Phrase, group: Group, chunk: Chunk, name: _Name) -> None:
    """Make a common noun of a chunk, with the words that tell which it is: участковая комиссия, управление туризма."""
    chunk.rule = "organization.common-noun"
    telling = [i for i in range(group.first, group.head) if not phrase.lemmas(i) & phrase.cues.words["this"]]
    if telling:
        chunk.value = phrase.words(telling[0], group.head - 1)
    elif name.last > group.last:
        chunk.value = phrase.words(group.last + 1, name.last)
    if not (chunk.kind_of == "unit" and name.owner is None and chunk.value):
        chunk.label = phrase.nominative(group, group.head)


def _behind_post(phrase: Phrase, group: Group) -> bool:
    at = group.first - 1
    return (
        at >= 0
        and bool(phrase.lemmas(at) & phrase.cues.roles.keys())
        and "Gen" in group.cases
        and (group.first < group.head or phrase.tokens[group.head].capital)
    )


def _begin(phrase: Phrase, group: Group) -> int:
    """Return where the name begins: at the first capital of the group, at the head when there is none."""
    for i in range(group.first, group.head + 1):
        if phrase.tokens[i].capital and phrase.lower(i) not in demonyms_forms(phrase, i):
            if phrase.lemmas(i) & phrase.cues.words["this"]:
                continue
            return i
    return group.head


def demonyms_forms(phrase: Phrase, at: int) -> set[str]:
    """A sentence may begin with Казахстанская делегация: the capital makes no name of it."""
    if not phrase.opening(at):
        return set()
    return {phrase.lower(at)} if phrase.lemmas(at) & demonyms().keys() else set()


def _demonym_owner(phrase: Phrase, group: Group, chunk: Chunk) -> None:
    """казахстанский парламент: the adjective names the state that the body is of."""
    if chunk.owner is not None or chunk.kind_of not in ("state",) or chunk.plural:
        return
    owner = demonym_chunk(phrase, group, group.head)
    if owner is not None and owner.kind == "Country":
        chunk.owner = owner
        chunk.proper = True
        chunk.flags.add("named-by-owner")


def demonym_chunk(phrase: Phrase, group: Group, before: int) -> Chunk | None:
    """Return the state or city that an adjective of the group is made of."""
    for i in range(group.first, before):
        name = next((demonyms()[f.lemma] for f in adjectives_of(phrase.tokens[i].text) if f.lemma in demonyms()), "")
        if not name or phrase.taken[i] is not None:
            continue
        entry = phrase.known_as(name, "Country", "Place")
        chunk = phrase.chunk(entry.kind if entry else "Place", i, i, label=name, lemma=name.lower(), rule="demonym")
        chunk.known = entry.id if entry else None
        chunk.function, chunk.surface = "owner", _genitive(name)
        chunk.kind_of = "region" if chunk.kind == "Place" else ""
        return phrase.take(chunk, Grammar(("Gen",)))
    return None


def _genitive(name: str) -> str:
    from kg.lang.ru.morphology import inflected

    form = next((f for f in nouns_of(name) if f.case == "Nom"), None)
    return inflected(name, form.lemma, "NOUN", "Gen", form.number) if form and " " not in name else name


class _Name:
    """What follows an organisation's head noun and belongs to its name, and who owns it."""

    def __init__(self, phrase: Phrase, group: Group, begin: int) -> None:
        self.phrase, self.group, self.begin = phrase, group, begin
        self.last = self.end = group.last
        self.owner: Chunk | None = None
        self.quoted = False
        self.extended = False
        self.names: list[str] = []
        self.ends: list[int] = [group.last]

    def read(self) -> None:
        self._quote()
        chained = not self.quoted
        while chained and self.last - self.begin < 16:
            chained = self._genitive() or self._about() or self._coordinate()
        if self.owner is None and not self.quoted:
            self._quote()
        if self.quoted and self.owner is None:
            self._owner_behind()
        self._abroad()

    def _owner_behind(self) -> None:
        nxt = self.phrase.starting(self.end + 1)
        if (
            isinstance(nxt, Chunk)
            and nxt.kind in _OWNERS
            and nxt.proper
            and "Gen" in self.phrase.cases_of(nxt)
            and nxt.kind != "Organization"
        ):
            self._own(nxt)

    def _quote(self) -> None:
        """фонд «Даму», ТОО «Х», агентство Reuters."""
        phrase, at = self.phrase, self.last + 1
        if at >= len(phrase):
            return
        close = self._closing(at)
        if close is not None:
            name = phrase.words(at + 1, close - 1)
            self._named(close, name)
            self._absorb(at, close)
        elif (
            phrase.tokens[at].kind == "word"
            and phrase.taken[at] is None
            and phrase.tokens[at].text.isascii()
            and phrase.tokens[at].capital
        ):
            last = at
            while (
                last + 1 < len(phrase)
                and phrase.tokens[last + 1].kind == "word"
                and phrase.tokens[last + 1].text.isascii()
                and phrase.tokens[last + 1].capital
            ):
                last += 1
            self._named(last, phrase.words(at, last))

    def _closing(self, at: int) -> int | None:
        """Return where a quoted name ends; of «НК «КазМунайГаз» the two that open share one that closes."""
        phrase = self.phrase
        if phrase.tokens[at].kind != "quote":
            return None
        if at in phrase.pairs:
            return phrase.pairs[at] if phrase.pairs[at] - at < 14 else None
        inner = next((i for i in range(at + 1, min(at + 5, len(phrase))) if i in phrase.pairs), None)
        return phrase.pairs[inner] if inner is not None and phrase.tokens[inner].kind == "quote" else None

    def _absorb(self, first: int, last: int) -> None:
        for chunk in {id(c): c for c in self.phrase.taken[first : last + 1] if c is not None}.values():
            self.phrase.drop(chunk)

    def _named(self, last: int, name: str) -> None:
        self.last = self.end = last
        self.quoted = True
        self.names.append(name)
        self.phrase.known.quoted.setdefault(name, "Organization")

    def _genitive(self) -> bool:
        """Take a genitive right behind: part of the name, or the owner that ends it."""
        phrase = self.phrase
        nxt = phrase.starting(self.last + 1)
        if nxt is None or "Gen" not in phrase.cases_of(nxt):
            return False
        if isinstance(nxt, Group):
            if nxt.kind != "noun" or (len(nxt.cases) > 3 and not phrase.lemmas(nxt.head)):
                return False
            self._extend(nxt.last)
            return True
        if nxt.kind in _OWNERS and nxt.proper:
            self._own(nxt)
            return False
        if nxt.kind == "Organization" and nxt.owner is not None and nxt.owner.proper:
            self._own(nxt)
            return False
        if nxt.kind in ("Organization", "Place") and not nxt.proper:
            if nxt.kind_of in ("region",) or nxt.lemma in ("город",):
                self._own(nxt)
            elif self.phrase.tokens[self.begin].capital or nxt.plural:
                self._extend(nxt.last)
                self._absorb(nxt.first, nxt.last)
                return True
            else:
                self._own(nxt)
            return False
        if nxt.kind == "Role" and (
            nxt.plural
            or self.phrase.tokens[self.begin].capital
            or self.group.lemma in ("пресс-служба", "аппарат", "канцелярия", "администрация")
        ):
            owner = nxt.owner
            self._extend(nxt.last)
            self._absorb(nxt.first, nxt.last)
            if owner is not None:
                owner.inside = None
                self._own(owner)
                return False
            return True
        if (
            nxt.kind in ("Election", "Event", "Program", "Side", "Delegation", "Agreement")
            and self.phrase.tokens[self.begin].capital
        ):
            self._extend(nxt.last)
            self._absorb(nxt.first, nxt.last)
            return True
        return False

    def _own(self, owner: Chunk) -> None:
        self.owner = owner
        self.end = max(self.end, self.phrase.ends[owner])

    def _extend(self, last: int) -> None:
        self.last = self.end = last
        self.extended = True
        self.ends.append(last)

    def _about(self) -> bool:
        """Бюро по демократическим институтам: a по-phrase that belongs to the name."""
        phrase = self.phrase
        word = phrase.lower(self.last + 1)
        if self.owner is not None:
            return False
        if word in ("против", "за") and self.group.lemma in _FOR and phrase.tokens[self.begin].capital:
            return self._behind_preposition(self.last + 2, ("Gen",) if word == "против" else ("Acc",))
        if self.group.lemma not in _ABOUT or (self.extended and self.known()):
            return False
        if word == "по" and (self.phrase.tokens[self.begin].capital or self.group.lemma not in ("миссия", "группа")):
            return self._behind_preposition(self.last + 2, ("Dat",))
        if (
            word in ("в", "во")
            and self.extended
            and self.phrase.tokens[self.begin].capital
            and phrase.taken[self.last + 1] is None
        ):
            label = f"{self.label()} {phrase.words(self.last + 1, min(self.last + 2, len(phrase) - 1))}"
            if phrase.known_as(label, "Organization"):
                self._absorb(self.last + 2, self.last + 2)
                self._extend(self.last + 2)
                return True
        return False

    def _behind_preposition(self, at: int, cases: tuple[str, ...]) -> bool:
        nxt = self.phrase.starting(at)
        if nxt is None or not set(cases) & set(self.phrase.cases_of(nxt)):
            return False
        if isinstance(nxt, Chunk):
            if nxt.kind in _OWNERS and nxt.proper:
                return False
            self._absorb(nxt.first, nxt.last)
        self._extend(nxt.last)
        return True

    def _coordinate(self) -> bool:
        """Министерство культуры и спорта; труда, занятости и социальной защиты населения."""
        phrase, at = self.phrase, self.last + 1
        if not self.extended or self.owner is not None or phrase.lower(at) not in ("и", ","):
            return False
        nxt = phrase.starting(at + 1)
        if not isinstance(nxt, Group) or nxt.kind != "noun" or phrase.tokens[nxt.first].capital:
            return False
        previous = next((g for g in phrase.groups.values() if g.last == self.last), None)
        if previous is None or not set(previous.cases) & set(nxt.cases) - {"Nom"}:
            return False
        if phrase.lower(at) == "," and not self._ends_in_and(nxt.last + 1):
            return False
        if phrase.lower(at) == "и" and not phrase.tokens[self.begin].capital:
            return False
        self._extend(nxt.last)
        return True

    def _ends_in_and(self, at: int) -> bool:
        """Tell whether a list of lower-case genitives goes on to an and: труда, занятости и защиты."""
        phrase = self.phrase
        for _ in range(4):
            if phrase.lower(at) == "и":
                return True
            nxt = phrase.starting(at + 1) if phrase.lower(at) == "," else phrase.starting(at)
            if not isinstance(nxt, Group) or phrase.tokens[nxt.first].capital or "Gen" not in nxt.cases:
                return False
            at = nxt.last + 1
        return False

    def _abroad(self) -> None:
        """представительство ООН в Казахстане: where it works belongs to the phrase, not to the clause."""
        phrase = self.phrase
        if self.group.lemma not in _ABROAD or phrase.lower(self.end + 1) not in ("в", "во"):
            return
        nxt = phrase.taken[self.end + 2] if self.end + 2 < len(phrase) else None
        if nxt is not None and nxt.kind in ("Country", "Place") and "Loc" in phrase.grammar[nxt].cases:
            nxt.flags.add("of-phrase")
            self.end = phrase.ends[nxt]

    def label(self) -> str:
        """Return the name in the nominative."""
        own = self.phrase.nominative(self.group, self.begin)
        return own + self.phrase.text[self.phrase.tokens[self.group.last].end : self.phrase.tokens[self.last].end]

    def known(self) -> str | None:
        """Return the gazetteer row of the name, with its owner or without, the longest first."""
        phrase, group = self.phrase, self.group
        starts = dict.fromkeys((self.begin, *range(group.first, group.head + 1)))
        for begin in starts:
            own = phrase.nominative(group, begin)
            tail_from = phrase.tokens[group.last].end
            for last in dict.fromkeys((self.end, self.last)):
                label = own + phrase.text[tail_from : phrase.tokens[last].end]
                entry = phrase.known_as(label, "Organization") if " " in label or phrase.tokens[begin].capital else None
                if entry is not None and group.number != "Plur":
                    self.begin = min(self.begin, begin)
                    return entry.id
        return None


def name_in_brackets(phrase: Phrase, chunk: Chunk) -> None:
    """Take the abbreviation that stands in brackets behind a name: (A-WEB), (далее – ОТГ), (БДИПЧ/ОБСЕ)."""
    opening = phrase.ends[chunk] + 1
    if opening >= len(phrase) or phrase.tokens[opening].text != "(" or opening not in phrase.pairs:
        return
    close = phrase.pairs[opening]
    inside = [i for i in range(opening + 1, close) if phrase.tokens[i].kind == "word"]
    if not inside or close - opening > 7:
        return
    if phrase.lower(inside[0]) == "далее":
        inside = inside[1:]
    if not inside or not all(phrase.tokens[i].acronym or phrase.tokens[i].text.isascii() for i in inside):
        return
    acronym = phrase.tokens[inside[0]].text
    if acronym in phrase.cues.not_organizations or phrase.known_as(acronym, "Country"):
        return
    chunk.acronym = acronym
    chunk.proper = True
    phrase.known.acronyms.add(acronym)
    for i in range(opening, close + 1):
        if (old := phrase.taken[i]) is not None:
            phrase.drop(old)
        phrase.taken[i] = chunk
    phrase.ends[chunk] = close


def _by_acronym(phrase: Phrase, group: Group) -> bool:
    at = group.head
    name = group.lemma
    if name in phrase.cues.not_organizations or len(name) < 2 or name.upper() in phrase.cues.not_organizations:
        return False
    entry = phrase.known_as(name, "Organization")
    if entry is None and phrase.known_as(name, "Country"):
        return False
    chunk = phrase.chunk("Organization", at, at, label=name, lemma=name, rule="organization.acronym")
    chunk.acronym = name
    chunk.known = entry.id if entry else None
    chunk.confidence = 0.9 if entry or name in phrase.known.acronyms else 0.6
    if entry is None and name not in phrase.known.acronyms:
        chunk.flags.add("unexplained")
    following = at + 1
    if phrase.lower(following) in ("/", "-") and following + 1 < len(phrase):
        following += 1
    nxt = phrase.taken[following] if following < len(phrase) else None
    end = at
    if (
        nxt is not None
        and nxt.first == following
        and nxt.kind in ("Country", "Organization")
        and nxt.proper
        and "Gen" in phrase.grammar[nxt].cases
    ) and not (nxt.kind == "Organization" and nxt.label != nxt.acronym and phrase.tokens[following].kind != "word"):
        chunk.owner = nxt
        end = phrase.ends[nxt]
    if chunk.owner is None and entry is None and group.first < group.head:
        owner = demonym_chunk(phrase, group, at)
        chunk.owner = owner
    phrase.take(chunk, Grammar(group.cases, group.certain_number, group.gender, group.animate, group.first), end)
    return True


def find_quoted(phrase: Phrase) -> None:
    """Take names in quotes without a noun before them that the text or the gazetteer knows."""
    for start, close in sorted(phrase.pairs.items()):
        if phrase.tokens[start].kind != "quote" or close - start > 12 or close - start < 2:
            continue
        if phrase.taken[start] is not None:
            continue
        name = phrase.words(start + 1, close - 1)
        entry = phrase.known_as(name, "Program", "Organization")
        kind = entry.kind if entry else phrase.known.quoted.get(name)
        if kind is None:
            continue
        for i in range(start, close + 1):
            if (old := phrase.taken[i]) is not None:
                phrase.drop(old)
        chunk = phrase.chunk(kind, start, close, label=name, lemma=name, rule="quoted.known")
        chunk.known = entry.id if entry else None
        phrase.take(chunk, Grammar(_ALL))
