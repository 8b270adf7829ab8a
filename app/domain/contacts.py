"""One person in several opportunities: what was sent to them, or is due to them, elsewhere.

Source: follow-up-rules.md, "one person, two roles".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.domain.dueness import Outlook, name_of
from app.domain.facts import History, MessageKind, MessageState
from app.domain.plan.steps import StepKind
from app.domain.plan.warnings import Touch
from app.text import folded


def touches_elsewhere(history: History, outlooks: Iterable[Outlook]) -> tuple[Touch, ...]:
    """The follow-ups of other opportunities, sent or open, to people of this one, by the names they have here.

    Who has the same e-mail address is the same person, whatever the name; who has another address is another one.
    """
    here = _addresses(history)
    return tuple(
        touch
        for outlook in outlooks
        if outlook.history.opportunity.id != history.opportunity.id
        for touch in _touches(outlook, here)
    )


def _touches(outlook: Outlook, here: Mapping[str, str]) -> Iterator[Touch]:
    history, about = outlook.history, name_of(outlook.history.opportunity)
    for message in history.messages:
        if message.kind is MessageKind.FOLLOW_UP and message.sent and message.state is not MessageState.DRAFT:
            for name in _same(message.to, history, here):
                yield Touch(about, name, message.sent.day, sent=True)
    for step in outlook.steps:
        if step.kind is StepKind.FOLLOW_UP and not step.offer:
            for name in _same(step.to, history, here):
                yield Touch(about, name, step.day)


def _same(names: tuple[str, ...], history: History, here: Mapping[str, str]) -> Iterator[str]:
    if not names:
        return
    there = _addresses(history)
    for name in names:
        address = there.get(name, "")
        found = next((own for own in here if _is_one(own, here[own], name, address)), "")
        if found:
            yield found


def _is_one(own: str, own_address: str, name: str, address: str) -> bool:
    if own_address and address:
        return own_address == address
    return folded(own) == folded(name)


def _addresses(history: History) -> dict[str, str]:
    """Everybody of an opportunity by name, with the folded address or ""."""
    met = (person for interview in history.interviews for person in interview.met)
    found = {name: "" for message in history.messages for name in message.to}
    for person in (*met, *history.people):
        found[person.name] = folded(person.email) or found.get(person.name, "")
    if history.opportunity.recruiter:
        found.setdefault(history.opportunity.recruiter, "")
    return found
