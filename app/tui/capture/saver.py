"""The save: what is wrong is said at its field, the region is asked once, one transaction, then the draft goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import AfterwordError, Conflict, UsageError
from app.tui.capture.drafting import DraftDesk
from app.tui.capture.fields import NAMES
from app.tui.capture.switching import Switching
from app.whereabouts import REGION

if TYPE_CHECKING:
    from app.storage.journal import Journal
    from app.tui.capture.form import Read
    from app.tui.capture.saving import Kept
    from app.tui.screens.capture import CaptureScreen

_STAYS = "Your note is kept as a draft."


class Saver:
    """Saves the form of `screen`. One save at a time: the same key twice is one debrief."""

    def __init__(self, screen: CaptureScreen, drafts: DraftDesk, switching: Switching) -> None:
        self._screen, self._drafts, self._switching = screen, drafts, switching
        self._busy = False

    async def save(self) -> None:
        """Save, once the journal is open; whatever fails, the text stays on the form and in its draft."""
        if self._busy:
            return
        self._busy = True
        try:
            await self._save()
        except Conflict as conflict:
            self._collided(conflict)
        except AfterwordError as error:
            self._screen.fault("", f"Not saved. {error} {_STAYS}" if _STAYS not in str(error) else str(error))
        finally:
            self._busy = False

    async def _save(self) -> None:
        screen = self._screen
        await screen.caught_up()
        await self._drafts.flush()
        read = await self._read()
        if self._told_faults(read):
            return
        if not await self._region_asked():
            return
        if not await self._switching.stored():
            screen.fault("", f"What you are editing is not in the journal any more. {_STAYS}")
            return
        read = await self._read()
        kept = await self._in_the_journal(read)
        await self._drafts.finished()
        self._switching.look_again = True
        screen.program.facts_changed()
        self._switching.begin()
        screen.program.tell(kept.line)
        await screen.program.show_on_timeline(kept.opportunity_id)

    async def _read(self) -> Read:
        from app.tui.capture.form import read

        typed, place = self._screen.typed(), self._screen.place()
        return await self._screen.program.desk.compute(lambda: read(typed, place))

    def _told_faults(self, read: Read) -> bool:
        wrong = next((name for name in NAMES if name in read.faults), "")
        if wrong:
            self._screen.fault(wrong, read.faults[wrong])
        return bool(wrong)

    async def _in_the_journal(self, read: Read) -> Kept:
        from app.tui.capture.saving import keep_debrief

        place = self._screen.place()
        try:
            return await self._screen.program.desk.run(
                lambda journal: keep_debrief(journal, read.debrief, place)
            )
        except UsageError as error:
            raise UsageError(f"{error} {_STAYS}") from error

    async def _region_asked(self) -> bool:
        """The region of the settings is known: asked now where it never was. False: the person went back."""
        program = self._screen.program
        settings = await program.desk.run(lambda journal: journal.settings())
        if REGION not in settings:
            from app.tui.screens.region import RegionScreen

            region = await self._screen.app.push_screen_wait(RegionScreen())
            if region is None:
                self._screen.notice(f"Not saved yet. {_STAYS} ^s goes on.")
                return False

            def keep(journal: Journal) -> dict[str, str]:
                journal.set_setting(REGION, region)
                return journal.settings()

            settings = await program.desk.run(keep)
        program.settings_kept = settings
        return True

    def _collided(self, conflict: Conflict) -> None:
        """It was changed elsewhere: nothing is written; the person may put theirs over it."""
        from app.domain.facts import Interview, Opportunity

        sheet, stored = self._screen.sheet, conflict.stored
        opportunity, interview = sheet.versions
        if isinstance(stored, Interview):
            sheet.versions = (opportunity, stored.version)
        elif isinstance(stored, Opportunity):
            sheet.versions = (stored.version, interview)
        self._screen.fault(
            "",
            "Not saved: it was changed in another window meanwhile. Both texts are kept.\n"
            "^s again puts yours in its place; u on the timeline takes that back.",
        )
