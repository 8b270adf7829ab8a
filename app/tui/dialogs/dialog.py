"""A form over a page: lines to type in, below them what the line under the cursor is for, then the keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker

from app.domain.dueness import Place, name_of
from app.domain.facts import History
from app.errors import AfterwordError, UsageError
from app.text import shown
from app.tui.actions import bindings
from app.tui.dialogs.kept import KeptTexts
from app.tui.widgets.field import Field, LineInput
from app.tui.widgets.keybar import fitted_keys

if TYPE_CHECKING:
    from app.tui.application import Afterword

T = TypeVar("T")
R = TypeVar("R")

LABEL = 11  # cells
FOOT_CELLS, FOOT_ROWS = 51, 2
BACK_AGAIN = "What you typed before is back."
_kept: WeakKeyDictionary[App[object], KeptTexts] = WeakKeyDictionary()


class Fault(UsageError):
    """What is typed in `field` cannot be taken."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


class Dialog(ModalScreen[T | None], Generic[T]):
    """Gives a value of T through `dismiss`, or None where the person went back.

    Subclasses set PLACE (their name in the registry), `HEADING`, `USES` (by field what it is for) and compose their
    `body`; `answer` makes the value on the journal's thread, from the texts, and raises Fault where it cannot. What
    was typed comes back when the same dialog is opened again before the facts of this opportunity have changed.
    """

    PLACE: ClassVar[str] = ""
    HEADING: ClassVar[str] = ""
    SAVE: ClassVar[str] = "Save"
    _at_rest = "i goes on writing, ^s saves, esc goes back."
    USES: ClassVar[Mapping[str, str]] = {}
    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = []
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-full")]  # noqa: RUF012  (an instance variable by Textual)

    box = query_one("#dialog", Vertical)
    foot = query_one("#dialog-foot", Static)
    key_line = query_one(".keys", Static)

    def __init__(self, history: History, place: Place) -> None:
        super().__init__()
        self.history, self.place = history, place
        self.texts: dict[str, str] = {}
        self._first: dict[str, str] = {}
        self._last: Widget | None = None
        self._notice = ""
        self._faulty = ""
        self._saving = False

    @property
    def program(self) -> Afterword:
        """The app, typed."""
        return cast("Afterword", self.app)

    # -- to be said by each dialog ----------------------------------------------------------------------------

    def body(self) -> Iterator[Widget]:
        """The fields."""
        yield from ()

    def answer(self, texts: Mapping[str, str]) -> T:
        """The value that the texts mean. Called on the journal's thread. Raises Fault."""
        raise NotImplementedError  # each dialog gives a value of its own

    def told(self, field: str) -> tuple[str, ...]:
        """What is known about that field now, of several ways to say it the fullest first; () for its use."""
        return () if field else (self._at_rest,)

    def changed(self) -> None:
        """Something was typed."""

    def keys(self) -> list[tuple[str, str]]:
        """The keys and their labels, the most wanted first."""
        return [("^s", self.SAVE), ("tab", "Next field")]

    # -- the frame --------------------------------------------------------------------------------------------

    def field(self, name: str, label: str, value: str = "", *, hint: str = "") -> Field:
        """A line that begins with `value`, or with what was typed there before."""
        text = self.kept(name, value)
        return Field(label, name, label_width=LABEL, placeholder=hint, value=text)

    def kept(self, name: str, value: str) -> str:
        """What was typed or chosen there before, else `value`."""
        self._first[name] = value
        self.texts[name] = self._before.get(name, value)
        return self.texts[name]

    def compose(self) -> ComposeResult:
        """Heading, fields, foot, keys."""
        kept = _kept.setdefault(self.app, KeptTexts())
        self._before = kept.of(self._kept_as, self.history)
        self._notice = BACK_AGAIN if self._before else ""
        with Vertical(id="dialog"):
            yield Static(Content(shown(self.heading)), classes="heading", markup=False)
            yield Static(Content(shown(name_of(self.history.opportunity))), classes="about", markup=False)
            with Vertical(id="dialog-body"):
                yield from self.body()
            yield Static("", id="dialog-foot", markup=False)
            yield Static("", classes="keys", markup=False)

    @property
    def heading(self) -> str:
        """The first line."""
        return self.HEADING

    @property
    def _kept_as(self) -> tuple[object, ...]:
        return type(self).__name__, self.heading, self.history.opportunity.id

    def on_mount(self) -> None:
        """The cursor into the first field."""
        self._stops()[0].focus()

    def on_resize(self) -> None:
        """Fit the keys to the new width."""
        self.call_after_refresh(self.show_keys)

    def show_keys(self) -> None:
        """Draw the key line."""
        room = self.key_line.content_size.width or 50
        self.key_line.update(fitted_keys([*self.keys(), ("esc", "Back")], [], room))

    # -- what is typed ------------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take it, and keep it for the next time."""
        event.stop()
        name = event.input.id or ""
        if self.texts.get(name) == event.value:
            return
        self.texts[name] = event.value
        self.typed()
        self.changed()

    def typed(self) -> None:
        """Keep what differs from what stood there at first; a fault that was told is old now."""
        typed = {name: text for name, text in self.texts.items() if text != self._first.get(name, "")}
        _kept.setdefault(self.app, KeptTexts()).keep(self._kept_as, self.history, typed)
        self._notice = ""
        self._clear_fault()
        self.explain()

    def put(self, name: str, text: str) -> None:
        """Write into a field for the person."""
        line = self.query_one(f"#{name}", LineInput)
        line.value = text
        line.cursor_position = len(text)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another field is under the cursor; typing replaces what the program put there."""
        self._last = line = event.widget
        if isinstance(line, LineInput) and line.value and line.value == self._first.get(line.id or ""):
            line.action_select_all()
        self.explain()

    def explain(self) -> None:
        """Say in the foot what is wrong, or what the field means now, or what it is for."""
        name = (self.focused.id or "") if self.focused else ""
        ways = (self._notice,) if self._notice else self.told(name) or (self.USES.get(name, ""),)
        told = [Content(shown(way, one_line=False)) for way in ways]
        room = self.foot.content_size.width or FOOT_CELLS
        self.foot.set_class(bool(self._faulty), "-fault")
        self.foot.update(next((way for way in told if len(way.wrap(room)) <= FOOT_ROWS), told[-1]))

    def fault(self, name: str, why: str) -> None:
        """Say what is wrong, at its field; the cursor goes there."""
        self._clear_fault()
        self._notice, self._faulty = why, name or "-"
        if name:
            self.query_one(f"#field-{name}").add_class("-fault")
            self.query_one(f"#{name}").focus()
        self.explain()

    def _clear_fault(self) -> None:
        if self._faulty and self._faulty != "-":
            self.query_one(f"#field-{self._faulty}").remove_class("-fault")
        self._faulty = ""

    # -- keys ---------------------------------------------------------------------------------------------------

    def _stops(self) -> list[Widget]:
        return [widget for widget in self.focus_chain if widget.id and self.box in widget.ancestors]

    def action_next_field(self) -> None:
        """To the next field."""
        self._step(1)

    def action_previous_field(self) -> None:
        """To the field before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        stops = self._stops()
        here = stops.index(self.focused) if self.focused in stops else -1
        stops[(here + by) % len(stops)].focus()

    def action_write(self) -> None:
        """Back to the field one was in."""
        (self._last or self._stops()[0]).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on; in the last field it saves."""
        event.stop()
        if not self.takes_enter(event.input.id or ""):
            self.go_on()

    def takes_enter(self, field: str) -> bool:
        """Whether enter did something of its own in that field."""
        return not field

    def go_on(self) -> None:
        """To the next field, or from the last one to the end."""
        if self.focused is self._stops()[-1]:
            self.action_save()
        else:
            self.action_next_field()

    def action_stop_writing(self) -> None:
        """Back; what was typed waits."""
        if self.is_current:
            self.dismiss(None)

    def action_save(self) -> None:
        """Give the value, or say what is wrong."""
        if self._saving or not self.is_current:
            return
        self._saving = True
        self.run_worker(self._answering(), group="answer", exit_on_error=False)

    async def _answering(self) -> None:
        try:
            await self._caught_up()
            texts = {line.id or "": line.value for line in self.query(LineInput)}
            value = await self.program.desk.compute(lambda: self.answer(texts))
        except Fault as error:
            self.fault(error.field, str(error))
        except AfterwordError as error:
            self.fault("", str(error))
        else:
            if self.is_current:
                self.dismiss(value)
        finally:
            self._saving = False

    async def _caught_up(self) -> None:
        """Wait for the keys that are still on their way to the field."""
        if self.focused is not None:
            arrived = asyncio.Event()
            self.focused.call_later(arrived.set)
            await arrived.wait()

    async def computed(self, work: Callable[[], R]) -> R | None:
        """`work` on the journal's thread; None where what is typed cannot be read yet."""
        try:
            return await self.program.desk.compute(work)
        except AfterwordError:
            return None

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Work of this dialog failed, perhaps."""
        self.program.work_failed(event)


def dialog_bindings(place: str) -> list[BindingType]:
    """The keys of a dialog, with those that move between its lines."""
    from textual.binding import Binding

    return [
        *bindings(place),
        Binding("down", "next_field", show=False),
        Binding("up,shift+tab", "previous_field", show=False),
    ]
