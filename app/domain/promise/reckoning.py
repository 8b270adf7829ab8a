"""Dates reckoned from the day on which the words were said, in the weeks and holidays of the region."""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date, timedelta

from app.domain.promise.pieces import Piece, Sort, Span, Unit
from app.domain.workdays import Workdays

FARTHEST = 180
"""A date without a year lies at most this many days ahead (follow-up-rules.md, "20 March")."""
FARTHEST_MONTH = 270
"""The same for a month by name, which nobody says of the one just gone."""
LAST_YEAR = 9990
PARTS = {"early": 10, "mid": 20, "firsthalf": 15, "late": 31, "end": 31}
_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PART_WORDS = {
    "early": "early",
    "mid": "the middle of",
    "firsthalf": "the first half of",
    "late": "late",
    "end": "the end of",
}


def days(count: int) -> timedelta:
    """So many days."""
    return timedelta(days=count)


def weekday_name(day: int) -> str:
    """For "Monday" for 0."""
    return _WEEKDAYS[day]


def written(day: date) -> str:
    """For "20 March"."""
    return f"{day.day} {_MONTHS[day.month]}"


def nth(number: int) -> str:
    """For "3rd"."""
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def month_name(month: int) -> str:
    """For "March" for 3."""
    return _MONTHS[month]


def month_end(year: int, month: int) -> date:
    """The last day of a month; months beyond December run into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, count: int) -> date:
    """`day` some months later, clamped to the month's last day."""
    end = month_end(day.year, day.month + count)
    return end.replace(day=min(day.day, end.day))


class Reckoning:
    """Answers "which date is ..." for words said on one day in one region."""

    def __init__(self, said: date, workdays: Workdays) -> None:
        self.said = said
        self.workdays = workdays

    # weeks

    def week(self, ahead: int = 0, day: date | None = None) -> date:
        """The first day of the week that lies `ahead` weeks after that of `day` (of the day said)."""
        return self.workdays.week_start(day or self.said) + days(7 * ahead)

    def friday(self, day: date) -> date:
        """The last weekday worked in the week of `day`."""
        return self.workdays.last_working_day_of_week(day)

    @property
    def at_weekend(self) -> bool:
        """Whether the words were said after the week's last working day."""
        return self.said > self.friday(self.said)

    def next_week_ahead(self) -> int:
        """How many weeks ahead "next week" lies: one; two when said at a weekend (to be confirmed)."""
        return 2 if self.at_weekend else 1

    def this_week(self, rule: str = "Friday of this week") -> Piece:
        """For "This week": its Friday; that of the next one when said on a Friday or at the weekend."""
        friday = self.friday(self.said)
        if self.said < friday:
            return Piece(
                Sort.PERIOD, day=friday, rule=self.local(rule), before=self.week() - days(1), week=self.week()
            )
        late = self.friday(self.week(1))
        return Piece(
            Sort.PERIOD, day=late, rule=self.local("Friday of next week, as this one is over"), confirm=True,
            alternative=friday if friday == self.said else None, before=self.week() - days(1), week=self.week(1),
            name="this",
        )  # fmt: skip

    def week_ahead(self, ahead: int, *, end: bool = False) -> Piece:
        """The week `ahead` weeks on, read as its Friday."""
        start = self.week(ahead)
        friday = self.friday(start)
        if ahead == 1 or (ahead == 2 and self.at_weekend):
            rule = "Friday of next week" if ahead == 1 else "Friday of the week after this coming one"
        else:
            rule = f"Friday {ahead} weeks on"
        return Piece(
            Sort.PERIOD,
            day=friday,
            rule=self.local(rule),
            week=start,
            before=friday if end else start - days(1),
        )

    def next_week(self, *, end: bool = False) -> Piece:
        """For "Next week", one week further and to be confirmed when said at a weekend."""
        found = self.week_ahead(self.next_week_ahead(), end=end)
        if self.at_weekend:
            return found.but(confirm=True, alternative=self.friday(self.week(1)))
        return found

    def local(self, rule: str) -> str:
        """The rule with the region's own last working day for "Friday"."""
        last = weekday_name(self.friday(self.said).weekday())
        return rule if last == "Friday" else rule.replace("Friday", last)

    def in_week(self, start: date, weekday: int) -> date:
        """That weekday of the week that begins on `start`."""
        return start + days((weekday - start.weekday()) % 7)

    def coming(self, weekday: int, after: date | None = None) -> date:
        """The nearest such weekday strictly after a day (the day said)."""
        after = after or self.said
        return after + days((weekday - after.weekday() - 1) % 7 + 1)

    # months

    def month_year(self, month: int, day: int = 31) -> int:
        """The year of the nearest such month whose `day` (clamped) is not before the day said."""
        year = self.said.year
        last = month_end(year, month)
        return year if last.replace(day=min(day, last.day)) >= self.said else year + 1

    def month_part(self, year: int, month: int, part: str) -> Piece:
        """Part of a month ("early", "mid", "late", "end"; "" for the whole): its far end by the table."""
        last = month_end(year, month)
        day = last.replace(day=min(PARTS.get(part, 31), last.day))
        name = f"{_MONTHS[last.month]}" + ("" if last.year == self.said.year else f" {last.year}")
        rule = f"{_PART_WORDS[part]} {name}" if part else f"the last day of {name}"
        if part == "end":
            rule = f"the last day of {name}"
        first = {"": 1, "early": 1, "firsthalf": 1, "mid": 11, "late": 21}.get(part)
        before = day if first is None else last.replace(day=first) - days(1)
        return Piece(Sort.PERIOD, day=day, rule=rule, before=before, month=last.month if not part else None)

    def full_date(self, day: int, month: int, year: int | None = None) -> Piece:
        """A date by day and month: the nearest not before the day said, if no year is named."""
        if not 1 <= month <= 12 or day < 1:
            return Piece(Sort.PAST, rule="there is no such date")
        years = (year,) if year else range(self.said.year, self.said.year + 9)
        possible = [date(y, month, day) for y in years if y <= LAST_YEAR and day <= monthrange(y, month)[1]]
        ahead = next((found for found in possible if found >= self.said), None)
        if ahead is None:
            return Piece(Sort.PAST, rule="a date gone by" if possible else "there is no such date")
        if not year and (ahead - self.said).days > FARTHEST:
            return Piece(Sort.PAST, rule=f"{written(ahead)} is past, or far away: its year is not clear")
        return self.one_day(ahead, written(ahead) + (f" {year}" if year else ""))

    def day_of_month(self, number: int, floor: date | None = None) -> Piece:
        """For "The 15th": the nearest one not before the day said."""
        floor = floor or self.said
        for ahead in range(4):
            last = month_end(floor.year, floor.month + ahead)
            if number <= last.day and last.replace(day=number) >= floor:
                found = last.replace(day=number)
                piece = self.one_day(found, f"the {nth(number)} of {_MONTHS[found.month]}").but(
                    day_of_month=number
                )
                if found == self.said:
                    return piece.but(confirm=True, alternative=self.day_of_month(number, found + days(1)).day)
                return piece
        return Piece(Sort.PAST, rule="there is no such date")

    def one_day(self, day: date, rule: str) -> Piece:
        """A piece that names one day; a day gone by where it lies before the day said."""
        if day < self.said:
            return Piece(Sort.PAST, day=day, rule="a date gone by")
        return Piece(Sort.DAY, day=day, rule=rule, before=day - days(1))

    def nth_week(self, number: int, year: int, month: int) -> date:
        """Friday of the week of day 7, 14, 21 or 28."""
        last = month_end(year, month)
        return self.friday(last.replace(day=min(7 * number, last.day)))

    # lengths of time

    def after(self, span: Span, base: date | None = None) -> date:
        """The day on which a span from the day said, or from another day, is over."""
        start = base or self.said
        count, whole = span.count, math.ceil(span.count)
        match span.unit:
            case Unit.HOUR:
                hours = 0 if count < 12 else math.ceil(count / 24)
                return self.workdays.add_business_days(start, min(hours, 400))
            case Unit.DAY:
                short = base is None and whole <= 3
                return self.workdays.add_business_days(start, whole) if short else start + days(whole)
            case Unit.BUSINESS_DAY:
                return self.workdays.add_business_days(start, min(whole, 400))
            case Unit.WEEK:
                return start + days(math.ceil(7 * count))
            case Unit.MONTH | Unit.QUARTER | Unit.YEAR:
                months = count * {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[span.unit]
                return add_months(start, int(months)) + days(math.ceil((months - int(months)) * 30))
