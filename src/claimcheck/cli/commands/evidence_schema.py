"""`claimcheck evidence schema`: what editors need to complete and check a base's files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.curating import OWN_FOLDER
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import CHECKING, EVIDENCE, examples
from claimcheck.cli.output import write_standard_output

EXAMPLES = examples(
    "claimcheck evidence schema examples/vitamin-c/evidence",
    "claimcheck evidence schema examples/vitamin-c/evidence --check",
)


def command(
    directory: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="An evidence folder.", rich_help_panel=EVIDENCE)
    ] = OWN_FOLDER,
    modelines: Annotated[
        bool,
        typer.Option(
            "--modelines", help="Put a first line that leads to its schema into each file.", rich_help_panel=EVIDENCE
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Write nothing; end with 1 if there is something to write.", rich_help_panel=CHECKING
        ),
    ] = False,
) -> ExitStatus:
    """Write JSON Schemas for editors.

    They go to DIR/schema, in place of older ones; the first line of a file leads editors there.
    """
    from claimcheck.curation.known import require_folder
    from claimcheck.curation.saving import save_new
    from claimcheck.curation.schemas import outdated_schemas, without_modeline

    require_folder(directory)
    outdated = outdated_schemas(directory) | (without_modeline(directory) if modelines else {})
    if not check:
        save_new(outdated, replace=True)
    done = "out of date:" if check else "wrote"
    lines = [f"{done} {path.as_posix()}" for path in outdated] or ["all is up to date"]
    write_standard_output("".join(f"{line}\n" for line in lines))
    return ExitStatus.FINDINGS if check and outdated else ExitStatus.OK
