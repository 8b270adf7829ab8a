"""What the tests of the command line share."""

import pytest
from cli_command import Command


@pytest.fixture
def afterword(tmp_path, monkeypatch):
    """The command line on a new journal."""
    return Command(tmp_path / "journal.db", monkeypatch)
