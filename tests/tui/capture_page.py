"""Capture as a person meets it: typed into under Pilot, with a clock held still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from app.paths import Places
from app.storage.journal import Journal
from app.tui.application import Afterword
from app.tui.screens.capture import CaptureScreen

T = TypeVar("T")
ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 23, 15, 12, tzinfo=ZoneInfo(ZONE))
SIZES = [(80, 24), (120, 36)]
FULL = {
    "company": "Northwind",
    "role": "Platform engineer",
    "when": "today 14:00 to 15:00",
    "how": "video",
    "met": "Dana Lee, CTO, dana@northwind.example; Sam Roy",
    "said": "you'll hear by the end of next week",
    "next": "panel with the team",
    "went_well": "Walked Dana through the Lumen move\nGood talk about blameless reviews",
    "did_not_go_well": "Blanked on IAM roles vs policies",
    "stood_out": "Moving off Heroku, billing first\n@Dana runs a half marathon on Sunday",
    "forgot": "+ The on-call rota I built at Lumen\n- I speak some Danish",
}


class Hands:
    """A clock that can be set on."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def opened(folder: Path, *, page: str = "capture", clock: Callable[[], datetime] | None = None) -> Afterword:
    """The program on a journal in `folder`."""
    return Afterword(Places(folder / "journal.db"), clock=clock or Hands(), zone=ZONE, page=page)


def journal_of(folder: Path) -> Journal:
    """The same journal, as another program sees it."""
    return Journal.open(folder / "journal.db")


def with_region(folder: Path, region: str = "DE") -> Journal:
    """A journal in which the region was asked already."""
    journal = journal_of(folder)
    journal.set_setting("region", region)
    return journal


def screen_of(app: Afterword) -> CaptureScreen:
    """Capture, in front."""
    assert isinstance(app.screen, CaptureScreen)
    return app.screen


def shown(app: Afterword) -> list[str]:
    """The rows on the terminal, without the blanks at their ends."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def page(app: Afterword) -> str:
    """All rows as one text."""
    return "\n".join(shown(app))


def foot(app: Afterword) -> str:
    """What the foot says, as one line."""
    return " ".join(str(screen_of(app).foot.render()).split())


def value(app: Afterword, name: str) -> str:
    """The text of a field."""
    widget = screen_of(app).query_one(f"#{name}")
    assert isinstance(widget, Input | TextArea)
    return widget.value if isinstance(widget, Input) else widget.text


def toasts(app: Afterword) -> list[str]:
    """What was told, oldest first."""
    return [note.message for note in app._notifications]


async def settled(pilot: Pilot[None]) -> None:
    """Whatever was begun has ended, and is drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], T]) -> T:
    """What `holds` gives, once that is true; fails after ten seconds."""
    for _ in range(500):
        if found := holds():
            return found
        await pilot.pause(0.02)
    raise AssertionError(f"this never came to hold\n{page(pilot.app)}")  # type: ignore[arg-type]  # our app


async def write(pilot: Pilot[None], name: str, text: str) -> None:
    """Type `text` into a field, key by key."""
    pilot.app.screen.query_one(f"#{name}").focus()
    await pilot.pause()
    await pilot.press(*("enter" if char == "\n" else char for char in text))


async def fill(pilot: Pilot[None], **texts: str) -> None:
    """Put texts into fields at once, as pastes do."""
    for name, text in texts.items():
        widget = pilot.app.screen.query_one(f"#{name}")
        if isinstance(widget, Input):
            widget.value = text
        elif isinstance(widget, TextArea):
            widget.replace(text, (0, 0), widget.document.end)
    await pilot.pause()


async def kept(pilot: Pilot[None]) -> None:
    """What was typed is on the disk."""
    await screen_of(pilot.app).drafts.flush()  # type: ignore[arg-type]  # our app
    await pilot.pause()
