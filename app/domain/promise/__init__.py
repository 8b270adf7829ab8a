"""The promise reader: the employer's words -> a reading (follow-up-rules.md, "Reading the employer's words").

Its tables take 60 ms to build, so it is loaded when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.promise.reading import Reading, ReadingKind

if TYPE_CHECKING:
    from app.domain.promise.reader import read_promise, said_by

__all__ = ["Reading", "ReadingKind", "read_promise", "said_by"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from app.domain.promise import reader

    return getattr(reader, name)
