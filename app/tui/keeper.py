"""Keeps on the disk what is being typed: a thread of its own, which needs neither the screen nor the journal."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread, current_thread
from time import monotonic
from typing import TypeVar

from app.clock import Clock
from app.errors import AfterwordError
from app.storage.drafts import Claim, Draft, DraftInfo, DraftStore

T = TypeVar("T")
DELAY = 0.4
"""Seconds from the first change not yet on the disk to its writing; typing on does not put it off."""
RETRY = 2.0
"""Seconds until a write that failed is tried again."""
WAIT = 2.0
"""Seconds somebody who leaves waits for what is typed to be on the disk."""
_OWN_FAULT = "The draft is not kept: a fault of the program's own."


@dataclass(frozen=True, slots=True)
class Kept:
    """One draft was written at `saved_at`, or could not be: then that is None and `error` says why in one line.

    `other` is the draft under which a text of another program for the same id was kept.
    """

    draft_id: str
    saved_at: datetime | None
    error: str = ""
    other: DraftInfo | None = None

    @property
    def why(self) -> str:
        """The reason alone, for where it stands beside "not kept"."""
        return self.error.partition(": ")[2] or self.error


@dataclass(frozen=True, slots=True)
class _Work:
    """Something to do in the keeper's thread; with `written`, after writing what waits."""

    run: Callable[[], None]
    written: bool = False


class Keeper:
    """Writes drafts, the latest text of each; `tell` is called in the keeper's thread after each try.

    `keep` and `after_writing` only put into a reentrant queue, so a signal handler may call them. `store` does its
    work in the keeper's thread too, in the order in which it is asked for.
    """

    def __init__(self, store: DraftStore, *, now: Clock, tell: Callable[[Kept], None]) -> None:
        self._store, self._now, self._tell = store, now, tell
        self._queue: SimpleQueue[Draft | _Work] = SimpleQueue()
        self._waiting: dict[str, Draft] = {}
        self._due: float | None = None
        self._ended = False
        self.store: DraftStore = _InOrder(store.folder, self)
        self._thread = Thread(target=self._work, name="keeper", daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether the thread is over; what waited then has been written as far as it could be."""
        return self._ended

    def keep(self, draft: Draft) -> None:
        """Have `draft` written within half a second; returns at once."""
        self._queue.put(draft)

    def after_writing(self, work: Callable[[], None]) -> None:
        """Have what waits written now, then `work` done in the keeper's thread; returns at once."""
        self._queue.put(_Work(work, written=True))

    async def flush(self) -> bool:
        """Write now what waits; whether all of it is on the disk within two seconds."""
        answer = asyncio.wrap_future(self._ask(lambda: not self._waiting, written=True))
        try:
            return await asyncio.wait_for(asyncio.shield(answer), WAIT)
        except TimeoutError:
            return False

    def flush_now(self, seconds: float = WAIT) -> bool:
        """The same for who cannot await."""
        try:
            return self._ask(lambda: not self._waiting, written=True).result(seconds)
        except TimeoutError:
            return False

    def forget(self, draft_id: str) -> None:
        """Do not write what waits of this draft; what is kept later counts again."""
        self._queue.put(_Work(lambda: self.drop(draft_id)))

    def drop(self, draft_id: str) -> None:
        """The same at once; only for work that runs in the keeper's thread."""
        self._waiting.pop(draft_id, None)

    def call(self, work: Callable[[DraftStore], T]) -> T:
        """`work` on the drafts in the keeper's thread; its result. Raises what `work` raises."""
        return self._ask(lambda: work(self._store)).result()

    def close(self) -> None:
        """Write what waits and end the thread; what is asked for later is done by who asks."""
        if not self._ended:
            self._queue.put(_Work(self._end, written=True))
            self._thread.join(WAIT)

    def _ask(self, work: Callable[[], T], *, written: bool = False) -> Future[T]:
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(work())
            except BaseException as error:  # noqa: BLE001  (it is raised where it was asked for)
                answer.set_exception(error)

        if self._ended or current_thread() is self._thread:
            if written:
                self._write()
            run()
        else:
            self._queue.put(_Work(run, written))
        return answer

    def _end(self) -> None:
        self._ended = True

    def _work(self) -> None:
        while not self._ended:
            if self._due is not None and monotonic() >= self._due:
                self._write()
                continue
            try:
                found = self._queue.get(
                    timeout=None if self._due is None else max(self._due - monotonic(), 0)
                )
            except Empty:
                continue
            if isinstance(found, Draft):
                self._take(found)
            else:
                self._do(found)
        self._last_words()

    def _take(self, draft: Draft) -> None:
        self._waiting[draft.id] = draft
        if self._due is None:
            self._due = monotonic() + DELAY

    def _do(self, work: _Work) -> None:
        if work.written:
            self._write()
        with contextlib.suppress(Exception):  # whoever asked has their own answer; the thread must go on
            work.run()

    def _last_words(self) -> None:
        """Do what came in while the thread was ending."""
        with contextlib.suppress(Empty):
            while True:
                found = self._queue.get_nowait()
                if isinstance(found, Draft):
                    self._waiting[found.id] = found
                else:
                    self._do(found)
        self._write()

    def _write(self) -> None:
        """Write what waits; what could not be written goes on waiting."""
        for draft in list(self._waiting.values()):
            kept = self._written(draft)
            if kept.saved_at is not None:
                del self._waiting[draft.id]
            with contextlib.suppress(Exception):  # nobody may be there any more to be told
                self._tell(kept)
        self._due = monotonic() + RETRY if self._waiting else None

    def _written(self, draft: Draft) -> Kept:
        now = self._now()
        try:
            other = self._store.write(replace(draft, saved_at=now))
        except AfterwordError as error:
            return Kept(draft.id, None, str(error))
        except Exception:  # noqa: BLE001  (whatever one draft holds, the thread must go on for the others)
            return Kept(draft.id, None, _OWN_FAULT)
        return Kept(draft.id, now, other=other)


class _InOrder(DraftStore):
    """The drafts for everybody else: each piece of work done by the keeper, so that no write comes in between.

    A draft that is written, thrown away or removed here is not written again from what the keeper still had of it.
    """

    def __init__(self, folder: Path, keeper: Keeper) -> None:
        super().__init__(folder)
        self._keeper = keeper

    def list(self) -> tuple[DraftInfo, ...]:
        return self._keeper.call(lambda store: store.list())

    def read(self, draft_id: str) -> Draft | None:
        return self._keeper.call(lambda store: store.read(draft_id))

    def write(self, draft: Draft) -> DraftInfo | None:
        def work(store: DraftStore) -> DraftInfo | None:
            self._keeper.drop(draft.id)
            return store.write(draft)

        return self._keeper.call(work)

    def claim(self, draft_id: str) -> Claim | None:
        return self._keeper.call(lambda store: store.claim(draft_id))

    def discard(self, draft_id: str) -> bool:
        def work(store: DraftStore) -> bool:
            self._keeper.drop(draft_id)
            return store.discard(draft_id)

        return self._keeper.call(work)

    def restore(self, draft_id: str) -> Draft | None:
        return self._keeper.call(lambda store: store.restore(draft_id))

    def remove(self, draft_id: str) -> None:
        def work(store: DraftStore) -> None:
            self._keeper.drop(draft_id)
            store.remove(draft_id)

        self._keeper.call(work)

    def recover(self, now: datetime) -> tuple[DraftInfo, ...]:
        return self._keeper.call(lambda store: store.recover(now))

    def broken(self) -> tuple[Path, ...]:
        return self._keeper.call(lambda store: store.broken())
