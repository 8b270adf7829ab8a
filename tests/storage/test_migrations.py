"""A new journal and a migrated one are the same; the revisions are those the program knows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.storage import creating, migrating
from app.storage.database import engine_for
from app.storage.migrations import APPLICATION_ID, REVISIONS, SHIPPED
from app.storage.tables import CATALOGUE


def made_by_migrating(path: Path) -> Path:
    path.touch()
    migrating.upgrade(path, SHIPPED)
    return path


def catalogue(path: Path) -> set[tuple[str, str, str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
        return {(kind, name, table, " ".join((sql or "").split())) for kind, name, table, sql in found}


def test_a_new_journal_has_the_tables_that_migrating_makes(tmp_path: Path) -> None:
    creating.create(tmp_path / "new.db")
    assert catalogue(tmp_path / "new.db") == catalogue(made_by_migrating(tmp_path / "migrated.db"))


def test_the_tables_are_what_the_last_revision_makes_of_them(tmp_path: Path) -> None:
    path = made_by_migrating(tmp_path / "migrated.db")
    with engine_for(path, "rw").connect() as connection:
        context = MigrationContext.configure(connection, opts={"render_as_batch": True})
        assert compare_metadata(context, CATALOGUE) == []


def test_both_ways_mark_the_file_as_a_journal_of_the_newest_revision(tmp_path: Path) -> None:
    creating.create(tmp_path / "new.db")
    for path in (tmp_path / "new.db", made_by_migrating(tmp_path / "migrated.db")):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
                (REVISIONS[-1],)
            ]


def test_the_known_revisions_are_those_shipped_in_their_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(SHIPPED.location))
    walked = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in walked)[::-1] == REVISIONS


def test_every_constraint_and_index_has_a_name_by_the_rule() -> None:
    for table in CATALOGUE.tables.values():
        names = [c.name for c in table.constraints] + [i.name for i in table.indexes]
        assert all(names), table
    assert {i.name for i in CATALOGUE.tables["word"].indexes} == {"ix_word_day", "ix_word_opportunity_id"}


def test_every_column_that_refers_to_a_row_is_the_first_of_an_index() -> None:
    for table in CATALOGUE.tables.values():
        led = {next(iter(i.columns)).name for i in table.indexes}
        led |= {
            next(iter(c.columns)).name for c in table.constraints if type(c).__name__ == "UniqueConstraint"
        }
        assert {key.parent.name for key in table.foreign_keys} <= led, table.name
