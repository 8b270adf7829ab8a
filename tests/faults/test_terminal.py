"""The terminal closes, sends what is no text, pastes as if typed, or is far too small."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.message import Message

from app.tui.driver import BURST, BurstParser
from tests.on_a_terminal import ROOT, START, Terminal, screen_command

TYPED = "Northwind"
WORDS = "It went well, they said; the panel is next week. "
LONG = (WORDS * 400).rstrip()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def terminal(db: Path) -> Iterator[Terminal]:
    with Terminal.start(screen_command(db)) as made:
        made.wait_for("Company")
        yield made


def kept(db: Path, field: str = "company") -> list[str]:
    """A field of the drafts on the disk."""
    files = db.with_name(f"{db.name}.drafts").glob("*.json")
    return [json.loads(path.read_text(encoding="utf-8"))["fields"].get(field, "") for path in files]


def shown(terminal: Terminal) -> str:
    """What stands on the terminal, as one line without what marks the field."""
    return " ".join(terminal.text().replace("▌", " ").split())


def ignoring_hang_ups() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


# -- the window closes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "how", [{}, {"controlling": False}, {"before": ignoring_hang_ups}], ids=["told", "not told", "nohup"]
)
def test_a_closed_window_loses_nothing_and_leaves_nothing_running(db: Path, how: dict[str, Any]) -> None:
    with Terminal.start(screen_command(db), **how) as terminal:
        terminal.wait_for("Company")
        terminal.type(TYPED)
        terminal.wait_for(TYPED)
        terminal.close_master()
        assert terminal.process.wait(30) == 128 + signal.SIGHUP
    assert kept(db) == [TYPED]


def test_a_window_closed_while_the_program_starts_leaves_nothing_running(db: Path) -> None:
    with Terminal.start(screen_command(db)) as terminal:
        terminal.wait_until(lambda: terminal.sent, "the first that is sent")
        terminal.close_master()
        assert terminal.process.wait(30) == 128 + signal.SIGHUP


# -- what comes from it ------------------------------------------------------------------------------------------


def test_a_byte_that_is_no_text_is_shown_as_such_and_typing_goes_on(terminal: Terminal, db: Path) -> None:
    terminal.type(b"Caf\xe9 Nord")
    terminal.wait_for("Caf\ufffd Nord")
    terminal.type("\x11")
    assert terminal.exit_code() == 0
    assert kept(db) == ["Caf\ufffd Nord"]


def test_keys_typed_ahead_reach_the_field_they_were_typed_for(terminal: Terminal) -> None:
    terminal.type("Northwind\tPlatform engineer\t\x15yesterday 14:00\rvideo\r2\rDana Lee\x1b[A\x7f3")
    terminal.wait_until(lambda: "Round 3" in shown(terminal), "the last key")
    assert "Company Northwind Role Platform engineer" in shown(terminal)
    assert "When yesterday 14:00 How video Round 3" in shown(terminal)
    assert "Met Dana Lee" in shown(terminal)


def test_a_backspace_typed_ahead_takes_the_letter_before_it(terminal: Terminal, db: Path) -> None:
    terminal.type("Northvimd\x7f\x7fnd" + "\x1b[D" * 3 + "\x7fw\x11")
    assert terminal.exit_code() == 0
    assert kept(db) == [TYPED]


def test_a_paste_without_brackets_is_taken_whole_and_at_once(terminal: Terminal, db: Path) -> None:
    terminal.type("Northwind" + "\t" * 8)
    terminal.type(LONG)
    terminal.wait_until(lambda: kept(db, "went_well") == [LONG], "the paste")
    assert kept(db) == [TYPED]


def test_the_lines_of_a_paste_without_brackets_stay_in_their_field(terminal: Terminal, db: Path) -> None:
    lines = "\n".join(f"Point {number}, told at some length so that it is a long line" for number in range(5))
    terminal.type("Northwind" + "\t" * 8 + lines.replace("\n", "\r"))
    terminal.wait_until(lambda: kept(db, "went_well") == [lines], "the paste")


@pytest.mark.parametrize("size", [(20, 5), (2, 1), (40, 10)])
def test_in_a_window_far_too_small_keys_are_still_taken(db: Path, size: tuple[int, int]) -> None:
    with Terminal.start(screen_command(db), size=size) as terminal:
        terminal.wait_until(lambda: "\x1b[?2004h" in terminal.output(), "the first frame")
        terminal.wait_until(terminal.quiet, "the first frame")
        terminal.type(TYPED)
        terminal.wait_until(lambda: kept(db) == [TYPED], "the draft")
        terminal.resize(80, 24)
        terminal.wait_for(TYPED)
        terminal.type("\x11")
        assert terminal.exit_code() == 0


def test_without_a_name_for_the_terminal_it_goes_on(db: Path) -> None:
    with Terminal.start(screen_command(db), env={"TERM": ""}) as terminal:
        terminal.wait_for("Company")
        terminal.type("\x11")
        assert terminal.exit_code() == 0


def test_a_terminal_that_cannot_draw_is_told_so(db: Path) -> None:
    start = "import sys; from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
    asked = [sys.executable, "-c", start, "--db", str(db), "capture"]
    with Terminal.start(asked, env={"TERM": "dumb"}) as terminal:
        assert terminal.exit_code() == 2
        assert "TERM is dumb" in terminal.text()


def test_the_screen_itself_refuses_what_is_no_terminal(db: Path) -> None:
    asked = [sys.executable, "-c", START, str(db), "capture"]
    done = subprocess.run(
        asked,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
        text=True,
        cwd=ROOT,
        env=dict(os.environ),
    )
    assert "UsageError: The screen needs a terminal" in done.stderr


# -- the parser, alone -------------------------------------------------------------------------------------------


def told(*reads: str) -> list[Message]:
    """What the parser makes of some reads."""
    parser = BurstParser()
    return [message for read in (*reads, "") for message in parser.feed(read)]


def pastes(messages: list[Message]) -> list[str]:
    return [each.text for each in messages if isinstance(each, events.Paste)]


def keys(messages: list[Message]) -> str:
    return "".join(each.character or "" for each in messages if isinstance(each, events.Key))


def test_a_long_run_is_one_paste_and_a_short_one_is_keys() -> None:
    assert pastes(told("x" * BURST)) == ["x" * BURST]
    short = told("x" * (BURST - 1))
    assert (pastes(short), keys(short)) == ([], "x" * (BURST - 1))


def test_what_several_reads_bring_is_one_paste() -> None:
    assert pastes(told("x" * 4096, "y\rz", "\n")) == ["x" * 4096 + "y\nz\n"]


def test_a_key_after_a_paste_comes_after_it() -> None:
    messages = [each for each in told("x" * BURST, "\t") if isinstance(each, events.Paste | events.Key)]
    assert [type(each) for each in messages] == [events.Paste, events.Key]


def test_a_tab_within_a_long_run_stays_a_key() -> None:
    messages = told("x" * BURST + "\t" + "y" * BURST)
    assert pastes(messages) == ["x" * BURST, "y" * BURST]
    assert keys(messages) == "\t"


def test_a_bracketed_paste_is_one_wherever_a_read_ends() -> None:
    text = f"\x1b[200~{WORDS}\r{WORDS}\x1b[201~"
    for cut in range(1, len(text)):
        assert pastes(told(*text[:cut], text[cut:])) == [f"{WORDS}\r{WORDS}"], cut


def test_a_long_run_after_a_bracketed_paste_is_a_paste_of_its_own() -> None:
    assert pastes(told(f"\x1b[200~one\x1b[201~{'x' * BURST}")) == ["one", "x" * BURST]


def test_a_sequence_before_a_long_run_is_still_read_as_one() -> None:
    messages = told(f"\x1b[A{'x' * BURST}")
    assert next(each.key for each in messages if isinstance(each, events.Key)) == "up"


def test_alt_with_a_digit_is_that_key() -> None:
    assert [each.key for each in told("\x1b1") if isinstance(each, events.Key)] == ["alt+1"]
