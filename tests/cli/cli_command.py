"""Running the whole command line as a person does, inside this process or as a program of its own."""

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from app.__main__ import main


@dataclass(frozen=True)
class Ran:
    """What a run printed and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self):
        return self.out.splitlines()

    @property
    def json(self):
        return [json.loads(line) for line in self.lines]


class Stream(io.TextIOWrapper):
    """A stream in memory that is no terminal."""

    def __init__(self, text=b""):
        super().__init__(io.BytesIO(text), encoding="utf-8", newline="\n")

    @property
    def text(self):
        self.flush()
        return self.buffer.getvalue().decode("utf-8")


class Command:
    """The command line on one journal, with the streams exchanged for ones in memory."""

    def __init__(self, db: Path, monkeypatch):
        self.db, self._patch = db, monkeypatch
        monkeypatch.setenv("AFTERWORD_DB", str(db))
        monkeypatch.delenv("COLUMNS", raising=False)
        monkeypatch.delenv("TZ", raising=False)

    def __call__(self, *arguments, given="", columns=None, db=None):
        if not isinstance(given, bytes):
            given = (given if isinstance(given, str) else json.dumps(given)).encode("utf-8", "surrogatepass")
        with self._patch.context() as patch:
            out, err = Stream(), Stream()
            patch.setattr(sys, "stdin", Stream(given))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            if columns:
                patch.setenv("COLUMNS", str(columns))
            before = ["--db", str(db)] if db else []
            code = main([*before, *map(str, arguments)])
            return Ran(code, out.text, err.text)

    def add(self, **fields):
        """Add one record; it must be good."""
        ran = self("add", given={"company": "Northwind", "when": "yesterday 14:00", **fields})
        assert (ran.code, ran.err) == (0, ""), ran
        return ran


def program(*arguments, db, home, **options):
    """Start the program on its own; `options` as for Popen."""
    given = options.pop("env", {})
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "COLUMNS"))}
    return subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        env={**environ, "HOME": str(home), "AFTERWORD_DB": str(db), **given},
        cwd=Path(__file__).parents[2],
        **options,
    )
