"""How an entry is told: why it stands there (the foot), and what is known about it (the side panel)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from textual.content import Content

from app.cells import lines_of
from app.domain.dates import column_day, days_late, short_day
from app.domain.dueness import name_of, step_text
from app.domain.facts import History, Interview, Message, PointKind, Word
from app.domain.plan.steps import Step, StepKind
from app.domain.timeline import Entry, facts_of, later_steps
from app.text import shown

_NOTED = (PointKind.STOOD_OUT, PointKind.PERSONAL, PointKind.WENT_WELL, PointKind.FORGOT_TO_MENTION)
_QUOTED = re.compile("“[^“”]+”")
_MOST_NOTED = 4
_MOST_FACTS = 6
ONCE_MORE, A_WEEK_ON = "Once more, if you like", "a week on"
PANEL_CELLS = 36  # of the panel's 40, without its padding and scroll bar


def entry_why(entry: Entry) -> Content:
    """The foot of a row; the employer's words and the day stand out."""
    why = Content(shown(entry.why) or shown(name_of(entry.opportunity)))
    strong = [match.span() for match in _QUOTED.finditer(why.plain)]
    if entry.step:
        day = short_day(entry.step.day, entry.outlook.today)
        start = why.plain.rfind(day)
        strong += [(start, start + len(day))] if start >= 0 else []
    for start, end in strong:
        why = why.stylize("$text", start, end)
    return why


def first_page(*, demo: bool) -> Content:
    """What an empty timeline says: what this is, the key to begin, and how to try made-up data."""
    lines = [
        Content.styled("Nothing here yet, and that is fine.", "bold"),
        Content(""),
        Content("After your next interview, press 2 and write down"),
        Content("what you still remember. Five minutes are enough."),
        Content("From then on this page tells you whom to thank, when"),
        Content("to follow up, and why on that day."),
        Content(""),
        Content.assemble(("2", "bold"), "  Write down an interview"),
        Content.assemble(("l", "bold"), "  Before you leave: what to ask at its end"),
    ]
    if not demo:
        lines.append(Content.assemble(("d", "bold"), "  Look around with made-up data"))
    cells = max(line.cell_length for line in lines)
    return Content("\n").join(line.pad_right(cells - line.cell_length) for line in lines)


def entry_panel(entry: Entry, marks: Mapping[str, str], zone: str) -> Content:
    """The side panel of a row: what, why then, what was noted, what was before, what comes after."""
    return Content("\n").join(_panel_lines(entry, marks, zone))


def _panel_lines(entry: Entry, marks: Mapping[str, str], zone: str) -> Iterator[Content]:
    opportunity = entry.opportunity
    yield Content.styled(shown(entry.employer), "bold")
    if opportunity.role:
        yield Content.styled(shown(opportunity.role), "$text-muted")
    yield Content("")
    yield from entry_lines(entry, marks, zone)
    yield from _section("You noted", _noted(entry.outlook.history, marks))
    yield from _section("Until now", _until_now(entry, marks))
    yield from _section("After that", _after_that(entry, marks))


def entry_lines(entry: Entry, marks: Mapping[str, str], zone: str) -> Iterator[Content]:
    """What it is, when, and why then, for a side panel."""
    late = bool(entry.step and entry.step.late)
    tone = "$text-warning" if late else "$text-accent" if entry.mark == "due" else "$text-muted"
    yield from _hung((marks[entry.mark], tone), entry.what(zone))
    yield Content.assemble("  ", (_when(entry, zone), tone))
    yield from _section("Why then" if entry.step else "About it", _paragraph(entry.why))


def _when(entry: Entry, zone: str) -> str:
    today = entry.outlook.today
    if entry.step and entry.step.late:
        return f"since {short_day(entry.step.day, today)}, {days_late(entry.step.late)}"
    right = entry.right(zone)
    day = "today" if entry.day == today else short_day(entry.day, today)
    return f"{day}, {right}" if right and right != day else day


def _section(title: str, lines: Iterable[Content]) -> Iterator[Content]:
    found = list(lines)
    if found:
        yield Content("")
        yield Content.styled(title, "$text-muted")
        yield from found


def _paragraph(text: str) -> Iterator[Content]:
    if text:
        yield Content(shown(text))


def _noted(history: History, marks: Mapping[str, str]) -> Iterator[Content]:
    points = [point for interview in reversed(history.interviews) for point in interview.points]
    chosen = [point for kind in _NOTED for point in points if point.kind is kind][:_MOST_NOTED]
    for point in chosen:
        helps = point.kind is PointKind.FORGOT_TO_MENTION and point.helps
        yield from _hung((marks["helps" if helps else "bullet"], "$text-muted"), point.text)


def _until_now(entry: Entry, marks: Mapping[str, str]) -> Iterator[Content]:
    for before in facts_of(entry.outlook)[-_MOST_FACTS:]:
        day = column_day(before.day, entry.outlook.today)
        yield from _hung((marks[fact_mark(before)], ""), before.what(), day=f"{day:<11} ")


def fact_mark(entry: Entry) -> str:
    """The name of the mark that tells the kind of a fact behind."""
    match entry.fact:
        case Interview():
            return "interview"
        case Word():
            return "word"
        case Message():
            return "follow-up" if entry.fact.kind.value == "follow-up" else "done"
    return "closed"


def step_mark(step: Step) -> str:
    """The name of the mark that tells the kind of a step ahead."""
    return {
        StepKind.FOLLOW_UP: "follow-up-to-send",
        StepKind.MOVE_ON: "move-on",
        StepKind.INTERVIEW: "interview-to-come",
    }.get(step.kind, "coming")


def _after_that(entry: Entry, marks: Mapping[str, str]) -> Iterator[Content]:
    again = tuple(_hung((marks["follow-up-to-send"], ""), ONCE_MORE, day=f"{A_WEEK_ON:<11} "))
    if entry.step and entry.step.may_repeat:
        yield from again
    for step in later_steps(entry):
        text = ONCE_MORE if step.offer else step_text(step)
        day = f"{column_day(step.day, entry.outlook.today):<11} "
        yield from _hung((marks[step_mark(step)], ""), text, day=day)
        if step.may_repeat:
            yield from again


def _hung(mark: tuple[str, str], text: str, *, day: str = "") -> Iterator[Content]:
    """A marked line of the side panel, its further lines below its text."""
    first, *more = lines_of(shown(text), PANEL_CELLS - 2 - len(day))
    yield Content.assemble(mark, " ", (day, "$text-muted"), first)
    for line in more:
        yield Content(" " * (2 + len(day)) + line)
