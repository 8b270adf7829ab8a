"""A labelled strip to type one line in: label, then the text on `surface`; the accent bar tells the focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeAlias

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.strip import Strip
from textual.widgets import Input, Static

from app.tui.widgets.inert import drawn, pasted, typed_character

Completer: TypeAlias = Callable[[str], str]
"""What a text goes on to, "" where nothing is known; it begins with the text. Asked on each key: it must be fast."""


class LineInput(Input):
    """One line. A pasted second line is kept, joined by a blank; nothing pasted is a command.

    tab and the right arrow take what the completer offers.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take_completion", show=False)]
    DEFAULT_CSS = """
    LineInput > .input--placeholder { text-style: italic; }
    """

    completer: Completer | None = None
    replaceable = ""
    """A text that stands there at first: coming to it selects it, so that typing puts the person's own in its place."""

    def _on_focus(self, event: events.Focus) -> None:  # noqa: ARG002  (Textual calls that of Input itself as well)
        """Select what is only there at first."""
        if self.replaceable and self.value == self.replaceable:
            self.action_select_all()

    def _watch_value(self, value: str) -> None:
        """Complete at once: a bisection is cheaper than a worker a key."""
        super()._watch_value(value)
        if self.completer is not None and value and self.has_focus:
            self._suggestion = self.completer(value)

    def action_take_completion(self) -> None:
        """Take what is offered; else tab is the page's."""
        if not (self.cursor_at_end and len(self._suggestion) > len(self.value)):
            raise SkipAction
        self.value = self._suggestion
        self.cursor_position = len(self.value)

    async def _on_key(self, event: events.Key) -> None:
        """Type what Textual holds for not printable as well."""
        if character := typed_character(event):
            event.stop()
            event.prevent_default()
            self.replace(character, *self.selection)
            return
        await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        """Take the whole paste: Textual's own keeps only its first line."""
        text = pasted(event.text, one_line=True)
        if text:
            self.replace(text, *self.selection)
        event.stop()
        event.prevent_default()

    def render_line(self, y: int) -> Strip:
        """Draw no character that could turn the terminal."""
        return drawn(super().render_line(y))


class Field(Horizontal):
    """A label of `label_width` cells and a `LineInput` with the id of the field."""

    DEFAULT_CSS = """
    Field { height: 1; width: 1fr; border-left: blank; }
    Field:focus-within { border-left: outer $accent; }
    Field > .label { color: $text-muted; width: auto; }
    Field > LineInput, Field > LineInput:focus {
        width: 1fr; height: 1; border: none; padding: 0 1; background: $surface; background-tint: 0%;
    }
    Field:focus-within > .label { color: $text-accent; text-style: bold; }
    Field:focus-within > LineInput { background: $panel; }
    Field.-fault > .label { color: $error; text-style: bold; }
    """

    def __init__(
        self,
        label: str,
        name: str,
        *,
        label_width: int = 11,
        placeholder: str = "",
        completer: Completer | None = None,
        value: str = "",
    ) -> None:
        super().__init__(id=f"field-{name}")
        self._label, self._label_width = label, label_width
        self.line = LineInput(value, id=name, placeholder=placeholder, select_on_focus=False)
        self.line.cursor_blink = False
        self.line.completer = completer

    def compose(self) -> ComposeResult:
        """Label and line."""
        label = Static(Content(self._label), classes="label", markup=False)
        label.styles.width = self._label_width
        yield label
        yield self.line
