"""A copy that has a name is whole; what is no longer whole is not copied over what was."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from storage_faults import child, debrief, employers

from app.errors import JournalBusy, JournalDamaged
from app.paths import Places
from app.storage import backups, database
from app.storage.journal import Journal

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "journal.db"
    Journal.open(path).save_debriefs(debrief(f"Employer {n}") for n in range(100))
    return path


def copies(path: Path) -> list[str]:
    return [copy.name for copy in sorted(Places(path).backups.glob("*.db"))]


def test_a_copy_holds_everything_and_says_its_own_sum(path: Path) -> None:
    copy = backups.make(path, NOON, reason="daily")
    assert copy.name == "2026-11-12T120000Z-daily.db"
    assert backups.is_whole(copy)
    line = copy.with_name(f"{copy.name}.sha256").read_text()
    assert line == f"{hashlib.sha256(copy.read_bytes()).hexdigest()}  {copy.name}\n"
    assert {p.stat().st_mode & 0o777 for p in copy.parent.iterdir()} == {0o600}
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert employers(copy) == employers(path)


def test_two_copies_of_one_second_are_two(path: Path) -> None:
    assert backups.make(path, NOON, reason="daily") != backups.make(path, NOON, reason="daily")
    assert len(copies(path)) == 2


def test_there_is_one_copy_a_day(path: Path) -> None:
    assert backups.daily(path, NOON)
    assert backups.daily(path, NOON + timedelta(hours=23)) is None
    assert backups.daily(path, NOON + timedelta(hours=24))
    assert backups.daily(path, NOON - timedelta(days=9)), "a clock set back must not stop the copies"


def test_seven_days_and_twelve_months_are_kept_and_every_upgrade(path: Path) -> None:
    backups.make(path, NOON - timedelta(days=800), reason="before-0002")
    for day in range(0, 450, 5):
        backups.daily(path, NOON + timedelta(days=day))
    kept = copies(path)
    assert kept[0].endswith("-before-0002.db")
    assert len(kept) <= 1 + 12 + 7
    months = {name[:7] for name in kept[1:]}
    assert len(months) == 12
    assert kept[-7:] == [f"{NOON + timedelta(days=d):%Y-%m-%d}T120000Z-daily.db" for d in range(415, 450, 5)]
    assert len(list(Places(path).backups.iterdir())) == 2 * len(kept)


@pytest.mark.parametrize("harm", ["flip", "cut", "no sum", "other sum", "gone"])
def test_a_copy_that_was_harmed_is_known(path: Path, harm: str) -> None:
    copy = backups.make(path, NOON, reason="daily")
    sum_ = copy.with_name(f"{copy.name}.sha256")
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    {
        "flip": lambda: copy.write_bytes(data),
        "cut": lambda: os.truncate(copy, 8192),
        "no sum": sum_.unlink,
        "other sum": lambda: sum_.write_text("0" * 64),
        "gone": copy.unlink,
    }[harm]()
    assert not backups.is_whole(copy)


def test_a_damaged_journal_is_not_copied(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 5 : 4096 * 9] = b"\xff" * (4096 * 4)
    path.write_bytes(data)
    with pytest.raises(JournalDamaged):
        backups.make(path, NOON, reason="daily")
    assert list(Places(path).backups.iterdir()) == []


def test_a_held_journal_ends_the_copying_and_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = """
c = sqlite3.connect(path, isolation_level=None)
c.execute("BEGIN EXCLUSIVE"); print("held", flush=True); sys.stdin.read()
"""
    monkeypatch.setattr(database, "PATIENCE", 0.4)
    process = child(script, path)
    try:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        with pytest.raises(JournalBusy):
            backups.make(path, NOON, reason="daily")
    finally:
        process.kill()
        process.communicate(timeout=10)
    assert list(Places(path).backups.iterdir()) == []


def test_copying_goes_on_beside_readers_and_ends_before_a_writer(path: Path) -> None:
    journal = Journal.open(path)
    assert journal.back_up()
    assert journal.back_up() is None
    journal.save_debrief(debrief("After"))
    assert len(employers(path)) == 101
