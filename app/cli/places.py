"""`afterword where`: every path the program uses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from app.cells import padded, width
from app.cli.options import options_of
from app.cli.output import columns, put, say
from app.text import shown


def where(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As one object of JSON.")] = False,
) -> None:
    """Show every path that is used.

    And whether anything is there.

    Example: afterword where
    """
    paths = _paths(context)
    if as_json:
        put(json.dumps({name: str(path) for name, path in paths.items()}) + "\n")
        return
    widest = max(map(width, paths)) + 2
    for name, path in paths.items():
        # a path is for copying: it is never folded
        absent = "" if path.exists() else "   (not there yet)"
        line = f"{padded(name, widest)}{shown(str(path))}{absent}"
        if width(line) <= columns():
            put(f"{line}\n")
        else:
            say(name)
            put(f"  {shown(str(path))}{absent}\n")


def _paths(context: typer.Context) -> dict[str, Path]:
    from app.paths import config_file

    places = options_of(context).places
    return {
        "journal": places.journal,
        "drafts": places.drafts,
        "backups": places.backups,
        "due count": places.due,
        "lock": places.lock,
        "settings": config_file(),
        "fault report": places.journal.parent / "fault-report.txt",
    }
