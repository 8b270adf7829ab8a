"""An upgrade happens whole or not at all, after a verified copy, whoever else is about."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from storage_faults import child, debrief, is_sound, next_version

from app.errors import AfterwordError, DiskTrouble, JournalDamaged, JournalTooNew, NotAllowed
from app.paths import Places
from app.storage import backups
from app.storage.database import Database
from app.storage.journal import Journal
from app.storage.migrations import Migrations
from app.storage.opening import opened

REBUILD = """
with op.batch_alter_table("opportunity", recreate="always") as batch:
    batch.add_column(sa.Column("stars", sa.Integer(), nullable=False, server_default="0"))
"""

FILL = """
op.execute("PRAGMA max_page_count=1")
op.execute("CREATE TABLE t AS SELECT hex(zeroblob(9000)) AS x")
"""


@pytest.fixture
def used(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "journal.db"
    Journal.open(path).save_debriefs(debrief(f"Employer {n}") for n in range(20))
    return path


def now() -> datetime:
    return datetime(2026, 11, 12, 14, 3, tzinfo=UTC)


def upgraded(path: Path, migrations: Migrations) -> Database:
    return opened(path, now=now, migrations=migrations)


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def columns(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(opportunity)")]


def copies(path: Path) -> list[Path]:
    return sorted(Places(path).backups.glob("*.db"))


def test_an_upgrade_keeps_every_row_and_leaves_a_whole_copy_of_before(used: Path, tmp_path: Path) -> None:
    before = content(used)
    upgraded(used, next_version(tmp_path, REBUILD))
    assert "stars" in columns(used)
    (copy,) = copies(used)
    assert copy.name == "2026-11-12T140300Z-before-0002.db"
    assert backups.is_whole(copy)
    assert content(copy) == before
    assert {p.stat().st_mode & 0o777 for p in copy.parent.iterdir()} == {0o600}
    with closing(sqlite3.connect(used)) as connection:
        counts = [
            connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0]
            for t in ("opportunity", "interview", "point")
        ]
    assert counts == [20, 20, 20]
    assert is_sound(used)


def test_alembic_is_loaded_only_for_an_upgrade(used: Path) -> None:
    script = "Journal.open(path).histories(); print('alembic' in sys.modules)"
    assert child(script, used).communicate(timeout=60) == ("False\n", "")


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        ("raise ValueError('a fault of the revision')", AfterwordError),
        ("op.execute('SELECT nothing FROM nowhere')", AfterwordError),
        (FILL, DiskTrouble),
        ("op.execute('DELETE FROM point WHERE id = 3')", JournalDamaged),
        ("op.execute('DELETE FROM interview WHERE id = 3')", JournalDamaged),
        ("op.execute('UPDATE point SET interview_id = 99 WHERE id = 3')", JournalDamaged),
    ],
)  # fmt: skip
def test_an_upgrade_that_fails_changes_nothing_and_can_be_tried_again(
    used: Path, tmp_path: Path, trouble: str, kind: type[AfterwordError]
) -> None:
    before = content(used)
    with pytest.raises(kind) as caught:
        upgraded(used, next_version(tmp_path, REBUILD + trouble))
    assert "\n" not in str(caught.value)
    assert content(used) == before
    assert is_sound(used)
    Journal.open(used).save_debrief(debrief("still the old version"))
    upgraded(used, next_version(tmp_path, REBUILD))
    assert "stars" in columns(used)
    assert all(map(backups.is_whole, copies(used)))
    assert len(copies(used)) == 2


def test_a_revision_may_take_rows_away_where_it_says_so(used: Path, tmp_path: Path) -> None:
    body = "context.config.attributes['changes_rows_of'].add('point')\nop.execute('DELETE FROM point WHERE id = 3')"
    upgraded(used, next_version(tmp_path, body))
    with closing(sqlite3.connect(used)) as connection:
        assert connection.execute("SELECT count(*) FROM point").fetchone() == (19,)


UPGRADE = """
from app.storage.migrations import REVISIONS, Migrations
from app.storage.opening import opened
migrations = Migrations(Path(sys.argv[2]), (*REVISIONS, "0002"))
print("ready", flush=True); sys.stdin.readline()
tried(lambda: opened(path, now=lambda: datetime(2026, 11, 12, tzinfo=UTC), migrations=migrations).read_only)
"""


def test_an_upgrade_that_is_killed_half_way_changes_nothing(used: Path, tmp_path: Path) -> None:
    before = content(used)
    killed = next_version(tmp_path, REBUILD + "os.kill(os.getpid(), signal.SIGKILL)")
    process = child(UPGRADE, used, str(killed.location))
    assert process.communicate("\n", timeout=60)[0] == "ready\n"
    assert process.returncode == -9
    assert content(used) == before
    upgraded(used, next_version(tmp_path, REBUILD))
    assert "stars" in columns(used)
    assert is_sound(used)


def test_programs_that_upgrade_at_once_upgrade_once(used: Path, tmp_path: Path) -> None:
    migrations = next_version(tmp_path, REBUILD)
    children = [child(UPGRADE, used, str(migrations.location)) for _ in range(3)]
    for process in children:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in children:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    assert [process.communicate(timeout=60) for process in children] == [("done False\n", "")] * 3
    assert columns(used).count("stars") == 1
    assert all(map(backups.is_whole, copies(used)))
    assert is_sound(used)


def test_a_program_of_the_old_version_writes_nothing_once_the_new_one_has_upgraded(
    used: Path, tmp_path: Path
) -> None:
    old = Journal.open(used)
    upgraded(used, next_version(tmp_path, REBUILD))
    before = content(used)
    with pytest.raises(JournalTooNew):
        old.save_debrief(debrief("Late"))
    with pytest.raises(JournalTooNew):
        old.histories()
    with pytest.raises(JournalTooNew):
        Journal.open(used)
    assert content(used) == before


def test_a_journal_that_is_only_to_be_read_is_not_upgraded(used: Path, tmp_path: Path) -> None:
    before = content(used)
    with pytest.raises(NotAllowed):
        opened(used, now=now, read_only=True, migrations=next_version(tmp_path, REBUILD))
    assert content(used) == before
    assert copies(used) == []


def test_without_a_whole_copy_there_is_no_upgrade(used: Path, tmp_path: Path) -> None:
    Places(used).backups.write_text("a file in the place of the folder")
    before = content(used)
    with pytest.raises(AfterwordError):
        upgraded(used, next_version(tmp_path, REBUILD))
    assert content(used) == before
