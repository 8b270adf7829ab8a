"""The laws of the house that no linter holds."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("sqlmodel", "sqlalchemy", "alembic", "holidays", "icalendar", "pydantic")
SOURCES = sorted(p for folder in ("app", "tests", "screenshots") for p in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize(
    "module",
    [
        "app.tui.application",
        "app.cli",
        "app.cli.commands",
        "app.tui.screens.capture",
        "app.tui.screens.timeline",
    ],
)
def test_a_start_loads_no_database_no_holidays_and_no_validation(module):
    code = f"import sys, {module}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == ""


def test_no_file_is_longer_than_400_lines():
    long = {
        str(p.relative_to(ROOT)): n
        for p in SOURCES
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long


def test_the_top_level_holds_only_what_a_newcomer_expects():
    tracked = subprocess.run(
        ["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False
    ).stdout.split()
    if not tracked:  # an unpacked archive has no git; then the folder itself is looked at
        tracked = [p.name for p in ROOT.iterdir()]
    top = {name.split("/")[0] for name in tracked}
    assert {n for n in top if not n.startswith(".")} == {
        "pyproject.toml",
        "README.md",
        "app",
        "tests",
        "screenshots",
        "LICENSE",
        "CHANGELOG.md",
    }
