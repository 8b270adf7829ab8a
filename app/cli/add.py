"""`afterword add`: records from standard input become interviews of the journal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.options import journal_of
from app.cli.outlooks import outlooks_after_change, place_of
from app.cli.output import Bar, complain, say, say_json
from app.errors import BadRecord, UsageError

if TYPE_CHECKING:
    from app.domain.dueness import Outlook
    from app.domain.facts import Debrief
    from app.exchange.records import Settings
    from app.storage.journal import Journal
    from app.storage.values import Saved


@dataclass(frozen=True, slots=True)
class _Read:
    """One record read: its line, and its debrief or what is wrong with it."""

    line: int
    debrief: Debrief | None = None
    bad: BadRecord | None = None


def add(
    context: typer.Context,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Save the good records even if others are bad.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the line and the ids of each saved record as JSON lines.")
    ] = False,
) -> None:
    """Add interviews from standard input, as JSON.

    One object, JSON lines, or an array. Fields: company, role, when, how, round, region, said, said_on,
    said_by, next_step, met [{name, title, email, phone}], went_well, did_not_go_well, stood_out,
    forgot_to_mention, topics, personal (lists of text).

    company and when must be there; an empty company says that it is not known yet. Texts are read as on
    the screen: when takes "today 14:00 to 15:00", "Tue 10", "2026-11-20 09:30". If a record is bad,
    nothing is saved and each bad one is told in a line; the exit code is then 2.

    Example: echo '{"company": "Northwind", "when": "today 14:00", "said": "by Friday"}' | afterword add
    """
    from app.exchange.records import Settings

    text = _standard_input()
    with journal_of(context) as journal:
        place = place_of(journal)
        found = _read_all(text, Settings(now=place.now, zone=place.zone, region=place.region))
        if not found:
            raise UsageError("No record came in. See afterword add --help.")
        bad = [each.bad for each in found if each.bad]
        good = [each for each in found if each.debrief] if keep_going or not bad else []
        _complain_of(bad, "" if good else "Nothing was saved.")
        saved = _save(journal, good) if good else ()
        views = outlooks_after_change(journal, place) if saved else []
    _tell(good, saved, views, as_json=as_json)
    if bad:
        raise typer.Exit(UsageError.exit_code)


def _standard_input() -> str:
    from app.exchange.jsontext import text_of

    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("afterword add reads JSON from standard input. See afterword add --help.")
    try:
        return text_of(sys.stdin.buffer.read())
    except OSError as error:
        raise UsageError(f"Standard input cannot be read: {error.strerror}.") from None


def _read_all(text: str, settings: Settings) -> list[_Read]:
    bar = Bar("Reading", text.count("\n") + 1)
    found = []
    try:
        for each in _read(text, settings):
            found.append(each)
            bar.at(each.line)
    finally:
        bar.end()
    return found


def _read(text: str, settings: Settings) -> Iterator[_Read]:
    from app.exchange.jsontext import values_in
    from app.exchange.records import debrief_of

    for line, value in values_in(text):
        if isinstance(value, BadRecord):
            yield _Read(line, bad=value)
            continue
        try:
            yield _Read(line, debrief_of(value, settings, line=line))
        except BadRecord as bad:
            yield _Read(line, bad=bad)


def _complain_of(bad: list[BadRecord], outcome: str) -> None:
    """One line for each bad record; behind the last one, what came of it all."""
    for each in bad[:-1]:
        complain(str(each))
    if bad:
        complain(f"{bad[-1]}. {outcome}".rstrip())


def _save(journal: Journal, good: list[_Read]) -> tuple[Saved, ...]:
    bar = Bar("Saving", len(good))
    debriefs = (each.debrief for each in good if each.debrief)
    try:
        return journal.save_debriefs(debriefs, progress=bar.at)
    finally:
        bar.end()


def _tell(good: list[_Read], saved: tuple[Saved, ...], views: list[Outlook], *, as_json: bool) -> None:
    if as_json:
        for each, kept in zip(good, saved, strict=True):
            say_json({"line": each.line, "opportunity": kept.opportunity_id, "interview": kept.interview_id})
    elif len(saved) == 1:
        say(_kept(saved[0], views))
    elif saved:
        say(f"Kept {len(saved):,} interviews.")


def _kept(saved: Saved, views: list[Outlook]) -> str:
    from app.domain.dueness import name_of, step_text

    for view in views:
        if view.history.opportunity.id == saved.opportunity_id:
            first = next(iter(view.steps), None)
            told = f" Next: {step_text(first)}." if first else ""
            return f"Kept: {name_of(view.history.opportunity)}.{told}"
    return "Kept."
