"""What a plan consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Rule(StrEnum):
    """The rule that holds for an opportunity now (follow-up-rules.md, "Rules")."""

    DEADLINE = "deadline"
    CONTACT_ON = "contact-on"
    FEW_DAYS = "few-days"
    NO_DATE = "no-date"
    NO_CONTACT = "no-contact"
    PAUSED = "paused"
    OFFER = "offer"
    ENDED = "ended"


class StepKind(StrEnum):
    """What a step asks for. The second follow-up is a follow-up with `offer` set."""

    CAPTURE = "capture"
    THANK_YOU = "thank-you"
    FOLLOW_UP = "follow-up"
    MOVE_ON = "move-on"
    INTERVIEW = "interview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, on a day, for a reason.

    `day`       when to do it, in the employer's place (for an overdue step of a late capture: its proper date).
    `rule`      the rule that gives it.
    `reason`    one or two sentences with the dates and the employer's words.
    `offer`     may be done, need not; never late, not counted as due.
    `to`        the people it concerns, by name; () unknown.
    `by`        the instant it is best done by (a thank-you's aim), aware, UTC; None for whole days.
    `late`      whole days since it became late on `today`, 0 where it is not.
    `due`       whether its date has come.
    `put_off`   how often it was postponed; `proper_day` is then the date the rules gave it.
    `hint`      a short further line ("24 to 31 December are quiet; Mon 4 Jan is an ordinary day"), "" none.
    `interview_id`  the round it belongs to, 0 none.
    `may_repeat`    whether once more will be offered a week after it was really sent.
    """

    kind: StepKind
    day: date
    rule: str
    reason: str
    offer: bool = False
    to: tuple[str, ...] = ()
    by: datetime | None = None
    late: int = 0
    due: bool = False
    put_off: int = 0
    proper_day: date | None = None
    hint: str = ""
    interview_id: int = 0
    may_repeat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the rules say about one opportunity on one day.

    `deadline` is the date of the standing promise (deadline or contact-on). The three dates are those still open:
    None where sent, suppressed, paused, skipped or not offered. `confirm`: the reading wants confirmation.
    `steps` are all open steps by day.
    """

    rule: Rule
    deadline: date | None = None
    first_follow_up: date | None = None
    second_follow_up: date | None = None
    move_on: date | None = None
    confirm: bool = False
    steps: tuple[Step, ...] = ()
