"""A journal in a folder of its own, with a clock that moves a minute at each look."""

from __future__ import annotations

from pathlib import Path

import pytest
from storage_facts import Clock

from app.storage.journal import Journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal(path: Path) -> Journal:
    return Journal.open(path, now=Clock())
