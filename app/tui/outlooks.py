"""Every opportunity with its plan, kept as long as its facts, the day and the place are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.dueness import Outlook, Place, outlook
from app.domain.facts import InterviewState
from app.domain.timeline import Timeline, timeline

if TYPE_CHECKING:
    from app.domain.facts import History
    from app.storage.journal import Journal


class Outlooks:
    """Reads the journal and plans what changed. Used on the journal's thread only."""

    def __init__(self) -> None:
        self._kept: dict[int, Outlook] = {}
        self._place: Place | None = None

    def read(self, journal: Journal, place: Place) -> Timeline:
        """The timeline as it stands at `place`. Plans of before are kept where nothing they rest on changed."""
        same_place = self._place is not None and _without_clock(self._place) == _without_clock(place)
        before = self._kept if same_place else {}
        self._kept = {
            history.opportunity.id: self._planned(history, before, place) for history in journal.histories()
        }
        self._place = place
        return timeline(self._kept.values())

    @property
    def all(self) -> tuple[Outlook, ...]:
        """Those of the last reading."""
        return tuple(self._kept.values())

    @staticmethod
    def _planned(history: History, before: dict[int, Outlook], place: Place) -> Outlook:
        kept = before.get(history.opportunity.id)
        if kept is None or kept.history != history or _turns_by_the_clock(history, kept, place):
            return outlook(history, place)
        return kept


def _without_clock(place: Place) -> tuple[str, str]:
    return place.zone, place.region


def _turns_by_the_clock(history: History, kept: Outlook, place: Place) -> bool:
    """Whether the hour matters, not only the day: a round that may be over, or another day where the employer is."""
    if place.today_in(history.opportunity.zone) != kept.today:
        return True
    return any(interview.state is InterviewState.PLANNED for interview in history.interviews)
