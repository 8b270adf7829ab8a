"""Every opportunity with its plan, as the commands tell it; what was read keeps the small file of the count true."""

from __future__ import annotations

import contextlib
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from app.errors import AfterwordError

if TYPE_CHECKING:
    from app.domain.dueness import Outlook, Place
    from app.storage.journal import Journal


def place_of(journal: Journal, day: date | None = None) -> Place:
    """Where and when the person is; on `day` at noon instead of now where it is given."""
    from app import clock
    from app.domain.dueness import Place
    from app.whereabouts import REGION, with_guess

    now = clock.now()
    if day:
        now = datetime.combine(day, time(12), now.tzinfo)
    settings = journal.settings()
    return with_guess(Place(now, clock.zone_name(), settings.get(REGION, "")), settings)


def outlooks_of(journal: Journal, place: Place, *, as_of_now: bool = True) -> list[Outlook]:
    """Each opportunity with its plan, the newest interview first. Raises UnknownRegion.

    `as_of_now`: `place` is the present one, so that the count for shell prompts may be made from it.
    """
    from app.domain.dueness import outlook

    stamp = journal.stamp()  # before the facts are read: see `duefile.write`
    views = [outlook(history, place) for history in journal.histories()]
    if as_of_now and stamp:
        from app.duecount import keep_count, kept_count

        if kept_count(journal.path) is None:
            keep_count(journal.path, views, place, stamp)
    return views


def outlooks_after_change(journal: Journal, place: Place) -> list[Outlook]:
    """The same after something was saved: what cannot be planned does not make the saving a failure."""
    with contextlib.suppress(AfterwordError):
        return outlooks_of(journal, place)
    return []
