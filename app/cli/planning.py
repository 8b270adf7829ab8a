"""The answers of `afterword plan`: nothing of the journal is read or loaded, nor what reads the options."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.output import complain, say, say_json
from app.errors import AfterwordError, BadRecord, UsageError

if TYPE_CHECKING:
    from app.domain.plan.events import Event
    from app.domain.plan.steps import Plan, Step
    from app.domain.workdays import Workdays

_TOO_FAR = "these dates lie beyond the end of the calendar"


@dataclass(frozen=True, slots=True)
class Asked:
    """The options as they were typed, each under its own name; "" where it was not given."""

    interview: str = ""
    said: str = ""
    said_on: str = ""
    region: str = ""
    heard: str = ""
    heard_said: str = ""
    sent: tuple[str, ...] = ()
    facts: str = ""
    today: str = ""
    json: bool = False


def answer(asked: Asked) -> int:
    """Print the plan that was asked for; the exit code. Raises UsageError."""
    day = _date(asked.today, "--today") or _today()
    if asked.facts:
        if Asked(facts=asked.facts, today=asked.today, json=asked.json) != asked:
            raise UsageError("--facts brings its own facts and region; it goes with --today and --json only.")
        return _answer_facts(asked.facts, day, as_json=asked.json)
    held = _date(asked.interview, "--interview")
    if held is None:
        raise UsageError("Give --interview DATE, or --facts FILE. See afterword plan --help.")
    from app.domain.plan import plan
    from app.domain.workdays import workdays_of

    workdays = workdays_of(asked.region)
    events = _events(asked, held, workdays)
    try:
        found = plan(events, today=day, workdays=workdays, region_note=workdays.note)
    except (OverflowError, ValueError):
        raise UsageError(f"No plan: {_TOO_FAR}.") from None
    _tell(found, day, as_json=asked.json)
    return 0


def _events(asked: Asked, held: date, workdays: Workdays) -> tuple[Event, ...]:
    from app.domain.plan.events import Sent
    from app.domain.plan.records import heard_event, interview_events

    events = interview_events(held, asked.said, _date(asked.said_on, "--said-on"), workdays)
    heard_on = _date(asked.heard, "--heard")
    if heard_on is not None:
        events += (heard_event(heard_on, asked.heard_said, workdays),)
    elif asked.heard_said:
        raise UsageError("--heard-said needs --heard DATE, the day on which they said it.")
    days = (_date(text, "--sent") for text in asked.sent)
    return events + tuple(Sent(day=day) for day in days if day is not None)


def _answer_facts(source: str, today: date, *, as_json: bool) -> int:
    text = _text_of(source)
    if not text.strip():
        raise UsageError("No history came in. See afterword plan --help.")
    bad = 0
    for place, (value, broken) in enumerate(_values(text)):
        try:
            if broken:
                raise BadRecord(broken)
            found, day = _planned(value, today)
        except AfterwordError as error:
            bad += 1
            _tell_bad(str(error), as_json=as_json)
            continue
        if place and not as_json:
            say()
        _tell(found, day, as_json=as_json)
    return UsageError.exit_code if bad else 0


def _planned(value: Any, today: date) -> tuple[Plan, date]:
    from app.domain.plan import plan
    from app.domain.plan.records import record_of

    try:
        record = record_of(value)
        day = record.today or today
        return plan(record.events, today=day, workdays=record.workdays, region_note=record.workdays.note), day
    except (OverflowError, ValueError):
        raise BadRecord(_TOO_FAR) from None


def _values(text: str) -> Iterator[tuple[Any, str]]:
    """Each record with "", or None with what is wrong with it: of one document, else of each line with text."""
    value, broken = _parsed(text)
    if not broken:
        yield from ((one, "") for one in (value if isinstance(value, list) else [value]))
        return
    yield from (_parsed(line) for line in text.split("\n") if line.strip())


def _parsed(text: str) -> tuple[Any, str]:
    import json

    try:
        return json.loads(text), ""
    except RecursionError:
        return None, "this is nested too deeply"
    except ValueError as error:
        return None, f"this is no JSON ({getattr(error, 'msg', 'unreadable').lower()})"


def _text_of(source: str) -> str:
    from app.exchange.jsontext import text_of

    try:
        if source != "-":
            from pathlib import Path

            return text_of(Path(source).read_bytes())
        return text_of(sys.stdin.buffer.read()) if sys.stdin else ""
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such name"
        raise UsageError(f"The facts cannot be read from {source}: {why}.") from None


def _tell_bad(why: str, *, as_json: bool) -> None:
    if as_json:
        say_json({"error": why})
    else:
        complain(why)


def _tell(plan: Plan, today: date, *, as_json: bool) -> None:
    if as_json:
        say_json(_as_json(plan))
        return
    from app.domain.dates import short_day

    say(f"Rule: {plan.rule.value}{', to be confirmed' if plan.confirm else ''}")
    for name, day in (
        ("Deadline", plan.deadline),
        ("Follow up", plan.first_follow_up),
        ("Once more", plan.second_follow_up),
        ("Move on", plan.move_on),
    ):
        if day:
            say(f"{name}: {short_day(day, today)}")
    for step in _told(plan):
        say()
        say(_headline(step, today))
        say(f"{step.reason} {step.hint}".rstrip(), indent=2, hang=2)


def _headline(step: Step, today: date) -> str:
    from app.domain.dates import days_late, relative_day, short_day

    when = days_late(step.late) or relative_day(step.day, today)
    what = "Once more, if you like" if step.offer else step.kind.value.replace("-", " ").capitalize()
    return f"{short_day(step.day, today)}: {what} ({when})"


def _as_json(plan: Plan) -> dict[str, Any]:
    return {
        "rule": plan.rule.value,
        "deadline": _iso(plan.deadline),
        "first_follow_up": _iso(plan.first_follow_up),
        "second_follow_up": _iso(plan.second_follow_up),
        "move_on": _iso(plan.move_on),
        "confirm": plan.confirm,
        "steps": [
            {
                "kind": step.kind.value,
                "date": step.day.isoformat(),
                "offer": step.offer,
                "reason": step.reason,
            }
            for step in _told(plan)
        ],
    }


def _told(plan: Plan) -> Iterator[Step]:
    """The steps that the rules ask for; a round ahead is a fact, not a step of theirs."""
    from app.domain.plan.steps import StepKind

    return (step for step in plan.steps if step.kind is not StepKind.INTERVIEW)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str, option: str) -> date | None:
    from app.domain.plan.records import iso_date

    if not text:
        return None
    day = iso_date(text)
    if day is None:
        raise UsageError(f"{option}: “{text}” is no date; write it as 2026-03-10.")
    return day


def _today() -> date:
    from app.clock import now

    return now().date()
