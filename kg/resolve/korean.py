"""Korean names however they are spelled: Ji-hoon, Jihun, Чи Хун and Джи Хун are 지훈, and Ji-hyun is not.

There is no one way to write Korean sounds in other letters, so each syllable that names are made of is spelled in all
ways that are in use: by the Revised and the older Romanization, by Kontsevich's Cyrillic, and as people write their own
names (Park, Lee, Young). Two names are one where they can be the same syllables. The syllables and the surnames are
those that are common in Korea.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import product

_SYLLABLES = (
    "가각간갑강건겸경계곤관광교구국궁권규균극근금기길나남내노능단달담대덕도동두득라락란람래량려력련렬령로록룡루륙륜률름리린림마막만맹명모"
    "목무묵문미민박반방배백범별병보복봉부북빈사산삼상새샘생서석선설섭성세소손솔송수숙순숭슬승시식신실아안애양억언업여역연열엽영예오옥온완"
    "왕요용우욱운울웅원월위유윤율융은을응의이익인일임자장재적전점정제조종주준중지직진찬창채천철청초추춘출충치탁탄태택판평포표필하학한함항"
    "해행향허헌혁현협형혜호홍화환회효훈휘희"
)
_SURNAMES = (
    "김이박최정강조윤장임림한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민나라진지엄채원천방공현함변여추도석선설마길"
    "연위표명기반왕금옥육인맹제모탁국은"
)
_FIRST_SYLLABLE = 0xAC00
_VOWELS, _CODAS = 21, 28
# Jamo in the order of Unicode; what never occurs in a name has no spelling.
_INITIALS = (
    ("g k gh", "к г"), ("kk", "кк"), ("n", "н"), ("d t", "т д"), ("tt", "тт"), ("r l", "р л"), ("m", "м"),
    ("b p", "п б"), ("pp", "пп"), ("s", "с"), ("ss", "сс"), ("", ""), ("j ch", "ч чж дж ж"), ("jj", "чч"),
    ("ch", "ч чх"), ("k", "к кх"), ("t", "т тх"), ("p", "п пх"), ("h", "х"),
)  # fmt: skip
_MEDIALS = (
    ("a", "а"), ("ae ai ay", "э е ай"), ("ya", "я"), ("yae", "е"), ("eo o u", "о"), ("e", "э е"),
    ("yeo you yu yo", "ё е йо ю"), ("ye", "е йе"), ("o", "о"), ("wa", "ва"), ("wae", "вэ ве"), ("oe oi oy", "ве вэ ой"),
    ("yo", "ё йо е"), ("u oo ou", "у"), ("wo weo", "во"), ("we", "ве вэ"), ("wi", "ви"), ("yu yoo", "ю"), ("eu u", "ы"),
    ("ui eui ee i", "ый ы и"), ("i ee", "и"),
)  # fmt: skip
_FINALS = {0: ("", ""), 1: ("k g ck", "к г"), 4: ("n", "н"), 8: ("l r", "ль л р"), 16: ("m", "м"), 17: ("p b", "п б"),
           19: ("t s", "т"), 21: ("ng", "н нг ң")}  # fmt: skip
# As tradition or people themselves write some, beside what the tables give.
_BESIDE = {
    "이": "lee li rhee ri rhie ли", "박": "park", "최": "tsoi tsoy choy цой чой", "정": "chung тен джунг чунг",
    "임": "lim rim лим", "유": "ryu yoo рю лю", "허": "hur her huh", "안": "ahn", "노": "roh ро", "여": "yuh",
    "성": "сунг", "오": "oh", "고": "koh", "조": "cho", "서": "suh", "하": "hah", "백": "paik", "우": "woo wu",
    "욱": "wook", "웅": "woong", "운": "woon", "시": "shi", "식": "shik", "신": "shin", "심": "shim",
    "실": "shil", "주": "chu", "영": "yung", "은": "un ун", "호": "hoh", "수": "sue", "림": "lim",
    "용": "ryong", "지": "jee", "리": "lee ли",
}  # fmt: skip


def same_korean(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """Tell whether the words of two names, surname first or last, are one Korean name; None if not both are Korean."""
    mine, theirs = _readings(one), _readings(other)
    return bool(mine & theirs) if mine and theirs else None


@lru_cache(maxsize=16_384)
def _readings(words: tuple[str, ...]) -> frozenset[str]:
    """Return the names in Korean letters, surname first, that words can spell; nothing if they are no Korean name."""
    if len(words) not in (2, 3):
        return frozenset()
    lower = [word.lower() for word in words]
    parted = ((lower[0], lower[1:]), (lower[-1], lower[:-1]))
    return frozenset(
        surname + given
        for own, rest in parted
        for surname in _spelled(_SURNAMES).get(own, ())
        for given in _syllables("".join(rest))
    )


def _syllables(word: str) -> set[str]:
    """Return the one or two syllables that a word can be read as."""
    table = _spelled(_SYLLABLES)
    found = set(table.get(word, ()))
    for cut in range(1, len(word)):
        found |= {a + b for a, b in product(table.get(word[:cut], ()), table.get(word[cut:], ()))}
    return found


@lru_cache(maxsize=2)
def _spelled(syllables: str) -> dict[str, frozenset[str]]:
    """Return which syllables each spelling in small letters stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    for syllable in syllables:
        for written in _spellings(syllable):
            found[written].add(syllable)
    return {written: frozenset(own) for written, own in found.items()}


def _spellings(syllable: str) -> set[str]:
    number = ord(syllable) - _FIRST_SYLLABLE
    parts = (
        _INITIALS[number // (_VOWELS * _CODAS)],
        _MEDIALS[number // _CODAS % _VOWELS],
        _FINALS[number % _CODAS],
    )
    found = set(_BESIDE.get(syllable, "").split())
    for script in (0, 1):
        spelled = [part[script].split() or [""] for part in parts]
        found |= {"".join(chosen) for chosen in product(*spelled)}
    return found
