"""Regions: their names, which are known, how dates are typed there, and which one a machine stands in.

A region is an ISO 3166 country, with its part where the `holidays` package knows parts: "US", "CA-ON".
"""

from __future__ import annotations

import difflib
import re
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from app.errors import UnknownRegion
from app.text import shown

if TYPE_CHECKING:
    from holidays import HolidayBase

DateOrder = Literal["DMY", "MDY", "YMD"]

# Common locale data: these type month/day; in those that put the year first the month comes before the day as
# well. Elsewhere, and where no region is set, the day comes first.
_MONTH_FIRST = frozenset(("US", "AS", "FM", "GU", "MH", "MP", "PH", "PR", "PW", "UM", "VI"))
_YEAR_FIRST = frozenset(("CA", "CN", "HU", "JP", "KP", "KR", "LT", "MN", "TW"))

# Zones that lie in one part of a country (by far the most of its people). A guess is only ever offered.
_PART_OF_ZONE = {
    "America/Toronto": "CA-ON",
    "America/Montreal": "CA-QC",
    "America/Vancouver": "CA-BC",
    "America/Edmonton": "CA-AB",
    "America/Winnipeg": "CA-MB",
    "America/Regina": "CA-SK",
    "America/Halifax": "CA-NS",
    "America/Moncton": "CA-NB",
    "America/St_Johns": "CA-NL",
    "America/Whitehorse": "CA-YT",
    "America/Yellowknife": "CA-NT",
    "America/Iqaluit": "CA-NU",
    "Europe/London": "GB-ENG",
    "Europe/Belfast": "GB-NIR",
    "Australia/Sydney": "AU-NSW",
    "Australia/Melbourne": "AU-VIC",
    "Australia/Brisbane": "AU-QLD",
    "Australia/Adelaide": "AU-SA",
    "Australia/Perth": "AU-WA",
    "Australia/Hobart": "AU-TAS",
    "Australia/Darwin": "AU-NT",
    "Australia/Canberra": "AU-ACT",
    "Pacific/Honolulu": "US-HI",
    "America/Anchorage": "US-AK",
    "America/Phoenix": "US-AZ",
}
_FRENCH_CANADA = "CA-QC"
_ZONE_OF_PART = {part: zone for zone, part in reversed(_PART_OF_ZONE.items())} | {
    _FRENCH_CANADA: "America/Toronto",
    "GB-NIR": "Europe/London",
}

_ENOUGH = 3
_FEW_PARTS = 8
_SHOWN = 40
_ALIKE = 0.6


def canonical_region(region: str | None) -> str:
    """`region` as it is kept ("ca-on" -> "CA-ON"); "" for none.

    Raises `UnknownRegion` with the nearest known ones.
    """
    typed = (region or "").strip()
    return _canonical(typed) if typed else ""


@lru_cache(maxsize=512)
def _canonical(typed: str) -> str:
    country, dash, part = typed.replace("_", "-").partition("-")
    country = country.strip().upper()
    if country in _countries():
        if not dash:
            return country
        parts = {known.casefold(): known for known in parts_of(country)}
        if found := parts.get(part.strip().casefold()):
            return f"{country}-{found}"
    raise UnknownRegion(shown(typed)[:_SHOWN], nearest_regions(typed))


def entity_of(country: str) -> type[HolidayBase]:
    """The class of the `holidays` package for a known two-letter country code."""
    import holidays

    entity = getattr(holidays, country)
    # the package hands out a stand-in that loads the class when it is asked
    loaded: type[HolidayBase] = entity.get_entity() if hasattr(entity, "get_entity") else entity
    return loaded


@lru_cache(maxsize=256)
def parts_of(country: str) -> tuple[str, ...]:
    """The parts of `country` with holidays of their own ("ON", "QC"); () where none are known."""
    return tuple(entity_of(country).subdivisions)


@lru_cache(maxsize=1)
def known_regions() -> tuple[str, ...]:
    """All known regions in order: each country, then its parts. Loads every country (about 0.1 s)."""
    found: list[str] = []
    for country in sorted(_countries()):
        found.append(country)
        found += (f"{country}-{part}" for part in sorted(parts_of(country)))
    return tuple(found)


def region_name(region: str) -> str:
    """The region in words, where they are known: "Canada, Ontario"; the code itself where not."""
    country, _, part = region.partition("-")
    name = _countries().get(country, region)
    if not part:
        return name
    words = [alias for alias, code in entity_of(country).subdivisions_aliases.items() if code == part]
    return f"{name}, {words[0] if words else part}"


def region_note(region: str) -> str:
    """One sentence on what is not known about the place, "" where nothing is missing.

    Source: follow-up-rules.md, "employer's place".
    """
    if not region:
        return "No region is set: Monday to Friday, no holidays."
    if is_without_its_part(region):
        return f"{region} is set without its part: only nationwide holidays are known."
    return ""


def is_without_its_part(region: str) -> bool:
    """Whether `region` is a country whose parts have holidays of their own, given without one."""
    return bool(region) and "-" not in region and bool(parts_of(region))


def date_order(region: str) -> DateOrder:
    """In which order people there type a date in figures; "DMY" where nothing is known."""
    country = region.partition("-")[0].upper()
    if country in _MONTH_FIRST:
        return "MDY"
    return "YMD" if country in _YEAR_FIRST else "DMY"


def guess_region(zone: str, locale: str) -> str:
    """The region a machine with this zone and locale most likely stands in; "" where neither tells.

    `zone` is a name like "America/Toronto"; `locale` one like "en_CA.UTF-8". The zone goes first: a person
    abroad keeps their language, not their clock.
    """
    country = _country_of_zone(zone)
    if not country:
        country = _country_of_locale(locale)
        return country if country and country in _countries() else ""
    part = _PART_OF_ZONE.get(zone) or _PART_OF_ZONE.get(_today_called(zone), "")
    if part == "CA-ON" and locale.lower().startswith("fr"):
        part = _FRENCH_CANADA
    guess = part if part.startswith(country + "-") else country
    return guess if country in _countries() else ""


def _country_of_locale(locale: str) -> str:
    found = re.match(r"[A-Za-z]{2,3}[_-]([A-Za-z]{2})(?![A-Za-z])", locale)
    return found.group(1).upper() if found else ""


def _country_of_zone(zone: str) -> str:
    table = _zone_countries()
    return table.get(zone) or table.get(_today_called(zone), "")


@lru_cache(maxsize=1)
def _zone_countries() -> dict[str, str]:
    lines = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@lru_cache(maxsize=64)
def _today_called(zone: str) -> str:
    """The present name of a zone known by an older one ("US/Eastern"); else `zone` itself."""
    text = (files("tzdata") / "zoneinfo" / "tzdata.zi").read_text(encoding="utf-8")
    found = re.search(rf"^L (\S+) {re.escape(zone)}$", text, re.MULTILINE) if zone else None
    return found.group(1) if found else zone


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Two-letter code -> name of every country of the package."""
    return {codes[0]: _spaced(name) for name, *codes in _registered()}


@lru_cache(maxsize=1)
def _other_codes() -> dict[str, str]:
    """Other codes of a country ("UK", "GBR") -> its two letters."""
    return {other: codes[0] for _, *codes in _registered() for other in codes[1:]}


def _registered() -> list[tuple[str, ...]]:
    from holidays.registry import COUNTRIES

    return list(COUNTRIES.values())


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def nearest_regions(typed: str) -> tuple[str, ...]:
    """Up to three known regions most like what was typed, best first: by code, then by name."""
    country, _, part = typed.replace("_", "-").upper().partition("-")
    country = country.strip()
    country = _other_codes().get(country, country)
    if country in _countries():
        return _parts_like(country, part.strip()) or (country, *_likely_part(country))
    return _named_like(typed) or _codes_like(typed.upper())


def _likely_part(country: str) -> list[str]:
    """The first part of a country of few parts ("GB-ENG"), as an example; none of a country of many."""
    parts = parts_of(country)
    return [f"{country}-{parts[0]}"] if 0 < len(parts) <= _FEW_PARTS else []


def _parts_like(country: str, part: str) -> tuple[str, ...]:
    if not part:
        return ()
    names = {code.upper(): code for code in parts_of(country)}
    names |= {alias.upper(): code for alias, code in entity_of(country).subdivisions_aliases.items()}
    close = [known for known in names if known.startswith(part) or part.startswith(known)]
    close += difflib.get_close_matches(part, names, _ENOUGH, _ALIKE)
    return tuple(dict.fromkeys(f"{country}-{names[name]}" for name in close))[:_ENOUGH]


def _named_like(typed: str) -> tuple[str, ...]:
    names = {name.casefold(): code for code, name in _countries().items()}
    for country in _countries():
        for alias, code in entity_of(country).subdivisions_aliases.items():
            names.setdefault(alias.casefold(), f"{country}-{code}")
    close = difflib.get_close_matches(typed.casefold(), names, _ENOUGH, 0.75)
    return tuple(dict.fromkeys(names[name] for name in close))


def _codes_like(typed: str) -> tuple[str, ...]:
    return tuple(difflib.get_close_matches(typed, known_regions(), _ENOUGH, 0.5))


def zone_of(region: str, *, own: str = "") -> str:
    """The zone of a region; `own` (the person's) where that lies in it. "" where the region has several, or is "".

    Zones of a country that agree all year count as one.
    """
    country, _, part = region.partition("-")
    at_home = guess_region(own, "") if own and region else ""
    if at_home and (at_home == region or (not part and at_home.partition("-")[0] == country)):
        return own
    if zone := _ZONE_OF_PART.get(region, ""):
        return zone
    zones = [zone for zone, its_country in _zone_countries().items() if its_country == country]
    if not zones or len({_offsets(zone) for zone in zones}) > 1:
        return ""
    return own if own in zones else zones[0]


@lru_cache(maxsize=512)
def _offsets(zone: str) -> tuple[timedelta | None, ...]:
    clock = ZoneInfo(zone)
    return tuple(datetime(2026, month, 1, tzinfo=clock).utcoffset() for month in range(1, 13))
