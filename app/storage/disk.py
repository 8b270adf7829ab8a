"""Files written whole or not at all, and the system's errors in plain words. Imports nothing heavy."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from app.errors import AfterwordError, DiskTrouble, NotAllowed

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}
PRIVATE_FOLDER = 0o700


def told(error: OSError, kept: str) -> AfterwordError:
    """The error as one line; `kept` says what became of the text ("The draft is not kept")."""
    if error.errno in _FULL:
        return DiskTrouble(f"{kept}: the disk is full. Free some space.")
    if error.errno in _REFUSED:
        return NotAllowed(f"{kept}: no permission to write here.")
    if error.errno == errno.EIO:
        return DiskTrouble(f"{kept}: the disk reported an error.")
    return DiskTrouble(f"{kept}: {error.strerror or 'the system refused it'}.")


def make_private(folder: Path) -> None:
    """Make `folder`, and what is missing above it, readable by its owner only. Raises OSError."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_private(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=PRIVATE_FOLDER)


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` by a file of `data` that is on the disk when this returns. Raises OSError; nothing is
    left half done.
    """
    make_private(path.parent)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in `folder` on the disk: without it a new file may be gone after a power cut. Raises
    OSError.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
