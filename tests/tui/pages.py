"""The program under Pilot on a journal of its own, with the clock held still."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from app.paths import Places, places
from app.storage.journal import Journal
from app.tui.application import Afterword

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 23, 16, 5, tzinfo=ZoneInfo(ZONE))
SMALL, LARGE = (80, 24), (120, 36)


class MovingClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


def place_for(folder: Path) -> Places:
    """The places of a journal in `folder`."""
    return places(folder / "journal.db")


def journal_at(where: Places, now: datetime = NOW) -> Journal:
    """The journal, opened as another program would."""
    return Journal.open(where.journal, now=lambda: now)


@asynccontextmanager
async def running(
    where: Places,
    *,
    size: tuple[int, int] = SMALL,
    page: str | None = None,
    clock: MovingClock | None = None,
    demo: bool = False,
) -> AsyncIterator[tuple[Afterword, Pilot[None]]]:
    """The program, its journal open and its first page shown."""
    app = Afterword(where, clock=clock or MovingClock(), zone=ZONE, page=page, demo=demo, ascii_only=False)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield app, pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one as a hand does: a letter at rest acts once it is clear that it is no paste."""
    for key in keys:
        await pilot.press(key)
        while getattr(pilot.app.screen, "_waits", ""):
            await pilot.pause(0.005)
        await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Every worker done and every message handled."""
    for _ in range(3):
        await pilot.pause()
        # one that waits for the answer to a dialog ends with the dialog
        if workers := [
            worker for worker in pilot.app.workers if worker.group != "dialog"
        ]:  # none would mean all
            await pilot.app.workers.wait_for_complete(workers)
    await pilot.pause()


def seen(app: Afterword) -> list[str]:
    """The lines on the screen."""
    return [line.text.rstrip() for line in app.screen._compositor.render_strips(app.size)]


def screen_text(app: Afterword) -> str:
    """All of it, as one text."""
    return "\n".join(seen(app))


def toasts(app: Afterword) -> list[str]:
    """What was told."""
    return [str(toast.message) for toast in app._notifications]


async def settled_dialogs(pilot: Pilot[None]) -> None:
    """As `settled`, with letters at rest, debounced readings and drafts done as well: nothing moves any more."""
    before = ""
    for _ in range(40):
        await pilot.pause(0.03)
        await settled(pilot)
        now = screen_text(pilot.app)
        if now == before and not getattr(pilot.app.screen, "_waits", ""):
            break
        before = now
