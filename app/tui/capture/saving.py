"""From the form to the journal: one transaction, read back, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.dates import short_day
from app.domain.dueness import NO_EMPLOYER, Place, counts, outlook, step_text
from app.domain.facts import Debrief, History, in_zone
from app.domain.plan.steps import Step, StepKind
from app.errors import DiskTrouble

if TYPE_CHECKING:
    from app.storage.journal import Journal

REGION = "region"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was saved: its ids, and one line that tells it."""

    opportunity_id: int
    interview_id: int
    line: str


def keep_debrief(journal: Journal, debrief: Debrief, place: Place) -> Kept:
    """Save the debrief and read it back.

    Raises what `Journal.save_debrief` raises, and DiskTrouble where the journal does not give back what it took.
    """
    saved = journal.save_debrief(debrief)
    history = journal.history(saved.opportunity_id)
    kept = next((each for each in history.interviews if each.id == saved.interview_id), None)
    if kept is None:
        raise DiskTrouble(
            "The journal took it but does not show it. Your note is kept as a draft; try ^s again."
        )
    return Kept(saved.opportunity_id, saved.interview_id, kept_line(history, kept.number, place))


def kept_line(history: History, number: int, place: Place) -> str:
    """Such as "Kept: Northwind, round 2. First due: thank-you to Dana Lee by Tue 15:00."."""
    name = history.opportunity.employer or NO_EMPLOYER.lower()
    kept = f"Kept: {name}, round {number}."
    view = outlook(history, place)
    first = next((step for step in view.steps if counts(step)), None)
    if first is None:
        return kept
    what = step_text(first)
    return f"{kept} First due: {what[:1].lower()}{what[1:].rstrip('?')}{_when(first, place)}."


def _when(step: Step, place: Place) -> str:
    today = place.today_in("")
    if step.kind is StepKind.THANK_YOU and step.by is not None:
        local = in_zone(step.by, place.zone) if place.zone else None
        by = local or step.by.astimezone(place.now.tzinfo)
        if by > place.now:
            return f" by {short_day(by.date(), by.date()).split()[0]} {by:%H:%M}"
    return " today" if step.day <= today else f" on {short_day(step.day, today)}"
