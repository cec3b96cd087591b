"""What a Russian word form may be, by pymorphy3, and how to put it into another case; both remembered by form."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, NamedTuple

from kg.lang.cues import cues
from kg.lang.reading import Reading

_CASES = {
    "nomn": "Nom", "gent": "Gen", "gen2": "Gen", "gen1": "Gen", "datv": "Dat", "accs": "Acc", "acc2": "Acc",
    "ablt": "Ins", "loct": "Loc", "loc2": "Loc", "loc1": "Loc",
}  # fmt: skip
_TO_PYMORPHY = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_UD = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ", "LATN": "X", "UNKN": "X", "NUMB": "NUM", "ROMN": "NUM",
}  # fmt: skip
_NAMES = ("Name", "Surn", "Patr", "Geox", "Orgn")
CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
# Words of this genre that the dictionary takes for something else: аким is no given name here.
_OURS = {"аким": "Name", "акима": "Name"}
# Forms that the dictionary has for a rare word first: вели is no river here.
_RATHER = {"вели": "вести"}
# Participles that are posts: заведующая кафедрой.
_SUBSTANTIVES = {"заведовать": "заведующий"}
# Others are as often adjectives or verbs: управляющий трестом, уполномоченный по правам, but уполномоченный орган.
_ALSO_POSTS = {"управлять": "управляющий", "командовать": "командующий", "уполномоченный": "уполномоченный"}
_OF_POSTS = {post: lemma for lemma, post in (_SUBSTANTIVES | _ALSO_POSTS).items()}
ADJECTIVES = frozenset({"ADJF", "PRTF"})
_ORDINAL = re.compile(r"(\d+)-([а-я]{1,3})$")
_ORDINAL_ENDS = {
    **{"й": ("ый", "ой"), "я": ("ая",), "е": ("ое", "ые"), "го": ("ого",), "му": ("ому",), "м": ("ым", "ом")},
    **{"ю": ("ую",), "х": ("ых",), "ми": ("ыми",), "ый": ("ый",), "ая": ("ая",), "ое": ("ое",), "ые": ("ые",)},
    **{"ой": ("ой",), "ом": ("ом",), "ым": ("ым",), "ого": ("ого",), "ому": ("ому",), "ую": ("ую",), "ых": ("ых",)},
}
# замруководителя, завкафедрой: a clipped word and whose or over what never decline together.
_CLIPPED_POSTS = cues("ru").words["posts-never-declined"]
_ORDINAL_NOMINATIVE = {"Masc": "й", "Fem": "я", "Neut": "е"}


@dataclass(slots=True, unsafe_hash=True)  # frozen ones take three times as long to make
class Form:
    """One way to understand a word form, never changed.

    It has pymorphy's part of speech and the features that agreement needs.
    ``name`` is "Name", "Surn", "Patr", "Geox", "Orgn" or ""; ``known`` tells that the dictionary has the word;
    ``fixed`` that it does not decline.
    """

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    gender: str = ""
    animate: bool = False
    name: str = ""
    fixed: bool = False
    known: bool = True
    tense: str = ""
    person: str = ""
    passive: bool = False
    transitive: bool = False
    plain: bool = False  # a quality, which no name needs (новый), a pronoun (этот), an ordinal
    score: float = 0.0


@cache
def _analyzer() -> Any:
    import pymorphy3  # type: ignore[import-untyped]

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65_536)
def _parses(word: str) -> tuple[Any, ...]:
    return tuple(_analyzer().parse(word.replace("\u2011", "-")))


def _ordinal(word: str) -> tuple[Form, ...]:
    """Return the readings of 42-е, 7-го: those of an ordinal in words that ends so."""
    found = _ORDINAL.match(word)
    if found is None:
        return ()
    alike = [form for end in _ORDINAL_ENDS.get(found[2], ()) for form in forms(f"девят{end}") if form.pos == "ADJF"]
    return tuple(replace(form, lemma=f"{found[1]}-й") for form in dict.fromkeys(alike))


@lru_cache(maxsize=65_536)
def forms(word: str) -> tuple[Form, ...]:
    """Return the ways to understand a word form, the likeliest first."""
    if word[0].isdigit() and (ordinal := _ordinal(word)):
        return ordinal
    if word.lower() in _CLIPPED_POSTS:
        lemma = word.lower()
        return tuple(Form(lemma, "NOUN", case, "Sing", "Masc", animate=True, fixed=True) for case in CASES)
    told = [(parse, _told_by(parse.tag)) for parse in _parses(word)]
    kept = list(dict.fromkeys(_form(parse, tag) for parse, tag in told if not tag.vocative))
    if word.islower() and any(form.known and not form.name for form in kept):  # лука is of лук, and no Лука
        kept = [form for form in kept if form.name not in ("Name", "Surn", "Patr")]
    if kept and kept[0].pos == "VERB" and kept[0].tense == "Fut":
        # реализует is of both aspects: the present, unless a day tells otherwise
        lemma = kept[0].lemma
        kept.sort(key=lambda form: not (form.pos == "VERB" and form.tense == "Pres" and form.lemma == lemma))
    if word.lower() in _RATHER:
        kept.sort(key=lambda form: form.lemma != _RATHER[word.lower()])
    kept = _told_not_bidden(kept)
    if ours := next((lemma for lemma in _OURS if word.lower().startswith(lemma)), None):
        kept = [f for f in kept if (f.lemma == ours and f.gender == "Masc") or f.lemma.startswith("замаким")] or kept
    return (*kept, *(_as_post(form) for form in kept if _may_be_post(form)))


def _may_be_post(form: Form) -> bool:
    """Tell whether a participle may be a post by itself: управляющий, but not управляемый."""
    stands = form.pos in ADJECTIVES and form.gender != "Neut" and not form.passive and form.tense in ("", "Pres")
    return stands and form.lemma in _ALSO_POSTS


def _as_post(form: Form) -> Form:
    return replace(form, lemma=_ALSO_POSTS[form.lemma], pos="NOUN", animate=True, tense="", transitive=False, score=0.1)


def _told_not_bidden(found: list[Form]) -> list[Form]:
    """пришли is of прийти, not a bidding of прислать; прошедшем is of what took place, not of the past."""
    if any(f.pos == "PRTF" for f in found):
        return [f for f in found if f.pos != "NOUN" or not f.lemma.endswith("шее")]
    if found and found[0].pos == "VERB" and not found[0].tense and any(f.tense == "Past" for f in found):
        return sorted(found, key=lambda form: form.tense != "Past")
    return found


class _Tag(NamedTuple):
    """What all word forms of one tag have in common; the rest is as in Form."""

    pos: str
    case: str
    number: str
    gender: str
    animate: bool
    name: str
    fixed: bool
    tense: str
    person: str
    passive: bool
    transitive: bool
    plain: bool
    vocative: bool


@lru_cache(maxsize=16_384)  # the dictionary has some 5,000
def _told_by(tag: Any) -> _Tag:
    grammemes = tag.grammemes
    pos = str(tag.POS or "")
    if not pos:
        pos = "LATN" if "LATN" in tag else "NUMB" if "NUMB" in tag else "ROMN" if "ROMN" in tag else "UNKN"
    if "UNKN" in tag or "PNCT" in tag:
        pos = "UNKN"
    return _Tag(
        pos=pos,
        case=_CASES.get(str(tag.case or ""), ""),
        number={"sing": "Sing", "plur": "Plur"}.get(str(tag.number or ""), ""),
        gender=_GENDERS.get(str(tag.gender or ""), ""),
        animate="anim" in grammemes,
        name=next((n for n in _NAMES if n in grammemes), ""),
        fixed="Fixd" in grammemes,
        tense={"past": "Past", "pres": "Pres", "futr": "Fut"}.get(str(tag.tense or ""), ""),
        person=str(tag.person or "")[:1],
        passive="pssv" in grammemes,
        transitive="tran" in grammemes,
        plain=bool(grammemes & {"Qual", "Apro", "Anum"}),
        vocative="voct" in grammemes,
    )


def _form(parse: Any, tag: _Tag) -> Form:
    pos, lemma, animate = tag.pos, parse.normal_form, tag.animate
    if pos == "PRTF" and lemma in _SUBSTANTIVES:
        pos, lemma, animate = "NOUN", _SUBSTANTIVES[lemma], True
    return Form(
        lemma,
        pos,
        tag.case,
        tag.number,
        tag.gender,
        animate,
        tag.name,
        tag.fixed,
        _is_known(parse),
        tag.tense,
        tag.person,
        tag.passive,
        tag.transitive,
        tag.plain,
        round(float(parse.score), 3),
    )


def _is_known(parse: Any) -> bool:
    """Tell whether the dictionary has a word."""
    return _from_dictionary(parse) or _in_dictionary(parse.word)


def _from_dictionary(parse: Any) -> bool:
    """Tell whether a reading is the dictionary's alone: (unit, word, paradigm, index in it)."""
    methods = parse.methods_stack
    return len(methods) == 1 and len(methods[0]) == 4


@lru_cache(maxsize=16_384)
def _in_dictionary(word: str) -> bool:
    analyzer = _analyzer()
    return bool(analyzer.dictionary.word_is_known(word, analyzer.char_substitutes))


@lru_cache(maxsize=65_536)
def analyse(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word form with the features of Universal Dependencies."""
    found = []
    for form in forms(word):
        verb_form = {"VERB": "Fin", "INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}.get(form.pos, "")
        reading = Reading(
            form.lemma,
            "PROPN" if form.name in ("Name", "Surn", "Patr", "Geox") and word[:1].isupper() else _UD.get(form.pos, "X"),
            form.case,
            form.number,
            verb_form=verb_form,
            tense=form.tense,
            voice="Pass" if form.passive else "",
        )
        found.append(reading)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=65_536)
def lemma_of(word: str) -> str:
    """Return the dictionary form of a word, an abbreviation as it stands."""
    if word.isupper() and len(word) > 1:
        return word
    found = forms(word)
    noun = next((f for f in found if f.pos == "NOUN" and f.case == "Nom" and f.number == "Sing"), None)
    chosen = noun or (found[0] if found else None)
    return chosen.lemma if chosen else word.lower()


@lru_cache(maxsize=65_536)
def inflected(word: str, lemma: str, pos: str, case: str, number: str = "", gender: str = "") -> str:
    """Return a word in another case (number, gender) with the capitals of the form; the form if it can't be."""
    if word[0].isdigit() and (ordinal := _ORDINAL.match(word)):
        end = "е" if number == "Plur" else _ORDINAL_NOMINATIVE.get(gender, ordinal[2])
        return f"{ordinal[1]}-{end}" if case == "Nom" else word
    parse = next((p for p in _parses(word) if p.normal_form == lemma and str(p.tag.POS) == pos), None)
    if parse is None and lemma in _OF_POSTS:
        parse = next((p for p in _parses(word) if p.normal_form == _OF_POSTS[lemma] and p.tag.gender != "neut"), None)
    if parse is None:
        return word
    wanted = {_TO_PYMORPHY[case]}
    if number:
        wanted.add({"Sing": "sing", "Plur": "plur"}[number])
    if gender and number != "Plur" and pos in ADJECTIVES:
        wanted.add({"Masc": "masc", "Fem": "femn", "Neut": "neut"}[gender])
    if _from_dictionary(parse) and "Supr" not in parse.tag:
        _, stands, paradigm, index = parse.methods_stack[0]
        made_of = _form_of_paradigm(paradigm, index, frozenset(wanted), parse)
        return like(word, _written(stands, paradigm, index, made_of)) if made_of is not None else word
    made = _inflected(parse, wanted)
    if made is not None and "Supr" in parse.tag:
        # высшей школы is of высшая, not of высочайшая, which the dictionary gives for the same word
        alike = [p for p in parse.lexeme if "Supr" in p.tag and wanted | made.tag.grammemes <= p.tag.grammemes]
        made = max(alike or [made], key=lambda p: word.lower().startswith(p.word[:-2]))
    return like(word, made.word) if made is not None else word


def _inflected(parse: Any, wanted: Collection[str]) -> Any:
    try:
        return parse.inflect(set(wanted))
    except ValueError:
        return None


_known_forms: dict[tuple[int, int, frozenset[str]], int | None] = {}


def _form_of_paradigm(paradigm: int, index: int, wanted: frozenset[str], parse: Any) -> int | None:
    """Return which form of a paradigm has what is wanted; all words of the paradigm share it, so it is asked once."""
    key = (paradigm, index, wanted)
    if key not in _known_forms:
        made = _inflected(parse, wanted)
        _known_forms[key] = made.methods_stack[0][3] if made is not None else None
    return _known_forms[key]


def _written(stands: str, paradigm: int, index: int, made_of: int) -> str:
    """Return another form of a dictionary word: as pymorphy does, from its stem, a prefix and an ending."""
    dictionary = _analyzer().dictionary
    table = dictionary.paradigms[paradigm]
    length = len(table) // 3
    stem = dictionary.build_stem(table, index, stands)
    prefix = dictionary.paradigm_prefixes[table[2 * length + made_of]]
    return f"{prefix}{stem}{dictionary.suffixes[table[made_of]]}"


def like(form: str, word: str) -> str:
    """Write a word with the capitals of a form."""
    if "ё" in form.lower() and "ё" not in word and "е" in word and len(form) == len(word):
        word = "".join("ё" if f in "ёЁ" and w == "е" else w for f, w in zip(form, word, strict=True))
    if len(form) == len(word) and "й" in form[:-2].lower():
        # the dictionary spells Аль-Кайды as of Аль-Каида
        word = "".join("й" if f in "йЙ" and w == "и" else w for f, w in zip(form[:-2], word, strict=False)) + word[-2:]
    if "ё" not in form.lower():
        word = word.replace("ё", "е")
    if form.isupper() and len(form) > 1:
        return word.upper()
    if "-" in form and word.count("-") == form.count("-"):
        return "-".join(like(f, w) for f, w in zip(form.split("-"), word.split("-"), strict=True))
    return word[:1].upper() + word[1:] if form[:1].isupper() else word
