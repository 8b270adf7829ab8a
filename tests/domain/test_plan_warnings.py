"""What is asked before a message goes out."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.facts import MessageKind, Outcome
from app.domain.plan.events import Arranged, Ended, Event, Heard, Held, NobodyCame, Said, Sent
from app.domain.plan.warnings import SendWarning, Touch, WarningKind, shared_contacts, warnings_before_sending
from app.domain.promise import ReadingKind
from app.domain.workdays import workdays_of

D = date.fromisoformat
DAY = D("2026-03-10")
DANA = ("Dana Lee",)


def said(kind: ReadingKind, day: str = "") -> Said:
    return Said(words="then", said_on=DAY, kind=kind, day=D(day) if day else None)


HELD = Held(day=DAY, met=DANA)


def asked(
    *events: Event, day: str, kind: MessageKind = MessageKind.FOLLOW_UP, elsewhere: tuple[Touch, ...] = ()
) -> dict[WarningKind, SendWarning]:
    found = warnings_before_sending(
        events, kind, DANA, D(day), workdays=workdays_of("CA-ON"), elsewhere=elsewhere
    )
    return {warning.kind: warning for warning in found}


@pytest.mark.parametrize(
    ("promise", "early", "in_time"),
    [
        (said(ReadingKind.DEADLINE, "2026-03-18"), "2026-03-18", "2026-03-19"),
        (said(ReadingKind.CONTACT_ON, "2026-03-18"), "2026-03-17", "2026-03-18"),
        (said(ReadingKind.FEW_DAYS), "2026-03-16", "2026-03-17"),
        (None, "2026-03-21", "2026-03-22"),
    ],
)
def test_a_follow_up_too_early_asks_for_a_reason(promise: Said | None, early: str, in_time: str) -> None:
    held = Held(day=DAY, said=promise)
    assert asked(held, day=early)[WarningKind.TOO_EARLY].needs_reason
    assert WarningKind.TOO_EARLY not in asked(held, day=in_time)


def test_every_follow_up_asks_for_any_word_since() -> None:
    question = asked(HELD, day="2026-03-24")
    assert set(question) == {WarningKind.ANY_WORD}
    assert not question[WarningKind.ANY_WORD].needs_reason


def test_a_third_follow_up_asks_for_a_reason_until_a_word_comes() -> None:
    two = (HELD, Sent(day=D("2026-03-24")), Sent(day=D("2026-03-31")))
    assert asked(*two, day="2026-04-20")[WarningKind.THIRD].needs_reason
    heard = Heard(day=D("2026-04-01"))
    assert WarningKind.THIRD not in asked(*two, heard, day="2026-04-20")


def test_two_messages_within_three_business_days_are_questioned() -> None:
    thanked = Sent(day=D("2026-03-19"), kind=MessageKind.THANK_YOU)
    assert WarningKind.TOO_CLOSE in asked(HELD, thanked, day="2026-03-24")
    assert WarningKind.TOO_CLOSE not in asked(HELD, thanked, day="2026-03-25")


def test_a_late_thank_you_soon_after_a_message_is_questioned_and_one_in_time_is_not() -> None:
    closing = Sent(day=D("2026-03-11"), kind=MessageKind.CLOSING)
    assert WarningKind.TOO_CLOSE in asked(HELD, closing, day="2026-03-12", kind=MessageKind.THANK_YOU)
    assert asked(HELD, closing, day="2026-03-11", kind=MessageKind.THANK_YOU) == {}


def test_one_note_to_each_interviewer_is_never_questioned() -> None:
    other = Sent(day=D("2026-03-13"), kind=MessageKind.THANK_YOU, to=("Sam Roy",))
    assert asked(HELD, other, day="2026-03-13", kind=MessageKind.THANK_YOU) == {}


def test_an_answer_to_them_is_never_questioned() -> None:
    assert asked(HELD, day="2026-03-11", kind=MessageKind.ANSWER) == {}


def test_a_message_on_the_day_nobody_came_is_right() -> None:
    assert asked(HELD, NobodyCame(day=D("2026-03-12")), day="2026-03-12") == {}


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (Ended(day=D("2026-03-11"), outcome=Outcome.REJECTED), WarningKind.ENDED),
        (Arranged(day=D("2026-03-11"), for_day=D("2026-04-01")), WarningKind.PAUSED),
        (Heard(day=D("2026-03-11"), said=said(ReadingKind.NO_CONTACT)), WarningKind.NO_CONTACT),
    ],
)
def test_a_follow_up_against_the_state_of_things_asks_for_a_reason(event: Event, kind: WarningKind) -> None:
    assert asked(HELD, event, day="2026-03-25")[kind].needs_reason


def test_one_person_in_two_roles_is_said_within_seven_days() -> None:
    touch = Touch("Ostra", "dana lee", D("2026-03-20"), sent=True)
    found = asked(HELD, day="2026-03-24", elsewhere=(touch,))[WarningKind.TWO_ROLES]
    assert "Ostra" in found.text
    assert "Fri 27 Mar" in found.text
    assert WarningKind.TWO_ROLES not in asked(HELD, day="2026-03-27", elsewhere=(touch,))


def test_follow_ups_to_one_person_for_two_opportunities_are_found() -> None:
    ostra = Touch("Ostra", "Dana Lee", D("2026-03-20"), sent=True)
    tessera = Touch("Tessera", "Dana Lee", D("2026-03-24"))
    far = Touch("Kestrel", "Dana Lee", D("2026-04-24"))
    assert shared_contacts([far, tessera, ostra]) == ((ostra, tessera),)
