"""A dated piece: one stretch of signs that names a day, a period or a length of time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto


class Sort(Enum):
    """What a piece names."""

    DAY = auto()  # one day: "Friday", "20 March"
    PERIOD = auto()  # a week, month, quarter: its day is its far end
    SPAN = auto()  # a length of time from the day said: "two weeks"
    FEW = auto()  # "a few days"
    PART = auto()  # a part of a day: "5 pm", "end of day"
    WEEKEND = auto()
    HOLIDAY = auto()
    NEW_YEAR = auto()  # "the new year", "the holidays"
    RELATIVE = auto()  # relative to a piece named before: "the week after", "the next"
    WEEK_OF = auto()  # "week commencing", its date follows
    WEEK_ENDING = auto()
    PAST = auto()  # gone by, or no day of the calendar
    UNREADABLE = auto()  # dated words that no line of the table reads


class Unit(Enum):
    """What a span is counted in."""

    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time; `count` may hold a half."""

    count: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Piece:
    """A dated piece, from sign `at` up to sign `to`.

    `day` is its date, the far end of a period. `before` is what "before" it means: the day before a day or before
    the start of a period, the end itself for an end. `weekday`, `day_of_month` tell of a bare "Friday", "the 20th",
    whose date moves when it stands after another in a range; `month` of a bare "March"; `week` is the first day of the
    week that a piece names; `name` tells relatives apart.
    """

    sort: Sort
    at: int = -1
    to: int = -1
    day: date | None = None
    rule: str = ""
    confirm: bool = False
    alternative: date | None = None
    before: date | None = None
    weekday: int | None = None
    day_of_month: int | None = None
    month: int | None = None
    week: date | None = None
    span: Span | None = None
    name: str = ""

    def but(self, **changes: object) -> Piece:
        """The same piece with some of its values changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # dataclasses.replace cannot be typed by field
