"""Connections and transactions: each piece of work opens the file, is one transaction, and closes it.

The settings are those of design/faults.md 2.2, measured there: rollback journal (one file at rest, readable
on a full disk or read-only), synchronous EXTRA (a power cut after a commit loses nothing), BEGIN IMMEDIATE
for what writes (no upgrade of a lock half-way), short waits in a loop around the whole piece of work (opening
and COMMIT can be refused too). So a piece of work must have no effect but its transaction: it may be run
again.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from app.errors import JournalMoved, JournalTooNew, NotAllowed
from app.storage.duefile import stamp_of
from app.storage.sqlite_errors import MOVED, cannot_open, damaged, explained, is_busy
from app.storage.values import Stamp

T = TypeVar("T")
Work = Callable[[Connection], T]

WAIT = 0.25
"""Seconds for which SQLite itself waits for a lock."""
PATIENCE = 5.0
"""Seconds for which a piece of work is tried again."""
TELL_AFTER = 1.0
"""Seconds of waiting after which the person is told."""


def connect(path: Path, mode: str, *, foreign_keys: bool = True) -> sqlite3.Connection:
    """A connection in autocommit; `mode` is "ro" or "rw", never one that makes a file.

    Raises sqlite3.Error; NotAllowed where the file's kind of journal cannot be changed.
    """
    connection = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        timeout=WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        if mode == "rw":
            _ask_for_rollback_journal(connection, path)
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA trusted_schema=OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def _ask_for_rollback_journal(connection: sqlite3.Connection, path: Path) -> None:
    """SQLite refuses by its answer, not by an error."""
    (answer,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    if answer != "delete":
        raise NotAllowed(f"{path} keeps a “{answer}” journal and cannot be written safely.")


def engine_for(path: Path, mode: str, *, foreign_keys: bool = True) -> Engine:
    """An engine without a pool; its transactions are real ones."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, mode, foreign_keys=foreign_keys),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """The driver's own transactions leave out DDL and reads; with these, BEGIN means BEGIN."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def patiently(
    work: Callable[[], T],
    path: Path,
    *,
    on_busy: Callable[[], None] | None = None,
    patience: float | None = None,
) -> T:
    """Do `work`, again while another program holds the file; its errors in our words.

    `on_busy` is called once, when it has taken a second. Raises JournalBusy after `patience` seconds.
    """
    started, told = time.monotonic(), False
    while True:
        tried = time.monotonic()
        try:
            return work()
        except UnicodeDecodeError as error:
            # The driver cannot even read SQLite's message, which quotes a damaged catalogue.
            raise damaged(path) from error
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if not isinstance(cause, sqlite3.Error):
                raise
            waited = time.monotonic() - started
            if not is_busy(cause) or waited >= (PATIENCE if patience is None else patience):
                raise explained(cause, path) from error
            if on_busy and not told and waited >= TELL_AFTER:
                told = True
                on_busy()
            if time.monotonic() - tried < WAIT / 2:
                time.sleep(WAIT / 5)


class Database:
    """One open journal file: pieces of work, each one transaction.

    Raises, from both methods: JournalBusy, JournalDamaged, JournalMoved, DiskTrouble, NotAllowed.
    """

    def __init__(
        self, path: Path, *, read_only: bool, revision: str, on_busy: Callable[[], None] | None = None
    ) -> None:
        self.path, self.read_only, self._revision = path, read_only, revision
        self._on_busy = on_busy
        self._engine = engine_for(path, "ro" if read_only else "rw")
        self._writing = self._engine.execution_options(writes=True)
        self._identity = self._present()

    def reading(self, work: Work[T]) -> T:
        """Do `work` on one state of the journal."""

        def once() -> T:
            self._check()
            if self.read_only:
                self._roll_back_what_was_cut_off()
            with self._engine.connect() as connection, connection.begin():
                self._check_revision(connection)
                return work(connection)

        return patiently(once, self.path, on_busy=self._on_busy)

    def writing(self, work: Work[T]) -> T:
        """Do `work` and put it on the disk, or change nothing."""
        if self.read_only:
            raise NotAllowed(f"{self.path} is opened read-only. Nothing was saved.")

        def once() -> tuple[T, Stamp | None]:
            self._check()
            with self._writing.begin() as connection:
                self._check()
                self._check_revision(connection)
                before = stamp_of(self.path)
                return work(connection), before

        done, before = patiently(once, self.path, on_busy=self._on_busy)
        self._move_stamp_on(before)
        return done

    def _roll_back_what_was_cut_off(self) -> None:
        """A program killed while writing left that to the next: a read-only connection cannot do it."""
        if self.path.with_name(f"{self.path.name}-journal").exists():
            with (
                contextlib.suppress(sqlite3.Error),
                contextlib.closing(connect(self.path, "rw")) as connection,
            ):
                connection.execute("SELECT count(*) FROM sqlite_master")

    def _present(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except OSError as error:
            raise cannot_open(self.path) from error
        return found.st_dev, found.st_ino

    def _check(self) -> None:
        """The file is still the one that was opened: SQLite would not tell of another in its place."""
        if self._present() != self._identity:
            raise JournalMoved(MOVED)

    def _check_revision(self, connection: Connection) -> None:
        """A newer program may have brought the journal up to date while this one had it open."""
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if found != self._revision:
            raise JournalTooNew(
                f"{self.path} was brought to a newer version meanwhile; start Afterword again."
            )

    def _move_stamp_on(self, before: Stamp | None) -> None:
        """Two commits within one tick of the file system's clock must not leave the same stamp."""
        after = stamp_of(self.path)
        if before and after and after[0] <= before[0] and after[2] == before[2]:
            with contextlib.suppress(OSError):
                os.utime(self.path, ns=(after[0], before[0] + 1))
