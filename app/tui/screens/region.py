"""The region, asked once: whose holidays and working week count. Also for one employer, where it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from app.errors import UnknownRegion
from app.text import shown
from app.tui.actions import bindings
from app.tui.widgets.field import Field, LineInput

if TYPE_CHECKING:
    from app.tui.application import Afterword

_ASK = "Where are the employers you talk to?"
_WHY = "Their holidays and working week decide which days count. A country, or\none with its part: DE, CA-ON, US-NY."
_NONE = "Empty: Monday to Friday, and no holidays."


class RegionScreen(ModalScreen[str | None]):
    """Gives the region ("CA-ON"; "" for none), or None where the person went back.

    `employer` names the one employer it is asked for, "" all; `present` is what holds now, None for the guess.
    """

    CSS_PATH = "region.tcss"
    AUTO_FOCUS = "#region"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("region"),
        Binding("escape", "stop_writing", show=False),
    ]

    line = query_one("#region", LineInput)
    answer = query_one("#region-answer", Static)

    def __init__(self, *, employer: str = "", present: str | None = None) -> None:
        super().__init__()
        self._employer, self._present = employer, present

    @property
    def program(self) -> Afterword:
        """The app, typed."""
        return cast("Afterword", self.app)

    def compose(self) -> ComposeResult:
        """The question, the line, what it means."""
        ask = f"Where is {shown(self._employer)}?" if self._employer else _ASK
        with Vertical(id="region-box"):
            yield Static(Content(ask), classes="heading", markup=False)
            yield Static(Content(_WHY), classes="why", markup=False)
            yield Field("Region", "region", label_width=9, value=self._present or "")
            yield Static(Content(_NONE), id="region-answer", markup=False)
            keys = Content.assemble(("enter", "bold $text"), " Take it   ", ("esc", "bold $text"), " Back")
            yield Static(keys, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Guess, beside the screen's own work."""
        self.run_worker(self._offer(), exit_on_error=False)

    async def _offer(self) -> None:
        from app.whereabouts import guessed

        if self._present is None:
            zone = self.program.zone
            guess = await self.program.desk.compute(lambda: guessed(zone))
            if not self.line.value:
                self.line.value = guess
                self.line.cursor_position = len(guess)
        await self._describe(self.line.value)

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is typed."""
        event.stop()
        self.run_worker(self._describe(event.value), group="describe", exclusive=True, exit_on_error=False)

    async def _describe(self, typed: str) -> None:
        try:
            region, name = await self.program.desk.compute(lambda: _named(typed))
        except UnknownRegion:
            self.answer.update(Content(""))
            return
        self.answer.update(Content(f"{region}: {name}." if region else _NONE))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes it."""
        event.stop()
        await self._take()

    async def action_save(self) -> None:
        """Take it, as enter does."""
        await self._take()

    async def _take(self) -> None:
        typed = self.line.value
        try:
            region, _ = await self.program.desk.compute(lambda: _named(typed))
        except UnknownRegion as error:
            self._refuse(error)
            return
        self.dismiss(region)

    def _refuse(self, error: UnknownRegion) -> None:
        self.answer.update(Content.styled(shown(str(error)), "$error"))
        if error.nearest:
            # what is likely meant is put there, so that enter takes it
            with self.prevent(Input.Changed):
                self.line.value = error.nearest[0]
                self.line.cursor_position = len(error.nearest[0])

    def action_stop_writing(self) -> None:
        """Back, with nothing decided."""
        self.dismiss(None)


def _named(typed: str) -> tuple[str, str]:
    from app.domain.regions import canonical_region, region_name

    region = canonical_region(typed)
    return region, region_name(region) if region else ""
