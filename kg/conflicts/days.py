"""Days known as exactly as a text gives them: 2013, 2013-10, 2013-10-05."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

# Versions of one announcement in several languages come out within so many days.
_VERSIONS_WITHIN = 3


def earliest(value: str) -> date:
    """Return the first day that a date may be: 2013-10-01 for 2013-10."""
    return date.fromisoformat((value + "-01-01")[:10])


def latest(value: str) -> date:
    """Return the last day that a date may be: 2013-10-31 for 2013-10."""
    parts = [int(part) for part in value.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def agree(one: str, other: str) -> bool:
    """Tell whether two dates can be the same day: 2013 and 2013-10 can, 2013-09 and 2013-10 can't."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def at_one_time(published: str, lang: str, other_published: str, other_lang: str) -> bool:
    """Tell whether two announcements speak of one time: of one day, or within three days in two languages.

    Two without a day of publication can't be told apart, so they do; one with and one without don't.
    """
    if published == other_published:
        return True
    if not (published and other_published) or lang == other_lang:
        return False
    return abs((date.fromisoformat(published) - date.fromisoformat(other_published)).days) <= _VERSIONS_WITHIN
