"""What can be done with an opportunity from a row or from its own page: each one dialog, one transaction, one undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from app.domain.facts import History, MessageKind
from app.domain.plan.steps import Step, StepKind

if TYPE_CHECKING:
    from app.domain.timeline import Entry
    from app.storage.journal import Journal
    from app.storage.values import Saved
    from app.tui.application import Afterword

_MESSAGES = {StepKind.THANK_YOU: MessageKind.THANK_YOU, StepKind.FOLLOW_UP: MessageKind.FOLLOW_UP}


class Deeds:
    """Mixed into a page that has an opportunity under its cursor (`chosen`)."""

    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        raise NotImplementedError  # each page has its own cursor

    @property
    def _app(self) -> Afterword:
        return cast("Afterword", cast("Screen[None]", self).app)

    def _history(self) -> History | None:
        entry = self.chosen()
        return entry.outlook.history if entry else None

    # -- messages ---------------------------------------------------------------------------------------------

    def action_thank_you(self) -> None:
        """Mark a thank-you sent."""
        self._mark_sent(MessageKind.THANK_YOU)

    def action_follow_up(self) -> None:
        """Mark a follow-up sent."""
        self._mark_sent(MessageKind.FOLLOW_UP)

    def action_sent(self) -> None:
        """Mark the message of this row sent."""
        entry = self.chosen()
        kind = _MESSAGES.get(entry.step.kind) if entry and entry.step else None
        if kind is None:
            self._app.tell("This row asks for no message. t marks a thank-you sent, f a follow-up.")
        else:
            self._mark_sent(kind)

    def _mark_sent(self, kind: MessageKind) -> None:
        entry = self.chosen()
        if entry is not None:
            step = (
                entry.step if entry.step and _MESSAGES.get(entry.step.kind) is kind else _step_of(entry, kind)
            )
            self._app.run_worker(
                self._sending(entry.outlook.history, kind, step), exit_on_error=False, group="dialog"
            )

    async def _sending(self, history: History, kind: MessageKind, step: Step | None) -> None:
        from dataclasses import replace

        from app.domain.contacts import touches_elsewhere
        from app.domain.facts import Message
        from app.tui.dialogs.sent import SentDialog

        app = self._app
        to = step.to if step else ()
        elsewhere = await app.desk.compute(lambda: touches_elsewhere(history, app.outlooks.all))
        answer = await app.push_screen_wait(SentDialog(history, kind, to, app.place(), elsewhere=elsewhere))
        if answer is None:
            return
        if not isinstance(answer, Message):
            await self._word(history)
            return
        message = replace(answer, interview_id=step.interview_id if step else answer.interview_id)
        await self._save(lambda journal: journal.add_message(history.opportunity.id, message))

    # -- words and outcomes -------------------------------------------------------------------------------------

    def action_reply(self) -> None:
        """Log a word from them."""
        history = self._history()
        if history is not None:
            self._app.run_worker(self._word(history), exit_on_error=False, group="dialog")

    async def _word(self, history: History) -> None:
        from app.tui.dialogs.word import WordDialog

        app = self._app
        word = await app.push_screen_wait(WordDialog(history, app.place()))
        if word is not None:
            await self._save(lambda journal: journal.add_word(history.opportunity.id, word))

    def action_outcome(self) -> None:
        """Say how it ended, or that they made an offer."""
        history = self._history()
        if history is not None:
            self._app.run_worker(self._ending(history), exit_on_error=False, group="dialog")

    async def _ending(self, history: History) -> None:
        from app.domain.facts import Moment, Word, WordKind
        from app.tui.dialogs.outcome import OutcomeDialog

        app = self._app
        choice = await app.push_screen_wait(OutcomeDialog(history, app.place()))
        if choice is None:
            return
        number = history.opportunity.id
        if choice.offer:
            word = Word(moment=Moment(choice.on), kind=WordKind.OFFER, gist=choice.note)
            await self._save(lambda journal: journal.add_word(number, word))
        else:
            await self._save(
                lambda journal: journal.set_outcome(number, choice.outcome, choice.on, choice.note)
            )

    # -- edit, undo -----------------------------------------------------------------------------------------------

    async def action_edit(self) -> None:
        """Edit the debrief of this row in Capture: of its interview, else of the latest one."""
        entry = self.chosen()
        interview = _interview_of(entry) if entry else 0
        if interview:
            await self._app.edit_debrief(interview)
        elif entry:
            self._app.tell("There is no debrief here yet.")

    def action_region(self) -> None:
        """Say where this employer is."""
        history = self._history()
        if history is not None:
            self._app.run_worker(self._placing(history), exit_on_error=False, group="dialog")

    async def _placing(self, history: History) -> None:
        from dataclasses import replace

        from app.tui.screens.region import RegionScreen

        app, opportunity = self._app, history.opportunity
        present = opportunity.region or app.region
        region = await app.push_screen_wait(RegionScreen(employer=opportunity.employer, present=present))
        if region is not None and region != present:
            await self._save(lambda journal: journal.edit_opportunity(replace(opportunity, region=region)))

    async def action_undo(self) -> None:
        """Undo the last change."""
        await self._turn_back(
            lambda journal: journal.undo(), "Undone: {}. U does it again.", "Nothing to undo."
        )

    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self._turn_back(lambda journal: journal.redo(), "Done again: {}.", "Nothing to do again.")

    async def _turn_back(self, work: Callable[[Journal], str | None], told: str, nothing: str) -> None:
        from app.errors import AfterwordError

        app = self._app
        try:
            label = await app.desk.run(work)
        except AfterwordError as error:
            app.tell(str(error), severity="error")
            return
        app.tell(told.format(label) if label else nothing)
        if label:
            app.facts_changed()

    async def _save(self, work: Callable[[Journal], Saved]) -> None:
        saved = await self._app.on_journal(work, changes=True)
        if saved is not None:
            self._app.tell(f"Kept: {saved.label}. u undoes it.")


def _step_of(entry: Entry, kind: MessageKind) -> Step | None:
    """The first open step of the opportunity that such a message answers."""
    return next((step for step in entry.outlook.steps if _MESSAGES.get(step.kind) is kind), None)


def _interview_of(entry: Entry) -> int:
    from app.domain.facts import Interview

    if isinstance(entry.fact, Interview):
        return entry.fact.id
    if entry.step and entry.step.interview_id:
        return entry.step.interview_id
    interviews = entry.outlook.history.interviews
    return interviews[-1].id if interviews else 0
