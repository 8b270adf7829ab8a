"""Recorded changes: the one place through which everything is written.

A change keeps each row it touches as it was before and after, in the order of execution. Undo applies the
rows backwards and last change first, so each row is found exactly as the change left it; redo applies them
forwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, or_, select, text, update

from app.errors import JournalDamaged, NotFound
from app.storage.rows import instant
from app.storage.tables import CHANGE, CHANGED, FACTS, OPPORTUNITY, SETTING
from app.storage.values import ChangeEntry, Row, Scalar

DONE, UNDONE, DROPPED, KEPT = "done", "undone", "dropped", "kept"
_UNREADABLE = "The history of changes cannot be read: the file is damaged. Nothing was changed."
_TOO_LARGE = 2**63
TABLES = {table.name: table for table in (*FACTS, SETTING)}


class Change:
    """A change under way, inside a writing transaction.

    New rows are written together at the end, which makes an import of many fast; until then they are known by
    the id that `add` gave, and `alter` reaches them.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection, self.at = connection, str(instant(now))
        # Rows are written and linked in any order: what counts is how they stand at the end.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        self._next = _next_ids(connection)
        self.id = self._next.get(CHANGE.name, 1)
        self._new: dict[str, dict[int, Row]] = {table.name: {} for table in (*FACTS, SETTING)}
        self._recorded: list[tuple[str, int, Row | None, Row | None]] = []

    def add(self, table: Table, columns: Row) -> Row:
        """A new row; gives it with its id, version and stamps."""
        row_id = self._next.get(table.name, 1)
        self._next[table.name] = row_id + 1
        ours: Row = {"created_at": self.at, "changed_at": self.at, "version": self.id}
        row: Row = {"id": row_id, **columns, **{name: ours[name] for name in ours if name in table.c}}
        self._new[table.name][row_id] = row
        return row

    def alter(self, table: Table, before: Row, columns: Row, *, touched: bool = False) -> Row:
        """The row with `columns` in it; written where something differs, or `touched` (what hangs on it has
        changed).
        """
        if not touched and all(before[name] == value for name, value in columns.items()):
            return before
        after: Row = {**before, **columns}
        if "version" in table.c:
            after |= {"version": self.id, "changed_at": self.at}
        row_id = int(before["id"] or 0)
        if row_id in self._new[table.name]:
            self._new[table.name][row_id] = after
        elif after != before:
            self.connection.execute(update(table).where(table.c.id == row_id), [after])
            self._recorded.append((table.name, row_id, before, after))
        return after

    def remove(self, table: Table, before: Row) -> None:
        """Delete a row that was there before this change."""
        self.connection.execute(delete(table).where(table.c.id == before["id"]))
        self._recorded.append((table.name, int(before["id"] or 0), before, None))

    def finish(self, label: str, opportunity_id: int = 0, *, state: str = DONE) -> int:
        """Write what is new and record it all under `label`; gives the id of the change, 0 where nothing
        changed.
        """
        for table in (*FACTS, SETTING):
            if new := self._new[table.name]:
                self.connection.execute(insert(table), list(new.values()))
                self._recorded += [(table.name, row_id, None, row) for row_id, row in new.items()]
        if not self._recorded:
            return 0
        if state == DONE:
            self.connection.execute(update(CHANGE).where(CHANGE.c.state == UNDONE).values(state=DROPPED))
        entry = {"id": self.id, "made_at": self.at, "label": label, "state": state}
        self.connection.execute(insert(CHANGE), [{**entry, "opportunity_id": opportunity_id or None}])
        self.connection.execute(insert(CHANGED), [self._as_row(*recorded) for recorded in self._recorded])
        return self.id

    def _as_row(self, table: str, row_id: int, before: Row | None, after: Row | None) -> dict[str, Scalar]:
        return {
            "change_id": self.id,
            "table_name": table,
            "row_id": row_id,
            "before": _packed(before),
            "after": _packed(after),
        }


def undo(connection: Connection) -> str | None:
    """Take back the last change that is done; gives its label, None where there is none."""
    change = connection.execute(
        select(CHANGE.c.id, CHANGE.c.label)
        .where(CHANGE.c.state == DONE)
        .order_by(CHANGE.c.id.desc())
        .limit(1)
    ).first()
    if change is None:
        return None
    recorded = _recorded(connection, change.id)
    _apply(
        connection, [(table, row_id, after, before) for table, row_id, before, after in reversed(recorded)]
    )
    connection.execute(update(CHANGE).where(CHANGE.c.id == change.id).values(state=UNDONE))
    return str(change.label)


def redo(connection: Connection) -> str | None:
    """Do again the change that was taken back last; gives its label, None where there is none."""
    change = connection.execute(
        select(CHANGE.c.id, CHANGE.c.label).where(CHANGE.c.state == UNDONE).order_by(CHANGE.c.id).limit(1)
    ).first()
    if change is None:
        return None
    _apply(connection, _recorded(connection, change.id))
    connection.execute(update(CHANGE).where(CHANGE.c.id == change.id).values(state=DONE))
    return str(change.label)


def entries(connection: Connection, opportunity_id: int | None, limit: int) -> tuple[ChangeEntry, ...]:
    """The recorded changes, the latest first; of one opportunity also those that touched it among others."""
    wanted = select(CHANGE).order_by(CHANGE.c.id.desc()).limit(limit)
    if opportunity_id is not None:
        among = select(CHANGED.c.change_id).where(
            CHANGED.c.table_name == OPPORTUNITY.name, CHANGED.c.row_id == opportunity_id
        )
        wanted = wanted.where(or_(CHANGE.c.opportunity_id == opportunity_id, CHANGE.c.id.in_(among)))
    found = connection.execute(wanted).all()
    return tuple(_entry(connection, row) for row in found)


Recorded = tuple[str, int, Row | None, Row | None]


def _entry(connection: Connection, row: Any) -> ChangeEntry:
    recorded = _recorded(connection, row.id)
    try:
        at = datetime.fromisoformat(row.made_at)
    except ValueError as error:
        raise JournalDamaged(_UNREADABLE) from error
    return ChangeEntry(
        id=row.id,
        label=row.label,
        at=at,
        state=row.state,
        opportunity_id=row.opportunity_id or 0,
        before=tuple((table, before) for table, _, before, _ in recorded if before is not None),
        after=tuple((table, after) for table, _, _, after in recorded if after is not None),
    )


def _recorded(connection: Connection, change_id: int) -> list[Recorded]:
    rows = connection.execute(
        select(CHANGED.c.table_name, CHANGED.c.row_id, CHANGED.c.before, CHANGED.c.after)
        .where(CHANGED.c.change_id == change_id)
        .order_by(CHANGED.c.id)
    )
    return [(r.table_name, r.row_id, _unpacked(r.before), _unpacked(r.after)) for r in rows]


def _apply(connection: Connection, steps: Iterable[Recorded]) -> None:
    """Bring each row from its third value to its fourth; runs of one kind in one table go together."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for (name, kind), run in groupby(steps, key=_kind):
        rows = list(run)
        if not all(_fits(name, row) for _, _, *both in rows for row in both if row is not None):
            raise JournalDamaged(_UNREADABLE)
        if _applied(connection, TABLES[name], kind, rows) != len(rows):
            raise JournalDamaged("An entry is not as the history of changes says. Nothing was changed.")


def _fits(name: str, row: Row) -> bool:
    """Whether a recorded row is one of that table as it is now, with values that SQLite takes."""
    if name not in TABLES or not isinstance(row, dict) or row.keys() != set(TABLES[name].c.keys()):
        return False
    return all(value is None or isinstance(value, str) or _is_small(value) for value in row.values())


def _is_small(value: object) -> bool:
    return isinstance(value, int) and abs(value) < _TOO_LARGE


def _kind(step: Recorded) -> tuple[str, str]:
    name, _, before, after = step
    return name, "insert" if before is None else "delete" if after is None else "update"


def _applied(connection: Connection, table: Table, kind: str, rows: list[Recorded]) -> int:
    if kind == "insert":
        return connection.execute(insert(table), [after for _, _, _, after in rows if after]).rowcount
    if kind == "delete":
        here = delete(table).where(table.c.id == bindparam("row"))
        return connection.execute(here, [{"row": row_id} for _, row_id, _, _ in rows]).rowcount
    here_too = update(table).where(table.c.id == bindparam("row"))
    return sum(
        connection.execute(here_too.values(after or {}), [{"row": row_id}]).rowcount
        for _, row_id, _, after in rows
    )


def _next_ids(connection: Connection) -> dict[str, int]:
    """The next id of each table that ever held a row; no id is given twice."""
    return {
        name: last + 1 for name, last in connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
    }


def _packed(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _unpacked(packed: str | None) -> Row | None:
    if packed is None:
        return None
    try:
        row: Row = json.loads(packed)
    except ValueError as error:
        raise JournalDamaged(_UNREADABLE) from error
    return row


def stored(connection: Connection, table: Table, row_id: int, what: str) -> Row:
    """The row of that id. Raises NotFound, saying `what` is not there."""
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if row is None:
        raise NotFound(f"There is no {what} of that number any more.")
    return dict(row)


def rows_of(connection: Connection, table: Table, column: str, value: int) -> list[Row]:
    """The rows whose `column` is `value`, in the order of entry."""
    found = connection.execute(select(table).where(table.c[column] == value).order_by(table.c.id))
    return [dict(row) for row in found.mappings()]


def counted(connection: Connection, table: Table) -> int:
    """How many rows the table has."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def all_rows(connection: Connection, table: Table) -> Iterator[Row]:
    """Every row of the table, by id."""
    return (dict(row) for row in connection.execute(select(table).order_by(table.c.id)).mappings())
