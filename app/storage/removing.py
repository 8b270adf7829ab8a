"""Taking an entry out, with what hangs on it. Each row is recorded, so that undo puts back all of them."""

from __future__ import annotations

from sqlalchemy import Table

from app.storage.changes import Change, rows_of
from app.storage.desk import number
from app.storage.tables import FACTS
from app.storage.values import Row


def remove(change: Change, table: Table, row: Row) -> None:
    """Delete the row, those it owns before it, and its mention in those that only name it."""
    for other in reversed(FACTS):
        for key in other.foreign_keys:
            if key.column.table is table:
                for held in rows_of(change.connection, other, key.parent.name, number(row)):
                    if key.ondelete == "CASCADE":
                        remove(change, other, held)
                    else:
                        change.alter(other, held, {key.parent.name: None})
    change.remove(table, row)
