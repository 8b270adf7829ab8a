"""The thread that writes drafts: within half a second of a key, whatever the screen, the loop or the journal do."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, TypeAlias

from app.clock import Clock
from app.errors import AfterwordError
from app.storage.drafts import Claim, Draft, DraftInfo, DraftStore

DELAY = 0.4
"""Seconds from the first unsaved change to its writing; never from the last, or typing on would put it off for ever."""
RETRY = 2.0
"""Seconds until a write that failed is tried again."""
STOP_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a draft: `saved_at` when it is on the disk, else `error` in one line.

    `other` is the draft under which another program's text for the same id was kept.
    """

    draft_id: str
    saved_at: datetime | None = None
    error: str = ""
    other: DraftInfo | None = None


class SharedDrafts(DraftStore):
    """The drafts, for the keeper's thread and others one at a time."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._one = threading.RLock()

    def list(self) -> tuple[DraftInfo, ...]:
        """See DraftStore."""
        with self._one:
            return super().list()

    def read(self, draft_id: str) -> Draft | None:
        """See DraftStore."""
        with self._one:
            return super().read(draft_id)

    def write(self, draft: Draft) -> DraftInfo | None:
        """See DraftStore."""
        with self._one:
            return super().write(draft)

    def claim(self, draft_id: str) -> Claim | None:
        """See DraftStore."""
        with self._one:
            return super().claim(draft_id)

    def discard(self, draft_id: str) -> bool:
        """See DraftStore."""
        with self._one:
            return super().discard(draft_id)

    def restore(self, draft_id: str) -> Draft | None:
        """See DraftStore."""
        with self._one:
            return super().restore(draft_id)

    def remove(self, draft_id: str) -> None:
        """See DraftStore."""
        with self._one:
            super().remove(draft_id)

    def recover(self, now: datetime) -> tuple[DraftInfo, ...]:
        """See DraftStore."""
        with self._one:
            return super().recover(now)


@dataclass(frozen=True, slots=True)
class _Flush:
    done: threading.Event


@dataclass(frozen=True, slots=True)
class _Stop:
    then: Callable[[], None]


_Job: TypeAlias = "Draft | _Flush | _Stop"


class Keeper:
    """Writes drafts on a thread of its own. `tell` is called on that thread after each try."""

    def __init__(self, store: DraftStore, clock: Clock, tell: Callable[[Kept], None]) -> None:
        self.store = store
        self._clock, self._tell = clock, tell
        # its put is reentrant, so that a signal handler may call it
        self._jobs: SimpleQueue[Any] = SimpleQueue()
        self._waiting: dict[str, Draft] = {}
        self._write_at: float | None = None
        self._ended = False
        threading.Thread(target=self._run, name="drafts", daemon=True).start()

    def keep(self, draft: Draft) -> None:
        """Write this draft soon. Returns at once."""
        self._jobs.put(draft)

    async def flush(self) -> bool:
        """Write now what waits; whether it came to that within two seconds."""
        return await asyncio.to_thread(self.flush_now)

    def flush_now(self, seconds: float = STOP_SECONDS) -> bool:
        """The same for a thread that may wait."""
        if self._ended:
            return True
        done = threading.Event()
        self._jobs.put(_Flush(done))
        return done.wait(seconds)

    def stop(self, then: Callable[[], None]) -> None:
        """Write what waits, then call `then` on the keeper's thread. May be called from a signal handler."""
        self._jobs.put(_Stop(then))

    def _run(self) -> None:
        while not self._ended:
            job = self._next()
            match job:
                case Draft():
                    self._waiting[job.id] = job
                    if self._write_at is None:
                        self._write_at = monotonic() + DELAY
                    continue
                case _Flush(done):
                    self._write()
                    done.set()
                case _Stop(then):
                    self._write()
                    self._ended = True
                    then()
                case None:
                    self._write()

    def _next(self) -> _Job | None:
        """The next job, None when it is time to write."""
        if self._write_at is None:
            job: _Job = self._jobs.get()
            return job
        left = self._write_at - monotonic()
        if left <= 0:
            return None
        try:
            job = self._jobs.get(timeout=left)
        except Empty:
            return None
        return job

    def _write(self) -> None:
        failed = False
        for draft in tuple(self._waiting.values()):
            kept = self._written(draft)
            failed = failed or kept.saved_at is None
            self._tell(kept)
        self._write_at = monotonic() + RETRY if failed else None

    def _written(self, draft: Draft) -> Kept:
        now = self._clock()
        try:
            other = self.store.write(replace(draft, saved_at=now))
        except AfterwordError as error:
            return Kept(draft.id, error=str(error))
        del self._waiting[draft.id]
        return Kept(draft.id, saved_at=now, other=other)
