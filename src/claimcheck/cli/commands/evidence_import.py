"""`claimcheck evidence import`: files of references into studies to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.choices import choose
from claimcheck.cli.curating import OWN_FOLDER, Alone, Into
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.cli.notes import say_error
from claimcheck.cli.output import write_standard_output

if TYPE_CHECKING:
    from claimcheck.curation.importing import Imported, ImportResult

EXAMPLES = examples(
    "claimcheck evidence import examples/more.ris -d examples/vitamin-c/evidence",
    "claimcheck evidence import examples/more.bib -d examples/vitamin-c/evidence",
)


def command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="BibTeX, RIS or CSL-JSON files.", rich_help_panel=INPUT),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="csl-json, bibtex or ris, if not told by the name of the file.",
            rich_help_panel=INPUT,
        ),
    ] = None,
    design: Annotated[
        str | None,
        typer.Option("--design", metavar="DESIGN", help="The design of all of them.", rich_help_panel=INPUT),
    ] = None,
    into: Into = OWN_FOLDER,
    alone: Alone = False,
) -> ExitStatus:  # fmt: skip
    """Begin a study for each new paper in a file.

    Papers that the base holds are named and left alone; nothing is overwritten.
    """
    from datetime import date
    from typing import get_args

    from claimcheck.curation.exchange import FORMATS
    from claimcheck.curation.importing import import_references
    from claimcheck.curation.known import known_in
    from claimcheck.curation.schemas import lend_schemas
    from claimcheck.evidence.model import Design

    if format is not None:
        choose(format, FORMATS, "format")
    if design is not None:
        choose(design, get_args(Design), "design")
    known = known_in(into, shipped=not alone)
    result = import_references(files, into, known, date.today(), name=format, design=design)
    if any(study.written for study in result.studies):
        lend_schemas(into)
    return _say(result, into)


def _say(result: ImportResult, into: Path) -> ExitStatus:
    from claimcheck.reports.style import one_line

    for failure in result.failures:
        say_error(str(failure))
    written = sum(study.written for study in result.studies)
    counts = f"{written} written, {len(result.studies) - written} already in the base, {len(result.failures)} not read"
    lines = [*(one_line(_line(study, into)) for study in result.studies), counts]
    write_standard_output("".join(f"{line}\n" for line in lines))
    return ExitStatus.FAILED if result.failures else ExitStatus.OK


def _line(study: Imported, into: Path) -> str:
    from claimcheck.curation.saving import study_file

    if study.written:
        return f"wrote {study_file(into, study.study).as_posix()} ({study.source}:{study.line})"
    return f"already there: {study.study}, {study.title} ({study.source}:{study.line})"
