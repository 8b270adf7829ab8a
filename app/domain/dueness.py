"""What is due and what comes next over all opportunities, and how a step is told in a few words.

Plans are computed by `plan_history`; here they are put in order of their days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.dates import days_late, relative_day
from app.domain.facts import History, InterviewState, Opportunity, in_zone
from app.domain.plan.steps import Plan, Step, StepKind

NO_EMPLOYER = "Employer not known yet"
_FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when the person is: the present moment (aware), their zone and region ("" not set)."""

    now: datetime
    zone: str = ""
    region: str = ""

    def today_in(self, zone: str) -> date:
        """Today in `zone`, or the person's own today where that is not known."""
        local = in_zone(self.now, zone or self.zone) if zone or self.zone else None
        return (local or self.now).date()


@dataclass(frozen=True, slots=True)
class Outlook:
    """One opportunity with its plan on the employer's `today`."""

    history: History
    plan: Plan
    today: date

    @property
    def steps(self) -> tuple[Step, ...]:
        """The open steps by day."""
        return self.plan.steps


def outlook(history: History, place: Place) -> Outlook:
    """What the rules say about one opportunity now. Raises UnknownRegion."""
    from app.domain.plan import plan_history
    from app.domain.workdays import workdays_of

    opportunity = history.opportunity
    workdays = workdays_of(opportunity.region or place.region, closed=opportunity.closed_days)
    today = place.today_in(opportunity.zone)
    return Outlook(history, plan_history(history, today=today, workdays=workdays, now=place.now), today)


def counts(step: Step) -> bool:
    """Whether a step counts as something to do: an offer and an interview ahead do not."""
    return not step.offer and step.kind is not StepKind.INTERVIEW


def days_due(outlooks: Iterable[Outlook]) -> Iterator[tuple[date, date | None, int]]:
    """For each step that counts: the day from which it is due, from which it is late, its opportunity."""
    for view in outlooks:
        for step in view.steps:
            if counts(step):
                late = view.today - timedelta(step.late - 1) if step.late else None
                yield min(step.day, view.today) if step.due else step.day, late, view.history.opportunity.id


def plans_hold_until(outlooks: Iterable[Outlook], place: Place) -> date:
    """The last day on which `days_due` is still right without asking the rules again, where no fact changes.

    With employers in other zones it is today; with an interview today yesterday: by the clock more may come due
    within the day.
    """
    today = place.today_in("")
    last = today + timedelta(_FORTNIGHT)
    for view in outlooks:
        if view.history.opportunity.zone not in {"", place.zone}:
            last = min(last, today)
        last = min([last, *(day - timedelta(1) for day in _turns(view, today))])
    return last


def _turns(view: Outlook, today: date) -> Iterator[date]:
    """The days on which the plan drops or adds steps by itself: it does not only let one come due."""
    for interview in view.history.interviews:
        if interview.state is InterviewState.PLANNED and interview.start.day >= today:
            yield interview.start.day
    if view.plan.move_on and view.plan.move_on > today:
        yield view.plan.move_on
    # a follow-up that has come due takes the place of a thank-you to the same person
    if any(step.kind is StepKind.THANK_YOU for step in view.steps):
        yield from (step.day for step in view.steps if step.kind is StepKind.FOLLOW_UP and step.day > today)


def folded_name(opportunity: Opportunity) -> str:
    """The employer's name for sorting; unknown ones last."""
    return opportunity.employer.casefold() or "\U0010ffff"


def name_of(opportunity: Opportunity) -> str:
    """The opportunity in a few words: "Northwind, Platform engineer"."""
    employer = opportunity.employer or NO_EMPLOYER
    return f"{employer}, {opportunity.role}" if opportunity.role else employer


def step_text(step: Step) -> str:
    """What a step asks for, in a few words: "Follow up with Dana Lee"."""
    people = " and ".join(filter(None, (", ".join(step.to[:-1]), *step.to[-1:])))
    match step.kind:
        case StepKind.CAPTURE:
            return "Write down the interview"
        case StepKind.THANK_YOU:
            return f"Thank-you to {people}" if people else "Thank-you"
        case StepKind.MOVE_ON:
            return "Move on?"
        case StepKind.INTERVIEW:
            return "Interview"
    text = f"Follow up with {people}" if people else "Follow up"
    return f"{text} once more, if you like" if step.offer else text


def when_text(step: Step, today: date) -> str:
    """How a step stands to today: "4 days late", "today", "in 3 days"."""
    return days_late(step.late) or relative_day(max(step.day, today), today)
