"""`claimcheck file`: check files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import options
from claimcheck.cli.check import CheckOptions, check
from claimcheck.cli.exits import ExitStatus
from claimcheck.cli.help import INPUT, examples
from claimcheck.cli.planning import plan_of
from claimcheck.cli.reading import finding_of, reading_of

if TYPE_CHECKING:
    from claimcheck.cli.check import Progress
    from claimcheck.project.run import Outcome, ProjectRun

EXAMPLES = examples(
    "claimcheck file examples/class-flyer.txt",
    "claimcheck file examples --fail-on contested --report json=report.json",
)


def command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders, globs, web addresses, or - for stdin.", rich_help_panel=INPUT
        ),
    ],
    ctx: typer.Context,
    stdin_filename: options.StdinFilename = None,
    require_files: options.RequireFiles = False,
    no_exclude: options.NoExclude = False,
    no_ignore_files: options.NoIgnoreFiles = False,
    text_field: options.TextFields = [],  # noqa: B006 (typer copies it)
    json_ld: options.JsonLd = False,
    pictures: options.Pictures = False,
    no_ocr: options.NoOcr = False,
    ocr_language: options.OcrLanguage = "eng",
    sitemap: options.Sitemap = False,
    allow_private: options.AllowPrivate = False,
    limit: options.LimitOptions = [],  # noqa: B006
    evidence: options.EvidenceDirs = [],  # noqa: B006
    evidence_version: options.EvidenceVersion = None,
    policy: options.PolicyName = "standard",
    fail_on: options.FailOn = "unsupported",
    exit_zero: options.ExitZero = False,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = None,
    diff: options.Diff = None,
    no_suppress: options.NoSuppress = False,
    show: options.Show = "all",
    explain: options.Explain = False,
    compare_policies: options.ComparePolicies = None,
    format: options.ReportFormat = "human",
    output: options.Output = None,
    report: options.MoreReports = [],  # noqa: B006
    annotations: options.Annotations = "auto",
    color: options.Color = "auto",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
) -> ExitStatus:
    """Check files, folders, globs, web pages or - (standard input)."""
    reading = reading_of(
        text_fields=text_field, json_ld=json_ld, ocr=not no_ocr, ocr_language=ocr_language, private=allow_private,
        limits=limit,
    )  # fmt: skip
    finding = finding_of(reading, ignore_files=not no_ignore_files, pictures=pictures, sitemap=sitemap)

    def run(project: ProjectRun, progress: Progress | None) -> Outcome:
        return project.files(paths, stdin_filename=stdin_filename, progress=progress, reading=reading, finding=finding)

    wanted = CheckOptions(
        plan=plan_of(ctx, diff=diff, suppress=not no_suppress, exclude=not no_exclude), inputs=tuple(paths),
        require_files=require_files, evidence=tuple(evidence), evidence_version=evidence_version, policy=policy,
        fail_on=fail_on, exit_zero=exit_zero, write_baseline=write_baseline, show=show, explain=explain, format=format,
        output=output, reports=tuple(report), annotations=annotations, color=color, quiet=quiet, verbose=verbose,
        compare_policies=compare_policies,
    )  # fmt: skip
    return check(run, wanted)
