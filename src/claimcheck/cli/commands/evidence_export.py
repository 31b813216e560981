"""`claimcheck evidence export`: references for citation managers, tables for spreadsheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.choices import choose, unknown_id
from claimcheck.cli.curating import Force
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import EVIDENCE, OUTPUT, examples
from claimcheck.cli.output import write_standard_output
from claimcheck.errors import UsageError
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.evidence.model import Study

EXAMPLES = examples(
    "claimcheck evidence export --format bibtex",
    "claimcheck evidence export --format csv --output tables",
    "claimcheck evidence export --format ris --claim massage-treats-pnd",
)
_TABLES = "csv"


def command(
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    claim: Annotated[
        list[str],
        typer.Option(
            "--claim", metavar="ID", help="Only studies that bear on this claim; repeatable.", rich_help_panel=EVIDENCE
        ),
    ] = [],  # noqa: B006
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORMAT", help="csl-json, bibtex, ris or csv.", rich_help_panel=OUTPUT),
    ] = "csl-json",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="Write to this file; csv writes to a folder.", rich_help_panel=OUTPUT
        ),
    ] = None,
    force: Force = False,
) -> ExitStatus:
    """Export references or tables.

    References go to citation managers (csl-json, bibtex, ris), tables to spreadsheets (csv, a data package).
    """
    from claimcheck.curation.exchange import FORMATS, module_of
    from claimcheck.curation.saving import save_new

    choose(format, (*FORMATS, _TABLES), "format")
    if format == _TABLES and output is None:
        raise UsageError("csv makes several files", hint="name a folder with --output")
    base = open_base(evidence)
    studies = _studies(base, claim)
    if format == _TABLES and output is not None:
        return _tables(base, studies, output, force)
    text = module_of(format).write(studies)
    if output is None:
        write_standard_output(text)
    else:
        save_new({output: text}, replace=force)
    return ExitStatus.OK


def _studies(base: EvidenceBase, claims: list[str]) -> list[Study]:
    """All studies, or those with a result or a judgement on one of the claims; by id."""
    for name in claims:
        if name not in base.claim_ids:
            raise unknown_id("claim", name, base.nearest("claim", name))
    wanted = {study.id for name in claims for study, _ in base.lines(name)}
    wanted |= {study.id for name in claims for study, _ in base.body_appraisals(name) if study}
    return [study for study in base.studies() if not claims or study.id in wanted]


def _tables(base: EvidenceBase, studies: list[Study], folder: Path, force: bool) -> ExitStatus:
    from claimcheck.curation.datapackage import package
    from claimcheck.curation.saving import save_new

    save_new({folder / name: text for name, text in package(base, studies).items()}, replace=force)
    return ExitStatus.OK
