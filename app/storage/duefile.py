"""The small file beside the journal from which `afterword due --count` answers without loading the database.

It holds the day from which each due step counts, and the stamp of the journal those were computed from.
Offers are not counted: they are for the caller to leave out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.paths import Places
from app.storage.disk import told, write_whole
from app.storage.values import Stamp

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class DueRow:
    """One step: the day from which it is due, from which it is late (None: never), its opportunity."""

    day: date
    late: date | None = None
    opportunity: int = 0


def stamp_of(journal: Path) -> Stamp | None:
    """The stamp of the file, None where there is none. One `stat`, no SQLite."""
    try:
        found = os.stat(journal)  # noqa: PTH116  (5 us; asked for each second)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def write(
    journal: Path, rows: Iterable[DueRow], *, stamp: Stamp, until: date | None = None, key: str = ""
) -> None:
    """Keep `rows` for `count`.

    `stamp` is that of the journal taken *before* its facts were read, so that a change made meanwhile makes
    the file stale instead of wrong. `until` is the last day for which the rows hold (None: until the journal
    changes). `key` is whatever else they depend on (region, version of the rules); `count` wants the same.
    Raises DiskTrouble, NotAllowed.
    """
    held = {
        "format": _FORMAT,
        "stamp": list(stamp),
        "key": key,
        "until": until.isoformat() if until else None,
        "rows": [[r.day.isoformat(), r.late.isoformat() if r.late else None, r.opportunity] for r in rows],
    }
    try:
        write_whole(Places(journal).due, json.dumps(held).encode())
    except OSError as error:
        raise told(error, "The count of what is due is not kept") from error


def count(journal: Path, today: date, *, key: str = "") -> int | None:
    """How many steps are due on `today`; None where the file is missing, stale or unreadable and must be made
    anew.

    A journal that does not exist has nothing due.
    """
    stamp = stamp_of(journal)
    if stamp is None:
        return 0 if _missing(journal) else None
    try:
        held = json.loads(Places(journal).due.read_text(encoding="utf-8"))
        if (held["format"], tuple(held["stamp"]), held["key"]) != (_FORMAT, stamp, key):
            return None
        if held["until"] is not None and today > date.fromisoformat(held["until"]):
            return None
        return sum(date.fromisoformat(row[0]) <= today for row in held["rows"])
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def foremost(journal: Path, many: int) -> list[int]:
    """The opportunities of the most pressing steps, as they were when the file was written; [] where it is missing.

    It may be old: what is at these opportunities now has to be read.
    """
    try:
        held = json.loads(Places(journal).due.read_text(encoding="utf-8"))
        numbers = [int(row[2]) for row in sorted(held["rows"], key=lambda row: str(row[0]))]
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return []
    return list(dict.fromkeys(numbers))[:many]


def _missing(journal: Path) -> bool:
    """Whether the journal is plainly not there; a link that leads nowhere or a closed folder is something
    else.
    """
    try:
        os.lstat(journal)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False
