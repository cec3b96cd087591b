"""How fast Russian announcements are read, by us and by peers, in one run on the same texts.

    python -m tests.benchmarks.bench_peers [COUNT] [--natasha PYTHON]

- habar: kg.extract, which gives mentions, who is meant by them inside the text, and claims with their words.
- natasha (slovnet): sentences, tokens and the names of people, bodies and places; no relations. Its models come with
  the package from PyPI. It is no dependency of ours: give the Python of an environment that has it
  (python -m venv E && E/bin/pip install natasha 'setuptools<81').
- spaCy: a blank Russian pipeline with sentencizer and entity_ruler, whose patterns are the names of our gazetteer: the
  plainest thing that finds known names, without endings and without names that no list has.

Processor seconds, each in a process of its own with one thread; the fastest of three rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.texts import texts

ROUNDS = 3
_TIMED = f"""
def rate(read):
    from time import process_time
    read(texts[0])
    best = float("inf")
    for _ in range({ROUNDS}):
        began = process_time()
        found = sum(read(text) for text in texts)
        best = min(best, process_time() - began)
    print(json.dumps({{"seconds": best, "found": found}}))
"""
_READ = """
import json, sys
texts = json.load(open(sys.argv[1], encoding="utf-8"))
"""
_HABAR = """
from kg.extract import extract
from kg.read import read_text
rate(lambda text: len(extract(read_text(text, id="a", lang="ru")).claims))
"""
_NATASHA = """
from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter
segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
def read(text):
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_ner(tagger)
    return len(doc.spans)
rate(read)
"""
_SPACY = """
import spacy
from kg.gazetteer import load
nlp = spacy.blank("ru")
nlp.add_pipe("sentencizer")
ruler = nlp.add_pipe("entity_ruler")
kinds = ("Organization", "Country", "Role", "Program")
names = {(kind, name.text) for kind in kinds for entry in load().of_kind(kind)
    for name in entry.all_names if name.lang == "ru"}
ruler.add_patterns([{"label": kind, "pattern": name} for kind, name in sorted(names)])
rate(lambda text: len(nlp(text).ents))
"""


def main() -> None:
    """Measure all that are there, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--natasha", default=sys.executable, metavar="PYTHON")
    given = parser.parse_args()
    chosen = [one.text for one in texts(3 * given.count) if one.lang == "ru"]
    size = sum(len(text.encode("utf-8")) for text in chosen) / len(chosen)
    print(f"{len(chosen)} Russian announcements of {size:.0f} bytes\n")
    print(f"{'':28} ms each   of 2 KB a second   found")
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(chosen, file)
        file.flush()
        peers = (
            ("habar, all it says", _HABAR, sys.executable),
            ("natasha (slovnet), names", _NATASHA, given.natasha),
            ("spaCy, names of gazetteer", _SPACY, sys.executable),
        )
        for name, code, python in peers:
            _row(name, _measured(code, python, file.name), len(chosen), size)


def _row(name: str, found: dict[str, float] | str, count: int, size: float) -> None:
    if isinstance(found, str):
        print(f"{name:28} not to be had: {found}")
        return
    each = found["seconds"] / count
    print(f"{name:28} {1000 * each:7.2f} {size / 2048 / each:18.0f} {found['found']:7}", flush=True)


def _measured(code: str, python: str, file: str) -> dict[str, float] | str:
    """Return the seconds and how much was found, or why there is nothing."""
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [python, "-W", "ignore", "-c", _READ + _TIMED + code, file],
        env={**os.environ, **one_thread, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return done.stderr.strip().splitlines()[-1]
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
