"""The rules against their files: every row of cases.csv and histories.json."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.plan import Plan, plan
from app.domain.plan.events import Sent
from app.domain.plan.records import heard_event, interview_events, record_of
from app.domain.workdays import workdays_of

HERE = Path(__file__).parent
CASES = list(csv.DictReader((HERE / "cases.csv").read_text(encoding="utf-8").splitlines()))
HISTORIES = json.loads((HERE / "histories.json").read_text(encoding="utf-8"))
DATES = ("deadline", "first_follow_up", "second_follow_up", "move_on")


def dates_of(found: Plan) -> dict[str, str | None]:
    days = {name: getattr(found, name) for name in DATES}
    return {
        "rule": found.rule.value,
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


@pytest.mark.parametrize("today", ["2026-03-11", "2030-01-01"])
@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_case_gives_its_dates_whatever_today_is(case: dict[str, str], today: str) -> None:
    workdays = workdays_of(case["region"])
    said_on = date.fromisoformat(case["said_on"]) if case["said_on"] else None
    events = interview_events(date.fromisoformat(case["interview"]), case["said"], said_on, workdays)
    if case["heard_on"]:
        events += (heard_event(date.fromisoformat(case["heard_on"]), case["heard_said"], workdays),)
    events += tuple(Sent(day=date.fromisoformat(day)) for day in case["sent"].split())
    found = plan(events, today=date.fromisoformat(today), workdays=workdays)
    assert dates_of(found) == {"rule": case["rule"], **{name: case[name] or None for name in DATES}}


@pytest.mark.parametrize("history", HISTORIES, ids=[history["id"] for history in HISTORIES])
def test_a_history_gives_its_plan(history: dict[str, Any]) -> None:
    record = record_of(history)
    assert record.today is not None
    found = plan(record.events, today=record.today, workdays=record.workdays)
    assert dates_of(found) == history["plan"]
