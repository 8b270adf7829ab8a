"""Letters act at rest; a burst of them is a paste from a terminal without paste brackets, and does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from textual.widget import Widget as _Base
else:
    _Base = object

BURST = 0.010
"""Seconds within which no two keys of a person arrive; the letters of a paste do."""

_MOVES = frozenset("jk")  # held down they come in packets, and they change nothing


class ActsOnLetters(_Base):
    """A screen whose letters act: each waits for as long as a burst would go on, and acts if it stayed alone."""

    _letter_at = 0.0
    _letter = ""
    _waits = ""
    _acting = ""
    _hurried = False

    def on_key(self, event: events.Key) -> None:
        """Hold a letter back for a moment."""
        if isinstance(self.screen.focused, Input | TextArea) or not event.is_printable:
            return
        if event.key == self._acting:
            self._acting = ""
            return
        apart, repeated = event.time - self._letter_at >= BURST, event.key == self._letter
        self._letter_at, self._letter = event.time, event.key
        if event.key in _MOVES and (apart or repeated):
            return
        event.stop()
        if apart:
            self._waits, self._hurried = event.key, False
            self.set_timer(BURST, self._act)
        else:
            self._waits = ""
            if not self._hurried:
                self._hurried = True
                self.hurried()

    def _act(self) -> None:
        if self._waits:
            self._acting, self._waits = self._waits, ""
            # by way of the app: a key sent by this screen would not go on from it to the bindings
            self.app.call_later(self.app.simulate_key, self._acting)

    def hurried(self) -> None:
        """Say that letters came in a burst and did nothing."""
        self.notify("These letters came in one rush, like a paste, so none of them acted.", markup=False)
