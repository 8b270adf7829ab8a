"""Blocks of lines one below the other, some of which the cursor can stand on; for what one opportunity holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Block(Generic[T]):
    """Lines (without the two cells for the bar), and what the cursor stands for on them; None: it passes by."""

    lines: tuple[Content, ...]
    item: T | None = None


class Story(VerticalScroll, Generic[T], can_focus=True):
    """A scroll of blocks with one cursor, seen on the first line of its block or, with `whole`, on all of them."""

    DEFAULT_CSS = """
    Story { height: 1fr; width: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    Story > Static { height: auto; width: 1fr; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,ctrl+d", "move(8)", show=False),
        Binding("pageup,ctrl+u", "move(-8)", show=False),
        Binding("home,g", "move(-100000)", show=False),
        Binding("end,G", "move(100000)", show=False),
    ]

    class Moved(Message):
        """Another block is under the cursor."""

    def __init__(self, *, bar: str, whole: bool = False) -> None:
        super().__init__(id="story")
        self._whole = whole
        self._bar = bar
        self._blocks: Sequence[Block[T]] = ()
        self._stops: list[int] = []
        self.cursor = 0

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static("", markup=False)

    def show(self, blocks: Sequence[Block[T]], cursor: int = 0) -> None:
        """List these blocks, with the cursor on that stop."""
        self._blocks = blocks
        self._stops = [i for i, block in enumerate(blocks) if block.item is not None]
        self.cursor = max(0, min(cursor, len(self._stops) - 1))
        self._draw()

    @property
    def items(self) -> list[T]:
        """What the cursor can stand on, in order."""
        return [block.item for block in self._blocks if block.item is not None]

    @property
    def current(self) -> T | None:
        """What is under the cursor."""
        return self.items[self.cursor] if self._stops else None

    def action_move(self, by: int) -> None:
        """Up or down by so many stops; past the ends the text scrolls."""
        wanted = max(0, min(self.cursor + by, len(self._stops) - 1))
        if wanted == self.cursor:
            self.scroll_relative(y=by, animate=False)
            return
        self.cursor = wanted
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the block under the mouse."""
        line = event.y + int(self.scroll_offset.y)
        for stop, index in enumerate(self._stops):
            top = self._top(index)
            if top <= line < top + len(self._blocks[index].lines):
                self.cursor = stop
                self._draw()

    def on_resize(self) -> None:
        """The row under the cursor reaches to the new edge."""
        self._draw()

    def _under_the_cursor(self, line: Content, bar: str) -> Content:
        row = Content.assemble((bar, "$accent"), line.stylize("bold"))
        return row.pad_right(max(self.scrollable_content_region.width - row.cell_length, 0)).stylize(
            "on $panel"
        )

    def _top(self, index: int) -> int:
        return sum(len(block.lines) for block in self._blocks[:index])

    def _draw(self) -> None:
        here = self._stops[self.cursor] if self._stops else -1
        lines: list[Content] = []
        for index, block in enumerate(self._blocks):
            for place, line in enumerate(block.lines):
                if index == here and (self._whole or place == 0):
                    lines.append(self._under_the_cursor(line, "  " if place else f"{self._bar} "))
                else:
                    lines.append(Content.assemble("  ", line))
        self.query_one(Static).update(Content("\n").join(lines))
        self.call_after_refresh(self._keep_in_sight)  # only then is it known how far there is to scroll
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        if self._stops:
            here = self._stops[self.cursor]
            region = Region(0, self._top(here), 1, len(self._blocks[here].lines))
            self.scroll_to_region(region, animate=False, force=True)
