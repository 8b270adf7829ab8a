"""Writing words, messages, decisions and outcomes, and editing what is there; gives ids and a label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlalchemy import Table

from app.domain.facts import (
    Decision,
    DecisionKind,
    History,
    Interview,
    Message,
    MessageState,
    Opportunity,
    Outcome,
    Person,
    Promise,
    Word,
    WordKind,
)
from app.errors import UsageError
from app.storage import debriefs, reading, removing, rows
from app.storage.changes import stored
from app.storage.desk import Desk, named, number, replace_promise, replace_recipients, unchanged
from app.storage.tables import DECISION, INTERVIEW, MESSAGE, OPPORTUNITY, PERSON, WORD
from app.storage.values import Row, Saved

Entry = TypeVar("Entry", Word, Message, Person)

_DECIDED = {
    DecisionKind.POSTPONE: "put off",
    DecisionKind.SKIP: "skipped",
    DecisionKind.REOPEN: "opened again",
}
_WORDS = {
    WordKind.REPLY: "word from",
    WordKind.OFFER: "offer from",
    WordKind.AUTOMATIC: "automatic answer from",
    WordKind.NO_NEWS: "no news from",
}


def add_word(desk: Desk, opportunity_id: int, word: Word) -> Saved:
    """A word from the employer."""
    opportunity = _opportunity(desk, opportunity_id)
    row = put_word(desk, opportunity_id, word)
    return Saved(opportunity_id, entry_id=number(row), label=_word_label(opportunity, word))


def put_word(desk: Desk, opportunity_id: int, word: Word) -> Row:
    """The rows of a new word."""
    row = desk.change.add(WORD, {"opportunity_id": opportunity_id, **rows.word_row(word)})
    replace_promise(desk.change, "word_id", number(row), word.promise, new=True)
    return row


def edit_word(desk: Desk, word: Word) -> Saved:
    """The word of that id as `word`."""
    before = stored(desk.connection, WORD, word.id, "word")
    opportunity = _opportunity(desk, number(before, "opportunity_id"))
    unchanged(before, word.version, "This word", lambda: _of(word.id, _stored_history(desk, before).words))
    promise = replace_promise(desk.change, "word_id", word.id, word.promise, new=False)
    desk.change.alter(WORD, before, rows.word_row(word), touched=promise)
    label = f"edit of the {_word_label(opportunity, word)}"
    return Saved(number(opportunity), entry_id=word.id, label=label)


def add_message(desk: Desk, opportunity_id: int, message: Message) -> Saved:
    """A message from the person."""
    _opportunity(desk, opportunity_id)
    _fits(desk, opportunity_id, message)
    row = put_message(desk, opportunity_id, message)
    return Saved(opportunity_id, message.interview_id, entry_id=number(row), label=_message_label(message))


def put_message(desk: Desk, opportunity_id: int, message: Message) -> Row:
    """The rows of a new message."""
    row = desk.change.add(MESSAGE, {"opportunity_id": opportunity_id, **rows.message_row(message)})
    replace_recipients(desk.change, number(row), message.to, new=True)
    return row


def edit_message(desk: Desk, message: Message) -> Saved:
    """The message of that id as `message`."""
    before = stored(desk.connection, MESSAGE, message.id, "message")
    opportunity_id = number(before, "opportunity_id")
    unchanged(
        before,
        message.version,
        "This message",
        lambda: _of(message.id, _stored_history(desk, before).messages),
    )
    _fits(desk, opportunity_id, message)
    to = replace_recipients(desk.change, message.id, message.to, new=False)
    desk.change.alter(MESSAGE, before, rows.message_row(message), touched=to)
    return Saved(opportunity_id, message.interview_id, entry_id=message.id, label=_message_label(message))


def add_decision(desk: Desk, opportunity_id: int, decision: Decision) -> Saved:
    """A person's own decision about a step."""
    _opportunity(desk, opportunity_id)
    row = put_decision(desk, opportunity_id, decision)
    label = f"{decision.step or 'step'} {_DECIDED[decision.kind]}"
    if decision.until and decision.kind is DecisionKind.POSTPONE:
        label += f" to {decision.until.isoformat()}"
    return Saved(opportunity_id, entry_id=number(row), label=label)


def put_decision(desk: Desk, opportunity_id: int, decision: Decision) -> Row:
    """The row of a new decision."""
    return desk.change.add(DECISION, {"opportunity_id": opportunity_id, **rows.decision_row(decision)})


def set_outcome(desk: Desk, opportunity_id: int, outcome: Outcome | None, on: date, note: str) -> Saved:
    """How the opportunity ended; None opens it again."""
    before = _opportunity(desk, opportunity_id)
    columns: Row = {
        "outcome": outcome.value if outcome else None,
        "ended_on": on.isoformat() if outcome else None,
        "outcome_note": note,
    }
    desk.alter_opportunity(before, columns)
    name = named(str(before["employer"]))
    label = f"outcome at {name}: {outcome.value}" if outcome else f"{name} open again"
    return Saved(opportunity_id, label=label)


def edit_opportunity(desk: Desk, opportunity: Opportunity) -> Saved:
    """The opportunity of that id as `opportunity`."""
    row = debriefs.replace_opportunity(desk, _opportunity(desk, opportunity.id), opportunity)
    return Saved(opportunity.id, label=f"edit of {named(str(row['employer']))}")


def add_interview(desk: Desk, opportunity_id: int, interview: Interview) -> Saved:
    """A further round, planned or held."""
    name = named(str(_opportunity(desk, opportunity_id)["employer"]))
    row = debriefs.add_interview(desk, opportunity_id, interview)
    return Saved(
        opportunity_id, number(row), label=f"round {interview.number} with {name}, {interview.state.value}"
    )


def edit_interview(desk: Desk, interview: Interview) -> Saved:
    """The interview of that id as `interview`, with its points, its promise and who was met."""
    row = debriefs.replace_interview(desk, interview.id, interview)
    opportunity_id = number(row, "opportunity_id")
    name = named(str(_opportunity(desk, opportunity_id)["employer"]))
    label = f"edit of round {interview.number} with {name}"
    return Saved(opportunity_id, interview.id, label=label)


def edit_person(desk: Desk, person: Person) -> Saved:
    """The person of that id as `person`; a new name is taken over wherever the old one is named.

    Raises UsageError where another person of that opportunity has the name.
    """
    before = stored(desk.connection, PERSON, person.id, "person")
    opportunity_id = number(before, "opportunity_id")
    unchanged(
        before, person.version, "This person", lambda: _of(person.id, _stored_history(desk, before).people)
    )
    if not person.name.strip():
        raise UsageError("A person needs a name.")
    namesake = desk.people(opportunity_id).get(rows.person_key(person.name))
    if namesake and namesake["id"] != person.id:
        raise UsageError(f"{namesake['name']} is already noted here as another person.")
    desk.change.alter(PERSON, before, rows.person_row(person))
    if person.name != before["name"]:
        _rename(desk, before, person.name)
    return Saved(opportunity_id, entry_id=person.id, label=f"edit of {person.name}")


def remove(desk: Desk, table: Table, entry_id: int) -> Saved:
    """Take the opportunity, interview, word, message or decision of that id out, with what hangs on it."""
    what = table.name
    row = stored(desk.connection, table, entry_id, what)
    opportunity_id = entry_id if table is OPPORTUNITY else number(row, "opportunity_id")
    name = named(str(_opportunity(desk, opportunity_id)["employer"]))
    removing.remove(desk.change, table, row)
    return Saved(opportunity_id, entry_id=entry_id, label=f"removal of the {what} with {name}")


def _rename(desk: Desk, person: Row, new: str) -> None:
    """Take the new name over in the facts of the opportunity that name the person."""
    old, whole = str(person["name"]), _stored_history(desk, person)
    desk.reread_people(whole.opportunity.id)

    def now(name: str) -> str:
        return new if name == old else name

    def promised(promise: Promise | None) -> Promise | None:
        return replace(promise, said_by=now(promise.said_by)) if promise else None

    for interview in whole.interviews:
        points = tuple(replace(point, about=now(point.about)) for point in interview.points)
        debriefs.replace_interview(
            desk, interview.id, replace(interview, points=points, promise=promised(interview.promise))
        )
    for word in whole.words:
        edit_word(desk, replace(word, sender=now(word.sender), promise=promised(word.promise)))
    for message in whole.messages:
        edit_message(desk, replace(message, to=tuple(map(now, message.to))))
    for decision in whole.decisions:
        row = stored(desk.connection, DECISION, decision.id, "decision")
        desk.change.alter(DECISION, row, {"recipient": now(decision.to)})
    opportunity = _opportunity(desk, whole.opportunity.id)
    desk.alter_opportunity(opportunity, {"recruiter": now(str(opportunity["recruiter"]))})


def _of(entry_id: int, entries: Iterable[Entry]) -> Entry:
    return next(entry for entry in entries if entry.id == entry_id)


def _opportunity(desk: Desk, opportunity_id: int) -> Row:
    return stored(desk.connection, OPPORTUNITY, opportunity_id, "opportunity")


def _fits(desk: Desk, opportunity_id: int, message: Message) -> None:
    """Raises UsageError, NotFound for a message that does not fit together."""
    if message.state is MessageState.DRAFT and message.sent:
        raise UsageError("A draft has no day on which it was sent.")
    if message.state is not MessageState.DRAFT and not message.sent:
        raise UsageError("Say on which day it was sent.")
    if message.interview_id:
        interview = stored(desk.connection, INTERVIEW, message.interview_id, "interview")
        if interview["opportunity_id"] != opportunity_id:
            raise UsageError("That interview belongs to another opportunity.")


def _word_label(opportunity: Row, word: Word) -> str:
    return f"{_WORDS[word.kind]} {word.sender or named(str(opportunity['employer']))}"


def _message_label(message: Message) -> str:
    to = f" to {', '.join(message.to)}" if message.to else ""
    return f"{message.kind.value}{to}, {message.state.value}"


def _stored_history(desk: Desk, row: Row) -> History:
    return reading.history(desk.connection, number(row, "opportunity_id"))
