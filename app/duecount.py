"""The count of what is due, kept in a small file for shell prompts: made where plans are at hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AfterwordError

if TYPE_CHECKING:
    from app.domain.dueness import Outlook, Place
    from app.storage.values import Stamp


def kept_count(db: Path | None) -> int | None:
    """How much is due today by the small file; None where it must be made anew. Raises SettingsWrong."""
    from app.clock import now, zone_name
    from app.paths import places
    from app.storage.duefile import count

    return count(places(db).journal, now().date(), key=_key(zone_name()))


def keep_count(journal: Path, outlooks: Sequence[Outlook], place: Place, stamp: Stamp) -> None:
    """Keep the count for these plans of the journal at `journal`, whose stamp was taken before its facts were read."""
    from app.domain.dueness import days_due, plans_hold_until
    from app.storage.duefile import DueRow, write

    rows = [DueRow(*row) for row in days_due(outlooks)]
    try:
        write(journal, rows, stamp=stamp, until=plans_hold_until(outlooks, place), key=_key(place.zone))
    except AfterwordError:
        return  # the file saves time only; where it cannot be written, the next count reads the journal again


def _key(zone: str) -> str:
    """What the count depends on besides the journal: the program's rules, and what the region is guessed from."""
    import locale

    from app import __version__

    return f"{__version__} {zone} {locale.setlocale(locale.LC_CTYPE)}"
