"""What is done from a row: each one dialog, one transaction, one undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pages import LARGE, NOW, SMALL, journal_at, place_for, press, running, screen_text, settled, toasts

from app.domain.facts import Debrief, Interview, MessageKind, Moment, Opportunity, Outcome, Person, WordKind
from app.tui.screens.capture import CaptureScreen
from app.tui.screens.timeline import TimelineScreen

TODAY = NOW.date()
SIZES = [SMALL, LARGE]


@pytest.fixture
def where(tmp_path):
    """One interview of 17 days ago, quiet since, whose thank-you is overtaken by the follow-up due."""
    where = place_for(tmp_path)
    journal = journal_at(where)
    journal.set_setting("region", "DE-BE")
    interview = Interview(start=Moment(TODAY - timedelta(17)), met=(Person(name="Tom Reyes"),))
    journal.save_debrief(
        Debrief(opportunity=Opportunity(employer="Brightwater", role="Engineer"), interview=interview)
    )
    return where


def stored(where):
    """What another program finds in the journal."""
    return journal_at(where).histories()[0]


async def typed(pilot, text):
    """Type into whatever has the cursor."""
    for char in text:
        await pilot.press("space" if char == " " else char)
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_a_word_with_its_promise_is_logged_and_undone(where, size):
    async with running(where, size=size) as (app, pilot):
        await press(pilot, "r")
        app.screen.query_one("#said").focus()
        await typed(pilot, "by Friday")
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert isinstance(app.screen, TimelineScreen)
        word = stored(where).words[0]
        assert (word.kind, word.moment.day, word.promise.words) == (WordKind.REPLY, TODAY, "by Friday")
        assert word.promise.day == TODAY + timedelta(4)
        assert "Mon 30 Nov" in screen_text(app)
        await press(pilot, "u")
        assert stored(where).words == ()


@pytest.mark.parametrize("size", SIZES)
async def test_the_message_of_the_row_is_marked_sent_and_the_plan_follows(where, size):
    async with running(where, size=size) as (app, pilot):
        assert "Follow up with Tom Reyes" in screen_text(app)
        await press(pilot, "s")
        await press(pilot, "ctrl+s")
        await settled(pilot)
        message = stored(where).messages[0]
        assert (message.kind, message.to, message.sent.day) == (MessageKind.FOLLOW_UP, ("Tom Reyes",), TODAY)
        assert not app.screen.entries.due
        await press(pilot, "u")
        assert stored(where).messages == ()
        assert app.screen.entries.due


@pytest.mark.parametrize("size", SIZES)
async def test_an_outcome_ends_it_and_undo_opens_it_again(where, size):
    async with running(where, size=size) as (app, pilot):
        await press(pilot, "o")
        await press(pilot, "down", "down", "down")
        await press(pilot, "ctrl+s")
        await settled(pilot)
        outcome = stored(where).opportunity.outcome
        assert outcome in set(Outcome)
        assert not app.screen.entries.due
        await press(pilot, "u")
        assert stored(where).opportunity.outcome is None


async def test_esc_leaves_a_dialog_and_keeps_nothing(where):
    async with running(where) as (app, pilot):
        await press(pilot, "r")
        await press(pilot, "escape")
        if not isinstance(app.screen, TimelineScreen):
            await press(pilot, "escape")
        assert isinstance(app.screen, TimelineScreen)
        assert stored(where).words == ()


@pytest.mark.parametrize("size", SIZES)
async def test_the_debrief_is_edited_in_capture(where, size):
    async with running(where, size=size) as (app, pilot):
        await press(pilot, "e")
        await settled(pilot)
        assert isinstance(app.screen, CaptureScreen)
        assert app.screen.query_one("#company").value == "Brightwater"


async def test_the_region_of_one_employer_is_set_and_undone(where):
    async with running(where) as (app, pilot):
        await press(pilot, "R")
        line = app.screen.query_one("#region")
        line.value = "CA-ON"
        await press(pilot, "enter")
        await settled(pilot)
        assert stored(where).opportunity.region == "CA-ON"
        await press(pilot, "u")
        assert stored(where).opportunity.region == ""


async def test_a_row_without_a_message_says_which_keys_do(where):
    async with running(where) as (app, pilot):
        await press(pilot, "G")
        await press(pilot, "s")
        assert any("asks for no message" in told for told in toasts(app))
