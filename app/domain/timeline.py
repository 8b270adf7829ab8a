"""Facts and steps as the entries of the timeline: what is due, what is coming, what is behind.

An entry only points at its step or fact; its texts are made when a row is drawn, so that tens of thousands cost little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeAlias

from app.domain.dates import WEEKDAYS, column_day, days_late, relative_day, short_day
from app.domain.dueness import NO_EMPLOYER, Outlook, folded_name, step_text
from app.domain.facts import (
    History,
    Interview,
    InterviewState,
    Message,
    MessageKind,
    MessageState,
    Opportunity,
    Promise,
    Way,
    Word,
    WordKind,
    in_zone,
)
from app.domain.plan.steps import Rule, Step, StepKind
from app.domain.promise.reading import ReadingKind

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Part(StrEnum):
    """The three parts of the timeline."""

    DUE = "Due"
    COMING = "Coming up"
    BEHIND = "Behind you"


@dataclass(frozen=True, slots=True)
class End:
    """That an opportunity ended, on a day."""

    opportunity: Opportunity


Fact: TypeAlias = Interview | Word | Message | End


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a step ahead or a fact behind, of one opportunity. `day` is where it stands in its part."""

    part: Part
    day: date
    outlook: Outlook
    step: Step | None = None
    fact: Fact | None = None

    @property
    def opportunity(self) -> Opportunity:
        """The opportunity it belongs to."""
        return self.outlook.history.opportunity

    @property
    def employer(self) -> str:
        """The employer, or that it is not known yet."""
        return self.opportunity.employer or NO_EMPLOYER

    @property
    def mark(self) -> str:
        """The name of its mark."""
        if self.part is Part.BEHIND:
            return "done" if isinstance(self.fact, Message | End) else "happened"
        if self.step is not None and self.step.late:
            return "late"
        return "due" if self.part is Part.DUE else "coming"

    @property
    def day_text(self) -> str:
        """Such as "today", "Thu 19 Nov", "Tue  1 Dec"; "4 Jan 2027" in another year, "any day" for an old offer."""
        today = self.outlook.today
        day = self.day
        if self.step is not None and self.step.offer and day < today:
            return "any day"
        return column_day(day, today)

    def what(self, zone: str = "") -> str:
        """What is to be done, or what happened; clock times on the clocks of `zone`."""
        if self.step is not None:
            return _step_what(self.step, self.outlook, zone)
        return fact_text(self.fact) if self.fact is not None else ""

    def right(self, zone: str = "") -> str:
        """The short text at the right: how late, by when, how far off."""
        if self.step is not None:
            return _step_right(self, self.step, zone)
        return "perhaps sent" if _is_perhaps(self.fact) else "sent" if isinstance(self.fact, Message) else ""

    @property
    def why(self) -> str:
        """One or two sentences that say why it stands where it stands."""
        if self.step is not None:
            return " ".join(filter(None, (self.step.reason, self.step.hint)))
        return fact_why(self.fact, self.outlook.today) if self.fact is not None else ""

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same of this entry when the facts are read again."""
        step, fact = self.step, self.fact
        which = (
            (step.kind, step.to, step.interview_id, step.offer)
            if step
            else (type(fact).__name__, getattr(fact, "id", 0))
        )
        return (self.opportunity.id, *which)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All entries: `due` the most pressing first, `coming` the nearest first, `behind` the latest first."""

    due: tuple[Entry, ...] = ()
    coming: tuple[Entry, ...] = ()
    behind: tuple[Entry, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is an entry."""
        return bool(self.due or self.coming or self.behind)

    @property
    def parts(self) -> tuple[tuple[Part, tuple[Entry, ...]], ...]:
        """The three parts in their order."""
        return ((Part.DUE, self.due), (Part.COMING, self.coming), (Part.BEHIND, self.behind))


def timeline(
    outlooks: Iterable[Outlook], happened: Callable[[Outlook], Iterable[Entry]] | None = None
) -> Timeline:
    """The entries of all opportunities; `happened` gives those behind where they are kept (`entries_behind`)."""
    happened = happened or entries_behind
    due: list[Entry] = []
    coming: list[Entry] = []
    behind: list[Entry] = []
    for outlook in outlooks:
        for step in _listed(outlook):
            entry = _step_entry(step, outlook)
            (due if entry.part is Part.DUE else coming).append(entry)
        behind.extend(happened(outlook))
    due.sort(key=_pressing)
    coming.sort(key=_pressing)
    behind.sort(key=_place_behind, reverse=True)
    return Timeline(tuple(due), tuple(coming), tuple(behind))


def later_steps(entry: Entry) -> Sequence[Step]:
    """The other open steps of the entry's opportunity that come on or after it."""
    return [step for step in entry.outlook.steps if step is not entry.step and step.day >= entry.day]


def facts_of(outlook: Outlook) -> tuple[Entry, ...]:
    """What happened in one opportunity, the earliest first."""
    return tuple(sorted(entries_behind(outlook), key=_place_behind))


def _listed(outlook: Outlook) -> Iterator[Step]:
    """The steps that are worth a row: moving on is none as long as a follow-up is still to come before it."""
    follows = any(step.kind is StepKind.FOLLOW_UP and not step.offer for step in outlook.steps)
    return (step for step in outlook.steps if step.due or not follows or step.kind is not StepKind.MOVE_ON)


def _step_entry(step: Step, outlook: Outlook) -> Entry:
    is_due = step.due and not step.offer and step.kind is not StepKind.INTERVIEW
    # what is due and not late is done today, whatever day it was meant for
    day = outlook.today if is_due and not step.late else step.day
    return Entry(Part.DUE if is_due else Part.COMING, day, outlook, step=step)


_KIND_ORDER = {
    StepKind.FOLLOW_UP: 0, StepKind.CAPTURE: 1, StepKind.THANK_YOU: 2, StepKind.INTERVIEW: 0, StepKind.MOVE_ON: 3,
}  # fmt: skip


def _pressing(entry: Entry) -> tuple[object, ...]:
    step = entry.step
    if step is None:
        return ()
    return (
        entry.day,
        step.offer,
        _KIND_ORDER[step.kind],
        step.by or _LONG_AGO,
        folded_name(entry.opportunity),
        step.to,
    )


def entries_behind(outlook: Outlook) -> tuple[Entry, ...]:
    """What happened in one opportunity, in no order."""
    return tuple(Entry(Part.BEHIND, day, outlook, fact=fact) for day, fact in _facts(outlook.history))


def _facts(history: History) -> Iterator[tuple[date, Fact]]:
    for interview in history.interviews:
        if interview.state is not InterviewState.PLANNED:
            yield interview.start.day, interview
    for word in history.words:
        yield word.moment.day, word
    for message in history.messages:
        if message.sent is not None and message.state is not MessageState.DRAFT:
            yield message.sent.day, message
    if history.opportunity.outcome and history.opportunity.ended_on:
        yield history.opportunity.ended_on, End(history.opportunity)


_RANKS: dict[type, int] = {Interview: 0, Word: 1, Message: 2, End: 3}


def _place_behind(entry: Entry) -> tuple[date, int]:
    """By the day; of one day an interview first, then as it most likely went."""
    return entry.day, _RANKS[type(entry.fact)]


# -- texts ------------------------------------------------------------------------------------------------------


def _step_what(step: Step, outlook: Outlook, zone: str) -> str:
    if step.kind is StepKind.MOVE_ON:
        return "Move on? A month, no word"
    if step.kind is StepKind.INTERVIEW:
        return _round_ahead(step, outlook, zone)
    if step.kind is StepKind.FOLLOW_UP and step.offer:
        return f"Once more to {step.to[0]}?" if step.to else "Once more, if you like"
    return step_text(step)


def _round_ahead(step: Step, outlook: Outlook, zone: str) -> str:
    found = next((one for one in outlook.history.interviews if one.id == step.interview_id), None)
    text = f"Interview, round {found.number}" if found else "Interview"
    if found and found.start.at:
        text += f", {clock_text(found.start.at, zone)}"
    return text


_DUE_TODAY = {
    Rule.NO_DATE.value: "14 days, quiet",
    Rule.FEW_DAYS.value: "a week, quiet",
    Rule.CONTACT_ON.value: "as they asked",
    Rule.DEADLINE.value: "their day passed",
}


def _step_right(entry: Entry, step: Step, zone: str) -> str:
    today = entry.outlook.today
    if step.late:
        return days_late(step.late)
    if step.kind is StepKind.THANK_YOU and entry.part is Part.DUE:
        return _by(step, today, zone)
    if entry.part is Part.DUE:
        if step.kind is StepKind.MOVE_ON:
            return "when you like"
        return "put off to today" if step.put_off else _DUE_TODAY.get(step.rule, "today")
    if step.offer and step.day <= today:
        return "if you like"
    return relative_day(step.day, today)


def _by(step: Step, today: date, zone: str) -> str:
    if step.by is None:
        return "by today" if step.day <= today else f"by {WEEKDAYS[step.day.weekday()]}"
    local = in_zone(step.by, zone) or step.by
    day = "" if local.date() == today else f"{WEEKDAYS[local.weekday()]} "
    return f"by {day}{local:%H:%M}"


def clock_text(at: datetime, zone: str) -> str:
    """The clock time of the instant `at` in `zone`: "10:00"."""
    return f"{in_zone(at, zone) or at:%H:%M}"


_WROTE = {
    Way.MAIL: "They wrote",
    Way.CALL: "They called",
    Way.LETTER: "A letter from them",
    Way.OTHER: "They got in touch",
}
_WORD_KINDS = {WordKind.AUTOMATIC: "An automatic answer", WordKind.NO_NEWS: "No news, says the agency"}
_SENT = {
    MessageKind.THANK_YOU: "Thank-you", MessageKind.FOLLOW_UP: "Follow-up", MessageKind.CLOSING: "Closing note",
    MessageKind.ANSWER: "Answer",
}  # fmt: skip
_STATES = {
    InterviewState.CALLED_OFF_BY_THEM: "called off by them",
    InterviewState.CALLED_OFF_BY_ME: "called off by you",
    InterviewState.NOBODY_CAME: "nobody came",
}


def fact_text(fact: Fact) -> str:
    """What happened, in a few words: "Interview, round 2, video"."""
    match fact:
        case Interview():
            parts = (f"Interview, round {fact.number}", fact.how, _STATES.get(fact.state, ""))
            return ", ".join(filter(None, parts))
        case Word():
            start = (
                "They made an offer"
                if fact.kind is WordKind.OFFER
                else _WORD_KINDS.get(fact.kind, _WROTE[fact.way])
            )
            gist = fact.gist or (fact.promise.words if fact.promise else "")
            return f"{start}: {gist}" if gist else start
        case Message():
            people = ", ".join(fact.to)
            call = ", by phone" if fact.way is Way.CALL else ""
            return f"{_SENT[fact.kind]} to {people}{call}" if people else f"{_SENT[fact.kind]}{call}"
        case End(opportunity):
            outcome = opportunity.outcome.value if opportunity.outcome else ""
            return outcome.capitalize()


def fact_why(fact: Fact, today: date) -> str:
    """What is known about a fact behind, in one or two sentences."""
    match fact:
        case Interview():
            return " ".join(filter(None, (_met(fact), _said(fact, today))))
        case Word():
            said = _said_in(fact.promise, today)
            return " ".join(filter(None, (f"From {fact.sender}." if fact.sender else "", said)))
        case Message():
            return f"You wrote it all the same because: {fact.reason}" if fact.reason else ""
        case End(opportunity):
            return opportunity.outcome_note


def _met(interview: Interview) -> str:
    return f"You met {', '.join(person.name for person in interview.met)}." if interview.met else ""


def _said(interview: Interview, today: date) -> str:
    unsaid = "They did not say when you will hear." if interview.state is InterviewState.HELD else ""
    return _said_in(interview.promise, today) or unsaid


def _said_in(promise: Promise | None, today: date) -> str:
    return f"They said {promise_text(promise, today)}." if promise and promise.words else ""


def promise_text(promise: Promise, today: date) -> str:
    """The words and what they were read as: "“by Wednesday”, so by Wed 18 Nov"."""
    words = f"“{promise.words}”"
    if promise.day is None:
        return words
    before = "on" if promise.kind is ReadingKind.CONTACT_ON else "by"
    return f"{words}, so {before} {short_day(promise.day, today)}"


def _is_perhaps(fact: Fact | None) -> bool:
    return isinstance(fact, Message) and fact.state is MessageState.PERHAPS_SENT
