"""The last row: the keys that act here and now. One line, calmer than a footer that is built anew at each focus."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from app.cells import width
from app.tui.actions import Action, footer


class KeyBar(Static):
    """The footer of `place`, fed from the registry. `show(writing=...)` redraws it."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 2; background: $surface; color: $text-muted; text-wrap: nowrap; }
    """

    def __init__(self, place: str) -> None:
        super().__init__(markup=False, id="keybar")
        self.place = place
        self.writing = False
        self.extra: tuple[tuple[str, str], ...] = ()

    def show(self, *, writing: bool, extra: tuple[tuple[str, str], ...] | None = None) -> None:
        """Draw for this state; `extra` are further (key, label) pairs put first; None keeps those of before."""
        self.writing = writing
        self.extra = self.extra if extra is None else extra
        self._draw()

    def on_resize(self) -> None:
        """Fit to the new width."""
        self._draw()

    def on_mount(self) -> None:
        """Draw the first time."""
        self._draw()

    def _draw(self) -> None:
        offered = footer(self.place, writing=self.writing)
        left = [*self.extra, *(_pair(a, writing=self.writing) for a in offered if not a.right)]
        right = [_pair(a, writing=self.writing) for a in offered if a.right]
        self.update(fitted_keys(left, right, max(self.size.width, 20)))


def _pair(action: Action, *, writing: bool) -> tuple[str, str]:
    return action.shown_key(writing=writing), action.label


def fitted_keys(left: list[tuple[str, str]], right: list[tuple[str, str]], cells: int) -> Content:
    """One line of `cells` cells: keys bold, labels plain. Dropped from the end of the left, then of the right but Help.

    Spacing is 3 cells, then 2 where that saves a key.
    """
    right = list(right)
    for gap in (3, 2):
        line = _line(left, right, gap)
        if line[1] <= cells:
            return _joined(left, right, gap, cells)
    left = list(left)
    while left and _line(left, right, 2)[1] > cells:
        left.pop()
    while len(right) > 1 and _line(left, right, 2)[1] > cells:
        right.pop(0)
    return _joined(left, right, 2, cells)


def _line(left: list[tuple[str, str]], right: list[tuple[str, str]], gap: int) -> tuple[int, int]:
    cost = [width(k) + 1 + width(label) for k, label in (*left, *right)]
    return len(cost), sum(cost) + gap * max(len(cost) - 1, 0)


def _joined(left: list[tuple[str, str]], right: list[tuple[str, str]], gap: int, cells: int) -> Content:
    def part(pairs: list[tuple[str, str]]) -> Content:
        return Content(" " * gap).join(
            Content.assemble((key, "bold $text"), " ", label) for key, label in pairs
        )

    start, end = part(left), part(right)
    space = max(cells - start.cell_length - end.cell_length, 1 if left and right else 0)
    return Content.assemble(start, " " * space, end)
