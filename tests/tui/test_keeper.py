"""The keeper: what is typed is on the disk within half a second, whatever else goes on."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from time import monotonic

import pytest

from app.errors import DiskTrouble
from app.storage.drafts import Draft, DraftInfo, DraftStore
from app.tui import keeper as keeping
from app.tui.keeper import Keeper, Kept

NOW = datetime(2026, 11, 23, 15, 12, tzinfo=UTC)
BEFORE = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
SOON = 20.0


class Disk(DraftStore):
    """A store that may be full, or slow, and remembers what it wrote and when."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.full = False
        self.wrote: list[str] = []
        self.tries = 0
        self.at: list[float] = []
        self.go = threading.Event()
        self.go.set()

    def write(self, draft: Draft) -> DraftInfo | None:
        self.tries += 1
        self.go.wait(SOON)
        if self.full:
            raise DiskTrouble("The draft is not kept: the disk is full. Free some space.")
        told = super().write(draft)
        self.wrote.append(str(draft.fields["company"]))
        self.at.append(monotonic())
        return told


def draft(text: str, draft_id: str = "d1") -> Draft:
    return Draft(id=draft_id, kind="capture", fields={"company": text}, saved_at=BEFORE)


class Bench:
    """A keeper on a disk in `folder`, and what it told."""

    def __init__(self, folder: Path) -> None:
        self.disk = Disk(folder / "drafts")
        self.told: Queue[Kept] = Queue()
        self.keeper = Keeper(self.disk, now=lambda: NOW, tell=self.told.put)

    def next(self) -> Kept:
        return self.told.get(timeout=SOON)

    def text(self, draft_id: str = "d1") -> object:
        found = self.keeper.store.read(draft_id)
        return found and found.fields["company"]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.disk.go.set()
    made.disk.full = False
    made.keeper.close()


def on_the_side(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_what_is_kept_is_written_and_told_with_the_time_of_its_writing(bench: Bench) -> None:
    bench.keeper.keep(draft("Northwind"))
    assert bench.next() == Kept("d1", NOW)
    found = DraftStore(bench.disk.folder).read("d1")
    assert found is not None
    assert (found.fields["company"], found.saved_at) == ("Northwind", NOW)


def test_of_many_changes_only_the_last_is_written(bench: Bench) -> None:
    for text in ("N", "No", "Nor"):
        bench.keeper.keep(draft(text))
    bench.next()
    assert bench.disk.wrote == ["Nor"]


def test_typing_on_does_not_put_the_writing_off(bench: Bench) -> None:
    begun = monotonic()
    count = 0
    while bench.told.empty():
        assert monotonic() - begun < SOON
        bench.keeper.keep(draft(f"text {count}"))
        count += 1
        threading.Event().wait(keeping.DELAY / 8)
    assert count > 1
    assert bench.disk.at[0] - begun >= keeping.DELAY


def test_each_draft_is_written_under_its_own_id(bench: Bench) -> None:
    bench.keeper.keep(draft("Northwind", "a"))
    bench.keeper.keep(draft("Contoso", "b"))
    assert {bench.next().draft_id, bench.next().draft_id} == {"a", "b"}
    assert (bench.text("a"), bench.text("b")) == ("Northwind", "Contoso")


def test_keeping_does_not_wait_for_a_disk_that_hangs(bench: Bench) -> None:
    bench.disk.go.clear()
    bench.keeper.keep(draft("one"))
    on_the_side(lambda: bench.keeper.flush_now(SOON))
    while not bench.disk.tries:
        pass
    for number in range(1000):
        bench.keeper.keep(draft(f"text {number}"))
    assert not bench.keeper.flush_now(0.01)
    bench.disk.go.set()
    assert bench.keeper.flush_now(SOON)
    assert bench.text() == "text 999"


def test_a_full_disk_is_told_and_tried_again_until_there_is_room(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "RETRY", 0.05)
    bench.disk.full = True
    bench.keeper.keep(draft("Northwind"))
    first = bench.next()
    assert (first.saved_at, first.why) == (None, "the disk is full. Free some space.")
    bench.keeper.keep(draft("Northwind, typed on"))
    assert bench.next().saved_at is None
    bench.disk.full = False
    while (kept := bench.next()).saved_at is None:
        pass
    assert kept.error == ""
    assert bench.text() == "Northwind, typed on"


async def test_flush_waits_until_all_is_on_the_disk_and_tells_where_it_is_not(bench: Bench) -> None:
    bench.keeper.keep(draft("Northwind"))
    assert await bench.keeper.flush()
    assert bench.disk.wrote == ["Northwind"]
    bench.disk.full = True
    bench.keeper.keep(draft("more"))
    assert not await bench.keeper.flush()


async def test_several_may_flush_at_once(bench: Bench) -> None:
    bench.keeper.keep(draft("Northwind"))
    assert all(await asyncio.gather(*(bench.keeper.flush() for _ in range(5))))


@pytest.mark.parametrize("way", ["remove", "discard"])
def test_a_late_write_does_not_bring_back_a_draft_that_is_gone(bench: Bench, way: str) -> None:
    bench.keeper.keep(draft("Northwind"))
    assert bench.keeper.flush_now(SOON)
    bench.keeper.keep(draft("Northwind, the last words"))
    getattr(bench.keeper.store, way)("d1")
    assert bench.keeper.flush_now(SOON)
    assert bench.keeper.store.list() == ()


def test_what_is_forgotten_is_not_written_and_what_is_kept_later_is(bench: Bench) -> None:
    bench.keeper.keep(draft("Northwind"))
    bench.keeper.forget("d1")
    assert bench.keeper.flush_now(SOON)
    assert bench.disk.wrote == []
    bench.keeper.keep(draft("Contoso"))
    assert bench.keeper.flush_now(SOON)
    assert bench.disk.wrote == ["Contoso"]


def test_one_draft_that_cannot_be_written_does_not_keep_the_others_from_it(bench: Bench) -> None:
    odd = Draft(id="odd", kind="capture", fields={"company": object()}, saved_at=BEFORE)  # type: ignore[dict-item]  # the fault
    bench.keeper.keep(odd)
    bench.keeper.keep(draft("Northwind"))
    assert not bench.keeper.flush_now(SOON)
    assert bench.text() == "Northwind"
    assert bench.next().why == "a fault of the program's own."


def test_a_listener_that_fails_does_not_end_the_keeping(tmp_path: Path) -> None:
    def tell(kept: Kept) -> None:
        raise RuntimeError(kept.draft_id)

    keeper = Keeper(DraftStore(tmp_path / "drafts"), now=lambda: NOW, tell=tell)
    for text in ("one", "two"):
        keeper.keep(draft(text))
        assert keeper.flush_now(SOON)
    found = keeper.store.read("d1")
    assert found is not None
    assert found.fields["company"] == "two"
    keeper.close()


def test_a_signal_handler_may_have_all_written_and_something_done(bench: Bench) -> None:
    done = threading.Event()
    before = signal.signal(signal.SIGUSR1, lambda *_: bench.keeper.after_writing(done.set))
    try:
        bench.keeper.keep(draft("Northwind"))
        os.kill(os.getpid(), signal.SIGUSR1)
        assert done.wait(SOON)
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert bench.disk.wrote == ["Northwind"]


def test_closing_writes_what_waits_and_the_drafts_can_still_be_reached(bench: Bench) -> None:
    bench.keeper.keep(draft("Northwind"))
    bench.keeper.close()
    assert bench.disk.wrote == ["Northwind"]
    assert bench.text() == "Northwind"
    assert bench.keeper.flush_now(SOON)
