"""Russian prepositions: the cases that they govern, and what part a noun phrase plays behind each."""

from __future__ import annotations

from typing import Final

# preposition: {case: function}; "" where the part is no one's that a relation asks for
GOVERNED: Final[dict[str, dict[str, str]]] = {
    "в": {"Loc": "at", "Acc": "to"},
    "во": {"Loc": "at", "Acc": "to"},
    "на": {"Loc": "at", "Acc": "to"},
    "с": {"Ins": "with", "Gen": "from"},
    "со": {"Ins": "with", "Gen": "from"},
    "к": {"Dat": "to"},
    "ко": {"Dat": "to"},
    "из": {"Gen": "from"},
    "от": {"Gen": "of-origin"},
    "у": {"Gen": "beside"},
    "о": {"Loc": "about", "Acc": "about"},
    "об": {"Loc": "about", "Acc": "about"},
    "обо": {"Loc": "about", "Acc": "about"},
    "по": {"Dat": "about", "Loc": "about"},
    "для": {"Gen": "about"},
    "за": {"Ins": "about", "Acc": "about"},
    "под": {"Ins": "about", "Acc": "about"},
    "над": {"Ins": "about"},
    "перед": {"Ins": "around"},
    "между": {"Ins": "between", "Gen": "between"},
    "после": {"Gen": "around"},
    "до": {"Gen": "around"},
    "без": {"Gen": "about"},
    "при": {"Loc": "about"},
    "через": {"Acc": "about"},
    "про": {"Acc": "about"},
    "против": {"Gen": "about"},
    "кроме": {"Gen": "about"},
    "среди": {"Gen": "about"},
    "около": {"Gen": "about"},
    "вокруг": {"Gen": "about"},
    "вместо": {"Gen": "instead"},
    "благодаря": {"Dat": "about"},
    "согласно": {"Dat": "about"},
    "накануне": {"Gen": "around"},
    "относительно": {"Gen": "about"},
    "вслед": {"Dat": "about"},
    "ради": {"Gen": "about"},
    "напротив": {"Gen": "about"},
    "помимо": {"Gen": "with"},
    "включая": {"Acc": "about"},
}

# Several words that together are a preposition: the case and function, then the words.
_ROWS: Final = (
    ("Ins led", "во главе с | во главе со"),
    ("Gen on-behalf", "от имени | от лица | со стороны"),
    (
        "Gen with",
        "с участием | при участии | под председательством | под сопредседательством | под руководством | в присутствии",
    ),
    ("Ins with", "вместе с | вместе со | совместно с | совместно со"),
    ("Gen during", "в ходе | во время | в рамках | по итогам | по завершении | по окончании | в завершение"),
    ("Gen during", "в конце | в начале | в течение | в процессе | по результатам"),
    ("Gen as", "на правах | в статусе"),
    ("Gen at", "в рядах | на базе | на площадке | в стенах | на территории | в помещении"),
    ("Gen around", "на полях | в кулуарах | в преддверии | в канун | перед началом | до начала"),
    (
        "Gen as",
        "в качестве | на пост | на должность | в должности | на посту | на должности | в должность | на место",
    ),
    ("Gen from-post", "с поста | с должности | от должности | от обязанностей | с места"),
    ("Gen to", "в состав | в ряды | в число | в члены | в семью | в составе | в работе"),
    ("Gen to", "в реализации | в осуществлении | в выполнении | к реализации | в реализацию"),
    ("Gen from", "из состава | из рядов | из числа"),
    (
        "Gen about",
        "с целью | в целях | по приглашению | по инициативе | по просьбе | по поручению | по словам | по мнению",
    ),
    ("Gen about", "по вопросам | по вопросу | на тему | по данным | по сообщению | при поддержке | за счёт | за счет"),
    ("Gen about", "в отношении | в адрес | в интересах | в честь | в память | в отличие от | на основе"),
    ("Gen about", "по линии | в пользу | в виде | по случаю | вне зависимости от"),
    ("Ins about", "в связи с | в соответствии с | по сравнению с"),
    ("Ins with", "наряду с"),
)
COMPOUND: Final[dict[str, dict[str, str]]] = {
    words: {row.split(" ")[0]: row.split(" ")[1]} for row, phrases in _ROWS for words in phrases.split(" | ")
}
# How many words such a preposition may have that ends in a word, the most first: с -> 3 (в связи с), 2 (вместе с).
LENGTHS_BY_LAST: Final[dict[str, tuple[int, ...]]] = {
    last: tuple(sorted({len(words.split()) for words in COMPOUND if words.split()[-1] == last}, reverse=True))
    for last in {words.split()[-1] for words in COMPOUND}
}
