"""What the lines of a drawing mean, for the legend."""

from __future__ import annotations

from kg.view.scene import Scene

# In the order of the legend; each is a word of the page.
LINES = ("lineTakesPart", "lineAny", "lineNamed", "lineBelongs", "lineWhere")


def line_key(scene: Scene) -> tuple[str, ...]:
    """Return which kinds of line a drawing has, as words of LINES.

    A plain line means that someone takes part, unless so many relations are drawn that none bears its name.
    """
    plain = [line for line in scene.lines if not line.strong and not line.dashed]
    found = {
        "lineTakesPart": bool(plain) and not scene.crowded,
        "lineAny": bool(plain) and scene.crowded,
        "lineNamed": any(line.strong for line in scene.lines),
        "lineBelongs": any(line.arrow for line in scene.lines),
        "lineWhere": any(line.dashed for line in scene.lines),
    }
    return tuple(name for name in LINES if found[name])
