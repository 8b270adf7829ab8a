"""One note of thanks to each interviewer, after every interview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.facts import MessageKind
from app.domain.plan.decisions import choice_of
from app.domain.plan.events import Held, Sent
from app.domain.plan.reasons import thank_you_reason
from app.domain.plan.situation import Situation
from app.domain.plan.steps import Step, StepKind
from app.domain.workdays import Workdays

DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class _Aim:
    day: date
    by: datetime | None
    deadline: date | None


def thank_yous(
    situation: Situation,
    deadline: date | None,
    due_to: tuple[str, ...] | None,
    today: date,
    workdays: Workdays,
) -> Iterator[Step]:
    """The notes not yet sent. `due_to` is whom a follow-up is due to now (None: none is due); it takes their place."""
    for held in situation.held:
        for name in held.met or ("",):
            if _is_thanked(held, name, situation) or _is_overtaken(held, name, situation.messages, due_to):
                continue
            if step := _note(held, name, situation, deadline, today, workdays):
                yield step


def is_late_thank_you(held_on: date, day: date, workdays: Workdays) -> bool:
    """Whether a note on `day` is late for an interview of `held_on`: the next business day is over."""
    return day > workdays.next_business_day(held_on)


def _note(
    held: Held, name: str, situation: Situation, deadline: date | None, today: date, workdays: Workdays
) -> Step | None:
    aim = _aim(held, deadline)
    choice = choice_of(situation.decisions, StepKind.THANK_YOU, aim.day, since=held.day, to=name)
    if choice.skipped:
        return None
    put_off = choice.put_off > 0
    last_day = choice.day if put_off else workdays.next_business_day(held.day)
    late = max((today - last_day).days, 0)
    return Step(
        kind=StepKind.THANK_YOU,
        day=choice.day,
        rule=StepKind.THANK_YOU.value,
        reason=thank_you_reason(held, today, late, aim.deadline),
        to=(name,) if name else (),
        by=None if put_off else aim.by,
        late=late,
        due=choice.day <= today if put_off else held.day <= today,
        put_off=choice.put_off,
        proper_day=aim.day if put_off else None,
        interview_id=held.round_id,
    )


def _aim(held: Held, deadline: date | None) -> _Aim:
    """The same clock time on the next day, and before the eve of an earlier deadline is over."""
    next_day = held.day + DAY
    if deadline is None or not held.day <= deadline <= next_day:
        return _Aim(next_day, held.thank_by, None)
    # the eve of a deadline of the interview's own day lies before it: then that day is the best there is
    soonest = [at for at in (held.thank_by, held.day_over) if at is not None]
    return _Aim(held.day, min(soonest, default=None), deadline)


def _is_thanked(held: Held, name: str, situation: Situation) -> bool:
    days = {one.round_id: one.day for one in situation.held if one.round_id}
    return any(
        sent.kind is MessageKind.THANK_YOU
        and sent.day >= held.day
        and days.get(sent.round_id, held.day) >= held.day
        and (not name or not sent.to or name in sent.to)
        for sent in situation.messages
    )


def _is_overtaken(held: Held, name: str, messages: tuple[Sent, ...], due_to: tuple[str, ...] | None) -> bool:
    """Whether a follow-up to the same person, due now or sent since, takes the place of the note."""
    if due_to is not None and _reaches(due_to, name):
        return True
    return any(
        sent.kind is MessageKind.FOLLOW_UP and sent.day > held.day and _reaches(sent.to, name)
        for sent in messages
    )


def _reaches(to: tuple[str, ...], name: str) -> bool:
    return name in to if to else not name
