"""The lane for shell prompts: `afterword due --count` answered from its small file before typer is loaded.

typer and what it checks options with take longer to load than the answer takes; whatever is not answered here goes
the usual way.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_ASKED = ["due", "--count"]
_WITH_FILE = 4


def answered(arguments: Sequence[str]) -> bool:
    """Whether the arguments were `[--db FILE] due --count` and the count is printed. Raises SettingsWrong."""
    db = Path(arguments[1]) if len(arguments) == _WITH_FILE and arguments[0] == "--db" else None
    if list(arguments[2:] if db else arguments) != _ASKED:
        return False
    from app.duecount import kept_count

    number = kept_count(db)
    if number:
        from app.cli.output import put

        put(f"{number}\n")
    return number is not None
