"""`claimcheck gaps`: what copy claims and the base does not hold."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.choices import choose
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, OUTPUT, examples
from claimcheck.cli.notes import say_notes_of
from claimcheck.cli.output import write_standard_output
from claimcheck.cli.planning import plan_of
from claimcheck.cli.terminal import style_of
from claimcheck.session import open_base

if TYPE_CHECKING:
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.inquiry.gaps import Gap
    from claimcheck.report import Report
    from claimcheck.reports.style import Style

EXAMPLES = examples("claimcheck gaps examples", "claimcheck gaps examples --format csv --examples 1")


def command(
    ctx: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for stdin.", rich_help_panel=INPUT),
    ],
    stdin_filename: options.StdinFilename = None,
    no_exclude: options.NoExclude = False,
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="human, json or csv.", rich_help_panel=OUTPUT)
    ] = "human",
    shown: Annotated[
        int, typer.Option("--examples", metavar="N", min=0, help="Sentences for each pair.", rich_help_panel=OUTPUT)
    ] = 3,
    color: options.Color = "auto",
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
) -> ExitStatus:
    """List what copy claims and the base does not hold.

    A curator's to-do list: pairs of concepts that no claim joins, the most frequent first, with sentences.
    """
    from claimcheck.inquiry.gaps import find_gaps
    from claimcheck.reports.gaps import GAP_FORMATS

    style, chosen = style_of(color), choose(format, GAP_FORMATS, "format")
    base = open_base(evidence)
    report = _checked(base, ctx, paths, stdin_filename, exclude=not no_exclude)
    write_standard_output(_text(chosen, report, find_gaps(report, base), shown, style))
    say_notes_of(report)
    return ExitStatus.FAILED if report.errors else ExitStatus.OK


def _checked(
    base: EvidenceBase, ctx: typer.Context, paths: list[str], stdin_filename: str | None, *, exclude: bool
) -> Report:
    from claimcheck.project.run import ProjectRun
    from claimcheck.rating.policy import load_policy

    project = ProjectRun(base, plan_of(ctx, exclude=exclude), lambda name: load_policy(name, base))
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    return project.files(paths, stdin=stdin, stdin_filename=stdin_filename).report


def _text(chosen: str, report: Report, gaps: tuple[Gap, ...], shown: int, style: Style) -> str:
    from claimcheck.reports.cards import render_card
    from claimcheck.reports.gaps import gaps_card, gaps_csv, gaps_data
    from claimcheck.reports.json import dump

    if chosen == "csv":
        return gaps_csv(gaps, shown)
    if chosen == "json":
        return dump(gaps_data(report, gaps, shown))
    return render_card(gaps_card(report, gaps, shown), style)
