"""The public holidays of a region by the names that people type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from app.domain.promise import lexer
from app.domain.workdays import Workdays

# names that stand for a holiday of another name
_OTHER_NAMES = {
    "washington birthday": "president day",
    "martin luther king jr day": "mlk day",
    "independence day": "fourth of july",
    "national day for truth and reconciliation": "truth and reconciliation day",
    "martin luther king jr": "mlk",
}
_ALONE = frozenset({"thanksgiving", "epiphany", "ascension", "pentecost", "assumption", "juneteenth", "diwali"})
# read by rules of their own everywhere, or not names of one day
_ELSEWHERE = frozenset({"christmas", "new", "good", "easter", "boxing", "sunday", "saturday", "friday"})

Names = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def holiday_names(workdays: Workdays, said: date) -> Names:
    """First word -> (all words, sign) of each holiday to come within a year, longest names first."""
    return _names(workdays, said.year, tuple(sorted(_next_dates(workdays, said).items())))


def _next_dates(workdays: Workdays, said: date) -> dict[str, str]:
    found: dict[str, str] = {}
    for year in (said.year, min(said.year + 1, 9998)):
        for day, names in sorted(workdays.holidays_named(year).items()):
            if day >= said:
                for name in re.split(r"[;,/]", names):
                    found.setdefault(re.sub(r"\(.*?\)", "", name).strip(), f"h{day.isoformat()}")
    return found


@lru_cache(maxsize=512)
def _names(_: Workdays, __: int, dates: tuple[tuple[str, str], ...]) -> Names:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, sign in dates:
        words = lexer.plain_words(name)
        plain = " ".join(words)
        kept = [words]
        if plain in _OTHER_NAMES:
            kept.append(_OTHER_NAMES[plain].split())
        if words[-1:] == ["day"] and (len(words) > 2 or words[0] in _ALONE):  # noqa: PLR2004 - two words besides
            kept.append(words[:-1])
        for spelled in kept:
            if spelled and spelled[0] not in _ELSEWHERE:
                index.setdefault(spelled[0], []).append((tuple(spelled), sign))
    return {first: tuple(sorted(several, key=lambda entry: -len(entry[0]))) for first, several in index.items()}
