"""What time it is for the person: one place, so that tests and pictures can hold it still."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]


def now() -> datetime:
    """The present moment, aware, in the zone the system has at this moment (not that of the start)."""
    return datetime.now().astimezone()


def zone_name() -> str:
    """The IANA name of the system's zone ("Europe/Berlin"); "" where the system does not tell it.

    TZ comes first, then the link of /etc/localtime, then /etc/timezone: the first is what libc follows, and the last
    is often stale.
    """
    given = os.environ.get("TZ", "").lstrip(":")
    if given:
        return given if _known(given) else ""
    for name in (_of_link(Path("/etc/localtime")), _of_file(Path("/etc/timezone"))):
        if name and _known(name):
            return name
    return ""


def _of_link(path: Path) -> str:
    try:
        target = str(path.readlink()) if path.is_symlink() else ""
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]


def _of_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _known(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
