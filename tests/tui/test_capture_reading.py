"""What Capture says while one types: the reading of their words, the people, the moment, what completes."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.facts import Debrief, Interview, Moment, Opportunity, Person
from app.domain.promise import ReadingKind
from app.storage.journal import Journal
from app.tui.widgets.field import LineInput
from tests.tui.capture_page import (
    FULL,
    NOW,
    SIZES,
    fill,
    foot,
    opened,
    page,
    screen_of,
    settled,
    value,
    with_region,
    write,
)

both_sizes = pytest.mark.parametrize("size", SIZES)


def remember(
    journal: Journal, employer: str, role: str = "", *, number: int = 1, met: tuple[Person, ...] = ()
) -> None:
    journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer=employer, role=role),
            interview=Interview(start=Moment(NOW.date()), number=number, met=met),
        )
    )


@both_sizes
async def test_their_words_are_read_with_the_rule_and_the_days_that_follow(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await fill(pilot, **{name: FULL[name] for name in ("company", "when", "met")})
        await write(pilot, "said", "by the end of next week")
        await settled(pilot)
        assert "reply by Fri 4 Dec   follow up Mon 7 Dec   move on Mon 4 Jan" in page(app)
        assert foot(app).startswith("“By the end of next week” is Fri 4 Dec")
        assert "You follow up on the first business day after it." in foot(app)


@both_sizes
async def test_words_that_cannot_be_read_say_what_then_holds(tmp_path: Path, size: tuple[int, int]) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await fill(pilot, company="Northwind")
        await write(pilot, "said", "within the blarg of weeks")
        await settled(pilot)
        assert foot(app) == (
            "I cannot read a date in this. It counts as no date: follow up Mon 7 Dec. Add one if you know it."
        )
        assert "no date   follow up Mon 7 Dec" in page(app)


@both_sizes
async def test_a_reading_to_confirm_offers_the_other_day_on_one_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await fill(pilot, company="Northwind")
        await write(pilot, "said", "next Friday")
        await settled(pilot)
        assert "reply by Fri 4 Dec?" in page(app)
        assert "enter takes it. ^y takes Fri 27 Nov." in foot(app)
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert "reply by Fri 27 Nov   follow up" in page(app)
        promise = (await screen_of(app).saver._read()).debrief.interview.promise
        assert promise is not None
        assert (promise.words, promise.kind, promise.confirmed) == ("next Friday", ReadingKind.DEADLINE, True)
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert "reply by Fri 4 Dec   follow up" in page(app), "the same key takes the first day again"


async def test_at_rest_a_takes_the_other_day(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, company="Northwind", said="next Friday")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert "Fri 4 Dec? enter takes it. ^y takes Fri 27 Nov." in foot(app)
        await pilot.press("a")
        await settled(pilot)
        assert "reply by Fri 27 Nov" in page(app)


async def test_enter_takes_the_day_that_is_asked_and_goes_on(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await write(pilot, "said", "next Friday")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert screen_of(app).field == "next"
        promise = (await screen_of(app).saver._read()).debrief.interview.promise
        assert promise is not None
        assert (str(promise.day), promise.confirmed) == ("2026-12-04", True)


async def test_a_day_written_behind_their_words_holds_and_the_words_are_kept(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, company="Northwind", said="when the board has met = 2 Dec")
        await settled(pilot)
        promise = (await screen_of(app).saver._read()).debrief.interview.promise
        assert promise is not None
        assert (promise.words, str(promise.day)) == ("when the board has met", "2026-12-02")
        assert "reply by Wed 2 Dec" in page(app)


@pytest.mark.parametrize(
    ("company", "met", "said", "by"),
    [
        ("Northwind", "Dana Lee, CTO; Sam Roy", "by Friday", "Dana Lee"),
        ("Northwind", "Dana Lee, CTO; Sam Roy", "Sam: by Friday", "Sam Roy"),
        ("Northwind", "Dana Lee, CTO", "HR: by Friday", "HR"),
        ("?, via Jo Varga", "", "by Friday", "Jo Varga"),
        ("Northwind", "", "by Friday", ""),
    ],
)
async def test_who_said_it_is_the_first_met_unless_the_words_or_nobody_say_otherwise(
    tmp_path: Path, company: str, met: str, said: str, by: str
) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, company=company, met=met, said=said)
        promise = (await screen_of(app).saver._read()).debrief.interview.promise
        assert promise is not None
        assert (promise.said_by, promise.words) == (by, "by Friday")


async def test_the_foot_shows_how_a_note_will_greet_and_how_to_change_it(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await write(pilot, "met", "Dana Lee, CTO; Sam Roy = Samuel")
        await settled(pilot)
        assert "Dana Lee (Dana), CTO · Sam Roy (Samuel)" in foot(app)
        assert "changes how a note greets her" in foot(app)


async def test_a_moment_is_told_back_in_full_and_by_the_clock_over_there(tmp_path: Path) -> None:
    with_region(tmp_path, "US-HI")
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        await write(pilot, "when", " 01:00 for 45 min")
        await settled(pilot)
        assert foot(app) == "Mon 23 Nov 01:00, 45 minutes. Where they are it was Sun 22, 14:00."


async def test_employer_role_and_people_complete_from_what_is_known(tmp_path: Path) -> None:
    journal = with_region(tmp_path)
    dana = Person(name="Dana Lee", title="CTO", email="dana@northwind.example", greeting="Dana")
    remember(journal, "Northwind", "Platform engineer", met=(dana,))
    remember(journal, "Norrland", "Platform lead", met=(Person(name="Dana Berg"),))
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"northw", "tab")
        assert (value(app, "company"), screen_of(app).field) == ("Northwind", "company")
        await pilot.press("tab", *"pl", "right")
        assert value(app, "role") == "Platform engineer"
        await write(pilot, "met", "Sam Roy; da")
        await pilot.press("tab")
        assert value(app, "met") == "Sam Roy; Dana Lee, CTO, dana@northwind.example"
        await pilot.press("tab")
        assert screen_of(app).field == "said", "with nothing to take, tab goes on"


async def test_the_round_is_the_next_one_unless_typed(tmp_path: Path) -> None:
    remember(with_region(tmp_path), "Northwind", "Dev", number=2)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press(*"northwind")
        assert screen_of(app).query_one("#round", LineInput).placeholder == "3"
        assert (await screen_of(app).saver._read()).debrief.interview.number == 3
        await fill(pilot, round="5")
        assert (await screen_of(app).saver._read()).debrief.interview.number == 5


async def test_a_suggestion_that_comes_late_disturbs_nothing_typed(tmp_path: Path) -> None:
    remember(with_region(tmp_path), "Northwind", "Dev", number=2)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press(*"Northwind", "tab", *"Dev")
        await fill(pilot, round="7")
        await settled(pilot)
        assert [value(app, name) for name in ("company", "role", "round")] == ["Northwind", "Dev", "7"]
        assert screen_of(app).field == "role"
