"""Stored facts -> the events that the rules see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from app.domain.facts import (
    Decision,
    History,
    Interview,
    InterviewState,
    Message,
    MessageState,
    Moment,
    Outcome,
    Part,
    Person,
    Promise,
    Reach,
    Word,
    WordKind,
    in_zone,
    utc,
)
from app.domain.plan.events import (
    Arranged,
    CalledOff,
    Contacts,
    Decided,
    Ended,
    Event,
    Heard,
    Held,
    NobodyCame,
    Said,
    Sent,
)
from app.domain.plan.planner import plan
from app.domain.plan.steps import Plan, Rule
from app.domain.promise.reading import ReadingKind
from app.domain.workdays import Workdays

DAY = timedelta(1)
NO_END_KNOWN = 60  # minutes; follow-up-rules.md, "thank-you"
_NO_WORD = (WordKind.AUTOMATIC, WordKind.NO_NEWS)
_UNSENT = MessageState.DRAFT

# What comes first of one day's events that have no clock time, so that the day reads as it most likely went.
_RANK: dict[type[Event], int] = {
    Held: 1,
    Arranged: 2,
    CalledOff: 3,
    NobodyCame: 3,
    Heard: 4,
    Sent: 5,
    Ended: 6,
    Decided: 7,
}


def plan_history(
    history: History, *, today: date, workdays: Workdays, now: datetime | None = None, zone: str = ""
) -> Plan:
    """The plan for stored facts. `today` is the date in the employer's place, `zone` its zone ("" : the stored one)."""
    if _is_over(history):
        return Plan(rule=Rule.ENDED)
    return plan(
        events_of(history, workdays, zone or history.opportunity.zone),
        today=today,
        workdays=workdays,
        now=now,
        region_note=workdays.note,
        contacts=contacts_of(history),
    )


def _is_over(history: History) -> bool:
    """Whether it ended in a way that only the person opens again, and did not: most of a long search is so, and no
    rule need be asked (10,000 of them: 20 ms instead of 500).
    """
    outcome = history.opportunity.outcome
    return outcome not in {None, Outcome.MOVED_ON} and not history.decisions


def events_of(history: History, workdays: Workdays, zone: str = "") -> tuple[Event, ...]:
    """The events of stored facts, days in the employer's `zone` ("" : as typed).

    A promise keeps the reading the person was shown; its words are read again only where they gave no date, to tell
    words that name none from words that could not be read.
    """
    events = [event for interview in history.interviews for event in _round(interview, workdays, zone)]
    events += (_heard(word, workdays, zone) for word in history.words if word.kind not in _NO_WORD)
    events += (
        _sent(message, message.sent, zone)
        for message in history.messages
        if message.sent is not None and message.state is not _UNSENT
    )
    events += (_decided(decision) for decision in history.decisions)
    outcome = history.opportunity.outcome
    if outcome is not None:
        last = max((event.day for event in events), default=date.min)
        events.append(Ended(day=history.opportunity.ended_on or last, outcome=outcome))
    return tuple(sorted(events, key=_rank))


def contacts_of(history: History) -> Contacts:
    """The recruiter in between and who arranges the interviews, by name.

    A recruiter of the employer's own is no agency between: they arrange.
    """
    met = (person for interview in history.interviews for person in interview.met)
    people = tuple({person.name: person for person in (*met, *history.people)}.values())
    recruiter = _first(people, Part.RECRUITER)
    between = recruiter if any(person.reach is Reach.RECRUITER for person in people) else ""
    return Contacts(
        recruiter=history.opportunity.recruiter or between,
        arranger=_first(people, Part.COORDINATOR) or recruiter,
    )


def _first(people: tuple[Person, ...], part: Part) -> str:
    return next((person.name for person in people if person.part is part), "")


def _rank(event: Event) -> tuple[date, int]:
    own_day = isinstance(event, Arranged) and event.for_day == event.day
    return event.day, 0 if own_day else _RANK[type(event)]


def _round(interview: Interview, workdays: Workdays, zone: str) -> Iterator[Event]:
    day = interview.start.day_in(zone)
    promise = _said(interview.promise, workdays)
    planned = interview.state is InterviewState.PLANNED
    if planned or interview.arranged_on is not None:
        yield _arranged(interview, day, zone)
    match interview.state:
        case InterviewState.HELD:
            in_it = promise if promise and promise.said_on <= day else None
            yield _held(interview, day, zone, in_it)
            promise = promise if in_it is None else None
        case InterviewState.CALLED_OFF_BY_THEM | InterviewState.CALLED_OFF_BY_ME:
            yield CalledOff(
                day=interview.changed_on or day,
                by_them=interview.state is InterviewState.CALLED_OFF_BY_THEM,
                for_day=day,
                round_id=interview.id,
            )
        case InterviewState.NOBODY_CAME:
            yield NobodyCame(day=day, round_id=interview.id)
    if promise is not None:
        yield Heard(day=promise.said_on, said=promise)


def _arranged(interview: Interview, day: date, zone: str) -> Arranged:
    starts_at, ends_at = _times(interview)
    thank_by, day_over = _aims(interview, day, zone)
    return Arranged(
        day=interview.arranged_on or day,
        for_day=day,
        starts_at=starts_at,
        ends_at=ends_at,
        thank_by=thank_by,
        day_over=day_over,
        met=_interviewers(interview),
        heard=interview.arranged_on is not None,
        round_id=interview.id,
    )


def _held(interview: Interview, day: date, zone: str, promise: Said | None) -> Held:
    thank_by, day_over = _aims(interview, day, zone)
    return Held(
        day=day,
        at=_times(interview)[1],
        said=promise,
        met=_interviewers(interview),
        captured=interview.captured,
        thank_by=thank_by,
        day_over=day_over,
        round_id=interview.id,
    )


def _interviewers(interview: Interview) -> tuple[str, ...]:
    """Those who are thanked: who only arranged or recruited did not interview."""
    names = tuple(person.name for person in interview.met if person.part is Part.INTERVIEWER)
    return names or tuple(person.name for person in interview.met)


def _times(interview: Interview) -> tuple[datetime | None, datetime | None]:
    start = interview.start.at
    if start is None:
        return None, None
    return start, start + timedelta(minutes=interview.minutes or NO_END_KNOWN)


def _aims(interview: Interview, day: date, zone: str) -> tuple[datetime | None, datetime | None]:
    """The same clock time on the day after the interview's end, and the end of the interview's day."""
    end = _times(interview)[1]
    there = in_zone(end, zone or interview.start.zone or "UTC") if end else None
    if there is None:
        return None, None
    # wall times with their zone, so that a change of the clocks in between keeps the clock time
    midnight = datetime.combine(day + DAY, datetime.min.time(), there.tzinfo)
    return utc(there + DAY), utc(midnight)


def _heard(word: Word, workdays: Workdays, zone: str) -> Heard:
    return Heard(
        day=word.moment.day_in(zone),
        at=word.moment.at,
        said=_said(word.promise, workdays),
        offer=word.kind is WordKind.OFFER,
    )


def _sent(message: Message, moment: Moment, zone: str) -> Sent:
    return Sent(
        day=moment.day_in(zone),
        at=moment.at,
        kind=message.kind,
        to=message.to,
        round_id=message.interview_id,
    )


def _decided(decision: Decision) -> Decided:
    return Decided(
        day=decision.made_on,
        kind=decision.kind,
        step=decision.step,
        step_day=decision.step_day,
        until=decision.until,
        to=decision.to,
    )


def _said(promise: Promise | None, workdays: Workdays) -> Said | None:
    if promise is None or not promise.words.strip():
        return None
    unread = promise.kind is ReadingKind.NO_DATE and not promise.confirmed
    return Said(
        words=promise.words,
        said_on=promise.said_on,
        kind=promise.kind,
        day=promise.day,
        by=promise.said_by,
        confirm=promise.confirm and not promise.confirmed,
        understood=not unread or _is_understood(promise.words, promise.said_on, workdays),
    )


@lru_cache(maxsize=4096)
def _is_understood(words: str, said_on: date, workdays: Workdays) -> bool:
    from app.domain.promise import read_promise

    return read_promise(words, said_on, workdays).understood
