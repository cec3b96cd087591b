"""How many words a second extract() reads on one core, in each language, on the labelled announcements of data/gold.

    python -m tests.benchmarks.bench_words [ROUNDS]

- unseen: three quarters of the announcements are read, then the rest is read for the first time. This is a stream of
  news, with names and word forms that are new.
- seen: all announcements again, each by its best time of ROUNDS (7 if none is given): what a form may be is remembered.

Processor seconds; loading words, models and tables is not counted. Each language in a process of its own. A machine
that does other work too tells up to twice the time: compare within one run, or count instructions.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from time import process_time

from kg.extract import extract
from kg.read import read_text
from kg.records import Announcement

GOLD = Path(__file__).parents[2] / "data" / "gold"
_WORD = re.compile(r"\w+")


def announcements(lang: str) -> list[Announcement]:
    """Return the labelled announcements of a language, in the order of their files."""
    return [
        read_text(file.read_text("utf-8"), id=file.stem, lang=lang) for file in sorted((GOLD / lang).rglob("*.txt"))
    ]


def seconds(texts: Iterable[Announcement]) -> float:
    """Return the processor seconds that reading takes."""
    began = process_time()
    for text in texts:
        extract(text)
    return process_time() - began


def rate(texts: list[Announcement], took: float) -> float:
    """Return words a second."""
    return sum(len(_WORD.findall(text.text)) for text in texts) / took


def measure(lang: str, rounds: int) -> str:
    """Return the row of one language."""
    texts = announcements(lang)
    new = texts[3::4]
    seconds(text for text in texts if text not in new)
    unseen = rate(new, seconds(new))
    best = sum(min(seconds([text]) for _ in range(rounds)) for text in texts)
    return f"{lang}  {unseen:8,.0f} unseen  {rate(texts, best):8,.0f} seen  words a second"


def main() -> None:
    """Print a row for each language."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    if len(sys.argv) > 2:
        print(measure(sys.argv[2], rounds), flush=True)
        return
    for lang in ("kk", "ru", "en"):
        subprocess.run([sys.executable, "-m", "tests.benchmarks.bench_words", str(rounds), lang], check=True)


if __name__ == "__main__":
    main()
