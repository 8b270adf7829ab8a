"""One person in several opportunities."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.contacts import touches_elsewhere
from app.domain.dueness import Outlook, Place, outlook
from app.domain.facts import (
    History,
    Interview,
    Message,
    MessageKind,
    MessageState,
    Moment,
    Opportunity,
    Person,
)

PLACE = Place(datetime(2026, 11, 23, 12, tzinfo=UTC), "UTC", "DE-BE")
HELD = date(2026, 11, 2)  # fourteen days on is Mon 16 Nov
SENT = date(2026, 11, 19)


def at(number: int, name: str, email: str = "", *messages: Message) -> Outlook:
    """An opportunity with one interviewer, quiet since the interview."""
    person = Person(name=name, email=email)
    held = Interview(start=Moment(HELD), met=(person,), id=number)
    return outlook(
        History(
            opportunity=Opportunity(id=number, employer=f"Firm {number}", role="Engineer"),
            people=(person,),
            interviews=(held,),
            messages=messages,
        ),
        PLACE,
    )


def follow_up(name: str, state: MessageState = MessageState.SENT) -> Message:
    return Message(kind=MessageKind.FOLLOW_UP, to=(name,), sent=Moment(SENT), state=state)


def test_a_follow_up_due_to_the_same_person_elsewhere_is_found():
    (touch,) = touches_elsewhere(at(1, "Jo Varga").history, [at(1, "Jo Varga"), at(2, "jo varga")])
    assert (touch.opportunity, touch.person, touch.sent) == ("Firm 2, Engineer", "Jo Varga", False)
    assert touch.day == date(2026, 11, 16)


def test_one_that_was_sent_elsewhere_counts_and_a_draft_does_not():
    sent = at(2, "Jo Varga", "", follow_up("Jo Varga"))
    drafted = at(3, "Jo Varga", "", follow_up("Jo Varga", MessageState.DRAFT))
    found = touches_elsewhere(at(1, "Jo Varga").history, [sent, drafted])
    assert [(touch.day, touch.sent) for touch in found if touch.opportunity == "Firm 2, Engineer"] == [
        (SENT, True)
    ]
    assert not [touch for touch in found if touch.opportunity == "Firm 3, Engineer" and touch.sent]


def test_the_same_address_is_the_same_person_and_another_address_is_another_one():
    here = at(1, "Jo Varga", "jo@varga.example").history
    same = at(2, "Johanna Varga", "Jo@Varga.example")
    another = at(3, "Jo Varga", "jo@other.example")
    (touch,) = touches_elsewhere(here, [same, another])
    assert (touch.opportunity, touch.person) == ("Firm 2, Engineer", "Jo Varga")


def test_thank_yous_and_people_of_other_names_are_no_follow_up_to_the_same_person():
    thanked = Message(kind=MessageKind.THANK_YOU, to=("Jo Varga",), sent=Moment(SENT))
    others = [at(2, "Sam Roy", "", thanked), at(3, "Li Wen")]
    assert touches_elsewhere(at(1, "Jo Varga").history, others) == ()
