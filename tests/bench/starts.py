"""Starts: ready to type beside a bare Textual app, and the commands beside the import they must not exceed."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench.timing import Row, in_turns, process_ms, python
from tests.on_a_terminal import Terminal, screen_command

RUNS = 5
FULL_SCREEN = b"\x1b[?1049h"
BARE = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input()
    def on_mount(self):
        self.query_one(Input).focus()
Bare().run()
"""


def rows() -> Iterator[Row]:
    """Each turn by turn with its floor."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _screens(Path(folder))
        yield from _commands(Path(folder))


def _screens(folder: Path) -> Iterator[Row]:
    for page, db in (("capture", folder / "new.db"), ("timeline", _filled(folder))):
        typed = page == "capture"
        ours, bare = in_turns(
            lambda page=page, db=db, typed=typed: _ready_ms(
                screen_command(db, page), "~" if typed else "Timeline", typed=typed
            ),
            lambda typed=typed: _ready_ms(python(BARE), "~", typed=True),
            RUNS,
        )
        yield Row(f"{page}: ready", "a bare app with one Input", ours, bare, aim="1.10x")
    db = _filled(folder)
    ours, bare = in_turns(
        lambda: _ready_ms(screen_command(db, "timeline"), "Northwind", typed=False),
        lambda: _ready_ms(python(BARE), "~", typed=True),
        RUNS,
    )
    yield Row("timeline: its entries shown", "a bare app with one Input", ours, bare)


def _ready_ms(command: list[str], text: str, *, typed: bool) -> float:
    """Milliseconds from the start of the process until what was typed at once, or the text, is on the screen."""
    start = perf_counter()
    with Terminal.start(command) as terminal:
        if typed:  # not before: until then the terminal itself shows what is typed
            terminal.wait_until(lambda: FULL_SCREEN in terminal.sent, "the full screen")
            terminal.type(text)
        terminal.wait_for(text)
        ms = (perf_counter() - start) * 1000
        terminal.kill()
    return ms


def _commands(folder: Path) -> Iterator[Row]:
    filled = str(_filled(folder))
    program = [sys.executable, "-m", "app", "--db", filled]
    process_ms([*program, "due", "--count"])  # makes the small file
    for what, floor, args in (
        ("afterword due", "import sqlmodel", [*program, "due"]),
        ("afterword due --count", "import textual", [*program, "due", "--count"]),
        (
            "afterword plan",
            "import textual",
            [sys.executable, "-m", "app", "plan", "--interview", "2026-03-10"],
        ),
    ):
        ours, least = in_turns(
            lambda args=args: process_ms(args), lambda floor=floor: process_ms(python(_floor(floor))), RUNS
        )
        yield Row(what, floor, ours, least)


def _floor(text: str) -> str:
    return "import textual.app" if text == "import textual" else text


def _filled(folder: Path) -> Path:
    from tests.bench.data import journal_of

    path = folder / "journal-10.db"
    return path if path.exists() else journal_of(10, folder)
