"""Capture: write down what happened in an interview, before it is forgotten."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static, TextArea

from app.tui.actions import bindings
from app.tui.capture import telling
from app.tui.capture.drafting import DraftDesk
from app.tui.capture.fields import BOXES, BY_NAME, DAY_AT_FIRST, NAMES
from app.tui.capture.knowledge import Knowledge, completion_of
from app.tui.capture.live import LiveReading
from app.tui.capture.saver import Saver
from app.tui.capture.sheet import Sheet
from app.tui.capture.switching import Switching
from app.tui.page import Page
from app.tui.widgets.field import Completer, Field, LineInput
from app.tui.widgets.pointbox import PointBox

if TYPE_CHECKING:
    from app.domain.dueness import Place
    from app.tui.capture.form import Typed
    from app.tui.capture.preview import Preview

_CLOCK = 20.0  # seconds between looks at the clock
_FIELDS = "LineInput, PointArea"


class CaptureScreen(Page):
    """The form. Every key is kept as a draft; nothing here waits for the disk or the journal."""

    PLACE = "capture"
    PAGE = "capture"
    CSS_PATH = "capture.tcss"
    AUTO_FOCUS = "#company"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("capture"),
        Binding("down", "next_field", show=False),
        Binding("up,shift+tab", "previous_field", show=False),
    ]

    form = query_one("#form", Vertical)
    reading_row = query_one("#reading", Static)

    def compose(self) -> ComposeResult:
        """The page, with the draft that waits already in its fields."""
        program = self.program
        self.sheet = Sheet(program.clock, program.zone)
        self.knowledge = Knowledge(self.sheet)
        self.drafts = DraftDesk(program.keeper, program.clock)
        self.switching = Switching(self, self.drafts)
        self.saver = Saver(self, self.drafts, self.switching)
        self.live: LiveReading[Preview] = LiveReading(self, self._previewed, self._show_preview)
        self._preview: Preview | None = None
        self._told, self._trouble, self._faulty = "", "", ""
        self._told = self.switching.resume(program.next_draft)
        program.next_draft = ""
        yield from super().compose()

    def body(self) -> ComposeResult:
        """Fields, the reading, four boxes."""
        with Vertical(id="form"):
            with Horizontal(classes="pair"):
                yield self._field_called("company", completer=self.knowledge.company)
                yield self._field_called("role", 7, completer=self.knowledge.role)
            with Horizontal(classes="pair"):
                when = self._field_called("when")
                when.line.replaceable = DAY_AT_FIRST
                yield when
                with Horizontal(id="how-and-round"):
                    yield self._field_called("how", 7)
                    yield self._field_called("round", 7)
            yield self._field_called("met", completer=self.knowledge.people)
            yield self._field_called("said")
            yield Static("", id="reading", markup=False)
            yield self._field_called("next")
            for pair in (BOXES[:2], BOXES[2:]):
                with Horizontal(classes="boxes"):
                    for box in pair:
                        yield PointBox(
                            box.label,
                            box.name,
                            placeholder=box.placeholder,
                            bullet=self.program.marks["bullet"],
                            text=self.sheet.texts[box.name],
                        )

    def _field_called(self, name: str, width: int = 11, *, completer: Completer | None = None) -> Field:
        field = BY_NAME[name]
        return Field(
            field.label,
            name,
            label_width=width,
            placeholder=field.placeholder,
            completer=completer,
            value=self.sheet.texts[name],
        )

    def on_mount(self) -> None:
        """Look at the clock now and then."""
        self.set_interval(_CLOCK, self._show_status)
        self._show_status()
        if not self.sheet.pristine:
            self.live.changed()

    def on_unmount(self) -> None:
        """Another window may take the draft now."""
        self.drafts.let_go()

    # -- typing -----------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """A line changed."""
        self._changed(event.input.id or "", event.value)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """A box changed."""
        self._changed(event.text_area.id or "", event.text_area.text)

    def _changed(self, name: str, text: str) -> None:
        if not self.sheet.put(name, text):
            return
        self.drafts.keep(self.sheet.texts, self.sheet.meta())
        if name in {"company", "role"}:
            self._suggest_round()
        if self._told:
            self.notice("")
        self.live.changed()

    async def caught_up(self) -> None:
        """Every key that was hit stands on the sheet: those still on their way to the field too."""
        if self.focused is not None:
            arrived = asyncio.Event()
            self.focused.call_later(arrived.set)
            await arrived.wait()
        for name in NAMES:
            widget = self.query_one(f"#{name}")
            if isinstance(widget, Input):
                self._changed(name, widget.value)
            elif isinstance(widget, TextArea):
                self._changed(name, widget.text)

    def on_input_submitted(self) -> None:
        """Enter takes the reading that waits for an answer, and goes on to the next field."""
        preview = self._preview
        if self.field == "said" and preview and preview.wants_answer and preview.taken:
            self._take(preview.taken)
        self.action_next_field()

    def refill(self) -> None:
        """Another debrief stands on the sheet: show it."""
        for name, text in self.sheet.texts.items():
            widget = self.query_one(f"#{name}")
            if isinstance(widget, Input) and widget.value != text:
                widget.value = text
                widget.cursor_position = len(text)
            elif isinstance(widget, TextArea) and widget.text != text:
                widget.load_text(text)
                widget.move_cursor(widget.document.end)
        self._preview = None
        self.reading_row.update("")
        self.notice("")
        self._suggest_round()
        self._show_status()
        self.live.changed()

    @property
    def field(self) -> str:
        """The name of the field one writes in, "" at rest."""
        return (self.focused.id or "") if self.writing and self.focused else ""

    def focus_first(self) -> None:
        """The cursor into Company."""
        self.query_one("#company", LineInput).focus()

    # -- what is known, and what the text means --------------------------------------------------------------------

    def facts_changed(self) -> None:
        """Read again what completes, and what the region makes of the words."""
        self._show_status()
        if self.is_current and self.program.desk.opened:
            self.keep_working(self._load_known, "known")

    async def _load_known(self) -> None:
        from app.errors import AfterwordError

        try:
            self.knowledge.completion = await self.program.desk.run(completion_of)
        except AfterwordError:
            return  # nothing completes then; why the journal cannot be read was told when it was opened
        self._suggest_round()
        self.live.changed()

    def _suggest_round(self) -> None:
        self.query_one("#round", LineInput).placeholder = str(self.knowledge.next_round)

    def place(self) -> Place:
        """Where and when the person is."""
        return self.program.place()

    def typed(self) -> Typed:
        """What stands on the form, as a value for another thread."""
        return self.sheet.typed(region=self.knowledge.region, number=self.knowledge.next_round)

    async def _previewed(self) -> Preview | None:
        from app.errors import AfterwordError

        def work() -> Preview:
            from app.tui.capture.preview import preview_of

            return preview_of(self.typed(), self.place())

        try:
            return await self.program.desk.compute(work)
        except AfterwordError:
            return None

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        row = () if self.sheet.pristine else preview.row
        self.reading_row.update(
            Content.assemble(*((text, "$text" if strong else "") for text, strong in row))
        )
        self.explain()

    def action_take_alternative(self) -> None:
        """Take the other day that their words may mean; in a box ^y does again what was undone."""
        if isinstance(self.focused, TextArea):
            self.focused.action_redo()
        elif self._preview and self._preview.alternative:
            self._take(self._preview.alternative)

    def _take(self, day: date) -> None:
        from app.tui.capture.form import with_day

        said = self.query_one("#said", LineInput)
        said.value = with_day(said.value, day)
        said.cursor_position = len(said.value)

    # -- what is said ------------------------------------------------------------------------------------------

    def notice(self, line: str) -> None:
        """Say `line` in the foot until something is typed; "" takes it back, and the colour of a fault."""
        self._told = line
        if self._faulty:
            self.query_one(f"#field-{self._faulty}").remove_class("-fault")
            self._faulty = ""
        self.explain()

    def fault(self, field: str, line: str) -> None:
        """Say what is wrong, at its field where it belongs to one; the cursor goes there."""
        self.notice(line)
        if field:
            self._faulty = field
            self.query_one(f"#field-{field}").add_class("-fault")
            self.query_one(f"#{field}").focus()

    def explain(self) -> None:
        """Say in the foot what is under the cursor."""
        if not self.is_mounted:
            return
        preview = None if self.sheet.pristine else self._preview
        text = self.sheet.texts.get(self.field, "")
        cells = max(self.size.width - 4, 20)
        self.foot.tell(telling.foot(self.field, cells, notice=self._told, preview=preview, text=text))

    def draft_kept(self, saved_at: datetime | None, trouble: str, *, other_copy: bool = False) -> None:
        """The keeper wrote the draft, or could not: `trouble` says why in a few words."""
        self._trouble = trouble
        if saved_at is not None:
            self.drafts.kept_at = saved_at
        if other_copy:
            self.notice(telling.OTHER_COPY)
        self._show_status()

    def _show_status(self) -> None:
        self.say(
            telling.status(
                self.program.clock(),
                self.drafts.kept_at,
                self._trouble,
                read_only=self.program.desk.read_only,
                small=self.size.width < telling.LEAST[0] or self.size.height < telling.LEAST[1],
            )
        )

    # -- moving about ------------------------------------------------------------------------------------------

    def action_next_field(self) -> None:
        """To the next field."""
        self.focus_next(_FIELDS)

    def action_previous_field(self) -> None:
        """To the field before."""
        self.focus_previous(_FIELDS)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the field is for."""
        super().on_descendant_focus(event)
        self.explain()

    def _state_changed(self) -> None:
        super()._state_changed()
        self.explain()

    def on_resize(self) -> None:
        """What is said is fitted to the width."""
        self.explain()
        self._show_status()

    def on_screen_resume(self) -> None:
        """Shown again."""
        self.facts_changed()
        self.run_worker(self.switching.shown_again(), group="drafts", exit_on_error=False)

    # -- actions -----------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save; the same key again meanwhile is the same save."""
        self.run_worker(self.saver.save(), group="save", exit_on_error=False)

    def action_drafts(self) -> None:
        """Choose among the drafts that wait."""
        self.run_worker(self.switching.choose(), group="drafts", exit_on_error=False)

    def action_new_draft(self) -> None:
        """Another debrief; the one in hand waits as a draft."""
        self.run_worker(self.switching.another(), group="drafts", exit_on_error=False)

    def action_region(self) -> None:
        """Say where this employer is."""
        self.run_worker(self._choose_region(), group="drafts", exit_on_error=False)

    async def _choose_region(self) -> None:
        from app.tui.screens.region import RegionScreen

        stored = self.sheet.stored.opportunity.region if self.sheet.stored else ""
        present = self.sheet.region or stored or self.program.place().region
        employer = self.knowledge.employer or "this employer"
        region = await self.app.push_screen_wait(RegionScreen(employer=employer, present=present))
        if region is not None:
            self.sheet.region = region
            self.drafts.keep(self.sheet.texts, self.sheet.meta())
            self.live.changed()

    def edit(self, interview_id: int) -> None:
        """Put a stored debrief into the form; the one in hand waits as a draft."""
        self.run_worker(self.switching.edit(interview_id), group="drafts", exit_on_error=False)

    async def action_undo(self) -> None:
        """Bring back the draft thrown away last; else undo the last change in the journal."""
        if await self.switching.bring_back():
            return
        undone = await self.program.on_journal(lambda journal: (journal.undo(),), changes=True)
        if undone is not None:
            self.program.tell(f"Undone: {undone[0]}." if undone[0] else "There is nothing to undo.")
