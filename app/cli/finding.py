"""`afterword list` and `afterword show`: what the journal holds, all in short, or one opportunity in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.cells import fitted, padded, width
from app.cli.options import journal_of, options_of
from app.cli.outlooks import outlooks_of, place_of
from app.cli.output import columns, put, say, say_json
from app.errors import NotFound
from app.text import folded, shown

if TYPE_CHECKING:
    from app.domain.dueness import Outlook
    from app.domain.facts import History

_MOST_NAMED = 6
_NAME_CELLS, _NARROW = 44, 60


def list_(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One opportunity a line, as JSON.")] = False,
) -> None:
    """List all opportunities, each with what is next.

    The one with the newest interview comes first.

    Example: afterword list
    """
    views: list[Outlook] = []
    if options_of(context).places.journal.exists():
        with journal_of(context) as journal:
            views = outlooks_of(journal, place_of(journal))
    if as_json:
        for view in views:
            say_json(_in_short(view))
        return
    if not views:
        say("Nothing here yet. After an interview, write it down with afterword capture.")
    widest = max((width(str(view.history.opportunity.id)) for view in views), default=1)
    for view in views:
        _say_line(view, widest)


def show(
    context: typer.Context,
    which: Annotated[
        str, typer.Argument(help="The number of an opportunity (see afterword list), or a name.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Everything as one object of JSON.")] = False,
) -> None:
    """Show everything known about one opportunity.

    In the order in which it happened, and then what is next.

    Example: afterword show Northwind
    """
    from app.cli.showing import lines_of, plain
    from app.domain.dueness import outlook

    if not options_of(context).places.journal.exists():
        raise _not_found(which)
    with journal_of(context) as journal:
        view = outlook(_one(journal.histories(), which), place_of(journal))
    if as_json:
        say_json(plain(view.history) | {"plan": plain(view.plan)})
        return
    for indent, text in lines_of(view):
        say(text, indent=indent, hang=indent + 2)


def _one(histories: tuple[History, ...], which: str) -> History:
    """The opportunity of that number or name. Raises NotFound where there is none, or more than one."""
    number = which.strip().removeprefix("#")
    found = [history for history in histories if str(history.opportunity.id) == number]
    wanted = folded(which)
    for fits in (_is_called, _begins_with, _has_in_it):
        found = found or [history for history in histories if wanted and fits(history, wanted)]
    if not found:
        raise _not_found(which)
    if len(found) == 1:
        return found[0]
    named = ", ".join(f"{history.opportunity.id} {_name(history)}" for history in found[:_MOST_NAMED])
    raise NotFound(f"{len(found)} opportunities fit “{fitted(shown(which), 40)}”; say which number: {named}.")


def _not_found(which: str) -> NotFound:
    return NotFound(f"There is nothing called “{fitted(shown(which), 40)}”. See afterword list.")


def _name(history: History) -> str:
    from app.domain.dueness import name_of

    return fitted(name_of(history.opportunity), 40)


def _names(history: History) -> tuple[str, ...]:
    opportunity = history.opportunity
    whole = f"{opportunity.employer}, {opportunity.role}", f"{opportunity.employer} {opportunity.role}"
    return tuple(folded(name) for name in (opportunity.employer, *whole))


def _is_called(history: History, wanted: str) -> bool:
    return wanted in _names(history)


def _begins_with(history: History, wanted: str) -> bool:
    return any(name.startswith(wanted) for name in _names(history))


def _has_in_it(history: History, wanted: str) -> bool:
    people = (folded(person.name) for person in history.people)
    return any(wanted in name for name in (*_names(history), *people))


def _in_short(view: Outlook) -> dict[str, object]:
    opportunity, plan = view.history.opportunity, view.plan
    first = next(iter(view.steps), None)
    return {
        "opportunity": opportunity.id,
        "company": opportunity.employer,
        "role": opportunity.role,
        "interviews": len(view.history.interviews),
        "outcome": opportunity.outcome.value if opportunity.outcome else None,
        "rule": plan.rule.value,
        "next": first.kind.value if first else None,
        "next_on": first.day.isoformat() if first else None,
    }


def _say_line(view: Outlook, widest: int) -> None:
    from app.domain.dueness import name_of, step_text, when_text

    opportunity = view.history.opportunity
    first = next(iter(view.steps), None)
    behind = f"{step_text(first)} ({when_text(first, view.today)})" if first else ""
    if opportunity.outcome:
        behind = opportunity.outcome.value
    number, name = str(opportunity.id).rjust(widest), shown(name_of(opportunity))
    if columns() < _NARROW:
        say(f"{number}  {name}: {behind}" if behind else f"{number}  {name}", hang=widest + 2)
    else:
        room = columns() - widest - _NAME_CELLS - 4
        put(f"{number}  {padded(name, _NAME_CELLS)}  {fitted(shown(behind), room)}".rstrip() + "\n")
