"""What can go wrong, as one tree, with the exit code of each.

    AfterwordError                1   a fault of the program's own
    ├── UsageError                2   what was asked for cannot be read
    │   ├── BadRecord             2   a record of an import or a pipe, with its line and field
    │   └── UnknownRegion         2   no such region; the nearest known ones are named
    ├── NotFound                  2   no opportunity, draft or file of that name
    ├── JournalDamaged           65   the journal is damaged, empty or not a journal
    │   └── JournalTooNew        65   it was written by a newer Afterword
    ├── OutsideCommandFailed     69   an editor or mail program failed
    ├── DiskTrouble              74   disk full, or the disk reported an error
    ├── JournalBusy              75   another program holds the journal; try again
    ├── Conflict                 75   it was changed meanwhile in another window; both texts are kept
    ├── NotAllowed               77   read-only or no permission
    │   └── JournalMoved         77   the journal was moved away or replaced while it was open
    └── SettingsWrong            78   the settings, or no home folder

Every message is one line: what happened, what was kept, what to do.
"""

from __future__ import annotations


class AfterwordError(Exception):
    """A fault told to the person in one line; `exit_code` is what a command ends with."""

    exit_code = 1


class UsageError(AfterwordError):
    """What was asked for cannot be read."""

    exit_code = 2


class BadRecord(UsageError):
    """A record that cannot be taken: its line (from 1, 0 unknown), its field ("" for the whole) and why."""

    def __init__(self, why: str, *, line: int = 0, field: str = "") -> None:
        self.why, self.line, self.field = why, line, field
        place = ", ".join(p for p in (f"line {line}" if line else "", field) if p)
        super().__init__(f"{place}: {why}" if place else why)


class UnknownRegion(UsageError):
    """No such region; `nearest` are the known ones most like it, best first."""

    def __init__(self, region: str, nearest: tuple[str, ...] = ()) -> None:
        self.region, self.nearest = region, nearest
        hint = f" Did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"There is no region “{region}”.{hint}")


class NotFound(UsageError):
    """Nothing of that name."""


class JournalDamaged(AfterwordError):
    """The journal is damaged, empty or not a journal; nothing was written to it."""

    exit_code = 65


class JournalTooNew(JournalDamaged):
    """Written by a newer Afterword; nothing was written to it."""


class OutsideCommandFailed(AfterwordError):
    """A program outside Afterword failed."""

    exit_code = 69


class DiskTrouble(AfterwordError):
    """The disk is full or reported an error; nothing was half-saved."""

    exit_code = 74


class JournalBusy(AfterwordError):
    """Another program holds the journal, or the folder cannot lock files; try again."""

    exit_code = 75


class Conflict(AfterwordError):
    """What was edited was changed meanwhile; `stored` is what the journal holds now, nothing was written."""

    exit_code = 75

    def __init__(self, message: str, stored: object = None) -> None:
        self.stored = stored
        super().__init__(message)


class NotAllowed(AfterwordError):
    """Read-only, or no permission."""

    exit_code = 77


class JournalMoved(NotAllowed):
    """The journal was moved away or replaced while it was open; nothing was written to it."""


class SettingsWrong(AfterwordError):
    """The settings cannot be used, or there is no home folder."""

    exit_code = 78
