"""Take the pictures: `python screenshots/take.py [NAME ...]`. Made-up data, a clock held still, nothing of your own.

Each scene at 80x24 and 120x36, dark and light, as `NAME-SIZE-THEME.svg` beside this file.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import datetime
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent))

from drawing import picture
from textual.pilot import Pilot

from app.demo import fill
from app.paths import places
from app.tui.application import Afterword

HERE = Path(__file__).parent
SIZES = {"80x24": (80, 24), "120x36": (120, 36)}
THEMES = {"dark": "lamp", "light": "paper"}
ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 23, 16, 5, tzinfo=ZoneInfo(ZONE))

Step = Callable[[Pilot[None]], Awaitable[None]]
NOTE = {
    "company": "Northwind",
    "role": "Platform engineer",
    "when": "today 14:00 to 15:00",
    "how": "video",
    "met": "Dana Lee, CTO, dana@northwind.example; Sam Roy",
    "went_well": "Walked Dana through the Lumen move\nGood talk about blameless reviews",
    "did_not_go_well": "Blanked on IAM roles vs policies",
    "stood_out": "Moving off Heroku, billing first\nDana runs a half marathon on Sunday",
    "forgot": "+ The on-call rota I built at Lumen\nI speak some Danish",
    "said": "you’ll hear by the end of next week",
}


async def _as_it_opens(pilot: Pilot[None]) -> None:
    await pilot.pause()


async def _settled(pilot: Pilot[None]) -> None:
    """Every worker done but one that waits for the answer to a dialog."""
    await pilot.pause()
    # an empty list would mean all
    if workers := [worker for worker in pilot.app.workers if worker.group != "dialog"]:
        await pilot.app.workers.wait_for_complete(workers)
    await pilot.pause()


def _press(*keys: str) -> Step:
    async def step(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.2)
            await _settled(pilot)

    return step


async def _write_note(pilot: Pilot[None]) -> None:
    from textual.widgets import Input, TextArea

    for name, text in NOTE.items():
        box = pilot.app.screen.query_one(f"#{name}")
        box.focus()
        await pilot.pause()
        if isinstance(box, Input):
            box.value = text
            box.cursor_position = len(text)
        elif isinstance(box, TextArea):
            box.insert(text)
        await pilot.pause()
    pilot.app.screen.query_one("#said").focus()
    await pilot.pause(0.6)
    await _settled(pilot)


SCENES: dict[str, tuple[str, bool, Step]] = {
    "timeline": ("timeline", True, _as_it_opens),
    "first": ("timeline", False, _as_it_opens),
    "capture-empty": ("capture", False, _as_it_opens),
    "capture": ("capture", False, _write_note),
    "opportunity": ("timeline", True, _press("enter")),
    "leave": ("capture", False, _press("escape", "l")),
    "help": ("timeline", True, _press("question_mark")),
    "palette": ("timeline", True, _press("colon")),
    "reply": ("timeline", True, _press("r")),
}
"""Name: the page to start on, whether with made-up data, what is done then."""


async def _take(name: str, size_name: str, theme_name: str, folder: Path) -> None:
    """One picture, in a journal of its own: a draft of the one before would be found again."""
    page, with_data, step = SCENES[name]
    where = places(folder / f"{name}-{size_name}-{theme_name}.db")
    if with_data:
        fill(where, NOW)
    app = Afterword(where, clock=lambda: NOW, zone=ZONE, page=page, ascii_only=False)
    app.theme = THEMES[theme_name]
    async with app.run_test(size=SIZES[size_name]) as pilot:
        await _settled(pilot)
        await step(pilot)
        await _settled(pilot)
        target = HERE / f"{name}-{size_name}-{theme_name}.svg"
        target.write_text(picture(app), encoding="utf-8")
        print(target.name)


def main(names: list[str]) -> None:
    """Take the scenes of these names, all without any."""
    with tempfile.TemporaryDirectory() as folder:
        for name, size, theme in product(names or SCENES, SIZES, THEMES):
            asyncio.run(_take(name, size, theme, Path(folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
