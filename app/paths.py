"""Where things live: the journal, what lies beside it, and the folder of the settings.

Everything that belongs to one journal lies beside it and carries its full name, so that two journals in one
folder (`journal.db`, `journal.old.db`) never share a draft, a backup or a lock:

    journal.db            the journal
    journal.db.drafts/    what is being typed
    journal.db.backups/   verified copies
    journal.db.due.json   what `afterword due --count` reads
    journal.db.lock       an empty file to try the folder's locks on
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.errors import SettingsWrong

APP = "afterword"
DB_VARIABLE = "AFTERWORD_DB"
DB_NAME = "journal.db"
CONFIG_NAME = "config.toml"


@dataclass(frozen=True, slots=True)
class Places:
    """The journal's file (absolute) and what lies beside it."""

    journal: Path

    @property
    def drafts(self) -> Path:
        """The folder of the drafts."""
        return self._beside("drafts")

    @property
    def backups(self) -> Path:
        """The folder of the verified copies."""
        return self._beside("backups")

    @property
    def due(self) -> Path:
        """The small file that `due --count` reads."""
        return self._beside("due.json")

    @property
    def lock(self) -> Path:
        """An empty file of our own on which the folder's locks are tried."""
        return self._beside("lock")

    def _beside(self, what: str) -> Path:
        return self.journal.with_name(f"{self.journal.name}.{what}")


def places(db: Path | str | None = None, environ: Mapping[str, str] | None = None) -> Places:
    """The places of the journal `db` (`--db`), else of AFTERWORD_DB, else of the platform's data folder.

    Nothing is created. Raises SettingsWrong where there is no home folder to put it in.
    """
    given = str(db or "") or (os.environ if environ is None else environ).get(DB_VARIABLE, "")
    return Places(_settled(_expanded(given) if given else data_folder() / DB_NAME))


def data_folder() -> Path:
    """The platform's folder for this program's data. Raises SettingsWrong where there is no home folder."""
    from platformdirs import user_data_path

    try:
        return user_data_path(APP, appauthor=False)
    except RuntimeError as error:
        raise SettingsWrong(f"There is no home folder; set {DB_VARIABLE}.") from error


def config_folder() -> Path:
    """The platform's folder for the settings. Raises SettingsWrong where there is no home folder."""
    from platformdirs import user_config_path

    try:
        return user_config_path(APP, appauthor=False)
    except RuntimeError as error:
        raise SettingsWrong("There is no home folder; set HOME or XDG_CONFIG_HOME.") from error


def config_file() -> Path:
    """The file of the settings (it need not exist)."""
    return config_folder() / CONFIG_NAME


def _expanded(given: str) -> Path:
    try:
        return Path(given).expanduser()
    except RuntimeError as error:
        raise SettingsWrong(f"There is no home folder; set {DB_VARIABLE} to a full path.") from error


def _settled(path: Path) -> Path:
    """The absolute path with links resolved once, so that a second name of a journal has the same drafts.

    A link that leads nowhere stays as it is: opening tells of it.
    """
    path = path.absolute()
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError):
        pass
    try:
        return path.parent.resolve() / path.name
    except (OSError, RuntimeError):
        return path
