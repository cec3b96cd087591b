"""The names of states in Kazakh, Russian and English, as Unicode's CLDR (through Babel) has them.

`data/gazetteer/states-cldr.csv` is made from them, so that loading the gazetteer needs no Babel; `kg gazetteer check`
says when it is stale.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from importlib import metadata
from pathlib import Path

from kg.gazetteer_rows import COLUMNS
from kg.records import LANGUAGES
from kg.resources import resource

# Codes of CLDR that stand for no state or territory of ISO 3166.
_NOT_ISO = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
_RELEASE = re.compile(r"from Babel \S+")
FILE = "data/gazetteer/states-cldr.csv"


def territories_csv() -> str:
    """Return what states-cldr.csv must hold with the installed Babel: a comment, the header, a row for each code."""
    from babel import Locale

    names = {lang: {str(code): str(name) for code, name in Locale(lang).territories.items()} for lang in LANGUAGES}
    taken = {lang: Counter(_short(name) for name in names[lang].values()) for lang in LANGUAGES}
    out = io.StringIO()
    release = metadata.version("babel")
    print(
        f"# Made by `kg gazetteer territories` from Babel {release} (CLDR); add names to states.csv, not here", file=out
    )
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for code in sorted(code for code in names["en"] if len(code) == 2 and code.isalpha() and code not in _NOT_ISO):
        cells = [_cell(names[lang].get(code, ""), taken[lang]) for lang in LANGUAGES]
        table.writerow([code.lower(), "Country", *cells, "", "", "", "", code, "CLDR"])
    return out.getvalue()


def stale(file: Path | None = None) -> str | None:
    """Say in one sentence that states-cldr.csv differs from the installed Babel's names, or return None.

    A file made by another release of Babel is not judged: the CLDR of each release differs a little.
    """
    file = file or resource(FILE)
    have, want = file.read_text("utf-8"), territories_csv()
    release = _RELEASE.search(have)
    same_release = release is None or release.group() in want
    if same_release and have != want:
        return f"{file.name} is not what Babel's CLDR holds; write it anew with `kg gazetteer territories > {FILE}`"
    return None


def _cell(name: str, taken: Counter[str]) -> str:
    """Put the name without its remark first where that is one state's: `Мьянма (Бирма)` -> `Мьянма|Мьянма (Бирма)`."""
    short = _short(name)
    return name if short == name or taken[short] > 1 else f"{short}|{name}"


def _short(name: str) -> str:
    return name.partition(" (")[0]
