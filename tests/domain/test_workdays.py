"""Business days and regions."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.regions import canonical_region, date_order, guess_region, known_regions, region_name
from app.domain.workdays import Workdays, workdays_of
from app.errors import UnknownRegion

D = date.fromisoformat
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
SOME_REGIONS = st.sampled_from(
    ["", "CA-ON", "CA", "US", "GB-ENG", "IL", "DE-BY", "AE", "SA", "BN", "FR", "MY-03"]
)


@pytest.mark.parametrize(
    ("region", "day", "name"),
    [
        ("CA-ON", "2026-04-03", "Good Friday"),
        ("CA-ON", "2026-12-28", "Boxing Day (observed)"),
        ("US", "2026-07-03", "Independence Day (observed)"),
        ("GB-ENG", "2026-04-06", "Easter Monday"),
        ("GB-SCT", "2026-11-30", "Saint Andrew's Day"),
        ("DE-BY", "2026-01-06", "Epiphany"),
        ("IL", "2026-04-22", "Independence Day"),
    ],
)
def test_a_public_holiday_is_a_day_off_with_an_english_name(region: str, day: str, name: str) -> None:
    days = workdays_of(region)
    assert days.holiday_name(D(day)) == name
    assert days.is_holiday(D(day))
    assert not days.is_business_day(D(day))


def test_a_holiday_of_next_year_that_is_kept_in_this_one_is_a_day_off() -> None:
    days = workdays_of("US")
    assert not days.is_business_day(D("2027-12-31"))
    assert days.next_business_day(D("2027-12-30")) == D("2028-01-03")


def test_good_friday_is_worked_in_the_united_states() -> None:
    assert workdays_of("US").is_business_day(D("2026-04-03"))


def test_names_of_holidays_do_not_follow_the_machines_language() -> None:
    code = (
        "from app.domain.workdays import workdays_of; from datetime import date; "
        "print(workdays_of('DE-BY').holiday_name(date(2026, 12, 25)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "LANGUAGE": "th", "LANG": "th_TH.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "Christmas Day"


@pytest.mark.parametrize(
    ("region", "off"),
    [("", {5, 6}), ("IL", {4, 5}), ("SA", {4, 5}), ("AE", {5, 6}), ("IR", {4}), ("MY-03", {4, 5})],
)
def test_a_region_has_its_own_weekend(region: str, off: set[int]) -> None:
    days = workdays_of(region)
    week = [date(2026, 11, 16) + timedelta(n) for n in range(7)]
    assert {day.weekday() for day in week if not days.works_on(day)} == off


@pytest.mark.parametrize(
    ("region", "day", "start", "last"),
    [
        ("", "2026-11-25", "2026-11-23", "2026-11-27"),
        ("", "2026-11-29", "2026-11-23", "2026-11-27"),
        ("IL", "2026-11-22", "2026-11-22", "2026-11-26"),
        ("IL", "2026-11-28", "2026-11-22", "2026-11-26"),
        ("IR", "2026-11-28", "2026-11-28", "2026-12-03"),
        ("GB-ENG", "2026-04-01", "2026-03-30", "2026-04-03"),
    ],
)
def test_a_week_ends_on_its_last_weekday_worked(region: str, day: str, start: str, last: str) -> None:
    days = workdays_of(region)
    assert days.week_start(D(day)) == D(start)
    assert days.last_working_day_of_week(D(day)) == D(last)


def test_a_person_may_set_another_working_week() -> None:
    days = workdays_of("US", working_week=[1, 2, 3, 4, 5])
    assert days.is_business_day(D("2026-11-21"))
    assert not days.is_business_day(D("2026-11-23"))
    assert days.week_start(D("2026-11-23")) == D("2026-11-17")
    assert days.last_working_day_of_week(D("2026-11-17")) == D("2026-11-21")


@pytest.mark.parametrize("week", [[], [7], [-1, 2]])
def test_a_week_without_a_weekday_is_refused(week: list[int]) -> None:
    with pytest.raises(ValueError, match="weekdays"):
        workdays_of("US", working_week=week)


def test_a_day_the_employer_said_to_be_closed_is_no_business_day() -> None:
    days = workdays_of("CA-ON", closed=[D("2026-11-26")])
    assert days.next_business_day(D("2026-11-25")) == D("2026-11-27")
    assert not days.is_holiday(D("2026-11-26"))


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("CA-ONT", "CA-ON"),
        ("UK", "GB"),
        ("UK", "GB-ENG"),
        ("uk-eng", "GB-ENG"),
        ("USA", "US"),
        ("Ontario", "CA-ON"),
        ("Canada", "CA"),
        ("DE-BAY", "DE-BY"),
    ],
)
def test_an_unknown_region_is_refused_with_the_nearest_known_ones_named(typed: str, nearest: str) -> None:
    with pytest.raises(UnknownRegion) as refused:
        workdays_of(typed)
    assert nearest in refused.value.nearest
    assert nearest in str(refused.value)


@pytest.mark.parametrize("typed", ["", "  ", None])
def test_no_region_means_monday_to_friday_without_holidays(typed: str | None) -> None:
    days = workdays_of(typed)
    assert days == Workdays()
    assert days.holidays_named(2026) == {}
    assert days.is_business_day(D("2026-12-25"))
    assert "No region" in days.note


@pytest.mark.parametrize("typed", ["ca-on", "CA_ON", " Ca-On "])
def test_a_region_is_taken_in_any_case(typed: str) -> None:
    assert canonical_region(typed) == "CA-ON"
    assert workdays_of(typed) is workdays_of("CA-ON")


@pytest.mark.parametrize(("region", "told"), [("CA", True), ("GB", True), ("CA-ON", False), ("IL", False)])
def test_a_country_without_its_part_says_what_it_does_not_know(region: str, told: bool) -> None:
    assert ("nationwide" in workdays_of(region).note) is told


def test_every_known_region_can_be_asked() -> None:
    for region in known_regions():
        days = workdays_of(region)
        assert days.region == region
        assert days.works_on(days.week_start(D("2026-11-25")))


@given(SOME_REGIONS, DAYS, st.integers(1, 30))
def test_business_days_are_counted_one_by_one(region: str, day: date, n: int) -> None:
    days = workdays_of(region)
    end = days.add_business_days(day, n)
    between = [day + timedelta(k) for k in range(1, (end - day).days + 1)]
    assert sum(map(days.is_business_day, between)) == n
    assert days.is_business_day(end)
    assert days.add_business_days(day, 0) == day


@given(SOME_REGIONS, DAYS)
def test_rolling_forward_never_skips_a_business_day(region: str, day: date) -> None:
    days = workdays_of(region)
    rolled = days.roll_forward(day)
    assert days.is_business_day(rolled)
    assert not any(days.is_business_day(day + timedelta(n)) for n in range((rolled - day).days))
    assert days.next_business_day(day) == days.roll_forward(day + timedelta(1))


@given(SOME_REGIONS, DAYS)
def test_a_day_lies_in_its_own_week(region: str, day: date) -> None:
    days = workdays_of(region)
    start = days.week_start(day)
    assert start <= day < start + timedelta(7)
    assert start <= days.last_working_day_of_week(day) < start + timedelta(7)


@pytest.mark.parametrize(
    ("region", "order"),
    [("US", "MDY"), ("CA-ON", "YMD"), ("JP", "YMD"), ("GB-ENG", "DMY"), ("DE", "DMY"), ("", "DMY")],
)
def test_a_region_types_dates_in_its_own_order(region: str, order: str) -> None:
    assert date_order(region) == order
    assert workdays_of(region).date_order == order


@pytest.mark.parametrize(
    ("zone", "locale", "region"),
    [
        ("America/Toronto", "en_CA.UTF-8", "CA-ON"),
        ("America/Toronto", "fr_CA.UTF-8", "CA-QC"),
        ("Canada/Pacific", "en_US", "CA-BC"),
        ("Asia/Calcutta", "en_GB", "IN"),
        ("Europe/Berlin", "en_US", "DE"),
        ("UTC", "en_GB.UTF-8", "GB"),
        ("UTC", "C.UTF-8", ""),
        ("", "", ""),
        ("Nowhere/At_All(", "xx_ZZ", ""),
    ],
)
def test_the_region_is_guessed_from_the_zone_then_the_locale(zone: str, locale: str, region: str) -> None:
    assert guess_region(zone, locale) == region


def test_a_region_has_a_name_in_words() -> None:
    assert region_name("CA-ON") == "Canada, Ontario"
    assert region_name("GB") == "United Kingdom"
    assert region_name("") == ""
