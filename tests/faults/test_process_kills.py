"""Killed again and again, at any moment: what was once on the disk is never lost, and nothing is ever half there."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path

from app.storage.drafts import DraftStore
from tests.on_a_terminal import ROOT, Terminal

ROUNDS = 15
STARTS = 4
# As the program keeps a draft, but without its screen, so that a round costs little; what it prints is on the disk.
KEEPS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.storage.drafts import Draft, DraftStore
from app.tui import keeper as keeping

keeping.DELAY = 0.001
now = lambda: datetime.now(UTC)
written = []

class Store(DraftStore):
    def write(self, draft):
        other = super().write(draft)
        written.append(draft.fields["count"])
        return other

def tell(kept):
    assert kept.saved_at is not None, kept
    print(written[-1], flush=True)

store = Store(Path(sys.argv[1]))
keeper = keeping.Keeper(store, now=now, tell=tell)
found = keeper.store.read("d1")
count = found.fields["count"] if found else 0
while True:
    count += 1
    keeper.keep(Draft(id="d1", kind="capture", fields={"count": count, "text": "x" * 5000}, saved_at=now()))
    if count % 50 == 0:
        keeper.flush_now()
"""


def program(db: Path) -> Terminal:
    """Capture as a person opens it."""
    return Terminal.start([sys.executable, "-m", "app", "--db", str(db), "capture"])


def kept(db: Path, field: str) -> list[str]:
    """A field of the drafts on the disk; each must be whole."""
    files = db.with_name(f"{db.name}.drafts").glob("*.json")
    return [json.loads(path.read_text(encoding="utf-8"))["fields"].get(field, "") for path in files]


def test_whenever_a_kill_comes_what_was_told_as_kept_is_there_and_whole(tmp_path: Path) -> None:
    folder, chance, told = tmp_path / "drafts", random.Random(7), 0
    for _ in range(ROUNDS):
        child = subprocess.Popen(
            [sys.executable, "-c", KEEPS, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        try:
            assert child.stdout is not None
            for _ in range(chance.randint(1, 40)):
                told = int(child.stdout.readline())
        finally:
            child.kill()
            child.wait()
        # what it had told but we had not read yet counts too; a last line may be cut off
        *whole, _ = child.stdout.read().split("\n")
        told = max([told, *map(int, whole)])
        child.stdout.close()
        assert [path.name for path in folder.glob("*.json")] == ["d1.json"]
        found = DraftStore(folder).read("d1")
        assert found is not None
        count = found.fields["count"]
        assert isinstance(count, int)
        assert count >= told
        assert found.fields["text"] == "x" * 5000


def test_killed_at_every_start_the_note_goes_on_growing(tmp_path: Path) -> None:
    db, sure, typed = tmp_path / "journal.db", "", ""
    for number in range(STARTS):
        with program(db) as terminal:
            terminal.wait_for("Company")
            if sure:
                terminal.wait_for("Resumed your note on")
                terminal.wait_until(lambda: sure in terminal.lines()[2], "the note")  # noqa: B023  (used at once)
                typed = kept(db, "company")[0]
            typed += f"abcd{number}"
            terminal.type(f"\x1b[Fabcd{number}")  # end, then more
            terminal.wait_until(lambda: typed in terminal.lines()[2], "what is typed")  # noqa: B023
            if number % 2 == 0:  # else it is killed while the last letters may not be on the disk yet
                terminal.wait_until(lambda: kept(db, "company") == [typed], "the draft")  # noqa: B023
                sure = typed
            terminal.kill(signal.SIGKILL)
            assert terminal.exit_code() == -signal.SIGKILL
        (company,) = kept(db, "company")
        assert company.startswith(sure)
        assert typed.startswith(company)


def test_typing_without_a_pause_does_not_keep_the_text_from_the_disk(tmp_path: Path) -> None:
    db, count = tmp_path / "journal.db", 0
    with program(db) as terminal:
        terminal.wait_for("Company")
        while not any(kept(db, "company")):
            assert count < 600, "nothing was kept while typing went on"
            terminal.type("x")
            terminal.pump(0.05)
            count += 1
        terminal.kill(signal.SIGKILL)
        terminal.exit_code()
    assert 0 < len(kept(db, "company")[0]) <= count


def test_a_large_paste_is_kept_whole(tmp_path: Path) -> None:
    db = tmp_path / "journal.db"
    line = "and what they answered to it, at some length: é, 工, 👩‍👩‍👧‍👦"
    text = "\n".join(f"Point {number}, {line}" for number in range(1500))
    with program(db) as terminal:
        terminal.wait_for("Company")
        terminal.type("Northwind" + "\t" * 8)
        terminal.type(f"\x1b[200~{text}\x1b[201~")
        terminal.wait_until(lambda: kept(db, "went_well") == [text], "the paste")
        assert kept(db, "company") == ["Northwind"]
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_code() == 128 + signal.SIGTERM
        assert terminal.restored()
    assert kept(db, "went_well") == [text]
