"""Ways to bring trouble upon a journal, for the tests beside this."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

from app.domain.facts import Debrief, Interview, Moment, Opportunity, Point, PointKind
from app.storage.journal import Journal
from app.storage.migrations import REVISIONS, SHIPPED, Migrations

SECRET = "what nobody else should read"

HEAD = """
import os, resource, signal, sqlite3, sys
from datetime import UTC, date, datetime
from pathlib import Path
from app.domain.facts import Debrief, Interview, Moment, Opportunity, Point, PointKind
from app.errors import AfterwordError
from app.storage.journal import Journal
path = Path(sys.argv[1])
def debrief(employer, text="note"):
    points = (Point(kind=PointKind.TOPIC, text=text),)
    return Debrief(
        opportunity=Opportunity(employer=employer),
        interview=Interview(start=Moment(date(2026, 11, 10)), points=points),
    )
def tried(work):
    try: print("done", work())
    except AfterwordError as error: print(type(error).__name__, error.exit_code, str(error).replace(str(path), "PATH"))
    sys.stdout.flush()
"""


def debrief(employer: str = "Northwind", text: str = SECRET) -> Debrief:
    points = (Point(kind=PointKind.TOPIC, text=text),)
    interview = Interview(start=Moment(date(2026, 11, 10)), points=points)
    return Debrief(opportunity=Opportunity(employer=employer), interview=interview)


def child(script: str, path: Path, *arguments: str) -> subprocess.Popen[str]:
    """A Python process that runs `script` after `HEAD`; the caller ends it."""
    return subprocess.Popen(
        [sys.executable, "-c", HEAD + script, str(path), *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def said(script: str, path: Path, *arguments: str) -> list[str]:
    """The lines that such a process prints, as somebody who is not above permissions."""
    call = [sys.executable, "-c", HEAD + script, str(path), *arguments]
    if os.geteuid() == 0:
        call = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *call]
    run = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)
    assert run.stderr == ""
    return run.stdout.splitlines()


def employers(path: Path) -> list[str]:
    return sorted(history.opportunity.employer for history in Journal.open(path).histories())


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        answers = [
            connection.execute(f"PRAGMA {check}").fetchall()
            for check in ("integrity_check", "foreign_key_check")
        ]
    return answers == [[("ok",)], []]


def next_version(folder: Path, body: str, name: str = "0002") -> Migrations:
    """The migrations of a later Afterword, whose last revision does `body`."""
    location = folder / "migrations"
    if not location.exists():
        shutil.copytree(SHIPPED.location, location, ignore=shutil.ignore_patterns("__pycache__"))
    text = f"import os, signal\nimport sqlalchemy as sa\nfrom alembic import context, op\n\nrevision = {name!r}\n"
    text += f"down_revision = {REVISIONS[-1]!r}\n\n\ndef upgrade():\n"
    lines = "".join(f"    {line}\n" for line in body.strip().splitlines())
    (location / "versions" / f"{name}_next.py").write_text(text + lines)
    return Migrations(location, (*REVISIONS, name))
