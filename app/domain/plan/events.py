"""What happened at one opportunity, as the rules see it: small frozen values, each of one civil day there.

`day` is the day in the employer's place; `at` the instant (aware), None where no clock time is known. The order of a
tuple of events is the order of entry; the rules sort it by day. Of one day's events the order of entry holds, unless
all of them have a clock time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.facts import DecisionKind, MessageKind, Outcome
from app.domain.promise.reading import Reading, ReadingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words about hearing back, already read. `by` names who said them, "" unknown."""

    words: str
    said_on: date
    kind: ReadingKind
    day: date | None = None
    by: str = ""
    confirm: bool = False
    understood: bool = True


def said(words: str, said_on: date, reading: Reading, by: str = "") -> Said:
    """The employer's words with their reading."""
    return Said(
        words=words,
        said_on=said_on,
        kind=reading.kind,
        day=reading.day,
        by=by,
        confirm=reading.confirm,
        understood=reading.understood,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An interview that took place; `at` is its end.

    `met` are the interviewers; `captured` whether there are notes; `thank_by` the instant a thank-you is best sent
    by and `day_over` the end of its day, both None where no clock time is known. `presumed`: it was arranged and its
    time is over, nothing else is known.
    """

    day: date
    at: datetime | None = None
    said: Said | None = None
    met: tuple[str, ...] = ()
    captured: bool = True
    thank_by: datetime | None = None
    day_over: datetime | None = None
    presumed: bool = False
    round_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A word from the employer; an automatic answer and an agency's "no news" are none and give no event."""

    day: date
    at: datetime | None = None
    said: Said | None = None
    offer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """A round arranged, `for_day` None while it has no date. `heard` False: it is not known when it was arranged."""

    day: date
    at: datetime | None = None
    for_day: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    thank_by: datetime | None = None
    day_over: datetime | None = None
    met: tuple[str, ...] = ()
    said: Said | None = None
    heard: bool = True
    round_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledOff:
    """A round called off without a new date; `for_day` and `round_id` tell which, else the last one arranged."""

    day: date
    at: datetime | None = None
    by_them: bool = True
    for_day: date | None = None
    said: Said | None = None
    round_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyCame:
    """The interviewer did not show up: no word, and no interview that took place."""

    day: date
    at: datetime | None = None
    round_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message from the person to `to` (() unknown)."""

    day: date
    at: datetime | None = None
    kind: MessageKind = MessageKind.FOLLOW_UP
    to: tuple[str, ...] = ()
    round_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The opportunity ended."""

    day: date
    at: datetime | None = None
    outcome: Outcome = Outcome.MOVED_ON


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The person's own decision about a step, or to open the opportunity again (`step` "")."""

    day: date
    at: datetime | None = None
    kind: DecisionKind
    step: str = ""
    step_day: date | None = None
    until: date | None = None
    to: str = ""


Event = Held | Heard | Arranged | CalledOff | NobodyCame | Sent | Ended | Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Whom a follow-up may go to: the recruiter in between, who arranges the interviews; "" for none."""

    recruiter: str = ""
    arranger: str = ""


NOBODY = Contacts()


def is_word(event: Event) -> bool:
    """Whether the employer was heard. Source: follow-up-rules.md, "word"."""
    match event:
        case Held() | Heard():
            return True
        case Arranged():
            return event.heard
        case CalledOff():
            return event.by_them or event.said is not None
    return False


def said_with(event: Event) -> Said | None:
    """The words about hearing back that came with an event."""
    if isinstance(event, Held | Heard | Arranged | CalledOff):
        return event.said
    return None


def in_order(events: tuple[Event, ...]) -> list[Event]:
    """By day; of one day's in the order of entry, or by the clock where all of them have a time."""
    ordered = sorted(events, key=lambda event: event.day)
    start = 0
    for end in range(1, len(ordered) + 1):
        if end == len(ordered) or ordered[end].day != ordered[start].day:
            if end - start > 1:
                ordered[start:end] = _by_clock(ordered[start:end])
            start = end
    return ordered


def _by_clock(events: list[Event]) -> list[Event]:
    times = [event.at for event in events]
    known = [time for time in times if time is not None]
    if len(known) < len(events):
        return events
    return [event for _, _, event in sorted(zip(known, range(len(events)), events, strict=True))]
