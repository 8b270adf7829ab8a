"""What is new in the journal since it was last read: only the opportunities that a change touched are read again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.domain.facts import History
from app.storage import reading
from app.storage.tables import CHANGE

_TAIL = 200  # changes looked back on; more than that since the last reading: everything is read

Mark = tuple[tuple[int, str], ...]
"""The latest changes with their states: undoing alters a state and adds no change."""


@dataclass(frozen=True, slots=True)
class News:
    """Histories read again, with the `mark` for the next time.

    `whole`: they are all there are; else only those of `changed` (which may be no more) were looked at.
    """

    mark: Mark
    histories: tuple[History, ...]
    changed: frozenset[int] = frozenset()
    whole: bool = True


def news(connection: Connection, before: Mark | None) -> News:
    """What changed since `before` (None: everything is new). One transaction sees mark and facts alike."""
    latest = connection.execute(
        select(CHANGE.c.id, CHANGE.c.state, CHANGE.c.opportunity_id).order_by(CHANGE.c.id.desc()).limit(_TAIL)
    ).all()
    mark = tuple((row.id, row.state) for row in latest)
    touched = _touched(mark, {row.id: row.opportunity_id for row in latest}, before)
    if touched is None:
        return News(mark, reading.histories(connection))
    found = reading.some_histories(connection, touched) if touched else ()
    return News(mark, found, frozenset(touched), whole=False)


def _touched(mark: Mark, owners: dict[int, int | None], before: Mark | None) -> Collection[int] | None:
    """The opportunities of the changes that are new or of another state; None where that cannot be told."""
    if not before:
        return None
    known = set(before)
    different = [number for number, state in mark if (number, state) not in known]
    if len(different) == _TAIL or not any(number in owners for number, _ in before):
        return None  # more happened than is looked back on, or it is another journal
    found = {owners[number] for number in different}
    return None if None in found else {number for number in found if number is not None}
