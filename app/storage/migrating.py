"""Bringing the tables up to date: one transaction for the whole way, checked before it is kept.

Recipe and reasons: design/faults.md 2.3 (rows 41 to 43). Only imported where there is something to do:
alembic is slow.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, Table, func, select

from app.errors import AfterwordError, JournalDamaged
from app.storage.database import engine_for, patiently
from app.storage.migrations import Migrations

PATIENCE = 60.0
"""Seconds for which another program that is doing the same is waited for."""


class MigrationFailedError(AfterwordError):
    """The journal could not be brought up to date; it is as it was."""


def upgrade(path: Path, migrations: Migrations) -> None:
    """Bring the journal at `path` to the newest revision, or change nothing.

    Raises JournalBusy, DiskTrouble, NotAllowed, JournalDamaged, or MigrationFailed for a fault of a revision.
    """
    # Off, and before BEGIN: rebuilding a table would empty those that refer to it (row 42).
    engine = engine_for(path, "rw", foreign_keys=False).execution_options(writes=True)

    def once() -> None:
        with engine.begin() as connection:
            if revision_of(connection) != migrations.head:
                _upgrade(connection, migrations)

    try:
        patiently(once, path, patience=PATIENCE)
    except AfterwordError:
        raise
    except Exception as error:  # a revision is a program of its own and may raise anything
        raise MigrationFailedError(f"{path} could not be brought up to date. It is as it was.") from error


def revision_of(connection: Connection) -> str | None:
    """The revision the tables are at, None for a file without tables."""
    named = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.exec_driver_sql(named).first():
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found) if found else None


def _upgrade(connection: Connection, migrations: Migrations) -> None:
    before = _counts(connection)
    config = Config()
    config.set_main_option("script_location", str(migrations.location).replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["changes_rows_of"] = expected = set[str]()
    command.upgrade(config, "head")
    after = _counts(connection)
    lost = [name for name in before.keys() & after.keys() - expected if before[name] != after[name]]
    if lost or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise JournalDamaged("Bringing the journal up to date would lose entries. Nothing was changed.")


def _counts(connection: Connection) -> dict[str, int]:
    wanted = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = connection.exec_driver_sql(wanted).scalars().all()
    tables = [Table(name, MetaData()) for name in names]
    count = select(func.count())
    return {table.name: connection.execute(count.select_from(table)).scalar_one() for table in tables}
