"""`claimcheck evidence`: look after an evidence base."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.cards import show
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.groups import group
from claimcheck.cli.help import CHECKING, EVIDENCE, HelpCommand, examples
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.evidence.problems import Problem

app = group(
    "Validate and count an evidence base.",
    examples("claimcheck evidence check", "claimcheck evidence stats"),
)


@app.command(
    "check", cls=HelpCommand, epilog=examples("claimcheck evidence check", "claimcheck evidence check --format json")
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
    format: options.CardFormat = "human",
    color: options.Color = "auto",
) -> ExitStatus:
    """Validate an evidence base: errors that stop a run, doubts worth a look."""
    from claimcheck.reports.problems import in_order, problems_data, problems_text

    problems = in_order(_problems(directories, shipped=not alone))
    show(format, color, text=lambda style: problems_text(problems, style), data=lambda: problems_data(problems))
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
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.stats import stats_card, stats_data

    base = open_base(evidence)
    return show(format, color, text=lambda style: render_card(stats_card(base), style), data=lambda: stats_data(base))


def _problems(directories: list[Path], *, shipped: bool) -> list[Problem]:
    from claimcheck.evidence.build import read_folders, read_sources
    from claimcheck.evidence.files import list_folders
    from claimcheck.evidence.sanity import find_doubts

    sources = read_sources(read_folders(list_folders(directories, shipped=shipped)))
    return [*sources.problems, *find_doubts(sources)]
