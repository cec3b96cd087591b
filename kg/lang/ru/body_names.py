"""What follows a Russian organisation's head noun: its quoted name, the genitives and по-phrases of it, its owner."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.ru.names_behind_bodies import (
    closing_quote,
    complete_under_another,
    double_given_name,
    end_without_quotes,
    firm_of_board,
    whoever_heads_it,
)
from kg.lang.ru.people import NEVER_DECLINES, named_here, namesake
from kg.lang.ru.phrase import Group, Phrase, adjectives_of, nouns_of
from kg.lang.ru.places import place_before_name
from kg.lang.ru.prepositions import COMPOUND
from kg.lang.syntax import Chunk

_WORDS = cues("ru").words
_NO_FIELD = COMPOUND.keys() - {"по вопросам", "по вопросу"}  # комитет Сената по итогам заседания
# Heads of names that go on with по: Бюро по демократическим институтам.
_ABOUT = _WORDS["named-by-field"]
# Heads that are named after what is taught or done there, one subject or two: кафедра истории и права.
_OF_SUBJECTS = _WORDS["named-by-subject"]
_FOR = _WORDS["named-by-cause"]
_ABROAD, _IN_REGIONS, _FOR_REGIONS = _WORDS["working-abroad"], _WORDS["in-regions"], _WORDS["for-regions"]
_WITH = _WORDS["done-with"]
_OVER = _WORDS["kept-over"]  # what is over something: за морем
_RULED = dict.fromkeys(("управление", "торговля", "обмен"), "Ins")
_RULED |= dict.fromkeys(("помощь", "содействие", "обучение"), "Dat")
# What people have who are named by it: пациенты с заболеваниями, дети с инвалидностью.
_HAD = _WORDS["people-have"]
_LONGEST = 24  # tokens of a name
_LEGAL_TAILS = _WORDS["legal-tail"]  # РГП на ПХВ «Казводхоз»
_OF_POSTS = _WORDS["offices-of-posts"]
_TITLES = _WORDS["titles-cut-short"]
_OWNERS = ("Organization", "Country", "Place")


class BodyName:
    """What follows an organisation's head noun and belongs to its name, and who owns it."""

    def __init__(self, phrase: Phrase, group: Group, begin: int) -> None:
        self.phrase, self.group, self.begin = phrase, group, begin
        self.last = self.end = group.last
        self.owner: Chunk | None = None
        self.quoted = self.numbered = False
        self.extended = False
        self.names: list[str] = []
        self.dropped: list[Chunk] = []
        self.ends: list[int] = [group.last]

    def read(self) -> None:
        """Read on behind the head noun as far as the name and its owner go."""
        if self.phrase.words(self.last + 1, min(self.last + 2, self.phrase.size - 1)).lower() in _LEGAL_TAILS:
            self.last = self.end = self.last + 2
        self._quote()
        self._number()
        chained = not self.quoted
        while chained and self.last - self.begin < 16:
            chained = (
                self._namesake()
                or self._genitive()
                or self._about()
                or self._coordinate()
                or self._against()
                or self._of_sport()
                or self._of_science()
            )
        if self.owner is None and not self.quoted:
            self._quote()
        if self.quoted and self.owner is None:
            self._owner_behind()
        self._goes_on_behind_owner()
        self._attached()
        self._abroad()
        self._of_territory()
        self._for_region()

    def _goes_on_behind_owner(self) -> None:
        """Комитет Сената по аграрным вопросам: what a body is for may stand behind the body that it is of."""
        owner, phrase = self.owner, self.phrase
        if owner is None or self.quoted or self.extended or self.group.lemma not in _ABOUT or owner.last != self.end:
            return
        of_post = bool(phrase.lemmas(self.group.first - 1) & phrase.cues.roles.keys())  # глава комитета Сената по …
        field = phrase.lower(self.end + 1) == "по" and f"по {phrase.lower(self.end + 2)}" not in _NO_FIELD
        if not field or not (phrase.tokens[self.begin].capital or of_post):
            return
        last = self.last
        self.last, self.owner = self.end, None
        if not self._behind_preposition(self.end + 2, ("Dat",)):
            self.last, self.owner = last, owner
            return
        short = phrase.nominative(self.group, self.begin)
        self.names.append(short + phrase.text[phrase.tokens[self.group.last].end : phrase.tokens[owner.last].end])
        self._absorb(owner.first, owner.last)
        while self.last - self.begin < _LONGEST and (self._genitive() or self._coordinate() or self._against()):
            pass

    def _against(self) -> bool:
        """борьба с преступностью, наблюдение за морем: with whom or over what belongs to the noun."""
        phrase = self.phrase
        if phrase.lemmas(self.last) & _OVER and phrase.lower(self.last + 1) in ("за", "над"):
            return self._behind_preposition(self.last + 2, ("Ins",))
        for noun in phrase.lemmas(self.last) & _RULED.keys():
            if self.extended or self.group.lemma != noun:  # Центр управления отходами, but Управление | отходами
                return self._behind_preposition(self.last + 1, (_RULED[noun],))
        if phrase.lower(self.last + 1) in ("с", "со") and self._people_have():
            return self._behind_preposition(self.last + 2, ("Ins",))
        if not phrase.lemmas(self.last) & _WITH or phrase.lower(self.last + 1) not in ("с", "со"):
            return False
        return self._behind_preposition(self.last + 2, ("Ins",))

    def _people_have(self) -> bool:
        """Tell whether behind с stands what people have: дети с особыми потребностями."""
        nxt = self.phrase.starting(self.last + 2)
        return nxt is not None and bool(self.phrase.lemmas(nxt.last) & _HAD)

    def _namesake(self) -> bool:
        """музей имени Алькея Жолдасбаева, школа им. А. Тайжанова: whom a body is named after belongs to its name."""
        phrase, at = self.phrase, self.last + 1
        if phrase.lower(at) not in ("имени", "им"):
            return False
        begin = at + 2 if phrase.lower(at) == "им" and phrase.lower(at + 1) == "." else at + 1
        last = namesake(phrase, begin)
        if last < begin:
            return False
        self._absorb(begin, last)
        self._extend(last)
        return True

    def _of_sport(self) -> bool:
        """федерация стрельбы из лука, союз хоккея на траве: what a sport is done with or on belongs to its noun."""
        phrase = self.phrase
        if not phrase.lemmas(self.last) & phrase.cues.words["sport"]:
            return False
        cases = {"из": ("Gen",), "на": ("Loc",), "с": ("Ins",), "в": ("Loc", "Acc")}.get(phrase.lower(self.last + 1))
        found = cases is not None and self._behind_preposition(self.last + 2, cases)
        if found and phrase.lower(self.last + 1) == "и" and phrase.lower(self.last + 2) in ("на", "в"):
            self._behind_preposition(self.last + 3, ("Loc",))  # хоккей на траве и в зале
        return found

    def _of_science(self) -> bool:
        """отделение наук о Земле: what a science is of belongs to its noun."""
        phrase = self.phrase
        if "наука" not in phrase.lemmas(self.last) or phrase.lower(self.last + 1) not in ("о", "об"):
            return False
        return self._behind_preposition(self.last + 2, ("Loc",))

    def _attached(self) -> None:
        """совет при президенте: whom a body is attached to belongs to the phrase, not to the clause."""
        phrase = self.phrase
        nxt = phrase.starting(self.end + 2) if phrase.lower(self.end + 1) == "при" else None
        if isinstance(nxt, Chunk) and nxt.kind in ("Role", "Organization") and "Loc" in phrase.cases_of(nxt):
            nxt.flags.add("of-phrase")
            self.end = phrase.ends[nxt]

    def _owner_behind(self) -> None:
        nxt = self.phrase.starting(self.end + 1)
        place = isinstance(nxt, Chunk) and nxt.kind in _OWNERS and nxt.kind != "Organization" and nxt.proper
        if isinstance(nxt, Chunk) and place and "Gen" in self.phrase.cases_of(nxt):
            self._own(nxt)

    def _quote(self) -> None:
        """фонд «Даму», ТОО «Х», агентство Reuters."""
        phrase, at = self.phrase, self.last + 1
        if at >= phrase.size:
            return
        close = closing_quote(phrase, at)
        if close is not None and (firm := firm_of_board(phrase, self.group, at, close)) is not None:
            self._own(firm)
        elif close is not None:
            name = phrase.words(at + 1, close - 1)
            self._named(close, name)
            self._absorb(at, close)
        elif (last := end_without_quotes(phrase, self.group, self.begin, at, extended=self.extended)) is not None:
            self._named(last, phrase.words(at, last))

    def _number(self) -> None:
        """школа № 5, исправительное учреждение № 17."""
        phrase, at = self.phrase, self.last + 1
        if not self.quoted and phrase.lower(at) == "№" and phrase.lower(at + 1).isdigit():
            self.numbered = True
            self._extend(at + 1)

    def _absorb(self, first: int, last: int) -> None:
        for chunk in {id(c): c for c in self.phrase.taken[first : last + 1] if c is not None}.values():
            self.phrase.drop(chunk)
            self.dropped.append(chunk)

    def give_back(self) -> None:
        """Let what was taken into the name stand by itself again: the words are no name."""
        for chunk in self.dropped:
            chunk.flags.discard("absorbed")
            for i in range(chunk.first, chunk.last + 1):
                self.phrase.taken[i] = chunk

    def _named(self, last: int, name: str) -> None:
        self.last = self.end = last
        self.quoted = True
        self.names.append(name)
        self.phrase.known.learn_quoted(name, "Organization")

    def _genitive(self) -> bool:
        """Take a genitive right behind: part of the name, or the owner that ends it."""
        phrase = self.phrase
        nxt = phrase.starting(self.last + 1)
        if nxt is None and self._adjective_for_people():
            return True
        if nxt is not None and self._place_before_person(nxt):
            self._extend(nxt.last)
            return True
        if nxt is None or "Gen" not in phrase.cases_of(nxt):
            return False
        if isinstance(nxt, Group) and (town := place_before_name(phrase, nxt.first)) is not None:
            self._own(town)
            return False
        if isinstance(nxt, Group):
            return self._words(nxt)
        if self._named_with_its_members(nxt):
            return False
        if nxt.plural and not nxt.proper and nxt.owner is not None and self._of_those_of(nxt):
            return False
        owned = nxt.kind == "Organization" and nxt.owner is not None and nxt.owner.proper
        ports = nxt.kind == "Place" and nxt.plural  # Союз портов Каспия, Ассоциация городов Алтая
        if (nxt.kind in _OWNERS and nxt.proper and not ports) or owned:
            self._own(nxt)
            return False
        if nxt.kind in ("Organization", "Place") and (not nxt.proper or (nxt.kind == "Place" and nxt.plural)):
            return self._common(nxt)
        if nxt.kind == "Role" and (
            nxt.plural or self.phrase.tokens[self.begin].capital or self.group.lemma in _OF_POSTS
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

    def _place_before_person(self, nxt: Group | Chunk) -> bool:
        """Федерации тенниса Жетысу | Нурлана Сапаровича: an unknown word between a body and who has a post there."""
        phrase, after = self.phrase, nxt.last + 1
        alone = isinstance(nxt, Group) and nxt.first == nxt.last and phrase.name_like[nxt.first]
        person = phrase.taken[after] if after < phrase.size else None
        unknown = not any(form.known for form in phrase.forms[nxt.first])
        stays = unknown and self.extended and phrase.lower(nxt.first).endswith(NEVER_DECLINES)
        if alone and stays and not (after < phrase.size and phrase.name_like[after]):
            return True  # Ассоциация фермеров Жетысу
        return alone and unknown and person is not None and person.kind == "Person"

    def _words(self, nxt: Group) -> bool:
        """Take words in the genitive for a part of the name, unless they tell who or which of them it is."""
        phrase = self.phrase
        if nxt.kind != "noun" or (len(nxt.cases) > 3 and not phrase.lemmas(nxt.head)):
            return False
        if phrase.lower(nxt.head) in _TITLES:
            return False  # ректор университета | проф. Х
        if nxt.lemma == "созыв" or (nxt.lemma in phrase.cues.words["times"] and not self.extended):
            return False  # маслихат восьмого созыва, сборная последних лет: which of them is no part of its name
        if whoever_heads_it(phrase, self.group, nxt, extended=self.extended):
            return False  # президент палаты экспортёров Ганзоригийн Баясгалан
        if phrase.tokens[nxt.head].capital and named_here(phrase, nxt.head):
            return False  # приглашение в Деловой конгресс Бектасов отклонил
        if double_given_name(phrase, nxt):
            return False  # основатель Национального фронта Жан-Мари Ле Пен
        self._extend(nxt.last)
        return True

    def _common(self, noun: Chunk) -> bool:
        """Take a common noun for a part of the name (Союз промышленных предприятий), a region or unit for its owner."""
        part = self.phrase.tokens[self.begin].capital or noun.plural or self.phrase.tokens[noun.first].acronym
        if self.phrase.cues.organizations.get(self.group.lemma) == "unit" and not noun.plural and not self.extended:
            part = False  # Председатель Правления компании: of the company spoken of
        if ((noun.kind_of == "region" or noun.lemma == "город") and not noun.plural) or not part:
            self._own(noun)
            return False
        self._extend(noun.last)
        self._absorb(noun.first, noun.last)
        return True

    def _adjective_for_people(self) -> bool:
        """Партия зелёных, Общество слепых: an adjective in the genitive of many, which no noun follows."""
        phrase, at = self.phrase, self.last + 1
        if not phrase.tokens[self.begin].capital or self.extended or at >= phrase.size or phrase.taken[at] is not None:
            return False
        people = any(f.case == "Gen" and f.number == "Plur" for f in adjectives_of(phrase.tokens[at].text))
        noun = at + 1 < phrase.size and bool(nouns_of(phrase.tokens[at + 1].text)) and phrase.lower(at + 1) != "и"
        noun = noun and not phrase.tokens[at + 1].capital  # Общество слепых Казахстана
        if not people or noun or phrase.tokens[at].capital:
            return False
        self._extend(at)
        return True

    def _of_those_of(self, members: Chunk) -> bool:
        """Ассоциация кофейных компаний Казахстана: the companies belong to the name, the state is the association's."""
        capital = self.phrase.tokens[self.begin].capital
        if members.kind != "Organization" or members.owner is None or not capital or not members.owner.proper:
            return False
        owner = members.owner
        self._extend(members.last)
        self._absorb(members.first, members.last)
        owner.inside = None
        self._own(owner)
        return True

    def _named_with_its_members(self, behind: Chunk) -> bool:
        """объединение профсоюзов «Х»: the name in quotes is that of the union."""
        if behind.kind != "Organization" or not behind.plural or behind.rule != "organization.quoted":
            return False
        self._absorb(behind.first, behind.last)
        self._extend(behind.last)
        self.quoted = True
        self.names += behind.names
        return True

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
        if self.owner is not None or f"{word} {phrase.lower(self.last + 2)}" in _NO_FIELD:
            return False
        if word in ("против", "за") and self.group.lemma in _FOR and phrase.tokens[self.begin].capital:
            found = self._behind_preposition(self.last + 2, ("Gen",) if word == "против" else ("Acc",))
            if found and phrase.lower(self.last + 1) == "через":  # комиссия за демократию через право
                self._behind_preposition(self.last + 2, ("Acc",))
            return found
        if word == "по" and self.extended and phrase.tokens[self.begin].capital and self._of_people():
            return self._behind_preposition(self.last + 2, ("Dat",))
        if self.group.lemma not in _ABOUT or (self.extended and self.known()):
            return False
        if word == "по" and complete_under_another(self.phrase, self.group, _ABOUT):
            return False
        loose = self.group.lemma in ("миссия", "группа") and "рабочий" not in phrase.lemmas(self.group.head - 1)
        if word == "по" and (phrase.tokens[self.begin].capital or not loose):
            return self._behind_preposition(self.last + 2, ("Dat",))
        inside = word in ("в", "во") and self.extended and phrase.tokens[self.begin].capital
        if inside and phrase.taken[self.last + 1] is None:
            label = f"{self.label()} {phrase.words(self.last + 1, min(self.last + 2, phrase.size - 1))}"
            if phrase.known_as(label, "Organization"):
                self._absorb(self.last + 2, self.last + 2)
                self._extend(self.last + 2)
                return True
        return False

    def _of_people(self) -> bool:
        """союз экспертов по недрам: what the people of a body are skilled in belongs to their noun."""
        group = next((g for g in self.phrase.groups.values() if g.last == self.last), None)
        return group is not None and group.animate and group.number == "Plur"

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
        if not isinstance(nxt, Group) or nxt.kind != "noun":
            return False
        if phrase.tokens[nxt.first].capital:
            return self._known_with(nxt)
        previous = next((g for g in phrase.groups.values() if g.last == self.last), None)
        along = previous is not None and set(previous.cases) & set(nxt.cases) - {"Nom"}
        # по противодействию легализации доходов и финансированию терроризма
        about = "Dat" in nxt.cases and "по" in phrase.lowers[self.group.last : at] and not nxt.animate
        if not along and not about:
            return False
        if phrase.lower(at) == "," and not self._ends_in_and(nxt.last + 1):
            return False
        capital = phrase.tokens[self.begin].capital
        if phrase.lower(at) == "и" and not capital and (self.group.lemma not in _ABOUT | _OF_SUBJECTS or nxt.animate):
            return False
        self._extend(nxt.last)
        return True

    def _known_with(self, last: Group) -> bool:
        """Федерация обществ Красного Креста и Красного Полумесяца: two names that a known one is made of."""
        label = f"{self.label()} {self.phrase.words(self.last + 1, last.last)}"
        if self.phrase.known_as(label, "Organization") is None:
            return False
        self._extend(last.last)
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
        nxt = phrase.taken[self.end + 2] if self.end + 2 < phrase.size else None
        if nxt is not None and nxt.kind in ("Country", "Place") and "Loc" in phrase.grammar[nxt].cases:
            nxt.flags.add("of-phrase")
            self.end = phrase.ends[nxt]
            if phrase.tokens[self.begin].capital and self.owner is not None and nxt.proper:
                own = phrase.nominative(self.group, self.begin)
                self.names.append(own + phrase.text[phrase.tokens[self.group.last].end : phrase.tokens[self.end].end])

    def _of_territory(self) -> None:
        """Департамент полиции по Туркестанской области: the region where a department works is part of its name."""
        phrase = self.phrase
        if self.group.lemma not in _IN_REGIONS or phrase.lower(self.end + 1) != "по":
            return
        nxt = phrase.taken[self.end + 2] if self.end + 2 < phrase.size else None
        nxt = nxt or next((c for c in phrase.chunks if phrase.begin_of(c) == self.end + 2), None)
        if nxt is None or nxt.kind != "Place" or "absorbed" in nxt.flags or "Dat" not in phrase.grammar[nxt].cases:
            return
        nxt.flags.add("of-phrase")
        self.end = phrase.ends[nxt]
        if self.group.kind == "acronym":
            self._extend(self.end)  # ГУВД по Томской области: the letters alone say not which
            return
        own = phrase.nominative(self.group, self.begin)
        self.names.append(own + phrase.text[phrase.tokens[self.group.last].end : phrase.tokens[self.end].end])

    def _for_region(self) -> None:
        """Региональное отделение Фонда для Центральной Азии: for where it works belongs to its name."""
        phrase, at = self.phrase, self.end + 1
        if self.group.lemma not in _FOR_REGIONS or phrase.lower(at) != "для" or at + 1 >= phrase.size:
            return
        nxt = phrase.starting(at + 1)
        if nxt is None or "Gen" not in phrase.cases_of(nxt) or not phrase.tokens[at + 1].capital:
            return
        if isinstance(nxt, Chunk):
            if nxt.kind not in ("Place", "Country"):
                return
            nxt.flags.add("of-phrase")
        self.end = phrase.end_of(nxt)
        own = phrase.nominative(self.group, self.begin)
        self.names.append(own + phrase.text[phrase.tokens[self.group.last].end : phrase.tokens[self.end].end])

    def named_after(self) -> bool:
        """Tell whether it is named after someone: школа имени Абая."""
        phrase = self.phrase
        return any(
            phrase.lower(i) == "имени" and phrase.tokens[i + 1].capital for i in range(self.group.last + 1, self.last)
        )

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
