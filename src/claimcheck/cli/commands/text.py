"""`claimcheck text`: check one piece of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.check import CheckOptions, check
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.cli.planning import plan_of

if TYPE_CHECKING:
    from claimcheck.cli.check import Progress
    from claimcheck.project.run import Outcome, ProjectRun

EXAMPLES = examples(
    'claimcheck text "Baby massage cures postnatal depression."',
    'claimcheck text "Massage may help babies sleep." --explain',
    'claimcheck text "Massage relaxes babies." --compare-policies standard,asa',
)


def command(
    text: Annotated[str, typer.Argument(metavar="SENTENCE", help="The text to check.", rich_help_panel=INPUT)],
    ctx: typer.Context,
    evidence: options.EvidenceDirs = [],  # noqa: B006 (typer copies it)
    evidence_version: options.EvidenceVersion = None,
    policy: options.PolicyName = "standard",
    fail_on: options.FailOn = "unsupported",
    exit_zero: options.ExitZero = False,
    show: options.Show = "all",
    explain: options.Explain = False,
    compare_policies: options.ComparePolicies = None,
    format: options.ReportFormat = "human",
    output: options.Output = None,
    report: options.MoreReports = [],  # noqa: B006
    color: options.Color = "auto",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
) -> ExitStatus:
    """Check one piece of text given on the line."""

    def run(project: ProjectRun, progress: Progress | None) -> Outcome:
        return project.text(text)

    wanted = CheckOptions(
        plan=plan_of(ctx), evidence=tuple(evidence), evidence_version=evidence_version, policy=policy, fail_on=fail_on,
        exit_zero=exit_zero, show=show, explain=explain, format=format, output=output, reports=tuple(report),
        color=color, quiet=quiet, verbose=verbose,
        compare_policies=compare_policies,
    )  # fmt: skip
    return check(run, wanted)
