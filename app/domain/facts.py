"""The facts a person enters: what happened, never what is to be done (that is computed, see `plan`).

Every value is frozen and made of standard types, so that it can pass between threads and be compared. An `id` of 0
means "not stored yet". Names of people tie facts together inside one opportunity (`about`, `said_by`, `to`). A
`version` other than 0 says which stored state a value was made from; it is no part of what is compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from app.domain.promise.reading import ReadingKind


class Way(StrEnum):
    """How a word came or a message went."""

    MAIL = "mail"
    CALL = "call"
    LETTER = "letter"
    OTHER = "other"


class Reach(StrEnum):
    """How a person is reached."""

    DIRECT = "direct"
    RECRUITER = "through recruiter"
    COORDINATOR = "through coordinator"


class Part(StrEnum):
    """What a person is in the search."""

    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    COORDINATOR = "coordinator"


class InterviewState(StrEnum):
    """What became of an interview."""

    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF_BY_THEM = "called off by them"
    CALLED_OFF_BY_ME = "called off by me"
    NOBODY_CAME = "nobody came"


class PointKind(StrEnum):
    """The kinds of point a debrief holds."""

    WENT_WELL = "went well"
    DID_NOT_GO_WELL = "did not go well"
    STOOD_OUT = "stood out"
    FORGOT_TO_MENTION = "forgot to mention"
    TOPIC = "topic"
    PERSONAL = "personal"
    TO_ASK = "to ask"


class WordKind(StrEnum):
    """What a word from the employer is; an automatic answer and an agency's "no news" are no word to the rules."""

    REPLY = "reply"
    OFFER = "offer"
    AUTOMATIC = "automatic answer"
    NO_NEWS = "no news"


class MessageKind(StrEnum):
    """What a message from the person is; only a follow-up asks where things stand."""

    THANK_YOU = "thank-you"
    FOLLOW_UP = "follow-up"
    CLOSING = "closing note"
    ANSWER = "answer"


class MessageState(StrEnum):
    """How far a message has come."""

    DRAFT = "draft"
    PERHAPS_SENT = "perhaps sent"
    SENT = "sent"


class Outcome(StrEnum):
    """How an opportunity ended. An offer is a word, not an end."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDREW = "withdrew"
    MOVED_ON = "moved on"


class DecisionKind(StrEnum):
    """A person's own decision about a step."""

    POSTPONE = "postpone"
    SKIP = "skip"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Moment:
    """A civil day, and where it is known the instant.

    `day`   the day as it was typed, in `zone`.
    `at`    the instant in UTC (aware), or None where no clock time is known.
    `zone`  the name of the zone it was typed in ("Europe/Berlin"), "" unknown.
    """

    day: date
    at: datetime | None = None
    zone: str = ""

    def day_in(self, zone: str) -> date:
        """The civil day of this moment in `zone`; the typed day where no instant or no such zone is known."""
        if self.at is None or not zone:
            return self.day
        local = in_zone(self.at, zone)
        return local.date() if local else self.day


def in_zone(at: datetime, zone: str) -> datetime | None:
    """The instant `at` (aware) on the clocks of `zone`; None where the zone is unknown here."""
    from zoneinfo import ZoneInfo

    try:
        return at.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return None


def utc(at: datetime) -> datetime:
    """The aware instant `at` in UTC."""
    return at.astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody met or written to. `greeting` is what a note calls them: "Dana", "Dr. Lee"."""

    name: str
    greeting: str = ""
    title: str = ""
    employer: str = ""
    email: str = ""
    phone: str = ""
    reach: Reach = Reach.DIRECT
    personal: str = ""
    part: Part = Part.INTERVIEWER
    id: int = 0
    version: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a debrief. `about` names the person it belongs to; `helps` counts for a forgotten point."""

    kind: PointKind
    text: str
    about: str = ""
    helps: bool = True
    set_aside: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the employer said about hearing back, and how it was read when the person saw it.

    `said_on` is the day in the employer's place. `kind` and `day` are the reading the person was shown;
    `confirmed` is set once the person confirmed it or chose `day` themself.
    """

    words: str
    said_on: date
    said_by: str = ""
    kind: ReadingKind = ReadingKind.NO_DATE
    day: date | None = None
    confirm: bool = False
    confirmed: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One round, planned or held, with what was captured about it.

    `number`        the round, from 1.
    `how`           "phone", "video", "on site", "panel" or the person's own word; "" unknown.
    `minutes`       its length, None unknown.
    `arranged_on`   the day on which the employer arranged it (a word of that day), None where not told.
    `changed_on`    the day on which it was called off.
    `captured`      whether a debrief was written; a held interview without one asks for it.
    """

    start: Moment
    number: int = 1
    how: str = ""
    state: InterviewState = InterviewState.HELD
    minutes: int | None = None
    arranged_on: date | None = None
    changed_on: date | None = None
    captured: bool = True
    next_step: str = ""
    met: tuple[Person, ...] = ()
    points: tuple[Point, ...] = ()
    promise: Promise | None = None
    id: int = 0
    version: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Contact from the employer. `sender` names a person; `gist` is what it said in short."""

    moment: Moment
    kind: WordKind = WordKind.REPLY
    way: Way = Way.MAIL
    sender: str = ""
    gist: str = ""
    promise: Promise | None = None
    id: int = 0
    version: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message from the person to named people; `sent` is set only when `state` is sent or perhaps sent.

    `interview_id` is the round it belongs to, 0 for none. `reason` is why a warning was overridden.
    """

    kind: MessageKind
    to: tuple[str, ...] = ()
    way: Way = Way.MAIL
    subject: str = ""
    text: str = ""
    ticked: tuple[str, ...] = ()
    state: MessageState = MessageState.SENT
    sent: Moment | None = None
    reason: str = ""
    interview_id: int = 0
    id: int = 0
    version: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's own decision about one step.

    `made_on` the day of the decision; `step` the kind of step ("follow-up", "thank-you", "move-on"), `step_day`
    the step's own date; `until` the day it was put off to (postpone only); `to` whom a thank-you was for.
    """

    kind: DecisionKind
    made_on: date
    step: str = ""
    step_day: date | None = None
    until: date | None = None
    to: str = ""
    reason: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One job at one employer. `employer` may be "" (through an agency, not known yet).

    `region` is the employer's ("CA-ON"), "" for that of the settings; `zone` likewise; `closed_days` are days the
    employer said to be closed. `recruiter` names the person in between. `ended_on` is the day of the outcome.
    """

    employer: str = ""
    role: str = ""
    region: str = ""
    zone: str = ""
    closed_days: tuple[date, ...] = ()
    source: str = ""
    recruiter: str = ""
    link: str = ""
    outcome: Outcome | None = None
    ended_on: date | None = None
    outcome_note: str = ""
    id: int = 0
    version: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything known about one opportunity. Each tuple is in the order of its days, then of entry."""

    opportunity: Opportunity
    people: tuple[Person, ...] = ()
    interviews: tuple[Interview, ...] = ()
    words: tuple[Word, ...] = ()
    messages: tuple[Message, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """What Capture or a record of `afterword add` hands to the journal: one interview with its opportunity.

    `opportunity_id` and `interview_id` are 0 for new ones; the journal finds a known opportunity of the same
    employer and role (still open) by itself. An interview_id means: replace what was captured about it.
    """

    opportunity: Opportunity
    interview: Interview
    interview_id: int = 0
    opportunity_id: int = 0
