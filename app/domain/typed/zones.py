"""Time zones as one types them: "Europe/Berlin", "London", "New York time", "PST", "my time"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from app.errors import UsageError
from app.text import shown

# Abbreviations in use that the zone database does not know, or knows without their summer time.
_SHORT = {
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "ct": "America/Chicago", "cdt": "America/Chicago",
    "mt": "America/Denver", "mdt": "America/Denver", "mst": "America/Denver",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "cest": "CET", "eest": "EET", "jst": "Asia/Tokyo", "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
    "utc": "UTC", "gmt": "UTC", "z": "UTC",
}  # fmt: skip
# These are used in several places; guessing one would be wrong for the others.
_SHARED = {
    "cst": "America/Chicago or Asia/Shanghai",
    "ist": "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem",
    "bst": "Europe/London or Asia/Dhaka",
    "ast": "America/Halifax or Asia/Riyadh",
}


def zone_called(text: str) -> str:
    """The name of the zone that `text` means, "" where none is known.

    Raises UsageError for an abbreviation that several places use.
    """
    key = re.sub(r"\s+", "_", text.strip().casefold())
    if key in _SHARED:
        raise UsageError(f"“{shown(text.upper())}” is used in several places; type {_SHARED[key]}.")
    return _SHORT.get(key) or _names().get(key, "")


def clock_of(zone: str) -> tzinfo | None:
    """The clock of the zone of that name; None where it is unknown here."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(zone) if zone else None
    except (KeyError, ValueError, OSError):
        return None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """All zones by their folded name, and by their city where only one has it."""
    from zoneinfo import available_timezones

    names, cities = {}, dict[str, list[str]]()
    for name in sorted(available_timezones()):
        names[name.casefold()] = name
        if "/" in name and not name.startswith(("Etc/", "SystemV/", "US/", "posix/", "right/")):
            cities.setdefault(name.rpartition("/")[2].casefold(), []).append(name)
    return {city: found[0] for city, found in cities.items() if len(found) == 1} | names


def instant(day: date, wall: time, clock: tzinfo) -> datetime:
    """The aware instant at which the clocks show `wall` on `day`.

    A time that a change of the clocks skips is moved on by it (02:30 is 03:30); of one that they show
    twice it is the later.
    """
    first = datetime.combine(day, wall, clock)
    later = first.replace(fold=1)
    skipped = (first.utcoffset() or timedelta()) < (later.utcoffset() or timedelta())
    return first if skipped else later
