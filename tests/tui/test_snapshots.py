"""Each screen and state as it was last found good; `--snapshot-update` takes new ones, to be looked at."""

from __future__ import annotations

import pytest
from pages import LARGE, NOW, SMALL, ZONE, MovingClock, place_for, settled_dialogs

from app.demo import fill
from app.paths import Places
from app.tui.application import Afterword

SCENES = {
    "timeline": ("timeline", True, ()),
    "timeline-empty": ("timeline", False, ()),
    "opportunity": ("timeline", True, ("enter",)),
    "reply": ("timeline", True, ("r",)),
    "sent": ("timeline", True, ("s",)),
    "outcome": ("timeline", True, ("o",)),
    "help": ("timeline", True, ("question_mark",)),
    "palette": ("timeline", True, ("colon",)),
    "capture-empty": ("capture", False, ()),
    "capture-written": ("capture", False, (*"North", *["tab"] * 6, *"by", "space", *"Fri")),
    "leave": ("leave", False, ()),
}  # fmt: skip


def app_for(where: Places, page: str) -> Afterword:
    """The program with its clock held still."""
    return Afterword(where, clock=MovingClock(), zone=ZONE, page=page, ascii_only=False)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("scene", SCENES)
def test_the_screen_looks_as_it_was_found_good(snap_compare, tmp_path, scene, size, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    page, with_data, keys = SCENES[scene]
    where = place_for(tmp_path)
    if with_data or page == "timeline":
        from pages import journal_at

        fill(where, NOW) if with_data else journal_at(where)

    async def play(pilot):
        await settled_dialogs(pilot)
        for key in keys:
            await pilot.press(key)
            await settled_dialogs(pilot)

    assert snap_compare(app_for(where, page), terminal_size=size, run_before=play)
