"""What holds for every plan, over random histories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.facts import DecisionKind, MessageKind, Outcome
from app.domain.plan import Plan, Rule, StepKind, plan
from app.domain.plan.events import (
    Arranged,
    CalledOff,
    Decided,
    Ended,
    Event,
    Heard,
    Held,
    NobodyCame,
    Said,
    Sent,
    is_word,
)
from app.domain.promise import ReadingKind
from app.domain.workdays import Workdays, workdays_of

START = date(2026, 1, 1)
REGIONS = st.sampled_from(["", "CA-ON", "US", "GB-ENG", "IL", "DE-BY", "FR", "AU-NSW"])
DAYS = st.integers(0, 150).map(lambda n: START + timedelta(n))
WEEK = timedelta(7)


@st.composite
def promises(draw: st.DrawFn, on: date) -> Said | None:
    kind = draw(st.sampled_from([None, *ReadingKind]))
    if kind is None:
        return None
    day = None
    if kind in {ReadingKind.DEADLINE, ReadingKind.CONTACT_ON}:
        day = on + timedelta(draw(st.integers(0, 60)))
    return Said(words="soon", said_on=on, kind=kind, day=day)


@st.composite
def an_event(draw: st.DrawFn) -> Event:
    day = draw(DAYS)
    ahead = day + timedelta(draw(st.integers(0, 30)))
    return draw(
        st.one_of(
            st.builds(Held, day=st.just(day), said=promises(day)),
            st.builds(Heard, day=st.just(day), said=promises(day), offer=st.booleans()),
            st.builds(Sent, day=st.just(day)),
            st.builds(Sent, day=st.just(day), kind=st.just(MessageKind.THANK_YOU)),
            st.builds(Arranged, day=st.just(day), for_day=st.sampled_from([None, ahead]), said=promises(day)),
            st.builds(CalledOff, day=st.just(day), by_them=st.booleans(), said=promises(day)),
            st.builds(NobodyCame, day=st.just(day)),
            st.builds(Ended, day=st.just(day), outcome=st.sampled_from(Outcome)),
        )
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[Event, ...]:
    held = draw(DAYS)
    first = Held(day=held, said=draw(promises(held)))
    return (first, *draw(st.lists(an_event(), max_size=7)))


TODAYS = st.integers(0, 260).map(lambda n: START + timedelta(n))


def planned(events: tuple[Event, ...], today: date, workdays: Workdays) -> Plan:
    return plan(events, today=today, workdays=workdays)


def proposals(found: Plan) -> list[date]:
    own = {found.first_follow_up, found.second_follow_up}
    return [day for day in own if day] + [step.day for step in found.steps if step.kind is StepKind.FOLLOW_UP]


@given(histories(), TODAYS, REGIONS)
def test_follow_ups_fall_on_business_days_before_the_day_of_moving_on(
    events: tuple[Event, ...], today: date, region: str
) -> None:
    workdays = workdays_of(region)
    found = planned(events, today, workdays)
    for day in proposals(found):
        assert workdays.is_business_day(day)
        assert found.move_on is not None
        assert day < found.move_on


@given(histories(), TODAYS, REGIONS)
def test_nothing_is_proposed_on_or_before_a_standing_deadline(
    events: tuple[Event, ...], today: date, region: str
) -> None:
    found = planned(events, today, workdays_of(region))
    for day in proposals(found):
        if found.rule is Rule.DEADLINE:
            assert found.deadline is not None
            assert day > found.deadline
        if found.rule is Rule.CONTACT_ON:
            assert found.deadline is not None
            assert day >= found.deadline


@given(histories(), TODAYS, REGIONS)
def test_never_more_than_two_follow_ups_since_the_last_word(
    events: tuple[Event, ...], today: date, region: str
) -> None:
    found = planned(events, today, workdays_of(region))
    words = [event.day for event in events if is_word(event)]
    sent = [event for event in events if isinstance(event, Sent) and event.kind is MessageKind.FOLLOW_UP]
    nobody = {event.day for event in events if isinstance(event, NobodyCame)}
    since = [event for event in sent if event.day > max(words) and event.day not in nobody]
    if len(since) >= 2:
        assert proposals(found) == []
    if since and not any(isinstance(event, Arranged) for event in events):
        assert all(day >= since[-1].day + WEEK for day in proposals(found))
    assert found.first_follow_up is None or found.second_follow_up is None


@given(histories(), REGIONS, st.integers(0, 20))
def test_sending_what_is_proposed_keeps_seven_days_between_and_ends_after_two(
    events: tuple[Event, ...], region: str, delay: int
) -> None:
    workdays, sent = workdays_of(region), list[date]()
    for _ in range(4):
        found = planned(events, START + timedelta(200), workdays)
        proposed = found.first_follow_up or found.second_follow_up
        if proposed is None:
            break
        assert not sent or proposed >= sent[-1] + WEEK
        sent.append(proposed + timedelta(delay))
        events = (*events, Sent(day=sent[-1]))
    assert len(sent) <= 2


@given(histories(), REGIONS, st.integers(1, 40))
def test_a_word_leaves_no_older_step(events: tuple[Event, ...], region: str, gap: int) -> None:
    last = max(event.day for event in events) + timedelta(31)
    heard = Heard(day=last + timedelta(gap))
    found = planned((*events, heard), heard.day, workdays_of(region))
    due = [step.day for step in found.steps if step.kind in {StepKind.FOLLOW_UP, StepKind.MOVE_ON}]
    assert all(day > heard.day or day == found.deadline for day in due)


@given(histories(), TODAYS, REGIONS, st.data())
def test_editing_a_fact_equals_having_entered_it_so_at_first(
    events: tuple[Event, ...], today: date, region: str, data: st.DataObject
) -> None:
    workdays, place = workdays_of(region), data.draw(st.integers(0, len(events) - 1))
    edited = replace(events[place], day=data.draw(DAYS))
    changed = (*events[:place], edited, *events[place + 1 :])
    planned(events, today, workdays)
    assert planned(changed, today, workdays) == planned(
        tuple(replace(one) for one in changed), today, workdays
    )


@given(histories(), TODAYS, REGIONS, st.randoms(use_true_random=False))
def test_the_order_of_entry_of_different_days_does_not_matter(
    events: tuple[Event, ...], today: date, region: str, random: object
) -> None:
    by_day = {event.day: event for event in events}
    one_a_day = list(by_day.values())
    shuffled = list(one_a_day)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types it as an object
    workdays = workdays_of(region)
    assert planned(tuple(one_a_day), today, workdays) == planned(tuple(shuffled), today, workdays)


@given(histories(), REGIONS, st.integers(1, 60), st.data())
def test_a_postponed_step_lies_between_its_own_day_and_moving_on_or_stays(
    events: tuple[Event, ...], region: str, days: int, data: st.DataObject
) -> None:
    workdays, today = workdays_of(region), START + timedelta(150)
    before = planned(events, today, workdays)
    own = before.first_follow_up or before.second_follow_up
    if own is None or before.move_on is None:
        return
    # a round that is over counts as held, so as a word that decisions of before it lapse with
    made = max(max(event.day, getattr(event, "for_day", None) or event.day) for event in events)
    until = own + timedelta(days)
    choice = Decided(day=made, kind=DecisionKind.POSTPONE, step="follow-up", step_day=own, until=until)
    after = planned((*events, choice), today, workdays)
    found = after.first_follow_up or after.second_follow_up
    assert found == (until if until < before.move_on else own)
    assert after.move_on == before.move_on


@settings(max_examples=30)
@given(histories(), TODAYS, REGIONS)
def test_every_step_says_why_with_no_control_character(
    events: tuple[Event, ...], today: date, region: str
) -> None:
    for step in planned(events, today, workdays_of(region)).steps:
        assert step.reason.endswith(".")
        assert step.reason.isprintable()
        assert step.late >= 0
        assert not (step.offer and (step.due or step.late))
