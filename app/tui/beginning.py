"""Where the program begins, and what it says of what was left unfinished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.text import shown

if TYPE_CHECKING:
    from app.storage.journal import Journal
    from app.tui.application import Afterword


async def settle_the_start(app: Afterword) -> None:
    """Once the journal is open: nothing in it means Capture; a draft that waits is told on the timeline.

    A page that was asked for, or that the person has turned to meanwhile, stays.
    """
    if not app.chose_page_itself or app.current_mode != "timeline":
        return
    app.chose_page_itself = False
    if await app.desk.run(_is_empty):
        app.action_page("capture")
        return
    from app.tui.capture.telling import clock_text

    waiting = [draft for draft in await app.desk.compute(app.keeper.store.list) if draft.kind == "capture"]
    if waiting:
        name = shown(waiting[0].title) or "an interview"
        when = clock_text(waiting[0].saved_at, app.clock())
        more = f" and {len(waiting) - 1} more" if len(waiting) > 1 else ""
        app.tell(f"A draft waits: {name}, kept {when}{more}. 2 goes on with it.")


def _is_empty(journal: Journal) -> bool:
    return journal.count() == 0
