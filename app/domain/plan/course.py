"""The dates that the rules give: the standing promise, the follow-ups, and when to move on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.dates import months_after
from app.domain.plan.events import Said, Sent
from app.domain.plan.situation import Situation
from app.domain.plan.steps import Rule
from app.domain.promise.reading import ReadingKind
from app.domain.workdays import Workdays

WEEK = timedelta(7)
FORTNIGHT = timedelta(14)
ABOUT_FORTNIGHT = timedelta(12)
MOST_FOLLOW_UPS = 2
DATED = (ReadingKind.DEADLINE, ReadingKind.CONTACT_ON)


@dataclass(frozen=True, slots=True)
class Course:
    """What the rules say from the last word on, before the person's own decisions.

    `rule`      the rule that holds.
    `said`      the words about hearing back it rests on, None where there are none.
    `day`       the standing deadline or the day named; None for the other rules.
    `word`      day of the last word, None where there is none (then no date is given).
    `base`      when the first follow-up is due if none was sent; None where none is due.
    `first`, `second`, `move_on`    what is still open: None where sent, suppressed, paused or not offered.
    `early`     a follow-up sent too early that pushed `first` back.
    `sent`      the follow-ups since the last word.
    """

    rule: Rule
    said: Said | None = None
    day: date | None = None
    word: date | None = None
    base: date | None = None
    first: date | None = None
    second: date | None = None
    move_on: date | None = None
    early: Sent | None = None
    sent: tuple[Sent, ...] = ()


def course_of(situation: Situation, workdays: Workdays) -> Course:
    """The dates for where an opportunity stands."""
    if situation.ended is not None:
        return Course(Rule.ENDED)
    if situation.ahead:
        return Course(Rule.PAUSED, word=situation.last_word)
    word = situation.last_word
    if word is None:
        return Course(Rule.NO_DATE, sent=situation.follow_ups)
    promise = standing_promise(situation, workdays)
    kind = promise.kind if promise else ReadingKind.NO_DATE
    if situation.offered and kind is ReadingKind.NO_DATE:
        return Course(Rule.OFFER, said=promise, word=word, sent=situation.follow_ups)
    return _running(kind, promise, word, situation.follow_ups, workdays)


def _running(
    kind: ReadingKind, promise: Said | None, word: date, sent: tuple[Sent, ...], workdays: Workdays
) -> Course:
    day = promise.day if promise and kind in DATED else None
    move_on = _move_on(day, word, sent)
    base = first_day(kind, day, word, workdays)
    first, second, early = None, None, None
    if base is not None and not sent:
        first = base
    elif base is not None and len(sent) == 1:
        week_on = workdays.roll_forward(sent[0].day + WEEK)
        if is_early(kind, day, word, sent[0].day):
            first, early = max(base, week_on), sent[0]
        else:
            second = week_on
    return Course(
        Rule(kind.value),
        said=promise,
        day=day,
        word=word,
        base=base,
        first=first if first and first < move_on else None,
        second=second if second and second < move_on else None,
        move_on=move_on,
        early=early,
        sent=sent,
    )


def standing_promise(situation: Situation, workdays: Workdays) -> Said | None:
    """The promise that holds: of one day's, the one with the later first follow-up."""
    word, promises = situation.last_word, situation.promises
    if word is None or len(promises) <= 1:
        return promises[0] if promises else None
    return max(promises, key=lambda one: first_day(one.kind, one.day, word, workdays) or date.max)


def first_day(kind: ReadingKind, day: date | None, word: date, workdays: Workdays) -> date | None:
    """When the first follow-up is due, `word` being the day of the last word; None for no-contact."""
    match kind:
        case ReadingKind.NO_CONTACT:
            return None
        case ReadingKind.DEADLINE if day is not None:
            return workdays.next_business_day(day)
        case ReadingKind.CONTACT_ON if day is not None:
            return workdays.roll_forward(day)
        case ReadingKind.FEW_DAYS:
            return workdays.roll_forward(word + WEEK)
    return workdays.roll_forward(word + FORTNIGHT)


def is_early(kind: ReadingKind, day: date | None, word: date, sent_on: date) -> bool:
    """Whether a follow-up on `sent_on` comes too early. Source: follow-up-rules.md, "too early"."""
    match kind:
        case ReadingKind.DEADLINE if day is not None:
            return sent_on <= day
        case ReadingKind.CONTACT_ON if day is not None:
            return sent_on < day
        case ReadingKind.FEW_DAYS:
            return sent_on - word < WEEK
        case ReadingKind.NO_CONTACT:
            return False
    return sent_on - word < ABOUT_FORTNIGHT


def _move_on(day: date | None, word: date, sent: tuple[Sent, ...]) -> date:
    anchor = max(word, day) if day else word
    month_on = months_after(anchor)
    return max(month_on, sent[-1].day + WEEK) if sent else month_on
