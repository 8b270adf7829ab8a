"""Business days of a region: its own working week, its public holidays (observed ones too), closed days.

Source: follow-up-rules.md, "Words". Holidays come from the `holidays` package, loaded only when a region
is really asked; each year of a region is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from app.domain.regions import DateOrder, canonical_region, date_order, entity_of, region_note

DAY = timedelta(days=1)
MONDAY_TO_FRIDAY = frozenset(range(5))
_WHOLE_WEEK = frozenset(range(7))
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Workdays:
    """The business days of one employer's place. Make it with `workdays_of`, which checks the region.

    `region`        "CA-ON", "US"; "" is none: Monday to Friday, no holidays.
    `closed`        days on which the employer said to be closed.
    `working_week`  weekdays worked (Monday is 0) where the person set others than the region's; else None.
    """

    region: str = ""
    closed: frozenset[date] = frozenset()
    working_week: frozenset[int] | None = None
    _off: dict[int, frozenset[date]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_business_day(self, day: date) -> bool:
        """Whether `day` is worked: of the working week, no public holiday, not closed."""
        off = self._off.get(day.year)
        if off is None:
            off = self._off[day.year] = self._days_off(day.year)
        return day not in off

    def is_holiday(self, day: date) -> bool:
        """Whether `day` is a public holiday of the region, observed days included."""
        return day in _holidays(self.region, day.year)

    def holidays_named(self, year: int) -> dict[date, str]:
        """The public holidays of `year`, observed days included; in English where the package has it."""
        return dict(_holidays(self.region, year))

    def holiday_name(self, day: date) -> str:
        """The name of the public holiday on `day`, "" where it is none."""
        return _holidays(self.region, day.year).get(day, "")

    def roll_forward(self, day: date) -> date:
        """`day` itself if it is a business day, else the next one."""
        while not self.is_business_day(day):
            day += DAY
        return day

    def next_business_day(self, day: date) -> date:
        """The first business day strictly after `day`."""
        return self.roll_forward(day + DAY)

    def add_business_days(self, day: date, n: int) -> date:
        """The `n`-th business day after `day` (before it for a negative `n`; `day` itself for 0)."""
        step = DAY if n > 0 else -DAY
        left = abs(n)
        while left:
            day += step
            left -= self.is_business_day(day)
        return day

    def works_on(self, day: date) -> bool:
        """Whether the weekday of `day` belongs to the working week; holidays and closed days are ignored."""
        return day.weekday() in self._week(day.year)

    def week_start(self, day: date) -> date:
        """The first day of the region's week that holds `day`: Monday, or Sunday where Friday is off."""
        return day - DAY * ((day.weekday() - _first_weekday(self._week(day.year))) % 7)

    def last_working_day_of_week(self, day: date) -> date:
        """The last weekday worked in the region's week that holds `day`, be it a holiday or not."""
        last = self.week_start(day) + 6 * DAY
        while not self.works_on(last):
            last -= DAY
        return last

    @property
    def date_order(self) -> DateOrder:
        """In which order a person there types a date in figures."""
        return date_order(self.region)

    @property
    def note(self) -> str:
        """One sentence on what is not known here (no region, a country without its part), else ""."""
        return region_note(self.region)

    def _week(self, year: int) -> frozenset[int]:
        return self.working_week or _working_week(self.region, year)

    def _days_off(self, year: int) -> frozenset[date]:
        closed = {day for day in self.closed if day.year == year}
        return (
            _weekend_days(self.region, self.working_week, year) | _holidays(self.region, year).keys() | closed
        )


def workdays_of(
    region: str | None, *, closed: Iterable[date] = (), working_week: Iterable[int] | None = None
) -> Workdays:
    """The business days of `region` (None or "" for none), kept between calls.

    Raises `UnknownRegion` with the nearest known regions, and `ValueError` for a week without a weekday.
    """
    week = None if working_week is None else frozenset(working_week)
    if week is not None and not (week and week <= _WHOLE_WEEK):
        raise ValueError("A working week has one to seven weekdays, from 0 (Monday) to 6 (Sunday).")
    return _kept(canonical_region(region), frozenset(closed), week)


@lru_cache(maxsize=4096)
def _kept(region: str, closed: frozenset[date], week: frozenset[int] | None) -> Workdays:
    return Workdays(region, closed, week)


@lru_cache(maxsize=1024)
def _holidays(region: str, year: int) -> dict[date, str]:
    if not region:
        return {}
    country, _, part = region.partition("-")
    entity = entity_of(country)
    # observed days may lie in the year before (New Year's Day 2028 is kept on 31 December 2027)
    years = (year, year + 1) if year < date.max.year else (year,)
    # an unset language would follow the machine's locale
    found = entity(subdiv=part or None, years=years, observed=True, expand=False, language=_english(entity))
    return {day: name for day, name in sorted(found.items()) if day.year == year}


def _english(entity: type) -> str | None:
    own: str | None = getattr(entity, "default_language", None)
    if own is None or own.startswith("en"):
        return own
    return next((name for name in getattr(entity, "supported_languages", ()) if name.startswith("en")), own)


@lru_cache(maxsize=1024)
def _working_week(region: str, year: int) -> frozenset[int]:
    """The weekdays worked at the end of `year`."""
    if not region:
        return MONDAY_TO_FRIDAY
    return frozenset(day.weekday() for day in _days_of(year)[-7:] if not _is_weekend(region, day))


@lru_cache(maxsize=1024)
def _weekend_days(region: str, week: frozenset[int] | None, year: int) -> frozenset[date]:
    if week is None and region:
        return frozenset(day for day in _days_of(year) if _is_weekend(region, day))
    worked = week or MONDAY_TO_FRIDAY
    return frozenset(day for day in _days_of(year) if day.weekday() not in worked)


@lru_cache(maxsize=8)
def _days_of(year: int) -> tuple[date, ...]:
    first = date(year, 1, 1)
    count = (date(year, 12, 31) - first).days + 1
    return tuple(first + DAY * n for n in range(count))


def _is_weekend(region: str, day: date) -> bool:
    return bool(_calendar(region).is_weekend(day))


@lru_cache(maxsize=64)
def _calendar(region: str):  # type: ignore[no-untyped-def]  # a class of the package, loaded late
    country, _, part = region.partition("-")
    return entity_of(country)(subdiv=part or None)


@lru_cache(maxsize=64)
def _first_weekday(week: frozenset[int]) -> int:
    """The weekday after the longest run of days off; of equal ones, after the run that reaches Sunday."""
    starts = [day for day in week if (day - 1) % 7 not in week]
    if not starts:
        return 0
    return max(starts, key=lambda day: (_days_off_before(day, week), (day - 1) % 7 == _SUNDAY))


def _days_off_before(day: int, week: frozenset[int]) -> int:
    run = 0
    while (day - 1 - run) % 7 not in week:
        run += 1
    return run
