"""Rows to facts and back. A row maps columns to plain values, as they are stored and recorded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from app.domain.facts import (
    Decision,
    DecisionKind,
    Interview,
    InterviewState,
    Message,
    MessageKind,
    MessageState,
    Moment,
    Opportunity,
    Outcome,
    Part,
    Person,
    Point,
    PointKind,
    Promise,
    Reach,
    Way,
    Word,
    WordKind,
)
from app.domain.promise.reading import ReadingKind
from app.storage.values import Row
from app.text import folded

Columns = Mapping[str, Any]


E = TypeVar("E", bound=StrEnum)


@cache
def member(kind: type[E], value: str) -> E:
    """The member of that value; kept, as an Enum's own look-up is slow for tens of thousands. Raises ValueError."""
    return kind(value)


def day(text: str | None) -> date | None:
    """The day of a column."""
    return date.fromisoformat(text) if text else None


def iso(value: date | None) -> str | None:
    """The column of a day."""
    return value.isoformat() if value else None


def instant(at: datetime | None) -> str | None:
    """The column of an aware instant, in UTC."""
    return at.astimezone(UTC).isoformat() if at else None


def moment(text: str, at: str | None, zone: str) -> Moment:
    """The moment of three columns."""
    return Moment(date.fromisoformat(text), datetime.fromisoformat(at) if at else None, zone)


def opportunity_row(value: Opportunity) -> Row:
    """The columns of an opportunity, without its closed days."""
    return {
        "employer": value.employer,
        "employer_key": folded(value.employer),
        "role": value.role,
        "role_key": folded(value.role),
        "region": value.region,
        "zone": value.zone,
        "source": value.source,
        "recruiter": value.recruiter,
        "link": value.link,
        "outcome": value.outcome.value if value.outcome else None,
        "ended_on": iso(value.ended_on) if value.outcome else None,
        "outcome_note": value.outcome_note,
    }


def opportunity(row: Columns, closed_days: tuple[date, ...]) -> Opportunity:
    """The opportunity of a row."""
    return Opportunity(
        employer=row["employer"],
        role=row["role"],
        region=row["region"],
        zone=row["zone"],
        closed_days=closed_days,
        source=row["source"],
        recruiter=row["recruiter"],
        link=row["link"],
        outcome=member(Outcome, row["outcome"]) if row["outcome"] else None,
        ended_on=day(row["ended_on"]),
        outcome_note=row["outcome_note"],
        id=row["id"],
        version=row["version"],
    )


def person_row(value: Person) -> Row:
    """The columns of a person."""
    return {
        "name": value.name,
        "name_key": person_key(value.name),
        "greeting": value.greeting,
        "title": value.title,
        "employer": value.employer,
        "email": value.email,
        "phone": value.phone,
        "reach": value.reach.value,
        "personal": value.personal,
        "part": value.part.value,
    }


def person_key(name: str) -> str:
    """What makes two names one person inside an opportunity."""
    return folded(name) or name


def person(row: Columns) -> Person:
    """The person of a row."""
    return Person(
        name=row["name"],
        greeting=row["greeting"],
        title=row["title"],
        employer=row["employer"],
        email=row["email"],
        phone=row["phone"],
        reach=member(Reach, row["reach"]),
        personal=row["personal"],
        part=member(Part, row["part"]),
        id=row["id"],
        version=row["version"],
    )


def interview_row(value: Interview) -> Row:
    """The columns of an interview, without what hangs on it."""
    return {
        "number": value.number,
        "how": value.how,
        "state": value.state.value,
        "start_day": iso(value.start.day),
        "start_at": instant(value.start.at),
        "zone": value.start.zone,
        "minutes": value.minutes,
        "arranged_on": iso(value.arranged_on),
        "changed_on": iso(value.changed_on),
        "captured": value.captured,
        "next_step": value.next_step,
    }


def interview(
    row: Columns, met: tuple[Person, ...], points: tuple[Point, ...], promise_: Promise | None
) -> Interview:
    """The interview of a row and what hangs on it."""
    return Interview(
        start=moment(row["start_day"], row["start_at"], row["zone"]),
        number=row["number"],
        how=row["how"],
        state=member(InterviewState, row["state"]),
        minutes=row["minutes"],
        arranged_on=day(row["arranged_on"]),
        changed_on=day(row["changed_on"]),
        captured=row["captured"],
        next_step=row["next_step"],
        met=met,
        points=points,
        promise=promise_,
        id=row["id"],
        version=row["version"],
    )


def point_row(value: Point) -> Row:
    """The columns of a point."""
    return {
        "kind": value.kind.value,
        "text": value.text,
        "about": value.about,
        "helps": value.helps,
        "set_aside": value.set_aside,
    }


def point(row: Columns) -> Point:
    """The point of a row."""
    return Point(
        kind=member(PointKind, row["kind"]),
        text=row["text"],
        about=row["about"],
        helps=row["helps"],
        set_aside=row["set_aside"],
        id=row["id"],
    )


def promise_row(value: Promise) -> Row:
    """The columns of a promise, without where it was said."""
    return {
        "words": value.words,
        "said_on": iso(value.said_on),
        "said_by": value.said_by,
        "kind": value.kind.value,
        "day": iso(value.day),
        "confirm": value.confirm,
        "confirmed": value.confirmed,
    }


def promise(row: Columns) -> Promise:
    """The promise of a row."""
    return Promise(
        words=row["words"],
        said_on=date.fromisoformat(row["said_on"]),
        said_by=row["said_by"],
        kind=member(ReadingKind, row["kind"]),
        day=day(row["day"]),
        confirm=row["confirm"],
        confirmed=row["confirmed"],
        id=row["id"],
    )


def word_row(value: Word) -> Row:
    """The columns of a word, without its promise."""
    return {
        "day": iso(value.moment.day),
        "at": instant(value.moment.at),
        "zone": value.moment.zone,
        "kind": value.kind.value,
        "way": value.way.value,
        "sender": value.sender,
        "gist": value.gist,
    }


def word(row: Columns, promise_: Promise | None) -> Word:
    """The word of a row and its promise."""
    return Word(
        moment=moment(row["day"], row["at"], row["zone"]),
        kind=member(WordKind, row["kind"]),
        way=member(Way, row["way"]),
        sender=row["sender"],
        gist=row["gist"],
        promise=promise_,
        id=row["id"],
        version=row["version"],
    )


def message_row(value: Message) -> Row:
    """The columns of a message, without its recipients."""
    sent = value.sent
    return {
        "interview_id": value.interview_id or None,
        "kind": value.kind.value,
        "way": value.way.value,
        "subject": value.subject,
        "text": value.text,
        "ticked": json.dumps(list(value.ticked)),
        "state": value.state.value,
        "sent_day": iso(sent.day) if sent else None,
        "sent_at": instant(sent.at) if sent else None,
        "sent_zone": sent.zone if sent else "",
        "reason": value.reason,
    }


def message(row: Columns, to: tuple[str, ...]) -> Message:
    """The message of a row and its recipients."""
    sent = moment(row["sent_day"], row["sent_at"], row["sent_zone"]) if row["sent_day"] else None
    return Message(
        kind=member(MessageKind, row["kind"]),
        to=to,
        way=member(Way, row["way"]),
        subject=row["subject"],
        text=row["text"],
        ticked=() if row["ticked"] == "[]" else tuple(json.loads(row["ticked"])),
        state=member(MessageState, row["state"]),
        sent=sent,
        reason=row["reason"],
        interview_id=row["interview_id"] or 0,
        id=row["id"],
        version=row["version"],
    )


def decision_row(value: Decision) -> Row:
    """The columns of a decision."""
    return {
        "kind": value.kind.value,
        "made_on": iso(value.made_on),
        "step": value.step,
        "step_day": iso(value.step_day),
        "until": iso(value.until),
        "recipient": value.to,
        "reason": value.reason,
    }


def decision(row: Columns) -> Decision:
    """The decision of a row."""
    return Decision(
        kind=member(DecisionKind, row["kind"]),
        made_on=date.fromisoformat(row["made_on"]),
        step=row["step"],
        step_day=day(row["step_day"]),
        until=day(row["until"]),
        to=row["recipient"],
        reason=row["reason"],
        id=row["id"],
    )
