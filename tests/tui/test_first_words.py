"""What stands in a field at first gives way to what is typed."""

from __future__ import annotations

import pytest
from pages import LARGE, SMALL, place_for, press, running


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_typing_in_when_replaces_the_today_that_stands_there(tmp_path, size):
    async with running(place_for(tmp_path), size=size) as (app, pilot):
        app.screen.query_one("#when").focus()
        await press(pilot, "1", "4", ":", "0", "0")
        assert app.screen.query_one("#when").value == "14:00"


async def test_coming_back_to_when_keeps_what_was_typed(tmp_path):
    async with running(place_for(tmp_path)) as (app, pilot):
        app.screen.query_one("#when").focus()
        await press(pilot, "y")
        app.screen.query_one("#company").focus()
        await pilot.pause()
        app.screen.query_one("#when").focus()
        await press(pilot, "e")
        assert app.screen.query_one("#when").value == "ye"
