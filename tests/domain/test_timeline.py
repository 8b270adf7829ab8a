"""The timeline's entries: what stands where, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.dueness import Place, outlook
from app.domain.facts import (
    History,
    Interview,
    InterviewState,
    Message,
    MessageKind,
    Moment,
    Opportunity,
    Outcome,
    Person,
    Promise,
    Way,
    Word,
)
from app.domain.plan.steps import StepKind
from app.domain.promise import read_promise
from app.domain.timeline import Entry, Part, Timeline, facts_of, later_steps, timeline
from app.domain.workdays import workdays_of

TODAY = date(2026, 11, 23)
ZONE = "Europe/Berlin"
PLACE = Place(datetime(2026, 11, 23, 15, 5, tzinfo=UTC), ZONE, "DE-BE")
DANA = Person(name="Dana Lee", id=1)


def at(day: date, hour: int = 14) -> Moment:
    return Moment(day, datetime(day.year, day.month, day.day, hour - 1, tzinfo=UTC), ZONE)


def promise(words: str, said_on: date) -> Promise:
    reading = read_promise(words, said_on, workdays_of("DE-BE"))
    return Promise(words=words, said_on=said_on, said_by="Dana Lee", kind=reading.kind, day=reading.day)


def history(*interviews: Interview, number: int = 1, employer: str = "Northwind", **more: object) -> History:
    opportunity = Opportunity(
        employer=employer, role="Platform engineer", id=number, **more.pop("fields", {})
    )
    return History(opportunity=opportunity, people=(DANA,), interviews=interviews, **more)


def held(days_ago: int, words: str = "", **more: object) -> Interview:
    day = TODAY - timedelta(days_ago)
    said = promise(words, day) if words else None
    return Interview(start=at(day), minutes=60, met=(DANA,), promise=said, id=7, **more)


def thanked(days_ago: int) -> Message:
    return Message(kind=MessageKind.THANK_YOU, to=("Dana Lee",), sent=at(TODAY - timedelta(days_ago)), id=3)


def of(*histories: History) -> Timeline:
    return timeline(outlook(one, PLACE) for one in histories)


def rows(entries: tuple[Entry, ...]) -> list[tuple[str, str, str]]:
    return [(entry.day_text, entry.what(ZONE), entry.right(ZONE)) for entry in entries]


def test_a_follow_up_past_its_day_is_due_with_how_late_it_is():
    found = of(history(held(11, "by Wednesday"), messages=(thanked(10),)))
    assert rows(found.due) == [("Thu 19 Nov", "Follow up with Dana Lee", "4 days late")]
    assert found.due[0].mark == "late"
    assert "“by Wednesday”" in found.due[0].why
    assert "Thu 19 Nov" in found.due[0].why


def test_after_fourteen_quiet_days_the_row_says_so():
    found = of(history(held(14), messages=(thanked(13),)))
    assert rows(found.due) == [("today", "Follow up with Dana Lee", "14 days, quiet")]


def test_a_thank_you_is_due_at_once_and_tells_by_when_on_the_persons_clock():
    found = of(history(held(0)))
    assert rows(found.due) == [("today", "Thank-you to Dana Lee", "by Tue 15:00")]


def test_a_follow_up_to_come_says_how_far_off_it_is():
    found = of(history(held(0, "by the end of next week"), messages=(thanked(0),)))
    assert ("Mon  7 Dec", "Follow up with Dana Lee", "in 2 weeks") in rows(found.coming)


def test_moving_on_has_a_row_only_when_no_follow_up_comes_before_it():
    waiting = of(history(held(0), messages=(thanked(0),)))
    assert all("Move on" not in what for _, what, _ in rows(waiting.coming))
    followed = Message(kind=MessageKind.FOLLOW_UP, to=("Dana Lee",), sent=at(TODAY - timedelta(3)), id=4)
    after = of(history(held(20), messages=(thanked(19), followed)))
    assert any("Move on" in what for _, what, _ in rows(after.coming))


def test_an_offer_of_a_second_follow_up_is_coming_and_never_due():
    followed = Message(kind=MessageKind.FOLLOW_UP, to=("Dana Lee",), sent=at(TODAY - timedelta(10)), id=4)
    found = of(history(held(25), messages=(thanked(24), followed)))
    assert found.due == ()
    assert rows(found.coming)[0] == ("any day", "Once more to Dana Lee?", "if you like")


def test_a_round_ahead_is_coming_with_its_clock_time_and_pauses_the_rest():
    ahead = Interview(
        start=at(TODAY + timedelta(3), 10), number=2, state=InterviewState.PLANNED, captured=False,
        arranged_on=TODAY, met=(DANA,), id=8,
    )  # fmt: skip
    found = of(history(held(5), ahead, messages=(thanked(4),)))
    assert rows(found.coming) == [("Thu 26 Nov", "Interview, round 2, 10:00", "in 3 days")]
    assert found.due == ()


def test_late_comes_before_due_and_follow_ups_before_thank_yous():
    late = history(held(11, "by Wednesday"), messages=(thanked(10),), number=1, employer="Halden")
    quiet = history(held(14), messages=(thanked(13),), number=2, employer="Zeta")
    fresh = history(held(0), number=3, employer="Aster")
    assert [entry.employer for entry in of(fresh, quiet, late).due] == ["Halden", "Zeta", "Aster"]


def test_what_is_behind_is_told_the_latest_first_in_a_few_words():
    word = Word(moment=at(TODAY - timedelta(3)), sender="Dana Lee", gist="round 2", id=5)
    call = Word(moment=at(TODAY - timedelta(2)), way=Way.CALL, id=6)
    found = of(history(held(9, how="video"), words=(word, call), messages=(thanked(8),)))
    assert [(entry.what(ZONE), entry.right(ZONE)) for entry in found.behind] == [
        ("They called", ""),
        ("They wrote: round 2", ""),
        ("Thank-you to Dana Lee", "sent"),
        ("Interview, round 1, video", ""),
    ]  # fmt: skip


def test_an_end_is_behind_and_nothing_is_due():
    ended = {
        "outcome": Outcome.REJECTED,
        "ended_on": TODAY - timedelta(1),
        "outcome_note": "more Kafka wanted",
    }
    found = of(history(held(30), fields=ended))
    assert (found.due, found.coming) == ((), ())
    assert found.behind[0].what() == "Rejected"
    assert found.behind[0].why == "more Kafka wanted"


def test_the_employer_may_not_be_known_yet():
    assert of(history(held(0), employer="")).due[0].employer == "Employer not known yet"


def test_what_is_in_another_year_shows_it():
    found = of(history(held(0, "by the end of the year"), messages=(thanked(0),)))
    assert rows(found.coming)[0][0] == " 4 Jan 2027"


def test_an_entry_knows_what_came_before_and_what_comes_after():
    found = of(history(held(11, "by Wednesday"), messages=(thanked(10),)))
    entry = found.due[0]
    assert [before.what() for before in facts_of(entry.outlook)] == [
        "Interview, round 1",
        "Thank-you to Dana Lee",
    ]
    assert [step.kind.value for step in later_steps(entry)] == ["move-on"]


def test_an_entry_keeps_its_key_when_the_facts_are_read_again():
    one = history(held(14), messages=(thanked(13),))
    assert of(one).due[0].key == of(one).due[0].key
    assert of(one).due[0].key not in {entry.key for entry in of(one).behind}


def test_every_entry_stands_in_its_own_part():
    found = of(history(held(0)), history(held(14), number=2))
    assert {entry.part for entry in found.due} == {Part.DUE}
    assert {entry.part for entry in found.behind} == {Part.BEHIND}


@pytest.mark.parametrize(
    "words", ["", "within a few days", "by Wednesday", "in two weeks", "by the end of next month"]
)
@pytest.mark.parametrize("days_ago", range(0, 31, 3))
def test_once_more_is_announced_exactly_where_it_will_be_offered_after_the_first(days_ago, words):
    one = history(held(days_ago, words), messages=(thanked(max(days_ago - 1, 0)),))
    for step in outlook(one, PLACE).steps:
        if step.kind is StepKind.FOLLOW_UP:
            sent_on = max(step.day, TODAY)
            sent = Message(kind=MessageKind.FOLLOW_UP, to=("Dana Lee",), sent=Moment(sent_on), id=4)
            later = replace(PLACE, now=PLACE.now + (sent_on - TODAY))
            after = outlook(replace(one, messages=(*one.messages, sent)), later)
            assert step.may_repeat is any(step.offer for step in after.steps)


def test_a_fact_behind_tells_their_words_and_what_they_were_read_as():
    def why(words: str) -> str:
        return next(entry.why for entry in of(history(held(11, words))).behind)

    assert why("by Wednesday") == "You met Dana Lee. They said “by Wednesday”, so by Wed 18 Nov."
    assert why("call me next Tuesday").endswith("so on Tue 17 Nov.")
    assert why("soon") == "You met Dana Lee. They said “soon”."
    assert why("") == "You met Dana Lee. They did not say when you will hear."
