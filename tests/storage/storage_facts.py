"""Facts to save, short to write; a clock; and someone who does one thing or another to a journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from app.domain.facts import (
    Debrief,
    Decision,
    DecisionKind,
    Interview,
    Message,
    MessageKind,
    MessageState,
    Moment,
    Opportunity,
    Outcome,
    Person,
    Point,
    PointKind,
    Promise,
    Way,
    Word,
)
from app.domain.promise.reading import ReadingKind
from app.storage.journal import Journal

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


def without_ids(found: Interview) -> Interview:
    return replace(
        found,
        id=0,
        met=tuple(replace(person, id=0) for person in found.met),
        points=tuple(replace(point, id=0) for point in found.points),
        promise=found.promise and replace(found.promise, id=0),
    )


class Clock:
    """Minutes from 12 November 2026, noon."""

    def __init__(self) -> None:
        self._minutes: Iterator[int] = count()

    def __call__(self) -> datetime:
        return datetime(2026, 11, 12, 12, 0, tzinfo=UTC) + timedelta(minutes=next(self._minutes))


class Someone:
    """Does one thing or another to a journal, chosen by numbers."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def does(self, what: int, which: int) -> None:
        actions = (
            self.saves, self.saves_many, self.edits_interview, self.edits_opportunity, self.hears, self.writes,
            self.renames, self.ends, self.removes, self.edits_entries, self.puts_off, self.sets,
        )  # fmt: skip
        actions[what % len(actions)](which)

    def chosen(self, which: int) -> Any:
        found = self.journal.histories()
        return found[which % len(found)] if found else None

    def saves(self, which: int) -> None:
        employer, role = f"Employer {which % 3}", ("", "Dev", "Lead")[which % 3]
        self.journal.save_debrief(
            debrief(employer, role, number=which % 4 + 1, met=(DANA, Person(name=f"P{which % 2}")))
        )

    def saves_many(self, which: int) -> None:
        self.journal.save_debriefs(debrief(f"Employer {n}") for n in range(which % 5))

    def edits_interview(self, which: int) -> None:
        if (history := self.chosen(which)) and history.interviews:
            old = history.interviews[which % len(history.interviews)]
            points = (*old.points[which % 3 :], Point(kind=PointKind.TOPIC, text=f"topic {which}"))
            promise = None if which % 2 else replace(PROMISE, words=str(which))
            self.journal.edit_interview(replace(old, points=points, promise=promise, met=old.met[::-1]))

    def edits_opportunity(self, which: int) -> None:
        if history := self.chosen(which):
            days = tuple(DAY + timedelta(n) for n in range(which % 3))
            self.journal.edit_opportunity(replace(history.opportunity, closed_days=days, role=str(which % 2)))

    def hears(self, which: int) -> None:
        if history := self.chosen(which):
            promise = PROMISE if which % 2 else None
            moment = Moment(date(2026, 11, which % 28 + 1))
            self.journal.add_word(history.opportunity.id, word(moment=moment, promise=promise))

    def writes(self, which: int) -> None:
        if history := self.chosen(which):
            interview_id = history.interviews[0].id if history.interviews else 0
            state = (thanks(), thanks(state=MessageState.DRAFT, sent=None))[which % 2]
            self.journal.add_message(history.opportunity.id, replace(state, interview_id=interview_id))

    def renames(self, which: int) -> None:
        if (history := self.chosen(which)) and history.people:
            person = history.people[which % len(history.people)]
            self.journal.edit_person(replace(person, name=f"{person.name} {which}", title=str(which)))

    def ends(self, which: int) -> None:
        if history := self.chosen(which):
            outcome = (None, *Outcome)[which % (len(Outcome) + 1)]
            self.journal.set_outcome(history.opportunity.id, outcome, DAY, "note" if which % 2 else "")

    def removes(self, which: int) -> None:
        if history := self.chosen(which):
            for entries, delete in (
                (history.words, self.journal.delete_word),
                (history.messages, self.journal.delete_message),
                (history.interviews, self.journal.delete_interview),
            ):
                if entries and which % 3:
                    delete(entries[0].id)
                    return
            self.journal.delete_opportunity(history.opportunity.id)

    def edits_entries(self, which: int) -> None:
        if history := self.chosen(which):
            for said in history.words[: which % 2]:
                self.journal.edit_word(
                    replace(said, gist=str(which), promise=None if said.promise else PROMISE)
                )
            for sent in history.messages[: 1 - which % 2]:
                self.journal.edit_message(replace(sent, text=str(which), to=sent.to[::-1] or ("Sam",)))

    def puts_off(self, which: int) -> None:
        if history := self.chosen(which):
            self.journal.add_decision(history.opportunity.id, decision(reason=str(which)))

    def sets(self, which: int) -> None:
        self.journal.set_setting("region", str(which))
