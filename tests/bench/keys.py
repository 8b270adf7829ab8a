"""Keys: from a keystroke to its letter on the screen, in Capture with drafts and live reading beside a bare Input."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench.starts import BARE, FULL_SCREEN
from tests.bench.timing import Row, python
from tests.on_a_terminal import Terminal, screen_command

TEXT = "you will hear by the end of next week, hopefully by Friday 20 March or so. " * 2
TABS = 5  # from Company to They said


def rows() -> Iterator[Row]:
    """The 95th of a hundred keys, and the middle one."""
    with tempfile.TemporaryDirectory() as folder:
        ours = _latencies(screen_command(Path(folder) / "new.db", "capture"), TABS)
    bare = _latencies(python(BARE), 0)
    for name, place in (("p95", 0.95), ("median", 0.5)):
        yield Row(
            f"a key in They said, {name}", "a key in a bare Input", _at(ours, place), _at(bare, place),
            aim="1.5x" if name == "p95" else "",
        )  # fmt: skip


def _at(times: list[float], place: float) -> float:
    return sorted(times)[int(len(times) * place)]


def _latencies(command: list[str], tabs: int) -> list[float]:
    """Milliseconds until the output for each key has come, after a few keys to warm up."""
    with Terminal.start(command, size=(200, 40)) as terminal:
        terminal.wait_until(lambda: FULL_SCREEN in terminal.sent, "the full screen")
        terminal.type("~")
        terminal.wait_for("~")
        _settle(terminal)
        for _ in range(tabs):
            terminal.type("\t")
            _settle(terminal)
        times = [_one(terminal, letter) for letter in TEXT]
        terminal.kill()
    return times[10:]


def _one(terminal: Terminal, letter: str) -> float:
    start = perf_counter()
    terminal.type(letter)
    while not terminal.pump(2.0):
        pass
    ms = (perf_counter() - start) * 1000
    _settle(terminal)
    return ms


def _settle(terminal: Terminal) -> None:
    """Read on until nothing has come for a moment, as between the keys of a person."""
    while terminal.pump(0.06):
        pass
