"""A box of points: one line is one point, drawn with a bullet in front and wrapped behind it."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import Static, TextArea

from app.cells import fitted
from app.text import shown
from app.tui.widgets.inert import drawn, pasted, typed_character

GUTTER = 3


class PointArea(TextArea):
    """The text. The column of line numbers becomes the bullets: `gutter_width` and the first segment of a line."""

    DEFAULT_CSS = """
    PointArea { height: 1fr; border: none; padding: 0; background: $surface; overflow-x: hidden; }
    PointArea:focus { border: none; background: $panel; }
    PointArea .text-area--gutter { color: $text-muted; }
    PointArea .text-area--placeholder { color: $text-muted; text-style: italic; }
    PointArea .text-area--cursor, PointArea:light .text-area--cursor, PointArea:dark .text-area--cursor {
        color: $input-cursor-foreground; background: $input-cursor-background; text-style: none;
    }
    """

    def __init__(self, text: str, *, id: str, hint: str, bullet: str) -> None:  # noqa: A002  (as in Textual)
        super().__init__(
            text, id=id, compact=True, show_line_numbers=True, highlight_cursor_line=False, soft_wrap=True
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self._hint, self._bullet = hint, bullet

    @property
    def gutter_width(self) -> int:
        """Room for the bullet, however many lines there are."""
        return GUTTER

    async def _on_key(self, event: events.Key) -> None:
        """Type what Textual holds for not printable as well."""
        if character := typed_character(event):
            event.stop()
            event.prevent_default()
            self.replace(character, *self.selection, maintain_selection_offset=False)
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take the paste without what no point needs."""
        event.stop()
        event.prevent_default()
        if text := pasted(event.text):
            self.replace(text, *self.selection, maintain_selection_offset=False)

    def render_line(self, y: int) -> Strip:
        """A line with its bullet; in the empty box what it is for."""
        if not self.text:
            return self._hint_line() if y == 0 else Strip.blank(self.size.width, self.rich_style)
        return drawn(self._bulleted(super().render_line(y), y + self.scroll_offset.y))

    def _bulleted(self, strip: Strip, at: int) -> Strip:
        if at >= self.wrapped_document.height:
            return strip
        row, column = self.wrapped_document.offset_to_location(Offset(0, at))
        starts = column == 0 and bool(self.document.get_line(row).strip())
        gutter, *rest = strip
        bullet = f" {self._bullet} " if starts else " " * GUTTER
        return Strip([Segment(bullet, gutter.style), *rest], strip.cell_length)

    def _hint_line(self) -> Strip:
        base, cells = self.rich_style, self.size.width
        room = max(cells - GUTTER, 0)
        hint = fitted(shown(self._hint), room)
        style = base + self.get_component_rich_style("text-area--placeholder", partial=True)
        segments = [Segment(" " * min(GUTTER, cells), base)]
        if self.has_focus and room:
            cursor = base + self.get_component_rich_style("text-area--cursor", partial=True)
            segments.append(Segment(hint[:1] or " ", cursor))
            hint = hint[1:]
        segments.append(Segment(hint, style))
        return Strip(segments).adjust_cell_length(cells, base)


class PointBox(Vertical):
    """A title and its `PointArea`, which has the id of the field."""

    DEFAULT_CSS = """
    PointBox { width: 1fr; height: 1fr; border-left: blank; }
    PointBox:focus-within { border-left: outer $accent; }
    PointBox > .label { color: $text-muted; height: 1; }
    PointBox:focus-within > .label { color: $text-accent; text-style: bold; }
    PointBox.-fault > .label { color: $error; text-style: bold; }
    """

    def __init__(self, label: str, name: str, *, placeholder: str, bullet: str, text: str = "") -> None:
        super().__init__(id=f"field-{name}")
        self._label = label
        self.area = PointArea(text, id=name, hint=placeholder, bullet=bullet)

    def compose(self) -> ComposeResult:
        """Title and text."""
        yield Static(Content(self._label), classes="label", markup=False)
        yield self.area
