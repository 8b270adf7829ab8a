"""The door: what goes in comes out, and entries find what they belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from storage_facts import DANA, DAY, PROMISE, SAM, debrief, decision, thanks, without_ids, word

from app.domain.facts import (
    MessageState,
    Moment,
    Opportunity,
    Outcome,
    Person,
    Point,
    PointKind,
    Reach,
    WordKind,
)
from app.errors import NotFound, UsageError
from app.storage.journal import Journal
from app.storage.values import KnownEmployer, KnownPerson, KnownRound

# Saving and reading


def test_a_debrief_comes_back_as_it_was_given(journal: Journal) -> None:
    given = debrief(opportunity=Opportunity(
        employer="Northwind", role="Platform Engineer", region="CA-ON", zone="America/Toronto",
        closed_days=(date(2026, 12, 24), date(2026, 12, 28)), source="a friend", recruiter="Ana", link="https://x",
    ))  # fmt: skip
    saved = journal.save_debrief(given)
    (history,) = journal.histories()
    assert without_ids(history.interviews[0]) == given.interview
    assert history.opportunity == replace(given.opportunity, id=saved.opportunity_id)
    assert [person.name for person in history.people] == ["Dana Lee", "Sam Roy"]
    assert journal.history(saved.opportunity_id) == history
    assert journal.interview(saved.interview_id) == (history.opportunity, history.interviews[0])


def test_words_messages_and_decisions_come_back_as_they_were_given(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    given_word = word(kind=WordKind.OFFER, promise=replace(PROMISE, confirm=True, confirmed=True))
    given_message = thanks(interview_id=saved.interview_id, reason="it was late")
    ids = [
        journal.add_word(saved.opportunity_id, given_word).entry_id,
        journal.add_message(saved.opportunity_id, given_message).entry_id,
        journal.add_decision(saved.opportunity_id, decision(to="Dana Lee", reason="holidays")).entry_id,
    ]
    history = journal.history(saved.opportunity_id)
    assert history.words[0].promise
    assert replace(history.words[0], promise=replace(history.words[0].promise, id=0)) == replace(
        given_word, id=ids[0]
    )
    assert history.messages == (replace(given_message, id=ids[1]),)
    assert history.decisions == (replace(decision(to="Dana Lee", reason="holidays"), id=ids[2]),)


def test_an_instant_is_kept_to_the_microsecond_whatever_its_zone(journal: Journal) -> None:
    at = datetime(2026, 11, 10, 23, 59, 59, 123456, tzinfo=timezone(timedelta(hours=-5)))
    saved = journal.save_debrief(debrief(start=Moment(DAY, at, "")))
    found = journal.interview(saved.interview_id)[1].start
    assert (found.day, found.at) == (DAY, at)
    assert found.at
    assert found.at.tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["[red]", "\x1b[31m", "a\nb\tc", "'; DROP TABLE point; --", "\u200fשלום", "👩‍👩‍👧", "x" * 10_000]
)
def test_text_is_kept_letter_by_letter(journal: Journal, text: str) -> None:
    saved = journal.save_debrief(debrief(employer=text, points=(Point(kind=PointKind.TOPIC, text=text),)))
    opportunity, found = journal.interview(saved.interview_id)
    assert (opportunity.employer, found.points[0].text) == (text, text)


def test_the_newest_interview_comes_first_and_entries_come_by_their_days(journal: Journal) -> None:
    first = journal.save_debrief(debrief("Early", start=Moment(date(2026, 11, 1))))
    journal.save_debrief(debrief("Late", start=Moment(date(2026, 11, 9))))
    journal.save_debrief(debrief("Middle", start=Moment(date(2026, 11, 5))))
    for day in (date(2026, 11, 12), date(2026, 11, 3), date(2026, 11, 7)):
        journal.add_word(first.opportunity_id, word(moment=Moment(day)))
        journal.add_message(first.opportunity_id, thanks(sent=Moment(day)))
    journal.add_message(first.opportunity_id, thanks(state=MessageState.DRAFT, sent=None))
    found = journal.histories()
    assert [history.opportunity.employer for history in found] == ["Late", "Middle", "Early"]
    assert [w.moment.day.day for w in found[-1].words] == [3, 7, 12]
    assert [m.sent and m.sent.day.day for m in found[-1].messages] == [3, 7, 12, None]


def test_what_is_not_there_is_told(journal: Journal) -> None:
    for ask in (journal.history, journal.interview, journal.delete_word, journal.delete_opportunity):
        with pytest.raises(NotFound):
            ask(7)
    with pytest.raises(NotFound):
        journal.add_word(7, word())
    with pytest.raises(NotFound):
        journal.save_debrief(debrief(opportunity_id=7))
    with pytest.raises(NotFound):
        journal.save_debrief(debrief(interview_id=7))
    assert journal.histories() == ()
    assert journal.changes() == ()


def test_what_cannot_be_is_refused_in_words(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    other = journal.save_debrief(debrief("Fabrikam"))
    before = journal.everything()
    for wrong in (
        thanks(sent=None),
        thanks(state=MessageState.DRAFT),
        thanks(interview_id=other.interview_id),
    ):
        with pytest.raises(UsageError):
            journal.add_message(saved.opportunity_id, wrong)
    for given in (debrief(number=0), debrief(minutes=0), debrief(met=(Person(name="  "),))):
        with pytest.raises(UsageError):
            journal.save_debrief(given)
    assert journal.everything() == before


# Which opportunity a debrief belongs to


@pytest.mark.parametrize(
    ("employer", "role", "joined"),
    [
        ("northwind", "platform  engineer", True),
        ("NORTHWIND", "", True),
        ("Nörthwind", "Platform Engineer", True),
        ("Northwind", "Data Engineer", False),
        ("Fabrikam", "Platform Engineer", False),
        ("", "Platform Engineer", False),
    ],
)
def test_a_debrief_joins_the_open_opportunity_of_its_employer_and_role(
    journal: Journal, employer: str, role: str, joined: bool
) -> None:
    first = journal.save_debrief(debrief("Northwind", "Platform Engineer"))
    second = journal.save_debrief(debrief(employer, role, number=2))
    assert (second.opportunity_id == first.opportunity_id) is joined
    assert len(journal.histories()) == (1 if joined else 2)


def test_a_role_given_later_is_filled_in(journal: Journal) -> None:
    first = journal.save_debrief(debrief(role=""))
    second = journal.save_debrief(debrief(role="Platform Engineer"))
    assert second.opportunity_id == first.opportunity_id
    assert journal.histories()[0].opportunity.role == "Platform Engineer"


def test_without_a_role_the_newest_open_opportunity_is_taken(journal: Journal) -> None:
    journal.save_debrief(debrief(role="One"))
    second = journal.save_debrief(debrief(role="Two"))
    third = journal.save_debrief(debrief(role="Three"))
    journal.set_outcome(third.opportunity_id, Outcome.REJECTED, DAY)
    assert journal.save_debrief(debrief(role="")).opportunity_id == second.opportunity_id


def test_an_ended_opportunity_is_not_joined_unless_it_is_named(journal: Journal) -> None:
    first = journal.save_debrief(debrief())
    journal.set_outcome(first.opportunity_id, Outcome.REJECTED, DAY, "no fit")
    assert journal.save_debrief(debrief()).opportunity_id != first.opportunity_id
    assert (
        journal.save_debrief(debrief(opportunity_id=first.opportunity_id)).opportunity_id
        == first.opportunity_id
    )


def test_two_employers_not_known_yet_are_two_opportunities(journal: Journal) -> None:
    journal.save_debriefs([debrief(""), debrief("")])
    assert len(journal.histories()) == 2


def test_what_is_known_of_the_opportunity_is_filled_in_not_replaced(journal: Journal) -> None:
    known = Opportunity(employer="Northwind", role="Dev", region="CA-ON", closed_days=(date(2026, 12, 24),))
    journal.save_debrief(debrief(opportunity=known))
    later = replace(
        known, region="DE-BY", zone="Europe/Berlin", link="https://x", closed_days=(date(2026, 12, 28),)
    )
    journal.save_debrief(debrief(opportunity=later))
    (history,) = journal.histories()
    assert history.opportunity == replace(
        later, region="CA-ON", closed_days=(date(2026, 12, 24), date(2026, 12, 28)), id=history.opportunity.id
    )


# People


def test_a_person_met_again_is_brought_up_to_date_and_never_blanked(journal: Journal) -> None:
    journal.save_debrief(debrief(met=(replace(DANA, greeting="Dr. Lee", phone="1"),)))
    journal.save_debrief(
        debrief(met=(Person(name="dana lee", greeting="Dana", title="CEO", reach=Reach.RECRUITER),))
    )
    (history,) = journal.histories()
    (dana,) = history.people
    expected = replace(
        DANA, greeting="Dr. Lee", name="dana lee", title="CEO", phone="1", reach=Reach.RECRUITER, id=dana.id
    )
    assert dana == expected
    assert [i.met for i in history.interviews] == [(dana,), (dana,)]


def test_one_person_named_twice_is_met_once(journal: Journal) -> None:
    saved = journal.save_debrief(debrief(met=(DANA, SAM, replace(DANA, phone="1"))))
    met = journal.interview(saved.interview_id)[1].met
    assert [(person.name, person.phone) for person in met] == [("Dana Lee", "1"), ("Sam Roy", "")]


def test_people_of_two_opportunities_are_two_people(journal: Journal) -> None:
    journal.save_debrief(debrief("Northwind", met=(DANA,)))
    journal.save_debrief(debrief("Fabrikam", met=(replace(DANA, title="CEO"),)))
    assert {h.people[0].title for h in journal.histories()} == {"CTO", "CEO"}


def test_a_new_name_is_taken_over_wherever_the_old_one_is_named(journal: Journal) -> None:
    given = Opportunity(employer="Northwind", recruiter="Dana Lee")
    saved = journal.save_debrief(debrief(opportunity=given))
    journal.add_word(saved.opportunity_id, word(promise=PROMISE))
    journal.add_message(saved.opportunity_id, thanks(to=("Sam Roy", "Dana Lee")))
    journal.add_decision(saved.opportunity_id, decision(to="Dana Lee"))
    before = journal.history(saved.opportunity_id)
    dana = before.people[0]
    journal.edit_person(replace(dana, name="Dana Li", greeting=""))
    after = journal.history(saved.opportunity_id)
    assert repr(after) == repr(before).replace("Dana Lee", "Dana Li").replace(
        "greeting='Dana'", "greeting=''"
    )
    assert journal.undo() == "edit of Dana Li"
    assert journal.history(saved.opportunity_id) == before


def test_a_person_cannot_take_the_name_of_another(journal: Journal) -> None:
    saved = journal.save_debrief(debrief())
    sam = journal.history(saved.opportunity_id).people[1]
    with pytest.raises(UsageError, match="Dana Lee is already noted"):
        journal.edit_person(replace(sam, name="DANA LEE"))


# Many at once, completion, settings


def test_many_are_one_change_and_find_each_other(journal: Journal) -> None:
    journal.save_debrief(debrief("Northwind", met=(DANA,)))
    told: list[int] = []
    given = [debrief("Northwind", number=2, met=(replace(DANA, phone="1"),))]
    given += [debrief(f"Employer {n % 50}", met=(SAM,)) for n in range(250)]
    saved = journal.save_debriefs(given, told.append)
    assert told == [100, 200, 251]
    assert len({s.change_id for s in saved}) == 1
    found = {h.opportunity.employer: h for h in journal.histories()}
    assert len(found) == 51
    assert all(len(h.interviews) == 5 for name, h in found.items() if name != "Northwind")
    assert (found["Northwind"].people[0].phone, len(found["Northwind"].interviews)) == ("1", 2)
    assert journal.undo() == "import of 251 interviews"
    assert [h.people[0].phone for h in journal.histories()] == [""]


def test_one_wrong_among_many_saves_none(journal: Journal) -> None:
    with pytest.raises(NotFound):
        journal.save_debriefs([debrief(), debrief(opportunity_id=99)])
    assert journal.histories() == ()


def test_a_later_record_of_an_import_fills_in_an_earlier_one(journal: Journal) -> None:
    given = Opportunity(employer="Northwind", region="CA-ON", closed_days=(DAY,))
    journal.save_debriefs([debrief(role=""), debrief(opportunity=given), debrief(role="Dev")])
    (history,) = journal.histories()
    assert (history.opportunity.region, history.opportunity.role) == ("CA-ON", "Dev")
    assert history.opportunity.closed_days == (DAY,)


def test_what_is_known_comes_once_and_the_newest_first(journal: Journal) -> None:
    journal.save_debrief(
        debrief(opportunity=Opportunity(employer="Northwind", role="Dev", region="CA-ON"), met=(DANA,))
    )
    journal.save_debrief(debrief("Fabrikam", "", met=(SAM,)))
    journal.save_debrief(debrief("", "Dev", met=(Person(name="Ana"),)))
    journal.save_debrief(debrief("NORTHWIND", "Lead", met=(replace(DANA, title="CEO"),)))
    known = journal.known()
    assert known.employers == (
        KnownEmployer("NORTHWIND", ("Lead", "Dev"), "CA-ON", ""),
        KnownEmployer("Fabrikam"),
    )
    assert known.people[0] == KnownPerson("Dana Lee", "Dana", "CEO", DANA.email, "", "NORTHWIND")
    assert [person.name for person in known.people].count("Sam Roy") == 1


def test_the_last_round_of_what_is_still_open_is_known(journal: Journal) -> None:
    first = journal.save_debrief(debrief("Northwind", "Dev", number=1))
    journal.save_debrief(debrief("Northwind", "Dev", number=3))
    journal.save_debrief(debrief("Northwind", "Lead", number=2))
    assert journal.known().rounds == (KnownRound("northwind", "lead", 2), KnownRound("northwind", "dev", 3))
    journal.set_outcome(first.opportunity_id, Outcome.REJECTED, DAY)
    assert journal.known().rounds == (KnownRound("northwind", "lead", 2),)


def test_a_setting_is_kept_and_is_no_step_of_undo(journal: Journal, path: Path) -> None:
    journal.save_debrief(debrief())
    journal.set_setting("region", "CA-ON")
    journal.set_setting("region", "DE-BY")
    assert Journal.open(path).settings() == {"region": "DE-BY"}
    assert [(c.label, c.state) for c in journal.changes()][:2] == [("setting region", "kept")] * 2
    assert journal.undo() == "interview with Northwind"
    journal.set_setting("region", "FR")
    assert journal.redo() == "interview with Northwind"
    assert journal.settings() == {"region": "FR"}


def test_the_stamp_differs_after_every_change_by_anybody(journal: Journal, path: Path) -> None:
    other = Journal.open(path)
    stamps = [journal.stamp()]
    for number in range(10):
        (journal, other)[number % 2].set_setting("n", str(number % 10))
        stamps.append(journal.stamp())
    assert len(set(stamps)) == 11
    before = journal.stamp()
    journal.histories()
    assert journal.stamp() == before
