"""Rows of the table that name today, tomorrow, a part of a day, a public holiday or the new year."""

from __future__ import annotations

import re
from datetime import date

from app.domain.promise.grammar import Grammar
from app.domain.promise.pieces import Piece, Sort
from app.domain.promise.reckoning import FARTHEST_MONTH, Reckoning, add_months, days, written

DAYS = Grammar()
_FIXED = {
    "christmaseve": (12, 24),
    "christmas": (12, 25),
    "boxingday": (12, 26),
    "newyearseve": (12, 31),
    "newyearsday": (1, 1),
}
_EASTER = {"goodfriday": -2, "easter": 0, "eastermonday": 1}


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian computus)."""
    century, rest = divmod(year, 100)
    gold = year % 19
    epact = (19 * gold + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (gold + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _named(reckoning: Reckoning, name: str) -> date:
    years = (reckoning.said.year, reckoning.said.year + 1)
    if name in _FIXED:
        candidates = [date(year, *_FIXED[name]) for year in years]
    else:
        candidates = [easter(year) + days(_EASTER[name]) for year in years]
    return next(day for day in candidates if day >= reckoning.said)


@DAYS.reads("'today'; 'this afternoon'; 'tonight'", r"today (?!week|fortnight)", r"daypart-today ")
def _today(_: re.Match[str], reckoning: Reckoning) -> Piece:
    return reckoning.one_day(reckoning.said, "the same day")


@DAYS.reads("'by end of day'", r"(?:the )?(?:dayend|daypart) ")
def _part_of_day(match: re.Match[str], reckoning: Reckoning) -> Piece:
    return Piece(
        Sort.PART,
        day=reckoning.said,
        rule="the same day",
        before=reckoning.said,
        name="end" if "dayend" in match[0] else "",
    )


@DAYS.reads("'first thing in the morning'", r"morning ")
def _in_the_morning(_: re.Match[str], reckoning: Reckoning) -> Piece:
    return Piece(
        Sort.PART, day=reckoning.workdays.next_business_day(reckoning.said), rule="the next business day"
    )


@DAYS.reads("'the day after tomorrow'", r"in2days ", r"(?:the )?day after tomorrow ")
def _after_tomorrow(_: re.Match[str], reckoning: Reckoning) -> Piece:
    return reckoning.one_day(
        reckoning.workdays.add_business_days(reckoning.said, 2), "the day after tomorrow"
    )


@DAYS.reads(
    "'tomorrow'",
    r"tomorrow (?!(?:week|fortnight) (?!of|after|before))",
    r"(?:the )?(?:next|following) (?:bizday|day) ",
)
def _tomorrow(_: re.Match[str], reckoning: Reckoning) -> Piece:
    day = reckoning.workdays.next_business_day(reckoning.said)
    rule = (
        "tomorrow" if day == reckoning.said + days(1) else "the next business day, as tomorrow is a day off"
    )
    return reckoning.one_day(day, rule)


@DAYS.reads(
    "'the new year'; 'after the holidays'; 'after Christmas'",
    (
        r"(?:(?:after|post|in|into|over|early|start|around|during|by) {OF}){0,4}(?:the "
        r")?(?:start of )?(?:new )?newyear "
    ),
    (
        r"(?:after|over|during|past|following) (?:the )?(?:new year |newyear "
        r")?(?:christmas|holidays|newyearsday|newyearseve) (?:and newyear "
        r")?(?:holidays )?"
    ),
    r"(?:the )?(?P<plain>holidays) ",
)
def _new_year(match: re.Match[str], reckoning: Reckoning) -> Piece:
    said = reckoning.said
    turn = said.year + 1 if said.month >= 11 else said.year
    tenth = date(turn, 1, 10)
    if said >= tenth or not (said.month >= 11 or said < tenth):
        return Piece(Sort.UNREADABLE, rule="I cannot tell which day that is")
    before = date(turn - 1, 12, 24) if match.groupdict().get("plain") else date(turn - 1, 12, 31)
    return Piece(
        Sort.NEW_YEAR, day=tenth, rule="10 January, when people are back", confirm=True, before=before
    )


@DAYS.reads(
    "a public holiday",
    (
        r"(?:the )?(?P<name>christmaseve|christmas|boxingday|newyearseve|"
        r"newyearsday|goodfriday|eastermonday|easter) (?:weekend |holidays "
        r")?"
    ),
)
def _well_known_holiday(match: re.Match[str], reckoning: Reckoning) -> Piece:
    day = _named(reckoning, match["name"])
    return Piece(
        Sort.HOLIDAY, day=day, rule=f"the holiday on {written(day)}", before=day - days(1), name=match["name"]
    )


@DAYS.reads(
    "a public holiday of the region",
    r"(?:the )?h(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d) (?:weekend |longweekend )?",
)
def _holiday_of_region(match: re.Match[str], reckoning: Reckoning) -> Piece:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    if (day - reckoning.said).days > FARTHEST_MONTH:
        return Piece(Sort.UNREADABLE, rule="that holiday is far away")
    return Piece(Sort.HOLIDAY, day=day, rule=f"the holiday on {written(day)}", before=day - days(1))


@DAYS.reads(
    "'after the bank holiday'",
    r"(?:the )?(?:m(?P<month>\d+) )?(?:d\d )?(?P<which>bankholiday|longweekend) (?:d\d |weekend )?",
)
def _next_holiday(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    said = reckoning.said
    coming = [
        day
        for year in (said.year, said.year + 1)
        for day in reckoning.workdays.holidays_named(year)
        if said < day <= add_months(said, 6) and day.weekday() < 5
    ]
    if match["month"]:
        coming = [day for day in coming if day.month == int(match["month"])]
    if match["which"] == "longweekend":
        coming = [day for day in coming if day.weekday() in {0, 4}]
    if not coming:
        return Piece(Sort.UNREADABLE, rule="I do not know which holiday that is")
    day = min(coming)
    before = day - days(1)
    if match["which"] == "longweekend" and day.weekday() == 0:
        before = max(said, day - days(3))
    return Piece(Sort.HOLIDAY, day=day, rule=f"the holiday on {written(day)}", before=before)
