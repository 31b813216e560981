"""`claimcheck evidence`: look after an evidence base."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.choices import choose
from claimcheck.cli.commands import evidence_diff, evidence_export, evidence_import, evidence_new, evidence_schema
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.groups import group
from claimcheck.cli.help import CHECKING, EVIDENCE, OUTPUT, HelpCommand, examples
from claimcheck.cli.output import write_standard_output
from claimcheck.cli.terminal import style_of
from claimcheck.errors import UsageError
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.evidence.problems import Problem

app = group(
    "Look after an evidence base.",
    examples("claimcheck evidence check", "claimcheck evidence stats", "claimcheck evidence export --format ris"),
)


@app.command(
    "check", cls=HelpCommand, epilog=examples("claimcheck evidence check", "claimcheck evidence check --format sarif")
)
def check(
    directories: Annotated[
        list[Path],
        typer.Argument(metavar="[DIR]...", help="Folders laid over the shipped base.", rich_help_panel=EVIDENCE),
    ] = [],  # noqa: B006 (typer copies it)
    alone: Annotated[
        bool, typer.Option("--alone", help="Leave the shipped base out.", rich_help_panel=EVIDENCE)
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 when there are warnings.", rich_help_panel=CHECKING)
    ] = False,
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORMAT", help="human, json, github or sarif.", rich_help_panel=OUTPUT),
    ] = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Validate an evidence base.

    Errors stop a run; doubts are worth a look, and a note in the record can explain them.
    """
    from claimcheck.reports.problems import PROBLEM_FORMATS, in_order, render_problems

    style = style_of(color)
    if alone and not directories:
        raise UsageError("--alone leaves nothing to check", hint="name a folder")
    chosen = choose(format, PROBLEM_FORMATS, "format")
    problems = in_order(_problems(directories, shipped=not alone))
    write_standard_output(render_problems(chosen, problems, style, _rules()))
    if any(problem.severity == "error" for problem in problems):
        return ExitStatus.FAILED
    return ExitStatus.FINDINGS if strict and problems else ExitStatus.OK


@app.command(
    "stats", cls=HelpCommand, epilog=examples("claimcheck evidence stats", "claimcheck evidence stats --format json")
)
def stats(
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Count what the evidence base holds."""
    from datetime import date

    from claimcheck.curation.stats import count
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.stats import stats_card, stats_data

    base = open_base(evidence)
    counts = count(base, date.today())
    return show(
        format,
        color,
        text=lambda style: render_card(stats_card(base, counts), style),
        data=lambda: stats_data(base, counts),
    )


def _problems(directories: list[Path], *, shipped: bool) -> list[Problem]:
    from claimcheck.documents.inputs import display
    from claimcheck.evidence.build import read_folders, read_sources
    from claimcheck.evidence.files import list_folders
    from claimcheck.evidence.sanity import find_doubts

    sources = read_sources(read_folders(list_folders(directories, shipped=shipped)))
    found = [*sources.problems, *find_doubts(sources)]
    return [replace(problem, path=display(problem.path)) for problem in found]


def _rules() -> dict[str, str]:
    """What the doubts are about, from the rules themselves."""
    from claimcheck.evidence.sanity import RULES

    return {code: rule.__doc__ or "" for code, rule in RULES.items()}


for name, module in {
    "export": evidence_export,
    "import": evidence_import,
    "diff": evidence_diff,
    "schema": evidence_schema,
}.items():
    app.command(name, cls=HelpCommand, epilog=module.EXAMPLES)(module.command)
app.add_typer(evidence_new.app, name="new")
