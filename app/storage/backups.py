"""Verified copies of the journal, in `<journal>.backups/` beside it.

    2026-11-12T140300Z-before-0002.db            the copy, readable by its owner only
    2026-11-12T140300Z-before-0002.db.sha256     its SHA-256, in the form of sha256sum

A copy is made under a temporary name, checked, put on the disk, and only then named: what has a name is
whole. Copies made before a migration stay; of the daily ones seven are kept, and the first of each of twelve
months.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.errors import JournalBusy, JournalDamaged
from app.paths import Places
from app.storage.database import connect, patiently
from app.storage.disk import make_private, sync_folder, told, write_whole

DAILY = "daily"
_DEADLINE = 30.0
"""Seconds that a copy may take: SQLite's own copying waits for a lock without end."""
_PAGES = 2048
_DAYS, _MONTHS = 7, 12


def make(path: Path, now: datetime, *, reason: str) -> Path:
    """Copy the journal at `path`; gives the copy, which was found whole.

    Raises JournalDamaged where the journal is not whole (no copy is made then), JournalBusy, DiskTrouble,
    NotAllowed.
    """
    folder = Places(path).backups
    try:
        make_private(folder)
        part = folder / f".{secrets.token_hex(4)}.tmp"
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise told(error, "No copy of the journal can be made, so it is left as it is") from error
    try:
        patiently(lambda: _copy(path, part), path)
        return _named(part, folder, f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{reason}")
    except OSError as error:
        raise told(error, "No copy of the journal can be made, so it is left as it is") from error
    finally:
        for rest in (part, part.with_name(f"{part.name}-journal")):
            with contextlib.suppress(OSError):
                rest.unlink()


def daily(path: Path, now: datetime) -> Path | None:
    """Make the copy of this day, where there is none of the last 24 hours, and let old ones go.

    Raises as `make` does.
    """
    latest = max((when for _, when in _made(path)), default=None)
    if latest is not None and timedelta(0) <= now - latest < timedelta(hours=24):
        return None
    copy = make(path, now, reason=DAILY)
    for old in _no_longer_kept(path):
        for file in (old, _sum_of(old)):
            with contextlib.suppress(OSError):
                file.unlink()
    return copy


def is_whole(copy: Path) -> bool:
    """Whether a copy is as it was made: its SHA-256 agrees and SQLite finds nothing wrong."""
    try:
        expected = _sum_of(copy).read_text(encoding="ascii").split()[0]
        if _sum(copy) != expected:
            return False
        with closing(connect(copy, "ro")) as connection:
            _check(connection, copy)
    except (OSError, ValueError, IndexError, sqlite3.Error, JournalDamaged):
        return False
    return True


def _copy(path: Path, part: Path) -> None:
    """Copy and compare. Raises sqlite3.Error, JournalDamaged, JournalBusy."""
    until = time.monotonic() + _DEADLINE

    def in_time(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > until:
            raise JournalBusy(
                "Busy: another program holds the journal, so it could not be copied. Try again."
            )

    with closing(connect(path, "ro")) as source, closing(sqlite3.connect(part, isolation_level=None)) as copy:
        source.execute("BEGIN")
        _check(source, path)
        source.backup(copy, pages=_PAGES, progress=in_time, sleep=0.05)
        copy.execute("PRAGMA journal_mode=DELETE")
        _check(copy, path)
        if _counts(source) != _counts(copy):
            raise JournalDamaged(f"A copy of {path} does not have all its rows. Nothing was changed.")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    problems = connection.execute("PRAGMA quick_check(1)").fetchall()
    if problems != [("ok",)] or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise JournalDamaged(f"{path} is damaged. No copy was made and nothing was changed.")


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    count = 'SELECT count(*) FROM "{}"'  # the names are those of the catalogue
    return {name: connection.execute(count.format(name)).fetchone()[0] for (name,) in names}


def _named(part: Path, folder: Path, name: str) -> Path:
    """Put the copy on the disk and give it its name, one that is free."""
    handle = os.open(part, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    number, copy = 1, folder / f"{name}.db"
    while True:
        try:
            # Claims the name: two programs may be copying in the same second.
            os.close(os.open(_sum_of(copy), os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
            break
        except FileExistsError:
            number += 1
            copy = folder / f"{name}-{number}.db"
    write_whole(_sum_of(copy), f"{_sum(part)}  {copy.name}\n".encode("ascii"))
    part.rename(copy)
    sync_folder(folder)
    return copy


def _sum(copy: Path) -> str:
    with copy.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sum_of(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.sha256")


def _made(path: Path, reason: str = "") -> list[tuple[Path, datetime]]:
    """The copies with the times in their names, the earliest first."""
    found = []
    for copy in sorted(Places(path).backups.glob(f"*Z-{reason}*.db" if reason else "*.db")):
        with contextlib.suppress(ValueError):
            found.append((copy, datetime.strptime(copy.name[:18], "%Y-%m-%dT%H%M%S%z")))
    return found


def _no_longer_kept(path: Path) -> list[Path]:
    """The daily copies that are neither among the last seven nor the first of one of the last twelve months."""
    made = _made(path, DAILY)
    first_of_month: dict[str, Path] = {}
    for copy, when in made:
        first_of_month.setdefault(f"{when:%Y-%m}", copy)
    months = [first_of_month[month] for month in sorted(first_of_month)[-_MONTHS:]]
    kept = {*months, *(copy for copy, _ in made[-_DAYS:])}
    return [copy for copy, _ in made if copy not in kept]
