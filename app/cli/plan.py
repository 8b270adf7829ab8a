"""`afterword plan`: the follow-up rules as a calculator."""

from __future__ import annotations

from typing import Annotated

import typer


def plan_command(
    *,
    interview: Annotated[
        str, typer.Option(metavar="DATE", help="The day of the interview, as 2026-03-10.")
    ] = "",
    said: Annotated[str, typer.Option(metavar="WORDS", help="What they said about hearing back.")] = "",
    said_on: Annotated[
        str, typer.Option(metavar="DATE", help="The day on which they said it, if not that of the interview.")
    ] = "",
    region: Annotated[
        str,
        typer.Option(metavar="CC-SUB", help="The employer's region, for its holidays: CA-ON, US, GB-ENG."),
    ] = "",
    heard: Annotated[str, typer.Option(metavar="DATE", help="The day of a later word from them.")] = "",
    heard_said: Annotated[
        str, typer.Option(metavar="WORDS", help="What that word said about hearing back.")
    ] = "",
    sent: Annotated[
        list[str] | None,
        typer.Option(metavar="DATE", help="A follow-up that was sent; may be given more than once."),
    ] = None,
    facts: Annotated[
        str,
        typer.Option(
            metavar="FILE", help="Histories as JSON: one, a list, or one a line; - for standard input."
        ),
    ] = "",
    today: Annotated[str, typer.Option(metavar="DATE", help="The day to plan for; today if not given.")] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Answer in JSON, one line for each history.")
    ] = False,
) -> None:
    """Say when to follow up, and why. Takes any dates; needs no journal.

    Give either --interview or --facts. A history for --facts is an object like {"region": "CA-ON", "today":
    "2026-03-20", "facts": [{"on": "2026-03-10", "kind": "interview", "said": "by Friday"}]}; kinds are
    interview, word, follow-up, thank-you, round-arranged (with "for"), round-called-off (with "by": them
    or me), offer and ended (with "outcome"). A record that cannot be read is answered with {"error": ...} in
    its place, and the exit code is then 2.

    Example: afterword plan --interview 2026-03-10 --said "by Friday" --region CA-ON
    """
    from app.cli.planning import Asked, answer

    asked = Asked(
        interview=interview, said=said, said_on=said_on, region=region, heard=heard, heard_said=heard_said,
        sent=tuple(sent or ()), facts=facts, today=today, json=as_json,
    )  # fmt: skip
    if code := answer(asked):
        raise typer.Exit(code)
