"""Extractions of announcements that nobody wrote, as many as wanted, and who is who in them.

People and bodies come again as in real announcements: a few of them all the time, most of them rarely. Names are made
of a few hundred given names and surnames, so there are namesakes; one person in twelve changes post; every third
announcement comes in all three languages, with the names of that language; one body in ten is in the gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from kg.gazetteer import Entry, load
from kg.records import LANGUAGES, Announcement, Claim, Extraction, Literal, Name, Span, Thing

# Each in Kazakh, Russian and English.
_GIVEN = [name.split("/") for name in (
    "Берік/Берик/Berik", "Асқар/Аскар/Askar", "Ерлан/Ерлан/Yerlan", "Қанат/Канат/Kanat", "Нұрлан/Нурлан/Nurlan",
    "Ғалым/Галым/Galym", "Дәурен/Даурен/Dauren", "Жомарт/Жомарт/Zhomart", "Талғат/Талгат/Talgat", "Мұрат/Мурат/Murat",
    "Самат/Самат/Samat", "Ержан/Ержан/Yerzhan", "Олжас/Олжас/Olzhas", "Тимур/Тимур/Timur", "Арман/Арман/Arman",
    "Бауыржан/Бауыржан/Bauyrzhan", "Серік/Серик/Serik", "Марат/Марат/Marat", "Әділ/Адиль/Adil", "Рүстем/Рустем/Rustem",
)]  # fmt: skip
_ROOTS = [name.split("/") for name in (
    "Имаш/Имаш/Imash", "Ахмет/Ахмет/Akhmet", "Оспан/Оспан/Ospan", "Қасен/Касен/Kasen", "Жұмабек/Жумабек/Zhumabek",
    "Сүлеймен/Сулеймен/Suleimen", "Төлеген/Толеген/Tolegen", "Нұрғали/Нургали/Nurgali", "Беде/Беде/Bede",
    "Сәрсен/Сарсен/Sarsen", "Омар/Омар/Omar", "Ғабит/Габит/Gabit", "Ерғали/Ергали/Yergali",
    "Қожахмет/Кожахмет/Kozhakhmet",
    "Мұхтар/Мухтар/Mukhtar", "Жақсылық/Жаксылык/Zhaksylyk", "Әлім/Алим/Alim", "Тілеу/Тлеу/Tleu", "Құрман/Курман/Kurman",
    "Сейіт/Сейит/Seiit", "Бекмұрат/Бекмурат/Bekmurat", "Дос/Дос/Dos", "Ибра/Ибра/Ibra", "Шайхы/Шайхы/Shaikhy",
)]  # fmt: skip
_TAILS = [name.split("/") for name in (
    "ов/ов/ov", "баев/баев/bayev", "беков/беков/bekov", "ханов/ханов/khanov", "жанов/жанов/zhanov",
    "ғалиев/галиев/galiyev",
    "құлов/кулов/kulov", "мұратов/муратов/muratov", "тайев/таев/tayev", "алин/алин/alin",
)]  # fmt: skip
_SYLLABLES = [name.split("/") for name in (
    "ар/ар/ar", "бал/бал/bal", "қар/кар/kar", "тор/тор/tor", "сар/сар/sar", "жар/жар/zhar", "мұн/мун/mun",
    "нұр/нур/nur",
    "күл/кул/kul", "ес/ес/es", "шал/шал/shal", "таң/тан/tan", "ой/ой/oi", "дал/дал/dal", "өр/ор/or", "тас/тас/tas",
)]  # fmt: skip
_ENDS = [name.split("/") for name in (
    "қала/кала/kala", "көл/коль/kol", "тау/тау/tau", "бұлақ/булак/bulak", "дария/дария/dariya", "арқа/арка/arka",
)]  # fmt: skip
_BODIES = [name.split("/") for name in (
    "{} университеті/Университет {}/{} University", "{} облыстық соты/{} областной суд/{} Regional Court",
    "{} музейі/Музей {}/{} Museum", "{} ауданының әкімдігі/Акимат района {}/Akimat of {} District",
    "{} банкі/Банк {}/{} Bank", "{} зауыты/Завод {}/{} Plant",
    "{} сауда палатасы/Торговая палата {}/{} Chamber of Commerce",
    "{} ауруханасы/Больница {}/{} Hospital", "{} ғылыми институты/Научный институт {}/{} Scientific Institute",
    "{} жастар одағы/Союз молодёжи {}/{} Youth Union",
)]  # fmt: skip
_ROLES = [name.split("/") for name in (
    "Төраға/Председатель/Chair/chair", "Директор/Директор/Director/director", "Ректор/Ректор/Rector/rector",
    "Төрағаның орынбасары/Заместитель председателя/Deputy Chair/deputy-chair",
    "Басқарма мүшесі/Член правления/Board Member/",
    "Өкіл/Представитель/Representative/", "Хатшы/Секретарь/Secretary/secretary", "Судья/Судья/Judge/judge",
)]  # fmt: skip
_KINDS = ("kg:BilateralMeeting", "kg:Session", "kg:Briefing", "kg:RoundTable", "kg:Seminar")
_FIRST_DAY = date(2010, 1, 1)

Truth = dict[str, str]
"""Key of a Thing -> who or what it is."""


@dataclass(frozen=True)
class _Human:
    id: int
    names: tuple[tuple[str, str, str], ...]  # for each language given name, patronymic ("" for none), surname
    posts: tuple[tuple[int, int, date], ...]  # body, role, since when; the earliest first


@dataclass(frozen=True)
class Synthetic:
    """``count`` announcements, the same for the same seed; they are made anew whenever they are gone through."""

    count: int
    seed: int = 5

    def __iter__(self) -> Iterator[Extraction]:
        return (extraction for extraction, _ in self.told())

    def told(self) -> Iterator[tuple[Extraction, Truth]]:
        """Yield each announcement with who its things are."""
        number, event = 0, 0
        while number < self.count:
            chance = Random(f"{self.seed} event {event}")
            languages = LANGUAGES if chance.random() < 1 / 3 else (chance.choice(LANGUAGES),)
            who = self._who(chance)
            day = _FIRST_DAY + timedelta(days=event * 3650 // max(1, self.count))
            kind, short = chance.choice(_KINDS), chance.random()
            for lang in languages[: self.count - number]:
                yield self._announcement(event, lang, day, kind, who, short)
                number += 1
            event += 1

    @cached_property
    def _people(self) -> int:
        return max(20, self.count // 6)

    @cached_property
    def _bodies(self) -> int:
        return max(10, self.count // 25)

    @cached_property
    def _known(self) -> tuple[Entry, ...]:
        return tuple(e for e in load().of_kind("Organization") if all(e.label(lang) for lang in LANGUAGES))

    def _who(self, chance: Random) -> list[_Human]:
        """Choose who takes part: some all the time, most rarely."""
        numbers = {int(self._people * chance.random() ** 3) for _ in range(chance.randint(2, 4))}
        return [self._human(number) for number in sorted(numbers)]

    def _human(self, number: int) -> _Human:
        chance = Random(f"{self.seed} person {number}")
        given, root, tail, father = (chance.choice(table) for table in (_GIVEN, _ROOTS, _TAILS, _GIVEN))
        patronymics = (f"{father[0]}ұлы", f"{father[1]}ович", "") if chance.random() < 0.4 else ("", "", "")
        names = tuple((given[n], patronymics[n], root[n] + tail[n]) for n in range(3))
        body = int(self._bodies * chance.random() ** 2)
        posts = [(body, chance.randrange(len(_ROLES)), _FIRST_DAY)]
        if chance.random() < 1 / 12:
            other = (body, chance.randrange(len(_ROLES)), _FIRST_DAY + timedelta(days=chance.randint(500, 3000)))
            posts.append(other)
        return _Human(number, names, tuple(posts))

    def _body(self, number: int, lang: str) -> tuple[str, str | None]:
        """Return the name of a body in a language and its row in the gazetteer."""
        if number < min(len(self._known), self._bodies // 10):
            return self._known[number].label(lang) or "", self._known[number].id
        place = LANGUAGES.index(lang)
        kind, rest = number % len(_BODIES), number // len(_BODIES) * 7919  # a prime: each number has its own name
        first, rest = rest % len(_SYLLABLES), rest // len(_SYLLABLES)
        second, end = rest % len(_SYLLABLES), rest // len(_SYLLABLES) % len(_ENDS)
        name = _SYLLABLES[first][place] + _SYLLABLES[second][place] + _ENDS[end][place]
        return _BODIES[kind][place].format(name.capitalize()), None

    def _announcement(
        self, event: int, lang: str, day: date, kind: str, who: list[_Human], short: float
    ) -> tuple[Extraction, Truth]:
        place = LANGUAGES.index(lang)
        things: dict[str, Thing] = {}
        truth: Truth = {}
        claims: list[Claim] = []

        def thing(kind_: str, what: str, name: str, name_kind: str = "full", known: str | None = None) -> str:
            key = next((k for k, v in truth.items() if v == what), "")
            if not key:
                key = f"{kind_.lower()}-{len(things) + 1}"
                truth[key] = what
                things[key] = Thing(key, kind_, (Name(name, lang, name_kind),) if name else (), known)
            return key

        def claim(subject: str, predicate: str, object_: str | Literal) -> None:
            claims.append(Claim(subject, predicate, object_, (Span(0, 1),), "synthetic"))

        meeting = thing("Meeting", f"meeting {event}", "")
        claim(meeting, "schema:startDate", Literal(day.isoformat(), "date"))
        claim(meeting, "kg:meetingKind", Literal(kind, "iri"))
        for human in who:
            given, patronymic, surname = human.names[place]
            initials = short < 0.1
            name = f"{given[0]}. {surname}" if initials else f"{given} {surname}"
            person = thing("Person", f"person {human.id}", name, "short" if initials else "full")
            if patronymic and short > 0.5:
                things[person] = Thing(
                    person, "Person", (Name(name, lang), Name(f"{given} {patronymic} {surname}", lang))
                )
            body_number, role_number, _ = next(post for post in reversed(human.posts) if post[2] <= day)
            label, known = self._body(body_number, lang)
            body = thing("Organization", f"body {known or body_number}", label, known=known)
            row = _ROLES[role_number]
            role = thing("Role", f"role {role_number}", row[place], known=row[3] or None)
            post = thing("Membership", f"post {human.id} {body_number} {role_number}", "")
            for predicate, object_ in (("org:member", person), ("org:organization", body), ("org:role", role)):
                claim(post, predicate, object_)
            claim(meeting, "kg:participant", person)
            claim(meeting, "kg:participant", body)
        announcement = Announcement(f"{event:07}-{lang}", "synthetic", lang, day.isoformat())
        return Extraction(announcement, tuple(things.values()), (), tuple(claims)), truth
