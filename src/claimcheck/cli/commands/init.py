"""`claimcheck init`: files to start from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import EVIDENCE, INPUT, OTHER, examples
from claimcheck.cli.output import write_standard_output

EXAMPLES = examples("claimcheck init", "claimcheck init website --evidence")


def command(
    directory: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where the files go.", rich_help_panel=INPUT)
    ] = Path("."),
    with_evidence: Annotated[
        bool, typer.Option("--evidence", help="Begin an evidence folder too.", rich_help_panel=EVIDENCE)
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Overwrite without asking.", rich_help_panel=OTHER)] = False,
) -> ExitStatus:
    """Write a configuration and a workflow to start from.

    Asks before it overwrites anything; without a terminal it leaves what is there alone.
    """
    from datetime import date

    from claimcheck.curation.saving import save_new
    from claimcheck.project.starting import starter_files

    files = {directory / name: text for name, text in starter_files(date.today(), evidence=with_evidence).items()}
    kept = [path for path in files if path.exists() and not (yes or _may_overwrite(path))]
    save_new({path: text for path, text in files.items() if path not in kept}, replace=True)
    lines = [f"{'kept' if path in kept else 'wrote'} {path.as_posix()}" for path in files]
    write_standard_output("".join(f"{line}\n" for line in lines))
    return ExitStatus.OK


def _may_overwrite(path: Path) -> bool:
    if not sys.stdin.isatty():
        return False
    typer.echo(f"{path} is there already. Overwrite it? [y/N] ", err=True, nl=False)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
