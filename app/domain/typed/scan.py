"""The pieces of a text that tells a moment: its day, times, length and zone, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

from app.domain.dates import MONTHS
from app.domain.typed import clock, days, zones
from app.errors import UsageError
from app.text import shortened, shown

_FILLER = re.compile(r"(?:on|at|in the|the|from|for|about|around|um|in|and)\b|[,;()~@.]+")
_PART_OF_DAY = re.compile(r"(?:in the )?(morning|afternoon|evening|early|late)\b")
_ISO = re.compile(
    r"(?P<day>20\d\d-\d\d-\d\d)t(?P<hour>\d\d):?(?P<minute>\d\d)(?::?\d\d(?:[.,]\d+)?)?\s*"
    r"(?:(?P<utc>z)\b|(?P<sign>[+-])(?P<oh>\d\d):?(?P<om>\d\d))?"
)
_OFFSET = re.compile(r"(?:utc|gmt)?\s?(?P<sign>[+-])(?P<oh>\d{1,2})(?::?(?P<om>\d\d))?(?!\d)")
_MINE = re.compile(r"(?:my|local|our) time")
_ZONE_WORD = re.compile(r"[^\W\d][\w/+-]*")
_WORDS_OF_A_ZONE = 3  # "Port of Spain"
# Hours at which interviews begin: a mere number among them is an hour.
FIRST_HOUR, LAST_HOUR = 7, 19


@dataclass
class Scan:
    """What stands in one text, piece by piece. Each `_try_...` takes what stands next, if it is of its kind.

    `bare` is a mere number behind a weekday, `half` a part of the day ("a" or "p"), `zone` a zone's name,
    `mine` is set by "my time". Raises UsageError for a text that cannot be read or says two things.
    """

    text: str
    day_first: bool
    day: days.Day | None = None
    weekday: int | None = None
    start: clock.Clock | None = None
    end: clock.Clock | None = None
    bare: int | None = None
    half: str = ""
    minutes: int | None = None
    zone: str = ""
    mine: bool = False
    offset: timedelta | None = None
    at: int = field(default=0, init=False)
    low: str = field(default="", init=False)

    def __post_init__(self) -> None:
        low = self.text.casefold()
        # Case folding may change the length ("ß"); such texts hold no day, and are quoted folded.
        self.text = self.text if len(low) == len(self.text) else low
        self.low = re.sub("[‐-―]", "-", low).replace("’", "'")
        self._read()

    def _read(self) -> None:
        tries = (
            self._try_iso, self._try_day, self._try_length, self._try_range, self._try_slashes,
            self._try_offset, self._try_time, self._try_part_of_day, self._try_filler, self._try_zone,
        )  # fmt: skip
        while self.at < len(self.low):
            if self.low[self.at].isspace():
                self.at += 1
            elif not any(attempt() for attempt in tries):
                self._refuse()

    def _refuse(self) -> None:
        word = shortened(shown(self.text[self.at :].split(maxsplit=1)[0]), 30)
        raise UsageError(
            f"I cannot read “{word}”. Type it like “today 14:00”, “Tue 10” or “2026-11-20 09:30”."
        )

    def _next(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self.low, self.at)
        if match:
            self.at = match.end()
        return match

    def _try_iso(self) -> bool:
        match = self._next(_ISO)
        if not match:
            return False
        year, month, day = match["day"].split("-")
        self._set_day(days.on_date(year, int(month), int(day)))
        self._set_start(clock.Clock(int(match["hour"]), int(match["minute"]), sure=True))
        if match["utc"] or match["sign"]:
            self.offset = offset_of(match) if match["sign"] else timedelta()
        return True

    def _try_day(self) -> bool:
        for pattern, rule in days.RULES:
            before = self.at
            if match := self._next(pattern):
                if self._runs_on(match):
                    self.at = before
                    continue
                self._set_day(rule(match))
                return True
        return self._try_dotted()

    def _runs_on(self, match: re.Match[str]) -> bool:
        """Whether a word goes on behind what was read ("todayish"); the T of ISO texts does not count."""
        after = self.low[match.end() : match.end() + 1]
        return match.group()[-1:].isalnum() and after.isalnum() and after != "t"

    def _try_dotted(self) -> bool:
        match = days.DOTTED.match(self.low, self.at)
        if not match or self.day or int(match[2]) > len(MONTHS):
            return False
        another_time_follows = re.match(r",?\s*(?:at |um )?\d", self.low[match.end() :])
        if int(match[2]) % 5 == 0 and not another_time_follows and int(match[1]) <= LAST_HOUR:
            return False
        if len(match[2]) == 1 or int(match[2]) % 5 or another_time_follows:
            self.at = match.end()
            self._set_day(days.on_date(None, int(match[2]), int(match[1])))
            return True
        return False

    def _try_slashes(self) -> bool:
        match = self._next(days.SLASHED)
        if match:
            self._set_day(days.slashed(int(match[1]), int(match[2]), match[3], day_first=self.day_first))
        return bool(match)

    def _try_length(self) -> bool:
        told = bool(re.search(r"\bfor\s*$", self.low[: self.at]))
        for pattern, minutes in clock.LENGTHS:
            match = pattern.match(self.low, self.at)
            if not match:
                continue
            # "14h" and "14h30" are times, "1h" and "1h30" lengths; behind a time or "for" all are lengths.
            hours = re.match(r"(\d{1,2})\s?h(?![a-z])", match.group())
            if hours and int(hours[1]) >= FIRST_HOUR and not (told or self.start):
                continue
            if self.minutes is not None:
                raise UsageError("There are two lengths in this; type one.")
            self.minutes, self.at = minutes(match), match.end()
            return True
        return False

    def _try_range(self) -> bool:
        match = self._next(clock.RANGE)
        if match:
            self._set_start(clock.clock_in(match, "a"))
            self.end = clock.clock_in(match, "b")
        return bool(match)

    def _try_time(self) -> bool:
        digits = clock.FOUR_DIGITS.match(self.low, self.at)
        if digits and (self.day or self.weekday is not None):
            self.at = digits.end()
            self._set_start(clock.Clock(int(digits["hour"]), int(digits["minute"]), sure=True))
            return True
        match = clock.ONE.match(self.low, self.at)
        if not match or (clock.is_bare(match) and self.day is None):
            return False
        self.at = match.end()
        if clock.is_bare(match) and self.weekday is not None:
            self.bare = int(match.group())
        self._set_start(clock.clock_in(match, "a"))
        return True

    def _try_part_of_day(self) -> bool:
        match = self._next(_PART_OF_DAY)
        if match and match[1] in {"morning", "afternoon", "evening"}:
            self.half = "a" if match[1] == "morning" else "p"
        return bool(match)

    def _try_filler(self) -> bool:
        return bool(self._next(_FILLER))

    def _try_offset(self) -> bool:
        match = self._next(_OFFSET) if self.start else None
        if match:
            self.offset = offset_of(match)
        return bool(match)

    def _try_zone(self) -> bool:
        if self._next(_MINE):
            self.mine = True
            return True
        words: list[str] = []
        ends: list[int] = []
        at = self.at
        while (match := _ZONE_WORD.match(self.text, at)) and len(words) < _WORDS_OF_A_ZONE:
            words.append(match.group())
            ends.append(match.end())
            at = match.end() + (self.text[match.end() : match.end() + 1] == " ")
        for count in range(len(words), 0, -1):
            if found := zones.zone_called(" ".join(words[:count])):
                if self.zone and self.zone != found:
                    raise UsageError("There are two time zones in this; type one.")
                self.zone, self.at = found, ends[count - 1]
                self._next(re.compile(r"\s*time\b"))
                return True
        if words and (self.start or "/" in words[0]):
            name = shortened(shown(words[0]), 30)
            raise UsageError(f"There is no time zone “{name}” here; type it like Europe/Berlin or +01:00.")
        return False

    def _set_day(self, day: days.Day) -> None:
        if day.weekday is not None and self.weekday is None:
            self.weekday = day.weekday
            self.day = self.day or day
        elif self.day is None or self.day.weekday is not None:
            self.day = day
        else:
            raise UsageError("There are two days in this; type one.")

    def _set_start(self, start: clock.Clock) -> None:
        if self.start:
            raise UsageError("There are two times in this; type “14:00 to 15:00” for a start and an end.")
        self.start = start


def offset_of(match: re.Match[str]) -> timedelta:
    """How far the clocks of "+01:00" are ahead of UTC. Raises UsageError for what no zone has."""
    offset = timedelta(hours=int(match["oh"]), minutes=int(match["om"] or 0))
    if offset > timedelta(hours=14):
        raise UsageError("No zone is more than 14 hours from UTC.")
    return -offset if match["sign"] == "-" else offset
