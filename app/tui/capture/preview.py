"""What Capture says while one types: the reading of "They said" with its steps, who was met, which moment is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.dates import WEEKDAYS
from app.domain.dates import short_day as day_and_year
from app.domain.dueness import Place
from app.domain.facts import Debrief, History, Interview, Person, in_zone
from app.domain.plan import Plan, plan_history
from app.domain.promise import Reading, ReadingKind
from app.tui.capture.form import Read, Typed, read

Piece = tuple[str, bool]
"""Some text, and whether it is what the eye should find in its line."""

_FAR = 330  # days; from so far off a day is told with its year
_OTHER_DAY = "Not what they meant? Write the day behind it: … = 2 Dec"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a form means, in words for the screen.

    `row`           the line under They said, in pieces; () where nothing was typed yet.
    `foot`          by field what it means now; of several ways to say it, the fullest first.
    `taken`         the day that the words are read as, `alternative` the other day they may mean; None for none.
    `wants_answer`  whether the reading waits for the person to confirm it.
    `faults`        by field what cannot be read.
    """

    row: tuple[Piece, ...] = ()
    foot: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taken: date | None = None
    alternative: date | None = None
    wants_answer: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)


def preview_of(typed: Typed, place: Place) -> Preview:
    """What `typed` means for a person at `place`. Raises UnknownRegion."""
    read_as = read(typed, place)
    return preview_within(read_as, plan_of(read_as.debrief, read_as, place), place)


def preview_within(read_as: Read, plan: Plan, place: Place) -> Preview:
    """What a form read already means, where `plan` holds with it."""
    return _Preview(read_as, plan, place).preview()


def plan_of(debrief: Debrief, read_as: Read, place: Place) -> Plan:
    """The plan for this one interview, seen on the day it is written down."""
    history = History(
        opportunity=debrief.opportunity, people=debrief.interview.met, interviews=(debrief.interview,)
    )
    today = place.today_in(read_as.zone)
    return plan_history(history, today=today, workdays=read_as.workdays, now=place.now, zone=read_as.zone)


class _Preview:
    def __init__(self, read_as: Read, plan: Plan, place: Place) -> None:
        self.read_as, self.place = read_as, place
        self.interview: Interview = read_as.debrief.interview
        self.reading: Reading = read_as.said
        self.today = place.today_in(read_as.zone)
        self.plan = plan

    def preview(self) -> Preview:
        promise = self.interview.promise
        waits = bool(promise and promise.confirm and not promise.confirmed and promise.day)
        taken = promise.day if promise else None
        other = self.reading.alternative
        if promise and promise.confirmed and self.reading.day != taken:
            other = self.reading.day
        return Preview(
            row=self._row(waits=waits),
            foot=self._foot(waits=waits),
            taken=taken,
            alternative=other if promise else None,
            wants_answer=waits,
            faults=self.read_as.faults,
        )

    def _row(self, *, waits: bool) -> tuple[Piece, ...]:
        promise, plan = self.interview.promise, self.plan
        pieces: list[Piece] = []
        kind = promise.kind if promise else ReadingKind.NO_DATE
        if promise and promise.day:
            asked = kind is ReadingKind.CONTACT_ON
            pieces += [("get in touch " if asked else "reply by ", False), (self._day(promise.day), True)]
            pieces += [("?", True)] if waits else []
        else:
            told = {ReadingKind.NO_CONTACT: "no contact wanted", ReadingKind.FEW_DAYS: "in a few days"}
            pieces.append((told.get(kind, "no date"), False))
        if plan.first_follow_up and plan.first_follow_up != (promise and promise.day):
            pieces += [("   follow up ", False), (self._day(plan.first_follow_up), True)]
        if plan.move_on:
            pieces += [("   move on ", False), (self._day(plan.move_on), True)]
        return tuple(pieces)

    def _foot(self, *, waits: bool) -> dict[str, tuple[str, ...]]:
        foot: dict[str, tuple[str, ...]] = {name: (line,) for name, line in self.read_as.faults.items()}
        said = self._said_foot(waits=waits) if self.interview.promise else ()
        for name, lines in (("said", said), ("met", self._met_foot()), ("when", self._when_foot())):
            if lines:
                foot.setdefault(name, lines)
        company = self.read_as.debrief.opportunity
        if company.recruiter:
            foot.setdefault(
                "company", (f"{company.employer or 'Not known yet'}, through {company.recruiter}.",)
            )
        return foot

    def _said_foot(self, *, waits: bool) -> tuple[str, ...]:
        promise, reading = self.interview.promise, self.reading
        if promise is None:
            return ()
        if promise.day and promise.confirmed:
            words = f"You take it as {self._day(promise.day)}, and their words are kept."
            return (f"{words} {self._step()}", words)
        if waits and promise.day:
            return self._question(promise.day)
        if promise.day:
            is_it = f"“{_opened(reading.words)}” is {self._day(promise.day)}"
            step, ruled = self._step(), f"{is_it}: {reading.rule}."
            return (
                f"{ruled} {step}\n{_OTHER_DAY}",
                f"{is_it}. {step} {_OTHER_DAY}",
                f"{ruled} {step}",
                ruled,
            )
        if reading.kind is ReadingKind.FEW_DAYS:
            return (f"“{_opened(reading.words)}” is a few days. {self._step()}", self._step())
        if reading.kind is ReadingKind.NO_CONTACT:
            return ("They want no contact, so there is no follow-up. A month without word: move on.",)
        why = _opened(reading.rule).rstrip(".") or "No date was named"
        counts = (
            f"It counts as no date: {self._follow_up()}." if self._follow_up() else "It counts as no date."
        )
        return (f"{why}. {counts} Add one if you know it.", f"{why}. {counts}", counts)

    def _question(self, taken: date) -> tuple[str, ...]:
        reading, day = self.reading, self._day(taken)
        ask = f"“{_opened(reading.words)}”: {day}? enter takes it."
        other = f" ^y takes {self._day(reading.alternative)}." if reading.alternative else ""
        return (f"{ask}{other}\n{_OTHER_DAY}", f"{ask}{other}", f"{day}? enter takes it.{other}")

    def _step(self) -> str:
        promise, first = self.interview.promise, self.plan.first_follow_up
        if first is None:
            return ""
        if promise and promise.kind is ReadingKind.CONTACT_ON:
            return "They asked you to get in touch, so that is the day."
        if promise and promise.day:
            return "You follow up on the first business day after it."
        return f"You {self._follow_up()}."

    def _follow_up(self) -> str:
        first = self.plan.first_follow_up
        return f"follow up {self._day(first)}" if first else ""

    def _met_foot(self) -> tuple[str, ...]:
        people = self.interview.met
        if not people:
            return ()
        listed = " · ".join(_met(person) for person in people)
        names = " · ".join(person.name for person in people)
        change = "“Dana Lee = Dr. Lee” changes how a note greets her."
        return (f"{listed}\n{change}", listed, names)

    def _when_foot(self) -> tuple[str, ...]:
        start = self.interview.start
        told = self._day(start.day)
        if start.at is None:
            return (f"{told}, at no clock time. “{told.split()[0]} 14:00 to 15:00” gives one.", told)
        local = in_zone(start.at, start.zone) if start.zone else None
        clock = (local or start.at.astimezone(self.place.now.tzinfo)).strftime("%H:%M")
        length = f", {self.interview.minutes} minutes" if self.interview.minutes else ""
        told = f"{told} {clock}{length}"
        if start.zone not in {"", self.place.zone}:
            told += f", by the clock of {start.zone}"
        there = in_zone(start.at, self.read_as.zone) if self.read_as.zone else None
        if there and there.date() != start.day:
            told += f". Where they are it was {WEEKDAYS[there.weekday()]} {there.day}, {there:%H:%M}"
        return (f"{told}.",)

    def _day(self, day: date) -> str:
        return day_and_year(day, day if abs((day - self.today).days) < _FAR else self.today)


def _met(person: Person) -> str:
    """Somebody met in one piece: "Dana Lee (Dana), CTO"."""
    greeting = f" ({person.greeting})" if person.greeting else ""
    return f"{person.name}{greeting}{', ' + person.title if person.title else ''}"


def _opened(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]
