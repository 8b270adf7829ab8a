"""A journal of so many opportunities, six events each: one told through the journal, the others copied from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.facts import (
    Debrief,
    Interview,
    Message,
    MessageKind,
    Moment,
    Opportunity,
    Person,
    Point,
    PointKind,
    Word,
)
from app.storage.journal import Journal

NOW = datetime(2026, 11, 23, 16, 5, tzinfo=ZoneInfo("Europe/Berlin"))
OPEN_ONE_IN = 20  # a realistic mix: one in twenty is still open
_APART = 100  # ids of one opportunity's rows lie closer together than this
_IDS = {"id", "opportunity_id", "interview_id", "word_id", "message_id", "person_id"}
_TABLES = (
    "opportunity",
    "person",
    "interview",
    "meeting",
    "point",
    "word",
    "message",
    "recipient",
    "promise",
)


def journal_of(opportunities: int, folder: Path) -> Path:
    """The file of a new journal in `folder`."""
    path = folder / f"journal-{opportunities}.db"
    _tell_one(Journal.open(path, now=lambda: NOW))
    with sqlite3.connect(path) as connection:
        for table in _TABLES:
            _copy(connection, table, opportunities)
    connection.close()
    return path


def _tell_one(journal: Journal) -> None:
    journal.set_setting("region", "DE-BE")
    dana, day = Person(name="Dana Lee"), NOW.date() - timedelta(20)
    saved = journal.save_debrief(Debrief(
        opportunity=Opportunity(employer="Northwind", role="Platform engineer"),
        interview=Interview(start=Moment(day), met=(dana,), points=tuple(
            Point(kind=PointKind.WENT_WELL, text=f"Point {n} of what went well there") for n in range(4)
        )),
    ))  # fmt: skip
    number = saved.opportunity_id
    for kind, days in ((MessageKind.THANK_YOU, 1), (MessageKind.FOLLOW_UP, 10)):
        journal.add_message(number, Message(kind=kind, to=("Dana Lee",), sent=Moment(day + timedelta(days))))
    journal.add_word(number, Word(moment=Moment(day + timedelta(12)), sender="Dana Lee", gist="round 2"))
    journal.save_debrief(Debrief(
        opportunity=Opportunity(employer="Northwind", role="Platform engineer"), opportunity_id=number,
        interview=Interview(start=Moment(day + timedelta(15)), number=2, met=(dana,)),
    ))  # fmt: skip
    journal.add_message(
        number, Message(kind=MessageKind.THANK_YOU, to=("Dana Lee",), sent=Moment(day + timedelta(16)))
    )


def _copy(connection: sqlite3.Connection, table: str, opportunities: int) -> None:
    cursor = connection.execute(f"SELECT * FROM {table}")
    columns = [each[0] for each in cursor.description]
    rows = [dict(zip(columns, row, strict=True)) for row in cursor]
    marks = ", ".join("?" for _ in columns)
    connection.executemany(
        f"INSERT INTO {table} VALUES ({marks})",
        (tuple(_shifted(row, n).values()) for n in range(1, opportunities) for row in rows),
    )


def _shifted(row: dict[str, Any], n: int) -> dict[str, Any]:
    return dict(_cells(row, n))


def _cells(row: dict[str, Any], n: int) -> Iterator[tuple[str, Any]]:
    ends = "outcome" in row and n % OPEN_ONE_IN != 0
    for name, value in row.items():
        if name in _IDS and value is not None:
            yield name, value + n * _APART
        elif name in {"employer", "employer_key"} and value:
            yield name, f"{value} {n}"
        elif name == "outcome":
            yield name, "rejected" if ends else None
        elif name == "ended_on":
            yield name, (NOW.date() - timedelta(n % 900)).isoformat() if ends else None
        elif name.endswith("day") and value:
            yield name, (date.fromisoformat(value) - timedelta(n % 900)).isoformat()
        else:
            yield name, value
