"""Facts out of the database: one query a table, put together in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, func, select
from sqlalchemy.sql import ColumnElement

from app.domain.facts import History, Interview, Opportunity, Person, Point, Promise
from app.errors import JournalDamaged, NotFound
from app.storage import rows
from app.storage.tables import (
    CLOSED_DAY,
    DECISION,
    INTERVIEW,
    MEETING,
    MESSAGE,
    OPPORTUNITY,
    PERSON,
    POINT,
    PROMISE,
    RECIPIENT,
    SETTING,
    WORD,
)

K = TypeVar("K")
V = TypeVar("V")


def histories(connection: Connection) -> tuple[History, ...]:
    """Every opportunity with all that is known about it, the one with the newest interview first."""
    return _newest_first(_Reader(connection).histories())


def some_histories(connection: Connection, numbers: Collection[int]) -> tuple[History, ...]:
    """The same for these; those that are no more are left out."""
    these = select(OPPORTUNITY.c.id).where(OPPORTUNITY.c.id.in_(numbers))
    return _newest_first(_Reader(connection, these).histories())


def latest_of_all(connection: Connection, many: int, until: date) -> set[int]:
    """The opportunities of the latest interviews, words and messages up to a day, so many of each."""
    days = ((INTERVIEW, INTERVIEW.c.start_day), (WORD, WORD.c.day), (MESSAGE, MESSAGE.c.sent_day))
    return {
        number
        for table, day in days
        for number in connection.execute(
            select(table.c.opportunity_id).where(day <= until.isoformat()).order_by(day.desc()).limit(many)
        ).scalars()
    }


def count(connection: Connection) -> int:
    """How many opportunities there are."""
    return connection.execute(select(func.count()).select_from(OPPORTUNITY)).scalar_one()


def history(connection: Connection, opportunity_id: int) -> History:
    """One opportunity with all that is known about it. Raises NotFound."""
    found = some_histories(connection, (opportunity_id,))
    if not found:
        raise NotFound("There is no opportunity of that number any more.")
    return found[0]


def interview(connection: Connection, interview_id: int) -> tuple[Opportunity, Interview]:
    """One interview with its opportunity. Raises NotFound."""
    owner = connection.execute(
        select(INTERVIEW.c.opportunity_id).where(INTERVIEW.c.id == interview_id)
    ).scalar()
    if owner is None:
        raise NotFound("There is no interview of that number any more.")
    whole = history(connection, owner)
    return whole.opportunity, next(i for i in whole.interviews if i.id == interview_id)


def settings(connection: Connection) -> dict[str, str]:
    """What was asked once, by name."""
    return {row.name: row.value for row in connection.execute(select(SETTING.c.name, SETTING.c.value))}


def _newest_first(found: list[History]) -> tuple[History, ...]:
    return tuple(sorted(found, key=_newest, reverse=True))


def _newest(found: History) -> tuple[date, int]:
    return max((i.start.day for i in found.interviews), default=date.min), found.opportunity.id


class _Reader:
    """One reading of all opportunities, or of those whose ids `only` selects."""

    def __init__(self, connection: Connection, only: Select[tuple[int]] | None = None) -> None:
        self._connection, self._only = connection, only

    def histories(self) -> list[History]:
        try:
            return self._histories()
        except (ValueError, KeyError, TypeError) as error:
            # The checks of the tables let none of these in: a disk has changed a letter.
            raise JournalDamaged("An entry of the journal cannot be read: the file is damaged.") from error

    def _histories(self) -> list[History]:
        days = self._grouped(
            CLOSED_DAY, "opportunity_id", lambda r: date.fromisoformat(r["day"]), CLOSED_DAY.c.day
        )
        people = self._grouped(PERSON, "opportunity_id", rows.person)
        interviews = self._interviews(people)
        words = self._words()
        to = self._grouped(
            RECIPIENT, "message_id", lambda r: r["name"], RECIPIENT.c.position, through=MESSAGE
        )
        messages = self._grouped(
            MESSAGE, "opportunity_id", lambda r: rows.message(r, to.get(r["id"], ())),
            MESSAGE.c.sent_day.is_(None), MESSAGE.c.sent_day,
        )  # fmt: skip
        decisions = self._grouped(DECISION, "opportunity_id", rows.decision, DECISION.c.made_on)
        return [
            History(
                opportunity=rows.opportunity(row, days.get(row["id"], ())),
                people=people.get(row["id"], ()),
                interviews=interviews.get(row["id"], ()),
                words=words.get(row["id"], ()),
                messages=messages.get(row["id"], ()),
                decisions=decisions.get(row["id"], ()),
            )
            for row in self._rows(OPPORTUNITY, OPPORTUNITY.c.id)
        ]

    def _interviews(self, people: dict[int, tuple[Person, ...]]) -> dict[int, tuple[Interview, ...]]:
        by_id = {person.id: person for met in people.values() for person in met}
        met = self._grouped(
            MEETING, "interview_id", lambda r: by_id[r["person_id"]], MEETING.c.position, through=INTERVIEW
        )
        points: dict[int, tuple[Point, ...]] = self._grouped(
            POINT, "interview_id", rows.point, POINT.c.position, through=INTERVIEW
        )
        promises: dict[int, tuple[Promise, ...]] = self._grouped(
            PROMISE, "interview_id", rows.promise, through=INTERVIEW
        )

        def whole(row: Any) -> Interview:
            key = row["id"]
            return rows.interview(row, met.get(key, ()), points.get(key, ()), _one(promises.get(key)))

        return self._grouped(INTERVIEW, "opportunity_id", whole, INTERVIEW.c.start_day)

    def _words(self) -> dict[int, tuple[Any, ...]]:
        promises = self._grouped(PROMISE, "word_id", rows.promise, through=WORD)
        return self._grouped(
            WORD, "opportunity_id", lambda r: rows.word(r, _one(promises.get(r["id"]))), WORD.c.day
        )

    def _grouped(
        self,
        table: Table,
        key: str,
        make: Callable[[Any], V],
        *order: ColumnElement[Any],
        through: Table | None = None,
    ) -> dict[int, tuple[V, ...]]:
        """The values of a table by the column `key`, in `order` and then that of entry."""
        found: defaultdict[int, list[V]] = defaultdict(list)
        for row in self._rows(table, *order, table.c.id, key=key, through=through):
            found[row[key]].append(make(row))
        return {owner: tuple(values) for owner, values in found.items()}

    def _rows(
        self, table: Table, *order: ColumnElement[Any], key: str = "id", through: Table | None = None
    ) -> Any:
        wanted = select(table).order_by(*order)
        if through is not None:
            wanted = wanted.where(table.c[key].is_not(None))
        if self._only is not None:
            own = table.c[key].in_(self._only)
            if through is not None:
                own = table.c[key].in_(select(through.c.id).where(through.c.opportunity_id.in_(self._only)))
            wanted = wanted.where(own)
        return self._connection.execute(wanted).mappings()


def _one(promises: tuple[Promise, ...] | None) -> Promise | None:
    return promises[0] if promises else None
