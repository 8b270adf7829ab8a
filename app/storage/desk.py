"""What the writing modules share: the rows at hand during one change, and the facts that hang on a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from app.domain.facts import Interview, Person, Point, Promise, Reach
from app.domain.facts import Part as PersonPart
from app.errors import Conflict, UsageError
from app.storage import rows
from app.storage.changes import Change, rows_of
from app.storage.tables import CLOSED_DAY, MEETING, OPPORTUNITY, PERSON, POINT, PROMISE, RECIPIENT
from app.storage.values import Row

V = TypeVar("V")


def number(row: Row, column: str = "id") -> int:
    """A column that holds an id."""
    return int(row[column] or 0)


def unchanged(row: Row, version: int, what: str, stored: Callable[[], object]) -> None:
    """Raises Conflict where the row is no longer as it was when the edit began (`version` 0: not known, not
    asked).
    """
    if version and row["version"] != version:
        raise Conflict(f"{what} was changed meanwhile in another window. Both texts are kept.", stored())


def named(employer: str) -> str:
    """An employer in a label."""
    return employer or "an employer not known yet"


class Desk:
    """The people and opportunities touched by one change, each read once."""

    def __init__(self, change: Change, *, many: bool = False) -> None:
        self.change, self.connection = change, change.connection
        self._new: set[int] = set()
        self._people: dict[int, dict[str, Row]] = {}
        self._open: dict[str, list[Row]] | None = self._all_open() if many else None

    def open_at(self, employer_key: str) -> list[Row]:
        """The open opportunities of an employer, the newest first."""
        if self._open is None:
            return _open_rows(self.connection, employer_key)
        return self._open.get(employer_key, [])

    def add_opportunity(self, columns: Row) -> Row:
        """A new opportunity."""
        row = self.change.add(OPPORTUNITY, columns)
        self._new.add(number(row))
        self._put(row)
        return row

    def alter_opportunity(self, before: Row, columns: Row, *, touched: bool = False) -> Row:
        """An opportunity with `columns` in it."""
        row = self.change.alter(OPPORTUNITY, before, columns, touched=touched)
        self._put(row)
        return row

    def people(self, opportunity_id: int) -> dict[str, Row]:
        """The people of an opportunity by folded name."""
        if opportunity_id not in self._people:
            found = (
                []
                if self.is_new(opportunity_id)
                else rows_of(self.connection, PERSON, "opportunity_id", opportunity_id)
            )
            self._people[opportunity_id] = {str(row["name_key"]): row for row in found}
        return self._people[opportunity_id]

    def reread_people(self, opportunity_id: int) -> None:
        """Forget what was read of the people of an opportunity: a name has changed."""
        self._people.pop(opportunity_id, None)

    def is_new(self, opportunity_id: int) -> bool:
        """Whether the opportunity was added by this change."""
        return opportunity_id in self._new

    def person(self, opportunity_id: int, given: Person, *, whole: bool) -> Row:
        """The person of that name, made known or brought up to date.

        What is not given is never blanked. The greeting a person chose stays, unless the `whole` value is
        meant.
        """
        if not given.name.strip():
            raise UsageError("A person needs a name.")
        known, columns = self.people(opportunity_id), rows.person_row(given)
        key = rows.person_key(given.name)
        before = known.get(key)
        if before is None:
            known[key] = self.change.add(PERSON, {"opportunity_id": opportunity_id, **columns})
        else:
            known[key] = self.change.alter(PERSON, before, _brought(before, columns, whole=whole))
        return known[key]

    def closed_days(self, opportunity_id: int, given: Iterable[date], *, whole: bool) -> bool:
        """The employer's closed days as `given`, or with those added; whether something changed."""
        if not whole and not given:
            return False
        present = {} if self.is_new(opportunity_id) else {
            str(row["day"]): row for row in rows_of(self.connection, CLOSED_DAY, "opportunity_id",
            opportunity_id)
        }  # fmt: skip
        wanted = {day.isoformat() for day in given}
        gone = set(present) - wanted if whole else set()
        for day in sorted(gone):
            self.change.remove(CLOSED_DAY, present[day])
        for day in sorted(wanted - set(present)):
            self.change.add(CLOSED_DAY, {"opportunity_id": opportunity_id, "day": day})
        return bool(gone or wanted - set(present))

    def _all_open(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in _open_rows(self.connection, None):
            found.setdefault(str(row["employer_key"]), []).append(row)
        return found

    def _put(self, row: Row) -> None:
        if self._open is None:
            return
        listed = self._open.setdefault(str(row["employer_key"]), [])
        listed[:] = [other for other in listed if other["id"] != row["id"]]
        if row["outcome"] is None:
            listed.append(row)
            listed.sort(key=number, reverse=True)


def _open_rows(connection: Connection, employer_key: str | None) -> list[Row]:
    wanted = select(OPPORTUNITY).where(OPPORTUNITY.c.outcome.is_(None)).order_by(OPPORTUNITY.c.id.desc())
    if employer_key is not None:
        wanted = wanted.where(OPPORTUNITY.c.employer_key == employer_key)
    return [dict(row) for row in connection.execute(wanted).mappings()]


def _brought(before: Row, given: Row, *, whole: bool) -> Row:
    """What `given` says newly about a person."""
    usual = {"reach": Reach.DIRECT.value, "part": PersonPart.INTERVIEWER.value}
    new: Row = {name: value for name, value in given.items() if value != usual.get(name, "")}
    if not whole and before["greeting"]:
        new.pop("greeting", None)
    return new


def replace_interview_parts(desk: Desk, row: Row, given: Interview, *, new: bool, whole: bool) -> bool:
    """Make what hangs on an interview as `given`; rows that are not different keep their ids. Whether one
    was.
    """
    interview_id, opportunity_id = number(row), number(row, "opportunity_id")
    met = [number(desk.person(opportunity_id, person, whole=whole)) for person in given.met]
    changes = [
        _replace_met(desk.change, interview_id, list(dict.fromkeys(met)), new=new),
        _replace_points(desk.change, interview_id, [p for p in given.points if p.text.strip()], new=new),
        replace_promise(desk.change, "interview_id", interview_id, given.promise, new=new),
    ]
    return any(changes)


def replace_promise(change: Change, column: str, owner: int, given: Promise | None, *, new: bool) -> bool:
    """Make the promise of an interview or word (`column`) as `given`; whether it was different."""
    present = [] if new else rows_of(change.connection, PROMISE, column, owner)
    if given is None:
        for row in present:
            change.remove(PROMISE, row)
        return bool(present)
    columns = {"interview_id": None, "word_id": None, column: owner, **rows.promise_row(given)}
    if present:
        return change.alter(PROMISE, present[0], columns) is not present[0]
    change.add(PROMISE, columns)
    return True


def replace_recipients(change: Change, message_id: int, names: Sequence[str], *, new: bool) -> bool:
    """Make the recipients of a message those of `names`; whether they were different."""
    wanted: list[Row] = [{"name": name} for name in names if name.strip()]
    return _replace_list(change, RECIPIENT, ("message_id", message_id), wanted, ("name",), new=new)


def _replace_met(change: Change, interview_id: int, people: list[int], *, new: bool) -> bool:
    wanted: list[Row] = [{"person_id": person} for person in people]
    return _replace_list(change, MEETING, ("interview_id", interview_id), wanted, ("person_id",), new=new)


def _replace_points(change: Change, interview_id: int, points: Sequence[Point], *, new: bool) -> bool:
    wanted: list[Row] = [{"id": point.id, **rows.point_row(point)} for point in points]
    return _replace_list(
        change, POINT, ("interview_id", interview_id), wanted, ("kind", "text", "about"), new=new
    )


def _replace_list(
    change: Change, table: Table, owner: tuple[str, int], wanted: list[Row], same: Sequence[str], *, new: bool
) -> bool:
    """Make the rows of `owner` those wanted, in that order.

    A wanted row is a present one where its id is, or else the columns `same` are: that row keeps its id.
    """
    left = [] if new else rows_of(change.connection, table, *owner)
    pairs = _paired(left, wanted, same)
    kept = [row for row in pairs if row]
    gone = [row for row in left if row not in kept]
    for old in gone:
        change.remove(table, old)
    different = bool(gone)
    for position, (given, row) in enumerate(zip(wanted, pairs, strict=True)):
        columns: Row = {name: value for name, value in given.items() if name != "id"}
        columns["position"] = position
        if row is None:
            change.add(table, {owner[0]: owner[1], **columns})
            different = True
        elif change.alter(table, row, columns) is not row:
            different = True
    return different


def _paired(present: list[Row], wanted: list[Row], same: Sequence[str]) -> list[Row | None]:
    """For each wanted row the present one it is, None for a new one."""
    by_id = {row["id"]: row for row in present}
    pairs: list[Row | None] = [by_id.pop(row["id"], None) if row.get("id") else None for row in wanted]
    for place, row in enumerate(wanted):
        if pairs[place] is None:
            like = next((old for old in by_id.values() if all(old[name] == row[name] for name in same)), None)
            pairs[place] = by_id.pop(like["id"]) if like else None
    return pairs
