"""`claimcheck completion`: what a shell must read to complete commands, options and ids."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.choices import choose
from claimcheck.cli.completion import SHELLS, script_for, words
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.cli.output import write_standard_output

EXAMPLES = examples("claimcheck completion bash", "claimcheck completion zsh")


def command(
    shell: Annotated[
        str,
        typer.Argument(
            metavar="SHELL",
            help=f"{', '.join(SHELLS)}.",
            rich_help_panel=INPUT,
            autocompletion=words(SHELLS),
        ),
    ],
) -> ExitStatus:
    """Print what a shell must read to complete claimcheck.

    In bash: claimcheck completion bash > ~/.local/share/bash-completion/completions/claimcheck
    """
    write_standard_output(script_for(choose(shell, SHELLS, "shell")))
    return ExitStatus.OK
