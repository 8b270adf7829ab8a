"""What stands in the fields of Capture, read into a debrief; and a stored debrief as the text that reads as it.

Nothing here touches the screen or the journal. Reading loads the rules, so it belongs on the journal's thread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from app.domain.dueness import Place
from app.domain.facts import (
    Debrief,
    Interview,
    InterviewState,
    Moment,
    Opportunity,
    Person,
    Point,
    PointKind,
    Promise,
)
from app.domain.promise import Reading, ReadingKind, read_promise, said_by
from app.domain.regions import date_order, zone_of
from app.domain.typed.days import day_text
from app.domain.typed.how import read_how
from app.domain.typed.moments import TypedMoment, moment_text, read_moment
from app.domain.typed.people import faults_of_people, people_text, read_people, with_known
from app.domain.typed.points import carried_over, points_text, read_points
from app.domain.workdays import Workdays, workdays_of
from app.errors import UsageError
from app.text import cleaned, folded
from app.tui.capture.company import TypedCompany, company_text, read_company
from app.tui.capture.fields import NAMES

POINT_KINDS = {
    "went_well": PointKind.WENT_WELL,
    "did_not_go_well": PointKind.DID_NOT_GO_WELL,
    "stood_out": PointKind.STOOD_OUT,
    "forgot": PointKind.FORGOT_TO_MENTION,
}
_ROUND = re.compile(r"(?:round\s*|r)?(\d{1,3})(?:st|nd|rd|th)?(?:\s*round)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stored:
    """The debrief that is edited, as it was read from the journal."""

    opportunity: Opportunity
    interview: Interview


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields (`texts` by name), and what belongs to it without being shown there.

    `typed_on`  the moment (aware) at which When was last typed: "today" is its day.
    `region`    chosen for this employer, "" for that of the settings; `zone` its zone where that is known.
    `number`    the round that holds where none is typed.
    `stored`    what is edited, None for a new debrief.
    """

    texts: Mapping[str, str]
    typed_on: datetime
    region: str = ""
    zone: str = ""
    number: int = 1
    stored: Stored | None = None

    def line(self, name: str) -> str:
        """The text of a field as one clean line."""
        return " ".join(cleaned(self.texts.get(name, ""), one_line=True).split())


@dataclass(frozen=True, slots=True)
class Read:
    """A form read. `faults` tell by field what cannot be read; the debrief holds then what could be.

    `said` is how the words in They said were read on `said_on`, a day in the employer's place, `workdays` its
    business days; `zone` is the employer's, "" where it is the person's.
    """

    debrief: Debrief
    said: Reading
    said_on: date
    workdays: Workdays
    zone: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


def read(typed: Typed, place: Place) -> Read:
    """The debrief that `typed` means for a person at `place`. Raises UnknownRegion."""
    return _Reader(typed, place).read()


def texts_of(stored: Stored, place: Place) -> dict[str, str]:
    """The text of each field that reads as what is stored."""
    interview, opportunity = stored.interview, stored.opportunity
    lines = {
        "company": company_text(opportunity.employer, opportunity.recruiter),
        "role": opportunity.role,
        "when": moment_text(interview.start, interview.minutes, now=place.now, zone=place.zone),
        "how": interview.how,
        "round": str(interview.number),
        "met": people_text(interview.met),
        "said": _said_text(interview),
        "next": interview.next_step,
    }
    boxes = {
        name: points_text((p for p in interview.points if p.kind is kind), interview.met)
        for name, kind in POINT_KINDS.items()
    }
    return {name: text for name, text in (lines | boxes).items() if name in NAMES}


def with_day(text: str, day: date) -> str:
    """The text of They said with the day the person takes for it behind: "next Friday = Fri 27 Nov 2026"."""
    words = text.rpartition("=")[0] if "=" in text else text
    return f"{words.rstrip()} = {day_text(day)}"


def dated_text(text: str, *, typed_on: datetime, now: datetime, zone: str) -> str:
    """The text of When as it reads now for the same moment, where it was typed on an earlier day."""
    if typed_on.date() == now.date():
        return text
    try:
        read_then = read_moment(text, now=_end_of_day(typed_on), zone=zone)
    except UsageError:
        return text
    return moment_text(read_then.moment, read_then.minutes, now=now, zone=zone)


def _end_of_day(moment: datetime) -> datetime:
    """The last minute of that day: what was to come when it was typed has come since."""
    return max(moment, datetime.combine(moment.date(), time(23, 59), moment.tzinfo))


def _said_text(interview: Interview) -> str:
    promise = interview.promise
    if promise is None:
        return ""
    first = interview.met[0].name if interview.met else ""
    words = promise.words
    if promise.said_by not in {"", first}:
        named = f"{promise.said_by}: {words}"
        words = named if said_by(named) == (promise.said_by, words) else words
    return with_day(words, promise.day) if promise.confirmed and promise.day else words


class _Reader:
    def __init__(self, typed: Typed, place: Place) -> None:
        self.typed, self.place = typed, place
        self.stored = typed.stored
        self.faults: dict[str, str] = {}
        opportunity = self.stored.opportunity if self.stored else Opportunity()
        self.region = typed.region or opportunity.region
        self.place_region = self.region or place.region
        zone = typed.zone or opportunity.zone or zone_of(self.place_region, own=place.zone)
        self.zone = "" if zone == place.zone else zone
        self.workdays = workdays_of(self.place_region, closed=opportunity.closed_days)

    def read(self) -> Read:
        company = self._company()
        moment = self._moment()
        number = self._number()
        people = self._people()
        said_on = moment.moment.day_in(self.zone)
        promise, reading = self._promise(people, company.recruiter, said_on)
        interview = replace(
            self.stored.interview if self.stored else Interview(start=moment.moment),
            start=moment.moment,
            minutes=moment.minutes,
            number=number,
            how=read_how(self.typed.line("how")),
            state=self._state(),
            captured=True,
            next_step=self.typed.line("next"),
            met=people,
            points=self._points(people),
            promise=promise,
        )
        debrief = Debrief(
            opportunity=self._opportunity(company),
            interview=interview,
            interview_id=interview.id,
            opportunity_id=self.stored.opportunity.id if self.stored else 0,
        )
        return Read(debrief, reading, said_on, self.workdays, self.zone, self.faults)

    def _company(self) -> TypedCompany:
        try:
            return read_company(self.typed.line("company"))
        except UsageError as error:
            self.faults["company"] = str(error)
            return TypedCompany("")

    def _opportunity(self, company: TypedCompany) -> Opportunity:
        return replace(
            self.stored.opportunity if self.stored else Opportunity(),
            employer=company.employer,
            recruiter=company.recruiter,
            role=self.typed.line("role"),
            region=self.region,
            zone=self.zone,
        )

    def _moment(self) -> TypedMoment:
        text, now = self.typed.line("when"), self.place.now
        typed_on = self.typed.typed_on.astimezone(now.tzinfo)
        as_of = now if typed_on.date() == now.date() else _end_of_day(typed_on)
        day_first = date_order(self.place.region) == "DMY"
        try:
            return read_moment(text, now=as_of, zone=self.place.zone, day_first=day_first)
        except UsageError as error:
            self.faults["when"] = str(error)
            return TypedMoment(Moment(now.date(), None, self.place.zone))

    def _number(self) -> int:
        text = self.typed.line("round")
        if not text:
            return self.typed.number
        match = _ROUND.fullmatch(text)
        if not match or not int(match[1]):
            self.faults["round"] = "The round is a number: 1, 2, 3."
            return self.typed.number
        return int(match[1])

    def _people(self) -> tuple[Person, ...]:
        people = read_people(self.typed.texts.get("met", ""))
        if faults := faults_of_people(people):
            self.faults["met"] = faults[0]
        return with_known(people, self.stored.interview.met) if self.stored else people

    def _state(self) -> InterviewState:
        state = self.stored.interview.state if self.stored else InterviewState.HELD
        return InterviewState.HELD if state is InterviewState.PLANNED else state

    def _points(self, people: tuple[Person, ...]) -> tuple[Point, ...]:
        typed = tuple(
            point
            for name, kind in POINT_KINDS.items()
            for point in read_points(self.typed.texts.get(name, ""), kind, people)
        )
        if self.stored is None:
            return typed
        before = self.stored.interview.points
        # what came in by other ways than this form (topics, personal) has no box here, and stays
        others = tuple(point for point in before if point.kind not in POINT_KINDS.values())
        return carried_over(typed, before) + others

    def _promise(
        self, people: tuple[Person, ...], recruiter: str, said_on: date
    ) -> tuple[Promise | None, Reading]:
        words = self.typed.line("said")
        who, words = said_by(words) or ("", words)
        words, day = self._own_day(words, said_on)
        reading = read_promise(words, said_on, self.workdays)
        if not words:
            return None, reading
        promise = Promise(
            words=words,
            said_on=said_on,
            said_by=_person_called(who, people) or (people[0].name if people else recruiter),
            kind=reading.kind,
            day=reading.day,
            confirm=reading.confirm,
        )
        if day is None:
            return self._as_stored(promise), reading
        kind = reading.kind if reading.kind is ReadingKind.CONTACT_ON else ReadingKind.DEADLINE
        return replace(promise, kind=kind, day=day, confirmed=True), reading

    def _own_day(self, words: str, said_on: date) -> tuple[str, date | None]:
        """The employer's words, and the day the person wrote behind them: "when we can = 2 Dec"."""
        theirs, _, own = words.rpartition("=")
        if not (theirs.strip() and own.strip()):
            return words, None
        day = read_promise(f"by {own.strip()}", said_on, self.workdays).day
        return (theirs.strip(), day) if day else (words, None)

    def _as_stored(self, promise: Promise) -> Promise:
        """The same words of the same day keep the reading that the person was shown."""
        old = self.stored.interview.promise if self.stored else None
        if old is None or old.confirmed or (old.words, old.said_on) != (promise.words, promise.said_on):
            return promise
        return replace(old, said_by=promise.said_by)


def _person_called(who: str, people: tuple[Person, ...]) -> str:
    """The full name of the person met whom `who` names by a part of it; else `who` itself."""
    if not who:
        return ""
    key = folded(who)
    found = [
        person.name
        for person in people
        if key in {folded(person.name), folded(person.greeting), *map(folded, person.name.split())}
    ]
    return found[0] if len(found) == 1 else who
