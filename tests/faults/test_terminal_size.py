"""The page is as large as the terminal it is drawn on, whatever else tells a size."""

from __future__ import annotations

import os
from pathlib import Path

from tests.on_a_terminal import Terminal, screen_command


def without_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def test_columns_and_lines_of_the_environment_do_not_count(tmp_path: Path) -> None:
    exported = {"COLUMNS": "30", "LINES": "8"}
    with Terminal.start(screen_command(tmp_path / "journal.db"), env=exported) as terminal:
        terminal.wait_for("Forgot to mention")
        terminal.resize(120, 36)
        terminal.wait_until(lambda: any(len(line) > 80 for line in terminal.lines()), "the wider page")


def test_with_its_output_in_a_file_the_page_still_fills_the_terminal(tmp_path: Path) -> None:
    command = screen_command(tmp_path / "journal.db")
    with Terminal.start(command, size=(120, 36), before=without_output) as terminal:
        terminal.wait_until(lambda: any(len(line) > 80 for line in terminal.lines()), "the wide page")
        terminal.wait_until(lambda: any(terminal.lines()[30:]), "the tall page")
