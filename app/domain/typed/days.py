"""Days as one types them, for something that happened (or, where it is allowed, is to come).

Each rule takes a match and gives a `Day`: a function of today that gives the date. Which of several dates is
meant is decided there: the nearest one not after today, or not before it where the future is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.dates import MONTHS, WEEKDAYS
from app.errors import UsageError

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_CENTURY = 2000
_LEAP_YEAR = 2000
_YEARS_WITH_TWO_DIGITS = 100

WEEKDAY = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:rs?|s|sday|nesday|rsday|urday|day)?\b\.?"
_MONTH = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?"
)
_YEAR = r"(?:,?\s*(?P<year>20\d\d)\b(?!:))?"


@dataclass(frozen=True)
class Day:
    """A day as typed: `on(today, future)` is the date; `weekday` is set for a mere weekday ("Tue")."""

    on: Callable[[date, bool], date]
    weekday: int | None = None


def on_date(year: str | None, month: int, day: int) -> Day:
    """That date; without a year the nearest one on the right side of today. UsageError: no such date."""
    if year:
        exact = _date(int(year) + (_CENTURY if int(year) < _YEARS_WITH_TWO_DIGITS else 0), month, day)
        return Day(lambda _today, _future: exact)
    _date(_LEAP_YEAR, month, day, told="")  # refuses at once what no year has
    return Day(lambda today, future: _nearest(today, month, day, future=future))


def day_text(day: date) -> str:
    """A date like "Fri 20 Nov 2026", in the same words whatever the locale."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _date(year: int, month: int, day: int, *, told: str | None = None) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        name = MONTHS[month - 1] if 1 <= month <= len(MONTHS) else f"month {month}"
        behind = f" {year}" if told is None else told
        raise UsageError(f"There is no {day} {name}{behind}.") from None


def _nearest(today: date, month: int, day: int, *, future: bool) -> date:
    for away in range(9):  # a 29 February is at most eight years away
        try:
            found = date(today.year + (away if future else -away), month, day)
        except ValueError:
            continue
        if found >= today if future else found <= today:
            return found
    return today


def _named(match: re.Match[str]) -> Day:
    word = match["named"]
    away = 0
    for words, days in (("day before yesterday", -2), ("yest", -1), ("yday", -1), ("last night", -1)):
        if words in word:
            away = days
            break
    if word.startswith(("tom", "tmr")):
        away = 1
    return Day(lambda today, _future: today + timedelta(away))


def _ago(match: re.Match[str]) -> Day:
    count = _NUMBERS.get(match["count"]) or int(match["count"])
    days = count * (7 if match["unit"].startswith("w") else 1)
    return Day(lambda today, _future: today - timedelta(days))


def _weekday(match: re.Match[str]) -> Day:
    number = [name.casefold() for name in WEEKDAYS].index(match["weekday"])
    week = match["week"] or ""
    which = match["which"] or ""
    if week or which == "this":
        shift = {"l": -7, "t": 0, "n": 7}[(week or which)[0]]
        return Day(lambda today, _future: _in_week(today, number) + timedelta(shift))
    if which in {"next", "coming"}:
        return Day(lambda today, _future: today + timedelta((number - today.weekday() - 1) % 7 + 1))
    if which in {"last", "past"}:
        return Day(lambda today, _future: today - timedelta((today.weekday() - number - 1) % 7 + 1))
    return Day(lambda today, future: nearest_weekday(today, number, future=future), weekday=number)


def _in_week(today: date, number: int) -> date:
    return today + timedelta(number - today.weekday())


def nearest_weekday(today: date, number: int, *, future: bool) -> date:
    """The nearest day of that weekday (Monday 0), today included, before or after."""
    if future:
        return today + timedelta((number - today.weekday()) % 7)
    return today - timedelta((today.weekday() - number) % 7)


def _worded(match: re.Match[str]) -> Day:
    month = [name.casefold() for name in MONTHS].index(match["month"]) + 1
    return on_date(match["year"], month, int(match["day"]))


def _day_first(match: re.Match[str]) -> Day:
    return on_date(match["year"], int(match["month"]), int(match["day"]))


def _of_this_month(match: re.Match[str]) -> Day:
    day = int(match["day"])
    _date(_LEAP_YEAR, 1, day, told="")

    def on(today: date, future: bool) -> date:
        for away in range(3):
            month = today.year * 12 + today.month - 1 + (away if future else -away)
            try:
                found = date(month // 12, month % 12 + 1, day)
            except ValueError:
                continue
            if found >= today if future else found <= today:
                return found
        return today

    return Day(on)


def slashed(first: int, second: int, year: str | None, *, day_first: bool) -> Day:
    """A date like 20/11 by the only order that fits; where both fit, by the region's."""
    months = len(MONTHS)
    day_leads = first > months or (day_first and second <= months)
    day, month = (first, second) if day_leads else (second, first)
    return on_date(year, month, day)


Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Day]]
_ISO = re.compile(r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
RULES: tuple[Rule, ...] = (
    (_ISO, _day_first),
    (
        re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?P<year>20\d\d|\d\d(?![\d:.h]))?(?!\d)"),
        _day_first,
    ),
    (re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>20\d\d)(?!\d)"), _day_first),
    (
        re.compile(
            r"(?P<named>(?:the )?day before yesterday|yesterday|yest\b|yday\b|last night|today|tonight"
            r"|just now|now\b|this (?=morning|afternoon|evening)|tomorrow|tmrw|tmr\b)"
        ),
        _named,
    ),
    (
        re.compile(r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven) (?P<unit>days?|weeks?) ago"),
        _ago,
    ),
    (
        re.compile(
            rf"(?:(?P<which>last|past|this|next|coming) )?{WEEKDAY}"
            r"(?:,? (?:of )?(?P<week>last|this|next) week)?"
        ),
        _weekday,
    ),
    (re.compile(rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?(?: of)?[ -]?{_MONTH}-?{_YEAR}"), _worded),
    (re.compile(rf"{_MONTH} ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|h\b){_YEAR}"), _worded),
    (re.compile(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)\b"), _of_this_month),
)
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(20\d\d|\d\d))?(?!\d)")
# "20.11" without the last dot: a day only where it cannot be, or hardly is, a time.
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})(?![\d.:])")
