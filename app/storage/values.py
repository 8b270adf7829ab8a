"""What the journal gives besides the facts themselves: small frozen values, light to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

Scalar = str | int | bool | None
Row = dict[str, Scalar]
"""One row as it is stored: column name to text, number, truth or nothing."""
Stamp = tuple[int, int, int]
"""mtime in ns, size in bytes and inode of the journal: it differs after every change by anybody."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a write did. Ids are 0 where there is none; `label` is the change in plain words."""

    opportunity_id: int
    interview_id: int = 0
    change_id: int = 0
    label: str = ""
    entry_id: int = 0
    """The id of the word, message, decision or person that was written."""


@dataclass(frozen=True, slots=True)
class KnownEmployer:
    """An employer with the roles, region and zone it was last entered with, newest first."""

    name: str
    roles: tuple[str, ...] = ()
    region: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person as last entered, with the employer of the opportunity they were met in."""

    name: str
    greeting: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    employer: str = ""


@dataclass(frozen=True, slots=True)
class KnownRound:
    """The last round so far of an open opportunity; employer and role folded."""

    employer: str
    role: str
    number: int


@dataclass(frozen=True, slots=True)
class Known:
    """What was entered before, for completion; newest first, each name once."""

    employers: tuple[KnownEmployer, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    rounds: tuple[KnownRound, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One recorded change.

    `state`    "done", "undone" (can be done again), "dropped" (undone, then another change was made) or
               "kept" (recorded, but no step of undo: a setting).
    `before`, `after`   the rows it changed, as (table, row) pairs; what was edited away is found in `before`.
    """

    id: int
    label: str
    at: datetime
    state: str
    opportunity_id: int = 0
    before: tuple[tuple[str, Row], ...] = ()
    after: tuple[tuple[str, Row], ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """The whole content of a journal: table name to its rows in the order of their ids; made of plain JSON
    types.
    """

    revision: str
    tables: Mapping[str, tuple[Row, ...]]
