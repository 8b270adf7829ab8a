"""What the person decided about a step: put off, skipped, taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.facts import DecisionKind
from app.domain.plan.events import Decided
from app.domain.plan.steps import StepKind


@dataclass(frozen=True, slots=True)
class Choice:
    """What holds for one step: its day, how often it was put off, whether it was skipped."""

    day: date
    put_off: int = 0
    skipped: bool = False


def choice_of(
    decisions: tuple[Decided, ...],
    step: StepKind,
    proper: date,
    *,
    since: date,
    before: date | None = None,
    to: str = "",
) -> Choice:
    """The decision that holds for a step whose own date is `proper`.

    Decisions made before `since` (the last word, the last follow-up) have lapsed; one of that very day counts only
    where it names this step's date. A new date must be later than the step's own and before `before`.
    """
    choice = Choice(proper)
    days = {proper, None}
    for made in decisions:
        if made.step != step or made.to not in {"", to} or made.day < since:
            continue
        if made.day == since and made.step_day not in days:
            continue
        choice = _after(choice, made, proper, before)
        days.add(choice.day)
    return choice


def _after(choice: Choice, made: Decided, proper: date, before: date | None) -> Choice:
    if made.kind is DecisionKind.SKIP:
        return Choice(choice.day, choice.put_off, skipped=True)
    if made.kind is DecisionKind.REOPEN:
        return Choice(choice.day, choice.put_off)
    until = made.until
    if until is None or until <= proper or (before is not None and until >= before):
        return choice
    return Choice(until, choice.put_off + 1)
