"""A command that holds commands of its own."""

from __future__ import annotations

import typer

from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import HelpGroup


def group(about: str, epilog: str) -> typer.Typer:
    """An empty group; called without a command it shows its help and ends with 2."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)

    def alone(ctx: typer.Context) -> ExitStatus | None:
        if ctx.invoked_subcommand is not None:
            return None
        typer.echo(ctx.get_help(), err=True)
        return ExitStatus.FAILED

    app.callback(cls=HelpGroup, invoke_without_command=True, help=about, epilog=epilog)(alone)
    return app
