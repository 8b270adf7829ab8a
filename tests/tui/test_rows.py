"""The list widget by itself: drawn as it is seen, one cursor, keys and mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from app.cells import width
from app.tui.widgets.rows import Cells, Rows, columns_for

MANY = 60_000


class Listing(App[None]):
    """Numbers in sections, and which of them were drawn, passed and opened."""

    def __init__(self, sections: list[tuple[str, range]]) -> None:
        super().__init__()
        self.sections = sections
        self.drawn: list[int] = []
        self.moved: list[int | None] = []
        self.opened: list[int | None] = []

    def compose(self) -> ComposeResult:
        yield Rows(self._cells)

    def on_mount(self) -> None:
        self.rows.show(self.sections)
        self.rows.focus()

    @property
    def rows(self) -> Rows[int]:
        return self.query_one(Rows)

    def _cells(self, number: int) -> Cells:
        self.drawn.append(number)
        return Cells("○", "Thu 19 Nov", f"Firm {number}", "Follow up", "in 3 days")

    def on_rows_moved(self) -> None:
        self.moved.append(self.rows.current)

    def on_rows_opened(self) -> None:
        self.opened.append(self.rows.current)

    def seen(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips(self.size)]


@asynccontextmanager
async def listing(
    *sections: tuple[str, range], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Listing, Pilot[None]]]:
    app = Listing(list(sections))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_sections_have_their_count_and_empty_ones_are_left_out():
    async with listing(("Due", range(2)), ("Coming up", range(0)), ("Behind you", range(2, 1500))) as (
        app,
        _,
    ):
        lines = [line.strip() for line in app.seen()]
        assert lines[0] == "Due 2"
        assert lines[3] == ""
        assert lines[4].startswith("Behind you 1 498")
        assert not [line for line in lines if "Coming up" in line]


async def test_only_what_is_in_sight_is_drawn_however_many_there_are():
    async with listing(("Behind you", range(MANY))) as (app, pilot):
        assert len(set(app.drawn)) <= 24
        app.drawn.clear()
        await pilot.press("end")
        await pilot.pause()
        assert app.rows.current == MANY - 1
        assert len(set(app.drawn)) <= 48
        assert f"Firm {MANY - 1}"[:15] in app.seen()[-1]


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("down j j", 3),
        ("j j k up up", 0),
        ("G", 99),
        ("end g", 0),
        ("end home", 0),
        ("pagedown", 22),
        ("pagedown pagedown pageup", 22),
        ("G j down pagedown", 99),
    ],
)
async def test_the_cursor_goes_by_arrows_letters_pages_and_ends_and_stays_on_a_row(keys, wanted):
    async with listing(("Due", range(10)), ("Behind you", range(10, 100))) as (app, pilot):
        await pilot.press(*keys.split())
        assert app.rows.current == wanted
        assert app.moved[-1] == wanted


async def test_the_row_under_the_cursor_has_the_bar_and_is_in_sight_wherever_it_goes():
    async with listing(("Due", range(3)), ("Behind you", range(3, 100))) as (app, pilot):
        for key in ("j", "j", "j", "pagedown", "G", "pageup", "k", "g"):
            await pilot.press(key)
            await pilot.pause()
            (row,) = [line for line in app.seen() if line.startswith("▌")]
            assert f"Firm {app.rows.current} " in row


async def test_the_heading_comes_into_sight_with_its_first_row():
    async with listing(("Due", range(40))) as (app, pilot):
        await pilot.press("G", "g")
        await pilot.pause()
        assert app.seen()[0].strip().startswith("Due 40")


async def test_a_click_puts_the_cursor_there_and_a_double_click_opens():
    async with listing(("Due", range(5))) as (app, pilot):
        await pilot.click(Rows, offset=(20, 3))
        assert app.rows.current == 2
        assert app.opened == []
        await pilot.click(Rows, offset=(20, 3), times=2)
        await pilot.pause()
        assert app.opened == [2]


async def test_a_click_beside_the_rows_moves_nothing():
    async with listing(("Due", range(2)), ("Behind you", range(2, 4))) as (app, pilot):
        for line in (0, 3, 4, 15):
            await pilot.click(Rows, offset=(20, line))
            assert app.rows.current == 0


async def test_the_wheel_scrolls_and_leaves_the_cursor():
    async with listing(("Behind you", range(100))) as (app, pilot):
        app.rows.scroll_down(animate=False)
        await pilot.pause()
        assert app.rows.scroll_offset.y > 0
        assert app.rows.current == 0


async def test_an_empty_list_takes_every_key():
    async with listing() as (app, pilot):
        await pilot.press("j", "G", "pagedown", "up", "home")
        assert app.rows.current is None


async def test_shown_again_with_fewer_rows_the_cursor_is_on_the_last():
    async with listing(("Due", range(50))) as (app, pilot):
        await pilot.press("G")
        app.rows.show([("Due", range(3))], 49)
        await pilot.pause()
        assert app.rows.current == 2


async def test_no_width_breaks_a_row_and_the_right_text_ends_two_cells_before_the_edge():
    async with listing(("Due", range(50))) as (app, pilot):
        for cells in range(20, 201, 4):
            await pilot.resize_terminal(cells, 24)
            await pilot.pause()
            lines = app.seen()
            assert {width(line) for line in lines} == {cells}
            assert lines[1].startswith("▌ ○ ")
            if columns_for(cells).right:
                assert lines[1][: cells - 1].endswith("in 3 days ")


@pytest.mark.parametrize(
    "text", ["招聘公司" * 30, "👩\u200d💻" * 40, "[red]x[/]", "a\tb\nc\x1b[2J", "e\u0301" * 60]
)
async def test_text_of_any_width_keeps_the_columns_and_is_never_obeyed(text):
    async with listing(("Due", range(1))) as (app, pilot):
        app.rows._cells = lambda _: Cells("!", "today", text, text, text, tone="late")
        app.rows.refresh()
        await pilot.pause()
        row = app.seen()[1]
        assert width(row) == 80
        assert not [char for char in row if ord(char) < 32 or 0x7F <= ord(char) < 0xA0]
        if text.startswith("[red]"):
            assert row.count("[red]x[/]") == 3
