"""Help and the palette: what works here, seen and run."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.demo import fill
from app.domain.facts import Debrief, Interview, Moment, Opportunity, Person
from app.tui.actions import ACTIONS, Action, at
from app.tui.screens.help import HelpScreen
from app.tui.screens.opportunity import OpportunityScreen
from app.tui.screens.palette import PaletteScreen, found_among
from app.tui.screens.timeline import TimelineScreen
from app.tui.theme import LAMP, PAPER
from app.tui.widgets.field import LineInput
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
)

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
PLACES = sorted({place for action in ACTIONS for place in action.places})


# -- help ----------------------------------------------------------------------------------------------------------


@SIZES
async def test_help_shows_the_keys_of_the_page_it_is_opened_on(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(place_for(tmp_path), size=size, page="timeline") as (app, pilot):
        await press(pilot, "question_mark")
        text = screen_text(app)
        for told in (
            "Everywhere",
            "Timeline",
            "mark a follow-up sent",
            "every command",
            "esc closes",
            "late, today",
        ):
            assert told in text
        assert "While writing" not in text  # nothing is typed on the timeline
        await press(pilot, "escape")
        assert isinstance(app.screen, TimelineScreen)


async def test_help_on_capture_tells_what_works_while_writing(tmp_path: Path) -> None:
    async with running(place_for(tmp_path), page="capture") as (app, pilot):
        await press(pilot, "f1")
        text = screen_text(app)
        assert "While writing" in text
        assert "^s       save and go on" in text
        assert "mark a follow-up sent" not in text


@pytest.mark.parametrize("key", ["escape", "question_mark", "q", "f1"])
async def test_help_closes_with_the_key_that_opened_it_too(tmp_path: Path, key: str) -> None:
    async with running(place_for(tmp_path), page="timeline") as (app, pilot):
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, key)
        assert isinstance(app.screen, TimelineScreen)


@pytest.mark.parametrize("place", PLACES)
async def test_help_of_every_place_names_every_key_of_it(tmp_path: Path, place: str) -> None:
    async with running(place_for(tmp_path), size=(120, 60), page="timeline") as (app, pilot):
        app.push_screen(HelpScreen(place))
        await settled(pilot)
        text = screen_text(app)
        for action in at(place):
            if action.rest or action.writing:
                assert action.help in text or action.label.lower() in text


async def test_help_fits_any_window_and_scrolls_where_it_is_low(tmp_path: Path) -> None:
    async with running(place_for(tmp_path), page="timeline") as (app, pilot):
        await press(pilot, "f1")
        for size in ((20, 5), (59, 10), (200, 8), (80, 12)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        assert "esc closes" not in screen_text(app)
        await pilot.press("end")
        await settled(pilot)
        assert "esc closes" in screen_text(app)


# -- the palette -----------------------------------------------------------------------------------------------------


@SIZES
async def test_the_palette_lists_every_command_with_its_key_and_its_help(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(place_for(tmp_path), size=size, page="timeline") as (app, pilot):
        await press(pilot, "ctrl+p")
        lines = [line.strip() for line in seen(app)]
        assert "Follow up" in lines
        assert lines[lines.index("Follow up") + 1].endswith("f     mark a follow-up sent")


async def test_what_is_chosen_runs_on_the_page_below(tmp_path: Path) -> None:
    async with running(place_for(tmp_path), page="timeline") as (app, pilot):
        await press(pilot, "ctrl+p", *"before", "enter")
        assert "Thank them." in screen_text(app)


async def test_what_is_the_programs_own_runs_from_any_page(tmp_path: Path) -> None:
    async with running(place_for(tmp_path), page="timeline") as (app, pilot):
        assert app.theme == LAMP.name
        await press(pilot, "colon", *"theme", "enter")
        assert app.theme == PAPER.name
        await press(pilot, "ctrl+p", *"capture", "enter")
        assert app.current_mode == "capture"


async def test_the_arrows_choose_and_letters_search(tmp_path: Path) -> None:
    async with running(place_for(tmp_path), page="timeline") as (app, pilot):
        await press(pilot, "ctrl+p")
        screen = app.screen
        assert isinstance(screen, PaletteScreen)
        await press(pilot, "down", "down", "up")
        assert screen.list.cursor == 1
        await press(pilot, *"undo")
        assert isinstance(screen.list.current, Action)
        assert screen.list.current.id == "undo"


async def test_the_palette_closes_with_esc_and_with_the_key_that_opened_it(tmp_path: Path) -> None:
    async with running(place_for(tmp_path), page="timeline") as (app, pilot):
        for key in ("escape", "ctrl+p"):
            await press(pilot, "ctrl+p", key)
            assert isinstance(app.screen, TimelineScreen)


async def test_nothing_found_is_said_and_enter_does_nothing(tmp_path: Path) -> None:
    async with running(place_for(tmp_path), page="timeline") as (app, pilot):
        await press(pilot, "ctrl+p", *"zzz", "enter")
        assert isinstance(app.screen, PaletteScreen)
        assert "Nothing is called so." in screen_text(app)


async def test_the_palette_survives_any_text_and_any_window(tmp_path: Path) -> None:
    async with running(place_for(tmp_path), page="capture") as (app, pilot):
        await press(pilot, "ctrl+p")
        app.screen.query_one("#search", LineInput).value = "[bold]\x1b[31m\u202e"
        for size in ((20, 5), (40, 12), (200, 60), (200, 5)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        assert "\x1b" not in screen_text(app)
        assert "[bold]" in screen_text(app)


@pytest.mark.parametrize("page", ["timeline", "capture"])
@pytest.mark.parametrize("typed", ["halden", "reliab", "ines oka", "VARGA"])
async def test_an_opportunity_is_found_by_employer_role_or_person_and_opened(
    tmp_path: Path, page: str, typed: str
) -> None:
    where = place_for(tmp_path)
    fill(where, NOW)
    async with running(where, page=page) as (app, pilot):
        await press(pilot, "ctrl+p")
        app.screen.query_one("#search", LineInput).value = typed
        await settled(pilot)
        assert "Halden & Moor" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, OpportunityScreen)
        assert "Halden & Moor  Site reliability engineer" in screen_text(app)
        await press(pilot, "escape")
        assert app.screen.rows.current.employer == "Halden & Moor"


async def test_hostile_names_are_text_in_the_palette(tmp_path: Path) -> None:
    where = place_for(tmp_path)
    hostile = "Evil [red]x[/] \x1b[2J\u202e"
    journal_at(where).save_debrief(
        Debrief(
            opportunity=Opportunity(employer=hostile, role=hostile),
            interview=Interview(start=Moment(NOW.date()), met=(Person(name=hostile),)),
        )
    )
    async with running(where, page="timeline") as (app, pilot):
        await press(pilot, "ctrl+p", *"evil")
        await settled(pilot)
        assert "Evil [red]x[/]" in screen_text(app)
        assert "\x1b" not in screen_text(app)
        assert "\u202e" not in screen_text(app)


def test_a_name_that_has_the_words_comes_before_a_help_that_has_them() -> None:
    found = found_among(at("timeline"), "capture")
    assert found[0].label == "Capture"
    assert "Edit" in [action.label for action in found]


def test_a_command_is_found_by_its_key() -> None:
    assert "region" in [action.id for action in found_among(at("timeline"), "R")]


@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_commands_to_search(place: str) -> None:
    assert [action.id for action in found_among(at(place), "quit")][:1] == ["quit_kept"]
