"""What the tables have in common: the names of constraints, and the checks that columns share."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, MetaData
from sqlmodel import Column, Field, SQLModel

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
KEYED: dict[str, Any] = {"sqlite_autoincrement": True}


class Base(SQLModel):
    """What the tables have in common: one catalogue with a rule for the names of its constraints."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


def one_of(column: str, kinds: type[StrEnum]) -> CheckConstraint:
    """The column holds one of the kinds (or nothing, where it may)."""
    listed = ", ".join(f"'{kind.value}'" for kind in kinds)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def is_day(*columns: str) -> Iterable[CheckConstraint]:
    """Each column holds an ISO date that exists (or nothing, where it may).

    Without the modifier SQLite lets 30 February pass.
    """
    return [CheckConstraint(f"{column} IS date({column}, '+0 days')", name=column) for column in columns]


def is_instant(*columns: str) -> Iterable[CheckConstraint]:
    """Each column holds an instant in UTC (or nothing, where it may)."""

    def exists(column: str) -> str:
        second = f"substr({column}, 1, 19)"
        return f"{second} IS replace(datetime({second}, '+0 days'), ' ', 'T')"

    return [
        CheckConstraint(f"{column} IS NULL OR ({column} GLOB '*+00:00' AND {exists(column)})", name=column)
        for column in columns
    ]


def is_truth(*columns: str) -> Iterable[CheckConstraint]:
    """Each column holds yes or no."""
    return [CheckConstraint(f"{column} IN (0, 1)", name=column) for column in columns]


def not_blank(*columns: str) -> Iterable[CheckConstraint]:
    """Each column holds more than blanks."""
    return [CheckConstraint(f"trim({column}) <> ''", name=column) for column in columns]


def owner(table: str, *, on_delete: str = "CASCADE", nullable: bool = False, index: bool = True) -> Any:
    """A column that names a row of `table`; without an `index` where a unique key begins with it."""
    key = ForeignKey(f"{table}.id", ondelete=on_delete)
    return Field(sa_column=Column(key, nullable=nullable, index=index))
