"""A labelled strip to type one line in: label, then the text on `surface`; the accent bar says that it has the focus."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from app.text import cleaned


class LineInput(Input):
    """One line. A pasted second line is kept, joined by a blank; nothing pasted is a command."""

    def _on_paste(self, event: events.Paste) -> None:
        """Take the whole paste: Textual's own keeps only its first line."""
        text = cleaned(event.text, one_line=True)
        if text:
            self.replace(text, *self.selection)
        event.stop()
        event.prevent_default()


class Field(Horizontal):
    """A label of `label_width` cells and a `LineInput` with the id of the field."""

    DEFAULT_CSS = """
    Field { height: 1; width: 1fr; }
    Field > .bar { width: 2; color: $accent; }
    Field > .label { color: $text-muted; }
    Field > LineInput { width: 1fr; height: 1; border: none; padding: 0 1; background: $surface; }
    Field:focus-within { background: initial; }
    Field:focus-within > .label { color: $text-accent; text-style: bold; }
    Field:focus-within > LineInput { background: $panel; }
    """

    def __init__(
        self,
        label: str,
        name: str,
        *,
        label_width: int = 11,
        placeholder: str = "",
        suggester: Suggester | None = None,
        value: str = "",
    ) -> None:
        super().__init__(id=f"field-{name}")
        self._label, self._label_width = label, label_width
        self.line = LineInput(
            value, id=name, placeholder=placeholder, suggester=suggester, compact=True, select_on_focus=False
        )

    def compose(self) -> ComposeResult:
        """Label and line."""
        label = Static(Content(self._label), classes="label", markup=False)
        label.styles.width = self._label_width
        yield label
        yield self.line
