"""The timeline with many opportunities beside the timeline with ten: to open, to move, to jump, and how much memory."""

from __future__ import annotations

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from app.domain.timeline import Entry
from app.tui.widgets.rows import Rows
from tests.bench.timing import ROOT, Row

MANY, FEW = 10_000, 10
MOVES, RUNS = 60, 3


def rows() -> Iterator[Row]:
    """Each in a process of its own, many and few in turn."""
    from tests.bench.data import journal_of

    with tempfile.TemporaryDirectory() as folder:
        many, few = journal_of(MANY, Path(folder)), journal_of(FEW, Path(folder))
        found = [(_measured(many), _measured(few)) for _ in range(RUNS)]
    for name, what, unit in (
        ("open", "timeline, 10,000 opportunities: first rows", "ms"),
        ("read", "  to have read all of it", "ms"),
        ("reopen", "  to read it again after a change", "ms"),
        ("move", "  to move the cursor, p95", "ms"),
        ("end", "  to jump to the end", "ms"),
        ("memory", "  memory of the whole process", "MB"),
    ):
        ours, bare = (statistics.median(pair[i][name] for pair in found) for i in (0, 1))
        yield Row(
            what,
            "the same with 10",
            ours,
            bare,
            aim="1.5x" if name in {"open", "move", "end"} else "",
            unit=unit,
        )


def _measured(path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.lists", str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


async def _in_one(path: Path) -> dict[str, float]:
    from app.paths import places
    from app.tui.application import Afterword
    from app.tui.screens.timeline import TimelineScreen
    from tests.bench.data import NOW

    app = Afterword(places(path), clock=lambda: NOW, zone="Europe/Berlin", page="timeline")
    start = perf_counter()
    async with app.run_test(size=(80, 24)):
        screen = app.screen
        assert isinstance(screen, TimelineScreen)
        while screen.entries is None:  # noqa: ASYNC110  (the screen tells nobody else when it is filled)
            await asyncio.sleep(0.002)
        drawn = asyncio.Event()  # not pilot.pause(): it waits for the processor to be idle, up to a second
        screen.call_after_refresh(drawn.set)
        await drawn.wait()
        opened = perf_counter() - start
        await app.workers.wait_for_complete()
        read = perf_counter() - start
        moves = [_drawn(screen.rows, lambda: screen.rows.action_move(1)) for _ in range(MOVES)]
        end = _drawn(screen.rows, lambda: screen.rows.action_end_of(1))
        start = perf_counter()
        app.facts_changed()
        await app.workers.wait_for_complete()
        reopened = perf_counter() - start
    return {
        "open": opened * 1000,
        "read": read * 1000,
        "reopen": reopened * 1000,
        "move": sorted(moves)[int(len(moves) * 0.95)] * 1000,
        "end": end * 1000,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _drawn(rows: Rows[Entry], move: Callable[[], None]) -> float:
    """Seconds of a move with the drawing of every line in sight."""
    start = perf_counter()
    move()
    for line in range(rows.size.height):
        rows.render_line(line)
    return perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_in_one(Path(sys.argv[1])))))
