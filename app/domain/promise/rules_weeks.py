"""Rows of the table that name a week, a weekday or a weekend."""

from __future__ import annotations

import re
from datetime import date

from app.domain.promise.grammar import Grammar
from app.domain.promise.pieces import Piece, Sort
from app.domain.promise.reckoning import Reckoning, days, nth, weekday_name

WEEKS = Grammar()
_WHICH = (
    r"(?:{THE}week after {THE}(?P<after>next)|{THE}(?P<next>next|following)"
    r" week|{THE}week (?P<later>following)|(?:this|the) (?P<this>week)"
    r")"
)
_OF = r"(?:(?:of|in|on|for|by|-|\() ){0,3}"


def _ahead(match: re.Match[str], reckoning: Reckoning) -> int:
    if match["after"]:
        return 2
    if match["next"] or match["later"]:
        return reckoning.next_week_ahead()
    return 0


@WEEKS.reads(
    "'Wednesday next week'; 'next week Tuesday'",
    rf"{{THE}}{{WD}} {_OF}{_WHICH} ",
    rf"{_WHICH} {_OF}{{THE}}{{WD}} ",
)
def _weekday_of_week(match: re.Match[str], reckoning: Reckoning) -> Piece:
    ahead, weekday = _ahead(match, reckoning), int(match["weekday"])
    day = reckoning.in_week(reckoning.week(ahead), weekday)
    which = "this week" if ahead == 0 else "the week after next" if match["after"] else "next week"
    piece = reckoning.one_day(day, f"{weekday_name(weekday)} of {which}")
    if reckoning.at_weekend and ahead and not match["after"]:
        return piece.but(confirm=True, alternative=day - days(7))
    return piece


@WEEKS.reads(
    "'the Friday after next'",
    r"{THE}{WD} (?:week )?after {THE}next ",
    r"{THE}next {WD} butone ",
    r"next to {THE}next {WD} ",
)
def _weekday_after_next(match: re.Match[str], reckoning: Reckoning) -> Piece:
    weekday = int(match["weekday"])
    return reckoning.one_day(
        reckoning.in_week(reckoning.week(2), weekday), f"{weekday_name(weekday)} two weeks on"
    )


@WEEKS.reads("'the Friday after this one'", r"{THE}{WD} (?:after|following) this (?:n1|d\d) ")
def _weekday_after_this(match: re.Match[str], reckoning: Reckoning) -> Piece:
    weekday = int(match["weekday"])
    day = reckoning.coming(weekday) + days(7)
    return reckoning.one_day(day, f"a week after the coming {weekday_name(weekday)}")


@WEEKS.reads("'next Friday'", r"{THE}(?:next|following) {WD} ", r"{THE}{WD} (?:next|following) ")
def _next_weekday(match: re.Match[str], reckoning: Reckoning) -> Piece:
    weekday = int(match["weekday"])
    day = reckoning.in_week(reckoning.week(reckoning.next_week_ahead()), weekday)
    other = reckoning.coming(weekday)
    piece = reckoning.one_day(day, f"{weekday_name(weekday)} of next week")
    return piece.but(confirm=True, alternative=other if other != day else None, name="next", weekday=weekday)


@WEEKS.reads(
    "gone by",
    r"{THE}last (?:week|month|year|quarter|{WD}) (?!of|in)",
    r"lastperiod ",
    r"{NUM} (?:of )?{UNIT} ago ",
)
def _gone_by(_: re.Match[str], __: Reckoning) -> Piece:
    return Piece(Sort.PAST, rule="a date gone by")


@WEEKS.reads(
    "'Friday week coming'", r"{THE}{WD} {OF}{THE}(?:week coming|coming week) ", r"{THE}coming week {OF}{WD} "
)
def _weekday_of_coming_week(match: re.Match[str], reckoning: Reckoning) -> Piece:
    weekday = int(match["weekday"])
    return reckoning.one_day(
        reckoning.in_week(reckoning.week(1), weekday), f"{weekday_name(weekday)} of the coming week"
    )


@WEEKS.reads("'Friday week'", r"{THE}{WD} (?P<two>fortnight|week) (?!of|after|before)")
def _weekday_week(match: re.Match[str], reckoning: Reckoning) -> Piece:
    weekday, more = int(match["weekday"]), 14 if match["two"] == "fortnight" else 7
    day = reckoning.coming(weekday) + days(more)
    return reckoning.one_day(
        day, f"{'two weeks' if more > 7 else 'a week'} after the coming {weekday_name(weekday)}"
    )


@WEEKS.reads(
    "'a week today'; 'tomorrow week'", r"(?P<day>today|tomorrow) (?P<two>fortnight|week) (?!of|after|before)"
)
def _tomorrow_week(match: re.Match[str], reckoning: Reckoning) -> Piece:
    more = (14 if match["two"] == "fortnight" else 7) + (match["day"] == "tomorrow")
    return reckoning.one_day(reckoning.said + days(more), f"{more} days on")


@WEEKS.reads(
    "'first week of the month' of the calendar week",
    r"(?:{POS} {OF})?(?:{THE}cw|week) (?:(?:no|not|number|x|#) )?(?:\. )?(?P<week>n\d+) (?!of|in|m\d){YEAR}",
    r"{THE}(?P<week>o\d+) cw {YEAR}",
    r"{THE}(?P<week>o\d\d) week (?:of (?:the )?year )?(?!of|in|m\d){YEAR}",
)
def _calendar_week(match: re.Match[str], reckoning: Reckoning) -> Piece:
    number = int(match["week"][1:])
    named = match["year"]
    for year in (int(named),) if named else (reckoning.said.year, reckoning.said.year + 1):
        try:
            start = reckoning.week(0, date.fromisocalendar(year, number, 1))
        except ValueError:
            continue
        friday = reckoning.friday(start)
        if friday >= reckoning.said:
            return Piece(
                Sort.PERIOD,
                day=friday,
                rule=reckoning.local(f"Friday of calendar week {number}"),
                before=start - days(1),
                week=start,
            )
    return Piece(Sort.PAST, rule="there is no such week")


@WEEKS.reads(
    "'the week of the 9th'; 'w/c 9 March'",
    r"(?:{POS} {OF})?{THE}(?:weekof|week of|week in) (?:the )?(?:of )?(?!month|next|this|interview)",
)
def _week_of(_: re.Match[str], __: Reckoning) -> Piece:
    return Piece(Sort.WEEK_OF)


@WEEKS.reads("'week ending 27 March'", r"(?:{POS} {OF})?{THE}weekending (?:the )?")
def _week_ending(_: re.Match[str], __: Reckoning) -> Piece:
    return Piece(Sort.WEEK_ENDING)


@WEEKS.reads(
    "'the week after next'",
    r"(?:(?:early|mid|late|end|start) {OF})?{THE}week after {THE}next (?:week )?",
    r"(?:(?:early|mid|late|end|start) {OF})?{THE}next week (?:after next|butone) ",
)
def _week_after_next(_: re.Match[str], reckoning: Reckoning) -> Piece:
    return reckoning.week_ahead(2).but(rule=reckoning.local("Friday of the week after next"))


@WEEKS.reads(
    "'within the week'; 'in the next week'",
    r"(?P<in>in|within|over|during) (?:the )?(?:this )?(?P<next>next|coming|following) week (?!or n\d )",
    r"within (?:the|this) week ",
    r"(?:the|this) (?P<next>coming) week (?!or n\d )",
)
def _within_the_week(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    groups = match.groupdict()
    text = match.string[match.start() : match.end()]
    if groups.get("in") == "in" and " the " not in text and " this " not in text:
        return None
    seven = reckoning.said + days(7)
    other = reckoning.week_ahead(1) if groups.get("next") else reckoning.this_week()
    if other.day and other.day > seven:
        return other.but(week=None, name="coming")
    return Piece(Sort.PERIOD, day=seven, rule="7 days", before=seven, name="coming")


@WEEKS.reads(
    "relative to what was named before, or stands behind",
    r"{THE}{WD} (?:after|following) (?:that |this |the )?(?!from)",
    r"(?:(?:early|mid|late|end|start) {OF})?(?P<relative>{THE}week (?:after|following) )(?:that )?",
    r"(?P<relative>{THE}day (?:after|following) )(?:that )?",
    r"{THE}following (?=$|[,;.)] |n1|but |then )",
    r"{THE}n1 (?:after|following) (?:that )?(?=$|[,;.)] |but |then )",
    r"(?:(?:early|mid|late|end|start)(?: of)? )?{THE}next(?: n1)? (?=$|[,;.)] |we |you |then |but |or )",
)
def _relative(match: re.Match[str], _: Reckoning) -> Piece:
    text = match.group()
    weekday = match.groupdict().get("weekday")
    if weekday is not None:
        return Piece(Sort.RELATIVE, name="weekday", weekday=int(weekday))
    if match.groupdict().get("relative"):
        return Piece(Sort.RELATIVE, name="day" if "day" in text else "week")
    return Piece(Sort.RELATIVE, name="next")


@WEEKS.reads(
    "'next week'; 'early / mid / the end of next week'; 'the following week'",
    (
        r"(?:{POS} {OF})?(?:the )?(?P<which>next|following) week (?!or n2 )(?:(?P<after>early|"
        r"mid|late|end)(?= ) (?!{OF}(?:{THE}(?:week|next|this|month|year)"
        r"|m\d)))?"
    ),
    r"(?P<after>mid)week (?:of )?(?:the )?(?P<which>next) (?:week )?",
    r"{THE}(?P<which>next) midweek ",
)
def _next_week(match: re.Match[str], reckoning: Reckoning) -> Piece:
    groups = match.groupdict()
    piece = reckoning.next_week(end="end" in {groups.get("part"), groups.get("after")})
    return piece.but(name="following") if match["which"] == "following" else piece


@WEEKS.reads(
    "'this week'; 'the end of the week'; 'midweek'",
    r"(?:{POS} {OF})?(?:this|the) week (?P<after>end )?",
    r"{POS} {OF}week ",
    r"{THE}(?:this )?midweek (?:this week )?",
    r"this week",
)
def _this_week(match: re.Match[str], reckoning: Reckoning) -> Piece:
    piece = reckoning.this_week()
    groups = match.groupdict()
    end = groups.get("part") in {"end", "late"} or groups.get("after")
    return piece.but(before=piece.day) if end else piece


@WEEKS.reads(
    "'over / after the weekend'",
    (
        r"(?:(?:over|at|on|during|for|in) )?(?:(?:early|start|end) )?(?:of "
        r")?(?:the |this )?(?P<which>next |following |coming )?weekend "
    ),
)
def _weekend(match: re.Match[str], reckoning: Reckoning) -> Piece:
    start = reckoning.week(2 if match["which"] == "next " or match["which"] == "following " else 1)
    friday = reckoning.friday(start - days(1))
    before = friday if friday > reckoning.said else reckoning.this_week().day
    first = weekday_name(start.weekday())
    return Piece(Sort.WEEKEND, day=start, rule=f"the {first} after the weekend", before=before, week=start)


@WEEKS.reads("'this Friday'", r"{THE}(?P<this>this coming|this|coming|nearest) {WD} ")
def _this_weekday(match: re.Match[str], reckoning: Reckoning) -> Piece:
    weekday = int(match["weekday"])
    piece = reckoning.one_day(reckoning.coming(weekday), f"the coming {weekday_name(weekday)}")
    if reckoning.said.weekday() == weekday:
        return piece.but(weekday=weekday, name="this", confirm=True, alternative=reckoning.said)
    return piece.but(weekday=weekday, name="this")


@WEEKS.reads(
    "nth weekday of a month",
    r"{THE}(?P<nth>o\d+w?|last) {WD} {OF}{THE}(?:(?P<which>next|this|following) )?(?:month|{MONTH}) ",
)
def _nth_weekday(match: re.Match[str], reckoning: Reckoning) -> Piece | None:
    from app.domain.promise.rules_months import month_named

    year, month = month_named(match, reckoning)
    weekday = int(match["weekday"])
    first = date(year, month, 1)
    fitting = [
        first + days(n)
        for n in range(31)
        if (first + days(n)).month == month and (first + days(n)).weekday() == weekday
    ]
    number = len(fitting) if match["nth"] == "last" else int(match["nth"].strip("ow"))
    if not 1 <= number <= len(fitting):
        return None
    which = "last" if match["nth"] == "last" else nth(number)
    return reckoning.one_day(fitting[number - 1], f"the {which} {weekday_name(weekday)} of the month")


@WEEKS.reads("'Friday'", r"{THE}{WD} ")
def _weekday(match: re.Match[str], reckoning: Reckoning) -> Piece:
    weekday = int(match["weekday"])
    return reckoning.one_day(reckoning.coming(weekday), f"the coming {weekday_name(weekday)}").but(
        weekday=weekday
    )
