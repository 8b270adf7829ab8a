"""The keys that work at the place one comes from, in two columns, from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from app.cells import lines_of, padded, width
from app.tui.actions import ACTIONS, EVERYWHERE, Action, at, key_shown

if TYPE_CHECKING:
    from app.tui.application import Afterword

Row = tuple[str, str]
"""Keys, and what they do."""
Section = tuple[str, list[Row]]

_KEYS = 9  # cells
_TITLES: Mapping[str, str] = {
    "timeline": "Timeline",
    "first": "Timeline",
    "capture": "Capture",
    "opportunity": "Opportunity",
    "leave": "Before you leave",
    "word": "A word from them",
    "sent": "A message sent",
    "outcome": "An outcome",
    "region": "The region",
}
_MOVES: Mapping[str, tuple[Row, ...]] = {
    "timeline": (("j k g G", "move; top, end"),),
    "opportunity": (("j k g G", "move; top, end"),),
}
_MARKS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("late", "due", "coming"), "late, today, ahead"),
    (("done", "happened"), "done, happened"),
)


class HelpScreen(ModalScreen[None]):
    """The keys of `place` ("timeline", "capture", ...)."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,f1", "close", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-cramped"), (60, "-narrow"), (110, "-wide")]  # noqa: RUF012  (as Textual has it)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-full")]  # noqa: RUF012  (as Textual has it)

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def compose(self) -> ComposeResult:
        """Two columns and a last line."""
        with VerticalScroll(id="help"):
            with Horizontal(id="help-columns"):
                yield Static("", id="help-left", classes="column", markup=False)
                yield Static("", id="help-right", classes="column", markup=False)
            yield Static(Content(_end()), id="help-end", markup=False)

    def on_mount(self) -> None:
        """Write them once their width is known."""
        self.call_after_refresh(self._write)

    def on_resize(self) -> None:
        """Write them for the new width."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        marks = cast("Afterword", self.app).marks
        for column, sections in (("left", left(self.place)), ("right", right(self.place, marks))):
            static = self.query_one(f"#help-{column}", Static)
            if static.content_size.width:
                static.update(_column(sections, static.content_size.width))

    def action_close(self) -> None:
        """Back to the page."""
        if self.is_current:
            self.dismiss()

    def action_scroll(self, by: int) -> None:
        """Up or down by a line."""
        self.query_one("#help").scroll_relative(y=by, animate=False)


def left(place: str) -> list[Section]:
    """What works everywhere, and while writing at `place`."""
    everywhere = [_row(action) for action in at(EVERYWHERE) if action.rest or action.writing]
    writing = [
        _row(action, writing=True)
        for action in at(place)
        if action.writing and EVERYWHERE not in action.places
    ]
    return [("Everywhere", everywhere), *([("While writing", writing)] if writing else [])]


def right(place: str, marks: Mapping[str, str]) -> list[Section]:
    """What works at `place` at rest, and what the marks mean."""
    rows = [
        *_MOVES.get(place, ()),
        *(_row(action) for action in at(place) if action.rest and EVERYWHERE not in action.places),
    ]
    seen = [(" ".join(marks[name] for name in names), meaning) for names, meaning in _MARKS]
    return [*([(_TITLES.get(place, "Here"), rows)] if rows else []), ("Marks", seen)]


def _row(action: Action, *, writing: bool = False) -> Row:
    if writing:
        return key_shown(action.writing[0]), _either(action)
    first = [*action.rest, *action.writing][:2] if EVERYWHERE in action.places else action.rest
    return " ".join(key_shown(key) for key in first), _either(action)


def _either(action: Action) -> str:
    """Both ways to say it; the column takes the help where that fits its line, else the label."""
    return f"{action.help}\n{action.label.lower()}"


def _column(sections: Iterable[Section], cells: int) -> Content:
    lines: list[Content] = []
    for title, rows in sections:
        lines += (
            [Content(""), Content.styled(title, "bold $text")]
            if lines
            else [Content.styled(title, "bold $text")]
        )
        for keys, meaning in rows:
            room = max(cells - _KEYS, 8)
            ways = meaning.split("\n")
            told = next((way for way in ways if width(way) <= room), ways[-1])
            first, *more = lines_of(told, room)
            lines.append(Content.assemble((padded(keys, _KEYS), "$accent"), first))
            lines += [Content(" " * _KEYS + line) for line in more]
    return Content("\n").join(lines)


def _end() -> str:
    pages = [key_shown(key) for a in ACTIONS if a.id.startswith("page(") for key in a.writing]
    return f"{' '.join(pages)} also turn to the pages. esc closes."
