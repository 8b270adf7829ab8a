"""The journal as the screens reach it: opened and worked on in one thread, never on the screen's own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from app.clock import Clock
from app.paths import Places

if TYPE_CHECKING:
    from app.storage.journal import Journal
    from app.storage.values import Stamp

T = TypeVar("T")


class Desk:
    """One thread that opens the journal and does each piece of work on it, in order.

    `opened` tells whether it is open; `failed` is the error of the last try to open it, None while there is none.
    """

    def __init__(self, places: Places, clock: Clock) -> None:
        self.places = places
        self._clock = clock
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._journal: Journal | None = None
        self.failed: Exception | None = None
        self._stamp: Stamp | None = None

    @property
    def opened(self) -> bool:
        """Whether the journal is open."""
        return self._journal is not None

    @property
    def read_only(self) -> bool:
        """Whether the open journal cannot be written."""
        return self._journal is not None and self._journal.read_only

    async def run(self, work: Callable[[Journal], T]) -> T:
        """`work` on the journal, opened first where it is not. Raises what `work` raises, or why it cannot open."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def compute(self, work: Callable[[], T]) -> T:
        """`work` on the same thread, without the journal (the rules, with what they load)."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def changed(self) -> bool:
        """Whether another program changed the journal's file since this was last asked or since our own last work."""
        from app.storage.duefile import stamp_of

        if self._journal is None:
            return False
        present = stamp_of(self.places.journal)
        was, self._stamp = self._stamp, present
        return present != was

    def close(self) -> None:
        """Take no more work; what runs may end."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _do(self, work: Callable[[Journal], T]) -> T:
        from app.storage.duefile import stamp_of

        if self._journal is None:
            self._open()
        assert self._journal is not None  # noqa: S101  (for the type checker: _open raises otherwise)
        before = stamp_of(self.places.journal)
        try:
            return work(self._journal)
        finally:
            # a change from outside between the last look and this work must still be noticed
            if self._stamp == before:
                self._stamp = stamp_of(self.places.journal)

    def _open(self) -> None:
        from app.storage.journal import Journal

        try:
            self._journal = Journal.open(self.places.journal, now=self._now)
        except Exception as error:
            self.failed = error
            raise
        self.failed = None
        from app.storage.duefile import stamp_of

        self._stamp = stamp_of(self.places.journal)

    def _now(self) -> datetime:
        return self._clock()
