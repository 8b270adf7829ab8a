"""Recorded changes: undo and redo, several deep, over restarts, exact to the row."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage_facts import DAY, Clock, Someone, debrief, decision, thanks, word

from app.domain.facts import Outcome
from app.storage.journal import Journal
from app.storage.tables import FACTS


def facts_of(journal: Journal) -> dict[str, Any]:
    tables = journal.everything().tables
    return {table.name: tables[table.name] for table in FACTS}


def test_undo_and_redo_name_what_they_did_and_go_over_restarts(journal: Journal, path: Path) -> None:
    saved = journal.save_debrief(debrief())
    journal.add_message(saved.opportunity_id, thanks())
    journal.add_word(saved.opportunity_id, word(sender=""))
    journal.set_outcome(saved.opportunity_id, Outcome.REJECTED, DAY)
    assert Journal.open(path).undo() == "outcome at Northwind: rejected"
    assert Journal.open(path).undo() == "word from Northwind"
    assert Journal.open(path).undo() == "thank-you to Dana Lee, sent"
    assert Journal.open(path).redo() == "thank-you to Dana Lee, sent"
    again = Journal.open(path)
    assert [again.undo(), again.undo(), again.undo()] == [
        "thank-you to Dana Lee, sent",
        "interview with Northwind",
        None,
    ]
    assert [again.redo() for _ in range(5)] == [
        "interview with Northwind", "thank-you to Dana Lee, sent", "word from Northwind",
        "outcome at Northwind: rejected", None,
    ]  # fmt: skip


def test_labels_say_what_was_done(journal: Journal) -> None:
    saved = journal.save_debrief(debrief(number=2))
    anonymous = journal.save_debrief(debrief(""))
    put_off = journal.add_decision(saved.opportunity_id, decision())
    planned = journal.add_interview(saved.opportunity_id, debrief(number=3).interview)
    assert [saved.label, anonymous.label, put_off.label, planned.label] == [
        "interview with Northwind, round 2",
        "interview with an employer not known yet",
        "follow-up put off to 2026-11-20",
        "round 3 with Northwind, held",
    ]


def test_a_new_change_ends_what_could_be_done_again(journal: Journal) -> None:
    journal.save_debrief(debrief("Northwind"))
    journal.save_debrief(debrief("Fabrikam"))
    journal.undo()
    journal.save_debrief(debrief("Contoso"))
    assert journal.redo() is None
    assert [journal.undo(), journal.undo(), journal.undo()] == [
        "interview with Contoso", "interview with Northwind", None,
    ]  # fmt: skip
    assert [c.state for c in journal.changes()] == ["undone", "dropped", "undone"]


def test_the_id_of_an_undone_entry_is_given_to_no_other(journal: Journal) -> None:
    first = journal.save_debrief(debrief("Northwind"))
    journal.undo()
    second = journal.save_debrief(debrief("Fabrikam"))
    assert first.opportunity_id != second.opportunity_id
    assert first.interview_id != second.interview_id


def test_what_was_edited_away_is_in_the_history_of_the_entry(journal: Journal) -> None:
    other = journal.save_debrief(debrief("Fabrikam"))
    saved = journal.save_debriefs([debrief(), debrief("Contoso")])[0]
    old = journal.interview(saved.interview_id)[1]
    journal.edit_interview(replace(old, points=(), next_step="nothing"))
    edit, entered = journal.changes(saved.opportunity_id)
    assert (edit.label, entered.label) == ("edit of round 1 with Northwind", "import of 2 interviews")
    assert [row["text"] for table, row in edit.before if table == "point"] == [p.text for p in old.points]
    assert [row["next_step"] for table, row in edit.before if table == "interview"] == ["panel with the team"]
    assert [row["next_step"] for table, row in edit.after if table == "interview"] == ["nothing"]
    assert [c.label for c in journal.changes(other.opportunity_id)] == ["interview with Fabrikam"]
    assert [c.id for c in journal.changes(limit=2)] == [3, 2]
    assert entered.at < edit.at


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 1000)), min_size=1, max_size=14), st.integers(0, 20)
)
def test_undoing_all_is_the_start_and_doing_all_again_the_end(
    todo: list[tuple[int, int]], split: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        journal = Journal.open(path, now=Clock())
        someone = Someone(journal)
        states = [facts_of(journal)]
        for number, (what, which) in enumerate(todo):
            someone.does(what, which)
            if number == split:
                journal = someone.journal = Journal.open(path, now=Clock())
            if facts_of(journal) != states[-1]:
                states.append(facts_of(journal))
        for state in states[-2::-1]:
            assert journal.undo()
            assert facts_of(journal) == state
        assert journal.undo() is None
        for state in states[1:]:
            assert journal.redo()
            assert facts_of(journal) == state
        assert journal.redo() is None
