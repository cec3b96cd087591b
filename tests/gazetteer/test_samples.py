"""The sample announcements and what a careful reader takes from them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "data" / "announcements"
STEMS = sorted(path.stem for path in SAMPLES.glob("*-??.json"))
TOGETHER = json.loads((SAMPLES / "gold.json").read_text("utf-8"))["documents"]
EVENTS = sorted({stem.rpartition("-")[0] for stem in STEMS})
NESTED = ("place", "memberOf.role")  # facts whose last part is a list of names


def gold(stem: str) -> dict[str, Any]:
    """Read the gold of one announcement."""
    loaded: dict[str, Any] = json.loads((SAMPLES / f"{stem}.json").read_text("utf-8"))
    return loaded


def test_fourteen_events_in_three_languages() -> None:
    """Every event is announced in Kazakh, Russian and English; every text has its gold, alone or with the others."""
    texts = sorted(path.stem for path in SAMPLES.glob("*.txt"))
    events = {text.rpartition("-")[0] for text in texts}
    assert len(events) == 14
    assert sorted(f"{event}-{lang}" for event in events for lang in ("kk", "ru", "en")) == texts
    assert sorted([*STEMS, *TOGETHER]) == texts


@pytest.mark.parametrize("stem", STEMS)
def test_gold_belongs_to_its_text(stem: str) -> None:
    """Id and language are those of the file, the day that of the date line."""
    day, month, year = (SAMPLES / f"{stem}.txt").read_text("utf-8")[:10].split(".")
    head = {key: gold(stem)[key] for key in ("id", "lang", "published")}
    assert head == {"id": stem, "lang": stem[-2:], "published": f"{year}-{month}-{day}"}


@pytest.mark.parametrize("event", EVENTS)
def test_languages_say_the_same(event: str) -> None:
    """The three versions of an event have one gold."""
    versions = [gold(f"{event}-{lang}") for lang in ("kk", "ru", "en")]
    same = [{key: version[key] for key in ("entities", "facts", "not", "planned")} for version in versions]
    assert same[0] == same[1] == same[2]


@pytest.mark.parametrize("stem", STEMS)
def test_facts_speak_of_entities(stem: str) -> None:
    """Every key of a fact is an entity, and no fact is also denied."""
    data = gold(stem)
    for fact in data["facts"] + data["not"]:
        relation = fact[1]
        keys = [fact[0], *([fact[3]] if relation == "role" else [])]
        keys += [] if relation in (*NESTED[:1], "date", "memberCount") else [fact[2]]
        assert set(keys) <= set(data["entities"]), fact
    assert [fact for fact in data["not"] if fact in data["facts"]] == []
    assert set(data["planned"]) <= {key for key, entity in data["entities"].items() if entity["type"] == "Meeting"}


@pytest.mark.parametrize("stem", STEMS)
def test_text_names_the_people_and_bodies(stem: str) -> None:
    """Each person, body and programme of the gold is spoken of in the text (compared by the stems of its words)."""
    words = {word[:4] for word in re.findall(r"\w+", (SAMPLES / f"{stem}.txt").read_text("utf-8").casefold())}
    unnamed = [
        key
        for key, entity in gold(stem)["entities"].items()
        if entity["type"] in ("Person", "Organization", "Program")
        and not any({word[:4] for word in re.findall(r"\w+", name.casefold())} <= words for name in entity["names"])
    ]
    assert unnamed == []
