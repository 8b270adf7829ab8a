"""Whether there is a terminal at the other end."""

from __future__ import annotations


def is_terminal(stream: object) -> bool:
    """Whether `stream` (None where it was closed before the start) is a terminal."""
    try:
        return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]  # a stream, or None if closed
    except ValueError:
        return False
