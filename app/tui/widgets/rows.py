"""Rows in named sections, drawn line by line as they are seen: sixty thousand cost what sixty do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from app.cells import fitted, padded, width
from app.text import shown

T = TypeVar("T")

_MARGIN = 2  # cells at the right, one of them for the scroll bar


@dataclass(frozen=True, slots=True)
class Cells:
    """The texts of one row and how they are meant: `tone` is "late", "due" or "" for the right text."""

    mark: str
    day: str
    name: str
    what: str
    right: str = ""
    tone: str = ""
    muted: bool = False


class Rows(ScrollView, Generic[T], can_focus=True):
    """A list of sections of rows with one cursor. `cells` turns an item into its texts when it is drawn."""

    DEFAULT_CSS = """
    Rows {
        width: 1fr; height: 1fr; background: $background; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    Rows > .rows--bar { color: $accent; }
    Rows > .rows--heading { color: $text; text-style: bold; }
    Rows > .rows--muted { color: $text-muted; }
    Rows > .rows--plain { color: $text; }
    Rows > .rows--late { color: $text-warning; }
    Rows > .rows--due { color: $text-accent; }
    Rows > .rows--cursor { background: $panel; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--bar", "rows--heading", "rows--muted", "rows--plain", "rows--late", "rows--due", "rows--cursor",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("home,g", "end_of(-1)", show=False),
        Binding("end,G", "end_of(1)", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """The item under the cursor, counted over all sections; meaningless while there is none."""

    class Moved(Message):
        """Another item is under the cursor."""

    class Opened(Message):
        """The item under the cursor was asked for, by a click on it."""

    def __init__(self, cells: Callable[[T], Cells], *, bar: str = "▌") -> None:
        super().__init__(id="rows")
        self._cells = cells
        self._bar = bar
        self._sections: list[tuple[str, Sequence[T]]] = []
        self._first_item: list[int] = []
        self._first_line: list[int] = []
        self._lines = 0
        self._counted = True
        self.count = 0

    # -- what is listed ---------------------------------------------------------------------------------------

    def show(
        self, sections: Sequence[tuple[str, Sequence[T]]], cursor: int = 0, *, counted: bool = True
    ) -> None:
        """List these sections (empty ones are left out), with the cursor on that item; `counted` in their headings."""
        self._counted = counted
        self._sections = [(title, items) for title, items in sections if items]
        self._first_item, self._first_line = [], []
        item = line = 0
        for _, items in self._sections:
            self._first_item.append(item)
            self._first_line.append(line)
            item += len(items)
            line += len(items) + 2
        self.count, self._lines = item, max(line - 1, 0)
        self.virtual_size = Size(self.size.width, self._lines)
        self.set_reactive(Rows.cursor, max(0, min(cursor, self.count - 1)))
        self._follow(animate=False)
        self.refresh()
        self.post_message(self.Moved())

    @property
    def current(self) -> T | None:
        """The item under the cursor."""
        return self.item(self.cursor) if self.count else None

    def item(self, index: int) -> T:
        """The item of that number."""
        section = bisect_right(self._first_item, index) - 1
        return self._sections[section][1][index - self._first_item[section]]

    def _line_of(self, index: int) -> int:
        section = bisect_right(self._first_item, index) - 1
        return self._first_line[section] + 1 + index - self._first_item[section]

    def _index_at(self, line: int) -> int | None:
        section = bisect_right(self._first_line, line) - 1
        if section < 0:
            return None
        place = line - self._first_line[section] - 1
        return self._first_item[section] + place if 0 <= place < len(self._sections[section][1]) else None

    # -- moving -----------------------------------------------------------------------------------------------

    def validate_cursor(self, cursor: int) -> int:
        """Stay on an item."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Keep it in sight and tell of it."""
        if self.count and before != now:
            self._follow(animate=False)
            self.refresh()
            self.post_message(self.Moved())

    def action_move(self, by: int) -> None:
        """Up or down by so many."""
        self.cursor += by

    def action_page(self, direction: int) -> None:
        """A page up or down."""
        self.cursor += direction * max(self.size.height - 2, 1)

    def action_end_of(self, direction: int) -> None:
        """To the first or the last."""
        self.cursor = self.count - 1 if direction > 0 else 0

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click opens it."""
        index = self._index_at(event.y + int(self.scroll_offset.y))
        if index is None:
            return
        if index == self.cursor and event.chain > 1:
            self.post_message(self.Opened())
        self.cursor = index

    def on_resize(self) -> None:
        """Fit to the new size."""
        self.virtual_size = Size(self.size.width, self._lines)
        self._follow(animate=False)

    def _follow(self, *, animate: bool) -> None:
        if not self.count:
            return
        line = self._line_of(self.cursor)
        # the heading of a section stays in sight with its first row
        top = line - 1 if self._index_at(line - 1) is None else line
        self.scroll_to_region(Region(0, top, 1, line - top + 1), animate=animate, force=True, immediate=True)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """The line `y` of what is seen."""
        line = y + int(self.scroll_offset.y)
        cells = self.size.width
        if not self._sections or line >= self._lines:
            return Strip.blank(cells, self.rich_style)
        section = bisect_right(self._first_line, line) - 1
        if line == self._first_line[section]:
            return self._heading(section, cells)
        index = self._index_at(line)
        return Strip.blank(cells, self.rich_style) if index is None else self._row(index, cells)

    def _heading(self, section: int, cells: int) -> Strip:
        title, items = self._sections[section]
        heading, muted = (
            self.get_component_rich_style("rows--heading"),
            self.get_component_rich_style("rows--muted"),
        )
        segments = [
            Segment("  ", heading),
            Segment(title, heading),
            Segment(f" {len(items):,}".replace(",", " ") if self._counted else "", muted),
        ]
        return Strip(segments).adjust_cell_length(cells, self.rich_style)

    def _row(self, index: int, cells: int) -> Strip:
        row = self._cells(self.item(index))
        here = index == self.cursor
        # the ground alone: the style of the component brings a colour of text along
        ground = Style(bgcolor=self.get_component_rich_style("rows--cursor").bgcolor) if here else Style()
        plain = self.get_component_rich_style("rows--muted" if row.muted else "rows--plain")
        muted = self.get_component_rich_style("rows--muted")
        tone = self.get_component_rich_style(f"rows--{row.tone}" if row.tone else "rows--muted")
        bold = Style(bold=True) if here else Style()
        columns = columns_for(cells)
        right = fitted(shown(row.right), columns.right)
        room = max(cells - columns.before - (width(right) + 1 if right else 0) - _MARGIN, 4)
        bar = self.get_component_rich_style("rows--bar") if here else Style()
        segments = [
            Segment(f"{self._bar} " if here else "  ", bar + ground),
            Segment(padded(row.mark, 2), (tone if row.tone else muted) + ground + bold),
            Segment(padded(row.day, columns.day), muted + ground + bold),
            Segment(padded(shown(row.name), columns.name - 1) + " ", plain + ground + bold),
            Segment(padded(shown(row.what), room), plain + ground + bold),
        ]
        if right:
            segments.append(Segment(f" {right}", tone + ground + bold))
        strip = Strip(segments)
        return Strip([*strip, Segment(" " * max(cells - strip.cell_length, 0), ground)]).crop(0, cells)


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of each column; `before` is where `what` begins."""

    day: int
    name: int
    right: int

    @property
    def before(self) -> int:
        """Cells before `what`: bar, gap, mark, day, name."""
        return 4 + self.day + self.name


def columns_for(cells: int) -> Columns:
    """The columns that fit into so many cells."""
    if cells >= 70:
        return Columns(day=12, name=16, right=16)
    if cells >= 56:
        return Columns(day=11, name=12, right=14)
    if cells >= 46:
        return Columns(day=11, name=11, right=11)
    return Columns(day=11 if cells >= 30 else 0, name=10, right=0)
