"""Whether somebody is a man or a woman, by an honorific or the form of the name: what he and she can take up."""

from __future__ import annotations

import re

from kg.lang.cues import cues

_MEN_IN_A = cues("en").words["men-in-a"]
_MAN = re.compile(r"(?:[oe]v|[iy]n|sky|skiy|skii|voy|noy|uly|ovich|evich)$")
_WOMAN = re.compile(r"(?:[oe]va|[iy]na|skaya|kyzy|ovna|evna)$")


def sex_of(words: str) -> str:
    """Return "man" or "woman" where an honorific or the form of a name tells it."""
    if words.startswith(("Mrs", "Ms", "Miss", "Madam")):
        return "woman"
    if words.startswith(("Mr", "Sir")):
        return "man"
    names = [name for name in words.split(" ") if not name.endswith(".")]  # Dr. Katalin Barta
    if len(names) == 2 and names[0].endswith("a") and names[0].lower() not in _MEN_IN_A:
        return "woman"  # Lena Holt
    if any(_WOMAN.search(name) for name in names[1:]):
        return "woman"
    return "man" if any(_MAN.search(name) for name in names[1:]) else ""
