"""Which debrief is on the form: resuming, choosing among drafts, starting another, editing a stored one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import AfterwordError
from app.text import shown
from app.tui.capture import telling
from app.tui.capture.drafting import EDIT, DraftDesk

if TYPE_CHECKING:
    from app.tui.screens.capture import CaptureScreen


class Switching:
    """Puts another debrief on the form of `screen`; the one in hand waits as a draft, never lost."""

    def __init__(self, screen: CaptureScreen, drafts: DraftDesk) -> None:
        self._screen, self._drafts = screen, drafts
        self._thrown: list[str] = []
        self.look_again = False

    def resume(self, wanted: str) -> str:
        """Go on with the draft that waits, before the first frame: keys must not meet it late. What to say of it."""
        program = self._screen.program
        found = self._drafts.found(wanted)
        if found.draft is not None:
            self._screen.sheet.take(found.draft)
        return telling.at_the_start(found, program.clock(), first_run=program.first_run)

    async def shown_again(self) -> None:
        """The page is shown again: a card filled in meanwhile is gone on with, and after a save what waits."""
        program, wanted = self._screen.program, self._screen.program.next_draft
        program.next_draft = ""
        if wanted:
            await self.open(wanted)
        elif self.look_again and self._screen.sheet.pristine:
            self.look_again = False
            waiting = await self._drafts.waiting()
            if waiting and self._screen.sheet.pristine:
                await self.open(waiting[0].id)

    async def open(self, draft_id: str) -> None:
        """Go on with that draft."""
        draft = await self._drafts.open(draft_id)
        if draft is None:
            self._screen.notice(telling.ELSEWHERE)
            return
        self._screen.sheet.take(draft)
        if draft.meta.get("editing"):
            await self._reread_stored()
        self._screen.refill()
        self._screen.notice(telling.resumed(draft, self._screen.program.clock()))

    async def choose(self) -> None:
        """The drafts that wait: one is chosen, thrown away, or another started."""
        from app.tui.screens.drafts import DraftsScreen

        current = "" if self._screen.sheet.pristine else self._drafts.id
        choice = await self._screen.app.push_screen_wait(DraftsScreen(self._drafts, current))
        if choice is None:
            return
        self._thrown += choice.thrown
        if current in choice.thrown:
            self.begin()
        if choice.thrown and not choice.id:
            self._screen.notice("Thrown away. esc, then u, brings it back.")
        if choice.id:
            await self.open(choice.id)
        elif choice.new:
            await self.another()

    async def another(self) -> None:
        """Start another debrief."""
        sheet = self._screen.sheet
        waits = not sheet.pristine
        title = shown(sheet.texts["company"].strip()) or "the interview before"
        await self._drafts.flush()
        self.begin()
        self._screen.notice(f"A new note. The one on {title} waits: esc, then d." if waits else "")

    def begin(self) -> None:
        """An empty form; nothing of it is on the disk until something is typed."""
        self._drafts.begin()
        self._screen.sheet.clear()
        self._screen.refill()
        self._screen.focus_first()

    async def bring_back(self) -> bool:
        """Bring back the draft thrown away last; False where none was."""
        if not self._thrown:
            return False
        draft = await self._drafts.bring_back(self._thrown.pop())
        self._screen.program.tell(telling.brought_back(draft))
        return True

    async def edit(self, interview_id: int) -> None:
        """Put a stored debrief on the form, or the changes to it that wait as a draft."""
        from app.tui.capture.form import Stored, texts_of

        screen = self._screen
        stored = await screen.program.on_journal(lambda journal: Stored(*journal.interview(interview_id)))
        if stored is None:
            return
        draft_id, place = f"{EDIT}{interview_id}", screen.place()
        draft = await self._drafts.open(draft_id)
        if self._drafts.id != draft_id:
            screen.notice(telling.ELSEWHERE)
            return
        if draft is not None:
            screen.sheet.take(draft)
            screen.sheet.stored = stored
            told = telling.resumed(draft, screen.program.clock())
        else:
            texts = await screen.program.desk.compute(lambda: texts_of(stored, place))
            screen.sheet.edit(stored, texts)
            told = telling.editing(stored.opportunity.employer, stored.interview.number)
        screen.refill()
        screen.focus_first()
        screen.notice(told)

    async def stored(self) -> bool:
        """Make sure that what is edited was read from the journal; False where it is not there any more."""
        sheet = self._screen.sheet
        if sheet.editing and sheet.stored is None:
            await self._reread_stored()
        return not sheet.editing or sheet.stored is not None

    async def _reread_stored(self) -> None:
        from app.tui.capture.form import Stored

        sheet = self._screen.sheet
        try:
            sheet.stored = await self._screen.program.desk.run(
                lambda journal: Stored(*journal.interview(sheet.editing))
            )
        except AfterwordError:
            sheet.stored = None
