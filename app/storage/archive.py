"""Everything out of a journal and into another, without loss.

Into a journal that holds nothing, every row goes as it is, with its ids and the recorded changes: undo goes
on where it was. Into one that holds something, the opportunities that are not there yet (compared by all
their facts) are added as one recorded change; nothing that is there is changed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, Table, insert
from sqlalchemy.exc import IntegrityError

from app.domain.facts import History
from app.errors import BadRecord
from app.storage import creating, debriefs, entries, reading, rows
from app.storage.changes import Change, all_rows, counted
from app.storage.database import Database
from app.storage.desk import Desk, number
from app.storage.migrations import HEAD
from app.storage.tables import CHANGE, CHANGED, FACTS, SETTING
from app.storage.values import Archive, Row

ALL: tuple[Table, ...] = (*FACTS, SETTING, CHANGE, CHANGED)


def everything(connection: Connection) -> Archive:
    """All rows of all tables."""
    return Archive(HEAD, {table.name: tuple(all_rows(connection, table)) for table in ALL})


def is_empty(connection: Connection) -> bool:
    """Whether the journal holds nothing at all."""
    return not any(counted(connection, table) for table in ALL)


def put_back(connection: Connection, archive: Archive) -> int:
    """Write all rows of the archive into an empty journal; gives the number of opportunities. Raises
    BadRecord.
    """
    tables = _checked(archive)
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for table in ALL:
        try:
            if tables[table.name]:
                connection.execute(insert(table), tables[table.name])
        except IntegrityError as error:
            raise BadRecord("a row is not as the journal wants it", field=table.name) from error
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise BadRecord("the rows do not belong together")
    return len(tables[FACTS[0].name])


def unpacked(archive: Archive, beside: Path) -> tuple[tuple[History, ...], dict[str, str]]:
    """The histories and settings in an archive, by way of a journal of its own beside `beside`. Raises
    BadRecord.
    """
    with tempfile.TemporaryDirectory(prefix=f".{beside.name}.import-", dir=beside.parent) as folder:
        path = Path(folder) / "archive.db"
        creating.create(path)
        database = Database(path, read_only=False, revision=HEAD)
        database.writing(lambda connection: put_back(connection, archive))
        return database.reading(reading.histories), database.reading(reading.settings)


def merge(change: Change, given: Iterable[History], settings: Mapping[str, str]) -> int:
    """Add the histories that are not there yet, and the settings not made yet; gives the number of histories
    added.
    """
    desk = Desk(change)
    present = {_bare(history) for history in reading.histories(desk.connection)}
    new = [history for history in given if _bare(history) not in present]
    for history in sorted(new, key=lambda h: h.opportunity.id):
        _add(desk, history)
    made = reading.settings(desk.connection)
    for name in settings.keys() - made.keys():
        change.add(SETTING, {"name": name, "value": settings[name]})
    change.finish(f"import of {len(new):,} opportunit{'y' if len(new) == 1 else 'ies'}")
    return len(new)


def _add(desk: Desk, history: History) -> None:
    opportunity_id = number(desk.add_opportunity(rows.opportunity_row(history.opportunity)))
    desk.closed_days(opportunity_id, history.opportunity.closed_days, whole=True)
    for person in history.people:
        desk.person(opportunity_id, person, whole=True)
    rounds = {0: 0}
    for interview in history.interviews:
        rounds[interview.id] = number(debriefs.add_interview(desk, opportunity_id, interview))
    for word in history.words:
        entries.put_word(desk, opportunity_id, word)
    for message in history.messages:
        entries.put_message(desk, opportunity_id, replace(message, interview_id=rounds[message.interview_id]))
    for decision in history.decisions:
        entries.put_decision(desk, opportunity_id, decision)


def _bare(history: History) -> History:
    """The history without the numbers that a journal gave it, for comparing."""
    rounds = {0: 0} | {interview.id: place for place, interview in enumerate(history.interviews, 1)}
    messages = tuple(replace(m, interview_id=rounds[m.interview_id]) for m in history.messages)
    bare: History = _without_ids(replace(history, messages=messages))
    return bare


def _without_ids(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_without_ids, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    inner = {field.name: _without_ids(getattr(value, field.name)) for field in fields(value)}
    return replace(value, **(inner | {"id": 0} if "id" in inner else inner))


def _checked(archive: Archive) -> dict[str, list[Row]]:
    """The rows by table. Raises BadRecord for another version, an unknown or missing table, column or type of
    value.
    """
    if archive.revision != HEAD:
        raise BadRecord(f"written by another version of Afterword ({archive.revision}); update Afterword")
    unknown = archive.tables.keys() - {table.name for table in ALL}
    if unknown:
        raise BadRecord("no such table", field=min(unknown))
    found: dict[str, list[Row]] = {}
    for table in ALL:
        found[table.name] = [dict(row) for row in archive.tables.get(table.name, ())]
        for row in found[table.name]:
            _check_row(table, row)
    return found


def _check_row(table: Table, row: Row) -> None:
    if row.keys() != set(table.c.keys()):
        odd = min(row.keys() ^ set(table.c.keys()))
        raise BadRecord("unknown" if odd in row else "missing", field=f"{table.name}.{odd}")
    for column in table.columns:
        value = row[column.name]
        if type(value) is not _kind(column) and not (value is None and column.nullable):
            raise BadRecord("not a value of its kind", field=f"{table.name}.{column.name}")


def _kind(column: Column[Any]) -> type:
    if isinstance(column.type, Boolean):
        return bool
    return int if isinstance(column.type, Integer) else str
