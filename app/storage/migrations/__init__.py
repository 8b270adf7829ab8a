"""The revisions of the tables. `REVISIONS` is read before alembic is imported, see `app.storage.opening`.

To add one: change `tables.py`, write `versions/<name>.py` (with batch operations), append its id here. A
revision that adds a column without a default or renames one must do the same to the rows kept as JSON in
`changed_row`, or an undo across it fails. Tables whose number of rows is meant to change are named in the
revision's `CHANGES_ROWS_OF`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

REVISIONS = ("0001",)
APPLICATION_ID = 0x41667764
"""`PRAGMA application_id` of a journal: "Afwd"."""


@dataclass(frozen=True, slots=True)
class Migrations:
    """A folder of revisions, and their ids from the first to the last."""

    location: Path
    revisions: tuple[str, ...]

    @property
    def head(self) -> str:
        """The revision this program works with."""
        return self.revisions[-1]


SHIPPED = Migrations(Path(__file__).parent, REVISIONS)
HEAD = SHIPPED.head
