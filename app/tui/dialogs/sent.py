"""A message that went out: to whom, when, which way; before it is kept, what speaks against it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from app.domain.dates import short_day
from app.domain.dueness import Place
from app.domain.facts import History, Message, MessageKind
from app.text import shown
from app.tui.capture.live import LiveReading
from app.tui.dialogs.dialog import Dialog, Fault, dialog_bindings

if TYPE_CHECKING:
    from app.domain.plan.warnings import SendWarning, Touch


@dataclass(frozen=True, slots=True)
class WordCame:
    """The person heard from them meanwhile: that is to be logged first."""


@dataclass(frozen=True, slots=True)
class SentRead:
    """A message as typed, what speaks against it, whether they were heard since; `unknown` are names not known here."""

    message: Message
    warnings: tuple[SendWarning, ...]
    question: str
    unknown: tuple[str, ...] = ()

    @property
    def needs_reason(self) -> bool:
        """Whether going on needs a reason."""
        return any(warning.needs_reason for warning in self.warnings)


_HEADINGS = {
    MessageKind.THANK_YOU: "A thank-you went out",
    MessageKind.FOLLOW_UP: "A follow-up went out",
    MessageKind.CLOSING: "A closing note went out",
    MessageKind.ANSWER: "An answer went out",
}


class SentDialog(Dialog[Message | WordCame]):
    """Gives the Message, or WordCame where a word of theirs is to be logged instead, or None.

    `to` are the names it went to as far as the plan knows; `elsewhere` are the follow-ups of other opportunities.
    """

    PLACE = "sent"
    USES: ClassVar[Mapping[str, str]] = {
        "to": "To whom: names, with a comma between. A part of the name will do for somebody you met.",
        "when": "When it went out: “now”, “today 14:00”, “yesterday”, “Tue 10”.",
        "way": "Which way it went: mail, call, letter or other. The first letter will do.",
        "reason": "Why all the same? A few words, kept with it.",
    }
    BINDINGS: ClassVar[list[BindingType]] = dialog_bindings("sent")

    warnings = query_one("#warnings", Static)

    def __init__(
        self,
        history: History,
        kind: MessageKind,
        to: tuple[str, ...],
        place: Place,
        *,
        elsewhere: tuple[Touch, ...] = (),
    ) -> None:
        super().__init__(history, place)
        self.kind, self._to, self._elsewhere = kind, to, elsewhere
        self._read: SentRead | None = None
        self._live: LiveReading[SentRead] = LiveReading(self, self._previewed, self._show)

    @property
    def heading(self) -> str:
        """What went out."""
        return _HEADINGS[self.kind]

    def body(self) -> Iterator[Widget]:
        """What to ask, then the lines."""
        from app.tui.dialogs.typed import goes_on, people_of

        people = people_of(self.history)
        yield Static("", id="warnings", markup=False)
        to = self.field("to", "To", ", ".join(self._to))
        to.line.completer = lambda text: goes_on(text, people)
        yield to
        yield self.field("when", "When", "now")
        yield self.field("way", "How", "mail", hint="mail, call, letter, other")
        reason = self.field("reason", "Why", hint="all the same")
        reason.display = bool(self.texts["reason"])
        yield reason

    def on_mount(self) -> None:
        """Ask what there is to ask."""
        self.changed()

    def changed(self) -> None:
        """Other names or another day ask for something else."""
        self._live.changed()

    def keys(self) -> list[tuple[str, str]]:
        """With the way to log a word instead."""
        return [*super().keys(), *([("^r", "Log a word")] if self.kind is MessageKind.FOLLOW_UP else [])]

    async def _previewed(self) -> SentRead | None:
        texts = dict(self.texts)
        return await self.computed(lambda: self.read(texts))

    def _show(self, read: SentRead) -> None:
        if not self.is_mounted:
            return
        if self._read is None or self._read.warnings != read.warnings:
            self._show_warnings(read)
        self._read = read
        self.explain()

    def _show_warnings(self, read: SentRead) -> None:
        from app.domain.plan.warnings import WarningKind

        lines: list[Content] = []
        # the question comes first: an answer to it makes the others void
        for one in sorted(read.warnings, key=lambda warning: warning.kind is not WarningKind.ANY_WORD):
            if one.kind is WarningKind.ANY_WORD:
                lines.append(Content.styled(f"{shown(read.question)} ^r logs it.", "$text"))
            else:
                lines.append(Content(f"{self.program.marks['late']} {shown(one.text)}"))
        self.warnings.display = bool(lines)
        self.warnings.update(Content("\n").join(lines))
        reason = self.query_one("#field-reason")
        reason.display = read.needs_reason or bool(self.texts["reason"])

    def fault(self, name: str, why: str) -> None:
        """Say what is wrong; the reason may not be asked for yet."""
        if name == "reason":
            self.query_one("#field-reason").display = True
        super().fault(name, why)

    def told(self, field: str) -> tuple[str, ...]:
        """Who is not known here."""
        if field != "to" or not self._read or not self._read.unknown:
            return ()
        names = ", ".join(self._read.unknown)
        return (f"You have not met {names} here. The name is kept as you type it.",)

    def answer(self, texts: Mapping[str, str]) -> Message | WordCame:
        """The message."""
        read = self.read(texts)
        if read.needs_reason and not read.message.reason:
            raise Fault("reason", "Why all the same? A few words are kept with it.")
        return read.message

    def read(self, texts: Mapping[str, str]) -> SentRead:
        """What the lines mean, and what speaks against it. Raises Fault. On the journal's thread."""
        from app.domain.plan import events_of
        from app.domain.plan.situation import situation_of
        from app.domain.plan.warnings import warnings_before_sending
        from app.domain.workdays import workdays_of
        from app.tui.dialogs.typed import (
            line_of,
            moment_of,
            names_called,
            people_of,
            round_of,
            way_of,
            zone_for,
        )

        history, place = self.history, self.place
        opportunity = history.opportunity
        people, zone = people_of(history), zone_for(history, place)
        to, moment = names_called(line_of(texts, "to"), people), moment_of(texts, place)
        workdays = workdays_of(opportunity.region or place.region, closed=opportunity.closed_days)
        events, day = events_of(history, workdays, zone), moment.day_in(zone)
        last = situation_of(events, day, place.now).last_word
        question = f"Any word from them since {short_day(last, day)}?" if last else "Any word from them?"
        warnings = warnings_before_sending(
            events,
            self.kind,
            to,
            day,
            workdays=workdays,
            now=place.now,
            elsewhere=self._elsewhere,
        )
        message = Message(
            kind=self.kind,
            to=to,
            way=way_of(texts),
            sent=moment,
            reason=line_of(texts, "reason"),
            interview_id=round_of(history, to) if self.kind is MessageKind.THANK_YOU else 0,
        )
        known = {person.name for person in people}
        return SentRead(message, warnings, question, tuple(name for name in to if name not in known))

    def action_log_word(self) -> None:
        """They wrote meanwhile: log that instead."""
        if self.kind is MessageKind.FOLLOW_UP and self.is_current:
            self.dismiss(WordCame())
