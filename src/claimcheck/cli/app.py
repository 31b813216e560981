"""The table of commands. Each is loaded when it is called for, so that none pays for the others at start."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer.main import get_command

from claimcheck.cli.configured import ConfiguredCommand
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import OTHER, HelpGroup, examples

#: name -> module; the module holds `command` (a function) and `EXAMPLES`, or `app` (a group of its own)
COMMANDS: Final = {
    "file": "claimcheck.cli.commands.file",
    "text": "claimcheck.cli.commands.text",
    "study": "claimcheck.cli.commands.study",
    "claim": "claimcheck.cli.commands.claim",
    "explain": "claimcheck.cli.commands.explain",
    "why-not": "claimcheck.cli.commands.why_not",
    "gaps": "claimcheck.cli.commands.gaps",
    "list": "claimcheck.cli.commands.list",
    "policy": "claimcheck.cli.commands.policy",
    "evidence": "claimcheck.cli.commands.evidence",
    "config": "claimcheck.cli.commands.config",
    "init": "claimcheck.cli.commands.init",
    "completion": "claimcheck.cli.commands.completion",
}
_SETTINGS: Final = {"help_option_names": ["-h", "--help"]}


class CommandTable(HelpGroup):
    """The program: a group that imports a command on first use."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        unloaded: dict[str, Any] = dict.fromkeys(COMMANDS)
        self.commands.update(unloaded)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        if cmd_name in COMMANDS and self.commands[cmd_name] is None:
            self.commands[cmd_name] = load(cmd_name)
        return self.commands.get(cmd_name)


def program() -> Any:
    """The whole command line as one click command."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    app.callback(
        cls=CommandTable,
        invoke_without_command=True,
        context_settings=_SETTINGS,
        epilog=examples(
            'claimcheck text "Baby massage cures postnatal depression."',
            "claimcheck file examples/class-flyer.txt",
        ),
    )(_top)
    return get_command(app)


def load(name: str) -> Any:
    """Import one command and make it fit for the table."""
    module = import_module(COMMANDS[name])
    if (group := getattr(module, "app", None)) is not None:
        loaded = get_command(group)
    else:
        single = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        single.command(cls=ConfiguredCommand, epilog=module.EXAMPLES)(module.command)
        loaded = get_command(single)
    loaded.name = name
    return loaded


def _top(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the versions of program and evidence.", rich_help_panel=OTHER)
    ] = False,
) -> ExitStatus | None:
    """Check the health claims of a text against a base of studies.

    Every claim found is supported, contested or unsupported as it is worded, with the studies that say so.
    """
    if version:
        from claimcheck.cli.version import say_version

        return say_version()
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), err=True)
        return ExitStatus.FAILED
    return None
