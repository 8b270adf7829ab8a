"""One opportunity to ask about, and a dialog opened over the timeline."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from app.domain.dueness import Place
from app.domain.facts import (
    History,
    Interview,
    Message,
    MessageKind,
    Moment,
    Opportunity,
    Person,
    Promise,
)
from app.domain.promise import ReadingKind
from app.tui.application import Afterword
from app.tui.dialogs.dialog import Dialog
from app.tui.widgets.field import LineInput
from tests.tui.pages import SMALL, place_for, running, settled

HELD = date(2026, 11, 12)
HOSTILE = "[bold]x[/] \x1b[31mred\x9b \u202eback 👩‍👩‍👧"
_DANA, _SAM = Person(name="Dana Lee", greeting="Dr. Lee", title="CTO"), Person(name="Sam Roy")


def history(*, employer: str = "Northwind", messages: tuple[Message, ...] = (), **known: Any) -> History:
    """An interview on Thu 12 Nov, in which Sam said "by Wednesday"."""
    promise = Promise(
        words="by Wednesday",
        said_on=HELD,
        said_by="Sam Roy",
        kind=ReadingKind.DEADLINE,
        day=date(2026, 11, 18),
    )
    held = Interview(start=Moment(HELD), met=(_DANA, _SAM), promise=promise, id=5)
    opportunity = Opportunity(employer=employer, role="Platform engineer", region="DE", id=1, **known)
    return History(opportunity=opportunity, people=held.met, interviews=(held,), messages=messages)


def follow_up(day: date) -> Message:
    """One that was sent to Sam."""
    return Message(kind=MessageKind.FOLLOW_UP, to=("Sam Roy",), sent=Moment(day))


class Asked:
    """A dialog on the screen, and what it gave."""

    def __init__(self, app: Afterword, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.given: list[object] = []

    async def open(self, make: Callable[[Place], Dialog[Any]]) -> None:
        """Open another one."""
        self.app.push_screen(make(self.app.place()), self.given.append)
        await settled(self.pilot)

    async def keys(self, *keys: str) -> None:
        """Press them."""
        await self.pilot.press(*keys)
        await settled(self.pilot)

    async def type(self, text: str) -> None:
        """Type it where the cursor is."""
        await self.keys(*("space" if character == " " else character for character in text))

    async def fill(self, name: str, text: str) -> None:
        """Put the text into that field, as a paste would."""
        line = self.app.screen.query_one(f"#{name}", LineInput)
        line.focus()
        line.value = text
        line.cursor_position = len(text)
        await settled(self.pilot)

    @property
    def field(self) -> str:
        """Where the cursor is."""
        focused = self.app.screen.focused
        return (focused.id or "") if focused else ""

    @property
    def open_now(self) -> bool:
        """Whether a dialog is still there."""
        return isinstance(self.app.screen, Dialog)


@asynccontextmanager
async def asked(
    folder: Path, make: Callable[[Place], Dialog[Any]], *, size: tuple[int, int] = SMALL
) -> AsyncIterator[Asked]:
    """The dialog over the timeline."""
    async with running(place_for(folder), size=size, page="timeline") as (app, pilot):
        there = Asked(app, pilot)
        await there.open(make)
        yield there
