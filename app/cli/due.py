"""`afterword due`: what to do today and soon, for the eye, for scripts and for a shell prompt."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cells import fitted, padded, width
from app.cli.options import Options, journal_of, options_of
from app.cli.outlooks import outlooks_of, place_of
from app.cli.output import columns, put, say, say_json
from app.duecount import kept_count
from app.errors import UsageError
from app.text import shown

if TYPE_CHECKING:
    from app.domain.dueness import Outlook
    from app.domain.timeline import Entry

_UNITS = {"": 1, "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}
_MOST_DAYS = 3660
_DAY_CELLS, _EMPLOYER_CELLS = 12, 18
_WIDE = 70  # below it a row has no room for columns


def due(
    context: typer.Context,
    within: Annotated[str, typer.Option(help="How far ahead to look: 14d, 2w, 0d for today only.")] = "14d",
    count: Annotated[
        bool, typer.Option("--count", help="Only the number of what is due; nothing where it is none.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One step a line, as JSON.")] = False,
    today: Annotated[str, typer.Option("--today", help="See it as on that day: 2026-11-23.")] = "",
) -> None:
    """Show what to do today and soon, and why on that day.

    Example: afterword due --within 7d
    """
    days, day = _days(within), _day(today)
    options = options_of(context)
    if count:
        _say_count(context, options, day, as_json=as_json)
        return
    if not options.places.journal.exists():
        _say_nothing(as_json=as_json)
        return
    with journal_of(context) as journal:
        place = place_of(journal, day)
        views = outlooks_of(journal, place, as_of_now=day is None)
    entries = _within(views, days)
    if as_json:
        for entry in entries:
            say_json(_as_json(entry))
    else:
        _say_entries(entries, days, place.zone)


def _days(within: str) -> int:
    match = re.fullmatch(r"\s*(\d{1,4})\s*([a-z]*)\s*", within.casefold())
    if not match or match[2] not in _UNITS or int(match[1]) * _UNITS[match[2]] > _MOST_DAYS:
        raise UsageError(
            f"--within wants a number of days or weeks, such as 14d or 2w, not “{fitted(within, 30)}”."
        )
    return int(match[1]) * _UNITS[match[2]]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text else None
    except ValueError:
        raise UsageError(f"--today wants a date such as 2026-11-23, not “{fitted(text, 30)}”.") from None


def _say_count(context: typer.Context, options: Options, day: date | None, *, as_json: bool) -> None:
    number = None if day else kept_count(options.db)
    if number is None:
        number = _counted(context, options, day)
    if as_json:
        say_json(number)
    elif number:
        put(f"{number}\n")


def _counted(context: typer.Context, options: Options, day: date | None) -> int:
    """The number from the journal itself; kept in the small file for the next time."""
    if not options.places.journal.exists():
        return 0
    with journal_of(context) as journal:
        views = outlooks_of(journal, place_of(journal, day), as_of_now=day is None)
    from app.domain.dueness import counts

    return sum(counts(step) and step.due for view in views for step in view.steps)


def _within(views: list[Outlook], days: int) -> list[Entry]:
    """The steps that are due, or will be within so many days; the most pressing first."""
    from app.domain.dueness import counts, folded_name
    from app.domain.timeline import Entry, Part

    found = [
        Entry(Part.DUE if step.due and counts(step) else Part.COMING, step.day, view, step=step)
        for view in views
        for step in view.steps
        if step.due or step.day <= view.today + timedelta(days)
    ]
    return sorted(
        found, key=lambda each: (each.part is not Part.DUE, each.day, folded_name(each.opportunity))
    )


def _as_json(entry: Entry) -> dict[str, Any]:
    step, opportunity = entry.step, entry.opportunity
    if step is None:
        return {}
    return {
        "opportunity": opportunity.id,
        "company": opportunity.employer,
        "role": opportunity.role,
        "kind": step.kind.value,
        "date": step.day.isoformat(),
        "due": entry.part.value == "Due",
        "late": step.late,
        "offer": step.offer,
        "to": list(step.to),
        "by": step.by.isoformat() if step.by else None,
        "rule": step.rule,
        "reason": step.reason,
        "hint": step.hint,
    }


def _say_nothing(*, as_json: bool) -> None:
    if not as_json:
        say("Nothing is due. After an interview, write it down with afterword capture.")


def _say_entries(entries: list[Entry], days: int, zone: str) -> None:
    from app.domain.dates import count
    from app.domain.timeline import Part

    now = [entry for entry in entries if entry.part is Part.DUE]
    soon = [entry for entry in entries if entry.part is not Part.DUE]
    say(f"Due {len(now)}" if now else "Nothing is due today.")
    for entry in now:
        _say_entry(entry, zone)
    if soon:
        put("\n")
        say(f"Coming up within {count(days, 'day')}")
    for entry in soon:
        _say_entry(entry, zone)


def _say_entry(entry: Entry, zone: str) -> None:
    cells = columns()
    employer, what, behind = shown(entry.employer), shown(entry.what(zone)), entry.right(zone)
    if cells < _WIDE:
        say(f"{entry.day_text}  {employer}: {what} ({behind})", indent=2, hang=4)
    else:
        front = f"  {padded(entry.day_text, _DAY_CELLS)}{padded(employer, _EMPLOYER_CELLS)}  "
        put(f"{front}{padded(what, cells - width(front) - width(behind) - 2)}  {behind}\n")
    say(entry.why, indent=4)
