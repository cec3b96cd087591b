"""Announcements made up for measuring: as many as wanted, in Kazakh, Russian and English, about one invented world.

    python -m tests.benchmarks.texts 10000 FOLDER

The same number and seed give the same texts. Each event is announced in three languages. The people and bodies of the
world grow more slowly than the number of announcements, as they do in an archive: everyone is spoken of again and
again, a few of them very often.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from types import SimpleNamespace as Forms
from typing import Any

LANGUAGES = ("kk", "ru", "en")
World = tuple[list[dict[str, Forms]], list[dict[str, Forms]]]
"""The people and the bodies, each in the forms of each language."""


@dataclass(frozen=True, slots=True)
class Text:
    """One announcement: its id, language, the day it is published, and the whole text with date line and title."""

    id: str
    lang: str
    published: str
    text: str


def texts(number: int, seed: int = 1) -> Iterator[Text]:
    """Yield that many announcements; ``seed`` chooses another world."""
    world = _world(number, seed)
    for place in range(number):
        yield _text(place, Random(f"{seed}/{place // 3}"), LANGUAGES[place % 3], world)


def write(number: int, folder: Path, seed: int = 1) -> None:
    """Write that many announcements as text files, a thousand to a folder."""
    for place, one in enumerate(texts(number, seed)):
        home = folder / f"{place // 1000:04}"
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{one.id}.txt").write_text(one.text, "utf-8")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("texts.toml").read_text("utf-8"))


def _world(number: int, seed: int) -> World:
    """Make a thousand people for 10,000 announcements, five thousand for 100,000, and half as many bodies."""
    chance, size = Random(seed), 20 + int(number**0.75)
    people = _distinct((_person(chance) for _ in range(20 * size)), size)
    return people, _distinct((_body(chance) for _ in range(20 * size)), size // 2)


def _distinct(made: Iterable[dict[str, Forms]], most: int) -> list[dict[str, Forms]]:
    return list({one["en"].name: one for one in made}.values())[:most]


def _text(place: int, chance: Random, lang: str, world: World) -> Text:
    day = date(2012, 1, 1) + timedelta(chance.randrange(5000))
    words = _words(chance, lang, world, day)
    title = chance.choice(list(zip(*(_data()["titles"][each] for each in LANGUAGES), strict=True)))
    sentences = [_data()["sentences"][0], *chance.sample(_data()["sentences"][1:], chance.randint(4, 8))]
    told = " ".join(sentence[lang].format(**words) for sentence in sentences)
    headline = title[LANGUAGES.index(lang)].format(**words)
    text = f"{day:%d.%m.%Y} 15:30 |\n{headline[0].upper()}{headline[1:]}\n{told}\n"
    return Text(f"{day}-{place:07}-{lang}", lang, str(day), text)


def _words(chance: Random, lang: str, world: World, day: date) -> dict[str, Any]:
    """Choose who and what is spoken of; the first of the world far more often than the last."""
    people, bodies = ([_often(chance, of) for _ in range(2)] for of in world)
    return {
        "p": people[0][lang],
        "q": people[1][lang],
        "b": bodies[0][lang],
        "c": bodies[1][lang],
        "city": _row(chance, "cities")[lang],
        "theme": _row(chance, "themes")[lang],
        "year": chance.randint(1995, 2010),
        "count": chance.randint(11, 190),
        "day": _day(day),
        "next": _day(day + timedelta(chance.randint(3, 60))),
    }


def _often(chance: Random, among: list[dict[str, Forms]]) -> dict[str, Forms]:
    return among[int(len(among) * chance.random() ** 2)]


def _row(chance: Random, table: str) -> dict[str, str]:
    return dict(zip(LANGUAGES, chance.choice(_data()[table]).split("|"), strict=True))


def _day(day: date) -> Forms:
    months = {lang: _data()["months"][lang][day.month - 1] for lang in LANGUAGES}
    return Forms(
        kk=f"{day.year} жылғы {day.day} {months['kk']}{_data()['months']['at'][day.month - 1]}",
        ru=f"{day.day} {months['ru']} {day.year} года",
        en=f"{day.day} {months['en']} {day.year}",
    )


def _person(chance: Random) -> dict[str, Forms]:
    woman = chance.random() < 0.4
    first, last = _row(chance, "women" if woman else "men"), _row(chance, "surnames")
    kk, ru, en = (f"{last[lang]}{'а' if lang != 'en' else 'a'}" if woman else last[lang] for lang in LANGUAGES)
    return {
        "kk": Forms(
            name=f"{first['kk']} {kk}",
            short=f"{first['kk'][0]}. {kk}",
            **{"with": f"{first['kk']} {kk}{'мен' if woman else 'пен'}"},
        ),
        "ru": Forms(
            name=f"{first['ru']} {ru}",
            short=f"{first['ru'][0]}. {ru}",
            met="встретилась" if woman else "встретился",
            took="приняла" if woman else "принял",
            appointed="назначена" if woman else "назначен",
            **{"with": f"{_by(first['ru'], woman)} {last['ru']}{'ой' if woman else 'ым'}"},
        ),
        "en": Forms(name=f"{first['en']} {en}", short=f"{first['en'][0]}. {en}"),
    }


def _by(first: str, woman: bool) -> str:
    """Return a Russian first name in the instrumental."""
    if not woman:
        return first + "ом"
    endings = {"а": "ой", "я": "ей", "ь": "ью"}
    return first[:-1] + endings[first[-1]] if first[-1] in endings else first


def _body(chance: Random) -> dict[str, Forms]:
    kind = chance.choice(_data()["kinds"]).split("|")
    first, second = _row(chance, "firsts"), _row(chance, "seconds")
    kk, ru, en = (f"{first[lang]} {second[lang]}" for lang in LANGUAGES)
    return {
        "kk": Forms(name=f"«{kk}» {kind[0]}", gen=f"«{kk}» {kind[1]}", post=kind[6]),
        "ru": Forms(
            name=f"{kind[2]} «{ru}»",
            gen=f"{kind[3]} «{ru}»",
            post=kind[7],
            postwith=kind[8],
            held="провела" if kind[2][-1] in "ая" else "провёл",
        ),
        "en": Forms(name=f"{en} {kind[5]}", gen=f"{en} {kind[5]}", post=kind[9]),
    }


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
