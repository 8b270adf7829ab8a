"""`afterword`, `afterword capture`, `afterword ask`: the commands that open a screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.cli.options import Options
from app.cli.output import put, say
from app.errors import UsageError
from app.terminal import is_terminal

HELP = """Interview follow-up in the terminal: write it down, say thank you, follow up on the right day.

Without a command the program opens on the screen.

Example: afterword capture
"""

# What the card "Before you leave" asks, for a pipe; the screen has it with room to fill in.
CARD = (
    ("What is the next step?", ""),
    ("When will I hear from you?", "Keep their words. “By the end of next week” will do."),
    ("Whom may I write to?", "Names, titles, a card or an address of each."),
    ("Thank them.", ""),
)


def _version(wanted: bool) -> None:
    if wanted:
        from app import __version__

        put(f"afterword {__version__}\n")
        raise typer.Exit


def start(
    context: typer.Context,
    db: Annotated[
        Path | None,
        typer.Option("--db", help="The journal's file, instead of AFTERWORD_DB or the usual place."),
    ] = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="Look around with made-up data; your own journal is not touched.")
    ] = False,
    version: Annotated[  # noqa: ARG001  (answered by its callback)
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="The version, and nothing else."),
    ] = False,
) -> None:
    """Open the screens, or hand the options on to a command."""
    context.obj = Options(db=db, demo=demo)
    if context.invoked_subcommand is None:
        raise typer.Exit(_open(context.obj, None))


def capture(context: typer.Context) -> None:
    """Write down an interview, on the screen.

    Example: afterword capture
    """
    raise typer.Exit(_open(context.find_object(Options) or Options(), "capture"))


def ask(context: typer.Context) -> None:
    """Show what to ask before you leave an interview.

    On a terminal the card opens on the screen and can be filled in; in a pipe it is printed.

    Example: afterword ask
    """
    if is_terminal(sys.stdout) and not _why_no_screen():
        raise typer.Exit(_open(context.find_object(Options) or Options(), "leave"))
    say("Before you leave")
    for number, (question, hint) in enumerate(CARD, 1):
        put("\n")
        say(f"{number}   {question}", indent=2, hang=6)
        if hint:
            say(hint, indent=6)
    put("\n")
    say("Then take five minutes and write it down: afterword capture")


def _open(options: Options, page: str | None) -> int:
    if why := _why_no_screen():
        raise UsageError(why)
    from app.tui.running import run

    return run(db=options.db, page=page, demo=options.demo)


def _why_no_screen() -> str:
    """Why no screen can be drawn here, "" where it can. Textual reads standard input and draws on standard error."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        return "The screen needs a terminal; see afterword add --help."
    if os.environ.get("TERM") == "dumb":
        return "This terminal cannot draw a screen (TERM is dumb); see afterword add --help."
    return ""
