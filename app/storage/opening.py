"""Opening a journal: look before touching, make a new one whole or not at all.

The order is that of design/faults.md 2.2: `stat`, then a look through a read-only connection (is it ours,
which revision, is it whole), then a copy and the migration if it is behind, and only then a connection that
can write.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import JournalDamaged, JournalTooNew, NotAllowed, NotFound
from app.paths import Places
from app.storage import creating
from app.storage.database import Database, connect, patiently
from app.storage.disk import make_private, told
from app.storage.migrations import APPLICATION_ID, SHIPPED, Migrations
from app.storage.sqlite_errors import cannot_open, is_hot, last_copy


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a look at the file showed; `blank` has no table in it."""

    revision: str = ""
    blank: bool = False


def opened(
    path: Path,
    *,
    now: Callable[[], datetime],
    read_only: bool = False,
    on_busy: Callable[[], None] | None = None,
    migrations: Migrations = SHIPPED,
) -> Database:
    """The journal at `path`, made where there is none, brought up to date where it is behind.

    Raises JournalDamaged, JournalTooNew, JournalBusy, DiskTrouble, NotAllowed; NotFound where there is none
    and it is to be read only. Nothing was written then, but a verified copy.
    """
    path = path.absolute()
    if not os.path.lexists(path):
        if read_only:
            raise NotFound(f"There is no journal at {path}.")
        _make(path)
    _check_kind(path)
    seen = patiently(lambda: _look(path), path, on_busy=on_busy)
    read_only = read_only or not _writable(path)
    if seen.blank:
        _fill(path, read_only=read_only, on_busy=on_busy)
    elif seen.revision not in migrations.revisions:
        raise JournalTooNew(
            f"{path} was written by a newer Afterword ({seen.revision}); update it. Nothing was changed."
        )
    elif seen.revision != migrations.head:
        _bring_up(path, migrations, now=now, read_only=read_only)
    return Database(path, read_only=read_only, revision=migrations.head, on_busy=on_busy)


def _make(path: Path) -> None:
    try:
        make_private(path.parent)
        creating.create(path)
    except OSError as error:
        raise told(error, f"The journal {path} cannot be made") from error


def _check_kind(path: Path) -> None:
    """Raises what SQLite would tell as one error for many causes."""
    try:
        plain = path.is_file()
    except OSError:
        plain = False
    if not plain or not os.access(path, os.R_OK):
        raise cannot_open(path)
    if path.stat().st_size == 0 and _was_used(path):
        raise JournalDamaged(
            f"{path} is empty (0 bytes); {last_copy(path)} Put a copy in its place, or delete the empty file."
        )


def _was_used(path: Path) -> bool:
    """Whether copies or drafts beside the file say that it once held something."""
    places = Places(path)
    return any(places.backups.glob("*.db")) or any(places.drafts.glob("*.json"))


def _look(path: Path) -> _Seen:
    """What the file is. Raises JournalDamaged, or sqlite3.Error."""
    try:
        return _look_through(path, "ro")
    except sqlite3.Error as error:
        if not is_hot(error):
            raise
    return _look_through(path, "rw")


def _look_through(path: Path, mode: str) -> _Seen:
    with closing(connect(path, mode)) as connection:
        connection.execute("BEGIN")
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        # Under the lock just taken nobody is half-way through a write: the size is one of whole pages.
        (page,) = connection.execute("PRAGMA page_size").fetchone()
        if path.stat().st_size % page:
            raise JournalDamaged(f"{path} is cut off. Nothing was written; {last_copy(path)}")
        if not tables:
            return _Seen(blank=True)
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID or "alembic_version" not in tables:
            raise JournalDamaged(f"{path} is not an Afterword journal. Nothing was written.")
        revisions = [name for (name,) in connection.execute("SELECT version_num FROM alembic_version")]
        if len(revisions) != 1:
            raise JournalDamaged(
                f"{path} does not say which version it is. Nothing was written; {last_copy(path)}"
            )
        return _Seen(revision=str(revisions[0]))


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def _fill(path: Path, *, read_only: bool, on_busy: Callable[[], None] | None) -> None:
    """Make a journal of a file without anything in it."""
    if read_only:
        raise NotAllowed(f"{path} is empty and read-only. Nothing was written.")
    patiently(lambda: creating.fill(path), path, on_busy=on_busy)


def _bring_up(path: Path, migrations: Migrations, *, now: Callable[[], datetime], read_only: bool) -> None:
    if read_only:
        raise NotAllowed(f"{path} must be brought up to date and cannot be written. Nothing was changed.")
    from app.storage import backups, migrating

    backups.make(path, now(), reason=f"before-{migrations.head}")
    migrating.upgrade(path, migrations)
