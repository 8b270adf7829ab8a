"""When a key has done what it does: keys are handed from the app to a widget and back up, each in its own queue."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import ScreenStackError

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump


class Arrival:
    """Calls `then` once all keys handed to the app before have done what they do.

    It goes their way: to the widget with the focus, up to the app, and once more for what that caused (a text that
    changed, a line that was submitted).
    """

    def __init__(self, app: App[Any], then: Callable[[], object]) -> None:
        self._app, self._then = app, then
        self._route: list[MessagePump] | None = None

    def go_on(self) -> None:
        """One step further; called in the program's loop, by each on the way once it has done what came before."""
        if self._route is None:
            self._route = self._way() * 2
        if not self._route:
            self._app.call_later(self._then)
        elif not self._route.pop(0).call_later(self.go_on):  # that one is gone, and what it had to do with it
            self.go_on()

    def _way(self) -> list[MessagePump]:
        try:
            return list((self._app.focused or self._app.screen).ancestors_with_self)
        except ScreenStackError:  # before the first page, or after the last
            return []
