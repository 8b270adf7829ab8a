"""Where an opportunity stands today: one walk over its events, before any rule gives a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.facts import DecisionKind, MessageKind, Outcome
from app.domain.plan.events import (
    Arranged,
    CalledOff,
    Decided,
    Ended,
    Event,
    Held,
    NobodyCame,
    Said,
    Sent,
    in_order,
    is_word,
    said_with,
)
from app.domain.promise.reading import ReadingKind

FEW_DAYS = timedelta(7)


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules start from.

    `last_word`     day of the latest word, None where the employer was never heard.
    `offered`       whether that word is an offer.
    `promises`      the promises of the newest day that still stand.
    `follow_ups`    those sent since the last word.
    `messages`      all messages, `held` all interviews, both by day.
    `ahead`         rounds arranged that are not over.
    `ended`         how it ended and `ended_on` when, None while it is open.
    `decisions`     the person's decisions, by day.
    """

    last_word: date | None
    offered: bool
    promises: tuple[Said, ...]
    follow_ups: tuple[Sent, ...]
    messages: tuple[Sent, ...]
    held: tuple[Held, ...]
    ahead: tuple[Arranged, ...]
    ended: Outcome | None
    ended_on: date | None
    decisions: tuple[Decided, ...]


def situation_of(events: tuple[Event, ...], today: date, now: datetime | None = None) -> Situation:
    """Where things stand on `today`, the employer's date; `now` (aware) tells whether a round of today is over."""
    ordered = in_order(events)
    open_rounds = _rounds_without_end(ordered)
    ahead = [round_ for round_ in open_rounds if not _is_over(round_, today, now)]
    if len(ahead) < len(open_rounds):
        over = tuple(_presumed(round_) for round_ in open_rounds if round_ not in ahead)
        ordered = in_order((*ordered, *over))
    words = [event for event in ordered if is_word(event)]
    word = words[-1] if words else None
    ended = _end_of(ordered)
    return Situation(
        last_word=word.day if word else None,
        offered=getattr(word, "offer", False),
        promises=_standing(ordered, word.day) if word else (),
        follow_ups=_follow_ups_since(ordered, word),
        messages=tuple(event for event in ordered if isinstance(event, Sent)),
        held=tuple(event for event in ordered if isinstance(event, Held)),
        ahead=tuple(ahead),
        ended=ended.outcome if ended else None,
        ended_on=ended.day if ended else None,
        decisions=tuple(event for event in ordered if isinstance(event, Decided)),
    )


def _rounds_without_end(events: list[Event]) -> list[Arranged]:
    """Rounds with a date that nothing is known of since: not held, not called off, not dropped with an end."""
    rounds: list[Arranged] = []
    for event in events:
        match event:
            case Arranged(for_day=date()):
                rounds.append(event)
            case CalledOff():
                called_off = _called_off(event, rounds)
                rounds = [one for one in rounds if one is not called_off]
            case Ended():
                rounds = [one for one in rounds if not one.heard]
    done = [event for event in events if isinstance(event, Held | NobodyCame)]
    return [one for one in rounds if not any(_is_of(event, one) for event in done)]


def _called_off(event: CalledOff, rounds: list[Arranged]) -> Arranged | None:
    if event.round_id:
        return next((one for one in rounds if one.round_id == event.round_id), None)
    named = [one for one in rounds if one.for_day == event.for_day] or rounds
    return named[-1] if named else None


def _is_of(event: Held | NobodyCame, arranged: Arranged) -> bool:
    if event.round_id and arranged.round_id:
        return event.round_id == arranged.round_id
    return event.day == arranged.for_day


def _is_over(arranged: Arranged, today: date, now: datetime | None) -> bool:
    if now is not None and arranged.ends_at is not None:
        return now >= arranged.ends_at
    return arranged.for_day is not None and arranged.for_day < today


def _presumed(arranged: Arranged) -> Held:
    """A round whose time is over took place until the person says otherwise: too late a step beats too early a one."""
    return Held(
        day=arranged.for_day or arranged.day,
        at=arranged.ends_at,
        met=arranged.met,
        captured=False,
        thank_by=arranged.thank_by,
        day_over=arranged.day_over,
        presumed=True,
        round_id=arranged.round_id,
    )


def _standing(events: list[Event], last_word: date) -> tuple[Said, ...]:
    """The promises of the newest day of promises, without those that have ended."""
    found = [(promise, place) for place, event in enumerate(events) if (promise := said_with(event))]
    if not found:
        return ()
    newest = max(promise.said_on for promise, _ in found)
    return tuple(
        promise
        for promise, place in found
        if promise.said_on == newest
        and not _is_past(promise, last_word)
        and not _is_ended(promise, place, events)
    )


def _is_past(promise: Said, last_word: date) -> bool:
    """Whether the employer was heard after the promise's own day."""
    if promise.kind is ReadingKind.FEW_DAYS:
        return last_word > promise.said_on + FEW_DAYS
    return promise.day is not None and last_word > promise.day


def _is_ended(promise: Said, place: int, events: list[Event]) -> bool:
    return any(
        _ends_promises(event)
        and (event.day > promise.said_on or (event.day == promise.said_on and later > place))
        for later, event in enumerate(events)
        if later != place
    )


def _ends_promises(event: Event) -> bool:
    # a round without a date is a word like any other, which leaves a promise standing
    return isinstance(event, Ended) or (
        isinstance(event, Arranged) and event.heard and event.for_day is not None
    )


def _follow_ups_since(events: list[Event], word: Event | None) -> tuple[Sent, ...]:
    nobody_came = {event.day for event in events if isinstance(event, NobodyCame)}
    return tuple(
        event
        for event in events
        if isinstance(event, Sent)
        and event.kind is MessageKind.FOLLOW_UP
        and event.day not in nobody_came
        and (word is None or _is_since(event, word))
    )


def _is_since(message: Sent, word: Event) -> bool:
    """A message of a word's day came before it, unless times say otherwise, or it is the call that they asked for."""
    if message.day != word.day:
        return message.day > word.day
    asked = said_with(word)
    if asked and asked.kind is ReadingKind.CONTACT_ON and asked.day == word.day:
        return True
    return message.at is not None and word.at is not None and message.at > word.at


def _end_of(events: list[Event]) -> Ended | None:
    """The end that holds: a later word opens "moved on" again, any other end only the person's decision."""
    end: Ended | None = None
    for event in events:
        if isinstance(event, Ended):
            end = event
        elif end is None:
            continue
        elif is_word(event):
            end = None if end.outcome is Outcome.MOVED_ON else end
        elif isinstance(event, Decided) and event.kind is DecisionKind.REOPEN and not event.step:
            end = None
    return end
