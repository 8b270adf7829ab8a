"""Every opportunity with its plan, kept as long as its facts, the day and the place are the same."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.domain.dueness import Outlook, Place, outlook
from app.domain.facts import InterviewState
from app.domain.timeline import Entry, Timeline, entries_behind, timeline
from app.storage.duefile import foremost

if TYPE_CHECKING:
    from app.storage.journal import Journal
    from app.storage.news import Mark
    from app.storage.values import Stamp


MANY = 500  # opportunities; with fewer a first look saves nothing
FOREMOST = 60  # opportunities of that look: more rows than a screen has
LATEST = 20


class Outlooks:
    """Reads the journal and plans what changed. Used on the journal's thread only."""

    def __init__(self) -> None:
        self._kept: dict[int, Outlook] = {}
        self._place: Place | None = None
        self._mark: Mark | None = None
        self._timeline = Timeline()
        self.stamp: Stamp | None = None
        self._happened: dict[int, tuple[Entry, ...]] = {}

    def first_look(self, journal: Journal, place: Place) -> Timeline | None:
        """What most likely stands on the first screen, where the whole takes its time; None where it does not.

        Which these are comes from the small file of what is due; what is at them is read and planned anew.
        """
        if self._mark is not None or journal.count() < MANY:
            return None
        numbers = foremost(journal.path, FOREMOST)
        found = journal.foremost(numbers, LATEST, place.today_in(""))
        return timeline(outlook(history, place) for history in found)

    def read(self, journal: Journal, place: Place) -> Timeline:
        """The timeline as it stands at `place`; only what changed is read and planned again."""
        first = self._mark is None
        with _uncollected():
            self._timeline = self._read(journal, place)
        if first and len(self._kept) >= MANY:
            gc.freeze()  # they stay as long as the program: looking through them again and again stops the keys
        return self._timeline

    def _read(self, journal: Journal, place: Place) -> Timeline:
        self.stamp = journal.stamp()
        news = journal.news(self._mark)
        kept = {} if news.whole else self._kept
        same_place = self._place is not None and _without_clock(self._place) == _without_clock(place)
        read = {history.opportunity.id: outlook(history, place) for history in news.histories}
        self._kept = read | {
            number: one if same_place and not _turns_by_the_clock(one, place) else outlook(one.history, place)
            for number, one in kept.items()
            if number not in news.changed
        }
        self._place, self._mark = place, news.mark
        return timeline(self._kept.values(), self._behind)

    def _behind(self, kept: Outlook) -> tuple[Entry, ...]:
        """The entries behind of one opportunity, kept as long as its outlook is."""
        number = kept.history.opportunity.id
        entries = self._happened.get(number)
        if entries is None or (entries and entries[0].outlook is not kept):
            entries = self._happened[number] = entries_behind(kept)
        return entries

    @property
    def all(self) -> tuple[Outlook, ...]:
        """Those of the last reading, the most pressing first."""
        steps = (*self._timeline.due, *self._timeline.coming)
        order = dict.fromkeys((*(entry.opportunity.id for entry in steps), *self._kept))
        return tuple(self._kept[number] for number in order)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage meanwhile: half a million facts hold no cycles, and the looking costs 40 %."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _without_clock(place: Place) -> tuple[str, str]:
    return place.zone, place.region


def _turns_by_the_clock(kept: Outlook, place: Place) -> bool:
    """Whether the hour matters, not only the day: a round that may be over, or another day where the employer is."""
    history = kept.history
    if place.today_in(history.opportunity.zone) != kept.today:
        return True
    return any(interview.state is InterviewState.PLANNED for interview in history.interviews)
