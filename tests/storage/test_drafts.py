"""Drafts are files: kept at once, found again, never overwritten by another program."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import NotFound
from app.storage.drafts import Draft, DraftStore

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


def draft(draft_id: str = "a", text: str = "Northwind", saved_at: datetime = NOON) -> Draft:
    return Draft(
        id=draft_id,
        kind="capture",
        fields={"company": text, "met": ["Dana"]},
        saved_at=saved_at,
        meta={"step": 2},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db.drafts"


@pytest.fixture
def store(folder: Path) -> DraftStore:
    return DraftStore(folder)


def test_a_draft_is_found_as_it_was_written_by_the_next_program(store: DraftStore, folder: Path) -> None:
    store.write(draft(text="line\nline \ud800 \x1b[31m é"))
    assert DraftStore(folder).read("a") == draft(text="line\nline \ud800 \x1b[31m é")


def test_drafts_are_private_from_the_first_byte(store: DraftStore, folder: Path) -> None:
    old = os.umask(0)
    try:
        store.write(draft())
        claim = store.claim("a")
    finally:
        os.umask(old)
    assert claim
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {0o600}
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)] == [0o700, 0o700]


def test_the_list_shows_the_latest_first_with_its_title(store: DraftStore) -> None:
    store.write(draft("old", "Fabrikam"))
    store.write(draft("new", "  North\nwind ", NOON + timedelta(minutes=1)))
    store.write(replace(draft("named", saved_at=NOON + timedelta(minutes=2)), meta={"title": "A note"}))
    assert [(i.id, i.title) for i in store.list()] == [
        ("named", "A note"),
        ("new", "North wind"),
        ("old", "Fabrikam"),
    ]


def test_no_folder_means_no_drafts_and_creates_none(store: DraftStore, folder: Path) -> None:
    assert store.list() == ()
    assert store.read("a") is None
    assert not store.discard("a")
    store.remove("a")
    assert not folder.parent.exists()


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", ".hidden", "a.json", "x" * 200])
def test_an_id_never_leads_out_of_the_folder(store: DraftStore, name: str) -> None:
    with pytest.raises(NotFound):
        store.read(name)
    with pytest.raises(NotFound):
        store.claim(name)
    with pytest.raises(NotFound):
        store.discard(name)


BROKEN = [
    b"",
    b"[]",
    b"null",
    b"{",
    b"\xff\xfe",
    b'{"format": 1}',
    b"[" * 100_000,
    json.dumps({"format": 1, "kind": "capture", "fields": [], "saved_at": NOON.isoformat()}).encode(),
    json.dumps({"format": 1, "kind": "capture", "fields": {}, "saved_at": "2026-11-12T12:00:00"}).encode(),
    json.dumps({"format": 1, "kind": "capture", "fields": {}, "saved_at": 5}).encode(),
]


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_set_aside_whole_and_told_once(store: DraftStore, folder: Path, data: bytes) -> None:
    folder.mkdir(parents=True)
    (folder / "a.json").write_bytes(data)
    assert store.read("a") is None
    assert store.list() == ()
    told = store.broken()
    assert [path.read_bytes() for path in told] == [data]
    assert store.broken() == ()
    assert DraftStore(folder).list() == ()


def test_a_second_broken_file_does_not_replace_the_first(store: DraftStore, folder: Path) -> None:
    folder.mkdir(parents=True)
    for data in (b"one", b"two"):
        (folder / "a.json").write_bytes(data)
        store.list()
    assert {path.read_bytes() for path in folder.glob("*.broken*")} | {
        path.read_bytes() for path in store.broken()
    } == {b"one", b"two"}


def test_what_was_thrown_away_comes_back(store: DraftStore, folder: Path) -> None:
    store.write(draft())
    assert store.discard("a")
    assert store.read("a") is None
    assert store.list() == ()
    assert DraftStore(folder).restore("a") == draft()
    assert [i.id for i in store.list()] == ["a"]


def test_bringing_back_keeps_what_was_typed_since_under_the_same_id(store: DraftStore) -> None:
    store.write(draft(text="first"))
    store.discard("a")
    store.write(draft(text="second"))
    other = DraftStore(store.folder)
    other.restore("a")
    assert sorted(i.title for i in other.list()) == ["first", "second (other copy)"]


def test_a_saved_draft_is_gone_for_good(store: DraftStore, folder: Path) -> None:
    store.write(draft())
    store.remove("a")
    assert store.read("a") is None
    assert store.restore("a") is None
    assert list(folder.rglob("*.json")) == []


def test_two_programs_on_one_draft_keep_both_texts(folder: Path) -> None:
    here, there = DraftStore(folder), DraftStore(folder)
    here.write(draft(text="first"))
    there.read("a")
    assert there.write(draft(text="there")) is None
    other = here.write(draft(text="here"))
    assert other
    assert other.title == "there (other copy)"
    assert {i.title for i in here.list()} == {"here", "there (other copy)"}
    kept = here.read(other.id)
    assert kept
    assert kept.fields["company"] == "there"
    assert here.write(draft(text="here, on")) is None


def test_an_unknown_draft_under_our_id_is_kept_beside(folder: Path) -> None:
    DraftStore(folder).write(draft(text="older"))
    for text in ("new one", "new two"):
        DraftStore(folder).write(draft(text=text))
    assert {i.title for i in DraftStore(folder).list()} == {
        "new two",
        "older (other copy)",
        "new one (other copy)",
    }


def test_touching_the_file_or_writing_the_same_text_is_no_other_copy(folder: Path) -> None:
    here, there = DraftStore(folder), DraftStore(folder)
    here.write(draft())
    os.utime(folder / "a.json")
    assert here.write(draft(text="on")) is None
    assert there.write(draft(text="on")) is None
    assert len(here.list()) == 1


def test_a_file_broken_by_another_hand_is_set_aside_at_the_next_write(
    store: DraftStore, folder: Path
) -> None:
    store.write(draft())
    (folder / "a.json").write_bytes(b"half a dra")
    assert store.write(draft(text="on")) is None
    assert [path.read_bytes() for path in store.broken()] == [b"half a dra"]
    assert store.read("a") == draft(text="on")


def test_a_draft_open_in_one_program_cannot_be_claimed_by_another(folder: Path) -> None:
    here, there = DraftStore(folder), DraftStore(folder)
    with here.claim("a") or pytest.fail("not claimed"):
        assert there.claim("a") is None
        assert there.claim("b") is not None
    claim = there.claim("a")
    assert claim
    claim.release()
    claim.release()
    assert not list(folder.glob("a.lock"))


def test_a_killed_program_frees_its_claim(folder: Path) -> None:
    script = (
        "import sys, pathlib; from app.storage.drafts import DraftStore;"
        "held = DraftStore(pathlib.Path(sys.argv[1])).claim('a'); print('held', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout
        assert child.stdout.readline() == "held\n"
        assert DraftStore(folder).claim("a") is None
    finally:
        child.kill()
        child.communicate(timeout=10)
    assert DraftStore(folder).claim("a") is not None


def leftover(folder: Path, text: bytes, name: str = ".a.json-x1y2.tmp") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text)
    return path


def as_bytes(folder: Path, value: Draft) -> bytes:
    scratch = DraftStore(folder.parent / "scratch")
    scratch.write(value)
    return (scratch.folder / f"{value.id}.json").read_bytes()


def test_a_newer_unfinished_write_becomes_the_draft(store: DraftStore, folder: Path) -> None:
    store.write(draft())
    newer = draft(text="newer", saved_at=NOON + timedelta(seconds=1))
    path = leftover(folder, as_bytes(folder, newer))
    fresh = DraftStore(folder)
    assert [i.title for i in fresh.recover(NOON)] == ["newer"]
    assert fresh.read("a") == newer
    assert not path.exists()


def test_an_older_unfinished_write_goes(store: DraftStore, folder: Path) -> None:
    store.write(draft(saved_at=NOON + timedelta(seconds=1)))
    path = leftover(folder, as_bytes(folder, draft(text="older")))
    assert DraftStore(folder).recover(NOON) == ()
    assert not path.exists()
    assert [i.title for i in store.list()] == ["Northwind"]


def test_an_unreadable_leftover_goes_after_a_day(store: DraftStore, folder: Path) -> None:
    path = leftover(folder, b'{"format')
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    store.recover(written + timedelta(hours=23))
    assert path.exists()
    store.recover(written + timedelta(hours=25))
    assert not path.exists()


def test_a_write_in_progress_of_another_program_is_left_alone(folder: Path) -> None:
    with DraftStore(folder).claim("a") or pytest.fail("not claimed"):
        path = leftover(folder, as_bytes(folder, draft()))
        assert DraftStore(folder).recover(NOON) == ()
        assert path.exists()


def test_a_discarded_draft_does_not_rise_from_a_leftover(store: DraftStore, folder: Path) -> None:
    store.write(draft())
    leftover(folder, as_bytes(folder, draft(text="newer", saved_at=NOON + timedelta(seconds=1))))
    store.discard("a")
    assert DraftStore(folder).recover(NOON) == ()
    assert store.list() == ()


def test_the_trash_is_emptied_after_thirty_days(store: DraftStore, folder: Path) -> None:
    store.write(draft())
    store.discard("a")
    trashed = datetime.fromtimestamp((folder / "trash" / "a.json").stat().st_mtime, UTC)
    store.recover(trashed + timedelta(days=29))
    assert (folder / "trash" / "a.json").exists()
    store.recover(trashed + timedelta(days=31))
    assert store.restore("a") is None


def test_a_link_in_the_place_of_a_draft_is_replaced_not_followed(
    store: DraftStore, folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "elsewhere.txt"
    target.write_text("mine")
    folder.mkdir(parents=True)
    (folder / "a.json").symlink_to(target)
    store.write(draft())
    assert target.read_text() == "mine"
    assert store.read("a") == draft()


def test_ids_are_in_the_order_of_time_and_unlike() -> None:
    ids = [DraftStore.new_id(NOON + timedelta(seconds=s)) for s in (0, 1, 1)]
    assert ids[0] < min(ids[1:])
    assert len(set(ids)) == 3


def test_drafts_load_neither_the_database_nor_anything_heavy() -> None:
    script = (
        "import sys, app.storage.drafts, app.storage.duefile, app.storage.values, app.paths;"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & set(sys.argv[1:])))"
    )
    heavy = [
        "sqlmodel",
        "sqlalchemy",
        "sqlite3",
        "alembic",
        "pydantic",
        "textual",
        "platformdirs",
        "holidays",
        "pendulum",
    ]
    run = subprocess.run([sys.executable, "-c", script, *heavy], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
