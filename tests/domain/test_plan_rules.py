"""Each rule of the table, on facts as the journal holds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from plan_facts import (
    BY_WEDNESDAY,
    JO,
    NORTHWIND,
    ROUND,
    D,
    at,
    history,
    on,
    planned,
    promised,
    sent,
    steps,
    the,
)

from app.domain.facts import (
    Decision,
    DecisionKind,
    History,
    Interview,
    InterviewState,
    Message,
    MessageKind,
    Outcome,
    Part,
    Person,
    Promise,
    Word,
    WordKind,
)
from app.domain.plan import Plan, Rule, StepKind, plan_history
from app.domain.plan.planner import plan
from app.domain.plan.translate import contacts_of, events_of
from app.domain.promise import ReadingKind
from app.domain.workdays import workdays_of


def test_a_late_follow_up_says_why_with_the_employers_words() -> None:
    step = the(planned(history(), "2026-11-23"), StepKind.FOLLOW_UP)
    assert step.reason == (
        "They said “by Wednesday” on Thu 12 Nov, so by Wed 18 Nov. "
        "The first business day after it is Thu 19 Nov. Four days late, and still welcome."
    )
    assert (step.day, step.late, step.due, step.to) == (D("2026-11-19"), 4, True, ("Dana Lee",))


def test_a_holiday_that_moved_a_date_is_named() -> None:
    spring = replace(ROUND, start=on("2026-03-20"), promise=promised("April 2", "2026-03-20", "2026-04-02"))
    reason = the(planned(history(spring), "2026-03-25"), StepKind.FOLLOW_UP).reason
    assert "Fri 3 Apr is Good Friday, so the first business day after it is Mon 6 Apr." in reason


def test_a_day_the_employer_is_closed_moves_a_date() -> None:
    closed = replace(NORTHWIND, closed_days=(D("2026-11-19"),))
    step = the(planned(replace(history(), opportunity=closed), "2026-11-16"), StepKind.FOLLOW_UP)
    assert step.day == D("2026-11-20")
    assert "They are closed on Thu 19 Nov" in step.reason


def test_words_that_cannot_be_read_make_the_day_a_guess() -> None:
    odd = Promise(words="when the moon is right", said_on=D("2026-11-12"))
    reason = the(planned(history(replace(ROUND, promise=odd)), "2026-11-23"), StepKind.FOLLOW_UP).reason
    assert "“when the moon is right”" in reason
    assert "guess" in reason


def test_control_characters_in_their_words_do_not_reach_a_reason() -> None:
    hostile = replace(BY_WEDNESDAY, words="by\x1b[31m Wed\u202e" + "x" * 5000)
    reason = the(planned(history(replace(ROUND, promise=hostile)), "2026-11-16"), StepKind.FOLLOW_UP).reason
    assert reason.isprintable()
    assert len(reason) < 300


@pytest.mark.parametrize(("region", "told"), [("", "No region"), ("CA", "without its part"), ("CA-ON", "")])
def test_a_reason_says_what_is_not_known_about_the_place(region: str, told: str) -> None:
    facts = replace(history(), opportunity=replace(NORTHWIND, region=region))
    reason = the(planned(facts, "2026-11-16"), StepKind.FOLLOW_UP).reason
    assert told in reason
    assert ("No region" in reason or "part" in reason) is bool(told)


AHEAD = Interview(
    start=at("2026-11-26T15:00"), minutes=60, state=InterviewState.PLANNED, arranged_on=D("2026-11-17"), id=2
)


def test_a_new_round_pauses_all_but_the_notes_and_says_when_it_is() -> None:
    found = planned(history(ROUND, AHEAD), "2026-11-20")
    assert found.rule is Rule.PAUSED
    assert {step.kind for step in found.steps} == {StepKind.THANK_YOU, StepKind.INTERVIEW}
    assert the(found, StepKind.INTERVIEW).by == datetime(2026, 11, 26, 15, tzinfo=UTC)


def test_the_pause_ends_by_the_clock_and_the_notes_are_asked_for_at_once() -> None:
    facts = history(ROUND, AHEAD)
    assert planned(facts, "2026-11-26", "2026-11-26T15:59").rule is Rule.PAUSED
    found = planned(facts, "2026-11-26", "2026-11-26T16:00")
    capture = the(found, StepKind.CAPTURE)
    assert (capture.day, capture.due, capture.interview_id) == (D("2026-11-26"), True, 2)
    assert found.first_follow_up == D("2026-12-10")


def test_a_round_whose_arranging_is_unknown_pauses_but_is_no_word() -> None:
    assert planned(history(ROUND, replace(AHEAD, arranged_on=None)), "2026-11-20").rule is Rule.PAUSED


@pytest.mark.parametrize(
    ("state", "first"),
    [(InterviewState.CALLED_OFF_BY_THEM, "2026-12-02"), (InterviewState.CALLED_OFF_BY_ME, "2026-12-01")],
)
def test_a_round_called_off_is_a_word_only_if_they_called_it_off(state: InterviewState, first: str) -> None:
    off = replace(AHEAD, state=state, changed_on=D("2026-11-18"))
    found = planned(history(ROUND, off), "2026-11-20")
    assert (found.rule, found.first_follow_up) == (Rule.NO_DATE, D(first))


def test_where_nobody_came_no_word_was_had_and_a_message_that_day_is_no_follow_up() -> None:
    nobody = replace(AHEAD, state=InterviewState.NOBODY_CAME)
    found = planned(history(ROUND, nobody, messages=(sent("2026-11-26"),)), "2026-11-27")
    assert found.first_follow_up == D("2026-12-01")
    assert steps(found, StepKind.CAPTURE) == []


def test_an_interview_without_notes_asks_for_them() -> None:
    assert the(planned(history(replace(ROUND, captured=False)), "2026-11-12"), StepKind.CAPTURE).due


@pytest.mark.parametrize("kind", [WordKind.AUTOMATIC, WordKind.NO_NEWS])
def test_an_automatic_answer_and_no_news_are_no_word(kind: WordKind) -> None:
    facts = history(words=(Word(moment=on("2026-11-20"), kind=kind),))
    assert planned(facts, "2026-11-20").first_follow_up == D("2026-11-19")


def test_a_follow_up_on_a_words_day_came_before_it_unless_times_say_otherwise() -> None:
    follow_up = Message(kind=MessageKind.FOLLOW_UP, sent=at("2026-11-25T17:00"))
    timed = history(words=(Word(moment=at("2026-11-25T15:00")),), messages=(follow_up,))
    untimed = history(words=(Word(moment=on("2026-11-25")),), messages=(follow_up,))
    assert planned(untimed, "2026-11-25").first_follow_up == D("2026-12-09")
    assert planned(timed, "2026-11-25").move_on == D("2026-12-25")
    later = planned(replace(timed, messages=(replace(follow_up, sent=at("2026-11-25T14:00")),)), "2026-11-25")
    assert later == planned(untimed, "2026-11-25")


def test_of_one_days_promises_the_later_first_follow_up_holds() -> None:
    other = Word(
        moment=on("2026-11-12"), promise=promised("by the 25th", "2026-11-12", "2026-11-25", "Sam Roy")
    )
    found = planned(history(words=(other,)), "2026-11-16")
    assert (found.deadline, the(found, StepKind.FOLLOW_UP).to) == (D("2026-11-25"), ("Sam Roy",))


@pytest.mark.parametrize(
    ("recruiter", "said_by", "people", "whom"),
    [
        ("Jo Varga", "Dana Lee", (), "Jo Varga"),
        ("", "Sam Roy", (JO,), "Sam Roy"),
        ("", "", (Person(name="Kim Ode", part=Part.COORDINATOR),), "Kim Ode"),
        ("", "", (), "Dana Lee"),
    ],
)
def test_whom_a_follow_up_goes_to(
    recruiter: str, said_by: str, people: tuple[Person, ...], whom: str
) -> None:
    held = replace(ROUND, promise=replace(BY_WEDNESDAY, said_by=said_by))
    facts = replace(history(held, people=people), opportunity=replace(NORTHWIND, recruiter=recruiter))
    assert the(planned(facts, "2026-11-16"), StepKind.FOLLOW_UP).to == (whom,)


def test_once_more_is_an_offer_never_late_until_the_day_of_moving_on() -> None:
    facts = history(messages=(sent("2026-11-23"),))
    offered = the(planned(facts, "2026-12-10"), StepKind.FOLLOW_UP)
    assert (offered.day, offered.offer, offered.due, offered.late) == (D("2026-11-30"), True, False, 0)
    assert [step.kind for step in planned(facts, "2026-12-18").steps] == [StepKind.MOVE_ON]


def test_past_the_day_of_moving_on_only_moving_on_is_left() -> None:
    found = planned(history(), "2026-12-18")
    step = the(found, StepKind.MOVE_ON)
    assert found.steps == (step,)
    assert step.due
    assert "rest" in step.reason


def test_an_offer_with_nothing_promised_leaves_nothing_due() -> None:
    offer = Word(moment=on("2026-11-25"), kind=WordKind.OFFER)
    found = planned(history(words=(offer,)), "2026-11-25")
    assert found.rule is Rule.OFFER
    assert {step.kind for step in found.steps} == {StepKind.THANK_YOU}


@pytest.mark.parametrize(
    ("outcome", "rule"),
    [(Outcome.MOVED_ON, Rule.NO_DATE), (Outcome.REJECTED, Rule.ENDED), (Outcome.WITHDREW, Rule.ENDED)],
)
def test_a_later_word_opens_moved_on_again_and_no_other_end(outcome: Outcome, rule: Rule) -> None:
    ended = replace(NORTHWIND, outcome=outcome, ended_on=D("2026-12-20"))
    facts = replace(history(words=(Word(moment=on("2026-12-22")),)), opportunity=ended)
    assert planned(facts, "2026-12-22").rule is rule


def test_an_end_drops_every_step_and_the_person_may_open_it_again() -> None:
    facts = replace(
        history(), opportunity=replace(NORTHWIND, outcome=Outcome.REJECTED, ended_on=D("2026-11-20"))
    )
    assert planned(facts, "2026-11-21") == Plan(rule=Rule.ENDED)
    again = Decision(kind=DecisionKind.REOPEN, made_on=D("2026-11-21"))
    assert planned(replace(facts, decisions=(again,)), "2026-11-21").rule is Rule.NO_DATE


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("ended_on", ["2026-11-10", "2026-11-20", "2027-06-01"])
def test_an_end_answered_without_the_rules_is_what_the_rules_say(outcome: Outcome, ended_on: str) -> None:
    ended = replace(NORTHWIND, outcome=outcome, ended_on=D(ended_on))
    offer = Word(moment=on("2026-11-25"), kind=WordKind.OFFER)
    ahead = Interview(start=on("2026-12-01"), state=InterviewState.PLANNED, id=9)
    workdays = workdays_of("CA-ON")
    for known in (history(), history(words=(offer,)), replace(history(), interviews=(ROUND, ahead))):
        facts = replace(known, opportunity=ended)
        for today in ("2026-11-09", "2026-11-21", "2026-12-30"):
            events, contacts = events_of(facts, workdays, ended.zone), contacts_of(facts)
            by_rules = plan(events, today=D(today), workdays=workdays, contacts=contacts)
            assert plan_history(facts, today=D(today), workdays=workdays) == by_rules


def decided(kind: DecisionKind, made_on: str = "2026-11-19", until: str = "") -> Decision:
    return Decision(
        kind=kind,
        made_on=D(made_on),
        step="follow-up",
        step_day=D("2026-11-19"),
        until=D(until) if until else None,
    )


def test_a_postponed_step_stays_on_the_day_chosen_and_is_listed_as_put_off() -> None:
    facts = history(decisions=(decided(DecisionKind.POSTPONE, until="2026-11-22"),))
    step = the(planned(facts, "2026-11-20"), StepKind.FOLLOW_UP)
    assert (step.day, step.put_off, step.proper_day) == (D("2026-11-22"), 1, D("2026-11-19"))
    assert "You put it off to Sun 22 Nov." in step.reason


@pytest.mark.parametrize("until", ["2026-11-19", "2026-12-18"])
def test_a_step_is_put_off_only_between_its_own_day_and_moving_on(until: str) -> None:
    facts = history(decisions=(decided(DecisionKind.POSTPONE, until=until),))
    assert planned(facts, "2026-11-20").first_follow_up == D("2026-11-19")


def test_a_skipped_step_is_gone_and_nothing_follows_but_moving_on() -> None:
    found = planned(history(decisions=(decided(DecisionKind.SKIP),)), "2026-11-30")
    assert (found.first_follow_up, found.second_follow_up) == (None, None)
    assert found.move_on == D("2026-12-18")


def test_a_new_word_ends_what_was_decided_before() -> None:
    word = Word(moment=on("2026-11-19"), promise=promised("by the 27th", "2026-11-19", "2026-11-27"))
    facts = history(words=(word,), decisions=(decided(DecisionKind.SKIP),))
    assert planned(facts, "2026-11-20").first_follow_up == D("2026-11-30")


@pytest.mark.parametrize(
    ("region", "by", "hint"),
    [
        ("CA-ON", "2026-12-28", "Mon 4 Jan"),
        ("IL", "2026-12-28", ""),
        ("", "2026-12-28", ""),
        ("CA-ON", "2026-11-18", ""),
    ],
)
def test_a_quiet_day_offers_the_next_ordinary_one(region: str, by: str, hint: str) -> None:
    facts = replace(
        history(replace(ROUND, promise=promised("then", "2026-11-12", by))),
        opportunity=replace(NORTHWIND, region=region),
    )
    found = the(planned(facts, "2026-11-13"), StepKind.FOLLOW_UP).hint
    assert hint in found
    assert bool(found) is bool(hint)


def test_a_lone_business_day_between_days_off_is_quiet() -> None:
    lone = replace(
        history(replace(ROUND, promise=promised("then", "2026-11-12", "2026-11-24"))),
        opportunity=replace(NORTHWIND, closed_days=(D("2026-11-24"), D("2026-11-26"))),
    )
    assert "lone business day" in the(planned(lone, "2026-11-13"), StepKind.FOLLOW_UP).hint


def test_an_overdue_step_on_a_day_off_names_the_next_business_day() -> None:
    assert "Mon 23 Nov" in the(planned(history(), "2026-11-21"), StepKind.FOLLOW_UP).hint


def test_days_count_where_the_employer_is() -> None:
    abroad = replace(NORTHWIND, zone="Pacific/Auckland", region="NZ")
    held = replace(ROUND, start=at("2026-11-12T19:00"), promise=None)
    found = planned(replace(history(held), opportunity=abroad), "2026-11-13")
    assert found.move_on == D("2026-12-13")


def test_a_promise_said_after_the_interview_is_a_word_of_that_day() -> None:
    later = replace(
        ROUND, promise=Promise(words="a few days", said_on=D("2026-11-16"), kind=ReadingKind.FEW_DAYS)
    )
    assert planned(history(later), "2026-11-16").first_follow_up == D("2026-11-23")


def test_nothing_heard_gives_no_dates() -> None:
    assert planned(History(opportunity=NORTHWIND), "2026-11-16") == Plan(rule=Rule.NO_DATE)
