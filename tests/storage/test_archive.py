"""Export and import of everything: nothing is lost, nothing that is there is touched."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage_facts import DAY, PROMISE, Clock, Someone, debrief, decision, thanks, word

from app.domain.facts import Outcome
from app.errors import BadRecord
from app.storage.journal import Journal
from app.storage.values import Archive, Row


def over_json(archive: Archive) -> Archive:
    """The archive as a file of JSON would give it back."""
    held = json.loads(json.dumps({"revision": archive.revision, "tables": archive.tables}))
    return Archive(held["revision"], {name: tuple(rows) for name, rows in held["tables"].items()})


def filled(journal: Journal) -> Journal:
    saved = journal.save_debrief(debrief())
    journal.add_word(saved.opportunity_id, word(promise=PROMISE))
    journal.add_message(saved.opportunity_id, thanks(interview_id=saved.interview_id))
    journal.add_decision(saved.opportunity_id, decision())
    journal.save_debrief(debrief("Fabrikam \x1b[31m"))
    journal.set_outcome(saved.opportunity_id, Outcome.ACCEPTED, DAY)
    journal.set_setting("region", "CA-ON")
    journal.undo()
    return journal


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 1000)), max_size=12))
def test_an_empty_journal_becomes_exactly_what_was_archived(todo: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here, there = (
            Journal.open(Path(folder) / name / "journal.db", now=Clock()) for name in ("here", "there")
        )
        for what, which in todo:
            Someone(here).does(what, which)
        archive = here.everything()
        there.restore_everything(over_json(archive))
        assert there.everything() == archive
        assert there.histories() == here.histories()
        assert there.settings() == here.settings()
        assert there.undo() == here.undo()


def test_undo_and_redo_go_on_in_the_restored_journal(journal: Journal, tmp_path: Path) -> None:
    filled(journal)
    there = Journal.open(tmp_path / "there.db")
    assert there.restore_everything(journal.everything()) == 2
    assert there.redo() == "outcome at Northwind: accepted"
    assert there.undo() == "outcome at Northwind: accepted"
    assert there.undo() == "interview with Fabrikam \x1b[31m"


def test_into_a_used_journal_only_what_is_not_there_is_added_as_one_change(
    journal: Journal, tmp_path: Path
) -> None:
    filled(journal)
    there = Journal.open(tmp_path / "there.db")
    there.save_debrief(debrief("Contoso"))
    there.set_setting("zone", "Europe/Berlin")
    before = there.histories()
    assert there.restore_everything(over_json(journal.everything())) == 2
    assert {h.opportunity.employer for h in there.histories()} == {
        "Contoso",
        "Northwind",
        "Fabrikam \x1b[31m",
    }
    assert set(before) < set(there.histories())
    assert there.settings() == {"zone": "Europe/Berlin", "region": "CA-ON"}
    assert there.restore_everything(journal.everything()) == 0
    assert there.undo() == "import of 2 opportunities"
    assert there.histories() == before


def test_what_was_added_says_the_same_as_what_was_archived(journal: Journal, tmp_path: Path) -> None:
    filled(journal)
    there = Journal.open(tmp_path / "there.db")
    there.save_debrief(debrief("Contoso"))
    there.restore_everything(journal.everything())
    back = Journal.open(tmp_path / "back.db")
    back.save_debrief(debrief("Fabrikam \x1b[31m"))
    assert back.restore_everything(there.everything()) == 2
    (northwind,) = [h for h in back.histories() if h.opportunity.employer == "Northwind"]
    assert northwind.messages[0].interview_id == northwind.interviews[0].id
    assert northwind.words[0].promise
    assert len(northwind.decisions) == 1


def test_a_setting_that_is_there_stays(journal: Journal, tmp_path: Path) -> None:
    filled(journal)
    there = Journal.open(tmp_path / "there.db")
    there.set_setting("region", "DE-BY")
    there.restore_everything(journal.everything())
    assert there.settings() == {"region": "DE-BY"}
    assert len(there.histories()) == 2


def changed(archive: Archive, table: str, **columns: object) -> Archive:
    first, *rest = archive.tables[table]
    row: Row = {**first, **columns}  # type: ignore[dict-item]  # wrong on purpose
    return replace(archive, tables={**archive.tables, table: (row, *rest)})


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("opportunity", {"odd": 1}),
        ("opportunity", {"employer": None}),
        ("opportunity", {"employer": 5}),
        ("opportunity", {"outcome": "vanished"}),
        ("interview", {"number": "x"}),
        ("interview", {"number": 0}),
        ("interview", {"start_day": "2026-02-30"}),
        ("interview", {"start_day": "soon"}),
        ("interview", {"start_at": "noon"}),
        ("interview", {"start_at": "2026-02-30T10:00:00+00:00"}),
        ("interview", {"start_at": "2026-02-20T10:00:00+01:00"}),
        ("interview", {"captured": 2}),
        ("interview", {"opportunity_id": 99}),
        ("point", {"kind": "x"}),
        ("point", {"text": " "}),
        ("promise", {"interview_id": None}),
        ("message", {"sent_day": None}),
        ("message", {"ticked": "x"}),
        ("changed_row", {"before": "x"}),
        ("change", {"label": ""}),
    ],
)
@pytest.mark.parametrize("used", [False, True], ids=["empty", "used"])
def test_an_archive_that_does_not_hold_together_is_refused_whole(
    journal: Journal, tmp_path: Path, table: str, columns: dict[str, object], used: bool
) -> None:
    wrong = changed(filled(journal).everything(), table, **columns)
    there = Journal.open(tmp_path / "there" / "journal.db")
    if used:
        there.save_debrief(debrief())
    before = there.everything()
    with pytest.raises(BadRecord) as caught:
        there.restore_everything(wrong)
    assert "\n" not in str(caught.value)
    assert there.everything() == before
    assert [file.name for file in (tmp_path / "there").iterdir()] == ["journal.db"]


def test_an_archive_of_another_version_or_with_unknown_tables_is_refused(journal: Journal) -> None:
    archive = journal.everything()
    for wrong in (
        replace(archive, revision="zz99"),
        replace(archive, tables={**archive.tables, "sqlite_master": ()}),
    ):
        with pytest.raises(BadRecord):
            journal.restore_everything(wrong)
