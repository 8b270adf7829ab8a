"""The lane for shell prompts and scripts: answered before typer is loaded.

typer and what it checks options with take longer to load than these answers take. Only calls in their plainest form
are taken; whatever is left goes the usual way, help and complaints too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.cli.planning import Asked

_COUNT = ["due", "--count"]
_WITH_FILE = 4


def answered(arguments: Sequence[str]) -> int | None:
    """The exit code if the arguments were answered here; None if they go the usual way.

    Taken are `[--db FILE] due --count` where the small file is true, and `plan` with options it knows.
    Raises UsageError, SettingsWrong.
    """
    if arguments and arguments[0] == "plan":
        return _plan(arguments[1:])
    db = Path(arguments[1]) if len(arguments) == _WITH_FILE and arguments[0] == "--db" else None
    return _count(db) if list(arguments[2:] if db else arguments) == _COUNT else None


def _count(db: Path | None) -> int | None:
    from app.duecount import kept_count

    number = kept_count(db)
    if number:
        from app.cli.output import put

        put(f"{number}\n")
    return None if number is None else 0


def _plan(arguments: Sequence[str]) -> int | None:
    from app.cli.planning import answer

    asked = asked_of(arguments)
    return answer(asked) if asked else None


def asked_of(arguments: Sequence[str]) -> Asked | None:
    """The options of `plan`, if each is one it knows with a plain value behind it."""
    from app.cli.planning import Asked

    options = {f"--{field.name.replace('_', '-')}": field.name for field in fields(Asked)}
    found: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        option, equals, value = argument.partition("=")
        name = options.get(option)
        if name is None or (equals and name == "json"):
            return None
        if name == "json":
            found[name] = True
            continue
        if not equals:
            value = next(rest, "-?")
            if value.startswith("-") and value != "-":
                return None
        found[name] = (*found.get(name, ()), value) if name == "sent" else value
    return Asked(**found)
