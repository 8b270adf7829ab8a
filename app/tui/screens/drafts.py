"""The drafts that wait: choose one, throw one away (and bring it back), start another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from app.cells import fitted
from app.errors import AfterwordError
from app.text import shown
from app.tui.bursts import ActsOnLetters
from app.tui.capture.drafting import EDIT, DraftDesk
from app.tui.capture.telling import clock_text

if TYPE_CHECKING:
    from app.storage.drafts import DraftInfo
    from app.tui.application import Afterword

_NOTHING = "No draft waits. What you type is kept as one by itself."
_ELSEWHERE = "It is open in another window, and stays."


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: a draft's `id`, or a `new` one; and the ids `thrown` away meanwhile, the last one last."""

    id: str = ""
    new: bool = False
    thrown: tuple[str, ...] = field(default=())


class DraftsScreen(ActsOnLetters, ModalScreen[Choice | None]):
    """Gives a `Choice`. `current` is the id of the draft in hand, "" where nothing is typed."""

    CSS_PATH = "drafts.tcss"
    AUTO_FOCUS = "#drafts-list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
        Binding("x,delete", "throw_away", show=False),
        Binding("u", "bring_back", show=False),
        Binding("n", "another", show=False),
    ]

    list = query_one("#drafts-list", OptionList)
    said = query_one("#drafts-said", Static)

    def __init__(self, drafts: DraftDesk, current: str) -> None:
        super().__init__()
        self._drafts, self._current = drafts, current
        self._thrown: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, a line of what happened, the keys."""
        with Vertical(id="drafts-box"):
            yield Static(Content("Drafts"), classes="heading", markup=False)
            yield OptionList(id="drafts-list", markup=False, compact=True)
            yield Static(Content(""), id="drafts-said", markup=False)
            pairs = (
                ("enter", "Go on with it"),
                ("x", "Throw away"),
                ("u", "Undo"),
                ("n", "New"),
                ("esc", "Back"),
            )
            keys = Content("   ").join(
                Content.assemble((key, "bold $text"), f" {label}") for key, label in pairs
            )
            yield Static(keys, classes="keys", markup=False)

    async def on_mount(self) -> None:
        """Show what there is."""
        await self._fill()

    async def _fill(self) -> None:
        try:
            infos = await self._drafts.waiting()
        except AfterwordError as error:
            self._say(str(error))
            return
        now = cast("Afterword", self.app).clock()
        at = self.list.highlighted or 0
        self.list.clear_options()
        self.list.add_options(Option(self._row(info, now), id=info.id) for info in infos)
        if infos:
            self.list.highlighted = min(at, len(infos) - 1)
        elif not self._thrown:
            self._say(_NOTHING)

    def _row(self, info: DraftInfo, now: datetime) -> Content:
        what = "changes to " if info.id.startswith(EDIT) else ""
        here = "   this one" if info.id == self._current else ""
        title = fitted(shown(info.title), 36)
        return Content.assemble(
            f"{what}{title}   ", (f"kept {clock_text(info.saved_at, now)}{here}", "$text-muted")
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on with that draft."""
        self.dismiss(Choice(id=event.option.id or "", thrown=self._thrown))

    @property
    def _at(self) -> str:
        index = self.list.highlighted
        return "" if index is None else self.list.get_option_at_index(index).id or ""

    async def action_throw_away(self) -> None:
        """Throw the draft under the cursor away."""
        draft_id = self._at
        if not draft_id:
            return
        try:
            gone = await self._drafts.throw_away(draft_id)
        except AfterwordError as error:
            self._say(str(error))
            return
        if gone:
            self._thrown += (draft_id,)
        self._say("Thrown away. u brings it back." if gone else _ELSEWHERE)
        await self._fill()

    async def action_bring_back(self) -> None:
        """Bring back what was thrown away last."""
        if not self._thrown:
            return
        *before, last = self._thrown
        try:
            await self._drafts.bring_back(last)
        except AfterwordError as error:
            self._say(str(error))
            return
        self._thrown = tuple(before)
        self._say("It is back.")
        await self._fill()

    def action_another(self) -> None:
        """Start another."""
        self.dismiss(Choice(new=True, thrown=self._thrown))

    def action_back(self) -> None:
        """Back to where one was."""
        self.dismiss(Choice(thrown=self._thrown))

    def action_down(self) -> None:
        """To the next draft."""
        self.list.action_cursor_down()

    def action_up(self) -> None:
        """To the draft before."""
        self.list.action_cursor_up()

    def _say(self, line: str) -> None:
        self.said.update(Content(shown(line)))
