"""The lane past typer takes only what typer would have read the same."""

from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from app.cli.commands import command_line
from app.cli.planning import Asked
from app.cli.quick import asked_of
from app.errors import UsageError

OPTIONS = [
    "--interview", "--said", "--said-on", "--region", "--heard", "--heard-said", "--sent", "--facts",
    "--today", "--json",
]  # fmt: skip
VALUES = ["2026-03-10", "by Friday", "", "-", "-5", "--", "--json", "a=b", "=", "CA-ON", "plan"]
WORDS = st.sampled_from([*OPTIONS, *VALUES, "--help", "--nope", "--interv", *(f"{o}=x=y" for o in OPTIONS)])


def by_typer(arguments):
    """What typer makes of the arguments, None where it refuses them or shows its help."""
    taken = []

    def kept(asked):
        taken.append(asked)
        return 0

    with patch("app.cli.planning.answer", kept), patch("app.cli.output.put"), patch("typer.echo"):
        try:
            command_line(["plan", *arguments])
        except UsageError:
            return None
    return taken[0] if taken else None


@given(st.lists(WORDS, max_size=6))
@example(["--interview", "2026-03-10", "--sent", "2026-03-20", "--sent=2026-03-27", "--json"])
@example(["--said", "by Friday", "--said=", "--facts", "-"])
@example(["--interview"])
@example(["--said", "--json"])
@example(["--json=1"])
def test_options_read_past_typer_are_what_typer_reads(arguments):
    quick = asked_of(arguments)
    assert quick is None or quick == by_typer(arguments)


def test_options_in_their_plain_form_go_past_typer():
    asked = asked_of(
        ["--interview", "2026-03-10", "--said=by Friday", "--sent", "a", "--sent", "b", "--json"]
    )
    assert asked == Asked(interview="2026-03-10", said="by Friday", sent=("a", "b"), json=True)
    assert asked_of(["--help"]) is None
