"""One opportunity in full, as a person meets it: from a row of the made-up search."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from app.cells import width
from app.demo import fill
from app.domain.facts import Debrief, Interview, Moment, Opportunity, Person, Point, PointKind, Promise
from app.domain.timeline import Entry
from app.paths import Places
from app.tui.application import Afterword
from app.tui.screens.opportunity import OpportunityScreen
from app.tui.screens.timeline import TimelineScreen
from tests.tui.pages import (
    LARGE,
    NOW,
    SMALL,
    journal_at,
    place_for,
    press,
    running,
    screen_text,
    seen,
    settled,
    toasts,
)

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])


@pytest.fixture
def where(tmp_path: Path) -> Places:
    where = place_for(tmp_path)
    fill(where, NOW)
    return where


@asynccontextmanager
async def opened(
    where: Places,
    wanted: Callable[[Entry], bool] = lambda entry: True,
    size: tuple[int, int] = SMALL,
) -> AsyncIterator[tuple[Afterword, Pilot[None]]]:
    """The opportunity of the first row that is wanted."""
    async with running(where, size=size, page="timeline") as (app, pilot):
        rows = app.screen.rows
        rows.cursor = next(i for i in range(rows.count) if wanted(rows.item(i)))
        await press(pilot, "enter")
        assert isinstance(app.screen, OpportunityScreen)
        yield app, pilot


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


@SIZES
async def test_everything_known_stands_in_order(where: Places, size: tuple[int, int]) -> None:
    async with opened(where, size=size) as (app, _):
        text = screen_text(app)
        assert in_order(
            text,
            "Halden & Moor",
            "◆ Thu 12 Nov",
            "Interview, round 1, on site, 10:00 to 11:30",
            "went well   Drew the failover on the board",
            "not well    Vague about what it costs",
            "stood out   They page people too often",
            "forgot      + The on-call rota I built at Lumen",
            "they said   Ines Okafor: “by Wednesday”, so by Wed 18 Nov",
            "✓ Fri 13 Nov",
            "△ Thu 19 Nov",
            "Follow up with Ines Okafor, 4 days late",
            "a week on",
            "□ Fri 18 Dec",
        )
        assert "ines@haldenmoor.example" in text
        assert "Head of Platform" in text


@SIZES
async def test_the_cursor_begins_on_the_row_one_came_from_and_says_why(
    where: Places, size: tuple[int, int]
) -> None:
    async with opened(where, size=size) as (app, _):
        (row,) = [line for line in seen(app) if line.startswith("▌")]
        assert "Follow up with Ines Okafor" in row
        assert "They said “by Wednesday” on Thu 12" in screen_text(app)


@SIZES
async def test_moving_the_cursor_tells_about_what_is_under_it(where: Places, size: tuple[int, int]) -> None:
    async with opened(where, size=size) as (app, pilot):
        await press(pilot, "g")
        assert "You met Ines Okafor, Jo Varga" in screen_text(app)
        await press(pilot, "G")
        (row,) = [line for line in seen(app) if line.startswith("▌")]
        assert "Move on?" in row
        assert "fair to move on" in " ".join(screen_text(app).split())


async def test_what_has_ended_says_so_and_has_nothing_open(where: Places) -> None:
    async with opened(where, lambda entry: entry.employer == "Aldermoor") as (app, _):
        text = screen_text(app)
        assert "Rejected" in text
        assert "Nothing is open here." in text


async def test_esc_goes_back_to_the_same_row(where: Places) -> None:
    async with opened(where, lambda entry: entry.employer == "Ostra") as (app, pilot):
        await press(pilot, "escape")
        assert isinstance(app.screen, TimelineScreen)
        assert app.screen.rows.current.employer == "Ostra"


async def test_what_is_changed_elsewhere_shows_without_a_key(where: Places) -> None:
    async with opened(where) as (app, pilot):
        journal = journal_at(where)
        number = app.screen.chosen().opportunity.id
        journal.edit_opportunity(replace(journal.history(number).opportunity, role="Head of reliability"))
        app._look_outside()
        await settled(pilot)
        assert "Head of reliability" in screen_text(app)


async def test_when_it_is_taken_away_while_open_the_list_is_shown_and_it_is_said(where: Places) -> None:
    journal = journal_at(where)
    journal.save_debrief(
        Debrief(opportunity=Opportunity(employer="Umbra"), interview=Interview(start=Moment(NOW.date())))
    )
    async with opened(where, lambda entry: entry.employer == "Umbra") as (app, pilot):
        await press(pilot, "u")
        assert isinstance(app.screen, TimelineScreen)
        assert any("not in the journal any more" in told for told in toasts(app))


async def test_every_text_of_it_is_text(tmp_path: Path) -> None:
    hostile = "[bold]x[/] [@click=app.quit]y[/] \x1b[31m\x9b\u202e\x00 👩\u200d💻 " + "z" * 3_000
    where = place_for(tmp_path)
    person = Person(name=hostile, title=hostile, email=hostile, personal=hostile)
    points = tuple(Point(kind=kind, text=hostile, about=hostile) for kind in PointKind)
    journal_at(where).save_debrief(
        Debrief(
            opportunity=Opportunity(employer=hostile, role=hostile, link=hostile, source=hostile),
            interview=Interview(
                start=Moment(NOW.date()),
                how=hostile,
                met=(person,),
                points=points,
                next_step=hostile,
                promise=Promise(words=hostile, said_on=NOW.date(), said_by=hostile),
            ),
        )
    )
    for size in (SMALL, LARGE):
        async with opened(where, size=size) as (app, pilot):
            for key in ("g", "j", "G", "pagedown", "k"):
                await press(pilot, key)
                shown = screen_text(app).replace("\n", "")
                assert not [
                    char for char in shown if ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char == "\u202e"
                ]
            await press(pilot, "g")
            assert "[bold]x[/]" in screen_text(app)


async def test_no_size_of_the_window_breaks_it(where: Places) -> None:
    async with opened(where) as (app, pilot):
        for cells in range(20, 201, 9):
            await pilot.resize_terminal(cells, 8 + cells % 30)
            await pilot.pause()
            assert len(seen(app)) == 8 + cells % 30
            assert {width(line.text) for line in app.screen._compositor.render_strips(app.size)} == {cells}
        await pilot.resize_terminal(*SMALL)
        await settled(pilot)
        assert "Follow up with Ines Okafor, 4 days late" in screen_text(app)


async def test_a_click_puts_the_cursor_on_what_is_under_the_mouse(where: Places) -> None:
    async with opened(where) as (app, pilot):
        line = next(i for i, text in enumerate(seen(app)) if "Vague about" in text)
        await pilot.click(offset=(20, line))
        await settled(pilot)
        (row,) = [text for text in seen(app) if text.startswith("▌")]
        assert "Interview, round 1" in row


@pytest.mark.parametrize("size", [(20, 10), (33, 12), (44, 14), (60, 16)], ids=str)
async def test_in_a_small_window_the_row_is_in_sight_and_no_word_is_lost(
    where: Places, size: tuple[int, int]
) -> None:
    async with opened(where, size=size) as (app, pilot):
        await pilot.pause()
        assert [line for line in seen(app) if line.startswith("▌")]
        story = "".join(line.plain for block in app.screen.story._blocks for line in block.lines)
        for words in ("Drew the failover on the board", "Ines Okafor", "4 days late", "went well"):
            assert all(word in story for word in words.split())
        assert all(
            width(line.plain) <= size[0] - 4 for block in app.screen.story._blocks for line in block.lines
        )
