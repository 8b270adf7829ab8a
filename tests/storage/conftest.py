"""A journal in a folder of its own, with a clock that moves a minute at each look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from app.storage.journal import Journal


class Clock:
    """Minutes from 12 November 2026, noon."""

    def __init__(self) -> None:
        self._minutes: Iterator[int] = count()

    def __call__(self) -> datetime:
        return datetime(2026, 11, 12, 12, 0, tzinfo=UTC) + timedelta(minutes=next(self._minutes))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal(path: Path) -> Journal:
    return Journal.open(path, now=Clock())
