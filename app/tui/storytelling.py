"""An opportunity as blocks of lines: its facts in order with what was captured, what comes next, who is who."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from textual.content import Content

from app.cells import lines_of, padded, width
from app.domain.dates import column_day, days_late
from app.domain.dueness import Outlook, name_of, step_text
from app.domain.facts import Interview, Message, Point, PointKind, Promise, Word
from app.domain.plan.steps import Step, StepKind
from app.domain.timeline import Entry, Part, clock_text, fact_text, facts_of, promise_text
from app.text import shown
from app.tui.telling import A_WEEK_ON, ONCE_MORE, entry_lines, fact_mark, step_mark
from app.tui.widgets.story import Block

_LABELS = {
    PointKind.WENT_WELL: "went well",
    PointKind.DID_NOT_GO_WELL: "not well",
    PointKind.STOOD_OUT: "stood out",
    PointKind.FORGOT_TO_MENTION: "forgot",
    PointKind.TOPIC: "topic",
    PointKind.PERSONAL: "personal",
    PointKind.TO_ASK: "to ask",
}
_DAY, _LABEL = 12, 12
_NAME, _TITLE = 18, 20
_NARROW, _CRAMPED = 50, 34  # cells; below, columns become words before the text


def opportunity_blocks(
    outlook: Outlook, marks: Mapping[str, str], zone: str, cells: int, *, people: bool
) -> list[Block[Entry]]:
    """The blocks for lines of `cells` cells; with `people` they are listed below."""
    return list(_Teller(outlook, marks, zone, cells).blocks(people=people))


class _Teller:
    def __init__(self, outlook: Outlook, marks: Mapping[str, str], zone: str, cells: int) -> None:
        self.outlook, self.marks, self.zone, self.cells = outlook, marks, zone, cells
        self.day = _DAY if cells >= _CRAMPED else 0
        self.label = _LABEL if cells >= _CRAMPED else 0
        self.indent = 2 + (self.day if cells >= _NARROW else 2 if self.label else 0)

    def blocks(self, *, people: bool) -> Iterator[Block[Entry]]:
        yield Block(tuple(self._heading()))
        for entry in facts_of(self.outlook):
            yield Block(tuple(self._fact(entry)), entry)
        if not self.outlook.steps:
            yield Block((Content.styled("Nothing is open here.", "$text-muted"),))
        for step in self.outlook.steps:
            part = Part.DUE if step.due and not step.offer else Part.COMING
            yield Block(tuple(self._step(step)), Entry(part, step.day, self.outlook, step=step))
            if step.may_repeat:
                yield Block(tuple(self._line("follow-up-to-send", A_WEEK_ON, ONCE_MORE)))
        if people and self.outlook.history.people:
            yield Block((Content(""), Content.styled("People", "bold"), *self._people()))

    def _heading(self) -> Iterator[Content]:
        opportunity = self.outlook.history.opportunity
        rest = ", ".join(filter(None, (opportunity.role, _between(self.outlook), opportunity.region)))
        employer = name_of(opportunity).removesuffix(f", {opportunity.role}")
        one_line = Content.assemble((shown(employer), "bold"), "  ", (shown(rest), "$text-muted"))
        if one_line.cell_length <= self.cells:
            yield one_line
        else:
            yield from (Content.styled(line, "bold") for line in lines_of(shown(employer), self.cells))
            yield from self._muted(rest)
        yield from self._muted(opportunity.link)
        yield Content("")

    def _muted(self, text: str) -> Iterator[Content]:
        if text:
            yield from (Content.styled(line, "$text-muted") for line in lines_of(shown(text), self.cells))

    def _line(self, mark: str, day: str, text: str, style: str = "") -> Iterator[Content]:
        whole = shown(text) if self.day else f"{day} {shown(text)}"
        first, *more = lines_of(whole, self.cells - 2 - self.day)
        column = padded(day, self.day) if self.day else ""
        yield Content.assemble(f"{self.marks[mark]} ", (column, "$text-muted"), (first, style))
        for line in more:
            yield Content.assemble(" " * (2 + self.day), (line, style))

    def _fact(self, entry: Entry) -> Iterator[Content]:
        fact = entry.fact
        text = fact_text(fact) if fact is not None else ""
        if isinstance(fact, Interview):
            text += _clock(fact, self.zone)
        yield from self._line(fact_mark(entry), entry.day_text, text)
        match fact:
            case Interview():
                yield from self._debrief(fact)
            case Word(promise=Promise() as promise) if promise.words:
                yield from self._detail("they said", _promise_text(promise, self.outlook))
            case Message():
                yield from self._message(fact)
            case _:
                if opportunity_note := self.outlook.history.opportunity.outcome_note:
                    yield from self._detail("note", opportunity_note)

    def _debrief(self, interview: Interview) -> Iterator[Content]:
        if interview.met:
            yield from self._detail("met", ", ".join(person.name for person in interview.met))
        for kind, label in _LABELS.items():
            for point in interview.points:
                if point.kind is kind:
                    yield from self._detail(label, _point_text(point))
        if interview.promise and interview.promise.words:
            yield from self._detail("they said", _promise_text(interview.promise, self.outlook))
        if interview.next_step:
            yield from self._detail("next", interview.next_step)

    def _message(self, message: Message) -> Iterator[Content]:
        if message.subject:
            yield from self._detail("subject", message.subject)
        if message.text:
            yield from self._detail("text", message.text)
        if message.reason:
            yield from self._detail("because", message.reason)

    def _detail(self, label: str, text: str) -> Iterator[Content]:
        whole = shown(text) if self.label else f"{label}: {shown(text)}"
        for place, line in enumerate(lines_of(whole, self.cells - self.indent - self.label)):
            thread = padded(self.marks["thread"], self.indent)
            name = padded(label if place == 0 else "", self.label) if self.label else ""
            yield Content.assemble((thread, "$text-muted"), (name, "$text-muted"), line)

    def _step(self, step: Step) -> Iterator[Content]:
        text = ONCE_MORE if step.offer else step_text(step)
        if step.kind is StepKind.MOVE_ON:
            text = "Move on? A month without word"
        if step.late:
            text += f", {days_late(step.late)}"
        style = "$text-warning" if step.late else "$text-accent" if step.due and not step.offer else ""
        yield from self._line(step_mark(step), column_day(step.day, self.outlook.today), text, style)

    def _people(self) -> Iterator[Content]:
        for person in self.outlook.history.people:
            name, title = shown(person.name), shown(person.title or person.part.value)
            address = shown(" ".join(filter(None, (person.email, person.phone))))
            row = f"  {padded(name, _NAME)}  {padded(title, _TITLE)}  {address}"
            if width(name) <= _NAME and width(title) <= _TITLE and width(row) <= self.cells:
                yield Content(row)
            else:
                yield from self._indented(2, name)
                yield from self._indented(4, title, address)
            yield from self._indented(4, shown(person.personal))

    def _indented(self, by: int, *texts: str) -> Iterator[Content]:
        for text in filter(None, texts):
            for line in lines_of(text, self.cells - by):
                yield Content.assemble(" " * by, (line, "$text-muted" if by > 2 else ""))


def opportunity_panel(outlook: Outlook, entry: Entry | None, marks: Mapping[str, str], zone: str) -> Content:
    """The side panel: the entry under the cursor and why it stands there, and the people."""
    lines: list[Content] = []
    if entry is not None:
        lines = [Content.styled(_place(entry), "$text-muted"), *entry_lines(entry, marks, zone)]
    for person in outlook.history.people:
        lines += [Content(""), Content.styled(shown(person.name), "bold")]
        lines += [
            Content.styled(shown(text), "$text-muted")
            for text in (person.title, person.email, person.phone, person.personal)
            if text
        ]
    return Content("\n").join(lines)


def _place(entry: Entry) -> str:
    if entry.step is None:
        return "Until now"
    return "Next" if entry.step is entry.outlook.steps[0] else "After that"


def _between(outlook: Outlook) -> str:
    opportunity = outlook.history.opportunity
    return f"through {opportunity.recruiter}" if opportunity.recruiter else opportunity.source


def _clock(interview: Interview, zone: str) -> str:
    start = interview.start.at
    if start is None:
        return ""
    text = f", {clock_text(start, zone)}"
    return (
        f"{text} to {clock_text(start + timedelta(minutes=interview.minutes), zone)}"
        if interview.minutes
        else text
    )


def _point_text(point: Point) -> str:
    about = f"{point.about}: " if point.about else ""
    helps = "+ " if point.kind is PointKind.FORGOT_TO_MENTION and point.helps else ""
    return f"{helps}{about}{point.text}"


def _promise_text(promise: Promise, outlook: Outlook) -> str:
    by = f"{promise.said_by}: " if promise.said_by else ""
    return by + promise_text(promise, outlook.today)
