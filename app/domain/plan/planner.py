"""Facts in, plan out: what the rules say about one opportunity on one day, each step with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from app.domain.plan.course import WEEK, course_of
from app.domain.plan.decisions import Choice, choice_of
from app.domain.plan.events import NOBODY, Arranged, Contacts, Event
from app.domain.plan.hints import day_off_hint, quiet_hint
from app.domain.plan.reasons import (
    capture_reason,
    first_follow_up_reason,
    move_on_reason,
    round_ahead_reason,
    second_follow_up_reason,
)
from app.domain.plan.situation import Situation, situation_of
from app.domain.plan.steps import Plan, Rule, Step, StepKind
from app.domain.plan.thankyous import thank_yous
from app.domain.workdays import Workdays


def plan(
    events: tuple[Event, ...],
    *,
    today: date,
    workdays: Workdays,
    now: datetime | None = None,
    region_note: str = "",
    contacts: Contacts = NOBODY,
) -> Plan:
    """The plan for one opportunity. Source: follow-up-rules.md, "Rules".

    `today` is the date in the employer's place; `now` (aware) tells whether a round of today is over by the clock.
    `region_note` is a sentence on what is not known about the place, put behind the reason of each follow-up. The
    dates of the plan are those the rules give, whatever `today` is; its steps are what is open on `today`.
    """
    return _Planner(situation_of(events, today, now), today, workdays, region_note, contacts).plan()


class _Planner:
    def __init__(
        self, situation: Situation, today: date, workdays: Workdays, region_note: str, contacts: Contacts
    ) -> None:
        self.situation, self.today, self.workdays = situation, today, workdays
        self.region_note, self.contacts = region_note, contacts
        self.course = course_of(situation, workdays)
        self.first = self._choice(self.course.first)
        self.second = self._choice(self.course.second)
        self.move_on = self._move_on_choice()

    def plan(self) -> Plan:
        course = self.course
        return Plan(
            rule=course.rule,
            deadline=course.day,
            first_follow_up=_open_day(self.first),
            second_follow_up=_open_day(self.second),
            move_on=_open_day(self.move_on),
            confirm=bool(course.day and course.said and course.said.confirm),
            steps=() if course.rule is Rule.ENDED else tuple(sorted(self._steps(), key=_place)),
        )

    def _steps(self) -> Iterator[Step]:
        if self.move_on and not self.move_on.skipped:
            yield self._move_on_step(self.move_on)
        if self.course.move_on and self.course.move_on <= self.today:
            return
        follow_ups = tuple(self._follow_ups())
        yield from follow_ups
        due_to = next((step.to for step in follow_ups if step.due), None)
        deadline = self.course.day if self.course.rule is Rule.DEADLINE else None
        yield from thank_yous(self.situation, deadline, due_to, self.today, self.workdays)
        yield from self._captures()
        yield from (self._round(one) for one in self.situation.ahead)

    def _follow_ups(self) -> Iterator[Step]:
        if self.first and not self.first.skipped:
            yield self._first_step(self.first)
        if self.second and not self.second.skipped:
            yield self._second_step(self.second)

    def _first_step(self, choice: Choice) -> Step:
        late = max((self.today - choice.day).days, 0)
        put_off_to = choice.day if choice.put_off else None
        hints = (self._quiet(choice.day), day_off_hint(self.today, self.workdays) if late else "")
        return Step(
            kind=StepKind.FOLLOW_UP,
            day=choice.day,
            rule=self.course.rule.value,
            reason=self._noted(first_follow_up_reason(self.course, self.today, self.workdays, put_off_to)),
            to=self._whom(),
            late=late,
            due=choice.day <= self.today,
            put_off=choice.put_off,
            proper_day=self.course.first if choice.put_off else None,
            hint=" ".join(filter(None, hints)),
            may_repeat=self._leaves_room(choice.day),
        )

    def _leaves_room(self, day: date) -> bool:
        """Whether once more would be offered, were the first follow-up sent on `day`, or today where that is over."""
        again = self.workdays.roll_forward(max(day, self.today) + WEEK)
        return not self.course.sent and self.course.move_on is not None and again < self.course.move_on

    def _second_step(self, choice: Choice) -> Step:
        put_off_to = choice.day if choice.put_off else None
        return Step(
            kind=StepKind.FOLLOW_UP,
            day=choice.day,
            rule="one more time",
            reason=self._noted(second_follow_up_reason(self.course, self.today, put_off_to)),
            offer=True,
            to=self._whom(),
            put_off=choice.put_off,
            proper_day=self.course.second if choice.put_off else None,
            hint=self._quiet(choice.day),
        )

    def _move_on_step(self, choice: Choice) -> Step:
        return Step(
            kind=StepKind.MOVE_ON,
            day=choice.day,
            rule=StepKind.MOVE_ON.value,
            reason=move_on_reason(self.course, self.today),
            due=choice.day <= self.today,
            put_off=choice.put_off,
            proper_day=self.course.move_on if choice.put_off else None,
        )

    def _captures(self) -> Iterator[Step]:
        for held in self.situation.held:
            if not held.captured:
                yield Step(
                    kind=StepKind.CAPTURE,
                    day=held.day,
                    rule=StepKind.CAPTURE.value,
                    reason=capture_reason(held, self.today),
                    due=held.day <= self.today,
                    interview_id=held.round_id,
                )

    def _round(self, arranged: Arranged) -> Step:
        return Step(
            kind=StepKind.INTERVIEW,
            day=arranged.for_day or arranged.day,
            rule=Rule.PAUSED.value,
            reason=round_ahead_reason(arranged, self.today),
            to=arranged.met,
            by=arranged.starts_at,
            due=arranged.for_day == self.today,
            interview_id=arranged.round_id,
        )

    def _whom(self) -> tuple[str, ...]:
        """Who made the promise, else who arranged the interview; with an agency between, its recruiter."""
        said_by = self.course.said.by if self.course.said else ""
        met = next((held.met[:1] for held in reversed(self.situation.held) if held.met), ())
        name = self.contacts.recruiter or said_by or self.contacts.arranger
        return (name,) if name else met

    def _choice(self, proper: date | None) -> Choice | None:
        course = self.course
        if proper is None or course.word is None:
            return None
        since = max(course.word, course.sent[-1].day) if course.sent else course.word
        return choice_of(
            self.situation.decisions, StepKind.FOLLOW_UP, proper, since=since, before=course.move_on
        )

    def _move_on_choice(self) -> Choice | None:
        course = self.course
        if course.move_on is None or course.word is None:
            return None
        return choice_of(self.situation.decisions, StepKind.MOVE_ON, course.move_on, since=course.word)

    def _quiet(self, day: date) -> str:
        return quiet_hint(day, self.today, self.workdays)

    def _noted(self, reason: str) -> str:
        return f"{reason} {self.region_note}" if self.region_note else reason


_ORDER = {
    kind: place
    for place, kind in enumerate(
        (StepKind.CAPTURE, StepKind.THANK_YOU, StepKind.FOLLOW_UP, StepKind.INTERVIEW, StepKind.MOVE_ON)
    )
}


def _place(step: Step) -> tuple[date, int]:
    return step.day, _ORDER[step.kind]


def _open_day(choice: Choice | None) -> date | None:
    return choice.day if choice and not choice.skipped else None
