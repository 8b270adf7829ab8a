"""Opening what is not there, not whole, not ours or not to be written: told in one line, and nothing is harmed."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from storage_faults import SECRET, child, debrief, employers, is_sound, said

from app.errors import AfterwordError, JournalDamaged, JournalTooNew, NotAllowed, NotFound
from app.paths import Places
from app.storage import backups
from app.storage.journal import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def used(path: Path) -> Path:
    Journal.open(path).save_debriefs(debrief(f"Employer {n}") for n in range(60))
    return path


def refused(path: Path, kind: type[AfterwordError]) -> str:
    """What is told where opening is refused: one line, and the folder is as it was."""
    before = snapshot(path.parent)
    with pytest.raises(kind) as caught:
        Journal.open(path)
    assert type(caught.value) is kind
    assert snapshot(path.parent) == before
    message = str(caught.value)
    assert "\n" not in message
    assert SECRET not in message
    return message


def snapshot(folder: Path) -> dict[str, object]:
    return {
        str(p): (p.read_bytes() if p.is_file() and not p.is_symlink() else None, p.lstat().st_mode)
        for p in folder.rglob("*")
    }


def test_a_missing_folder_is_made_private_and_the_journal_too(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        path = tmp_path / "a" / "b" / "journal.db"
        Journal.open(path).save_debrief(debrief())
    finally:
        os.umask(old)
    modes = [stat.S_IMODE(p.stat().st_mode) for p in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]
    assert [p.name for p in path.parent.iterdir()] == ["journal.db"]


def test_reading_what_is_not_there_makes_nothing(path: Path) -> None:
    with pytest.raises(NotFound):
        Journal.open(path, read_only=True)
    assert not path.parent.exists()


def test_each_cause_that_sqlite_tells_alike_is_named(path: Path) -> None:
    path.parent.mkdir()
    path.mkdir()
    assert "is a folder" in refused(path, NotAllowed)
    path.rmdir()
    path.symlink_to(path.parent / "gone.db")
    assert "a link that leads nowhere" in refused(path, NotAllowed)
    path.unlink()
    os.mkfifo(path)
    assert "not a plain file" in refused(path, NotAllowed)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(AfterwordError) as caught:
        Journal.open(tmp_path / "data" / "journal.db")
    assert "\n" not in str(caught.value)


def test_a_journal_that_may_not_be_read_is_told(used: Path) -> None:
    used.chmod(0)
    (line,) = said("tried(lambda: Journal.open(path))", used)
    assert line == "NotAllowed 77 PATH cannot be read: no permission."


ONLY_READ = """
journal = Journal.open(path)
print(journal.read_only, len(journal.histories()), len(journal.everything().tables["opportunity"]))
tried(lambda: journal.save_debrief(debrief("New")))
tried(journal.undo)
"""


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_file_or_folder_is_read_and_not_written(used: Path, what: str) -> None:
    target, mode = (used, 0o400) if what == "file" else (used.parent, 0o500)
    target.chmod(mode)
    try:
        lines = said(ONLY_READ, used)
    finally:
        target.chmod(0o700)
    assert lines[0] == "True 60 60"
    assert [line.split()[:2] for line in lines[1:]] == [["NotAllowed", "77"]] * 2
    assert len(employers(used)) == 60


def test_a_new_journal_in_a_read_only_folder_is_told(path: Path) -> None:
    path.parent.mkdir(mode=0o500)
    (line,) = said("tried(lambda: Journal.open(path))", path)
    assert line.startswith("NotAllowed 77 The journal PATH cannot be made: no permission")
    assert list(path.parent.iterdir()) == []


def test_an_empty_file_becomes_a_private_journal(path: Path) -> None:
    path.parent.mkdir()
    path.touch(0o644)
    Journal.open(path).save_debrief(debrief())
    assert employers(path) == ["Northwind"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_empty_file_that_was_once_a_journal_is_not_begun_anew(used: Path) -> None:
    copy = Journal.open(used).back_up()
    assert copy
    os.truncate(used, 0)
    message = refused(used, JournalDamaged)
    assert "0 bytes" in message
    assert str(copy) in message
    assert backups.is_whole(copy)


def test_an_empty_file_with_drafts_beside_it_is_not_begun_anew(path: Path) -> None:
    drafts = Places(path).drafts
    drafts.mkdir(parents=True)
    (drafts / "a.json").write_text("{}")
    path.touch()
    assert "0 bytes" in refused(path, JournalDamaged)


@pytest.mark.parametrize("cut", [1, 100, 512, 4095, 4096, 8192, 40_000, "half", "header", "begun"])
def test_a_journal_that_was_cut_off_is_told_and_left(used: Path, cut: int | str) -> None:
    size = used.stat().st_size
    left = {"half": size // 2 // 4096 * 4096, "header": 100, "begun": 50}.get(str(cut), 0) or size - int(cut)
    os.truncate(used, left)
    refused(used, JournalDamaged)


@pytest.mark.parametrize(
    "data", [b"Dear Dana,\n" * 500, b"{}", b"\x00" * 8192, b"SQLite format 3\x00" + b"\xff" * 4080]
)
def test_what_is_not_a_database_is_told_and_left(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    refused(path, JournalDamaged)


def test_the_database_of_another_program_is_told_and_left(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE opportunity (id INTEGER)")
    assert "not an Afterword journal" in refused(path, JournalDamaged)


@pytest.mark.parametrize("revision", ["zz99", "9999", ""])
def test_a_newer_or_unknown_revision_is_told_and_left(used: Path, revision: str) -> None:
    change(used, "UPDATE alembic_version SET version_num = ?", revision)
    assert "newer Afterword" in refused(used, JournalTooNew)


def test_a_journal_that_does_not_say_its_version_is_damaged_not_new(used: Path) -> None:
    change(used, "DELETE FROM alembic_version")
    refused(used, JournalDamaged)
    change(used, "DROP TABLE alembic_version")
    refused(used, JournalDamaged)


def change(path: Path, statement: str, *values: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)


def test_programs_that_make_the_journal_at_once_make_one(path: Path) -> None:
    script = (
        "sys.stdin.readline()\ntried(lambda: Journal.open(path).save_debrief(debrief(sys.argv[2])).label)"
    )
    children = [child(script, path, f"E{n}") for n in range(4)]
    for process in children:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    ends = [process.communicate(timeout=60) for process in children]
    assert ends == [(f"done interview with E{n}\n", "") for n in range(4)]
    assert employers(path) == ["E0", "E1", "E2", "E3"]
    assert [p.name for p in path.parent.iterdir()] == ["journal.db"]


HOT = """
with sqlite3.connect(path, isolation_level=None) as c:
    c.execute("PRAGMA cache_size=2")
    c.execute("BEGIN IMMEDIATE")
    c.execute("UPDATE opportunity SET employer = 'Wrong', source = hex(zeroblob(5000))")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("read_only", [False, True])
def test_a_write_cut_off_by_a_kill_is_rolled_back_when_opened(used: Path, read_only: bool) -> None:
    child(HOT, used).communicate(timeout=60)
    assert used.with_name("journal.db-journal").exists()
    journal = Journal.open(used, read_only=read_only)
    assert "Wrong" not in {h.opportunity.employer for h in journal.histories()}
    assert len(journal.histories()) == 60
    assert is_sound(used)


def test_a_program_that_only_reads_goes_on_after_another_was_killed(used: Path) -> None:
    journal = Journal.open(used, read_only=True)
    child(HOT, used).communicate(timeout=60)
    assert used.with_name("journal.db-journal").exists()
    assert len(journal.histories()) == 60


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "what?.db", "a#b.db", "ü.db", "'\".db", "noending"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    Journal.open(path).save_debrief(debrief())
    assert employers(path) == ["Northwind"]
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_relative_name_stays_the_same_file_when_the_folder_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    journal = Journal.open(Path("journal.db"))
    monkeypatch.chdir("/")
    journal.save_debrief(debrief())
    assert employers(tmp_path / "journal.db") == ["Northwind"]


def test_a_letter_changed_by_the_disk_is_told_when_it_makes_an_entry_unreadable(used: Path) -> None:
    with closing(sqlite3.connect(used)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE interview SET start_day = '2026-1x-10' WHERE id = 7")
    with pytest.raises(JournalDamaged):
        Journal.open(used).histories()


def test_text_that_is_no_text_any_more_is_told(used: Path) -> None:
    change(used, "UPDATE point SET text = CAST(x'c3284e' AS TEXT) WHERE id = 7")
    with pytest.raises(JournalDamaged):
        Journal.open(used).histories()


def whole_use(path: Path) -> str:
    """What is told when a person does a bit of everything; "" for nothing."""
    try:
        journal = Journal.open(path)
        journal.histories()
        journal.known()
        journal.changes()
        journal.save_debrief(debrief("New"))
        while journal.undo():
            pass
        while journal.redo():
            pass
        journal.back_up()
        journal.restore_everything(journal.everything())
    except AfterwordError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("seed", range(40))
def test_whatever_bytes_are_changed_only_our_errors_are_raised(used: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(used.read_bytes())
    for _ in range(chance.choice((1, 10, 300))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    used.write_bytes(data)
    told = whole_use(used)
    assert "\n" not in told
    assert SECRET not in told
