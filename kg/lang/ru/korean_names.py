"""Korean names in Russian text: three words of one syllable each, of which only the last declines."""

from __future__ import annotations

from kg.lang.ru.phrase import Phrase

_VOWELS = "аеёиоуыэюя"
_ENDINGS = ("ом", "ем", "а", "я", "у", "ю", "е")
_WORDS = 3


def of_three_syllables(phrase: Phrase, at: int, last: int) -> bool:
    """Tell whether a run is three words of one syllable each, as Korean names are: союза Пак Чжун Хо."""
    words = [phrase.lower(i) for i in range(at, last + 1)]
    return len(words) == _WORDS and all(_syllables(word) == 1 for word in words)


def begins_korean_name(phrase: Phrase, at: int) -> bool:
    """Послу Чо Тхэ Ику: the surname looks like a small word, but three such capitals, and no more, stand together."""
    end = at + _WORDS
    if end > phrase.size or phrase.opening(at) or not all(phrase.name_like[i] for i in range(at, end)):
        return False
    if any(phrase.taken[i] is not None for i in range(at, end)) or (end < phrase.size and phrase.name_like[end]):
        return False
    *first, last = (phrase.lower(i) for i in range(at, end))
    declined = _syllables(last) == 2 and last.endswith(_ENDINGS)
    return all(_syllables(word) == 1 for word in first) and (declined or _syllables(last) == 1)


def _syllables(word: str) -> int:
    return sum(letter in _VOWELS for letter in word)
