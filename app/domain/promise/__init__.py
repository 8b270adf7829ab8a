"""The promise reader: the employer's words -> a reading (follow-up-rules.md, "Reading the employer's words")."""

from app.domain.promise.reader import read_promise, said_by
from app.domain.promise.reading import Reading, ReadingKind

__all__ = ["Reading", "ReadingKind", "read_promise", "said_by"]
