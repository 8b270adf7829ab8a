"""What is due, what is coming, what is behind you: one scroll, and for each row why it stands there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from app.domain.timeline import Entry, Part, Timeline
from app.tui.actions import bindings
from app.tui.deeds import Deeds
from app.tui.page import Page
from app.tui.telling import entry_panel, entry_why, first_page
from app.tui.widgets.rows import Cells, Rows

CLOCK_SECONDS = 20.0
OPENING = "opening…"
FIRST_KEYS = (("2", "Capture"), ("l", "Before you leave"))


class TimelineScreen(Deeds, Page):
    """Page 1. Reads the journal whenever it or the day has changed; the cursor stays on its entry."""

    PLACE = "timeline"
    CSS_PATH = "timeline.tcss"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("timeline"), *bindings("first")]

    side = query_one("#side-text", Static)
    empty = query_one("#empty", Static)

    def __init__(self) -> None:
        super().__init__()
        self.entries: Timeline | None = None
        self._whole = True
        self._wanted = 0
        self._read_at: tuple[object, ...] = ()

    def body(self) -> ComposeResult:
        """The rows, and beside them where there is room, the panel."""
        with Horizontal(id="timeline"):
            yield Rows(self._cells, bar=self.program.marks["cursor"])
            yield Static("", id="empty", markup=False)
            with VerticalScroll(id="side", can_focus=False):
                yield Static("", id="side-text", markup=False)

    @property
    def rows(self) -> Rows[Entry]:
        """The list."""
        return self.query_one(Rows)

    def on_mount(self) -> None:
        """Say what is going on until the journal is open."""
        self.say(OPENING)
        self.empty.display = False
        self.set_interval(CLOCK_SECONDS, self.look_at_the_clock)

    def on_screen_resume(self) -> None:
        """Read again what changed while another page was in front."""
        if self.program.desk.opened and self._read_at != self._state():
            self.facts_changed()

    def look_at_the_clock(self) -> None:
        """After midnight, or in another zone, everything stands elsewhere."""
        self.program.look_at_the_zone()
        if self.is_current and self.program.desk.opened and self._read_at != self._state():
            self.facts_changed()

    def facts_changed(self) -> None:
        """Read and plan on the journal's thread, then show it."""
        if self.is_current:
            self.keep_working(self._load, "timeline")

    async def _load(self) -> None:
        program = self.program
        state, place = self._state(), program.place()
        if self.entries is None:
            first = await program.on_journal(lambda journal: program.outlooks.first_look(journal, place))
            if first is not None and first.any:
                self._show(first, whole=False)
        found = await program.on_journal(lambda journal: program.outlooks.read(journal, place))
        if found is None:
            self.say(Content.styled("! the journal is not open", "$text-error"))
            return
        self._read_at = state
        self._show(found)
        await program.keep_due_file(place)

    def _state(self) -> tuple[object, ...]:
        program = self.program
        return program.revision, program.today, program.zone, program.region

    # -- showing ----------------------------------------------------------------------------------------------

    def _show(self, found: Timeline, *, whole: bool = True) -> None:
        cursor = self._cursor_for(found, whole=whole)
        self.entries, self._whole = found, whole
        nothing = not found.any
        self.rows.display, self.empty.display = not nothing, nothing
        self.set_class(nothing, "-empty")
        if nothing:
            self.empty.update(first_page(demo=self.program.demo))
            self.foot.tell("")
        self.keybar.place = "first" if nothing else self.PLACE
        self.keybar.show(writing=False, extra=FIRST_KEYS if nothing else ())
        self.rows.show([(part.value, entries) for part, entries in found.parts], cursor, counted=whole)
        self.say(self._status() if whole else OPENING)

    def _status(self) -> Content:
        program = self.program
        day = program.day_status()
        if program.desk.read_only:
            return Content.assemble(("reading only", "$text-warning"), "   ", day)
        return day

    def _cursor_for(self, found: Timeline, *, whole: bool) -> int:
        """The asked-for opportunity's first entry; else the entry of before; else the most pressing one."""
        entries = [entry for _, part in found.parts for entry in part]
        if self._wanted:
            place = next((i for i, entry in enumerate(entries) if entry.opportunity.id == self._wanted), None)
            if place is not None or whole:
                self._wanted = 0
                return place or 0
        current = self.rows.current if self.entries is not None else None
        if current is None:
            return 0
        if not self._whole and self.rows.cursor in {0, self.rows.count - 1}:
            # the first or the last of what there was: of all that is read now as well
            return len(entries) - 1 if self.rows.cursor else 0
        number, key = current.opportunity.id, current.key
        places = (i for i, entry in enumerate(entries) if entry.opportunity.id == number and entry.key == key)
        same = next(places, None)
        return min(self.rows.cursor, len(entries) - 1) if same is None else same

    def select(self, opportunity_id: int) -> None:
        """Put the cursor on the first entry of that opportunity, once it is read."""
        self._wanted = opportunity_id
        self.facts_changed()

    def _cells(self, entry: Entry) -> Cells:
        zone = self.program.zone
        late = entry.step is not None and entry.step.late > 0
        tone = "late" if late else "due" if entry.part is Part.DUE else ""
        return Cells(
            mark=self.program.marks[entry.mark],
            day=entry.day_text,
            name=entry.employer,
            what=entry.what(zone),
            right=entry.right(zone),
            tone=tone,
            muted=entry.part is Part.BEHIND,
        )

    def on_rows_moved(self) -> None:
        """Tell why, for the entry under the cursor."""
        entry = self.rows.current
        if entry is not None:
            self.foot.tell(entry_why(entry))
            self.side.update(entry_panel(entry, self.program.marks, self.program.zone))

    def on_rows_opened(self) -> None:
        """A second click opens."""
        self.action_open()

    # -- acting -----------------------------------------------------------------------------------------------

    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        return self.rows.current

    def action_open(self) -> None:
        """Open the opportunity."""
        entry = self.chosen()
        if entry is not None:
            from app.tui.screens.opportunity import OpportunityScreen

            self.program.push_screen(OpportunityScreen(entry.opportunity.id, entry.key))

    def action_back(self) -> None:
        """There is nothing behind the first page."""

    async def action_sample(self) -> None:
        """Look around with made-up data, in a place of its own; offered where there is nothing yet."""
        if self.has_class("-empty"):
            await self.program.show_sample()
