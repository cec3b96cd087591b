"""Of whom or what an English clause says that a whole is made up: it consists of X, is made up of X, includes X."""

from __future__ import annotations

from kg.lang.cues import cues
from kg.lang.syntax import Chunk, Clause

_MADE_OF = cues("en").words["made-up-of"]
_HOLDING = cues("en").words["holding-members"] | cues("en").words["grouping-members"]


def parts_told(clause: Clause, *kinds: str) -> list[Chunk]:
    """Return the parts, of some kinds, that a clause says its subject has; 26 unions that form it are none of them."""
    if clause.lemma in _MADE_OF and (clause.passive or clause.lemma == "consist"):
        return clause.having("owner", *kinds)
    return clause.having("object", *kinds) if clause.lemma in _HOLDING and not clause.passive else []
