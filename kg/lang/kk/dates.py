"""How Kazakh says dates: month names and other words in all their forms, and the orders they come in."""

from __future__ import annotations

from typing import Final

from kg.lang.date_words import DateData, Words

# Names as in CLDR; tests/lang/test_dates.py compares them with Babel.
MONTHS: Final = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
ABBREVIATED: Final = "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел"
WEEKDAYS: Final = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"
JUNE: Final = 6  # маусым is also a season: маусымда alone is no date, 2017 жылы маусымда is

# Endings whatever the vowel harmony: a form against it does no harm, for nobody writes it.
_IN: Final = "да де та те нда нде ында інде сында сінде дағы дегі тағы тегі ындағы індегі сындағы сіндегі"
_OF: Final = "ның нің дың дің тың тің ының інің сының сінің"
_FROM: Final = "дан ден тан тен нан нен ынан інен сынан сінен"
_TO: Final = "ға ге қа ке на не ына іне сына сіне"
_OTHER: Final = "ы і сы сі ды ді ты ті ны ні ын ін сын сін мен бен пен ымен імен"


def _with(stem: str, endings: str) -> str:
    return " ".join(stem + ending for ending in endings.split())


def _possessed(ordinals: str) -> str:
    """Return the forms of ordinals that stand for one of those spoken of: біріншісі, екіншісінде, алтыншысы."""
    stems = [word + ("сы" if word.endswith("ы") else "сі") for word in ordinals.split()]
    cases = {"ы": " ның н на нда нан мен", "і": " нің н не нде нен мен"}
    return " ".join(stem + case for stem in stems for case in ("", *cases[stem[-1]].split()))


def _month(value: int, stem: str) -> tuple[Words, ...]:
    season = value == JUNE
    return (
        Words("month_season" if season else "month", stem, value),
        Words("month", _with(stem, _OTHER), value),
        Words("season_in" if season else "month_in", _with(stem, _IN), value),
        Words("month_of", f"{_with(stem, _OF)} {stem}_айының", value),
        Words("month_from", _with(stem, _FROM), value),
        Words("month_to", _with(stem, _TO), value),
        Words("month", ABBREVIATED.split()[value - 1], value, dot="must"),
    )


def _weekday(value: int, stem: str) -> tuple[Words, ...]:
    return (
        Words("weekday", f"{stem} {_with(stem, _IN)} {_with(stem, _OF)} {_with(stem, _TO)}", value),
        Words("weekday", f"осы_аптаның_{stem}сінде осы_аптаның_{stem}сында осы_аптаның_{stem}_күні", value),
        Words("weekday", _with(stem, _FROM), value, "since"),
    )


_WORDS: Final = (
    *(row for value, stem in enumerate(MONTHS.split(), 1) for row in _month(value, stem)),
    *(row for value, stem in enumerate(WEEKDAYS.split()) for row in _weekday(value, stem)),
    Words(
        "yearword",
        "жыл жылы жылғы жылдың жылының жылға жылына жылды жылын жылдағы жылында жылындағы",
    ),
    Words("yearword", "жылмен жылда жылғымен"),
    Words("yearword", "жылдан жылынан", relation="since"),
    Words("yearword", "ж", dot="may"),
    Words("pronoun", _possessed("бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы")),
    Words("yearwords", "жылдар жылдары жылдардың жылдарының жылдарға жылдарына жылдарда жылдарында жылдарындағы"),
    Words("yearwords", "жж", dot="may"),
    Words("monthword", "ай айы айда айында айының айын айына айға айындағы айдағы айдың айлары айларында айларының"),
    Words("monthword", "айдан айынан", relation="since"),
    Words("dayword", "күн күні күнгі күнінде күнінің күніне күндері күннің"),
    Words("dayword", "күннен күнінен", relation="since"),
    Words("weekword", "аптада апта аптаның аптадағы аптасында"),
    Words("quarter", "тоқсан", 90),  # in a year it is ninety: мың тоғыз жүз тоқсан бірінші жылы
    Words("quarter", "тоқсаны тоқсанда тоқсанында тоқсанның тоқсанының тоқсанға тоқсанына тоқсанындағы"),
    Words("quarter", "тоқсаннан тоқсанынан", relation="since"),
    Words("roman", "i", 1),
    Words("roman", "ii", 2),
    Words("roman", "iii", 3),
    Words("roman", "iv", 4),
    Words("hour", "сағат"),
    Words("which", "осы ағымдағы үстіміздегі"),
    Words("which", "келесі келер алдағы", 1),
    Words("which", "сол", 10),
    Words("which", "алдыңғы бұрынғы", 9),
    Words("past", "өткен", -1),
    Words("relday", "бүгін бүгінгі бүгінге бүгіннен"),
    Words("relday", "ертең ертеңгі", 1),
    Words("relday", "кеше кешегі күні_кеше", -1),
    Words("relday", "бүрсігүні арғы_күні", 2),
    Words("relday", "алдыңгүні бұрнағы_күні", -2),
    Words("dayshift", "ертеңіне ертесіне ертеңінде ертесінде бір_күннен_кейін бір_күннен_соң бір_күн_өткен_соң", 1),
    Words("dayshift", "сол_күннің_ертеңіне сол_күннің_ертесіне сол_күннің_ертеңінде", 1),
    Words("dayshift", "екі_күннен_кейін екі_күннен_соң екі_күн_өткен_соң арада_екі_күн_өткен_соң", 2),
    Words("dayshift", "үш_күннен_кейін үш_күннен_соң", 3),
    Words("dayshift", "сол_кеште сол_кешінде сол_түні сол_таңда"),
    Words("dayshift", "бір_күн_бұрын бір_күн_ерте", -1),
    Words("dayshift", "екі_күн_бұрын", -2),
    Words("relyear", "биыл биылғы биылдың биылдыққа б.ж. б._ж. а.ж. а._ж."),
    Words("relyear", "биылдан", relation="since"),
    Words("relyear", "былтыр былтырғы былтырдың", -1),
    Words("relyear", "былтырдан", -1, "since"),
    Words("since", "бастап бері бергі бастау"),
    Words("until", "дейін дейінгі шейін"),
    Words("after", "кейін кейінгі соң"),
    Words("by", "қарай кешіктірмей кешіктірілмей"),
    Words("between", "аралығында аралығындағы арасында арасындағы"),
    Words("edge", "басында басынан соңында соңына ортасында ортасына аяғында аяғына басындағы соңындағы"),
    Words("and", "және мен бен пен"),
    Words("stop", "көшесі көшесінде көшесінің к-сі даңғылы даңғылында астам артық бұрын жуық"),
    Words(
        "nothing",
        "бүгінгі_таңда бүгінгі_күні бүгінгі_күнде бүгінгі_күнге бүгінгі_күн осы_күнге бүгін_таңда",
    ),
    Words("nothing", "осы_күндері сол_күндері бұл_күндері"),
    Words("dayshift", "бұрын_күні", -1),
)

_Y = "(year suffix? yearword|which yearword|past yearword|relyear yearword?)"
_D = "(day|badday) suffix?"
_DAYS = f"({_D} dash {_D}|({_D} comma){{0,3}} {_D} and {_D}|{_D}|oday !month_season !season_in)"
_LEAD = f"(relday comma?)? ({_Y} comma?)? (weekday dayword? comma?)?"
_DATE = f"{_LEAD} {_DAYS} anymonth monthword? dayword? (comma? year yearword?)? (comma? weekday dayword?)?"
_TIME = "(comma? (hour (time|daymonth|day)|time) suffix? ((dash|since)? (time|daymonth) suffix?)?)?"
_TAIL = "between? edge? (since|until|after|by)?"
_ORD = "(roman|oday|day suffix?) dash?"

_RULES: Final = (
    ("two days", f"{_DATE} (since|dash|and)? {_DATE} {_TIME} {_TAIL}"),
    ("from day to day", f"({_Y} comma?)? day suffix day suffix? anymonth {_TIME} until"),
    ("day", f"{_DATE} {_TIME} {_TAIL}"),
    (
        "day after its month",
        f"({_Y} comma?)? month_of ({_D} (dash|and) {_D}|day suffix|day dayword|oday) dayword? {_TAIL}",
    ),
    ("numeric", f"((day|daymonth|full) dash)? full yearword? {_TIME} {_TAIL}"),
    ("day of this month", f"which monthword day (suffix|dayword) dayword? {_TAIL}"),
    ("months of years", f"{_Y} comma? anymonth monthword? (since|dash|and)? {_Y} comma? anymonth monthword? {_TAIL}"),
    ("months", f"{_Y} comma? anymonth monthword? (since|dash|and) anymonth monthword? {_TAIL}"),
    ("from month to month", f"({_Y} comma?)? month_from monthword? since? (anymonth monthword?) until"),
    ("months without year", f"anymonth dash anymonth monthword {_TAIL}"),
    ("month of year", f"{_Y} comma? (casemonth|month_season monthword|month_season dash) monthword? {_TAIL}"),
    ("month before year", f"anymonth monthword? comma? year yearword {_TAIL}"),
    ("quarter", f"({_Y} comma?)? {_ORD} quarter {_TAIL}"),
    ("years", f"year suffix? yearword? (dash|and) year suffix? (yearword|yearwords) {_TAIL}"),
    ("from year to year", "year suffix? yearword since? year suffix? yearword until"),
    ("year", f"year suffix? yearword dayword? {_TAIL}"),
    ("month", f"(month_in|casemonth monthword|month_season monthword|month_from since?|month_of edge) {_TAIL}"),
    ("until month", "month_to (until|by)"),
    ("relative day", f"(which dayword|dayshift|relday) {_TIME} {_TAIL}"),
    ("relative", f"(whichever (monthword|yearword|weekword)|relyear yearword?) {_TAIL}"),
    ("weekday", f"whichever? weekday dayword? {_TIME} {_TAIL}"),
)

_SUFFIXES: Final = (
    "і ы сі сы да де та те інде ында сінде сында не на ге ға ке қа іне ына сіне сына нің ның дің дың тің тың "
    "інің ының сінің сының ді ды ті ты ін ын ші шы нші ншы інші ыншы сінші сыншы гі ғы дегі дағы тегі тағы "
    "індегі ындағы мен бен пен"
)

DATES: Final = DateData(
    words=_WORDS,
    suffixes=_SUFFIXES,
    since_suffixes="ден дан тен тан нен нан інен ынан сінен сынан",
    rules=_RULES,
    prepositions=False,
    lookalikes=(("i", "і"),),
    towns="қазан",
)
