"""Typing into Capture: the first frame, pastes, odd characters, letters at rest, every size."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from app.paths import Places
from app.tui.application import Afterword
from app.tui.screens.region import RegionScreen
from app.tui.widgets.pointbox import PointArea
from tests.tui.capture_page import (
    FULL,
    SIZES,
    ZONE,
    Hands,
    fill,
    foot,
    kept,
    opened,
    page,
    screen_of,
    settled,
    shown,
    toasts,
    until,
    value,
    with_region,
    write,
)

both_sizes = pytest.mark.parametrize("size", SIZES)


@both_sizes
async def test_the_cursor_is_in_company_on_the_first_frame_and_keys_count_before_the_journal_is_open(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        assert screen_of(app).field == "company"
        opened_before = app.desk.opened
        await pilot.press(*"North")
        assert value(app, "company") == "North"
        assert not opened_before
        await settled(pilot)
        assert value(app, "company") == "North"


async def test_the_form_fills_80_by_24_exactly(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await fill(pilot, **(FULL | {"round": "2"}))
        screen_of(app).query_one("#said").focus()
        await kept(pilot)
        await settled(pilot)
        rows = shown(app)
        assert rows[2:9] == [
            "  Company     Northwind                  Role    Platform engineer",
            "  When        today 14:00 to 15:00       How     video             Round  2",
            "  Met         Dana Lee, CTO, dana@northwind.example; Sam Roy",
            " ▌They said   you'll hear by the end of next week",
            "              reply by Fri 4 Dec   follow up Mon 7 Dec   move on Mon 4 Jan",
            "  Next        panel with the team",
            "",
        ]
        assert rows[9].startswith("  Went well")
        assert "Did not go well" in rows[9]
        assert rows[10].startswith("   · Walked Dana through the Lumen")
        assert rows[11].startswith("     move")
        assert rows[15].startswith("  Stood out: company and role")
        assert rows[16][39:].strip() == "· + The on-call rota I built at"
        assert rows[23].startswith("  ^s Save   tab Next field   esc Stop writing")
        assert rows[23].endswith("F1 Help")
        assert rows[0].endswith("kept 15:12")
        assert all(area.size.height == 4 for area in screen_of(app).query(PointArea))


async def test_at_120_by_36_the_boxes_take_the_room(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert {area.size.height for area in screen_of(app).query(PointArea)} == {10}
        assert all(area.size.width > 50 for area in screen_of(app).query(PointArea))


async def test_empty_fields_say_what_belongs_in_them(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = page(app)
        for hint in (
            "name, title, address; the next person",
            "when you will hear, in their own words",
            "what you would do again",
            "+ in front: it helps your case",
        ):
            assert hint in text
        assert value(app, "when") == "today"
        for name in FULL:
            screen_of(app).query_one(f"#{name}").focus()
            await pilot.pause()
            assert foot(app), name


async def test_the_first_start_says_welcome_in_one_line(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert foot(app).startswith("Welcome. Write down an interview while it is fresh.")
        assert "Company and day are enough." in foot(app)


@both_sizes
async def test_every_line_of_a_paste_stays_in_a_one_line_field(tmp_path: Path, size: tuple[int, int]) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        app.post_message(events.Paste("by Friday,\r\nor so\tthey\x1b[31m said\x00"))
        screen_of(app).query_one("#said").focus()
        await pilot.pause()
        app.post_message(events.Paste("by Friday,\r\nor so\tthey\x1b[31m said\x00"))
        await pilot.pause()
        assert value(app, "said") == "by Friday, or so they[31m said"


async def test_a_paste_into_a_box_keeps_its_lines_and_loses_what_no_text_needs(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        screen_of(app).query_one("#went_well").focus()
        await pilot.pause()
        app.post_message(events.Paste("one\r\ntwo\tthree\x1b]0;x\x07\rfour"))
        await pilot.pause()
        assert value(app, "went_well") == "one\ntwo three]0;x\nfour"


async def test_a_paste_at_rest_goes_to_where_one_wrote_and_is_no_command(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await write(pilot, "next", "a ")
        await pilot.press("escape")
        app.post_message(events.Paste("q1nd"))
        await settled(pilot)
        assert value(app, "next") == "a q1nd"
        assert screen_of(app).field == "next"


@pytest.mark.parametrize("field", ["company", "went_well"])
@pytest.mark.parametrize("character", ["\u00a0", "\u200c", "\u200d", "\u00ad"])
async def test_characters_that_python_calls_not_printable_are_typed(
    tmp_path: Path, field: str, character: str
) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await write(pilot, field, "a")
        app.post_message(events.Key("some_key", character))
        await pilot.pause()
        await pilot.press("b")
        assert value(app, field) == f"a{character}b"


@pytest.mark.parametrize("field", ["company", "went_well"])
async def test_characters_that_turn_a_line_round_are_drawn_inert(tmp_path: Path, field: str) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, **{field: "abc\u202edef\u2066\x1b[2J"})
        await pilot.pause()
        text = page(app)
        assert not {"\u202e", "\u2066", "\x1b"} & set(text)
        assert "abc" in text


async def test_a_burst_of_letters_at_rest_does_nothing_and_says_so(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, company="Northwind")
        await pilot.press("escape")
        for letter in "1nqd2u":
            app.post_message(events.Key(letter, letter))
        await until(pilot, lambda: toasts(app))
        await settled(pilot)
        assert app.is_running
        assert value(app, "company") == "Northwind"
        assert toasts(app) == ["These letters came in one rush, like a paste, so none of them acted."]


async def test_a_single_letter_at_rest_acts(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await write(pilot, "role", "Dev")
        await pilot.press("escape")
        assert screen_of(app).field == ""
        await pilot.press("i")
        await until(pilot, lambda: screen_of(app).field == "role")


async def test_many_points_keep_their_bullets_and_their_place(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, went_well="\n".join(f"point {number}" for number in range(1, 120)))
        area = screen_of(app).query_one("#went_well", PointArea)
        area.scroll_end(animate=False)
        await pilot.pause()
        rows = [strip.text for strip in area.render_lines(area.size.region)]
        assert rows[-1].startswith(" · point 119")
        assert {len(row) for row in rows} == {area.size.width}


async def test_no_size_from_20_to_200_columns_breaks_it(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(200, 50)) as pilot:
        await fill(pilot, **FULL)
        for columns in range(200, 19, -9):
            await pilot.resize_terminal(columns, 5 + columns // 6)
            await pilot.pause()
            assert all(len(row) <= columns for row in shown(app))
        await pilot.press("x")
        await pilot.resize_terminal(80, 24)
        assert value(app, "company").endswith("x")


async def test_a_narrow_window_shows_one_field_below_the_other_and_scrolls_to_the_cursor(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(40, 14)) as pilot:
        await fill(pilot, company="Northwind", forgot="the rota")
        screen_of(app).query_one("#forgot").focus()
        await settled(pilot)
        assert "small window" in page(app)
        assert "· the rota" in page(app)


async def test_where_marks_are_ascii_so_is_the_bar_and_the_bullet(tmp_path: Path) -> None:
    app = Afterword(
        Places(tmp_path / "journal.db"), clock=Hands(), zone=ZONE, page="capture", ascii_only=True
    )
    async with app.run_test() as pilot:
        await fill(pilot, went_well="one")
        await pilot.pause()
        assert " |Company" in page(app)
        assert "   - one" in page(app)


async def test_the_region_of_one_employer_can_be_chosen(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, company="Northwind", said="by the end of next week")
        await settled(pilot)
        await pilot.press("escape", "R")
        await until(pilot, lambda: isinstance(app.screen, RegionScreen))
        assert "Where is Northwind?" in page(app)
        screen = app.screen
        assert isinstance(screen, RegionScreen)
        screen.line.value = "il"
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, RegionScreen))
        await settled(pilot)
        assert "reply by Thu 3 Dec" in page(app), "the week ends on a Thursday there"
