"""The one place that writes to the standard streams. Text comes out inert, folded to the terminal, or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from app.errors import AfterwordError, DiskTrouble
from app.text import shown

_NARROWEST, _WIDEST = 10, 100
_UNTOLD = 80  # for a terminal that does not tell its width
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class PipeClosed(Exception):
    """Nobody reads the output any more."""


def ready() -> None:
    """Make the streams fit for any text, and keep their numbers from going to files opened later."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            # else the journal would become the "standard output" of whatever writes there
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def columns() -> int:
    """The width to fold to: of COLUMNS or the terminal; wide where the output is a pipe or a file."""
    with contextlib.suppress(ValueError):
        if given := int(os.environ.get("COLUMNS", "0")):
            return min(max(given, _NARROWEST), _WIDEST)
    with contextlib.suppress(OSError, ValueError, AttributeError):
        found = os.get_terminal_size(sys.stdout.fileno()).columns or _UNTOLD
        return min(max(found, _NARROWEST), _WIDEST)
    return _WIDEST


def say(text: str = "", *, indent: int = 0, hang: int | None = None) -> None:
    """One paragraph, made inert and folded; lines after the first are indented by `hang` cells."""
    for line in folds(shown(text), columns(), indent=indent, hang=indent if hang is None else hang):
        put(line + "\n")


def say_json(value: Any) -> None:
    """One value as one line of JSON, in ASCII: nothing in it can act on a terminal."""
    put(json.dumps(value) + "\n")


def put(text: str) -> None:
    """Write `text` as it is. Raises PipeClosed, DiskTrouble."""
    if sys.stdout is None:
        raise DiskTrouble("Could not write the output: standard output is closed.")
    with _told():
        sys.stdout.write(text)


def flush() -> None:
    """Write out what is still held back. Raises PipeClosed, DiskTrouble."""
    if sys.stdout is not None:
        with _told():
            sys.stdout.flush()


def complain(text: str) -> None:
    """One line on standard error, inert; where nobody can be told, nothing."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{shown(text)}\n")
            sys.stderr.flush()


def give_up() -> None:
    """Send what is left in standard output nowhere, so that the end of the program is quiet."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise PipeClosed from None
    except OSError as error:
        raise trouble(error) from None


def trouble(error: OSError) -> AfterwordError:
    """What to say when the output cannot be written."""
    reason = "disk full" if error.errno in _FULL else (error.strerror or "the system refused it").lower()
    return DiskTrouble(f"Could not write the output: {reason}.")


def folds(text: str, cells: int, *, indent: int = 0, hang: int = 0) -> Iterator[str]:
    """`text` in lines of at most `cells` cells, broken at blanks, or inside a word that is wider than a line."""
    from app.cells import lines_of, width  # the drawing library; a mere number needs it not

    line, room = "", cells - indent
    front = " " * indent
    for word in text.split():
        for piece in lines_of(word, cells - max(hang, indent)):
            joined = f"{line} {piece}" if line else piece
            if width(joined) <= room:
                line = joined
                continue
            if line:
                yield front + line
                front, room = " " * hang, cells - hang
            line = piece
    yield front + line if line else ""


class Bar:
    """A line of progress on standard error, if that is a terminal and the work is large enough to wait for."""

    _CELLS = 24
    _WORTH_IT = 500

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total, self._next = what, total, 0
        self._shown = total >= self._WORTH_IT and sys.stderr is not None and sys.stderr.isatty()

    def at(self, done: int) -> None:
        """Show how many are done; drawn a hundred times in all."""
        if self._shown and (done >= self._next or done == self._total):
            self._next = done + max(self._total // 100, 1)
            filled = self._CELLS * done // self._total
            bar = "=" * filled + " " * (self._CELLS - filled)
            sys.stderr.write(f"\r{self._what} [{bar}] {done:,} of {self._total:,}")
            sys.stderr.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            sys.stderr.write("\n")
            sys.stderr.flush()
