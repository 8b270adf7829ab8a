"""One opportunity as linear text: everything known, in order, for the eye and for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from app.domain.dueness import name_of, step_text, when_text
from app.domain.facts import (
    Decision,
    Interview,
    Message,
    MessageState,
    Moment,
    Opportunity,
    Person,
    PointKind,
    Promise,
    Word,
    in_zone,
)
from app.domain.promise import ReadingKind
from app.domain.typed.days import day_text

if TYPE_CHECKING:
    from app.domain.dueness import Outlook

Line = tuple[int, str]
"""How far a paragraph is indented (cells), and its text as stored; it is made inert where it is printed."""


def lines_of(view: Outlook) -> Iterator[Line]:
    """Everything known about one opportunity: itself, its people, what happened in order, what is next."""
    history = view.history
    yield 0, name_of(history.opportunity)
    for told in _about(history.opportunity):
        yield 2, told
    if history.people:
        yield 0, ""
        yield 0, "People"
        for person in history.people:
            yield from _person(person)
    dated = [
        *((each.start.day, 1, _interview(each)) for each in history.interviews),
        *((each.moment.day, 2, _word(each)) for each in history.words),
        *((each.sent.day if each.sent else date.max, 3, _message(each)) for each in history.messages),
        *((each.made_on, 4, _decision(each)) for each in history.decisions),
    ]
    for _, _, lines in sorted(dated, key=lambda each: each[:2]):
        yield 0, ""
        yield from lines
    yield 0, ""
    yield from _next(view)


def _about(opportunity: Opportunity) -> Iterator[str]:
    for label, value in (
        ("Number", str(opportunity.id)),
        ("Region", opportunity.region),
        ("Zone", opportunity.zone),
        ("Closed on", ", ".join(map(day_text, opportunity.closed_days))),
        ("Source", opportunity.source),
        ("Recruiter", opportunity.recruiter),
        ("Link", opportunity.link),
    ):
        if value:
            yield f"{label}: {value}"
    if opportunity.outcome:
        on = f" on {day_text(opportunity.ended_on)}" if opportunity.ended_on else ""
        note = f": {opportunity.outcome_note}" if opportunity.outcome_note else ""
        yield f"Ended: {opportunity.outcome.value}{on}{note}"


def _person(person: Person) -> Iterator[Line]:
    told = [person.name, person.title, person.employer, person.email, person.phone]
    if person.part.value != "interviewer":
        told.append(person.part.value)
    if person.reach.value != "direct":
        told.append(f"reached {person.reach.value}")
    yield 2, ", ".join(filter(None, told))
    if person.greeting and person.greeting != person.name:
        yield 4, f"Greeted as {person.greeting}"
    if person.personal:
        yield 4, person.personal


def _interview(interview: Interview) -> Iterator[Line]:
    told = [f"Interview, round {interview.number}", interview.how]
    if interview.state.value != "held":
        told.append(interview.state.value)
    yield 0, f"{_moment(interview.start)}  {', '.join(filter(None, told))}"
    if interview.minutes:
        yield 2, f"It took {interview.minutes} minutes."
    if interview.met:
        yield 2, f"Met: {', '.join(person.name for person in interview.met)}"
    if interview.promise:
        yield from _promise(interview.promise)
    if interview.next_step:
        yield 2, f"Next, as they told it: {interview.next_step}"
    for kind in PointKind:
        points = [point for point in interview.points if point.kind is kind]
        if points:
            yield 2, kind.value.capitalize()
        for point in points:
            about = f"{point.about}: " if point.about else ""
            mark = "- " if point.kind is PointKind.FORGOT_TO_MENTION and not point.helps else "· "
            aside = " (set aside)" if point.set_aside else ""
            yield 4, f"{mark}{about}{point.text}{aside}"


def _promise(promise: Promise) -> Iterator[Line]:
    by = f"{promise.said_by} said" if promise.said_by else "They said"
    day = f" {day_text(promise.day)}" if promise.day else ""
    read = "" if promise.kind is ReadingKind.NO_DATE else f", read as {promise.kind.value}{day}"
    unsure = " (not confirmed)" if promise.confirm and not promise.confirmed else ""
    yield 2, f"{by} on {day_text(promise.said_on)}: “{promise.words}”{read}{unsure}"


def _word(word: Word) -> Iterator[Line]:
    sender = f" from {word.sender}" if word.sender else ""
    yield 0, f"{_moment(word.moment)}  They wrote: {word.kind.value}, by {word.way.value}{sender}"
    if word.gist:
        yield 2, word.gist
    if word.promise:
        yield from _promise(word.promise)


def _message(message: Message) -> Iterator[Line]:
    to = f" to {', '.join(message.to)}" if message.to else ""
    state = "" if message.state is MessageState.SENT else f", {message.state.value}"
    when = _moment(message.sent) if message.sent else "Not sent"
    yield 0, f"{when}  {message.kind.value.capitalize()}{to}, by {message.way.value}{state}"
    if message.subject:
        yield 2, f"Subject: {message.subject}"
    for paragraph in message.text.split("\n"):
        if paragraph.strip():
            yield 2, paragraph
    if message.reason:
        yield 2, f"Reason: {message.reason}"


def _decision(decision: Decision) -> Iterator[Line]:
    what = f"{decision.kind.value.capitalize()} {decision.step}".strip()
    until = f" until {day_text(decision.until)}" if decision.until else ""
    reason = f": {decision.reason}" if decision.reason else ""
    yield 0, f"{day_text(decision.made_on)}  {what}{until}{reason}"


def _next(view: Outlook) -> Iterator[Line]:
    if not view.steps:
        yield 0, "Nothing is left to do."
        return
    yield 0, "What is next"
    for step in view.steps:
        yield 2, f"{day_text(step.day)}  {step_text(step)} ({when_text(step, view.today)})"
        for told in (step.reason, step.hint):
            if told:
                yield 4, told


def _moment(moment: Moment) -> str:
    local = moment.at and (in_zone(moment.at, moment.zone) or moment.at)
    return f"{day_text(moment.day)}{f' {local:%H:%M}' if local else ''}"


def plain(value: Any) -> Any:
    """A value of the domain as plain JSON types, field by field."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: plain(getattr(value, each.name)) for each in fields(value) if each.name != "version"
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple | list | frozenset):
        return [plain(each) for each in value]
    return value
