"""What the commands for curators share: options, and questions for what was not given."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from claimcheck.cli.help import EVIDENCE
from claimcheck.cli.notes import say_error
from claimcheck.errors import UsageError

T = TypeVar("T")

#: where a project keeps its evidence
OWN_FOLDER = Path("evidence")
Into = Annotated[
    Path,
    typer.Option("--into", "-d", metavar="DIR", help="The evidence folder to write to.", rich_help_panel=EVIDENCE),
]
Alone = Annotated[bool, typer.Option("--alone", help="Leave the shipped base out.", rich_help_panel=EVIDENCE)]
Force = Annotated[bool, typer.Option("--force", help="Write over files that exist.", rich_help_panel=EVIDENCE)]


def asks_for(**given: object) -> bool:
    """Whether what is missing of the needed options can be asked for; False if nothing is missing.

    Raises:
        UsageError: something is missing and nobody is there to answer.
    """
    missing = [f"--{name.replace('_', '-')}" for name, value in given.items() if not value]
    if missing and not (sys.stdin and sys.stdin.isatty()):
        raise UsageError(f"{', '.join(missing)} must be given", hint="on a terminal, what is missing is asked for")
    return bool(missing)


def take(given: str | None, asking: bool, question: str, check: Callable[[str], T], *, needed: bool = True) -> T:
    """What `check` makes of the given text, or of an answer; a wrong answer is asked for again."""
    if given is not None or not asking:
        return check(given or "")
    while True:
        answer = typer.prompt(question, default=None if needed else "", show_default=False, err=True)
        try:
            return check(answer.strip())
        except UsageError as error:
            say_error(str(error))
