"""All commands in one place. What a command needs is loaded inside it."""

from __future__ import annotations

import typer

from app.cli import add, due, finding, output, places, screens, transfer
from app.cli.plan import plan_command
from app.errors import UsageError

app = typer.Typer(
    name="afterword",
    help=screens.HELP,
    # Plain help and plain errors: nothing a person typed is ever taken for markup.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    callback=screens.start,
)
for name, command in (
    ("capture", screens.capture),
    ("ask", screens.ask),
    ("add", add.add),
    ("due", due.due),
    ("list", finding.list_),
    ("show", finding.show),
    ("plan", plan_command),
    ("export", transfer.export),
    ("import", transfer.import_),
    ("where", places.where),
):
    app.command(name)(command)


def command_line(arguments: list[str]) -> int:
    """Run the arguments; the exit code. Raises AfterwordError; PipeClosed where nobody reads the output."""
    try:
        code = app(args=arguments, prog_name="afterword", standalone_mode=False)
    except typer.Abort:
        return 1
    except typer.TyperException as error:
        raise UsageError(_told(error, arguments)) from None
    except SystemExit as stop:
        # typer ends so when its own help or completion meets a closed pipe
        if isinstance(stop.__context__, BrokenPipeError):
            raise output.PipeClosed from None
        raise
    except OSError as error:
        if _is_of_output(error):
            raise output.trouble(error) from None
        raise
    return code if isinstance(code, int) else 0


def _told(error: typer.TyperException, arguments: list[str]) -> str:
    context = getattr(error, "ctx", None)
    names = {command.name for command in app.registered_commands}
    named = next((f" {argument}" for argument in arguments if argument in names), "")
    place = context.command_path if context else f"afterword{named}"
    return f"{error.format_message().rstrip('.')}. See {place} --help."


def _is_of_output(error: OSError) -> bool:
    return error.filename is None and error.errno is not None
