"""Saving what Capture or an import hands over: one interview with its opportunity."""

from __future__ import annotations

from app.domain.facts import Debrief, Interview, Opportunity
from app.errors import UsageError
from app.storage import reading, rows
from app.storage.changes import stored
from app.storage.desk import Desk, named, number, replace_interview_parts, unchanged
from app.storage.tables import INTERVIEW, OPPORTUNITY
from app.storage.values import Row
from app.text import folded

_FILLED = ("employer", "role", "region", "zone", "source", "recruiter", "link")


def save(desk: Desk, debrief: Debrief) -> tuple[int, int, str]:
    """Write one debrief; gives the ids of its opportunity and interview, and a label.

    Raises NotFound for an id that is not there, Conflict where the interview was changed since it was read.
    """
    if debrief.interview_id:
        return _replace(desk, debrief)
    opportunity = _opportunity(desk, debrief)
    opportunity_id = number(opportunity)
    row = add_interview(desk, opportunity_id, debrief.interview)
    return opportunity_id, number(row), f"interview with {_place(opportunity, row)}"


def add_interview(desk: Desk, opportunity_id: int, given: Interview) -> Row:
    """A new round of a known opportunity, with what hangs on it."""
    row = desk.change.add(INTERVIEW, {"opportunity_id": opportunity_id, **interview_columns(given)})
    replace_interview_parts(desk, row, given, new=True, whole=False)
    return row


def replace_interview(desk: Desk, interview_id: int, given: Interview) -> Row:
    """Make the interview and what hangs on it as `given`. Raises NotFound, Conflict."""
    before = stored(desk.connection, INTERVIEW, interview_id, "interview")
    unchanged(
        before, given.version, "This interview", lambda: reading.interview(desk.connection, interview_id)[1]
    )
    parts = replace_interview_parts(desk, before, given, new=False, whole=True)
    return desk.change.alter(INTERVIEW, before, interview_columns(given), touched=parts)


def replace_opportunity(desk: Desk, before: Row, given: Opportunity) -> Row:
    """Make the opportunity as `given`. Raises Conflict."""
    opportunity_id = number(before)
    unchanged(
        before,
        given.version,
        "This opportunity",
        lambda: reading.history(desk.connection, opportunity_id).opportunity,
    )
    days = desk.closed_days(opportunity_id, given.closed_days, whole=True)
    return desk.alter_opportunity(before, rows.opportunity_row(given), touched=days)


def interview_columns(given: Interview) -> Row:
    """The columns of an interview. Raises UsageError for a round or length that cannot be."""
    if given.number < 1:
        raise UsageError("A round is numbered from 1.")
    if given.minutes is not None and given.minutes < 1:
        raise UsageError("An interview lasts at least a minute.")
    return rows.interview_row(given)


def _replace(desk: Desk, debrief: Debrief) -> tuple[int, int, str]:
    row = replace_interview(desk, debrief.interview_id, debrief.interview)
    opportunity_id = number(row, "opportunity_id")
    before = stored(desk.connection, OPPORTUNITY, opportunity_id, "opportunity")
    given = debrief.opportunity
    opportunity = (
        replace_opportunity(desk, before, given) if given.id else _brought(desk, before, given, over=True)
    )
    return opportunity_id, number(row), f"edit of the interview with {_place(opportunity, row)}"


def _opportunity(desk: Desk, debrief: Debrief) -> Row:
    """The opportunity the debrief belongs to: the one named, else a known open one, else a new one."""
    given = debrief.opportunity
    if debrief.opportunity_id:
        before: Row | None = stored(desk.connection, OPPORTUNITY, debrief.opportunity_id, "opportunity")
    else:
        before = _known(desk, given)
    if before is not None:
        return _brought(desk, before, given, over=False)
    row = desk.add_opportunity(rows.opportunity_row(given))
    desk.closed_days(number(row), given.closed_days, whole=False)
    return row


def _known(desk: Desk, given: Opportunity) -> Row | None:
    """The newest open opportunity of that employer: of that role, or with no role noted yet; of any, where
    none is given.
    """
    employer, role = folded(given.employer), folded(given.role)
    if not employer:
        return None
    found = desk.open_at(employer)
    if not role:
        return next(iter(found), None)
    return next((row for wanted in (role, "") for row in found if row["role_key"] == wanted), None)


def _brought(desk: Desk, before: Row, given: Opportunity, *, over: bool) -> Row:
    """The opportunity with what is given: filled in where it is empty, or `over` what is there."""
    columns = rows.opportunity_row(given)
    new: Row = {name: columns[name] for name in _FILLED if columns[name] and (over or not before[name])}
    for name in ("employer", "role"):
        if name in new:
            new[f"{name}_key"] = columns[f"{name}_key"]
    days = desk.closed_days(number(before), given.closed_days, whole=False)
    return desk.alter_opportunity(before, new, touched=days)


def _place(opportunity: Row, interview: Row) -> str:
    name = named(str(opportunity["employer"]))
    return name if interview["number"] == 1 else f"{name}, round {interview['number']}"
