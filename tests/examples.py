"""Three small announcements, in Kazakh, Russian and English, with what an ideal extraction and resolution give.

They let a graph be built without an extractor. The people and bodies are invented.
"""

from __future__ import annotations

from kg.records import Announcement, Claim, Entity, Extraction, Line, Literal, Mention, Name, Span, Thing

KAZAKH = """\
15 наурыз 2021
Су кеңесінің төрағасы Мария Линдгренмен кездесті
2021 жылғы 15 наурызда Астанада Қазақстан Су кеңесінің төрағасы Асқар Беделов Дүниежүзілік су қауымдастығының \
(ДСҚ) бас хатшысы Мария Линдгренмен кездесті. Тараптар шекаралық өзендерді ортақ пайдалану мәселесін талқылады.
Су кеңесі 2013 жылғы қазаннан бері ДСҚ-ның институционалдық мүшесі болып табылады. Бүгінде \
оның құрамына 104 ұйым кіреді.
"""

RUSSIAN = """\
15 марта 2021 года
Водный совет готовит заседание
Председатель Водного совета Казахстана Аскар Беделов рассказал о встрече с генеральным секретарём Всемирной водной \
ассоциации (ВВА) Марией Линдгрен. Проект Конвенции об общих реках согласовывается с ВВА.
22 апреля 2021 года в Астане состоится заседание Водного совета. Совет участвует в программе «Чистая река».
Выборы президента ассоциации пройдут в июне 2021 года.
"""

ENGLISH = """\
20 May 2021
A seminar on safe water
On 20 May 2021 the World Water Association (WWA) held a seminar on safe water in Geneva, attended by Askar Bedelov, \
chairman of the Water Council. Maria Lindgren did not take part in the seminar.
The Water Council presented the project "Rivers <script>alert('1')</script> & \\ "Us"".
"""


def extractions() -> tuple[Extraction, ...]:
    """Return what each of the three announcements says, in the order kk, ru, en."""
    return (_kazakh(), _russian(), _english())


def entities() -> tuple[Entity, ...]:
    """Return the things of all three announcements, each once."""
    return tuple(
        Entity(slug, kind, tuple(Name(*name) for name in names), tuple(members), known, reasons)
        for slug, kind, names, members, known, reasons in _ENTITIES
    )


def span(text: str, words: str) -> Span:
    """Return where ``words`` first stand in ``text``; raises ValueError when they don't."""
    start = text.index(words)
    return Span(start, start + len(words))


class _Writer:
    """Collects the claims and mentions of one announcement, finding each quote's offsets."""

    def __init__(self, announcement: Announcement) -> None:
        self.announcement = announcement
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []

    def says(
        self,
        subject: str,
        predicate: str,
        object_: str | Literal,
        *quotes: str,
        modality: str = "asserted",
        said_by: str | None = None,
    ) -> None:
        """Add a claim whose evidence is each of ``quotes``, where they first stand."""
        evidence = tuple(span(self.announcement.text, quote) for quote in quotes)
        confidence = 0.9 if modality == "asserted" else 0.75
        self.claims.append(Claim(subject, predicate, object_, evidence, "by-hand", confidence, modality, said_by))

    def names(self, thing: str, kind: str, words: str, label: str) -> None:
        """Add a mention of a thing by ``words``, where they first stand."""
        at = span(self.announcement.text, words)
        self.mentions.append(Mention(at.start, at.end, kind, words, label, "by-hand", 0.95, thing))

    def extraction(self, *things: Thing) -> Extraction:
        return Extraction(self.announcement, things, tuple(self.mentions), tuple(self.claims))


def _announcement(id_: str, text: str, lang: str, published: str) -> Announcement:
    lines, at = [], 0
    for number, line in enumerate(text.splitlines()):
        lines.append(Line(at, at + len(line), {0: "date", 1: "title"}.get(number, "paragraph")))
        at += len(line) + 1
    url = f"https://example.org/{lang}/{published}"
    return Announcement(id_, text, lang, published, tuple(lines), f"{id_}.txt", url)


def _kazakh() -> Extraction:
    w = _Writer(_announcement("su-kenesi kk", KAZAKH, "kk", "2021-03-15"))
    w.names("person-1", "Person", "Асқар Беделов", "Асқар Беделов")
    w.names("person-2", "Person", "Мария Линдгренмен", "Мария Линдгрен")
    w.names("organization-1", "Organization", "Қазақстан Су кеңесінің", "Қазақстан Су кеңесі")
    w.names("organization-2", "Organization", "Дүниежүзілік су қауымдастығының", "Дүниежүзілік су қауымдастығы")
    w.names("place-1", "Place", "Астанада", "Астана")
    met = "Асқар Беделов Дүниежүзілік су қауымдастығының (ДСҚ) бас хатшысы Мария Линдгренмен кездесті"
    w.says("meeting-1", "kg:meetingKind", Literal("kg:BilateralMeeting", "iri"), "кездесті.")
    w.says("meeting-1", "schema:startDate", Literal("2021-03-15", "date"), "2021 жылғы 15 наурызда")
    for key in ("person-1", "person-2", "organization-1", "organization-2"):
        w.says("meeting-1", "kg:participant", key, met)
    w.says("meeting-1", "schema:location", "place-1", "Астанада")
    topic = "шекаралық өзендерді ортақ пайдалану"
    w.says("meeting-1", "kg:topic", Literal(topic, "string", "kk"), topic)
    w.says("organization-1", "kg:country", "country-1", "Қазақстан Су кеңесінің")
    _post(w, "membership-1", "person-1", "organization-1", "role-1", "Су кеңесінің төрағасы Асқар Беделов")
    _post(w, "membership-2", "person-2", "organization-2", "role-2", "(ДСҚ) бас хатшысы Мария Линдгренмен")
    member = "ДСҚ-ның институционалдық мүшесі"
    _post(w, "membership-3", "organization-1", "organization-2", "role-3", "Су кеңесі 2013", member)
    w.says("membership-3", "schema:startDate", Literal("2013-10", "gYearMonth"), "2013 жылғы қазаннан бері")
    w.says("organization-2", "kg:memberCount", Literal("104", "integer"), "оның құрамына 104 ұйым кіреді")
    return w.extraction(
        _thing("person-1", "Person", ("Асқар Беделов", "kk")),
        _thing("person-2", "Person", ("Мария Линдгрен", "kk")),
        _thing(
            "organization-1", "Organization", ("Қазақстан Су кеңесі", "kk"), ("Су кеңесі", "kk", "short"), known="wc-kz"
        ),
        _thing("organization-2", "Organization", ("Дүниежүзілік су қауымдастығы", "kk"), ("ДСҚ", "kk", "acronym")),
        _thing("country-1", "Country", ("Қазақстан", "kk"), known="kz"),
        _thing("place-1", "Place", ("Астана", "kk")),
        _thing("role-1", "Role", ("Төраға", "kk")),
        _thing("role-2", "Role", ("Бас хатшы", "kk")),
        _thing("role-3", "Role", ("Институционалдық мүше", "kk")),
        *(_thing(f"membership-{n}", "Membership") for n in (1, 2, 3)),
        _thing("meeting-1", "Meeting"),
    )


def _russian() -> Extraction:
    w = _Writer(_announcement("su-kenesi ru", RUSSIAN, "ru", "2021-03-15"))
    w.names("person-1", "Person", "Аскар Беделов", "Аскар Беделов")
    w.names("person-2", "Person", "Марией Линдгрен", "Мария Линдгрен")
    w.names("agreement-1", "Agreement", "Конвенции об общих реках", "Конвенция об общих реках")
    _post(
        w,
        "membership-1",
        "person-1",
        "organization-1",
        "role-1",
        "Председатель Водного совета Казахстана Аскар Беделов",
    )
    w.says("agreement-1", "kg:agreementStatus", Literal("kg:Draft", "iri"), "Проект Конвенции об общих реках")
    w.says("agreement-1", "kg:party", "organization-2", "согласовывается с ВВА", said_by="person-1")
    planned = "состоится заседание Водного совета"
    w.says("meeting-1", "kg:meetingKind", Literal("kg:Session", "iri"), "заседание Водного совета")
    w.says("meeting-1", "schema:startDate", Literal("2021-04-22", "date"), "22 апреля 2021 года")
    w.says("meeting-1", "schema:eventStatus", Literal("schema:EventScheduled", "iri"), planned)
    w.says("meeting-1", "schema:organizer", "organization-1", planned)
    w.says("meeting-1", "kg:participant", "organization-1", planned)
    w.says("meeting-1", "schema:location", "place-1", "в Астане")
    w.says("program-1", "kg:participant", "organization-1", "Совет участвует в программе «Чистая река»")
    w.says("election-1", "schema:startDate", Literal("2021-06", "gYearMonth"), "Выборы президента", "в июне 2021 года")
    return w.extraction(
        _thing("person-1", "Person", ("Аскар Беделов", "ru")),
        _thing("person-2", "Person", ("Мария Линдгрен", "ru")),
        _thing("organization-1", "Organization", ("Водный совет Казахстана", "ru"), known="wc-kz"),
        _thing("organization-2", "Organization", ("Всемирная водная ассоциация", "ru"), ("ВВА", "ru", "acronym")),
        _thing("place-1", "Place", ("Астана", "ru")),
        _thing("role-1", "Role", ("Председатель", "ru")),
        _thing("program-1", "Program", ("Чистая река", "ru")),
        _thing("agreement-1", "Agreement", ("Конвенция об общих реках", "ru")),
        _thing("election-1", "Election", ("Выборы президента Всемирной водной ассоциации", "ru")),
        _thing("membership-1", "Membership"),
        _thing("meeting-1", "Meeting"),
    )


def _english() -> Extraction:
    w = _Writer(_announcement("su-kenesi en", ENGLISH, "en", "2021-05-20"))
    w.names("person-1", "Person", "Askar Bedelov", "Askar Bedelov")
    w.names("person-2", "Person", "Maria Lindgren", "Maria Lindgren")
    held = "the World Water Association (WWA) held a seminar"
    w.says("meeting-1", "kg:meetingKind", Literal("kg:Seminar", "iri"), "seminar on safe water in Geneva")
    w.says("meeting-1", "schema:startDate", Literal("2021-05-20", "date"), "On 20 May 2021")
    w.says("meeting-1", "schema:organizer", "organization-2", held)
    w.says("meeting-1", "kg:participant", "organization-2", held)
    w.says("meeting-1", "kg:participant", "person-1", "attended by Askar Bedelov")
    w.says("meeting-1", "kg:participant", "organization-1", "Askar Bedelov, chairman of the Water Council")
    denial = "Maria Lindgren did not take part in the seminar"
    w.says("meeting-1", "kg:participant", "person-2", denial, modality="denied", said_by="organization-2")
    w.says("meeting-1", "schema:location", "place-1", "in Geneva")
    w.says("meeting-1", "kg:topic", Literal("safe water", "string", "en"), "a seminar on safe water")
    _post(w, "membership-1", "person-1", "organization-1", "role-1", "Askar Bedelov, chairman of the Water Council")
    w.says("program-1", "kg:participant", "organization-1", "The Water Council presented the project")
    return w.extraction(
        _thing("person-1", "Person", ("Askar Bedelov", "en")),
        _thing("person-2", "Person", ("Maria Lindgren", "en")),
        _thing("organization-1", "Organization", ("Water Council", "en"), known="wc-kz"),
        _thing("organization-2", "Organization", ("World Water Association", "en"), ("WWA", "en", "acronym")),
        _thing("place-1", "Place", ("Geneva", "en")),
        _thing("role-1", "Role", ("Chairman", "en")),
        _thing("program-1", "Program", (HOSTILE_NAME, "en")),
        _thing("membership-1", "Membership"),
        _thing("meeting-1", "Meeting"),
    )


def _post(w: _Writer, key: str, member: str, organization: str, role: str, *quotes: str) -> None:
    w.says(key, "org:member", member, *quotes)
    w.says(key, "org:organization", organization, *quotes)
    w.says(key, "org:role", role, *quotes)


def _thing(key: str, kind: str, *names: tuple[str, ...], known: str | None = None) -> Thing:
    return Thing(key, kind, tuple(Name(*name) for name in names), known)


HOSTILE_NAME = "Rivers <script>alert('1')</script> & \\ \"Us\""
"""A label that must come out of every stage as the plain text it is."""

_KK, _RU, _EN = "su-kenesi kk", "su-kenesi ru", "su-kenesi en"
_SAME_PERSON = ("“Асқар Беделов” (kk) = “Аскар Беделов” (ru): same name, same post", "“Askar Bedelov” (en): same post")

_Row = tuple[str, str, list[tuple[str, ...]], list[tuple[str, str]], str | None, tuple[str, ...]]
_ENTITIES: list[_Row] = [
    (
        "person/asqar-bedelov",
        "Person",
        [("Асқар Беделов", "kk"), ("А. Беделов", "kk", "short"), ("Аскар Беделов", "ru"), ("Askar Bedelov", "en")],
        [(_KK, "person-1"), (_RU, "person-1"), (_EN, "person-1")],
        None,
        _SAME_PERSON,
    ),
    (
        "person/maria-lindgren",
        "Person",
        [("Мария Линдгрен", "kk"), ("Мария Линдгрен", "ru"), ("Maria Lindgren", "en")],
        [(_KK, "person-2"), (_RU, "person-2"), (_EN, "person-2")],
        None,
        (),
    ),
    (
        "organization/wc-kz",
        "Organization",
        [
            ("Қазақстан Су кеңесі", "kk"),
            ("Су кеңесі", "kk", "short"),
            ("Водный совет Казахстана", "ru"),
            ("Water Council", "en"),
        ],
        [(_KK, "organization-1"), (_RU, "organization-1"), (_EN, "organization-1")],
        "wc-kz",
        (),
    ),
    (
        "organization/world-water-association",
        "Organization",
        [
            ("Дүниежүзілік су қауымдастығы", "kk"),
            ("ДСҚ", "kk", "acronym"),
            ("Всемирная водная ассоциация", "ru"),
            ("ВВА", "ru", "acronym"),
            ("World Water Association", "en"),
            ("WWA", "en", "acronym"),
        ],
        [(_KK, "organization-2"), (_RU, "organization-2"), (_EN, "organization-2")],
        None,
        (),
    ),
    ("country/kz", "Country", [("Қазақстан", "kk")], [(_KK, "country-1")], "kz", ()),
    ("place/astana", "Place", [("Астана", "kk"), ("Астана", "ru")], [(_KK, "place-1"), (_RU, "place-1")], None, ()),
    ("place/geneva", "Place", [("Geneva", "en")], [(_EN, "place-1")], None, ()),
    (
        "role/chair",
        "Role",
        [("Төраға", "kk"), ("Председатель", "ru"), ("Chairman", "en")],
        [(_KK, "role-1"), (_RU, "role-1"), (_EN, "role-1")],
        None,
        (),
    ),
    ("role/secretary-general", "Role", [("Бас хатшы", "kk")], [(_KK, "role-2")], None, ()),
    ("role/institutional-member", "Role", [("Институционалдық мүше", "kk")], [(_KK, "role-3")], None, ()),
    (
        "membership/asqar-bedelov-wc-kz-chair",
        "Membership",
        [],
        [(_KK, "membership-1"), (_RU, "membership-1"), (_EN, "membership-1")],
        None,
        (),
    ),
    (
        "membership/maria-lindgren-world-water-association-secretary-general",
        "Membership",
        [],
        [(_KK, "membership-2")],
        None,
        (),
    ),
    (
        "membership/wc-kz-world-water-association-institutional-member",
        "Membership",
        [],
        [(_KK, "membership-3")],
        None,
        (),
    ),
    ("meeting/2021-03-15-bedelov-lindgren", "Meeting", [], [(_KK, "meeting-1")], None, ()),
    ("meeting/2021-04-22-wc-kz-session", "Meeting", [], [(_RU, "meeting-1")], None, ()),
    ("meeting/2021-05-20-wwa-seminar", "Meeting", [], [(_EN, "meeting-1")], None, ()),
    ("program/chistaya-reka", "Program", [("Чистая река", "ru")], [(_RU, "program-1")], None, ()),
    ("program/rivers-us", "Program", [(HOSTILE_NAME, "en")], [(_EN, "program-1")], None, ()),
    (
        "agreement/konventsiya-ob-obshchikh-rekakh",
        "Agreement",
        [("Конвенция об общих реках", "ru")],
        [(_RU, "agreement-1")],
        None,
        (),
    ),
    (
        "election/2021-06-wwa",
        "Election",
        [("Выборы президента Всемирной водной ассоциации", "ru")],
        [(_RU, "election-1")],
        None,
        (),
    ),
]
