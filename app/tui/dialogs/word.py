"""A word from the employer, with what they promised in it, read along while one types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from app.domain.dueness import Place
from app.domain.facts import History, Word, WordKind
from app.tui.capture.live import LiveReading
from app.tui.capture.preview import Piece
from app.tui.dialogs.dialog import Dialog, dialog_bindings
from app.tui.widgets.field import Field

KINDS: Mapping[str, WordKind] = {
    "reply": WordKind.REPLY,
    "offer": WordKind.OFFER,
    "automatic answer": WordKind.AUTOMATIC,
    "auto-reply": WordKind.AUTOMATIC,
    "no news": WordKind.NO_NEWS,
    "none": WordKind.NO_NEWS,
}
_NO_WORD = {
    WordKind.AUTOMATIC: "An automatic answer is no word from them: the days stay as they are.",
    WordKind.NO_NEWS: "That there is no news is no word from them: the days stay as they are.",
}
_STAYS: tuple[Piece, ...] = (("the days stay as they are", False),)
_GAP = "   "


@dataclass(frozen=True, slots=True)
class WordRead:
    """A word as typed, and what then holds.

    `row` is the reading in pieces, `told` says by field what it means, the fullest first; `taken` and `alternative`
    are the days that their words may mean, and `wants_answer` asks which.
    """

    word: Word
    row: tuple[Piece, ...]
    told: Mapping[str, tuple[str, ...]]
    taken: date | None = None
    alternative: date | None = None
    wants_answer: bool = False


class WordDialog(Dialog[Word]):
    """Gives the Word, or None."""

    PLACE = "word"
    HEADING = "They wrote or called"
    USES: ClassVar[Mapping[str, str]] = {
        "when": "When it came: “today 14:00”, “yesterday”, “Tue 10”.",
        "way": "How it came: mail, call, letter or other. The first letter will do.",
        "sender": "Who it came from. A part of the name will do for somebody you met.",
        "kind": "reply, offer, automatic answer or no news. The first letter will do. Only the first two are a word.",
        "gist": "What it said, in a few words of yours. It may stay empty.",
        "said": "What they said about when you hear next, in their words. Empty where they said nothing.",
    }
    BINDINGS: ClassVar[list[BindingType]] = dialog_bindings("word")

    reading = query_one("#reading", Static)

    def __init__(self, history: History, place: Place) -> None:
        super().__init__(history, place)
        self._read: WordRead | None = None
        self._live: LiveReading[WordRead] = LiveReading(self, self._previewed, self._show)

    def body(self) -> Iterator[Widget]:
        """The lines, and what their words mean."""
        from app.tui.dialogs.typed import goes_on, newest_giver, people_of

        people = people_of(self.history)
        yield self.field("when", "When", "today")
        yield self.field("way", "How", "mail", hint="mail, call, letter, other")
        sender: Field = self.field("sender", "From", newest_giver(self.history))
        sender.line.completer = lambda text: goes_on(text, people)
        yield sender
        yield self.field("kind", "It is a", "reply", hint="reply, offer, automatic answer, no news")
        yield self.field("gist", "In short")
        yield self.field("said", "They said", hint="you hear from us by Friday")
        yield Static("", id="reading", classes="reading", markup=False)

    def on_mount(self) -> None:
        """Read what stands there."""
        self.changed()

    def changed(self) -> None:
        """Read along."""
        self._live.changed()

    def keys(self) -> list[tuple[str, str]]:
        """With the other reading, where there is one."""
        other = self._read and self._read.alternative
        return [("^y", "Other reading"), *super().keys()] if other else super().keys()

    async def _previewed(self) -> WordRead | None:
        texts = dict(self.texts)
        read = await self.computed(lambda: read_word(texts, self.history, self.place))
        if read is None and self.is_mounted:  # a reading of what stood there before would mislead
            self._read = None
            self.reading.update("")
        return read

    def _show(self, read: WordRead) -> None:
        if not self.is_mounted:
            return
        self._read = read
        self.reading.update(laid_out(read.row, self.reading.content_size.width))
        self.show_keys()
        self.explain()

    def told(self, field: str) -> tuple[str, ...]:
        """What the field means now."""
        return self._read.told.get(field, ()) if self._read else ()

    def answer(self, texts: Mapping[str, str]) -> Word:
        """The word."""
        return read_word(texts, self.history, self.place).word

    def takes_enter(self, field: str) -> bool:
        """Enter takes the reading that waits for an answer."""
        read = self._read
        if field != "said" or read is None or read.taken is None or not read.wants_answer:
            return False
        self._take(read.taken)
        return True

    def action_take_alternative(self) -> None:
        """Take the other day that their words may mean."""
        if self._read and self._read.alternative:
            self._take(self._read.alternative)

    def _take(self, day: date) -> None:
        from app.tui.capture.form import with_day

        self.put("said", with_day(self.texts["said"], day))


def laid_out(row: Iterable[Piece], cells: int) -> Content:
    """The parts of a reading, each whole, in as many lines of `cells` cells as they need."""
    parts: list[Content] = []
    for text, strong in row:
        piece = Content.styled(text.lstrip(), "$text" if strong else "")
        if text.startswith(_GAP) or not parts:
            parts.append(piece)
        else:
            parts[-1] = Content.assemble(parts[-1], piece)
    lines: list[Content] = []
    for part in parts:
        joined = Content.assemble(lines[-1], _GAP, part) if lines else part
        if lines and joined.cell_length <= cells:
            lines[-1] = joined
        else:
            lines.append(part)
    return Content("\n").join(lines)


def read_word(texts: Mapping[str, str], history: History, place: Place) -> WordRead:
    """What the lines mean, and what then holds for this opportunity. Raises Fault."""
    from app.domain.facts import Interview
    from app.domain.plan import plan_history
    from app.tui.capture import form
    from app.tui.capture.preview import preview_within
    from app.tui.dialogs.typed import line_of, moment_of, name_called, one_of, people_of, way_of, zone_for

    moment = moment_of(texts, place)
    kind = one_of(
        "kind", line_of(texts, "kind"), KINDS, WordKind.REPLY, "reply, offer, automatic answer, no news"
    )
    people = people_of(history)
    sender = name_called(line_of(texts, "sender"), people)
    typed = form.Typed(
        texts={"said": texts.get("said", ""), "when": texts.get("when", "")},
        typed_on=place.now,
        zone=zone_for(history, place),
        stored=form.Stored(history.opportunity, Interview(start=moment)),
    )
    read_as = form.read(typed, place)
    interview = replace(read_as.debrief.interview, start=moment)
    read_as = replace(read_as, debrief=replace(read_as.debrief, interview=interview))
    promise = interview.promise
    if promise:
        giver = name_called(promise.said_by, people) if promise.said_by else sender
        promise = replace(promise, said_by=giver)
    word = Word(
        moment=moment,
        kind=kind,
        way=way_of(texts),
        sender=sender,
        gist=line_of(texts, "gist"),
        promise=promise,
    )
    if kind in _NO_WORD:
        return WordRead(word, _STAYS, {"kind": (_NO_WORD[kind],)})
    plan = plan_history(
        replace(history, words=(*history.words, word)),
        today=place.today_in(read_as.zone),
        workdays=read_as.workdays,
        now=place.now,
        zone=read_as.zone,
    )
    seen = preview_within(read_as, plan, place)
    told = {"said": seen.foot.get("said", ()) if promise else ()}
    return WordRead(word, seen.row, told, seen.taken, seen.alternative, seen.wants_answer)
