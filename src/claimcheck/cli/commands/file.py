"""`claimcheck file`: check files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.check import CheckOptions, check
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples

if TYPE_CHECKING:
    from claimcheck.cli.check import Progress
    from claimcheck.evidence.base import EvidenceBase
    from claimcheck.rating.policy_model import Policy
    from claimcheck.report import Report

EXAMPLES = examples(
    "claimcheck file examples/class-flyer.txt",
    "claimcheck file examples --fail-on contested --report json=report.json",
)


def command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for stdin.", rich_help_panel=INPUT),
    ],
    stdin_filename: options.StdinFilename = None,
    require_files: options.RequireFiles = False,
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    policy: options.PolicyName = "standard",
    fail_on: options.FailOn = "unsupported",
    exit_zero: options.ExitZero = False,
    show: options.Show = "all",
    explain: options.Explain = False,
    format: options.ReportFormat = "human",
    output: options.Output = None,
    report: options.MoreReports = [],  # noqa: B006
    color: options.Color = "auto",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> ExitStatus:
    """Check files, folders, globs or - (standard input)."""

    def run(base: EvidenceBase, policy: Policy, progress: Progress | None) -> Report:
        from claimcheck import checker

        stdin = sys.stdin.buffer.read() if "-" in paths else None
        return checker.run(
            paths, base=base, policy=policy, stdin=stdin, stdin_filename=stdin_filename, progress=progress
        )

    wanted = CheckOptions(
        inputs=tuple(paths), require_files=require_files, evidence=tuple(evidence), policy=policy, fail_on=fail_on,
        exit_zero=exit_zero, show=show, explain=explain, format=format, output=output, reports=tuple(report),
        color=color, quiet=quiet, verbose=verbose,
    )  # fmt: skip
    return check(run, wanted)
