"""Editing and removing: what changes, what stays, and both texts where two edit at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from storage_facts import DAY, PROMISE, SAM, debrief, decision, thanks, without_ids, word

from app.domain.facts import (
    DecisionKind,
    InterviewState,
    MessageState,
    Moment,
    Opportunity,
    Outcome,
    Point,
    PointKind,
    Promise,
)
from app.errors import Conflict
from app.storage.journal import Journal


def test_an_edited_debrief_replaces_what_was_captured_as_one_change(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    before = journal.history(saved.opportunity_id)
    old = before.interviews[0]
    new = replace(
        old,
        points=(
            old.points[2],
            replace(old.points[0], text="again"),
            Point(kind=PointKind.TOPIC, text="Kafka"),
        ),
        promise=None,
        met=(SAM,),
        minutes=60,
        next_step="",
    )
    edited = journal.save_debrief(replace(debrief(interview_id=old.id), interview=new))
    found = journal.interview(saved.interview_id)[1]
    assert without_ids(found) == without_ids(new)
    assert [point.id for point in found.points][:2] == [old.points[2].id, old.points[0].id]
    assert edited.label == "edit of the interview with Northwind"
    assert [person.name for person in journal.history(saved.opportunity_id).people] == ["Dana Lee", "Sam Roy"]
    journal.undo()
    assert journal.history(saved.opportunity_id) == before


def test_points_without_ids_keep_the_rows_they_are_like(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    old = journal.interview(saved.interview_id)[1]
    typed = tuple(replace(point, id=0) for point in reversed(old.points))
    journal.save_debrief(replace(debrief(interview_id=old.id), interview=replace(old, points=typed)))
    found = journal.interview(saved.interview_id)[1]
    assert [point.id for point in found.points] == [point.id for point in reversed(old.points)]


def test_saving_without_a_difference_records_no_change(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    old = journal.interview(saved.interview_id)[1]
    again = journal.save_debrief(replace(debrief(interview_id=old.id), interview=old))
    assert again.change_id == 0
    assert len(journal.changes()) == 1
    assert journal.undo() == "interview with Northwind"


def test_an_edit_puts_what_is_given_over_what_is_there(journal: Journal) -> None:
    saved = journal.save_debrief(
        debrief(opportunity=Opportunity(employer="Northwind", role="Dev", link="https://x"))
    )
    journal.save_debrief(debrief("Northwind Inc", "Lead", interview_id=saved.interview_id))
    found = journal.history(saved.opportunity_id).opportunity
    assert (found.employer, found.role, found.link) == ("Northwind Inc", "Lead", "https://x")
    whole = replace(found, role="", link="", region="CA-ON")
    journal.save_debrief(debrief(opportunity=whole, interview_id=saved.interview_id))
    assert journal.history(saved.opportunity_id).opportunity == whole
    assert journal.save_debrief(debrief("northwind inc", "Any")).opportunity_id == saved.opportunity_id


def test_each_kind_of_entry_can_be_edited(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    journal.add_word(saved.opportunity_id, word(promise=PROMISE))
    journal.add_message(saved.opportunity_id, thanks(state=MessageState.DRAFT, sent=None))
    before = journal.history(saved.opportunity_id)
    opportunity = replace(before.opportunity, region="DE-BY", closed_days=(DAY,), role="Lead")
    called_off = replace(before.interviews[0], state=InterviewState.CALLED_OFF_BY_THEM, changed_on=DAY)
    said = replace(before.words[0], gist="on Monday", promise=Promise(words="soon", said_on=DAY))
    sent = replace(before.messages[0], state=MessageState.SENT, sent=Moment(DAY), to=("Sam Roy", "Dana Lee"))
    journal.edit_opportunity(opportunity)
    journal.edit_interview(called_off)
    journal.edit_word(said)
    assert journal.edit_message(sent).label == "thank-you to Sam Roy, Dana Lee, sent"
    after = journal.history(saved.opportunity_id)
    assert (after.opportunity, after.interviews[0], after.messages[0]) == (opportunity, called_off, sent)
    assert after.words[0] == replace(said, promise=after.words[0].promise)
    assert after.words[0].promise
    assert after.words[0].promise.words == "soon"


def test_an_edit_of_what_was_changed_meanwhile_changes_nothing_and_gives_both(
    journal: Journal, path: Path
) -> None:
    saved = journal.save_debrief(debrief())
    journal.add_word(saved.opportunity_id, word())
    journal.add_message(saved.opportunity_id, thanks())
    here = journal.history(saved.opportunity_id)
    there = Journal.open(path)
    there.edit_opportunity(replace(here.opportunity, role="Lead"))
    there.edit_interview(replace(here.interviews[0], points=()))
    there.edit_word(replace(here.words[0], gist="theirs"))
    there.edit_message(replace(here.messages[0], to=("Sam Roy",)))
    there.edit_person(replace(here.people[0], title="CEO"))
    theirs = journal.history(saved.opportunity_id)
    before = journal.everything()
    for edit, stored in (
        (lambda: journal.edit_opportunity(replace(here.opportunity, role="Mine")), theirs.opportunity),
        (lambda: journal.edit_interview(replace(here.interviews[0], how="mine")), theirs.interviews[0]),
        (lambda: journal.save_debrief(
            replace(debrief(interview_id=saved.interview_id), interview=here.interviews[0])
        ), theirs.interviews[0]),
        (lambda: journal.edit_word(replace(here.words[0], gist="mine")), theirs.words[0]),
        (lambda: journal.edit_message(replace(here.messages[0], text="mine")), theirs.messages[0]),
        (lambda: journal.edit_person(replace(here.people[0], title="mine")), theirs.people[0]),
    ):  # fmt: skip
        with pytest.raises(Conflict) as caught:
            edit()
        assert caught.value.stored == stored
    assert journal.everything() == before


def test_a_version_does_not_come_twice_after_an_undo(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    first = journal.history(saved.opportunity_id).opportunity
    journal.edit_opportunity(replace(first, role="Two"))
    second = journal.history(saved.opportunity_id).opportunity
    journal.undo()
    journal.edit_opportunity(replace(first, role="Three"))
    with pytest.raises(Conflict):
        journal.edit_opportunity(replace(second, role="Mine"))


def test_a_value_without_a_version_is_written_unasked(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    found = journal.history(saved.opportunity_id).opportunity
    journal.edit_opportunity(replace(found, role="Two"))
    journal.edit_opportunity(replace(found, role="Three", version=0))
    assert journal.history(saved.opportunity_id).opportunity.role == "Three"


def test_an_outcome_is_set_and_taken_back(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    journal.set_outcome(saved.opportunity_id, Outcome.MOVED_ON, DAY, "silence")
    found = journal.history(saved.opportunity_id).opportunity
    assert (found.outcome, found.ended_on, found.outcome_note) == (Outcome.MOVED_ON, DAY, "silence")
    assert journal.set_outcome(saved.opportunity_id, None, DAY).label == "Northwind open again"
    found = journal.history(saved.opportunity_id).opportunity
    assert (found.outcome, found.ended_on) == (None, None)


def test_what_is_removed_goes_with_what_hangs_on_it_and_comes_back_whole(journal: Journal) -> None:
    saved = journal.save_debrief(debrief(opportunity=Opportunity(employer="Northwind", closed_days=(DAY,))))
    said = journal.add_word(saved.opportunity_id, word(promise=PROMISE))
    sent = journal.add_message(saved.opportunity_id, thanks(interview_id=saved.interview_id))
    put_off = journal.add_decision(saved.opportunity_id, decision(kind=DecisionKind.SKIP, until=None))
    before = journal.histories()
    journal.delete_interview(saved.interview_id)
    (history,) = journal.histories()
    assert history.interviews == ()
    assert history.messages == (replace(before[0].messages[0], interview_id=0),)
    journal.undo()
    assert journal.histories() == before
    journal.delete_word(said.entry_id)
    journal.delete_message(sent.entry_id)
    journal.delete_decision(put_off.entry_id)
    journal.delete_opportunity(saved.opportunity_id)
    assert journal.histories() == ()
    for _ in range(4):
        journal.undo()
    assert journal.histories() == before
