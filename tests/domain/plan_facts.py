"""Facts of one opportunity, and its plan, in few words: for the tests of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.facts import (
    History,
    Interview,
    Message,
    MessageKind,
    Moment,
    Opportunity,
    Part,
    Person,
    Promise,
)
from app.domain.plan import Plan, Step, StepKind, plan_history
from app.domain.promise import ReadingKind
from app.domain.workdays import workdays_of

D = date.fromisoformat
DANA, SAM = Person(name="Dana Lee"), Person(name="Sam Roy")
JO = Person(name="Jo Varga", part=Part.RECRUITER)
ZONE = "America/Toronto"
NORTHWIND = Opportunity(employer="Northwind", region="CA-ON", zone=ZONE)


def at(text: str) -> Moment:
    when = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return Moment(day=when.date(), at=when, zone=ZONE)


def on(text: str) -> Moment:
    return Moment(day=D(text))


def promised(
    words: str, said_on: str, day: str, by: str = "", kind: ReadingKind = ReadingKind.DEADLINE
) -> Promise:
    return Promise(words=words, said_on=D(said_on), said_by=by, kind=kind, day=D(day))


BY_WEDNESDAY = promised("by Wednesday", "2026-11-12", "2026-11-18", "Dana Lee")
ROUND = Interview(start=on("2026-11-12"), met=(DANA, SAM), promise=BY_WEDNESDAY, id=1)


def history(*interviews: Interview, **more: object) -> History:
    return History(opportunity=NORTHWIND, interviews=interviews or (ROUND,), **more)  # type: ignore[arg-type]


def planned(facts: History, today: str, now: str = "") -> Plan:
    opportunity = facts.opportunity
    workdays = workdays_of(opportunity.region, closed=opportunity.closed_days)
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC) if now else None
    return plan_history(facts, today=D(today), workdays=workdays, now=moment)


def steps(found: Plan, kind: StepKind) -> list[Step]:
    return [step for step in found.steps if step.kind is kind]


def the(found: Plan, kind: StepKind) -> Step:
    (step,) = steps(found, kind)
    return step


def sent(day: str, kind: MessageKind = MessageKind.FOLLOW_UP, to: tuple[str, ...] = ("Dana Lee",)) -> Message:
    return Message(kind=kind, to=to, sent=on(day))
