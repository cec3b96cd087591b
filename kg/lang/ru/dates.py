"""How Russian says dates: month names and other words in all their forms, and the orders they come in."""

from __future__ import annotations

from typing import Final

from kg.lang.date_words import DateData, Words

# Names as in CLDR; tests/lang/test_dates.py compares them with Babel.
MONTHS: Final = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
GENITIVE: Final = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
ABBREVIATED: Final = "янв февр мар апр мая июн июл авг сент окт нояб дек"
WEEKDAYS: Final = "понедельник вторник среда четверг пятница суббота воскресенье"

_WEEKDAY_FORMS: Final = (
    "понедельник понедельника понедельнику",
    "вторник вторника вторнику",
    "среда среду среды среде",
    "четверг четверга четвергу",
    "пятница пятницу пятницы пятнице",
    "суббота субботу субботы субботе",
    "воскресенье воскресенья воскресенью",
)


def _month(value: int, nominative: str, genitive: str) -> tuple[Words, ...]:
    stem = genitive[:-1]
    return (
        Words("month", f"{nominative} {stem}{'ю' if genitive.endswith('я') else 'у'}", value),
        Words("month_of", genitive, value),
        Words("month_in", f"{stem}е", value),
    )


_WORDS: Final = (
    *(
        Words("month_of", forms, value, dot="may")
        for value, forms in enumerate(ABBREVIATED.split(), 1)
        if forms not in GENITIVE.split()
    ),
    Words("month_of", "фев", 2, dot="may"),
    Words("month_of", "сен", 9, dot="must"),
    Words("month_of", "ноя", 11, dot="must"),
    *(row for value in range(12) for row in _month(value + 1, MONTHS.split()[value], GENITIVE.split()[value])),
    *(Words("weekday", forms, value) for value, forms in enumerate(_WEEKDAY_FORMS)),
    Words("yearword", "год года году годом годе"),
    Words("yearword", "г", dot="may"),
    Words("yearwords", "годы годов годах годам гг", dot="may"),
    Words("monthword", "месяц месяца месяце месяцу"),
    Words("dayword", "день дня дню днём днем"),
    Words("weekword", "неделя недели неделе неделю"),
    Words("quarter", "квартал квартала квартале кварталу кв", dot="may"),
    Words("roman", "i", 1),
    Words("roman", "ii", 2),
    Words("roman", "iii", 3),
    Words("roman", "iv", 4),
    Words("hour", "час часов часа часам ч", dot="may"),
    Words(
        "which", "этого этот этом этой эту этому нынешнего нынешнем нынешней нынешний текущего текущем текущей текущий"
    ),
    Words("which", "будущего будущем будущей будущий грядущего грядущем следующего следующем следующей следующую", 1),
    Words("which", "следующий", 1),
    Words("which", "тот того том той ту тому тем", 10),
    Words("which", "предыдущий предыдущего предыдущем", 9),
    Words("past", "прошлого прошлом прошлой прошлый прошлую минувшего минувшем минувшей минувший минувшую", -1),
    Words("the", "же самый самого"),
    Words("relday", "сегодня сегодняшний сегодняшняя сегодняшнее сегодняшнего сегодняшней сегодняшнем сегодняшнюю"),
    Words("relday", "завтра завтрашний завтрашняя завтрашнее завтрашнего завтрашней завтрашнем", 1),
    Words("relday", "вчера вчерашний вчерашняя вчерашнее вчерашнего вчерашней вчерашнем", -1),
    Words("relday", "послезавтра", 2),
    Words("relday", "позавчера", -2),
    Words("dayshift", "назавтра наутро на_другой_день на_следующий_день на_следующее_утро", 1),
    Words("dayshift", "днём_позже днем_позже днём_позднее днем_позднее через_день", 1),
    Words("dayshift", "через_два_дня спустя_два_дня два_дня_спустя двумя_днями_позже двумя_днями_позднее", 2),
    Words("dayshift", "через_три_дня спустя_три_дня три_дня_спустя тремя_днями_позже тремя_днями_позднее", 3),
    Words("dayshift", "неделей_позже неделей_позднее неделю_спустя спустя_неделю", 7),
    Words("dayshift", "двумя_днями_ранее двумя_днями_раньше", -2),
    Words("dayshift", "днём_ранее днем_ранее днём_раньше днем_раньше накануне", -1),
    Words("relyear", "т.г. т._г. с.г. с._г."),
    Words("since", "с со c"),  # the last one Latin, a common slip
    Words("until", "до по"),
    Words("after", "после"),
    Words("by", "к ко не_позднее не_позже"),
    Words("between", "между"),
    Words("in", "в во на от за"),
    Words("edge", "начале начала началу конце конца концу середине середины половине"),
    Words("and", "и"),
    Words(
        "stop", "улица улице улицы ул ул. проспект проспекте пр микрорайон площадь учебный учебного учебном учебному"
    ),
    Words(
        "nothing",
        "на_сегодня на_сегодняшний_день сегодняшний_день сегодняшнего_дня завтрашнего_дня завтрашний_день "
        "накануне_дня накануне_праздника накануне_выборов накануне_заседания накануне_визита накануне_встречи",
    ),
)

_D = "(day|badday) suffix?"
_DAYS = f"({_D} dash {_D}|({_D} comma){{0,3}} {_D} and {_D}|{_D}|oday)"
_WHICHYEAR = "(whichever the? yearword|relyear)"
_Y = f"(comma? year suffix? yearword?|{_WHICHYEAR})"
_PREP = "(since|until|after|by|between|in)"
_LEAD = f"{_PREP}? ((time|daymonth) hour? comma?)? ((relday|dayshift) comma?)? (in? weekday comma?)? in?"
_DATE = f"{_DAYS} (month_of|month) {_Y}? (comma? (in? weekday|relday))?"
_CLOCK = "(time|daymonth|day hour) hour?"
_TIME = f"(comma? (in|until|since|after) {_CLOCK} ((until|dash) {_CLOCK})?|comma? time hour?)?"

_RULES: Final = (
    ("two days", f"{_LEAD} {_DATE} (dash|until|and in?) {_DATE} {_TIME}"),
    ("from day to day", f"(since|between) {_D} (until|and) {_DATE} {_TIME}"),
    ("day", f"{_LEAD} {_DATE} {_TIME}"),
    ("numeric", f"{_LEAD} ((day|daymonth|full) (dash|until))? full yearword? {_TIME}"),
    ("months", f"{_PREP}? month_in? anymonth? (dash|until|and) in? anymonth {_Y}"),
    ("months without year", "(since month_of until anymonth|in month_in (dash|and) month_in)"),
    ("month of year", f"{_PREP}? edge? anymonth monthword? {_Y}"),
    (
        "month",
        "(in (month_in|month) monthword?|(in|since|until|after|by) oday? edge? month_of|by (month|edge month_of))",
    ),
    ("quarter", f"{_PREP}? (roman|oday|day suffix?) quarter {_Y}?"),
    ("years", f"{_PREP}? year suffix? yearword? (dash|and|until) in? year suffix? (yearword|yearwords)"),
    ("list of years", f"{_PREP}? (year comma){{1,3}} year and year (yearword|yearwords)"),
    ("year", f"{_PREP}? edge? (year suffix? yearword)"),
    ("relative day", f"{_PREP}? (which the? dayword|dayshift|relday) {_TIME}"),
    ("relative", f"{_PREP}? edge? (whichever the? (monthword|yearword|weekword)|relyear)"),
    ("weekday", f"{_PREP}? whichever? weekday {_TIME}"),
)

DATES: Final = DateData(
    words=_WORDS,
    suffixes="го е й я м му х ый ой ая ое ого ому ом ым ых ми",
    rules=_RULES,
    prepositions=True,
)
