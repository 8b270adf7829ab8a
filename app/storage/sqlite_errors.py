"""SQLite's errors in plain words, told apart by their names, never by their texts."""

from __future__ import annotations

import contextlib
import fcntl
import os
import sqlite3
import stat
from pathlib import Path

from app.errors import AfterwordError, DiskTrouble, JournalBusy, JournalDamaged, JournalMoved, NotAllowed
from app.paths import Places
from app.storage.claims import CANNOT_LOCK
from app.storage.disk import NO_LOCKS

MOVED = "The journal was moved away or replaced while it was open. Nothing was written; open it again."
_SMALL = 256 * 1024
"""Free bytes under which a refused write is put down to a full disk."""


def is_busy(error: sqlite3.Error) -> bool:
    """Whether trying again may help."""
    return _name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def is_hot(error: sqlite3.Error) -> bool:
    """Whether a read-only opening met a write that was cut off and must first be rolled back."""
    return _name(error) in {"SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY", "SQLITE_CANTOPEN"}


def explained(error: sqlite3.Error, path: Path) -> AfterwordError:
    """The error as one line of ours; `path` is the journal."""
    name = _name(error)
    for start, explain in _EXPLAINED.items():
        if name.startswith(start):
            return explain(path)
    if not name:
        return damaged(path)
    return AfterwordError(
        f"The journal refused this ({name}). Nothing was saved; what you typed is still here."
    )


def cannot_open(path: Path) -> AfterwordError:
    """Why SQLite cannot open `path`: it has one message for many causes."""
    try:
        found = path.stat()
    except OSError as error:
        return _unreachable(path, error)
    if stat.S_ISDIR(found.st_mode):
        return NotAllowed(f"{path} is a folder, not a journal.")
    if not stat.S_ISREG(found.st_mode):
        return NotAllowed(f"{path} is not a plain file, so it cannot be a journal.")
    if not os.access(path, os.R_OK):
        return NotAllowed(f"{path} cannot be read: no permission.")
    return NotAllowed(f"{path} cannot be opened; nothing was written.")


def _unreachable(path: Path, error: OSError) -> AfterwordError:
    if path.is_symlink():
        return NotAllowed(f"{path} is a link that leads nowhere. Nothing was written.")
    if isinstance(error, FileNotFoundError):
        return JournalMoved(MOVED)
    return NotAllowed(f"{path} cannot be reached: {error.strerror or 'no permission'}.")


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "") or ""


def _busy(path: Path) -> AfterwordError:
    if not _folder_locks(path):
        return JournalBusy(f"{CANNOT_LOCK} Nothing was saved; move the journal to a local disk.")
    return JournalBusy("Busy: another program holds the journal. Nothing was saved; try again.")


def _folder_locks(path: Path) -> bool:
    """Whether the folder can lock files: SQLite says "locked" where it cannot."""
    lock = Places(path).lock
    with contextlib.suppress(OSError):
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in NO_LOCKS
        finally:
            os.close(handle)
    return True


def _full(path: Path) -> AfterwordError:  # noqa: ARG001  (one shape for all)
    return DiskTrouble("Not saved: the disk is full. Free some space and save again.")


def _disk_error(path: Path) -> AfterwordError:
    with contextlib.suppress(OSError):
        room = os.statvfs(path)
        if room.f_bavail * room.f_frsize < _SMALL:
            return _full(path)
    return DiskTrouble("Not saved: the disk reported an error, or a quota is used up. Try again.")


def _read_only(path: Path) -> AfterwordError:
    return NotAllowed(f"{path} is read-only, or its folder is. Everything can be read, nothing saved.")


def _moved(path: Path) -> AfterwordError:  # noqa: ARG001  (one shape for all)
    return JournalMoved(MOVED)


def damaged(path: Path) -> AfterwordError:
    """The journal is not whole."""
    return JournalDamaged(f"{path} is damaged. Nothing was written; {last_copy(path)}")


def _no_journal(path: Path) -> AfterwordError:
    return JournalDamaged(f"{path} is not an Afterword journal. Nothing was written.")


def last_copy(path: Path) -> str:
    """Where the latest verified copy is, as the end of a sentence."""
    copies = sorted(Places(path).backups.glob("*.db"))
    return f"the last verified copy is {copies[-1]}." if copies else "there is no copy beside it."


_EXPLAINED = {
    "SQLITE_BUSY": _busy,
    "SQLITE_LOCKED": _busy,
    "SQLITE_FULL": _full,
    "SQLITE_READONLY_DBMOVED": _moved,
    "SQLITE_READONLY": _read_only,
    "SQLITE_PERM": _read_only,
    "SQLITE_CANTOPEN": cannot_open,
    "SQLITE_NOTADB": _no_journal,
    "SQLITE_CORRUPT": damaged,
    "SQLITE_FORMAT": damaged,
    "SQLITE_IOERR": _disk_error,
    "SQLITE_NOLFS": _disk_error,
}
"""By the beginning of the name; the more special ones first."""
