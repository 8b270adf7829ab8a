"""The first row: the pages, where you are, and at the right what the page wants to say in a word."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

PAGES: tuple[tuple[str, str, str], ...] = (("1", "timeline", "Timeline"), ("2", "capture", "Capture"))


class TopBar(Static):
    """Pages at the left, `status` (Content) at the right; a click on a page posts `Chosen`."""

    DEFAULT_CSS = """
    TopBar { height: 1; padding: 0 2; color: $text-muted; text-wrap: nowrap; dock: top; margin-bottom: 1; }
    """

    status: reactive[Content] = reactive(Content(""), layout=False)

    class Chosen(Message):
        """A page was clicked."""

        def __init__(self, page: str) -> None:
            super().__init__()
            self.page = page

    def __init__(self, page: str) -> None:
        super().__init__(markup=False, id="topbar")
        self.page = page

    def on_mount(self) -> None:
        """Draw the first time."""
        self._draw()

    def on_resize(self) -> None:
        """Fit to the new width."""
        self._draw()

    def watch_status(self) -> None:
        """The right side changed."""
        if self.is_mounted:
            self._draw()

    def on_click(self, event: events.Click) -> None:
        """Turn to the page under the mouse."""
        x = event.x - 2
        for key, page, label in PAGES:
            cells = len(key) + 1 + len(label)
            if 0 <= x < cells:
                self.post_message(self.Chosen(page))
                return
            x -= cells + 3

    def _draw(self) -> None:
        parts: list[Content] = []
        for key, page, label in PAGES:
            here = page == self.page
            parts.append(
                Content.assemble(
                    (key, "$accent" if here else ""),
                    " ",
                    (label, "bold underline $text" if here else ""),
                )
            )
        left = Content("   ").join(parts)
        cells = max(self.size.width, 20)
        room = cells - left.cell_length - 2
        status = (
            self.status
            if self.status.cell_length <= room
            else self.status.truncate(max(room, 0), ellipsis=True)
        )
        space = max(cells - left.cell_length - status.cell_length, 1)
        self.update(Content.assemble(left, " " * space, status))
