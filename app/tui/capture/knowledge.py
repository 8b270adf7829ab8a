"""What is known from before, as the form asks for it while one types; nothing until the journal has told it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import UsageError
from app.tui.capture.company import read_company
from app.tui.capture.sheet import Sheet

if TYPE_CHECKING:
    from app.storage.journal import Journal
    from app.tui.capture.completion import Completion


def completion_of(journal: Journal) -> Completion:
    """What completes; for the journal's thread."""
    from app.tui.capture.completion import Completion

    return Completion(journal.known())


class Knowledge:
    """Completions for `sheet`, and what is known of the employer that stands there."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.completion: Completion | None = None

    @property
    def employer(self) -> str:
        """The employer typed, without who stands in between."""
        try:
            return read_company(self._sheet.texts["company"]).employer
        except UsageError:
            return ""

    def company(self, typed: str) -> str:
        """What completes the company."""
        return self.completion.employer(typed) if self.completion else ""

    def role(self, typed: str) -> str:
        """What completes the role."""
        return self.completion.role(typed, self.employer) if self.completion else ""

    def people(self, typed: str) -> str:
        """What completes the last person."""
        return self.completion.people(typed, self.employer) if self.completion else ""

    @property
    def next_round(self) -> int:
        """The number of the round where none is typed."""
        if self.completion is None or self._sheet.editing:
            return 1
        return self.completion.next_round(self.employer, self._sheet.texts["role"])

    @property
    def region(self) -> str:
        """The region in which the employer was entered before, "" where none was."""
        known = self.completion.known(self.employer) if self.completion else None
        return known.region if known else ""
