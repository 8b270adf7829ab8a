"""The live file is opened by SQLite alone: a handle of ours, once closed, drops SQLite's locks (faults.md, row 39)."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

STORAGE = Path(__file__).parents[2] / "app" / "storage"

WHOLE_LIFE = """
import os, sys
from datetime import UTC, date, datetime
from pathlib import Path
path = Path(sys.argv[1])
opened = []
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, os.PathLike, bytes)):
        if os.path.realpath(os.fsdecode(args[0])) == str(path):
            opened.append(event)
sys.addaudithook(watch)
from app.domain.facts import Debrief, Interview, Moment, Opportunity
from app.storage import backups, creating, duefile, migrating
from app.storage.drafts import DraftStore
from app.storage.journal import Journal
from app.storage.migrations import SHIPPED
for journal in (Journal.open(path), Journal.open(path), Journal.open(path, read_only=True)):
    journal.histories(), journal.known(), journal.stamp(), journal.settings(), journal.changes()
journal = Journal.open(path)
given = Debrief(opportunity=Opportunity(employer="Northwind"), interview=Interview(start=Moment(date(2026, 11, 10))))
journal.save_debrief(given)
journal.undo(), journal.redo(), journal.back_up()
archive = journal.everything()
journal.restore_everything(archive)
duefile.write(path, [], stamp=journal.stamp()), duefile.count(path, date(2026, 11, 10))
migrating.upgrade(path, SHIPPED)
backups.is_whole(next(path.parent.glob("*.backups/*.db")))
assert open(os.devnull) and len(journal.histories()) == 1
print(len(opened))
"""


def test_in_its_whole_life_the_journal_is_never_opened_by_our_own_code(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WHOLE_LIFE, str(tmp_path.resolve() / "journal.db")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (run.stdout, run.stderr) == ("0\n", "")


def test_no_module_opens_files_but_those_that_open_others_than_the_journal() -> None:
    openers = {
        "open",
        "read_bytes",
        "read_text",
        "write_bytes",
        "write_text",
        "copyfile",
        "copy2",
        "file_digest",
    }
    looked_through = {
        "backups.py": {"open", "read_text", "file_digest"},  # the copies and their sums
        "claims.py": {"open"},  # the locks of drafts
        "creating.py": {"open"},  # a new file, before it is a journal
        "disk.py": {"open"},  # folders
        "drafts.py": {"read_bytes"},
        "duefile.py": {"read_text"},
        "sqlite_errors.py": {"open"},  # a lock file of our own
    }
    found = {file.name: _called(file) & openers for file in STORAGE.glob("*.py")}
    assert {name: used for name, used in found.items() if used} == looked_through


def _called(file: Path) -> set[str]:
    functions = [
        node.func
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    return {
        f.attr if isinstance(f, ast.Attribute) else f.id
        for f in functions
        if isinstance(f, ast.Attribute | ast.Name)
    }
