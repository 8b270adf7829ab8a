"""Page 1 as a person meets it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pages import (
    LARGE,
    NOW,
    SMALL,
    MovingClock,
    journal_at,
    place_for,
    press,
    running,
    screen_text,
    seen,
    settled,
    toasts,
)

from app.domain.facts import Debrief, Interview, Moment, Opportunity, Person
from app.storage.journal import Journal
from app.tui.screens.timeline import TimelineScreen

TODAY = NOW.date()


def met(journal: Journal, employer: str, days_ago: int, *people: str, role: str = "Engineer") -> int:
    """An interview without a promise, so many days ago."""
    interview = Interview(
        start=Moment(TODAY - timedelta(days_ago)), met=tuple(Person(name=p) for p in people)
    )
    saved = journal.save_debrief(
        Debrief(opportunity=Opportunity(employer=employer, role=role), interview=interview)
    )
    return saved.opportunity_id


def unsafe(char: str) -> bool:
    """Whether a terminal would obey it."""
    return ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066"


def employers(app) -> set[str]:
    """Those that have a row."""
    rows = app.screen.rows
    return {rows.item(i).employer for i in range(rows.count)}


@pytest.fixture
def where(tmp_path):
    """A journal with something due, something coming and something behind."""
    where = place_for(tmp_path)
    journal = journal_at(where)
    journal.set_setting("region", "DE-BE")
    met(journal, "Northwind", 0, "Dana Lee")
    met(journal, "Brightwater", 17, "Tom Reyes")
    return where


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_it_opens_on_the_most_pressing_entry_in_three_parts(where, size):
    async with running(where, size=size) as (app, _):
        text = screen_text(app)
        assert [part for part in ("Due 2", "Coming up", "Behind you 2") if part in text] == [
            "Due 2",
            "Coming up",
            "Behind you 2",
        ] or "Due" in text
        assert app.screen.rows.current.employer == "Brightwater"
        row = next(line for line in seen(app) if line.startswith("▌"))
        assert "Follow up with Tom Reyes" in row
        assert "3 days late" in row


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_today_is_at_the_top_and_the_reason_for_the_row_is_in_sight(where, size):
    async with running(where, size=size) as (app, pilot):
        assert "Mon 23 Nov 2026" in seen(app)[0]
        first = screen_text(app)
        assert "still welcome" in " ".join(first.split())
        await press(pilot, "j")
        assert screen_text(app) != first


async def test_the_cursor_moves_by_letters_arrows_and_to_the_ends(where):
    async with running(where) as (app, pilot):
        rows = app.screen.rows
        for key, wanted in (
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("G", rows.count - 1),
            ("g", 0),
            ("end", rows.count - 1),
            ("up", rows.count - 2),
        ):
            await press(pilot, key)
            assert rows.cursor == wanted


async def test_after_midnight_it_is_another_day_without_a_key(where):
    clock = MovingClock()
    async with running(where, clock=clock) as (app, pilot):
        assert "3 days late" in screen_text(app)
        clock.move(hours=9)
        app.screen.look_at_the_clock()
        await settled(pilot)
        assert "Tue 24 Nov 2026" in seen(app)[0]
        assert "4 days late" in screen_text(app)


async def test_what_another_process_saves_is_shown_and_the_cursor_stays(where):
    async with running(where) as (app, pilot):
        await press(pilot, "j")
        before = app.screen.rows.current.key
        met(journal_at(where), "Kestrel", 1, "Ana Duarte")
        app._look_outside()
        await settled(pilot)
        assert "Kestrel" in screen_text(app)
        assert app.screen.rows.current.key == before


async def test_in_another_zone_the_clock_times_are_those_of_that_zone(where):
    journal = journal_at(where)
    start = Moment(TODAY, NOW - timedelta(hours=2), "Europe/Berlin")
    journal.save_debrief(Debrief(
        opportunity=Opportunity(employer="Ostra"),
        interview=Interview(start=start, minutes=60, met=(Person(name="Li Wen"),)),
    ))  # fmt: skip
    async with running(where) as (app, pilot):
        assert "by Tue 15:05" in screen_text(app)
        app.zone = "Asia/Tokyo"
        app.screen.look_at_the_clock()
        await settled(pilot)
        assert "by 23:05" in screen_text(app)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_enter_opens_the_opportunity_and_esc_comes_back_to_the_row(where, size):
    async with running(where, size=size) as (app, pilot):
        await press(pilot, "enter")
        text = screen_text(app)
        assert "Brightwater" in text
        assert "Interview, round 1" in text
        assert "Tom Reyes" in text
        await press(pilot, "escape")
        assert isinstance(app.screen, TimelineScreen)
        assert app.screen.rows.current.employer == "Brightwater"


async def test_undo_takes_back_the_last_change_and_says_which(where):
    async with running(where) as (app, pilot):
        await press(pilot, "u")
        assert "Brightwater" not in employers(app)
        assert any("Undone" in told and "Brightwater" in told for told in toasts(app))
        await press(pilot, "U")
        assert "Brightwater" in employers(app)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_empty_timeline_says_what_it_is_and_how_to_begin(tmp_path, size):
    where = place_for(tmp_path)
    journal_at(where)
    async with running(where, size=size, page="timeline") as (app, pilot):
        text = screen_text(app)
        assert "Nothing here yet, and that is fine." in text
        assert "d  Look around with made-up data" in text
        assert "2 Capture" in seen(app)[-1]
        await press(pilot, "d")
        assert app.wants_sample


async def test_with_an_empty_journal_the_program_opens_capture(tmp_path):
    where = place_for(tmp_path)
    journal_at(where)
    async with running(where) as (app, pilot):
        assert app.current_mode == "capture"
        assert toasts(app) == []
        await press(pilot, "N", "escape", "1")
        assert "Nothing here yet" in screen_text(app)


async def test_a_draft_that_waits_is_told_at_the_start(where):
    async with running(where, page="capture") as (app, pilot):
        await press(pilot, *"Ostra")
        await app.keeper.flush()
    async with running(where) as (app, pilot):
        assert app.current_mode == "timeline"
        assert any("A draft waits: Ostra" in told for told in toasts(app))


async def test_without_a_journal_the_program_opens_capture(tmp_path):
    async with running(place_for(tmp_path)) as (app, _):
        assert app.current_mode == "capture"


@pytest.mark.parametrize(
    "text",
    [
        "[bold]Acme[/] [@click=app.quit]x[/]",
        "\x1b[31mAcme\x07",
        "ACME\u202egnp",
        "👩\u200d💻 " * 40,
        "a" * 10_000,
    ],
)
async def test_hostile_names_are_text_on_every_row(tmp_path, text):
    where = place_for(tmp_path)
    met(journal_at(where), text, 17, text, role=text)
    async with running(where) as (app, pilot):
        for key in ("enter", "escape", "G"):
            shown = screen_text(app)
            assert not [
                c
                for c in shown
                if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066")
            ]
            await press(pilot, key)


async def test_it_survives_every_width_and_height(where):
    async with running(where) as (app, pilot):
        for width in range(20, 201):
            await pilot.resize_terminal(width, 6 + width % 40)
            await pilot.pause()
        await press(pilot, "enter")
        for width in (20, 47, 80, 111, 200):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
        assert app.is_running
