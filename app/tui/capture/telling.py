"""What Capture says in its foot and at the right of its top bar."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from app.cells import fitted
from app.domain.dates import MONTHS, WEEKDAYS
from app.text import shown
from app.tui.capture.fields import BY_NAME

if TYPE_CHECKING:
    from app.storage.drafts import Draft
    from app.tui.capture.drafting import Found
    from app.tui.capture.preview import Preview

ELSEWHERE = "Open in another window; this is a new draft."
OTHER_COPY = "It was changed in another window meanwhile. Both texts are kept: esc, then d, shows the other."
_WELCOME = "Welcome. Write down an interview while it is fresh."
_AT_REST = (
    "At rest, letters act: i or enter goes on writing.\n"
    "d shows the drafts, n starts another, 1 turns to the timeline."
)
_ROWS = 2
LEAST = (60, 16)
"""Columns and rows below which the form does not fit any more; typing still works."""
_NEW_LINE = "\n"
_DATE = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}) \d{{1,2}} (?:{'|'.join(MONTHS)})\b(?: \d{{4}})?")


def foot(field: str, cells: int, *, notice: str, preview: Preview | None, text: str) -> Content:
    """The two rows of the foot: the notice, else what the field means now, else what it is for."""
    use = BY_NAME[field].use if field else _AT_REST
    if notice:
        return _told((f"{notice}\n{use.partition(_NEW_LINE)[0]}", notice), cells)
    told = preview.foot.get(field or "said", ()) if preview else ()
    if preview and not field and not preview.wants_answer:
        told = ()
    if field == "company" and not text.strip():
        told = ()
    return _told((*told, use.partition("\n")[0]) if told else (use,), cells)


def _told(ways: tuple[str, ...], cells: int) -> Content:
    """The first of `ways` that fits two rows of so many cells; else the last, cut."""
    content = Content(shown(ways[-1], one_line=False))
    for way in ways:
        content = Content(shown(way, one_line=False))
        if len(content.wrap(cells)) <= _ROWS:
            break
    return content.highlight_regex(_DATE, style="$text")


def status(
    now: datetime, kept_at: datetime | None, trouble: str, *, read_only: bool = False, small: bool = False
) -> Content:
    """The right of the top bar: not kept and why; a journal or window that holds one up; when it was kept; the time."""
    if trouble:
        return Content.styled(f"! not kept: {fitted(shown(trouble), 40)}", "$error")
    if read_only:
        return Content("reading only: drafts are kept")
    if small:
        return Content("small window")
    if kept_at is not None:
        return Content(f"kept {clock_text(kept_at, now)}")
    return Content(f"{WEEKDAYS[now.weekday()]} {now.day} {MONTHS[now.month - 1]} {now:%H:%M}")


def clock_text(moment: datetime, now: datetime) -> str:
    """The time of day, with the day before it where that is not today."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    return f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} {local:%H:%M}"


def at_the_start(found: Found, now: datetime, *, first_run: bool) -> str:
    """What was found among the drafts when Capture opened, in one line; "" for nothing."""
    if found.trouble:
        return found.trouble
    if found.elsewhere:
        return ELSEWHERE
    more = f" {found.waiting} more: esc, then d." if found.waiting else ""
    if found.draft is not None:
        return resumed(found.draft, now) + more
    if found.broken:
        return "A draft could not be read. It is set aside in the folder of the drafts, not deleted."
    return _WELCOME if first_run else ""


def resumed(draft: Draft, now: datetime) -> str:
    """Such as "Resumed your note on Northwind, kept 14:03."."""
    what = "changes to" if draft.meta.get("editing") else "note on"
    return f"Resumed your {what} {fitted(shown(draft.title), 30)}, kept {clock_text(draft.saved_at, now)}."


def editing(employer: str, number: int) -> str:
    """What is being edited."""
    name = fitted(shown(employer), 30) or "an employer not known yet"
    return f"Editing {name}, round {number}. ^s keeps your changes."


def brought_back(draft: Draft | None) -> str:
    """A draft came back from where it was thrown."""
    return f"Back among the drafts: {shown(draft.title)}." if draft else "That draft is gone."
