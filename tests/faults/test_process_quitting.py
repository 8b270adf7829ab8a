"""Work or a disk that hangs: the program still ends in time when it is told to, and says nothing odd on the way."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.on_a_terminal import Terminal

TYPED = "Northwind"
HANGS = """
import asyncio
import sys
import time
from pathlib import Path
from app.storage import drafts
from app.tui import application, leaving, running

db, where, longest = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])

def hangs(*_):
    db.with_name("hangs").touch()
    time.sleep(600)

def action_help(self):
    work = self.desk.compute(hangs) if where == "journal" else asyncio.to_thread(hangs)
    self.run_worker(work, exit_on_error=False)

application.Afterword.action_help = action_help
if where == "disk":
    drafts.DraftStore.write = hangs
leaving.LONGEST, leaving.PATIENCE_WITH_DISK = longest, 0.5
sys.exit(running.run(db=db, page="capture"))
"""
SOON, NEVER = 0.5, 600.0


def kept(db: Path) -> list[str]:
    """The companies of the drafts on the disk."""
    files = db.with_name(f"{db.name}.drafts").glob("*.json")
    return [json.loads(path.read_text(encoding="utf-8"))["fields"].get("company", "") for path in files]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@contextmanager
def hanging(db: Path, where: str, longest: float = NEVER) -> Iterator[Terminal]:
    """The program, something typed, while work on the journal, in another thread or on the drafts' disk hangs."""
    with Terminal.start([sys.executable, "-c", HANGS, str(db), where, str(longest)]) as terminal:
        terminal.wait_for("Company")
        terminal.type(TYPED if where == "disk" else f"{TYPED}\x1bOP")
        terminal.wait_until(db.with_name("hangs").exists, "what hangs")
        yield terminal
        assert terminal.restored()
        assert "Traceback" not in terminal.output()


def quit_it(terminal: Terminal) -> None:
    terminal.type("\x11")
    terminal.wait_until(terminal.restored, "the terminal as it was")


def test_work_that_hangs_does_not_keep_the_program_from_ending(db: Path) -> None:
    with hanging(db, "journal", SOON) as terminal:
        quit_it(terminal)
        assert terminal.exit_code() == 0
    assert kept(db) == [TYPED]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("where", ["journal", "thread"])
def test_a_signal_while_the_program_quits_and_waits_ends_it(
    db: Path, where: str, number: signal.Signals
) -> None:
    with hanging(db, where) as terminal:
        quit_it(terminal)
        terminal.kill(number)
        assert terminal.exit_code() in {-number, 128 + number}
    assert kept(db) == [TYPED]


def test_a_signal_ends_it_though_work_hangs(db: Path) -> None:
    with hanging(db, "journal") as terminal:
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code() == 128 + signal.SIGTERM
    assert kept(db) == [TYPED]


def test_a_signal_ends_it_though_the_disk_never_answers(db: Path) -> None:
    with hanging(db, "disk") as terminal:
        terminal.kill(signal.SIGHUP)
        assert terminal.exit_code() == 128 + signal.SIGHUP
