"""A few choices one below the other, one of them under the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from app.cells import padded
from app.text import shown

Choice = tuple[str, str]
"""What it is called, and what it means."""


class Choices(Static, can_focus=True):
    """The list; `cursor` is the number of the chosen line. Past its ends the arrows are the form's."""

    DEFAULT_CSS = """
    Choices { height: auto; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("enter", "pick", show=False),
    ]

    class Moved(Message):
        """Another line is under the cursor."""

    class Picked(Message):
        """Enter was pressed on the line under the cursor."""

    def __init__(
        self,
        choices: tuple[Choice, ...],
        name: str,
        *,
        marks: Mapping[str, str],
        cells: int,
        cursor: int = 0,
    ) -> None:
        super().__init__("", id=name, markup=False)
        self._choices, self._marks, self._cells = choices, marks, cells
        self.cursor = max(0, min(cursor, len(choices) - 1))

    def on_mount(self) -> None:
        """Draw the first time."""
        self._draw()

    def on_focus(self) -> None:
        """The bar shows."""
        self._draw()

    def on_blur(self) -> None:
        """The bar goes, once the focus has gone."""
        self.call_later(self._draw)

    def on_key(self, event: events.Key) -> None:
        """The arrows move within the list as long as there is a line to go to."""
        by = {"down": 1, "up": -1}.get(event.key, 0)
        if by and 0 <= self.cursor + by < len(self._choices):
            event.stop()
            event.prevent_default()
            self.action_move(by)

    def on_click(self, event: events.Click) -> None:
        """Choose the line under the mouse."""
        if 0 <= event.y < len(self._choices):
            self.action_move(event.y - self.cursor)

    def action_move(self, by: int) -> None:
        """Up or down by so many lines."""
        self.cursor = max(0, min(self.cursor + by, len(self._choices) - 1))
        self._draw()
        self.post_message(self.Moved())

    def action_pick(self) -> None:
        """Take the line under the cursor."""
        self.post_message(self.Picked())

    def _draw(self) -> None:
        lines = [self._line(place, *choice) for place, choice in enumerate(self._choices)]
        self.update(Content("\n").join(lines))

    def _line(self, place: int, name: str, meaning: str) -> Content:
        here = place == self.cursor
        bar = self._marks["cursor"] if here and self.has_focus else " "
        style = "bold $text" if here else "$text"
        return Content.assemble(
            (bar, "$accent"),
            (self._marks["due" if here else "coming"], style),
            " ",
            (padded(shown(name), self._cells), style),
            " ",
            shown(meaning),
        )
