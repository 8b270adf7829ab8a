"""Clock times and lengths as one types them: "14:00", "9.30", "2pm", "14h30", "noon"; "45 min", "1.5h"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from app.errors import UsageError

_NAMED = r"(?P<{0}name>noon|midday|midnight)\b"
_DIGITS = r"(?P<{0}hour>\d{{1,2}})(?:[:.h](?P<{0}minute>[0-5]\d)(?!\d))?(?::\d\d(?:[.,]\d+)?)?"
_HALF = r"(?:\s*(?P<{0}half>[ap])\.?m?\b\.?|\s*(?P<{0}h>h|uhr|o['’]?clock)\b)?"
_TIME = f"(?:{_NAMED}|{_DIGITS}{_HALF})"
_NOT_MORE = r"(?![\w:]|[./]\d)"
RANGE = re.compile(
    rf"(?:from )?{_TIME.format('a')}\s*(?:-|(?:to|till?|until|bis)\b)\s*{_TIME.format('b')}{_NOT_MORE}"
)
ONE = re.compile(rf"(?:at |@ ?|from |around |about |~ ?)?{_TIME.format('a')}{_NOT_MORE}")
FOUR_DIGITS = re.compile(
    r"(?:at )?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s*h(?:rs?|ours)?)?\b(?![:/.-])"
)
_HOURS = r"(?:hours?|hrs?|h|stunden?|std)\b"
_MINUTES = r"(?:minutes?|mins?|min|m|')(?!\w)"
LENGTHS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int]], ...] = (
    (re.compile(r"(?:an?|one|1) hour and a half|(?:an?|one|1) and a half hours?"), lambda _m: 90),
    (re.compile(r"(?:half an|1/2|½|a half) ?-?hour"), lambda _m: 30),
    (re.compile(r"(?:an?|one) hour"), lambda _m: 60),
    (re.compile(r"(?:a )?quarter of an hour"), lambda _m: 15),
    (re.compile(r"three quarters of an hour"), lambda _m: 45),
    (
        re.compile(
            rf"(?P<h>\d{{1,2}})\s*(?:{_HOURS}|h(?=\d))"
            rf"\s*(?:and )?(?P<m>\d{{1,2}})\s*(?:{_MINUTES}|(?![\d:.]))"
        ),
        lambda m: int(m["h"]) * 60 + int(m["m"]),
    ),
    (re.compile(rf"(?P<h>\d{{1,2}}(?:[.,]\d{{1,2}})?)\s*-?{_HOURS}"), lambda m: round(_number(m["h"]) * 60)),
    (re.compile(rf"(?P<m>\d{{1,4}})\s*-?{_MINUTES}"), lambda m: int(m["m"])),
)
_DAY_BEGINS, _NOON, _HOURS_OF_A_DAY = 7, 12, 24
HALF_DAY = range(1, _NOON + 1)  # hours that need an am or pm to be certain
LONGEST = 24 * 60


@dataclass(frozen=True)
class Clock:
    """A time as typed. `half` is "a", "p" or "" (not said); `sure`: the hour is of no other half."""

    hour: int
    minute: int = 0
    half: str = ""
    sure: bool = False

    def wall(self, *, half: str = "") -> time:
        """The time on a clock of 24 hours.

        Without am or pm, 1 to 6 typed without a leading zero are hours of the afternoon: interviews are.
        """
        hour, said = self.hour, self.half or half
        if said:
            if hour not in HALF_DAY:
                raise UsageError(f"There is no {hour} {said}m.")
            hour = hour % _NOON + (_NOON if said == "p" else 0)
        elif not self.sure and 1 <= hour < _DAY_BEGINS:
            hour += _NOON
        if hour == _HOURS_OF_A_DAY and not self.minute:
            hour = 0
        if hour >= _HOURS_OF_A_DAY:
            raise UsageError(f"There is no {hour}:{self.minute:02d} on a clock.")
        return time(hour, self.minute)


def clock_in(match: re.Match[str], which: str) -> Clock:
    """The time that `match` of RANGE or ONE holds; `which` is "a" or "b" (the second of a range)."""
    if name := match[f"{which}name"]:
        return Clock(0 if name == "midnight" else _NOON, sure=True)
    digits = match[f"{which}hour"]
    sure = digits.startswith("0") or bool(match[f"{which}h"])
    return Clock(int(digits), int(match[f"{which}minute"] or 0), match[f"{which}half"] or "", sure=sure)


def is_bare(match: re.Match[str]) -> bool:
    """Whether a match of ONE is nothing but a number: "10"."""
    return match.group().isdigit()


def span(start: Clock, end: Clock) -> tuple[time, time]:
    """The two times of a range; "2-3pm" is 14 to 15, "11-1pm" 11 to 13."""
    last = end.wall()
    if end.half and not start.half and not start.sure and start.hour in HALF_DAY:
        same = start.wall(half=end.half)
        return (same if same < last else start.wall(half="a")), last
    first = start.wall()
    if not end.half and not end.sure and last <= first and end.hour in HALF_DAY:
        last = end.wall(half="p")
    return first, last


def _number(text: str) -> float:
    return float(text.replace(",", "."))
