"""How each class looks: colour, shape and size, as data.

Colours come in pairs (light page, dark page). Shapes are SVG paths around (0, 0) in pixels, so that the canvas and the
legend draw the very same thing. A class whose ``outline`` is empty is a box around its text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How the things of one class are drawn.

    ``form`` is "box" (text inside), "pill" (text inside, solid), "calendar" (text under a band with the date) or
    "icon" (``outline`` with the text below it). ``mark`` is drawn inside the outline as lines. ``vis_shape`` is the
    nearest of vis-network's own shapes, for those who use the pyvis network outside our page. ``ink`` is the class's
    colour, ``tint`` the ground of its boxes, each for a light and a dark page.
    """

    kind: str
    form: str
    ink: tuple[str, str]
    tint: tuple[str, str]
    vis_shape: str
    text_width: int
    lines: int = 3
    outline: str = ""
    mark: str = ""


CIRCLE = "M-20 0a20 20 0 1 0 40 0a20 20 0 1 0 -40 0Z"
HEXAGON = "M-22 0L-11 -19H11L22 0L11 19H-11Z"
SHEET = "M-16 -17a3 3 0 0 1 3 -3H6L16 -10V17a3 3 0 0 1 -3 3H-13a3 3 0 0 1 -3 -3Z"
DIAMOND = "M-2.5 -21.5a3.5 3.5 0 0 1 5 0L21.5 -2.5a3.5 3.5 0 0 1 0 5L2.5 21.5a3.5 3.5 0 0 1 -5 0L-21.5 2.5a3.5 3.5 0 0 1 0 -5Z"  # noqa: E501
PIN = "M0 20C-5 12 -15 6 -15 -5A15 15 0 1 1 15 -5C15 6 5 12 0 20Z"
DISC = "M-14 0a14 14 0 1 0 28 0a14 14 0 1 0 -28 0Z"

# The legend has this order.
LOOKS = (
    Look("Person", "icon", ("#b0502a", "#e8946c"), ("#fbeee8", "#38241b"), "dot", 124, 2, CIRCLE),
    Look("Organization", "box", ("#2b5c94", "#86b6ec"), ("#e8f0f9", "#1d2c3f"), "box", 180, 4),
    Look("Meeting", "calendar", ("#17706a", "#5fc4b5"), ("#f1f9f7", "#182a2b"), "box", 168),
    Look("Country", "pill", ("#4a5672", "#b3bfd8"), ("#eceef3", "#272d39"), "ellipse", 130, 2),
    Look("Program", "icon", ("#6b4ba1", "#b99df0"), ("#f1ecf9", "#2c2340"), "hexagon", 136, 3, HEXAGON, "M-8 7V1M0 7V-7M8 7V-3"),  # noqa: E501
    Look("Agreement", "icon", ("#86610d", "#dcb255"), ("#f8f1e0", "#352b14"), "square", 136, 3, SHEET, "M6 -20V-10H16M-8 -3H8M-8 4H8M-8 11H2"),  # noqa: E501
    Look("Election", "icon", ("#a3365f", "#f08cb0"), ("#fae9f0", "#3c1e2a"), "diamond", 136, 3, DIAMOND, "M-8 0L-2 6L8 -6"),  # noqa: E501
    Look("Place", "icon", ("#55691f", "#adc56b"), ("#f0f4e2", "#272e15"), "triangleDown", 124, 2, PIN, "M-5 -5a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"),  # noqa: E501
    Look("Thing", "icon", ("#5c6069", "#a9adb6"), ("#eeeff1", "#2a2d33"), "dot", 124, 2, DISC),
)  # fmt: skip

# The page around them: (light, dark).
PAGE = {
    "ground": ("#f6f5f1", "#12151a"),
    "surface": ("#ffffff", "#1b1f26"),
    "ink": ("#1d222b", "#e9ebef"),
    "soft": ("#565d6a", "#a8afbb"),
    "rule": ("#dedcd4", "#313742"),
    "line": ("#868d9a", "#6b7485"),
    "strong": ("#5d6677", "#9aa4b5"),
    "onInk": ("#ffffff", "#12151a"),
    "accent": ("#2b5c94", "#86b6ec"),
    "doubt": ("#a8480b", "#f0a35e"),
}

# Relations that the drawing shows as a plain line without words: someone takes part. The words come on hover and click.
TAKES_PART = frozenset({"kg:participant", "kg:party"})
# Relations drawn with dashes, without words too: they place a thing rather than tie it to another.
DASHED = frozenset({"kg:country", "schema:location"})
QUIET = TAKES_PART | DASHED
# Named relations that say nothing about who belongs to whom, so no arrow is drawn.
EQUAL = frozenset({"schema:organizer"})
# Relations whose label is the name of a post or a kind of membership.
POSTS = frozenset({"org:member", "org:memberOf", "org:hasMember", "org:hasMembership", "org:holds", "kg:Membership"})

# Classes that have a date rather than a span of time that goes on.
POINTS = frozenset({"Meeting", "Election", "Agreement"})

BOX_TEXT = 14  # pixels, as are all below
BOX_LINE = 18
BOX_PADDING = (14, 10)
BAND_HEIGHT = 24
ICON_HEIGHT = 42
ICON_GAP = 5
ICON_TEXT = 13
ICON_LINE = 16
PILL_TEXT = 12
PILL_LINE = 15
PILL_PADDING = (8, 3)
PILL_WIDTH = 130

MOST_SHOWN = 160  # things that are looked at at once; beyond that they are looked at in groups
MOST_ELEMENTS = 480  # things and relations that are looked at at once
MOST_LINES = 260  # lines in one picture; the least connected are left out beyond that
NOT_SURE = 0.75  # what no quote is surer of than this looks doubtful
MOST_TAGS = 150  # names of relations; beyond that they show on hover only


def look(kind: str) -> Look:
    """Return how things of a class look; an unknown class looks like "Thing"."""
    return next((one for one in LOOKS if one.kind == kind), LOOKS[-1])
