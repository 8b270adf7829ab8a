"""What is due over all opportunities, and for how long a count of it stays right by itself."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dueness import (
    Place,
    counts,
    days_due,
    name_of,
    outlook,
    plans_hold_until,
    step_text,
    when_text,
)
from app.domain.facts import History, Interview, InterviewState, Moment, Opportunity, Person, Promise
from app.domain.plan.steps import Step, StepKind
from app.domain.promise.reader import read_promise
from app.domain.workdays import workdays_of

TODAY = date(2026, 11, 23)
WORDS = ["", "by Friday", "in two weeks", "within a few days", "call me on Tuesday", "don't call us", "soon"]


def place(day):
    return Place(datetime.combine(day, time(12), UTC), "UTC", "US")


def history(ago, words="", ahead=None, zone=""):
    held = TODAY - timedelta(ago)
    reading = read_promise(words, held, workdays_of("US"))
    promise = Promise(words=words, said_on=held, kind=reading.kind, day=reading.day) if words else None
    rounds = [Interview(start=Moment(held), met=(Person(name="Dana Lee"),), promise=promise, id=1)]
    if ahead is not None:
        start = Moment(TODAY + timedelta(ahead))
        rounds.append(
            Interview(start=start, state=InterviewState.PLANNED, captured=False, arranged_on=held, id=2)
        )
    return History(opportunity=Opportunity(employer="Northwind", zone=zone, id=1), interviews=tuple(rounds))


@settings(deadline=None)
@given(
    st.lists(
        st.builds(history, st.integers(0, 60), st.sampled_from(WORDS), st.none() | st.integers(0, 20)),
        max_size=4,
    )
)
def test_a_kept_count_is_what_the_rules_would_say_on_each_day_it_holds_for(histories):
    views = [outlook(each, place(TODAY)) for each in histories]
    kept = [day for day, _, _ in days_due(views)]
    day, last = TODAY, plans_hold_until(views, place(TODAY))
    while day <= last:
        fresh = [
            step
            for each in histories
            for step in outlook(each, place(day)).steps
            if counts(step) and step.due
        ]
        assert sum(due <= day for due in kept) == len(fresh), day
        day += timedelta(1)


def test_a_count_holds_no_longer_than_until_the_next_interview_or_the_day_of_moving_on():
    def until(*histories):
        return plans_hold_until([outlook(each, place(TODAY)) for each in histories], place(TODAY))

    assert until() == TODAY + timedelta(14)
    assert until(history(1, ahead=3)) == TODAY + timedelta(2)
    assert until(history(1, ahead=0)) == TODAY - timedelta(1)
    assert until(history(25)) == date(2026, 11, 28)
    assert until(history(1, zone="Asia/Tokyo")) == TODAY


def test_today_is_the_employer_s():
    late = Place(datetime(2026, 11, 23, 20, tzinfo=UTC), "UTC", "US")
    assert outlook(history(1, zone="Asia/Tokyo"), late).today == date(2026, 11, 24)
    assert late.today_in("") == late.today_in("Nowhere/Land") == TODAY


@pytest.mark.parametrize(
    ("kind", "to", "offer", "text"),
    [
        (StepKind.FOLLOW_UP, ("Dana",), False, "Follow up with Dana"),
        (StepKind.FOLLOW_UP, (), True, "Follow up once more, if you like"),
        (StepKind.THANK_YOU, ("Dana", "Sam", "Li"), False, "Thank-you to Dana, Sam and Li"),
        (StepKind.CAPTURE, (), False, "Write down the interview"),
        (StepKind.MOVE_ON, (), False, "Move on?"),
    ],
)
def test_a_step_is_told_in_a_few_words(kind, to, offer, text):
    assert step_text(Step(kind=kind, day=TODAY, rule="", reason="", to=to, offer=offer)) == text


def test_how_a_step_stands_to_today_is_told():
    step = Step(kind=StepKind.FOLLOW_UP, day=TODAY, rule="", reason="", late=1)
    assert when_text(step, TODAY + timedelta(1)) == "1 day late"
    assert when_text(Step(kind=StepKind.FOLLOW_UP, day=TODAY, rule="", reason=""), TODAY) == "today"


def test_an_opportunity_without_an_employer_has_a_name():
    assert name_of(Opportunity(role="Engineer")) == "Employer not known yet, Engineer"
