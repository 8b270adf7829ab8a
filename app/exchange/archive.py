"""Everything in a journal as one JSON text, and back, without loss.

    {"afterword": 1, "revision": "0001", "tables": {"opportunity": [{"id": 1, ...}, ...], ...}}

Each row is an object of plain values on a line of its own, so that two exports can be compared line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from app.errors import BadRecord
from app.exchange.jsontext import values_in
from app.storage.values import Archive, Row

FORMAT = 1


def archive_text(archive: Archive) -> Iterator[str]:
    """The text of `archive`, in pieces."""
    yield f'{{"afterword": {FORMAT}, "revision": {json.dumps(archive.revision)}, "tables": {{'
    for i, (name, rows) in enumerate(archive.tables.items()):
        yield f"{',' if i else ''}\n{json.dumps(name)}: ["
        for j, row in enumerate(rows):
            # ASCII only: the text then survives every pipe, editor and locale
            yield f"{',' if j else ''}\n{json.dumps(row)}"
        yield "]"
    yield "\n}}\n"


def archive_in(text: str) -> Archive:
    """The archive that `text` holds. Raises BadRecord where it is none, or one of a later format."""
    found = list(values_in(text))
    if not found:
        raise BadRecord("the file is empty")
    line, value = found[0]
    if isinstance(value, BadRecord):
        raise value
    if len(found) > 1 or not isinstance(value, dict) or "afterword" not in value:
        raise BadRecord(
            "this is no export of Afterword; records of interviews are for afterword add", line=line
        )
    if value["afterword"] != FORMAT:
        raise BadRecord("this export was written by a newer Afterword; update it", line=line)
    revision, tables = value.get("revision"), value.get("tables")
    if not isinstance(revision, str) or not isinstance(tables, dict):
        raise BadRecord("this export is not whole", line=line)
    return Archive(revision, {name: _rows(name, rows) for name, rows in tables.items()})


def _rows(name: str, rows: Any) -> tuple[Row, ...]:
    if not isinstance(rows, list):
        raise BadRecord("wants a list of rows", field=name)
    for i, row in enumerate(rows):
        if not isinstance(row, dict) or not all(_is_plain(value) for value in row.values()):
            raise BadRecord(
                "wants an object of texts, whole numbers, true, false and null", field=f"{name}[{i}]"
            )
    return tuple(rows)


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int)
