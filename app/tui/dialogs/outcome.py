"""How an opportunity ended, or that they made an offer, or that it is open again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.getters import query_one
from textual.widget import Widget

from app.domain.dates import short_day
from app.domain.dueness import Place
from app.domain.facts import History, Outcome
from app.tui.dialogs.dialog import Dialog, dialog_bindings
from app.tui.widgets.choices import Choices

_OPEN_AGAIN = "open again"


@dataclass(frozen=True, slots=True)
class OutcomeChoice:
    """What was chosen: an `offer`, or the outcome (None: it is open again), on which day, with a note."""

    on: date
    outcome: Outcome | None = None
    offer: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    meaning: str
    told: str
    outcome: Outcome | None = None
    offer: bool = False


_KINDS = (
    _Kind(
        "offer",
        "they made you an offer",
        "An offer is a word from them: follow-ups end, and you still say how it ended.",
        offer=True,
    ),
    _Kind("accepted", "you take the job", "It ends here; nothing more is asked of you.", Outcome.ACCEPTED),
    _Kind(
        "declined", "you turned them down", "It ends here; nothing more is asked of you.", Outcome.DECLINED
    ),
    _Kind("rejected", "they turned you down", "It ends here. What you wrote down stays.", Outcome.REJECTED),
    _Kind("withdrew", "you stepped back", "It ends here. What you wrote down stays.", Outcome.WITHDREW),
    _Kind(
        "moved on",
        "they stayed silent",
        "You stop waiting. A later word from them opens it again.",
        Outcome.MOVED_ON,
    ),
    _Kind(_OPEN_AGAIN, "it goes on after all", "The days are reckoned again from what is known."),
)


class OutcomeDialog(Dialog[OutcomeChoice]):
    """Gives the OutcomeChoice, or None."""

    PLACE = "outcome"
    HEADING = "How it stands"
    USES: ClassVar[Mapping[str, str]] = {
        "when": "The day of it: “today”, “yesterday”, “Tue 10”.",
        "note": "A few words of yours, kept with it. It may stay empty.",
    }
    BINDINGS: ClassVar[list[BindingType]] = dialog_bindings("outcome")

    choices = query_one("#choices", Choices)

    def __init__(self, history: History, place: Place) -> None:
        super().__init__(history, place)
        ended = history.opportunity.outcome is not None
        self._kinds = tuple(kind for kind in _KINDS if ended or kind.name != _OPEN_AGAIN)

    def body(self) -> Iterator[Widget]:
        """The list, the day, the note."""
        lines = tuple((kind.name, kind.meaning) for kind in self._kinds)
        cells = max(len(kind.name) for kind in self._kinds) + 1
        yield Choices(lines, "choices", marks=self.program.marks, cells=cells, cursor=self._first_line())
        yield self.field("when", "When", "today")
        yield self.field("note", "Note")

    def _first_line(self) -> int:
        names = [kind.name for kind in self._kinds]
        outcome = self.history.opportunity.outcome
        before = self.kept("choice", outcome.value if outcome else names[0])
        return names.index(before) if before in names else 0

    def on_choices_moved(self) -> None:
        """Say what it means, and keep it."""
        self.texts["choice"] = self._chosen.name
        self.typed()

    def on_choices_picked(self) -> None:
        """Go on to the day."""
        self.go_on()

    @property
    def _chosen(self) -> _Kind:
        return self._kinds[self.choices.cursor]

    def told(self, field: str) -> tuple[str, ...]:
        """What the choice means."""
        if field != "choices":
            return ()
        opportunity = self.history.opportunity
        if opportunity.outcome is not None and opportunity.ended_on and self._chosen.name != _OPEN_AGAIN:
            day = short_day(opportunity.ended_on, self.place.now.date())
            return (f"Until now: {opportunity.outcome.value}, {day}. {self._chosen.told}", self._chosen.told)
        return (self._chosen.told,)

    def answer(self, texts: Mapping[str, str]) -> OutcomeChoice:
        """The choice with its day."""
        from app.tui.dialogs.typed import line_of, moment_of, zone_for

        kind = self._chosen
        day = moment_of(texts, self.place).day_in(zone_for(self.history, self.place))
        return OutcomeChoice(day, kind.outcome, kind.offer, line_of(texts, "note"))
