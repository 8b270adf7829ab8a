"""Measuring one thing beside its floor, turn by turn, so that a slow moment of the machine meets both."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Row:
    """One line of the table: what, against what, in milliseconds (or `unit`), and the ratio aimed at ("" none)."""

    what: str
    floor: str
    ours: float
    bare: float | None = None
    aim: str = ""
    unit: str = "ms"

    def line(self) -> str:
        """The line as printed."""
        ratio = f"{self.ours / self.bare:6.2f}x" if self.bare else "       "
        bare = f"{self.bare:9.2f}" if self.bare is not None else "         "
        return f"{self.what:<52}{self.ours:9.2f} {bare} {self.unit:<3}{ratio}  {self.aim:<10} {self.floor}"


def in_turns(ours: Callable[[], float], bare: Callable[[], float], runs: int) -> tuple[float, float]:
    """The medians of both, measured turn by turn after one warm-up each."""
    ours(), bare()
    pairs = [(ours(), bare()) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def process_ms(command: Sequence[str], **environ: str) -> float:
    """Milliseconds a whole process takes; it must end well."""
    start = perf_counter()
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
    )
    return (perf_counter() - start) * 1000


def python(code: str) -> list[str]:
    """A command that runs `code`."""
    return [sys.executable, "-c", code]


def call_ms(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
