"""What is planned is kept; where there is much, the first screen comes before the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.demo import fill
from app.domain.dueness import Place
from app.domain.timeline import Timeline
from app.duecount import keep_count
from app.paths import Places
from app.storage.journal import Journal
from app.tui import outlooks as module
from app.tui.outlooks import Outlooks
from app.tui.screens.timeline import TimelineScreen
from tests.tui.pages import NOW, ZONE, journal_at, place_for, press, running, screen_text, seen

PLACE = Place(NOW, ZONE, "DE-BE")


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A search of seven opportunities, which counts as many."""
    where = place_for(tmp_path)
    fill(where, NOW)
    for name, value in (("MANY", 5), ("FOREMOST", 2), ("LATEST", 1)):
        monkeypatch.setattr(module, name, value)
    return where


def counted(journal: Journal) -> Outlooks:
    """Read once, with the small file of what is due written, as the program does."""
    read = Outlooks()
    read.read(journal, PLACE)
    assert read.stamp is not None
    keep_count(journal.path, read.all, PLACE, read.stamp)
    return read


def test_the_first_look_begins_as_the_whole_does(where: Places) -> None:
    journal = journal_at(where)
    whole = counted(journal).read(journal, PLACE)
    first = Outlooks().first_look(journal, PLACE)
    assert first is not None
    assert [entry.key for entry in first.due[:2]] == [entry.key for entry in whole.due[:2]]
    assert first.behind[0].key == whole.behind[0].key
    assert len(first.behind) < len(whole.behind)


@pytest.mark.parametrize("damage", ["", "{", '{"rows": [[1]]}', '{"rows": 3}'])
def test_without_the_small_file_the_first_look_is_at_the_latest(where: Places, damage: str) -> None:
    journal = journal_at(where)
    counted(journal)
    where.due.write_text(damage) if damage else where.due.unlink()
    first = Outlooks().first_look(journal, PLACE)
    assert first is not None
    assert {entry.employer for entry in first.behind} >= {"Northwind"}


def test_an_old_small_file_never_shows_what_is_not_so_any_more(where: Places) -> None:
    journal = journal_at(where)
    counted(journal)
    gone = Outlooks().read(journal, PLACE).due[0].opportunity.id
    journal.delete_opportunity(gone)
    first = Outlooks().first_look(journal, PLACE)
    assert first is not None
    assert gone not in {entry.opportunity.id for _, part in first.parts for entry in part}


def test_with_few_there_is_no_first_look(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 50)
    assert Outlooks().first_look(journal_at(where), PLACE) is None


def test_after_a_change_only_that_opportunity_is_planned_again(where: Places) -> None:
    journal = journal_at(where)
    read = counted(journal)
    before = {view.history.opportunity.id: view for view in read.all}
    changed = journal.history(next(iter(before))).opportunity
    journal.edit_opportunity(replace(changed, role="Another role"))
    read.read(journal, PLACE)
    planned = {v.history.opportunity.id for v in read.all if v is not before[v.history.opportunity.id]}
    # Tessera has a round ahead: it is asked again, as the hour decides when that is over
    rounds = {
        n for n, view in before.items() if any(i.state.value == "planned" for i in view.history.interviews)
    }
    assert planned == {changed.id} | rounds


def test_another_day_or_region_plans_everything_again(where: Places) -> None:
    journal = journal_at(where)
    read = counted(journal)
    for place in (replace(PLACE, now=NOW + timedelta(1)), replace(PLACE, region="GB-ENG")):
        before = read.all
        read.read(journal, place)
        assert not {id(view) for view in before} & {id(view) for view in read.all}


def before_all_is_read(monkeypatch: pytest.MonkeyPatch, work: Callable[[TimelineScreen], None]) -> None:
    """Do something on the screen when the first rows stand there, and the rest is still to be read."""
    showing = TimelineScreen._show

    def show(self: TimelineScreen, found: Timeline, *, whole: bool = True) -> None:
        showing(self, found, whole=whole)
        if not whole:
            work(self)

    monkeypatch.setattr(TimelineScreen, "_show", show)


async def test_the_rows_stand_there_before_the_whole_is_read_and_the_cursor_stays_on_the_first(
    where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted(journal_at(where))
    seen_first: list[list[str]] = []

    def look(screen: TimelineScreen) -> None:
        lines = [screen.rows.render_line(line).text.rstrip() for line in range(8)]
        seen_first.append([*lines, str(screen.topbar.status)])

    before_all_is_read(monkeypatch, look)
    async with running(where, page="timeline") as (app, _):
        (first,) = seen_first
        assert first[0].strip() == "Due"  # not counted yet
        assert "Follow up with Ines Okafor" in first[1]
        assert "opening" in first[-1]
        assert "Due 4" in screen_text(app)
        (row,) = [line for line in seen(app) if line.startswith("▌")]
        assert "Follow up with Ines Okafor" in row


async def test_who_went_to_the_end_before_all_was_read_is_at_the_end(
    where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted(journal_at(where))
    before_all_is_read(monkeypatch, lambda screen: screen.rows.action_end_of(1))
    async with running(where, page="timeline") as (app, pilot):
        assert app.screen.rows.cursor == app.screen.rows.count - 1
        await press(pilot, "g")
        assert app.screen.rows.cursor == 0
