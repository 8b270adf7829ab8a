"""A write that cannot be made is told and leaves nothing; one that was told as done is there."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from storage_faults import SECRET, child, debrief, employers, is_sound, said

from app.errors import AfterwordError, DiskTrouble, JournalBusy, JournalMoved
from app.storage import database, sqlite_errors
from app.storage.drafts import DraftStore
from app.storage.journal import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "journal.db"
    Journal.open(path).save_debrief(debrief())
    return path


@contextmanager
def holding(path: Path, *, exclusive: bool = False) -> Iterator[Any]:
    """A program that holds the journal until it is told to let go."""
    lock = "EXCLUSIVE" if exclusive else "IMMEDIATE"
    script = f"""
c = sqlite3.connect(path, isolation_level=None)
c.execute("BEGIN {lock}"); print("held", flush=True)
sys.stdin.readline(); c.execute("COMMIT"); print("free", flush=True); sys.stdin.read()
"""
    process = child(script, path)
    assert process.stdout
    assert process.stdin
    assert process.stdout.readline() == "held\n"

    def let_go() -> None:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()

    try:
        yield let_go
    finally:
        process.kill()
        process.communicate(timeout=10)


def test_a_full_disk_is_told_and_nothing_is_half_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = database.connect

    def small(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = whole(*arguments, **options)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")
        return connection

    journal = Journal.open(path)
    before = journal.everything()
    monkeypatch.setattr(database, "connect", small)
    with pytest.raises(DiskTrouble, match=r"^Not saved: the disk is full\."):
        journal.save_debriefs(debrief(f"Employer {n}", "x" * 1000) for n in range(100))
    assert journal.everything() == before
    monkeypatch.setattr(database, "connect", whole)
    journal.save_debrief(debrief("After"))
    assert employers(path) == ["After", "Northwind"]


QUOTA = """
journal = Journal.open(path)
size = path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, size + 8192))
tried(lambda: journal.save_debriefs(debrief(f"Employer {n}", "x" * 1000) for n in range(200)))
print(len(journal.histories()))
tried(lambda: journal.set_setting("small", "write"))
"""


def test_a_limit_of_the_system_is_told_and_small_writes_go_on(path: Path) -> None:
    lines = said(QUOTA, path)
    assert lines[0].startswith("DiskTrouble 74 Not saved: ")
    assert lines[1:] == ["1", "done None"]
    assert is_sound(path)


DRAFT_QUOTA = """
from app.storage.drafts import Draft, DraftStore
store = DraftStore(path)
def draft(text): return Draft(id="a", kind="capture", fields={"x": text}, saved_at=datetime(2026, 11, 12, tzinfo=UTC))
store.write(draft("kept"))
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
tried(lambda: store.write(draft("x" * 2000)))
print(store.read("a").fields["x"], sorted(p.name for p in path.iterdir()))
tried(lambda: store.write(draft("short")))
path.chmod(0o500)
tried(lambda: store.write(draft("longer")))
tried(lambda: store.discard("a"))
path.chmod(0o700)
print(store.read("a").fields["x"])
"""


def test_a_draft_that_cannot_be_kept_leaves_the_one_before(tmp_path: Path) -> None:
    assert said(DRAFT_QUOTA, tmp_path / "drafts") == [
        "DiskTrouble 74 The draft is not kept: the disk is full. Free some space.",
        "kept ['a.json']",
        "done None",
        "NotAllowed 77 The draft is not kept: no permission to write here.",
        "NotAllowed 77 The draft stays where it is: no permission to write here.",
        "short",
    ]


def test_a_folder_that_cannot_lock_is_told_when_a_draft_is_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fcntl.flock", no_locks)
    with pytest.raises(JournalBusy, match="cannot lock files"):
        DraftStore(tmp_path / "drafts").claim("a")


def no_locks(*_: object) -> None:
    raise OSError(errno.ENOLCK, "No locks available")


def test_while_another_program_holds_the_journal_a_write_waits_and_says_so(path: Path) -> None:
    with holding(path) as let_go:
        told: list[int] = []

        def on_busy() -> None:
            told.append(1)
            let_go()

        Journal.open(path, on_busy=on_busy).save_debrief(debrief("Waited"))
    assert told == [1]
    assert employers(path) == ["Northwind", "Waited"]


def test_a_journal_held_for_long_is_told_and_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.open(path)
    monkeypatch.setattr(database, "PATIENCE", 0.4)
    with holding(path):
        with pytest.raises(JournalBusy, match="another program holds the journal"):
            journal.save_debrief(debrief("Never"))
        assert [h.opportunity.employer for h in journal.histories()] == ["Northwind"]
    journal.save_debrief(debrief("After"))
    assert employers(path) == ["After", "Northwind"]


def test_opening_a_journal_that_is_held_altogether_is_told_and_makes_nothing_new(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.4)
    with holding(path, exclusive=True), pytest.raises(JournalBusy):
        Journal.open(path)
    assert employers(path) == ["Northwind"]


def test_a_folder_that_cannot_lock_is_told_apart_from_a_busy_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.open(path)
    monkeypatch.setattr(database, "PATIENCE", 0.3)
    monkeypatch.setattr(sqlite_errors.fcntl, "lockf", no_locks)
    with holding(path), pytest.raises(JournalBusy, match="cannot lock files"):
        journal.save_debrief(debrief("Never"))


def test_a_journal_moved_away_while_open_is_told_and_no_new_one_made(path: Path) -> None:
    journal = Journal.open(path)
    path.rename(path.with_name("elsewhere.db"))
    for use in (journal.histories, journal.undo, lambda: journal.save_debrief(debrief("Lost"))):
        with pytest.raises(JournalMoved):
            use()
    assert [p.name for p in path.parent.iterdir()] == ["elsewhere.db"]
    assert journal.stamp() is None


def test_a_journal_replaced_while_open_is_not_written_to(path: Path, tmp_path: Path) -> None:
    journal = Journal.open(path)
    other = tmp_path / "other.db"
    Journal.open(other).save_debrief(debrief("Other"))
    other.replace(path)
    with pytest.raises(JournalMoved):
        journal.save_debrief(debrief("Lost"))
    assert employers(path) == ["Other"]


MANY = """
journal = Journal.open(path)
for n in range(TIMES):
    tried(lambda: journal.save_debrief(debrief(f"{sys.argv[2]}{n}")).label)
"""


def test_two_programs_writing_at_once_lose_nothing(path: Path) -> None:
    script = MANY.replace("TIMES", "25")
    children = [child(script, path, name) for name in "ABC"]
    for name, process in zip("ABC", children, strict=True):
        lines = process.communicate(timeout=60)[0].splitlines()
        assert lines == [f"done interview with {name}{n}" for n in range(25)]
    assert len(employers(path)) == 76
    assert is_sound(path)


def test_a_killed_program_loses_nothing_it_said_was_saved(path: Path) -> None:
    script = MANY.replace("TIMES", "1000")
    acknowledged = ["Northwind"]
    for round_ in range(10):
        process = child(script, path, f"{round_}-")
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(round_ * 2 + 1)]
        process.kill()
        lines += process.communicate(timeout=10)[0].splitlines(keepends=True)
        acknowledged += [line[len("done interview with ") : -1] for line in lines if line.endswith("\n")]
        assert is_sound(path) or path.with_name("journal.db-journal").exists()
    found = set(employers(path))
    assert set(acknowledged) <= found
    assert len(found) <= len(acknowledged) + 10
    assert is_sound(path)


def test_no_error_of_the_database_shows_what_was_typed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.open(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE point")
    with pytest.raises(AfterwordError) as caught:
        journal.save_debrief(debrief("Private", SECRET))
    shown: list[str] = []
    error: BaseException | None = caught.value
    while error:
        shown.append(f"{error!s}{error!r}")
        error = error.__cause__
    assert len(shown) > 1
    assert SECRET not in "".join(shown)
    assert "Private" not in "".join(shown)
