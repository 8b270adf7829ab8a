"""The rules alone: reading a phrase, planning many histories."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date

from app.domain.plan import plan
from app.domain.plan.records import record_of
from app.domain.promise import read_promise
from app.domain.workdays import workdays_of
from tests.bench.timing import ROOT, Row, call_ms

HISTORIES = 10_000


def rows() -> Iterator[Row]:
    """Reading each phrase of the table; the worst of hostile text; planning 10,000 histories."""
    yield from _phrases()
    yield from _plans()


def _phrases() -> Iterator[Row]:
    with (ROOT / "tests/domain/phrases.tsv").open(encoding="utf-8", newline="") as file:
        phrases = list(csv.DictReader(file, delimiter="\t"))
    for row in phrases:  # the first of a region and year builds its calendar
        read_promise(row["phrase"], date.fromisoformat(row["said_on"]), workdays_of(row["region"]))
    times = sorted(
        call_ms(
            lambda r=row: read_promise(
                r["phrase"], date.fromisoformat(r["said_on"]), workdays_of(r["region"])
            )
        )
        for row in phrases
    )
    yield Row("reading a phrase, median", "", times[len(times) // 2])
    yield Row("reading a phrase, slowest of the table", "", times[-1], aim="10 ms")
    hostile = ["not " * 2500, "9" * 10_000, "by Friday or " * 769, "\u202e\x1b[3" * 2500, "week of " * 1250]
    said = date(2026, 3, 10)
    worst = max(call_ms(lambda t=text: read_promise(t, said, workdays_of("CA-ON"))) for text in hostile)
    yield Row("reading 10,000 hostile characters, slowest", "", worst, aim="10 ms")


def _plans() -> Iterator[Row]:
    given = json.loads((ROOT / "tests/domain/histories.json").read_text(encoding="utf-8"))
    histories = [record_of(record) for record in given]
    many = (histories * (HISTORIES // len(histories) + 1))[:HISTORIES]

    def all_planned() -> None:
        for one in many:
            plan(one.events, today=one.today or date.max, workdays=one.workdays)

    all_planned()
    yield Row("planning 10,000 histories", "", call_ms(all_planned))
