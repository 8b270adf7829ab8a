"""Drafts: whatever ends the program, what was typed comes back, and says from when."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import OptionList

from app.storage.drafts import Draft, DraftStore
from app.tui.application import Afterword
from app.tui.screens.drafts import DraftsScreen
from app.tui.screens.leave import LeaveScreen
from tests.tui.capture_page import (
    FULL,
    NOW,
    SIZES,
    Hands,
    fill,
    foot,
    kept,
    opened,
    page,
    screen_of,
    settled,
    shown,
    until,
    value,
    with_region,
)

both_sizes = pytest.mark.parametrize("size", SIZES)


def store_of(folder: Path) -> DraftStore:
    return DraftStore(folder / "journal.db.drafts")


def put(folder: Path, draft_id: str, minutes: int = 0, **fields: str) -> None:
    """A draft as a program that was killed left it."""
    saved_at = NOW - timedelta(minutes=minutes)
    meta = {"typed_on": saved_at.isoformat(), "title": fields.get("company", "")}
    store_of(folder).write(Draft(id=draft_id, kind="capture", fields=fields, saved_at=saved_at, meta=meta))


async def choosing(pilot_app: Afterword) -> DraftsScreen:
    assert isinstance(pilot_app.screen, DraftsScreen)
    return pilot_app.screen


@both_sizes
async def test_everything_typed_comes_back_and_says_from_when(tmp_path: Path, size: tuple[int, int]) -> None:
    first = opened(tmp_path)
    async with first.run_test(size=size) as pilot:
        await fill(pilot, **(FULL | {"round": "2"}))
        await kept(pilot)
    second = opened(tmp_path, clock=Hands(NOW + timedelta(minutes=40)))
    async with second.run_test(size=size) as pilot:
        await pilot.pause()
        for name, text in (FULL | {"round": "2"}).items():
            assert value(second, name) == text, name
        assert foot(second).startswith("Resumed your note on Northwind, kept 15:12.")
        assert shown(second)[0].endswith("kept 15:12")
        assert screen_of(second).field == "company"


async def test_keys_go_on_where_the_draft_ended(tmp_path: Path) -> None:
    put(tmp_path, "a", company="North")
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press(*"wind")
        assert value(app, "company") == "Northwind"


async def test_a_day_typed_yesterday_is_told_as_it_reads_today(tmp_path: Path) -> None:
    put(tmp_path, "a", minutes=24 * 60, company="Northwind", when="today 14:00")
    put(tmp_path, "b", minutes=3 * 24 * 60, company="Fabrikam", when="today 14:00 to 15:00")
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert value(app, "when") == "yesterday 14:00"
        assert "kept Sun 22 Nov 15:12" in foot(app)
        await screen_of(app).switching.open("b")
        await settled(pilot)
        assert value(app, "when") == "Fri 20 Nov 2026 14:00 to 15:00"


async def test_kept_is_said_at_the_right_of_the_top_bar(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert shown(app)[0].endswith("Mon 23 Nov 15:12")
        await pilot.press(*"North")
        await kept(pilot)
        await until(pilot, lambda: shown(app)[0].endswith("kept 15:12"))


async def test_what_could_not_be_kept_is_said_and_stays_said(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        screen_of(app).draft_kept(None, "disk full")
        await pilot.press("x")
        await pilot.pause()
        assert shown(app)[0].endswith("! not kept: disk full")


async def test_a_draft_open_in_another_window_is_left_to_it(tmp_path: Path) -> None:
    put(tmp_path, "a", company="Northwind")
    other = store_of(tmp_path)
    claim = other.claim("a")
    assert claim is not None
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert foot(app).startswith("Open in another window; this is a new draft.")
        await pilot.press(*"Fabrikam")
        await kept(pilot)
    claim.release()
    assert sorted(info.title for info in store_of(tmp_path).list()) == ["Fabrikam", "Northwind"]


async def test_two_programs_on_two_notes_keep_both(tmp_path: Path) -> None:
    one, two = opened(tmp_path), opened(tmp_path)
    async with one.run_test() as first:
        await first.press(*"Northwind")
        await kept(first)
        async with two.run_test() as second:
            await second.press(*"Fabrikam")
            await kept(second)
    assert sorted(info.title for info in store_of(tmp_path).list()) == ["Fabrikam", "Northwind"]


@both_sizes
async def test_several_drafts_wait_and_one_is_chosen(tmp_path: Path, size: tuple[int, int]) -> None:
    put(tmp_path, "a", minutes=5, company="Northwind")
    put(tmp_path, "b", minutes=90, company="Fabrikam", next="the panel")
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert value(app, "company") == "Northwind"
        assert "1 more: esc, then d." in foot(app)
        await pilot.press("escape", "d")
        await until(pilot, lambda: isinstance(app.screen, DraftsScreen) and "Fabrikam" in page(app))
        assert "Northwind   kept 15:07   this one" in page(app)
        await pilot.press("j", "enter")
        await until(pilot, lambda: not isinstance(app.screen, DraftsScreen))
        await settled(pilot)
        assert (value(app, "company"), value(app, "next")) == ("Fabrikam", "the panel")
        assert foot(app).startswith("Resumed your note on Fabrikam, kept 13:42.")


async def test_a_draft_thrown_away_comes_back_with_u(tmp_path: Path) -> None:
    put(tmp_path, "a", minutes=5, company="Northwind")
    put(tmp_path, "b", minutes=90, company="Fabrikam")
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("escape", "d")
        await until(pilot, lambda: isinstance(app.screen, DraftsScreen) and "Fabrikam" in page(app))
        await pilot.press("j", "x")
        await until(pilot, lambda: "Thrown away. u brings it back." in page(app))
        assert [info.title for info in store_of(tmp_path).list()] == ["Northwind"]
        await pilot.press("u")
        await until(pilot, lambda: "It is back." in page(app))
        assert len(store_of(tmp_path).list()) == 2
        await pilot.press("x")
        await until(pilot, lambda: len(store_of(tmp_path).list()) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, DraftsScreen))
        await pilot.press("u")
        await until(pilot, lambda: len(store_of(tmp_path).list()) == 2)


async def test_the_draft_in_hand_thrown_away_leaves_an_empty_form(tmp_path: Path) -> None:
    put(tmp_path, "a", company="Northwind")
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("escape", "d")
        await until(pilot, lambda: isinstance(app.screen, DraftsScreen) and "Northwind" in page(app))
        await pilot.press("x")
        await until(pilot, lambda: store_of(tmp_path).list() == ())
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, DraftsScreen))
        await settled(pilot)
        assert value(app, "company") == ""
        assert app.screen.query_one("#company").has_focus


async def test_another_note_is_started_and_the_first_waits(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press(*"Northwind", "escape", "n")
        await until(pilot, lambda: value(app, "company") == "")
        assert foot(app).startswith("A new note. The one on Northwind waits: esc, then d.")
        await pilot.press(*"Fabrikam")
        await kept(pilot)
    assert sorted(info.title for info in store_of(tmp_path).list()) == ["Fabrikam", "Northwind"]


async def test_an_empty_form_leaves_no_draft(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        await kept(pilot)
    assert store_of(tmp_path).list() == ()


async def test_a_draft_that_cannot_be_read_is_said_once_and_set_aside(tmp_path: Path) -> None:
    folder = tmp_path / "journal.db.drafts"
    folder.mkdir(mode=0o700)
    (folder / "a.json").write_text("{", encoding="utf-8")
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "A draft could not be read." in foot(app)
    assert (folder / "a.json.broken").exists()


@both_sizes
async def test_the_card_before_you_leave_is_filled_in_and_capture_starts_with_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with_region(tmp_path)
    app = opened(tmp_path, page="leave")
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LeaveScreen))
        await settled(pilot)
        for asked in (
            "What is the next step?",
            "When will I hear from you?",
            "Whom may I write to?",
            "Thank them.",
        ):
            assert asked in page(app)
        await pilot.press("i")
        await until(pilot, lambda: app.screen.focused is not None)
        await pilot.press(*"panel", "enter", *"by Friday", "enter", *"Dana Lee, CTO", "enter")
        await settled(pilot)
        await pilot.press("2")
        await until(pilot, lambda: not isinstance(app.screen, LeaveScreen) and value(app, "next") == "panel")
        await settled(pilot)
        assert (value(app, "said"), value(app, "met")) == ("by Friday", "Dana Lee, CTO")
        assert "reply by Fri 27 Nov" in page(app)


async def test_what_stands_on_the_card_is_a_draft_at_once(tmp_path: Path) -> None:
    app = opened(tmp_path, page="leave")
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, LeaveScreen))
        await pilot.press("tab", *"panel")
        screen = app.screen
        assert isinstance(screen, LeaveScreen)
        await screen.drafts.flush()
    again = opened(tmp_path)
    async with again.run_test() as pilot:
        await pilot.pause()
        assert value(again, "next") == "panel"
        assert foot(again).startswith("Resumed your note on panel, kept 15:12.")


async def test_the_list_of_drafts_shows_text_as_text(tmp_path: Path) -> None:
    put(tmp_path, "a", company="[red]No[/red]\x1b[2J")
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("escape", "d")
        await until(pilot, lambda: isinstance(app.screen, DraftsScreen) and "[red]No[/red]" in page(app))
        assert "\x1b" not in page(app)
        assert app.screen.query_one(OptionList).option_count == 1


async def test_a_draft_told_while_the_page_closes_harms_nothing(tmp_path):
    app = opened(tmp_path)
    async with app.run_test():
        screen = screen_of(app)
        await screen.query("*").remove()
        screen.draft_kept(NOW, "")
        assert app.is_running
