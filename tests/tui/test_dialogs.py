"""The dialogs, as a person meets them: a word from them, a message sent, an outcome."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.dueness import Place
from app.domain.facts import Message, MessageKind, Outcome, Way, Word, WordKind
from app.tui.dialogs.dialog import Dialog
from app.tui.dialogs.outcome import OutcomeChoice, OutcomeDialog
from app.tui.dialogs.sent import SentDialog, WordCame
from app.tui.dialogs.word import WordDialog
from app.tui.widgets.field import LineInput
from tests.tui.dialog_facts import HOSTILE, asked, follow_up, history
from tests.tui.pages import LARGE, SMALL, screen_text, settled

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
TODAY = date(2026, 11, 23)


def word(place: Place) -> WordDialog:
    return WordDialog(history(), place)


def sent(place: Place, kind: MessageKind = MessageKind.FOLLOW_UP) -> SentDialog:
    return SentDialog(history(), kind, ("Dana Lee",), place)


def outcome(place: Place) -> OutcomeDialog:
    return OutcomeDialog(history(), place)


# -- a word from them ------------------------------------------------------------------------------------------


@SIZES
async def test_a_word_is_logged_with_what_they_promised(tmp_path: Path, size: tuple[int, int]) -> None:
    async with asked(tmp_path, word, size=size) as there:
        assert there.field == "when"
        await there.fill("gist", "they still talk")
        await there.fill("said", "you hear from us by Friday")
        assert "reply by Fri 27 Nov   follow up Mon 30 Nov" in screen_text(there.app)
        await there.keys("ctrl+s")
    (given,) = there.given
    assert isinstance(given, Word)
    assert (given.moment.day, given.sender, given.gist, given.kind) == (
        TODAY,
        "Sam Roy",
        "they still talk",
        WordKind.REPLY,
    )
    assert given.promise
    assert (given.promise.day, given.promise.said_on, given.promise.said_by) == (
        date(2026, 11, 27),
        TODAY,
        "Sam Roy",
    )


async def test_a_word_without_a_promise_shows_the_days_that_then_hold(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        assert "no date   follow up Mon 7 Dec   move on Wed 23 Dec" in screen_text(there.app)
        await there.fill("when", "20 Nov")
        assert "follow up Fri 4 Dec" in screen_text(there.app)


async def test_ctrl_y_takes_the_other_reading_of_their_words(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.fill("said", "next Friday")
        assert "reply by Fri 4 Dec?" in screen_text(there.app)
        assert "^y Other reading" in screen_text(there.app)
        await there.keys("ctrl+y")
        assert "reply by Fri 27 Nov " in screen_text(there.app)
        await there.keys("ctrl+s")
    (given,) = there.given
    assert isinstance(given, Word)
    assert given.promise
    assert (given.promise.words, given.promise.day, given.promise.confirmed) == (
        "next Friday",
        date(2026, 11, 27),
        True,
    )


async def test_enter_takes_a_reading_that_waits_for_an_answer_and_then_saves(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.fill("said", "next Friday")
        await there.keys("enter")
        assert there.open_now
        await there.keys("enter")
    (given,) = there.given
    assert isinstance(given, Word)
    assert given.promise
    assert (given.promise.day, given.promise.confirmed) == (date(2026, 12, 4), True)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("o", WordKind.OFFER), ("a", WordKind.AUTOMATIC), ("n", WordKind.NO_NEWS), ("Reply", WordKind.REPLY)],
)
async def test_the_kind_of_word_is_named_by_its_beginning(tmp_path: Path, typed: str, kind: WordKind) -> None:
    async with asked(tmp_path, word) as there:
        await there.fill("kind", typed)
        await there.fill("way", "c")
        await there.fill("sender", "Dana")
        await there.keys("ctrl+s")
    (given,) = there.given
    assert isinstance(given, Word)
    assert (given.kind, given.way, given.sender) == (kind, Way.CALL, "Dana Lee")


async def test_an_automatic_answer_is_said_to_move_no_day(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.fill("kind", "automatic")
        assert "the days stay as they are" in screen_text(there.app)


async def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.fill("gist", "they wrote")
        await there.fill("when", "next year")
        await there.fill("said", "soon")
        await there.keys("ctrl+s")
        assert there.open_now
        assert there.field == "when"
        assert there.app.screen.query_one("#field-when").has_class("-fault")
        assert "they wrote" in screen_text(there.app)
        await there.fill("when", "yesterday")
        assert not there.app.screen.query(".-fault")
        await there.keys("ctrl+s")
    (given,) = there.given
    assert isinstance(given, Word)
    assert (given.gist, given.moment.day) == ("they wrote", date(2026, 11, 22))


async def test_typing_replaces_what_the_program_put_into_a_field(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.type("yesterday")
        await there.keys("tab")
        await there.type("letter")
        await there.keys("ctrl+s")
    (given,) = there.given
    assert isinstance(given, Word)
    assert (given.moment.day, given.way) == (date(2026, 11, 22), Way.LETTER)


async def test_no_reading_stands_beside_a_day_that_cannot_be_read(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        assert "follow up Mon 7 Dec" in screen_text(there.app)
        await there.type("someday")
        assert "follow up" not in screen_text(there.app)


async def test_the_last_key_before_saving_counts(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.fill("gist", "")
        await there.keys(*"abc", "ctrl+s")
    (given,) = there.given
    assert isinstance(given, Word)
    assert given.gist == "abc"


# -- text that is not saved --------------------------------------------------------------------------------------


async def test_text_left_with_esc_is_there_when_the_dialog_is_opened_again(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.fill("gist", "half a thought")
        await there.keys("escape")
        assert there.given == [None]
        await there.open(word)
        assert "half a thought" in screen_text(there.app)
        assert "What you typed before is back." in screen_text(there.app)


async def test_text_that_turned_into_a_fact_does_not_come_back(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.fill("gist", "they wrote")
        await there.keys("ctrl+s")
        (given,) = there.given
        assert isinstance(given, Word)
        await there.open(word)  # the facts are as before: it could not be stored
        assert "they wrote" in screen_text(there.app)
        await there.keys("escape")
        stored = follow_up(TODAY)
        await there.open(lambda place: WordDialog(history(messages=(stored,)), place))
        assert "they wrote" not in screen_text(there.app)


async def test_an_untouched_dialog_begins_anew(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.keys("escape")
        await there.open(word)
        assert "is back" not in screen_text(there.app)


# -- a message that went out ---------------------------------------------------------------------------------------


@SIZES
async def test_a_follow_up_is_marked_sent_now_to_whom_the_plan_names(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with asked(tmp_path, sent, size=size) as there:
        assert "Any word from them since Thu 12 Nov? ^r logs it." in screen_text(there.app)
        await there.keys("ctrl+s")
        now = there.app.clock()
    (given,) = there.given
    assert isinstance(given, Message)
    assert given.sent
    assert (given.kind, given.to, given.way, given.sent.at, given.reason) == (
        MessageKind.FOLLOW_UP,
        ("Dana Lee",),
        Way.MAIL,
        now,
        "",
    )


async def test_a_word_that_came_meanwhile_is_logged_instead(tmp_path: Path) -> None:
    async with asked(tmp_path, sent) as there:
        await there.keys("ctrl+r")
    assert there.given == [WordCame()]


async def test_a_follow_up_that_comes_too_early_asks_for_a_reason_and_keeps_it(tmp_path: Path) -> None:
    async with asked(tmp_path, sent) as there:
        await there.fill("when", "16 Nov")
        assert "They have until Wed 18 Nov." in screen_text(there.app)
        await there.keys("ctrl+s")
        assert there.open_now
        assert there.field == "reason"
        assert "Why all the same?" in screen_text(there.app)
        await there.type("another offer")
        await there.keys("enter")
    (given,) = there.given
    assert isinstance(given, Message)
    assert (given.reason, given.sent and given.sent.day) == ("another offer", date(2026, 11, 16))


async def test_a_third_follow_up_asks_for_a_reason(tmp_path: Path) -> None:
    before = follow_up(date(2026, 11, 19)), follow_up(date(2026, 11, 20))

    def third(place: Place) -> SentDialog:
        return SentDialog(history(messages=before), MessageKind.FOLLOW_UP, ("Sam Roy",), place)

    async with asked(tmp_path, third) as there:
        assert "You followed up on Thu 19 Nov and Fri 20 Nov" in screen_text(there.app)
        await there.keys("ctrl+s")
        assert there.field == "reason"


async def test_a_thank_you_in_time_asks_nothing_and_knows_its_round(tmp_path: Path) -> None:
    async with asked(tmp_path, lambda place: sent(place, MessageKind.THANK_YOU)) as there:
        assert "Any word" not in screen_text(there.app)
        await there.fill("to", "Dr. Lee and sam")
        await there.fill("when", "13 Nov 9:00")
        await there.keys("ctrl+r", "ctrl+s")
    (given,) = there.given
    assert isinstance(given, Message)
    assert (given.to, given.interview_id) == (("Dana Lee", "Sam Roy"), 5)


async def test_names_complete_and_an_unknown_one_is_kept_and_said(tmp_path: Path) -> None:
    async with asked(tmp_path, sent) as there:
        await there.fill("to", "Dana Lee, ")
        await there.type("Sa")
        await there.keys("tab")
        assert there.app.screen.query_one("#to", LineInput).value == "Dana Lee, Sam Roy"
        await there.fill("to", "Ines")
        assert "You have not met Ines here." in screen_text(there.app)
        await there.keys("ctrl+s")
    (given,) = there.given
    assert isinstance(given, Message)
    assert given.to == ("Ines",)


# -- an outcome ----------------------------------------------------------------------------------------------------


@SIZES
async def test_an_outcome_is_chosen_with_the_arrows_and_enter(tmp_path: Path, size: tuple[int, int]) -> None:
    async with asked(tmp_path, outcome, size=size) as there:
        assert there.field == "choices"
        await there.keys("down", "down", "down", "enter")
        assert there.field == "when"
        await there.fill("when", "yesterday")
        await there.keys("enter")
        await there.type("by mail")
        await there.keys("enter")
    assert there.given == [OutcomeChoice(date(2026, 11, 22), Outcome.REJECTED, note="by mail")]


async def test_an_offer_is_no_outcome(tmp_path: Path) -> None:
    async with asked(tmp_path, outcome) as there:
        assert "open again" not in screen_text(there.app)
        await there.keys("ctrl+s")
    assert there.given == [OutcomeChoice(TODAY, offer=True)]


async def test_what_has_ended_can_be_opened_again(tmp_path: Path) -> None:
    def ended(place: Place) -> OutcomeDialog:
        known = history(outcome=Outcome.MOVED_ON, ended_on=date(2026, 11, 20))
        return OutcomeDialog(known, place)

    async with asked(tmp_path, ended) as there:
        assert "Until now: moved on, Fri 20 Nov." in screen_text(there.app)
        await there.keys("down", "ctrl+s")
    assert there.given == [OutcomeChoice(TODAY)]


async def test_a_choice_left_with_esc_stands_there_again(tmp_path: Path) -> None:
    async with asked(tmp_path, outcome) as there:
        await there.keys("j", "j", "escape")
        await there.open(outcome)
        await there.keys("ctrl+s")
    assert there.given == [None, OutcomeChoice(TODAY, Outcome.DECLINED)]


# -- all of them -----------------------------------------------------------------------------------------------------

EACH = pytest.mark.parametrize("make", [word, sent, outcome], ids=["word", "sent", "outcome"])


@EACH
async def test_any_window_from_20_by_5_up_shows_a_dialog(tmp_path: Path, make: Any) -> None:
    async with asked(tmp_path, make) as there:
        for size in ((20, 5), (33, 9), (59, 16), (80, 24), (200, 60), (20, 60), (200, 5)):
            await there.pilot.resize_terminal(*size)
            await there.keys("tab")
            assert there.open_now


@EACH
async def test_tab_and_shift_tab_go_round_the_fields(tmp_path: Path, make: Any) -> None:
    async with asked(tmp_path, make) as there:
        first = there.field
        await there.keys("shift+tab")
        assert there.field != first
        await there.keys("tab")
        assert there.field == first


async def test_hostile_text_stays_text_in_every_dialog(tmp_path: Path) -> None:
    known = history(employer=HOSTILE)
    dialogs: list[Any] = [
        lambda place: WordDialog(known, place),
        lambda place: SentDialog(known, MessageKind.FOLLOW_UP, (HOSTILE,), place),
        lambda place: OutcomeDialog(known, place),
    ]
    async with asked(tmp_path, dialogs[0]) as there:
        for make in dialogs[1:]:
            await _fill_all(there)
            text = screen_text(there.app)
            assert "[bold]x[/]" in text
            assert not any(bad in text for bad in "\x1b\x9b\u202e")
            await there.keys("ctrl+s")
            if there.open_now:
                await there.keys("escape")
            await there.open(make)
        await _fill_all(there)
        assert "[bold]x[/]" in screen_text(there.app)


async def _fill_all(there: Any) -> None:
    screen = there.app.screen
    assert isinstance(screen, Dialog)
    for line in screen.query("LineInput"):
        await there.fill(line.id, HOSTILE)
    await settled(there.pilot)


async def test_the_keys_of_a_dialog_are_shown_by_its_help(tmp_path: Path) -> None:
    async with asked(tmp_path, word) as there:
        await there.keys("f1")
        assert "While writing" in screen_text(there.app)
        assert "other reading" in screen_text(there.app)
        await there.keys("escape")
        assert there.open_now
