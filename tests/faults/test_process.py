"""The program is killed, told to end, stopped, or fails: what was typed is there, and the terminal as it was."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.on_a_terminal import Terminal, screen_command

TYPED = "Northwind"
BROKEN = """
import sys
from pathlib import Path
from app.tui import application, running
from app.tui.screens.capture import CaptureScreen

def fails(self, *_):
    typed = "Northwind, in private"
    raise ValueError(typed)

async def fails_later(self):
    fails(self)

application.Afterword.action_help = fails
application.Afterword.action_say_how_to_quit = lambda self: self.run_worker(fails_later(self), exit_on_error=False)
sys.exit(running.run(db=Path(sys.argv[1]), page="capture"))
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def terminal(db: Path) -> Iterator[Terminal]:
    with Terminal.start(screen_command(db)) as made:
        made.wait_for("Company")
        yield made


def no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def kept(db: Path) -> list[str]:
    """The companies of the drafts on the disk."""
    files = db.with_name(f"{db.name}.drafts").glob("*.json")
    return [json.loads(path.read_text(encoding="utf-8"))["fields"].get("company", "") for path in files]


def test_after_a_kill_the_note_is_there_and_capture_goes_on_with_it(terminal: Terminal, db: Path) -> None:
    terminal.type(TYPED)
    terminal.wait_until(lambda: kept(db) == [TYPED], "the draft")
    terminal.kill(signal.SIGKILL)
    assert terminal.exit_code() == -signal.SIGKILL
    with Terminal.start(screen_command(db)) as again:
        again.wait_for(f"Resumed your note on {TYPED}")
        again.wait_until(lambda: f"Company     {TYPED}" in again.text(), "the note")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_right_after_a_key_loses_nothing(
    terminal: Terminal, db: Path, number: signal.Signals
) -> None:
    terminal.type(TYPED)
    terminal.wait_for(TYPED)
    terminal.kill(number)
    assert terminal.exit_code() == 128 + number
    assert kept(db) == [TYPED]
    assert terminal.restored()
    assert "\x1b[?1049l" in terminal.output()
    assert "Traceback" not in terminal.output()


def test_a_second_signal_changes_nothing(terminal: Terminal, db: Path) -> None:
    terminal.type(TYPED)
    terminal.wait_for(TYPED)
    terminal.kill(signal.SIGTERM)
    terminal.kill(signal.SIGHUP)
    assert terminal.exit_code() in {128 + signal.SIGTERM, 128 + signal.SIGHUP}
    assert kept(db) == [TYPED]
    assert terminal.restored()


def test_quitting_right_after_a_key_loses_nothing(terminal: Terminal, db: Path) -> None:
    terminal.type(f"{TYPED}\x11")
    assert terminal.exit_code() == 0
    assert kept(db) == [TYPED]
    assert terminal.restored()


def test_on_a_full_disk_the_page_says_so_and_quitting_takes_a_second_time(db: Path) -> None:
    with Terminal.start(screen_command(db), before=no_room) as terminal:
        terminal.wait_for("Company")
        terminal.type(TYPED)
        terminal.wait_for("not kept: the disk is full.")
        terminal.type("\x11")
        terminal.wait_for("^q again quits")
        assert TYPED in terminal.text()
        terminal.type("\x11")
        assert terminal.exit_code() == 74
    assert kept(db) == []


def test_a_stop_from_outside_writes_the_draft_first_and_gives_the_terminal_back(
    terminal: Terminal, db: Path
) -> None:
    terminal.type(TYPED)
    terminal.wait_for(TYPED)
    terminal.kill(signal.SIGTSTP)
    terminal.wait_until(terminal.stopped, "the stop")
    assert kept(db) == [TYPED]
    assert terminal.restored()
    terminal.kill(signal.SIGCONT)
    terminal.wait_until(lambda: not terminal.restored(), "going on")
    terminal.type(" Traders")
    terminal.wait_for(f"{TYPED} Traders")
    terminal.type("\x11")
    assert terminal.exit_code() == 0
    assert terminal.restored()


def test_stopped_and_continued_by_a_debugger_it_goes_on_and_quits_well(terminal: Terminal) -> None:
    for _ in range(3):
        terminal.kill(signal.SIGSTOP)
        terminal.wait_until(terminal.stopped, "the stop")
        terminal.kill(signal.SIGCONT)
    terminal.kill(signal.SIGCONT)
    terminal.type(TYPED)
    terminal.wait_for(TYPED)
    terminal.type("\x11")
    assert terminal.exit_code() == 0
    assert terminal.restored()


def test_a_fault_of_our_own_is_one_line_without_the_text_and_ends_with_one(db: Path) -> None:
    with Terminal.start([sys.executable, "-c", BROKEN, str(db)]) as terminal:
        terminal.wait_for("Company")
        terminal.type(f"{TYPED}\x1bOP")
        assert terminal.exit_code() == 1
        told = terminal.output().rpartition("\x1b[?1004l")[2]
        assert "Afterword stopped on a fault of its own. Your text is kept." in told
        assert "Traceback" not in told
        assert TYPED not in told
        assert terminal.restored()
    assert kept(db) == [TYPED]
    report = db.with_name("fault-report.txt")
    assert report.stat().st_mode & 0o777 == 0o600
    assert "ValueError" in report.read_text(encoding="utf-8")
    assert TYPED not in report.read_text(encoding="utf-8")


def test_a_fault_in_the_background_is_a_notice_and_the_text_stays(db: Path) -> None:
    with Terminal.start([sys.executable, "-c", BROKEN, str(db)]) as terminal:
        terminal.wait_for("Company")
        terminal.type(f"{TYPED}\x03")
        terminal.wait_for("Your text is kept.")
        terminal.type(" Traders")
        terminal.wait_for(f"{TYPED} Traders")
        terminal.type("\x11")
        assert terminal.exit_code() == 0


def test_a_terminal_that_stops_reading_does_not_keep_the_text_from_the_disk_nor_the_program_from_ending(
    terminal: Terminal, db: Path
) -> None:
    terminal.type(TYPED)
    terminal.wait_for(TYPED)
    terminal.stall()
    begun = monotonic()
    terminal.kill(signal.SIGTERM)
    assert terminal.process.wait(30) == 128 + signal.SIGTERM
    assert monotonic() - begun < 20
    assert terminal.restored()
    assert kept(db) == [TYPED]


@pytest.mark.parametrize("how", [{"stdin": subprocess.DEVNULL}, {"stderr": subprocess.DEVNULL}])
def test_without_a_terminal_it_says_so_and_ends_with_two(db: Path, how: dict[str, int]) -> None:
    start = "import sys; from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
    asked = [sys.executable, "-c", start, "--db", str(db), "capture"]
    done = subprocess.run(
        asked, capture_output="stderr" not in how, timeout=60, check=False, text=True, **how
    )  # type: ignore[call-overload]  # one of two streams
    assert done.returncode == 2
    assert done.stderr is None or "needs a terminal" in done.stderr
