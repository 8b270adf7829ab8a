"""What to ask before a message goes out. Nothing is ever forbidden; some answers are kept as a reason.

Source: follow-up-rules.md, "too early", "no badgering", "one person, two roles", "no-contact".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.dates import short_day
from app.domain.facts import MessageKind
from app.domain.plan.course import MOST_FOLLOW_UPS, WEEK, Course, course_of, first_day, is_early
from app.domain.plan.events import Event, NobodyCame, Sent
from app.domain.plan.situation import Situation, situation_of
from app.domain.plan.steps import Rule
from app.domain.plan.thankyous import is_late_thank_you
from app.domain.promise.reading import ReadingKind
from app.domain.workdays import Workdays

_CLOSE = 3  # business days


class WarningKind(StrEnum):
    """What a message runs against."""

    ANY_WORD = "any word since"
    TOO_EARLY = "too early"
    THIRD = "third follow-up"
    TOO_CLOSE = "two messages close together"
    NO_CONTACT = "asked not to be contacted"
    PAUSED = "a round is arranged"
    ENDED = "ended"
    TWO_ROLES = "one person, two roles"


@dataclass(frozen=True, slots=True)
class SendWarning:
    """One thing to ask before sending: the question, and whether going on needs a reason, which is kept."""

    kind: WarningKind
    text: str
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Touch:
    """A follow-up to a person elsewhere, sent or due: which opportunity (as shown), to whom, on which day."""

    opportunity: str
    person: str
    day: date
    sent: bool = False


def warnings_before_sending(
    events: tuple[Event, ...],
    kind: MessageKind,
    to: tuple[str, ...],
    day: date,
    *,
    workdays: Workdays,
    now: datetime | None = None,
    elsewhere: Iterable[Touch] = (),
) -> tuple[SendWarning, ...]:
    """What to ask before a message of `kind` to `to` goes out on `day` (in the employer's place).

    `now` (aware) tells whether a round of that day is over; `elsewhere` are the follow-ups of other opportunities.
    An answer to them is never questioned, nor is a message on the day on which nobody came.
    """
    situation = situation_of(events, day, now)
    if kind is MessageKind.ANSWER or any(isinstance(one, NobodyCame) and one.day == day for one in events):
        return ()
    found = list(_closeness(situation, kind, to, day, workdays))
    if kind is MessageKind.FOLLOW_UP:
        found = [*_follow_up(situation, day, workdays), *found, *_two_roles(to, day, elsewhere)]
    return tuple(found)


def too_early(situation: Situation, day: date, workdays: Workdays) -> str:
    """Why a follow-up on `day` comes too early, in a sentence; "" where it does not."""
    course = course_of(situation, workdays)
    if (
        course.rule not in {Rule.DEADLINE, Rule.CONTACT_ON, Rule.FEW_DAYS, Rule.NO_DATE}
        or course.word is None
    ):
        return ""
    reading = ReadingKind(course.rule.value)
    if not is_early(reading, course.day, course.word, day):
        return ""
    proper = first_day(reading, course.day, course.word, workdays)
    return f"{_too_early_for(course, course.word, day)} The day for it is {short_day(proper or day, day)}."


def shared_contacts(touches: Iterable[Touch]) -> tuple[tuple[Touch, Touch], ...]:
    """Pairs of follow-ups to one person within 7 days for different opportunities, the earlier first."""
    by_person: dict[str, list[Touch]] = {}
    for touch in touches:
        by_person.setdefault(touch.person.casefold(), []).append(touch)
    pairs = []
    for person in by_person.values():
        ordered = sorted(person, key=lambda touch: touch.day)
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if other.day - one.day >= WEEK:
                    break
                if other.opportunity != one.opportunity and not (one.sent and other.sent):
                    pairs.append((one, other))
    return tuple(pairs)


def _follow_up(situation: Situation, day: date, workdays: Workdays) -> Iterator[SendWarning]:
    course = course_of(situation, workdays)
    if course.rule is Rule.ENDED:
        yield SendWarning(WarningKind.ENDED, "This one has ended. Write all the same?", needs_reason=True)
        return
    if course.rule is Rule.PAUSED:
        ahead = short_day(max(one.for_day or day for one in situation.ahead), day)
        yield SendWarning(
            WarningKind.PAUSED,
            f"A round is arranged for {ahead}: there is nothing to ask before.",
            needs_reason=True,
        )
    if course.rule is Rule.NO_CONTACT:
        yield SendWarning(WarningKind.NO_CONTACT, "They asked not to be contacted.", needs_reason=True)
    if text := too_early(situation, day, workdays):
        yield SendWarning(WarningKind.TOO_EARLY, text, needs_reason=True)
    if len(situation.follow_ups) >= MOST_FOLLOW_UPS:
        days = " and ".join(short_day(sent.day, day) for sent in situation.follow_ups[-MOST_FOLLOW_UPS:])
        text = f"You followed up on {days}, and no word has come since."
        yield SendWarning(WarningKind.THIRD, text, needs_reason=True)
    since = f" since {short_day(situation.last_word, day)}" if situation.last_word else ""
    yield SendWarning(
        WarningKind.ANY_WORD, f"Have you heard nothing{since}, a call or the spam folder included?"
    )


def _too_early_for(course: Course, word: date, day: date) -> str:
    match course.rule:
        case Rule.DEADLINE if course.day:
            return f"They have until {short_day(course.day, day)}."
        case Rule.CONTACT_ON if course.day:
            return f"They asked to be contacted on {short_day(course.day, day)}."
    wait = "a week" if course.rule is Rule.FEW_DAYS else "about two weeks"
    return f"Their last word came on {short_day(word, day)}; {wait} is the time to wait."


def _closeness(
    situation: Situation, kind: MessageKind, to: tuple[str, ...], day: date, workdays: Workdays
) -> Iterator[SendWarning]:
    """Two messages to one employer within 3 business days; a note of thanks in time is never one of two."""
    if kind is MessageKind.THANK_YOU and not _is_late(situation, day, workdays):
        return
    last = next((sent for sent in reversed(situation.messages) if _counts(sent, kind, to, day)), None)
    if last is not None and day <= workdays.add_business_days(last.day, _CLOSE):
        what = {MessageKind.THANK_YOU: "thanked them", MessageKind.FOLLOW_UP: "followed up"}.get(
            last.kind, "wrote"
        )
        text = f"You {what} on {short_day(last.day, day)}, within 3 business days. Send this as well?"
        yield SendWarning(WarningKind.TOO_CLOSE, text)


def _counts(sent: Sent, kind: MessageKind, to: tuple[str, ...], day: date) -> bool:
    if sent.day > day or sent.kind is MessageKind.ANSWER:
        return False
    # one note to each interviewer is what is asked for
    both_thanks = sent.kind is kind is MessageKind.THANK_YOU
    return not (both_thanks and sent.to and to and not set(sent.to) & set(to))


def _is_late(situation: Situation, day: date, workdays: Workdays) -> bool:
    held = next((one for one in reversed(situation.held) if one.day <= day), None)
    return held is not None and is_late_thank_you(held.day, day, workdays)


def _two_roles(to: tuple[str, ...], day: date, elsewhere: Iterable[Touch]) -> Iterator[SendWarning]:
    people = {name.casefold() for name in to}
    for touch in elsewhere:
        if touch.person.casefold() in people and abs(touch.day - day) < WEEK:
            what = "You followed up with" if touch.sent else "A follow-up is due to"
            later = short_day(min(touch.day, day) + WEEK, day)
            text = (
                f"{what} {touch.person} about {touch.opportunity} on {short_day(touch.day, day)}. "
                f"One message may count for all, or the later one waits until {later}."
            )
            yield SendWarning(WarningKind.TWO_ROLES, text)
