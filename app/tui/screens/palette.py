"""Every command that works where one comes from, and every opportunity: search it, run or open it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input

from app.cells import padded
from app.errors import AfterwordError
from app.text import folded, shown
from app.tui.actions import Action, at
from app.tui.finding import Findable, findables, opportunities_found
from app.tui.widgets.field import LineInput
from app.tui.widgets.story import Block, Story

if TYPE_CHECKING:
    from app.storage.journal import Journal
    from app.tui.application import Afterword

Chosen: TypeAlias = Action | Findable

HINT = "Search for commands, employers, people…"
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
        self._opportunities: tuple[Findable, ...] | None = None
        self._actions = tuple(action for action in at(place) if action.id not in _OF_THE_CURSOR)

    def compose(self) -> ComposeResult:
        """The search line, and the list."""
        with Vertical(id="palette"):
            with Vertical(id="palette-search"):
                line = LineInput(
                    id="search", placeholder="Search for commands, employers, people…", select_on_focus=False
                )
                line.cursor_blink = False
                yield line
            story: Story[Chosen] = Story(bar=cast("Afterword", self.app).marks["cursor"], whole=True)
            story.can_focus = False
            yield story

    @property
    def list(self) -> Story[Chosen]:
        """What was found."""
        return self.query_one(Story)

    def on_mount(self) -> None:
        """All of them at first."""
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only what has every word that is typed."""
        event.stop()
        if self._opportunities is None and self.search.value:
            self._opportunities = ()
            self.run_worker(self._look_for_opportunities(), exit_on_error=False)
        self._show()

    async def _look_for_opportunities(self) -> None:
        program = cast("Afterword", self.app)
        place = program.place()

        def work(journal: Journal) -> tuple[Findable, ...]:
            if program.outlooks.stamp is None:  # the timeline was not shown yet
                program.outlooks.read(journal, place)
            return findables(program.outlooks.all)

        try:
            self._opportunities = await program.desk.run(work)
        except AfterwordError:
            return  # it is told where the journal is opened; the commands are found all the same
        if self.is_mounted:
            self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Run the one under the cursor, on the page below."""
        event.stop()
        chosen = self.list.current
        if chosen is not None and self.is_current:
            self.dismiss()
            if isinstance(chosen, Findable):
                self.app.call_later(_open, self.app, chosen.opportunity_id)
            else:
                self.app.call_later(_run, self.app, chosen.id)

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
        typed = self.search.value
        blocks: list[Block[Chosen]] = [Block(_lines(one), one) for one in found_among(self._actions, typed)]
        opportunities = opportunities_found(self._opportunities or (), typed)
        blocks.extend(Block(_opportunity_lines(found), found) for found in opportunities)
        self.list.show(blocks or [Block((Content("Nothing is called so."),))])


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


def _opportunity_lines(found: Findable) -> tuple[Content, Content]:
    return (
        Content.styled(shown(found.name), "$text"),
        Content(f"{' ' * _KEY}{shown(found.about)}"),
    )


def _key_of(action: Action) -> str:
    return action.shown_key(writing=False)


async def _run(app: Afterword, action_id: str) -> None:
    """Run it on the page in front now; what no page does is the program's."""
    if not await app.run_action(action_id, app.screen):
        await app.run_action(action_id)


async def _open(app: Afterword, opportunity_id: int) -> None:
    """Open it, over its row of the timeline."""
    from app.tui.screens.opportunity import OpportunityScreen

    await app.show_on_timeline(opportunity_id)
    app.push_screen(OpportunityScreen(opportunity_id))
