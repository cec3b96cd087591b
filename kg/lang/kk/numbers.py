"""Kazakh number words in all their forms, as data."""

from __future__ import annotations

from typing import Final

from kg.lang.numbers import NumberData

_CARDINALS: Final = {
    "нөл": 0, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90,
    "жүз": 100, "мың": 1000, "миллион": 1_000_000, "миллиард": 1_000_000_000,
}  # fmt: skip
_ORDINALS: Final = {
    "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6, "жетінші": 7, "сегізінші": 8,
    "тоғызыншы": 9, "оныншы": 10, "жиырмасыншы": 20, "отызыншы": 30, "қырқыншы": 40, "елуінші": 50,
    "алпысыншы": 60, "жетпісінші": 70, "сексенінші": 80, "тоқсаныншы": 90, "жүзінші": 100, "мыңыншы": 1000,
}  # fmt: skip
# All together: бесеуі, жетеуінің. "Бір" has few forms here, for бірге, бірде, бірі and біреу are other words.
_COLLECTIVES: Final = {"екеу": 2, "үшеу": 3, "төртеу": 4, "бесеу": 5, "алтау": 6, "жетеу": 7}
_ONE: Final = {"бір": (1, False), "біріншісі": (1, True)}

_CASES: Final = "ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те дан ден тан тен нан нен мен бен пен"
_COUNTED: Final = "і ы сі сы еу ау еуі ауы ін ын іне ына інде ында"  # 5-еуі, 3-і
_NTH: Final = "ші шы нші ншы інші ыншы сінші сыншы"  # 1-ші, 2-нші
_POSSESSED: Final = ("ы", "і", "сы", "сі")
_POSSESSED_CASES: Final = "ның нің на не н нда нде нан нен мен"

# Forms that are other words: for, his, there, him, gold, in practice, quarter.
_OTHER_WORDS: Final = (
    "үшін үші оны оның онда оған онан онымен онына онын алтын жүзі жүзін жүзінде жүзіне жүзінен жүзімен жүзінің мыңы "
    "тоқсаны тоқсанда тоқсаннан тоқсанға тоқсанның тоқсанды тоқсанын тоқсанына тоқсанында тоқсанынан тоқсанының"
)


def _forms(stem: str) -> list[str]:
    """Return a stem with every ending; some are against vowel harmony and never occur."""
    possessed = [stem + ending for ending in _POSSESSED]
    return [
        stem,
        *(stem + case for case in _CASES.split()),
        *possessed,
        *(p + case for p in possessed for case in _POSSESSED_CASES.split()),
    ]


def _all_forms() -> dict[str, tuple[int, bool]]:
    words, other = dict(_ONE), frozenset(_OTHER_WORDS.split())
    for stems, ordinal in ((_CARDINALS, False), (_COLLECTIVES, False), (_ORDINALS, True)):
        for stem, value in stems.items():
            words |= {form: (value, ordinal) for form in _forms(stem) if form not in other}
    return words | {"қырқы": (40, False)}


NUMBERS: Final = NumberData(
    words=_all_forms(),
    suffixes=frozenset(f"{_CASES} {_COUNTED}".split()),
    ordinal_suffixes=frozenset(_NTH.split()),
    scales={"млн": 1_000_000, "млрд": 1_000_000_000, "трлн": 10**12},
    not_after_ordinal=frozenset({"тоқсан"}),
)
