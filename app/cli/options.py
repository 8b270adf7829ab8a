"""What is given before the command, and what every command makes of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from app.errors import UsageError

if TYPE_CHECKING:
    from app.paths import Places
    from app.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Options:
    """The options before the command: the journal's file (None: the usual one), and made-up data."""

    db: Path | None = None
    demo: bool = False

    @property
    def places(self) -> Places:
        """Where the journal and what belongs to it lie. Raises SettingsWrong."""
        from app.paths import places

        return places(self.db)


def options_of(context: typer.Context) -> Options:
    """The options of a command that works on the person's own journal."""
    options = context.find_object(Options) or Options()
    if options.demo:
        raise UsageError("--demo shows the screens on made-up data; it goes with no other command.")
    return options


@contextlib.contextmanager
def journal_of(context: typer.Context, *, read_only: bool = False) -> Iterator[Journal]:
    """The journal, opened; with `read_only` none is made where there is none. Raises the journal's errors."""
    options = options_of(context)
    from app.storage.journal import Journal

    yield Journal.open(options.places.journal, read_only=read_only)
