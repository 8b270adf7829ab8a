"""When an interview was, as a person types it."""

import contextlib
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import Moment
from app.domain.typed.moments import moment_text, read_moment
from app.errors import UsageError

TORONTO = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 23, 16, 5, tzinfo=TORONTO)  # a Monday


def read(text, *, now=NOW, zone="America/Toronto", **how):
    typed = read_moment(text, now=now, zone=zone, **how)
    at = typed.moment.at and typed.moment.at.astimezone(ZoneInfo(typed.moment.zone)).strftime("%H:%M")
    return str(typed.moment.day), at, typed.minutes


TODAY, YESTERDAY, FRIDAY = "2026-11-23", "2026-11-22", "2026-11-20"


@pytest.mark.parametrize(
    ("text", "day", "at", "minutes"),
    [
        ("", TODAY, None, None),
        ("today", TODAY, None, None),
        ("today 14:00", TODAY, "14:00", None),
        ("today 14:00 to 15:00", TODAY, "14:00", 60),
        ("14:00-15:30", TODAY, "14:00", 90),
        ("2 pm", TODAY, "14:00", None),
        ("at 10", TODAY, "10:00", None),
        ("9.30", TODAY, "09:30", None),
        ("this morning 10", TODAY, "10:00", None),
        ("this afternoon 3", TODAY, "15:00", None),
        ("yesterday", YESTERDAY, None, None),
        ("yesterday 3pm 1h", YESTERDAY, "15:00", 60),
        ("yesterday 14h30", YESTERDAY, "14:30", None),
        ("yesterday 1400", YESTERDAY, "14:00", None),
        ("yesterday 2:30", YESTERDAY, "14:30", None),
        ("yesterday 02:30", YESTERDAY, "02:30", None),
        ("yesterday at 3 in the afternoon", YESTERDAY, "15:00", None),
        ("yesterday 10 half an hour", YESTERDAY, "10:00", 30),
        ("yesterday 10:00, 45 minutes", YESTERDAY, "10:00", 45),
        ("yesterday 10am for 1h 15", YESTERDAY, "10:00", 75),
        ("yesterday 10 for 1.5 hours", YESTERDAY, "10:00", 90),
        ("yesterday 9-5", YESTERDAY, "09:00", 480),
        ("yesterday 10-1", YESTERDAY, "10:00", 180),
        ("yesterday 2-3pm", YESTERDAY, "14:00", 60),
        ("yesterday 11-1pm", YESTERDAY, "11:00", 120),
        ("yesterday 23:30-0:30", YESTERDAY, "23:30", 60),
        ("yesterday noon", YESTERDAY, "12:00", None),
        ("day before yesterday 10h", "2026-11-21", "10:00", None),
        ("3 days ago 14:00", FRIDAY, "14:00", None),
        ("a week ago", "2026-11-16", None, None),
        ("Tue 10", "2026-11-17", "10:00", None),
        ("tue 10am", "2026-11-17", "10:00", None),
        ("Thurs. 9:15", "2026-11-19", "09:15", None),
        ("Mon 9", TODAY, "09:00", None),
        ("Mon 17", "2026-11-16", "17:00", None),
        ("Monday 16:05", TODAY, "16:05", None),
        ("last Friday", FRIDAY, None, None),
        ("last Monday", "2026-11-16", None, None),
        ("Tuesday last week at 3", "2026-11-17", "15:00", None),
        ("Fri 20", FRIDAY, None, None),
        ("2026-11-20", FRIDAY, None, None),
        ("2026-11-20 09:30", FRIDAY, "09:30", None),
        ("2026-11-20T09:30", FRIDAY, "09:30", None),
        ("20 Nov 9.30", FRIDAY, "09:30", None),
        ("20 nov", FRIDAY, None, None),
        ("Fri 20 Nov 2026 10:00", FRIDAY, "10:00", None),
        ("Friday, November 20th, 2026, 10 a.m. to 11 a.m.", FRIDAY, "10:00", 60),
        ("the 20th at noon", FRIDAY, "12:00", None),
        ("20/11 14h", FRIDAY, "14:00", None),
        ("11/20 2 PM", FRIDAY, "14:00", None),
        ("20/11/2026", FRIDAY, None, None),
        ("20.11. 14:00", FRIDAY, "14:00", None),
        ("20.11.26 um 14 Uhr", FRIDAY, "14:00", None),
        ("20.11", FRIDAY, None, None),
        ("24 Nov", "2025-11-24", None, None),
        ("29 Feb", "2024-02-29", None, None),
        ("1h", TODAY, None, 60),
        ("TODAY  14:00 – 15:00", TODAY, "14:00", 60),
    ],
)
def test_a_day_and_a_time_are_read_as_a_person_types_them(text, day, at, minutes):
    assert read(text) == (day, at, minutes)


def test_a_date_that_fits_both_orders_is_read_in_the_order_of_the_region():
    assert read("4/3")[0] == "2026-03-04"
    assert read("4/3", day_first=False)[0] == "2026-04-03"
    assert read("13/3", day_first=False)[0] == "2026-03-13"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("yesterday 10:00 Europe/Berlin", "2026-11-22T09:00"),
        ("yesterday 10:00 Berlin time", "2026-11-22T09:00"),
        ("yesterday 10 in New York", "2026-11-22T15:00"),
        ("yesterday 10am PST", "2026-11-22T18:00"),
        ("yesterday 10:00 +02:00", "2026-11-22T08:00"),
        ("yesterday 10:00 UTC+2", "2026-11-22T08:00"),
        ("yesterday 10:00 utc", "2026-11-22T10:00"),
        ("2026-11-20T09:30+01:00", "2026-11-20T08:30"),
        ("2026-11-20T09:30:15.123Z", "2026-11-20T09:30"),
        ("yesterday 10:00 my time", "2026-11-22T15:00"),
        ("yesterday 10:00 Europe/Berlin for 1h", "2026-11-22T09:00"),
    ],
)
def test_a_zone_named_behind_the_time_is_the_one_that_counts(text, start):
    at = read_moment(text, now=NOW, zone="America/Toronto").moment.at
    assert at == datetime.fromisoformat(start).replace(tzinfo=UTC)


def test_with_a_zone_of_its_own_today_is_today_there():
    late = datetime(2026, 11, 23, 22, 0, tzinfo=TORONTO)
    moment = read_moment("today 03:30 Europe/Berlin", now=late, zone="America/Toronto").moment
    assert (moment.day, moment.zone) == (date(2026, 11, 24), "Europe/Berlin")
    assert moment.day_in("America/Toronto") == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("banana", "“banana”"),
        ("today at banana o'clock", "“banana”"),
        ("10", "“10”"),
        ("today 10:00 Foo/Bar", "no time zone “Foo/Bar”"),
        ("today 10:00 CST", "several places"),
        ("today 18:00", "still to come"),
        ("tomorrow", "Tue 24 Nov 2026 is still to come"),
        ("next Tuesday 10", "still to come"),
        ("Fri 27", "Fri 27 Nov 2026 is still to come"),
        ("Fri 27 Nov", "Fri 27 Nov 2026 is still to come"),
        ("2027-01-01", "still to come"),
        ("Thu 20 Nov", "20 Nov 2026 is a Friday, not a Thursday"),
        ("31 June", "no 31 Jun"),
        ("2026-02-29", "no 29 Feb 2026"),
        ("today yesterday", "two days"),
        ("today 10:00 11:00", "two times"),
        ("today 1h 10:00 2h", "two lengths"),
        ("today 25:00", "no 25:00"),
        ("today 13pm", "no 13 pm"),
        ("yesterday 15:00 to 14:00", "before the start"),
        ("yesterday 10:00 to 11:00 for 2h", "do not agree"),
        ("yesterday 10:00 for 0 min", "between a minute and a day"),
        ("yesterday 10:00 +15:00", "14 hours"),
        ("x" * 300, "too long"),
        ("\x1b[31mred", "“\ufffd[31mred”"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line_that_names_it(text, why):
    with pytest.raises(UsageError) as refused:
        read(text)
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "\x1b" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("Tue 10", "2026-11-24", "10:00"),
        ("Mon 17", TODAY, "17:00"),
        ("Mon 10", "2026-11-30", "10:00"),
        ("tomorrow 14:00", "2026-11-24", "14:00"),
        ("next Monday", "2026-11-30", None),
        ("3 Jan 10:00", "2027-01-03", "10:00"),
        ("the 20th", "2026-12-20", None),
        ("Fri 27", "2026-11-27", None),
        ("yesterday", YESTERDAY, None),
    ],
)
def test_of_something_planned_the_nearest_day_to_come_is_meant(text, day, at):
    assert read(text, future=True)[:2] == (day, at)


def test_a_time_that_the_clocks_skip_is_moved_on_and_one_shown_twice_is_the_later():
    now = datetime(2026, 12, 1, tzinfo=ZoneInfo("Europe/Berlin"))
    assert read("2026-03-29 02:30", now=now, zone="Europe/Berlin")[1] == "03:30"
    twice = read_moment("2026-10-25 02:30", now=now, zone="Europe/Berlin").moment
    assert twice.at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_without_a_known_zone_the_clock_of_now_is_used():
    for zone in ("", "Nowhere/Land"):
        moment = read_moment("today 10:00", now=NOW, zone=zone).moment
        assert moment.at == datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


_ZONES = st.sampled_from(["America/Toronto", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"])


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    st.one_of(st.none(), st.integers(1, 24 * 60)),
    _ZONES,
    _ZONES,
    st.booleans(),
)
def test_the_text_for_editing_reads_as_the_same_moment(at, minutes, zone, home, timed):
    at = at.replace(second=0, microsecond=0)
    moment = Moment(at.astimezone(ZoneInfo(zone)).date(), at if timed else None, zone)
    text = moment_text(moment, minutes, now=NOW, zone=home)
    typed = read_moment(text, now=NOW, zone=home, future=True)
    assert (typed.moment, typed.minutes) == (moment, minutes)


def test_the_text_for_editing_is_what_a_person_would_type():
    start = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
    moment = Moment(date(2026, 11, 23), start, "America/Toronto")
    assert moment_text(moment, 60, now=NOW, zone="America/Toronto") == "today 14:00 to 15:00"
    later = moment_text(moment, None, now=NOW + timedelta(9), zone="America/Toronto")
    assert later == "Mon 23 Nov 2026 14:00"
    assert moment_text(moment, None, now=NOW, zone="Europe/Berlin") == "today 14:00 America/Toronto"


_PIECES = (
    "today yesterday Tue Fri 20 10 14:00 9.30 Nov 2026 to - for 45 min h 1h 2pm am / . , +01:00 Berlin EST 0"
)
_WORDS = st.sampled_from(_PIECES.split())


@given(st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=8).map(" ".join)))
def test_any_text_is_read_or_refused_in_one_line_and_never_to_come(text):
    refusal, moment = "", None
    try:
        moment = read_moment(text, now=NOW, zone="America/Toronto").moment
    except UsageError as refused:
        refusal = str(refused)
    assert moment or refusal
    assert "\n" not in refusal
    assert not moment or ((moment.at or NOW) <= NOW and moment.day <= date(2026, 11, 24))


@pytest.mark.parametrize("text", ["today " * 2000, "1" * 10_000, "a-" * 5000, " " * 10_000])
def test_a_text_of_ten_thousand_characters_is_answered_at_once(text):
    start = time.process_time()
    with contextlib.suppress(UsageError):
        read(text)
    assert time.process_time() - start < 0.2
