"""Saving: one key, one transaction, nothing lost where it fails."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from app.domain.facts import InterviewState, Person, PointKind
from app.domain.promise import ReadingKind
from app.tui.screens.region import RegionScreen
from app.tui.screens.timeline import TimelineScreen
from app.tui.widgets.field import LineInput
from tests.tui.capture_page import (
    FULL,
    NOW,
    SIZES,
    Hands,
    fill,
    foot,
    journal_of,
    kept,
    opened,
    page,
    screen_of,
    settled,
    toasts,
    until,
    value,
    with_region,
    write,
)

both_sizes = pytest.mark.parametrize("size", SIZES)


def drafts_in(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "journal.db.drafts").glob("*.json"))


@both_sizes
async def test_a_whole_debrief_is_saved_with_one_key_and_told_with_what_is_due_first(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await fill(pilot, **(FULL | {"round": "2"}))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        assert toasts(app) == ["Kept: Northwind, round 2. First due: thank-you to Dana Lee by Tue 15:00."]
        await settled(pilot)
    (history,) = journal_of(tmp_path).histories()
    (interview,) = history.interviews
    assert (history.opportunity.employer, history.opportunity.role) == ("Northwind", "Platform engineer")
    assert (interview.number, interview.how, interview.minutes) == (2, "video", 60)
    assert interview.next_step == "panel with the team"
    assert [person.name for person in interview.met] == ["Dana Lee", "Sam Roy"]
    assert interview.promise is not None
    assert (interview.promise.said_by, interview.promise.kind) == ("Dana Lee", ReadingKind.DEADLINE)
    points = {(point.kind, point.text, point.about, point.helps) for point in interview.points}
    assert (PointKind.STOOD_OUT, "runs a half marathon on Sunday", "Dana Lee", True) in points
    assert (PointKind.FORGOT_TO_MENTION, "The on-call rota I built at Lumen", "", True) in points
    assert (PointKind.FORGOT_TO_MENTION, "I speak some Danish", "", False) in points
    assert drafts_in(tmp_path) == [], "the draft goes once its text is in the journal"


async def test_company_and_day_are_enough(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press(*"Northwind", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    (history,) = journal_of(tmp_path).histories()
    assert history.opportunity.employer == "Northwind"
    assert history.interviews[0].start.day == NOW.date()


async def test_an_employer_may_be_not_known_yet_through_an_agency(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press(*"?, via Jo Varga")
        await settled(pilot)
        assert foot(app).startswith("Not known yet, through Jo Varga.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        assert toasts(app)[0].startswith("Kept: employer not known yet, round 1.")
        await settled(pilot)
    (history,) = journal_of(tmp_path).histories()
    assert (history.opportunity.employer, history.opportunity.recruiter) == ("", "Jo Varga")


async def test_the_key_pressed_twice_is_one_save(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, company="Northwind")
        screen = screen_of(app)
        screen.action_save()
        screen.action_save()
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
        assert len(toasts(app)) == 1
    (history,) = journal_of(tmp_path).histories()
    assert len(history.interviews) == 1


@both_sizes
@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("company", "", "Which company was it?"),
        ("when", "tomorrow 10:00", "still to come"),
        ("when", "blarg", "I cannot read “blarg”."),
        ("round", "two", "The round is a number: 1, 2, 3."),
        ("met", "Dana Lee, dana@northwind", "is no whole e-mail address"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    tmp_path: Path, size: tuple[int, int], field: str, text: str, told: str
) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await fill(pilot, **(FULL | {field: text}))
        screen_of(app).query_one("#next").focus()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen_of(app).field == field)
        await settled(pilot)
        assert told in foot(app)
        assert screen_of(app).query_one(f"#field-{field}").has_class("-fault")
        assert value(app, "said") == FULL["said"]
        await write(pilot, field, "1")
        await settled(pilot)
        assert not screen_of(app).query_one(f"#field-{field}").has_class("-fault"), (
            "typing takes the fault back"
        )
    assert journal_of(tmp_path).histories() == ()


@both_sizes
async def test_the_first_save_asks_the_region_once_and_enter_takes_the_guess(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"Northwind", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, RegionScreen) and app.screen.line.value == "DE")
        assert "Where are the employers you talk to?" in page(app)
        await until(pilot, lambda: "DE: Germany." in page(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
        app.action_page("capture")
        await settled(pilot)
        await pilot.press(*"Fabrikam", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    assert journal_of(tmp_path).settings()["region"] == "DE"
    assert len(journal_of(tmp_path).histories()) == 2


async def test_an_unknown_region_is_refused_with_the_nearest_known(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press(*"Northwind", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, RegionScreen) and app.screen.line.value == "DE")
        screen = app.screen
        assert isinstance(screen, RegionScreen)
        screen.line.value = "Ontario"
        await pilot.press("enter")
        answer = screen.query_one("#region-answer", Static)
        await until(pilot, lambda: "There is no region “Ontario”. Did you mean CA-ON" in str(answer.render()))
        assert screen.line.value == "CA-ON"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    assert journal_of(tmp_path).settings()["region"] == "CA-ON"


async def test_going_back_from_the_region_leaves_everything_as_it_was(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await pilot.press(*"Northwind", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, RegionScreen))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, RegionScreen))
        await settled(pilot)
        assert value(app, "company") == "Northwind"
        assert "Not saved yet. Your note is kept as a draft." in foot(app)
        assert len(drafts_in(tmp_path)) == 1
    assert journal_of(tmp_path).histories() == ()


async def test_a_save_before_the_journal_is_open_waits_for_it(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        screen_of(app).query_one("#company", LineInput).value = "Northwind"
        screen_of(app).action_save()
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    assert len(journal_of(tmp_path).histories()) == 1


async def test_a_journal_that_cannot_take_it_leaves_the_draft_and_says_so(tmp_path: Path) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        await fill(pilot, company="Northwind")
        other = sqlite3.connect(tmp_path / "journal.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        try:
            await pilot.press("ctrl+s")
            await until(pilot, lambda: foot(app).startswith("Not saved."))
        finally:
            other.execute("ROLLBACK")
            other.close()
        assert "kept as a draft" in foot(app)
        assert value(app, "company") == "Northwind"
        assert len(drafts_in(tmp_path)) == 1
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    assert len(journal_of(tmp_path).histories()) == 1


async def test_what_was_typed_as_today_is_that_day_also_after_midnight(tmp_path: Path) -> None:
    with_region(tmp_path)
    clock = Hands()
    app = opened(tmp_path, clock=clock)
    async with app.run_test() as pilot:
        await fill(pilot, company="Northwind", when="today 14:00")
        clock.now = NOW + timedelta(hours=10)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    (history,) = journal_of(tmp_path).histories()
    assert history.interviews[0].start.day == NOW.date()


@both_sizes
async def test_a_stored_debrief_is_edited_and_the_draft_in_hand_waits(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test(size=size) as pilot:
        await fill(pilot, **FULL)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
        (history,) = journal_of(tmp_path).histories()
        before = history.interviews[0]
        app.action_page("capture")
        await settled(pilot)
        await pilot.press(*"Fabrikam")
        await kept(pilot)
        await app.edit_debrief(before.id)
        await settled(pilot)
        for name in ("company", "role", "when", "said", "next", "went_well", "did_not_go_well"):
            assert value(app, name) == FULL[name], name
        assert foot(app).startswith("Editing Northwind, round 1.")
        await fill(pilot, went_well="Walked Dana through the Lumen move\nOne thing more")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
        app.action_page("capture")
        await until(pilot, lambda: value(app, "company") == "Fabrikam")
        await settled(pilot)
    (history,) = journal_of(tmp_path).histories()
    (after,) = history.interviews
    assert [point.text for point in after.points if point.kind is PointKind.WENT_WELL] == [
        "Walked Dana through the Lumen move",
        "One thing more",
    ]
    assert (after.id, after.start, after.promise, after.met) == (
        before.id,
        before.start,
        before.promise,
        before.met,
    )


async def test_a_planned_interview_written_down_was_held(tmp_path: Path) -> None:
    journal = with_region(tmp_path)
    from app.domain.facts import Debrief, Interview, Moment, Opportunity

    saved = journal.save_debrief(
        Debrief(
            opportunity=Opportunity(employer="Northwind"),
            interview=Interview(
                start=Moment(NOW.date()),
                number=2,
                state=InterviewState.PLANNED,
                captured=False,
                met=(Person(name="Ana"),),
            ),
        )
    )
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        await app.edit_debrief(saved.interview_id)
        await settled(pilot)
        await fill(pilot, said="by Friday")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    (history,) = journal_of(tmp_path).histories()
    (interview,) = history.interviews
    assert (interview.state, interview.captured, interview.number) == (InterviewState.HELD, True, 2)


async def test_an_edit_of_what_was_changed_meanwhile_keeps_both_until_the_person_decides(
    tmp_path: Path,
) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(pilot, **FULL)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
        other = journal_of(tmp_path)
        interview = other.histories()[0].interviews[0]
        await app.edit_debrief(interview.id)
        await settled(pilot)
        await fill(pilot, next="mine")
        other.edit_interview(replace(other.histories()[0].interviews[0], next_step="theirs"))
        await pilot.press("ctrl+s")
        await until(
            pilot, lambda: foot(app).startswith("Not saved: it was changed in another window meanwhile.")
        )
        assert value(app, "next") == "mine"
        assert other.histories()[0].interviews[0].next_step == "theirs"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    assert journal_of(tmp_path).histories()[0].interviews[0].next_step == "mine"


HOSTILE = (
    "[bold]x[/bold] [/] [@click=app.quit]y[/] $name",
    "\x1b[2J\x1b]0;t\x07 \x9b31m",
    "\u202eabc\u2066 \u200b\ufeff",
    "👩‍👩‍👧‍👦 é ﷽ " * 20,
    "x" * 10_000,
    "a\nb;c=d@e, <f@g.h> :\n@Dana + - ·",
)


@pytest.mark.parametrize("text", HOSTILE, ids=["markup", "escapes", "bidi", "emoji", "long", "signs"])
async def test_hostile_text_in_every_field_is_text(tmp_path: Path, text: str) -> None:
    with_region(tmp_path)
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await fill(
            pilot,
            **{name: text.replace("\n", " ") for name in ("company", "role", "how", "met", "said", "next")},
        )
        await fill(pilot, **dict.fromkeys(("went_well", "did_not_go_well", "stood_out", "forgot"), text))
        for name in FULL:
            screen_of(app).query_one(f"#{name}").focus()
            await settled(pilot)
            assert not {"\x1b", "\x9b", "\u202e", "\u2066"} & set(page(app))
        await fill(pilot, met="Dana Lee")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TimelineScreen))
        await settled(pilot)
    (history,) = journal_of(tmp_path).histories()
    assert len(history.interviews[0].points) == 4 * len(text.split("\n"))
