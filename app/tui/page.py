"""What every page is: a top bar, a body, a foot, the keys; and the two states, writing and at rest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.worker import Worker

from app.tui.bursts import ActsOnLetters
from app.tui.marks import ASCII
from app.tui.widgets.foot import Foot
from app.tui.widgets.keybar import KeyBar
from app.tui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from app.tui.application import Afterword


class Page(ActsOnLetters, Screen[None]):
    """A page. Subclasses set PLACE (their name in the registry of actions) and compose their `body`.

    Classes set on the screen by size: `-narrow`/`-wide` (from 110 columns), `-low`/`-tall` (from 30 rows), `-tiny`
    (below 60 by 16).
    """

    PLACE: ClassVar[str] = ""
    PAGE: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  (an instance variable by Textual)
        (0, "-cramped"),
        (60, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  (an instance variable by Textual)
        (0, "-short"),
        (16, "-low"),
        (24, "-full"),
        (30, "-tall"),
    ]

    topbar = query_one("#topbar", TopBar)
    foot = query_one("#foot", Foot)
    keybar = query_one("#keybar", KeyBar)

    DEFAULT_CSS = """
    Page { layout: vertical; background: $background; overflow: hidden; }
    Page > #foot-block { dock: bottom; height: auto; background: $surface; }
    Page > #foot-block > * { padding: 0 2; }
    Page.-low > TopBar, Page.-short > TopBar { margin-bottom: 0; }
    Page.-short Foot { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._wrote_in: Widget | None = None

    @property
    def program(self) -> Afterword:
        """The app, typed."""
        return cast("Afterword", self.app)

    def compose(self) -> ComposeResult:
        """The frame around the body."""
        from textual.containers import Vertical

        yield TopBar(self.PAGE or self.PLACE)
        yield from self.body()
        with Vertical(id="foot-block"):
            yield Foot()
            yield KeyBar(self.PLACE)

    def body(self) -> ComposeResult:
        """The widgets between the top bar and the foot."""
        yield from ()

    @property
    def writing(self) -> bool:
        """Whether letters type now."""
        return isinstance(self.focused, Input | TextArea)

    def say(self, status: Content | str) -> None:
        """Put a short text at the right of the top bar; over made-up data it says so too."""
        text = status if isinstance(status, Content) else Content(status)
        if self.program.demo:
            text = Content.assemble(("made-up data", "$text-warning"), "   " if text else "", text)
        for bar in self.query(
            TopBar
        ):  # none on a page that is being closed, to which the keeper may still report
            bar.status = text

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The state may have changed."""
        if isinstance(event.widget, Input | TextArea):
            self._wrote_in = event.widget
        self.keybar.show(writing=self.writing)

    def on_compose(self) -> None:
        """Where marks are ASCII, so is the bar of the field one writes in."""
        self.set_class(self.program.marks is ASCII, "-ascii")

    def on_descendant_blur(self) -> None:
        """The state may have changed."""
        self.call_later(self._state_changed)

    def _state_changed(self) -> None:
        if self.is_mounted:
            self.keybar.show(writing=self.writing)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Work of this page failed, perhaps."""
        self.program.work_failed(event)

    def keep_working(self, work: Callable[[], Awaitable[None]], group: str) -> None:
        """Run `work` in the background; what still runs of its `group` is dropped."""
        self.run_worker(work, exclusive=True, group=group, exit_on_error=False)

    def facts_changed(self) -> None:
        """The journal holds something new; read again what is shown."""

    def on_top_bar_chosen(self, message: TopBar.Chosen) -> None:
        """A page was clicked."""
        self.program.action_page(message.page)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted at rest goes to where one was writing: never lost, never a command."""
        event.stop()
        if not self.writing and self._wrote_in is not None and self._wrote_in.is_attached:
            self._wrote_in.focus()
            self._wrote_in.post_message(events.Paste(event.text))

    def action_stop_writing(self) -> None:
        """Leave the text; when at rest already, go back."""
        if self.writing:
            self.set_focus(None)
        else:
            self.action_back()

    def action_back(self) -> None:
        """Go back to where one came from; a page turns to the timeline."""
        self.program.action_page("timeline")

    def action_write(self) -> None:
        """Back to where one was writing."""
        if self._wrote_in is not None and self._wrote_in.is_attached:
            self._wrote_in.focus()
