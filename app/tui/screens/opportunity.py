"""One opportunity: everything known about it, in order, and what comes next."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from app.domain.dueness import Outlook
from app.domain.timeline import Entry
from app.tui.actions import bindings
from app.tui.deeds import Deeds
from app.tui.page import Page
from app.tui.storytelling import opportunity_blocks, opportunity_panel
from app.tui.telling import entry_why
from app.tui.widgets.story import Story

BESIDE = 44  # cells of the side panel, the bar and the margin


class OpportunityScreen(Deeds, Page):
    """Over the timeline; `wanted` is the key of the entry to begin on."""

    PLACE = "opportunity"
    PAGE = "timeline"
    CSS_PATH = "opportunity.tcss"
    AUTO_FOCUS = "#story"
    BINDINGS: ClassVar[list[BindingType]] = bindings("opportunity")

    side = query_one("#side-text", Static)

    def __init__(self, opportunity_id: int, wanted: tuple[object, ...] = ()) -> None:
        super().__init__()
        self._opportunity_id = opportunity_id
        self._wanted = wanted
        self._outlook: Outlook | None = None

    def body(self) -> ComposeResult:
        """The story, and beside it where there is room what is next and who is who."""
        with Horizontal(id="opportunity"):
            yield Story(bar=self.program.marks["cursor"])
            with VerticalScroll(id="side", can_focus=False):
                yield Static("", id="side-text", markup=False)

    @property
    def story(self) -> Story[Entry]:
        """The text with the cursor."""
        return self.query_one(Story)

    def on_mount(self) -> None:
        """Read it."""
        self.say("esc back to the list")
        self.facts_changed()

    def on_resize(self) -> None:
        """Fold the lines anew."""
        if self._outlook is not None:
            self.call_after_refresh(self._draw)

    def facts_changed(self) -> None:
        """Read it again."""
        self.keep_working(self._load, "opportunity")

    async def _load(self) -> None:
        from app.domain.dueness import outlook
        from app.errors import AfterwordError, NotFound

        program, place = self.program, self.program.place()
        try:
            self._outlook = await program.desk.run(
                lambda journal: outlook(journal.history(self._opportunity_id), place)
            )
        except NotFound:  # an undo took it away while it was open
            program.tell("This opportunity is not in the journal any more.")
            self.action_back()
            return
        except AfterwordError as error:
            program.tell(str(error), severity="error")
            return
        self._draw()

    def _draw(self) -> None:
        outlook = self._outlook
        if outlook is None:
            return
        wide = self.has_class("-wide")
        cells = max(self.size.width - (BESIDE if wide else 4), 16)
        story, current = self.story, self.story.current
        key = current.key if current else self._wanted
        marks, zone = self.program.marks, self.program.zone
        blocks = opportunity_blocks(outlook, marks, zone, cells, people=not wide)
        stops = [block.item for block in blocks if block.item is not None]
        cursor = next((i for i, entry in enumerate(stops) if entry.key == key), None)
        if cursor is None:
            cursor = next((i for i, entry in enumerate(stops) if entry.step), len(stops) - 1)
        story.show(blocks, cursor)

    def on_story_moved(self) -> None:
        """Tell why, for what is under the cursor."""
        entry = self.story.current
        self.foot.tell(entry_why(entry) if entry else Content(""))
        if self._outlook is not None:
            program = self.program
            self.side.update(opportunity_panel(self._outlook, entry, program.marks, program.zone))

    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        return self.story.current

    def action_back(self) -> None:
        """Back to the list."""
        if self.is_current:
            self.dismiss()
