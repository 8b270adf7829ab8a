"""The start: one place where every error becomes one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from app.errors import AfterwordError

_PIPE_CLOSED = 141  # what a shell reports for a program ended by SIGPIPE
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line given (that of the process by default); the exit code."""
    os.umask(0o077)  # before any file is made: all of them are the person's own
    from app.cli import output

    output.ready()
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        code = _run(given)
        output.flush()
    except output.PipeClosed:
        output.give_up()
        return _PIPE_CLOSED
    except AfterwordError as error:
        return _told(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001  (the last place: a traceback would show the person's text)
        return _stopped(error, given)
    return code


def _run(arguments: list[str]) -> int:
    from app.cli.quick import answered

    code = answered(arguments)
    if code is not None:
        return code
    from app.cli.commands import command_line

    return command_line(arguments)


def _told(error: AfterwordError) -> int:
    from app.cli import output

    try:
        output.flush()
    except (output.PipeClosed, AfterwordError):
        output.give_up()
    output.complain(str(error))
    return error.exit_code


def _stopped(error: Exception, arguments: list[str]) -> int:
    from app.cli import output
    from app.faultreport import fault_told
    from app.paths import places

    try:
        # beside the journal that was worked on, where `afterword where` says it is
        folder = places(_db_of(arguments)).journal.parent
    except AfterwordError:
        folder = None
    output.give_up()
    output.complain(fault_told(error, folder))
    return 1


def _db_of(arguments: list[str]) -> str | None:
    """The file behind --db, which stands before the command."""
    first, equals, file = (arguments or [""])[0].partition("=")
    if first != "--db":
        return None
    return file if equals else "".join(arguments[1:2])


if __name__ == "__main__":
    sys.exit(main())
