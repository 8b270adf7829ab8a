"""Days and spans as a person reads them, the same everywhere: "Thu 19 Nov", "in 3 days", "4 days late"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

# not strftime: names must not follow the machine's locale
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_WEEK = 7
_IN_WEEKS_FROM = 14
_IN_MONTHS_FROM = 61
_DAYS_A_MONTH = 30.44


def short_day(day: date, today: date) -> str:
    """Such as "Thu 19 Nov"; with its year where that is not the year of `today`: "Mon 4 Jan 2027"."""
    text = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def column_day(day: date, today: date) -> str:
    """A day for a column of at most 11 cells: "today", "Thu 19 Nov", "Tue  1 Dec"; in another year " 4 Jan 2027"."""
    if day == today:
        return "today"
    month = MONTHS[day.month - 1]
    if day.year != today.year:
        return f"{day.day:>2} {month} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day:>2} {month}"


def relative_day(day: date, today: date) -> str:
    """How far off a day is: "today", "tomorrow", "in 3 days", "in 2 weeks", "3 days ago"."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if near:
        return near
    return f"in {span(days)}" if days > 0 else f"{span(-days)} ago"


def span(days: int) -> str:
    """A number of days in the largest unit that fits: "3 days", "2 weeks", "3 months"."""
    if days < _IN_WEEKS_FROM:
        return count(days, "day")
    if days < _IN_MONTHS_FROM:
        return count(round(days / _WEEK), "week")
    return count(round(days / _DAYS_A_MONTH), "month")


def days_late(days: int) -> str:
    """Such as "1 day late", "4 days late"; "" for none."""
    return f"{count(days, 'day')} late" if days > 0 else ""


def days_late_in_words(days: int) -> str:
    """The beginning of a sentence: "Four days late"; figures beyond twelve."""
    number = _NUMBERS[days].capitalize() if days < len(_NUMBERS) else str(days)
    return f"{number} {'day' if days == 1 else 'days'} late"


def count(number: int, thing: str) -> str:
    """Such as "1 day", "4 days"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def months_after(day: date, months: int = 1) -> date:
    """The same day of the month, `months` later; the month's last day where it has no such day.

    Source: follow-up-rules.md, "Adding a month clamps". Always call it with the anchor, never with an earlier result.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def days_after(day: date, days: int) -> date:
    """`day` and `days` more."""
    return day + timedelta(days)
