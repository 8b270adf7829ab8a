"""Locks on small files of our own; the system frees them when the program that holds them ends."""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path
from types import TracebackType

from app.errors import JournalBusy
from app.storage.disk import NO_LOCKS, told

CANNOT_LOCK = "This folder cannot lock files (network drive?)."


class Claim:
    """A held lock; released once, by `release` or at the end of a `with`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path, self._handle = path, handle

    def release(self) -> None:
        """Free the lock and remove its file."""
        if self._handle < 0:
            return
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(self._handle)
        self._handle = -1

    def __enter__(self) -> Claim:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def claimed(path: Path) -> Claim | None:
    """Hold the lock file `path` (made 0600); None where another program, or another claim of this one, holds
    it.

    Raises JournalBusy where the folder cannot lock, DiskTrouble or NotAllowed where the file cannot be made.
    """
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise told(error, "The draft cannot be claimed") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            if isinstance(error, BlockingIOError):
                return None
            if error.errno in NO_LOCKS:
                raise JournalBusy(CANNOT_LOCK) from error
            raise told(error, "The draft cannot be claimed") from error
        if _still_there(path, handle):
            return Claim(path, handle)
        os.close(handle)


def _still_there(path: Path, handle: int) -> bool:
    """Whether `path` is still the file behind `handle`: the holder before may have removed it in between."""
    try:
        found = path.stat()
    except OSError:
        return False
    held = os.fstat(handle)
    return (found.st_dev, found.st_ino) == (held.st_dev, held.st_ino)
