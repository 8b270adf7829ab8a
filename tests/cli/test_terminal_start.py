"""The commands on a terminal: which of them draw the screen, and what is shown while something takes its time."""

import json
import sys

import pytest

from tests.on_a_terminal import Terminal

PROGRAM = [sys.executable, "-m", "app"]


@pytest.fixture
def start(tmp_path):
    """Start a command on a terminal, with a new journal and an empty home."""
    open_ones = []

    def started(*arguments, shell=""):
        command = ["sh", "-c", shell, *PROGRAM, *arguments] if shell else [*PROGRAM, *arguments]
        env = {"HOME": str(tmp_path), "AFTERWORD_DB": str(tmp_path / "journal.db"), "XDG_DATA_HOME": ""}
        open_ones.append(Terminal(command, env))
        return open_ones[-1]

    yield started
    for each in open_ones:
        each.close()


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ((), "Company"),
        (("capture",), "Company"),
        (("ask",), "Whom may I write to"),
        (("--demo",), "Timeline"),
    ],
)
def test_the_screen_opens_on_the_page_that_was_asked_for(start, arguments, shown):
    terminal = start(*arguments)
    terminal.wait_for(shown)
    assert "Traceback" not in terminal.output()


def test_add_waits_for_no_typing(start):
    terminal = start("add")
    assert terminal.exit_code() == 2
    terminal.pump()
    assert "reads JSON from standard input" in terminal.output()


def test_a_large_import_shows_how_far_it_is_and_a_small_one_nothing(start, tmp_path):
    file = tmp_path / "records.jsonl"
    for number, bars in ((600, {"Reading", "Saving"}), (3, set())):
        lines = [json.dumps({"company": f"C{i}", "when": "2026-01-05"}) for i in range(number)]
        file.write_text("\n".join(lines), encoding="utf-8")
        terminal = start("add", shell=f'exec "$0" "$@" < {file}')
        assert terminal.exit_code() == 0
        terminal.pump()
        output = terminal.output()
        assert {bar for bar in ("Reading", "Saving") if f"{bar} [" in output} == bars
        assert all(f"{bar} [{'=' * 24}] {number:,} of {number:,}" in output for bar in bars)
        assert f"Kept {number:,} interviews." in output
