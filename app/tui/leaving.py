"""Leaving well: whatever ends the program, what is typed is written and the terminal is as it was before.

A signal's handler only writes to a pipe: it may interrupt the program anywhere, and the screen's loop may stand still
(a terminal that stops reading), or the disk may. A thread reads it, has the keeper write, asks the program to end,
and ends it by force if it has not ended two seconds later.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import termios
import time
from collections.abc import Callable
from threading import Event, Thread
from types import FrameType, TracebackType
from typing import Any

from app.errors import UsageError
from app.terminal import is_terminal
from app.tui.keeper import Keeper

NO_TERMINAL = "The screen needs a terminal; see afterword add --help."
DUMB = "This terminal cannot draw a screen (TERM is dumb); see afterword add --help."
SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
BY_SIGNAL = 128
"""What a shell reports for a program that a signal ended: this, and the signal's number."""
PATIENCE = 2.0
"""Seconds the program has to end by itself once it was told to."""
PATIENCE_WITH_DISK = 10.0
"""Seconds a disk has to take what is typed, before that."""
LONGEST = 5.0
"""Seconds work on the journal that has begun may go on after the screen is gone; it is whole or undone, never half."""
_OVER = 0
_RESET = (
    "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l"  # drawing in one go, paste brackets, no wrapping, sizes as keys
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # the mouse
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"  # the kitty keys, the other screen, the cursor, focus, colours
)


def check_terminal() -> None:
    """Raise UsageError where no screen can be drawn: Textual reads standard input and draws on standard error."""
    if not (is_terminal(sys.__stdin__) and is_terminal(sys.__stderr__)):
        raise UsageError(NO_TERMINAL)
    if os.environ.get("TERM") == "dumb":
        raise UsageError(DUMB)


def wait_no_longer(code: int) -> None:
    """The last run is over, the terminal given back: end with `code` when work still under way takes too long.

    From now on an interrupt ends the program at once; Python would wait on, and print a traceback for it.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_late, args=(code,), name="last wait", daemon=True).start()


def _end_late(code: int) -> None:
    time.sleep(LONGEST)
    os._exit(code)


class Leaving:
    """For the time of one run, as a `with`: signals and a hang-up end it well. `code` is then the exit code, else 0.

    `leave` is called in another thread, with the exit code, and asks the program to end. A signal that was ignored at
    the start (nohup) stays so; the hang-up itself is seen nevertheless.
    """

    def __init__(self, keeper: Keeper, leave: Callable[[int], None]) -> None:
        self._keeper, self._leave = keeper, leave
        self.code = 0
        self._modes: list[Any] | None = None
        self._before: dict[signal.Signals, Any] = {}
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._wake, False)

    def __enter__(self) -> Leaving:
        with contextlib.suppress(termios.error):
            self._modes = termios.tcgetattr(0)
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._asked)
        Thread(target=self._watch, name="leaving", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()
        if not self.code:  # one who was told to end is not to be ended a second time on the way out
            for number, before in self._before.items():
                signal.signal(number, before)
            self._wake_with(_OVER)

    def _asked(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  (a handler's two arguments)
        self._wake_with(number)

    def _wake_with(self, number: int) -> None:
        with contextlib.suppress(OSError):  # full: it is awake
            os.write(self._wake, bytes([number]))

    def _watch(self) -> None:
        """Wait for a signal, or for the end of the terminal, of which not every program is told by a signal."""
        poll = select.poll()
        poll.register(0, 0)
        poll.register(self._woken, select.POLLIN)
        found = {handle for handle, _ in poll.poll()}
        number = os.read(self._woken, 1)[0] if self._woken in found else signal.SIGHUP
        if number != _OVER:
            self._leave_with(BY_SIGNAL + number)

    def _leave_with(self, code: int) -> None:
        """Have what is typed written, then end; by force where the disk stands still, or the program does."""
        self.code = code
        written = Event()
        self._keeper.after_writing(written.set)
        if not self._keeper.ended:
            written.wait(PATIENCE_WITH_DISK)
        with contextlib.suppress(Exception):  # it may be ending already, its loop closed
            self._leave(code)
        time.sleep(PATIENCE)
        self._restore()
        _say_without_waiting(_RESET)
        os._exit(code)

    def _restore(self) -> None:
        if self._modes is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._modes)


def _say_without_waiting(text: str) -> None:
    """Write to the terminal what it takes at once. Opened anew: not to wait is a mode of what is open, not of ours."""
    with contextlib.suppress(OSError):
        handle = os.open(os.ttyname(2), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        os.write(handle, text.encode())
