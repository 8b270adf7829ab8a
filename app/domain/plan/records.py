"""One history as a record of plain values ({region, today, facts: [...]}), as `afterword plan --facts` takes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from app.domain.facts import MessageKind, Outcome
from app.domain.plan.events import Arranged, CalledOff, Ended, Event, Heard, Held, Said, Sent, said
from app.domain.promise import Reading
from app.domain.workdays import Workdays, workdays_of
from app.errors import BadRecord

_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Record:
    """A history read from a record: its place, its today (None: not given) and its events."""

    workdays: Workdays
    today: date | None
    events: tuple[Event, ...]


def record_of(value: Any) -> Record:
    """The history in one record. Raises BadRecord with the field, and UnknownRegion.

    Facts are of the kinds interview, word, follow-up, thank-you, round-arranged (`for` its day),
    round-called-off (`by` them or me), offer and ended (`outcome`); `said` are words about hearing back.
    """
    if not isinstance(value, dict):
        raise BadRecord("a record is an object with the field facts")
    workdays = workdays_of(_text(value, "region"))
    facts = value.get("facts")
    if not isinstance(facts, list):
        raise BadRecord("a list of facts is needed", field="facts")
    events = tuple(_event(fact, f"facts[{place}]", workdays) for place, fact in enumerate(facts))
    return Record(workdays, _day(value, "today", needed=False), events)


def interview_events(
    interview: date, words: str, said_on: date | None, workdays: Workdays
) -> tuple[Event, ...]:
    """An interview and what was said of hearing back; said on a later day, that is a word of that day."""
    promise = _promise(words, said_on or interview, workdays)
    if promise is None or promise.said_on <= interview:
        return (Held(day=interview, said=promise),)
    return (Held(day=interview), Heard(day=promise.said_on, said=promise))


def heard_event(day: date, words: str, workdays: Workdays) -> Heard:
    """A word from the employer, with or without words about hearing back."""
    return Heard(day=day, said=_promise(words, day, workdays))


def iso_date(text: str) -> date | None:
    """The date written as 2026-03-10; None for anything else."""
    try:
        return (
            date.fromisoformat(text) if len(text) == len("2026-03-10") and text[4] == text[7] == "-" else None
        )
    except ValueError:
        return None


def _event(fact: Any, field: str, workdays: Workdays) -> Event:
    if not isinstance(fact, dict):
        raise BadRecord("a fact is an object", field=field)
    kind = _text(fact, "kind", field)
    make = _KINDS.get(kind)
    if make is None:
        raise BadRecord(f"“{kind[:_LONGEST_SHOWN]}” is none of {', '.join(_KINDS)}", field=f"{field}.kind")
    day = _day(fact, "on", field)
    if day is None:
        raise BadRecord("a date is needed", field=f"{field}.on")
    return make(fact, field, day, _promise(_text(fact, "said", field), day, workdays))


def _interview(_fact: dict[str, Any], _field: str, day: date, promise: Said | None) -> Event:
    return Held(day=day, said=promise)


def _word(_fact: dict[str, Any], _field: str, day: date, promise: Said | None) -> Event:
    return Heard(day=day, said=promise)


def _offer(_fact: dict[str, Any], _field: str, day: date, promise: Said | None) -> Event:
    return Heard(day=day, said=promise, offer=True)


def _follow_up(_fact: dict[str, Any], _field: str, day: date, _promise: Said | None) -> Event:
    return Sent(day=day)


def _thank_you(_fact: dict[str, Any], _field: str, day: date, _promise: Said | None) -> Event:
    return Sent(day=day, kind=MessageKind.THANK_YOU)


def _arranged(fact: dict[str, Any], field: str, day: date, promise: Said | None) -> Event:
    return Arranged(day=day, for_day=_day(fact, "for", field, needed=False), said=promise)


def _called_off(fact: dict[str, Any], field: str, day: date, promise: Said | None) -> Event:
    by = _text(fact, "by", field) or "them"
    if by not in {"them", "me"}:
        raise BadRecord(f"“{by[:_LONGEST_SHOWN]}” is neither them nor me", field=f"{field}.by")
    for_day = _day(fact, "for", field, needed=False)
    return CalledOff(day=day, by_them=by == "them", for_day=for_day, said=promise)


def _ended(fact: dict[str, Any], field: str, day: date, _promise: Said | None) -> Event:
    text = _text(fact, "outcome", field) or Outcome.MOVED_ON.value
    outcome = next((one for one in Outcome if one.value == text.replace("-", " ")), None)
    if outcome is None:
        known = ", ".join(one.value for one in Outcome)
        raise BadRecord(f"“{text[:_LONGEST_SHOWN]}” is none of {known}", field=f"{field}.outcome")
    return Ended(day=day, outcome=outcome)


_KINDS: dict[str, Callable[[dict[str, Any], str, date, Said | None], Event]] = {
    "interview": _interview,
    "word": _word,
    "follow-up": _follow_up,
    "thank-you": _thank_you,
    "round-arranged": _arranged,
    "round-called-off": _called_off,
    "offer": _offer,
    "ended": _ended,
}


def _promise(words: str, said_on: date, workdays: Workdays) -> Said | None:
    return said(words, said_on, _read(words, said_on, workdays)) if words.strip() else None


@lru_cache(maxsize=4096)
def _read(words: str, said_on: date, workdays: Workdays) -> Reading:
    from app.domain.promise import read_promise

    return read_promise(words, said_on, workdays)


def _text(value: dict[str, Any], name: str, field: str = "") -> str:
    text = value.get(name)
    if text is None:
        return ""
    if not isinstance(text, str):
        raise BadRecord("a text is needed", field=_path(field, name))
    return text


def _day(value: dict[str, Any], name: str, field: str = "", *, needed: bool = True) -> date | None:
    text = _text(value, name, field)
    day = iso_date(text)
    if day is None and (text or needed):
        told = f"“{text[:_LONGEST_SHOWN]}” is no date" if text else "a date is needed"
        raise BadRecord(f"{told}; write it as 2026-03-10", field=_path(field, name))
    return day


def _path(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name
