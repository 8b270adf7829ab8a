"""When an interview was, as one types it: "today 14:00", "Tue 10", "yesterday 3pm 1h", "20 Nov 9.30 - 10.15".

A text is read from left to right; what stands next is tried as a day, a length, a range, a time, a zone; the
order of the pieces does not matter. Nothing typed means today without a clock time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from app.domain.facts import Moment
from app.domain.typed import clock, days, zones
from app.domain.typed.scan import FIRST_HOUR, LAST_HOUR, Scan
from app.errors import UsageError
from app.text import cleaned

_LONGEST_TEXT = 200
_LATE_NIGHT = timedelta(hours=6)  # a range may run over midnight for so long
_WEEK = timedelta(7)
_WEEKS_BACK = 6


@dataclass(frozen=True, slots=True)
class TypedMoment:
    """A moment as typed, with the length in minutes; None where neither a length nor an end was typed."""

    moment: Moment
    minutes: int | None = None


def read_moment(
    text: str, *, now: datetime, zone: str = "", day_first: bool = True, future: bool = False
) -> TypedMoment:
    """The moment that `text` means.

    `now` is aware; `zone` names the person's zone ("" is that of `now`); `day_first` is the order of their
    region ("4/3" is 4 March); `future` is for something planned: the nearest day to come is meant then. In a
    text with a zone of its own, today is today there. Raises UsageError, one line, where the text cannot be
    read, says two things, or means a time to come although something happened.
    """
    typed = cleaned(text, one_line=True)
    if len(typed) > _LONGEST_TEXT:
        raise UsageError("This is too long for a day and a time; notes go into the boxes below.")
    scan = Scan(typed, day_first=day_first)
    name = scan.zone if scan.zone and not scan.mine else zone
    tz = zones.clock_of(name) or now.tzinfo or UTC
    return _Meaning(scan, name, tz, now.astimezone(tz), future=future).moment()


def moment_text(moment: Moment, minutes: int | None, *, now: datetime, zone: str = "") -> str:
    """The text that reads as this moment for the same `now` and `zone`: "today 14:00 to 15:00"."""
    tz = zones.clock_of(moment.zone or zone) or now.tzinfo or UTC
    behind = "" if moment.zone in {"", zone} else f" {moment.zone}"
    day = _day_text(moment.day, now.astimezone(tz).date())
    length = f" for {minutes} min" if minutes else ""
    if moment.at is None:
        return f"{day}{length}{behind}"
    local = moment.at.astimezone(tz)
    end = (moment.at + timedelta(minutes=minutes or 0)).astimezone(tz)
    ends = (f" to {end:%H:%M}", length) if minutes else ("",)
    # Where the clocks are changed only the exact form may read as the same instant.
    exact = local.isoformat(timespec="minutes")
    candidates = [f"{front}{last}{behind}" for front in (f"{day} {local:%H:%M}", exact) for last in ends]
    same = (text for text in candidates if _reads_as(text, moment, minutes, now=now, zone=zone))
    return next(same, candidates[-1])


def _reads_as(text: str, moment: Moment, minutes: int | None, *, now: datetime, zone: str) -> bool:
    try:
        read = read_moment(text, now=now, zone=zone, future=True)
    except UsageError:
        return False
    return (read.moment.day, read.moment.at, read.minutes) == (moment.day, moment.at, minutes)


def _day_text(day: date, today: date) -> str:
    if day == today:
        return "today"
    return "yesterday" if day == today - timedelta(1) else days.day_text(day)


@dataclass(frozen=True)
class _Meaning:
    """What the pieces of `scan` mean, seen at `local` (now, by the clocks `tz` of the zone called `name`)."""

    scan: Scan
    name: str
    tz: tzinfo
    local: datetime
    future: bool

    def moment(self) -> TypedMoment:
        """The moment and the length."""
        bare_is_day = self._day_of_bare_number()
        day = bare_is_day or self._day()
        if self.scan.start is None or bare_is_day:
            self._refuse_to_come(day)
            return TypedMoment(Moment(day, None, self.name), self._length(None, None))
        first, last = self._walls(self.scan.start)
        day = self._nearest_week(day, first)
        at = self._at(day, first)
        if at > self.local:
            self._refuse_to_come(day, first)
        minutes = self._length(at, self._end_after(at, day, last) if last is not None else None)
        if self.scan.offset is not None:
            day = at.astimezone(self.tz).date()
        return TypedMoment(Moment(day, at.astimezone(UTC), self.name), minutes)

    def _day(self) -> date:
        typed, weekday, today = self.scan.day, self.scan.weekday, self.local.date()
        if typed is None:
            return today
        day = typed.on(today, self.future)
        if weekday is None or day.weekday() == weekday:
            return day
        other = typed.on(today, not self.future)
        if other.weekday() == weekday:
            return other
        named, real = days.WEEKDAY_NAMES[weekday], days.WEEKDAY_NAMES[day.weekday()]
        told = days.day_text(day).partition(" ")[2]
        raise UsageError(f"{told} is a {real}, not a {named}; type the one that is right.")

    def _day_of_bare_number(self) -> date | None:
        """The day where the number behind a weekday is hardly an hour: "Fri 20" is Friday the 20th."""
        bare, weekday = self.scan.bare, self.scan.weekday
        if bare is None or weekday is None or FIRST_HOUR <= bare <= LAST_HOUR:
            return None
        nearest = days.nearest_weekday(self.local.date(), weekday, future=self.future)
        back = [nearest - _WEEK * weeks for weeks in range(_WEEKS_BACK)]
        ahead = [nearest + _WEEK * weeks for weeks in range(1, 3)]
        near = [*ahead, *back] if self.future else [*back, *ahead]
        return next((day for day in near if day.day == bare), None)

    def _nearest_week(self, day: date, first: time) -> date:
        """A mere weekday is the nearest one that has come with its clock time (or is to come)."""
        if self.scan.day is None or self.scan.day.weekday is None or day != self.local.date():
            return day
        ahead = self._at(day, first) > self.local
        if self.future:
            return day if ahead else day + _WEEK
        return day - _WEEK if ahead else day

    def _at(self, day: date, wall: time) -> datetime:
        if self.scan.offset is None:
            return zones.instant(day, wall, self.tz)
        return datetime.combine(day, wall, UTC) - self.scan.offset

    def _walls(self, start: clock.Clock) -> tuple[time, time | None]:
        if self.scan.half and not start.half and not start.sure and start.hour in clock.HALF_DAY:
            start = replace(start, half=self.scan.half)
        if self.scan.end:
            return clock.span(start, self.scan.end)
        return start.wall(), None

    def _end_after(self, at: datetime, day: date, last: time) -> datetime:
        end = self._at(day, last)
        if end.astimezone(UTC) > at.astimezone(UTC):
            return end
        end = self._at(day + timedelta(1), last)
        if end.astimezone(UTC) - at.astimezone(UTC) > _LATE_NIGHT:
            raise UsageError(f"The end, {last:%H:%M}, is before the start.")
        return end

    def _length(self, at: datetime | None, end: datetime | None) -> int | None:
        minutes = self.scan.minutes
        if at and end:
            minutes = round((end.astimezone(UTC) - at.astimezone(UTC)).total_seconds() / 60)
            if self.scan.minutes not in {None, minutes}:
                raise UsageError("The length and the end do not agree; type one of them.")
        if minutes is not None and not 0 < minutes <= clock.LONGEST:
            raise UsageError("An interview takes between a minute and a day.")
        return minutes

    def _refuse_to_come(self, day: date, wall: time | None = None) -> None:
        today = self.local.date()
        if self.future or (wall is None and day <= today):
            return
        when = "today" if day == today else days.day_text(day)
        told = f"{wall:%H:%M} {when}" if wall else when
        hint = f" Was it yesterday? Type “yesterday {wall:%H:%M}”." if day == today and wall else ""
        raise UsageError(f"{told} is still to come; write down what happened.{hint}")
