"""The program on a terminal of its own: a pty whose output is read by pyte, as a person would see it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

import pyte

ROOT = Path(__file__).parent.parent
START = (
    "import sys; from pathlib import Path; from app.tui.running import run; "
    "sys.exit(run(db=Path(sys.argv[1]), page=sys.argv[2]))"
)
DEADLINE = 30.0
"""Seconds within which anything must happen, on however slow a machine."""


def screen_command(db: Path, page: str = "capture") -> list[str]:
    """The command that shows a page of the journal `db`."""
    return [sys.executable, "-c", START, str(db), page]


class _Screen(pyte.Screen):
    """A pyte screen that bears what a modern terminal is sent: private modes and reports it does not know."""

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name in {
            "report_device_status",
            "report_device_attributes",
            "set_margins",
            "select_graphic_rendition",
        }:
            return lambda *args, **kwargs: None if kwargs.get("private") else found(*args, **kwargs)
        return found


class Terminal:
    """A terminal with one program on it.

    `controlling=False` leaves the program without a controlling terminal, so that a hang-up sends it no signal.
    Everything that is sent is read by `pump`, which every waiting method calls.
    """

    def __init__(
        self,
        args: Sequence[str],
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
        *,
        controlling: bool = True,
        before: Callable[[], object] | None = None,
    ) -> None:
        columns, rows = size
        self.screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = bytearray()
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes = termios.tcgetattr(self.slave)
        self.process = self._started(args, env, controlling, before)

    @classmethod
    def start(
        cls,
        args: Sequence[str],
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
        **how: Any,
    ) -> Terminal:
        """A terminal with `args` running on it."""
        return cls(args, env, size, **how)

    def _started(
        self,
        args: Sequence[str],
        env: Mapping[str, str] | None,
        controlling: bool,
        before: Callable[[], object] | None,
    ) -> subprocess.Popen[bytes]:
        slave = self.slave

        def in_the_child() -> None:
            if controlling:
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            if before is not None:
                before()

        foreign = ("TEXTUAL", "PYTEST", "COLUMNS", "LINES")  # the size of another terminal, among others
        kept = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
        known = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            list(args),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env={**kept, **known, **(env or {})},
            start_new_session=True,
            preexec_fn=in_the_child,  # noqa: PLW1509  (two calls to the system, in a test)
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- what is on it ---------------------------------------------------------------------------------------

    def pump(self, seconds: float = 0.05) -> bool:
        """Read what the program sent, waiting at most so long for it; whether there was anything."""
        if self.master < 0 or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.sent += data
        self._stream.feed(data)
        return bool(data)

    def lines(self) -> list[str]:
        """The rows, without the blanks at their ends."""
        while self.pump(0):
            pass
        return [line.rstrip() for line in self.screen.display]

    def text(self) -> str:
        """All rows as one text."""
        return "\n".join(self.lines())

    def output(self) -> str:
        """All that was sent, as it came."""
        while self.pump(0):
            pass
        return self.sent.decode("utf-8", "replace")

    def quiet(self, seconds: float = 0.3) -> bool:
        """Whether nothing more comes for so long."""
        return not self.pump(seconds)

    def stopped(self) -> bool:
        """Whether the program is stopped, as `ps` shows it."""
        state = (
            Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        )
        return state in "Tt"

    def wait_until(self, holds: Callable[[], object], what: str, timeout: float = DEADLINE) -> None:
        """Read until `holds`; fails with what stands on the terminal."""
        end = monotonic() + timeout
        while not holds():
            assert monotonic() < end, f"{what} never came\n{self.text()}"
            self.pump()

    def wait_for(self, text: str, timeout: float = DEADLINE) -> None:
        """Read until `text` stands on the terminal."""
        self.wait_until(lambda: text in self.text(), repr(text), timeout)

    # -- what is done to it ------------------------------------------------------------------------------------

    def type(self, keys: str | bytes) -> None:
        """Type, as fast as the program reads."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            self.pump(0)
            if select.select([], [self.master], [], 0.05)[1]:
                data = data[os.write(self.master, data[:512]) :]

    def resize(self, columns: int, rows: int) -> None:
        """Another size; the program is told of it."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def stall(self) -> None:
        """Read nothing any more; the line is full, and the program has more to draw than it can queue."""
        handle = os.open(os.ttyname(self.slave), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        with contextlib.suppress(BlockingIOError):
            while True:
                os.write(handle, b"\0" * 4096)
        os.close(handle)
        for number in range(60):
            fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60 + number, 0, 0))
            self.process.send_signal(signal.SIGWINCH)
            time.sleep(0.02)  # each is a frame of its own

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to the program alone."""
        self.process.send_signal(number)

    def close_master(self) -> None:
        """Close the window."""
        os.close(self.master)
        self.master = -1

    def exit_code(self, timeout: float = DEADLINE) -> int:
        """What the program ended with (negative: the signal that killed it); fails if it does not end in time."""
        self.wait_until(lambda: self.process.poll() is not None, "the end of the program", timeout)
        return self.process.returncode

    def restored(self) -> bool:
        """Whether the terminal is as it was before the program; ask after its end."""
        return termios.tcgetattr(self.slave) == self.modes

    def close(self) -> None:
        """End the program if it still runs, and put the terminal away."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(DEADLINE)
        for handle in (self.master, self.slave):
            with contextlib.suppress(OSError):
                os.close(handle)
