"""The letters that a text itself gives a body: Korean Curling Federation (KCF). From then on they mean no other.

Whatever else is known by these letters, and whatever else in the text has the same initials, an announcement that
explains them speaks of one body by them; in a letterhead too, where the name stands in capitals.
"""

from __future__ import annotations

import re

from kg.extract.bodies import Bodies, Body
from kg.gazetteer import Entry
from kg.lang.syntax import Chunk
from kg.names import fold

_BEHIND = re.compile(r"\s?[»”\"]?\s?\((?:[^()]{0,16}\s)?([^\W\d_]{2,10})\)")
_REACH = 40  # characters behind a name and its brackets


def letters_explained(chunk: Chunk, text: str, bodies: Bodies) -> str:
    """Return the letters in brackets by which a text calls a body from here on, "" for none.

    Where the name is in capitals too, only its initials are letters.
    """
    if chunk.acronym:
        named = chunk.label != chunk.acronym and f"{chunk.acronym})" in text[chunk.start : chunk.end + _REACH]
        return chunk.acronym if named else ""
    found = _BEHIND.match(text, chunk.end)
    letters = found[1] if found else ""
    if not letters.isupper() or chunk.inside is not None:
        return ""
    return letters if bodies.initials(fold(chunk.label)) == list(letters.casefold()) else ""


def explained_before(chunk: Chunk, country: str, bodies: Bodies) -> Body | None:
    """Return the only body whose letters these are by the text itself; none of another state than is named beside."""
    if not chunk.acronym or chunk.label != chunk.acronym:
        return None
    fits = [b for b in bodies.explained(fold(chunk.acronym)) if not country or b.country in ("", country)]
    return fits[0] if len(fits) == 1 else None


def told_otherwise(body: Body, entry: Entry, lang: str) -> bool:
    """KTU, in a text on Kökaral Technical University, is no other university of these letters."""
    names = body.names - body.acronyms
    return bool(names) and all(other_name(name, entry, lang) for name in names)


def other_name(label: str, entry: Entry, lang: str) -> bool:
    """Tell whether a name has a word that no name of a known body has, in this language, beginning like it."""
    names = [fold(n.text) for n in entry.names if n.lang == lang]
    begins = {word[:4] for name in names for word in name.split()}
    return bool(names) and any(len(word) > 3 and word[:4] not in begins for word in fold(label).split())
