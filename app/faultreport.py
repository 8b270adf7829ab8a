"""What is kept of a fault of the program's own: kinds of error and lines of code, never a text of the person."""

from __future__ import annotations

import contextlib
import os
import platform
import traceback
from datetime import datetime
from pathlib import Path

from app import __version__

FAULT = "Afterword stopped on a fault of its own. Your text is kept."
_NAME = "fault-report.txt"
_LONGEST = 64


def report_of(error: BaseException) -> str:
    """The report: versions, then for the error and each one before it its kind and the lines it came through."""
    parts = [
        f"afterword {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M}",
    ]
    seen: BaseException | None = error
    for _ in range(8):  # a chain of errors may be a ring
        if seen is None:
            break
        # The message is left out: it may quote what the person typed.
        parts.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        frames = traceback.extract_tb(seen.__traceback__)[-_LONGEST:]
        parts += [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(parts) + "\n"


def keep_report(error: BaseException, folder: Path) -> Path | None:
    """Write the report into `folder` (made where it is missing), readable by the owner only; None if it cannot."""
    path = folder / _NAME
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(report_of(error))
        return path
    return None


def fault_told(error: BaseException, folder: Path | None) -> str:
    """The line for the person after a fault of the program's own; the report of it is kept in `folder`, if given."""
    report = keep_report(error, folder) if folder is not None else None
    return f"{FAULT} A report without it is in {report}." if report else FAULT


def _short(filename: str) -> str:
    """The part of a path that tells the module; what is before it may name the person."""
    parts = Path(filename).parts
    for root in ("site-packages", "app"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) - 1 :])
    return parts[-1] if parts else filename
