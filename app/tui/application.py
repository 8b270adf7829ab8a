"""The program on the screen: its pages, the journal's opening after the first frame, themes, errors in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from app import clock as system_clock
from app.clock import Clock
from app.errors import AfterwordError, DiskTrouble
from app.paths import Places
from app.storage.drafts import DraftStore
from app.tui.actions import EVERYWHERE, bindings
from app.tui.arriving import Arrival
from app.tui.beginning import settle_the_start
from app.tui.desk import Desk
from app.tui.driver import SafeDriver
from app.tui.keeper import Keeper, Kept
from app.tui.marks import marks
from app.tui.page import Page
from app.tui.theme import DEFAULTS, LAMP, PAPER

if TYPE_CHECKING:
    from app.domain.dueness import Place
    from app.storage.journal import Journal
    from app.tui.outlooks import Outlooks
    from app.tui.screens.capture import CaptureScreen
    from app.tui.screens.timeline import TimelineScreen

T = TypeVar("T")


def _timeline() -> TimelineScreen:
    from app.tui.screens.timeline import TimelineScreen

    return TimelineScreen()


def _capture() -> CaptureScreen:
    from app.tui.screens.capture import CaptureScreen

    return CaptureScreen()


class DraftTold(Message):
    """The keeper wrote a draft, or could not."""

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept


WATCH_SECONDS = 1.0


class Afterword(App[None]):
    """The program. `page` is where it starts; None chooses: the timeline where there is a journal, else Capture."""

    CSS_PATH = "application.tcss"
    TITLE = "Afterword"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(EVERYWHERE),
        Binding("ctrl+c", "say_how_to_quit", show=False, system=True),
    ]

    def __init__(
        self,
        where: Places,
        *,
        clock: Clock = system_clock.now,
        zone: str | None = None,
        page: str | None = None,
        demo: bool = False,
        ascii_only: bool | None = None,
    ) -> None:
        super().__init__(driver_class=SafeDriver)
        self.where = where
        self.clock = clock
        self._zone_given = zone is not None
        self.zone = system_clock.zone_name() if zone is None else zone
        self.demo = demo
        self.wants_sample = False
        self._quit_asked = False
        self.marks = marks(ascii_only=ascii_only)
        self.desk = Desk(where, clock)
        self.keeper = Keeper(DraftStore(where.drafts), now=clock, tell=self._draft_told)
        self.settings_kept: dict[str, str] = {}
        self.fault: Exception | None = None  # what ended the program, where it was a fault of its own
        self.unkept = ""  # why the last draft could not be written
        self.revision = 0
        self.next_draft = ""  # a draft made elsewhere, with which Capture goes on when it is shown
        self.first_run = not where.journal.exists()
        self.chose_page_itself = page is None
        self._start_page = page or ("capture" if self.first_run else "timeline")
        for theme in (LAMP, PAPER):
            self.register_theme(theme)
        self.theme = LAMP.name

    @cached_property
    def outlooks(self) -> Outlooks:
        """What is planned; made on the journal's thread, where the rules are loaded."""
        from app.tui.outlooks import Outlooks

        return Outlooks()

    # -- pages ------------------------------------------------------------------------------------------------

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Values for our own variable under Textual's own themes."""
        return DEFAULTS

    def on_mount(self) -> None:
        """Show the first page; the journal opens once it is drawn."""
        self.add_mode("timeline", _timeline)
        self.add_mode("capture", _capture)
        self.switch_mode("capture" if self._start_page == "leave" else self._start_page)
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        if self._start_page == "leave":
            self.action_leave()
        self.run_worker(self._open_journal(), name="opening", exit_on_error=False)
        self.set_interval(WATCH_SECONDS, self._look_outside)

    async def _open_journal(self) -> None:
        try:
            self.settings_kept = await self.desk.run(lambda journal: journal.settings())
            self.facts_changed()
            await settle_the_start(self)
        except AfterwordError as error:
            self.tell(str(error), severity="error")
            self.facts_changed()

    def _look_outside(self) -> None:
        if self.desk.changed():
            self.facts_changed()

    def facts_changed(self) -> None:
        """The journal holds something new: the page in front reads it again, the others when they are shown."""
        self.revision += 1
        for screen in self.screen_stack:
            if isinstance(screen, Page) and screen.is_mounted:  # else it reads them once it is there
                screen.facts_changed()

    async def on_journal(self, work: Callable[[Journal], T], *, changes: bool = False) -> T | None:
        """`work` on the journal's thread; its result, or None after telling the person why not.

        With `changes`, every page then reads the facts again.
        """
        try:
            result = await self.desk.run(work)
        except AfterwordError as error:
            self.tell(str(error), severity="error")
            return None
        if changes:
            self.facts_changed()
        return result

    def place(self) -> Place:
        """Where and when the person is; the region guessed as long as it was not asked."""
        from app.domain.dueness import Place
        from app.whereabouts import with_guess

        return with_guess(Place(self.clock(), self.zone, self.region), self.settings_kept)

    async def keep_due_file(self, place: Place) -> None:
        """Bring the small file up to date that `afterword due --count` reads."""
        from app.duecount import keep_count

        stamp = self.outlooks.stamp
        if stamp is not None and not self.desk.read_only:
            await self.desk.compute(lambda: keep_count(self.where.journal, self.outlooks.all, place, stamp))

    async def show_sample(self) -> None:
        """End this run; the next one is on made-up data."""
        self.wants_sample = True
        self.exit()

    def look_at_the_zone(self) -> None:
        """Take over another zone of the system, where none was given at the start."""
        if not self._zone_given:
            self.zone = system_clock.zone_name()

    @property
    def today(self) -> date:
        """The person's present day."""
        return self.clock().date()

    @property
    def region(self) -> str:
        """The region of the settings; "" while it was not asked yet."""
        return self.settings_kept.get("region", "")

    def _draft_told(self, kept: Kept) -> None:
        """On the keeper's thread: hand it to the screen's own."""
        self.post_message(DraftTold(kept))

    def on_draft_told(self, message: DraftTold) -> None:
        """Show it where the draft is typed."""
        from app.tui.screens.capture import CaptureScreen

        kept = message.kept
        self.unkept = kept.error
        self._quit_asked = self._quit_asked and bool(kept.error)
        for stack in self._screen_stacks.values():
            for screen in stack:
                if (
                    isinstance(screen, CaptureScreen)
                    and screen.is_mounted
                    and screen.drafts.id == kept.draft_id
                ):
                    screen.draft_kept(kept.saved_at, kept.why, other_copy=kept.other is not None)

    # -- what is told -----------------------------------------------------------------------------------------

    def tell(self, what: str, *, severity: str = "information") -> None:
        """Say one line as a toast; `what` is text, never markup."""
        from app.text import shown

        level = "error" if severity == "error" else "warning" if severity == "warning" else "information"
        self.notify(shown(what), severity=level, markup=False, timeout=8 if level == "error" else 5)  # type: ignore[arg-type]  # three literals

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Work of the program's own failed."""
        self.work_failed(event)

    def work_failed(self, event: Worker.StateChanged) -> None:
        """Say that work in the background failed, where it did; the program goes on, and what is typed stays."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        if isinstance(error, AfterwordError):
            self.tell(str(error), severity="error")
            return
        from app.faultreport import keep_report

        keep_report(error, self.where.journal.parent)
        self.tell("That did not work, by a fault of the program's own. Your text is kept.", severity="error")

    def _handle_exception(self, error: Exception) -> None:
        """End on a fault of our own. The library would print what every variable held, the person's text with it."""
        self._return_code = 1
        self.fault = self.fault or error
        if self._exception is None:  # for whoever drives the program in a test
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def action_say_how_to_quit(self) -> None:
        """ctrl+c shows how to quit and loses nothing."""
        self.tell("All you typed is kept. ^q quits.")

    # -- actions that work everywhere ---------------------------------------------------------------------------

    def action_page(self, name: str) -> None:
        """Turn to a page."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if self.current_mode != name:
            self.switch_mode(name)

    async def show_on_timeline(self, opportunity_id: int) -> None:
        """Turn to the timeline, with the first entry of that opportunity under the cursor."""
        from app.tui.screens.timeline import TimelineScreen

        await self._turned_to("timeline")
        if isinstance(self.screen, TimelineScreen):
            self.screen.select(opportunity_id)

    async def edit_debrief(self, interview_id: int) -> None:
        """Turn to Capture, with that stored debrief on the form; what is being typed waits as a draft."""
        from app.tui.screens.capture import CaptureScreen

        await self._turned_to("capture")
        if isinstance(self.screen, CaptureScreen):
            self.screen.edit(interview_id)

    async def _turned_to(self, name: str) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if self.current_mode != name:
            await self.switch_mode(name)

    def action_theme(self) -> None:
        """The other theme."""
        self.theme = PAPER.name if self.theme == LAMP.name else LAMP.name

    def action_quit_kept(self) -> None:
        """Quit; drafts are written first. Where that fails, it takes a second time."""
        self.call_later(Arrival(self, self._quit).go_on)

    async def _quit(self) -> None:
        kept = await self.keeper.flush()
        if kept or self._quit_asked:
            self.exit(return_code=0 if kept else DiskTrouble.exit_code)
            return
        self._quit_asked = True
        why = self.unkept or "The draft is not written yet."
        self.tell(f"{why} ^q again quits without it.", severity="error")

    def action_leave(self) -> None:
        """The card "Before you leave"."""
        from app.tui.screens.leave import LeaveScreen

        self.push_screen(LeaveScreen())

    def action_help(self) -> None:
        """The keys that work here."""
        from app.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            self.push_screen(HelpScreen(self._place()))

    def action_palette(self) -> None:
        """Every command."""
        from app.tui.screens.palette import PaletteScreen

        if isinstance(self.screen, PaletteScreen):
            self.screen.action_close()
        else:
            self.push_screen(PaletteScreen(self._place()))

    def _place(self) -> str:
        screen: Screen[object] = self.screen
        return str(getattr(screen, "PLACE", EVERYWHERE))

    def day_status(self) -> Content:
        """The date for the top bar."""
        today = self.today
        return Content(f"{today:%a} {today.day} {today:%b %Y}")

    def end_soon(self, code: int) -> None:
        """End with this exit code; may be called in any thread."""
        self.call_later(Arrival(self, partial(self.exit, None, code)).go_on)

    async def on_unmount(self) -> None:
        """Write what waits, take no more work."""
        await self.keeper.flush()
        self.keeper.close()
        self.desk.close()
