"""The draft in hand: which one it is, that it is ours alone, and what becomes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.clock import Clock
from app.errors import AfterwordError
from app.storage.drafts import Claim, Draft, DraftInfo, DraftStore
from app.tui.capture.fields import DAY_AT_FIRST, NAMES

KIND = "capture"
EDIT = "edit-"
_NO_NAME = "No name yet"


class Keeping(Protocol):
    """What writes drafts to the disk: `keep` returns at once and is written within half a second, `flush` waits."""

    @property
    def store(self) -> DraftStore:
        """The drafts."""
        ...

    def keep(self, draft: Draft) -> None:
        """Write this draft soon."""
        ...

    async def flush(self) -> object:
        """Write now what waits."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the drafts at the start: one to go on with, and what to say about it.

    `draft` is None for an empty form; `elsewhere` tells that the last one is open in another window; `waiting` counts
    the others; `broken` the files that could not be read and were set aside.
    """

    draft: Draft | None = None
    elsewhere: bool = False
    waiting: int = 0
    broken: int = 0
    trouble: str = ""


class DraftDesk:
    """The draft in hand, held against other programs where it is ours `alone`.

    Only `found` reads the disk where it is called; the rest waits in threads.
    """

    def __init__(self, keeper: Keeping, clock: Clock, *, alone: bool = True) -> None:
        self._keeper, self._clock, self._alone = keeper, clock, alone
        self._claim: Claim | None = None
        self.id = ""
        self.kept_at: datetime | None = None

    def found(self, wanted: str = "") -> Found:
        """Take the draft of the id `wanted`, else the last kept, unless another program has it open."""
        store = self._keeper.store
        try:
            store.recover(self._clock())
            infos = [each for each in store.list() if each.kind == KIND]
            broken = len(store.broken())
            chosen = next((each for each in infos if each.id == wanted), infos[0] if infos else None)
            if chosen is None:
                return Found(broken=broken)
            others = len(infos) - 1
            if not self._claimed(chosen.id):
                return Found(elsewhere=True, waiting=others, broken=broken)
            draft = store.read(chosen.id)
        except AfterwordError as error:
            return Found(trouble=str(error))
        self.kept_at = draft.saved_at if draft else None
        return Found(draft, waiting=others, broken=broken)

    def begin(self, draft_id: str = "") -> None:
        """A new draft is in hand: nothing of it is on the disk until something is typed."""
        self.let_go()
        self.id, self.kept_at = draft_id, None

    def keep(self, texts: Mapping[str, str], meta: Mapping[str, str | int]) -> None:
        """Have what is typed written within half a second."""
        if not self.id:
            self.id = DraftStore.new_id(self._clock())
        if self._alone and self._claim is None:
            self._claimed(self.id)
        fields = {name: text for name, text in texts.items() if text}
        title = titled(texts)
        self._keeper.keep(
            Draft(id=self.id, kind=KIND, fields=fields, saved_at=self._clock(), meta={**meta, "title": title})
        )

    async def flush(self) -> None:
        """Wait until what was typed is on the disk."""
        await self._keeper.flush()

    async def open(self, draft_id: str) -> Draft | None:
        """Put the draft in hand away, and take that one; None where there is none or another program has it."""
        await self.flush()
        if draft_id == self.id:
            return await asyncio.to_thread(self._keeper.store.read, draft_id)
        before = self._claim
        self._claim = None
        if not await asyncio.to_thread(self._claimed, draft_id):
            self._claim = before
            return None
        if before is not None:
            before.release()
        self.id = draft_id
        draft = await asyncio.to_thread(self._keeper.store.read, draft_id)
        self.kept_at = draft.saved_at if draft else None
        return draft

    async def finished(self) -> None:
        """The text is safely in the journal: the draft goes. Raises DiskTrouble, NotAllowed."""
        await self.flush()
        if self.id:
            await asyncio.to_thread(self._keeper.store.remove, self.id)
        self.begin()

    async def waiting(self) -> tuple[DraftInfo, ...]:
        """The drafts there are, the last kept first."""
        await self.flush()
        listed = await asyncio.to_thread(self._keeper.store.list)
        return tuple(each for each in listed if each.kind == KIND)

    async def throw_away(self, draft_id: str) -> bool:
        """Throw a draft away, for `bring_back`; False where another program has it open, or it is gone."""
        await self.flush()
        if draft_id == self.id:
            self.begin()
        return await asyncio.to_thread(self._discard, draft_id)

    async def bring_back(self, draft_id: str) -> Draft | None:
        """Undo `throw_away`."""
        return await asyncio.to_thread(self._keeper.store.restore, draft_id)

    def let_go(self) -> None:
        """Another program may take the draft now in hand."""
        if self._claim is not None:
            self._claim.release()
            self._claim = None
        self.id = ""

    def _discard(self, draft_id: str) -> bool:
        claim = self._keeper.store.claim(draft_id)
        if claim is None:
            return False
        with claim:
            return self._keeper.store.discard(draft_id)

    def _claimed(self, draft_id: str) -> bool:
        """Hold the draft; where the folder cannot lock, hold it without."""
        try:
            claim = self._keeper.store.claim(draft_id)
        except AfterwordError:
            self.id = draft_id
            return True
        if claim is None:
            return False
        self._claim, self.id = claim, draft_id
        return True


def titled(texts: Mapping[str, str]) -> str:
    """How a draft is called: by its company, else by the first that was typed."""
    lines = (" ".join(texts.get(name, "").split()) for name in NAMES)
    return next((line for line in lines if line and line != DAY_AT_FIRST), _NO_NAME)


def pristine(texts: Mapping[str, str]) -> bool:
    """Whether nothing was typed yet."""
    return all(not text.strip() or (name == "when" and text == DAY_AT_FIRST) for name, text in texts.items())
