"""The home state: what "our country" means, and whether a text speaks of home or of what is abroad."""

from __future__ import annotations

from collections import Counter

from kg.gazetteer import Gazetteer
from kg.lang.cues import Cues
from kg.lang.syntax import Chunk
from kg.publisher import HOME_STATE

# A text that names another state this many times as often as the home state is not about home.
_HARDLY = 8


def state_of(chunk: Chunk, gazetteer: Gazetteer) -> str:
    """Return the state (small ISO code) of what a chunk is known as, "" if it has none."""
    entry = gazetteer.by_id(chunk.known) if chunk.known else None
    if entry is None:
        return ""
    return entry.id if entry.kind == "Country" else (entry.state or "").lower()


def know_our_state(chunks: list[Chunk], publishers: str, lang: str, gazetteer: Gazetteer) -> None:
    """Еліміз, said by a ministry of Kazakhstan: the state of the publisher is what "our country" means."""
    if publishers not in gazetteer:
        return
    for chunk in (c for c in chunks if c.kind == "Country" and "ours" in c.flags):
        chunk.known = publishers
        chunk.label = chunk.lemma = gazetteer.by_id(publishers).label(chunk.lang or lang) or ""


def where_told(chunks: list[Chunk], cues: Cues, gazetteer: Gazetteer) -> tuple[bool, bool]:
    """Tell whether a text names other states and hardly the home state, and whether the home state is spoken of.

    Конституционный суд is no home body where all is abroad, and three capitals alone (МКС) are one only at home. A
    language that has no words of home (words.txt) is that of the home state, whatever a text in it is about.
    """
    home = cues.words.get("home")
    if home is None:
        return False, True
    states, towns = (
        Counter(state_of(c, gazetteer) for c in chunks if c.kind == kind and c.known) for kind in ("Country", "Place")
    )
    ours = states.pop(HOME_STATE, 0) + towns.pop(HOME_STATE, 0)
    # where a state is named with each guest, it happens where its towns are
    guests = "states-with-guests" in cues.words.get("habits", ())
    states = towns if guests else states + towns
    ours += sum(chunk.lemma in home for chunk in chunks)
    abroad = max(states.values(), default=0) > _HARDLY * ours
    named = (c for c in chunks if c.kind == "Organization" and c.known and c.label != c.acronym)
    return abroad, not abroad and (ours > 0 or any(state_of(c, gazetteer) == HOME_STATE for c in named))
