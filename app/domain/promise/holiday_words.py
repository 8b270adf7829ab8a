"""The public holidays of a region by the names that people type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from app.domain.promise.spelling import plain_words
from app.domain.workdays import Workdays

# names that stand for a holiday of another name
_OTHER_NAMES = {
    "washington birthday": ["president day", "presidents day"],
    "martin luther king jr day": ["mlk day", "mlk", "martin luther king day"],
    "juneteenth national independence day": ["juneteenth"],
    "labour day": ["labour day weekend"],
    "veterans day": ["veteran day"],
    "pentecost monday": ["whit monday"],
    "rosh hashanah": ["rosh hashana", "rosh ha shana"],
    "pesach": ["passover"],
}
# the same for one country
_COUNTRY_NAMES = {
    "FR": {"national day": ["bastille day"], "labour day": ["may day"]},
    "US": {"thanksgiving day": ["turkey day"], "columbus day": ["indigenous people day"]},
    "GB": {
        "may day": ["early may bank holiday"],
        "late summer bank holiday": ["august bank holiday", "summer bank holiday"],
    },
    "DE": {"labour day": ["may day"], "german unity day": ["unity day", "reunification day"]},
}
_ALONE = frozenset(
    {"thanksgiving", "epiphany", "ascension", "pentecost", "assumption", "juneteenth", "diwali"}
)
# read by rules of their own everywhere, or not names of one day
_ELSEWHERE = frozenset({"christmas", "new", "good", "easter", "boxing", "sunday", "saturday", "friday"})

Names = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def holiday_names(workdays: Workdays, said: date) -> Names:
    """First word -> (all words, sign) of each holiday to come within a year, longest names first."""
    return _names(workdays, said.year, tuple(sorted(_next_dates(workdays, said).items())))


def _next_dates(workdays: Workdays, said: date) -> dict[str, str]:
    """Name -> sign of its next date; the observed day only where the day itself is gone by or not listed."""
    found: dict[str, str] = {}
    observed: dict[str, str] = {}
    for year in (said.year, min(said.year + 1, 9998)):
        for day, names in sorted(workdays.holidays_named(year).items()):
            if day >= said:
                for name in re.split(r"[;,/]", names):
                    kept = observed if "(observed" in name else found
                    kept.setdefault(re.sub(r"\(.*?\)", "", name).strip(), f"h{day.isoformat()}")
    return observed | found


@lru_cache(maxsize=512)
def _names(workdays: Workdays, __: int, dates: tuple[tuple[str, str], ...]) -> Names:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, sign in dates:
        words = plain_words(name)
        plain = " ".join(words)
        kept = [words]
        others = _COUNTRY_NAMES.get(workdays.region[:2], {}).get(plain, [])
        kept += [other.split() for other in (*others, *_OTHER_NAMES.get(plain, ()))]
        if words[-1:] == ["day"] and (len(words) > 2 or words[0] in _ALONE):
            kept.append(words[:-1])
        for spelled in kept:
            if spelled and spelled[0] not in _ELSEWHERE:
                index.setdefault(spelled[0], []).append((tuple(spelled), sign))
    return {
        first: tuple(sorted(several, key=lambda entry: -len(entry[0]))) for first, several in index.items()
    }
