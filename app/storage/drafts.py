"""What is being typed, as small files beside the journal: there before it has loaded, and whatever becomes of
it.

In the folder `<journal>.drafts/` (see `app.paths`), each draft `<id>.json`. Beside it may lie

    <id>.lock          held (flock) while a program has the draft open; freed by the system when that program
    dies .<id>.json-*.tmp   a write in progress, or left by a program that was killed (`recover` looks after
    it) <id>.json.broken   a file that could not be read as a draft, set aside, never deleted
    trash/<id>.json    thrown away, and kept for 30 days

Writes are atomic and on the disk when they return. Where the file of a draft was changed by somebody else
since this store last read or wrote it (another computer, an editor), the other text is kept as a draft of its
own.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from app.errors import NotFound
from app.storage.claims import Claim, claimed
from app.storage.disk import make_private, sync_folder, told, write_whole
from app.storage.draftfile import BrokenDraftError, Draft, DraftInfo, decoded, encoded, info

__all__ = ["Claim", "Draft", "DraftInfo", "DraftStore"]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_LEFTOVER = re.compile(r"\.(?P<id>[A-Za-z0-9][A-Za-z0-9_-]{0,99})\.json-\w+\.tmp")
_TRASH_DAYS = 30
_NOT_KEPT = "The draft is not kept"


class DraftStore:
    """The drafts of one journal. Not for several threads at once: one keeper thread writes.

    Every method but `list` and `broken` raises DiskTrouble or NotAllowed where the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: dict[str, str] = {}
        self._broken: list[Path] = []

    @staticmethod
    def new_id(now: datetime) -> str:
        """An id for a new draft, in the order of time: "20261112-140300-3f9a"."""
        return f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"

    def list(self) -> tuple[DraftInfo, ...]:
        """All readable drafts, the latest saved first. What cannot be read is set aside, see `broken`."""
        found = [draft for path in sorted(self.folder.glob("*.json")) if (draft := self._peek(path))]
        return tuple(sorted((info(draft) for draft in found), key=lambda i: (i.saved_at, i.id), reverse=True))

    def read(self, draft_id: str) -> Draft | None:
        """The draft, None where there is none or it was broken and has been set aside (see `broken`)."""
        path = self._path(draft_id)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise told(error, "The draft cannot be read") from error
        try:
            draft = decoded(data, draft_id)
        except BrokenDraftError:
            self._set_aside(path)
            return None
        self._seen[draft_id] = _print(data)
        return draft

    def write(self, draft: Draft) -> DraftInfo | None:
        """Keep `draft`: when this returns it is on the disk.

        Gives the draft under which another program's text for the same id was kept, None where there was
        none. Raises DiskTrouble or NotAllowed: the older text then stays as it was.
        """
        path = self._path(draft.id)
        data = encoded(draft)
        try:
            other = self._other_copy(draft.id, path, data)
            write_whole(path, data)
        except OSError as error:
            raise told(error, _NOT_KEPT) from error
        self._seen[draft.id] = _print(data)
        return other

    def claim(self, draft_id: str) -> Claim | None:
        """Hold the draft for this program until the claim is released; None where another program holds it.

        Raises JournalBusy where the folder cannot lock files.
        """
        self._path(draft_id)
        try:
            make_private(self.folder)
        except OSError as error:
            raise told(error, _NOT_KEPT) from error
        return claimed(self.folder / f"{draft_id}.lock")

    def discard(self, draft_id: str) -> bool:
        """Throw the draft away; `restore` brings it back for 30 days. False where there was none."""
        trashed = self.folder / "trash" / f"{draft_id}.json"
        return self._move(self._path(draft_id), trashed) and self._forget(draft_id)

    def restore(self, draft_id: str) -> Draft | None:
        """Undo `discard`; None where it is not in the trash. A draft of that id written since is kept as
        another.
        """
        trashed = self.folder / "trash" / self._path(draft_id).name
        if not trashed.exists():
            return self.read(draft_id)
        try:
            self._other_copy(draft_id, self._path(draft_id), trashed.read_bytes())
        except OSError as error:
            raise told(error, "The draft is not brought back") from error
        self._move(trashed, self._path(draft_id))
        return self.read(draft_id)

    def remove(self, draft_id: str) -> None:
        """Delete the draft for good, once its text is safely in the journal."""
        try:
            self._path(draft_id).unlink(missing_ok=True)
            if self.folder.is_dir():
                sync_folder(self.folder)
        except OSError as error:
            raise told(error, "The finished draft is still there") from error
        self._forget(draft_id)

    def recover(self, now: datetime) -> tuple[DraftInfo, ...]:
        """Look after what a killed program left; call once at the start.

        A readable write that was not finished and is newer than its draft becomes the draft (given back,
        latest first). Unreadable ones go after a day, the trash after 30.
        """
        found = [draft for path in self.folder.glob(".*.tmp") if (draft := self._finished(path, now))]
        for path in self.folder.glob("trash/*.json"):
            _unlink_if_old(path, now, timedelta(days=_TRASH_DAYS))
        return tuple(sorted((info(draft) for draft in found), key=lambda i: i.saved_at, reverse=True))

    def broken(self) -> tuple[Path, ...]:
        """The files set aside since this was last asked; each is told once."""
        told_now, self._broken = tuple(self._broken), []
        return told_now

    def _path(self, draft_id: str) -> Path:
        if not _ID.fullmatch(draft_id):
            raise NotFound("There is no draft of that name.")
        return self.folder / f"{draft_id}.json"

    def _peek(self, path: Path) -> Draft | None:
        try:
            return decoded(path.read_bytes(), path.stem)
        except BrokenDraftError:
            self._set_aside(path)
        except OSError:
            self._broken.append(path)
        return None

    def _set_aside(self, path: Path) -> None:
        aside = _free(path.with_name(f"{path.name}.broken"))
        with contextlib.suppress(OSError):
            path.rename(aside)
            path = aside
        self._broken.append(path)

    def _other_copy(self, draft_id: str, path: Path, ours: bytes) -> DraftInfo | None:
        """Keep what lies at `path` as another draft, unless it is what this store knows or what it is to
        write.
        """
        try:
            theirs = path.read_bytes()
        except FileNotFoundError:
            return None
        if _print(theirs) in {self._seen.get(draft_id), _print(ours)}:
            return None
        try:
            other = decoded(theirs, draft_id).other_copy(_free(path.with_name(f"{draft_id}-other.json")).stem)
        except BrokenDraftError:
            self._set_aside(path)
            return None
        write_whole(self._path(other.id), encoded(other))
        return info(other)

    def _finished(self, path: Path, now: datetime) -> Draft | None:
        """The draft of an unfinished write, put in its place; None where it is no use (yet)."""
        match = _LEFTOVER.fullmatch(path.name)
        if not match:
            return None
        with contextlib.suppress(OSError), contextlib.ExitStack() as held:
            claim = self.claim(match["id"])
            if claim is None:
                return None
            held.enter_context(claim)
            try:
                draft = decoded(path.read_bytes(), match["id"])
            except BrokenDraftError:
                _unlink_if_old(path, now, timedelta(days=1))
                return None
            present = self._peek(self._path(draft.id)) if self._path(draft.id).exists() else None
            if present and present.saved_at >= draft.saved_at:
                path.unlink()
                return None
            path.replace(self._path(draft.id))
            sync_folder(self.folder)
            return draft
        return None

    def _move(self, path: Path, to: Path) -> bool:
        if not os.path.lexists(path):
            return False
        try:
            make_private(to.parent)
            path.replace(to)
            os.utime(to)
            sync_folder(to.parent)
            sync_folder(path.parent)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise told(error, "The draft stays where it is") from error
        return True

    def _forget(self, draft_id: str) -> bool:
        """Leave no trace from which `recover` could bring the draft back."""
        self._seen.pop(draft_id, None)
        for path in self.folder.glob(f".{draft_id}.json-*.tmp"):
            with contextlib.suppress(OSError):
                path.unlink()
        return True


def _print(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _free(path: Path) -> Path:
    """`path`, with a number before its ending where it is taken."""
    number, free = 2, path
    while os.path.lexists(free):
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return free


def _unlink_if_old(path: Path, now: datetime, age: timedelta) -> None:
    with contextlib.suppress(OSError):
        if now.timestamp() - path.stat().st_mtime > age.total_seconds():
            path.unlink()
