"""Whose deputy somebody is of whom only the post is told: of the head who is called so but for one word."""

from __future__ import annotations

from kg.extract.reader import Reader
from kg.lang.syntax import Chunk
from kg.names import fold

_STEM = 5  # letters at least of a post's noun that its cases leave as they are


def under_a_head(reader: Reader, role: Chunk) -> str:
    """Vice-Governor X, after Governor Y of one bank has met the president of another: the body that has such a head.

    Of several heads called so it is the publisher's, if it has one of them.
    """
    label = fold(role.label)
    called = label[max(label.find(fold(role.lemma)), 0) :].replace("-", " ").split()  # senior deputy governor
    heads = {body for label, body in reader.heads if _is_deputy_of(called, label)}
    bodies = [body for key in sorted(heads) if (body := reader.register.body(key)) is not None]
    if len(bodies) > 1:
        bodies = [body for body in bodies if reader.register.antecedents.publishes(body)]
    return bodies[0].key if len(bodies) == 1 else ""


def _is_deputy_of(called: list[str], head: str) -> bool:
    """Tell whether a post is called as that of a head, but for one word: директордың орынбасары, vice governor."""
    stems = [word[: max(len(word) - 1, _STEM)] for word in head.replace("-", " ").split()]
    covered = [word for word in called if any(word.startswith(stem) for stem in stems)]
    return len(called) - len(covered) == 1 and any(word.startswith(stems[-1]) for word in covered)
