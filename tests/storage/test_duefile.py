"""The count of what is due is right or not given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from storage_facts import debrief

from app.paths import Places
from app.storage import duefile
from app.storage.duefile import DueRow
from app.storage.journal import Journal

ROWS = [
    DueRow(date(2026, 11, 12)),
    DueRow(date(2026, 11, 13), date(2026, 11, 16), 7),
    DueRow(date(2026, 11, 20)),
]


@pytest.fixture
def kept(journal: Journal) -> Path:
    stamp = journal.stamp()
    assert stamp
    duefile.write(journal.path, ROWS, stamp=stamp, until=date(2026, 11, 30), key="CA-ON")
    return journal.path


@pytest.mark.parametrize(("day", "due"), [(11, 0), (12, 1), (13, 2), (20, 3), (30, 3), (31, None)])
def test_it_counts_what_is_due_on_the_day_asked(kept: Path, day: int, due: int | None) -> None:
    today = date(2026, 11, day) if day < 31 else date(2026, 12, 1)
    assert duefile.count(kept, today, key="CA-ON") == due


def test_any_change_of_the_journal_or_of_the_key_makes_it_stale(kept: Path, journal: Journal) -> None:
    today = date(2026, 11, 12)
    assert duefile.count(kept, today, key="DE-BY") is None
    journal.save_debrief(debrief())
    assert duefile.count(kept, today, key="CA-ON") is None


def test_rows_read_before_a_change_never_count_after_it(journal: Journal) -> None:
    stamp = journal.stamp()
    assert stamp
    journal.save_debrief(debrief())
    duefile.write(journal.path, ROWS, stamp=stamp)
    assert duefile.count(journal.path, date(2026, 11, 12)) is None


def test_no_journal_has_nothing_due_and_an_unreachable_one_is_asked_again(path: Path, tmp_path: Path) -> None:
    assert duefile.count(path, date(2026, 11, 12)) == 0
    dangling = tmp_path / "link.db"
    dangling.symlink_to(tmp_path / "gone.db")
    assert duefile.count(dangling, date(2026, 11, 12)) is None


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff", b'{"format": 1}', b'{"format": 9, "stamp": 1}']
)
def test_a_broken_file_is_no_answer(kept: Path, data: bytes) -> None:
    Places(kept).due.write_bytes(data)
    assert duefile.count(kept, date(2026, 11, 12), key="CA-ON") is None


def test_a_broken_row_is_no_answer(kept: Path) -> None:
    file = Places(kept).due
    file.write_text(file.read_text().replace("2026-11-13", "2026-13-13"))
    assert duefile.count(kept, date(2026, 11, 12), key="CA-ON") is None


def test_it_is_private(kept: Path) -> None:
    assert Places(kept).due.stat().st_mode & 0o777 == 0o600
