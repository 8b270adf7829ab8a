"""A new journal, straight from the tables: the same as by migrating (a test compares the two), without
alembic.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from sqlalchemy import Connection

from app.storage.database import engine_for, patiently
from app.storage.disk import sync_folder
from app.storage.migrations import APPLICATION_ID, HEAD
from app.storage.tables import CATALOGUE

_VERSION_TABLE = (
    "CREATE TABLE alembic_version (\n"
    "\tversion_num VARCHAR(32) NOT NULL, \n"
    "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n"
    ")"
)


def create(path: Path) -> None:
    """Make a journal at `path`, unless another program is first; it is there whole or not at all.

    It is made under another name, private from the first byte, and linked into place: no other program ever
    meets an empty file, and a program killed meanwhile leaves none. Raises OSError or one of our errors.
    """
    part = path.with_name(f".{path.name}.new-{secrets.token_hex(4)}")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    try:
        patiently(lambda: fill(part), part)
        _put(part, path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    sync_folder(path.parent)


def fill(path: Path) -> None:
    """Make a journal of an existing empty file, unless another program has done so meanwhile."""
    path.chmod(0o600)
    engine = engine_for(path, "rw").execution_options(writes=True)
    with engine.begin() as connection:
        if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first():
            _tables(connection)


def _tables(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(_VERSION_TABLE)
    CATALOGUE.create_all(connection)
    connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES (?)", (HEAD,))


def _put(part: Path, path: Path) -> None:
    with contextlib.suppress(FileExistsError):
        try:
            path.hardlink_to(part)
        except PermissionError:
            # A file system without hard links.
            if not os.path.lexists(path):
                part.rename(path)
