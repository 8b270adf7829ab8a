"""Textual's Linux driver, mended in six places; each is a fault of the library, with a test that fails without it.

1. Whatever continues a stopped program (a debugger, a shell, a hang-up) started application mode a second time, and
   the terminal's own modes were lost. Now only a program that left application mode enters it again.
2. A byte that is no UTF-8 ended the program (textual #6456). Now it is shown as U+FFFD.
3. A paste from a terminal without paste brackets came as keys, 0.7 ms each, and each new line of it acted as enter.
   Now a run of letters that no person types at once is one paste.
4. Keys typed ahead of a slow moment, or sent in one packet, all went to the field that had the focus when the first of
   them came: "Northwind", tab, "Engineer" stood in one field, and a backspace took the letter typed after it. Now a
   key waits until the key before it has done what it does, where that is more than to write a letter.
5. alt with a digit came as a letter ("º", "¡"), which iTerm sends for it.
6. The size was that of COLUMNS and LINES where they are exported, else that of standard output, which may be a file.
   Now it is that of the terminal that is drawn on, so that a change of it is seen.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import signal
from collections.abc import Callable, Iterable
from functools import partial
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from app.tui.arriving import Arrival

if TYPE_CHECKING:
    from app.tui.application import Afterword

BURST = 64
"""Characters read at once from which a run without control characters is a paste."""
GOES_ON = 0.05
"""Seconds within which the next read is the rest of such a paste."""
MOVE = 0.5
"""Seconds a key waits at most for what the key before it did; some of it may go on (saving), and keys are wanted."""
_TEXT = re.compile(r"[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_MARK = max(len(BRACKETED_PASTE_START), len(BRACKETED_PASTE_END))
_DRAWN_ON = 2  # standard error
_ALT_DIGITS = tuple(f"\x1b{digit}" for digit in range(10))


class BurstParser(XTermParser):
    """The library's parser; a long run of text outside of a bracketed paste is one paste.

    A tab ends a run: who types ahead goes from field to field by it, and a paste of words rarely holds one.
    """

    def __init__(self, debug: bool = False) -> None:
        self._in_brackets = False
        self._tail = ""
        self._held, self._held_at = "", 0.0
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """The messages of what was read."""
        at = 0
        for run in _TEXT.finditer(data):
            start, end = run.span()
            least = 1 if self._held and not start else BURST
            if end - start < least:
                continue
            yield from self._keys(data[at:start])
            while start < end and self._awaiting.timeout is not None:  # what is left of a sequence
                yield from self._keys(data[start])
                start += 1
            if self._in_brackets or end - start < least:
                yield from self._keys(data[start:end])
            else:
                self._held += data[start:end]
                self._held_at = monotonic()
            at = end
        yield from self._keys(data[at:], ends=not data)

    def tick(self) -> Iterable[Message]:
        """What has waited long enough; called ten times a second."""
        if self._held and monotonic() - self._held_at >= GOES_ON:
            yield from self._paste()
        yield from super().tick()

    def _paste(self) -> Iterable[Message]:
        held, self._held = self._held, ""
        if held:
            yield events.Paste(held.replace("\r\n", "\n").replace("\r", "\n"))

    def _keys(self, data: str, *, ends: bool = False) -> Iterable[Message]:
        if not data and not ends:
            return
        yield from self._paste()
        self._look_for_brackets(data)
        yield from super().feed(data)

    def _look_for_brackets(self, data: str) -> None:
        """Follow the brackets; one may be cut in two by the end of a read."""
        text = self._tail + data
        opened, closed = text.rfind(BRACKETED_PASTE_START), text.rfind(BRACKETED_PASTE_END)
        if opened != closed:
            self._in_brackets = opened > closed
        self._tail = text[-(_MARK - 1) :]


class SafeDriver(LinuxDriver):
    """The library's driver, which leaves the terminal as it was and writes drafts before it is stopped."""

    _moved: Event | None = None

    def process_message(self, message: Message) -> None:
        """Hand a message to the program; called in the thread that reads keys, which alone may wait."""
        if isinstance(message, events.Key | events.Paste):
            self._wait_for_the_move()
        super().process_message(message)
        if isinstance(message, events.Key) and not message.is_printable:
            self._moved = Event()
            self._when_arrived(self._moved.set)

    def _get_terminal_size(self) -> tuple[int, int]:
        """The columns and rows of the terminal that is drawn on; the library's guess where it does not tell."""
        with contextlib.suppress(OSError):
            columns, rows = os.get_terminal_size(_DRAWN_ON)
            if columns > 0 and rows > 0:
                return columns, rows
        return super()._get_terminal_size()

    def _wait_for_the_move(self) -> None:
        moved, self._moved = self._moved, None
        end = monotonic() + MOVE
        while moved and not moved.wait(0.01) and monotonic() < end and not self.exit_event.is_set():
            pass

    def _when_arrived(self, then: Callable[[], object]) -> None:
        """Call `then` in the program's loop once the keys before have done what they do; for other threads."""
        self.send_message(events.Callback(callback=Arrival(self._app, then).go_on))

    def _sigtstp_application(self, *_: object) -> None:
        """Stopped from outside: what is typed is written, then the terminal given back.

        Not here: a handler may have interrupted the writing to the terminal, which would then wait for itself.
        """
        keeper = cast("Afterword", self._app).keeper
        stop = partial(keeper.after_writing, self._stop_soon)
        keeper.after_writing(partial(self._when_arrived, stop))

    def _stop_soon(self) -> None:
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _sigcont_application(self, *_: object) -> None:
        """Continued: only a program that gave the terminal back takes it again."""
        if self._must_signal_resume:
            super()._sigcont_application()
        else:
            os.kill(os.getpid(), signal.SIGWINCH)  # what stopped us may have drawn, or the size changed

    def _run_input_thread(self) -> None:
        """Read keys; a terminal that cannot be read is gone, and the program leaves as after a hang-up."""
        try:
            self.run_input_thread()
        except OSError:
            os.kill(os.getpid(), signal.SIGHUP)
        except Exception as error:  # noqa: BLE001  (told by the program, without what was typed)
            self._app.call_later(self._app._handle_exception, error)  # noqa: SLF001  (as the library does with faults)


def _replacing_decoder(encoding: str) -> object:
    """The library's way to get a decoder, for one that never fails."""
    made = codecs.getincrementaldecoder(encoding)
    return lambda: made(errors="replace")


def mend() -> None:
    """Put the mended parts where the library's driver looks for them."""
    vars(linux_driver).update(XTermParser=BurstParser, getincrementaldecoder=_replacing_decoder)
    for sequence in _ALT_DIGITS:
        cast("dict[str, object]", ANSI_SEQUENCES_KEYS).pop(sequence, None)


mend()
