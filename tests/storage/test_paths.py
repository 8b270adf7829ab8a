"""Where things live."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import SettingsWrong
from app.paths import Places, config_file, places


def test_the_database_asked_for_comes_before_the_variable_and_that_before_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("AFTERWORD_DB", raising=False)
    assert places().journal == tmp_path / "data" / "afterword" / "journal.db"
    monkeypatch.setenv("AFTERWORD_DB", str(tmp_path / "variable.db"))
    assert places().journal == tmp_path / "variable.db"
    assert places(tmp_path / "asked.db").journal == tmp_path / "asked.db"
    monkeypatch.setenv("AFTERWORD_DB", "")
    assert places().journal == tmp_path / "data" / "afterword" / "journal.db"
    assert not (tmp_path / "data").exists()


def test_a_relative_name_and_a_tilde_become_full_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert places("a.db").journal == tmp_path / "a.db"
    assert places("~/a.db").journal == tmp_path / "home" / "a.db"


def test_two_journals_in_one_folder_share_nothing(tmp_path: Path) -> None:
    one, two = Places(tmp_path / "journal.db"), Places(tmp_path / "journal.old")
    assert not {one.drafts, one.backups, one.due, one.lock} & {two.drafts, two.backups, two.due, two.lock}
    assert {path.parent for path in (one.drafts, one.backups, one.due, one.lock)} == {tmp_path}


def test_a_second_name_of_a_journal_has_the_same_drafts(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "journal.db").touch()
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    (tmp_path / "link.db").symlink_to(tmp_path / "real" / "journal.db")
    assert places(tmp_path / "link.db") == places(tmp_path / "linked" / "journal.db")
    assert places(tmp_path / "linked" / "new.db").journal == tmp_path / "real" / "new.db"


def test_links_that_lead_nowhere_or_in_a_circle_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c").symlink_to(tmp_path / "gone")
    for name in ("a", "c"):
        assert places(tmp_path / name).journal == tmp_path / name


def test_the_settings_lie_in_the_platforms_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_file() == tmp_path / "afterword" / "config.toml"


def test_a_relative_data_folder_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.delenv("AFTERWORD_DB", raising=False)
    assert places().journal.is_absolute()
    assert "relative" not in str(places().journal)


def test_without_a_home_folder_the_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr("platformdirs.user_data_path", nowhere)
    monkeypatch.delenv("AFTERWORD_DB", raising=False)
    with pytest.raises(SettingsWrong, match=r"^There is no home folder; set AFTERWORD_DB\.$"):
        places()
    assert places("/x/a.db").journal == Path("/x/a.db")
