"""JSON as it comes out of a pipe: one object, JSON lines, or an array, each value with the line it begins on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from app.errors import BadRecord
from app.text import shown

_BLANK = re.compile(r"[ \t\r\n]*")
_SEPARATOR = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*")
_NEXT_RECORD = re.compile(r"\n(?=[ \t]*[{\[])")
_NOT_UTF8 = re.compile("[\udc80-\udcff]")


def text_of(data: bytes) -> str:
    """`data` as text. Bytes that are no UTF-8 stay recognisable, so that the line they are on can be named."""
    return data.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")


def values_in(text: str) -> Iterator[tuple[int, Any | BadRecord]]:
    """Each value of `text` with its line (from 1); a BadRecord in place of one that cannot be read.

    An array at the top stands for its items. Behind a value that is broken, reading goes on at the next line
    that begins with a bracket.
    """
    at = _skip(_BLANK, text, 0)
    closing = ""
    if text[at : at + 1] == "[":
        closing = "]"
        at = _skip(_BLANK, text, at + 1)
    lines = _Lines(text)
    while at < len(text):
        line = lines.of(at)
        if closing and text[at] == closing:
            at = _skip(_BLANK, text, at + 1)
            closing = ""
            if at < len(text):
                yield (
                    lines.of(at),
                    BadRecord("something stands behind the closing bracket", line=lines.of(at)),
                )
            return
        value, at = _value(text, at, line)
        yield line, value
        at = _skip(_SEPARATOR if closing else _BLANK, text, at)
    if closing:
        line = lines.of(len(text))
        yield line, BadRecord("the closing bracket of the list is missing", line=line)


def _value(text: str, at: int, line: int) -> tuple[Any | BadRecord, int]:
    """The value that begins at `at`, or what is wrong with it, and where to go on."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        return BadRecord(f"this is not JSON ({_told(error, text)})", line=line), _behind(text, at)
    except BadRecord as error:
        return BadRecord(error.why, line=line, field=error.field), _behind(text, at)
    except RecursionError:
        return BadRecord("this is nested too deeply", line=line), _behind(text, at)
    if _NOT_UTF8.search(text, at, end):
        return BadRecord("this is not UTF-8 text", line=line), end
    return value, end


def _told(error: json.JSONDecodeError, text: str) -> str:
    found = (
        shown(text[error.pos : error.pos + 12].splitlines()[0])
        if text[error.pos : error.pos + 1].strip()
        else ""
    )
    return f"{error.msg.lower()}, at “{found}”" if found else error.msg.lower()


def _behind(text: str, at: int) -> int:
    found = _NEXT_RECORD.search(text, at)
    return found.end() if found else len(text)


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


class _Lines:
    """Line numbers of positions asked for in rising order, counted once."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._line = text, 0, 1

    def of(self, at: int) -> int:
        self._line += self._text.count("\n", self._at, at)
        self._at = at
        return self._line


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadRecord("given twice", field=shown(twice))
    return found


def _constant(name: str) -> NoReturn:
    raise BadRecord(f"{name} is no JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)
