"""`afterword export` and `afterword import`: everything in the journal as one file, without loss."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.options import journal_of, options_of
from app.cli.outlooks import outlooks_after_change, place_of
from app.cli.output import put, say
from app.errors import AfterwordError, NotFound, UsageError
from app.text import shown

if TYPE_CHECKING:
    from collections.abc import Iterator


def export(
    context: typer.Context,
    to_json: Annotated[str, typer.Option("--json", help="The file to write, or - for standard output.")],
) -> None:
    """Write the whole journal to a file, without loss.

    afterword import reads it back.

    Example: afterword export --json everything.json
    """
    from app.exchange.archive import archive_text

    journal_file = options_of(context).places.journal
    if not journal_file.exists():
        raise NotFound(f"There is no journal yet at {journal_file}; there is nothing to export.")
    with journal_of(context, read_only=True) as journal:
        archive = journal.everything()
    pieces = archive_text(archive)
    if to_json == "-":
        for piece in pieces:
            put(piece)
        return
    path = Path(to_json)
    _write(path, pieces)
    rows = sum(map(len, archive.tables.values()))
    say(f"Wrote {rows:,} rows to {path}. It holds everything you noted; keep it private.")


def import_(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(help="A file written by afterword export --json, or - for standard input.")
    ],
) -> None:
    """Read back what afterword export wrote.

    An empty journal becomes exactly what was exported. To any other, the opportunities that it does not hold
    are added; nothing in it is changed.

    Example: afterword --db other.db import everything.json
    """
    from app.exchange.archive import archive_in
    from app.exchange.jsontext import text_of

    archive = archive_in(text_of(_bytes_of(file)))
    with journal_of(context) as journal:
        added = journal.restore_everything(archive)
        outlooks_after_change(journal, place_of(journal))
    say(f"{added:,} opportunit{'y' if added == 1 else 'ies'} added. What was there stays as it was.")


def _bytes_of(file: str) -> bytes:
    try:
        if file == "-":
            if sys.stdin is None:
                raise UsageError("Standard input is closed.")
            return sys.stdin.buffer.read()
        return Path(file).read_bytes()
    except FileNotFoundError:
        raise NotFound(f"There is no file {shown(file)}.") from None
    except OSError as error:
        raise UsageError(f"{shown(file)} cannot be read: {error.strerror}.") from None


def _write(path: Path, pieces: Iterator[str]) -> None:
    """Write a plain file whole, or not at all; into a pipe or device as it comes."""
    from app.storage.disk import told, write_whole

    if not path.absolute().parent.is_dir():
        raise NotFound(f"There is no folder {path.absolute().parent}; nothing is written.")
    data = "".join(pieces).encode()
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as special:
                special.write(data)
        else:
            write_whole(path.absolute(), data)
    except OSError as error:
        raise _trouble(error, path, told(error, f"{path} is not written")) from None


def _trouble(error: OSError, path: Path, usual: AfterwordError) -> AfterwordError:
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return UsageError(f"{path} is not written: {os.strerror(error.errno or 0).lower()}.")
    return usual
