"""Every command that works where one comes from: search it, run it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input

from app.cells import padded
from app.text import folded, shown
from app.tui.actions import Action, at
from app.tui.widgets.field import LineInput
from app.tui.widgets.story import Block, Story

if TYPE_CHECKING:
    from app.tui.application import Afterword

_KEY = 6  # cells
_OF_THE_CURSOR = frozenset({"palette", "next_field", "stop_writing", "write", "back"})
"""What makes sense only with a key under the finger."""


class PaletteScreen(ModalScreen[None]):
    """The commands of `place` ("timeline", "capture", ...); the chosen one runs on the page below."""

    CSS_PATH = "palette.tcss"
    AUTO_FOCUS = "#search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-full"), (30, "-tall")]  # noqa: RUF012  (as Textual has it)

    search = query_one("#search", LineInput)

    def __init__(self, place: str) -> None:
        super().__init__()
        self._actions = tuple(action for action in at(place) if action.id not in _OF_THE_CURSOR)

    def compose(self) -> ComposeResult:
        """The search line, and the list."""
        with Vertical(id="palette"):
            with Vertical(id="palette-search"):
                line = LineInput(id="search", placeholder="Search for commands…", select_on_focus=False)
                line.cursor_blink = False
                yield line
            story: Story[Action] = Story(bar=cast("Afterword", self.app).marks["cursor"], whole=True)
            story.can_focus = False
            yield story

    @property
    def list(self) -> Story[Action]:
        """What was found."""
        return self.query_one(Story)

    def on_mount(self) -> None:
        """All of them at first."""
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only what has every word that is typed."""
        event.stop()
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Run the one under the cursor, on the page below."""
        event.stop()
        action = self.list.current
        if action is not None and self.is_current:
            self.dismiss()
            self.app.call_later(_run, self.app, action.id)

    def on_click(self) -> None:
        """The cursor stays in the search line."""
        self.search.focus()

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.list.action_move(by)

    def action_close(self) -> None:
        """Back to the page."""
        if self.is_current:
            self.dismiss()

    def _show(self) -> None:
        found = found_among(self._actions, self.search.value)
        nothing: Block[Action] = Block((Content("Nothing is called so."),))
        self.list.show([Block(_lines(action), action) for action in found] or [nothing])


def found_among(actions: tuple[Action, ...], typed: str) -> list[Action]:
    """Those that have every word typed, in their name, their help or as their key; by name first."""
    words = folded(typed).split()

    def in_name(action: Action) -> bool:
        return all(word in folded(action.label) for word in words)

    def anywhere(action: Action) -> bool:
        text = folded(f"{action.label} {action.help}")
        return all(word in text for word in words) or shown(typed) == _key_of(action)

    return sorted((action for action in actions if anywhere(action)), key=lambda a: not in_name(a))


def _lines(action: Action) -> tuple[Content, Content]:
    return (
        Content.styled(shown(action.label), "$text"),
        Content.assemble((padded(_key_of(action), _KEY), "$accent"), shown(action.help)),
    )


def _key_of(action: Action) -> str:
    return action.shown_key(writing=False)


async def _run(app: Afterword, action_id: str) -> None:
    """Run it on the page in front now; what no page does is the program's."""
    if not await app.run_action(action_id, app.screen):
        await app.run_action(action_id)
