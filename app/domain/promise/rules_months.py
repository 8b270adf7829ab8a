"""Rows of the table that name a month, a quarter, a year, or a date of a month."""

from __future__ import annotations

import re
from datetime import date

from app.domain.promise.grammar import Grammar
from app.domain.promise.pieces import Piece, Sort
from app.domain.promise.reckoning import FARTHEST_MONTH, PARTS, Reckoning, add_months, days, month_end, nth

MONTHS = Grammar()
_YEAR_DIGITS = 100
_MONTHS_IN_A_YEAR = 12


def month_named(match: re.Match[str], reckoning: Reckoning) -> tuple[int, int]:
    """(year, month) of "May", "next month", "the month"."""
    groups = match.groupdict()
    if groups.get("month"):
        month = int(groups["month"])
        return int(groups.get("year") or reckoning.month_year(month)), month
    ahead = 1 if groups.get("which") in {"next", "following"} else 0
    end = month_end(reckoning.said.year, reckoning.said.month + ahead)
    return end.year, end.month


def _part(name: str | None) -> str:
    return {"start": "early"}.get(name or "", name or "")


def _not_past(piece: Piece, reckoning: Reckoning, *, named: bool = False) -> Piece:
    if piece.day is None or piece.day < reckoning.said:
        return Piece(Sort.PAST, rule="a date gone by")
    if named and (piece.day - reckoning.said).days > FARTHEST_MONTH:
        return Piece(Sort.PAST, rule="past, or far away: its year is not clear")
    return piece


_MONTH_DAY = r"(?:o\d+w?|n\d+)"


@MONTHS.reads(
    "'20 March'; 'the twentieth of March'",
    r"(?:from )?{THE}(?P<first>"
    + _MONTH_DAY
    + r") (?:\. )?(?:{OR} )(?:the )?(?P<day>"
    + _MONTH_DAY
    + r") (?:\. )?(?:of )?{MONTH} {YEAR}",
    r"{THE}t(?P<first>\d+)/(?P<day>\d+) (?:of )?{MONTH} {YEAR}",
    r"{MONTH} (?:the )?t(?P<first>\d+)/(?P<day>\d+) {YEAR}(?!{UNIT})",
    r"{THE}(?P<day>"
    + _MONTH_DAY
    + r") (?:[-.] )?(?:day )?(?:of )?{MONTH} (?:- )?{YEAR}(?:n(?P<short>[2-9]\d) (?!{UNIT}|{OR}))?",
    r"(?:from )?{MONTH} (?:the )?(?P<first>"
    + _MONTH_DAY
    + r") (?:{OR} )(?:the )?(?P<day>"
    + _MONTH_DAY
    + r") {YEAR}(?!{UNIT}|m\d)",
    r"{MONTH} (?:- )?(?:the )?(?P<day>" + _MONTH_DAY + r") {YEAR}(?!{UNIT})",
)
def _day_and_month(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    groups = match.groupdict()
    number = int(match["day"].strip("ow").removeprefix("n"))
    year = int(groups["year"]) if groups.get("year") else None
    if groups.get("short"):
        year = 2000 + int(groups["short"])
    return reckoning.full_date(number, int(match["month"]), year)


@MONTHS.reads(
    "'20/03'; '03/20/2026'; '4/3'; '2026-03-20'; '20.3.'",
    r"{THE}t(?P<text>\d+[-/.]\d+(?:[-/.]\d*)?) (?P<weekday>)",
)
def _in_figures(match: re.Match[str], reckoning: Reckoning) -> Piece:
    parts = [part for part in re.split(r"[-/.]", match["text"]) if part]
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        return reckoning.full_date(numbers[2], numbers[1], numbers[0])
    year = numbers[2] if len(numbers) > 2 else None
    if year is not None and year < _YEAR_DIGITS:
        year += 2000
    one, two = numbers[:2]
    by_day, by_month = reckoning.full_date(one, two, year), reckoning.full_date(two, one, year)
    dotted, day_first = "." in match["text"], reckoning.workdays.date_order == "DMY"
    if dotted and day_first and two <= _MONTHS_IN_A_YEAR:
        return by_day
    own, other = (by_day, by_month) if day_first or dotted else (by_month, by_day)
    if own.day == other.day or other.sort is Sort.PAST:
        return own
    if own.sort is Sort.PAST:
        unsure = one <= 12 and two <= 12
        return other.but(confirm=unsure)
    return own.but(confirm=True, alternative=other.day)


@MONTHS.reads(
    "'first / second / third week of May'; 'last week of June'",
    (
        r"{THE}(?P<nth>o\d+w?|last|end) (?:full )?week {OF}{THE}(?:(?P<which>next|"
        r"this|following) )?(?:month|{MONTH}) {YEAR}"
    ),
    r"{THE}o1w? (?P<nth>n[2-4]) week {OF}{THE}(?:(?P<which>next|this|following) )?(?:month|{MONTH}) {YEAR}",
    r"{THE}week (?P<nth>n\d) {OF}{THE}(?:(?P<which>next|this|following) )?(?:month|{MONTH}) {YEAR}",
    (
        r"{THE}(?P<first>o\d+w?) (?:{OR} )(?:the )?(?P<nth>o\d+w?|last)"
        r" week {OF}{THE}(?:(?P<which>next|this|following) )?(?:month|{MONTH})"
        r" {YEAR}"
    ),
)
def _week_of_month(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    year, month = month_named(match, reckoning)
    if match["nth"] in {"last", "end"}:
        return _not_past(reckoning.month_part(year, month, "end"), reckoning, named=not match["year"])
    number = int(match["nth"].strip("own"))
    if not 1 <= number <= 5:
        return None
    friday = reckoning.nth_week(number, year, month)
    if friday < reckoning.said and match["month"] and not match["year"]:
        friday = reckoning.nth_week(number, year + 1, month)
    start = reckoning.week(0, friday)
    piece = Piece(
        Sort.PERIOD,
        day=friday,
        rule=reckoning.local(f"Friday of the {nth(number)} week of the month"),
        before=start - days(1),
        week=start,
    )
    return _not_past(piece, reckoning, named=not match["year"])


@MONTHS.reads(
    "the last working day of a month",
    r"{THE}lastbiz {OF}{THE}(?:(?P<which>next|this|following) )?(?:month|{MONTH}) {YEAR}",
)
def _last_business_day(match: re.Match[str], reckoning: Reckoning) -> Piece:
    year, month = month_named(match, reckoning)
    day = reckoning.workdays.add_business_days(month_end(year, month) + days(1), -1)
    return reckoning.one_day(day, "the last working day of the month")


@MONTHS.reads("'Friday the 20th' without an ending", r"(?<=d\d )n(?P<day>\d{1,2}) (?!{UNIT}|{OR} |x|m\d)")
def _number_after_weekday(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    return reckoning.day_of_month(int(match["day"])) if match["day"] != "0" else None


@MONTHS.reads("'the 15th' of a month", r"{THE}(?P<day>o\d+w?) {OF}{THE}(?P<which>next|this|following) month ")
def _day_of_which_month(match: re.Match[str], reckoning: Reckoning) -> Piece:
    year, month = month_named(match, reckoning)
    return reckoning.full_date(int(match["day"].strip("ow")), month, year)


@MONTHS.reads(
    "'the 15th' of the month",
    r"{THE}(?P<day>o\d+w?) of the month ",
    r"{THE}(?P<day>o\d\d|o[6-9]) (?!otherlike|week|quarter|cw)",
    r"{THE}(?P<day>o\d+) (?!otherlike|week|x|quarter|cw)",
    r"(?<=by |on )(?:the )?(?P<day>o\d+w?) (?!otherlike|week|quarter)",
    r"(?<=the )(?P<day>n\d+) $",
    r"the (?P<day>o(?:\d\d|[6-9])w) ",
)
def _nth_of_month(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    number = int(match["day"].strip("own"))
    return reckoning.day_of_month(number) if number >= 1 else None


@MONTHS.reads(
    "'within the month' as 'within the week'",
    r"(?:in|within|over|during) (?:the )(?P<which>next|coming|following) month (?!or n2 )",
    r"(?:the |this )(?P<which>coming) month ",
    r"within (?:the|this) (?P<which>month) ",
)
def _within_the_month(match: re.Match[str], reckoning: Reckoning) -> Piece:
    one = add_months(reckoning.said, 1)
    if match["which"] == "month":
        return Piece(Sort.PERIOD, day=one, rule="one month", before=one)
    end = month_end(reckoning.said.year, reckoning.said.month + 1)
    return Piece(
        Sort.PERIOD,
        day=max(one, end),
        rule="the last day of next month",
        before=max(one, end),
        confirm=True,
        alternative=one,
    )


@MONTHS.reads(
    "'early / mid / late January'; 'the beginning of the month'; 'the end of the month'; 'next month'",
    (
        r"(?:the )?{POS} (?:(?:of|in|part of|-|week of) )?(?:the )?(?:of "
        r")?(?:(?P<which>next|this|following) )?(?:month|{MONTH}) {YEAR}"
    ),
    (
        r"(?:the )?(?:(?P<which>next|this|following) )?(?:month|{MONTH})"
        r" (?:- )?(?P<part>early|mid|late|end) (?!{OF}{THE}(?:week|next|"
        r"this|following|m\d))"
    ),
    r"(?:the )?(?P<which>next|this|following) month (?!or n2 )",
    r"(?:the )?month (?P<part>end) ",
    r"(?P<which>this )(?P<part>late) month ",
)
def _part_of_month(match: re.Match[str], reckoning: Reckoning) -> Piece:
    groups = match.groupdict()
    part = _part(groups.get("part"))
    if groups.get("month"):
        month = int(groups["month"])
        year = int(groups.get("year") or reckoning.month_year(month, PARTS[part] if part else 31))
        return _not_past(reckoning.month_part(year, month, part), reckoning, named=not groups.get("year"))
    year, month = month_named(match, reckoning)
    piece = reckoning.month_part(year, month, part)
    if not groups.get("which") and piece.day and piece.day < reckoning.said:
        ahead = month_end(year, month + 1)
        piece = reckoning.month_part(ahead.year, ahead.month, part)
    return _not_past(piece, reckoning).but(month=None)


@MONTHS.reads("'in March'", r"(?:in )?(?:the )?(?:month of )?{MONTH} {YEAR}")
def _whole_month(match: re.Match[str], reckoning: Reckoning) -> Piece:
    month = int(match["month"])
    year = int(match["year"] or reckoning.month_year(month))
    return _not_past(reckoning.month_part(year, month, ""), reckoning, named=not match["year"])


@MONTHS.reads(
    "'Q1'; 'the end of the quarter'",
    (
        r"(?:the )?(?:{POS} {OF})?(?:the )?(?:q(?P<quarter>[1-4])|o(?P<nth>[1-4])"
        r"w? quarter) (?:of )?(?:the year )?{YEAR}(?P<after>end )?"
    ),
    r"(?:{POS} {OF})?(?:the |this )?(?P<which>next |following )?quarter (?P<after>end )?",
)
def _quarter(match: re.Match[str], reckoning: Reckoning) -> Piece:
    groups = match.groupdict()
    number = int(groups.get("quarter") or groups.get("nth") or 0)
    own = (reckoning.said.month + 2) // 3
    year = int(groups.get("year") or reckoning.said.year)
    if number:
        if not groups.get("year") and number < own:
            year += 1
    else:
        number = own + bool(groups.get("which"))
    part = _part(groups.get("part"))
    last_month = 3 * number - {"early": 2, "mid": 1, "firsthalf": 1}.get(part, 0)
    end = month_end(year, last_month)
    if end < reckoning.said:
        return Piece(Sort.PAST, rule="a date gone by")
    first = add_months(end, -2).replace(day=1)
    rule = (
        "the last day of the quarter"
        if last_month % 3 == 0
        else "part of a quarter, read as the end of its month"
    )
    return Piece(
        Sort.PERIOD,
        day=end,
        rule=rule,
        before=end if part in {"late", "end"} or groups.get("after") else first - days(1),
        confirm=last_month % 3 != 0,
    )


@MONTHS.reads(
    "'the end of the year'",
    r"(?:the )?(?:late|end) {OF}(?:the |this )?(?:year|y(?P<year>\d{4})) ",
    r"(?:the |this )?year (?P<part>end )",
    r"(?:late )?(?:this|within the) year ",
)
def _year(match: re.Match[str], reckoning: Reckoning) -> Piece:
    end = date(int(match.groupdict().get("year") or reckoning.said.year), 12, 31)
    return _not_past(Piece(Sort.PERIOD, day=end, rule="the last day of the year", before=end), reckoning)


@MONTHS.reads(
    "years that the table does not read",
    r"(?:{POS} {OF})?(?:the |this )?(?:next |coming )year ",
    r"(?:{POS} {OF})?(?:the |this |next )?fiscal (?:year |quarter )?(?:y\d+ )?(?:end )?",
)
def _unread_year(_: re.Match[str], __: Reckoning) -> Piece:
    return Piece(Sort.UNREADABLE, rule="I cannot read a date in this")
