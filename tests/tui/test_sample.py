"""The made-up search: something of each kind on any day, the same for the same moment, never among the person's own."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.demo import fill, sample_places
from app.domain.dueness import Place, outlook
from app.domain.facts import History
from app.domain.plan.steps import StepKind
from app.domain.timeline import Timeline, timeline
from app.paths import places
from app.storage.journal import Journal
from tests.on_a_terminal import Terminal
from tests.tui.pages import LARGE, NOW, SMALL, ZONE, journal_at, place_for, press, running, seen

DAYS = [
    *(datetime(2026, 11, 16, 9, tzinfo=ZoneInfo(ZONE)) + timedelta(days) for days in range(7)),
    datetime(2026, 12, 31, 23, 59, tzinfo=ZoneInfo(ZONE)),
    datetime(2027, 3, 28, 3, 30, tzinfo=ZoneInfo(ZONE)),  # the clocks went forward an hour ago
    datetime(2028, 2, 29, 0, 1, tzinfo=ZoneInfo("America/Toronto")),
]


def told(folder: Path, now: datetime) -> tuple[tuple[History, ...], Timeline]:
    where = places(folder / "journal.db")
    fill(where, now)
    facts = Journal.open(where.journal, now=lambda: now).histories()
    return facts, timeline(outlook(one, Place(now, ZONE, "DE-BE")) for one in facts)


@pytest.mark.parametrize("now", DAYS, ids=lambda now: f"{now:%a-%d-%b}")
def test_on_any_day_there_is_something_of_each_kind_to_look_at(tmp_path: Path, now: datetime) -> None:
    _, found = told(tmp_path, now)
    assert {entry.mark for entry in found.due} == {"late", "due"}
    assert {entry.step.kind for entry in (*found.due, *found.coming) if entry.step} >= {
        StepKind.FOLLOW_UP,
        StepKind.THANK_YOU,
        StepKind.INTERVIEW,
        StepKind.MOVE_ON,
    }
    assert len(found.behind) >= 15
    assert {entry.mark for entry in found.behind} == {"happened", "done"}


def test_nothing_of_it_lies_in_the_future_but_the_round_arranged(tmp_path: Path) -> None:
    for place, now in enumerate(DAYS):
        (tmp_path / str(place)).mkdir()
        _, found = told(tmp_path / str(place), now)
        assert max(entry.day for entry in found.behind) <= now.date()


def test_the_same_moment_tells_the_same_story(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
    assert told(tmp_path / "a", NOW)[0] == told(tmp_path / "b", NOW)[0]


def test_its_folder_is_gone_afterwards_whatever_happens() -> None:
    used: list[Path] = []

    def interrupted() -> None:
        with sample_places() as where:
            fill(where, NOW)
            assert where.journal.exists()
            used.append(where.journal.parent)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not used[0].exists()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_the_screen_says_that_it_is_made_up(tmp_path: Path, size: tuple[int, int]) -> None:
    where = place_for(tmp_path)
    fill(where, NOW)
    async with running(where, size=size, page="timeline", demo=True) as (app, pilot):
        assert "made-up data" in seen(app)[0]
        assert "Mon 23 Nov 2026" in seen(app)[0]
        await press(pilot, "enter")
        assert "made-up data" in seen(app)[0]


async def test_made_up_data_are_offered_only_where_there_is_nothing_yet(tmp_path: Path) -> None:
    where = place_for(tmp_path)
    fill(where, NOW)
    async with running(where, page="timeline") as (app, pilot):
        await press(pilot, "d")
        assert not app.wants_sample
        assert app.is_running


def test_demo_on_a_terminal_touches_nothing_of_ones_own(tmp_path: Path) -> None:
    own = place_for(tmp_path)
    journal_at(own).set_setting("region", "DE-BE")
    before = own.journal.read_bytes()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    env = {
        "HOME": str(tmp_path),
        "AFTERWORD_DB": str(own.journal),
        "TMPDIR": str(temporary),
        "LANG": "C.UTF-8",
    }
    with Terminal([sys.executable, "-m", "app", "--demo"], env) as terminal:
        terminal.wait_for("made-up data")
        terminal.wait_for("Halden & Moor")
        assert [path.name[:16] for path in temporary.iterdir()] == ["afterword-sample"]
        terminal.type("\x11")
        assert terminal.exit_code() == 0
    assert own.journal.read_bytes() == before
    assert list(temporary.iterdir()) == []


def test_d_on_the_empty_timeline_goes_over_to_made_up_data(tmp_path: Path) -> None:
    own = place_for(tmp_path)
    journal_at(own)
    env = {"HOME": str(tmp_path), "AFTERWORD_DB": str(own.journal), "LANG": "C.UTF-8"}
    with Terminal([sys.executable, "-m", "app"], env) as terminal:
        terminal.wait_for("Company")
        terminal.type("\x1b")
        terminal.wait_for("? Help")
        terminal.type("1")
        terminal.wait_for("Nothing here yet")
        terminal.type("d")
        terminal.wait_for("made-up data")
        terminal.wait_for("Halden & Moor")
        terminal.type("\x11")
        assert terminal.exit_code() == 0
    assert journal_at(own).histories() == ()
