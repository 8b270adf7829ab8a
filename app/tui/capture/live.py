"""What is typed is read along: after each pause of the keys, on the journal's thread, never in the way of typing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
PAUSE = 0.05  # seconds without a key before what is typed is read


class Working(Protocol):
    """A widget that runs workers."""

    def run_worker(self, work: Awaitable[None], *, group: str, exit_on_error: bool) -> object:
        """Run it beside what else goes on."""
        ...


class LiveReading(Generic[T]):
    """Reads along with `read` and hands the last reading to `show`; one that is overtaken is not shown."""

    def __init__(
        self, owner: Working, read: Callable[[], Awaitable[T | None]], show: Callable[[T], None]
    ) -> None:
        self._owner, self._read, self._show = owner, read, show
        self._changed = False
        self._running = False

    def changed(self) -> None:
        """Something was typed: one flag a key, the rest is done in the pause."""
        self._changed = True
        if not self._running:
            self._running = True
            self._owner.run_worker(self._read_along(), group="reading", exit_on_error=False)

    async def _read_along(self) -> None:
        try:
            while self._changed:
                while self._changed:
                    self._changed = False
                    await asyncio.sleep(PAUSE)
                reading = await self._read()
                if reading is not None and not self._changed:
                    self._show(reading)
        finally:
            self._running = False
