"""Facts to save, short to write."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.domain.facts import (
    Debrief,
    Decision,
    DecisionKind,
    Interview,
    Message,
    MessageKind,
    Moment,
    Opportunity,
    Person,
    Point,
    PointKind,
    Promise,
    Way,
    Word,
)
from app.domain.promise.reading import ReadingKind

DAY = date(2026, 11, 10)
DANA = Person(name="Dana Lee", greeting="Dana", title="CTO", email="dana@northwind.example")
SAM = Person(name="Sam Roy")
PROMISE = Promise(
    words="by Friday", said_on=DAY, said_by="Dana Lee", kind=ReadingKind.DEADLINE, day=date(2026, 11, 13)
)


def interview(**changed: Any) -> Interview:
    whole = Interview(
        start=Moment(DAY, datetime(2026, 11, 10, 13, 30, tzinfo=UTC), "America/Toronto"),
        how="video",
        minutes=45,
        next_step="panel with the team",
        met=(DANA, SAM),
        points=(
            Point(kind=PointKind.WENT_WELL, text="the queue story"),
            Point(kind=PointKind.FORGOT_TO_MENTION, text="the certificate", about="Dana Lee", helps=False),
            Point(kind=PointKind.STOOD_OUT, text="small team", set_aside=True),
        ),
        promise=PROMISE,
    )
    return replace(whole, **changed)


def debrief(employer: str = "Northwind", role: str = "Platform Engineer", **changed: Any) -> Debrief:
    opportunity = changed.pop("opportunity", None) or Opportunity(employer=employer, role=role)
    ids = {name: changed.pop(name) for name in ("opportunity_id", "interview_id") if name in changed}
    return Debrief(opportunity=opportunity, interview=interview(**changed), **ids)


def word(**changed: Any) -> Word:
    whole = Word(moment=Moment(date(2026, 11, 16)), way=Way.CALL, sender="Dana Lee", gist="next week")
    return replace(whole, **changed)


def thanks(**changed: Any) -> Message:
    whole = Message(
        kind=MessageKind.THANK_YOU,
        to=("Dana Lee",),
        subject="Thank you",
        text="Dear Dana,\n…",
        ticked=("name", "topic"),
        sent=Moment(date(2026, 11, 11), datetime(2026, 11, 11, 8, 0, tzinfo=UTC), "America/Toronto"),
    )
    return replace(whole, **changed)


def decision(**changed: Any) -> Decision:
    whole = Decision(
        kind=DecisionKind.POSTPONE, made_on=DAY, step="follow-up", step_day=DAY, until=date(2026, 11, 20)
    )
    return replace(whole, **changed)
