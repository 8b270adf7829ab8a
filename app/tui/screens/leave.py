"""Before you leave: what to ask at the end of an interview, with room to write down the answers."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from app.errors import AfterwordError
from app.tui.actions import bindings
from app.tui.capture.drafting import DraftDesk
from app.tui.capture.sheet import Sheet
from app.tui.page import Page
from app.tui.widgets.field import Field

QUESTIONS: tuple[tuple[str, str, str], ...] = (
    ("next", "What is the next step?", "in their words"),
    ("said", "When will I hear from you?", "Keep their words. “By the end of next week” will do."),
    ("met", "Whom may I write to?", "Names, titles, a card or an address of each."),
)
"""The field of Capture each answer belongs to, the question, a hint."""
_FIELDS = "LineInput"


class LeaveScreen(Page):
    """The card. What is written on it is a draft at once, and Capture goes on with that."""

    PLACE = "leave"
    CSS_PATH = "leave.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("leave"),
        Binding("down", "next_field", show=False),
        Binding("up,shift+tab", "previous_field", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The page, with what was written on the card before."""
        program = self.program
        self.sheet = Sheet(program.clock, program.zone)
        # no claim: Capture goes on with this draft, and must find it free
        self.drafts = DraftDesk(program.keeper, program.clock, alone=False)
        if program.next_draft:
            self._go_on(program.next_draft)
        yield from super().compose()

    def _go_on(self, draft_id: str) -> None:
        try:
            draft = self.program.keeper.store.read(draft_id)
        except AfterwordError:
            return
        if draft is not None:
            self.sheet.take(draft)
            self.drafts.begin(draft_id)

    def body(self) -> ComposeResult:
        """The questions in one column."""
        with Vertical(id="card"):
            yield Static(Content("Before you leave"), id="card-title", markup=False)
            for number, (name, question, hint) in enumerate(QUESTIONS, 1):
                with Horizontal(classes="question"):
                    yield Static(Content(str(number)), classes="number", markup=False)
                    yield Static(Content(question), classes="asked", markup=False)
                field = Field("", name, label_width=3, placeholder=hint, value=self.sheet.texts[name])
                field.add_class("answer")
                yield field
            with Horizontal(classes="question"):
                yield Static(Content(str(len(QUESTIONS) + 1)), classes="number", markup=False)
                yield Static(Content("Thank them."), classes="asked", markup=False)
            yield Static(
                Content("Then take five minutes and write it down: press 2."), id="card-end", markup=False
            )

    def on_mount(self) -> None:
        """The day, at the right."""
        self._wrote_in = self.query_one(f"#{QUESTIONS[0][0]}")
        self.say(self.program.day_status())

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is written is a draft at once."""
        if self.sheet.put(event.input.id or "", event.value):
            self.drafts.keep(self.sheet.texts, self.sheet.meta())
            self.program.next_draft = self.drafts.id

    def on_input_submitted(self) -> None:
        """Enter goes to the next question; after the last one the card is put down."""
        if self.focused is not None and self.focused.id == QUESTIONS[-1][0]:
            self.action_stop_writing()
        else:
            self.action_next_field()

    def action_capture_it(self) -> None:
        """Write it down, beginning with what stands here."""
        self.program.action_page("capture")

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.pop_screen()

    def action_next_field(self) -> None:
        """To the next question."""
        self.focus_next(_FIELDS)

    def action_previous_field(self) -> None:
        """To the question before."""
        self.focus_previous(_FIELDS)
