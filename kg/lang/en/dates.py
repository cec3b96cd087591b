"""How English says dates: month names and other words, and the orders they come in."""

from __future__ import annotations

from typing import Final

from kg.lang.date_words import DateData, Words

# Names as in CLDR; tests/lang/test_dates.py compares them with Babel.
MONTHS: Final = "january february march april may june july august september october november december"
ABBREVIATED: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday"

# since its foundation in 1991: a thing has been so since that day
_SINCE_IT_BEGAN: Final = " ".join(
    f"since_{whose}_{deed}_{preposition}"
    for whose in ("its", "their", "the")
    for deed in ("foundation", "founding", "establishment", "creation", "inception")
    for preposition in ("in", "on")
)

_WORDS: Final = (
    *(Words("month", form, value, dot="may") for value, form in enumerate(ABBREVIATED.split(), 1)),
    Words("month", "sept", 9, dot="may"),
    *(Words("month", form, value) for value, form in enumerate(MONTHS.split(), 1)),
    *(Words("weekday", form, value) for value, form in enumerate(WEEKDAYS.split())),
    Words("yearword", "year"),
    Words("yearwords", "years"),
    Words("monthword", "month"),
    Words("dayword", "day"),
    Words("weekword", "week"),
    Words("quarter", "quarter"),
    Words("quarter", "q1 q2 q3 q4"),
    Words("roman", "i ii iii iv"),
    Words("meridiem", "am a.m. a.m"),
    Words("meridiem", "pm p.m. p.m", 12),
    Words("which", "this current"),
    Words("which", "next coming upcoming", 1),
    Words("which", "same that", 10),
    Words("which", "following", 11),
    Words("which", "previous preceding", 9),
    Words("past", "last past", -1),
    Words("relday", "today"),
    Words("relday", "tomorrow", 1),
    Words("relday", "yesterday", -1),
    Words("relday", "the_day_after_tomorrow", 2),
    Words("relday", "the_day_before_yesterday", -2),
    Words("relday", "this_morning this_afternoon this_evening tonight"),
    Words("relday", "last_night", -1),
    Words("dayshift", "that_morning that_afternoon that_evening that_night the_same_morning the_same_afternoon"),
    Words("dayshift", "the_same_evening later_in_the_day earlier_in_the_day"),
    Words("dayshift", "a_day_later one_day_later the_day_after next_morning next_afternoon next_evening", 1),
    Words("dayshift", "following_morning following_afternoon following_evening morning_after", 1),
    Words("dayshift", "a_day_earlier one_day_earlier the_day_before a_day_before previous_evening", -1),
    Words("dayshift", "previous_morning previous_afternoon evening_before night_before", -1),
    Words("dayshift", "two_days_later", 2),
    Words("dayshift", "two_days_earlier two_days_before", -2),
    Words("dayshift", "three_days_later", 3),
    Words("dayshift", "three_days_earlier three_days_before", -3),
    Words("lastday", "closing_day final_day last_day concluding_day"),
    Words("lastday", "opening_day", 1),
    Words("since", "since from starting as_of effective with_effect_from"),
    Words("since", _SINCE_IT_BEGAN),
    Words("until", "until till through to before"),
    Words("after", "after"),
    Words("by", "by no_later_than not_later_than"),
    Words("between", "between"),
    Words("in", "on in at during for within period"),
    Words("of", "of"),
    Words("the", "the"),
    Words("edge", "early late mid mid- end beginning start middle half spring summer autumn fall winter"),
    Words("and", "and"),
    Words("stop", "academic school street avenue"),
    Words("nothing", "to_this_day"),
)

_D = "(day|badday) suffix?"
_DAYS = f"({_D} (dash|until) the? {_D}|({_D} comma){{0,3}} {_D} comma? and the? {_D}|{_D}|oday)"
_WHICHYEAR = "(of? the? whichever yearword)"
_Y = f"(comma? of? the? yearword? year|{_WHICHYEAR})"
_PREP = "(since|until|after|by|between|in|of)"
_BOUND = "(since|until|after|by|in)"
_CLOCK = "(time meridiem?|day meridiem)"
_LEAD = f"{_PREP}? ({_CLOCK} comma? {_PREP}?)? (relday comma?)? ({_PREP}? whichever? weekday comma?)? {_PREP}? the?"
_DM = f"the? {_DAYS} dayword? of? month {_Y}?"
_MD = f"month the? {_DAYS} {_Y}?"
_TIME = f"(comma? (in|since|until|after|by)? {_CLOCK} ((until|dash) {_CLOCK})?)?"
_EDGE = "(oday? edge dash? of?)?"

_RULES: Final = (
    ("two days", f"{_LEAD} ({_DM}|{_MD}) (comma? relday)? (dash|until|and in?) ({_DM}|{_MD}) {_TIME}"),
    ("day", f"{_LEAD} ({_DM}|{_MD}) (comma? relday)? {_TIME}"),
    ("numeric", f"{_LEAD} ((day|daymonth|full) (dash|until))? full {_TIME}"),
    ("months", f"{_PREP}? the? month {_Y}? (dash|until|and) month {_Y}"),
    ("months without year", "(since month until month|(between|in) month (dash|and) month)"),
    ("month of year", f"{_PREP}? the? {_EDGE} month {_Y}"),
    (
        "month",
        f"({_BOUND} the? {_EDGE} month|edge dash? of? month|{_BOUND}? whichever month) !day",
    ),
    ("quarter", f"{_PREP}? the? ((roman|oday|day suffix?) quarter|quarter) {_Y}"),
    ("bare quarter", "in the? (roman|oday) quarter"),
    ("years", f"{_PREP} the? (yearword|yearwords)? year (dash|until|and) year !dash"),
    ("list of years", f"{_PREP} the? yearwords? year comma (year comma){{0,2}} and year"),
    ("list of years without comma", f"{_PREP} the? yearwords? year comma (year comma?){{1,2}} and year"),
    ("year", f"{_PREP} the? ({_EDGE} the?) yearword? year !dash"),
    ("year with its word", f"({_EDGE} yearword year|edge dash? of? year) !dash"),
    ("relative day", f"{_PREP}? the? (which dayword|dayshift|relday) {_TIME}"),
    ("day of a period", f"{_PREP}? (the? oday dayword|the? lastday)"),
    ("relative", f"{_PREP}? the? {_EDGE} the? whichever (monthword|yearword|weekword)"),
    ("weekday", f"{_PREP}? whichever? weekday {_TIME}"),
    ("day of the month told of", "(in|since|until|by) the day suffix !month"),
)

DATES: Final = DateData(
    words=_WORDS,
    suffixes="st nd rd th",
    rules=_RULES,
    prepositions=True,
    months_capital=True,
    # in 2000 villages, of 2019 voters; but since 2014 has, in 2019 was
    counted=r"(?:\s(?:more\s)?(?!(?:was|has|its|is|this|as|does|across|thus|his|us)\b)[a-z]+s\b|[  ]?%|\stenge\b)",
    ahead=(
        r"(?i)\b(?:will|shall|would|may|should|due|planned|scheduled|expected|to be|is to|are to|set for|invited|every"
        r"|each|hopes?|intends?|plans?|going to|upcoming|next|until|till|before|was to|were to|Mondays|Fridays)\b"
    ),
    moved=r"(?i)\b(?:postponed|moved|rescheduled|shifted|transferred|brought forward)\b[^.!?]*$",
)
