"""Which of the formats that can be given a client likes best, by its Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

ROWS: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
"""What the rows of a SELECT or the truth of an ASK can be sent as: media type -> name, the first if all are welcome."""

TRIPLES: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
}
"""What triples can be sent as, in the same form."""


def best(accept: str, offered: Sequence[str]) -> str | None:
    """Return the media type of ``offered`` that an Accept header likes best, None if it takes none of them.

    Of equally liked ones the first offered wins. An empty header takes anything; what can't be read in it is skipped.
    """
    ranges = [found for part in accept.split(",") if (found := _range(part))]
    if not ranges:
        return offered[0] if not accept.strip() else None
    liked = [(_quality(media, ranges), -place) for place, media in enumerate(offered)]
    quality, place = max(liked)
    return offered[-place] if quality > 0 else None


def _range(part: str) -> tuple[str, float] | None:
    media, *parameters = (piece.strip() for piece in part.split(";"))
    if media.count("/") != 1:
        return None
    quality = next((text[2:] for text in parameters if text.lower().startswith("q=")), "1")
    try:
        return media.lower(), min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return None


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return how much a media type is liked: the closest range decides (text/csv before text/* before */*)."""
    for wanted in (media, f"{media.partition('/')[0]}/*", "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0
