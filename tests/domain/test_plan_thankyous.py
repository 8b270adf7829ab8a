"""Whom to thank, and by when, on facts as the journal holds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from plan_facts import (
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
    MessageKind,
    MessageState,
)
from app.domain.plan import StepKind


def test_each_interviewer_is_thanked_at_the_same_clock_time_a_day_later() -> None:
    held = replace(ROUND, start=at("2026-11-23T19:00"), minutes=60, promise=None)
    notes = steps(planned(history(held), "2026-11-23"), StepKind.THANK_YOU)
    assert [step.to for step in notes] == [("Dana Lee",), ("Sam Roy",)]
    assert {step.by for step in notes} == {datetime(2026, 11, 24, 20, tzinfo=UTC)}
    assert all(step.due and step.day == D("2026-11-24") and not step.late for step in notes)


def test_a_note_keeps_its_clock_time_when_the_clocks_change() -> None:
    held = replace(ROUND, start=at("2026-10-31T18:00"), minutes=60, promise=None)
    note = steps(planned(history(held), "2026-10-31"), StepKind.THANK_YOU)[0]
    assert note.by == datetime(2026, 11, 1, 20, tzinfo=UTC)


def test_a_note_without_a_known_end_is_due_an_hour_after_the_start_a_day_later() -> None:
    held = replace(ROUND, start=at("2026-11-23T19:00"), promise=None)
    assert planned(history(held), "2026-11-23").steps[0].by == datetime(2026, 11, 24, 20, tzinfo=UTC)


def test_a_note_is_sent_before_the_eve_of_an_earlier_deadline_is_over() -> None:
    soon = promised("tomorrow", "2026-11-23", "2026-11-24")
    held = replace(ROUND, start=at("2026-11-23T19:00"), minutes=60, promise=soon)
    note = steps(planned(history(held), "2026-11-23"), StepKind.THANK_YOU)[0]
    assert note.day == D("2026-11-23")
    assert note.by == datetime(2026, 11, 24, 5, tzinfo=UTC)
    assert "decide by Tue 24 Nov" in note.reason


@pytest.mark.parametrize(("today", "late"), [("2026-11-16", 0), ("2026-11-17", 1), ("2026-11-18", 2)])
def test_a_note_is_late_once_the_next_business_day_is_over(today: str, late: int) -> None:
    friday = replace(ROUND, start=on("2026-11-13"), promise=None)
    assert steps(planned(history(friday), today), StepKind.THANK_YOU)[0].late == late


def test_a_thank_you_sent_to_one_leaves_the_others() -> None:
    facts = history(messages=(sent("2026-11-13", MessageKind.THANK_YOU),))
    assert the(planned(facts, "2026-11-14"), StepKind.THANK_YOU).to == ("Sam Roy",)


def test_a_joint_note_counts_for_all() -> None:
    facts = history(messages=(sent("2026-11-13", MessageKind.THANK_YOU, ("Dana Lee", "Sam Roy")),))
    assert steps(planned(facts, "2026-11-14"), StepKind.THANK_YOU) == []


def test_a_draft_counts_as_nothing_and_a_message_perhaps_sent_as_sent() -> None:
    draft = replace(sent("2026-11-19"), state=MessageState.DRAFT)
    assert planned(history(messages=(draft,)), "2026-11-20").first_follow_up == D("2026-11-19")
    perhaps = replace(draft, state=MessageState.PERHAPS_SENT)
    assert planned(history(messages=(perhaps,)), "2026-11-20").first_follow_up is None


def test_a_follow_up_due_to_that_person_takes_the_place_of_the_note_and_stays_so() -> None:
    before = steps(planned(history(), "2026-11-18"), StepKind.THANK_YOU)
    due = steps(planned(history(), "2026-11-19"), StepKind.THANK_YOU)
    after = steps(planned(history(messages=(sent("2026-11-19"),)), "2026-11-20"), StepKind.THANK_YOU)
    assert [step.to for step in before] == [("Dana Lee",), ("Sam Roy",)]
    assert [step.to for step in due] == [step.to for step in after] == [("Sam Roy",)]


def test_a_thank_you_can_be_skipped_for_one_person() -> None:
    skip = Decision(
        kind=DecisionKind.SKIP,
        made_on=D("2026-11-12"),
        step="thank-you",
        step_day=D("2026-11-13"),
        to="Sam Roy",
    )
    assert the(planned(history(decisions=(skip,)), "2026-11-13"), StepKind.THANK_YOU).to == ("Dana Lee",)
