"""Further lines on a step: days on which few are at work."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.dates import short_day
from app.domain.workdays import Workdays

DAY = timedelta(1)
_DECEMBER, _CHRISTMAS_EVE, _CHRISTMAS = 12, 24, 25


def quiet_hint(day: date, today: date, workdays: Workdays) -> str:
    """A hint where `day` is a day on which few are at work. Source: follow-up-rules.md, "quiet day"."""
    if is_at_years_end(day, workdays):
        why = "24 to 31 December are quiet"
    elif _is_alone(day, workdays):
        why = f"{short_day(day, today)} is a lone business day between days off"
    else:
        return ""
    ordinary = workdays.next_business_day(day)
    while is_at_years_end(ordinary, workdays) or _is_alone(ordinary, workdays):
        ordinary = workdays.next_business_day(ordinary)
    return f"{why}; {short_day(ordinary, today)} is the next ordinary day."


def day_off_hint(today: date, workdays: Workdays) -> str:
    """For a step that is overdue on a day off: when to do it."""
    if workdays.is_business_day(today):
        return ""
    return f"Today is no business day there; {short_day(workdays.roll_forward(today), today)} is the next."


def is_at_years_end(day: date, workdays: Workdays) -> bool:
    """Whether `day` is one of 24 to 31 December in a place that keeps Christmas."""
    if day.month != _DECEMBER or day.day < _CHRISTMAS_EVE:
        return False
    return workdays.is_holiday(date(day.year, _DECEMBER, _CHRISTMAS))


def _is_alone(day: date, workdays: Workdays) -> bool:
    return (
        workdays.is_business_day(day)
        and not workdays.is_business_day(day - DAY)
        and not workdays.is_business_day(day + DAY)
    )
